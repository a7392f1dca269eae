/*
 * names.c: from what sentences name to entities: see names.h.
 *
 * First what is sure by its form (the gazetteer, full names, ministries), then what leans on it
 * (surnames, acronyms, single words), then descriptions and pronouns in the order of the text.
 */
#include "reading/names_steps.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum {
    PRINCIPAL_STEP_COUNT_MAX = 8,
    INFERRED_COUNT_MAX = 64,      /* heads of state whose state is looked for */
    LONG_NAME_BYTE_COUNT_MIN = 46 /* of a body that may go by its acronym */
};

bool pp_i_names_says(const pp_i_sentence *sentence, uint32_t token)
{
    const pp_i_token *at = &sentence->tokens[token];
    return at->relation == PP_REL_NSUBJ && at->head != PP_NO_HEAD &&
           (pp_i_name_word(sentence->tokens[at->head].lemma, NULL) & PP_WORD_SPEECH) != 0;
}

pp_text pp_i_names_words(pp_i_finder *finder, size_t sentence, uint32_t start, uint32_t end)
{
    const pp_i_token *tokens = finder->sentences[sentence].tokens;
    pp_i_builder words;
    pp_i_builder_init(&words, finder->arena);
    for (uint32_t i = start; i < end; i++) {
        if (i > start && tokens[i - 1].byte_end != tokens[i].byte_start)
            pp_i_builder_add_byte(&words, ' ');
        pp_i_builder_add(&words, tokens[i].form);
    }
    finder->no_memory = finder->no_memory || words.failed;
    return words.failed || words.data == NULL ? PP_TEXT("") : pp_i_builder_text(&words);
}

