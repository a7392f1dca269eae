/* compare.c: necessarily and possibly, for one party; see robustness.h. */
#include "method/robustness/parts.h"

enum { WITNESS_COUNT = 128 };

/* Differences of values nearer to 0 than this show nothing: profiles that are drawn are rounded. */
#define WITNESS_ROOM 1e-9

static bool copy_profile(pp_i_arena *arena, const pp_case *the_case, const pp_i_profile *from,
                         pp_i_profile *to)
{
    double **gains = PP_NEW_ARRAY(arena, double *, the_case->issue_count);
    if (gains == NULL)
        return false;
    for (size_t i = 0; i < the_case->issue_count; i++) {
        size_t size = the_case->issues[i].option_count * sizeof **gains;
        gains[i] = pp_i_arena_alloc(arena, size);
        if (gains[i] == NULL)
            return false;
        memcpy(gains[i], from->gains[i], size);
    }
    *to = (pp_i_profile){.gains = gains, .no_deal = from->no_deal};
    return true;
}

/* Some admissible profiles; fewer where the run is stopped. */
static pp_status draw_witnesses(pp_i_robust *robust, size_t party)
{
    pp_i_job *job = robust->job;
    pp_i_profile *drawn = PP_NEW_ARRAY(job->arena, pp_i_profile, WITNESS_COUNT);
    pp_i_profiles *profiles =
        pp_i_profiles_make(robust->preferences, party, 0, &job->run, &job->scratch);
    bool good = drawn != NULL && profiles != NULL;
    if (good && pp_i_profiles_drawing(profiles) != PP_DRAWING_NONE) {
        pp_i_stream *stream = pp_i_stream_begin(profiles, 0, &job->scratch);
        good = stream != NULL;
        for (size_t k = 0; good && k < WITNESS_COUNT; k++) {
            const pp_i_profile *next = pp_i_stream_next(stream, &job->run);
            good = next != NULL &&
                   copy_profile(job->arena, robust->preferences->the_case, next, &drawn[k]);
            robust->witness_counts[party] += good;
        }
    }
    robust->witnesses[party] = drawn;
    bool stopped = job->run.stop != PP_STOP_NONE && job->run.stop != PP_STOP_MEMORY;
    return good || stopped ? PP_OK : pp_i_job_no_memory(job);
}

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
                         &robust->job->scratch, consistent, &robust->unproved, NULL))
        return pp_i_job_no_memory(robust->job);
    if (*consistent != PP_TRUTH_YES)
        return PP_OK;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&robust->job->scratch);
    pp_status status = draw_witnesses(robust, party);
    pp_i_arena_rewind(&robust->job->scratch, mark);
    return status;
}

pp_status pp_i_robust_begin(pp_i_job *job, const pp_i_preferences *preferences,
                            pp_i_robust **robust)
{
    size_t count = preferences->the_case->party_count;
    pp_i_robust *made = PP_NEW(job->arena, pp_i_robust);
    if (made == NULL)
        return pp_i_job_no_memory(job);
    *made = (pp_i_robust){.job = job,
                          .preferences = preferences,
                          .consistent = PP_NEW_ARRAY(job->arena, pp_i_truth, count),
                          .cone = PP_NEW_ARRAY(job->arena, bool, count),
                          .witnesses = PP_NEW_ARRAY(job->arena, const pp_i_profile *, count),
                          .witness_counts = PP_NEW_ARRAY(job->arena, size_t, count)};
    made->formula_scratch =
        PP_NEW_ARRAY(job->arena, unsigned char, pp_i_preferences_scratch_size(preferences));
    if (made->consistent == NULL || made->cone == NULL || made->witnesses == NULL ||
        made->witness_counts == NULL || made->formula_scratch == NULL)
        return pp_i_job_no_memory(job);
    pp_status status = PP_OK;
    for (size_t i = 0; i < count && status == PP_OK; i++)
        status = look_at_party(made, i);
    if (status == PP_OK)
        *robust = made;
    return status;
}

size_t pp_i_robust_unproved(const pp_i_robust *robust)
{
    return robust->unproved;
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
                         demand, &robust->job->run, &robust->job->scratch, answer,
                         &robust->unproved, NULL))
        return pp_i_job_no_memory(robust->job);
    return PP_OK;
}

/* What the witnesses show of v(x) - v(y): that it is below 0 in some profile, above 0 in some. */
static void look_at_witnesses(const pp_i_robust *robust, size_t party, const uint16_t *x,
                              const uint16_t *y, bool *below, bool *above)
{
    size_t issue_count = robust->preferences->the_case->issue_count;
    *below = *above = false;
    for (size_t k = 0; k < robust->witness_counts[party] && !(*below && *above); k++) {
        const pp_i_profile *profile = &robust->witnesses[party][k];
        double difference = 0;
        for (size_t i = 0; i < issue_count; i++)
            difference += profile->gains[i][x[i]] - profile->gains[i][y[i]];
        *below = *below || difference < -WITNESS_ROOM;
        *above = *above || difference > WITNESS_ROOM;
    }
}

/* What holds in every profile even without comparisons and no deal. */
static pp_status look_at_cone(pp_i_robust *robust, size_t party, const uint16_t *x,
                              const uint16_t *y, bool *always, bool *never)
{
    const pp_i_party_preference *of = &robust->preferences->parties[party];
    pp_i_cone_answer there, back;
    *always = *never = false;
    if (!pp_i_cone_bounds(of))
        return PP_OK;
    if (!pp_i_cone_compare(of, x, y, &robust->job->scratch, &there) ||
        !pp_i_cone_compare(of, y, x, &robust->job->scratch, &back))
        return pp_i_job_no_memory(robust->job);
    *always = there.decided && there.necessarily;
    *never = back.decided && back.strictly;
    return PP_OK;
}

/* Programs decide what neither a witness nor the orders alone do. */
static pp_status compare_by_programs(pp_i_robust *robust, size_t party, const uint16_t *x,
                                     const uint16_t *y, pp_i_truth *necessarily,
                                     pp_i_truth *possibly)
{
    pp_i_demand worse = {.plus = y, .minus = x, .strict = true};
    pp_i_demand as_good = {.plus = x, .minus = y};
    bool below, above, always, never;
    look_at_witnesses(robust, party, x, y, &below, &above);
    pp_status status = look_at_cone(robust, party, x, y, &always, &never);
    if (status == PP_OK && necessarily != NULL) {
        pp_i_truth worse_once = truth_of(below);
        if (!always && !below)
            status = ask(robust, party, &worse, &worse_once);
        *necessarily = negate(worse_once);
    }
    if (status == PP_OK && possibly != NULL) {
        *possibly = truth_of(above);
        if (!never && !above)
            status = ask(robust, party, &as_good, possibly);
    }
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
