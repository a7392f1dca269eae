/* question.h: what a caller says with a question, looked up in the case; used by model.c alone. */
#ifndef PP_MODEL_QUESTION_H
#define PP_MODEL_QUESTION_H

#include "model/model.h"

/* The date on which to ask. ARGUMENT where `as_of` is none. */
pp_status pp_i_question_date(const pp_case *the_case, const char *as_of, pp_i_date *date,
                             pp_error *error);

/* Clears the dropped red lines' bits in `counting`. ARGUMENT where an id is unknown. */
pp_status pp_i_question_drop(const pp_case *the_case, const pp_question *question,
                             pp_i_word *counting, pp_i_arena *arena, pp_error *error);

/* The parties at the table, each once, in the order given; `places` has room for table_count. */
pp_status pp_i_question_table(const pp_case *the_case, const pp_question *question, size_t *places,
                              size_t *count, pp_i_arena *arena, pp_error *error);

/* Parses one assumption. ARGUMENT where it has a fault. */
pp_status pp_i_question_assume(const pp_case *the_case, const char *words, pp_i_arena *arena,
                               pp_i_formula *formula, pp_error *error);

#endif
