/*
 * names.c: from what sentences name to entities: see names.h.
 *
 * First what is sure by its form (the gazetteer, full names, ministries), then what leans on it
 * (surnames, acronyms, single words), then descriptions and pronouns in the order of the text.
 */
#include "reading/names_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum {
    PRINCIPAL_STEP_COUNT_MAX = 8,
    CONJUNCT_COUNT_MAX = 8,
    ACRONYM_LENGTH_MAX = 12,
    SURNAME_BYTE_COUNT_MAX = 64,
    INFERRED_COUNT_MAX = 64 /* heads of state whose state is looked for */
};

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

static pp_text words_of(pp_i_finder *finder, const pp_i_found *found)
{
    return pp_i_names_words(finder, found->sentence, found->name_start, found->name_end);
}

/* Another key under which an entity is found; the first one keeps it unless `newest`. */
static void set_key(pp_i_finder *finder, const char *key, size_t entity, bool newest)
{
    if (key == NULL || entity == PP_NONE)
        return;
    if (newest || pp_i_map_get(&finder->keys, pp_i_text_of(key)) == PP_NONE)
        if (!pp_i_map_set(&finder->keys, pp_i_text_of(key), entity))
            finder->no_memory = true;
}

static size_t get_key(const pp_i_finder *finder, const char *key)
{
    return key == NULL ? PP_NONE : pp_i_map_get(&finder->keys, pp_i_text_of(key));
}

/* Whether a capital speaks here: as a subject, an owner, behind "by" or "according to". */
static bool is_agent(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    const pp_i_token *head = &sentence->tokens[found->head];
    for (int i = 0;
         i < CONJUNCT_COUNT_MAX && head->relation == PP_REL_CONJ && head->head != PP_NO_HEAD; i++)
        head = &sentence->tokens[head->head];
    if (head->relation == PP_REL_NSUBJ)
        return true;
    if (found->end < sentence->token_count) {
        pp_text next = sentence->tokens[found->end].form;
        if (pp_i_text_is(next, "'s") || pp_i_text_is(next, "\xE2\x80\x99s"))
            return true;
    }
    if (found->start == 0)
        return false;
    pp_text before = sentence->tokens[found->start - 1].form;
    if (pp_i_text_is(before, "to") && found->start > 1)
        return pp_i_text_is(sentence->tokens[found->start - 2].lemma, "accord") ||
               pp_i_text_is(sentence->tokens[found->start - 2].form, "according") ||
               pp_i_text_is(sentence->tokens[found->start - 2].form, "According");
    return pp_i_text_is(before, "by") || pp_i_text_is(before, "between") ||
           pp_i_text_is(before, "with") || pp_i_text_is(before, "against");
}

static bool follows_place_word(const pp_i_finder *finder, const pp_i_found *found)
{
    static const char *const words[] = {
        "in",      "at",   "near", "across",     "outside", "around", "from", "to",  "toward",
        "towards", "into", "over", "throughout", "In",      "At",     "Near", "From"};
    if (found->start == 0)
        return false;
    pp_text before = pp_i_names_form(finder, found->sentence, found->start - 1);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pp_i_text_is(before, words[i]))
            return true;
    return false;
}

static bool starts_with_article(const pp_i_finder *finder, const pp_i_found *found)
{
    pp_text first = pp_i_names_form(finder, found->sentence, found->start);
    return pp_i_text_is(first, "the") || pp_i_text_is(first, "The");
}

static void assign_known(pp_i_finder *finder, pp_i_found *found)
{
    const pp_i_known *known = found->known;
    bool is_place = found->known_kind == PP_KNOWN_CAPITAL && !is_agent(finder, found);
    if (is_place) {
        pp_text words = words_of(finder, found);
        found->entity =
            pp_i_names_entity(finder, PP_ENTITY_PLACE, pp_i_names_key(finder, "place ", words),
                              words, PP_FOUND_KNOWN);
        return;
    }
    char *key =
        pp_i_arena_print(finder->arena, "%s %s", known->is_state ? "iso" : "org", known->code);
    if (key == NULL) {
        finder->no_memory = true;
        return;
    }
    found->entity = pp_i_names_entity(finder, known->is_state ? PP_ENTITY_STATE : PP_ENTITY_BODY,
                                      key, pp_i_text_of(known->name), PP_FOUND_KNOWN);
    if (known->is_state && found->entity != PP_NONE)
        finder->entities.items[found->entity].entity.code = known->code;
    if (known->noun != NULL)
        set_key(finder, pp_i_names_key(finder, "noun ", pp_i_text_of(known->noun)), found->entity,
                true);
}

