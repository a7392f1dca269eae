/*
 * issues.c: from bonds between statements to issues with options; see issues.h.
 *
 * Two clusterings over the same bonds. The looser one gives the issues: what shares a rare word or
 * points back. The stricter one gives, within an issue, what asks for or refuses the same. What one
 * party asks for together becomes one option: it does not exclude itself.
 */
#include "reading/issues.h"

#include <stdlib.h>

#include "base/error.h"
#include "reading/clusters.h"

enum {
    TITLE_BYTE_COUNT_MAX = 120,
    TITLE_BYTE_COUNT_MIN = 8,
    ANTECEDENT_CERTAINTY_MIN = 25,
    TOGETHER_COUNT_MAX = 300, /* statements of an issue up to which options are brought together */
    REPLY_SENTENCE_COUNT_MAX = 2,
    SHARED_COUNT_MAX = 200 /* statements of an issue that are asked for the word they share */
};

/* Found on the project's own reports: docs/reading.md has the figures. */
static const double overlap_min = 0.15, issue_mean_min = 0.10, tied_min = 0.3, near_factor = 1.4,
                    option_min = 0.5, option_dice_min = 0.3, option_mean_min = 0.42;

typedef struct maker {
    const pp_i_reading *reading;
    pp_i_arena *arena;
    pp_i_vocabulary_of_claims words;
    pp_i_claim *claims;
    size_t *points_to; /* for each statement, the one that it points to, or PP_NONE */
    pp_i_bonds bonds;
    pp_i_clusters issues, options;
    size_t
        *option_of; /* for each option cluster's first member, its index in the issue, or PP_NONE */
    pp_i_filed *filed;
    PP_LIST(pp_i_issue_found) made;
} maker;

int pp_i_act_direction(pp_i_act act)
{
    switch (act) {
    case PP_ACT_REJECTS:
        return -1;
    case PP_ACT_ASSERTS:
    case PP_ACT_DOUBTS:
    case PP_ACT_WARNS:
        return 0;
    case PP_ACT_SUPPORTS:
    case PP_ACT_DEMANDS:
    case PP_ACT_PROPOSES:
    case PP_ACT_OFFERS:
    case PP_ACT_ACCEPTS:
    case PP_ACT_COMMITS:
    case PP_ACT_ASKS:
        break;
    }
    return 1;
}

/* Does the party want it, rather than put it up for talk? */
static bool is_wanted(pp_i_act act)
{
    return act == PP_ACT_DEMANDS || act == PP_ACT_ASKS || act == PP_ACT_SUPPORTS;
}

/* --- Bonds ----------------------------------------------------------------------------------- */

/* The statement that one points to, or PP_NONE. */
static size_t pointed_to(const maker *state, size_t statement)
{
    const pp_i_antecedent *from = &state->reading->statements[statement].content_from;
    bool known = from->statement < state->reading->statement_count && from->statement != statement;
    return known && from->certainty >= ANTECEDENT_CERTAINTY_MIN && state->claims[statement].points
               ? from->statement
               : PP_NONE;
}

static bool add_antecedents(maker *state)
{
    for (size_t i = 0; i < state->reading->statement_count; i++) {
        size_t to = state->points_to[i];
        if (to == PP_NONE)
            continue;
        pp_i_bond bond = {.a = (uint32_t)(to < i ? to : i),
                          .b = (uint32_t)(to < i ? i : to),
                          .kind = PP_BOND_ANTECEDENT,
                          .overlap = 1,
                          .dice = 1};
        if (!PP_LIST_ADD(state->arena, &state->bonds, bond))
            return false;
    }
    return true;
}

/* What points back is about what it points to: "this proposal" has the proposal's words. */
static void add_pointed_to(maker *state)
{
    for (size_t i = 0; i < state->reading->statement_count; i++) {
        size_t to = state->points_to[i];
        pp_i_claim *claim = &state->claims[i];
        if (to == PP_NONE)
            continue;
        for (size_t j = 0; j < state->claims[to].term_count; j++)
            pp_i_claim_add_term(claim, &state->claims[to].terms[j]);
    }
}

