/*
 * pronouns.c: whom a description or a pronoun takes up: see names.h.
 *
 * Descriptions look back for a name of the same kind: "the union" for the last union, "the French
 * president" for a president of France. Pronouns choose among what stands before them, in this
 * sentence and the three before, by nearness, by being a subject, by being named often, among those
 * that can be meant: he and she a person, it a state or a body, they a group, or several. Source:
 * lappin1994algorithm, simplified.
 */
#include "reading/names_parts.h"

#include <string.h>

enum {
    SENTENCES_BACK = 3,
    CANDIDATE_COUNT_MAX = 60, /* looked at for one pronoun */
    DESCRIPTION_BACK_MAX = 400,
    SCORE_START = 100,
    SCORE_SENTENCE = 22, /* lost for each sentence back */
    SCORE_SUBJECT = 22,
    SCORE_OWNER = 6,
    SCORE_OFTEN_MAX = 10,
    SCORE_SAME_VERB = 14,   /* subject of the pronoun's own clause: whose "its" is */
    SCORE_SAME_ENTITY = 10, /* as the last pronoun of the same form */
    CERTAINTY_MIN = 10,
    CERTAINTY_SURE = 80,
    STEM_BYTE_COUNT_MIN = 4, /* of a name, before the ending of its people */
    WORD_BYTE_COUNT_MAX = 64
};

static const pp_i_token *token_of(const pp_i_finder *finder, const pp_i_found *found)
{
    return &finder->sentences[found->sentence].tokens[found->head];
}

static pp_i_entity *entity_of(const pp_i_finder *finder, const pp_i_found *found)
{
    return &finder->entities.items[found->entity].entity;
}

static bool is_pronoun(const pp_i_found *found)
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

static bool can_mean(const pp_i_finder *finder, const pp_i_found *candidate,
                     const pp_i_found *pronoun, pronoun_kind kind)
{
    const pp_i_entity *entity = entity_of(finder, candidate);
    switch (kind) {
    case IS_PERSON:
        return entity->kind == PP_ENTITY_PERSON &&
               (entity->gender == PP_GENDER_OPEN || pronoun->gender == PP_GENDER_OPEN ||
                entity->gender == pronoun->gender);
    case IS_IT:
        return entity->kind != PP_ENTITY_PERSON && entity->kind != PP_ENTITY_GROUP &&
               !candidate->is_plural;
    case IS_THEY:
        return entity->kind == PP_ENTITY_GROUP || entity->kind == PP_ENTITY_BODY ||
               entity->is_plural || candidate->is_plural;
    default:
        return true;
    }
}

/* The verb or noun over it that heads its clause. */
static uint32_t clause_of(const pp_i_sentence *sentence, uint32_t token)
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
    /* what hangs below the pronoun's own subject or object */
    return a->relation == PP_REL_CONJ && a->head == pronoun->head;
}

