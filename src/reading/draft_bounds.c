/* draft_bounds.c: the options that a statement means: one, or all within a bound; see drafter.h. */
#include "reading/drafter.h"

/* Of the options of a base's issue those whose amounts are within a bound. */
static void set_within(const pp_i_issue *issue, const pp_i_amount *amount, pp_i_word *options)
{
    for (size_t i = 0; i < issue->option_count; i++) {
        pp_i_amount other = pp_i_amount_of_text(issue->options[i].title);
        if (other.number.length > 0 && pp_i_units_meet(other.unit, amount->unit) &&
            pp_i_amount_holds(amount, other.value))
            pp_i_bit_set(options, i);
    }
}

/* The same of those options that were found beside it. */
static void set_found_within(const pp_i_drafter *drafter, const pp_i_filed *filed,
                             pp_i_word *options)
{
    const pp_i_issue_found *found = &drafter->issues->issues[filed->issue];
    const pp_i_placed *placed = &drafter->placed[filed->issue];
    size_t own_issue = placed->options[filed->option].issue;
    for (size_t i = 0; i < found->option_count; i++) {
        const pp_i_amount *other = &found->options[i].amount;
        const pp_i_option_place *place = &placed->options[i];
        if (place->issue == own_issue && place->option != PP_NONE && other->number.length > 0 &&
            pp_i_units_meet(other->unit, filed->amount.unit) &&
            pp_i_amount_holds(&filed->amount, other->value))
            pp_i_bit_set(options, place->option);
    }
}

/* Of the options of the statement's issue those whose amounts are within its own. */
static void set_all_within(const pp_i_drafter *drafter, const pp_i_filed *filed, pp_i_word *options)
{
    size_t issue = drafter->placed[filed->issue].options[filed->option].issue;
    if (drafter->base != NULL && issue < drafter->base->issue_count)
        set_within(&drafter->case_issues.items[issue], &filed->amount, options);
    set_found_within(drafter, filed, options);
}

void pp_i_draft_meant(const pp_i_drafter *drafter, size_t said, pp_i_word *options)
{
    const pp_i_filed *filed = &drafter->issues->filed[said];
    const pp_i_issue_found *found = &drafter->issues->issues[filed->issue];
    const pp_i_option_place *own = &drafter->placed[filed->issue].options[filed->option];
    const pp_i_issue *issue = &drafter->case_issues.items[own->issue];
    bool old = drafter->base != NULL && own->issue < drafter->base->issue_count;
    bool alone = old ? issue->option_count == 2 && pp_i_text_is(issue->options[1].id, "yes")
                     : pp_i_part_size(found, found->options[filed->option].part) == 1;
    bool bound = filed->amount.number.length > 0 && filed->amount.bound != PP_BOUND_EXACT && !alone;
    if (bound)
        set_all_within(drafter, filed, options);
    bool refuses = pp_i_act_direction(drafter->reading->statements[said].act) < 0;
    bool none = pp_i_bits_count(options, pp_i_word_count(issue->option_count)) == 0;
    if ((!bound || (!refuses && none)) && own->option != PP_NONE)
        pp_i_bit_set(options, own->option);
}

void pp_i_draft_beyond(const pp_i_drafter *drafter, size_t said, pp_i_word *options)
{
    pp_i_filed filed = drafter->issues->filed[said];
    pp_i_act act = drafter->reading->statements[said].act;
    bool grants = act == PP_ACT_OFFERS || act == PP_ACT_COMMITS || act == PP_ACT_ACCEPTS;
    if (!grants || filed.issue == PP_NONE || filed.option == PP_NONE || filed.reversed ||
        filed.amount.number.length == 0 || filed.amount.bound != PP_BOUND_AT_MOST ||
        drafter->placed[filed.issue].options[filed.option].issue == PP_NONE)
        return;
    filed.amount.bound = PP_BOUND_ABOVE;
    set_all_within(drafter, &filed, options);
}
