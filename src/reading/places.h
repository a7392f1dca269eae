/* places.h: where a passage stands again: in paragraphs and sentences that repeat its own. */
#ifndef PP_READING_PLACES_H
#define PP_READING_PLACES_H

#include "reading/statement.h"

/*
 * Sets `also` of every statement: its quotation in the repeats of its paragraph or sentence. A
 * repeat is where report `number_first` + i marked as such says; letter for letter where the quotation
 * stands there, else the whole paragraph or sentence. False where memory has run out.
 */
bool pp_i_places_find(const pp_i_report *reports, size_t report_count, size_t number_first,
                      pp_i_said *statements, size_t statement_count, pp_i_arena *arena);

#endif
