/* ranks.h: what the parts of ranks.c share; used by this folder alone. */
#ifndef PP_METHOD_STABILITY_RANKS_H
#define PP_METHOD_STABILITY_RANKS_H

#include "method/stability/work.h"
#include "model/profile.h"

/* Ranks of `count` states from keys of `width` words a state: a greater key, a better rank. Takes
 * scratch memory, which the caller rewinds, as all of these do. */
pp_status pp_i_rank_keys(pp_i_job *job, const uint64_t *keys, size_t width, size_t count,
                         uint32_t *ranks);

/* By `priorities`: the truth of each formula, the first formula first. */
pp_status pp_i_rank_priorities(const pp_i_stable_work *work, pp_i_job *job,
                               const pp_i_preference *said, uint32_t *ranks);
/* By the sum of a party's values, or of those of one profile of it; null: its exact ones. */
pp_status pp_i_rank_values(const pp_i_stable_work *work, pp_i_job *job, size_t party,
                           const pp_i_profile *profile, uint32_t *ranks);

/* uncertain.c: pairs that a party leaves uncompared, and states that it does not see. */
pp_status pp_i_find_unknown(pp_i_stable_work *work, size_t party, const pp_i_preference *said);
pp_status pp_i_find_hidden(pp_i_stable_work *work, size_t party, const pp_i_preference *said);

#endif
