/*
 * pronouns.c: whom a description or a pronoun takes up: see names.h.
 *
 * Descriptions look back for a name of the same kind: "the union" for the last union, "the French
 * president" for a president of France. Pronouns choose among what stands before them, in this
 * sentence and the three before, by nearness, by being a subject, by being named often, among those
 * that can be meant: he and she a person, it a state or a body, they a group, or several. Source:
 * lappin1994algorithm, simplified.
 */
#include "reading/pronouns_parts.h"

#include <string.h>

enum {
    SENTENCES_BACK = 3,
    CANDIDATE_COUNT_MAX = 60, /* looked at for one pronoun */
    SCORE_START = 100,
    SCORE_SENTENCE = 22, /* lost for each sentence back */
    SCORE_SUBJECT = 22,
    SCORE_OWNER = 6,
    SCORE_OFTEN_MAX = 10,
    SCORE_SAME_VERB = 14,
    SCORE_SAME_ENTITY = 10, /* as the last pronoun of the same form */
    SCORE_SPEAKER = 14,     /* who said something, for who says something */
    CERTAINTY_MIN = 10,
    CERTAINTY_SURE = 80,
};

static const pp_i_token *token_of(const pp_i_finder *finder, const pp_i_found *found)
{
    return &finder->sentences[found->sentence].tokens[found->head];
}

pp_i_entity *pp_i_pronoun_entity_of(const pp_i_finder *finder, const pp_i_found *found)
{
    return &finder->entities.items[found->entity].entity;
}

bool pp_i_pronoun_is_pronoun(const pp_i_found *found)
{
    return found->kind == PP_FOUND_PRONOUN;
}

/* The pronoun's word in small letters, at most 7 bytes. */
static pp_text small_form(const pp_i_finder *finder, const pp_i_found *found, char room[8])
{
    pp_text form = pp_i_names_form(finder, found->sentence, found->start);
    size_t length = form.length < 8 ? form.length : 8;
    for (size_t i = 0; i < length; i++)
        room[i] =
            form.data[i] >= 'A' && form.data[i] <= 'Z' ? (char)(form.data[i] | 0x20) : form.data[i];
    return (pp_text){room, length};
}

typedef enum pronoun_kind { IS_PERSON, IS_IT, IS_THEY, IS_RELATIVE } pronoun_kind;

static pronoun_kind kind_of(const pp_i_finder *finder, const pp_i_found *found)
{
    char room[8];
    pp_text form = small_form(finder, found, room);
    if (found->is_voice)
        return IS_RELATIVE;
    if (form.length > 0 && form.data[0] == 'i')
        return IS_IT;
    return found->is_plural ? IS_THEY : IS_PERSON;
}

/* "its", "his", "their", and "her" before a noun. */
static bool is_possessive(const pp_i_finder *finder, const pp_i_found *found)
{
    char room[8];
    pp_text form = small_form(finder, found, room);
    const pp_i_token *token = token_of(finder, found);
    return pp_i_text_is(form, "its") || pp_i_text_is(form, "his") || pp_i_text_is(form, "their") ||
           (pp_i_text_is(form, "her") && token->relation == PP_REL_NMOD);
}

/* Is another joined to it: "X and others"? */
static bool has_conjunct(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    for (uint32_t i = found->head + 1; i < sentence->token_count; i++)
        if (sentence->tokens[i].head == found->head && sentence->tokens[i].relation == PP_REL_CONJ)
            return true;
    return false;
}

static bool can_mean(const pp_i_finder *finder, const pp_i_found *candidate,
                     const pp_i_found *pronoun, pronoun_kind kind)
{
    const pp_i_entity *entity = pp_i_pronoun_entity_of(finder, candidate);
    switch (kind) {
    case IS_PERSON:
        return entity->kind == PP_ENTITY_PERSON &&
               (entity->gender == PP_GENDER_OPEN || pronoun->gender == PP_GENDER_OPEN ||
                entity->gender == pronoun->gender);
    case IS_IT:
        return entity->kind != PP_ENTITY_PERSON && entity->kind != PP_ENTITY_GROUP &&
               !candidate->is_plural;
    case IS_THEY:
        if (candidate->sentence + 1 >= pronoun->sentence && has_conjunct(finder, candidate))
            return true; /* "Saudi Arabia and other producers ... They" */
        return entity->kind == PP_ENTITY_GROUP || entity->kind == PP_ENTITY_BODY ||
               entity->is_plural || candidate->is_plural ||
               pp_i_pronoun_is_plural_land(finder, candidate);
    default:
        return true;
    }
}

