/*
 * reading_parts.h: what the parts of making a reading share; see statement.h.
 *
 * The parts return false where memory has run out.
 */
#ifndef PP_READING_READING_PARTS_H
#define PP_READING_READING_PARTS_H

#include "base/run.h"
#include "reading/actors.h"
#include "reading/scene.h"

typedef struct pp_i_reading_maker {
    const pp_i_language *language;
    pp_i_arena *arena, *scratch;
    pp_i_run run;
    pp_i_actors actors;
    pp_i_report *reports;
    size_t report_count;
    PP_LIST(pp_i_said) statements;
    PP_LIST(pp_i_told) events;
    PP_LIST(pp_i_told) judgements;
    PP_LIST(pp_i_conditional) conditions;
    size_t sentence_count;
    bool marked; /* the documents' repeats are known */
} pp_i_reading_maker;

/* reading_said.c: adds a find of the scene as a statement; `added` is false where it says nothing:
 * an answer to nothing. */
bool pp_i_reading_add_statement(pp_i_reading_maker *make, size_t report, const pp_i_scene *scene,
                                const pp_i_find *find, bool *added);

/* reading_said.c: adds what was done, and what the report itself holds. */
bool pp_i_reading_add_tales(pp_i_reading_maker *make, size_t report, const pp_i_scene *scene);

/* reading_said.c: adds the conditions of the sentence whose first statement is `first`. */
bool pp_i_reading_add_conditions(pp_i_reading_maker *make, size_t report, const pp_i_scene *scene,
                                 size_t first);

#endif
