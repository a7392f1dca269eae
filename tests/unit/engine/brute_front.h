/*
 * brute_front.h: the front of a small random problem by looking at every assignment; for tests.
 */
#ifndef PP_TESTS_ENGINE_BRUTE_FRONT_H
#define PP_TESTS_ENGINE_BRUTE_FRONT_H

#include "engine/frontier.h"
#include "engine/random_problem.h"

enum { SUM_MAX = 6, BRUTE_COUNT_MAX = 20000 };

/* --- By looking at every assignment ----------------------------------------------------------- */

typedef struct brute_front {
    int64_t values[BRUTE_COUNT_MAX][SUM_MAX];
    uint64_t counts[BRUTE_COUNT_MAX];
    size_t count;
} brute_front;

static inline bool sums_of(const pp_i_problem *problem, const pp_i_value *values, size_t dimension,
                           int64_t *sums)
{
    for (size_t d = 0; d < dimension; d++)
        sums[d] = 0;
    for (size_t f = 0; f < problem->factors.count; f++) {
        const pp_i_factor *factor = &problem->factors.items[f];
        size_t cell = brute_cell(problem, factor, values);
        if (factor->kind == PP_FACTOR_WEIGHT)
            sums[factor->group] += factor->weights[cell];
        else if (!pp_i_factor_allows(factor, cell))
            return false;
    }
    return true;
}

static inline bool at_least(const int64_t *a, const int64_t *b, size_t dimension)
{
    for (size_t d = 0; d < dimension; d++)
        if (a[d] < b[d])
            return false;
    return true;
}

static inline void brute_add(brute_front *front, const int64_t *sums, size_t dimension)
{
    size_t kept = 0;
    for (size_t i = 0; i < front->count; i++)
        if (at_least(front->values[i], sums, dimension)) {
            front->counts[i] += at_least(sums, front->values[i], dimension);
            return;
        }
    for (size_t i = 0; i < front->count; i++)
        if (!at_least(sums, front->values[i], dimension)) {
            memcpy(front->values[kept], front->values[i], sizeof front->values[i]);
            front->counts[kept++] = front->counts[i];
        }
    assert_true(kept < BRUTE_COUNT_MAX);
    memset(front->values[kept], 0, sizeof front->values[kept]);
    memcpy(front->values[kept], sums, dimension * sizeof *sums);
    front->counts[kept] = 1;
    front->count = kept + 1;
}

static inline void brute(const pp_i_problem *problem, size_t dimension, brute_front *front)
{
    pp_i_value values[BRUTE_VARIABLE_COUNT_MAX] = {0};
    int64_t sums[SUM_MAX];
    front->count = 0;
    do {
        if (sums_of(problem, values, dimension, sums))
            brute_add(front, sums, dimension);
    } while (brute_next(problem, values));
}

static inline size_t brute_find(const brute_front *front, const int64_t *sums, size_t dimension)
{
    for (size_t i = 0; i < front->count; i++)
        if (at_least(front->values[i], sums, dimension) &&
            at_least(sums, front->values[i], dimension))
            return i;
    return SIZE_MAX;
}

/* --- Comparing -------------------------------------------------------------------------------- */

static inline void sums_problem_make(uint64_t seed, pp_i_arena *arena, pp_i_problem *problem,
                                     size_t dimension)
{
    pp_i_random random;
    random_problem_options options = random_problem_usual();
    options.weight_count_max = 14;
    options.soft_count_max = 2;
    options.hard_count_max = 3;
    pp_i_random_seed(&random, seed);
    random_problem_make(&random, arena, problem, options);
    for (size_t f = 0; f < problem->factors.count; f++)
        if (problem->factors.items[f].kind == PP_FACTOR_WEIGHT)
            problem->factors.items[f].group = (uint32_t)pp_i_random_below(&random, dimension);
}

static inline void brute_check(const pp_i_problem *problem, const pp_i_frontier *frontier,
                               const brute_front *right)
{
    size_t dimension = frontier->dimension;
    assert_int_equal(frontier->count, right->count);
    for (size_t i = 0; i < frontier->count; i++) {
        const int64_t *point = frontier->values + i * dimension;
        size_t at = brute_find(right, point, dimension);
        assert_true(at != SIZE_MAX);
        assert_int_equal(frontier->counts[i].limb_count, 1);
        assert_int_equal(frontier->counts[i].limbs[0], right->counts[at]);
        int64_t sums[SUM_MAX];
        assert_true(sums_of(problem, frontier->assignments + i * frontier->variable_count,
                            dimension, sums));
        assert_memory_equal(sums, point, dimension * sizeof *sums);
        if (i > 0) { /* greatest first */
            size_t d = 0;
            while (point[d] == point[d - dimension])
                d++;
            assert_true(d < dimension && point[d] < (point - dimension)[d]);
        }
    }
}

#endif