const char *pp_i_names_key(pp_i_finder *finder, const char *prefix, pp_text words)
{
    size_t prefix_length = strlen(prefix), length = prefix_length;
    char *key = pp_i_arena_alloc(finder->arena, prefix_length + words.length + 1);
    if (key == NULL) {
        finder->no_memory = true;
        return NULL;
    }
    memcpy(key, prefix, prefix_length);
    for (size_t i = 0; i < words.length; i++) {
        char c = words.data[i];
        if (c != '.')
            key[length++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    key[length] = '\0';
    return key;
}

size_t pp_i_names_entity(pp_i_finder *finder, pp_i_entity_kind kind, const char *key, pp_text name,
                         pp_i_found_kind made_of)
{
    if (key == NULL)
        return PP_NONE;
    size_t index = pp_i_map_get(&finder->keys, pp_i_text_of(key));
    if (index != PP_NONE)
        return index;
    pp_i_draft_entity draft = {.entity = {.name = name,
                                          .key = key,
                                          .kind = kind,
                                          .affiliation = PP_NONE,
                                          .affiliation_mention = PP_NONE,
                                          .mention_first = PP_NONE},
                               .made_of = made_of,
                               .last_found = PP_NONE};
    index = finder->entities.count;
    if (!PP_LIST_ADD(finder->arena, &finder->entities, draft) ||
        !pp_i_map_set(&finder->keys, pp_i_text_of(key), index)) {
        finder->no_memory = true;
        return PP_NONE;
    }
    return index;
}

static int compare_found(const void *a, const void *b)
{
    const pp_i_found *x = a, *y = b;
    if (x->sentence != y->sentence)
        return x->sentence < y->sentence ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return x->certainty == y->certainty ? 0 : x->certainty > y->certainty ? -1 : 1;
}

static uint8_t mention_kind(const pp_i_found *found)
{
    switch (found->kind) {
    case PP_FOUND_KNOWN:
        return found->known_kind == PP_KNOWN_DEMONYM ? PP_MENTION_DEMONYM
               : found->known_kind == PP_KNOWN_NAME  ? PP_MENTION_NAME
                                                     : PP_MENTION_METONYM;
    case PP_FOUND_ROLE:
    case PP_FOUND_THE_BODY:
    case PP_FOUND_GROUP:
        return PP_MENTION_DESCRIPTION;
    case PP_FOUND_PRONOUN:
        return PP_MENTION_PRONOUN;
    default:
        return PP_MENTION_NAME;
    }
}

/* The place of each found thing once they are sorted by place; null where memory has run out. */
static size_t *sort_places(pp_i_finder *finder, pp_i_found **sorted)
{
    size_t count = finder->found.count;
    size_t *places = PP_NEW_ARRAY(finder->arena, size_t, count);
    *sorted = PP_NEW_ARRAY(finder->arena, pp_i_found, count);
    if (places == NULL || *sorted == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        (*sorted)[i] = finder->found.items[i];
        (*sorted)[i].same = i; /* its old place, from here on */
    }
    for (size_t from = 0, to; from < count; from = to) { /* a sentence at a time: few */
        for (to = from + 1; to < count && (*sorted)[to].sentence == (*sorted)[from].sentence;)
            to++;
        qsort(*sorted + from, to - from, sizeof **sorted, compare_found);
    }
    for (size_t i = 0; i < count; i++)
        places[(*sorted)[i].same] = i;
    return places;
}

/* Numbers entities by their first mention; those that no mention has are dropped. */
static bool write_entities(pp_i_finder *finder, pp_i_names *names, pp_i_mention *mentions,
                           const size_t *places)
{
    size_t count = finder->entities.count, used = 0;
    size_t *numbers = PP_NEW_ARRAY(finder->arena, size_t, count);
    pp_i_entity *entities = PP_NEW_ARRAY(finder->arena, pp_i_entity, count);
    if (numbers == NULL || entities == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        numbers[i] = PP_NONE;
    for (size_t i = 0; i < names->mention_count; i++) {
        size_t old = mentions[i].entity;
        if (old == PP_NONE)
            continue;
        if (numbers[old] == PP_NONE) {
            numbers[old] = used;
            entities[used] = finder->entities.items[old].entity;
            entities[used].aliases = finder->entities.items[old].aliases.items;
            entities[used].alias_count = finder->entities.items[old].aliases.count;
            entities[used].mention_count = 0;
            entities[used++].mention_first = i;
        }
        mentions[i].entity = numbers[old];
        entities[numbers[old]].mention_count++; /* anew: drafts counted while they were resolved */
    }
    for (size_t i = 0; i < used; i++) {
        size_t *affiliation = &entities[i].affiliation;
        *affiliation = *affiliation == PP_NONE ? PP_NONE : numbers[*affiliation];
        if (entities[i].affiliation_mention != PP_NONE)
            entities[i].affiliation_mention = places[entities[i].affiliation_mention];
    }
    names->entities = entities;
    names->entity_count = used;
    return true;
}

static bool write_names(pp_i_finder *finder, pp_i_names *names)
{
    pp_i_found *sorted;
    size_t count = finder->found.count;
    size_t *places = sort_places(finder, &sorted);
    pp_i_mention *mentions = PP_NEW_ARRAY(finder->arena, pp_i_mention, count);
    size_t *starts = PP_NEW_ARRAY(finder->arena, size_t, finder->sentence_count + 1);
    if (places == NULL || mentions == NULL || starts == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        const pp_i_found *found = &sorted[i];
        mentions[i] = (pp_i_mention){
            .sentence = found->sentence,
            .token_start = found->start,
            .token_end = found->end,
            .head = found->head,
            .entity = found->entity,
            .antecedent = found->antecedent == PP_NONE ? PP_NONE : places[found->antecedent],
            .kind = mention_kind(found),
            .certainty = found->certainty};
        starts[found->sentence + 1] = i + 1;
    }
    for (size_t i = 1; i <= finder->sentence_count; i++)
        if (starts[i] < starts[i - 1])
            starts[i] = starts[i - 1];
    names->mentions = mentions;
    names->mention_count = count;
    names->sentence_mentions = starts;
    names->sentence_count = finder->sentence_count;
    return write_entities(finder, names, mentions, places);
}

/* The acronym among the aliases of a body, or nothing. */
static pp_text *find_acronym(pp_i_draft_entity *draft)
{
    bool body = draft->entity.kind == PP_ENTITY_BODY && draft->entity.code == NULL;
    for (size_t k = 0; body && k < draft->aliases.count; k++) {
        pp_text alias = draft->aliases.items[k];
        if (pp_i_names_is_acronym(alias) && memchr(alias.data, ' ', alias.length) == NULL)
            return &draft->aliases.items[k];
    }
    return NULL;
}

/* Notes the acronym of those who are called by it more often than by their name. */
static void see_usual_names(pp_i_finder *finder)
{
    long *lead = PP_NEW_ARRAY(finder->arena, long, finder->entities.count + 1);
    for (size_t i = 0; lead != NULL && i < finder->found.count; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->entity == PP_NONE || found->kind > PP_FOUND_UNSURE)
            continue;
        pp_i_draft_entity *draft = &finder->entities.items[found->entity];
        const pp_text *acronym = find_acronym(draft);
        pp_text words = pp_i_names_words_of(finder, found);
        if (acronym != NULL && draft->made_of != PP_FOUND_KNOWN)
            lead[found->entity] += pp_i_text_equal(words, *acronym)
                                       ? 1
                                       : -(long)pp_i_text_equal(words, draft->entity.name);
    }
    for (size_t i = 0; lead != NULL && i < finder->entities.count; i++)
        if (lead[i] > 0)
            finder->entities.items[i].entity.usual = *find_acronym(&finder->entities.items[i]);
    finder->no_memory = finder->no_memory || lead == NULL;
}

/* "the Revolutionary Armed Forces (RAF)" goes by its letters: a long name changes places with the
 * acronym among its aliases; of a short one it is noted where the report prefers it. */
static void use_short_names(pp_i_finder *finder)
{
    see_usual_names(finder);
    for (size_t i = 0; i < finder->entities.count; i++) {
        pp_i_draft_entity *draft = &finder->entities.items[i];
        pp_text *acronym = find_acronym(draft), name = draft->entity.name;
        if (acronym != NULL && name.length >= LONG_NAME_BYTE_COUNT_MIN) {
            draft->entity.name = *acronym;
            *acronym = name;
            draft->entity.usual = PP_TEXT("");
        }
    }
}

static void find_all(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->sentence_count && !finder->no_memory; i++)
        pp_i_names_scan(finder, i);
    if (!finder->no_memory)
        pp_i_names_assign_names(finder);
    pp_i_names_join_brackets(finder);
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        if (finder->found.items[i].kind == PP_FOUND_UNSURE) /* acronyms that brackets explained */
            pp_i_names_assign_unsure(finder, &finder->found.items[i]);
    pp_i_names_join_peoples(finder);
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        pp_i_names_learn(finder, i);
    if (!finder->no_memory)
        pp_i_names_resolve(finder);
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        pp_i_names_learn(finder, i);
    if (!finder->no_memory)
        pp_i_names_join_described(finder);
    if (!finder->no_memory)
        pp_i_names_side_members(finder);
    if (!finder->no_memory)
        pp_i_names_find_sides(finder);
    pp_i_names_add_aliases(finder);
    use_short_names(finder);
    size_t inferred = 0;
    for (size_t i = 0; i < finder->entities.count && !finder->no_memory; i++) {
        const pp_i_entity *entity = &finder->entities.items[i].entity;
        if (entity->affiliation == PP_NONE && pp_i_names_is_head_of_state(entity) &&
            finder->entities.items[i].made_of == PP_FOUND_PERSON && inferred++ < INFERRED_COUNT_MAX)
            pp_i_names_infer_affiliation(finder, i);
    }
}

pp_status pp_i_names_find(const pp_i_sentence *sentences, size_t sentence_count, pp_i_arena *arena,
                          const pp_i_names **names, pp_error *error)
{
    pp_i_finder finder = {.arena = arena, .sentences = sentences, .sentence_count = sentence_count};
    pp_i_map_init(&finder.keys, arena);
    pp_i_names *made = PP_NEW(arena, pp_i_names);
    finder.no_memory = !pp_i_speaking_find(sentences, sentence_count, arena, &finder.speaking);
    find_all(&finder);
    if (made == NULL || finder.no_memory || !write_names(&finder, made))
        return pp_i_fail_memory(error);
    made->speaking = finder.speaking;
    *names = made;
    return PP_OK;
}

size_t pp_i_names_at(const pp_i_names *names, size_t sentence, uint32_t token)
{
    size_t hanging = PP_NONE, covering = PP_NONE;
    if (sentence >= names->sentence_count)
        return PP_NONE;
    for (size_t i = names->sentence_mentions[sentence]; i < names->sentence_mentions[sentence + 1];
         i++) {
        const pp_i_mention *mention = &names->mentions[i];
        if (token < mention->token_start || token >= mention->token_end)
            continue;
        if (mention->head == token && hanging == PP_NONE)
            hanging = i;
        covering = i; /* later ones that cover it are shorter or start further on */
    }
    return hanging != PP_NONE ? hanging : covering;
}

size_t pp_i_names_principal(const pp_i_names *names, size_t entity)
{
    for (size_t i = 0; i < PRINCIPAL_STEP_COUNT_MAX; i++) {
        if (names->entities[entity].affiliation == PP_NONE)
            break;
        entity = names->entities[entity].affiliation;
    }
    return entity;
}

bool pp_i_names_is_inferred(const pp_i_names *names, size_t entity)
{
    size_t principal = pp_i_names_principal(names, entity);
    while (entity != principal) {
        if (names->entities[entity].affiliation_is_inferred)
            return true;
        entity = names->entities[entity].affiliation;
    }
    return false;
}

const char *pp_i_entity_kind_text(pp_i_entity_kind kind)
{
    static const char *const texts[] = {"person", "state", "body", "group", "place", "other"};
    return kind <= PP_ENTITY_OTHER ? texts[kind] : "other";
}
