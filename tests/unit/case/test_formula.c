/* test_formula.c: were the language read differently than written, a red line would mean something
 * that its author did not say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/random.h"
#include "case/case.h"
#include "case/yaml.h"
#include "failing_allocator.h"

enum { ISSUE_COUNT = 4, PARTY_COUNT = 5 };

static const pp_i_option FLOW[] = {{.id = {"none", 4}}, {.id = {"half", 4}}, {.id = {"full", 4}}};
static const pp_i_option DAM[] = {
    {.id = {"build", 5}}, {.id = {"pause", 5}}, {.id = {"abandon", 7}}};
static const pp_i_option SHARE[] = {{.id = {"-3", 2}, .is_number = true, .number = {-3, 1}},
                                    {.id = {"2.5", 3}, .is_number = true, .number = {5, 2}},
                                    {.id = {"10", 2}, .is_number = true, .number = {10, 1}},
                                    {.id = {"0", 1}, .is_number = true, .number = {0, 1}}};
static const pp_i_option MEMBER[] = {{.id = {"member", 6}}, {.id = {"no", 2}}};
static const pp_i_issue ISSUES[ISSUE_COUNT] = {
    {.id = {"flow", 4}, .options = FLOW, .option_count = 3},
    {.id = {"dam", 3}, .options = DAM, .option_count = 3},
    {.id = {"share", 5}, .options = SHARE, .option_count = 4, .numeric = true},
    {.id = {"nato-membership", 15}, .options = MEMBER, .option_count = 2}};
static const pp_i_party PARTIES[PARTY_COUNT] = {{.id = {"upland", 6}},
                                                {.id = {"lowland", 7}},
                                                {.id = {"river", 5}},
                                                {.id = {"2", 1}},
                                                {.id = {"north", 5}}};

typedef struct fixture {
    pp_i_arena arena;
    pp_i_map issue_ids, party_ids;
    pp_i_vocabulary vocabulary;
} fixture;

static void setup(fixture *made)
{
    pp_i_arena_init(&made->arena, pp_i_allocator_of(NULL));
    pp_i_map_init(&made->issue_ids, &made->arena);
    pp_i_map_init(&made->party_ids, &made->arena);
    for (size_t i = 0; i < ISSUE_COUNT; i++)
        assert_true(pp_i_map_set(&made->issue_ids, ISSUES[i].id, i));
    for (size_t i = 0; i < PARTY_COUNT; i++)
        assert_true(pp_i_map_set(&made->party_ids, PARTIES[i].id, i));
    made->vocabulary = (pp_i_vocabulary){.issues = ISSUES,
                                         .issue_count = ISSUE_COUNT,
                                         .issue_ids = &made->issue_ids,
                                         .parties = PARTIES,
                                         .party_count = PARTY_COUNT,
                                         .party_ids = &made->party_ids};
}

static pp_status parse(fixture *with, const char *words, bool consent,
                       pp_i_diagnostics *diagnostics, pp_i_formula *formula)
{
    pp_text text = pp_i_text_of(words);
    pp_i_diagnostics_init(diagnostics, &with->arena);
    pp_i_diagnostics_set_file(diagnostics, "formula", text);
    return (consent ? pp_i_consent_parse : pp_i_formula_parse)(
        text, NULL, &with->vocabulary, &with->arena, diagnostics, formula, NULL);
}

static pp_i_formula parse_good(fixture *with, const char *words, bool consent)
{
    pp_i_diagnostics diagnostics;
    pp_i_formula formula = {0};
    pp_status status = parse(with, words, consent, &diagnostics, &formula);
    if (status != PP_OK && diagnostics.list.count > 0)
        print_error("%s: %s\n", words, diagnostics.list.items[0].message);
    assert_int_equal(status, PP_OK);
    assert_int_equal(diagnostics.list.count, 0);
    return formula;
}

/* The text that printing gives for what `words` mean. */
static const char *printed(fixture *with, const char *words, bool consent)
{
    pp_i_formula formula = parse_good(with, words, consent);
    char *text = pp_i_formula_print(&formula, &with->vocabulary, &with->arena);
    assert_non_null(text);
    pp_i_formula again = parse_good(with, text, consent);
    assert_true(pp_i_formula_equal(&formula, &again, &with->vocabulary));
    return text;
}