/* The verb or noun over it that heads its clause. */
uint32_t pp_i_pronoun_clause_of(const pp_i_sentence *sentence, uint32_t token)
{
    for (size_t i = 0; i < sentence->token_count; i++) {
        const pp_i_token *at = &sentence->tokens[token];
        bool heads = at->relation == PP_REL_ROOT || at->relation == PP_REL_CCOMP ||
                     at->relation == PP_REL_ADVCL || at->relation == PP_REL_ACL ||
                     at->relation == PP_REL_XCOMP || at->relation == PP_REL_PARATAXIS ||
                     at->relation == PP_REL_CSUBJ || at->head == PP_NO_HEAD ||
                     (at->relation == PP_REL_CONJ && at->tag == PP_TAG_VERB);
        if (heads)
            return token;
        token = at->head;
    }
    return token;
}

/* Whether it is the subject of its clause, or joined to one that is. */
static bool is_subject(const pp_i_finder *finder, const pp_i_found *found)
{
    return token_of(finder, found)->relation == PP_REL_NSUBJ;
}

/* Does it stand in a phrase with a preposition on the verb, owning nothing there? */
static bool is_in_phrase(const pp_i_finder *finder, const pp_i_found *found, uint32_t verb)
{
    const pp_i_token *tokens = finder->sentences[found->sentence].tokens;
    uint32_t at = found->head;
    for (int steps = 0; steps < 4 && at != PP_NO_HEAD; steps++) {
        uint8_t relation = tokens[at].relation;
        bool own = tokens[at].head == at + 1 || relation == PP_REL_COMPOUND ||
                   relation == PP_REL_AMOD || relation == PP_REL_ACL;
        if (own || (relation != PP_REL_OBL && relation != PP_REL_NMOD))
            return false;
        at = tokens[at].head;
        if (at == verb)
            return verb != PP_NO_HEAD && found->head < verb;
    }
    return false;
}

/* "either leader", "any minister": nobody in particular. */
static bool is_nobody(const pp_i_finder *finder, const pp_i_found *found)
{
    return found->kind == PP_FOUND_ROLE &&
           pp_i_word_in(pp_i_names_form(finder, found->sentence, found->start),
                        "either any no every each neither another");
}

/* "X told him": the pronoun is not the subject of its own verb, unless it owns something. */
static bool is_barred(const pp_i_finder *finder, const pp_i_found *candidate,
                      const pp_i_found *pronoun)
{
    if (candidate->sentence != pronoun->sentence)
        return false;
    if (candidate->start <= pronoun->start && candidate->end > pronoun->start)
        return true;
    const pp_i_token *a = token_of(finder, candidate), *b = token_of(finder, pronoun);
    char room[8];
    pp_text form = small_form(finder, pronoun, room);
    bool reflexive = form.length >= 6 && memcmp(form.data + form.length - 4, "self", 4) == 0;
    if (reflexive || is_possessive(finder, pronoun))
        return false;
    if (a->head == b->head && a->head != PP_NO_HEAD)
        return a->relation == PP_REL_NSUBJ || b->relation == PP_REL_NSUBJ ||
               a->relation == PP_REL_OBL;
    if (b->relation == PP_REL_NSUBJ && is_in_phrase(finder, candidate, b->head)) {
        return true; /* "In a letter to the council, they said" */
    }
    /* what hangs below the pronoun's own subject or object */
    return a->relation == PP_REL_CONJ && a->head == pronoun->head;
}

/* Who does such a thing is somebody: "it claims", "it rejected". */
static bool is_speaking(const pp_i_finder *finder, const pp_i_found *found)
{
    return pp_i_names_says(&finder->sentences[found->sentence], found->head);
}

