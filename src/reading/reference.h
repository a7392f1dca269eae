/*
 * reference.h: what "this proposal", "such a pause", "it" point back to: the statement that said it
 * last; shown beside the words, never put in their place.
 */
#ifndef PP_READING_REFERENCE_H
#define PP_READING_REFERENCE_H

#include "reading/statement.h"

/* Sets content_from of the last of `count` statements from those before it in the same report. */
void pp_i_reference_resolve(const pp_i_report *reports, pp_i_said *statements, size_t count);

/* The statement that has the words, where one only points to another: "this", "that view". */
size_t pp_i_reference_first(const pp_i_said *statements, size_t at);

/* answers.c: the last of `count` statements takes its act from the one that it takes up: "Iceland
 * shares that view" rejects what is rejected. False where it has no words of its own and nothing is
 * found that it answers: it says nothing then. */
bool pp_i_answer_resolve(const pp_i_report *reports, pp_i_said *statements, size_t count);

#endif
