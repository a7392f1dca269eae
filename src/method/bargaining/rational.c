/*
 * rational.c: how many considered packages are at or above every no deal.
 *
 * Counting them is #P-hard (it is counting the solutions of a knapsack), so this is honest work:
 * the variables one after the other, with the least and greatest that the rest can still add; a
 * branch that must reach every no deal, and that no link can end, counts as a whole, one that
 * cannot reach one of them ends. Past a limit of steps the answer is that it is not known.
 */
#include <string.h>

#include "base/checked.h"
#include "base/signed_limbs.h"
#include "method/bargaining/parts.h"

/* One problem, laid out by the variable that completes each factor. */
typedef struct counting {
    const pp_i_deals_work *work;
    const pp_i_problem *problem;
    size_t variable_count, dimension, limbs;
    const size_t *first;      /* [variable + 1]: where its factors begin in `factors` */
    const uint32_t *factors;
    int64_t *lost_below; /* [variable + 1][dimension]: with less so far, no rest reaches no deal */
    int64_t *safe_from;  /* with so much, any rest does */
    const bool *free_of_links; /* [variable + 1]: no hard factor is completed from there on */
    uint64_t *tails;          /* [variable + 1]: assignments of the rest; 0: more than 64 bits */
    int64_t *sums;            /* [variable + 1][dimension]; all three of `limbs` limbs */
    pp_i_value *values;
    uint64_t steps;
} counting;

static size_t last_of(const pp_i_factor *factor)
{
    return factor->scope_count == 0 ? 0 : factor->scope[factor->scope_count - 1];
}

/* Sorts the factors by the variable that completes them. */
static bool lay_out(counting *c, pp_i_arena *arena)
{
    const pp_i_problem *problem = c->problem;
    size_t *first = PP_NEW_ARRAY(arena, size_t, c->variable_count + 1);
    uint32_t *factors = PP_NEW_ARRAY(arena, uint32_t, problem->factors.count);
    bool *free_of_links = PP_NEW_ARRAY(arena, bool, c->variable_count + 1);
    if (first == NULL || factors == NULL || free_of_links == NULL)
        return false;
    size_t at = 0;
    for (size_t v = 0; v < c->variable_count; v++) {
        first[v] = at;
        for (size_t f = 0; f < problem->factors.count; f++)
            if (last_of(&problem->factors.items[f]) == v)
                factors[at++] = (uint32_t)f;
    }
    first[c->variable_count] = at;
    free_of_links[c->variable_count] = true;
    for (size_t v = c->variable_count; v-- > 0;) {
        free_of_links[v] = free_of_links[v + 1];
        for (size_t k = first[v]; k < first[v + 1]; k++)
            free_of_links[v] =
                free_of_links[v] && problem->factors.items[factors[k]].kind == PP_FACTOR_WEIGHT;
    }
    c->first = first;
    c->factors = factors;
    c->free_of_links = free_of_links;
    return true;
}

/* The least and greatest number of a factor. */
static bool extremes_of(const counting *c, const pp_i_factor *factor, pp_i_arena *arena,
                        pp_i_integer *least, pp_i_integer *most)
{
    const int64_t *low = factor->weights, *high = low;
    for (size_t cell = 1; cell < factor->cell_count; cell++) {
        const int64_t *at = factor->weights + cell * c->limbs;
        low = pp_i_limbs_compare(at, low, c->limbs) < 0 ? at : low;
        high = pp_i_limbs_compare(at, high, c->limbs) > 0 ? at : high;
    }
    return pp_i_integer_of_limbs(arena, low, c->limbs, least) &&
           pp_i_integer_of_limbs(arena, high, c->limbs, most);
}

/* A threshold as limbs; one that no sum can have becomes the nearest that fits. */
static void set_threshold(const counting *c, pp_i_integer value, int64_t *limbs)
{
    if (pp_i_integer_limbs(value, limbs, c->limbs))
        return;
    for (size_t l = 0; l < c->limbs; l++)
        limbs[l] = value.negative ? 0 : -1;
    limbs[c->limbs - 1] = value.negative ? INT64_MIN : INT64_MAX;
}

/* For one party, from the last variable back: no deal less what the rest can add. */
static bool bound_party(counting *c, size_t party, pp_i_integer no_deal, pp_i_arena *arena)
{
    pp_i_integer lost = no_deal, safe = no_deal, least, most;
    for (size_t v = c->variable_count + 1; v-- > 0;) {
        size_t at = (v * c->dimension + party) * c->limbs;
        for (size_t k = v < c->variable_count ? c->first[v] : 0;
             v < c->variable_count && k < c->first[v + 1]; k++) {
            const pp_i_factor *factor = &c->problem->factors.items[c->factors[k]];
            if (factor->kind == PP_FACTOR_WEIGHT && factor->group == party &&
                (!extremes_of(c, factor, arena, &least, &most) ||
                 !pp_i_integer_subtract(arena, lost, most, &lost) ||
                 !pp_i_integer_subtract(arena, safe, least, &safe)))
                return false;
        }
        set_threshold(c, lost, c->lost_below + at);
        set_threshold(c, safe, c->safe_from + at);
    }
    return true;
}

