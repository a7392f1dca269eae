/*
 * actors.c: see actors.h. The first report's form of a name stays unless a later one is longer.
 */
#include "reading/actors.h"

#include <string.h>

void pp_i_actors_init(pp_i_actors *actors, pp_i_arena *arena)
{
    *actors = (pp_i_actors){.arena = arena};
    pp_i_map_init(&actors->keys, arena);
}

static bool has_alias(const pp_i_actor *actor, pp_text alias)
{
    for (size_t i = 0; i < actor->alias_count; i++) {
        if (pp_i_text_equal(actor->aliases[i], alias)) {
            return true;
        }
    }
    return pp_i_text_equal(actor->name, alias);
}

/* Adds the aliases of an entity, and its name where that is another. */
static bool add_aliases(pp_i_actors *actors, pp_i_actor *actor, const pp_i_entity *entity)
{
    pp_text *all =
        PP_NEW_ARRAY(actors->arena, pp_text, actor->alias_count + entity->alias_count + 1);
    if (all == NULL) {
        return false;
    }
    if (actor->alias_count > 0) {
        memcpy(all, actor->aliases, actor->alias_count * sizeof *all);
    }
    actor->aliases = all;
    for (size_t i = 0; i <= entity->alias_count; i++) {
        pp_text alias = i < entity->alias_count ? entity->aliases[i] : entity->name;
        if (!has_alias(actor, alias)) {
            all[actor->alias_count++] = alias;
        }
    }
    return true;
}

const char *pp_i_actor_twin_key(pp_i_arena *arena, const char *key, pp_text role)
{
    static const char *const kinds[] = {"person ", "body "};
    bool nameless = key == NULL || role.length > 0;
    for (size_t i = 0; !nameless && i < 2; i++) {
        size_t length = strlen(kinds[i]);
        if (strncmp(key, kinds[i], length) == 0)
            return pp_i_arena_print(arena, "%s%s", kinds[1 - i], key + length);
    }
    return NULL;
}

/* The actor of the same name that another report tells to be a firm, or takes for a person. */
static size_t find_twin(pp_i_actors *actors, const pp_i_entity *entity)
{
    const char *twin = pp_i_actor_twin_key(actors->arena, entity->key, entity->role);
    size_t index = twin == NULL ? PP_NONE : pp_i_map_get(&actors->keys, pp_i_text_of(twin));
    if (index == PP_NONE || actors->list.items[index].role.length > 0)
        return PP_NONE;
    actors->list.items[index].kind = PP_ENTITY_BODY;
    return pp_i_map_set(&actors->keys, pp_i_text_of(entity->key), index) ? index : PP_NONE;
}

static size_t add_entity(pp_i_actors *actors, const pp_i_entity *entity)
{
    pp_text key = pp_i_text_of(entity->key);
    size_t index = entity->key == NULL ? PP_NONE : pp_i_map_get(&actors->keys, key);
    index = index == PP_NONE ? find_twin(actors, entity) : index;
    if (index != PP_NONE) {
        pp_i_actor *actor = &actors->list.items[index];
        actor->role = actor->role.length == 0 ? entity->role : actor->role;
        return add_aliases(actors, actor, entity) ? index : PP_NONE;
    }
    index = actors->list.count;
    pp_i_actor actor = {.name = entity->name,
                        .key = entity->key,
                        .code = entity->code,
                        .kind = entity->kind,
                        .aliases = entity->aliases,
                        .alias_count = entity->alias_count,
                        .role = entity->role,
                        .party = index};
    if (!PP_LIST_ADD(actors->arena, &actors->list, actor) ||
        (entity->key != NULL && !pp_i_map_set(&actors->keys, key, index))) {
        return PP_NONE;
    }
    return index;
}

bool pp_i_actors_add(pp_i_actors *actors, pp_i_report *report)
{
    const pp_i_names *names = report->names;
    size_t *indices = PP_NEW_ARRAY(actors->arena, size_t, names->entity_count);
    if (indices == NULL) {
        return false;
    }
    for (size_t i = 0; i < names->entity_count; i++) {
        indices[i] = add_entity(actors, &names->entities[i]);
        if (indices[i] == PP_NONE) {
            return false;
        }
    }
    for (size_t i = 0; i < names->entity_count; i++) {
        size_t principal = indices[pp_i_names_principal(names, i)];
        pp_i_actor *actor = &actors->list.items[indices[i]];
        bool inferred = pp_i_names_is_inferred(names, i);
        bool better = actor->party == indices[i] || (actor->party_is_inferred && !inferred);
        if (principal != indices[i] && better) { /* what is said goes before what is inferred */
            actor->party = principal;
            actor->party_is_inferred = inferred;
        }
    }
    report->actors = indices;
    return true;
}

size_t pp_i_actors_add_noun(pp_i_actors *actors, size_t report, pp_text words, size_t party)
{
    char *key =
        pp_i_arena_print(actors->arena, "noun %zu %.*s", report, (int)words.length, words.data);
    if (key == NULL) {
        return PP_NONE;
    }
    char *first = key + strlen(key) - words.length; /* "The developer" is "the developer" */
    if (words.length > 0 && *first >= 'A' && *first <= 'Z') {
        *first = (char)(*first - 'A' + 'a');
    }
    size_t index = pp_i_map_get(&actors->keys, pp_i_text_of(key));
    if (index != PP_NONE) {
        return index;
    }
    index = actors->list.count;
    pp_i_actor actor = {.name = words,
                        .key = key,
                        .kind = PP_ENTITY_GROUP,
                        .party = party == PP_NONE ? index : party};
    bool kept = PP_LIST_ADD(actors->arena, &actors->list, actor) &&
                pp_i_map_set(&actors->keys, pp_i_text_of(key), index);
    return kept ? index : PP_NONE;
}
