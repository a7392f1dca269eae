/*
 * shares.c: in what share of the agreements each option stands.
 *
 * A package is an agreement where some minimal coalition consents to it. By inclusion and exclusion
 * their number is a signed sum, over the unions U of minimal coalitions, of how many packages all
 * of U consent to: the coefficients c(U) are those for which the sum of c(V) over all V within U is
 * 1 (Moebius inversion over the unions). Each term is one elimination that gives the shares of all
 * options at once. Where there are too many unions, the agreements are counted anew with each
 * option fixed, if that is within reach.
 */
#include "base/checked.h"
#include "method/zone/parts.h"

enum { UNION_COUNT_MAX = 256 };
#define WHY_UNIONS "more than 256 unions of minimal coalitions"

/* The unions of minimal coalitions, with their coefficients. */
typedef struct unions {
    pp_i_party_set sets[UNION_COUNT_MAX];
    int64_t coefficients[UNION_COUNT_MAX];
    size_t count;
} unions;

static bool is_among(const unions *of, const pp_i_party_set *set)
{
    for (size_t i = 0; i < of->count; i++)
        if (pp_i_set256_equal(&of->sets[i], set))
            return true;
    return false;
}

/* False where there are too many. */
static bool unions_make(const pp_i_coalitions *coalitions, unions *made)
{
    made->count = 0;
    if (!coalitions->complete || coalitions->count > UNION_COUNT_MAX)
        return false;
    for (size_t i = 0; i < coalitions->count; i++) {
        size_t before = made->count;
        for (size_t j = 0; j <= before; j++) {
            pp_i_party_set joined = coalitions->sets[i];
            if (j < before)
                joined = pp_i_set256_union(joined, made->sets[j]);
            if (is_among(made, &joined))
                continue;
            if (made->count == UNION_COUNT_MAX)
                return false;
            made->sets[made->count++] = joined;
        }
    }
    return true;
}

/* Smaller unions first, then c(U) = 1 - the sum of c(V) over V strictly within U. False where a
 * coefficient is too large. */
static bool weigh(unions *of)
{
    for (size_t i = 1; i < of->count; i++) {
        pp_i_party_set moved = of->sets[i];
        size_t at = i, size = pp_i_set256_count(&moved);
        for (; at > 0 && pp_i_set256_count(&of->sets[at - 1]) > size; at--)
            of->sets[at] = of->sets[at - 1];
        of->sets[at] = moved;
    }
    for (size_t i = 0; i < of->count; i++) {
        of->coefficients[i] = 1;
        for (size_t j = 0; j < i; j++)
            if (pp_i_set256_subset(&of->sets[j], &of->sets[i]) &&
                !pp_i_subtract_i64(of->coefficients[i], of->coefficients[j], &of->coefficients[i]))
                return false;
    }
    return true;
}

/* What the terms add up to: those with a plus apart from those with a minus. */
typedef struct sums {
    pp_i_arena arena;
    pp_i_natural *plus, *minus; /* one for each option of each issue */
} sums;

/* In how many packages that all of `parties` consent to each option stands. */
static pp_status marginals_of(pp_i_zone_work *work, const pp_i_party_set *parties, bool *known,
                              const pp_i_natural *const **marginals)
{
    pp_i_job *job = &work->job;
    pp_i_natural count;
    pp_i_problem problem;
    pp_i_cost cost = {0};
    const pp_i_word *lines = pp_i_model_lines_of(&work->model, parties, &job->scratch);
    if (lines == NULL ||
        !pp_i_problem_restrict(&work->model.problem, lines, true, &job->scratch, &problem))
        return pp_i_job_no_memory(job);
    pp_status status =
        pp_i_solve_marginals(&problem, work->model.the_case->issue_count, &job->run, &job->scratch,
                             known, &count, marginals, &cost, job->error);
    if (status == PP_OK)
        pp_i_job_cost(job, &cost);
    return status;
}

