/* admissible.c: what the question names, the choices, and the programs in turn; see admissible.h.
 */
#include "model/admissible_parts.h"

/* --- What is named --------------------------------------------------------------------------- */

static void name_option(pp_i_admissible_work *asked, size_t issue, size_t option)
{
    pp_i_concern *one = &asked->issues[issue];
    size_t class = asked->of->issues[issue].order.class_of[option];
    if (pp_i_bit_get(one->named, class))
        return;
    pp_i_bit_set(one->named, class);
    one->named_count++;
}

/* Names the options in which two packages differ (one of them null: all of the other's). */
static void name_difference(pp_i_admissible_work *asked, const pp_i_choice *a, const pp_i_choice *b)
{
    for (size_t i = 0; i < asked->of->issue_count; i++) {
        if (!pp_i_admissible_is_open(asked, i))
            continue;
        bool same =
            a != NULL && b != NULL && pp_i_poset_alike(&asked->of->issues[i].order, a[i], b[i]);
        if (a != NULL && !same && a[i] != PP_CHOICE_ANY)
            name_option(asked, i, a[i]);
        if (b != NULL && !same && b[i] != PP_CHOICE_ANY)
            name_option(asked, i, b[i]);
    }
}

/* No deal matters where it is asked for, or where it stands between two sets of packages. */
static bool concerns_no_deal(const pp_i_admissible_work *asked)
{
    bool worse = false, better = false;
    for (size_t i = 0; i < asked->of->no_deal_row_count; i++) {
        worse = worse || asked->of->no_deal_rows[i].worse;
        better = better || !asked->of->no_deal_rows[i].worse;
    }
    return (worse && better) || (asked->demand != NULL && asked->demand->no_deal != 0);
}

static void name_all(pp_i_admissible_work *asked)
{
    const pp_i_party_preference *of = asked->of;
    for (size_t i = 0; i < of->said->compare_count; i++)
        name_difference(asked, of->said->compare[i].better, of->said->compare[i].worse);
    if (asked->demand != NULL)
        name_difference(asked, asked->demand->plus, asked->demand->minus);
    for (size_t i = 0; asked->with_no_deal && i < of->no_deal_row_count; i++)
        name_difference(asked, of->no_deal_rows[i].package, NULL);
}

/* --- Choices of best and worst --------------------------------------------------------------- */

static bool add_pair(pp_i_admissible_work *asked, pp_i_concern *one, uint16_t best, uint16_t worst)
{
    return PP_LIST_ADD(asked->scratch, &one->best, best) &&
           PP_LIST_ADD(asked->scratch, &one->worst, worst);
}

/* How many classes that nothing names may be best (`maximal`) or worst; *which is the last one. */
static size_t count_unnamed(const pp_i_poset *order, const pp_i_concern *one, bool maximal,
                            size_t *which)
{
    size_t count = 0;
    for (size_t c = 0; c < order->class_count; c++)
        if (!pp_i_bit_get(one->named, c) &&
            (maximal ? pp_i_poset_is_maximal(order, c) : pp_i_poset_is_minimal(order, c))) {
            *which = c;
            count++;
        }
    return count;
}

/* Pairs of a given best with each named class that may be worst. */
static bool add_named_worst(pp_i_admissible_work *asked, pp_i_concern *one, const pp_i_poset *order,
                            uint16_t best)
{
    for (size_t c = 0; c < order->class_count; c++)
        if (c != best && pp_i_bit_get(one->named, c) && pp_i_poset_is_minimal(order, c) &&
            !add_pair(asked, one, best, (uint16_t)c))
            return false;
    return true;
}

static bool list_pairs(pp_i_admissible_work *asked, size_t issue)
{
    const pp_i_poset *order = &asked->of->issues[issue].order;
    pp_i_concern *one = &asked->issues[issue];
    size_t top = PP_NONE, bottom = PP_NONE;
    size_t tops = count_unnamed(order, one, true, &top);
    size_t bottoms = count_unnamed(order, one, false, &bottom);
    bool clash = tops == 1 && bottoms == 1 && top == bottom;
    if (tops > 0 && bottoms > 0 && !clash)
        return add_pair(asked, one, PP_OTHER_CLASS, PP_OTHER_CLASS);
    if (tops > 0 && !add_named_worst(asked, one, order, PP_OTHER_CLASS))
        return false;
    for (size_t c = 0; c < order->class_count && (tops == 0 || clash); c++) {
        if (!pp_i_bit_get(one->named, c) || !pp_i_poset_is_maximal(order, c))
            continue;
        bool good = bottoms > 0 ? add_pair(asked, one, (uint16_t)c, PP_OTHER_CLASS)
                                : add_named_worst(asked, one, order, (uint16_t)c);
        if (!good)
            return false;
    }
    return true;
}

