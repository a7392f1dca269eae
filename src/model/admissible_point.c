/* admissible_point.c: from a solution to weights and gains of all options. */
#include "model/admissible_parts.h"

/* The class that stands for PP_OTHER_CLASS: an unnamed one that may be best, or worst and not
 * `taken`. */
static size_t other_class(const pp_i_poset *order, const pp_i_concern *one, bool best, size_t taken)
{
    for (size_t c = 0; c < order->class_count; c++)
        if (c != taken && !pp_i_bit_get(one->named, c) &&
            (best ? pp_i_poset_is_maximal(order, c) : pp_i_poset_is_minimal(order, c)))
            return c;
    return PP_NONE;
}

/* Of an issue that is not concerned, or the named best of one that is: a class that may be best (or
 * worst) and is not `taken`. */
static size_t any_class(const pp_i_poset *order, bool best, size_t taken)
{
    for (size_t c = 0; c < order->class_count; c++)
        if (c != taken &&
            (best ? pp_i_poset_is_maximal(order, c) : pp_i_poset_is_minimal(order, c)))
            return c;
    return PP_NONE;
}

/* The best and worst classes of an issue, PP_NONE where there are none. */
static void extremes(const pp_i_admissible_work *asked, size_t issue, size_t *best, size_t *worst)
{
    const pp_i_poset *order = &asked->of->issues[issue].order;
    const pp_i_concern *one = &asked->issues[issue];
    if (one->named_count == 0) {
        *worst = any_class(order, false, PP_NONE);
        *best = any_class(order, true, *worst);
        return;
    }
    *best = one->best.items[one->chosen];
    *worst = one->worst.items[one->chosen];
    if (*best == PP_OTHER_CLASS) {
        *best = other_class(order, one, true, PP_NONE);
        if (*worst == PP_OTHER_CLASS && other_class(order, one, false, *best) == PP_NONE) {
            *worst = other_class(order, one, false, PP_NONE);
            *best = other_class(order, one, true, *worst);
        }
    }
    if (*worst == PP_OTHER_CLASS)
        *worst = other_class(order, one, false, *best);
}

/* Half way between what stands above and below. */
static double between(const pp_i_poset *order, size_t class, const double *gain, const bool *placed,
                      double weight)
{
    double least = 0, most = weight;
    for (size_t c = 0; c < order->class_count; c++) {
        if (placed[c] && pp_i_poset_below(order, c, class) && gain[c] > least)
            least = gain[c];
        if (placed[c] && pp_i_poset_below(order, class, c) && gain[c] < most)
            most = gain[c];
    }
    return (least + most) / 2;
}

static void fill_open_issue(const pp_i_admissible_work *asked, size_t issue, const double *solution,
                            double weight, double *gains)
{
    const pp_i_poset *order = &asked->of->issues[issue].order;
    const pp_i_concern *one = &asked->issues[issue];
    double gain[PP_POSET_ITEM_COUNT_MAX] = {0};
    bool placed[PP_POSET_ITEM_COUNT_MAX] = {false};
    size_t best, worst;
    extremes(asked, issue, &best, &worst);
    for (size_t c = 0; c < order->class_count; c++) {
        bool named = pp_i_bit_get(one->named, c);
        placed[c] = named || c == best || c == worst;
        if (c == best)
            gain[c] = weight;
        else if (named && c != worst)
            gain[c] = solution[one->gain_columns[c]];
    }
    for (size_t c = 0; c < order->class_count; c++) {
        if (!placed[c])
            gain[c] = between(order, c, gain, placed, weight);
        placed[c] = true;
    }
    for (size_t o = 0; o < order->item_count; o++)
        gains[o] = gain[order->class_of[o]];
}

void pp_i_admissible_fill(const pp_i_admissible_work *asked, const double *solution,
                          pp_i_admissible_point *point)
{
    const pp_i_party_preference *of = asked->of;
    for (size_t i = 0; i < of->issue_count; i++) {
        uint32_t column = asked->issues[i].weight_column;
        double weight =
            column == UINT32_MAX ? pp_i_number_double(of->weights[i]) : solution[column];
        point->weights[i] = weight;
        for (size_t o = 0; o < asked->the_case->issues[i].option_count; o++)
            point->gains[i][o] = of->issues[i].values == NULL
                                     ? 0
                                     : weight * pp_i_number_double(of->issues[i].values[o]);
        if (pp_i_admissible_is_open(asked, i))
            fill_open_issue(asked, i, solution, weight, point->gains[i]);
    }
    point->no_deal = asked->with_no_deal ? solution[asked->no_deal] : 0;
}
