/*
 * issues_options.c: which options of an issue are one, and which exclude one another; see issues.h.
 *
 * What one party asks for together becomes one option: it does not exclude itself. Two options
 * exclude one another where their words meet and they name different numbers, or somebody refuses
 * the one and is for the other; that they are spoken of together tells nothing.
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

/* --- Options that exclude one another -------------------------------------------------------- */

/* Is a party for one of two options, in whatever way, and against the other? */
static bool are_set_against(const pp_i_issue_maker *state, size_t a, size_t b)
{
    const size_t both[] = {a, b};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = both[k]; i != PP_NONE; i = state->options.next[i]) {
            const pp_i_said *against = &state->reading->statements[i];
            if (pp_i_act_direction(against->act) >= 0)
                continue;
            for (size_t j = both[1 - k]; j != PP_NONE; j = state->options.next[j]) {
                const pp_i_said *other = &state->reading->statements[j];
                if (other->party == against->party && pp_i_act_direction(other->act) > 0)
                    return true;
            }
        }
    return false;
}

static void join_parts(pp_i_issue_option_found *options, size_t option_count, size_t a, size_t b)
{
    size_t into = options[a].part < options[b].part ? options[a].part : options[b].part;
    size_t from = options[a].part < options[b].part ? options[b].part : options[a].part;
    for (size_t i = 0; i < option_count; i++)
        if (options[i].part == from)
            options[i].part = into;
}

void pp_i_issues_part(const pp_i_issue_maker *state, pp_i_issue_option_found *options,
                      size_t option_count, size_t *part_count)
{
    for (size_t i = 0; i < option_count; i++)
        options[i].part = i;
    size_t issue = option_count > 1 ? state->issues.of[options[0].statement] : PP_NONE;
    for (size_t i = 0; i < state->bonds.count && issue != PP_NONE; i++) {
        const pp_i_bond *bond = &state->bonds.items[i];
        size_t a = state->options.of[bond->a], b = state->options.of[bond->b];
        if (bond->kind != PP_BOND_WORDS || a == b || state->issues.of[bond->a] != issue ||
            state->issues.of[bond->b] != issue || state->option_of[a] == PP_NONE ||
            state->option_of[b] == PP_NONE)
            continue;
        if (!pp_i_issues_same_numbers(state, a, b) || are_set_against(state, a, b))
            join_parts(options, option_count, state->option_of[a], state->option_of[b]);
    }
    *part_count = 0;
    for (size_t i = 0; i < option_count; i++)
        *part_count += options[i].part == i;
}
