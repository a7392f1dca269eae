/*
 * admissible_program.c: one choice as a linear program.
 *
 * Columns: the weights that are open; for each issue concerned the gains of the classes named,
 * unless they are the best (then the weight) or the worst (then 0); no deal; the margin, at most 1.
 */
#include "model/admissible_parts.h"

static const pp_i_linear_number one = {1, {1, 1}}, less_one = {-1, {-1, 1}};
static const pp_i_linear_column from_zero = {.no_upper = true};

/* Adds factor * w_i to a row. */
static void add_weight(pp_i_admissible_work *asked, uint32_t row, size_t issue,
                       pp_i_linear_number factor)
{
    uint32_t column = asked->issues[issue].weight_column;
    if (column != UINT32_MAX)
        pp_i_linear_add(&asked->program, row, column, factor);
    else
        pp_i_linear_add_constant(&asked->program, row,
                                 pp_i_linear_times(factor, asked->of->weights[issue]));
}

/* Adds factor * g_i,class of an open issue that is concerned. */
static void add_class(pp_i_admissible_work *asked, uint32_t row, size_t issue, size_t class,
                      pp_i_linear_number factor)
{
    const pp_i_concern *of = &asked->issues[issue];
    if (class == of->best.items[of->chosen])
        add_weight(asked, row, issue, factor);
    else if (class != of->worst.items[of->chosen])
        pp_i_linear_add(&asked->program, row, of->gain_columns[class], factor);
}

/* Adds factor * g_i,option, whatever is known of the issue. */
static void add_option(pp_i_admissible_work *asked, uint32_t row, size_t issue, size_t option,
                       pp_i_linear_number factor)
{
    const pp_i_issue_preference *preference = &asked->of->issues[issue];
    if (preference->values != NULL)
        add_weight(asked, row, issue, pp_i_linear_times(factor, preference->values[option]));
    else if (pp_i_admissible_is_open(asked, issue))
        add_class(asked, row, issue, preference->order.class_of[option], factor);
}

/* Adds factor times the least (or greatest) gain that an issue can give. */
static void add_extreme(pp_i_admissible_work *asked, uint32_t row, size_t issue, bool greatest,
                        pp_i_linear_number factor)
{
    const pp_i_number *values = asked->of->issues[issue].values;
    if (values == NULL) {
        if (greatest && pp_i_admissible_is_open(asked, issue))
            add_weight(asked, row, issue, factor);
        return;
    }
    size_t found = 0;
    for (size_t o = 1; o < asked->the_case->issues[issue].option_count; o++) {
        int order = pp_i_number_compare(values[o], values[found]);
        if (greatest ? order > 0 : order < 0)
            found = o;
    }
    add_weight(asked, row, issue, pp_i_linear_times(factor, values[found]));
}

/* Adds factor * v(package); issues left open at their best (`greatest`) or worst. */
static void add_package(pp_i_admissible_work *asked, uint32_t row, const pp_i_choice *package,
                        bool greatest, pp_i_linear_number factor)
{
    for (size_t i = 0; package != NULL && i < asked->of->issue_count; i++)
        if (package[i] == PP_CHOICE_ANY)
            add_extreme(asked, row, i, greatest, factor);
        else
            add_option(asked, row, i, package[i], factor);
}

/* v(plus) - v(minus), issue by issue where they differ. */
static void add_difference(pp_i_admissible_work *asked, uint32_t row, const pp_i_choice *plus,
                           const pp_i_choice *minus)
{
    for (size_t i = 0; i < asked->of->issue_count; i++) {
        const pp_i_issue_preference *preference = &asked->of->issues[i];
        if (plus != NULL && minus != NULL &&
            (preference->values == NULL ? pp_i_poset_alike(&preference->order, plus[i], minus[i])
                                        : plus[i] == minus[i]))
            continue;
        if (plus != NULL)
            add_option(asked, row, i, plus[i], one);
        if (minus != NULL)
            add_option(asked, row, i, minus[i], less_one);
    }
}

/* A new row: what is added to it is at least 0, or at least the margin. */
static uint32_t at_least(pp_i_admissible_work *asked, bool strict)
{
    uint32_t row = pp_i_linear_add_row(&asked->program, false);
    if (strict)
        pp_i_linear_add(&asked->program, row, asked->margin, less_one);
    return row;
}

/* All weights sum to 1, those that are given among them. */
static uint32_t whole_weight(pp_i_admissible_work *asked)
{
    uint32_t row = pp_i_linear_add_row(&asked->program, true);
    pp_i_linear_add_constant(&asked->program, row, less_one);
    for (size_t i = 0; i < asked->of->issue_count; i++)
        if (asked->of->weights[i].denominator != 0)
            pp_i_linear_add_constant(&asked->program, row,
                                     pp_i_linear_times(one, asked->of->weights[i]));
    return row;
}

