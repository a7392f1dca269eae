/*
 * draft_notes.c: what the draft assumes, and what a person should look at first; see drafter.h.
 *
 * In order: whose consent counts and who speaks for whom (draft_speakers.c), opposite statements,
 * former positions (draft_former.c), changes of position, groupings with their reasons, what a
 * pronoun or "this proposal" was taken for, conditions, statements read with little confidence, and
 * what did not fit.
 */
#include "reading/drafter.h"

enum {
    ANTECEDENT_CERTAINTY_GOOD = 80,
    SET_WORD_COUNT = PP_CASE_OPTION_COUNT_MAX / PP_WORD_BITS,
    OPPOSITE_COUNT_MAX = 200
};
static const double confidence_good = 0.5;

static size_t old_count_of(const pp_i_drafter *drafter)
{
    return drafter->base == NULL ? 0 : drafter->base->statement_count;
}

/* --- Opposites ------------------------------------------------------------------------------- */

/* Can the party not have both that it says in two statements? */
static bool are_opposite(const pp_i_drafter *drafter, size_t a, size_t b)
{
    const pp_i_statement *one = &drafter->statements.items[a], *two = &drafter->statements.items[b];
    pp_i_word mine[SET_WORD_COUNT], theirs[SET_WORD_COUNT];
    size_t issue, other;
    if (drafter->no_position[a] || drafter->no_position[b])
        return false;
    return one->party == two->party && pp_i_draft_position(drafter, one, &issue, mine) &&
           pp_i_draft_position(drafter, two, &other, theirs) && issue == other &&
           !pp_i_bits_meet(mine, theirs, SET_WORD_COUNT);
}

/* All statements after `first` that are its opposite or the opposite of one of these; each is then
 * `noted`, so that one dispute of a party with itself is one entry. */
static bool note_opposites_of(pp_i_drafter *drafter, size_t first, bool *noted,
                              size_t found[OPPOSITE_COUNT_MAX])
{
    size_t count = 0;
    found[count++] = first;
    for (size_t i = 0; i < count; i++)
        for (size_t j = first + 1; j < drafter->statements.count && count < OPPOSITE_COUNT_MAX; j++)
            if (!noted[j] && are_opposite(drafter, found[i], j)) {
                noted[j] = true;
                found[count++] = j;
            }
    if (count == 1)
        return true;
    pp_i_word position[SET_WORD_COUNT];
    size_t issue;
    if (!pp_i_draft_position(drafter, &drafter->statements.items[first], &issue, position))
        return true;
    pp_text party = drafter->parties.items[drafter->statements.items[first].party].name;
    return pp_i_draft_review(
        drafter,
        pp_i_arena_print(drafter->arena, "%.*s says things on %.*s that exclude each other",
                         PP_DRAFT_SHOWN(party),
                         PP_DRAFT_SHOWN(drafter->case_issues.items[issue].id)),
        "a change of mind, an offer beside a demand, or options that do go together", found, count);
}

static bool note_opposites(pp_i_drafter *drafter)
{
    size_t found[OPPOSITE_COUNT_MAX];
    bool *noted = PP_NEW_ARRAY(drafter->arena, bool, drafter->statements.count);
    if (noted == NULL)
        return false;
    for (size_t i = old_count_of(drafter); i < drafter->statements.count; i++)
        if (!noted[i] && !note_opposites_of(drafter, i, noted, found))
            return false;
    return true;
}

/* --- Changes --------------------------------------------------------------------------------- */

static bool note_changes(pp_i_drafter *drafter)
{
    static const char *const what[] = {
        [PP_CHANGE_CONFIRMED] = "the same position again",
        [PP_CHANGE_REPLACED] = "another position, later: it takes the earlier one's place",
        [PP_CHANGE_CONTRADICTED] =
            "contradicts what the case has, and neither is known to be later"};
    static const pp_i_change_kind order[] = {PP_CHANGE_CONTRADICTED, PP_CHANGE_REPLACED,
                                             PP_CHANGE_CONFIRMED};
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < drafter->changes.count; i++) {
            const pp_i_change *change = &drafter->changes.items[i];
            const size_t both[] = {change->statement, change->earlier};
            pp_text quote = drafter->statements.items[change->statement].quote;
            if (change->kind == order[k] &&
                !pp_i_draft_review(
                    drafter, what[change->kind],
                    pp_i_arena_print(drafter->arena, "\"%.*s\"", PP_DRAFT_SHOWN(quote)), both, 2))
                return false;
        }
    return true;
}

