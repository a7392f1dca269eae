/*
 * names_peoples.c: which land or party a word for its people means: "Tavrian" of Tavria, "Liberal"
 * of the Liberals, "Social Democratic" of the Social Democrats; see names_steps.h.
 *
 * Only names that stand in the report are found so: what no gazetteer has is told by the endings
 * that make such words.
 */
#include "reading/names_steps.h"
#include "reading/pronouns_parts.h"

#include <string.h>

enum { STEM_BYTE_COUNT_MIN = 4, /* of a name, before the ending of its people */ };

/* An ending of words for a people, and what the name of their land has instead. */
typedef struct ending {
    const char *people, *land;
} ending;

static const ending endings[] = {
    {"n", ""},   {"an", ""},   {"an", "e"}, {"ian", ""},     {"ian", "y"}, {"ian", "ia"}, {"i", ""},
    {"ese", ""}, {"ese", "a"}, {"ish", ""}, {"ish", "land"}, {"er", ""},   {"ic", ""}};

/* The entity under the name's key with `end` instead of the last `cut` bytes of a word; or PP_NONE.
 */
static size_t with_ending(pp_i_finder *finder, const char *prefix, pp_text word, size_t cut,
                          const char *end)
{
    char *name =
        pp_i_arena_print(finder->arena, "%.*s%s", (int)(word.length - cut), word.data, end);
    if (name == NULL) {
        finder->no_memory = true;
        return PP_NONE;
    }
    return pp_i_names_get_key(finder, pp_i_names_key(finder, prefix, pp_i_text_of(name)));
}

static bool ends_with(pp_text word, const char *end)
{
    size_t length = strlen(end);
    return word.length > length && memcmp(word.data + word.length - length, end, length) == 0;
}

size_t pp_i_names_land_of(pp_i_finder *finder, pp_text word)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i].people);
        if (word.length < length + STEM_BYTE_COUNT_MIN || !ends_with(word, endings[i].people))
            continue;
        size_t entity = with_ending(finder, "name ", word, length, endings[i].land);
        if (entity != PP_NONE)
            return entity;
    }
    return PP_NONE;
}

/* The body whose name ends in the words and "Party": "Unionist", of "the Harbour Unionist Party";
 * or PP_NONE. */
static size_t called_party(pp_i_finder *finder, pp_text words)
{
    char *name = pp_i_arena_print(finder->arena, " %.*s Party", (int)words.length, words.data);
    finder->no_memory = finder->no_memory || name == NULL;
    for (size_t i = 0; name != NULL && i < finder->entities.count; i++) {
        const pp_i_entity *body = &finder->entities.items[i].entity;
        if (body->kind == PP_ENTITY_BODY &&
            (ends_with(body->name, name) || pp_i_text_is(body->name, name + 1)))
            return i;
    }
    return PP_NONE;
}

/* "The Greens", of "the Green Left List": the only body of the kind that has the word in its name;
 * or PP_NONE. */
static size_t party_with_word(const pp_i_finder *finder, pp_text word)
{
    size_t party = PP_NONE;
    bool creed = pp_i_word_in(word, "Green Liberal Conservative Socialist Republican "
                                    "Nationalist Communist Unionist Democrat Centrist");
    for (size_t i = 0; creed && i < finder->entities.count; i++) {
        const pp_i_entity *body = &finder->entities.items[i].entity;
        bool fits = body->kind == PP_ENTITY_BODY && body->code == NULL &&
                    pp_i_word_in(pp_i_names_last_word(body->name),
                                 "List Left Right Alliance Bloc Union Movement Front Coalition "
                                 "League") &&
                    pp_i_pronoun_has_word(body->name, word);
        if (fits && party != PP_NONE)
            return PP_NONE;
        party = fits ? i : party;
    }
    return party;
}

size_t pp_i_names_party_of(pp_i_finder *finder, pp_text words)
{
    static const char *const prefixes[] = {"body ", "name "};
    size_t cut = ends_with(words, "ic") ? 2 : 0, party = called_party(finder, words);
    for (size_t i = 0; i < 2 && party == PP_NONE; i++)
        party = with_ending(finder, prefixes[i], words, cut, "s");
    size_t same = party == PP_NONE ? with_ending(finder, "name ", words, 0, "") : PP_NONE;
    bool body = same != PP_NONE && /* "Labour leader", beside "Labour" */
                finder->entities.items[same].entity.kind == PP_ENTITY_BODY &&
                finder->entities.items[same].made_of == PP_FOUND_UNSURE;
    return body ? same : party;
}