/* A surname as it is compared: small, without doubled letters and with one y for its spellings. */
static const char *surname_key(pp_i_finder *finder, pp_text surname)
{
    char folded[SURNAME_BYTE_COUNT_MAX];
    size_t length = 0;
    for (size_t i = 0; i < surname.length && length < sizeof folded; i++) {
        char c = surname.data[i];
        c = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
        bool next_is_y = i + 1 < surname.length && (surname.data[i + 1] | 0x20) == 'y';
        if ((c == 'i' && next_is_y) || (length > 0 && folded[length - 1] == c))
            continue;
        folded[length++] = c;
    }
    return pp_i_names_key(finder, "surname ", (pp_text){folded, length});
}

static pp_text first_word(pp_text words)
{
    size_t length = 0;
    while (length < words.length && words.data[length] != ' ')
        length++;
    return (pp_text){words.data, length};
}

static pp_text last_word(pp_text words)
{
    if (words.length == 0)
        return PP_TEXT("");
    size_t start = words.length;
    while (start > 0 && words.data[start - 1] != ' ')
        start--;
    pp_text last = {words.data + start, words.length - start};
    bool is_suffix = pp_i_text_is(last, "Jr.") || pp_i_text_is(last, "Jr") ||
                     pp_i_text_is(last, "Sr.") || pp_i_text_is(last, "II") ||
                     pp_i_text_is(last, "III");
    return is_suffix && start > 1 ? last_word((pp_text){words.data, start - 1}) : last;
}

/* "J. D." and "James", "Jim": no contradiction where one begins as the other does, or lacks it. */
static bool first_names_agree(pp_text a, pp_text b)
{
    bool a_alone = first_word(a).length == a.length, b_alone = first_word(b).length == b.length;
    if (a_alone || b_alone)
        return true;
    pp_text first_a = first_word(a), first_b = first_word(b);
    bool initial = first_a.length <= 2 || first_b.length <= 2 || first_a.data[1] == '.' ||
                   first_b.data[1] == '.';
    return initial ? first_a.data[0] == first_b.data[0] : pp_i_text_equal(first_a, first_b);
}

static void assign_person(pp_i_finder *finder, pp_i_found *found)
{
    pp_text words = words_of(finder, found);
    const char *surname = surname_key(finder, last_word(words));
    size_t entity = get_key(finder, surname);
    if (entity != PP_NONE) {
        pp_i_entity *known = &finder->entities.items[entity].entity;
        bool gender_fits = found->gender == PP_GENDER_OPEN || known->gender == PP_GENDER_OPEN ||
                           found->gender == known->gender;
        if (!first_names_agree(known->name, words) || !gender_fits)
            entity = PP_NONE;
        else if (words.length > known->name.length)
            known->name = words;
    }
    if (entity == PP_NONE)
        entity =
            pp_i_names_entity(finder, PP_ENTITY_PERSON, pp_i_names_key(finder, "person ", words),
                              words, PP_FOUND_PERSON);
    set_key(finder, surname, entity, true);
    found->entity = entity;
}

/* The first letters of a name's capitalised words: "Munich Security Conference" is MSC. */
static const char *acronym_key(pp_i_finder *finder, pp_text words)
{
    char letters[ACRONYM_LENGTH_MAX];
    size_t length = 0;
    for (size_t i = 0; i < words.length && length < sizeof letters; i++)
        if ((i == 0 || words.data[i - 1] == ' ' || words.data[i - 1] == '-') &&
            words.data[i] >= 'A' && words.data[i] <= 'Z')
            letters[length++] = words.data[i];
    return length < 2 ? NULL : pp_i_names_key(finder, "acronym ", (pp_text){letters, length});
}

