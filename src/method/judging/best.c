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
    const pp_i_best_question *question;
    size_t *kept; /* the problems that reach the best */
    size_t kept_count;
    pp_i_value *fixed; /* what is settled, PP_VALUE_FREE elsewhere */
    int64_t best;
    bool found;
    pp_i_value *current; /* the best assignment so far */
    pp_i_value *tried;
    bool known;
} narrowing;

#define NO_VARIABLE SIZE_MAX

/* The best of one problem under what is settled, with `variable` (if any) below its current value;
 * at->tried gets how. */
static pp_status best_of(narrowing *at, size_t index, size_t variable, bool *exists, int64_t *best)
{
    pp_i_job *job = at->job;
    const pp_i_best_question *question = at->question;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_problem problem, conditioned;
    pp_i_cost cost = {0};
    *exists = false;
    bool good = question->make(question->context, index, &job->scratch, &problem) &&
                pp_i_problem_condition(&problem, at->fixed, &job->scratch, &conditioned) &&
                (variable == NO_VARIABLE ||
                 pp_i_problem_bound(&conditioned, variable, 0, at->current[variable]));
    pp_status status = good ? pp_i_solve_best(&conditioned, &job->run, &at->known, exists, best,
                                              at->tried, &cost, job->error)
                            : pp_i_job_no_memory(job);
    for (size_t v = 0; v < question->variable_count; v++)
        if (at->fixed[v] != PP_VALUE_FREE)
            at->tried[v] = at->fixed[v];
    pp_i_arena_rewind(&job->scratch, mark);
    if (status == PP_OK)
        pp_i_job_cost(job, &cost);
    return status;
}

static void take_tried(narrowing *at)
{
    memcpy(at->current, at->tried, at->question->variable_count * sizeof *at->current);
}

/* The greatest weight over all problems, with an assignment that has it. Problems that do not reach
 * it are put away: only as good ones can give the first by code. */
static pp_status greatest(narrowing *at)
{
    for (size_t i = 0; i < at->question->problem_count && at->known; i++) {
        bool exists;
        int64_t best = 0;
        pp_status status = best_of(at, i, NO_VARIABLE, &exists, &best);
        if (status != PP_OK)
            return status;
        if (!at->known || !exists || (at->found && best < at->best))
            continue;
        if (!at->found || best > at->best) {
            at->kept_count = 0;
            take_tried(at);
        }
        at->found = true;
        at->best = best;
        at->kept[at->kept_count++] = i;
    }
    return PP_OK;
}

/* Is there an assignment as good with a smaller value of `variable`? Then it becomes current. */
static pp_status smaller(narrowing *at, size_t variable, bool *found)
{
    *found = false;
    for (size_t i = 0; i < at->kept_count && at->known && !*found; i++) {
        bool exists;
        int64_t best = 0;
        pp_status status = best_of(at, at->kept[i], variable, &exists, &best);
        if (status != PP_OK)
            return status;
        *found = at->known && exists && best == at->best;
        if (*found)
            take_tried(at);
    }
    return PP_OK;
}

static pp_status narrow(narrowing *at)
{
    for (size_t v = at->question->first_count; v-- > 0;) {
        bool found = at->fixed[v] == PP_VALUE_FREE;
        while (at->known && found && at->current[v] > 0) {
            pp_status status = smaller(at, v, &found);
            if (status != PP_OK)
                return status;
        }
        at->fixed[v] = at->current[v];
    }
    return PP_OK;
}

pp_status pp_i_best_first(pp_i_job *job, const pp_i_best_question *question, bool *known,
                          bool *exists, pp_i_value *values)
{
    size_t all = question->variable_count;
    narrowing at = {.job = job,
                    .question = question,
                    .kept = PP_NEW_ARRAY(&job->scratch, size_t, question->problem_count),
                    .fixed = PP_NEW_ARRAY(&job->scratch, pp_i_value, all),
                    .current = PP_NEW_ARRAY(&job->scratch, pp_i_value, all),
                    .tried = PP_NEW_ARRAY(&job->scratch, pp_i_value, all),
                    .known = true};
    if (at.kept == NULL || at.fixed == NULL || at.current == NULL || at.tried == NULL)
        return pp_i_job_no_memory(job);
    for (size_t v = 0; v < all; v++)
        at.fixed[v] = question->fixed != NULL && v < question->first_count ? question->fixed[v]
                                                                           : PP_VALUE_FREE;
    pp_status status = greatest(&at);
    if (status == PP_OK && at.known && at.found)
        status = narrow(&at);
    if (status != PP_OK)
        return status;
    *known = at.known;
    *exists = at.found;
    if (at.known && at.found)
        memcpy(values, at.current, question->first_count * sizeof *values);
    return PP_OK;
}