static bool bound_rest(counting *c, pp_i_arena *arena)
{
    size_t n = c->variable_count, width = (n + 1) * c->dimension * c->limbs;
    c->lost_below = PP_NEW_ARRAY(arena, int64_t, width);
    c->safe_from = PP_NEW_ARRAY(arena, int64_t, width);
    c->sums = PP_NEW_ARRAY(arena, int64_t, width);
    c->tails = PP_NEW_ARRAY(arena, uint64_t, n + 1);
    c->values = PP_NEW_ARRAY(arena, pp_i_value, n);
    if (c->lost_below == NULL || c->safe_from == NULL || c->sums == NULL || c->tails == NULL ||
        c->values == NULL)
        return false;
    c->tails[n] = 1;
    for (size_t v = n; v-- > 0;)
        if (!pp_i_multiply_u64(c->tails[v + 1], c->problem->domain_sizes.items[v], &c->tails[v]))
            c->tails[v] = 0;
    for (size_t p = 0; p < c->dimension; p++)
        if (!bound_party(c, p, c->work->no_deal[p], arena))
            return false;
    return true;
}

/* Adds what is completed at variable v; false where a link forbids. */
static bool complete(counting *c, size_t v)
{
    size_t width = c->dimension * c->limbs;
    int64_t *sums = c->sums + (v + 1) * width;
    memcpy(sums, c->sums + v * width, width * sizeof *sums);
    for (size_t k = c->first[v]; k < c->first[v + 1]; k++) {
        const pp_i_factor *factor = &c->problem->factors.items[c->factors[k]];
        size_t cell = pp_i_factor_cell(c->problem, factor, c->values);
        int64_t *sum = sums + factor->group * c->limbs;
        if (factor->kind == PP_FACTOR_WEIGHT)
            pp_i_limbs_add(sum, sum, factor->weights + cell * c->limbs, c->limbs);
        else if (!pp_i_factor_allows(factor, cell))
            return false;
    }
    return true;
}

/* 1: every completion reaches each no deal, and none is forbidden; -1: none can; 0: go on. */
static int fate(const counting *c, size_t v)
{
    bool all = c->free_of_links[v] && c->tails[v] != 0;
    for (size_t p = 0; p < c->dimension; p++) {
        size_t at = (v * c->dimension + p) * c->limbs;
        if (pp_i_limbs_compare(c->sums + at, c->lost_below + at, c->limbs) < 0)
            return -1;
        all = all && pp_i_limbs_compare(c->sums + at, c->safe_from + at, c->limbs) >= 0;
    }
    return all ? 1 : 0;
}

/* Depth first, without recursion. *known is false past the limits. */
static bool walk(counting *c, pp_i_run *run, pp_i_arena *arena, pp_i_natural *total, bool *known)
{
    size_t v = 0;
    bool down = true;
    *known = false;
    for (;;) {
        if (++c->steps > PP_DEALS_RATIONAL_STEP_COUNT_MAX || !pp_i_run_step(run, 1))
            return true;
        int way = down ? fate(c, v) : -1;
        if (way == 1) {
            pp_i_natural tail;
            if (!pp_i_natural_of(arena, c->tails[v], &tail) ||
                !pp_i_natural_add(arena, *total, tail, total))
                return false;
        }
        if (way == 0) { /* try the first value of the next variable */
            c->values[v] = 0;
        } else { /* the next value of the last variable that has one */
            for (; v > 0 && (size_t)c->values[v - 1] + 1 >= c->problem->domain_sizes.items[v - 1];
                 v--)
                ;
            if (v == 0)
                break;
            c->values[--v]++;
        }
        down = complete(c, v);
        v++;
    }
    *known = true;
    return true;
}

static pp_status count_one(pp_i_deals_work *work, size_t index, pp_i_natural *total, bool *known)
{
    pp_i_job *job = &work->job;
    pp_i_problem problem;
    counting c = {.work = work, .problem = &problem, .dimension = work->party_count,
                  .limbs = work->values.limb_count};
    if (!pp_i_deals_problem(work, index, job->arena, &problem))
        return pp_i_job_no_memory(job);
    c.variable_count = problem.domain_sizes.count;
    if (c.variable_count == 0)
        return PP_OK;
    if (!lay_out(&c, job->arena) || !bound_rest(&c, job->arena) ||
        !walk(&c, &job->run, job->arena, total, known))
        return pp_i_job_no_memory(job);
    return PP_OK;
}

static bool nobody_can_lose(const pp_i_deals_work *work)
{
    for (size_t p = 0; p < work->party_count; p++)
        if (pp_i_integer_compare(work->least[p], work->no_deal[p]) < 0)
            return false;
    return true;
}

pp_status pp_i_deals_rational(pp_i_deals_work *work)
{
    pp_i_job *job = &work->job;
    if (work->considered.count == 0) {
        work->deals->rational = work->considered.packages;
        return PP_OK;
    }
    if (work->scenario != NULL)
        return PP_OK;
    if (nobody_can_lose(work)) {
        work->deals->rational = work->considered.packages;
        return PP_OK;
    }
    if (!work->considered.disjoint)
        return PP_OK;
    pp_i_natural total = {0};
    bool known = true;
    pp_status status = PP_OK;
    pp_i_run_part(&job->run, "rational");
    for (size_t i = 0; status == PP_OK && known && i < work->considered.count; i++)
        status = count_one(work, i, &total, &known);
    if (status == PP_OK && known)
        status = pp_i_job_text(job, total, &work->deals->rational);
    return status;
}
