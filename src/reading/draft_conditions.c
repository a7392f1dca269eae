/*
 * draft_conditions.c: what the condition of a statement is in the case; see drafter.h.
 *
 * A condition is a thing to agree on like any other: "would sign only if the books were opened"
 * says something of the books. Where somebody asks for the same or refuses it, in words that meet,
 * it is that option. Else it becomes a question of its own, but only where the statement says that
 * there is no other way, or where somebody is to do it: "if" alone may speak of the weather.
 */
#include "reading/claim_words.h"
#include "reading/clause.h"
#include "reading/drafter.h"

/* "Each class has an assistant" is not "smaller classes": one word alone must be nearly all of one
 * of the two, as in "put up a sound wall" and "a wall". */
static const double one_word_dice_min = 0.65, one_word_overlap_min = 0.7;

enum { ANSWER_YES = 1, SET_WORD_COUNT = PP_CASE_OPTION_COUNT_MAX / PP_WORD_BITS };

/* Something that a condition may be: an option of the case and what is said of it. */
typedef struct candidate {
    size_t issue, option;
} candidate;

typedef struct finder {
    pp_i_drafter *drafter;
    pp_i_vocabulary_of_claims words;
    pp_i_arena *scratch;
    candidate *candidates; /* options, then for each condition the issue made of it, or PP_NONE */
    pp_i_claim *claims;    /* the same places */
    size_t candidate_count;
    size_t *conditions; /* statements of the reading */
    size_t condition_count;
    const pp_i_likeness *likeness;
} finder;

static bool has_position(const pp_i_drafter *drafter, size_t said)
{
    pp_i_word options[SET_WORD_COUNT];
    size_t at = drafter->statement_of[said], issue;
    return at != PP_NONE && !drafter->no_position[at] &&
           pp_i_draft_position(drafter, &drafter->statements.items[at], &issue, options);
}

/* --- What it may be -------------------------------------------------------------------------- */

static size_t count_candidates(const pp_i_drafter *drafter)
{
    size_t count = 0;
    for (size_t i = 0; i < drafter->issues->issue_count; i++)
        count += drafter->issues->issues[i].option_count;
    for (size_t i = 0; drafter->base != NULL && i < drafter->base->issue_count; i++)
        count += drafter->base->issues[i].option_count;
    return count;
}

/* Does the denial of a statement count in its claim, rather than in its act? */
static bool counts_denial(const pp_i_drafter *drafter, size_t said)
{
    return pp_i_said_denial(drafter->reading, &drafter->reading->statements[said]) == PP_NO_HEAD;
}

static bool add_found(finder *find)
{
    const pp_i_drafter *drafter = find->drafter;
    for (size_t i = 0; i < drafter->issues->issue_count; i++)
        for (size_t k = 0; k < drafter->issues->issues[i].option_count; k++) {
            const pp_i_option_place *place = &drafter->placed[i].options[k];
            size_t giver = drafter->issues->issues[i].options[k].statement;
            pp_i_claim *claim = &find->claims[find->candidate_count];
            if (place->issue == PP_NONE || place->option == PP_NONE)
                continue;
            if (!pp_i_claim_of_said(&find->words, giver, claim))
                return false;
            if (pp_i_draft_is_turned(drafter, giver) && counts_denial(drafter, giver))
                claim->is_reversed = !claim->is_reversed; /* the option affirms what it denies */
            find->candidates[find->candidate_count++] = (candidate){place->issue, place->option};
        }
    return true;
}

