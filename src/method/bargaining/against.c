/* against.c: see against.h. */
#include "method/bargaining/against.h"

#include <string.h>

#include "base/integer.h"
#include "engine/frontier.h"
#include "method/robustness/robustness.h"
#include "model/values.h"

enum { LISTED_MAX = 20000 /* packages compared one by one where values are open */ };

typedef struct against {
    pp_i_job *job;
    pp_i_model *model;
    pp_judge *judge;
    pp_i_preferences preferences;
    size_t *parties;
    size_t count;
    bool open, ranked; /* some party's values are open; are an order of packages */
    pp_i_values values;
    pp_i_problem problem; /* what is compared, without values */
} against;

/* --- What is compared ------------------------------------------------------------------------- */

/* Parties whose consent counts and of whom the case says something. */
static pp_status choose_parties(against *a)
{
    a->parties = PP_NEW_ARRAY(a->job->arena, size_t, a->model->the_case->party_count);
    if (a->parties == NULL)
        return pp_i_job_no_memory(a->job);
    for (size_t p = 0; p < a->model->the_case->party_count; p++) {
        const pp_i_party_preference *said = &a->preferences.parties[p];
        if (!pp_i_set256_has(&a->model->named, p) || said->kind == PP_PREFERENCE_NONE)
            continue;
        a->parties[a->count++] = p;
        a->ranked = a->ranked || said->kind == PP_PREFERENCE_RANKED;
        a->open = a->open || (said->kind == PP_PREFERENCE_ADDITIVE && !said->exact);
    }
    return PP_OK;
}

/* The links, and the red lines that the package keeps. */
static pp_status make_problem(against *a)
{
    pp_i_job *job = a->job;
    pp_i_word *kept = PP_NEW_ARRAY(job->arena, pp_i_word, a->model->word_count);
    if (kept == NULL)
        return pp_i_job_no_memory(job);
    memcpy(kept, a->model->relevant, a->model->word_count * sizeof *kept);
    for (size_t p = 0; p < a->judge->party_count; p++)
        for (size_t i = 0; i < a->judge->parties[p].broken_count; i++)
            pp_i_bit_clear(kept, a->judge->parties[p].broken[i]);
    return pp_i_problem_restrict(&a->model->problem, kept, true, job->arena, &a->problem)
               ? PP_OK
               : pp_i_job_no_memory(job);
}

static pp_status add_better(against *a, pp_judged_better *all, size_t *count,
                            const uint16_t *package, const double *gains)
{
    if (*count < PP_AGAINST_SHOWN_MAX)
        all[(*count)++] = (pp_judged_better){.package = package, .gains = gains};
    a->judge->improve_total++;
    return PP_OK;
}

/* --- Exact values ----------------------------------------------------------------------------- */

/* The package's value for a party, times the denominator: the sum over factors. */
static bool own_value(const against *a, size_t place, int64_t *value)
{
    size_t limbs = a->values.limb_count;
    memset(value, 0, limbs * sizeof *value);
    for (size_t i = 0; i < a->values.factor_count; i++) {
        const pp_i_factor *factor = &a->values.factors[i];
        if (factor->group != place)
            continue;
        size_t cell = pp_i_factor_cell(&a->problem, factor, a->judge->package);
        if (limbs != 1)
            return false;
        value[0] += factor->weights[cell];
    }
    return true;
}

/* The compared problem with some parties' values, each as often as asked, turned around where
 * asked. */
typedef struct objective {
    size_t place;
    bool turned;
} objective;

static bool with_objectives(const against *a, const objective *objectives, size_t count,
                            pp_i_arena *arena, pp_i_problem *problem)
{
    if (!pp_i_problem_restrict(&a->problem, NULL, false, arena, problem))
        return false;
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < a->values.factor_count; i++) {
            pp_i_factor factor = a->values.factors[i];
            if (factor.group != objectives[k].place)
                continue;
            int64_t *weights = PP_NEW_ARRAY(arena, int64_t, factor.cell_count);
            if (weights == NULL)
                return false;
            for (size_t cell = 0; cell < factor.cell_count; cell++)
                weights[cell] = objectives[k].turned ? -factor.weights[cell] : factor.weights[cell];
            factor.weights = weights;
            factor.group = (uint32_t)k;
            if (!pp_i_problem_add_factor(problem, &factor))
                return false;
        }
    return true;
}

