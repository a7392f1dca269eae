/*
 * alike.c: what can be said in spite of issues that nobody speaks of; see robustness.h.
 *
 * Where no party says what it wants on an issue, all of them may want another option there, and no
 * package is efficient in every profile. What is surely so among packages that have the same
 * options on such issues, and whose word would settle the rest, is then the most that can be said.
 */
#include "method/robustness/parts.h"

/* --- What nobody speaks of -------------------------------------------------------------------- */

/* Does a comparison of packages, or one with no deal, speak of the issue? */
static bool is_compared(const pp_i_party_preference *of, size_t issue)
{
    for (size_t i = 0; i < of->no_deal_row_count; i++)
        if (of->no_deal_rows[i].package[issue] != PP_CHOICE_ANY)
            return true;
    for (size_t i = 0; i < of->said->compare_count; i++)
        if (of->said->compare[i].better[issue] != of->said->compare[i].worse[issue])
            return true;
    return false;
}

/* Does the party say anything that tells two options of the packages apart? */
static bool is_spoken(const pp_i_party_preference *of, size_t issue, const bool *options,
                      size_t option_count)
{
    const pp_i_issue_preference *on = &of->issues[issue];
    if (on->values != NULL || of->weights[issue].denominator != 0 || is_compared(of, issue))
        return true;
    for (size_t a = 0; a < option_count; a++)
        for (size_t b = 0; b < option_count; b++)
            if (a != b && options[a] && options[b] &&
                (pp_i_poset_better(&on->order, a, b) || pp_i_poset_alike(&on->order, a, b)))
                return true;
    return false;
}

static bool nobody_speaks(const pp_i_robust *robust, const size_t *parties, size_t party_count,
                          size_t issue, const bool *options)
{
    size_t option_count = robust->preferences->the_case->issues[issue].option_count, asked = 0;
    for (size_t p = 0; p < party_count; p++) {
        const pp_i_party_preference *of = &robust->preferences->parties[parties[p]];
        if (of->kind == PP_PREFERENCE_NONE)
            continue;
        if (of->kind != PP_PREFERENCE_ADDITIVE || is_spoken(of, issue, options, option_count))
            return false;
        asked++;
    }
    return asked > 0;
}

size_t pp_i_robust_unspoken(const pp_i_robust *robust, const size_t *parties, size_t party_count,
                            const uint16_t *const *packages, size_t package_count, bool *unspoken)
{
    size_t found = 0;
    for (size_t i = 0; i < robust->preferences->the_case->issue_count; i++) {
        bool options[PP_CASE_OPTION_COUNT_MAX] = {false};
        size_t met = 0;
        for (size_t k = 0; k < package_count; k++) {
            met += !options[packages[k][i]];
            options[packages[k][i]] = true;
        }
        unspoken[i] = met > 1 && nobody_speaks(robust, parties, party_count, i, options);
        found += unspoken[i];
    }
    return found;
}

/* --- Among packages that are alike ------------------------------------------------------------ */

static bool are_alike(const pp_i_robust *robust, const bool *alike, const uint16_t *x,
                      const uint16_t *y)
{
    for (size_t i = 0; i < robust->preferences->the_case->issue_count; i++)
        if (alike[i] && x[i] != y[i])
            return false;
    return true;
}

static pp_status judge_alike(pp_i_robust *robust, const size_t *parties, size_t party_count,
                             const uint16_t *const *packages, size_t package_count, size_t which,
                             const bool *alike, pp_i_truth *efficient)
{
    *efficient = PP_TRUTH_YES;
    for (size_t k = 0; k < package_count && *efficient != PP_TRUTH_NO; k++) {
        pp_i_domination by;
        if (k == which || !are_alike(robust, alike, packages[k], packages[which]))
            continue;
        pp_status status =
            pp_i_robust_domination(robust, parties, party_count, packages[k], packages[which], &by);
        if (status != PP_OK)
            return status;
        if (by.possibly != PP_TRUTH_NO)
            *efficient = by.possibly == PP_TRUTH_YES ? PP_TRUTH_NO : PP_TRUTH_OPEN;
        if (!pp_i_run_step(&robust->job->run, party_count)) {
            *efficient = PP_TRUTH_OPEN;
            return pp_i_job_stopped(robust->job, "efficient");
        }
    }
    return PP_OK;
}

pp_status pp_i_robust_efficient_alike(pp_i_robust *robust, const size_t *parties,
                                      size_t party_count, const uint16_t *const *packages,
                                      size_t package_count, const bool *alike,
                                      pp_i_truth *efficient)
{
    pp_status status = PP_OK;
    for (size_t k = 0; k < package_count; k++)
        efficient[k] = PP_TRUTH_OPEN;
    for (size_t k = 0; k < package_count && status == PP_OK; k++) {
        if (robust->job->run.stop != PP_STOP_NONE)
            break;
        status = judge_alike(robust, parties, party_count, packages, package_count, k, alike,
                             &efficient[k]);
    }
    return status;
}

/* Does the party surely prefer package `which` to all that are alike? `*first`: it is the first of
 * its lot. */
static pp_status find_best(pp_i_robust *robust, size_t party, const uint16_t *const *packages,
                           size_t package_count, size_t which, const bool *alike, bool *best,
                           bool *first)
{
    *best = *first = true;
    for (size_t k = 0; k < package_count; k++) {
        pp_i_truth as_good = PP_TRUTH_OPEN;
        if (k == which || !are_alike(robust, alike, packages[k], packages[which]))
            continue;
        *first = *first && k > which;
        if (!*best)
            continue;
        pp_status status =
            pp_i_robust_compare(robust, party, packages[k], packages[which], NULL, &as_good);
        if (status != PP_OK)
            return status;
        *best = as_good == PP_TRUTH_NO;
    }
    return PP_OK;
}

pp_status pp_i_robust_best_alike(pp_i_robust *robust, size_t party, const uint16_t *const *packages,
                                 size_t package_count, const bool *alike, bool *best,
                                 bool *every_lot)
{
    size_t lots = 0, found = 0;
    *every_lot = false;
    for (size_t k = 0; k < package_count; k++) {
        bool first;
        pp_status status =
            find_best(robust, party, packages, package_count, k, alike, &best[k], &first);
        if (status != PP_OK)
            return status;
        lots += first;
        found += best[k]; /* a lot has one at most */
        if (!pp_i_run_step(&robust->job->run, package_count))
            return pp_i_job_stopped(robust->job, "efficient");
    }
    *every_lot = found == lots;
    return PP_OK;
}
