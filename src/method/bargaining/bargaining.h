/* bargaining.h: the answer of `deals`; see pourparler/deals.h. */
#ifndef PP_METHOD_BARGAINING_BARGAINING_H
#define PP_METHOD_BARGAINING_BARGAINING_H

#include "pourparler/deals.h"

/* pp_deals_solve and pp_deals_free. */
pp_status pp_i_deals_solve(const pp_case *the_case, const pp_deals_options *options,
                           const pp_control *control, pp_deals **deals, pp_error *error);
void pp_i_deals_free(pp_deals *deals);

/* pp_solution_name and pp_convention_name. */
const char *pp_i_solution_name(pp_solution_kind kind);
const char *pp_i_convention_name(pp_convention convention);

#endif
