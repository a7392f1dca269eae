/* profile.c: preparing to draw, streams of profiles, and their mean; see profile.h. */
#include "model/profile.h"

#include <math.h>

#include "model/profile_parts.h"

/* --- What all streams share ------------------------------------------------------------------ */

static bool find_open_weights(pp_i_profiles *made, pp_i_run *run, pp_i_arena *arena)
{
    const pp_i_party_preference *of = made->of;
    size_t *open = PP_NEW_ARRAY(arena, size_t, of->issue_count);
    bool *keep = PP_NEW_ARRAY(arena, bool, of->issue_count);
    if (open == NULL || keep == NULL)
        return pp_i_run_no_memory(run);
    for (size_t i = 0; i < of->issue_count; i++) {
        keep[i] = of->weights[i].denominator == 0;
        if (keep[i])
            open[made->open_count++] = i;
    }
    made->open = open;
    if (!pp_i_poset_restrict(&of->importance, keep, arena, &made->importance))
        return pp_i_run_no_memory(run);
    if (made->open_count > 0) {
        made->weights = pp_i_order_draw_make(&made->importance, true, run, arena);
        return made->weights != NULL;
    }
    return true;
}

static bool find_open_values(pp_i_profiles *made, pp_i_run *run, pp_i_arena *arena)
{
    const pp_i_party_preference *of = made->of;
    made->issues = PP_NEW_ARRAY(arena, const pp_i_order_draw *, of->issue_count);
    if (made->issues == NULL)
        return pp_i_run_no_memory(run);
    for (size_t i = 0; i < of->issue_count; i++) {
        const pp_i_issue_preference *issue = &of->issues[i];
        bool counts = of->weights[i].denominator == 0 || of->weights[i].numerator != 0;
        if (!counts || issue->values != NULL || issue->order.class_count < 2)
            continue;
        made->issues[i] = pp_i_order_draw_make(&issue->order, false, run, arena);
        if (made->issues[i] == NULL)
            return false;
    }
    return true;
}

static bool make_point(const pp_i_profiles *of, pp_i_arena *arena, pp_i_admissible_point *point)
{
    size_t count = of->of->issue_count;
    point->weights = PP_NEW_ARRAY(arena, double, count);
    point->gains = PP_NEW_ARRAY(arena, double *, count);
    if (point->weights == NULL || point->gains == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        point->gains[i] = PP_NEW_ARRAY(arena, double, pp_i_option_count(of, i));
        if (point->gains[i] == NULL)
            return false;
    }
    return true;
}

/* --- Direct draws ---------------------------------------------------------------------------- */

/* Draws once; is it kept? */
static bool draw_directly(pp_i_stream *stream)
{
    const pp_i_profiles *of = stream->profiles;
    double least, greatest;
    pp_i_profile_draw_weights(stream);
    for (size_t i = 0; i < of->of->issue_count; i++)
        if (of->issues[i] != NULL)
            pp_i_profile_draw_issue(stream, i, stream->values[i]);
    stream->begun = true;
    return pp_i_profile_meets_comparisons(stream) &&
           pp_i_profile_no_deal_bounds(stream, &least, &greatest);
}

/* Direct draws where enough of a pilot's are kept, else the chain from a profile that a linear
 * program finds, else nothing. */
static bool choose_drawing(pp_i_profiles *made, pp_i_run *run, pp_i_arena *arena)
{
    pp_i_arena scratch;
    pp_i_truth answer = PP_TRUTH_OPEN;
    size_t kept = 0;
    made->drawing = PP_DRAWING_DIRECT;
    pp_i_arena_init(&scratch, arena->allocator);
    pp_i_stream *pilot = pp_i_stream_begin(made, PP_SAMPLE_BATCH_COUNT, &scratch);
    bool good = pilot != NULL;
    for (size_t i = 0; good && i < PP_SAMPLE_PILOT_COUNT && kept < PP_SAMPLE_KEPT_MIN; i++) {
        kept += draw_directly(pilot);
        good = pp_i_run_step(run, made->of->issue_count + 1);
    }
    if (good && kept < PP_SAMPLE_KEPT_MIN) {
        made->drawing = PP_DRAWING_CHAIN;
        good = make_point(made, arena, &made->start) &&
               pp_i_admissible(made->preferences->the_case, made->of, NULL, run, &scratch, &answer,
                               NULL, &made->start);
        if (answer != PP_TRUTH_YES)
            made->drawing = PP_DRAWING_NONE;
    }
    pp_i_arena_free(&scratch);
    return good || (run->stop == PP_STOP_NONE && pp_i_run_no_memory(run));
}

