/*
 * check.h: what is doubtful in a case that can be read: contradictions and idle parts.
 *
 * Reading a case (pp_case_open) already finds what is wrong with its text, its references and its
 * quotations. This adds what only shows when formulas are understood: a party's own red lines that
 * cannot all hold, links that contradict one another, a preference cycle, a statement that says the
 * opposite of another by the same party at the same time, and parts that do nothing.
 */
#ifndef POURPARLER_CHECK_H
#define POURPARLER_CHECK_H

#include "pourparler/question.h"

typedef struct pp_check pp_check;

/*
 * Checks a case, one that could not be read included (then the answer holds its errors alone).
 * `*check` is owned by the caller; it borrows the case. Errors: ARGUMENT, MEMORY.
 */
PP_API pp_status pp_check_solve(const pp_case *the_case, const pp_question *question,
                                const pp_control *control, pp_check **check, pp_error *error);

PP_API size_t pp_check_error_count(const pp_check *check);
PP_API size_t pp_check_warning_count(const pp_check *check);
/* How many parts of it are not whole, because a limit or a cancel stopped them. */
PP_API size_t pp_check_incomplete_count(const pp_check *check);
PP_API void pp_check_free(pp_check *check);

#endif
