/*
 * actors.h: the entities of several reports brought together by their keys; and those whom only a
 * common noun names ("a neighbour"), who stay what they are in their own report.
 */
#ifndef PP_READING_ACTORS_H
#define PP_READING_ACTORS_H

#include "reading/statement.h"

typedef struct pp_i_actors {
    pp_i_arena *arena;
    pp_i_map keys;
    PP_LIST(pp_i_actor) list;
} pp_i_actors;

void pp_i_actors_init(pp_i_actors *actors, pp_i_arena *arena);

/* Adds a report's entities and sets report->actors. False where memory has run out. */
bool pp_i_actors_add(pp_i_actors *actors, pp_i_report *report);

/* Somebody without a name; `party` is an actor or PP_NONE. PP_NONE where memory has run out. */
size_t pp_i_actors_add_noun(pp_i_actors *actors, size_t report, pp_text words, size_t party);

/* The key that a firm of the name would have of which `key` makes a person, and the other way
 * round, in `arena`; null where it is neither, where `role` tells a title, or where memory has run
 * out. */
const char *pp_i_actor_twin_key(pp_i_arena *arena, const char *key, pp_text role);

#endif