static int score_of(const pp_i_finder *finder, const pp_i_found *candidate,
                    const pp_i_found *pronoun, size_t steps)
{
    const pp_i_sentence *here = &finder->sentences[pronoun->sentence];
    const pp_i_sentence *there = &finder->sentences[candidate->sentence];
    const pp_i_draft_entity *draft = &finder->entities.items[candidate->entity];
    int score =
        SCORE_START - (int)(pronoun->sentence - candidate->sentence) * SCORE_SENTENCE - (int)steps;
    bool aside =
        there->tokens[pp_i_pronoun_clause_of(there, candidate->head)].relation == PP_REL_ACL;
    if (is_subject(finder, candidate)) /* of a relative clause it counts half */
        score += aside ? SCORE_SUBJECT / 2 : SCORE_SUBJECT;
    else if (token_of(finder, candidate)->relation == PP_REL_NMOD &&
             candidate->end < there->token_count)
        score += SCORE_OWNER;
    if (draft->entity.mention_count < SCORE_OFTEN_MAX)
        score += (int)draft->entity.mention_count;
    else
        score += SCORE_OFTEN_MAX;
    if (candidate->sentence == pronoun->sentence) {
        if (is_subject(finder, candidate) && pp_i_pronoun_clause_of(here, candidate->head) ==
                                                 pp_i_pronoun_clause_of(here, pronoun->head))
            score += SCORE_SAME_VERB;
        uint32_t owned = token_of(finder, candidate)->head; /* "X's wish was told by its envoy" */
        if (token_of(finder, candidate)->relation == PP_REL_NMOD && owned != PP_NO_HEAD &&
            here->tokens[owned].relation == PP_REL_NSUBJ && is_possessive(finder, pronoun) &&
            pp_i_pronoun_clause_of(here, owned) == pp_i_pronoun_clause_of(here, pronoun->head))
            score += SCORE_SAME_VERB;
    } else if (here->paragraph != there->paragraph) {
        score -= SCORE_SENTENCE / 2;
    }
    if (is_subject(finder, candidate) && is_speaking(finder, candidate) &&
        is_speaking(finder, pronoun) && !aside)
        score += token_of(finder, candidate)->head != PP_NO_HEAD &&
                         there->tokens[token_of(finder, candidate)->head].relation == PP_REL_ROOT
                     ? SCORE_SPEAKER
                     : SCORE_SPEAKER / 2;
    if (draft->entity.kind == PP_ENTITY_OTHER || draft->entity.kind == PP_ENTITY_PLACE)
        score -= SCORE_SUBJECT;
    if (candidate->kind == PP_FOUND_KNOWN && candidate->known_kind == PP_KNOWN_DEMONYM)
        score -= SCORE_OWNER; /* "Russian forces": an adjective */
    if (is_possessive(finder, pronoun) && pp_i_pronoun_is_in_condition(finder, candidate, pronoun))
        score -= SCORE_SUBJECT + SCORE_OWNER;
    if (is_possessive(finder, pronoun) && pp_i_pronoun_lacks_office(finder, candidate, pronoun))
        score -= SCORE_START / 2;
    return score;
}

/* A thing that "it" can mean instead: the subject of the sentence before, or of this one, that
 * names nobody. Its score, 0 where there is none. */
static int score_of_thing(const pp_i_finder *finder, const pp_i_found *pronoun)
{
    for (size_t back = 0; back <= 1 && back <= pronoun->sentence; back++) {
        const pp_i_sentence *sentence = &finder->sentences[pronoun->sentence - back];
        uint32_t end = back == 0 ? pronoun->start : (uint32_t)sentence->token_count;
        for (uint32_t i = 0; i < end; i++) {
            const pp_i_token *token = &sentence->tokens[i];
            if (token->tag == PP_TAG_NOUN && token->relation == PP_REL_NSUBJ)
                return SCORE_START + SCORE_SUBJECT - (int)back * SCORE_SENTENCE;
        }
    }
    return 0;
}

/* "it is important that", "it seems": nobody. */
static bool is_empty_it(const pp_i_finder *finder, const pp_i_found *pronoun)
{
    const pp_i_sentence *sentence = &finder->sentences[pronoun->sentence];
    const pp_i_token *token = token_of(finder, pronoun);
    if (token->relation == PP_REL_EXPL)
        return true;
    if (token->relation != PP_REL_NSUBJ || token->head == PP_NO_HEAD)
        return false;
    const pp_i_token *verb = &sentence->tokens[token->head];
    if (pp_i_word_in(verb->lemma, "seem appear rain snow happen matter take turn"))
        return true;
    if (pp_i_word_in(verb->lemma, "prepared ready willing open committed able unable opposed keen "
                                  "eager set reluctant determined unwilling"))
        return false; /* "it was prepared to" is somebody */
    if (verb->tag != PP_TAG_ADJ && verb->tag != PP_TAG_NOUN)
        return false;
    for (size_t i = 0; i < sentence->token_count; i++)
        if (sentence->tokens[i].head == token->head &&
            (sentence->tokens[i].relation == PP_REL_CCOMP ||
             sentence->tokens[i].relation == PP_REL_CSUBJ ||
             sentence->tokens[i].relation == PP_REL_XCOMP ||
             sentence->tokens[i].relation == PP_REL_ADVCL))
            return true;
    return false;
}

void pp_i_pronoun_take_up(pp_i_finder *finder, size_t index, size_t antecedent, int lead)
{
    pp_i_found *found = &finder->found.items[index];
    found->antecedent = antecedent;
    found->entity = finder->found.items[antecedent].entity;
    found->certainty = (uint8_t)(lead > 50                  ? 100
                                 : lead * 2 < CERTAINTY_MIN ? CERTAINTY_MIN
                                                            : lead * 2);
}

