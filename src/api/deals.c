/* deals.c: pourparler/deals.h. */
#include "method/bargaining/bargaining.h"

pp_status pp_deals_solve(const pp_case *the_case, const pp_deals_options *options,
                         const pp_control *control, pp_deals **deals, pp_error *error)
{
    return pp_i_deals_solve(the_case, options, control, deals, error);
}

void pp_deals_free(pp_deals *deals)
{
    pp_i_deals_free(deals);
}

const char *pp_solution_name(pp_solution_kind kind)
{
    return pp_i_solution_name(kind);
}

const char *pp_convention_name(pp_convention convention)
{
    return pp_i_convention_name(convention);
}
