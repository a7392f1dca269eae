/*
 * If these fail, an analyst looks for a mistake in the wrong place, or is not told of it.
 *
 * `@` in a test's text marks where the one error is to stand; it is taken out before reading.
 */
#define _XOPEN_SOURCE 700
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "case/evidence.h"
#include "case/reader.h"

#define HEAD "pourparler: 1\ntitle: t\n"
#define PARTIES "parties: [{id: a, name: A}, {id: b}]\n"
#define ISSUES "issues: [{id: x, options: [p, q]}, {id: y, options: [1, 2, 3]}]\n"
#define BASE HEAD PARTIES ISSUES
#define SOURCES "sources: [{id: s, text: some words stand here}]\n"

typedef struct faulty_case {
    const char *yaml;
    const char *message; /* part of what is said */
    const char *hint;    /* part of the hint; null: any */
} faulty_case;

/* The text without its mark, which stood at *place. */
static char *without_mark(const char *yaml, pp_i_place *place)
{
    const char *mark = strchr(yaml, '@');
    assert_non_null(mark);
    *place = (pp_i_place){1, 1};
    const char *line = yaml;
    for (const char *at = yaml; at < mark; at++)
        if (*at == '\n') {
            place->line++;
            line = at + 1;
        }
    place->column = 1 + pp_i_utf8_count(pp_i_text_of(line), (size_t)(mark - line));
    char *text = malloc(strlen(yaml));
    memcpy(text, yaml, (size_t)(mark - yaml));
    strcpy(text + (mark - yaml), mark + 1);
    return text;
}

static pp_case *read_text(const char *yaml, const char *folder, pp_status expected)
{
    pp_case *made = NULL;
    pp_error error = {0};
    pp_status status =
        pp_i_case_read(pp_i_text_of(yaml), "case.yaml", folder, false, NULL, &made, &error);
    if (status != expected)
        print_error("%s\n%zu:%zu: %s (%s)\n", yaml, error.line, error.column, error.message,
                    error.hint);
    assert_int_equal(status, expected);
    assert_non_null(made);
    return made;
}

static void assert_said(const pp_i_diagnostic *said, const char *message, const char *hint)
{
    if (strstr(said->message, message) == NULL)
        fail_msg("'%s' is not in '%s'", message, said->message);
    if (hint != NULL && (said->hint == NULL || strstr(said->hint, hint) == NULL))
        fail_msg("'%s' is not in the hint '%s'", hint, said->hint == NULL ? "" : said->hint);
}

/* One diagnostic of that severity, where the mark is; no other of it. */
static void check_one(const faulty_case *faulty, const char *folder, pp_severity severity)
{
    pp_i_place place;
    char *yaml = without_mark(faulty->yaml, &place);
    pp_case *made = read_text(yaml, folder, severity == PP_SEVERITY_ERROR ? PP_ERROR_INPUT : PP_OK);
    size_t found = 0;
    for (size_t i = 0; i < made->diagnostics.list.count; i++) {
        const pp_i_diagnostic *said = &made->diagnostics.list.items[i];
        if (said->severity != severity)
            continue;
        if (found++ > 0)
            fail_msg("a second one: %s\n%s", said->message, yaml);
        assert_said(said, faulty->message, faulty->hint);
        if (said->place.line != place.line || said->place.column != place.column)
            fail_msg("%s: at %zu:%zu, expected at %zu:%zu in\n%s", said->message, said->place.line,
                     said->place.column, place.line, place.column, yaml);
    }
    assert_int_equal(found, 1);
    pp_i_case_free(made);
    free(yaml);
}

#define CHECK_ALL(cases, severity)                                                                 \
    for (size_t i_ = 0; i_ < sizeof(cases) / sizeof *(cases); i_++)                                \
    check_one(&(cases)[i_], ".", severity)