static pp_status solve(against *a, const objective *objectives, size_t count,
                       const int64_t *floors, bool *known, pp_i_frontier *found)
{
    pp_i_problem problem;
    pp_i_cost cost = {0};
    if (!with_objectives(a, objectives, count, a->job->arena, &problem))
        return pp_i_job_no_memory(a->job);
    pp_i_frontier_question question = {.problem = &problem,
                                       .dimension = count,
                                       .variable_count = a->model->the_case->issue_count,
                                       .floors = floors};
    return pp_i_solve_frontier(&question, &a->job->run, a->job->arena, known, found, &cost,
                               a->job->error);
}

static double in_units(const against *a, size_t place, int64_t difference)
{
    return (double)difference / pp_i_natural_double(a->values.parties[place].denominator);
}

static pp_status find_dominating(against *a, const int64_t *own)
{
    pp_i_job *job = a->job;
    objective *all = PP_NEW_ARRAY(job->arena, objective, a->count);
    pp_judged_better *better = PP_NEW_ARRAY(job->arena, pp_judged_better, PP_AGAINST_SHOWN_MAX);
    pp_i_frontier found = {0};
    bool known;
    size_t count = 0;
    if (all == NULL || better == NULL)
        return pp_i_job_no_memory(job);
    for (size_t p = 0; p < a->count; p++)
        all[p].place = p;
    pp_i_run_part(&job->run, "improves");
    pp_status status = solve(a, all, a->count, own, &known, &found);
    if (status == PP_OK && !known)
        return pp_i_job_stopped(job, "improves");
    for (size_t i = 0; status == PP_OK && i < found.count; i++) {
        const int64_t *values = found.values + i * a->count;
        double *gains = PP_NEW_ARRAY(job->arena, double, a->count);
        if (gains == NULL)
            return pp_i_job_no_memory(job);
        for (size_t p = 0; p < a->count; p++)
            gains[p] = in_units(a, p, values[p] - own[p]);
        if (memcmp(values, own, a->count * sizeof *own) != 0)
            status = add_better(a, better, &count,
                                found.assignments + i * found.variable_count, gains);
    }
    a->judge->improves = better;
    a->judge->improve_count = count;
    return status;
}

/* The greatest value for `q` among packages that `p` values as the draft. */
static pp_status find_alternative(against *a, const int64_t *own, size_t p, size_t q,
                                  pp_judged_alternative *to, bool *exists)
{
    const objective three[3] = {{q, false}, {p, false}, {p, true}};
    const int64_t floors[3] = {own[q], own[p], -own[p]};
    pp_i_frontier found = {0};
    bool known;
    pp_status status = solve(a, three, 3, floors, &known, &found);
    *exists = false;
    if (status != PP_OK)
        return status;
    if (!known)
        return pp_i_job_stopped(a->job, "alternatives");
    if (found.count == 0 || found.values[0] <= own[q])
        return PP_OK;
    *exists = true;
    *to = (pp_judged_alternative){.package = found.assignments, .alike = a->parties[p],
                                  .better = a->parties[q],
                                  .gain = in_units(a, q, found.values[0] - own[q])};
    return PP_OK;
}

static pp_status find_alternatives(against *a, const int64_t *own)
{
    pp_i_job *job = a->job;
    if (a->count < 2 || a->count > PP_AGAINST_PARTY_COUNT_MAX)
        return PP_OK;
    pp_judged_alternative *all =
        PP_NEW_ARRAY(job->arena, pp_judged_alternative, a->count * (a->count - 1));
    if (all == NULL)
        return pp_i_job_no_memory(job);
    pp_i_run_part(&job->run, "alternatives");
    pp_status status = PP_OK;
    for (size_t p = 0; p < a->count; p++)
        for (size_t q = 0; status == PP_OK && q < a->count; q++) {
            bool exists = false;
            if (p != q)
                status = find_alternative(a, own, p, q, &all[a->judge->alternative_count], &exists);
            a->judge->alternative_count += exists;
        }
    a->judge->alternatives = all;
    return status;
}

