/* problem.c: building a problem; see problem.h. */
#include "engine/problem.h"

#include <string.h>

#include "base/checked.h"

void pp_i_problem_init(pp_i_problem *problem, pp_i_arena *arena)
{
    *problem = (pp_i_problem){.arena = arena};
}

bool pp_i_problem_add_variable(pp_i_problem *problem, size_t domain_size)
{
    if (problem->domain_sizes.count >= PP_PROBLEM_VARIABLE_COUNT_MAX || domain_size == 0 ||
        domain_size > PP_PROBLEM_DOMAIN_SIZE_MAX)
        return false;
    return PP_LIST_ADD(problem->arena, &problem->domain_sizes, (uint32_t)domain_size);
}

size_t pp_i_problem_cell_count(const pp_i_problem *problem, const uint32_t *scope,
                               size_t scope_count)
{
    size_t cells = 1;
    for (size_t i = 0; i < scope_count; i++)
        if (!pp_i_multiply_size(cells, problem->domain_sizes.items[scope[i]], &cells) ||
            cells > PP_PROBLEM_FACTOR_CELL_COUNT_MAX)
            return SIZE_MAX;
    return cells;
}

bool pp_i_problem_add_factor(pp_i_problem *problem, const pp_i_factor *factor)
{
    if (!PP_LIST_ADD(problem->arena, &problem->factors, *factor))
        return false;
    if (factor->kind == PP_FACTOR_SOFT) {
        if (factor->element >= problem->element_count)
            problem->element_count = (size_t)factor->element + 1;
        if (factor->group >= problem->group_count)
            problem->group_count = (size_t)factor->group + 1;
    }
    return true;
}

size_t pp_i_factor_cell(const pp_i_problem *problem, const pp_i_factor *factor,
                        const pp_i_value *values)
{
    size_t cell = 0, stride = 1;
    for (size_t i = 0; i < factor->scope_count; i++) {
        cell += stride * values[factor->scope[i]];
        stride *= problem->domain_sizes.items[factor->scope[i]];
    }
    return cell;
}

bool pp_i_problem_restrict(const pp_i_problem *problem, const pp_i_word *elements, bool harden,
                           pp_i_arena *arena, pp_i_problem *restricted)
{
    pp_i_problem made;
    pp_i_problem_init(&made, arena);
    for (size_t i = 0; i < problem->domain_sizes.count; i++)
        if (!pp_i_problem_add_variable(&made, problem->domain_sizes.items[i]))
            return false;
    for (size_t i = 0; i < problem->factors.count; i++) {
        pp_i_factor factor = problem->factors.items[i];
        bool soft = factor.kind == PP_FACTOR_SOFT;
        if (soft && elements != NULL && !pp_i_bit_get(elements, factor.element))
            continue;
        if (soft && harden)
            factor.kind = PP_FACTOR_HARD;
        if (!pp_i_problem_add_factor(&made, &factor))
            return false;
    }
    made.element_count = problem->element_count;
    made.group_count = problem->group_count;
    *restricted = made;
    return true;
}

/* The cell of the whole factor that cell `at` of its slice stands for. */
static size_t cell_of_slice(const pp_i_problem *problem, const pp_i_factor *factor,
                            const pp_i_value *values, size_t at)
{
    size_t cell = 0, stride = 1;
    for (size_t i = 0; i < factor->scope_count; i++) {
        uint32_t variable = factor->scope[i], size = problem->domain_sizes.items[variable];
        if (values[variable] != PP_VALUE_FREE) {
            cell += stride * values[variable];
        } else {
            cell += stride * (at % size);
            at /= size;
        }
        stride *= size;
    }
    return cell;
}

static bool factor_slice(const pp_i_problem *problem, const pp_i_value *values, pp_i_arena *arena,
                         pp_i_factor *factor)
{
    size_t cell_count = 1;
    bool touched = false;
    for (size_t i = 0; i < factor->scope_count; i++) {
        bool fixed = values[factor->scope[i]] != PP_VALUE_FREE;
        touched = touched || fixed;
        cell_count *= fixed ? 1 : problem->domain_sizes.items[factor->scope[i]];
    }
    if (!touched)
        return true;
    bool weight = factor->kind == PP_FACTOR_WEIGHT;
    pp_i_word *allowed = PP_NEW_ARRAY(arena, pp_i_word, weight ? 0 : pp_i_word_count(cell_count));
    size_t limb_count = factor->limb_count == 0 ? 1 : factor->limb_count;
    int64_t *weights = PP_NEW_ARRAY(arena, int64_t, weight ? cell_count * limb_count : 0);
    if (allowed == NULL || weights == NULL)
        return false;
    for (size_t at = 0; at < cell_count; at++) {
        size_t cell = cell_of_slice(problem, factor, values, at);
        if (weight)
            memcpy(weights + at * limb_count, factor->weights + cell * limb_count,
                   limb_count * sizeof *weights);
        else if (pp_i_factor_allows(factor, cell))
            pp_i_bit_set(allowed, at);
    }
    factor->cell_count = cell_count;
    factor->allowed = allowed;
    factor->weights = weights;
    return true;
}

bool pp_i_problem_condition(const pp_i_problem *problem, const pp_i_value *values,
                            pp_i_arena *arena, pp_i_problem *conditioned)
{
    pp_i_problem made;
    pp_i_problem_init(&made, arena);
    for (size_t i = 0; i < problem->domain_sizes.count; i++)
        if (!pp_i_problem_add_variable(
                &made, values[i] != PP_VALUE_FREE ? 1 : problem->domain_sizes.items[i]))
            return false;
    for (size_t i = 0; i < problem->factors.count; i++) {
        pp_i_factor factor = problem->factors.items[i];
        uint32_t *scope = PP_NEW_ARRAY(arena, uint32_t, factor.scope_count);
        if (scope == NULL || !factor_slice(problem, values, arena, &factor))
            return false;
        size_t free_count = 0;
        for (size_t j = 0; j < factor.scope_count; j++)
            if (values[factor.scope[j]] == PP_VALUE_FREE)
                scope[free_count++] = factor.scope[j];
        factor.scope = scope;
        factor.scope_count = free_count;
        if (!pp_i_problem_add_factor(&made, &factor))
            return false;
    }
    made.element_count = problem->element_count;
    made.group_count = problem->group_count;
    *conditioned = made;
    return true;
}