static void keys_and_kinds(void **state)
{
    (void)state;
    static const faulty_case cases[] = {
        {"@just words\n", "a mapping is needed here, this is text", NULL},
        {HEAD ISSUES "parties: [{id: a, @alises: [b]}]\n", "unknown key `alises` in a party",
         "did you mean `aliases`?"},
        {HEAD ISSUES "parties: [{id: a, @colour: red}]\n", "unknown key `colour`",
         "`id`, `name`, `aliases`, `role`"},
        {BASE "@sorces: []\n", "unknown key `sorces` in a case", "`sources`"},
        {"@title: t\n" PARTIES ISSUES, "a case needs `pourparler`", "add `pourparler: ...`"},
        {"@pourparler: 1\ntitle: t\n" ISSUES, "a case needs `parties`", NULL},
        {"@pourparler: 1\ntitle: t\n" PARTIES, "a case needs `issues`", NULL},
        {"pourparler: 1\n@title:\n" PARTIES ISSUES, "`title` is empty", NULL},
        {"pourparler: @2\ntitle: t\n" PARTIES ISSUES, "`2` is no version", "pourparler: 1"},
        {HEAD ISSUES "parties: @[]\n", "at least one party", NULL},
        {HEAD PARTIES "issues: @[]\n", "at least one issue", NULL},
        {HEAD PARTIES "issues: [{id: x, options: @[]}]\n", "at least one option", NULL},
        {HEAD ISSUES "parties: [{id: a, aliases: @text}]\n", "a list is needed here, this is text",
         "[a, b]"},
        {HEAD ISSUES "parties: [@a]\n", "a mapping is needed here, this is text", NULL},
        {HEAD ISSUES "parties: [{id: a, name: @[b]}]\n", "text is needed here, this is a list",
         NULL},
        {BASE "links: @x = p\n", "a list is needed here", NULL},
        {BASE "links: [@{why: because}]\n", "a link needs `rule`", NULL},
        {HEAD ISSUES "parties: [{id: a, name: Hello, @world}]\n", "unknown key `world`",
         "a comma between { and }"},
        {HEAD ISSUES "parties: [{id: a, role: @principle}]\n", "`principle` is no role",
         "did you mean `principal`?"},
        {BASE "as_of: @2023-02-29\n", "is no day of the calendar", "YYYY-MM-DD"},
    };
    CHECK_ALL(cases, PP_SEVERITY_ERROR);
}

static void ids(void **state)
{
    (void)state;
    static const faulty_case cases[] = {
        {HEAD ISSUES "parties: [{id: a}, {id: @a}]\n", "party `a` is there already", "on line 4"},
        {HEAD ISSUES "parties: [{id: n@ö}]\n", "`ö` cannot stand in an id", "letters a-z"},
        {HEAD ISSUES "parties: [{id: @_a}]\n", "`_` cannot start an id", NULL},
        {HEAD ISSUES "parties: [{id: @and}]\n", "`and` is a word of the formula language", NULL},
        {HEAD ISSUES "parties: [{id: @\"\"}]\n", "`id` is empty", NULL},
        {HEAD ISSUES "parties: [{id: "
                     "@a1234567890123456789012345678901234567890123456789012345678901234}]\n",
         "an id of 65 characters: at most 64", NULL},
        {HEAD PARTIES "issues: [{id: x, options: [p, @p]}]\n", "option `p` is there already",
         "line 4"},
        {HEAD PARTIES "issues: [{id: x, options: [1, @1.0]}]\n", "the same number as `1`", NULL},
        {HEAD PARTIES "issues: [{id: x, options: [1@/3]}]\n", "`/` cannot stand in an id", NULL},
        {BASE "assumptions: [{id: z, says: t}, {id: @z, says: t}]\n", "assumption `z`", NULL},
        {BASE "red_lines: [{id: r, party: a, holds: x = p}, {id: @r, party: a, holds: x = q}]\n",
         "red line `r`", NULL},
    };
    CHECK_ALL(cases, PP_SEVERITY_ERROR);
    pp_case *made =
        read_text(HEAD ISSUES "parties: [{id: "
                              "a123456789012345678901234567890123456789012345678901234567890123}]",
                  ".", PP_OK);
    pp_i_case_free(made);
}