/* Whether it is the subject of a verb, or joined to one that is. */
static bool is_doing(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    const pp_i_token *head = &sentence->tokens[found->head];
    for (int i = 0;
         i < CONJUNCT_COUNT_MAX && head->relation == PP_REL_CONJ && head->head != PP_NO_HEAD; i++)
        head = &sentence->tokens[head->head];
    return head->relation == PP_REL_NSUBJ && head->head != PP_NO_HEAD &&
           sentence->tokens[head->head].tag == PP_TAG_VERB;
}

/* A name of no known kind that does something is somebody; a treaty that does is not. */
static void see_doing(pp_i_finder *finder, const pp_i_found *found)
{
    pp_i_entity *entity = &finder->entities.items[found->entity].entity;
    if (entity->kind == PP_ENTITY_OTHER && is_doing(finder, found) &&
        (pp_i_name_word(last_word(entity->name), NULL) & PP_WORD_OTHER) == 0)
        entity->kind = PP_ENTITY_BODY;
}

static void assign_named(pp_i_finder *finder, pp_i_found *found)
{
    static const struct {
        pp_i_entity_kind kind;
        const char *prefix;
    } kinds[] = {[PP_FOUND_BODY] = {PP_ENTITY_BODY, "body "},
                 [PP_FOUND_PLACE] = {PP_ENTITY_PLACE, "place "},
                 [PP_FOUND_OTHER] = {PP_ENTITY_OTHER, "name "}};
    pp_text words = words_of(finder, found);
    const char *key = pp_i_names_key(finder, kinds[found->kind].prefix, words);
    found->entity = pp_i_names_entity(finder, kinds[found->kind].kind, key, words, found->kind);
    if (found->entity != PP_NONE)
        see_doing(finder, found);
    set_key(finder, acronym_key(finder, words), found->entity, false);
    set_key(finder, pp_i_names_key(finder, "any ", words), found->entity, false);
    if (found->kind != PP_FOUND_PLACE && first_word(words).length < words.length)
        set_key(finder, pp_i_names_key(finder, "first ", first_word(words)), found->entity, false);
    if (found->kind == PP_FOUND_BODY && found->entity != PP_NONE) /* "the union" later on */
        set_key(finder, pp_i_names_key(finder, "noun ", last_word(words)), found->entity, true);
}

static bool is_acronym(pp_text word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.length; i++)
        capitals += word.data[i] >= 'A' && word.data[i] <= 'Z';
    return capitals >= 2 && capitals * 2 > word.length;
}

/* Several names without a title: a person, unless what stands before says otherwise. */
static bool is_no_person(const pp_i_finder *finder, const pp_i_found *found)
{
    if (found->role_start < found->role_end)
        return false;
    return starts_with_article(finder, found) ||
           (found->start > 0 &&
            (pp_i_text_is(pp_i_names_form(finder, found->sentence, found->start - 1), "the") ||
             pp_i_text_is(pp_i_names_form(finder, found->sentence, found->start - 1), "The"))) ||
           (follows_place_word(finder, found) && !is_agent(finder, found) &&
            !pp_i_text_is(pp_i_names_form(finder, found->sentence, found->start - 1), "to") &&
            !pp_i_text_is(pp_i_names_form(finder, found->sentence, found->start - 1), "from"));
}

/* Whether it is the subject of a verb that somebody does. */
static bool is_speaking(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    const pp_i_token *head = &sentence->tokens[found->head];
    return head->relation == PP_REL_NSUBJ && head->head != PP_NO_HEAD &&
           (pp_i_name_word(sentence->tokens[head->head].lemma, NULL) & PP_WORD_SPEECH) != 0;
}

/* "Houthis", "Democrats": people, by the plural. */
static bool is_plural_name(pp_text word)
{
    if (word.length < 5 || word.data[word.length - 1] != 's')
        return false;
    char before = word.data[word.length - 2];
    return strchr("sui'o", before) == NULL ||
           pp_i_text_is((pp_text){word.data + word.length - 3, 3}, "his");
}

