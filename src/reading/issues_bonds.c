/*
 * issues_bonds.c: what ties statements to one another, and the two clusterings over these bonds;
 * see issues.h.
 *
 * The looser clustering gives the issues: what shares a rare word or points back. The stricter one
 * gives, within an issue, what asks for or refuses the same. issues_near.c has what place alone
 * tells.
 */
#include "reading/issues_parts.h"

enum { ANTECEDENT_CERTAINTY_MIN = 25, CLOSE_SENTENCE_COUNT_MAX = 2 };

/* Found on the project's own reports: docs/reading.md has the figures. */
static const double overlap_min = 0.15, issue_mean_min = 0.12, near_factor = 0.92,
                    far_factor = 0.68, option_min = 0.5, option_dice_min = 0.3,
                    option_mean_min = 0.42;

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
    if (bond->kind == PP_BOND_NEAR)
        return bond->overlap;
    const pp_i_said *a = &state->reading->statements[bond->a];
    const pp_i_said *b = &state->reading->statements[bond->b];
    const pp_i_report *report = &state->reading->reports[a->report];
    bool near = a->report == b->report &&
                b->sentence - a->sentence <= 2 * CLOSE_SENTENCE_COUNT_MAX &&
                b->sentence < report->sentence_count &&
                pp_i_issues_distance(report, a->sentence, b->sentence) <= CLOSE_SENTENCE_COUNT_MAX;
    return bond->overlap * (near ? near_factor : far_factor);
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
           pp_i_issues_near(state);
}

/* --- The two clusterings --------------------------------------------------------------------- */

/* The noun that the words [start, end) name, with nothing before it but what describes it: "limit"
 * of "a limit of 15 matches"; null where they begin otherwise. */
static const pp_i_token *named_thing(const pp_i_issue_maker *state, size_t statement, uint32_t *end)
{
    const pp_i_said *said = &state->reading->statements[statement];
    const pp_i_report *report = &state->reading->reports[said->report];
    if (said->sentence >= report->sentence_count)
        return NULL;
    const pp_i_sentence *sentence = &report->sentences[said->sentence];
    uint32_t at = said->content.token_start, last = said->content.token_end;
    while (at < last && last <= sentence->token_count &&
           (sentence->tokens[at].tag == PP_TAG_DET || sentence->tokens[at].tag == PP_TAG_ADJ ||
            sentence->tokens[at].tag == PP_TAG_NUM))
        at++;
    const pp_i_token *noun = NULL;
    while (at < last && last <= sentence->token_count && sentence->tokens[at].tag == PP_TAG_NOUN)
        noun = &sentence->tokens[at++];
    if (at < last &&
        (sentence->tokens[at].tag == PP_TAG_VERB || sentence->tokens[at].tag == PP_TAG_AUX ||
         sentence->tokens[at].tag == PP_TAG_PRON))
        return NULL; /* "every extra percent costs us" */
    *end = at;
    return noun;
}

/* Is all that the statement `later` says "the limit", of "a limit of 15 matches"? */
static bool takes_up(const pp_i_issue_maker *state, size_t later, size_t before)
{
    enum { NAMED_CERTAINTY_MIN = 80 };
    const pp_i_said *said = &state->reading->statements[later];
    uint32_t end, other_end;
    if (said->content_from.statement != before ||
        said->content_from.certainty < NAMED_CERTAINTY_MIN)
        return false;
    const pp_i_token *noun = named_thing(state, later, &end);
    const pp_i_token *other = named_thing(state, before, &other_end);
    return noun != NULL && other != NULL && end == said->content.token_end &&
           pp_i_text_equal(noun->lemma, other->lemma);
}

double pp_i_option_strength(const pp_i_bond *bond)
{
    double strength =
        bond->match_count >= 2 && bond->dice >= option_dice_min ? bond->overlap : bond->dice;
    return strength >= option_min ? strength : 0;
}

static double option_strength(void *context, const pp_i_bond *bond)
{
    pp_i_issue_maker *state = context;
    if (state->issues.of[bond->a] != state->issues.of[bond->b])
        return 0;
    if (bond->kind == PP_BOND_ANTECEDENT)
        return 1;
    if (bond->kind == PP_BOND_NEAR)
        return bond->dice; /* an answer, or nothing */
    if (pp_i_amounts_differ(&state->claims[bond->a].amount, &state->claims[bond->b].amount))
        return 0;
    if (takes_up(state, bond->b, bond->a) || takes_up(state, bond->a, bond->b))
        return 1;
    return pp_i_option_strength(bond);
}

bool pp_i_issues_same_numbers(const pp_i_issue_maker *state, size_t a, size_t b)
{
    for (size_t i = a; i != PP_NONE; i = state->options.next[i]) {
        if (state->claims[i].amount.number.length == 0)
            continue;
        for (size_t j = b; j != PP_NONE; j = state->options.next[j])
            if (pp_i_amounts_differ(&state->claims[i].amount, &state->claims[j].amount))
                return false;
        break; /* within one option all numbers are the same */
    }
    return true;
}

bool pp_i_issues_other_numbers(const pp_i_issue_maker *state, size_t a, size_t b)
{
    for (size_t i = a; i != PP_NONE; i = state->options.next[i])
        for (size_t j = b; state->claims[i].amount.number.length > 0 && j != PP_NONE;
             j = state->options.next[j]) {
            const pp_i_amount *one = &state->claims[i].amount, *two = &state->claims[j].amount;
            if (pp_i_amounts_differ(one, two))
                return pp_i_units_meet(one->unit, two->unit);
        }
    return false;
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
                                  .near_last = true});
}