static void references(void **state)
{
    (void)state;
    static const faulty_case cases[] = {
        {HEAD "parties: [{id: upland}]\nissues: [{id: x, options: [p], decided_by: @uplnd}]\n",
         "unknown party `uplnd`", "did you mean `upland`?"},
        {HEAD PARTIES "issues: [{id: x, options: [p, q], moves: [p -> @r]}]\n",
         "`r` is no option of `x`", "`p`, `q`"},
        {HEAD PARTIES "issues: [{id: x, options: [p, q], moves: [@p to q]}]\n", "is no move",
         "option -> option"},
        {HEAD PARTIES "issues: [{id: x, options: [p, q], moves: [@p -> p]}]\n", "to itself", NULL},
        {BASE "statements: [{id: s1, party: @c, act: asks, topic: t}]\n", "unknown party `c`",
         NULL},
        {BASE "statements: [{id: s1, party: a, act: asks, topic: t, source: @s}]\n",
         "unknown source `s`", "declare it under `sources`"},
        {BASE "statements: [{id: s1, party: a, act: asks, topic: t, replaces: @s0}]\n",
         "unknown statement `s0`", "did you mean `s1`?"},
        {BASE "red_lines: [{id: r, party: a, holds: x = p, because: [@s1]}]\n",
         "unknown statement `s1`", NULL},
        {BASE "preferences: {@c: {}}\n", "unknown party `c`", NULL},
        {BASE "consent: a and @c\n", "`c`", NULL},
    };
    CHECK_ALL(cases, PP_SEVERITY_ERROR);
}

static void statements(void **state)
{
    (void)state;
    static const faulty_case cases[] = {
        {BASE "statements: [@{id: s1, party: a, act: asks}]\n", "needs `about` or `topic`", NULL},
        {BASE "statements: [{id: s1, party: a, act: @demand, topic: t}]\n", "is no act",
         "did you mean `demands`?"},
        {BASE "statements: [{id: s1, party: a, act: asks, topic: t, replaces: @s1}]\n",
         "`s1` replaces itself", NULL},
        {BASE "statements: [{id: s1, party: a, act: asks, topic: t, replaces: @s3},\n"
              "  {id: s2, party: a, act: asks, topic: t, replaces: s1},\n"
              "  {id: s3, party: a, act: asks, topic: t, replaces: s2},\n"
              "  {id: s4, party: a, act: asks, topic: t, replaces: s2}]\n",
         "3 statements replace each other in a circle", NULL},
        {BASE "statements: [{id: s1, party: a, act: asks, topic: t, quote: @words}]\n",
         "a quotation without a source", NULL},
        {BASE SOURCES "statements: [{id: s1, party: a, act: asks, topic: t, source: s,\n"
                      "  quote: @some word stand here}]\n",
         "does not stand in the source `s`", "the closest passage is: some words stand here"},
        {BASE SOURCES "statements: [{id: s1, party: a, act: asks, topic: t, source: s,\n"
                      "  quote: @\"  \"}]\n",
         "without a word", NULL},
        {BASE "sources: [{id: s, text: w, grade: @B7}]\n", "`B7` is no grade", NULL},
        {BASE "sources: [@{id: s}]\n", "needs `file` or `text`", NULL},
        {BASE "sources: [{id: s, file: f, text: @w}]\n", "not both", NULL},
        {BASE "statements: [{id: s1, party: a, act: asks, about: x = @r}]\n", "`r`", NULL},
    };
    CHECK_ALL(cases, PP_SEVERITY_ERROR);
    static const faulty_case doubtful[] = {
        {BASE "statements: [{id: s1, party: a, act: asks, topic: t},\n"
              "  {id: s2, party: b, act: asks, topic: t, replaces: @s1}]\n",
         "a statement of another party", NULL},
        {BASE "statements: [{id: s1, party: a, act: asks, topic: t, date: 2024-01-02},\n"
              "  {id: s2, party: a, act: asks, topic: t, date: 2024-01-02, replaces: @s1}]\n",
         "`s2` of 2024-01-02 replaces `s1` of 2024-01-02, which is not earlier", NULL},
        {BASE "links: [{rule: x = q}]\nstatus_quo: @{x: p, y: 1}\n",
         "the status quo breaks the link on line", "no path can begin there"},
        {BASE "statements: [{id: s1, party: a, act: asks, topic: t}]\n"
              "red_lines: [{id: r, party: b, holds: x = p, because: [@s1]}]\n",
         "is a statement of `a`, this red line of `b`", NULL},
        {BASE "statements: [{id: s1, party: a, act: asks, topic: t}]\n"
              "red_lines: [{id: r, party: a, holds: x = p, because: [s1, @s1]}]\n",
         "named already", NULL},
    };
    CHECK_ALL(doubtful, PP_SEVERITY_WARNING);
    static const faulty_case noted[] = {
        {BASE SOURCES "statements: [{id: s1, party: a, act: asks, topic: t, source: s,\n"
                      "  quote: @some   words}]\n",
         "differs from its source in white space", NULL},
    };
    CHECK_ALL(noted, PP_SEVERITY_NOTE);
}

