/* If these fail, a proof proves nothing: a wrong one passes, or a right one is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <unistd.h>

#include "failing_allocator.h"
#include "method/proof/proof.h"
#include "method/random_case.h"
#include "method/zone/zone.h"

enum { LINE_COUNT_MAX = 9 };

static pp_case *random_case_of(uint64_t seed)
{
    random_case made;
    random_case_make(&made, seed, LINE_COUNT_MAX);
    return random_case_read(&made);
}

static pp_case *case_of(const char *yaml)
{
    pp_case *the_case = NULL;
    assert_int_equal(
        pp_i_case_read(pp_i_text_of(yaml), "case.yaml", ".", false, NULL, &the_case, NULL), PP_OK);
    return the_case;
}

static pp_proof_verdict check_text(const pp_case *the_case, pp_text proof)
{
    pp_proof_verdict verdict = {.outcome = PP_PROOF_REFUSED};
    pp_error error = {0};
    pp_status status = pp_i_proof_check(the_case, proof, "proof.json", NULL, &verdict, &error);
    if (status != PP_OK)
        assert_int_equal(status, PP_ERROR_INPUT);
    return verdict;
}

static pp_proof_verdict check_json(const pp_case *the_case, json_t *root)
{
    char *text = json_dumps(root, JSON_COMPACT);
    assert_non_null(text);
    pp_proof_verdict verdict = check_text(the_case, pp_i_text_of(text));
    free(text);
    return verdict;
}

/* A question of some kind or other. */
static pp_question question_of(uint64_t seed)
{
    static const char *const assume[] = {"i0 != o0"};
    static const char *const table[] = {"p1", "p3"};
    pp_question question = {0};
    if (seed % 5 == 1) {
        question.assume = assume;
        question.assume_count = 1;
    }
    if (seed % 7 == 1) {
        question.table = table;
        question.table_count = 2;
    }
    if (seed % 3 == 1)
        question.as_of = "2024-01-14";
    return question;
}

static void proofs_hold(void **state)
{
    (void)state;
    size_t kinds[3] = {0}, contradictions = 0, nodes = 0;
    for (uint64_t seed = 0; seed < 1500; seed++) {
        pp_case *the_case = random_case_of(seed);
        assert_non_null(the_case);
        pp_question question = question_of(seed);
        pp_zone_options options = {.question = question};
        pp_zone *zone;
        assert_int_equal(pp_i_zone_solve(the_case, &options, NULL, &zone, NULL), PP_OK);
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_text proof;
        assert_int_equal(pp_i_proof_make(the_case, &question, NULL, &arena, &proof, NULL), PP_OK);
        pp_proof_verdict verdict = check_text(the_case, proof);
        if (verdict.outcome != PP_PROOF_HOLDS)
            printf("seed %d: %s: %s\n%s\n", (int)seed, verdict.place, verdict.reason, proof.data);
        assert_int_equal(verdict.outcome, PP_PROOF_HOLDS);
        assert_int_equal(verdict.verdict, zone->verdict);
        assert_int_equal(verdict.concession_count, zone->concession_count);
        assert_int_equal(verdict.blocking_count, zone->blocking_count);
        assert_true(verdict.reason[0] == '\0' && verdict.place[0] == '\0');
        kinds[zone->verdict]++;
        contradictions += zone->contradiction_count > 0;
        nodes += verdict.node_count;
        pp_i_arena_free(&arena);
        pp_i_zone_free(zone);
        pp_i_case_free(the_case);
    }
    assert_true(kinds[PP_VERDICT_SOME] > 50 && kinds[PP_VERDICT_NONE] > 50);
    assert_true(contradictions > 5 && nodes > 500);
}

/* --- Mutations -------------------------------------------------------------------------------- */

typedef bool mutation(json_t *root, pp_i_random *random);

static json_t *random_item(json_t *list, pp_i_random *random)
{
    return json_array_size(list) == 0
               ? NULL
               : json_array_get(list, pp_i_random_below(random, json_array_size(list)));
}

static json_t *random_refutation(json_t *root, pp_i_random *random)
{
    json_t *set = random_item(json_object_get(root, "blocking"), random);
    json_t *found = random_item(json_object_get(set, "refutations"), random);
    return found != NULL ? found
                         : json_object_get(json_object_get(root, "contradiction"), "refutation");
}

static json_t *random_node(json_t *root, pp_i_random *random)
{
    return random_item(json_object_get(random_refutation(root, random), "nodes"), random);
}

