/*
 * issues.c: from clusters of statements to issues with options; see issues.h.
 *
 * issues_bonds.c has what ties statements, issues_options.c what makes options one and names them.
 */
#include <stdlib.h>

#include "base/error.h"
#include "reading/claim_words.h"
#include "reading/issues_parts.h"

enum {
    TOGETHER_COUNT_MAX = 300 /* statements of an issue up to which options are brought together */
};

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

/* --- Issues ---------------------------------------------------------------------------------- */

static bool has_direction(const pp_i_issue_maker *state, const pp_i_clusters *clusters,
                          size_t first)
{
    for (size_t i = first; i != PP_NONE; i = clusters->next[i])
        if (pp_i_act_direction(state->reading->statements[i].act) != 0)
            return true;
    return false;
}

/* Options that exclude each other answer one question: the word that they share names it. Of an
 * issue of one part its title does. */
static bool name_parts(pp_i_issue_maker *state, const pp_i_issue_found *issue,
                       pp_i_issue_option_found *options)
{
    if (issue->part_count == 1 || issue->part_count == issue->option_count)
        return true;
    pp_i_arena_mark mark = pp_i_arena_mark_get(state->scratch);
    size_t *statements = PP_NEW_ARRAY(state->scratch, size_t, issue->statement_count);
    size_t *sizes = PP_NEW_ARRAY(state->scratch, size_t, issue->option_count);
    if (statements == NULL || sizes == NULL)
        return false;
    for (size_t i = 0; i < issue->option_count; i++)
        sizes[options[i].part]++;
    for (size_t part = 0; part < issue->option_count; part++) {
        size_t count = 0;
        if (sizes[part] < 2)
            continue;
        for (size_t i = 0; i < issue->statement_count; i++) {
            size_t option = state->option_of[state->options.of[issue->statements[i]]];
            if (option != PP_NONE && options[option].part == part)
                statements[count++] = issue->statements[i];
        }
        options[part].shared = pp_i_issues_shared_word(state, statements, count);
    }
    pp_i_arena_rewind(state->scratch, mark);
    return true;
}

/* The amount that an option's statements name, all the same one; or none. */
static pp_i_amount amount_of_option(const pp_i_issue_maker *state, size_t first)
{
    pp_i_amount found = {0};
    for (size_t i = first; i != PP_NONE && found.number.length == 0; i = state->options.next[i])
        found = state->claims[i].amount;
    return found;
}

/* Adds the options of an issue; `all`: those too that nobody asks for or refuses. */
static bool add_options(pp_i_issue_maker *state, pp_i_issue_found *issue, bool all)
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
        size_t giver = pp_i_issues_name_giver(state, first);
        state->option_of[first] = issue->option_count;
        options[issue->option_count++] =
            (pp_i_issue_option_found){.title = pp_i_issues_option_title(state, giver),
                                      .statement = giver,
                                      .amount = amount_of_option(state, first)};
    }
    issue->options = options;
    return pp_i_issues_part(state, options, issue->option_count, &issue->part_count) &&
           name_parts(state, issue, options);
}

/* Do the words of a statement deny what they name? Its claim has that, but for a denial that the
 * act has taken in, which counts where the title turned it: "there will be no deal until". */
static bool is_denied(const pp_i_issue_maker *state, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    bool taken_in = pp_i_issues_is_turned(state, statement) &&
                    pp_i_said_denial(state->reading, said) != PP_NO_HEAD;
    return state->claims[statement].is_reversed != taken_in;
}