static void test_precedence(void **state)
{
    (void)state;
    fixture with;
    setup(&with);
    static const char *const cases[][2] = {
        {"flow=full", "flow = full"},
        {" flow in(half ,full) ", "flow in (half, full)"},
        {"flow in (full, half, full)", "flow in (half, full)"},
        {"nato-membership=member", "nato-membership = member"},
        {"share>=-3", "share >= -3"},
        {"share<2.5 and share != 10", "share < 2.5 and share != 10"},
        {"share>=-0.5 and share < 7", "share >= -0.5 and share < 7"},
        {"not dam = build", "not dam = build"},
        {"not not (dam = build)", "not not dam = build"},
        {"not (dam = build and flow = full)", "not (dam = build and flow = full)"},
        {"(not dam = build) and flow = full", "not dam = build and flow = full"},
        {"true or false and true", "true or false and true"},
        {"(true or false) and true", "(true or false) and true"},
        {"true or (false and true)", "true or false and true"},
        {"true and (false and true)", "true and (false and true)"},
        {"flow = full if dam = abandon", "dam = abandon implies flow = full"},
        {"dam=pause or dam=build implies true and false",
         "dam = pause or dam = build implies true and false"},
        {"true implies (false implies true)", "true implies (false implies true)"},
        {"(true iff false) if true", "true implies (true iff false)"},
        {"((((true))))", "true"},
        {"dam\n =\tbuild", "dam = build"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(printed(&with, cases[i][0], false), cases[i][1]);
    static const char *const rules[][2] = {
        {"upland and lowland", "upland and lowland"},
        {"2 of (upland, lowland, river)", "2 of (upland, lowland, river)"},
        {"2", "2"},
        {"2 and upland", "2 and upland"},
        {"1 of (2, (upland or 2 of (river, north and 2, lowland)))",
         "1 of (2, upland or 2 of (river, north and 2, lowland))"},
        {"upland and (lowland or true)", "upland and (lowland or true)"},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        assert_string_equal(printed(&with, rules[i][0], true), rules[i][1]);
    pp_i_arena_free(&with.arena);
}

typedef struct faulty {
    const char *words;
    bool consent;
    size_t column;
    size_t width;
    const char *message; /* a part of it */
    const char *hint;    /* a part of it, or null */
} faulty;

/* An analyst learns from the message what to type instead. */
static void test_faults(void **state)
{
    (void)state;
    static const faulty cases[] = {
        {"", false, 1, 1, "should stand here, not the end", "issue = option"},
        {"flwo = full", false, 1, 4, "no issue `flwo`", "did you mean `flow`? issues: flow, dam"},
        {"zebra = full", false, 1, 5, "no issue `zebra`", "issues: flow, dam, share"},
        {"half", false, 1, 4, "no issue `half`", "write `flow = half`"},
        {"flow = ful", false, 8, 3, "issue `flow` has no option `ful`",
         "did you mean `full`? its options are: none, half, full"},
        {"flow = zebra", false, 8, 5, "has no option", "its options are: none, half, full"},
        {"flow", false, 5, 1, "should stand behind `flow`, not the end", "flow = none"},
        {"flow and dam = build", false, 6, 3, "behind `flow`, not `and`", NULL},
        {"flow =", false, 7, 1, "an option of `flow` should stand here, not the end", NULL},
        {"flow < half", false, 6, 1, "`<` needs an issue whose options are all numbers",
         "use `=`, `!=` or `in`"},
        {"share < many", false, 9, 4, "a number should stand here, not `many`", "-3, 2.5, 10, 0"},
        {"share = 3", false, 9, 1, "has no option `3`", "-3, 2.5, 10, 0"},
        {"flow = (half, full)", false, 8, 1, "not a list", "flow in (...)"},
        {"flow in half", false, 9, 4, "in parentheses should stand behind `in`", "(none, full)"},
        {"flow in (half", false, 9, 1, "never closed", "`)`"},
        {"flow in (half full)", false, 15, 4, "should stand behind `in`, not `full`", "commas"},
        {"flow in ()", false, 10, 1, "an option of `flow` should stand here", NULL},
        {"(flow = half", false, 1, 1, "never closed", NULL},
        {"flow = half)", false, 12, 1, "closes nothing", NULL},
        {"flow = half dam = build", false, 13, 3, "cannot go on with `dam`", "`and`"},
        {"true implies true implies true", false, 19, 7,
         "`implies` cannot follow `implies` without parentheses", "put parentheses"},
        {"true if true iff true", false, 14, 3, "`iff` cannot follow `if`", "a if (b iff c)"},
        {"flow == half", false, 6, 2, "`==`", "write `=`"},
        {"flow = half && true", false, 13, 2, "`&&`", "write `and`"},
        {"flow \xE2\x89\xA0 half", false, 6, 1, "no sign", "write `!=`"},
        {"flow = h\xC3\xA4lf", false, 8, 1, "has no option `h`", NULL},
        {"flow = half AND true", false, 13, 3, "small letters", "`and`"},
        {"and true", false, 1, 3, "not `and`", NULL},
        {"true and", false, 9, 1, "not the end", NULL},
        {"not", false, 4, 1, "not the end", NULL},
        {"flow = half, dam = build", false, 12, 1, "cannot go on with `,`", NULL},
        {"true\n or zebra = 1", false, 5, 5, "no issue `zebra`", NULL},
        {"upland and lowlnd", true, 12, 6, "no party `lowlnd`", "did you mean `lowland`?"},
        {"not upland", true, 1, 3, "a party should stand here", "cannot be met"},
        {"upland implies river", true, 8, 7, "cannot stand in a consent rule", "parties"},
        {"upland = yes", true, 8, 1, "cannot stand in a consent rule", NULL},
        {"3 of (upland, river)", true, 1, 1, "`3` of a list of 2", "at most"},
        {"0 of (upland, river)", true, 1, 1, "`0` of a list of 2", "at least 1"},
        {"99999999999999999999 of (upland)", true, 1, 20, "can never be asked", NULL},
        {"two of (upland, river)", true, 1, 3, "a number should stand before `of`", NULL},
        {"2 of upland, river", true, 6, 6, "a `(` should stand behind `of`", NULL},
        {"2 of (upland, river", true, 6, 1, "never closed", NULL},
        {"upland, river", true, 7, 1, "cannot go on", NULL},
    };
    fixture with;
    setup(&with);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const faulty *row = &cases[i];
        pp_i_diagnostics diagnostics;
        pp_i_formula formula = {.node_count = 77};
        assert_int_equal(parse(&with, row->words, row->consent, &diagnostics, &formula),
                         PP_ERROR_INPUT);
        assert_int_equal(formula.node_count, 77);
        assert_int_equal(diagnostics.list.count, 1);
        const pp_i_diagnostic *found = &diagnostics.list.items[0];
        if (strstr(found->message, row->message) == NULL || found->place.column != row->column ||
            found->width != row->width || found->hint == NULL ||
            (row->hint != NULL && strstr(found->hint, row->hint) == NULL))
            fail_msg("%s: %zu+%zu %s (%s)", row->words, found->place.column, found->width,
                     found->message, found->hint == NULL ? "" : found->hint);
    }
    pp_i_arena_free(&with.arena);
}

/* `before` n times, `middle`, `behind` n times. */
static char *nest(const char *before, const char *middle, const char *behind, size_t n)
{
    size_t length = n * (strlen(before) + strlen(behind)) + strlen(middle) + 1;
    char *text = calloc(length, 1), *at = text;
    assert_non_null(text);
    for (size_t i = 0; i < n; i++)
        at += sprintf(at, "%s", before);
    at += sprintf(at, "%s", middle);
    for (size_t i = 0; i < n; i++)
        at += sprintf(at, "%s", behind);
    return text;
}

static void check_edge(fixture *with, const char *before, const char *middle, const char *behind,
                       size_t n, bool good, const char *message)
{
    char *words = nest(before, middle, behind, n);
    pp_i_diagnostics diagnostics;
    pp_i_formula formula;
    assert_int_equal(parse(with, words, false, &diagnostics, &formula),
                     good ? PP_OK : PP_ERROR_INPUT);
    if (!good)
        assert_non_null(strstr(diagnostics.list.items[0].message, message));
    free(words);
}

static void test_limits(void **state)
{
    (void)state;
    fixture with;
    setup(&with);
    const size_t depth = PP_FORMULA_DEPTH_MAX;
    check_edge(&with, "(", "true", ")", depth, true, NULL);
    check_edge(&with, "(", "true", ")", depth + 1, false, "200 nested");
    check_edge(&with, "not ", "true", "", depth, true, NULL);
    check_edge(&with, "not ", "true", "", depth + 1, false, "200 nested");
    /* a root and its children */
    check_edge(&with, "", "true", " or true", PP_FORMULA_NODE_COUNT_MAX - 2, true, NULL);
    check_edge(&with, "", "true", " or true", PP_FORMULA_NODE_COUNT_MAX - 1, false, "4096 parts");
    check_edge(&with, "", "flow in (half", "", 0, false, "closed");
    char *blanks = nest(" ", "or true", "", PP_FORMULA_BYTE_COUNT_MAX - 11);
    memcpy(blanks, "true", 4);
    pp_i_diagnostics diagnostics;
    pp_i_formula formula;
    assert_int_equal(strlen(blanks), PP_FORMULA_BYTE_COUNT_MAX - 4);
    assert_int_equal(parse(&with, blanks, false, &diagnostics, &formula), PP_OK);
    free(blanks);
    blanks = nest(" ", "or true", "", PP_FORMULA_BYTE_COUNT_MAX - 6);
    memcpy(blanks, "true", 4);
    assert_int_equal(parse(&with, blanks, false, &diagnostics, &formula), PP_ERROR_INPUT);
    assert_non_null(strstr(diagnostics.list.items[0].message, "65536 bytes"));
    free(blanks);
    pp_i_arena_free(&with.arena);
}

/* A formula as the test itself understands it. */
typedef struct tree {
    pp_i_formula_kind kind;
    struct tree *children[4];
    size_t child_count;
    size_t subject, operand, threshold;
    pp_i_comparison comparison;
    unsigned set; /* of options, for IN */
} tree;

static tree *random_atom(fixture *with, pp_i_random *random, bool consent)
{
    tree *made = PP_NEW(&with->arena, tree);
    uint64_t what = pp_i_random_below(random, 8);
    if (what < 2) {
        made->kind = what == 0 ? PP_FORMULA_TRUE : PP_FORMULA_FALSE;
        return made;
    }
    made->kind = consent ? PP_FORMULA_PARTY : PP_FORMULA_ATOM;
    made->subject = pp_i_random_below(random, consent ? PARTY_COUNT : ISSUE_COUNT);
    if (consent)
        return made;
    size_t options = ISSUES[made->subject].option_count;
    made->comparison = (pp_i_comparison)pp_i_random_below(random, made->subject == 2 ? 7 : 3);
    made->operand = pp_i_random_below(random, options);
    made->set = 1 + (unsigned)pp_i_random_below(random, (1u << options) - 1);
    return made;
}

static tree *random_tree(fixture *with, pp_i_random *random, int depth, bool consent)
{
    static const pp_i_formula_kind kinds[] = {PP_FORMULA_NOT, PP_FORMULA_IMPLIES,
                                              PP_FORMULA_IFF, PP_FORMULA_AND,
                                              PP_FORMULA_OR,  PP_FORMULA_AT_LEAST};
    if (depth == 0 || pp_i_random_below(random, 4) == 0)
        return random_atom(with, random, consent);
    tree *made = PP_NEW(&with->arena, tree);
    made->kind = kinds[consent ? 3 + pp_i_random_below(random, 3) : pp_i_random_below(random, 5)];
    made->child_count = made->kind == PP_FORMULA_NOT ? 1 : 2;
    if (made->kind == PP_FORMULA_AND || made->kind == PP_FORMULA_OR)
        made->child_count = 2 + pp_i_random_below(random, 3);
    if (made->kind == PP_FORMULA_AT_LEAST) {
        made->child_count = 1 + pp_i_random_below(random, 4);
        made->threshold = 1 + pp_i_random_below(random, made->child_count);
    }
    for (size_t i = 0; i < made->child_count; i++)
        made->children[i] = random_tree(with, random, depth - 1, consent);
    return made;
}

/* Writes a tree with every parenthesis, and some blanks. */
static void write_tree(const tree *from, pp_i_builder *text, pp_i_random *random)
{
    static const char *const signs[] = {"=", "!=", "in", "<", "<=", ">", ">="};
    static const char *const joints[] = {[PP_FORMULA_AND] = "and",
                                         [PP_FORMULA_OR] = "or",
                                         [PP_FORMULA_IMPLIES] = "implies",
                                         [PP_FORMULA_IFF] = "iff",
                                         [PP_FORMULA_AT_LEAST] = ","};
    pp_i_builder_add_string(text, pp_i_random_below(random, 2) ? "( " : "(");
    if (from->kind == PP_FORMULA_TRUE || from->kind == PP_FORMULA_FALSE) {
        pp_i_builder_add_string(text, from->kind == PP_FORMULA_TRUE ? "true" : "false");
    } else if (from->kind == PP_FORMULA_PARTY) {
        pp_i_builder_add(text, PARTIES[from->subject].id);
    } else if (from->kind == PP_FORMULA_ATOM) {
        const pp_i_issue *issue = &ISSUES[from->subject];
        pp_i_builder_add(text, issue->id);
        pp_i_builder_print(text, " %s ", signs[from->comparison]);
        const char *before = "(";
        for (size_t i = 0; i < issue->option_count; i++)
            if (from->comparison == PP_COMPARE_IN && (from->set >> i & 1)) {
                pp_i_builder_add_string(text, before);
                pp_i_builder_add(text, issue->options[i].id);
                before = ",";
            }
        if (from->comparison == PP_COMPARE_IN)
            pp_i_builder_add_byte(text, ')');
        else
            pp_i_builder_add(text, issue->options[from->operand].id);
    } else {
        bool turned = from->kind == PP_FORMULA_IMPLIES && pp_i_random_below(random, 2);
        if (from->kind == PP_FORMULA_NOT)
            pp_i_builder_add_string(text, "not ");
        if (from->kind == PP_FORMULA_AT_LEAST)
            pp_i_builder_print(text, "%zu of (", from->threshold);
        for (size_t i = 0; i < from->child_count; i++) {
            if (i > 0)
                pp_i_builder_print(text, " %s ", turned ? "if" : joints[from->kind]);
            write_tree(from->children[turned ? 1 - i : i], text, random);
        }
        if (from->kind == PP_FORMULA_AT_LEAST)
            pp_i_builder_add_byte(text, ')');
    }
    pp_i_builder_add_byte(text, ')');
}

static bool atom_holds(const tree *at, size_t option)
{
    double values[] = {-3, 2.5, 10, 0};
    switch (at->comparison) {
    case PP_COMPARE_EQUAL:
        return option == at->operand;
    case PP_COMPARE_NOT_EQUAL:
        return option != at->operand;
    case PP_COMPARE_IN:
        return at->set >> option & 1;
    case PP_COMPARE_LESS:
        return values[option] < values[at->operand];
    case PP_COMPARE_LESS_EQUAL:
        return values[option] <= values[at->operand];
    case PP_COMPARE_GREATER:
        return values[option] > values[at->operand];
    case PP_COMPARE_GREATER_EQUAL:
        return values[option] >= values[at->operand];
    }
    return false;
}

static bool tree_holds(const tree *at, const pp_i_choice *package, pp_i_word consenting)
{
    size_t count = 0;
    for (size_t i = 0; i < at->child_count; i++)
        count += tree_holds(at->children[i], package, consenting);
    switch (at->kind) {
    case PP_FORMULA_TRUE:
        return true;
    case PP_FORMULA_FALSE:
        return false;
    case PP_FORMULA_ATOM:
        return atom_holds(at, package[at->subject]);
    case PP_FORMULA_PARTY:
        return consenting >> at->subject & 1;
    case PP_FORMULA_NOT:
        return count == 0;
    case PP_FORMULA_AND:
        return count == at->child_count;
    case PP_FORMULA_OR:
        return count > 0;
    case PP_FORMULA_IMPLIES:
        return !tree_holds(at->children[0], package, consenting) ||
               tree_holds(at->children[1], package, consenting);
    case PP_FORMULA_IFF:
        return count != 1;
    case PP_FORMULA_AT_LEAST:
        return count >= at->threshold;
    }
    return false;
}

/* Removing any one pair of parentheses of `text` changes the formula or breaks it. */
static void check_minimal(fixture *with, const char *text, const pp_i_formula *formula,
                          bool consent)
{
    size_t opens[64], depth = 0;
    char *cut = strdup(text);
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (text[i] == '(' && depth < 64)
            opens[depth++] = i;
        if (text[i] != ')')
            continue;
        size_t open = opens[--depth];
        cut[open] = cut[i] = ' ';
        pp_i_diagnostics diagnostics;
        pp_i_formula other;
        if (parse(with, cut, consent, &diagnostics, &other) == PP_OK)
            assert_false(pp_i_formula_equal(formula, &other, &with->vocabulary));
        cut[open] = '(';
        cut[i] = ')';
    }
    free(cut);
}

static void check_random(fixture *with, pp_i_random *random, bool consent)
{
    tree *from = random_tree(with, random, 5, consent);
    pp_i_builder words;
    pp_i_builder_init(&words, &with->arena);
    write_tree(from, &words, random);
    assert_false(words.failed);
    pp_i_formula formula = parse_good(with, words.data, consent);
    char *text = pp_i_formula_print(&formula, &with->vocabulary, &with->arena);
    pp_i_formula again = parse_good(with, text, consent);
    assert_true(pp_i_formula_equal(&formula, &again, &with->vocabulary));
    assert_string_equal(text, pp_i_formula_print(&again, &with->vocabulary, &with->arena));
    if (strlen(text) < 400)
        check_minimal(with, text, &formula, consent);
    unsigned char *scratch = malloc(formula.node_count);
    for (int round = 0; round < 20; round++) {
        pp_i_choice package[ISSUE_COUNT];
        for (size_t i = 0; i < ISSUE_COUNT; i++)
            package[i] = (pp_i_choice)pp_i_random_below(random, ISSUES[i].option_count);
        pp_i_word consenting = pp_i_random_below(random, 1u << PARTY_COUNT);
        bool holds = consent ? pp_i_consent_holds(&formula, &consenting, scratch)
                             : pp_i_formula_holds(&formula, package, scratch);
        assert_int_equal(holds, tree_holds(from, package, consenting));
    }
    free(scratch);
}

/* What is printed means what was read, and both mean what the grammar says. */
static void test_random(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 20240501);
    fixture with;
    setup(&with);
    pp_i_arena_mark mark = pp_i_arena_mark_get(&with.arena);
    for (int i = 0; i < 1500; i++) {
        check_random(&with, &random, i % 3 == 0);
        pp_i_arena_rewind(&with.arena, mark);
    }
    pp_i_arena_free(&with.arena);
}