static const char *random_key(json_t *object, pp_i_random *random)
{
    size_t at =
        json_object_size(object) == 0 ? 0 : pp_i_random_below(random, json_object_size(object));
    void *item = json_object_iter(object);
    while (at-- > 0)
        item = json_object_iter_next(object, item);
    return item == NULL ? NULL : json_object_iter_key(item);
}

static bool without_one(json_t *root, pp_i_random *random, const char *list_key)
{
    json_t *list = json_object_get(root, list_key);
    return json_array_size(list) > 0 &&
           json_array_remove(list, pp_i_random_below(random, json_array_size(list))) == 0;
}

static bool without_a_concession_set(json_t *root, pp_i_random *random)
{
    return without_one(root, random, "concessions");
}

static bool without_a_blocking_set(json_t *root, pp_i_random *random)
{
    return without_one(root, random, "blocking");
}

static bool without_a_refutation(json_t *root, pp_i_random *random)
{
    json_t *set = random_item(json_object_get(root, "blocking"), random);
    json_t *list = json_object_get(set, "refutations");
    return json_array_size(list) > 0 &&
           json_array_remove(list, pp_i_random_below(random, json_array_size(list))) == 0;
}

static bool without_a_branch(json_t *root, pp_i_random *random)
{
    json_t *branches = json_object_get(random_node(root, random), "branches");
    const char *key = random_key(branches, random);
    return key != NULL && json_object_del(branches, key) == 0;
}

static bool with_a_leaf_elsewhere(json_t *root, pp_i_random *random)
{
    json_t *branches = json_object_get(random_node(root, random), "branches");
    const char *key = random_key(branches, random);
    json_t *leaf = json_pack("{s:i}", "link", 99);
    if (pp_i_random_below(random, 2) == 0) {
        json_decref(leaf);
        leaf = json_pack("{s:s}", "red_line", "r77");
    }
    if (key == NULL) {
        json_decref(leaf);
        return false;
    }
    return json_object_set_new(branches, key, leaf) == 0;
}

/* A branch that leads back, or to its own node: a circle would prove anything. */
static bool with_a_circle(json_t *root, pp_i_random *random)
{
    json_t *nodes = json_object_get(random_refutation(root, random), "nodes");
    if (json_array_size(nodes) == 0)
        return false;
    size_t at = pp_i_random_below(random, json_array_size(nodes));
    json_t *branches = json_object_get(json_array_get(nodes, at), "branches");
    return json_object_set_new(
               branches, random_key(branches, random),
               json_pack("{s:i}", "node", (int)pp_i_random_below(random, at + 1))) == 0;
}

/* Every node but the first is referred to, so another context is found out there or here. */
static bool with_another_context(json_t *root, pp_i_random *random)
{
    json_t *context = json_object_get(random_node(root, random), "context");
    const char *key = random_key(context, random);
    if (key == NULL)
        return context != NULL && json_object_set_new(context, "i0", json_string("o0")) == 0;
    const char *old = json_string_value(json_object_get(context, key));
    return json_object_set_new(context, key, json_string(old[1] == '0' ? "o1" : "o0")) == 0;
}

static bool with_another_red_line(json_t *root, pp_i_random *random)
{
    bool conceding = pp_i_random_below(random, 2) == 0;
    json_t *set =
        random_item(json_object_get(root, conceding ? "concessions" : "blocking"), random);
    json_t *lines = json_object_get(set, "red_lines");
    if (json_array_size(lines) == 0)
        return false;
    char id[] = {'r', (char)('0' + pp_i_random_below(random, LINE_COUNT_MAX)), '\0'};
    for (size_t i = 0; i < json_array_size(lines); i++)
        if (strcmp(json_string_value(json_array_get(lines, i)), id) == 0)
            return false;
    size_t at = pp_i_random_below(random, json_array_size(lines));
    return json_array_set_new(lines, at, json_string(id)) == 0;
}

static bool with_one_red_line_more(json_t *root, pp_i_random *random)
{
    json_t *set = random_item(json_object_get(root, "concessions"), random);
    json_t *lines = json_object_get(set, "red_lines");
    char id[] = {'r', (char)('0' + pp_i_random_below(random, LINE_COUNT_MAX)), '\0'};
    return lines != NULL && json_array_append_new(lines, json_string(id)) == 0;
}

static bool with_another_verdict(json_t *root, pp_i_random *random)
{
    (void)random;
    bool some = strcmp(json_string_value(json_object_get(root, "verdict")), "some") == 0;
    return json_object_set_new(root, "verdict", json_string(some ? "none" : "some")) == 0;
}

