/*
 * open.c: where numbers are open, the packages that may be efficient, and how sure that is.
 *
 * The frontier of an estimate is one of many. So where few packages are considered, all of them are
 * compared for every admissible profile, and the points are those that may be efficient; else the
 * points are the estimate's, and they are compared with one another.
 */
#include <stdlib.h>
#include <string.h>

#include "method/bargaining/parts.h"

static bool is_open(const pp_i_deals_work *work)
{
    for (size_t p = 0; p < work->party_count; p++)
        if (work->values.parties[p].numbers == PP_NUMBERS_ESTIMATE)
            return true;
    return false;
}

static bool same_package(const pp_case *the_case, const uint16_t *a, const uint16_t *b)
{
    return memcmp(a, b, the_case->issue_count * sizeof *a) == 0;
}

/* All considered packages, each once; *count is 0 where they are too many. */
static pp_status list_packages(pp_i_deals_work *work, const uint16_t **packages, size_t *count)
{
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    *count = 0;
    pp_i_run_part(&job->run, "packages");
    for (size_t i = 0; i < work->considered.count; i++) {
        const pp_i_value *const *found;
        size_t found_count;
        bool complete;
        pp_status status =
            pp_i_solve_first(&work->considered.problems[i], the_case->issue_count,
                             PP_DEALS_ROBUST_PACKAGE_COUNT_MAX + 1, &job->run, job->arena, &found,
                             &found_count, &complete, job->error);
        if (status != PP_OK)
            return status;
        bool fits = complete && found_count <= PP_DEALS_ROBUST_PACKAGE_COUNT_MAX;
        for (size_t k = 0; fits && k < found_count; k++) {
            bool again = false;
            for (size_t j = 0; j < *count && !again; j++)
                again = same_package(the_case, packages[j], found[k]);
            if (again)
                continue;
            fits = *count < PP_DEALS_ROBUST_PACKAGE_COUNT_MAX;
            if (fits)
                packages[(*count)++] = found[k];
        }
        if (!fits) {
            *count = 0;
            return PP_OK;
        }
    }
    return PP_OK;
}

/* --- Comparing -------------------------------------------------------------------------------- */

typedef struct compared {
    const uint16_t *package;
    pp_i_robust_efficiency efficiency;
    pp_i_robust_package shares;
    size_t place; /* as listed */
} compared;

