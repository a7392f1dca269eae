/*
 * draft_merge.c: a reading into a case that is there; see draft.h.
 *
 * An issue of the reading is one of the case's when its words are those of the issue's title, its
 * options, or the statements about it. An option is found in the same way among the issue's. What
 * finds no place is a new issue, but where the case ranks whole packages: those name every issue,
 * so that none can be added; then the statements keep their topic.
 */
#include "reading/clause.h"
#include "reading/drafter.h"

enum { SET_WORD_COUNT = PP_CASE_OPTION_COUNT_MAX / PP_WORD_BITS };
static const double place_min = 0.4; /* of the lighter side's words */

/* --- Claims of the case ---------------------------------------------------------------------- */

/* The options of one issue that a statement of the base is about; false where it is about others.
 */
static bool about_one(const pp_i_statement *statement, size_t issue, const pp_i_word **options)
{
    const pp_i_formula *about = &statement->about;
    for (size_t i = 0; i < about->node_count; i++) {
        if (about->nodes[i].kind != PP_FORMULA_ATOM)
            continue;
        if (about->nodes[i].subject != issue)
            return false;
        *options = about->nodes[i].options;
    }
    return about->node_count > 0;
}

bool pp_i_merge_claim(const pp_i_drafter *drafter, pp_i_vocabulary_of_claims *words, size_t index,
                      size_t option, pp_i_claim *claim)
{
    const pp_i_issue *issue = &drafter->base->issues[index];
    *claim = (pp_i_claim){0};
    if (option == PP_NONE && !pp_i_claim_add_text(words, issue->title, claim))
        return false;
    for (size_t i = 0; i < issue->option_count; i++)
        if ((option == PP_NONE || option == i) && issue->options[i].title.length > 3 && /* "yes" */
            !pp_i_claim_add_text(words, issue->options[i].title, claim))
            return false;
    for (size_t i = 0; i < drafter->base->statement_count; i++) {
        const pp_i_statement *statement = &drafter->base->statements[i];
        const pp_i_word *options = NULL;
        if (!about_one(statement, index, &options))
            continue;
        bool fits = option == PP_NONE ||
                    (pp_i_bit_get(options, option) &&
                     pp_i_bits_count(options, pp_i_word_count(issue->option_count)) == 1);
        if (fits && (!pp_i_claim_add_text(words, statement->quote, claim) ||
                     !pp_i_claim_add_text(words, statement->topic, claim)))
            return false;
    }
    return true;
}

/* All words of a part of an issue of the reading, the first with what is said of the whole;
 * `option`: of that option alone. */
static bool claim_of_found(const pp_i_drafter *drafter, pp_i_vocabulary_of_claims *words,
                           size_t found, size_t part, size_t option, pp_i_claim *claim)
{
    const pp_i_issue_found *issue = &drafter->issues->issues[found];
    *claim = (pp_i_claim){0};
    for (size_t i = 0; i < issue->statement_count; i++) {
        pp_i_claim one;
        size_t at = issue->statements[i], own = drafter->issues->filed[at].option;
        bool fits =
            option != PP_NONE ? own == option : own != PP_NONE && issue->options[own].part == part;
        if (!fits)
            continue;
        if (!pp_i_claim_of_said(words, at, &one))
            return false;
        if (claim->amount.number.length == 0)
            claim->amount = one.amount;
        for (size_t j = 0; j < one.term_count; j++)
            if (!pp_i_claim_add_term(words, claim, &one.terms[j]))
                return false;
    }
    return true;
}

/* --- Places ---------------------------------------------------------------------------------- */

/* For each of the first `count` claims, which of the others is most like it, from 0; PP_NONE. With
 * `by_number`, one that names another number is none, one that names the same comes first. */
static bool find_closest(const pp_i_vocabulary_of_claims *words, const pp_i_claim *claims,
                         size_t count, size_t other_count, bool by_number, size_t *closest,
                         pp_i_arena *scratch)
{
    double *best = PP_NEW_ARRAY(scratch, double, count);
    const pp_i_likeness *likeness = NULL;
    if (best == NULL ||
        !pp_i_likeness_index(words, claims, count + other_count, place_min, scratch, &likeness))
        return false;
    for (size_t i = 0; i < count; i++) {
        closest[i] = PP_NONE;
        for (size_t j = 0; j < other_count; j++) {
            pp_i_bond bond;
            const pp_i_claim *one = &claims[i], *other = &claims[count + j];
            if (!pp_i_likeness_pair(likeness, (uint32_t)i, (uint32_t)(count + j), &bond) ||
                (by_number && pp_i_amounts_differ(&one->amount, &other->amount)))
                continue;
            double like = bond.overlap + bond.dice;
            bool named = one->amount.number.length > 0 && other->amount.number.length > 0;
            like += by_number && named ? 1 : 0; /* and the same */
            if (like <= best[i])
                continue;
            best[i] = like;
            closest[i] = j;
        }
    }
    return true;
}