#define OF_A(text) BASE "preferences: {a: {" text "}}\n"

static void preferences(void **state)
{
    (void)state;
    static const faulty_case cases[] = {
        {OF_A("importance: x > @z"), "unknown issue `z`", NULL},
        {OF_A("importance: x > y ~ @x"), "`x` stands twice", NULL},
        {OF_A("importance: x @< y"), "`<` is no sign of an order", NULL},
        {OF_A("importance: x >@ "), "an issue is missing here", NULL},
        {OF_A("orders: {x: p > @r}"), "`r` is no option of `x`", NULL},
        {OF_A("values: {x: {p: 1, q: 0}}, orders: {@x: p > q}"), "both `values` and `orders`",
         NULL},
        {OF_A("values: {@x: {p: 1}}"), "no value of `x` for `q`", NULL},
        {OF_A("values: {x: {p: 1, q: @many}}"), "`many` is no number", NULL},
        {OF_A("weights: {x: @-1}"), "a weight below 0", NULL},
        {OF_A("weights: {x: @1e400}"), "too many digits", NULL},
        {OF_A("no_deal: @bad"), "does not say what no deal is worth", "worse than (formula)"},
        {OF_A("no_deal: [@1, 2]"), "stands alone", NULL},
        {OF_A("no_deal: worse than (x = @r)"), "`r`", NULL},
        {OF_A("no_deal: better than ( (x = p) and (x = @r) )"), "`r`", NULL},
        {OF_A("ranking: [@6]"), "no package with the code 6", "there are 6 packages"},
        {OF_A("ranking: [@99999999999999999999999999999999999]"), "no package", NULL},
        {OF_A("ranking: [0, [1, @0]]"), "names this package twice", NULL},
        {OF_A("ranking: [@{x: p}]"), "names no option for `y`", NULL},
        {OF_A("ranking: [{x: p, y: @4}]"), "`4` is no option of `y`", NULL},
        {OF_A("ranking: [@-1]"), "`-1` is no package", NULL},
        {OF_A("@ranking: [0], priorities: [x = p]"), "`ranking` and `priorities` together", NULL},
        {OF_A("unknown: [@[0]]"), "a pair has two packages, this has 1", NULL},
        {OF_A("unknown: [@[0, 0]]"), "are the same", NULL},
        {OF_A("compare: [@{better: 0}]"), "needs `worse`", NULL},
        {OF_A("priorities: [x = @r]"), "`r`", NULL},
        {OF_A("does_not_see: x = @r"), "`r`", NULL},
        {OF_A("because: [@r]"), "`r`", NULL},
        {BASE "same: [x = p]\npreferences: {a: {ranking: [0, @2]}}\n",
         "the ranking puts them in different places", NULL},
        {BASE "status_quo: @6\n", "no package with the code 6", "there are 6 packages"},
        {BASE "status_quo: @{x: p}\n", "names no option for `y`", NULL},
        {BASE "status_quo: {x: @r, y: 1}\n", "`r`", NULL},
        {BASE "same: [x = p and y < 3, x = p and y > 1]\n"
              "preferences: {a: {ranking: [[0, 2], @4]}}\n",
         "the ranking puts them in different places", NULL},
    };
    CHECK_ALL(cases, PP_SEVERITY_ERROR);
}

