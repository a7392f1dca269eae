/*
 * random_problem.h: small random problems, and every answer to them by looking at every assignment.
 *
 * The engine's tests compare with these. Elements stay below 64, so that a set of them is one word.
 * The functions assert that memory does not run out; they are for tests alone.
 */
#ifndef PP_TESTS_ENGINE_RANDOM_PROBLEM_H
#define PP_TESTS_ENGINE_RANDOM_PROBLEM_H

#include <assert.h>
#include <string.h>

#include "base/random.h"
#include "engine/problem.h"

enum { BRUTE_VARIABLE_COUNT_MAX = 16 };

typedef struct random_problem_options {
    size_t variable_count_max; /* 0 to this many; at most BRUTE_VARIABLE_COUNT_MAX */
    size_t domain_size_max;    /* 1 to this many values */
    size_t hard_count_max, soft_count_max, weight_count_max;
    size_t scope_count_max;
    size_t group_count; /* at most 64; 0 counts as 1 */
} random_problem_options;

static inline random_problem_options random_problem_usual(void)
{
    return (random_problem_options){.variable_count_max = 7,
                                    .domain_size_max = 4,
                                    .hard_count_max = 5,
                                    .soft_count_max = 8,
                                    .weight_count_max = 4,
                                    .scope_count_max = 3,
                                    .group_count = 4};
}

/* An increasing scope of at most `most` of the problem's variables; empty now and then. */
static inline size_t random_scope(pp_i_random *random, const pp_i_problem *problem, size_t most,
                                  uint32_t *scope)
{
    size_t variable_count = problem->domain_sizes.count, count = 0;
    size_t wanted = pp_i_random_below(random, 12) == 0 ? 0 : 1 + pp_i_random_below(random, most);
    for (size_t v = 0; v < variable_count && count < wanted; v++)
        if (pp_i_random_below(random, variable_count - v) < wanted - count)
            scope[count++] = (uint32_t)v;
    return count;
}

/* Adds one factor; `percent` of the cells of a hard or soft one are allowed. */
static inline void random_factor(pp_i_random *random, pp_i_arena *arena, pp_i_problem *problem,
                                 size_t scope_count_max, pp_i_factor factor, unsigned percent)
{
    uint32_t *scope = PP_NEW_ARRAY(arena, uint32_t, BRUTE_VARIABLE_COUNT_MAX);
    assert(scope != NULL);
    factor.scope = scope;
    factor.scope_count = random_scope(random, problem, scope_count_max, scope);
    factor.cell_count = pp_i_problem_cell_count(problem, scope, factor.scope_count);
    if (factor.kind == PP_FACTOR_WEIGHT) {
        int64_t *weights = PP_NEW_ARRAY(arena, int64_t, factor.cell_count);
        assert(weights != NULL);
        for (size_t i = 0; i < factor.cell_count; i++)
            weights[i] = (int64_t)pp_i_random_below(random, 19) - 9;
        factor.weights = weights;
    } else {
        pp_i_word *allowed = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(factor.cell_count));
        assert(allowed != NULL);
        unsigned odds = factor.scope_count == 0 ? 92 : percent; /* constants rarely end it all */
        for (size_t i = 0; i < factor.cell_count; i++)
            if (pp_i_random_below(random, 100) < odds)
                pp_i_bit_set(allowed, i);
        factor.allowed = allowed;
    }
    bool added = pp_i_problem_add_factor(problem, &factor);
    assert(added);
    (void)added;
}