/* The same; what is needed meanwhile is given back. */
static bool place_by_words(const pp_i_vocabulary_of_claims *words, const pp_i_claim *claims,
                           size_t count, size_t other_count, bool by_number, size_t *closest)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, words->arena->allocator);
    bool good = find_closest(words, claims, count, other_count, by_number, closest, &scratch);
    pp_i_arena_free(&scratch);
    return good;
}

/* The options of a part in an issue of the base, by their words; one alone is a yes/no issue's
 * yes. */
static bool place_options(pp_i_drafter *drafter, pp_i_vocabulary_of_claims *words, size_t found,
                          size_t part, size_t base_issue)
{
    pp_i_placed *placed = &drafter->placed[found];
    const pp_i_issue_found *issue = &drafter->issues->issues[found];
    const pp_i_issue *base = &drafter->base->issues[base_issue];
    size_t count = 0;
    pp_i_claim *claims =
        PP_NEW_ARRAY(drafter->arena, pp_i_claim, issue->option_count + base->option_count);
    size_t *options = PP_NEW_ARRAY(drafter->arena, size_t, issue->option_count);
    size_t *closest = PP_NEW_ARRAY(drafter->arena, size_t, issue->option_count);
    if (claims == NULL || options == NULL || closest == NULL)
        return false;
    for (size_t i = 0; i < issue->option_count; i++) {
        if (issue->options[i].part != part)
            continue;
        if (!claim_of_found(drafter, words, found, part, i, &claims[count]))
            return false;
        options[count++] = i;
    }
    for (size_t i = 0; i < base->option_count; i++)
        if (!pp_i_merge_claim(drafter, words, base_issue, i, &claims[count + i]))
            return false;
    if (!place_by_words(words, claims, count, base->option_count, true, closest))
        return false;
    bool answers = base->option_count == 2 && pp_i_text_is(base->options[0].id, "no") &&
                   pp_i_text_is(base->options[1].id, "yes");
    if (answers && count == 1)
        closest[0] =
            pp_i_amounts_differ(&claims[0].amount, &claims[count + 1].amount) ? PP_NONE : 1;
    for (size_t i = 0; i < count; i++)
        placed->options[options[i]] =
            (pp_i_option_place){.issue = base_issue, .option = closest[i]};
    placed->issue = placed->issue == PP_NONE ? base_issue : placed->issue;
    return true;
}

/* The next word of a title from *at on but for articles, or an empty one. */
static pp_text next_title_word(pp_text title, size_t *at)
{
    pp_text word;
    do {
        while (*at < title.length && title.data[*at] == ' ')
            ++*at;
        size_t start = *at;
        while (*at < title.length && title.data[*at] != ' ')
            ++*at;
        word = (pp_text){title.data + start, *at - start};
    } while (word.length > 0 && pp_i_word_in(word, "a an any the The A Any"));
    return word;
}

/* The base's issue of the same title, or PP_NONE: names alone make no likeness. */
static size_t same_title(const pp_case *base, pp_text title)
{
    for (size_t i = 0; i < base->issue_count; i++) {
        size_t at = 0, other_at = 0;
        pp_text word, other;
        do {
            word = next_title_word(title, &at);
            other = next_title_word(base->issues[i].title, &other_at);
        } while (word.length > 0 && pp_i_text_equal(word, other));
        if (word.length == 0 && other.length == 0)
            return i;
    }
    return PP_NONE;
}

/* A part of an issue of the reading. */
typedef struct part_of {
    size_t found, part;
} part_of;

static bool place_issues(pp_i_drafter *drafter, pp_i_vocabulary_of_claims *words)
{
    size_t count = 0, old = drafter->base->issue_count;
    for (size_t i = 0; i < drafter->issues->issue_count; i++)
        count += drafter->issues->issues[i].part_count;
    part_of *parts = PP_NEW_ARRAY(drafter->arena, part_of, count);
    pp_i_claim *claims = PP_NEW_ARRAY(drafter->arena, pp_i_claim, count + old);
    size_t *closest = PP_NEW_ARRAY(drafter->arena, size_t, count);
    if (parts == NULL || claims == NULL || closest == NULL)
        return false;
    count = 0;
    for (size_t i = 0; i < drafter->issues->issue_count; i++)
        for (size_t k = 0; k < drafter->issues->issues[i].option_count; k++) {
            if (drafter->issues->issues[i].options[k].part != k ||
                drafter->placed[i].options[k].is_fact)
                continue;
            parts[count] = (part_of){i, k};
            if (!claim_of_found(drafter, words, i, k, PP_NONE, &claims[count++]))
                return false;
        }
    for (size_t i = 0; i < old; i++)
        if (!pp_i_merge_claim(drafter, words, i, PP_NONE, &claims[count + i]))
            return false;
    if (!place_by_words(words, claims, count, old, false, closest))
        return false;
    for (size_t i = 0; i < count; i++)
        if (closest[i] == PP_NONE)
            closest[i] =
                same_title(drafter->base,
                           drafter->issues->issues[parts[i].found].options[parts[i].part].title);
    for (size_t i = 0; i < count; i++)
        if (closest[i] != PP_NONE &&
            !place_options(drafter, words, parts[i].found, parts[i].part, closest[i]))
            return false;
    return true;
}

