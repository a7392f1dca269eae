/*
 * draft_former.c: statements that take no position of today, and what the draft makes of them; see
 * drafter.h.
 *
 * What somebody denies to have done is nothing to agree on: it becomes no issue. What somebody
 * demanded or refused before gives no red line: where the same report has his new position, that
 * one replaces it, and else a person is asked whether it still stands. What somebody says to let go
 * of himself is no position either, and makes no issue.
 */
#include "reading/drafter.h"

/* --- Facts that are denied ------------------------------------------------------------------- */

/* For each option: somebody wants or refuses it; somebody denies it as a fact. */
enum { WANTED = 1, DENIED = 2 };

static void mark_option(const pp_i_drafter *drafter, size_t statement, unsigned char *marks)
{
    const pp_i_filed *filed = &drafter->issues->filed[statement];
    const pp_i_said *said = &drafter->reading->statements[statement];
    if (filed->option == PP_NONE)
        return;
    if (said->denies_fact || said->dropped)
        marks[filed->option] |= DENIED;
    else if (pp_i_act_direction(said->act) != 0)
        marks[filed->option] |= WANTED;
}

bool pp_i_draft_leave_facts(pp_i_drafter *drafter)
{
    for (size_t i = 0; i < drafter->issues->issue_count; i++) {
        const pp_i_issue_found *issue = &drafter->issues->issues[i];
        unsigned char *marks = PP_NEW_ARRAY(drafter->arena, unsigned char, issue->option_count);
        if (marks == NULL)
            return false;
        for (size_t k = 0; k < issue->statement_count; k++)
            mark_option(drafter, issue->statements[k], marks);
        for (size_t k = 0; k < issue->option_count; k++)
            marks[issue->options[k].part] |= marks[k];
        for (size_t k = 0; k < issue->option_count; k++) {
            bool fact = marks[issue->options[k].part] == DENIED;
            drafter->placed[i].options[k].left_out = fact;
            drafter->placed[i].options[k].is_fact = fact;
        }
    }
    return true;
}

/* --- Former positions ------------------------------------------------------------------------ */

/* Does the statement say what somebody wanted or refused before? */
static bool is_former(const pp_i_said *said)
{
    return said->former && pp_i_act_direction(said->act) != 0;
}

/* The statement that says what the party wanted later on the issue of a former one: the first
 * behind it, else the last before that is of now; or PP_NONE. */
static size_t newer_of(const pp_i_drafter *drafter, size_t former)
{
    const pp_i_reading *reading = drafter->reading;
    const pp_i_said *old = &reading->statements[former];
    size_t found = PP_NONE;
    for (size_t i = 0; i < reading->statement_count; i++) {
        const pp_i_said *said = &reading->statements[i];
        size_t at = drafter->statement_of[i];
        if (i == former || said->report != old->report || said->party != old->party ||
            (is_former(said) && i < former) || said->denies_fact || said->dropped ||
            at == PP_NONE || drafter->issue_of[i] == PP_NONE ||
            drafter->issue_of[i] != drafter->issue_of[former] ||
            pp_i_act_direction(said->act) == 0 || drafter->statements.items[at].replaces != PP_NONE)
            continue;
        found = at;
        if (i > former)
            break;
    }
    return found;
}

static bool ask_whether_it_stands(pp_i_drafter *drafter, size_t statement)
{
    const pp_i_statement *said = &drafter->statements.items[statement];
    pp_text party = drafter->parties.items[said->party].name;
    const char *what = pp_i_arena_print(
        drafter->arena, "does %.*s still hold to what it held then?", PP_DRAFT_SHOWN(party));
    const char *why =
        pp_i_arena_print(drafter->arena, "\"%.*s\": a former position gives no red line",
                         PP_DRAFT_SHOWN(said->quote));
    return what != NULL && why != NULL && pp_i_draft_review(drafter, what, why, &statement, 1);
}

bool pp_i_draft_formers(pp_i_drafter *drafter)
{
    drafter->no_position = PP_NEW_ARRAY(drafter->arena, bool, drafter->statements.count);
    if (drafter->no_position == NULL)
        return false;
    for (size_t i = 0; i < drafter->reading->statement_count; i++) {
        const pp_i_said *said = &drafter->reading->statements[i];
        size_t at = drafter->statement_of[i];
        if (at == PP_NONE || (!is_former(said) && !said->denies_fact && !said->dropped))
            continue;
        drafter->no_position[at] = true;
        size_t newer = is_former(said) ? newer_of(drafter, i) : PP_NONE;
        if (newer == PP_NONE)
            continue;
        drafter->statements.items[newer].replaces = at;
        drafter->statements.items[at].replaced = true;
        drafter->statements.items[at].replaced_on = drafter->statements.items[newer].date;
    }
    return true;
}

bool pp_i_draft_ask_formers(pp_i_drafter *drafter)
{
    for (size_t i = 0; i < drafter->reading->statement_count; i++) {
        size_t at = drafter->statement_of[i];
        if (at != PP_NONE && is_former(&drafter->reading->statements[i]) &&
            !drafter->statements.items[at].replaced && !ask_whether_it_stands(drafter, at))
            return false;
    }
    return true;
}
