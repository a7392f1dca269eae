/*
 * fuzz_preferences.c: any case's preferences. Whatever they say, asking about them ends; what holds
 * in every profile holds in one; no profile that is drawn is against either; and every share that
 * `ask` gives is one.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/random.h"
#include "case/reader.h"
#include "method/asking/asking.h"
#include "method/robustness/robustness.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PACKAGE_COUNT = 4, PROFILE_COUNT = 8, STEP_COUNT_MAX = 200000, ISSUE_COUNT_MAX = 8 };

#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

/* Some packages, the same for the same case. */
static void draw_packages(const pp_case *the_case, uint16_t packages[][ISSUE_COUNT_MAX])
{
    pp_i_random random;
    pp_i_random_seed(&random, the_case->issue_count);
    for (size_t k = 0; k < PACKAGE_COUNT; k++)
        for (size_t i = 0; i < the_case->issue_count; i++)
            packages[k][i] = (uint16_t)pp_i_random_below(&random, the_case->issues[i].option_count);
}

/* Values may be as large as people write them: rounding is measured by them. */
static double room(const pp_i_profile *profile, const pp_case *the_case)
{
    double greatest = 1;
    for (size_t i = 0; i < the_case->issue_count; i++)
        for (size_t o = 0; o < the_case->issues[i].option_count; o++)
            greatest = fmax(greatest, fabs(profile->gains[i][o]));
    return 1e-6 * greatest;
}

static void check_profiles(pp_i_robust *robust, const pp_i_preferences *preferences, size_t party,
                           pp_i_job *job, const uint16_t *x, const uint16_t *y)
{
    const pp_case *the_case = preferences->the_case;
    pp_i_truth always, sometimes;
    REQUIRE(pp_i_robust_compare(robust, party, x, y, &always, &sometimes) == PP_OK);
    REQUIRE(!(always == PP_TRUTH_YES && sometimes == PP_TRUTH_NO));
    pp_i_profiles *profiles = pp_i_profiles_make(preferences, party, 1, &job->run, job->arena);
    if (profiles == NULL || pp_i_profiles_drawing(profiles) == PP_DRAWING_NONE)
        return;
    pp_i_stream *stream = pp_i_stream_begin(profiles, 0, job->arena);
    REQUIRE(stream != NULL);
    for (size_t i = 0; i < PROFILE_COUNT; i++) {
        const pp_i_profile *profile = pp_i_stream_next(stream, &job->run);
        if (profile == NULL)
            return;
        double difference = pp_i_profile_value(profile, x, the_case->issue_count) -
                            pp_i_profile_value(profile, y, the_case->issue_count);
        REQUIRE(always != PP_TRUTH_YES || difference > -room(profile, the_case));
        REQUIRE(sometimes != PP_TRUTH_NO || difference < room(profile, the_case));
    }
}

static void check_parties(const pp_case *the_case, const pp_control *control)
{
    uint16_t packages[PACKAGE_COUNT][ISSUE_COUNT_MAX];
    pp_i_arena arena;
    pp_i_job job;
    pp_i_preferences preferences;
    pp_i_robust *robust = NULL;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_job_init(&job, control, &arena, NULL);
    draw_packages(the_case, packages);
    REQUIRE(pp_i_preferences_make(the_case, &arena, &preferences, NULL) == PP_OK);
    REQUIRE(pp_i_robust_begin(&job, &preferences, &robust) == PP_OK);
    for (size_t p = 0; p < the_case->party_count; p++)
        for (size_t k = 1; k < PACKAGE_COUNT; k++)
            check_profiles(robust, &preferences, p, &job, packages[0], packages[k]);
    pp_i_job_end(&job);
    pp_i_arena_free(&arena);
}

static bool is_share(double share)
{
    return share >= -1e-9 && share <= 1 + 1e-9;
}

static void check_ask(const pp_case *the_case, const pp_control *control)
{
    pp_ask *ask = NULL;
    pp_ask_options options = {.sample_count = 64};
    pp_status status = pp_i_ask_solve(the_case, &options, control, &ask, NULL);
    REQUIRE(status == PP_OK || status == PP_ERROR_LIMIT);
    for (size_t i = 0; status == PP_OK && i < ask->unknown_count; i++) {
        const pp_unknown *unknown = &ask->unknowns[i];
        REQUIRE(is_share(unknown->verdict) && is_share(unknown->efficient));
        REQUIRE(unknown->pick < 0 || is_share(unknown->pick));
        REQUIRE(is_share(unknown->answers[0].probability) &&
                fabs(unknown->answers[0].probability + unknown->answers[1].probability - 1) < 1e-9);
    }
    pp_i_ask_free(ask);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pp_case *the_case = NULL;
    pp_control control = {.step_count_max = STEP_COUNT_MAX};
    pp_status status = pp_i_case_read((pp_text){(const char *)data, size}, "case.yaml",
                                      "/no/such/folder", false, NULL, &the_case, NULL);
    if (status == PP_OK && the_case->issue_count <= ISSUE_COUNT_MAX && the_case->party_count <= 8) {
        check_parties(the_case, &control);
        check_ask(the_case, &control);
    }
    pp_i_case_free(the_case);
    return 0;
}
