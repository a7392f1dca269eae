/* writer.h: what the parts of the writer of cases share. */
#ifndef PP_CASE_WRITER_H
#define PP_CASE_WRITER_H

#include "case/case.h"

typedef struct pp_i_writer {
    const pp_case *made;
    pp_i_vocabulary vocabulary;
    pp_i_arena *arena;
    pp_i_builder out;
} pp_i_writer;

/* --- Lines, `indent` columns in; what is empty is left out --------------------------------- */

void pp_i_write_text(pp_i_writer *state, int indent, const char *key, pp_text text);
void pp_i_write_formula(pp_i_writer *state, int indent, const char *key,
                        const pp_i_formula *formula);
void pp_i_write_formulas(pp_i_writer *state, int indent, const char *key,
                         const pp_i_formula *formulas, size_t count);
/* `key: [s1, s2]` */
void pp_i_write_ids(pp_i_writer *state, const char *key, const size_t *statements, size_t count);
/* A formula printed, or as it was written where printing would make it too long to be read. */
pp_text pp_i_write_formula_text(pp_i_writer *state, const pp_i_formula *formula);

/* --- writer_preferences.c ------------------------------------------------------------------- */

/* `{issue: option, ...}` */
void pp_i_write_package(pp_i_writer *state, const pp_i_choice *package);
void pp_i_write_preference(pp_i_writer *state, const pp_i_preference *preference);

#endif
