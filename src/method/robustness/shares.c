/*
 * shares.c: shares over a sample of profiles; see robustness.h.
 *
 * Each batch counts on its own; a share is the mean of the batches' shares and its error that of
 * their spread. What is counted lies in one row of numbers a batch: for each package whether each
 * party accepts it, all do, it is efficient, each rule picks it; last whether any package is
 * rational.
 */
#include <math.h>

#include "method/robustness/parts.h"

typedef struct sampling {
    pp_i_robust *robust;
    const size_t *parties;
    size_t party_count;
    const uint16_t *const *packages;
    size_t package_count;
    const pp_i_robust_sample *sample;
    const pp_i_profiles **profiles; /* [place]; null: RANKED */
    bool valued;
    size_t width; /* numbers a package: parties, rational, efficient, rules */
    size_t length;
    /* of one combination of profiles */
    double *values; /* [package * party_count + place] */
    double *no_deal;
    bool *rational, *efficient;
    bool *picked[PP_RULE_COUNT];
    double *scratch;
    double *totals; /* [package] */
    size_t *sorted;
    pp_i_stream **streams;
} sampling;

/* --- Preparing ------------------------------------------------------------------------------- */

static bool allocate(sampling *work, pp_i_arena *arena)
{
    size_t packages = work->package_count, parties = work->party_count;
    bool good = true;
    work->profiles = PP_NEW_ARRAY(arena, const pp_i_profiles *, parties);
    work->values = PP_NEW_ARRAY(arena, double, packages *parties);
    work->no_deal = PP_NEW_ARRAY(arena, double, parties);
    work->rational = PP_NEW_ARRAY(arena, bool, packages);
    work->efficient = PP_NEW_ARRAY(arena, bool, packages);
    work->scratch = PP_NEW_ARRAY(arena, double, 3 * (parties + 2));
    work->totals = PP_NEW_ARRAY(arena, double, packages);
    work->sorted = PP_NEW_ARRAY(arena, size_t, packages);
    work->streams = PP_NEW_ARRAY(arena, pp_i_stream *, parties);
    for (size_t rule = 0; rule < PP_RULE_COUNT; rule++) {
        work->picked[rule] = PP_NEW_ARRAY(arena, bool, packages);
        good = good && work->picked[rule] != NULL;
    }
    return good && work->profiles != NULL && work->values != NULL && work->no_deal != NULL &&
           work->rational != NULL && work->efficient != NULL && work->scratch != NULL &&
           work->totals != NULL && work->sorted != NULL && work->streams != NULL;
}

/* A ranked party's packages by how many of the others are worse: that is all that efficiency asks.
 */
static void rank_packages(sampling *work, size_t place)
{
    pp_i_robust *robust = work->robust;
    for (size_t k = 0; k < work->package_count; k++) {
        size_t worse = 0;
        for (size_t other = 0; other < work->package_count; other++)
            worse += pp_i_preferences_compare(robust->preferences, work->parties[place],
                                              work->packages[k], work->packages[other],
                                              robust->formula_scratch) > 0;
        work->values[k * work->party_count + place] = (double)worse;
    }
}

/* False in *drawable where some party has no admissible profile. */
static bool make_profiles(sampling *work, pp_i_arena *arena, bool *drawable)
{
    pp_i_job *job = work->robust->job;
    uint64_t seed = job->run.control == NULL ? 0 : job->run.control->seed;
    *drawable = true;
    for (size_t p = 0; p < work->party_count; p++) {
        const pp_i_preferences *preferences = work->robust->preferences;
        if (preferences->parties[work->parties[p]].kind == PP_PREFERENCE_RANKED) {
            work->valued = false;
            rank_packages(work, p);
            continue;
        }
        work->profiles[p] =
            pp_i_profiles_make(preferences, work->parties[p], seed, &job->run, arena);
        if (work->profiles[p] == NULL)
            return false;
        *drawable = *drawable && pp_i_profiles_drawing(work->profiles[p]) != PP_DRAWING_NONE;
    }
    return true;
}

/* --- One combination ------------------------------------------------------------------------- */

/* No deal where the case says nothing of it: the least value of some packages. */
static double least_value(const sampling *work, const pp_i_profile *profile, size_t place)
{
    double least = INFINITY;
    size_t issue_count = work->robust->preferences->the_case->issue_count;
    if (work->sample->no_deal_at == NULL) {
        for (size_t k = 0; k < work->package_count; k++)
            least = fmin(least, work->values[k * work->party_count + place]);
        return least;
    }
    for (size_t k = 0; k < work->sample->no_deal_at_count; k++)
        least = fmin(least, pp_i_profile_value(profile, work->sample->no_deal_at[k], issue_count));
    return least;
}