bool pp_i_pronoun_is_quoted_away(const pp_i_finder *finder, const pp_i_found *candidate,
                                 const pp_i_found *pronoun)
{
    const pp_i_sentence *sentence = &finder->sentences[pronoun->sentence];
    bool open = false, within = false;
    if (candidate->sentence != pronoun->sentence)
        return false;
    for (uint32_t i = 0; i < pronoun->start; i++) {
        pp_text form = sentence->tokens[i].form;
        if (pp_i_text_is(form, "\""))
            open = !open;
        else if (pp_i_text_is(form, "\xE2\x80\x9C"))
            open = true;
        else if (pp_i_text_is(form, "\xE2\x80\x9D"))
            open = false;
        within = i == candidate->start ? open : within;
    }
    return within && !open;
}

static void resolve_pronoun(pp_i_finder *finder, size_t index, pronoun_kind kind)
{
    const pp_i_found *pronoun = &finder->found.items[index];
    size_t best = PP_NONE, best_entity = PP_NONE, steps = 0;
    int best_score = 0, second_score = 0;
    if (kind == IS_IT && is_empty_it(finder, pronoun))
        return;
    for (size_t i = index; i > 0 && steps < CANDIDATE_COUNT_MAX; i--, steps++) {
        const pp_i_found *candidate = &finder->found.items[i - 1];
        if (candidate->sentence + SENTENCES_BACK < pronoun->sentence)
            break;
        if (candidate->entity == PP_NONE || !can_mean(finder, candidate, pronoun, kind) ||
            is_barred(finder, candidate, pronoun) || is_nobody(finder, candidate) ||
            pp_i_pronoun_is_quoted_away(finder, candidate, pronoun))
            continue;
        int score = score_of(finder, candidate, pronoun, steps);
        if (pp_i_pronoun_is_pronoun(candidate) && candidate->is_voice == pronoun->is_voice)
            score += SCORE_SAME_ENTITY;
        if (candidate->entity == best_entity) {
            best_score = score > best_score ? score : best_score;
        } else if (best == PP_NONE || score > best_score) {
            second_score = best_score;
            best_score = score;
            best = i - 1;
            best_entity = candidate->entity;
        } else if (score > second_score) {
            second_score = score;
        }
    }
    if (best == PP_NONE)
        return;
    if (kind == IS_IT && !is_possessive(finder, pronoun) && !is_speaking(finder, pronoun)) {
        int thing = score_of_thing(finder, pronoun);
        if (thing > best_score)
            return;
        second_score = thing > second_score ? thing : second_score;
    }
    pp_i_pronoun_take_up(finder, index, best, best_score - second_score);
    pp_i_entity *taken = pp_i_pronoun_entity_of(finder, pronoun);
    if (kind == IS_PERSON && taken->gender == PP_GENDER_OPEN &&
        pronoun->certainty >= CERTAINTY_SURE)
        taken->gender = pronoun->gender; /* so that "he" is not "her" a sentence later */
}

/* "As he arrived, Zelensky said": the first subject behind, where nobody stands before. */
static void resolve_forward(pp_i_finder *finder, size_t index, pronoun_kind kind)
{
    const pp_i_found *pronoun = &finder->found.items[index];
    for (size_t i = index + 1; i < finder->found.count; i++) {
        const pp_i_found *candidate = &finder->found.items[i];
        if (candidate->sentence != pronoun->sentence)
            return;
        if (candidate->entity != PP_NONE && is_subject(finder, candidate) &&
            can_mean(finder, candidate, pronoun, kind) &&
            token_of(finder, candidate)->head != token_of(finder, pronoun)->head) {
            pp_i_pronoun_take_up(finder, index, i, SCORE_OWNER);
            return;
        }
    }
}

void pp_i_names_resolve(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
        pp_i_found *found = &finder->found.items[i];
        if (found->kind == PP_FOUND_ROLE || found->kind == PP_FOUND_THE_BODY ||
            found->kind == PP_FOUND_GROUP) {
            pp_i_pronoun_resolve_description(finder, i);
        } else if (pp_i_pronoun_is_pronoun(found) && found->name_start > found->start) {
            pp_i_pronoun_resolve_latter(finder, i);
        } else if (pp_i_pronoun_is_pronoun(found)) {
            pronoun_kind kind = kind_of(finder, found);
            if (kind == IS_RELATIVE)
                pp_i_pronoun_resolve_relative(finder, i);
            else
                resolve_pronoun(finder, i, kind);
            if (finder->found.items[i].entity == PP_NONE && kind == IS_PERSON)
                resolve_forward(finder, i, kind);
        }
        found = &finder->found.items[i];
        if (found->entity != PP_NONE) {
            finder->entities.items[found->entity].last_found = i;
            finder->entities.items[found->entity].entity.mention_count++;
        }
    }
}
