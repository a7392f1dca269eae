/* test_yaml.c: an analyst who slips in the notation must be told where and how, and nothing that
 * stands in a case file may be read as something else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/run.h"
#include "case/yaml.h"
#include "case/yaml_write.h"
#include "failing_allocator.h"

typedef struct fixture {
    pp_i_arena arena;
    pp_i_diagnostics diagnostics;
    const pp_i_yaml_node *root;
} fixture;

static void read_bytes(fixture *made, const char *bytes, size_t length)
{
    pp_i_arena_init(&made->arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics_init(&made->diagnostics, &made->arena);
    pp_text text = {bytes, length};
    pp_i_diagnostics_set_file(&made->diagnostics, "case.yaml", text);
    made->root = NULL;
    assert_int_equal(pp_i_yaml_read(text, &made->arena, &made->diagnostics, &made->root, NULL),
                     PP_OK);
}

static void read_string(fixture *made, const char *text)
{
    read_bytes(made, text, strlen(text));
}

static void end(fixture *made)
{
    pp_i_arena_free(&made->arena);
}

static void check_text(const pp_i_yaml_node *node, const char *text, size_t line, size_t column)
{
    assert_non_null(node);
    assert_int_equal(node->kind, PP_YAML_SCALAR);
    if (!pp_i_text_is(node->text, text))
        fail_msg("%s is not %s", node->text.data, text);
    assert_int_equal(node->place.line, line);
    assert_int_equal(node->place.column, column);
}

static void test_places(void **state)
{
    (void)state;
    fixture made;
    read_string(&made, "\xEF\xBB\xBF"
                       "title: \xC3\x9C"
                       "ber Wasser\r\n"
                       "no: 1 # comment\n"
                       "\n"
                       "list:\n"
                       "  - {\xC3\xA4: 'it''s', b: \"x y\"}\n"
                       "  - [null, ~]\n"
                       "text: |\n  one\n  two\n"
                       "gone:\n"
                       "folded: one\n  two\n");
    assert_int_equal(made.diagnostics.list.count, 0);
    assert_int_equal(made.root->kind, PP_YAML_MAPPING);
    assert_int_equal(made.root->pair_count, 6);
    check_text(pp_i_yaml_get(made.root, "title"),
               "\xC3\x9C"
               "ber Wasser",
               1, 8);
    check_text(pp_i_yaml_get(made.root, "no"), "1", 2, 5);
    assert_int_equal(made.root->pairs[1].key_place.line, 2);
    assert_int_equal(made.root->pairs[1].key_place.column, 1);
    const pp_i_yaml_node *list = pp_i_yaml_get(made.root, "list");
    assert_int_equal(list->item_count, 2);
    assert_false(list->flow);
    assert_true(list->items[0]->flow);
    check_text(list->items[0]->pairs[0].value, "it's", 5, 9);
    assert_false(list->items[0]->pairs[0].value->verbatim);
    check_text(list->items[0]->pairs[1].value, "x y", 5, 21);
    assert_int_equal(pp_i_yaml_place_at(list->items[0]->pairs[1].value, 2).column, 24);
    check_text(list->items[1]->items[0], "null", 6, 6);
    check_text(list->items[1]->items[1], "~", 6, 12);
    check_text(pp_i_yaml_get(made.root, "text"), "one\ntwo\n", 7, 7);
    assert_false(pp_i_yaml_get(made.root, "text")->one_line);
    assert_true(pp_i_yaml_get(made.root, "gone")->absent);
    check_text(pp_i_yaml_get(made.root, "folded"), "one two", 11, 9);
    assert_false(pp_i_yaml_get(made.root, "folded")->one_line);
    assert_int_equal(pp_i_yaml_place_at(pp_i_yaml_get(made.root, "folded"), 5).column, 9);
    assert_null(pp_i_yaml_get(made.root, "none"));
    end(&made);
}

typedef struct slip {
    const char *text;
    size_t line, column;
    const char *message; /* a part of it */
    const char *hint;    /* a part of it, or null */
} slip;