static int by_sureness(const void *a, const void *b)
{
    const compared *x = a, *y = b;
    int x_sure = x->efficiency.necessarily == PP_TRUTH_YES;
    int y_sure = y->efficiency.necessarily == PP_TRUTH_YES;
    if (x_sure != y_sure)
        return y_sure - x_sure;
    if (x->shares.efficient.share != y->shares.efficient.share)
        return x->shares.efficient.share > y->shares.efficient.share ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

static int truth(pp_i_truth said)
{
    return said == PP_TRUTH_YES ? 1 : said == PP_TRUTH_NO ? 0 : -1;
}

static pp_status compare_all(pp_i_deals_work *work, const uint16_t **packages, size_t count,
                             bool listed, compared *all, bool *sampled)
{
    pp_i_job *job = &work->job;
    pp_i_robust *robust;
    pp_i_robust_shares shares = {0};
    pp_i_robust_efficiency *efficiency = PP_NEW_ARRAY(job->arena, pp_i_robust_efficiency, count);
    if (efficiency == NULL)
        return pp_i_job_no_memory(job);
    pp_i_robust_sample sample = {.sample_count = work->options.sample_count};
    pp_i_run_part(&job->run, "robustness");
    pp_status status = pp_i_robust_begin(job, &work->preferences, &robust);
    if (status == PP_OK)
        status = pp_i_robust_efficient(robust, work->parties, work->party_count, packages, count,
                                       efficiency);
    if (status == PP_OK && listed)
        status = pp_i_deals_find_unspoken(work, robust, packages, count);
    if (status == PP_OK)
        status = pp_i_robust_share(robust, work->parties, work->party_count, packages, count,
                                   &sample, &shares);
    if (status == PP_OK)
        work->deals->unproved = pp_i_robust_unproved(robust);
    *sampled = status == PP_OK && shares.sample_count > 0;
    work->deals->sample_count = shares.sample_count;
    for (size_t i = 0; status == PP_OK && i < count; i++) {
        all[i] = (compared){.package = packages[i], .efficiency = efficiency[i], .place = i};
        if (*sampled)
            all[i].shares = shares.packages[i];
    }
    return status;
}

static pp_status copy_robust(pp_i_deals_work *work, const compared *all, size_t count)
{
    pp_i_arena *arena = work->job.arena;
    size_t parties = work->party_count;
    pp_deal_robust *robust = PP_NEW_ARRAY(arena, pp_deal_robust, count);
    double *accepts = PP_NEW_ARRAY(arena, double, 2 * count * parties);
    if (robust == NULL || accepts == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < count; i++) {
        const pp_i_robust_package *shares = &all[i].shares;
        double *own = accepts + 2 * i * parties;
        robust[i] = (pp_deal_robust){
            .efficient = shares->efficient.share,
            .efficient_error = shares->efficient.error,
            .rational = shares->rational.share,
            .rational_error = shares->rational.error,
            .accepts = own,
            .accepts_error = own + parties,
            .necessarily_efficient = truth(all[i].efficiency.necessarily),
            .possibly_efficient = truth(all[i].efficiency.possibly),
            .efficient_alike = work->unspoken.count > 0
                                   ? truth(work->unspoken.efficient[all[i].place])
                                   : truth(all[i].efficiency.necessarily),
        };
        for (size_t p = 0; p < parties && shares->accepts != NULL; p++) {
            own[p] = shares->accepts[p].share;
            own[parties + p] = shares->accepts[p].error;
        }
        for (size_t k = 0; k < PP_SOLUTION_COUNT; k++) {
            robust[i].picked[k] = shares->picked[k].share;
            robust[i].picked_error[k] = shares->picked[k].error;
        }
    }
    work->deals->robust = robust;
    return PP_OK;
}

/* --- The points ------------------------------------------------------------------------------- */

/* What the factors of a party yield for package `at`; for ranks, how many of the others are
 * worse. */
static bool value_of(pp_i_deals_work *work, const compared *all, size_t count, size_t at,
                     size_t place, unsigned char *scratch, pp_i_integer *sum)
{
    pp_i_arena *arena = work->job.arena;
    size_t limbs = work->values.limb_count;
    const uint16_t *package = all[at].package;
    if (work->values.parties[place].numbers == PP_NUMBERS_RANKS) {
        int64_t worse = 0;
        for (size_t i = 0; i < count; i++)
            worse += pp_i_preferences_compare(&work->preferences, work->parties[place], package,
                                              all[i].package, scratch) > 0;
        return pp_i_integer_of(arena, worse, sum);
    }
    bool good = pp_i_integer_of(arena, 0, sum);
    for (size_t i = 0; good && i < work->values.factor_count; i++) {
        const pp_i_factor *factor = &work->values.factors[i];
        pp_i_integer one;
        if (factor->group != place)
            continue;
        size_t cell = pp_i_factor_cell(&work->model.problem, factor, package);
        good = pp_i_integer_of_limbs(arena, factor->weights + cell * limbs, limbs, &one) &&
               pp_i_integer_add(arena, *sum, one, sum);
    }
    return good;
}

/* Is the package one of the estimate's own frontier? */
static bool on_frontier(const pp_i_deals_work *work, const pp_i_frontier *front,
                        const int64_t *values)
{
    size_t width = work->party_count * work->values.limb_count;
    for (size_t i = 0; i < front->count; i++)
        if (memcmp(front->values + i * width, values, width * sizeof *values) == 0)
            return true;
    return false;
}

/* The compared packages take the place of the estimate's frontier. */
static pp_status replace_points(pp_i_deals_work *work, const compared *all, size_t count)
{
    pp_i_job *job = &work->job;
    pp_i_frontier own = work->frontier;
    size_t limbs = work->values.limb_count, width = work->party_count * limbs;
    size_t issues = work->model.the_case->issue_count;
    static const uint64_t one = 1;
    int64_t *values = PP_NEW_ARRAY(job->arena, int64_t, count * width);
    pp_i_natural *counts = PP_NEW_ARRAY(job->arena, pp_i_natural, count);
    pp_i_value *assignments = PP_NEW_ARRAY(job->arena, pp_i_value, count * issues);
    bool *known = PP_NEW_ARRAY(job->arena, bool, count);
    bool *efficient = PP_NEW_ARRAY(job->arena, bool, count);
    unsigned char *scratch =
        PP_NEW_ARRAY(job->arena, unsigned char, pp_i_preferences_scratch_size(&work->preferences));
    if (values == NULL || counts == NULL || assignments == NULL || known == NULL ||
        efficient == NULL || scratch == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < count; i++) {
        memcpy(assignments + i * issues, all[i].package, issues * sizeof *assignments);
        for (size_t p = 0; p < work->party_count; p++) {
            pp_i_integer value;
            if (!value_of(work, all, count, i, p, scratch, &value))
                return pp_i_job_no_memory(job);
            pp_i_integer_limbs(value, values + i * width + p * limbs, limbs);
        }
        counts[i] = (pp_i_natural){&one, 1};
        known[i] = true;
        efficient[i] = on_frontier(work, &own, values + i * width);
    }
    work->frontier.count = count;
    work->frontier.values = values;
    work->frontier.counts = counts;
    work->frontier.assignments = assignments;
    work->counts_known = known;
    work->efficient = efficient;
    return PP_OK;
}

static pp_status say_unspoken(pp_i_deals_work *work, const compared *all, size_t count)
{
    size_t *places = PP_NEW_ARRAY(work->job.arena, size_t, count);
    if (places == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < count; i++)
        places[i] = all[i].place;
    return pp_i_deals_say_unspoken(work, places, count);
}

pp_status pp_i_deals_open(pp_i_deals_work *work)
{
    pp_i_job *job = &work->job;
    if (!is_open(work) || work->frontier.count == 0)
        return PP_OK;
    size_t count, issues = work->model.the_case->issue_count;
    const uint16_t **packages =
        PP_NEW_ARRAY(job->arena, const uint16_t *, PP_DEALS_ROBUST_PACKAGE_COUNT_MAX);
    compared *all = PP_NEW_ARRAY(job->arena, compared, PP_DEALS_ROBUST_PACKAGE_COUNT_MAX);
    if (packages == NULL || all == NULL)
        return pp_i_job_no_memory(job);
    pp_status status = list_packages(work, packages, &count);
    bool listed = count > 0, sampled = false;
    if (status == PP_OK && !listed) {
        if (work->frontier.count > PP_DEALS_ROBUST_PACKAGE_COUNT_MAX)
            return PP_OK;
        count = work->frontier.count;
        for (size_t i = 0; i < count; i++)
            packages[i] = work->frontier.assignments + i * issues;
    }
    if (status == PP_OK)
        status = compare_all(work, packages, count, listed, all, &sampled);
    if (status != PP_OK)
        return status;
    if (listed) {
        size_t kept = 0;
        for (size_t i = 0; i < count; i++)
            if (all[i].efficiency.possibly != PP_TRUTH_NO)
                all[kept++] = all[i];
        count = kept;
        qsort(all, count, sizeof *all, by_sureness);
        status = replace_points(work, all, count);
        work->deals->listed = status == PP_OK;
    }
    if (status == PP_OK)
        status = copy_robust(work, all, count);
    return status == PP_OK ? say_unspoken(work, all, count) : status;
}