/* One fault in the issues is one message, and not one for each formula. */
static void one_fault_is_one_message(void **state)
{
    (void)state;
    static const char yaml[] = HEAD PARTIES
        "issues: [{id: x, optons: [p, q]}]\n"
        "links: [{rule: x = p}]\n"
        "statements: [{id: s1, party: a, act: asks, about: x = p}]\n"
        "red_lines: [{id: r, party: a, holds: y = p, because: [s1]}]\n"
        "preferences: {a: {orders: {x: p > q}, ranking: [0, 1], priorities: [x = p]}}\n";
    pp_case *made = read_text(yaml, ".", PP_ERROR_INPUT);
    assert_int_equal(made->diagnostics.error_count, 2); /* unknown `optons`, missing `options` */
    size_t notes = 0;
    for (size_t i = 0; i < made->diagnostics.list.count; i++)
        notes += made->diagnostics.list.items[i].severity == PP_SEVERITY_NOTE;
    assert_int_equal(notes, 1);
    pp_i_case_free(made);
    made = read_text(HEAD ISSUES "parties: {a: b}\n"
                                 "statements: [{id: s1, party: a, act: asks, about: x = p}]\n"
                                 "preferences: {c: {}}\nconsent: a\n",
                     ".", PP_ERROR_INPUT);
    assert_int_equal(made->diagnostics.error_count, 1);
    pp_i_case_free(made);
}

static void all_errors_in_the_order_of_the_file(void **state)
{
    (void)state;
    static const char yaml[] =
        "pourparler: 2\ntitle: t\nas_of: never\n"
        "red_lines: [{id: r, party: c, holds: x = r}]\n" ISSUES PARTIES "same: [x = ]\nextra: 1\n";
    pp_case *made = read_text(yaml, ".", PP_ERROR_INPUT);
    assert_int_equal(made->diagnostics.error_count, 6);
    for (size_t i = 1; i < made->diagnostics.list.count; i++)
        assert_true(made->diagnostics.list.items[i - 1].place.line <=
                    made->diagnostics.list.items[i].place.line);
    pp_i_case_free(made);
}

/* --- Limits ---------------------------------------------------------------------------------- */

/* `count` times `line`, in which %zu is the number, between `head` and `tail`. */
static char *repeated(const char *head, const char *line, size_t count, const char *tail)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_builder text;
    pp_i_builder_init(&text, &arena);
    pp_i_builder_add_string(&text, head);
    for (size_t i = 0; i < count; i++) {
        const char *rest = line;
        for (const char *at; (at = strchr(rest, '#')) != NULL; rest = at + 1) {
            pp_i_builder_add(&text, (pp_text){rest, (size_t)(at - rest)});
            pp_i_builder_print(&text, "%zu", i);
        }
        pp_i_builder_add_string(&text, rest);
    }
    pp_i_builder_add_string(&text, tail);
    char *copy = strdup(text.data);
    pp_i_arena_free(&arena);
    return copy;
}

static void check_limit(const char *head, const char *line, size_t limit, const char *tail,
                        const char *message)
{
    char *yaml = repeated(head, line, limit, tail);
    pp_i_case_free(read_text(yaml, ".", PP_OK));
    free(yaml);
    yaml = repeated(head, line, limit + 1, tail);
    pp_case *made = read_text(yaml, ".", PP_ERROR_INPUT);
    assert_int_equal(made->diagnostics.error_count, 1);
    for (size_t i = 0; i < made->diagnostics.list.count; i++)
        if (made->diagnostics.list.items[i].severity == PP_SEVERITY_ERROR)
            assert_said(&made->diagnostics.list.items[i], message, NULL);
    pp_i_case_free(made);
    free(yaml);
}

