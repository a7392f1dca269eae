/* pronouns_named.c: descriptions of a body whose name stands elsewhere: "the union" after "Railway
 * Union", "the company Halvorsen Biologics", a heading; see pronouns_parts.h. */
#include "reading/pronouns_parts.h"

enum { CERTAINTY = 100 /* of a name right behind */ };

/* "The union": the one whose name ends so, else the one that the words beside the names tell. */
bool pp_i_pronoun_take_named_body(pp_i_finder *finder, size_t index)
{
    pp_i_found *found = &finder->found.items[index];
    pp_text noun = pp_i_names_form(finder, found->sentence, found->name_start);
    const char *several = pp_i_names_key(finder, "several ", noun);
    size_t entity = pp_i_pronoun_by_noun(finder, noun);
    if (several != NULL && pp_i_map_get(&finder->keys, pp_i_text_of(several)) != PP_NONE)
        entity = PP_NONE; /* "the party", of a report on several */
    if (entity != PP_NONE) {
        found->entity = entity;
        found->antecedent = finder->entities.items[entity].last_found;
        return true;
    }
    size_t told = pp_i_pronoun_body(finder, index);
    if (told != PP_NONE)
        pp_i_pronoun_take_up(finder, index, told, CERTAINTY / 4);
    return told != PP_NONE;
}

/* "the company Halvorsen Biologics": the description is of the name right behind it. */
bool pp_i_pronoun_take_name_behind(pp_i_finder *finder, size_t index)
{
    pp_i_found *found = &finder->found.items[index];
    for (size_t i = index + 1; found->kind == PP_FOUND_THE_BODY && i < finder->found.count; i++) {
        const pp_i_found *name = &finder->found.items[i];
        if (name->sentence != found->sentence || name->start > found->start)
            return false;
        if (name->kind == PP_FOUND_BODY && name->name_start == found->end &&
            name->entity != PP_NONE) {
            pp_i_pronoun_take_up(finder, index, i, CERTAINTY);
            return true;
        }
    }
    return false;
}

/* "The union", above a part that begins "IG Metall left no doubt": that union. */
bool pp_i_pronoun_take_name_below(pp_i_finder *finder, size_t index)
{
    enum { HEADING_WORD_COUNT_MAX = 3 };
    pp_i_found *found = &finder->found.items[index];
    const pp_i_sentence *heading = &finder->sentences[found->sentence];
    if (found->kind != PP_FOUND_THE_BODY || !found->is_definite || found->owner != PP_NONE ||
        heading->token_count > HEADING_WORD_COUNT_MAX || found->start != 0 ||
        found->end < heading->token_count || found->sentence + 1 >= finder->sentence_count ||
        finder->sentences[found->sentence + 1].paragraph == heading->paragraph)
        return false;
    for (size_t i = index + 1; i < finder->found.count; i++) {
        const pp_i_found *name = &finder->found.items[i];
        if (name->sentence != found->sentence + 1)
            return false;
        const pp_i_token *head = pp_i_names_token(finder, name->sentence, name->head);
        bool subject = head->relation == PP_REL_NSUBJ && head->head != PP_NO_HEAD &&
                       finder->sentences[name->sentence].tokens[head->head].relation == PP_REL_ROOT;
        pp_i_entity *named = name->kind <= PP_FOUND_UNSURE && name->entity != PP_NONE && subject
                                 ? pp_i_pronoun_entity_of(finder, name)
                                 : NULL;
        bool untitled = named != NULL && named->kind == PP_ENTITY_PERSON && /* "IG Metall" */
                        named->role.length == 0 && named->gender == PP_GENDER_OPEN &&
                        named->affiliation == PP_NONE;
        if (named != NULL && (named->kind == PP_ENTITY_BODY || untitled)) {
            named->kind = PP_ENTITY_BODY;
            pp_i_pronoun_take_up(finder, index, i, CERTAINTY / 2);
            const char *key = pp_i_names_key(
                finder, "noun ", pp_i_names_form(finder, found->sentence, found->name_start));
            if (key != NULL && !pp_i_map_set(&finder->keys, pp_i_text_of(key), name->entity))
                finder->no_memory = true;
            return true;
        }
    }
    return false;
}

size_t pp_i_pronoun_bare_name(pp_i_finder *finder, const pp_i_found *found)
{
    if (found->kind != PP_FOUND_THE_BODY || found->role_end - found->role_start < 2)
        return PP_NONE;
    pp_text noun = pp_i_names_form(finder, found->sentence, found->role_end - 1);
    if (!pp_i_word_in(noun, "council committee board commission"))
        return PP_NONE; /* of governments, armies and unions a text has several */
    const char *key = pp_i_names_key(finder, "noun ", noun);
    size_t entity = key == NULL ? PP_NONE : pp_i_map_get(&finder->keys, pp_i_text_of(key));
    bool bare = entity != PP_NONE && finder->entities.items[entity].made_of != PP_FOUND_KNOWN &&
                finder->entities.items[entity].entity.kind == PP_ENTITY_BODY &&
                finder->entities.items[entity].entity.name.length == noun.length &&
                pp_i_pronoun_has_word(finder->entities.items[entity].entity.name, noun);
    return bare ? entity : PP_NONE;
}

bool pp_i_pronoun_is_met_before(const pp_i_finder *finder, size_t index, bool by_name)
{
    for (size_t i = index, steps = 0; i > 0 && steps < PP_DESCRIPTION_BACK_MAX; i--, steps++)
        if (finder->found.items[i - 1].entity == finder->found.items[index].entity &&
            (!by_name || finder->found.items[i - 1].kind <= PP_FOUND_UNSURE))
            return true;
    return false;
}