static int score_of(const pp_i_finder *finder, const pp_i_found *candidate,
                    const pp_i_found *pronoun, size_t steps)
{
    const pp_i_sentence *here = &finder->sentences[pronoun->sentence];
    const pp_i_sentence *there = &finder->sentences[candidate->sentence];
    const pp_i_draft_entity *draft = &finder->entities.items[candidate->entity];
    int score =
        SCORE_START - (int)(pronoun->sentence - candidate->sentence) * SCORE_SENTENCE - (int)steps;
    bool aside = there->tokens[clause_of(there, candidate->head)].relation == PP_REL_ACL;
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
        if (is_subject(finder, candidate) &&
            clause_of(here, candidate->head) == clause_of(here, pronoun->head))
            score += SCORE_SAME_VERB;
    } else if (here->paragraph != there->paragraph) {
        score -= SCORE_SENTENCE / 2;
    }
    if (draft->entity.kind == PP_ENTITY_OTHER || draft->entity.kind == PP_ENTITY_PLACE)
        score -= SCORE_SUBJECT;
    if (candidate->kind == PP_FOUND_KNOWN && candidate->known_kind == PP_KNOWN_DEMONYM)
        score -= SCORE_OWNER; /* "Russian forces": an adjective */
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
    static const char *const empty[] = {"seem",   "appear", "rain", "snow",
                                        "happen", "matter", "take", "turn"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
        if (pp_i_text_is(verb->lemma, empty[i]))
            return true;
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

/* Who does such a thing is somebody: "it claims", "it rejected". */
static bool is_speaking(const pp_i_finder *finder, const pp_i_found *pronoun)
{
    const pp_i_token *token = token_of(finder, pronoun);
    return token->relation == PP_REL_NSUBJ && token->head != PP_NO_HEAD &&
           (pp_i_name_word(finder->sentences[pronoun->sentence].tokens[token->head].lemma, NULL) &
            PP_WORD_SPEECH) != 0;
}

static void take_up(pp_i_finder *finder, size_t index, size_t antecedent, int lead)
{
    pp_i_found *found = &finder->found.items[index];
    found->antecedent = antecedent;
    found->entity = finder->found.items[antecedent].entity;
    found->certainty = (uint8_t)(lead > 50                  ? 100
                                 : lead * 2 < CERTAINTY_MIN ? CERTAINTY_MIN
                                                            : lead * 2);
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
            is_barred(finder, candidate, pronoun))
            continue;
        int score = score_of(finder, candidate, pronoun, steps);
        if (is_pronoun(candidate) && candidate->is_voice == pronoun->is_voice)
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
    take_up(finder, index, best, best_score - second_score);
    pp_i_entity *taken = entity_of(finder, pronoun);
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
            take_up(finder, index, i, SCORE_OWNER);
            return;
        }
    }
}

/* "Ann Reed, who": the name ends right before it, or before a comma. */
static bool stands_before(const pp_i_finder *finder, const pp_i_found *candidate,
                          const pp_i_found *pronoun)
{
    if (pp_i_names_form(finder, pronoun->sentence, pronoun->start).length == 4 &&
        pp_i_names_form(finder, pronoun->sentence, pronoun->start).data[0] == 't')
        return false; /* "that" stands for much else */
    return candidate->end == pronoun->start ||
           (candidate->end + 1 == pronoun->start &&
            pp_i_text_is(pp_i_names_form(finder, pronoun->sentence, candidate->end), ","));
}

/* "who", "which", "that": what their clause hangs on, or what stands right before. */
static void resolve_relative(pp_i_finder *finder, size_t index)
{
    const pp_i_found *pronoun = &finder->found.items[index];
    const pp_i_sentence *sentence = &finder->sentences[pronoun->sentence];
    uint32_t clause = clause_of(sentence, pronoun->head);
    uint32_t noun = sentence->tokens[clause].relation == PP_REL_ACL ? sentence->tokens[clause].head
                                                                    : PP_NO_HEAD;
    for (size_t i = index; i > 0; i--) {
        const pp_i_found *candidate = &finder->found.items[i - 1];
        if (candidate->sentence != pronoun->sentence)
            return;
        bool meant =
            noun != PP_NO_HEAD && (candidate->head == noun ||
                                   (candidate->kind <= PP_FOUND_UNSURE &&
                                    noun >= candidate->name_start && noun < candidate->name_end));
        if (candidate->entity != PP_NONE && !is_pronoun(candidate) &&
            (meant || stands_before(finder, candidate, pronoun))) {
            take_up(finder, index, i - 1, SCORE_START);
            return;
        }
    }
}

static bool has_word(pp_text words, pp_text word)
{
    for (size_t at = 0; at + word.length <= words.length; at++) {
        bool same = true;
        for (size_t i = 0; i < word.length && same; i++)
            same = (words.data[at + i] | 0x20) == (word.data[i] | 0x20);
        if (same && (at == 0 || words.data[at - 1] == ' ') &&
            (at + word.length == words.length || words.data[at + word.length] == ' '))
            return true;
    }
    return false;
}

