/*
 * write.h: a case as a conflict of gmcr-py: one file, conflict.gmcr.
 *
 * An issue of two options is one option there, taken where the second holds; an issue of more is an
 * option for each of its own, exactly one of them taken. Links become infeasible patterns,
 * priorities conditions: each formula the "or" of patterns that cover it. Where a party has no
 * priorities but a ranking, values or orders, all parties' rankings of states are written, from the
 * answer of `stable`. What gmcr-py has no words for is a warning; moves and formulas that it cannot
 * hold are errors.
 */
#ifndef PP_EXCHANGE_GMCR_WRITE_H
#define PP_EXCHANGE_GMCR_WRITE_H

#include "exchange/export.h"

enum {
    PP_GMCR_COVER_CELL_COUNT_MAX = 1024, /* packages over the issues of one formula */
    PP_GMCR_RANKED_STATE_COUNT_MAX = 1 << 16
};

/* What each party would rather have, as ranks of states, as `stable` gives them. */
typedef struct pp_i_gmcr_ranks {
    size_t state_count;
    const size_t *member_first;   /* [state + 1] its packages, as places in `members` */
    const uint64_t *members;      /* codes */
    const uint32_t *const *ranks; /* [party][state] more is better */
    const bool *estimated;        /* [party] orders alone are known */
} pp_i_gmcr_ranks;

/* Do rankings have to be written, since some party's preferences are no priorities? */
bool pp_i_gmcr_needs_ranks(const pp_case *the_case);

/* Fills *files and *count in `arena`. `ranks` where they are needed; else null. INPUT where a
 * diagnostic is an error. */
pp_status pp_i_gmcr_write(const pp_case *the_case, const pp_i_gmcr_ranks *ranks, pp_i_arena *arena,
                          pp_i_diagnostics *diagnostics, const pp_export_file **files,
                          size_t *count, pp_error *error);

#endif
