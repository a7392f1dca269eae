/*
 * fuzz_formula.c: any bytes as a formula and as a consent rule: no crash, no leak, at most one
 * diagnostic, which stands inside the text; what is valid is printed and read back the same.
 */
#include <stdint.h>
#include <stdlib.h>

#include "case/case.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ISSUE_COUNT = 3, PARTY_COUNT = 3, SIZE_MAX_FUZZED = 1 << 15 };

static const pp_i_option FLOW[] = {{.id = {"no", 2}}, {.id = {"half", 4}}, {.id = {"full", 4}}};
static const pp_i_option DAM[] = {{.id = {"build", 5}}, {.id = {"stop", 4}}};
static const pp_i_option SHARE[] = {{.id = {"-3", 2}, .is_number = true, .number = {-3, 1}},
                                    {.id = {"2.5", 3}, .is_number = true, .number = {5, 2}},
                                    {.id = {"1/3", 3}, .is_number = true, .number = {1, 3}}};
static const pp_i_issue ISSUES[ISSUE_COUNT] = {
    {.id = {"flow", 4}, .options = FLOW, .option_count = 3},
    {.id = {"dam", 3}, .options = DAM, .option_count = 2},
    {.id = {"x-1", 3}, .options = SHARE, .option_count = 3, .numeric = true}};
static const pp_i_party PARTIES[PARTY_COUNT] = {
    {.id = {"up", 2}}, {.id = {"low", 3}}, {.id = {"2", 1}}};

static void check(bool holds)
{
    if (!holds)
        abort();
}

typedef pp_status parse_function(pp_text, const struct pp_i_yaml_node *, const pp_i_vocabulary *,
                                 pp_i_arena *, pp_i_diagnostics *, pp_i_formula *, pp_error *);

/* A formula that was read: it evaluates, and printing it gives it back. */
static void check_formula(const pp_i_formula *formula, parse_function *parse,
                          const pp_i_vocabulary *vocabulary, pp_i_arena *arena)
{
    unsigned char scratch[PP_FORMULA_NODE_COUNT_MAX];
    const pp_i_choice package[ISSUE_COUNT] = {1, 1, 2};
    const pp_i_word consenting = 5;
    pp_i_word subjects = 0;
    check(formula->node_count > 0 && formula->node_count <= PP_FORMULA_NODE_COUNT_MAX);
    pp_i_formula_subjects(formula, &subjects);
    bool consent = parse == pp_i_consent_parse;
    bool holds = consent ? pp_i_consent_holds(formula, &consenting, scratch)
                         : pp_i_formula_holds(formula, package, scratch);
    char *text = pp_i_formula_print(formula, vocabulary, arena);
    check(text != NULL);
    if (strlen(text) > PP_FORMULA_BYTE_COUNT_MAX)
        return; /* blanks and `implies` for `if` can make it longer than it may be */
    pp_i_diagnostics diagnostics;
    pp_i_diagnostics_init(&diagnostics, arena);
    pp_i_formula again;
    check(parse(pp_i_text_of(text), NULL, vocabulary, arena, &diagnostics, &again, NULL) == PP_OK);
    check(pp_i_formula_equal(formula, &again, vocabulary));
    bool holds_again = consent ? pp_i_consent_holds(&again, &consenting, scratch)
                               : pp_i_formula_holds(&again, package, scratch);
    check(holds == holds_again);
}

static void try(pp_text words, parse_function *parse, const pp_i_vocabulary *vocabulary,
                pp_i_arena *arena)
{
    pp_i_diagnostics diagnostics;
    pp_i_diagnostics_init(&diagnostics, arena);
    pp_i_diagnostics_set_file(&diagnostics, "formula", words);
    pp_i_formula formula;
    pp_status status = parse(words, NULL, vocabulary, arena, &diagnostics, &formula, NULL);
    if (status == PP_OK) {
        check(diagnostics.list.count == 0);
        check_formula(&formula, parse, vocabulary, arena);
        return;
    }
    check(status == PP_ERROR_INPUT && diagnostics.list.count == 1);
    const pp_i_diagnostic *found = &diagnostics.list.items[0];
    check(found->place.column >= 1 && found->place.column <= words.length + 1);
    check(found->message[0] != '\0' && found->hint != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pp_text words = {(const char *)data, size};
    if (size > SIZE_MAX_FUZZED || pp_i_utf8_check(words) != size)
        return 0;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_map issue_ids, party_ids;
    pp_i_map_init(&issue_ids, &arena);
    pp_i_map_init(&party_ids, &arena);
    for (size_t i = 0; i < ISSUE_COUNT; i++)
        check(pp_i_map_set(&issue_ids, ISSUES[i].id, i));
    for (size_t i = 0; i < PARTY_COUNT; i++)
        check(pp_i_map_set(&party_ids, PARTIES[i].id, i));
    pp_i_vocabulary vocabulary = {ISSUES,  ISSUE_COUNT, &issue_ids,
                                  PARTIES, PARTY_COUNT, &party_ids};
    try(words, pp_i_formula_parse, &vocabulary, &arena);
    try(words, pp_i_consent_parse, &vocabulary, &arena);
    pp_i_arena_free(&arena);
    return 0;
}
