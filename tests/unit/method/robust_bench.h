/*
 * robust_bench.h: a case, its preferences and what robustness works on, for tests.
 */
#ifndef PP_TESTS_ROBUST_BENCH_H
#define PP_TESTS_ROBUST_BENCH_H

#include "method/random_preferences.h"
#include "method/robustness/robustness.h"

/* A case with its preferences and a job, made and given back together. */
typedef struct bench {
    pp_case *the_case;
    pp_i_arena arena;
    pp_i_job job;
    pp_i_preferences preferences;
    pp_i_robust *robust;
    size_t package_count;
} bench;

static inline void bench_begin(bench *on, const random_case *made, const pp_control *control)
{
    on->the_case = random_case_read(made);
    assert_non_null(on->the_case);
    pp_i_arena_init(&on->arena, pp_i_allocator_of(NULL));
    pp_i_job_init(&on->job, control, &on->arena, NULL);
    assert_int_equal(pp_i_preferences_make(on->the_case, &on->arena, &on->preferences, NULL),
                     PP_OK);
    assert_int_equal(pp_i_robust_begin(&on->job, &on->preferences, &on->robust), PP_OK);
    on->package_count = 1;
    for (size_t i = 0; i < on->the_case->issue_count; i++)
        on->package_count *= on->the_case->issues[i].option_count;
}

static inline void bench_text(bench *on, const char *text, const pp_control *control)
{
    static random_case made;
    made.length = (size_t)snprintf(made.text, sizeof made.text, "%s", text);
    bench_begin(on, &made, control);
}

static inline void bench_end(bench *on)
{
    pp_i_job_end(&on->job);
    pp_i_arena_free(&on->arena);
    pp_i_case_free(on->the_case);
}

#endif