/* Adds one term of the signed sum. */
static pp_status add_term(pp_i_zone_work *work, const pp_i_party_set *parties, int64_t coefficient,
                          sums *to, bool *known)
{
    const pp_case *the_case = work->model.the_case;
    const pp_i_natural *const *marginals = NULL;
    pp_i_natural factor, product;
    pp_i_natural *sum = coefficient > 0 ? to->plus : to->minus;
    uint64_t size = coefficient > 0 ? (uint64_t)coefficient : -(uint64_t)coefficient;
    pp_status status = marginals_of(work, parties, known, &marginals);
    if (status != PP_OK || !*known)
        return status;
    bool good = pp_i_natural_of(&work->job.scratch, size, &factor);
    for (size_t i = 0; good && i < the_case->issue_count; i++)
        for (size_t o = 0; good && o < the_case->issues[i].option_count; o++, sum++)
            good = pp_i_natural_multiply(&work->job.scratch, marginals[i][o], factor, &product) &&
                   pp_i_natural_add(&to->arena, *sum, product, sum);
    return good ? PP_OK : pp_i_job_no_memory(&work->job);
}

static pp_status list_shares(pp_i_zone_work *work, const pp_i_natural *numbers)
{
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    const double **shares = PP_NEW_ARRAY(job->arena, const double *, the_case->issue_count);
    pp_i_natural total = {NULL, 0};
    if (shares == NULL)
        return pp_i_job_no_memory(job);
    for (size_t o = 0; the_case->issue_count > 0 && o < the_case->issues[0].option_count; o++)
        if (!pp_i_natural_add(&job->scratch, total, numbers[o], &total))
            return pp_i_job_no_memory(job);
    for (size_t i = 0; i < the_case->issue_count; i++) {
        double *row = PP_NEW_ARRAY(job->arena, double, the_case->issues[i].option_count);
        if (row == NULL)
            return pp_i_job_no_memory(job);
        for (size_t o = 0; o < the_case->issues[i].option_count; o++)
            row[o] = pp_i_natural_ratio(*numbers++, total);
        shares[i] = row;
    }
    work->zone->shares = shares;
    return PP_OK;
}

/* The signed sum over all unions. */
static pp_status by_unions(pp_i_zone_work *work, const unions *of, sums *to, size_t option_count)
{
    pp_i_job *job = &work->job;
    bool known = true;
    to->plus = PP_NEW_ARRAY(&to->arena, pp_i_natural, option_count);
    to->minus = PP_NEW_ARRAY(&to->arena, pp_i_natural, option_count);
    if (to->plus == NULL || to->minus == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < of->count && known; i++) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
        pp_status status = of->coefficients[i] == 0
                               ? PP_OK
                               : add_term(work, &of->sets[i], of->coefficients[i], to, &known);
        pp_i_arena_rewind(&job->scratch, mark);
        if (status != PP_OK)
            return status;
    }
    if (!known)
        return pp_i_job_stopped(job, "shares");
    for (size_t i = 0; i < option_count; i++)
        if (!pp_i_natural_subtract(&to->arena, to->plus[i], to->minus[i], &to->plus[i]))
            return pp_i_job_no_memory(job);
    return list_shares(work, to->plus);
}

/* Counting anew for each option: about as many counts as there are issues. */
static pp_status by_fixing(pp_i_zone_work *work, sums *to, size_t option_count)
{
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    bool known;
    pp_i_natural count, *number;
    const pp_i_natural *const *marginals;
    uint64_t steps;
    if (!pp_i_multiply_u64(work->agreement_step_count, the_case->issue_count, &steps) ||
        steps > job->run.step_count_max)
        return pp_i_job_incomplete(job, "shares", WHY_UNIONS);
    pp_status status = pp_i_zone_count(work, work->model.counting, &known, &count, &marginals);
    if (status != PP_OK || !known)
        return status != PP_OK ? status : pp_i_job_stopped(job, "shares");
    number = to->plus = PP_NEW_ARRAY(&to->arena, pp_i_natural, option_count);
    if (number == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < the_case->issue_count; i++)
        for (size_t o = 0; o < the_case->issues[i].option_count; o++)
            *number++ = marginals[i][o];
    return list_shares(work, to->plus);
}

pp_status pp_i_zone_shares(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    unions of;
    sums to = {0};
    size_t option_count = 0;
    if (work->zone->verdict != PP_VERDICT_SOME || work->options.without_shares)
        return PP_OK;
    for (size_t i = 0; i < the_case->issue_count; i++)
        option_count += the_case->issues[i].option_count;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_arena_init(&to.arena, job->arena->allocator);
    pp_i_run_part(&job->run, "shares");
    pp_status status = unions_make(&work->model.coalitions, &of) && weigh(&of)
                           ? by_unions(work, &of, &to, option_count)
                           : by_fixing(work, &to, option_count);
    pp_i_arena_free(&to.arena);
    pp_i_arena_rewind(&job->scratch, mark);
    return status;
}
