/* If these fail, a conflict that gmcr-py saved is read as another one, or a bad file as a good one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "case/reader.h"
#include "exchange/gmcr/gmcr.h"
#include "failing_allocator.h"

#define MAKERS "\"decisionMakers\":[{\"name\":\"A\",\"options\":[0],\"preferenceRanking\":[1]}]"

/* Reads `words`; on PP_OK the YAML lies in `arena`. `said` gets the first message. */
static pp_status read_text(const char *words, pp_i_arena *arena, pp_text *yaml, char said[256])
{
    pp_i_diagnostics diagnostics;
    pp_text text = pp_i_text_of(words);
    pp_i_diagnostics_init(&diagnostics, arena);
    pp_i_diagnostics_set_file(&diagnostics, "f.gmcr", text);
    pp_status status = pp_i_gmcr_read(text, "f", arena, &diagnostics, yaml, NULL);
    snprintf(said, 256, "%s", diagnostics.list.count == 0 ? "" : diagnostics.list.items[0].message);
    return status;
}

static void assert_refused(const char *words, const char *why)
{
    pp_i_arena arena;
    pp_text yaml = PP_TEXT("untouched");
    char said[256];
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    assert_int_equal(read_text(words, &arena, &yaml, said), PP_ERROR_INPUT);
    if (strstr(said, why) == NULL)
        fail_msg("`%s` says `%s`, not `%s`", words, said, why);
    assert_string_equal(yaml.data, "untouched");
    pp_i_arena_free(&arena);
}

/* `count` options with one owner, which ranks one state. */
static char *with_options(size_t count, bool ranked)
{
    char *text = malloc(64 * (count + 4)), *at = text;
    at +=
        sprintf(at, "{\"useManualPreferenceRanking\":%s,\"options\":[", ranked ? "true" : "false");
    for (size_t i = 0; i < count; i++)
        at += sprintf(at, "%s{\"name\":\"o\"}", i == 0 ? "" : ",");
    sprintf(at, "]," MAKERS "}");
    return text;
}

static void limits_are_where_they_are_said_to_be(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_text yaml;
    char said[256];
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    char *most = with_options(PP_GMCR_OPTION_COUNT_MAX, false);
    char *more = with_options(PP_GMCR_OPTION_COUNT_MAX + 1, false);
    char *ranked = with_options(PP_GMCR_RANKED_OPTION_COUNT_MAX, true);
    char *too_many = with_options(PP_GMCR_RANKED_OPTION_COUNT_MAX + 1, true);
    assert_int_equal(read_text(most, &arena, &yaml, said), PP_OK);
    assert_int_equal(read_text(ranked, &arena, &yaml, said), PP_OK);
    assert_refused(more, "the limit is 64");
    assert_refused(too_many, "up to 16 options");
    free(most);
    free(more);
    free(ranked);
    free(too_many);
    pp_i_arena_free(&arena);
}

static void what_is_wrong_is_said_with_its_place(void **state)
{
    (void)state;
    assert_refused("", "no JSON");
    assert_refused("[]", "an object");
    assert_refused("{\"options\":[{\"name\":\"o\"}]}", "decisionMakers");
    assert_refused("{\"options\":[],\"decisionMakers\":[]}", "must be an option");
    assert_refused("{\"options\":[{}]," MAKERS "}", "options[0]: `name`");
    assert_refused("{\"options\":[{\"name\":\"o\",\"permittedDirection\":\"up\"}]," MAKERS "}",
                   "both, fwd or back");
    assert_refused("{\"options\":[{\"name\":\"o\"}]," MAKERS ",\"infeasibles\":[[[0,\"X\"]]]}",
                   "infeasibles[0]");
    assert_refused("{\"options\":[{\"name\":\"o\"}]," MAKERS
                   ",\"infeasibles\":[[[0,\"Y\"],[0,\"N\"]]]}",
                   "both taken and not taken");
    assert_refused("{\"options\":[{\"name\":\"o\"}]," MAKERS
                   ",\"infeasibles\":[\"Y\",\"N\"],\"useManualPreferenceRanking\":true}",
                   "preferenceRanking");
    assert_refused("{\"useManualPreferenceRanking\":true,\"options\":[{\"name\":\"o\"}],"
                   "\"decisionMakers\":[{\"name\":\"A\",\"options\":[0],"
                   "\"preferenceRanking\":[2,[1,2]]}]}",
                   "names state 2 twice");
}

/* Places in a ranking count the feasible states: with o1 and not o2 infeasible, 3 is code 3. */
static void rankings_count_feasible_states(void **state)
{
    (void)state;
    static const char words[] =
        "{\"useManualPreferenceRanking\":true,\"options\":[{\"name\":\"a\"},{\"name\":\"b\"}],"
        "\"decisionMakers\":[{\"name\":\"A\",\"options\":[0,1],\"preferenceRanking\":[3,[2,1]]}],"
        "\"infeasibles\":[\"YN\"]}";
    pp_i_arena arena;
    pp_text yaml;
    char said[256];
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    assert_int_equal(read_text(words, &arena, &yaml, said), PP_OK);
    assert_non_null(strstr(yaml.data, "ranking: [3, [2, 0]]"));
    pp_i_arena_free(&arena);
}

static void memory_that_runs_out_is_said_wherever_it_does(void **state)
{
    (void)state;
    char *words = with_options(12, true);
    bool done = false;
    for (size_t n = 1; !done; n++) {
        failing_allocator failing;
        pp_i_arena arena;
        pp_text yaml;
        char said[256];
        pp_i_arena_init(&arena, failing_allocator_make(&failing, n));
        pp_status status = read_text(words, &arena, &yaml, said);
        done = failing.call_count < n;
        assert_int_equal(status, done ? PP_OK : PP_ERROR_MEMORY);
        pp_i_arena_free(&arena);
        assert_int_equal(failing.held_count, 0);
    }
    free(words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_are_where_they_are_said_to_be),
        cmocka_unit_test(what_is_wrong_is_said_with_its_place),
        cmocka_unit_test(rankings_count_feasible_states),
        cmocka_unit_test(memory_that_runs_out_is_said_wherever_it_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
