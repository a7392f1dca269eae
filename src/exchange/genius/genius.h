/*
 * genius.h: domains and profiles of GENIUS 10.4, as GENIUS itself reads them.
 *
 * A domain is a <negotiation_template> with <issue>s in nested <objective>s; a profile is a
 * <utility_space> with the same tree, plus weights by issue index and evaluations of options. The value
 * of a discrete option is its evaluation over the issue's greatest (0 where that is below 1e-5);
 * integer issues have a slope and an offset, real ones a linear, constant or triangular function, each
 * cut to [0, 1]. A profile's value is the weighted sum, at most 1. Indices need not start at 1 nor be
 * contiguous. Nonlinear profiles pay for hyper-rectangles.
 *
 * Files are read that are no XML in two ways that occur in GENIUS' own: a bare "&", and a comment
 * before the declaration; each with a warning. What a profile has no word for is a diagnostic.
 */
#ifndef PP_EXCHANGE_GENIUS_GENIUS_H
#define PP_EXCHANGE_GENIUS_GENIUS_H

#include "exchange/formats.h"
#include "exchange/scenario.h"

enum {
    PP_GENIUS_FILE_BYTE_COUNT_MAX = 16 << 20,
    PP_GENIUS_ISSUE_COUNT_MAX = PP_CASE_ISSUE_COUNT_MAX,
    PP_GENIUS_OPTION_COUNT_MAX = PP_CASE_OPTION_COUNT_MAX,
    PP_GENIUS_BOX_COUNT_MAX = 100000, /* a profile */
    PP_GENIUS_REAL_STEP_COUNT = 21    /* a real issue becomes so many values, ends included */
};


/*
 * The scenario of `files`: the domain first, then a profile a party. INPUT where a diagnostic is an
 * error. Everything lies in `arena`, which must outlive the scenario and the diagnostics.
 */
pp_status pp_i_genius_read(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                           pp_i_diagnostics *diagnostics, pp_i_scenario *scenario, pp_error *error);

#endif