bool pp_i_merge_has_packages(const pp_case *base)
{
    for (size_t i = 0; i < base->preference_count; i++)
        if (base->preferences[i].compare_count + base->preferences[i].rank_count +
                base->preferences[i].unknown_count >
            0)
            return true;
    return false;
}

/* Is the matter of the reading only denied as a fact? */
static bool is_denied(const pp_i_drafter *drafter, size_t found)
{
    for (size_t k = 0; k < drafter->issues->issues[found].option_count; k++)
        if (!drafter->placed[found].options[k].is_fact)
            return false;
    return true;
}

bool pp_i_merge_issues(pp_i_drafter *drafter)
{
    pp_i_vocabulary_of_claims words;
    if (!pp_i_likeness_init(&words, drafter->reading, drafter->arena) ||
        !place_issues(drafter, &words))
        return false;
    if (!pp_i_merge_has_packages(drafter->base))
        return pp_i_draft_issues(drafter);
    for (size_t i = 0; i < drafter->issues->issue_count; i++)
        if (drafter->placed[i].issue == PP_NONE && !is_denied(drafter, i) &&
            !pp_i_draft_review(
                drafter, "the report speaks of something that is no issue of the case",
                "the case compares whole packages, so that no issue was added", NULL, 0))
            return false;
    return true;
}

/* --- Changes --------------------------------------------------------------------------------- */

/* An act that takes a position, rather than puts something up for talk. */
static bool is_firm_act(pp_i_act act)
{
    return pp_i_act_direction(act) != 0 && act != PP_ACT_PROPOSES && act != PP_ACT_OFFERS;
}

/* Compares a new statement with the last of the same party on the same issue that still counts. */
static bool compare(pp_i_drafter *drafter, size_t index)
{
    pp_i_statement *said = &drafter->statements.items[index];
    pp_i_word own[SET_WORD_COUNT], theirs[SET_WORD_COUNT];
    size_t issue, other;
    if (drafter->no_position[index] || !is_firm_act(said->act) ||
        !pp_i_draft_position(drafter, said, &issue, own))
        return true;
    for (size_t i = drafter->base->statement_count; i > 0; i--) {
        const pp_i_statement *old = &drafter->base->statements[i - 1];
        if (old->party != said->party || old->replaced || !is_firm_act(old->act) ||
            !pp_i_draft_position(drafter, old, &other, theirs) || other != issue)
            continue;
        pp_i_change change = {PP_CHANGE_CONTRADICTED, index, i - 1};
        if (pp_i_bits_equal(own, theirs, SET_WORD_COUNT))
            change.kind = PP_CHANGE_CONFIRMED;
        else if (pp_i_bits_meet(own, theirs, SET_WORD_COUNT))
            continue;
        else if (said->date != 0 && old->date != 0 && said->date > old->date) {
            change.kind = PP_CHANGE_REPLACED;
            size_t former = said->replaces; /* of the same report: it came between the two */
            *(former == PP_NONE ? &said->replaces : &drafter->statements.items[former].replaces) =
                i - 1;
        }
        return PP_LIST_ADD(drafter->arena, &drafter->changes, change);
    }
    return true;
}

/* A position on an issue of the case that is none of its options: the analyst may add one. */
static bool ask_for_option(pp_i_drafter *drafter, size_t said)
{
    const pp_i_filed *filed = &drafter->issues->filed[said];
    size_t at = drafter->statement_of[said];
    if (at == PP_NONE || filed->issue == PP_NONE || filed->option == PP_NONE ||
        drafter->reading->statements[said].denies_fact)
        return true;
    const pp_i_placed *placed = &drafter->placed[filed->issue];
    const pp_i_option_place *place = &placed->options[filed->option];
    if (place->issue == PP_NONE || place->issue >= drafter->base->issue_count ||
        place->option != PP_NONE)
        return true;
    const pp_i_issue *issue = &drafter->base->issues[place->issue];
    const char *what = pp_i_arena_print(
        drafter->arena,
        "none of the options of %.*s is what this asks for or refuses: add one, or "
        "say in `about` which it is",
        (int)issue->id.length, issue->id.data);
    pp_text topic = drafter->statements.items[at].topic;
    const char *why = pp_i_arena_print(drafter->arena, "\"%.*s\"", PP_DRAFT_SHOWN(topic));
    return what != NULL && why != NULL && pp_i_draft_review(drafter, what, why, &at, 1);
}

bool pp_i_merge_changes(pp_i_drafter *drafter)
{
    for (size_t i = 0; i < drafter->reading->statement_count; i++)
        if (!ask_for_option(drafter, i))
            return false;
    for (size_t i = drafter->base->statement_count; i < drafter->statements.count; i++)
        if (!compare(drafter, i))
            return false;
    return true;
}