static void test_subjects(void **state)
{
    (void)state;
    fixture with;
    setup(&with);
    pp_i_formula formula = parse_good(&with, "dam = build implies not share < 0", false);
    pp_i_word subjects = 0;
    pp_i_formula_subjects(&formula, &subjects);
    assert_int_equal(subjects, 1 << 1 | 1 << 2);
    assert_true(pp_i_text_is(formula.words, "dam = build implies not share < 0"));
    pp_i_formula none = {0};
    assert_true(pp_i_formula_holds(&none, NULL, NULL));
    assert_true(pp_i_formula_is_reserved(PP_TEXT("iff")));
    assert_false(pp_i_formula_is_reserved(PP_TEXT("If")));
    pp_i_arena_free(&with.arena);
}

/* The caret stands below the word, also in the middle of a YAML line and inside quotes. */
static void check_place(fixture *with, const char *yaml, const char *prefix, size_t line,
                        size_t column)
{
    pp_text text = pp_i_text_of(yaml);
    pp_i_diagnostics diagnostics;
    pp_i_diagnostics_init(&diagnostics, &with->arena);
    pp_i_diagnostics_set_file(&diagnostics, "case", text);
    const pp_i_yaml_node *root = NULL;
    assert_int_equal(pp_i_yaml_read(text, &with->arena, &diagnostics, &root, NULL), PP_OK);
    const pp_i_yaml_node *node = pp_i_yaml_get(root, "holds");
    pp_text words = node->text;
    words.data += strlen(prefix);
    words.length -= strlen(prefix);
    pp_i_formula formula;
    assert_int_equal(pp_i_formula_parse(words, node, &with->vocabulary, &with->arena, &diagnostics,
                                        &formula, NULL),
                     PP_ERROR_INPUT);
    assert_int_equal(diagnostics.list.count, 1);
    assert_int_equal(diagnostics.list.items[0].place.line, line);
    assert_int_equal(diagnostics.list.items[0].place.column, column);
}

