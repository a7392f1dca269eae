/* compare.c: necessarily and possibly, for one party; see robustness.h. */
#include "method/robustness/parts.h"

/* What is known beforehand of one party. */
static pp_status look_at_party(pp_i_robust *robust, size_t party)
{
    const pp_i_party_preference *of = &robust->preferences->parties[party];
    pp_i_truth *consistent = &robust->consistent[party];
    *consistent = PP_TRUTH_YES;
    if (of->kind != PP_PREFERENCE_ADDITIVE)
        return PP_OK;
    robust->cone[party] = !of->circular && pp_i_cone_applies(of);
    if (robust->cone[party])
        return PP_OK;
    if (!pp_i_admissible(robust->preferences->the_case, of, NULL, &robust->job->run,
                         &robust->job->scratch, consistent, NULL))
        return pp_i_job_no_memory(robust->job);
    return PP_OK;
}

pp_status pp_i_robust_begin(pp_i_job *job, const pp_i_preferences *preferences,
                            pp_i_robust **robust)
{
    size_t count = preferences->the_case->party_count;
    pp_i_robust *made = PP_NEW(job->arena, pp_i_robust);
    if (made == NULL)
        return pp_i_job_no_memory(job);
    *made =
        (pp_i_robust){.job = job,
                      .preferences = preferences,
                      .consistent = PP_NEW_ARRAY(job->arena, pp_i_truth, count),
                      .cone = PP_NEW_ARRAY(job->arena, bool, count),
                      .formula_scratch = PP_NEW_ARRAY(job->arena, unsigned char,
                                                      pp_i_preferences_scratch_size(preferences))};
    if (made->consistent == NULL || made->cone == NULL || made->formula_scratch == NULL)
        return pp_i_job_no_memory(job);
    pp_status status = PP_OK;
    for (size_t i = 0; i < count && status == PP_OK; i++)
        status = look_at_party(made, i);
    if (status == PP_OK)
        *robust = made;
    return status;
}

pp_i_truth pp_i_robust_consistent(const pp_i_robust *robust, size_t party)
{
    return robust->consistent[party];
}

static pp_i_truth truth_of(bool holds)
{
    return holds ? PP_TRUTH_YES : PP_TRUTH_NO;
}

static pp_i_truth negate(pp_i_truth truth)
{
    return truth == PP_TRUTH_OPEN ? truth : truth_of(truth == PP_TRUTH_NO);
}

/* Is there a profile that satisfies the demand? */
static pp_status ask(pp_i_robust *robust, size_t party, const pp_i_demand *demand,
                     pp_i_truth *answer)
{
    if (!pp_i_admissible(robust->preferences->the_case, &robust->preferences->parties[party],
                         demand, &robust->job->run, &robust->job->scratch, answer, NULL))
        return pp_i_job_no_memory(robust->job);
    return PP_OK;
}

static pp_status compare_by_programs(pp_i_robust *robust, size_t party, const uint16_t *x,
                                     const uint16_t *y, pp_i_truth *necessarily,
                                     pp_i_truth *possibly)
{
    pp_i_demand worse = {.plus = y, .minus = x, .strict = true};
    pp_i_demand as_good = {.plus = x, .minus = y};
    pp_status status = PP_OK;
    if (necessarily != NULL) {
        status = ask(robust, party, &worse, necessarily);
        *necessarily = negate(*necessarily);
    }
    if (status == PP_OK && possibly != NULL)
        status = ask(robust, party, &as_good, possibly);
    return status;
}

static pp_status compare_by_cone(pp_i_robust *robust, size_t party, const uint16_t *x,
                                 const uint16_t *y, pp_i_truth *necessarily, pp_i_truth *possibly)
{
    const pp_i_party_preference *of = &robust->preferences->parties[party];
    pp_i_arena *scratch = &robust->job->scratch;
    pp_i_cone_answer there = {.decided = true}, back = {.decided = true};
    if ((necessarily != NULL && !pp_i_cone_compare(of, x, y, scratch, &there)) ||
        (possibly != NULL && !pp_i_cone_compare(of, y, x, scratch, &back)))
        return pp_i_job_no_memory(robust->job);
    if (!there.decided || !back.decided)
        return compare_by_programs(robust, party, x, y, necessarily, possibly);
    if (necessarily != NULL)
        *necessarily = truth_of(there.necessarily);
    if (possibly != NULL)
        *possibly = truth_of(!back.strictly);
    return PP_OK;
}

static void set_both(pp_i_truth *necessarily, pp_i_truth *possibly, pp_i_truth truth)
{
    if (necessarily != NULL)
        *necessarily = truth;
    if (possibly != NULL)
        *possibly = truth;
}

pp_status pp_i_robust_compare(pp_i_robust *robust, size_t party, const uint16_t *x,
                              const uint16_t *y, pp_i_truth *necessarily, pp_i_truth *possibly)
{
    const pp_i_party_preference *of = &robust->preferences->parties[party];
    if (of->kind == PP_PREFERENCE_RANKED) {
        int order =
            pp_i_preferences_compare(robust->preferences, party, x, y, robust->formula_scratch);
        set_both(necessarily, possibly, truth_of(order >= 0));
        return PP_OK;
    }
    if (of->kind == PP_PREFERENCE_NONE || memcmp(x, y, of->issue_count * sizeof *x) == 0) {
        set_both(necessarily, possibly, PP_TRUTH_YES);
        return PP_OK;
    }
    if (robust->consistent[party] != PP_TRUTH_YES) {
        set_both(necessarily, possibly, PP_TRUTH_OPEN);
        return PP_OK;
    }
    return robust->cone[party] ? compare_by_cone(robust, party, x, y, necessarily, possibly)
                               : compare_by_programs(robust, party, x, y, necessarily, possibly);
}

/* What a ranked party's formulas on no deal say of `x` itself. */
static pp_i_truth accepts_by_formula(pp_i_robust *robust, const pp_i_preference *said,
                                     const uint16_t *x)
{
    if (said->no_deal_count == 0)
        return PP_TRUTH_YES;
    for (size_t i = 0; i < said->no_deal_count; i++) {
        const pp_i_no_deal *one = &said->no_deal[i];
        if (one->kind != PP_NO_DEAL_NUMBER &&
            pp_i_formula_holds(&one->than, x, robust->formula_scratch))
            return truth_of(one->kind == PP_NO_DEAL_WORSE);
    }
    return PP_TRUTH_OPEN;
}

pp_status pp_i_robust_accepts(pp_i_robust *robust, size_t party, const uint16_t *x,
                              pp_i_truth *necessarily, pp_i_truth *possibly)
{
    const pp_i_party_preference *of = &robust->preferences->parties[party];
    pp_i_demand refuses = {.minus = x, .no_deal = 1, .strict = true};
    pp_i_demand accepts = {.plus = x, .no_deal = -1};
    if (of->kind == PP_PREFERENCE_RANKED) {
        set_both(necessarily, possibly, accepts_by_formula(robust, of->said, x));
        return PP_OK;
    }
    if (of->kind == PP_PREFERENCE_NONE || !of->no_deal_said) {
        set_both(necessarily, possibly, PP_TRUTH_YES);
        return PP_OK;
    }
    if (robust->consistent[party] != PP_TRUTH_YES) {
        set_both(necessarily, possibly, PP_TRUTH_OPEN);
        return PP_OK;
    }
    pp_status status = PP_OK;
    if (necessarily != NULL) {
        status = ask(robust, party, &refuses, necessarily);
        *necessarily = negate(*necessarily);
    }
    if (status == PP_OK && possibly != NULL)
        status = ask(robust, party, &accepts, possibly);
    return status;
}