/* Makes `problem` in `arena`. How tight it is varies; elements have gaps and no order. */
static inline void random_problem_make(pp_i_random *random, pp_i_arena *arena,
                                       pp_i_problem *problem, random_problem_options options)
{
    assert(options.variable_count_max <= BRUTE_VARIABLE_COUNT_MAX && options.soft_count_max < 60);
    pp_i_problem_init(problem, arena);
    size_t variable_count = pp_i_random_below(random, options.variable_count_max + 1);
    for (size_t v = 0; v < variable_count; v++) {
        bool added = pp_i_problem_add_variable(
            problem, 1 + pp_i_random_below(random, options.domain_size_max));
        assert(added);
        (void)added;
    }
    unsigned percent = 35 + (unsigned)pp_i_random_below(random, 60);
    size_t hard_count = pp_i_random_below(random, options.hard_count_max + 1);
    size_t soft_count = pp_i_random_below(random, options.soft_count_max + 1);
    size_t weight_count = pp_i_random_below(random, options.weight_count_max + 1);
    uint32_t elements[64];
    for (uint32_t i = 0; i < 64; i++)
        elements[i] = i;
    for (size_t i = 0; i < soft_count; i++) { /* distinct numbers below soft_count + 2 */
        size_t j = i + pp_i_random_below(random, soft_count + 2 - i);
        uint32_t swap = elements[i];
        elements[i] = elements[j];
        elements[j] = swap;
    }
    size_t group_count = options.group_count == 0 ? 1 : options.group_count;
    for (size_t left[3] = {hard_count, soft_count, weight_count};
         left[0] + left[1] + left[2] > 0;) {
        size_t kind = pp_i_random_below(random, 3);
        if (left[kind] == 0)
            continue;
        left[kind]--;
        pp_i_factor factor = {.kind = (pp_i_factor_kind)kind};
        if (factor.kind == PP_FACTOR_SOFT) {
            factor.element = elements[left[1]];
            factor.group = (uint32_t)pp_i_random_below(random, group_count);
        }
        random_factor(random, arena, problem, options.scope_count_max, factor,
                      factor.kind == PP_FACTOR_HARD ? (percent + 100) / 2 : percent);
    }
}

/* The next assignment by code (first variable least significant); false after the last. Start from
 * all zero. */
static inline bool brute_next(const pp_i_problem *problem, pp_i_value *values)
{
    for (size_t v = 0; v < problem->domain_sizes.count; v++) {
        if (++values[v] < problem->domain_sizes.items[v])
            return true;
        values[v] = 0;
    }
    return false;
}

/* Cell by the definition, not by the code under test. */
static inline size_t brute_cell(const pp_i_problem *problem, const pp_i_factor *factor,
                                const pp_i_value *values)
{
    size_t cell = 0, stride = 1;
    for (size_t i = 0; i < factor->scope_count; i++) {
        cell += stride * values[factor->scope[i]];
        stride *= problem->domain_sizes.items[factor->scope[i]];
    }
    return cell;
}

/* What one assignment is: feasible, which elements and groups it breaks, and its weight. */
typedef struct brute_look {
    bool feasible;
    uint64_t broken;
    uint64_t groups;
    int64_t weight;
} brute_look;

static inline brute_look brute_at(const pp_i_problem *problem, const pp_i_value *values)
{
    brute_look look = {.feasible = true};
    for (size_t f = 0; f < problem->factors.count; f++) {
        const pp_i_factor *factor = &problem->factors.items[f];
        size_t cell = brute_cell(problem, factor, values);
        if (factor->kind == PP_FACTOR_WEIGHT) {
            look.weight += factor->weights[cell];
        } else if (!pp_i_factor_allows(factor, cell)) {
            if (factor->kind == PP_FACTOR_HARD) {
                look.feasible = false;
            } else {
                look.broken |= (uint64_t)1 << factor->element;
                look.groups |= (uint64_t)1 << factor->group;
            }
        }
    }
    return look;
}

/* Which assignments a count takes: feasible ones that break nothing, or, with `accepts`, whose
 * broken groups it takes (the type of pp_i_accepts). */
static inline bool brute_takes(brute_look look, bool (*accepts)(const void *, const pp_i_word *),
                               const void *context)
{
    return look.feasible && (accepts == NULL ? look.broken == 0 : accepts(context, &look.groups));
}

/* How many assignments are taken. With `marginals` not null also how many take each value of each
 * variable: marginals[v * domain_stride + value], zeroed by the caller. */
