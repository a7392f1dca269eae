/* zone.h: is any agreement possible, and what stands in its way; see pourparler/zone.h. */
#ifndef PP_METHOD_ZONE_ZONE_H
#define PP_METHOD_ZONE_ZONE_H

#include "pourparler/zone.h"

/* pp_zone_solve and pp_zone_free. */
pp_status pp_i_zone_solve(const pp_case *the_case, const pp_zone_options *options,
                          const pp_control *control, pp_zone **zone, pp_error *error);
void pp_i_zone_free(pp_zone *zone);

#endif
