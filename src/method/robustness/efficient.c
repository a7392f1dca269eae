/* efficient.c: which of the listed packages are efficient in every combination of profiles, which
 * in one; see robustness.h. */
#include "method/robustness/parts.h"

enum { WITNESS_SAMPLE_COUNT = 1024 };

static pp_i_truth both(pp_i_truth a, pp_i_truth b)
{
    if (a == PP_TRUTH_NO || b == PP_TRUTH_NO)
        return PP_TRUTH_NO;
    return a == PP_TRUTH_OPEN || b == PP_TRUTH_OPEN ? PP_TRUTH_OPEN : PP_TRUTH_YES;
}

static pp_i_truth either(pp_i_truth a, pp_i_truth b)
{
    if (a == PP_TRUTH_YES || b == PP_TRUTH_YES)
        return PP_TRUTH_YES;
    return a == PP_TRUTH_OPEN || b == PP_TRUTH_OPEN ? PP_TRUTH_OPEN : PP_TRUTH_NO;
}

static pp_i_truth not(pp_i_truth truth)
{
    return truth == PP_TRUTH_OPEN  ? PP_TRUTH_OPEN
           : truth == PP_TRUTH_YES ? PP_TRUTH_NO
                                   : PP_TRUTH_YES;
}

pp_status pp_i_robust_domination(pp_i_robust *robust, const size_t *parties, size_t party_count,
                                 const uint16_t *y, const uint16_t *x, pp_i_domination *found)
{
    pp_i_truth better_sometimes = PP_TRUTH_NO, better_always = PP_TRUTH_NO;
    *found = (pp_i_domination){PP_TRUTH_YES, PP_TRUTH_YES};
    for (size_t p = 0; p < party_count; p++) {
        pp_i_truth there_always, there_sometimes, back_always, back_sometimes;
        pp_status status =
            pp_i_robust_compare(robust, parties[p], y, x, &there_always, &there_sometimes);
        if (status == PP_OK)
            status = pp_i_robust_compare(robust, parties[p], x, y, &back_always, &back_sometimes);
        if (status != PP_OK)
            return status;
        found->possibly = both(found->possibly, there_sometimes);
        found->necessarily = both(found->necessarily, there_always);
        better_sometimes = either(better_sometimes, not(back_always));
        better_always = either(better_always, not(back_sometimes));
        if (found->possibly == PP_TRUTH_NO)
            break;
    }
    found->possibly = both(found->possibly, better_sometimes);
    found->necessarily = both(found->necessarily, better_always);
    return PP_OK;
}

static pp_status judge_package(pp_i_robust *robust, const size_t *parties, size_t party_count,
                               const uint16_t *const *packages, size_t package_count, size_t which,
                               pp_i_robust_efficiency *efficiency)
{
    pp_i_truth sometimes = PP_TRUTH_NO, always = PP_TRUTH_NO;
    for (size_t k = 0; k < package_count && always != PP_TRUTH_YES; k++) {
        pp_i_domination by;
        if (k == which)
            continue;
        pp_status status =
            pp_i_robust_domination(robust, parties, party_count, packages[k], packages[which], &by);
        if (status != PP_OK)
            return status;
        sometimes = either(sometimes, by.possibly);
        always = either(always, by.necessarily);
        if (!pp_i_run_step(&robust->job->run, party_count))
            return pp_i_job_stopped(robust->job, "efficient");
    }
    efficiency->necessarily = not(sometimes);
    efficiency->possibly = always == PP_TRUTH_YES                    ? PP_TRUTH_NO
                           : efficiency->necessarily == PP_TRUTH_YES ? PP_TRUTH_YES
                                                                     : PP_TRUTH_OPEN;
    return PP_OK;
}

/* A combination that was drawn and in which a package is efficient shows that it is possible. */
static pp_status find_witnesses(pp_i_robust *robust, const size_t *parties, size_t party_count,
                                const uint16_t *const *packages, size_t package_count,
                                pp_i_robust_efficiency *efficiency)
{
    pp_i_robust_shares shares;
    pp_i_robust_sample sample = {.sample_count = WITNESS_SAMPLE_COUNT, .for_efficiency = true};
    pp_status status =
        pp_i_robust_share(robust, parties, party_count, packages, package_count, &sample, &shares);
    for (size_t k = 0; status == PP_OK && shares.sample_count > 0 && k < package_count; k++)
        if (efficiency[k].possibly == PP_TRUTH_OPEN && shares.packages[k].efficient.share > 0)
            efficiency[k].possibly = PP_TRUTH_YES;
    return status;
}

pp_status pp_i_robust_efficient(pp_i_robust *robust, const size_t *parties, size_t party_count,
                                const uint16_t *const *packages, size_t package_count,
                                pp_i_robust_efficiency *efficiency)
{
    bool open = false;
    for (size_t k = 0; k < package_count; k++)
        efficiency[k] = (pp_i_robust_efficiency){PP_TRUTH_OPEN, PP_TRUTH_OPEN};
    if (package_count > 1 && package_count - 1 > PP_ROBUST_PAIR_COUNT_MAX / package_count)
        return pp_i_job_incomplete(robust->job, "efficient", PP_ROBUST_WHY_PAIRS);
    for (size_t k = 0; k < package_count; k++) {
        pp_status status =
            judge_package(robust, parties, party_count, packages, package_count, k, &efficiency[k]);
        if (status != PP_OK || robust->job->run.stop != PP_STOP_NONE)
            return status;
        open = open || efficiency[k].possibly == PP_TRUTH_OPEN;
    }
    return open ? find_witnesses(robust, parties, party_count, packages, package_count, efficiency)
                : PP_OK;
}
