/* pronouns_described.c: who a description means: "the union", "his government"; see
 * pronouns_parts.h. */
#include "reading/pronouns_parts.h"

#include <string.h>

enum {
    SCORE_START = 100,
    ROLE_REACH = 2, /* sentences back in which somebody of no known state is that state's */
    WORD_BYTE_COUNT_MAX = 64,
};

bool pp_i_pronoun_has_word(pp_text words, pp_text word)
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

/* "the foreign minister" is no prime minister. */
static bool is_other_office(const pp_i_finder *finder, const pp_i_found *found, pp_text role)
{
    pp_text field = pp_i_names_form(finder, found->sentence, found->role_start);
    bool fields = found->role_end - found->role_start > 1 && memchr(role.data, ' ', role.length) &&
                  pp_i_first_word_in(field, "foreign prime defence defense finance interior "
                                            "justice health trade economy energy environment "
                                            "labour labor agriculture education transport");
    return fields && !pp_i_pronoun_has_word(role, field);
}

/* A person who holds the role that the description names, for the same one. */
static size_t find_role(const pp_i_finder *finder, size_t index)
{
    const pp_i_found *found = &finder->found.items[index];
    pp_text noun = pp_i_names_form(finder, found->sentence, found->name_start);
    bool is_leader = pp_i_text_is(noun, "leader");
    size_t owner = found->owner == PP_NONE ? PP_NONE : finder->found.items[found->owner].entity;
    bool another = pp_i_first_word_in(pp_i_names_form(finder, found->sentence, found->start),
                                      "a an one another"); /* "an Israeli official" */
    for (size_t i = index, steps = 0; i > 0 && steps < PP_DESCRIPTION_BACK_MAX; i--, steps++) {
        const pp_i_found *candidate = &finder->found.items[i - 1];
        if (candidate->entity == PP_NONE || pp_i_pronoun_is_pronoun(candidate))
            continue;
        const pp_i_entity *entity = pp_i_pronoun_entity_of(finder, candidate);
        if (entity->kind != PP_ENTITY_PERSON || entity->role.length == 0)
            continue;
        bool fits = pp_i_pronoun_has_word(entity->role, noun) ||
                    (is_leader && (pp_i_name_word(entity->role, NULL) & PP_WORD_HEAD_OF_STATE));
        fits = fits && !is_other_office(finder, found, entity->role);
        bool open = owner == PP_NONE ||
                    (entity->affiliation == PP_NONE && /* another state's minister is another */
                     candidate->sentence + ROLE_REACH >= found->sentence);
        if (fits && (open ? found->is_definite && !another : entity->affiliation == owner))
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

/* Where "of commerce", "in Benghazi", "of the 23 Armenians" ends that stands behind a description,
 * else `end`: people are called with it. */
static uint32_t complement_end(const pp_i_finder *finder, const pp_i_found *found, uint32_t end)
{
    enum { COMPLEMENT_WORD_COUNT_MAX = 6 };
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    const pp_i_token *tokens = sentence->tokens;
    const char *joints = found->kind == PP_FOUND_ROLE ? "of" : "of in from";
    if (end + 1 >= sentence->token_count || !pp_i_word_in(tokens[end].form, joints) ||
        tokens[end].tag != PP_TAG_ADP)
        return end;
    uint32_t at = end + 1;
    bool noun = false;
    while (at < sentence->token_count && at < end + 1 + COMPLEMENT_WORD_COUNT_MAX) {
        uint8_t tag = tokens[at].tag;
        bool name = tag == PP_TAG_NOUN || tag == PP_TAG_PROPN;
        bool joint = tag == PP_TAG_CCONJ &&
                     tokens[at - 1].tag == PP_TAG_PROPN && /* "Jammu and Kashmir" */
                     at + 1 < sentence->token_count && tokens[at + 1].tag == PP_TAG_PROPN;
        if (!name && !joint && tag != PP_TAG_DET && tag != PP_TAG_ADJ && tag != PP_TAG_NUM)
            break;
        if (pp_i_word_in(tokens[at].form, "this that these those both which former late two"))
            return end;
        noun = noun || name;
        at++;
    }
    bool cut = at < sentence->token_count && /* of a longer phrase nothing */
               (at == end + 1 + COMPLEMENT_WORD_COUNT_MAX ||
                pp_i_word_in(tokens[at].form, "'s \xE2\x80\x99s - of"));
    bool time = pp_i_word_in(tokens[at - 1].lemma, "year month week day morning evening time");
    return noun && !cut && !time && tokens[at - 1].tag != PP_TAG_DET &&
                   tokens[at - 1].tag != PP_TAG_ADJ
               ? at
               : end;
}

/* What a description without anybody before it makes: someone of its own. */
static void make_described(pp_i_finder *finder, size_t index, size_t owner)
{
    pp_i_found *found = &finder->found.items[index];
    uint32_t start = found->role_start;
    if (found->kind == PP_FOUND_THE_BODY && owner != PP_NONE && found->owner != PP_NONE &&
        finder->entities.items[owner].entity.kind == PP_ENTITY_GROUP) {
        start = finder->found.items[found->owner].role_start; /* "the ferry pilots' union" */
        owner = PP_NONE;
    }
    if (owner != PP_NONE && pp_i_names_is_own_people(finder, found, owner)) {
        const pp_i_found *land =
            found->owner == PP_NONE ? NULL : &finder->found.items[found->owner];
        if (land != NULL && land->end <= start && land->kind != PP_FOUND_PRONOUN)
            start = land->name_start; /* "Norwegian fishermen" */
        owner = PP_NONE;
    }
    if (owner == PP_NONE && found->owner == PP_NONE)
        start = pp_i_pronoun_owner_start(finder, found, start);
    if (owner != PP_NONE && finder->entities.items[owner].entity.kind >= PP_ENTITY_PLACE) {
        if (found->owner != PP_NONE && finder->found.items[found->owner].end <= start)
            start = finder->found.items[found->owner].name_start; /* "European allies" */
        owner = PP_NONE; /* a place speaks through nobody */
    }
    pp_text words = pp_i_names_words(finder, found->sentence, start, found->role_end);
    const char *key = description_key(finder, owner, words);
    size_t entity = owner == PP_NONE ? pp_i_pronoun_bare_name(finder, found) : PP_NONE;
    if (entity == PP_NONE) {
        entity = pp_i_names_entity(finder, described_kind(found), key, words, found->kind);
    } else if (key != NULL) {
        finder->entities.items[entity].entity.name = words;
        finder->no_memory =
            !pp_i_map_set(&finder->keys, pp_i_text_of(key), entity) || finder->no_memory;
    }
    if (entity == PP_NONE)
        return;
    finder->found.items[index].entity = entity;
    pp_i_entity *made = &finder->entities.items[entity].entity;
    uint32_t longer =
        owner == PP_NONE ? complement_end(finder, found, found->role_end) : found->role_end;
    if (longer > found->role_end && pp_i_text_equal(made->name, words))
        made->name = pp_i_names_words(finder, found->sentence, start, longer);
    made->is_plural = found->is_plural;
    if (found->kind == PP_FOUND_ROLE && made->role.length == 0) /* "the envoy" later on */
        made->role = pp_i_names_words(finder, found->sentence, found->role_start, found->role_end);
    bool of_others = pp_i_names_is_of_others(finder, &finder->found.items[index]);
    bool employs =
        owner != PP_NONE && /* "its union", of a company's */
        finder->entities.items[owner].entity.kind == PP_ENTITY_BODY &&
        pp_i_word_in(pp_i_names_form(finder, found->sentence, found->name_end - 1), "union unions");
    bool own = owner != PP_NONE && found->kind == PP_FOUND_THE_BODY && /* "the German union" */
               (finder->entities.items[owner].entity.kind == PP_ENTITY_STATE || employs ||
                finder->entities.items[owner].entity.kind == PP_ENTITY_GROUP) &&
               pp_i_names_is_private(pp_i_names_form(finder, found->sentence, found->name_end - 1));
    if (owner != PP_NONE && owner != entity && made->affiliation == PP_NONE && !of_others && !own &&
        finder->entities.items[owner].entity.kind <= PP_ENTITY_GROUP) {
        made->affiliation = owner;
        made->affiliation_mention = index;
    }
    bool rebels = found->kind == PP_FOUND_GROUP && pp_i_has_capital(words) &&
                  found->role_start > found->start &&
                  pp_i_first_word_in(pp_i_names_form(finder, found->sentence, found->name_start),
                                     "rebels guerrillas insurgents militants separatists fighters");
    if (found->kind == PP_FOUND_THE_BODY || rebels) { /* "the union", "the rebels" later on */
        const char *noun = pp_i_names_key(
            finder, "noun ", pp_i_names_form(finder, found->sentence, found->name_start));
        if (noun != NULL && !pp_i_map_set(&finder->keys, pp_i_text_of(noun), entity))
            finder->no_memory = true;
    }
}

/* For whom a description speaks whose first word tells of what people it is, or whose words before
 * the noun are a party's: "Liberal negotiators". */
static size_t people_before(pp_i_finder *finder, const pp_i_found *found)
{
    if (found->role_start >= found->name_start || found->name_start >= found->role_end)
        return PP_NONE;
    pp_text first = pp_i_names_form(finder, found->sentence, found->role_start);
    if (!pp_i_has_capital(first) || first.length >= WORD_BYTE_COUNT_MAX)
        return PP_NONE;
    size_t land = pp_i_names_land_of(finder, first);
    return land != PP_NONE ? land
                           : pp_i_names_party_of(finder, pp_i_names_words(finder, found->sentence,
                                                                          found->role_start,
                                                                          found->name_start));
}

/* The one after whom an owner that is a name of no known kind is called: "her Tavrian colleague";
 * or PP_NONE. */
static size_t people_owning(pp_i_finder *finder, size_t owner)
{
    const pp_i_draft_entity *draft = &finder->entities.items[owner];
    bool word = draft->made_of == PP_FOUND_UNSURE && draft->entity.kind == PP_ENTITY_OTHER &&
                draft->entity.name.length < WORD_BYTE_COUNT_MAX;
    return word ? pp_i_names_land_of(finder, draft->entity.name) : PP_NONE;
}

/* "The retired driver said", after "X, who has lived here for years,": the person of the sentence
 * before, of whom no office is known. */
static size_t find_person_before(const pp_i_finder *finder, size_t index)
{
    const pp_i_found *found = &finder->found.items[index];
    for (size_t i = index; i > 0; i--) {
        const pp_i_found *candidate = &finder->found.items[i - 1];
        if (candidate->sentence + 1 < found->sentence)
            break;
        if (candidate->entity == PP_NONE || candidate->sentence == found->sentence)
            continue;
        const pp_i_entity *entity = pp_i_pronoun_entity_of(finder, candidate);
        if (entity->kind == PP_ENTITY_PERSON && !pp_i_pronoun_is_pronoun(candidate))
            return entity->role.length == 0 && found->start == 0 ? i - 1 : PP_NONE;
    }
    return PP_NONE;
}

/* Does the owner stand with a mark, "Italy's bank", and not as an adjective? */
static bool stands_as_owner(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_found *owner = found->owner == PP_NONE ? NULL : &finder->found.items[found->owner];
    return owner != NULL && owner->end < finder->sentences[owner->sentence].token_count &&
           pp_i_word_in(pp_i_names_form(finder, owner->sentence, owner->end),
                        "'s \xE2\x80\x99s ' \xE2\x80\x99");
}

/* "the 27-nation bloc", "the 18-member group": only counted. */
static bool is_counted(const pp_i_finder *finder, const pp_i_found *found)
{
    bool number = false;
    for (uint32_t i = found->role_start; i + 1 < found->role_end; i++) {
        const pp_i_token *token = pp_i_names_token(finder, found->sentence, i);
        bool digits =
            token->form.length > 0 && token->form.data[0] >= '0' && token->form.data[0] <= '9';
        number = number || digits || token->tag == PP_TAG_NUM;
        if (!digits && token->tag != PP_TAG_NUM && !pp_i_text_is(token->form, "-") &&
            !pp_i_word_in(token->form, "nation member country state party strong union"))
            return false;
    }
    return number;
}

/* The state that "the country", "the kingdom", "the island nation" is: the last one that was
 * spoken of as one who does something; PP_NONE where two of a sentence may be meant. */
static size_t find_land(const pp_i_finder *finder, size_t index)
{
    enum { LAND_SENTENCES_BACK = 2 };
    const pp_i_found *found = &finder->found.items[index];
    const pp_i_token *head = pp_i_names_token(finder, found->sentence, found->head);
    pp_text noun = pp_i_names_form(finder, found->sentence, found->name_end - 1);
    if (!pp_i_word_in(noun, "country nation kingdom republic emirate sultanate state") ||
        head->relation != PP_REL_NSUBJ)
        return PP_NONE;
    size_t best = PP_NONE;
    bool best_subject = false, tied = false;
    for (size_t i = index; i > 0; i--) {
        const pp_i_found *candidate = &finder->found.items[i - 1];
        if (candidate->sentence + LAND_SENTENCES_BACK < found->sentence ||
            (best != PP_NONE && finder->found.items[best].sentence != candidate->sentence))
            break;
        bool adjective =
            candidate->kind == PP_FOUND_KNOWN && candidate->known_kind == PP_KNOWN_DEMONYM;
        if (candidate->entity == PP_NONE || candidate->kind != PP_FOUND_KNOWN || adjective ||
            candidate->sentence == found->sentence ||
            pp_i_pronoun_entity_of(finder, candidate)->kind != PP_ENTITY_STATE)
            continue;
        bool subject = pp_i_names_token(finder, candidate->sentence, candidate->head)->relation ==
                       PP_REL_NSUBJ;
        bool other = best != PP_NONE && finder->found.items[best].entity != candidate->entity;
        tied = other && subject == best_subject ? true : tied;
        if (best == PP_NONE || (subject && !best_subject)) {
            best = i - 1;
            best_subject = subject;
            tied = false;
        }
    }
    return tied ? PP_NONE : best;
}

/* What no name, role or owner tells: a body by its noun, a state as "the country", or somebody of
 * their own. */
static void resolve_body(pp_i_finder *finder, size_t index, size_t owner, bool can_own)
{
    pp_i_found *found = &finder->found.items[index];
    bool persons = owner != PP_NONE && /* "Carson's party" is no party named before */
                   finder->entities.items[owner].entity.kind == PP_ENTITY_PERSON;
    size_t affiliation = persons ? finder->entities.items[owner].entity.affiliation : PP_NONE;
    bool speaks_for_it =
        affiliation != PP_NONE && /* "his government" */
        (finder->entities.items[affiliation].entity.kind == PP_ENTITY_BODY ||
         (finder->entities.items[affiliation].entity.kind == PP_ENTITY_STATE && found->is_voice));
    if (found->kind == PP_FOUND_THE_BODY && speaks_for_it) {
        found->entity = affiliation;
        found->antecedent = found->owner;
        return;
    }
    pp_text noun = pp_i_names_form(finder, found->sentence, found->name_end - 1);
    bool of_land = owner != PP_NONE && pp_i_names_is_trade(noun) && /* "the Italian bank" */
                   finder->entities.items[owner].entity.kind == PP_ENTITY_STATE &&
                   !stands_as_owner(finder, found) &&
                   pp_i_word_in(pp_i_names_form(finder, found->sentence, found->start), "the The");
    owner = of_land ? PP_NONE : owner;
    found->owner = of_land ? PP_NONE : found->owner;
    bool of_group =
        owner != PP_NONE && finder->entities.items[owner].entity.kind == PP_ENTITY_GROUP;
    bool alone =
        found->kind == PP_FOUND_THE_BODY && found->is_definite && !persons && !of_group &&
        (of_land ||
         (!can_own && (found->role_end - found->role_start == 1 || is_counted(finder, found))));
    size_t land = found->kind == PP_FOUND_THE_BODY && found->is_definite && owner == PP_NONE
                      ? find_land(finder, index)
                      : PP_NONE;
    if (land != PP_NONE) {
        pp_i_pronoun_take_up(finder, index, land, SCORE_START / 2);
        return;
    }
    if (alone && pp_i_pronoun_take_named_body(finder, index))
        return;
    make_described(finder, index, owner);
}

void pp_i_pronoun_resolve_description(pp_i_finder *finder, size_t index)
{
    if (pp_i_pronoun_take_name_behind(finder, index) || pp_i_pronoun_take_name_below(finder, index))
        return;
    pp_i_found *found = &finder->found.items[index];
    size_t owner = found->owner == PP_NONE ? PP_NONE : finder->found.items[found->owner].entity;
    size_t people = owner == PP_NONE ? people_before(finder, found) : people_owning(finder, owner);
    if (people != PP_NONE && owner != PP_NONE)
        finder->found.items[found->owner].entity = people;
    owner = people != PP_NONE ? people : owner;
    if (found->same != PP_NONE && finder->found.items[found->same].entity != PP_NONE) {
        pp_i_pronoun_take_up(finder, index, found->same, SCORE_START);
        pp_i_entity *named = pp_i_pronoun_entity_of(finder, found);
        if (found->kind == PP_FOUND_THE_BODY && named->kind == PP_ENTITY_OTHER)
            named->kind = PP_ENTITY_BODY;
        if (found->kind == PP_FOUND_ROLE && named->kind != PP_ENTITY_PERSON && named->code == NULL)
            named->kind = PP_ENTITY_PERSON;
        return;
    }
    bool can_own =
        owner != PP_NONE && (finder->entities.items[owner].entity.kind == PP_ENTITY_STATE ||
                             finder->entities.items[owner].entity.kind == PP_ENTITY_BODY);
    if (found->is_voice && can_own && found->kind != PP_FOUND_ROLE &&
        !pp_i_names_is_own_people(finder, found, owner)) {
        found->entity = owner;
        found->antecedent = found->owner;
        return; /* of a derived one no mention is near */
    }
    size_t within = owner == PP_NONE && found->kind != PP_FOUND_ROLE
                        ? pp_i_pronoun_body_within(finder, index)
                        : PP_NONE;
    if (within != PP_NONE) { /* "the government delegation" */
        found->entity = within;
        found->antecedent = finder->entities.items[within].last_found;
        return;
    }
    size_t before = PP_NONE;
    if (found->kind == PP_FOUND_ROLE)
        before = find_role(finder, index);
    if (found->kind == PP_FOUND_GROUP && found->is_definite && owner == PP_NONE) {
        pp_text noun = pp_i_names_form(finder, found->sentence, found->name_end - 1);
        before = pp_i_pronoun_rebels(finder, index, noun);
        size_t called = before == PP_NONE && found->role_end - found->role_start == 1
                            ? pp_i_pronoun_by_noun(finder, noun)
                            : PP_NONE;
        before = called == PP_NONE ? before : finder->entities.items[called].last_found;
    }
    if (found->kind == PP_FOUND_ROLE && found->is_definite && owner == PP_NONE && before == PP_NONE)
        before = find_person_before(finder, index);
    if (before != PP_NONE) {
        pp_i_pronoun_take_up(finder, index, before, SCORE_START);
        return;
    }
    resolve_body(finder, index, owner, can_own);
}