/* Of a question of the base, its yes; of others each option. */
static bool add_base(finder *find)
{
    const pp_case *base = find->drafter->base;
    for (size_t i = 0; base != NULL && i < base->issue_count; i++) {
        const pp_i_issue *issue = &base->issues[i];
        bool answers = issue->option_count == 2 && pp_i_text_is(issue->options[0].id, "no") &&
                       pp_i_text_is(issue->options[1].id, "yes");
        for (size_t k = answers ? ANSWER_YES : 0; k < issue->option_count; k++) {
            pp_i_claim *claim = &find->claims[find->candidate_count], title = {0};
            if (!pp_i_merge_claim(find->drafter, &find->words, i, answers ? PP_NONE : k, claim) ||
                !pp_i_claim_add_text(&find->words, answers ? issue->title : issue->options[k].title,
                                     &title))
                return false;
            claim->is_reversed = title.is_reversed; /* what was said of it may deny it or not */
            find->candidates[find->candidate_count++] = (candidate){i, k};
        }
    }
    return true;
}

static bool add_conditions(finder *find)
{
    for (size_t i = 0; i < find->condition_count; i++) {
        size_t at = find->candidate_count + i;
        find->candidates[at] = (candidate){PP_NONE, PP_NONE};
        if (!pp_i_claim_of_condition(&find->words, find->conditions[i], &find->claims[at]))
            return false;
    }
    return true;
}

/* --- Which it is ----------------------------------------------------------------------------- */