static void file_statements(pp_i_issue_maker *state, const pp_i_issue_found *issue, size_t index)
{
    for (size_t i = 0; i < issue->statement_count; i++) {
        size_t at = issue->statements[i];
        pp_i_filed *filed = &state->filed[at];
        filed->issue = index;
        filed->amount = state->claims[at].amount;
        filed->option = state->option_of[state->options.of[at]];
        bool takes_side = state->reading->statements[at].act != PP_ACT_ASSERTS &&
                          pp_i_act_direction(state->reading->statements[at].act) == 0;
        if (issue->option_count == 1 && takes_side)
            filed->option = 0;
        if (filed->option == PP_NONE)
            continue;
        size_t giver = issue->options[filed->option].statement;
        const pp_i_said *said = &state->reading->statements[at];
        bool own_words = said->content_from.said.length == 0 && pp_i_act_direction(said->act) != 0;
        bool is_option = is_denied(state, giver) == pp_i_issues_is_turned(state, giver);
        filed->reversed = own_words && is_denied(state, at) == is_option;
    }
}

static int compare_sizes(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* Does anybody do more than assert? */
static bool has_stance(const pp_i_issue_maker *state, size_t first)
{
    for (size_t i = first; i != PP_NONE; i = state->issues.next[i])
        if (state->reading->statements[i].act != PP_ACT_ASSERTS)
            return true;
    return false;
}

/* Makes the issue of a cluster, if it is one: somebody wants or refuses something, or several doubt
 * or warn of the same. */
static bool make_issue(pp_i_issue_maker *state, size_t first)
{
    size_t count = state->issues.count[first];
    bool has_positions = has_direction(state, &state->issues, first);
    if (!has_positions && (count == 1 || !has_stance(state, first)))
        return true;
    size_t *statements = PP_NEW_ARRAY(state->arena, size_t, count), n = 0;
    if (statements == NULL)
        return false;
    if (count <= TOGETHER_COUNT_MAX)
        pp_i_issues_join_wanted(state, first);
    for (size_t i = first; i != PP_NONE; i = state->issues.next[i])
        statements[n++] = i;
    qsort(statements, n, sizeof *statements, compare_sizes);
    pp_i_issue_found issue = {
        .statements = statements, .statement_count = n, .has_positions = has_positions};
    if (!add_options(state, &issue, !has_positions))
        return false;
    issue.title = issue.option_count > 1 ? pp_i_issues_shared_word(state, statements, n)
                                         : issue.options[0].title;
    if (issue.title.length == 0)
        issue.title = issue.options[0].title;
    file_statements(state, &issue, state->made.count);
    return PP_LIST_ADD(state->arena, &state->made, issue);
}

/* --- Reasons --------------------------------------------------------------------------------- */

/* Words in common tell a reader more than place does. */
static const double near_reason = 0.2;

/* The form of a term that a bond names. */
static pp_text form_of(const pp_i_issue_maker *state, size_t statement, uint8_t term)
{
    return term == PP_BOND_NO_TERM ? (pp_text){NULL, 0} : state->claims[statement].terms[term].form;
}

static void note_reason(pp_i_issue_maker *state, size_t statement, const pp_i_bond *bond,
                        double *strength)
{
    double own = bond->kind == PP_BOND_ANTECEDENT ? 2
                 : bond->kind == PP_BOND_NEAR     ? bond->overlap * near_reason
                                                  : bond->overlap;
    if (own <= *strength)
        return;
    *strength = own;
    bool turned = statement == bond->a;
    pp_text word_a = form_of(state, bond->a, bond->term_a);
    pp_text word_b = form_of(state, bond->b, bond->term_b);
    state->filed[statement].reason = (pp_i_reason){.with = turned ? bond->b : bond->a,
                                                   .kind = (pp_i_bond_kind)bond->kind,
                                                   .kinship = (pp_i_kinship)bond->kinship,
                                                   .word = turned ? word_a : word_b,
                                                   .other_word = turned ? word_b : word_a};
}

/* Of a doubt or a warning whether it is close to something that is asked for or refused in its
 * issue, as close as two statements of one option are; set in `close`. */
static void note_close(const pp_i_issue_maker *state, const pp_i_bond *bond, bool *close)
{
    const uint32_t both[] = {bond->a, bond->b};
    bool tied = bond->kind == PP_BOND_ANTECEDENT ||
                (bond->kind == PP_BOND_WORDS && pp_i_option_strength(bond) > 0);
    for (size_t k = 0; k < 2 && tied; k++)
        if (pp_i_act_direction(state->reading->statements[both[1 - k]].act) != 0)
            close[both[k]] = true;
}

/* Each statement but an issue's first is there because of its strongest bond: to an earlier one, or
 * where there is none to a later one. */
static bool find_reasons(pp_i_issue_maker *state)
{
    size_t count = state->reading->statement_count;
    double *strengths = PP_NEW_ARRAY(state->scratch, double, count);
    bool *close = PP_NEW_ARRAY(state->scratch, bool, count);
    if (strengths == NULL || close == NULL)
        return false;
    for (size_t i = 0; i < state->bonds.count; i++) {
        const pp_i_bond *bond = &state->bonds.items[i];
        if (state->filed[bond->a].issue != PP_NONE &&
            state->filed[bond->a].issue == state->filed[bond->b].issue) {
            note_reason(state, bond->b, bond, &strengths[bond->b]);
            note_close(state, bond, close);
        }
    }
    for (size_t i = 0; i < state->bonds.count; i++) {
        const pp_i_bond *bond = &state->bonds.items[i];
        const pp_i_filed *filed = &state->filed[bond->a];
        if (filed->issue == PP_NONE || filed->issue != state->filed[bond->b].issue ||
            state->made.items[filed->issue].statements[0] == bond->a ||
            (filed->reason.with != PP_NONE && filed->reason.with < bond->a))
            continue;
        note_reason(state, bond->a, bond, &strengths[bond->a]);
    }
    /* What no words joined is not told apart by words either; and a doubt that only stands near is
     * about the matter, not about the option. */
    for (size_t i = 0; i < count; i++) {
        pp_i_filed *filed = &state->filed[i];
        pp_i_act act = state->reading->statements[i].act;
        if (pp_i_act_direction(act) == 0 && filed->issue != PP_NONE && !close[i] &&
            state->made.items[filed->issue].has_positions)
            filed->option = PP_NONE; /* about the matter, not about what is asked for */
        if (filed->reason.with == PP_NONE || filed->reason.kind == PP_BOND_WORDS)
            continue;
        bool own = filed->option != PP_NONE && /* its own words, which its title may have turned */
                   state->made.items[filed->issue].options[filed->option].statement == i;
        filed->reversed = filed->reversed && own;
        if (filed->reason.kind == PP_BOND_NEAR && pp_i_act_direction(act) == 0)
            filed->option = PP_NONE;
    }
    /* What only points is on the side of the option on which the words are to which it points. */
    for (size_t i = 0; i < count; i++) {
        pp_i_filed *filed = &state->filed[i];
        size_t to = state->points_to[i];
        bool points = state->claims[i].points && to < i && filed->option != PP_NONE;
        if (points && state->filed[to].issue == filed->issue &&
            state->filed[to].option == filed->option)
            filed->reversed = state->filed[to].reversed;
    }
    return true;
}

static bool find_issues(pp_i_issue_maker *state)
{
    size_t count = state->reading->statement_count;
    state->filed = PP_NEW_ARRAY(state->arena, pp_i_filed, count);
    state->option_of = PP_NEW_ARRAY(state->scratch, size_t, count);
    if (state->filed == NULL || state->option_of == NULL || !pp_i_issues_bonds(state) ||
        !pp_i_issues_clusters(state) || !pp_i_issues_bonds_inside(state))
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

pp_status pp_i_issues_find(const pp_i_reading *reading, unsigned thread_count, pp_i_arena *arena,
                           const pp_i_issues **issues, pp_error *error)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, arena->allocator);
    pp_i_issue_maker state = {
        .reading = reading, .arena = arena, .scratch = &scratch, .thread_count = thread_count};
    pp_i_issues *made = PP_NEW(arena, pp_i_issues);
    bool good = made != NULL && find_issues(&state);
    if (good) {
        *made = (pp_i_issues){state.made.items, state.made.count, state.filed};
        *issues = made;
    }
    pp_i_arena_free(&scratch);
    return good ? PP_OK : pp_i_fail_memory(error);
}
