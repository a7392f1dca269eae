/*
 * names_members.c: for which body people speak who are its members; see names_steps.h.
 *
 * "Writers" speak for the only body that has them in its name, "the Screenwriters' Alliance";
 * "senators" for the senate, and teachers for the body of which it is said that it represents
 * teachers.
 */
#include "reading/names_steps.h"
#include "reading/pronouns_parts.h"

enum {
    PEOPLE_COUNT_MAX = 600 /* mentions of groups that are looked at, so that it stays linear */
};

/* Does a word of the name end in the noun: "Screenwriters'" in "writers"? */
static bool ends_word(pp_text name, pp_text noun)
{
    for (size_t at = 0; at + noun.length <= name.length; at++) {
        bool same = true;
        for (size_t i = 0; i < noun.length && same; i++)
            same = (name.data[at + i] | 0x20) == (noun.data[i] | 0x20);
        size_t end = at + noun.length;
        if (same && (end == name.length || name.data[end] == ' ' || name.data[end] == '\'' ||
                     (unsigned char)name.data[end] == 0xE2))
            return true;
    }
    return false;
}

/* The only body that has the people in its name, "Nurses' Association" of "nurses"; or PP_NONE. */
static size_t body_of_people(const pp_i_finder *finder, pp_text noun)
{
    size_t only = PP_NONE;
    for (size_t i = 0; i < finder->entities.count; i++) {
        const pp_i_draft_entity *draft = &finder->entities.items[i];
        bool fits =
            draft->entity.kind == PP_ENTITY_BODY && draft->entity.code == NULL &&
            draft->made_of != PP_FOUND_THE_BODY && pp_i_has_capital(draft->entity.name) &&
            draft->entity.mention_count > 0 &&
            pp_i_any_word_in(draft->entity.name, "Union Guild Alliance Federation Brotherhood "
                                                 "Association Congress Fellowship League "
                                                 "Committee Society Cooperative") &&
            (ends_word(draft->entity.name, noun) ||
             ends_word(draft->entity.name, (pp_text){noun.data, noun.length - 1}));
        if (fits && only != PP_NONE)
            return PP_NONE;
        only = fits ? i : only;
    }
    return only;
}

/* Bodies by those who sit in them. */
static const char *const SEATS[][2] = {{"senators", "Senate"},
                                       {"councillors", "Council"},
                                       {"deputies", "Deputies"},
                                       {"trustees", "Trustees"}};

/* The only body whose name has the word; or PP_NONE. */
static size_t body_with(const pp_i_finder *finder, const char *word)
{
    size_t only = PP_NONE;
    for (size_t i = 0; i < finder->entities.count; i++) {
        const pp_i_entity *entity = pp_i_names_entity_at(finder, i);
        bool fits = entity->kind == PP_ENTITY_BODY && entity->mention_count > 0 &&
                    pp_i_any_word_in(entity->name, word);
        if (fits && only != PP_NONE)
            return PP_NONE;
        only = fits ? i : only;
    }
    return only;
}

/* The body of which it is said that it represents the people: "which speaks for 512 teachers"; or
 * PP_NONE. */
static size_t body_representing(const pp_i_finder *finder, pp_text noun)
{
    enum { REACH = 5 };
    for (size_t i = 0; i < finder->found.count; i++) {
        const pp_i_found *body = &finder->found.items[i];
        const pp_i_sentence *sentence = &finder->sentences[body->sentence];
        uint32_t at = body->end;
        if (body->entity == PP_NONE || body->kind > PP_FOUND_UNSURE ||
            pp_i_names_entity_at(finder, body->entity)->kind != PP_ENTITY_BODY ||
            at + 4 >= sentence->token_count || !pp_i_text_is(sentence->tokens[at].form, ",") ||
            !pp_i_text_is(sentence->tokens[at + 1].form, "which"))
            continue;
        bool represents = pp_i_text_is(sentence->tokens[at + 2].lemma, "represent") ||
                          (pp_i_text_is(sentence->tokens[at + 2].lemma, "speak") &&
                           pp_i_text_is(sentence->tokens[at + 3].form, "for"));
        for (uint32_t k = at + 3; represents && k < sentence->token_count && k < at + 3 + REACH;
             k++)
            if (pp_i_text_equal(sentence->tokens[k].form, noun))
                return body->entity;
    }
    return PP_NONE;
}

/* Do the people have no word but their own: "the teachers"? */
static bool is_bare(const pp_i_found *found)
{
    return found->owner == PP_NONE && found->role_end - found->role_start == 1;
}

/* "Writers", "the teachers", "senators": people of no other description. */
static void side_people(pp_i_finder *finder, size_t index)
{
    enum { NOUN_BYTE_COUNT_MIN = 6 };
    const pp_i_found *found = &finder->found.items[index];
    bool group = found->kind == PP_FOUND_GROUP || found->kind == PP_FOUND_THE_BODY;
    if (!group || found->entity == PP_NONE || !found->is_plural)
        return;
    char small[24];
    pp_text noun = pp_i_names_form(finder, found->sentence, found->name_start);
    for (size_t k = 0; k < noun.length && noun.length < sizeof small; k++)
        small[k] =
            (char)(k == 0 ? noun.data[k] | 0x20 : noun.data[k]); /* "Senators", first of all */
    noun = noun.length < sizeof small ? (pp_text){small, noun.length} : noun;
    const pp_i_entity *people = pp_i_names_entity_at(finder, found->entity);
    if (people->affiliation != PP_NONE || people->kind != PP_ENTITY_GROUP)
        return;
    size_t body = PP_NONE;
    if (pp_i_word_in(noun, "rebels guerrillas insurgents separatists"))
        body = body_with(finder, "Front Movement Army Resistance Guard");
    bool bare = is_bare(found);
    for (size_t i = 0; bare && i < sizeof SEATS / sizeof *SEATS && body == PP_NONE; i++)
        if (pp_i_text_is(noun, SEATS[i][0]))
            body = body_with(finder, SEATS[i][1]);
    bool common = noun.length < NOUN_BYTE_COUNT_MIN ||
                  pp_i_word_in(noun, "members workers employees officials leaders states nations "
                                     "owners people");
    if (body == PP_NONE && bare && !common)
        body = body_representing(finder, noun);
    if (body == PP_NONE && bare && !common)
        body = body_of_people(finder, noun);
    if (body != PP_NONE && body != found->entity)
        pp_i_names_set_side(finder, index, body, true);
}

void pp_i_names_side_members(pp_i_finder *finder)
{
    size_t asked = 0;
    bool *seen = PP_NEW_ARRAY(finder->arena, bool, finder->entities.count + 1);
    finder->no_memory = finder->no_memory || seen == NULL;
    for (size_t i = 0; i < finder->found.count && !finder->no_memory && asked < PEOPLE_COUNT_MAX;
         i++) {
        const pp_i_found *found = &finder->found.items[i];
        size_t entity = found->entity;
        if (entity == PP_NONE || seen[entity] ||
            pp_i_names_entity_at(finder, entity)->kind != PP_ENTITY_GROUP)
            continue;
        seen[entity] = is_bare(found); /* "Norwegian teachers" tell less than "the teachers" */
        asked++;
        side_people(finder, i);
    }
}