/* The next choice of a pair in every issue concerned; false after the last. */
static bool next_choice(pp_i_admissible_work *asked)
{
    for (size_t i = 0; i < asked->of->issue_count; i++) {
        pp_i_concern *one = &asked->issues[i];
        if (one->named_count == 0)
            continue;
        if (++one->chosen < one->best.count)
            return true;
        one->chosen = 0;
    }
    return false;
}

static bool are_too_many(const pp_i_admissible_work *asked)
{
    size_t count = 1;
    for (size_t i = 0; i < asked->of->issue_count; i++) {
        const pp_i_concern *one = &asked->issues[i];
        if (one->named_count == 0)
            continue;
        if (one->best.count > PP_ADMISSIBLE_PROGRAM_COUNT_MAX / count)
            return true;
        count *= one->best.count;
    }
    return false;
}

/* --- The question ---------------------------------------------------------------------------- */

static bool is_proved(const pp_i_linear_answer *found)
{
    return found->proof != PP_LINEAR_UNTRIED && found->proof != PP_LINEAR_UNPROVED;
}

/* A proof decides. Without one the margin does, where it is clear of the solver's tolerance; nearer
 * to 0 nothing is known where a proof was tried. */
static pp_i_truth truth_of(const pp_i_linear_answer *found)
{
    if (is_proved(found))
        return found->proof == PP_LINEAR_ABOVE_ZERO ? PP_TRUTH_YES : PP_TRUTH_NO;
    if (found->verdict == PP_LINEAR_INFEASIBLE)
        return PP_TRUTH_NO;
    if (found->verdict != PP_LINEAR_OPTIMAL)
        return PP_TRUTH_OPEN;
    if (found->best > PP_ADMISSIBLE_MARGIN_YES)
        return PP_TRUTH_YES;
    bool clear = found->proof == PP_LINEAR_UNTRIED ? found->best <= PP_ADMISSIBLE_MARGIN_NO
                                                   : found->best < -PP_ADMISSIBLE_MARGIN_YES;
    return clear ? PP_TRUTH_NO : PP_TRUTH_OPEN;
}

/* One choice; YES ends the search, OPEN is kept unless a later one is YES. */
static bool try_choice(pp_i_admissible_work *asked, pp_i_truth *answer,
                       pp_i_admissible_point *point)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(asked->scratch);
    pp_i_linear_answer found;
    pp_i_admissible_build(asked);
    double *solution = PP_NEW_ARRAY(asked->scratch, double, asked->program.columns.count);
    if (solution == NULL || !pp_i_linear_solve(&asked->program, &found, solution))
        return false;
    pp_i_truth truth = truth_of(&found);
    if (truth != PP_TRUTH_NO)
        *answer = truth;
    if (truth == PP_TRUTH_YES)
        asked->unproved = false; /* what the choices before it showed does not matter */
    asked->unproved = asked->unproved || !is_proved(&found);
    if (truth == PP_TRUTH_YES && point != NULL)
        pp_i_admissible_fill(asked, solution, point);
    pp_i_arena_rewind(asked->scratch, mark);
    return true;
}

static bool prepare(pp_i_admissible_work *asked)
{
    const pp_i_party_preference *of = asked->of;
    asked->issues = PP_NEW_ARRAY(asked->scratch, pp_i_concern, of->issue_count);
    if (asked->issues == NULL)
        return false;
    name_all(asked);
    for (size_t i = 0; i < of->issue_count; i++) {
        pp_i_concern *one = &asked->issues[i];
        if (one->named_count == 0)
            continue;
        one->gain_columns = PP_NEW_ARRAY(asked->scratch, uint32_t, of->issues[i].order.class_count);
        if (one->gain_columns == NULL || !list_pairs(asked, i))
            return false;
    }
    return true;
}

bool pp_i_admissible(const pp_case *the_case, const pp_i_party_preference *of,
                     const pp_i_demand *demand, pp_i_run *run, pp_i_arena *scratch,
                     pp_i_truth *answer, size_t *unproved, pp_i_admissible_point *point)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(scratch);
    pp_i_admissible_work asked = {.the_case = the_case,
                                  .of = of,
                                  .demand = demand,
                                  .run = run,
                                  .scratch = scratch,
                                  .inner = point != NULL};
    asked.with_no_deal = concerns_no_deal(&asked);
    *answer = PP_TRUTH_OPEN;
    if (of->circular)
        *answer = PP_TRUTH_NO;
    if (of->circular || (of->no_deal_cut && demand != NULL && demand->no_deal != 0))
        return true;
    bool good = prepare(&asked);
    if (good && !are_too_many(&asked)) {
        *answer = PP_TRUTH_NO;
        do {
            if (!pp_i_run_step(run, 1 + of->issue_count)) {
                *answer = PP_TRUTH_OPEN;
                break;
            }
            good = try_choice(&asked, answer, point);
        } while (good && *answer != PP_TRUTH_YES && next_choice(&asked));
    }
    if (good && unproved != NULL)
        *unproved += asked.unproved && *answer != PP_TRUTH_OPEN;
    pp_i_arena_rewind(scratch, mark);
    return good;
}