/* Acts that answer something. */
static bool is_reaction(pp_i_act act)
{
    return act == PP_ACT_REJECTS || act == PP_ACT_ACCEPTS || act == PP_ACT_DOUBTS ||
           act == PP_ACT_SUPPORTS;
}

/* Stands the one in the sentence of the other, or in the next of the same paragraph? */
static bool stands_behind(const maker *state, const pp_i_said *before, const pp_i_said *said)
{
    if (before->report != said->report)
        return false;
    const pp_i_report *report = &state->reading->reports[said->report];
    return before->sentence == said->sentence ||
           (before->sentence + 1 == said->sentence && said->sentence < report->sentence_count &&
            report->sentences[before->sentence].paragraph ==
                report->sentences[said->sentence].paragraph);
}

/* What a statement without words in common with another may go with: the one just before it, but
 * demands bring up what they like; else a reaction with what another party said, an assertion with
 * what its own party did. PP_NONE: with nothing. */
static size_t find_before(const maker *state, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    bool reaction = is_reaction(said->act);
    if (said->act == PP_ACT_DEMANDS || said->act == PP_ACT_ASKS)
        return PP_NONE;
    if (statement > 0 && stands_behind(state, said - 1, said))
        return statement - 1;
    if (!reaction && said->act != PP_ACT_ASSERTS)
        return PP_NONE;
    for (size_t i = statement; i > 0; i--) {
        const pp_i_said *before = &state->reading->statements[i - 1];
        if (before->report != said->report ||
            before->sentence + REPLY_SENTENCE_COUNT_MAX < said->sentence)
            return PP_NONE;
        if ((before->party != said->party) == reaction)
            return i - 1;
    }
    return PP_NONE;
}

/* Bonds for statements that no other bond ties to anything. */
static bool add_replies(maker *state)
{
    size_t count = state->reading->statement_count;
    bool *tied = PP_NEW_ARRAY(state->arena, bool, count);
    if (tied == NULL)
        return false;
    for (size_t i = 0; i < state->bonds.count; i++) {
        const pp_i_bond *bond = &state->bonds.items[i];
        if (bond->overlap >= tied_min)
            tied[bond->a] = tied[bond->b] = true;
    }
    for (size_t i = 0; i < count; i++) {
        size_t before = tied[i] ? PP_NONE : find_before(state, i);
        pp_i_bond bond = {.a = (uint32_t)before,
                          .b = (uint32_t)i,
                          .kind = PP_BOND_REPLY,
                          .overlap = 0.5,
                          .dice = 0.5};
        if (before != PP_NONE && !PP_LIST_ADD(state->arena, &state->bonds, bond))
            return false;
    }
    return true;
}

static bool find_bonds(maker *state)
{
    size_t count = state->reading->statement_count;
    state->claims = PP_NEW_ARRAY(state->arena, pp_i_claim, count);
    state->points_to = PP_NEW_ARRAY(state->arena, size_t, count);
    if (state->claims == NULL || state->points_to == NULL ||
        !pp_i_likeness_init(&state->words, state->reading, state->arena))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!pp_i_claim_of_said(&state->words, i, &state->claims[i]))
            return false;
    for (size_t i = 0; i < count; i++)
        state->points_to[i] = pointed_to(state, i);
    add_pointed_to(state);
    return add_antecedents(state) &&
           pp_i_likeness_bonds(&state->words, state->claims, count, overlap_min, &state->bonds) &&
           add_replies(state);
}

/* --- The two clusterings --------------------------------------------------------------------- */

/* What stands close together is more likely about the same. */
static double issue_strength(void *context, const pp_i_bond *bond)
{
    const maker *state = context;
    const pp_i_said *a = &state->reading->statements[bond->a];
    const pp_i_said *b = &state->reading->statements[bond->b];
    bool near = a->report == b->report && b->sentence - a->sentence <= REPLY_SENTENCE_COUNT_MAX;
    return near ? bond->overlap * near_factor : bond->overlap;
}

