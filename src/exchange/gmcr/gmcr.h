/*
 * gmcr.h: conflicts as gmcr-py saves them (.gmcr, JSON) become cases.
 *
 *     options            [{name, permittedDirection: both fwd back}]: yes/no, the first is the
 * code's lowest bit; fwd: only from no to yes. Older files say `reversibility` decisionMakers
 * [{name, options: [place of an option], preferences: [condition], preferenceRanking or
 * preferenceVector: [state, or [tied states]], misperceptions: [condition]}] infeasibles
 * [condition]: no state where one holds useManualPreferenceRanking (older:
 * useManualPreferenceVectors): rankings count, else preferences, most important first condition
 * [[place of an option, "Y" or "N"], ...], all of them; a pattern "Y-N"; or {compound: true,
 * members: [condition, ...]}, one of them
 *
 * A state in a ranking is its place, from 1, among the feasible states in the order of their codes.
 * Every option becomes an issue with the options `no` and `yes`, so that codes stay what they were.
 * Payoffs and coalitions are derived from the rest there, and are not read.
 */
#ifndef PP_EXCHANGE_GMCR_GMCR_H
#define PP_EXCHANGE_GMCR_GMCR_H

#include "base/diagnostic.h"
#include "case/case.h"

enum {
    PP_GMCR_BYTE_COUNT_MAX = 16 << 20,
    PP_GMCR_OPTION_COUNT_MAX = 64,
    PP_GMCR_RANKED_OPTION_COUNT_MAX = 16, /* rankings count states, so these have to be listed */
    PP_GMCR_CONDITION_COUNT_MAX = 4096,   /* in one list */
    PP_GMCR_MEMBER_COUNT_MAX = 256,       /* of a compound condition */
    PP_GMCR_PAIR_COUNT_MAX = 1000         /* options that one formula of the case names */
};

/*
 * Makes the YAML of a case, in `arena`, from `words`, the text of the file that the user called
 * `title` where it has no title of its own. PP_ERROR_INPUT: `diagnostics` says what is wrong.
 */
pp_status pp_i_gmcr_read(pp_text words, const char *title, pp_i_arena *arena,
                         pp_i_diagnostics *diagnostics, pp_text *yaml, pp_error *error);

#endif