/* One capitalised word: a surname, an acronym, what was named before, or what its place tells. */
static void assign_unsure(pp_i_finder *finder, pp_i_found *found)
{
    pp_text words = words_of(finder, found);
    size_t entity = get_key(finder, surname_key(finder, words));
    if (entity == PP_NONE && is_acronym(words))
        entity = get_key(finder, pp_i_names_key(finder, "acronym ", words));
    if (entity == PP_NONE)
        entity = get_key(finder, pp_i_names_key(finder, "any ", words));
    if (entity == PP_NONE && !follows_place_word(finder, found)) /* "Castor" of "Castor Homes" */
        entity = get_key(finder, pp_i_names_key(finder, "first ", words));
    bool body = (pp_i_name_word(words, NULL) & PP_WORD_BODY) != 0;         /* "Front commander" */
    if (entity == PP_NONE && (body || starts_with_article(finder, found))) /* of "the X Front" */
        entity = get_key(finder, pp_i_names_key(finder, "noun ", words));
    bool agent = is_agent(finder, found), speaking = is_speaking(finder, found);
    if (entity == PP_NONE) {
        bool group = starts_with_article(finder, found) && is_plural_name(words);
        entity = pp_i_names_entity(finder, group ? PP_ENTITY_GROUP : PP_ENTITY_OTHER,
                                   pp_i_names_key(finder, "name ", words), words, PP_FOUND_UNSURE);
        if (entity != PP_NONE && is_acronym(words))
            finder->entities.items[entity].entity.kind = PP_ENTITY_BODY;
    }
    found->entity = entity;
    if (entity == PP_NONE)
        return;
    see_doing(finder, found);
    pp_i_entity *known = &finder->entities.items[entity].entity;
    if (known->kind == PP_ENTITY_OTHER &&
        finder->entities.items[entity].made_of == PP_FOUND_UNSURE) {
        if (speaking)
            known->kind = PP_ENTITY_BODY;
        else if (!agent && follows_place_word(finder, found))
            known->kind = PP_ENTITY_PLACE;
    } else if (known->kind == PP_ENTITY_PLACE && speaking &&
               finder->entities.items[entity].made_of == PP_FOUND_UNSURE) {
        known->kind = PP_ENTITY_BODY; /* "Oakville says": a town's own voice */
    }
}

static bool is_single_person(const pp_i_found *found)
{
    return found->kind == PP_FOUND_PERSON && found->name_end - found->name_start == 1;
}

static void assign_names(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
        pp_i_found *found = &finder->found.items[i];
        if (found->kind == PP_FOUND_KNOWN)
            assign_known(finder, found);
        else if (found->kind == PP_FOUND_PERSON && !is_single_person(found)) {
            if (is_no_person(finder, found)) {
                bool agent = is_agent(finder, found) || starts_with_article(finder, found);
                found->kind = !agent                       ? PP_FOUND_PLACE
                              : is_speaking(finder, found) ? PP_FOUND_BODY
                                                           : PP_FOUND_OTHER;
                assign_named(finder, found);
            } else {
                assign_person(finder, found);
            }
        } else if (found->kind == PP_FOUND_BODY || found->kind == PP_FOUND_PLACE ||
                   found->kind == PP_FOUND_OTHER) {
            assign_named(finder, found);
        }
    }
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        if (is_single_person(&finder->found.items[i]))
            assign_person(finder, &finder->found.items[i]);
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        if (finder->found.items[i].kind == PP_FOUND_UNSURE)
            assign_unsure(finder, &finder->found.items[i]);
}

