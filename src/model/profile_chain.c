/*
 * profile_chain.c: a Markov chain over admissible profiles with the law of profile.h.
 *
 * By definition weights are uniform on a polytope, and the values of an issue are uniform on the
 * union of its cells (a best and a worst class, the others between as the order has it); what is
 * admissible is the part of their product that meets the comparisons. A sweep moves the weights,
 * then each issue's values within their cell, by hit-and-run: a random line through the point, a
 * uniform draw from the part of it that is admissible, since the comparisons are linear in either.
 * Then each issue is drawn anew by definition and kept where admissible, which moves between cells.
 * Each step leaves the law as it is. Bounds between no deal's two sides are checked at the end of a
 * step.
 */
#include <math.h>

#include "model/profile_parts.h"

/* A line's admissible part, at first all of it. */
typedef struct chord {
    double least, most;
} chord;

/* Cuts it to where at + t * slope is at least 0. */
static void cut(chord *line, double at, double slope)
{
    if (slope > 0)
        line->least = fmax(line->least, -at / slope);
    else if (slope < 0)
        line->most = fmin(line->most, -at / slope);
}

static double draw_on(chord line, pp_i_random *random)
{
    if (!(line.least < line.most) || !isfinite(line.least) || !isfinite(line.most))
        return 0;
    double share = pp_i_random_unit(random);
    return line.least + share * (line.most - line.least);
}

static double draw_signed(pp_i_random *random)
{
    return 2 * pp_i_random_unit(random) - 1;
}

static bool no_deal_fits(const pp_i_stream *stream)
{
    double least, greatest;
    return pp_i_profile_no_deal_bounds(stream, &least, &greatest);
}

/* --- Weights --------------------------------------------------------------------------------- */

/* A direction over the open weights, by class, whose components sum to 0 over issues. */
static void choose_weight_direction(pp_i_stream *stream, double *slope)
{
    const pp_i_profiles *of = stream->profiles;
    const pp_i_poset *order = &of->importance;
    double sum = 0;
    for (size_t c = 0; c < order->class_count; c++) {
        stream->direction[c] = draw_signed(&stream->random);
        sum += stream->direction[c] * (double)order->class_size[c];
    }
    for (size_t c = 0; c < order->class_count; c++)
        stream->direction[c] -= sum / (double)of->open_count;
    for (size_t i = 0; i < of->of->issue_count; i++)
        slope[i] = 0;
    for (size_t i = 0; i < of->open_count; i++)
        slope[of->open[i]] = stream->direction[order->class_of[i]];
}

static chord weight_chord(const pp_i_stream *stream, const double *slope)
{
    const pp_i_party_preference *of = stream->profiles->of;
    const double *w = stream->weights;
    chord line = {-INFINITY, INFINITY};
    for (size_t i = 0; i < of->issue_count; i++) {
        cut(&line, w[i], slope[i]);
        for (size_t j = 0; j < of->issue_count; j++)
            if (pp_i_poset_better(&of->importance, i, j))
                cut(&line, w[i] - w[j], slope[i] - slope[j]);
    }
    for (size_t k = 0; k < of->said->compare_count; k++) {
        const pp_i_comparison_of_packages *said = &of->said->compare[k];
        double at = 0, change = 0;
        for (size_t i = 0; i < of->issue_count; i++) {
            double gain = stream->values[i][said->better[i]] - stream->values[i][said->worse[i]];
            at += w[i] * gain;
            change += slope[i] * gain;
        }
        cut(&line, at, change);
    }
    return line;
}

static void move_weights(pp_i_stream *stream)
{
    const pp_i_profiles *of = stream->profiles;
    double slope[PP_CASE_ISSUE_COUNT_MAX];
    if (of->importance.class_count < 2)
        return;
    choose_weight_direction(stream, slope);
    double t = draw_on(weight_chord(stream, slope), &stream->random);
    for (size_t i = 0; i < of->of->issue_count; i++)
        stream->weights[i] += t * slope[i];
    if (no_deal_fits(stream))
        return;
    for (size_t i = 0; i < of->of->issue_count; i++)
        stream->weights[i] -= t * slope[i];
}