pp_i_profiles *pp_i_profiles_make(const pp_i_preferences *preferences, size_t party, uint64_t seed,
                                  pp_i_run *run, pp_i_arena *arena)
{
    pp_i_profiles *made = PP_NEW(arena, pp_i_profiles);
    if (made == NULL) {
        pp_i_run_no_memory(run);
        return NULL;
    }
    *made = (pp_i_profiles){.preferences = preferences,
                            .of = &preferences->parties[party],
                            .party = party,
                            .seed = seed,
                            .drawing = PP_DRAWING_NONE};
    if (made->of->kind == PP_PREFERENCE_NONE)
        made->drawing = PP_DRAWING_EXACT;
    if (made->of->kind != PP_PREFERENCE_ADDITIVE || made->of->circular)
        return made;
    if (!find_open_weights(made, run, arena) || !find_open_values(made, run, arena))
        return NULL;
    if (!choose_drawing(made, run, arena))
        return NULL;
    bool one = made->of->exact && (made->of->no_deal_known || !made->of->no_deal_said);
    if (one && made->drawing == PP_DRAWING_DIRECT)
        made->drawing = PP_DRAWING_EXACT;
    return made;
}

pp_i_drawing pp_i_profiles_drawing(const pp_i_profiles *profiles)
{
    return profiles->drawing;
}

/* --- Streams --------------------------------------------------------------------------------- */

/* A seed for one batch of one party: a few rounds of mixing, so that near seeds are not alike. */
static uint64_t batch_seed(const pp_i_profiles *of, size_t batch)
{
    uint64_t parts[3] = {of->seed, of->party, batch};
    return pp_i_hash_bytes(parts, sizeof parts);
}

/* Values and weights that are given stand from the start. */
static void set_given(pp_i_stream *stream)
{
    const pp_i_party_preference *of = stream->profiles->of;
    for (size_t i = 0; i < of->issue_count; i++) {
        if (of->kind != PP_PREFERENCE_ADDITIVE)
            continue;
        if (of->weights[i].denominator != 0)
            stream->weights[i] = pp_i_number_double(of->weights[i]);
        for (size_t o = 0;
             of->issues[i].values != NULL && o < pp_i_option_count(stream->profiles, i); o++)
            stream->values[i][o] = pp_i_number_double(of->issues[i].values[o]);
    }
}

static bool allocate_issue(pp_i_stream *stream, size_t issue, pp_i_arena *arena)
{
    size_t count = pp_i_option_count(stream->profiles, issue);
    stream->values[issue] = PP_NEW_ARRAY(arena, double, count);
    stream->gains[issue] = PP_NEW_ARRAY(arena, double, count);
    stream->value_keys[issue] = PP_NEW_ARRAY(arena, double, count);
    return stream->values[issue] != NULL && stream->gains[issue] != NULL &&
           stream->value_keys[issue] != NULL;
}

