/* best.c: see best.h. */
#include "method/judging/best.h"

#include <string.h>

static uint32_t *scope_of_one(pp_i_problem *problem, size_t variable)
{
    uint32_t *scope = PP_NEW(problem->arena, uint32_t);
    if (scope != NULL)
        *scope = (uint32_t)variable;
    return scope;
}

bool pp_i_problem_bound(pp_i_problem *problem, size_t variable, size_t from, size_t below)
{
    size_t size = problem->domain_sizes.items[variable];
    uint32_t *scope = scope_of_one(problem, variable);
    pp_i_word *allowed = PP_NEW_ARRAY(problem->arena, pp_i_word, pp_i_word_count(size));
    if (scope == NULL || allowed == NULL)
        return false;
    for (size_t value = from; value < below; value++)
        pp_i_bit_set(allowed, value);
    pp_i_factor factor = {.kind = PP_FACTOR_HARD,
                          .scope = scope,
                          .scope_count = 1,
                          .cell_count = size,
                          .allowed = allowed};
    return pp_i_problem_add_factor(problem, &factor);
}

bool pp_i_problem_prefer(pp_i_problem *problem, size_t variable, size_t value, int64_t otherwise)
{
    size_t size = problem->domain_sizes.items[variable];
    uint32_t *scope = scope_of_one(problem, variable);
    int64_t *weights = PP_NEW_ARRAY(problem->arena, int64_t, size);
    if (scope == NULL || weights == NULL)
        return false;
    for (size_t v = 0; v < size; v++)
        weights[v] = v == value ? 0 : otherwise;
    pp_i_factor factor = {.kind = PP_FACTOR_WEIGHT,
                          .scope = scope,
                          .scope_count = 1,
                          .cell_count = size,
                          .weights = weights};
    return pp_i_problem_add_factor(problem, &factor);
}

/* What the search for the first by code works with. */
typedef struct narrowing {
    pp_i_job *job;
    pp_i_problem *problems;
    size_t problem_count;
    size_t variable_count;
    int64_t best;
    bool found;
    pp_i_value *current; /* the best assignment so far, all variables */
    pp_i_value *tried;
    bool known;
} narrowing;

/* The greatest weight over all problems, with an assignment that has it. Problems that do not reach
 * it are put away: only as good ones can give the first by code. */
static pp_status greatest(narrowing *at)
{
    size_t kept = 0;
    for (size_t i = 0; i < at->problem_count && at->known; i++) {
        bool exists = false;
        int64_t best = 0;
        pp_i_cost cost = {0};
        pp_status status = pp_i_solve_best(&at->problems[i], &at->job->run, &at->known, &exists,
                                           &best, at->tried, &cost, at->job->error);
        if (status != PP_OK)
            return status;
        pp_i_job_cost(at->job, &cost);
        if (!at->known || !exists || (at->found && best < at->best))
            continue;
        if (!at->found || best > at->best) {
            kept = 0;
            memcpy(at->current, at->tried,
                   at->problems[i].domain_sizes.count * sizeof *at->current);
        }
        at->found = true;
        at->best = best;
        at->problems[kept++] = at->problems[i];
    }
    at->problem_count = kept;
    return PP_OK;
}

/* Is there an assignment as good with a smaller value of `variable`? Then it becomes current. */
static pp_status smaller(narrowing *at, size_t variable, bool *found)
{
    *found = false;
    for (size_t i = 0; i < at->problem_count && at->known && !*found; i++) {
        pp_i_problem *problem = &at->problems[i];
        bool exists = false;
        int64_t best = 0;
        if (!pp_i_problem_bound(problem, variable, 0, at->current[variable]))
            return pp_i_job_no_memory(at->job);
        pp_status status = pp_i_solve_best(problem, &at->job->run, &at->known, &exists, &best,
                                           at->tried, NULL, at->job->error);
        problem->factors.count--;
        if (status != PP_OK)
            return status;
        *found = at->known && exists && best == at->best;
        if (*found)
            memcpy(at->current, at->tried, problem->domain_sizes.count * sizeof *at->current);
    }
    return PP_OK;
}

static pp_status narrow(narrowing *at)
{
    for (size_t v = at->variable_count; v-- > 0;) {
        bool found = true;
        while (at->known && found && at->current[v] > 0) {
            pp_status status = smaller(at, v, &found);
            if (status != PP_OK)
                return status;
        }
        for (size_t i = 0; i < at->problem_count; i++)
            if (!pp_i_problem_bound(&at->problems[i], v, at->current[v],
                                    (size_t)at->current[v] + 1))
                return pp_i_job_no_memory(at->job);
    }
    return PP_OK;
}

pp_status pp_i_best_first(pp_i_job *job, pp_i_problem *problems, size_t problem_count,
                          size_t variable_count, bool *known, bool *exists, pp_i_value *values)
{
    size_t most = variable_count;
    for (size_t i = 0; i < problem_count; i++)
        if (problems[i].domain_sizes.count > most)
            most = problems[i].domain_sizes.count;
    narrowing at = {.job = job,
                    .problems = problems,
                    .problem_count = problem_count,
                    .variable_count = variable_count,
                    .current = PP_NEW_ARRAY(&job->scratch, pp_i_value, most),
                    .tried = PP_NEW_ARRAY(&job->scratch, pp_i_value, most),
                    .known = true};
    if (at.current == NULL || at.tried == NULL)
        return pp_i_job_no_memory(job);
    pp_status status = greatest(&at);
    if (status == PP_OK && at.known && at.found)
        status = narrow(&at);
    if (status != PP_OK)
        return status;
    *known = at.known;
    *exists = at.found;
    if (at.known && at.found)
        memcpy(values, at.current, variable_count * sizeof *values);
    return PP_OK;
}