static bool with_an_open_issue(json_t *root, pp_i_random *random)
{
    json_t *witness = json_object_get(root, "witness");
    json_t *set =
        witness != NULL ? witness : random_item(json_object_get(root, "concessions"), random);
    return json_object_del(json_object_get(set, "package"), "i0") == 0;
}

/* Each of these takes something that the proof cannot do without. */
static void every_mutation_is_refused(void **state)
{
    (void)state;
    static mutation *const mutations[] = {
        without_a_concession_set, without_a_blocking_set, without_a_refutation,
        without_a_branch,         with_a_leaf_elsewhere,  with_a_circle,
        with_another_context,     with_another_red_line,  with_one_red_line_more,
        with_another_verdict,     with_an_open_issue};
    enum { MUTATION_COUNT = sizeof mutations / sizeof *mutations };
    size_t refused[MUTATION_COUNT] = {0};
    for (uint64_t seed = 0; seed < 400; seed++) {
        pp_case *the_case = random_case_of(seed);
        pp_i_random random;
        pp_i_random_seed(&random, seed);
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_text proof;
        assert_int_equal(pp_i_proof_make(the_case, NULL, NULL, &arena, &proof, NULL), PP_OK);
        for (size_t m = 0; m < MUTATION_COUNT; m++)
            for (int round = 0; round < 4; round++) {
                json_t *root = json_loadb(proof.data, proof.length, 0, NULL);
                if (mutations[m](root, &random)) {
                    pp_proof_verdict verdict = check_json(the_case, root);
                    if (verdict.outcome != PP_PROOF_REFUSED)
                        printf("seed %d mutation %zu passes\n", (int)seed, m);
                    assert_int_equal(verdict.outcome, PP_PROOF_REFUSED);
                    assert_int_equal(verdict.verdict, PP_VERDICT_UNKNOWN);
                    assert_true(verdict.reason[0] != '\0');
                    refused[m]++;
                }
                json_decref(root);
            }
        pp_i_arena_free(&arena);
        pp_i_case_free(the_case);
    }
    for (size_t m = 0; m < MUTATION_COUNT; m++)
        assert_true(refused[m] > 20);
}

/* Whatever bytes change behind the question: what still passes says what was true. */
static void no_change_of_bytes_proves_something_false(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        pp_case *the_case = random_case_of(seed);
        pp_i_random random;
        pp_i_random_seed(&random, seed);
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_text proof;
        assert_int_equal(pp_i_proof_make(the_case, NULL, NULL, &arena, &proof, NULL), PP_OK);
        pp_proof_verdict right = check_text(the_case, proof);
        size_t from = (size_t)(strstr(proof.data, "\"verdict\"") - proof.data);
        for (int round = 0; round < 40; round++) {
            char *copy = pp_i_arena_copy(&arena, proof.data, proof.length);
            size_t changes = 1 + pp_i_random_below(&random, 3);
            for (size_t i = 0; i < changes; i++) {
                size_t at = from + pp_i_random_below(&random, proof.length - from);
                size_t other = from + pp_i_random_below(&random, proof.length - from);
                copy[at] = pp_i_random_below(&random, 4) == 0
                               ? (char)(32 + pp_i_random_below(&random, 95))
                               : copy[other];
            }
            pp_proof_verdict verdict = check_text(the_case, (pp_text){copy, proof.length});
            if (verdict.outcome == PP_PROOF_HOLDS) {
                assert_int_equal(verdict.verdict, right.verdict);
                assert_int_equal(verdict.concession_count, right.concession_count);
                assert_int_equal(verdict.blocking_count, right.blocking_count);
            } else if (verdict.outcome == PP_PROOF_PARTIAL) {
                assert_true(verdict.verdict == right.verdict ||
                            verdict.verdict == PP_VERDICT_UNKNOWN);
            }
        }
        pp_i_arena_free(&arena);
        pp_i_case_free(the_case);
    }
}

/* --- Bad files, limits, memory ---------------------------------------------------------------- */