/* A person who holds the role that the description names, for the same one. */
static size_t find_role(const pp_i_finder *finder, size_t index)
{
    const pp_i_found *found = &finder->found.items[index];
    pp_text noun = pp_i_names_form(finder, found->sentence, found->name_start);
    bool is_leader = pp_i_text_is(noun, "leader");
    size_t owner = found->owner == PP_NONE ? PP_NONE : finder->found.items[found->owner].entity;
    for (size_t i = index, steps = 0; i > 0 && steps < DESCRIPTION_BACK_MAX; i--, steps++) {
        const pp_i_found *candidate = &finder->found.items[i - 1];
        if (candidate->entity == PP_NONE || is_pronoun(candidate))
            continue;
        const pp_i_entity *entity = entity_of(finder, candidate);
        if (entity->kind != PP_ENTITY_PERSON || entity->role.length == 0)
            continue;
        bool fits = has_word(entity->role, noun) ||
                    (is_leader && (pp_i_name_word(entity->role, NULL) & PP_WORD_HEAD_OF_STATE));
        bool open = owner == PP_NONE || entity->affiliation == PP_NONE;
        if (fits && (open ? found->is_definite : entity->affiliation == owner))
            return i - 1;
    }
    return PP_NONE;
}

static const char *description_key(pp_i_finder *finder, size_t owner, pp_text words)
{
    const char *of = owner == PP_NONE ? "" : finder->entities.items[owner].entity.key;
    char *prefix = pp_i_arena_print(finder->arena, "%s%sthe ", of, of[0] == '\0' ? "" : " ");
    if (prefix == NULL) {
        finder->no_memory = true;
        return NULL;
    }
    return pp_i_names_key(finder, prefix, words);
}

static pp_i_entity_kind described_kind(const pp_i_found *found)
{
    return found->kind == PP_FOUND_ROLE       ? PP_ENTITY_PERSON
           : found->kind == PP_FOUND_THE_BODY ? PP_ENTITY_BODY
                                              : PP_ENTITY_GROUP;
}

/* What a description without anybody before it makes: someone of its own. */
static void make_described(pp_i_finder *finder, size_t index, size_t owner)
{
    pp_i_found *found = &finder->found.items[index];
    uint32_t start = found->role_start;
    if (owner != PP_NONE && finder->entities.items[owner].entity.kind >= PP_ENTITY_PLACE) {
        if (found->owner != PP_NONE && finder->found.items[found->owner].end <= start)
            start = finder->found.items[found->owner].name_start; /* "European allies" */
        owner = PP_NONE; /* a place speaks through nobody */
    }
    pp_text words = pp_i_names_words(finder, found->sentence, start, found->role_end);
    const char *key = description_key(finder, owner, words);
    size_t entity = pp_i_names_entity(finder, described_kind(found), key, words, found->kind);
    if (entity == PP_NONE)
        return;
    finder->found.items[index].entity = entity;
    pp_i_entity *made = &finder->entities.items[entity].entity;
    made->is_plural = found->is_plural;
    if (owner != PP_NONE && owner != entity && made->affiliation == PP_NONE &&
        finder->entities.items[owner].entity.kind <= PP_ENTITY_GROUP) {
        made->affiliation = owner;
        made->affiliation_mention = index;
    }
    if (found->kind == PP_FOUND_THE_BODY) { /* "the union" later on */
        const char *noun = pp_i_names_key(
            finder, "noun ", pp_i_names_form(finder, found->sentence, found->name_start));
        if (noun != NULL && !pp_i_map_set(&finder->keys, pp_i_text_of(noun), entity))
            finder->no_memory = true;
    }
}

/* "Tavrian" after "Tavria": of a name that stands in the text, by the endings that make such words.
 */