pp_i_stream *pp_i_stream_begin(const pp_i_profiles *profiles, size_t batch, pp_i_arena *arena)
{
    size_t count = profiles->of->issue_count;
    pp_i_stream *stream = PP_NEW(arena, pp_i_stream);
    if (stream == NULL)
        return NULL;
    *stream = (pp_i_stream){.profiles = profiles,
                            .weights = PP_NEW_ARRAY(arena, double, count),
                            .values = PP_NEW_ARRAY(arena, double *, count),
                            .gains = PP_NEW_ARRAY(arena, double *, count),
                            .weight_keys = PP_NEW_ARRAY(arena, double, count),
                            .value_keys = PP_NEW_ARRAY(arena, double *, count),
                            .direction = PP_NEW_ARRAY(arena, double, PP_POSET_ITEM_COUNT_MAX),
                            .fresh = PP_NEW_ARRAY(arena, double, PP_POSET_ITEM_COUNT_MAX)};
    if (stream->weights == NULL || stream->values == NULL || stream->gains == NULL ||
        stream->weight_keys == NULL || stream->value_keys == NULL || stream->direction == NULL ||
        stream->fresh == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (!allocate_issue(stream, i, arena))
            return NULL;
    pp_i_random_seed(&stream->random, batch_seed(profiles, batch));
    set_given(stream);
    stream->profile = (pp_i_profile){stream->weights, stream->gains, 0};
    return stream;
}

static void set_no_deal(pp_i_stream *stream)
{
    const pp_i_party_preference *of = stream->profiles->of;
    double least, greatest;
    stream->profile.no_deal = 0;
    if (of->no_deal_known) {
        stream->profile.no_deal = pp_i_number_double(of->no_deal);
    } else if (of->no_deal_said) {
        pp_i_profile_no_deal_bounds(stream, &least, &greatest);
        double share = pp_i_random_unit(&stream->random);
        stream->profile.no_deal = least + share * (greatest - least);
    }
}

static void advance_chain(pp_i_stream *stream)
{
    if (!stream->begun)
        pp_i_profile_chain_begin(stream);
    for (size_t i = 0; i < PP_CHAIN_SWEEP_COUNT; i++)
        pp_i_profile_chain_sweep(stream);
}

const pp_i_profile *pp_i_stream_next(pp_i_stream *stream, pp_i_run *run)
{
    const pp_i_profiles *of = stream->profiles;
    size_t count = of->of->issue_count;
    if (of->of->kind != PP_PREFERENCE_ADDITIVE)
        return of->of->kind == PP_PREFERENCE_NONE ? &stream->profile : NULL;
    if (of->drawing == PP_DRAWING_NONE)
        return NULL;
    if (of->drawing == PP_DRAWING_CHAIN) {
        advance_chain(stream);
        if (!pp_i_run_step(run, PP_CHAIN_SWEEP_COUNT * (count + 1) * (count + 1)))
            return NULL;
    } else {
        bool kept;
        do {
            if (!pp_i_run_step(run, count + 1))
                return NULL;
            kept = draw_directly(stream);
        } while (!kept);
    }
    for (size_t i = 0; i < count; i++)
        for (size_t o = 0; o < pp_i_option_count(of, i); o++)
            stream->gains[i][o] = stream->weights[i] * stream->values[i][o];
    set_no_deal(stream);
    return &stream->profile;
}

/* --- The mean -------------------------------------------------------------------------------- */

/* A profile as one row of numbers: weights, gains, no deal. */
static size_t row_length(const pp_i_profiles *of)
{
    size_t length = of->of->issue_count + 1;
    for (size_t i = 0; i < of->of->issue_count; i++)
        length += pp_i_option_count(of, i);
    return length;
}

static void add_to_row(const pp_i_profiles *of, const pp_i_profile *profile, double *row)
{
    size_t at = 0;
    for (size_t i = 0; i < of->of->issue_count; i++)
        row[at++] += profile->weights[i];
    for (size_t i = 0; i < of->of->issue_count; i++)
        for (size_t o = 0; o < pp_i_option_count(of, i); o++)
            row[at++] += profile->gains[i][o];
    row[at] += profile->no_deal;
}

static bool spread_row(const pp_i_profiles *of, const double *row, pp_i_arena *arena,
                       pp_i_profile *profile)
{
    pp_i_admissible_point point;
    size_t at = 0;
    if (!make_point(of, arena, &point))
        return false;
    for (size_t i = 0; i < of->of->issue_count; i++)
        point.weights[i] = row[at++];
    for (size_t i = 0; i < of->of->issue_count; i++)
        for (size_t o = 0; o < pp_i_option_count(of, i); o++)
            point.gains[i][o] = row[at++];
    *profile = (pp_i_profile){point.weights, point.gains, row[at]};
    return true;
}

/* Means and squares of the batches' means, summed over batches. */
static bool sum_batches(const pp_i_profiles *of, size_t per_batch, pp_i_run *run,
                        pp_i_arena *scratch, double *sums, double *squares)
{
    size_t length = row_length(of);
    double *row = PP_NEW_ARRAY(scratch, double, length);
    if (row == NULL)
        return pp_i_run_no_memory(run);
    for (size_t batch = 0; batch < PP_SAMPLE_BATCH_COUNT; batch++) {
        pp_i_stream *stream = pp_i_stream_begin(of, batch, scratch);
        if (stream == NULL)
            return pp_i_run_no_memory(run);
        memset(row, 0, length * sizeof *row);
        for (size_t i = 0; i < per_batch; i++) {
            const pp_i_profile *profile = pp_i_stream_next(stream, run);
            if (profile == NULL)
                return false;
            add_to_row(of, profile, row);
        }
        for (size_t i = 0; i < length; i++) {
            double mean = row[i] / (double)per_batch;
            sums[i] += mean;
            squares[i] += mean * mean;
        }
    }
    return true;
}

double pp_i_batch_error(double sum, double squares)
{
    double count = PP_SAMPLE_BATCH_COUNT, mean = sum / count;
    double variance = (squares - count * mean * mean) / (count - 1);
    return sqrt(fmax(variance, 0) / count);
}

bool pp_i_profiles_mean(const pp_i_profiles *profiles, size_t sample_count, pp_i_run *run,
                        pp_i_arena *arena, pp_i_profile *mean, pp_i_profile *errors)
{
    size_t length = row_length(profiles);
    size_t per_batch = pp_i_sample_per_batch(sample_count);
    pp_i_arena scratch;
    if (profiles->drawing == PP_DRAWING_NONE)
        return false;
    pp_i_arena_init(&scratch, arena->allocator);
    double *sums = PP_NEW_ARRAY(&scratch, double, length);
    double *squares = PP_NEW_ARRAY(&scratch, double, length);
    bool good = sums != NULL && squares != NULL &&
                sum_batches(profiles, per_batch, run, &scratch, sums, squares);
    for (size_t i = 0; good && i < length; i++) {
        squares[i] = pp_i_batch_error(sums[i], squares[i]);
        sums[i] /= PP_SAMPLE_BATCH_COUNT;
    }
    good = good && spread_row(profiles, sums, arena, mean) &&
           (errors == NULL || spread_row(profiles, squares, arena, errors));
    pp_i_arena_free(&scratch);
    return good;
}
