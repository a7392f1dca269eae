/* check.c: pourparler/check.h. */
#include "method/checking/checking.h"

pp_status pp_check_solve(const pp_case *the_case, const pp_question *question,
                         const pp_control *control, pp_check **check, pp_error *error)
{
    return pp_i_check_solve(the_case, question, control, check, error);
}

size_t pp_check_error_count(const pp_check *check)
{
    return check->diagnostics.error_count;
}

size_t pp_check_warning_count(const pp_check *check)
{
    return check->diagnostics.warning_count;
}

size_t pp_check_incomplete_count(const pp_check *check)
{
    return check->incomplete_count;
}

void pp_check_free(pp_check *check)
{
    pp_i_check_free(check);
}