/* "Munich Security Conference (MSC)": the brackets name what stands before them. */
static void join_brackets(pp_i_finder *finder)
{
    for (size_t i = 1; i < finder->found.count && !finder->no_memory; i++) {
        const pp_i_found *before = &finder->found.items[i - 1], *inside = &finder->found.items[i];
        const pp_i_sentence *sentence = &finder->sentences[inside->sentence];
        if (before->sentence != inside->sentence || before->end + 1 != inside->start ||
            !pp_i_text_is(sentence->tokens[before->end].form, "(") ||
            inside->end >= sentence->token_count ||
            !pp_i_text_is(sentence->tokens[inside->end].form, ")") ||
            (before->kind != PP_FOUND_BODY && before->kind != PP_FOUND_OTHER &&
             before->kind != PP_FOUND_PERSON && before->kind != PP_FOUND_PLACE) ||
            inside->kind == PP_FOUND_KNOWN || inside->name_end - inside->name_start != 1)
            continue;
        pp_text acronym = words_of(finder, inside);
        if (!is_acronym(acronym))
            continue;
        set_key(finder, pp_i_names_key(finder, "acronym ", acronym), before->entity, true);
        if (before->kind == PP_FOUND_PERSON && before->entity != PP_NONE) /* people have none */
            finder->entities.items[before->entity].entity.kind = PP_ENTITY_BODY;
    }
}

static void add_alias(pp_i_finder *finder, size_t entity, pp_text words)
{
    pp_i_draft_entity *draft = &finder->entities.items[entity];
    if (words.length == 0 || pp_i_text_equal(words, draft->entity.name))
        return;
    for (size_t i = 0; i < draft->aliases.count; i++)
        if (pp_i_text_equal(draft->aliases.items[i], words))
            return;
    if (!PP_LIST_ADD(finder->arena, &draft->aliases, words))
        finder->no_memory = true;
}

/* Who has a negotiator or a president is somebody: "Belen's chief negotiator", "President X of
 * Belen". A place that has a mayor may still be only a place. */
static void see_having(pp_i_finder *finder, const pp_i_found *found, size_t owner)
{
    pp_i_draft_entity *draft = &finder->entities.items[owner];
    bool titled = found->kind == PP_FOUND_ROLE ||
                  (found->kind == PP_FOUND_PERSON && found->role_start < found->role_end);
    if (titled && draft->entity.kind == PP_ENTITY_OTHER && draft->made_of == PP_FOUND_UNSURE)
        draft->entity.kind = PP_ENTITY_BODY;
}

/* Title, gender, and for whom, of a named person, from each of its mentions. */
static void learn(pp_i_finder *finder, size_t index)
{
    pp_i_found *found = &finder->found.items[index];
    if (found->entity == PP_NONE || found->kind == PP_FOUND_PRONOUN)
        return;
    pp_i_entity *entity = &finder->entities.items[found->entity].entity;
    if (entity->gender == PP_GENDER_OPEN && entity->kind == PP_ENTITY_PERSON)
        entity->gender = found->gender;
    if (entity->role.length == 0 && found->role_start < found->role_end &&
        (entity->kind == PP_ENTITY_PERSON))
        entity->role =
            pp_i_names_words(finder, found->sentence, found->role_start, found->role_end);
    if (found->owner == PP_NONE || entity->affiliation != PP_NONE)
        return;
    size_t owner = finder->found.items[found->owner].entity;
    if (owner == PP_NONE || owner == found->entity)
        return;
    see_having(finder, found, owner);
    pp_i_entity_kind kind = finder->entities.items[owner].entity.kind;
    bool speaks = entity->kind == PP_ENTITY_PERSON || entity->kind == PP_ENTITY_BODY ||
                  entity->kind == PP_ENTITY_GROUP;
    if (!speaks || kind == PP_ENTITY_OTHER || kind == PP_ENTITY_PLACE)
        return;
    if (entity->kind == PP_ENTITY_PERSON && found->kind == PP_FOUND_PERSON &&
        found->role_start == found->role_end)
        return; /* "Ukraine's Olena" says nothing about for whom she speaks */
    entity->affiliation = owner;
    entity->affiliation_mention = index;
}

static void add_aliases(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
        const pp_i_found *found = &finder->found.items[i];
        bool is_name = found->kind <= PP_FOUND_UNSURE && !found->is_voice;
        if (is_name && found->entity != PP_NONE)
            add_alias(finder, found->entity, words_of(finder, found));
    }
}

static bool is_head_of_state(const pp_i_entity *entity)
{
    pp_text role = last_word(entity->role);
    return entity->kind == PP_ENTITY_PERSON &&
           ((pp_i_name_word(role, NULL) & PP_WORD_HEAD_OF_STATE) != 0 ||
            pp_i_text_is(entity->role, "Prime Minister") ||
            pp_i_text_is(entity->role, "prime minister"));
}

