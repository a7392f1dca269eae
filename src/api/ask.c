/* ask.c: pourparler/ask.h. */
#include "method/asking/asking.h"

pp_status pp_ask_solve(const pp_case *the_case, const pp_ask_options *options,
                       const pp_control *control, pp_ask **ask, pp_error *error)
{
    return pp_i_ask_solve(the_case, options, control, ask, error);
}

void pp_ask_free(pp_ask *ask)
{
    pp_i_ask_free(ask);
}