static size_t find_people_of(pp_i_finder *finder, pp_text word)
{
    static const struct {
        const char *ending, *instead;
    } endings[] = {{"n", ""},     {"an", ""},      {"ian", ""}, {"ian", "y"},
                   {"ian", "ia"}, {"i", ""},       {"ese", ""}, {"ese", "a"},
                   {"ish", ""},   {"ish", "land"}, {"er", ""}};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i].ending);
        if (word.length < length + STEM_BYTE_COUNT_MIN ||
            memcmp(word.data + word.length - length, endings[i].ending, length) != 0)
            continue;
        char *name = pp_i_arena_print(finder->arena, "%.*s%s", (int)(word.length - length),
                                      word.data, endings[i].instead);
        const char *key = name == NULL ? NULL : pp_i_names_key(finder, "name ", pp_i_text_of(name));
        if (key == NULL) {
            finder->no_memory = true;
            return PP_NONE;
        }
        size_t entity = pp_i_map_get(&finder->keys, pp_i_text_of(key));
        if (entity != PP_NONE)
            return entity;
    }
    return PP_NONE;
}

/* For whom a description speaks whose first word tells of what people it is. */
static size_t people_before(pp_i_finder *finder, const pp_i_found *found)
{
    if (found->role_start >= found->role_end)
        return PP_NONE;
    pp_text first = pp_i_names_form(finder, found->sentence, found->role_start);
    bool capital = first.length > 0 && first.data[0] >= 'A' && first.data[0] <= 'Z';
    return capital && found->role_end - found->role_start > 1 && first.length < WORD_BYTE_COUNT_MAX
               ? find_people_of(finder, first)
               : PP_NONE;
}

static void resolve_description(pp_i_finder *finder, size_t index)
{
    pp_i_found *found = &finder->found.items[index];
    size_t owner = found->owner == PP_NONE ? PP_NONE : finder->found.items[found->owner].entity;
    size_t people = owner == PP_NONE ? people_before(finder, found) : PP_NONE;
    owner = people != PP_NONE ? people : owner;
    if (found->same != PP_NONE && finder->found.items[found->same].entity != PP_NONE) {
        take_up(finder, index, found->same, SCORE_START);
        pp_i_entity *named = entity_of(finder, found);
        if (found->kind == PP_FOUND_THE_BODY && named->kind == PP_ENTITY_OTHER)
            named->kind = PP_ENTITY_BODY;
        if (found->kind == PP_FOUND_ROLE && named->kind != PP_ENTITY_PERSON && named->code == NULL)
            named->kind = PP_ENTITY_PERSON;
        return;
    }
    bool can_own =
        owner != PP_NONE && (finder->entities.items[owner].entity.kind == PP_ENTITY_STATE ||
                             finder->entities.items[owner].entity.kind == PP_ENTITY_BODY);
    if (found->is_voice && can_own && found->kind != PP_FOUND_ROLE) {
        found->entity = owner;
        found->antecedent = found->owner;
        return; /* of a derived one no mention is near */
    }
    size_t before = PP_NONE;
    if (found->kind == PP_FOUND_ROLE)
        before = find_role(finder, index);
    if (before != PP_NONE) {
        take_up(finder, index, before, SCORE_START);
        return;
    }
    if (found->kind == PP_FOUND_THE_BODY && found->is_definite && !can_own &&
        found->role_end - found->role_start == 1) {
        const char *noun = pp_i_names_key(
            finder, "noun ", pp_i_names_form(finder, found->sentence, found->name_start));
        size_t entity = noun == NULL ? PP_NONE : pp_i_map_get(&finder->keys, pp_i_text_of(noun));
        if (entity != PP_NONE && finder->entities.items[entity].last_found != PP_NONE) {
            found->entity = entity;
            found->antecedent = finder->entities.items[entity].last_found;
            return;
        }
    }
    make_described(finder, index, owner);
}

void pp_i_names_resolve(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
        pp_i_found *found = &finder->found.items[i];
        if (found->kind == PP_FOUND_ROLE || found->kind == PP_FOUND_THE_BODY ||
            found->kind == PP_FOUND_GROUP) {
            resolve_description(finder, i);
        } else if (is_pronoun(found)) {
            pronoun_kind kind = kind_of(finder, found);
            if (kind == IS_RELATIVE)
                resolve_relative(finder, i);
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
