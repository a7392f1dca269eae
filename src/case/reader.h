/*
 * reader.h: a case file becomes a case; all that is wrong with it is said in one run.
 */
#ifndef PP_CASE_READER_H
#define PP_CASE_READER_H

#include "case/case.h"

/*
 * Makes a case from `words`, the text of the case file that the user called `file`. `folder` is where
 * the files of its sources lie ("." for standard input); a source outside it, a symbolic link out of
 * it included, is refused unless `allow_outside`. `words` and `file` are copied.
 *
 * PP_OK: `*result` is a case without errors (warnings may stand in its diagnostics). PP_ERROR_INPUT:
 * `*result` is a case that only holds the diagnostics (its other fields may be half-made; only its
 * diagnostics may be used) and must be freed as well. Any other status: `*result` is untouched.
 */
pp_status pp_i_case_read(pp_text words, const char *file, const char *folder, bool allow_outside,
                         const pp_control *control, pp_case **result, pp_error *error);

/* Frees the case; null is nothing. */
void pp_i_case_free(pp_case *the_case);

/* The case as YAML in a fixed layout: reading it gives an equal case. In `arena`. */
pp_status pp_i_case_write(const pp_case *the_case, pp_i_arena *arena, pp_text *yaml,
                          pp_error *error);

/* Do two cases say the same (places in the file and wording of formulas apart)? For tests. */
bool pp_i_case_equal(const pp_case *a, const pp_case *b);

#endif
