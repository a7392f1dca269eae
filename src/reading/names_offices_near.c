/*
 * names_offices_near.c: the side of which a report speaks around a title: right before it, in whose
 * capital its bearer speaks, under whose name as a heading; see names_offices_parts.h.
 */
#include "reading/names_offices_parts.h"
#include "reading/pronouns_parts.h"

#include <string.h>

enum {
    SENTENCES_BACK = 2,
    PIECE_COUNT_MAX = 8, /* of sentences that were cut in pieces, from a side to a title */
    CAPITAL_REACH = 10,  /* tokens from a title to "in Tehran" */
    SCORE_START = 100,
    SCORE_SENTENCE = 30, /* lost for each sentence back */
    SCORE_PARAGRAPH = 10,
    SCORE_SUBJECT = 24,
    SCORE_OWNER = 12,
    SCORE_MIN = 55,
    SCORE_LEAD_MIN = 10 /* of the nearest side before the next: else none */
};

/* The state whose capital a place is, where the report speaks of that state; or PP_NONE. */
static size_t state_of_place(const pp_i_finder *finder, const pp_i_found *found)
{
    char key[16] = "iso ";
    if (found->known == NULL || !found->known->is_state ||
        strlen(found->known->code) >= sizeof key - strlen(key))
        return PP_NONE;
    strcat(key, found->known->code);
    return pp_i_names_get_key(finder, key);
}

bool pp_i_offices_is_town_council(const pp_i_draft_entity *draft)
{
    return draft->made_of != PP_FOUND_KNOWN &&
           pp_i_first_word_in(pp_i_names_last_word(draft->entity.name),
                              "council authority municipality") &&
           !pp_i_pronoun_has_word(draft->entity.name, PP_TEXT("security"));
}

/* The side as which something found can be meant, or PP_NONE. */
static size_t side_meant(const pp_i_finder *finder, const pp_i_found *found, pp_i_side_kind kind)
{
    bool adjective = found->kind == PP_FOUND_KNOWN && found->known_kind == PP_KNOWN_DEMONYM &&
                     !found->is_plural; /* "the American text" */
    const pp_i_token *noun = pp_i_names_token(finder, found->sentence, found->head);
    uint32_t of = noun->head;
    if (adjective && noun->relation == PP_REL_AMOD && of != PP_NO_HEAD)
        adjective = pp_i_names_token(finder, found->sentence, of)->relation != PP_REL_NSUBJ ||
                    !pp_i_word_in(pp_i_names_token(finder, found->sentence, of)->lemma,
                                  "position stance view side government delegation response "
                                  "answer line"); /* "The Indian position is that" */
    adjective =
        adjective || /* "the Washington round" */
        (found->kind == PP_FOUND_KNOWN && found->known_kind == PP_KNOWN_CAPITAL &&
         pp_i_names_token(finder, found->sentence, found->head)->relation == PP_REL_COMPOUND);
    if (found->entity == PP_NONE || adjective)
        return PP_NONE;
    const pp_i_draft_entity *draft = &finder->entities.items[found->entity];
    if (kind >= PP_SIDE_BODY && found->kind == PP_FOUND_KNOWN)
        return PP_NONE; /* Europe has no chief executive */
    if (draft->entity.kind == PP_ENTITY_PLACE)
        return kind >= PP_SIDE_COUNCIL ? PP_NONE : state_of_place(finder, found);
    if (draft->entity.kind == PP_ENTITY_STATE)
        return kind >= PP_SIDE_COUNCIL ? PP_NONE : found->entity;
    bool described = found->kind == PP_FOUND_THE_BODY && !found->is_definite; /* "a battalion" */
    if (draft->entity.kind != PP_ENTITY_BODY || described)
        return PP_NONE;
    if (kind == PP_SIDE_FIRM && pp_i_pronoun_is_union(finder, found->entity))
        return PP_NONE;
    if (kind <= PP_SIDE_MINISTRY && draft->governs)
        return found->entity;
    if (kind == PP_SIDE_COUNCIL)
        return pp_i_offices_is_town_council(draft) ? found->entity : PP_NONE;
    if (kind == PP_SIDE_MINISTRY)
        return pp_i_text_is(draft->entity.name, "government") ? found->entity : PP_NONE;
    if (kind == PP_SIDE_STATE || kind == PP_SIDE_HEAD)
        return pp_i_first_word_in(pp_i_pronoun_kind_word(draft->entity.name),
                                  "government ministry department administration commission")
                   ? found->entity
                   : PP_NONE;
    return found->entity;
}

/* Does the sentence end as one, and not where a clause was cut off the next? */
static bool is_ended(const pp_i_sentence *sentence)
{
    return sentence->token_count == 0 ||
           pp_i_word_in(sentence->tokens[sentence->token_count - 1].form, ". ! ? \" \xE2\x80\x9D");
}

/* How many sentences end from one to another; more than counts where they lie far apart. */
static size_t ends_between(const pp_i_finder *finder, size_t from, size_t to)
{
    size_t count = to - from > PIECE_COUNT_MAX ? to - from : 0;
    for (size_t i = from; count <= SENTENCES_BACK && i < to; i++)
        count += is_ended(&finder->sentences[i]) ||
                 finder->sentences[i].paragraph != finder->sentences[i + 1].paragraph;
    return count;
}