static void what_is_no_proof_is_refused(void **state)
{
    (void)state;
    pp_case *the_case = random_case_of(1);
    static const char *const texts[] = {
        "",
        "{",
        "nonsense",
        "[1]",
        "{}",
        "{\"schema\": 2}",
        "{\"schema\": 1}",
        "{\"schema\": 1, \"schema\": 1}",
        "{\"schema\": 1, \"kind\": \"zone-proof\"}",
        "{\"schema\": 1, \"kind\": \"zone-proof\", \"verdict\": \"none\", \"question\": {}}",
        "{\"schema\": 1, \"kind\": \"zone-proof\", \"verdict\": \"none\", \"question\": "
        "{\"as_of\": null, \"assume\": [], \"drop\": [], \"table\": []}, \"concessions\": [], "
        "\"blocking\": []}",
        "{\"schema\": 1, \"kind\": \"zone-proof\", \"verdict\": \"none\", \"question\": "
        "{\"as_of\": null, \"assume\": [], \"drop\": [], \"table\": []}, \"concessions\": [], "
        "\"blocking\": [{\"red_lines\": [], \"refutations\": []}]}",
        "{\"schema\": 1, \"kind\": \"zone-proof\", \"verdict\": \"none\", \"question\": "
        "{\"as_of\": \"2024-02-30\", \"assume\": [], \"drop\": [], \"table\": []}}"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(check_text(the_case, pp_i_text_of(texts[i])).outcome, PP_PROOF_REFUSED);
    enum { DEEP = 100000 };
    char *deep = malloc(DEEP);
    assert_non_null(deep);
    memset(deep, '[', DEEP);
    pp_proof_verdict verdict;
    pp_error error;
    assert_int_equal(
        pp_i_proof_check(the_case, (pp_text){deep, DEEP}, "deep.json", NULL, &verdict, &error),
        PP_ERROR_INPUT);
    assert_string_equal(error.file, "deep.json");
    free(deep);
    pp_i_case_free(the_case);
}

static void a_proof_is_written_and_read_as_a_file(void **state)
{
    (void)state;
    pp_case *the_case = random_case_of(2);
    char path[] = "/tmp/pourparler-proof-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    close(descriptor);
    pp_proof_verdict verdict;
    assert_int_equal(pp_i_proof_write_file(the_case, NULL, NULL, path, false, NULL),
                     PP_ERROR_SYSTEM); /* nothing is overwritten unasked */
    assert_int_equal(pp_i_proof_write_file(the_case, NULL, NULL, path, true, NULL), PP_OK);
    assert_int_equal(pp_i_proof_check_file(the_case, path, NULL, &verdict, NULL), PP_OK);
    assert_int_equal(verdict.outcome, PP_PROOF_HOLDS);
    unlink(path);
    assert_int_equal(pp_i_proof_check_file(the_case, path, NULL, &verdict, NULL), PP_ERROR_SYSTEM);
    pp_i_case_free(the_case);
}

/* The question stands in the proof, so that nobody takes "none, assuming false" for "none". */
static void the_question_is_said(void **state)
{
    (void)state;
    pp_case *the_case = random_case_of(2);
    static const char *const assume[] = {"false"};
    pp_question question = {.assume = assume, .assume_count = 1, .as_of = "2024-01-12"};
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_text proof;
    assert_int_equal(pp_i_proof_make(the_case, &question, NULL, &arena, &proof, NULL), PP_OK);
    pp_proof_verdict verdict = check_text(the_case, proof);
    assert_int_equal(verdict.outcome, PP_PROOF_HOLDS);
    assert_int_equal(verdict.verdict, PP_VERDICT_NONE);
    assert_string_equal(verdict.question, "as of 2024-01-12; assuming false");
    pp_i_arena_free(&arena);
    pp_i_case_free(the_case);
}

/* A formula over 2^20 packages has no table, so there is no refutation by it; the proof says so. */
static void what_has_no_refutation_is_said(void **state)
{
    (void)state;
    char yaml[8192], wide[2048] = "i0 = a";
    size_t used = (size_t)snprintf(yaml, sizeof yaml,
                                   "pourparler: 1\ntitle: Wide\nparties: [{id: p}, {id: q}]\n"
                                   "issues:\n");
    for (int i = 0; i < 20; i++)
        used += (size_t)snprintf(yaml + used, sizeof yaml - used,
                                 "  - {id: i%d, options: [a, b]}\n", i);
    for (int i = 1; i < 20; i++) {
        size_t length = strlen(wide);
        snprintf(wide + length, sizeof wide - length, " and i%d = a", i);
    }
    snprintf(yaml + used, sizeof yaml - used,
             "red_lines:\n  - {id: r0, party: p, holds: %s}\n"
             "  - {id: r1, party: q, holds: i7 = b}\n",
             wide);
    pp_case *the_case = case_of(yaml);
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_text proof;
    assert_int_equal(pp_i_proof_make(the_case, NULL, NULL, &arena, &proof, NULL), PP_OK);
    pp_proof_verdict verdict = check_text(the_case, proof);
    assert_int_equal(verdict.outcome, PP_PROOF_PARTIAL);
    assert_int_equal(verdict.verdict, PP_VERDICT_UNKNOWN);
    assert_string_equal(verdict.reason,
                        "not proved: blocking[0] (a formula over too many packages)");
    pp_i_arena_free(&arena);
    pp_i_case_free(the_case);
}

static void limits_make_a_proof_partial_never_wrong(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        pp_case *the_case = random_case_of(seed);
        pp_control control = {.step_count_max = 1 + seed * 3};
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_text proof, whole;
        assert_int_equal(pp_i_proof_make(the_case, NULL, &control, &arena, &proof, NULL), PP_OK);
        pp_proof_verdict verdict = check_text(the_case, proof);
        if (verdict.outcome == PP_PROOF_REFUSED)
            printf("seed %d: %s: %s\n%s\n", (int)seed, verdict.place, verdict.reason, proof.data);
        assert_int_not_equal(verdict.outcome, PP_PROOF_REFUSED);
        assert_int_equal(pp_i_proof_make(the_case, NULL, NULL, &arena, &whole, NULL), PP_OK);
        assert_int_equal(pp_i_proof_check(the_case, whole, "proof.json", &control, &verdict, NULL),
                         PP_OK);
        assert_int_not_equal(verdict.outcome, PP_PROOF_REFUSED);
        pp_i_arena_free(&arena);
        pp_i_case_free(the_case);
    }
}