static void limits_at_their_edge(void **state)
{
    (void)state;
    check_limit(HEAD ISSUES "parties:\n", " - {id: p#}\n", PP_CASE_PARTY_COUNT_MAX, "",
                "257 parties: at most 256");
    check_limit(HEAD PARTIES "issues:\n", " - {id: i#, options: [p]}\n", PP_CASE_ISSUE_COUNT_MAX,
                "", "257 issues: at most 256");
    check_limit(HEAD PARTIES "issues:\n - id: x\n   options:\n", "    - o#\n",
                PP_CASE_OPTION_COUNT_MAX, "", "257 options: at most 256");
    check_limit(BASE "links:\n", " - {rule: x = p}\n", PP_CASE_LINK_COUNT_MAX, "",
                "4097 links: at most 4096");
    check_limit(BASE "statements:\n", " - {id: s#, party: a, act: asks, topic: t}\n",
                PP_CASE_STATEMENT_COUNT_MAX, "", "10001 statements: at most 10000");
    check_limit(BASE "sources:\n", " - {id: s#, text: t}\n", PP_CASE_SOURCE_COUNT_MAX, "",
                "10001 sources: at most 10000");
    check_limit(BASE "assumptions:\n", " - {id: s#, says: t}\n", PP_CASE_ASSUMPTION_COUNT_MAX, "",
                "10001 assumptions: at most 10000");
    check_limit(BASE "red_lines:\n", " - {id: s#, party: a, holds: x = p}\n",
                PP_CASE_RED_LINE_COUNT_MAX, "", "513 red lines: at most 512");
    check_limit(BASE "same:\n", " - x = p\n", PP_CASE_SAME_COUNT_MAX, "",
                "257 formulas: at most 256");
    check_limit(HEAD PARTIES "issues:\n"
                             " - {id: x, options: [a, b, c, d, e, f, g, h, i, j, k, l]}\n"
                             " - {id: y, options: [a, b, c, d, e, f, g, h, i, j, k, l]}\n"
                             " - {id: z, options: [a, b, c, d, e, f, g, h, i, j, k, l]}\n"
                             " - {id: u, options: [a, b, c, d, e, f, g, h, i, j, k, l]}\n"
                             " - {id: v, options: [a, b, c, d, e, f, g, h, i, j, k, l]}\n"
                             "preferences:\n  a:\n    ranking:\n",
                "     - #\n", PP_CASE_RANKED_COUNT_MAX, "", "the limit of 100000");
}

static void a_long_quotation_is_refused(void **state)
{
    (void)state;
    char *words = malloc(PP_EVIDENCE_QUOTE_BYTE_COUNT_MAX + 2);
    memset(words, 'w', PP_EVIDENCE_QUOTE_BYTE_COUNT_MAX + 1);
    for (size_t more = 0; more < 2; more++) {
        words[PP_EVIDENCE_QUOTE_BYTE_COUNT_MAX + more] = '\0';
        char *yaml = repeated(BASE "sources:\n - id: s\n   text: ", words, 1,
                              "\nstatements:\n - {id: q, party: a, act: asks, topic: t,"
                              " source: s, quote: ");
        char *whole = malloc(strlen(yaml) + strlen(words) + 4);
        sprintf(whole, "%s%s}\n", yaml, words);
        pp_case *made = read_text(whole, ".", more == 0 ? PP_OK : PP_ERROR_INPUT);
        assert_int_equal(made->diagnostics.error_count, more);
        if (more == 1)
            assert_said(&made->diagnostics.list.items[0], "1048577 bytes: at most 1048576", NULL);
        pp_i_case_free(made);
        free(whole);
        free(yaml);
        words[PP_EVIDENCE_QUOTE_BYTE_COUNT_MAX] = 'w';
    }
    free(words);
}

/* --- Files ----------------------------------------------------------------------------------- */

static void write_file(const char *folder, const char *name, const char *bytes, size_t length)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static void all_sources_together_are_bounded(void **state)
{
    (void)state;
    char folder[] = "/tmp/pourparler-test-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/s.txt", folder);
    const size_t size = PP_CASE_SOURCE_BYTE_COUNT_MAX - 1;
    char *words = malloc(size);
    memset(words, 'w', size);
    write_file(folder, "s.txt", words, size);
    static const char full[] = BASE "sources: [{id: s, file: s.txt}, {id: t, text: w}]\n";
    pp_i_case_free(read_text(full, folder, PP_OK));
    static const faulty_case more = {
        BASE "sources: [{id: s, file: s.txt}, {id: t, text: @ww}, {id: u, text: www}]\n",
        "larger than the limit of 64 MiB", NULL};
    check_one(&more, folder, PP_SEVERITY_ERROR);
    static const faulty_case file = {BASE "sources: [{id: t, text: ww}, {id: s, file: @s.txt}]\n",
                                     "larger than the limit of 64 MiB", NULL};
    check_one(&file, folder, PP_SEVERITY_ERROR);
    free(words);
    unlink(path);
    rmdir(folder);
}

