/* rank_packages.c: the rank of every state from what a party says of packages: `priorities` and
 * values. See ranks.h. */
#include <string.h>

#include "base/signed_limbs.h"
#include "method/stability/ranks.h"
#include "model/values.h"

enum { STATES_BETWEEN_QUESTIONS = 1 << 16 };

/* Now and then, without counting: ranks are no search that a step limit cuts short. */
static bool goes_on(pp_i_job *job, size_t state)
{
    return state % STATES_BETWEEN_QUESTIONS != 0 || pp_i_run_ask(&job->run);
}

/* --- Priorities ------------------------------------------------------------------------------- */

/* A formula ready to be asked of many packages: its table, or itself where it is too wide for
 * one. */
typedef struct asked {
    pp_i_table table;
    size_t *strides; /* [scope] */
    const pp_i_formula *formula;
    bool tabled;
    size_t first; /* the first issue that it looks at */
    size_t place; /* among the priorities */
} asked;

typedef struct ranking {
    const pp_case *the_case;
    pp_i_job *job;
    asked *formulas;        /* by the first issue that they look at */
    size_t *by_first;       /* [issues that may differ] formulas that look at one of these first */
    unsigned char *scratch; /* for a formula that has no table */
} ranking;

static pp_status make_asked(ranking *of, const pp_i_formula *formula, asked *to)
{
    const pp_case *the_case = of->the_case;
    pp_i_arena *scratch = &of->job->scratch;
    pp_i_problem issues;
    size_t stride = 1;
    pp_i_problem_init(&issues, scratch);
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (!pp_i_problem_add_variable(&issues, the_case->issues[i].option_count))
            return pp_i_job_no_memory(of->job);
    to->formula = formula;
    if (!pp_i_table_of_formula(the_case, formula, &issues, scratch, &to->table))
        return pp_i_job_no_memory(of->job);
    to->tabled = issues.domain_sizes.count == the_case->issue_count;
    if (!to->tabled)
        return PP_OK;
    to->strides = PP_NEW_ARRAY(scratch, size_t, to->table.scope_count);
    if (to->strides == NULL)
        return pp_i_job_no_memory(of->job);
    for (size_t i = 0; i < to->table.scope_count; i++) {
        to->strides[i] = stride;
        stride *= the_case->issues[to->table.scope[i]].option_count;
    }
    to->first = to->table.scope_count == 0 ? the_case->issue_count : to->table.scope[0];
    return PP_OK;
}

static bool holds(const asked *of, const uint16_t *package, unsigned char *scratch)
{
    if (!of->tabled)
        return pp_i_formula_holds(of->formula, package, scratch);
    size_t cell = 0;
    for (size_t i = 0; i < of->table.scope_count; i++)
        cell += of->strides[i] * package[of->table.scope[i]];
    return pp_i_bit_get(of->table.holds, cell);
}

/* The formulas, sorted by the first issue that they look at. */
static pp_status make_ranking(ranking *of, const pp_i_preference *said)
{
    pp_i_arena *scratch = &of->job->scratch;
    size_t issues = of->the_case->issue_count, count = said->priority_count, nodes = 1;
    asked *made = PP_NEW_ARRAY(scratch, asked, count);
    size_t *next = PP_NEW_ARRAY(scratch, size_t, issues + 2);
    of->formulas = PP_NEW_ARRAY(scratch, asked, count);
    of->by_first = PP_NEW_ARRAY(scratch, size_t, issues + 2);
    if (made == NULL || next == NULL || of->formulas == NULL || of->by_first == NULL)
        return pp_i_job_no_memory(of->job);
    for (size_t k = 0; k < count; k++) {
        pp_status status = make_asked(of, &said->priorities[k], &made[k]);
        if (status != PP_OK)
            return status;
        made[k].place = k;
        of->by_first[made[k].first + 1]++;
        if (said->priorities[k].node_count > nodes)
            nodes = said->priorities[k].node_count;
    }
    for (size_t i = 0; i <= issues; i++)
        of->by_first[i + 1] += of->by_first[i];
    memcpy(next, of->by_first, (issues + 2) * sizeof *next);
    for (size_t k = 0; k < count; k++)
        of->formulas[next[made[k].first]++] = made[k];
    of->scratch = PP_NEW_ARRAY(scratch, unsigned char, nodes);
    return of->scratch == NULL ? pp_i_job_no_memory(of->job) : PP_OK;
}

