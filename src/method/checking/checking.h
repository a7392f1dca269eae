/* checking.h: the answer of check; see pourparler/check.h. */
#ifndef PP_METHOD_CHECKING_CHECKING_H
#define PP_METHOD_CHECKING_CHECKING_H

#include "case/case.h"
#include "pourparler/check.h"

struct pp_check {
    pp_i_arena arena;
    const pp_case *the_case;
    pp_i_diagnostics diagnostics; /* those of reading and those of checking together, sorted */
    bool complete;
    const pp_incomplete *incomplete;
    size_t incomplete_count;
};

/* pp_check_solve and pp_check_free. */
pp_status pp_i_check_solve(const pp_case *the_case, const pp_question *question,
                           const pp_control *control, pp_check **check, pp_error *error);
void pp_i_check_free(pp_check *check);

#endif