/* Where the party begins that a title has in front: "Liberal leader", "Former Social Democratic
 * leader"; its entity, or PP_NONE. */
static size_t party_in_title(pp_i_finder *finder, const pp_i_found *found)
{
    size_t party = PP_NONE;
    for (uint32_t start = found->role_start; start < found->role_end && party == PP_NONE; start++) {
        pp_text first = pp_i_names_form(finder, found->sentence, start);
        bool capital = pp_i_has_capital(first);
        for (uint32_t end = found->role_end - 1; capital && end > start && party == PP_NONE; end--)
            party =
                pp_i_names_party_of(finder, pp_i_names_words(finder, found->sentence, start, end));
    }
    return party;
}

/* The party that a name is the first words of, with a capital before it: "Democratic" of "Social
 * Democratic leader"; or PP_NONE. */
static size_t party_of_name(pp_i_finder *finder, const pp_i_found *found)
{
    pp_text before = found->name_start == 0
                         ? PP_TEXT("")
                         : pp_i_names_form(finder, found->sentence, found->name_start - 1);
    bool capital = pp_i_has_capital(before);
    size_t party =
        capital
            ? pp_i_names_party_of(finder, pp_i_names_words(finder, found->sentence,
                                                           found->name_start - 1, found->name_end))
            : PP_NONE;
    return party != PP_NONE ? party
                            : pp_i_names_party_of(finder, pp_i_names_words_of(finder, found));
}

/* Do people of its own stand right behind it: "the Liberal leader", "the Liberal group"? */
static bool is_before_people(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    if (found->end >= sentence->token_count)
        return false;
    pp_text next = sentence->tokens[found->end].form;
    return (pp_i_name_word(next, NULL) & (PP_WORD_TITLE | PP_WORD_PEOPLE)) != 0 ||
           pp_i_word_in(next, "group caucus faction bench benches delegation team side");
}

/* Is the land somebody by what stands behind the word for its people: "the Tavrian side", "Tavrian
 * Foreign Minister Ann Lund"? */
static bool is_spoken_for(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    return found->end < sentence->token_count &&
           (pp_i_name_word(sentence->tokens[found->end].form, NULL) & PP_WORD_VOICE) != 0;
}

/* "Tavrian" is Tavria, and "Liberal", before a title, the Liberals. */
static void join_word(pp_i_finder *finder, pp_i_found *found)
{
    const pp_i_draft_entity *draft = &finder->entities.items[found->entity];
    if (draft->made_of != PP_FOUND_UNSURE && draft->made_of != PP_FOUND_OTHER)
        return;
    pp_text word = draft->entity.name;
    bool plural = ends_with(word, "s");
    pp_text single = {word.data, word.length - (plural ? 1 : 0)};
    size_t land = pp_i_names_land_of(finder, single);
    if (land == PP_NONE && plural) /* "the Greens", of the Green Party */
        land = called_party(finder, single);
    if (land == PP_NONE && plural)
        land = party_with_word(finder, single);
    else if (land == PP_NONE && is_before_people(finder, found))
        land = party_of_name(finder, found);
    if (land == PP_NONE)
        return;
    found->entity = land;
    pp_i_entity *joined = &finder->entities.items[land].entity;
    if (joined->kind >= PP_ENTITY_PLACE && is_spoken_for(finder, found))
        joined->kind = PP_ENTITY_BODY;
}

void pp_i_names_join_peoples(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
        pp_i_found *found = &finder->found.items[i];
        if (found->entity == PP_NONE)
            continue;
        if (found->kind == PP_FOUND_UNSURE || found->kind == PP_FOUND_OTHER)
            join_word(finder, found);
        else if (found->kind == PP_FOUND_PERSON && found->role_start < found->role_end) {
            pp_i_entity *person = &finder->entities.items[found->entity].entity;
            size_t party = person->affiliation == PP_NONE ? party_in_title(finder, found) : PP_NONE;
            person->affiliation = party != PP_NONE ? party : person->affiliation;
            person->affiliation_mention = party != PP_NONE ? i : person->affiliation_mention;
        }
    }
}
