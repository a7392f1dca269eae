/* asking.h: the answer of ask; see pourparler/ask.h. */
#ifndef PP_METHOD_ASKING_ASKING_H
#define PP_METHOD_ASKING_ASKING_H

#include "pourparler/ask.h"

/* pp_ask_solve and pp_ask_free. */
pp_status pp_i_ask_solve(const pp_case *the_case, const pp_ask_options *options,
                         const pp_control *control, pp_ask **ask, pp_error *error);
void pp_i_ask_free(pp_ask *ask);

#endif
