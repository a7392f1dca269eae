/* revise.h: a case as it would be with other firmnesses or orders, or without some red lines. */
#ifndef PP_CASE_REVISE_H
#define PP_CASE_REVISE_H

#include "case/case.h"

/* See pp_case_revise. What the result does not change it borrows from `the_case`. */
pp_status pp_i_case_revise(const pp_case *the_case, const pp_revision *revision,
                           const pp_control *control, pp_case **result, pp_error *error);

/* revise_orders.c: does to `made`, which owns its arena, what the revision says of orders. */
pp_status pp_i_revise_orders(pp_case *made, const pp_revision *revision, pp_error *error);

#endif