/* The options of the case with which a condition is met that speaks of one of them. */
static bool set_met(finder *find, const candidate *of, bool reversed, pp_i_hanging *hanging)
{
    size_t count = find->drafter->case_issues.items[of->issue].option_count;
    pp_i_word *options = PP_NEW_ARRAY(find->drafter->arena, pp_i_word, pp_i_word_count(count));
    if (options == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        if ((i == of->option) != reversed)
            pp_i_bit_set(options, i);
    hanging->issue = of->issue;
    hanging->options = options;
    return true;
}

/* The noun that a condition names where an article begins it: "wall", of "a sound wall by the
 * river"; else empty. */
static pp_text thing_named(const pp_i_drafter *drafter, const pp_i_said *said)
{
    const pp_i_report *report = &drafter->reading->reports[said->report];
    uint32_t i = said->condition.token_start;
    if (said->sentence >= report->sentence_count ||
        said->condition.token_end > report->sentences[said->sentence].token_count ||
        report->sentences[said->sentence].tokens[i].tag != PP_TAG_DET)
        return (pp_text){0};
    const pp_i_token *tokens = report->sentences[said->sentence].tokens;
    while (i + 1 < said->condition.token_end && tokens[i + 1].tag != PP_TAG_ADP &&
           tokens[i + 1].tag != PP_TAG_PUNCT && tokens[i + 1].tag != PP_TAG_AUX)
        i++;
    return tokens[i].form;
}

/* How strongly a condition and a candidate that one word ties are one: where it is nearly all of
 * both, or the thing that the condition names and all that the candidate is. "Each class has an
 * assistant" is not "smaller classes". */
static double strength_of(const finder *find, size_t condition, size_t other, const pp_i_bond *bond)
{
    const pp_i_claim *claim = &find->claims[find->candidate_count + condition];
    const pp_i_said *said = &find->drafter->reading->statements[find->conditions[condition]];
    bool close = bond->dice >= one_word_dice_min && bond->kinship >= PP_KIN_SYNONYM;
    if (bond->match_count > 1 || close)
        return pp_i_option_strength(bond);
    bool whole = bond->overlap >= one_word_overlap_min && bond->kinship == PP_KIN_FAMILY &&
                 find->claims[other].term_count == 1 && bond->term_b != PP_BOND_NO_TERM &&
                 pp_i_text_equal(claim->terms[bond->term_b].form, thing_named(find->drafter, said));
    return whole ? bond->dice : 0;
}

/* The candidate that is most like a condition, PP_NONE where none is like enough; not one of the
 * issue that the statement itself is about. */
static size_t closest(const finder *find, size_t condition, size_t own_issue, pp_i_bond *bond)
{
    size_t at = find->candidate_count + condition, best = PP_NONE;
    const pp_i_claim *claim = &find->claims[at];
    double best_strength = 0;
    for (size_t i = 0; claim->term_count > 0 && i < at; i++) {
        const pp_i_claim *other = &find->claims[i];
        pp_i_bond one;
        if (find->candidates[i].issue == PP_NONE || find->candidates[i].issue == own_issue ||
            !pp_i_likeness_pair(find->likeness, (uint32_t)i, (uint32_t)at, &one))
            continue;
        bool other_number = pp_i_amounts_differ(&claim->amount, &other->amount);
        double strength = other_number ? 0 : strength_of(find, condition, i, &one);
        if (strength <= best_strength)
            continue;
        best_strength = strength;
        best = i;
        *bond = one;
    }
    return best;
}

static bool make_issue(finder *find, size_t condition, pp_i_hanging *hanging)
{
    pp_i_drafter *drafter = find->drafter;
    size_t at = find->candidate_count + condition, issue;
    pp_text title = pp_i_draft_condition_title(
        drafter, &drafter->reading->statements[find->conditions[condition]]);
    bool full = drafter->case_issues.count >= PP_CASE_ISSUE_COUNT_MAX ||
                (drafter->base != NULL && pp_i_merge_has_packages(drafter->base));
    pp_i_marker marker = drafter->reading->statements[find->conditions[condition]].marker;
    bool empty = find->claims[at].term_count == 0 && marker != PP_MARKER_NEEDED;
    if (title.length == 0 || empty || full)
        return true;
    if (!pp_i_draft_question(drafter, title, 3, &issue))
        return false;
    find->candidates[at] = (candidate){issue, ANSWER_YES};
    hanging->is_new = true;
    return set_met(find, &find->candidates[at], false, hanging);
}

static bool place(finder *find, size_t condition)
{
    pp_i_drafter *drafter = find->drafter;
    size_t said = find->conditions[condition], at = find->candidate_count + condition;
    const pp_i_statement *statement = &drafter->statements.items[drafter->statement_of[said]];
    pp_i_hanging *hanging = &drafter->hanging[said];
    pp_i_word options[SET_WORD_COUNT];
    size_t own_issue = PP_NONE;
    pp_i_bond bond;
    pp_i_draft_position(drafter, statement, &own_issue, options);
    size_t best = closest(find, condition, own_issue, &bond);
    if (best == PP_NONE)
        return !pp_i_draft_is_needed(drafter, said) || make_issue(find, condition, hanging);
    if (bond.term_a != PP_BOND_NO_TERM && bond.term_b != PP_BOND_NO_TERM) {
        hanging->word = find->claims[at].terms[bond.term_b].form;
        hanging->other_word = find->claims[best].terms[bond.term_a].form;
    }
    return set_met(find, &find->candidates[best],
                   find->claims[best].is_reversed != find->claims[at].is_reversed, hanging);
}

/* What the statement was said on, as its `if`: of "unless", the contrary. */
static bool set_if(pp_i_drafter *drafter, size_t said)
{
    const pp_i_hanging *hanging = &drafter->hanging[said];
    pp_i_word options[SET_WORD_COUNT] = {0};
    if (hanging->issue == PP_NONE)
        return true;
    bool turned = pp_i_marker_is_negative(drafter->reading->statements[said].marker);
    for (size_t i = 0; i < drafter->case_issues.items[hanging->issue].option_count; i++)
        if (pp_i_bit_get(hanging->options, i) != turned)
            pp_i_bit_set(options, i);
    return pp_i_draft_formula(drafter, hanging->issue, options,
                              &drafter->statements.items[drafter->statement_of[said]].condition);
}

static bool place_all(finder *find)
{
    pp_i_drafter *drafter = find->drafter;
    size_t count = count_candidates(drafter) + find->condition_count;
    find->candidates = PP_NEW_ARRAY(find->scratch, candidate, count);
    find->claims = PP_NEW_ARRAY(find->scratch, pp_i_claim, count);
    if (find->candidates == NULL || find->claims == NULL ||
        !pp_i_likeness_init(&find->words, drafter->reading, find->scratch) || !add_found(find) ||
        !add_base(find) || !add_conditions(find) ||
        !pp_i_likeness_index(&find->words, find->claims,
                             find->candidate_count + find->condition_count, 0, find->scratch,
                             &find->likeness))
        return false;
    for (size_t i = 0; i < find->condition_count; i++)
        if (!place(find, i) || !set_if(drafter, find->conditions[i]))
            return false;
    return true;
}

bool pp_i_draft_conditions(pp_i_drafter *drafter)
{
    size_t count = drafter->reading->statement_count;
    pp_i_arena scratch;
    drafter->hanging = PP_NEW_ARRAY(drafter->arena, pp_i_hanging, count);
    pp_i_arena_init(&scratch, drafter->arena->allocator);
    finder find = {.drafter = drafter,
                   .scratch = &scratch,
                   .conditions = PP_NEW_ARRAY(&scratch, size_t, count)};
    bool good = drafter->hanging != NULL && find.conditions != NULL;
    for (size_t i = 0; good && i < count; i++) {
        const pp_i_said *said = &drafter->reading->statements[i];
        drafter->hanging[i].issue = PP_NONE;
        if (said->marker == PP_MARKER_NONE || !has_position(drafter, i))
            continue;
        drafter->hanging[i].kind = pp_i_draft_hanging_kind(drafter, i);
        if (drafter->hanging[i].kind != PP_HANGING_NOT)
            find.conditions[find.condition_count++] = i;
    }
    good = good && (find.condition_count == 0 || place_all(&find));
    pp_i_arena_free(&scratch);
    return good;
}

/* --- Asking ---------------------------------------------------------------------------------- */

static bool ask_unplaced(pp_i_drafter *drafter, const pp_i_said *said, size_t statement)
{
    bool negative = pp_i_marker_is_negative(said->marker);
    return pp_i_draft_review(
        drafter,
        pp_i_arena_print(drafter->arena, "said %s: \"%.*s\"",
                         negative ? "unless or until" : "on a condition",
                         PP_DRAFT_SHOWN(said->condition.text)),
        negative ? "write its contrary as `if` where an issue has it; the draft does not"
                 : "write it as `if` where an issue has it; the draft does not",
        &statement, 1);
}

bool pp_i_draft_ask_condition(pp_i_drafter *drafter, size_t index, size_t statement)
{
    const pp_i_said *said = &drafter->reading->statements[index];
    const pp_i_hanging *hanging = &drafter->hanging[index];
    if (said->marker == PP_MARKER_NONE)
        return true;
    if (hanging->issue == PP_NONE)
        return ask_unplaced(drafter, said, statement);
    pp_text id = drafter->case_issues.items[hanging->issue].id;
    const char *what =
        hanging->is_new
            ? pp_i_arena_print(drafter->arena,
                               "the condition \"%.*s\" is an issue of its own, %.*s",
                               PP_DRAFT_SHOWN(said->condition.text), PP_DRAFT_SHOWN(id))
            : pp_i_arena_print(drafter->arena, "is the condition \"%.*s\" what %.*s is about?",
                               PP_DRAFT_SHOWN(said->condition.text), PP_DRAFT_SHOWN(id));
    const char *why =
        hanging->is_new
            ? "no other issue has its words: where one is the same thing, name that instead; where "
              "it "
              "is not for the parties to decide, take it out with the red line that names it"
            : pp_i_arena_print(drafter->arena,
                               "they share \"%.*s\", \"%.*s\"; the statement's `if` and a red line "
                               "rest on it",
                               PP_DRAFT_SHOWN(hanging->word), PP_DRAFT_SHOWN(hanging->other_word));
    return pp_i_draft_review(drafter, what, why, &statement, 1);
}