static inline uint64_t brute_count(const pp_i_problem *problem,
                                   bool (*accepts)(const void *, const pp_i_word *),
                                   const void *context, uint64_t *marginals, size_t domain_stride)
{
    pp_i_value values[BRUTE_VARIABLE_COUNT_MAX] = {0};
    uint64_t count = 0;
    do {
        if (!brute_takes(brute_at(problem, values), accepts, context))
            continue;
        count++;
        for (size_t v = 0; marginals != NULL && v < problem->domain_sizes.count; v++)
            marginals[v * domain_stride + values[v]]++;
    } while (brute_next(problem, values));
    return count;
}

static inline bool brute_exists(const pp_i_problem *problem)
{
    return brute_count(problem, NULL, NULL, NULL, 0) > 0;
}

/* The first `most` assignments that break nothing, one after the other, variable_count values each
 * (at least 1 apart); returns how many. */
static inline size_t brute_first(const pp_i_problem *problem, size_t most, pp_i_value *assignments)
{
    pp_i_value values[BRUTE_VARIABLE_COUNT_MAX] = {0};
    size_t count = 0, variable_count = problem->domain_sizes.count;
    do {
        if (count < most && brute_takes(brute_at(problem, values), NULL, NULL))
            memcpy(assignments + count++ * variable_count, values, variable_count * sizeof *values);
    } while (brute_next(problem, values));
    return count;
}

/* False where no feasible assignment breaks nothing. */
static inline bool brute_best(const pp_i_problem *problem, int64_t *best)
{
    pp_i_value values[BRUTE_VARIABLE_COUNT_MAX] = {0};
    bool found = false;
    do {
        brute_look look = brute_at(problem, values);
        if (brute_takes(look, NULL, NULL) && (!found || look.weight > *best)) {
            found = true;
            *best = look.weight;
        }
    } while (brute_next(problem, values));
    return found;
}

typedef struct brute_set {
    uint64_t elements;
    uint64_t count; /* feasible assignments that break exactly these */
} brute_set;

/* By size, then lexicographically by increasing elements. */
static inline bool brute_set_before(uint64_t a, uint64_t b)
{
    int sizes = __builtin_popcountll(a) - __builtin_popcountll(b);
    uint64_t difference = a ^ b;
    return sizes != 0 ? sizes < 0 : (a & difference & (0 - difference)) != 0;
}

/* The minimal broken sets with at most size_max elements (0: any), sorted as pp_i_broken_sets are;
 * an array in `arena`. */
static inline brute_set *brute_minimal_broken(const pp_i_problem *problem, size_t size_max,
                                              pp_i_arena *arena, size_t *set_count)
{
    pp_i_value values[BRUTE_VARIABLE_COUNT_MAX] = {0};
    PP_LIST(brute_set) all = {0};
    do {
        brute_look look = brute_at(problem, values);
        if (!look.feasible)
            continue;
        size_t i = 0;
        while (i < all.count && all.items[i].elements != look.broken)
            i++;
        if (i == all.count) {
            bool added = PP_LIST_ADD(arena, &all, ((brute_set){look.broken, 0}));
            assert(added);
            (void)added;
        }
        all.items[i].count++;
    } while (brute_next(problem, values));
    brute_set *minimal = PP_NEW_ARRAY(arena, brute_set, all.count);
    assert(minimal != NULL);
    *set_count = 0;
    for (size_t i = 0; i < all.count; i++) {
        uint64_t set = all.items[i].elements;
        bool keep = size_max == 0 || (size_t)__builtin_popcountll(set) <= size_max;
        for (size_t j = 0; j < all.count; j++)
            keep = keep && (j == i || (all.items[j].elements & ~set) != 0);
        size_t at = (*set_count);
        if (!keep)
            continue;
        for (; at > 0 && brute_set_before(set, minimal[at - 1].elements); at--)
            minimal[at] = minimal[at - 1];
        minimal[at] = all.items[i];
        (*set_count)++;
    }
    return minimal;
}

#endif