/* Draws a profile of each party. False where the run was stopped. */
static bool draw_values(sampling *work)
{
    const pp_i_preferences *preferences = work->robust->preferences;
    for (size_t p = 0; p < work->party_count; p++) {
        if (work->profiles[p] == NULL) {
            work->no_deal[p] = 0;
            continue;
        }
        const pp_i_profile *profile = pp_i_stream_next(work->streams[p], &work->robust->job->run);
        if (profile == NULL)
            return false;
        for (size_t k = 0; k < work->package_count; k++)
            work->values[k * work->party_count + p] =
                pp_i_profile_value(profile, work->packages[k], preferences->the_case->issue_count);
        work->no_deal[p] = preferences->parties[work->parties[p]].no_deal_said
                               ? profile->no_deal
                               : least_value(work, profile, p);
    }
    return true;
}

static bool accepts(const sampling *work, size_t package, size_t place)
{
    return work->values[package * work->party_count + place] >=
           work->no_deal[place] - PP_ROBUST_TIE;
}

/* Does package `a` dominate package `b`? */
static bool dominates(const sampling *work, size_t a, size_t b)
{
    bool better = false;
    for (size_t p = 0; p < work->party_count; p++) {
        double difference =
            work->values[a * work->party_count + p] - work->values[b * work->party_count + p];
        if (difference < -PP_ROBUST_TIE)
            return false;
        better = better || difference > PP_ROBUST_TIE;
    }
    return better;
}

/* Sorts package numbers by falling total: what dominates comes first (a heap sort). */
static void sift(const double *totals, size_t *sorted, size_t at, size_t count)
{
    size_t one = sorted[at];
    for (size_t child = 2 * at + 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && totals[sorted[child + 1]] < totals[sorted[child]])
            child++;
        if (totals[sorted[child]] >= totals[one])
            break;
        sorted[at] = sorted[child];
        at = child;
    }
    sorted[at] = one;
}

static void sort_by_total(sampling *work)
{
    size_t count = work->package_count, *sorted = work->sorted;
    for (size_t k = 0; k < count; k++) {
        sorted[k] = k;
        work->totals[k] = 0;
        for (size_t p = 0; p < work->party_count; p++)
            work->totals[k] += work->values[k * work->party_count + p];
    }
    for (size_t k = count / 2; k-- > 0;)
        sift(work->totals, sorted, k, count);
    for (size_t k = count; k-- > 1;) {
        size_t least = sorted[0];
        sorted[0] = sorted[k];
        sorted[k] = least;
        sift(work->totals, sorted, 0, k);
    }
}

/* A package is dominated, if at all, by an efficient one of a greater total. */
static void find_efficient(sampling *work)
{
    size_t found = 0;
    sort_by_total(work);
    for (size_t i = 0; i < work->package_count; i++) {
        size_t k = work->sorted[i];
        bool dominated = false;
        for (size_t j = 0; j < found && !dominated; j++)
            dominated = dominates(work, work->sorted[j], k);
        work->efficient[k] = !dominated;
        if (!dominated)
            work->sorted[found++] = k;
    }
}

static void find_rational(sampling *work)
{
    for (size_t k = 0; k < work->package_count; k++) {
        work->rational[k] = true;
        for (size_t p = 0; p < work->party_count; p++)
            work->rational[k] = work->rational[k] && accepts(work, k, p);
    }
}

static void count_combination(sampling *work, double *row)
{
    bool any = false;
    find_efficient(work);
    find_rational(work);
    if (work->valued && !work->sample->for_efficiency)
        pp_i_rules_pick(work->values, work->no_deal, work->party_count, work->package_count,
                        work->rational, work->scratch, work->picked);
    for (size_t k = 0; k < work->package_count; k++) {
        double *at = row + k * work->width;
        for (size_t p = 0; p < work->party_count; p++)
            at[p] += accepts(work, k, p);
        at[work->party_count] += work->rational[k];
        at[work->party_count + 1] += work->efficient[k];
        for (size_t rule = 0; rule < PP_RULE_COUNT; rule++)
            at[work->party_count + 2 + rule] += work->picked[rule][k];
        any = any || work->rational[k];
    }
    row[work->length - 1] += any;
}

/* --- All of them ----------------------------------------------------------------------------- */