/* How near a side is to the title behind it. */
static int score_of(const pp_i_finder *finder, const pp_i_found *side, const pp_i_found *title,
                    size_t steps)
{
    const pp_i_sentence *there = &finder->sentences[side->sentence];
    size_t ends = ends_between(finder, side->sentence, title->sentence);
    int score = SCORE_START - (int)ends * SCORE_SENTENCE - (int)steps;
    bool goes_on = side->sentence > 0 && side->sentence < title->sentence &&
                   !is_ended(&finder->sentences[side->sentence - 1]);
    if (there->paragraph != finder->sentences[title->sentence].paragraph)
        score -= SCORE_PARAGRAPH;
    const pp_i_token *head = &there->tokens[side->head];
    if (head->relation == PP_REL_NSUBJ && !goes_on && head->head != PP_NO_HEAD &&
        there->tokens[head->head].relation == PP_REL_ROOT)
        score += SCORE_SUBJECT;
    else if ((head->relation == PP_REL_NMOD || head->relation == PP_REL_AMOD) &&
             head->head != PP_NO_HEAD && there->tokens[head->head].relation == PP_REL_NSUBJ)
        score += SCORE_OWNER; /* "Ankara's position complicates matters" */
    return score;
}

/* The verb of saying under which a place stands: "said in Tehran", "told reporters in Tehran"; or
 * PP_NO_HEAD. */
static uint32_t saying_over(const pp_i_finder *finder, const pp_i_found *place)
{
    const pp_i_token *tokens = finder->sentences[place->sentence].tokens;
    uint32_t at = tokens[place->head].head;
    for (int i = 0; i < 2 && at != PP_NO_HEAD; i++, at = tokens[at].head)
        if (tokens[at].tag == PP_TAG_VERB)
            return (pp_i_name_word(tokens[at].lemma, NULL) & PP_WORD_SPEECH) != 0 ? at : PP_NO_HEAD;
    return PP_NO_HEAD;
}

/* The state in whose capital the bearer of the title says something; or PP_NONE. */
size_t pp_i_offices_side_of_capital(const pp_i_finder *finder, size_t index)
{
    const pp_i_found *title = &finder->found.items[index];
    const pp_i_token *head = pp_i_names_token(finder, title->sentence, title->head);
    for (size_t i = index + 1;
         i < finder->found.count && finder->found.items[i].sentence == title->sentence; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->start > title->end + CAPITAL_REACH)
            break;
        bool within =
            found->kind == PP_FOUND_KNOWN && found->known_kind == PP_KNOWN_CAPITAL &&
            found->start > title->end &&
            pp_i_word_in(pp_i_names_form(finder, found->sentence, found->start - 1), "in");
        uint32_t verb = within ? saying_over(finder, found) : PP_NO_HEAD;
        if (verb != PP_NO_HEAD && head->relation == PP_REL_NSUBJ && head->head == verb)
            return state_of_place(finder, found);
    }
    return PP_NONE;
}

/* A firm has no chief that is called by this title alone. */
static bool is_firm(pp_i_finder *finder, size_t side)
{
    const char *key = pp_i_names_key(finder, "firm ", finder->entities.items[side].entity.name);
    return key != NULL && pp_i_names_get_key(finder, key) != PP_NONE;
}

/* The side of the title at `index` that was spoken of right before it; or PP_NONE; `of_people`
 * where it is the head of a people, and of no firm. */
size_t pp_i_offices_side_before(pp_i_finder *finder, size_t index, pp_i_side_kind kind,
                                bool of_people)
{
    const pp_i_found *title = &finder->found.items[index];
    size_t best = PP_NONE, steps = 0;
    int best_score = 0, next_score = 0;
    for (size_t i = index; i > 0 && steps < PP_OFFICES_STEP_COUNT_MAX; i--, steps++) {
        const pp_i_found *found = &finder->found.items[i - 1];
        if (ends_between(finder, found->sentence, title->sentence) > SENTENCES_BACK)
            break;
        if ((found->sentence == title->sentence && found->end > title->start) ||
            pp_i_pronoun_is_quoted_away(finder, found, title))
            continue;
        size_t side = side_meant(finder, found, kind);
        if (side == PP_NONE || side == title->entity || (of_people && is_firm(finder, side)))
            continue;
        int score = score_of(finder, found, title, steps);
        if (side == best) {
            best_score = score > best_score ? score : best_score;
        } else if (best == PP_NONE || score > best_score) {
            next_score = best == PP_NONE ? 0 : best_score;
            best_score = score;
            best = side;
        } else if (score > next_score) {
            next_score = score;
        }
    }
    return best != PP_NONE && best_score >= SCORE_MIN && best_score - next_score >= SCORE_LEAD_MIN
               ? best
               : PP_NONE;
}

/* Where a heading names one alone, of a part of the report: "Israel" above what its people say. */
size_t pp_i_offices_side_of_heading(const pp_i_finder *finder, size_t index, pp_i_side_kind kind)
{
    enum { HEADING_WORD_COUNT_MAX = 3, SENTENCES_BELOW = 12 };
    size_t here = finder->found.items[index].sentence;
    for (size_t at = here; at > 0 && here - at < SENTENCES_BELOW; at--) {
        const pp_i_sentence *sentence = &finder->sentences[at - 1];
        bool alone = sentence->token_count <= HEADING_WORD_COUNT_MAX &&
                     sentence->paragraph != finder->sentences[at].paragraph &&
                     (at == 1 || finder->sentences[at - 2].paragraph != sentence->paragraph);
        for (size_t i = 0; alone && i < sentence->token_count; i++)
            alone = sentence->tokens[i].tag != PP_TAG_VERB && sentence->tokens[i].tag != PP_TAG_AUX;
        if (!alone)
            continue;
        for (size_t i = index; i > 0; i--) {
            const pp_i_found *found = &finder->found.items[i - 1];
            if (found->sentence < at - 1)
                break;
            if (found->sentence == at - 1 && found->kind == PP_FOUND_KNOWN)
                return side_meant(finder, found, kind);
        }
        return PP_NONE;
    }
    return PP_NONE;
}
