/* names_assign.c: which entity what was found belongs to; see names_steps.h. */
#include "reading/names_steps.h"

#include <string.h>

enum {
    CONJUNCT_COUNT_MAX = 8,
};

pp_text pp_i_names_words_of(pp_i_finder *finder, const pp_i_found *found)
{
    return pp_i_names_words(finder, found->sentence, found->name_start, found->name_end);
}

void pp_i_names_set_key(pp_i_finder *finder, const char *key, size_t entity, bool newest)
{
    if (key == NULL || entity == PP_NONE)
        return;
    if (newest || pp_i_map_get(&finder->keys, pp_i_text_of(key)) == PP_NONE)
        if (!pp_i_map_set(&finder->keys, pp_i_text_of(key), entity))
            finder->no_memory = true;
}

size_t pp_i_names_get_key(const pp_i_finder *finder, const char *key)
{
    return key == NULL ? PP_NONE : pp_i_map_get(&finder->keys, pp_i_text_of(key));
}

static bool follows_place_word(const pp_i_finder *finder, const pp_i_found *found)
{
    return found->start > 0 &&
           pp_i_word_in(pp_i_names_form(finder, found->sentence, found->start - 1),
                        "in at near across outside around from to toward towards into over "
                        "throughout In At Near From");
}

/* What the word before "at" is, right in front of a name, as pp_i_name_word() says; 0: no "at". */
static unsigned word_before_at(const pp_i_finder *finder, const pp_i_found *found, bool *plural)
{
    return found->start > 1 &&
                   pp_i_text_is(pp_i_names_form(finder, found->sentence, found->start - 1), "at")
               ? pp_i_name_word(pp_i_names_form(finder, found->sentence, found->start - 2), plural)
               : 0;
}

/* "regional director at Castor". */
static bool follows_office(const pp_i_finder *finder, const pp_i_found *found)
{
    return (word_before_at(finder, found, NULL) & PP_WORD_TITLE) != 0;
}

static bool starts_with_article(const pp_i_finder *finder, const pp_i_found *found)
{
    pp_text first = pp_i_names_form(finder, found->sentence, found->start);
    return pp_i_word_in(first, "the The");
}

static void assign_known(pp_i_finder *finder, pp_i_found *found)
{
    const pp_i_known *known = found->known;
    bool is_place = found->known_kind == PP_KNOWN_CAPITAL && !pp_i_names_is_agent(finder, found);
    if (is_place) {
        pp_text words = pp_i_names_words_of(finder, found);
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
        pp_i_names_set_key(finder, pp_i_names_key(finder, "noun ", pp_i_text_of(known->noun)),
                           found->entity, true);
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
        (pp_i_name_word(pp_i_names_last_word(entity->name), NULL) & PP_WORD_OTHER) == 0)
        entity->kind = PP_ENTITY_BODY;
}

/* "Liberal Democrats", "Greens": a party, by the word for its people. */
static bool is_partisan(pp_text words)
{
    pp_text last = pp_i_names_last_word(words);
    for (size_t i = 0; i + 4 < words.length; i++)
        if (memcmp(words.data + i, " of ", 4) == 0)
            last = pp_i_names_last_word((pp_text){words.data, i});
    return pp_i_word_in(last, "Democrats Liberals Conservatives Socialists Republicans Greens "
                              "Nationalists Communists Unionists Labour");
}

/* "the party" later on: of a report that names one alone. */
static void set_party(pp_i_finder *finder, size_t entity)
{
    const char *key = pp_i_names_key(finder, "noun ", PP_TEXT("party"));
    const char *other = pp_i_names_key(finder, "several ", PP_TEXT("party"));
    size_t before = pp_i_names_get_key(finder, key);
    if (before != PP_NONE && before != entity)
        pp_i_names_set_key(finder, other, entity, false);
    else
        pp_i_names_set_key(finder, key, entity, true);
}

