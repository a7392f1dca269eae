/*
 * issues_bonds.c: what ties statements to one another, and the two clusterings over these bonds;
 * see issues.h.
 *
 * The looser clustering gives the issues: what shares a rare word or points back. The stricter one
 * gives, within an issue, what asks for or refuses the same.
 */
#include "reading/issues_parts.h"

enum { ANTECEDENT_CERTAINTY_MIN = 25, REPLY_SENTENCE_COUNT_MAX = 2 };

/* Found on the project's own reports: docs/reading.md has the figures. */
static const double overlap_min = 0.15, issue_mean_min = 0.10, tied_min = 0.3, near_factor = 1.4,
                    option_min = 0.5, option_dice_min = 0.3, option_mean_min = 0.42;

/* --- Bonds ----------------------------------------------------------------------------------- */

/* The statement that one points to, or PP_NONE. */
static size_t pointed_to(const pp_i_issue_maker *state, size_t statement)
{
    const pp_i_antecedent *from = &state->reading->statements[statement].content_from;
    bool known = from->statement < state->reading->statement_count && from->statement != statement;
    return known && from->certainty >= ANTECEDENT_CERTAINTY_MIN && state->claims[statement].points
               ? from->statement
               : PP_NONE;
}

static bool add_antecedents(pp_i_issue_maker *state)
{
    for (size_t i = 0; i < state->reading->statement_count; i++) {
        size_t to = state->points_to[i];
        if (to == PP_NONE)
            continue;
        pp_i_bond bond = {.a = (uint32_t)(to < i ? to : i),
                          .b = (uint32_t)(to < i ? i : to),
                          .kind = PP_BOND_ANTECEDENT,
                          .overlap = 1,
                          .dice = 1,
                          .term_a = PP_BOND_NO_TERM,
                          .term_b = PP_BOND_NO_TERM};
        if (!PP_LIST_ADD(state->scratch, &state->bonds, bond))
            return false;
    }
    return true;
}

/* What points back is about what it points to: "this proposal" has the proposal's words. */
static bool add_pointed_to(pp_i_issue_maker *state)
{
    for (size_t i = 0; i < state->reading->statement_count; i++) {
        size_t to = state->points_to[i];
        pp_i_claim *claim = &state->claims[i];
        if (to == PP_NONE)
            continue;
        for (size_t j = 0; j < state->claims[to].term_count; j++)
            if (!pp_i_claim_add_term(&state->words, claim, &state->claims[to].terms[j]))
                return false;
    }
    return true;
}

/* Acts that answer something. */
static bool is_reaction(pp_i_act act)
{
    return act == PP_ACT_REJECTS || act == PP_ACT_ACCEPTS || act == PP_ACT_DOUBTS ||
           act == PP_ACT_SUPPORTS;
}

/* Stands the one in the sentence of the other, or in the next of the same paragraph? */
static bool stands_behind(const pp_i_issue_maker *state, const pp_i_said *before,
                          const pp_i_said *said)
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
static size_t find_before(const pp_i_issue_maker *state, size_t statement)
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
static bool add_replies(pp_i_issue_maker *state)
{
    size_t count = state->reading->statement_count;
    bool *tied = PP_NEW_ARRAY(state->scratch, bool, count);
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
                          .dice = 0.5,
                          .term_a = PP_BOND_NO_TERM,
                          .term_b = PP_BOND_NO_TERM};
        if (before != PP_NONE && !PP_LIST_ADD(state->scratch, &state->bonds, bond))
            return false;
    }
    return true;
}

static bool make_claims(pp_i_issue_maker *state)
{
    size_t count = state->reading->statement_count;
    state->claims = PP_NEW_ARRAY(state->scratch, pp_i_claim, count);
    state->points_to = PP_NEW_ARRAY(state->scratch, size_t, count);
    if (state->claims == NULL || state->points_to == NULL ||
        !pp_i_likeness_init(&state->words, state->reading, state->scratch))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!pp_i_claim_of_said(&state->words, i, &state->claims[i]))
            return false;
    for (size_t i = 0; i < count; i++)
        state->points_to[i] = pointed_to(state, i);
    return add_pointed_to(state);
}

/* What stands close together is more likely about the same. */
static double issue_strength(void *context, const pp_i_bond *bond)
{
    const pp_i_issue_maker *state = context;
    const pp_i_said *a = &state->reading->statements[bond->a];
    const pp_i_said *b = &state->reading->statements[bond->b];
    bool near = a->report == b->report && b->sentence - a->sentence <= REPLY_SENTENCE_COUNT_MAX;
    return near ? bond->overlap * near_factor : bond->overlap;
}

bool pp_i_issues_bonds(pp_i_issue_maker *state)
{
    size_t count = state->reading->statement_count;
    state->partial = PP_NEW_ARRAY(state->scratch, bool, count);
    return state->partial != NULL && make_claims(state) && add_antecedents(state) &&
           pp_i_likeness_index(&state->words, state->claims, count, overlap_min, state->scratch,
                               &state->likeness) &&
           pp_i_likeness_bonds(state->likeness, issue_strength, state, state->thread_count,
                               state->scratch, &state->bonds, state->partial) &&
           add_replies(state);
}

/* --- The two clusterings --------------------------------------------------------------------- */

static bool numbers_differ(const pp_i_claim *a, const pp_i_claim *b)
{
    return a->number.length > 0 && b->number.length > 0 && !pp_i_text_equal(a->number, b->number);
}

/* Several words of the shorter one, or most words of both. */
static double option_strength(void *context, const pp_i_bond *bond)
{
    pp_i_issue_maker *state = context;
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

bool pp_i_issues_same_numbers(const pp_i_issue_maker *state, size_t a, size_t b)
{
    for (size_t i = a; i != PP_NONE; i = state->options.next[i]) {
        if (state->claims[i].number.length == 0)
            continue;
        for (size_t j = b; j != PP_NONE; j = state->options.next[j])
            if (numbers_differ(&state->claims[i], &state->claims[j]))
                return false;
        break; /* within one option all numbers are the same */
    }
    return true;
}

static bool may_be_one_option(void *context, const pp_i_clusters *clusters, size_t a, size_t b)
{
    (void)clusters;
    return pp_i_issues_same_numbers(context, a, b);
}

/* Clusters by one strength; what is needed meanwhile is given back. */
static bool grow(pp_i_issue_maker *state, pp_i_clusters *clusters, pp_i_clustering by)
{
    pp_i_arena scratch;
    by.likeness = state->likeness;
    by.bonds = &state->bonds;
    by.partial = state->partial;
    by.context = state;
    pp_i_arena_init(&scratch, state->scratch->allocator);
    bool good = pp_i_clusters_init(clusters, state->reading->statement_count, state->scratch) &&
                pp_i_clusters_grow(clusters, &by, &scratch);
    pp_i_arena_free(&scratch);
    return good;
}

bool pp_i_issues_clusters(pp_i_issue_maker *state)
{
    return grow(state, &state->issues,
                (pp_i_clustering){.strength = issue_strength, .mean_min = issue_mean_min}) &&
           grow(state, &state->options,
                (pp_i_clustering){.strength = option_strength,
                                  .may_join = may_be_one_option,
                                  .mean_min = option_mean_min,
                                  .replies_last = true});
}
