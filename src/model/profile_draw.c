/* profile_draw.c: one random profile by its definition, and whether it is kept; see profile.h. */
#include <math.h>

#include "model/profile_parts.h"

/* Bounds nearer to one another than this leave no room between them. */
#define NO_DEAL_ROOM_MIN 1e-12

/* --- By definition --------------------------------------------------------------------------- */

/* The classes by key, least first: an insertion sort, since they are few. */
static void sort_classes(const double *keys, size_t count, uint16_t *sorted)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && keys[sorted[at - 1]] > keys[i]; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = (uint16_t)i;
    }
}

/* Sorted uniform draws, increasing, as sums of exponentials (renyi1953order). */
static void draw_sorted(pp_i_random *random, size_t count, double *sorted)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sorted[i] = sum += pp_i_random_exponential(random);
    sum += pp_i_random_exponential(random);
    for (size_t i = 0; i < count; i++)
        sorted[i] /= sum;
}

void pp_i_profile_draw_issue(pp_i_stream *stream, size_t issue, double *values)
{
    const pp_i_profiles *of = stream->profiles;
    const pp_i_poset *order = &of->of->issues[issue].order;
    uint16_t sorted[PP_POSET_ITEM_COUNT_MAX];
    double levels[PP_POSET_ITEM_COUNT_MAX], value_of[PP_POSET_ITEM_COUNT_MAX];
    size_t count = order->class_count;
    if (stream->begun)
        pp_i_order_draw_next(of->issues[issue], &stream->random, stream->value_keys[issue]);
    else
        pp_i_order_draw_first(of->issues[issue], &stream->random, stream->value_keys[issue]);
    sort_classes(stream->value_keys[issue], count, sorted);
    levels[0] = 0;
    if (count > 1) {
        draw_sorted(&stream->random, count - 2, levels + 1);
        levels[count - 1] = 1;
    }
    for (size_t i = 0; i < count; i++)
        value_of[sorted[i]] = levels[i];
    for (size_t o = 0; o < order->item_count; o++)
        values[o] = value_of[order->class_of[o]];
}

void pp_i_profile_draw_weights(pp_i_stream *stream)
{
    const pp_i_profiles *of = stream->profiles;
    double sum = 0;
    if (of->open_count == 0)
        return;
    if (stream->begun)
        pp_i_order_draw_next(of->weights, &stream->random, stream->weight_keys);
    else
        pp_i_order_draw_first(of->weights, &stream->random, stream->weight_keys);
    for (size_t i = 0; i < of->open_count; i++)
        sum += stream->weight_keys[of->importance.class_of[i]];
    for (size_t i = 0; i < of->open_count; i++)
        stream->weights[of->open[i]] =
            of->of->weight_rest * stream->weight_keys[of->importance.class_of[i]] / sum;
}

/* --- Whether it is kept ---------------------------------------------------------------------- */

static bool meets_comparison(const pp_i_stream *stream,
                             const pp_i_comparison_of_packages *comparison)
{
    double gain = 0;
    for (size_t i = 0; i < stream->profiles->of->issue_count; i++)
        gain += stream->weights[i] * (stream->values[i][comparison->better[i]] -
                                      stream->values[i][comparison->worse[i]]);
    return gain > 0;
}

static bool meets_importance(const pp_i_stream *stream)
{
    const pp_i_party_preference *of = stream->profiles->of;
    if (stream->profiles->open_count == 0 || stream->profiles->open_count == of->issue_count)
        return true;
    for (size_t i = 0; i < of->issue_count; i++)
        for (size_t j = 0; j < of->issue_count; j++)
            if (pp_i_poset_better(&of->importance, i, j) &&
                !(stream->weights[i] > stream->weights[j]))
                return false;
    return true;
}

bool pp_i_profile_meets_comparisons(const pp_i_stream *stream)
{
    const pp_i_preference *said = stream->profiles->of->said;
    for (size_t i = 0; i < said->compare_count; i++)
        if (!meets_comparison(stream, &said->compare[i]))
            return false;
    return meets_importance(stream);
}

/* The least or the greatest value that an issue has. */
static double extreme(const pp_i_stream *stream, size_t issue, bool greatest)
{
    const double *values = stream->values[issue];
    double found = values[0];
    for (size_t o = 1; o < pp_i_option_count(stream->profiles, issue); o++)
        found = greatest ? fmax(found, values[o]) : fmin(found, values[o]);
    return found;
}

/* The value of a package that may leave issues open: these stand at their best or worst. */
static double value_of(const pp_i_stream *stream, const pp_i_choice *package, bool greatest)
{
    double value = 0;
    for (size_t i = 0; i < stream->profiles->of->issue_count; i++) {
        bool any = package == NULL || package[i] == PP_CHOICE_ANY;
        value += stream->weights[i] *
                 (any ? extreme(stream, i, greatest) : stream->values[i][package[i]]);
    }
    return value;
}

bool pp_i_profile_no_deal_bounds(const pp_i_stream *stream, double *least, double *greatest)
{
    const pp_i_party_preference *of = stream->profiles->of;
    *least = -INFINITY;
    *greatest = INFINITY;
    for (size_t i = 0; i < of->no_deal_row_count; i++) {
        const pp_i_no_deal_row *row = &of->no_deal_rows[i];
        double value = value_of(stream, row->package, !row->worse);
        if (row->worse)
            *greatest = fmin(*greatest, value);
        else
            *least = fmax(*least, value);
    }
    bool below = *least == -INFINITY, above = *greatest == INFINITY;
    if (below)
        *least = value_of(stream, NULL, false);
    if (above)
        *greatest = value_of(stream, NULL, true);
    if (*least < *greatest - NO_DEAL_ROOM_MIN)
        return true;
    if (below) /* worse than the worst package */
        *least = *greatest - 1;
    else if (above)
        *greatest = *least + 1;
    return below || above;
}