static void assign_named(pp_i_finder *finder, pp_i_found *found)
{
    static const struct {
        pp_i_entity_kind kind;
        const char *prefix;
    } kinds[] = {[PP_FOUND_BODY] = {PP_ENTITY_BODY, "body "},
                 [PP_FOUND_PLACE] = {PP_ENTITY_PLACE, "place "},
                 [PP_FOUND_OTHER] = {PP_ENTITY_OTHER, "name "}};
    pp_text words = pp_i_names_words_of(finder, found);
    const char *key = pp_i_names_key(finder, kinds[found->kind].prefix, words);
    if (found->kind == PP_FOUND_BODY && pp_i_names_get_key(finder, key) == PP_NONE) {
        const char *other = pp_i_names_other_number(finder, kinds[found->kind].prefix, words);
        if (pp_i_names_get_key(finder, other) != PP_NONE)
            key = other; /* "the Greek Cypriot leader", "Greek Cypriots" */
    }
    size_t whole = found->kind == PP_FOUND_BODY && found->name_end - found->name_start == 1
                       ? pp_i_names_get_key(finder, pp_i_names_key(finder, "noun ", words))
                       : PP_NONE;
    if (whole != PP_NONE) { /* "Council leader", after "Elmham City Council" */
        found->entity = whole;
        return;
    }
    const char *pair = found->kind == PP_FOUND_BODY ? pp_i_names_pair_key(finder, words) : NULL;
    found->entity = pp_i_names_same_firm(finder, pair, words);
    if (found->entity == PP_NONE)
        found->entity = pp_i_names_entity(finder, kinds[found->kind].kind, key, words, found->kind);
    pp_i_names_set_key(finder, pair, found->entity, false);
    if (found->entity != PP_NONE)
        see_doing(finder, found);
    if (found->kind == PP_FOUND_BODY)
        pp_i_names_note_ending(finder, words, found->entity);
    if (found->entity != PP_NONE && found->kind == PP_FOUND_BODY &&
        (found->is_plural || is_partisan(words)) &&
        words.length == finder->entities.items[found->entity].entity.name.length + 1)
        finder->entities.items[found->entity].entity.name = words; /* "Greek Cypriots" */
    pp_i_names_set_key(finder, pp_i_names_acronym_key(finder, words), found->entity, false);
    pp_i_names_set_key(finder, pp_i_names_key(finder, "any ", words), found->entity, false);
    if (found->kind != PP_FOUND_PLACE && pp_i_names_first_word(words).length < words.length)
        pp_i_names_set_key(finder, pp_i_names_key(finder, "first ", pp_i_names_first_word(words)),
                           found->entity, false);
    if (found->entity != PP_NONE && is_partisan(words))
        set_party(finder, found->entity);
    if (found->kind == PP_FOUND_BODY && found->entity != PP_NONE) /* "the union" later on */
        pp_i_names_set_key(finder, pp_i_names_key(finder, "noun ", pp_i_names_last_word(words)),
                           found->entity, true);
    for (size_t i = 0; found->kind == PP_FOUND_BODY && i + 4 < words.length; i++)
        if (memcmp(words.data + i, " of ", 4) == 0) { /* "the Council", of State */
            pp_i_names_set_key(
                finder,
                pp_i_names_key(finder, "noun ", pp_i_names_last_word((pp_text){words.data, i})),
                found->entity, true);
            break;
        }
}

/* Several names without a title: a person, unless what stands before says otherwise. */
static bool is_no_person(const pp_i_finder *finder, const pp_i_found *found)
{
    if (found->role_start < found->role_end)
        return false;
    pp_text before =
        found->start > 0 ? pp_i_names_form(finder, found->sentence, found->start - 1) : PP_TEXT("");
    return starts_with_article(finder, found) || pp_i_word_in(before, "the The") ||
           (follows_place_word(finder, found) && !pp_i_names_is_agent(finder, found) &&
            !pp_i_word_in(before, "to from"));
}

