/*
 * issues_options.c: which options of an issue are one, and which exclude one another; see issues.h.
 *
 * What one party asks for together becomes one option: it does not exclude itself. Two options
 * exclude one another where their words meet and they name different numbers, or somebody refuses
 * the one and is for the other; that they are spoken of together tells nothing.
 */
#include "reading/clause.h"
#include "reading/issues_parts.h"

#include <stdlib.h>

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

/* Does the one refuse any of what the other speaks of: "any compensation", beside "compensation of
 * 12 million"? Then it refuses that too. */
static bool refuses_any(const pp_i_issue_maker *state, size_t one, const pp_i_bond *bond)
{
    const pp_i_said *said = &state->reading->statements[one];
    return said->act == PP_ACT_REJECTS && pp_i_first_word_in(said->content.text, "any all") &&
           bond->match_count == state->claims[one].term_count && bond->kinship == PP_KIN_FAMILY;
}

/* Do two demands say the same in other words? That they share a word in passing, "a freeze on
 * rents" and "a lawyer against evictions", does not make them one. */
static bool is_close(const pp_i_bond *bond)
{
    static const double dice_min = 0.4, overlap_min = 0.66;
    return bond->kinship >= PP_KIN_SYNONYM &&
           (bond->match_count > 1 || bond->dice >= dice_min || bond->overlap >= overlap_min);
}

/* Joins what one party wants in words that meet; that it wants both in one breath does not make
 * them one. And a refusal of any such thing with each of them. */