/* From one state to the next only the first issues change, so that only the formulas that look at
 * one of these are asked again: of yes/no options, each formula once in 2^first states. */
pp_status pp_i_rank_priorities(const pp_i_stable_work *work, pp_i_job *job,
                               const pp_i_preference *said, uint32_t *ranks)
{
    const pp_i_graph *graph = &work->graph;
    ranking of = {.the_case = work->model.the_case, .job = job};
    size_t width = (said->priority_count + 63) / 64;
    uint64_t *keys = PP_NEW_ARRAY(&job->scratch, uint64_t, graph->state_count * width);
    uint64_t *key = PP_NEW_ARRAY(&job->scratch, uint64_t, width);
    uint16_t *package = PP_NEW_ARRAY(&job->scratch, uint16_t, of.the_case->issue_count);
    if (keys == NULL || key == NULL || package == NULL)
        return pp_i_job_no_memory(job);
    pp_status status = make_ranking(&of, said);
    for (size_t s = 0; status == PP_OK && s < graph->state_count; s++) {
        size_t changed = pp_i_graph_follow(
            of.the_case, s == 0 ? UINT64_MAX - 1 : graph->codes[s - 1], graph->codes[s], package);
        size_t count = s == 0 ? said->priority_count : of.by_first[changed];
        for (size_t k = 0; k < count; k++) {
            size_t place = of.formulas[k].place;
            uint64_t bit = UINT64_C(1) << (63 - place % 64);
            bool true_here = holds(&of.formulas[k], package, of.scratch);
            key[place / 64] = true_here ? key[place / 64] | bit : key[place / 64] & ~bit;
        }
        memcpy(keys + s * width, key, width * sizeof *keys);
        if (!goes_on(job, s))
            status = pp_i_run_status(&job->run, job->error);
    }
    return status == PP_OK ? pp_i_rank_keys(job, keys, width, graph->state_count, ranks) : status;
}

/* --- Values ----------------------------------------------------------------------------------- */

/* Sums of a party's factors over all states, as keys that sort as the sums do. */
static pp_status rank_factors(const pp_i_stable_work *work, pp_i_job *job,
                              const pp_i_values *values, uint32_t *ranks)
{
    const pp_case *the_case = work->model.the_case;
    const pp_i_graph *graph = &work->graph;
    size_t limbs = values->limb_count;
    uint64_t *keys = PP_NEW_ARRAY(&job->scratch, uint64_t, graph->state_count * limbs);
    uint16_t *package = PP_NEW_ARRAY(&job->scratch, uint16_t, the_case->issue_count);
    int64_t *sum = PP_NEW_ARRAY(&job->scratch, int64_t, limbs);
    if (keys == NULL || package == NULL || sum == NULL)
        return pp_i_job_no_memory(job);
    for (size_t s = 0; s < graph->state_count; s++) {
        pp_i_graph_follow(the_case, s == 0 ? UINT64_MAX - 1 : graph->codes[s - 1], graph->codes[s],
                          package);
        memset(sum, 0, limbs * sizeof *sum);
        for (size_t i = 0; i < values->factor_count; i++)
            pp_i_limbs_add(
                sum, sum, values->factors[i].weights + package[values->factors[i].scope[0]] * limbs,
                limbs);
        for (size_t l = 0; l < limbs; l++) /* most significant first, the sign's bit turned */
            keys[s * limbs + l] = (uint64_t)sum[limbs - 1 - l] ^ (l == 0 ? UINT64_C(1) << 63 : 0);
        if (!goes_on(job, s))
            return pp_i_run_status(&job->run, job->error);
    }
    return pp_i_rank_keys(job, keys, limbs, graph->state_count, ranks);
}

pp_status pp_i_rank_values(const pp_i_stable_work *work, pp_i_job *job, size_t party,
                           const pp_i_profile *profile, uint32_t *ranks)
{
    pp_i_estimate estimate = {.profile = profile};
    pp_i_values values;
    pp_i_problem unused;
    pp_i_problem_init(&unused, &job->scratch);
    pp_status status = pp_i_values_make(&work->preferences, &party, 1, &estimate, &unused,
                                        &job->scratch, &values, job->error);
    return status == PP_OK ? rank_factors(work, job, &values, ranks) : status;
}
