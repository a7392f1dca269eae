/* zone.c: pourparler/zone.h. */
#include "method/zone/zone.h"

pp_status pp_zone_solve(const pp_case *the_case, const pp_zone_options *options,
                        const pp_control *control, pp_zone **zone, pp_error *error)
{
    return pp_i_zone_solve(the_case, options, control, zone, error);
}

void pp_zone_free(pp_zone *zone)
{
    pp_i_zone_free(zone);
}