static bool numbers_differ(const pp_i_claim *a, const pp_i_claim *b)
{
    return a->number.length > 0 && b->number.length > 0 && !pp_i_text_equal(a->number, b->number);
}

/* Several words of the shorter one, or most words of both. */
static double option_strength(void *context, const pp_i_bond *bond)
{
    maker *state = context;
    if (state->issues.of[bond->a] != state->issues.of[bond->b])
        return 0;
    if (bond->kind == PP_BOND_ANTECEDENT)
        return 1;
    if (bond->kind == PP_BOND_REPLY)
        return is_reaction(state->reading->statements[bond->b].act) &&
                       state->claims[bond->b].number.length == 0
                   ? 1
                   : 0;
    if (numbers_differ(&state->claims[bond->a], &state->claims[bond->b]))
        return 0;
    double strength =
        bond->match_count >= 2 && bond->dice >= option_dice_min ? bond->overlap : bond->dice;
    return strength >= option_min ? strength : 0;
}

/* Does any member of one option name another number than a member of the other? */
static bool same_numbers(const maker *state, const pp_i_clusters *clusters, size_t a, size_t b)
{
    for (size_t i = a; i != PP_NONE; i = clusters->next[i]) {
        if (state->claims[i].number.length == 0)
            continue;
        for (size_t j = b; j != PP_NONE; j = clusters->next[j])
            if (numbers_differ(&state->claims[i], &state->claims[j]))
                return false;
        break; /* within one option all numbers are the same */
    }
    return true;
}

static bool may_be_one_option(void *context, const pp_i_clusters *clusters, size_t a, size_t b)
{
    return same_numbers(context, clusters, a, b);
}

static bool find_clusters(maker *state)
{
    size_t count = state->reading->statement_count;
    return pp_i_clusters_init(&state->issues, count, state->arena) &&
           pp_i_clusters_grow(&state->issues, &state->bonds, issue_strength, NULL, state,
                              issue_mean_min, false, state->arena) &&
           pp_i_clusters_init(&state->options, count, state->arena) &&
           pp_i_clusters_grow(&state->options, &state->bonds, option_strength, may_be_one_option,
                              state, option_mean_min, true, state->arena);
}

/* --- Options wanted together ----------------------------------------------------------------- */

/* 1: a statement of `party` in the option wants it; -1: one refuses it; 0: neither. */
static int wish_of(const maker *state, size_t option, size_t party)
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
static bool are_opposed(const maker *state, size_t a, size_t b)
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
static void join_wanted(maker *state, size_t issue)
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
                !same_numbers(state, &state->options, a, b))
                continue;
            pp_i_clusters_join(&state->options, a, b);
        }
    }
}

/* --- Titles ---------------------------------------------------------------------------------- */

static pp_text cut_title(pp_text text)
{
    text = pp_i_text_trim(text);
    while (text.length > 0 && strchr(",;:.", text.data[text.length - 1]) != NULL)
        text.length--;
    if (text.length > TITLE_BYTE_COUNT_MAX) {
        text.length = TITLE_BYTE_COUNT_MAX;
        while (text.length > 0 && text.data[text.length] != ' ')
            text.length--;
    }
    return text;
}

/* How well the statement's words would name the option: below 0 is not at all. */
static int title_merit(const maker *state, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    pp_text title = cut_title(said->content.text);
    int merit = 0;
    if (title.length < TITLE_BYTE_COUNT_MIN)
        return -1;
    merit += said->content_from.said.length == 0 ? 8 : 0;
    merit += state->claims[statement].is_reversed ? 0 : 4;
    merit += pp_i_act_direction(said->act) != 0 ? 2 : 0;
    return merit + (title.length <= 80 ? 1 : 0);
}

/* The member whose words name the option best; the first of equals. */
static size_t name_giver(const maker *state, size_t option)
{
    size_t best = option;
    int merit = -2;
    for (size_t i = option; i != PP_NONE; i = state->options.next[i]) {
        int own = title_merit(state, i);
        if (own > merit || (own == merit && i < best)) {
            best = i;
            merit = own;
        }
    }
    return best;
}