/* --- Single statements ----------------------------------------------------------------------- */

/* The words that a pronoun was taken for, or nothing. */
static bool note_antecedent(pp_i_drafter *drafter, const pp_i_antecedent *from, pp_text taken,
                            size_t statement)
{
    if (from->said.length == 0 ||
        (from->certainty >= ANTECEDENT_CERTAINTY_GOOD && taken.length > 0))
        return true;
    const char *what =
        taken.length == 0
            ? pp_i_arena_print(drafter->arena, "what \"%.*s\" stands for is not known",
                               PP_DRAFT_SHOWN(from->said))
            : pp_i_arena_print(drafter->arena, "\"%.*s\" is taken for \"%.*s\"",
                               PP_DRAFT_SHOWN(from->said), PP_DRAFT_SHOWN(taken));
    const char *why = pp_i_arena_print(drafter->arena, "certainty %u of 100", from->certainty);
    return pp_i_draft_review(drafter, what, why, &statement, 1);
}

static bool note_antecedents(pp_i_drafter *drafter, size_t said, size_t statement)
{
    const pp_i_said *one = &drafter->reading->statements[said];
    pp_text content = one->content_from.text;
    size_t to = one->content_from.statement;
    if (content.length == 0 && to < drafter->reading->statement_count)
        content = drafter->reading->statements[to].content.text;
    return note_antecedent(drafter, &one->speaker_from, one->speaker, statement) &&
           note_antecedent(drafter, &one->content_from, content, statement);
}

static bool note_reversal(pp_i_drafter *drafter, size_t said, size_t statement)
{
    if (!drafter->issues->filed[said].reversed ||
        drafter->statements.items[statement].about.node_count == 0)
        return true;
    pp_text quote = drafter->statements.items[statement].quote;
    return pp_i_draft_review(drafter,
                             pp_i_arena_print(drafter->arena,
                                              "\"%.*s\" is taken to speak of the opposite of the "
                                              "option",
                                              PP_DRAFT_SHOWN(quote)),
                             "a word such as not, end or lift stands in one and not in the other",
                             &statement, 1);
}

/* All statements that were read with little confidence, as one question. */
static bool note_confidence(pp_i_drafter *drafter)
{
    const pp_i_reading *reading = drafter->reading;
    size_t *found = PP_NEW_ARRAY(drafter->arena, size_t, reading->statement_count);
    size_t count = 0;
    double sum = 0;
    if (found == NULL)
        return false;
    for (size_t i = 0; i < reading->statement_count; i++)
        if (drafter->statement_of[i] != PP_NONE &&
            reading->statements[i].confidence < confidence_good) {
            found[count++] = drafter->statement_of[i];
            sum += reading->statements[i].confidence;
        }
    return count == 0 ||
           pp_i_draft_review(drafter, "read with little confidence",
                             pp_i_arena_print(drafter->arena,
                                              "about %.0f of 100 such statements are right",
                                              100 * sum / (double)count),
                             found, count);
}

/* One kind of note after the other, each in the statements' order. */
static bool note_statements(pp_i_drafter *drafter)
{
    static bool (*const kinds[])(pp_i_drafter *, size_t, size_t) = {note_reversal, note_antecedents,
                                                                    pp_i_draft_ask_condition};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (size_t i = 0; i < drafter->reading->statement_count; i++)
            if (drafter->statement_of[i] != PP_NONE &&
                !kinds[k](drafter, i, drafter->statement_of[i]))
                return false;
    return true;
}

/* --- The rest -------------------------------------------------------------------------------- */