/* A confidential file beside the case's folder is never read into the case. */
static void sources_stay_in_the_folder(void **state)
{
    (void)state;
    char root[] = "/tmp/pourparler-test-XXXXXX", folder[64], path[128];
    assert_non_null(mkdtemp(root));
    snprintf(folder, sizeof folder, "%s/case", root);
    assert_int_equal(mkdir(folder, 0700), 0);
    write_file(root, "secret.txt", "secret", 6);
    write_file(folder, "good.txt", "good words", 10);
    write_file(folder, "latin.txt", "one\ntw\xF6\n", 8);
    write_file(folder, "nul.txt", "o\0e", 3);
    snprintf(path, sizeof path, "%s/link.txt", folder);
    assert_int_equal(symlink("../secret.txt", path), 0);
    snprintf(path, sizeof path, "%s/inside.txt", folder);
    assert_int_equal(symlink("good.txt", path), 0);
    static const faulty_case cases[] = {
        {BASE "sources: [{id: s, file: @missing.txt}]\n", "there is no source file", "beside"},
        {BASE "sources: [{id: s, file: @../secret.txt}]\n", "is outside the case's folder",
         "--allow-outside"},
        {BASE "sources: [{id: s, file: @link.txt}]\n", "is outside the case's folder", NULL},
        {BASE "sources: [{id: s, file: @/etc/passwd}]\n", "is outside the case's folder", NULL},
        {BASE "sources: [{id: s, file: @../case}]\n", "is outside", NULL},
        {BASE "sources: [{id: s, file: @latin.txt}]\n", "is not UTF-8: byte 7 (line 2)", "UTF-8"},
        {BASE "sources: [{id: s, file: @nul.txt}]\n", "byte 2 (line 1) is NUL", NULL},
        /* A source that could not be read says nothing about its quotations. */
        {BASE "sources: [{id: s, file: @missing.txt}]\n"
              "statements: [{id: q, party: a, act: asks, topic: t, source: s, quote: words}]\n",
         "there is no source file", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_one(&cases[i], folder, PP_SEVERITY_ERROR);
    static const char good[] =
        BASE "sources: [{id: s, file: good.txt}, {id: u, file: inside.txt},\n"
             "  {id: v, file: ../case/good.txt}]\n";
    pp_case *made = read_text(good, folder, PP_OK);
    assert_ptr_equal(made->sources[0].words.data, made->sources[1].words.data); /* read once */
    assert_ptr_equal(made->sources[0].words.data, made->sources[2].words.data);
    pp_i_case_free(made);
    static const char outside[] = BASE "sources: [{id: s, file: ../secret.txt}]\n";
    assert_int_equal(pp_i_case_read(pp_i_text_of(outside), "c", folder, true, NULL, &made, NULL),
                     PP_OK);
    assert_int_equal(made->sources[0].words.length, 6);
    pp_i_case_free(made);
    static const char *const names[] = {"good.txt", "latin.txt", "nul.txt", "link.txt",
                                        "inside.txt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/secret.txt", root);
    unlink(path);
    rmdir(folder);
    rmdir(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_and_kinds),
        cmocka_unit_test(ids),
        cmocka_unit_test(references),
        cmocka_unit_test(statements),
        cmocka_unit_test(preferences),
        cmocka_unit_test(one_fault_is_one_message),
        cmocka_unit_test(all_errors_in_the_order_of_the_file),
        cmocka_unit_test(limits_at_their_edge),
        cmocka_unit_test(a_long_quotation_is_refused),
        cmocka_unit_test(all_sources_together_are_bounded),
        cmocka_unit_test(sources_stay_in_the_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