/* --- Values ---------------------------------------------------------------------------------- */

/* A direction over the options between the best and the worst; false where there are none. */
static bool choose_value_direction(pp_i_stream *stream, size_t issue, double *slope)
{
    const pp_i_poset *order = &stream->profiles->of->issues[issue].order;
    const double *u = stream->values[issue];
    bool moves = false;
    for (size_t c = 0; c < order->class_count; c++)
        stream->direction[c] = draw_signed(&stream->random);
    for (size_t o = 0; o < order->item_count; o++) {
        bool fixed = u[o] <= 0 || u[o] >= 1;
        slope[o] = fixed ? 0 : stream->direction[order->class_of[o]];
        moves = moves || !fixed;
    }
    return moves;
}

static chord value_chord(const pp_i_stream *stream, size_t issue, const double *slope)
{
    const pp_i_party_preference *of = stream->profiles->of;
    const pp_i_poset *order = &of->issues[issue].order;
    const double *u = stream->values[issue];
    chord line = {-INFINITY, INFINITY};
    for (size_t a = 0; a < order->item_count; a++) {
        cut(&line, u[a], slope[a]);
        cut(&line, 1 - u[a], -slope[a]);
        for (size_t b = 0; b < order->item_count; b++)
            if (pp_i_poset_better(order, a, b))
                cut(&line, u[a] - u[b], slope[a] - slope[b]);
    }
    for (size_t k = 0; k < of->said->compare_count; k++) {
        const pp_i_comparison_of_packages *said = &of->said->compare[k];
        double at = 0;
        for (size_t i = 0; i < of->issue_count; i++)
            at += stream->weights[i] *
                  (stream->values[i][said->better[i]] - stream->values[i][said->worse[i]]);
        cut(&line, at,
            stream->weights[issue] * (slope[said->better[issue]] - slope[said->worse[issue]]));
    }
    return line;
}

static void move_values(pp_i_stream *stream, size_t issue)
{
    double slope[PP_CASE_OPTION_COUNT_MAX];
    size_t count = pp_i_option_count(stream->profiles, issue);
    double *u = stream->values[issue];
    if (!choose_value_direction(stream, issue, slope))
        return;
    memcpy(stream->fresh, u, count * sizeof *u);
    double t = draw_on(value_chord(stream, issue, slope), &stream->random);
    for (size_t o = 0; o < count; o++)
        u[o] += t * slope[o];
    if (!no_deal_fits(stream))
        memcpy(u, stream->fresh, count * sizeof *u);
}

static void draw_anew(pp_i_stream *stream, size_t issue)
{
    double *kept = stream->values[issue];
    pp_i_profile_draw_issue(stream, issue, stream->fresh);
    stream->values[issue] = stream->fresh;
    if (pp_i_profile_meets_comparisons(stream) && no_deal_fits(stream))
        memcpy(kept, stream->fresh, pp_i_option_count(stream->profiles, issue) * sizeof *kept);
    stream->values[issue] = kept;
}

/* --- The chain ------------------------------------------------------------------------------- */

void pp_i_profile_chain_begin(pp_i_stream *stream)
{
    const pp_i_profiles *of = stream->profiles;
    for (size_t i = 0; i < of->of->issue_count; i++) {
        double weight = stream->weights[i] = of->start.weights[i];
        if (of->issues[i] == NULL)
            continue;
        for (size_t o = 0; o < pp_i_option_count(of, i); o++)
            stream->values[i][o] = of->start.gains[i][o] / weight;
        pp_i_profile_draw_issue(stream, i, stream->fresh); /* starts the keys; not used */
    }
    stream->begun = true;
    for (size_t i = 0; i < PP_CHAIN_SWEEP_COUNT_FIRST; i++)
        pp_i_profile_chain_sweep(stream);
}

void pp_i_profile_chain_sweep(pp_i_stream *stream)
{
    const pp_i_profiles *of = stream->profiles;
    move_weights(stream);
    for (size_t i = 0; i < of->of->issue_count; i++)
        if (of->issues[i] != NULL) {
            move_values(stream, i);
            draw_anew(stream, i);
        }
    move_weights(stream);
}