void pp_i_issues_join_wanted(pp_i_issue_maker *state, size_t issue)
{
    for (size_t k = state->inside_start[issue]; k < state->inside_start[issue + 1]; k++) {
        const pp_i_bond *bond = &state->bonds.items[state->inside[k]];
        const pp_i_said *one = &state->reading->statements[bond->a];
        const pp_i_said *two = &state->reading->statements[bond->b];
        size_t a = state->options.of[bond->a], b = state->options.of[bond->b];
        if (bond->kind != PP_BOND_WORDS)
            continue;
        bool wanted = is_wanted(one->act) && is_wanted(two->act) && one->party == two->party &&
                      !state->claims[bond->a].is_reversed && !state->claims[bond->b].is_reversed;
        wanted = wanted && one->former == two->former && is_close(bond);
        bool any = refuses_any(state, bond->a, bond) || refuses_any(state, bond->b, bond);
        if (a != b && (any || (wanted && !are_opposed(state, a, b))) &&
            pp_i_issues_same_numbers(state, a, b))
            pp_i_clusters_join(&state->options, a, b);
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

/* The party that alone asks for an option which nobody offers or refuses, or PP_NONE. */
static size_t only_claimant(const pp_i_issue_maker *state, size_t option)
{
    size_t party = PP_NONE;
    for (size_t i = option; i != PP_NONE; i = state->options.next[i]) {
        const pp_i_said *said = &state->reading->statements[i];
        if (pp_i_act_direction(said->act) == 0)
            continue;
        bool asks = said->act == PP_ACT_DEMANDS || said->act == PP_ACT_ASKS;
        if (!asks || (party != PP_NONE && party != said->party))
            return PP_NONE;
        party = said->party;
    }
    return party;
}

/* Does the option speak of a part of something: a quota, "31 per cent of the catch"? */
static bool is_share(const pp_i_issue_maker *state, size_t option)
{
    for (size_t i = option; i != PP_NONE; i = state->options.next[i]) {
        pp_text content = state->reading->statements[i].content.text;
        if (pp_i_any_word_in(content, "quota share seats portion slice allocation") ||
            (state->claims[i].amount.unit == PP_UNIT_PERCENT && pp_i_any_word_in(content, "of")))
            return true;
    }
    return false;
}

/* Does each of two parties ask for a part of its own? They may both have theirs. */
static bool are_own_shares(const pp_i_issue_maker *state, size_t a, size_t b)
{
    size_t one = only_claimant(state, a), two = only_claimant(state, b);
    return one != PP_NONE && two != PP_NONE && one != two &&
           (is_share(state, a) || is_share(state, b));
}

static void join_parts(pp_i_issue_option_found *options, size_t option_count, size_t a, size_t b)
{
    size_t into = options[a].part < options[b].part ? options[a].part : options[b].part;
    size_t from = options[a].part < options[b].part ? options[b].part : options[a].part;
    for (size_t i = 0; i < option_count; i++)
        if (options[i].part == from)
            options[i].part = into;
}

/* Has the claim a word that names what the amount is of? */
static bool names_thing(const pp_i_claim *claim)
{
    for (size_t i = 0; i < claim->term_count; i++)
        if (claim->terms[i].is_noun && !pp_i_issues_names_nothing(claim->terms[i].form) &&
            !pp_i_first_word_in(claim->terms[i].form,
                                "year years month months week weeks day days"))
            return true;
    return false;
}

/* May the amounts of two statements be of one thing? "A wage of 18 euros" and "a fare of 2 euros",
 * which are words of one field, are not; a share in per cent, or an amount that says no more, may
 * be of what the other names. */
static bool may_be_one_scale(const pp_i_issue_maker *state, const pp_i_bond *bond)
{
    const pp_i_claim *a = &state->claims[bond->a], *b = &state->claims[bond->b];
    bool named = bond->kind == PP_BOND_WORDS && bond->kinship >= PP_KIN_SYNONYM &&
                 bond->term_a != PP_BOND_NO_TERM &&
                 !pp_i_issues_names_nothing(a->terms[bond->term_a].form);
    return named || a->amount.unit == PP_UNIT_PERCENT || !names_thing(a) || !names_thing(b);
}

/* Does the bond say what two statements are to each other: by words, or as "would go to 435" stands
 * near an offer of 410 crowns? */
static bool is_telling(const pp_i_issue_maker *state, const pp_i_bond *bond)
{
    const pp_i_amount *a = &state->claims[bond->a].amount, *b = &state->claims[bond->b].amount;
    bool amounts = a->number.length > 0 && b->number.length > 0 &&
                   (a->unit == PP_UNIT_BARE) != (b->unit == PP_UNIT_BARE) &&
                   !names_thing(&state->claims[a->unit == PP_UNIT_BARE ? bond->a : bond->b]);
    return bond->kind == PP_BOND_WORDS || (bond->kind == PP_BOND_NEAR && amounts);
}

/* Sorts the places of telling bonds inside one issue by that issue. */
bool pp_i_issues_bonds_inside(pp_i_issue_maker *state)
{
    size_t count = state->reading->statement_count;
    size_t *ends = PP_NEW_ARRAY(state->scratch, size_t, count + 1);
    size_t *places = PP_NEW_ARRAY(state->scratch, size_t, state->bonds.count);
    if (ends == NULL || places == NULL)
        return false;
    for (int round = 0; round < 2; round++) {
        for (size_t i = state->bonds.count; i-- > 0;) {
            const pp_i_bond *bond = &state->bonds.items[i];
            size_t issue = state->issues.of[bond->a];
            if (!is_telling(state, bond) || issue != state->issues.of[bond->b])
                continue;
            if (round == 0)
                ends[issue]++;
            else
                places[--ends[issue]] = i;
        }
        for (size_t i = 1; round == 0 && i <= count; i++)
            ends[i] += ends[i - 1];
    }
    state->inside_start = ends; /* each end has moved to where its issue begins */
    state->inside = places;
    return true;
}

typedef struct option_pair {
    size_t a, b;   /* first members of two options, a before b */
    uint8_t close; /* the same word or its synonym stands in both */
    uint8_t scale; /* their amounts may be of one thing */
} option_pair;

static int compare_pairs(const void *left, const void *right)
{
    const option_pair *x = left, *y = right;
    if (x->a != y->a)
        return (x->a > y->a) - (x->a < y->a);
    if (x->b != y->b)
        return (x->b > y->b) - (x->b < y->b);
    return x->scale != y->scale ? (x->scale < y->scale) - (x->scale > y->scale)
                                : (x->close < y->close) - (x->close > y->close);
}

bool pp_i_issues_part(pp_i_issue_maker *state, pp_i_issue_option_found *options,
                      size_t option_count, size_t *part_count)
{
    for (size_t i = 0; i < option_count; i++)
        options[i].part = i;
    *part_count = option_count;
    if (option_count < 2)
        return true;
    size_t issue = state->issues.of[options[0].statement];
    size_t start = state->inside_start[issue], end = state->inside_start[issue + 1], count = 0;
    pp_i_arena_mark mark = pp_i_arena_mark_get(state->scratch);
    option_pair *pairs = PP_NEW_ARRAY(state->scratch, option_pair, end - start);
    if (pairs == NULL)
        return false;
    for (size_t i = start; i < end; i++) {
        const pp_i_bond *bond = &state->bonds.items[state->inside[i]];
        size_t a = state->options.of[bond->a], b = state->options.of[bond->b];
        if (a != b && state->option_of[a] != PP_NONE && state->option_of[b] != PP_NONE)
            pairs[count++] =
                (option_pair){a < b ? a : b, a < b ? b : a, bond->kinship >= PP_KIN_SYNONYM,
                              may_be_one_scale(state, bond)};
    }
    qsort(pairs, count, sizeof *pairs, compare_pairs);
    for (size_t i = 0; i < count; i++) {
        size_t a = pairs[i].a, b = pairs[i].b, x = state->option_of[a], y = state->option_of[b];
        bool known = options[x].part == options[y].part ||
                     (i > 0 && pairs[i - 1].a == a && pairs[i - 1].b == b &&
                      pairs[i - 1].close >= pairs[i].close);
        bool numbers = !known && pairs[i].scale && pp_i_issues_other_numbers(state, a, b) &&
                       !are_own_shares(state, a, b);
        if (!known && (numbers || (pairs[i].close && are_set_against(state, a, b)))) {
            join_parts(options, option_count, x, y);
            --*part_count;
        }
    }
    pp_i_arena_rewind(state->scratch, mark);
    return true;
}