static void test_places(void **state)
{
    (void)state;
    fixture with;
    setup(&with);
    check_place(&with, "a: b\nholds:  flow = ful\n", "", 2, 16);
    check_place(&with, "{\xC3\xA4: b, holds: 'flow = ful'}\n", "", 1, 23);
    check_place(&with, "holds: worse than (flow = ful)\n", "worse than ", 1, 27);
    check_place(&with, "holds: \"flow\\x20= ful\"\n", "", 1, 8);
    check_place(&with, "holds: >-\n  flow = ful\n", "", 1, 8);
    pp_i_arena_free(&with.arena);
}

/* Nothing is lost or left half-made where memory runs out. */
static void test_memory(void **state)
{
    (void)state;
    static const char *const words[] = {
        "not (flow in (half, full) and share >= 2.5) implies dam = build or true iff",
        "not (flow in (half, full) and share >= 2.5) if dam = build or true", "flow = ful"};
    fixture with;
    setup(&with);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t n = 1;; n++) {
            failing_allocator failing;
            pp_i_arena arena;
            pp_i_arena_init(&arena, failing_allocator_make(&failing, n));
            pp_i_diagnostics diagnostics;
            pp_i_diagnostics_init(&diagnostics, &arena);
            pp_i_formula formula = {.node_count = 77};
            pp_error error = {0};
            pp_status status = pp_i_formula_parse(pp_i_text_of(words[i]), NULL, &with.vocabulary,
                                                  &arena, &diagnostics, &formula, &error);
            char *text = NULL;
            if (status == PP_OK)
                text = pp_i_formula_print(&formula, &with.vocabulary, &arena);
            else
                assert_int_equal(formula.node_count, 77);
            bool done = failing.call_count < n;
            if (done)
                assert_int_equal(status, i == 1 ? PP_OK : PP_ERROR_INPUT);
            else
                assert_true(status == PP_ERROR_MEMORY || text == NULL);
            pp_i_arena_free(&arena);
            assert_int_equal(failing.held_count, 0);
            if (done)
                break;
        }
    pp_i_arena_free(&with.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_precedence), cmocka_unit_test(test_faults),
        cmocka_unit_test(test_limits),     cmocka_unit_test(test_random),
        cmocka_unit_test(test_subjects),   cmocka_unit_test(test_places),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