static pp_status compare_exactly(against *a)
{
    pp_i_job *job = a->job;
    pp_status status = pp_i_values_make(&a->preferences, a->parties, a->count, NULL,
                                        &a->problem, job->arena, &a->values, job->error);
    int64_t *own = PP_NEW_ARRAY(job->arena, int64_t, a->count);
    double *values = PP_NEW_ARRAY(job->arena, double, a->count);
    if (status != PP_OK)
        return status;
    if (own == NULL || values == NULL)
        return pp_i_job_no_memory(job);
    for (size_t p = 0; p < a->count; p++) {
        if (!own_value(a, p, &own[p]))
            return pp_i_job_incomplete(job, "improves", "values of more than 62 bits");
        values[p] = in_units(a, p, own[p]);
    }
    a->judge->values = values;
    if (a->count > PP_FRONT_DIMENSION_MAX)
        return pp_i_job_incomplete(job, "improves", "the values of more than 64 parties");
    status = find_dominating(a, own);
    return status == PP_OK ? find_alternatives(a, own) : status;
}

/* --- Open values ------------------------------------------------------------------------------ */

/* Is `other` necessarily at least as good for everyone, and not necessarily alike? */
static pp_status is_better(const against *a, pp_i_robust *robust, const uint16_t *other, bool *is)
{
    bool more = false;
    *is = false;
    for (size_t p = 0; p < a->count; p++) {
        pp_i_truth there, back;
        pp_status status =
            pp_i_robust_compare(robust, a->parties[p], other, a->judge->package, &there, NULL);
        if (status != PP_OK || there != PP_TRUTH_YES)
            return status;
        status = pp_i_robust_compare(robust, a->parties[p], a->judge->package, other, &back, NULL);
        if (status != PP_OK)
            return status;
        more = more || back == PP_TRUTH_NO;
    }
    *is = more;
    return PP_OK;
}

static pp_status compare_openly(against *a)
{
    pp_i_job *job = a->job;
    const pp_i_value *const *listed;
    size_t listed_count, count = 0;
    bool complete;
    pp_i_robust *robust;
    pp_judged_better *better = PP_NEW_ARRAY(job->arena, pp_judged_better, PP_AGAINST_SHOWN_MAX);
    if (better == NULL)
        return pp_i_job_no_memory(job);
    pp_i_run_part(&job->run, "improves");
    pp_status status =
        pp_i_solve_first(&a->problem, a->model->the_case->issue_count, LISTED_MAX + 1, &job->run,
                         job->arena, &listed, &listed_count, &complete, job->error);
    if (status == PP_OK && (!complete || listed_count > LISTED_MAX))
        return pp_i_job_incomplete(job, "improves", "more than 20000 packages to compare");
    if (status == PP_OK)
        status = pp_i_robust_begin(job, &a->preferences, &robust);
    for (size_t i = 0; status == PP_OK && i < listed_count; i++) {
        bool is;
        status = is_better(a, robust, listed[i], &is);
        if (status == PP_OK && is)
            status = add_better(a, better, &count, listed[i], NULL);
    }
    a->judge->improves = better;
    a->judge->improve_count = count;
    return status;
}

pp_status pp_i_against_find(pp_i_job *job, pp_i_model *model, pp_judge *judge)
{
    against a = {.job = job, .model = model, .judge = judge};
    pp_status status =
        pp_i_preferences_make(model->the_case, job->arena, &a.preferences, job->error);
    if (status == PP_OK)
        status = choose_parties(&a);
    if (status != PP_OK || a.count == 0)
        return status;
    judge->value_parties = a.parties;
    judge->value_party_count = a.count;
    status = make_problem(&a);
    if (status == PP_OK)
        status = a.open || a.ranked ? compare_openly(&a) : compare_exactly(&a);
    return status;
}