static void running_out_of_memory_is_said_and_nothing_leaks(void **state)
{
    (void)state;
    for (uint64_t seed = 10; seed < 18; seed++) {
        pp_case *the_case = random_case_of(seed);
        pp_i_arena whole;
        pp_i_arena_init(&whole, pp_i_allocator_of(NULL));
        pp_text proof;
        assert_int_equal(pp_i_proof_make(the_case, NULL, NULL, &whole, &proof, NULL), PP_OK);
        bool ended = false;
        for (size_t fail_at = 1; !ended && fail_at < 20000; fail_at++) {
            failing_allocator failing;
            pp_allocator allocator = failing_allocator_make(&failing, fail_at);
            pp_control control = {.allocator = &allocator};
            pp_i_arena arena;
            pp_i_arena_init(&arena, allocator);
            pp_text made;
            pp_proof_verdict verdict;
            pp_status status = pp_i_proof_make(the_case, NULL, &control, &arena, &made, NULL);
            if (status == PP_OK)
                status = pp_i_proof_check(the_case, proof, "proof.json", &control, &verdict, NULL);
            assert_true(status == PP_OK || status == PP_ERROR_MEMORY);
            ended = failing.call_count < fail_at;
            if (ended)
                assert_true(status == PP_OK && verdict.outcome == PP_PROOF_HOLDS);
            pp_i_arena_free(&arena);
            assert_int_equal(failing.held_count, 0);
        }
        assert_true(ended);
        pp_i_arena_free(&whole);
        pp_i_case_free(the_case);
    }
}

/* The checker stands on the case and base alone, or it would repeat the engine's mistakes. */
static void the_checker_shares_no_code_with_the_engine(void **state)
{
    (void)state;
    static const char *const files[] = {"check.h",      "check.c",      "check_question.c",
                                        "check_read.c", "check_sets.c", "check_refutation.c",
                                        "proof.h"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[512], line[512];
        snprintf(path, sizeof path, "%s/src/method/proof/%s", PP_TEST_ROOT, files[i]);
        FILE *file = fopen(path, "r");
        assert_non_null(file);
        while (fgets(line, sizeof line, file) != NULL) {
            if (strncmp(line, "#include \"", 10) != 0)
                continue;
            const char *name = line + 10;
            assert_true(strncmp(name, "base/", 5) == 0 || strncmp(name, "case/", 5) == 0 ||
                        strncmp(name, "pourparler/", 11) == 0 ||
                        strcmp(name, "method/proof/check.h\"\n") == 0 ||
                        strcmp(name, "method/proof/proof.h\"\n") == 0);
        }
        fclose(file);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proofs_hold),
        cmocka_unit_test(the_checker_shares_no_code_with_the_engine),
        cmocka_unit_test(every_mutation_is_refused),
        cmocka_unit_test(no_change_of_bytes_proves_something_false),
        cmocka_unit_test(what_is_no_proof_is_refused),
        cmocka_unit_test(a_proof_is_written_and_read_as_a_file),
        cmocka_unit_test(the_question_is_said),
        cmocka_unit_test(what_has_no_refutation_is_said),
        cmocka_unit_test(limits_make_a_proof_partial_never_wrong),
        cmocka_unit_test(running_out_of_memory_is_said_and_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