/* Each is one diagnostic, at its place, with what to do about it. */
static void test_slips(void **state)
{
    (void)state;
    static const slip cases[] = {
        {"", 1, 1, "nothing in this file", "pourparler: 1"},
        {"# only a comment\n", 1, 1, "nothing in this file", NULL},
        {"\xFF\xFE"
         "a",
         1, 1, "UTF-16", "UTF-8"},
        {"a: b\nc: \xE9t\xE9\n", 2, 4, "0xE9", "UTF-8"},
        {"a: b\x07", 1, 5, "U+0007", "delete"},
        {"a: \xC2\x80", 1, 4, "U+0080", "delete"},
        {"a: x\xEF\xBB\xBF", 1, 5, "U+FEFF", "delete"},
        {"a: &x b\n", 1, 4, "anchor", "write the value out"},
        {"a: *x\n", 1, 4, "alias", "write the value out"},
        {"a: [*x, b]\n", 1, 5, "alias", NULL},
        {"*x : b\n", 1, 1, "alias", NULL},
        {"a: !!int 1\n", 1, 4, "tag", "every value is text"},
        {"a: ! 1\n", 1, 4, "tag", NULL},
        {"a: !x {b: c}\n", 1, 4, "tag", NULL},
        {"a: &x [b]\n", 1, 4, "anchor", NULL},
        {"<<: {a: b}\n", 1, 1, "merge key", NULL},
        {"a: b\n---\nc: d\n", 2, 1, "second document", "one document"},
        {"a: b\nc: d\na: e\n", 3, 1, "`a` stands twice", "line 1"},
        {"x: {a: b, a: c}\n", 1, 11, "`a` stands twice", NULL},
        {"a: b\n? [c, d]\n: e\n", 2, 3, "cannot be a list", NULL},
        {"{a: b}: c\n", 1, 1, "cannot be a list", NULL},
        {"a: b\n: c\n", 2, 1, "a key is missing", NULL},
        {"{a: b, : c}\n", 1, 8, "a key is missing", NULL},
        {"a: b\n?\n: c\n", 2, 2, "a key is missing", NULL},
        {"a:\n\tb: c\n", 2, 1, "a tab indents", "blanks"},
        {"a: 'b\nc: d\n", 1, 4, "never closed", "apostrophe twice"},
        {"a: \"b\n", 1, 4, "never closed", NULL},
        {"a: \"b\n---\n", 1, 4, "before a line of `---`", NULL},
        {"title: Talks: round two\n", 1, 13, "a `:` cannot stand here", "quotes"},
        {"a: b\n  c: d\n", 2, 4, "a `:` cannot stand here", "indent the key"},
        {"a: b\ncd\ne: f\n", 2, 1, "without a `:`", "write `key: value`"},
        {"a: @b\n", 1, 4, "cannot start with this sign", "quotes"},
        {"a: %b\n", 1, 4, "cannot start with this sign", "quotes"},
        {"a: - b\n", 1, 4, "a `-` cannot stand here", "own line"},
        {"a: ? b\n", 1, 4, "a `?` cannot stand here", "quotes"},
        {"a: \"b\" said c\n", 1, 8, "behind a closing quotation mark", "'...'"},
        {"a: 'b's c'\n", 1, 7, "behind a closing quotation mark", NULL},
        {"a: \"\\q\"\n", 1, 5, "escape", "backslash"},
        {"a: \"\\ud800\"\n", 1, 7, "escape", "backslash"},
        {"a: \"b\\0c\"\n", 1, 4, "a NUL", "leave it out"},
        {"a: | words\n", 1, 6, "behind `|`", "next line"},
        {"a: * b\n", 1, 4, "`&` or `*`", "quotes"},
        {"a: !<b\n", 1, 4, "`!`", "quotes"},
        {"a: !x!b c\n", 1, 4, "`!`", "quotes"},
        {"%x\na: b\n", 1, 1, "`%`", NULL},
        {"%YAML 3.0\n---\na: b\n", 1, 1, "version", NULL},
        {"a: [b, c\n", 1, 4, "the `[` that opens here", "]"},
        {"a: {b: c\n", 1, 4, "the `{` that opens here", "}"},
        {"a: [b, c\nd: e\n", 2, 2, "`,` or `]`", "1:4"},
        {"a: {b: c, d: e: f}\n", 1, 15, "`,` or `}`", "quotes"},
        {"a: [b]]\n", 1, 7, "a key should stand here", NULL},
        {"a: [,]\n", 1, 5, "a value should stand here", NULL},
        {"a:\n  b: 1\n c: 2\n", 3, 2, "a key should stand here", "one column"},
        {"a:\n  - b\n  c\n  - d\n", 3, 3, "without a `:`", NULL},
        {"- b\nc: d\n", 2, 1, "a `-` should stand here", "one column"},
        {"{holds: flow in (half, full)}", 1, 24, "{ } splits at a comma", "in quotes"},
        {"[a in (b, c, d), e]", 1, 14, "[ ] splits at a comma", "in quotes"},
        {"{holds: a in (b,\n  c)}", 2, 3, "{ } splits at a comma", NULL},
        {"{holds: a in (b, c, d: e}", 1, 18, "{ } splits at a comma", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const slip *row = &cases[i];
        fixture made;
        read_string(&made, row->text);
        const pp_i_diagnostics *all = &made.diagnostics;
        const pp_i_diagnostic *found = all->list.items;
        if (all->list.count != 1 || found->place.line != row->line ||
            found->place.column != row->column || strstr(found->message, row->message) == NULL ||
            (row->hint != NULL && (found->hint == NULL || strstr(found->hint, row->hint) == NULL)))
            fail_msg("%s: %zu found; %zu:%zu %s (%s)", row->text, all->list.count,
                     all->list.count ? found->place.line : 0,
                     all->list.count ? found->place.column : 0,
                     all->list.count ? found->message : "",
                     all->list.count && found->hint ? found->hint : "");
        end(&made);
    }
}

static void test_nul(void **state)
{
    (void)state;
    fixture made;
    read_bytes(&made, "a: b\nc: \0d\n", 11);
    assert_int_equal(made.diagnostics.list.count, 1);
    assert_non_null(strstr(made.diagnostics.list.items[0].message, "NUL"));
    assert_int_equal(made.diagnostics.list.items[0].place.line, 2);
    assert_int_equal(made.diagnostics.list.items[0].place.column, 4);
    end(&made);
    read_bytes(&made, "a\0:\0 \0b\0", 8);
    assert_non_null(strstr(made.diagnostics.list.items[0].message, "UTF-16"));
    end(&made);
}

/* A formula that a comma has split is whole again, and the keys around it are what they were. */
static void test_split(void **state)
{
    (void)state;
    fixture made;
    read_string(&made, "- {holds: flow in (half, full), if: dam in (a, b, c), id: x}\n"
                       "- {rule: a in (b, c) implies d in (e, f), why: g (h, i)}\n"
                       "- {a: b (c, d: e}\n"
                       "- {quoted: 'a in (b, c)', e: f (g), h: i)}\n");
    assert_int_equal(made.diagnostics.list.count, 4);
    const pp_i_yaml_node *node = made.root->items[0];
    assert_int_equal(node->pair_count, 3);
    check_text(node->pairs[0].value, "flow in (half, full)", 1, 11);
    check_text(node->pairs[1].value, "dam in (a, b, c)", 1, 37);
    assert_true(pp_i_text_is(node->pairs[2].key, "id"));
    assert_int_equal(pp_i_yaml_place_at(node->pairs[0].value, 15).column, 26);
    node = made.root->items[1];
    assert_int_equal(node->pair_count, 2);
    check_text(node->pairs[0].value, "a in (b, c) implies d in (e, f)", 2, 10);
    check_text(node->pairs[1].value, "g (h, i)", 2, 48);
    assert_int_equal(made.root->items[2]->pair_count, 2);
    assert_int_equal(made.root->items[3]->pair_count, 3);
    end(&made);
}

/* What is written between brackets is not taken for what a comma has split. */
static void test_written(void **state)
{
    (void)state;
    static const char *const texts[] = {"To( Harker", "a)", "((", "b (c)", ")(", "(", "d)"};
    const size_t count = sizeof texts / sizeof *texts;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_builder list;
    pp_i_builder_init(&list, &arena);
    for (size_t i = 0; i < count; i++) {
        pp_i_builder_add_string(&list, i == 0 ? "[" : ", ");
        pp_i_yaml_write_scalar(&list, (pp_text){texts[i], strlen(texts[i])}, true);
    }
    pp_i_builder_add_string(&list, "]\n");
    pp_text text = pp_i_builder_text(&list);
    fixture made;
    read_bytes(&made, text.data, text.length);
    assert_int_equal(made.diagnostics.list.count, 0);
    assert_int_equal(made.root->item_count, count);
    for (size_t i = 0; i < count; i++)
        assert_true(pp_i_text_is(made.root->items[i]->text, texts[i]));
    end(&made);
    pp_i_arena_free(&arena);
}

/* All but a syntax error is found in one run. */
static void test_all(void **state)
{
    (void)state;
    fixture made;
    read_string(&made, "a: &x b\nc: *x\na: d\n<<: e\nf: {g: h in (i, j), k: !!str l}\n");
    assert_int_equal(made.diagnostics.list.count, 6);
    assert_int_equal(made.root->pair_count, 3);
    assert_true(pp_i_yaml_get(made.root, "c")->broken);
    check_text(pp_i_yaml_get(made.root, "a"), "b", 1, 4);
    end(&made);
}

static void check_depth(size_t depth, const char *open, bool good)
{
    char *text = calloc(depth + 1, strlen(open) + 1);
    for (size_t i = 0; i < depth; i++)
        strcat(text, open);
    for (size_t i = 0; open[0] == '[' && i < depth; i++)
        strcat(text, "]");
    fixture made;
    read_string(&made, text);
    assert_int_equal(made.root != NULL, good);
    assert_int_equal(made.diagnostics.list.count, good ? 0 : 1);
    if (!good)
        assert_non_null(strstr(made.diagnostics.list.items[0].message, "nested too deep"));
    end(&made);
    free(text);
}

static void test_limits(void **state)
{
    (void)state;
    check_depth(PP_YAML_DEPTH_MAX, "[", true);
    check_depth(PP_YAML_DEPTH_MAX + 1, "[", false);
    check_depth(PP_YAML_DEPTH_MAX, "- ", true);
    check_depth(PP_YAML_DEPTH_MAX + 1, "- ", false);
    check_depth(5000, "[", false);
    const size_t length = (size_t)PP_YAML_BYTE_COUNT_MAX + 1;
    char *text = malloc(length);
    memset(text, '\n', length);
    memcpy(text, "a: b", 4);
    fixture made;
    read_bytes(&made, text, length);
    assert_null(made.root);
    assert_non_null(strstr(made.diagnostics.list.items[0].message, "64 MiB"));
    end(&made);
    free(text);
}

/* An alias bomb and a mapping of many keys cost what they look like. */
static void test_hostile(void **state)
{
    (void)state;
    pp_i_run run;
    pp_i_run_init(&run, NULL);
    fixture made;
    read_string(&made, "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n");
    assert_int_equal(made.diagnostics.list.count, 9);
    end(&made);
    const size_t count = 200000;
    char *text = malloc(count * 12), *at = text;
    for (size_t i = 0; i < count; i++)
        at += sprintf(at, "k%zu: v\n", i);
    read_bytes(&made, text, (size_t)(at - text));
    assert_int_equal(made.diagnostics.list.count, 0);
    assert_int_equal(made.root->pair_count, count);
    end(&made);
    at = text;
    for (size_t i = 0; i < count / 2; i++)
        at += sprintf(at, "%%TAG !a%zu! b\n", i);
    read_bytes(&made, text, (size_t)(at - text));
    assert_int_equal(made.diagnostics.list.count, 1);
    assert_int_equal(made.diagnostics.list.items[0].place.line, 17);
    end(&made);
    memset(text, 'x', count * 12); /* one very long word */
    read_bytes(&made, text, count * 12);
    assert_int_equal(made.root->text.length, count * 12);
    end(&made);
    free(text);
    assert_true(pp_i_run_seconds(&run) < 20);
}

/* JSON writes a code point beyond U+FFFF as two escapes; elsewhere they stay what they are. */
static void test_surrogates(void **state)
{
    (void)state;
    fixture made;
    read_string(&made, "{\"a\": \"x \\uD83D\\uDE00 \\uD834\\uDD1E.\",\n \"b\": \"\\u00e4\"}");
    assert_int_equal(made.diagnostics.list.count, 0);
    check_text(pp_i_yaml_get(made.root, "a"), "x \xF0\x9F\x98\x80 \xF0\x9D\x84\x9E.", 1, 7);
    check_text(pp_i_yaml_get(made.root, "b"), "\xC3\xA4", 2, 7);
    end(&made);
    read_string(&made, "[\"\\\\uD83D\\\\uDE00\"]"); /* escaped backslashes */
    assert_int_equal(made.diagnostics.list.count, 0);
    check_text(made.root->items[0], "\\uD83D\\uDE00", 1, 2);
    end(&made);
    static const char *const lone[] = {"[\"\\uD83D\"]", "[\"\\uDE00\\uD83D\"]",
                                       "[\"\\uD83D\\uD83D\"]"};
    for (size_t i = 0; i < sizeof lone / sizeof *lone; i++) {
        read_string(&made, lone[i]);
        assert_int_equal(made.diagnostics.error_count, 1);
        end(&made);
    }
    read_string(&made, "a: '\\uD83D\\uDE00'");
    check_text(pp_i_yaml_get(made.root, "a"), "\\uD83D\\uDE00", 1, 4);
    end(&made);
}

static void test_memory(void **state)
{
    (void)state;
    static const char text[] =
        "a: [b, {c: d in (e, f), g: 'h'}]\na: 1\ni: *j\nk:\n"
        "  l: {l0: 0, l1: 1, l2: 2, l3: 3, l4: 4, l5: 5, l6: 6, l7: 7, l8: 8, l9: 9, m0: 0, m1: 1, "
        "m2: 2, m3: 3}\nn: \"o\n";
    for (size_t n = 1;; n++) {
        failing_allocator failing;
        pp_i_arena arena;
        pp_i_arena_init(&arena, failing_allocator_make(&failing, n));
        pp_i_diagnostics diagnostics;
        pp_i_diagnostics_init(&diagnostics, &arena);
        const pp_i_yaml_node *root = (const pp_i_yaml_node *)&arena;
        pp_error error = {0};
        pp_status status = pp_i_yaml_read(PP_TEXT(text), &arena, &diagnostics, &root, &error);
        bool done = failing.call_count < n;
        assert_int_equal(status, done ? PP_OK : PP_ERROR_MEMORY);
        if (!done)
            assert_ptr_equal(root, &arena);
        pp_i_arena_free(&arena);
        assert_int_equal(failing.held_count, 0);
        if (done)
            break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),  cmocka_unit_test(test_slips),
        cmocka_unit_test(test_nul),     cmocka_unit_test(test_split),
        cmocka_unit_test(test_all),     cmocka_unit_test(test_limits),
        cmocka_unit_test(test_hostile), cmocka_unit_test(test_surrogates),
        cmocka_unit_test(test_memory),  cmocka_unit_test(test_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
