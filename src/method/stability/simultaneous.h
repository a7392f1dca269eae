/* simultaneous.h: SIM over codes, used by simultaneous.c. */
#ifndef PP_METHOD_STABILITY_SIMULTANEOUS_H
#define PP_METHOD_STABILITY_SIMULTANEOUS_H

#include "method/stability/work.h"

/* Are moves sets, and packages, feasible or not, few enough for a table of them? */
bool pp_i_simultaneous_fits(const pp_i_stable_work *work);

/* As pp_i_stable_simultaneous. */
pp_status pp_i_simultaneous_by_codes(const pp_i_stable_work *work, pp_i_job *hand, size_t party,
                                     const uint32_t *reachable, pp_i_word *stays);

#endif
