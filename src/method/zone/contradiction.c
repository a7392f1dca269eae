/* contradiction.c: a smallest set of links and assumptions that no package satisfies: a smallest
 * blocking set of a dispute in which the links are the demands. */
#include "method/contradiction.h"
#include "method/zone/parts.h"

pp_status pp_i_zone_contradiction(pp_i_zone_work *work)
{
    if (!work->contradictory)
        return PP_OK;
    pp_i_run_part(&work->job.run, "contradiction");
    return pp_i_contradiction_of_links(&work->job, &work->model, &work->zone->contradiction,
                                       &work->zone->contradiction_count);
}
