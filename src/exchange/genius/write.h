/*
 * write.h: a case as files of GENIUS: a domain, and a profile for each party with exact values.
 *
 * An issue's evaluations are whole numbers, so that evaluation over the greatest, which is how
 * GENIUS reads them, is the exact quotient; the weight takes the greatest value: w * u = (w *
 * greatest) * (u / greatest). Weights and no deal are decimals; one that has no end is rounded,
 * with a warning. Links, red lines and comparisons with no deal are warnings: GENIUS has no words
 * for them. A principal without exact values, and a value below 0, are errors.
 */
#ifndef PP_EXCHANGE_GENIUS_WRITE_H
#define PP_EXCHANGE_GENIUS_WRITE_H

#include "exchange/export.h"

enum { PP_GENIUS_WHOLE_BIT_COUNT = 53 }; /* of an evaluation: what a double holds exactly */

/* Fills *files and *count in `arena`: domain.xml first, then a profile a party, called after its
 * id. INPUT where a diagnostic is an error. */
pp_status pp_i_genius_write(const pp_case *the_case, pp_i_arena *arena,
                            pp_i_diagnostics *diagnostics, const pp_export_file **files,
                            size_t *count, pp_error *error);

#endif