/* Whether another head of state speaks for this state under the same title. */
static bool has_head(const pp_i_finder *finder, size_t state, const pp_i_entity *except)
{
    for (size_t i = 0; i < finder->entities.count; i++) {
        const pp_i_entity *entity = &finder->entities.items[i].entity;
        if (entity != except && entity->affiliation == state && is_head_of_state(entity))
            return true;
    }
    return false;
}

/* A president of no named state speaks for the one that is named most often in the same sentences,
 * whose own is not another one, and at least twice as often as any other; said to be inferred. */
static void infer_affiliation(pp_i_finder *finder, size_t index)
{
    pp_i_entity *person = &finder->entities.items[index].entity;
    size_t *counts = PP_NEW_ARRAY(finder->arena, size_t, finder->entities.count);
    size_t best = PP_NONE, from = 0;
    if (counts == NULL) {
        finder->no_memory = true;
        return;
    }
    for (size_t i = 0; i < finder->found.count; i++) {
        if (finder->found.items[i].sentence != finder->found.items[from].sentence)
            from = i;
        if (finder->found.items[i].entity != index)
            continue;
        size_t sentence = finder->found.items[i].sentence;
        for (size_t j = from;
             j < finder->found.count && finder->found.items[j].sentence == sentence; j++) {
            size_t other = finder->found.items[j].entity;
            if (other != PP_NONE && finder->entities.items[other].entity.kind == PP_ENTITY_STATE)
                counts[other] += finder->found.items[j].kind == PP_FOUND_KNOWN;
        }
    }
    size_t next = 0; /* of the second */
    for (size_t i = 0; i < finder->entities.count; i++) {
        if (counts[i] == 0 || has_head(finder, i, person))
            continue;
        if (best == PP_NONE || counts[i] > counts[best]) {
            next = best == PP_NONE ? 0 : counts[best];
            best = i;
        } else if (counts[i] > next) {
            next = counts[i];
        }
    }
    if (best == PP_NONE || counts[best] < 2 * next)
        return; /* presidents talk of the other side too: none rather than the wrong one */
    person->affiliation = best;
    person->affiliation_is_inferred = true;
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

static void find_all(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->sentence_count && !finder->no_memory; i++)
        pp_i_names_scan(finder, i);
    if (!finder->no_memory)
        assign_names(finder);
    join_brackets(finder);
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        if (finder->found.items[i].kind == PP_FOUND_UNSURE) /* acronyms that brackets explained */
            assign_unsure(finder, &finder->found.items[i]);
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        learn(finder, i);
    if (!finder->no_memory)
        pp_i_names_resolve(finder);
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        learn(finder, i);
    add_aliases(finder);
    size_t inferred = 0;
    for (size_t i = 0; i < finder->entities.count && !finder->no_memory; i++) {
        const pp_i_entity *entity = &finder->entities.items[i].entity;
        if (entity->affiliation == PP_NONE && is_head_of_state(entity) &&
            finder->entities.items[i].made_of == PP_FOUND_PERSON && inferred++ < INFERRED_COUNT_MAX)
            infer_affiliation(finder, i);
    }
}

pp_status pp_i_names_find(const pp_i_sentence *sentences, size_t sentence_count, pp_i_arena *arena,
                          const pp_i_names **names, pp_error *error)
{
    pp_i_finder finder = {.arena = arena, .sentences = sentences, .sentence_count = sentence_count};
    pp_i_map_init(&finder.keys, arena);
    pp_i_names *made = PP_NEW(arena, pp_i_names);
    find_all(&finder);
    if (made == NULL || finder.no_memory || !write_names(&finder, made))
        return pp_i_fail_memory(error);
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

const char *pp_i_entity_kind_text(pp_i_entity_kind kind)
{
    static const char *const texts[] = {"person", "state", "body", "group", "place", "other"};
    return kind <= PP_ENTITY_OTHER ? texts[kind] : "other";
}