/* False where the run was stopped or memory has run out. */
static bool count_batch(sampling *work, size_t batch, size_t per_batch, double *row,
                        pp_i_arena *arena)
{
    pp_i_run *run = &work->robust->job->run;
    memset(row, 0, work->length * sizeof *row);
    for (size_t p = 0; p < work->party_count; p++) {
        if (work->profiles[p] == NULL)
            continue;
        work->streams[p] = pp_i_stream_begin(work->profiles[p], batch, arena);
        if (work->streams[p] == NULL)
            return pp_i_run_no_memory(run);
    }
    for (size_t i = 0; i < per_batch; i++) {
        if (!draw_values(work) || !pp_i_run_step(run, work->package_count * work->party_count))
            return false;
        count_combination(work, row);
    }
    return true;
}

static bool count_batches(sampling *work, size_t per_batch, pp_i_arena *arena, pp_i_share *shares)
{
    double *row = PP_NEW_ARRAY(arena, double, work->length);
    if (row == NULL)
        return pp_i_run_no_memory(&work->robust->job->run);
    for (size_t batch = 0; batch < PP_SAMPLE_BATCH_COUNT; batch++) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(arena);
        if (!count_batch(work, batch, per_batch, row, arena))
            return false;
        pp_i_arena_rewind(arena, mark);
        for (size_t i = 0; i < work->length; i++) {
            double mean = row[i] / (double)per_batch;
            shares[i].share += mean;
            shares[i].error += mean * mean;
        }
    }
    for (size_t i = 0; i < work->length; i++) {
        shares[i].error = pp_i_batch_error(shares[i].share, shares[i].error);
        shares[i].share /= PP_SAMPLE_BATCH_COUNT;
    }
    return true;
}

static pp_status spread(const sampling *work, const pp_i_share *all, pp_i_robust_shares *shares)
{
    pp_i_arena *arena = work->robust->job->arena;
    pp_i_robust_package *packages = PP_NEW_ARRAY(arena, pp_i_robust_package, work->package_count);
    pp_i_drawing *drawing = PP_NEW_ARRAY(arena, pp_i_drawing, work->party_count);
    if (packages == NULL || drawing == NULL)
        return pp_i_job_no_memory(work->robust->job);
    for (size_t k = 0; k < work->package_count; k++) {
        const pp_i_share *at = all + k * work->width;
        packages[k].accepts = at;
        packages[k].rational = at[work->party_count];
        packages[k].efficient = at[work->party_count + 1];
        for (size_t rule = 0; rule < PP_RULE_COUNT; rule++)
            packages[k].picked[rule] = at[work->party_count + 2 + rule];
    }
    for (size_t p = 0; p < work->party_count; p++)
        drawing[p] =
            work->profiles[p] == NULL ? PP_DRAWING_EXACT : pp_i_profiles_drawing(work->profiles[p]);
    shares->packages = packages;
    shares->drawing = drawing;
    shares->valued = work->valued;
    shares->any_rational = all[work->length - 1];
    return PP_OK;
}

static pp_status share(sampling *work, pp_i_robust_shares *shares)
{
    pp_i_job *job = work->robust->job;
    pp_i_share *all = PP_NEW_ARRAY(job->arena, pp_i_share, work->length);
    size_t per_batch = pp_i_sample_per_batch(work->sample->sample_count);
    bool drawable = false;
    if (all == NULL || !allocate(work, &job->scratch))
        return pp_i_job_no_memory(job);
    bool good = make_profiles(work, &job->scratch, &drawable);
    if (good && drawable)
        good = count_batches(work, per_batch, &job->scratch, all);
    if (!good && job->run.stop == PP_STOP_MEMORY)
        return pp_i_job_no_memory(job);
    pp_status status = spread(work, all, shares);
    if (status == PP_OK && !good)
        status = pp_i_job_stopped(job, "shares");
    shares->sample_count = good && drawable ? per_batch * PP_SAMPLE_BATCH_COUNT : 0;
    return status;
}

pp_status pp_i_robust_share(pp_i_robust *robust, const size_t *parties, size_t party_count,
                            const uint16_t *const *packages, size_t package_count,
                            const pp_i_robust_sample *sample, pp_i_robust_shares *shares)
{
    static const pp_i_robust_sample usual = {0};
    pp_i_arena_mark mark = pp_i_arena_mark_get(&robust->job->scratch);
    size_t width = party_count + 2 + PP_RULE_COUNT;
    sampling work = {.robust = robust,
                     .parties = parties,
                     .party_count = party_count,
                     .packages = packages,
                     .package_count = package_count,
                     .sample = sample == NULL ? &usual : sample,
                     .valued = true,
                     .width = width,
                     .length = package_count * width + 1};
    *shares = (pp_i_robust_shares){0};
    pp_status status = share(&work, shares);
    pp_i_arena_rewind(&robust->job->scratch, mark);
    return status;
}
