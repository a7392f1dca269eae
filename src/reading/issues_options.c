/*
 * issues_options.c: which options of an issue are one; see issues.h.
 *
 * What one party asks for together becomes one option: it does not exclude itself.
 */
#include "reading/clause.h"
#include "reading/issues_parts.h"

/* Does the party want it, rather than put it up for talk? */
static bool is_wanted(pp_i_act act)
{
    return act == PP_ACT_DEMANDS || act == PP_ACT_ASKS || act == PP_ACT_SUPPORTS;
}

/* --- Options wanted together ----------------------------------------------------------------- */

/* 1: a statement of `party` in the option wants it; -1: one refuses it; 0: neither. */
static int wish_of(const pp_i_issue_maker *state, size_t option, size_t party)
{
    int wish = 0;
    for (size_t i = option; i != PP_NONE; i = state->options.next[i]) {
        const pp_i_said *said = &state->reading->statements[i];
        if (said->party == party && pp_i_act_direction(said->act) < 0)
            return -1;
        if (said->party == party && is_wanted(said->act))
            wish = 1;
    }
    return wish;
}

/* Does somebody refuse one of two options and ask for the other? */
static bool are_opposed(const pp_i_issue_maker *state, size_t a, size_t b)
{
    const size_t both[] = {a, b};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = both[k]; i != PP_NONE; i = state->options.next[i]) {
            const pp_i_said *said = &state->reading->statements[i];
            if (pp_i_act_direction(said->act) < 0 && wish_of(state, both[1 - k], said->party) > 0)
                return true;
        }
    return false;
}

/* Joins what one party wants together; an issue has few options, so that pairs may be walked. */
void pp_i_issues_join_wanted(pp_i_issue_maker *state, size_t issue)
{
    for (size_t i = issue; i != PP_NONE; i = state->issues.next[i]) {
        const pp_i_said *one = &state->reading->statements[i];
        if (!is_wanted(one->act) || state->claims[i].is_reversed)
            continue;
        for (size_t j = state->issues.next[i]; j != PP_NONE; j = state->issues.next[j]) {
            const pp_i_said *two = &state->reading->statements[j];
            size_t a = state->options.of[i], b = state->options.of[j];
            if (a == b || two->party != one->party || !is_wanted(two->act) ||
                state->claims[j].is_reversed || are_opposed(state, a, b) ||
                !pp_i_issues_same_numbers(state, a, b))
                continue;
            pp_i_clusters_join(&state->options, a, b);
        }
    }
}
