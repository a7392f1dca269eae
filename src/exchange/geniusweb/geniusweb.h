/*
 * geniusweb.h: profiles of GeniusWeb, one JSON file a party, each with the same domain.
 *
 * Read is a LinearAdditiveUtilitySpace: `domain.issuesValues` has an issue's options, as `values` or
 * as a `range` in even steps; `issueUtilities` what each is worth, one by one (`discreteutils`; what
 * is left out is 0) or along a line (`numberutils`); `issueWeights` what the issue weighs. No deal is
 * worth what the `reservationBid` is. JSON is read as the YAML that it is, so that every number keeps
 * its text, and stays exact, and every fault its place.
 */
#ifndef PP_EXCHANGE_GENIUSWEB_GENIUSWEB_H
#define PP_EXCHANGE_GENIUSWEB_GENIUSWEB_H

#include "exchange/formats.h"

enum { PP_GENIUSWEB_FILE_BYTE_COUNT_MAX = 16 << 20 };

/* The scenario of `files`, a profile each, in `arena`. INPUT where a diagnostic is an error. */
pp_status pp_i_geniusweb_read(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                              pp_i_diagnostics *diagnostics, pp_i_scenario *scenario,
                              pp_error *error);

#endif