static bool note_conditionals(pp_i_drafter *drafter)
{
    for (size_t i = 0; i < drafter->reading->condition_count; i++) {
        const pp_i_conditional *one = &drafter->reading->conditions[i];
        if (one->statement != PP_NONE)
            continue;
        const char *thing =
            one->what.text.length == 0
                ? "something"
                : pp_i_arena_print(drafter->arena, "\"%.*s\"", PP_DRAFT_SHOWN(one->what.text));
        const char *what =
            thing == NULL
                ? NULL
                : pp_i_arena_print(drafter->arena, "the report says that %s holds %s \"%.*s\"",
                                   thing, pp_i_marker_words(one->marker),
                                   PP_DRAFT_SHOWN(one->on.text));
        const char *why = "it is in no statement; a `links` rule may say it, the draft has none";
        if (!pp_i_draft_review(drafter, what, why, NULL, 0))
            return false;
    }
    return true;
}

static bool note_roles(pp_i_drafter *drafter)
{
    size_t first = drafter->base == NULL ? 0 : drafter->base->party_count;
    for (size_t i = first; i < drafter->parties.count; i++) {
        const pp_i_party *party = &drafter->parties.items[i];
        if (party->role == PP_ROLE_PRINCIPAL || drafter->is_bystander[i])
            continue;
        const char *what =
            pp_i_arena_print(drafter->arena, "%.*s is entered as %s", PP_DRAFT_SHOWN(party->name),
                             pp_i_role_text(party->role));
        if (!pp_i_draft_review(drafter, what,
                               drafter->base == NULL
                                   ? "the report calls it so"
                                   : "it is new, and whose consent is needed is yours to say",
                               NULL, 0))
            return false;
    }
    return true;
}

static bool note_left_out(pp_i_drafter *drafter)
{
    if (drafter->left_out_count == 0)
        return true;
    return pp_i_draft_review(
        drafter,
        pp_i_arena_print(drafter->arena, "%zu statements are not in the draft",
                         drafter->left_out_count),
        "a case has at most 256 parties, 10000 sources and 10000 statements: read fewer reports",
        NULL, 0);
}

/* --- Assumptions ----------------------------------------------------------------------------- */

/* A case that reports are merged into may have the assumption from the reports before. */
static bool is_assumed(const pp_i_drafter *drafter, pp_text says)
{
    for (size_t i = 0; i < drafter->assumptions.count; i++)
        if (pp_i_text_equal(drafter->assumptions.items[i].says, says))
            return true;
    return false;
}

static bool assume(pp_i_drafter *drafter, const char *says)
{
    pp_i_assumption one = {.says = pp_i_text_of(says)};
    if (is_assumed(drafter, one.says))
        return true;
    const char *id = pp_i_arena_print(drafter->arena, "a%zu", drafter->assumptions.count + 1);
    if (id == NULL)
        return false;
    if (drafter->assumptions.count >= PP_CASE_ASSUMPTION_COUNT_MAX)
        return true;
    one.id = pp_i_draft_id(drafter->arena, &drafter->assumption_ids, pp_i_text_of(id), 1, "a",
                           PP_DRAFT_ID_OF_NAME, drafter->assumptions.count);
    return one.id.length > 0 && PP_LIST_ADD(drafter->arena, &drafter->assumptions, one);
}

static bool add_assumptions(pp_i_drafter *drafter)
{
    if (drafter->base == NULL &&
        !assume(drafter, "An agreement needs the consent of every party with the role principal; "
                         "the reports do not say whose it needs."))
        return false;
    return !drafter->has_several_options ||
           assume(drafter,
                  "Options of one issue exclude each other: they name different numbers, or "
                  "somebody refuses one and is for another. None of them is possible too (the "
                  "option none). The reports say neither.");
}

bool pp_i_draft_notes(pp_i_drafter *drafter)
{
    return add_assumptions(drafter) && pp_i_draft_speakers(drafter) && note_opposites(drafter) &&
           pp_i_draft_ask_formers(drafter) && note_changes(drafter) &&
           pp_i_draft_groupings(drafter) && note_statements(drafter) && note_confidence(drafter) &&
           note_conditionals(drafter) && note_roles(drafter) && note_left_out(drafter);
}