/* "Workers at Halvorsen Brewing", "regional director at Castor Homes". */
static bool is_employer(const pp_i_finder *finder, const pp_i_found *found)
{
    bool plural = false;
    unsigned before = word_before_at(finder, found, &plural);
    return (before & PP_WORD_TITLE) != 0 || ((before & PP_WORD_PEOPLE) != 0 && plural);
}

/* Whether it is the subject of a verb that somebody does. */
static bool is_speaking(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    const pp_i_token *head = &sentence->tokens[found->head];
    return pp_i_names_says(sentence, found->head) ||
           (head->relation == PP_REL_NSUBJ && head->head != PP_NO_HEAD &&
            pp_i_word_in(sentence->tokens[head->head].lemma, "continue seem appear begin") &&
            head->head + 2 < sentence->token_count &&
            pp_i_text_is(sentence->tokens[head->head + 1].form, "to"));
}

/* Does it stand before a noun that means people or a body: "the Castor delegation"? */
static bool is_before_body(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    return found->end < sentence->token_count && sentence->tokens[found->end].tag == PP_TAG_NOUN &&
           (pp_i_name_word(sentence->tokens[found->end].lemma, NULL) &
            (PP_WORD_BODY | PP_WORD_PEOPLE | PP_WORD_TITLE)) != 0;
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

/* Whom the first word of a name alone means: "Castor", of "Castor Homes"; an adjective only of a
 * name of two words, "the African negotiator" of "the African Group"; or PP_NONE. */
static size_t known_by_first_word(pp_i_finder *finder, const pp_i_found *found, pp_text words)
{
    size_t entity = pp_i_names_get_key(finder, pp_i_names_key(finder, "first ", words));
    bool adjective =
        pp_i_names_token(finder, found->sentence, found->name_start)->tag == PP_TAG_ADJ;
    if (entity == PP_NONE || !adjective)
        return entity;
    pp_text name = finder->entities.items[entity].entity.name;
    size_t two = words.length + 1 + pp_i_names_last_word(name).length;
    return name.length == two ? entity : PP_NONE;
}

void pp_i_names_assign_unsure(pp_i_finder *finder, pp_i_found *found)
{
    pp_text words = pp_i_names_words_of(finder, found);
    size_t entity = pp_i_names_get_key(finder, pp_i_names_surname_key(finder, words));
    if (entity == PP_NONE)
        entity = pp_i_names_known_by_given_name(finder, words);
    if (entity == PP_NONE && pp_i_names_is_acronym(words))
        entity = pp_i_names_get_key(finder, pp_i_names_key(finder, "acronym ", words));
    if (entity == PP_NONE)
        entity = pp_i_names_get_key(finder, pp_i_names_key(finder, "any ", words));
    if (entity == PP_NONE)
        entity = pp_i_names_ending(finder, words); /* "Rovers" of "Aston Rovers" */
    if (entity == PP_NONE &&                       /* "Castor" of "Castor Homes" */
        (!follows_place_word(finder, found) || follows_office(finder, found)))
        entity = known_by_first_word(finder, found, words);
    bool body = (pp_i_name_word(words, NULL) & PP_WORD_BODY) != 0;         /* "Front commander" */
    if (entity == PP_NONE && (body || starts_with_article(finder, found))) /* of "the X Front" */
        entity = pp_i_names_get_key(finder, pp_i_names_key(finder, "noun ", words));
    if (entity == PP_NONE && is_plural_name(words))
        entity = pp_i_names_get_key(finder, pp_i_names_key(finder, "name ", words));
    if (entity == PP_NONE && !is_before_body(finder, found)) /* "the Houthi demand", of Houthis */
        entity = pp_i_names_get_key(finder, pp_i_names_other_number(finder, "name ", words));
    bool agent = pp_i_names_is_agent(finder, found), speaking = is_speaking(finder, found);
    if (entity == PP_NONE) {
        bool group = starts_with_article(finder, found) && is_plural_name(words);
        entity = pp_i_names_entity(finder, group ? PP_ENTITY_GROUP : PP_ENTITY_OTHER,
                                   pp_i_names_key(finder, "name ", words), words, PP_FOUND_UNSURE);
        if (entity != PP_NONE && /* "the Forum" */
            (pp_i_names_is_acronym(words) || (body && starts_with_article(finder, found))))
            finder->entities.items[entity].entity.kind = PP_ENTITY_BODY;
    }
    found->entity = entity;
    if (entity == PP_NONE)
        return;
    if (is_partisan(words))
        set_party(finder, entity);
    see_doing(finder, found);
    pp_i_entity *known = &finder->entities.items[entity].entity;
    pp_text before = found->start == 0 ? PP_TEXT("")
                                       : pp_i_names_form(finder, found->sentence, found->start - 1);
    if ((known->kind == PP_ENTITY_OTHER || known->kind == PP_ENTITY_BODY) && before.length > 0 &&
        before.data[0] >= 'a' &&
        ((pp_i_name_word(before, NULL) & PP_WORD_BODY) != 0 || pp_i_names_is_trade(before))) {
        known->kind = PP_ENTITY_BODY; /* "the ferry company Seaways": "the company" later on */
        pp_i_names_set_key(finder, pp_i_names_key(finder, "noun ", before), entity, true);
    }
    if (known->kind == PP_ENTITY_OTHER &&
        finder->entities.items[entity].made_of == PP_FOUND_UNSURE) {
        bool quoted = found->start > 1 && pp_i_text_is(before, "to") && agent; /* "According to" */
        if (speaking || quoted)
            known->kind = PP_ENTITY_BODY;
        else if (!agent && follows_place_word(finder, found) && !is_before_body(finder, found))
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

void pp_i_names_assign_names(pp_i_finder *finder)
{
    pp_i_names_find_firms(finder);
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
        pp_i_found *found = &finder->found.items[i];
        bool trade = pp_i_names_drop_trade(finder, found);
        bool firm = !trade && pp_i_names_is_firm(finder, found);
        found->kind = firm ? PP_FOUND_BODY : found->kind;
        found->owner = firm && found->name_start > found->start ? PP_NONE : found->owner;
        if (found->kind == PP_FOUND_PLACE && found->name_end - found->name_start == 1 &&
            pp_i_names_get_key(finder, pp_i_names_surname_key(
                                           finder, pp_i_names_words_of(finder, found))) != PP_NONE)
            found->kind = PP_FOUND_UNSURE; /* "Park", after "Linda Park" */
        if (found->kind == PP_FOUND_KNOWN)
            assign_known(finder, found);
        else if (found->kind == PP_FOUND_PERSON && !is_single_person(found)) {
            if (is_no_person(finder, found)) {
                bool agent =
                    pp_i_names_is_agent(finder, found) || starts_with_article(finder, found);
                found->kind = is_employer(finder, found)   ? PP_FOUND_BODY
                              : !agent                     ? PP_FOUND_PLACE
                              : is_speaking(finder, found) ? PP_FOUND_BODY
                                                           : PP_FOUND_OTHER;
                assign_named(finder, found);
            } else {
                pp_i_names_assign_person(finder, found);
            }
        } else if (found->kind == PP_FOUND_BODY || found->kind == PP_FOUND_PLACE ||
                   found->kind == PP_FOUND_OTHER) {
            assign_named(finder, found);
        }
        if (trade || firm)
            pp_i_names_set_trade(finder, found);
    }
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        if (is_single_person(&finder->found.items[i]))
            pp_i_names_assign_person(finder, &finder->found.items[i]);
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        if (finder->found.items[i].kind == PP_FOUND_UNSURE)
            pp_i_names_assign_unsure(finder, &finder->found.items[i]);
}