static pp_text option_title(const maker *state, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    pp_text title = cut_title(said->content.text);
    if (title.length == 0)
        title = cut_title(said->quote.text);
    return title;
}

/* The word that weighs most over all statements of an issue, as it first stands there. */
static pp_text shared_word(const maker *state, const pp_i_issue_found *issue)
{
    double best = 0;
    pp_text form = {0};
    size_t count =
        issue->statement_count < SHARED_COUNT_MAX ? issue->statement_count : SHARED_COUNT_MAX;
    for (size_t i = 0; i < count; i++) {
        const pp_i_claim *claim = &state->claims[issue->statements[i]];
        for (size_t k = 0; k < claim->term_count; k++) {
            double sum = 0;
            for (size_t j = 0; j < count; j++) {
                const pp_i_claim *other = &state->claims[issue->statements[j]];
                for (size_t m = 0; m < other->term_count; m++)
                    sum +=
                        other->terms[m].root == claim->terms[k].root ? other->terms[m].weight : 0;
            }
            if (sum > best) {
                best = sum;
                form = claim->terms[k].form;
            }
        }
    }
    return form;
}

/* --- Issues ---------------------------------------------------------------------------------- */

static bool has_direction(const maker *state, const pp_i_clusters *clusters, size_t first)
{
    for (size_t i = first; i != PP_NONE; i = clusters->next[i])
        if (pp_i_act_direction(state->reading->statements[i].act) != 0)
            return true;
    return false;
}

/* Adds the options of an issue; `all`: those too that nobody asks for or refuses. */
static bool add_options(maker *state, pp_i_issue_found *issue, bool all)
{
    pp_i_issue_option_found *options =
        PP_NEW_ARRAY(state->arena, pp_i_issue_option_found, issue->statement_count);
    if (options == NULL)
        return false;
    issue->option_count = 0;
    for (size_t i = 0; i < issue->statement_count; i++) {
        size_t at = issue->statements[i], first = state->options.of[at];
        if (first != at || (all && issue->option_count == 1) ||
            (!all && !has_direction(state, &state->options, first)))
            continue;
        size_t giver = name_giver(state, first);
        state->option_of[first] = issue->option_count;
        options[issue->option_count++] =
            (pp_i_issue_option_found){option_title(state, giver), giver};
    }
    issue->options = options;
    return true;
}

static void file_statements(maker *state, const pp_i_issue_found *issue, size_t index)
{
    for (size_t i = 0; i < issue->statement_count; i++) {
        size_t at = issue->statements[i];
        pp_i_filed *filed = &state->filed[at];
        filed->issue = index;
        filed->option = state->option_of[state->options.of[at]];
        if (issue->option_count == 1 && state->reading->statements[at].act != PP_ACT_ASSERTS)
            filed->option = 0;
        if (filed->option == PP_NONE)
            continue;
        size_t giver = issue->options[filed->option].statement;
        const pp_i_said *said = &state->reading->statements[at];
        bool own_words = said->content_from.said.length == 0 && pp_i_act_direction(said->act) != 0;
        filed->reversed =
            own_words && state->claims[at].is_reversed != state->claims[giver].is_reversed;
    }
}