static void add_weights(pp_i_admissible_work *asked)
{
    const pp_i_party_preference *of = asked->of;
    uint32_t sum = UINT32_MAX;
    for (size_t i = 0; i < of->issue_count; i++) {
        asked->issues[i].weight_column = UINT32_MAX;
        if (of->weights[i].denominator != 0)
            continue;
        if (sum == UINT32_MAX)
            sum = whole_weight(asked);
        asked->issues[i].weight_column = pp_i_linear_add_column(&asked->program, from_zero);
        add_weight(asked, sum, i, one);
        add_weight(asked, at_least(asked, true), i, one);
    }
}

static void add_importance(pp_i_admissible_work *asked)
{
    const pp_i_party_preference *of = asked->of;
    const pp_i_poset *order = &of->importance;
    for (size_t i = 0; i < of->issue_count; i++)
        for (size_t j = 0; j < of->issue_count; j++) {
            bool ties = i < j && pp_i_poset_alike(order, i, j);
            if (!ties && !pp_i_poset_covers(order, order->class_of[j], order->class_of[i]))
                continue;
            uint32_t row =
                ties ? pp_i_linear_add_row(&asked->program, true) : at_least(asked, true);
            add_weight(asked, row, i, one);
            add_weight(asked, row, j, less_one);
        }
}

/* The columns of an issue concerned, and the order among what is named. */
static void add_order(pp_i_admissible_work *asked, size_t issue)
{
    const pp_i_poset *order = &asked->of->issues[issue].order;
    pp_i_concern *concern = &asked->issues[issue];
    size_t best = concern->best.items[concern->chosen],
           worst = concern->worst.items[concern->chosen];
    for (size_t c = 0; c < order->class_count; c++)
        if (pp_i_bit_get(concern->named, c) && c != best && c != worst) {
            concern->gain_columns[c] = pp_i_linear_add_column(&asked->program, from_zero);
            uint32_t row = at_least(asked, asked->inner || !pp_i_poset_is_maximal(order, c));
            add_weight(asked, row, issue, one);
            add_class(asked, row, issue, c, less_one);
            if (asked->inner || !pp_i_poset_is_minimal(order, c))
                add_class(asked, at_least(asked, true), issue, c, one);
        }
    for (size_t a = 0; a < order->class_count; a++)
        for (size_t b = 0; b < order->class_count; b++) {
            if (!pp_i_bit_get(concern->named, a) || !pp_i_bit_get(concern->named, b) ||
                !pp_i_poset_below(order, b, a))
                continue;
            uint32_t row = at_least(asked, true);
            add_class(asked, row, issue, a, one);
            add_class(asked, row, issue, b, less_one);
        }
}

static void add_no_deal(pp_i_admissible_work *asked)
{
    const pp_i_party_preference *of = asked->of;
    asked->no_deal =
        pp_i_linear_add_column(&asked->program, (pp_i_linear_column){0, 0, true, true});
    if (of->no_deal_known) {
        uint32_t row = pp_i_linear_add_row(&asked->program, true);
        pp_i_linear_add(&asked->program, row, asked->no_deal, one);
        pp_i_linear_add_constant(&asked->program, row, pp_i_linear_times(less_one, of->no_deal));
    }
    for (size_t i = 0; i < of->no_deal_row_count; i++) {
        const pp_i_no_deal_row *said = &of->no_deal_rows[i];
        int sign = said->worse ? 1 : -1;
        uint32_t row = at_least(asked, true);
        add_package(asked, row, said->package, !said->worse, pp_i_linear_whole(sign));
        pp_i_linear_add(&asked->program, row, asked->no_deal, pp_i_linear_whole(-sign));
    }
}

/* The program for the pairs chosen. */
void pp_i_admissible_build(pp_i_admissible_work *asked)
{
    const pp_i_party_preference *of = asked->of;
    const pp_i_demand *demand = asked->demand;
    pp_i_linear_init(&asked->program, asked->scratch);
    asked->margin = asked->program.objective =
        pp_i_linear_add_column(&asked->program, (pp_i_linear_column){.lower = -1, .upper = 1});
    add_weights(asked);
    add_importance(asked);
    for (size_t i = 0; i < of->issue_count; i++)
        if (asked->issues[i].named_count > 0)
            add_order(asked, i);
    for (size_t i = 0; i < of->said->compare_count; i++)
        add_difference(asked, at_least(asked, true), of->said->compare[i].better,
                       of->said->compare[i].worse);
    if (asked->with_no_deal)
        add_no_deal(asked);
    if (demand != NULL) {
        uint32_t row = at_least(asked, demand->strict);
        add_difference(asked, row, demand->plus, demand->minus);
        if (demand->no_deal != 0)
            pp_i_linear_add(&asked->program, row, asked->no_deal,
                            pp_i_linear_whole(demand->no_deal));
    }
}