static int compare_sizes(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* Does anybody do more than assert? */
static bool has_stance(const maker *state, size_t first)
{
    for (size_t i = first; i != PP_NONE; i = state->issues.next[i])
        if (state->reading->statements[i].act != PP_ACT_ASSERTS)
            return true;
    return false;
}

/* Makes the issue of a cluster, if it is one: somebody wants or refuses something, or several doubt
 * or warn of the same. */
static bool make_issue(maker *state, size_t first)
{
    size_t count = state->issues.count[first];
    bool has_positions = has_direction(state, &state->issues, first);
    if (!has_positions && (count == 1 || !has_stance(state, first)))
        return true;
    size_t *statements = PP_NEW_ARRAY(state->arena, size_t, count), n = 0;
    if (statements == NULL)
        return false;
    if (count <= TOGETHER_COUNT_MAX)
        join_wanted(state, first);
    for (size_t i = first; i != PP_NONE; i = state->issues.next[i])
        statements[n++] = i;
    qsort(statements, n, sizeof *statements, compare_sizes);
    pp_i_issue_found issue = {.statements = statements, .statement_count = n};
    if (!add_options(state, &issue, !has_positions))
        return false;
    issue.title = issue.option_count > 1 ? shared_word(state, &issue) : issue.options[0].title;
    if (issue.title.length == 0)
        issue.title = issue.options[0].title;
    file_statements(state, &issue, state->made.count);
    return PP_LIST_ADD(state->arena, &state->made, issue);
}

/* --- Reasons --------------------------------------------------------------------------------- */

static void note_reason(pp_i_filed *filed, const pp_i_bond *bond, size_t with, double *strength)
{
    double own = bond->kind == PP_BOND_ANTECEDENT ? 2 : bond->overlap; /* replies are weak */
    if (own <= *strength)
        return;
    *strength = own;
    bool turned = with == bond->b;
    filed->reason = (pp_i_reason){.with = with,
                                  .kind = bond->kind,
                                  .kinship = bond->kinship,
                                  .word = turned ? bond->word_a : bond->word_b,
                                  .other_word = turned ? bond->word_b : bond->word_a};
}

/* Each statement but an issue's first is there because of its strongest bond: to an earlier one, or
 * where there is none to a later one. */
static bool find_reasons(maker *state)
{
    size_t count = state->reading->statement_count;
    double *strengths = PP_NEW_ARRAY(state->arena, double, count);
    if (strengths == NULL)
        return false;
    for (size_t i = 0; i < state->bonds.count; i++) {
        const pp_i_bond *bond = &state->bonds.items[i];
        if (state->filed[bond->a].issue != PP_NONE &&
            state->filed[bond->a].issue == state->filed[bond->b].issue)
            note_reason(&state->filed[bond->b], bond, bond->a, &strengths[bond->b]);
    }
    for (size_t i = 0; i < state->bonds.count; i++) {
        const pp_i_bond *bond = &state->bonds.items[i];
        pp_i_filed *filed = &state->filed[bond->a];
        if (filed->issue == PP_NONE || filed->issue != state->filed[bond->b].issue ||
            state->made.items[filed->issue].statements[0] == bond->a ||
            (filed->reason.with != PP_NONE && filed->reason.with < bond->a))
            continue;
        note_reason(filed, bond, bond->b, &strengths[bond->a]);
    }
    /* What no words joined is not told apart by words either. */
    for (size_t i = 0; i < count; i++)
        if (state->filed[i].reason.with != PP_NONE && state->filed[i].reason.kind != PP_BOND_WORDS)
            state->filed[i].reversed = false;
    return true;
}

static bool find_issues(maker *state)
{
    size_t count = state->reading->statement_count;
    state->filed = PP_NEW_ARRAY(state->arena, pp_i_filed, count);
    state->option_of = PP_NEW_ARRAY(state->arena, size_t, count);
    if (state->filed == NULL || state->option_of == NULL || !find_bonds(state) ||
        !find_clusters(state))
        return false;
    for (size_t i = 0; i < count; i++) {
        state->option_of[i] = PP_NONE;
        state->filed[i] =
            (pp_i_filed){.issue = PP_NONE, .option = PP_NONE, .reason = {.with = PP_NONE}};
    }
    for (size_t i = 0; i < count; i++)
        if (state->issues.of[i] == i && !make_issue(state, i))
            return false;
    return find_reasons(state);
}

pp_status pp_i_issues_find(const pp_i_reading *reading, pp_i_arena *arena,
                           const pp_i_issues **issues, pp_error *error)
{
    maker state = {.reading = reading, .arena = arena};
    pp_i_issues *made = PP_NEW(arena, pp_i_issues);
    if (made == NULL || !find_issues(&state))
        return pp_i_fail_memory(error);
    *made = (pp_i_issues){state.made.items, state.made.count, state.filed};
    *issues = made;
    return PP_OK;
}
