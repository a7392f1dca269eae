/* formats.h: the formats that can be read, one row each; and what reading one gives. */
#ifndef PP_EXCHANGE_FORMATS_H
#define PP_EXCHANGE_FORMATS_H

#include "base/diagnostic.h"
#include "exchange/scenario.h"
#include "pourparler/exchange.h"

/* One file: as the user named it, and its bytes. */
typedef struct pp_i_exchange_file {
    const char *path;
    pp_text bytes;
} pp_i_exchange_file;

/* Reads files into a case file's text, in `arena`; formats of which a case cannot say all fill the
 * scenario as well. INPUT where a diagnostic is an error. */
typedef pp_status pp_i_format_read(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                                   pp_i_diagnostics *diagnostics, pp_i_scenario *scenario,
                                   const char **text, pp_error *error);

typedef struct pp_i_format {
    const char *name;
    const char *ending; /* of its files: ".xml"; null: it tells nothing */
    const char *files;  /* what they are, for messages */
    size_t byte_count_max; /* of each */
    pp_i_format_read *read;
} pp_i_format;

/* All formats; *count of them. */
const pp_i_format *pp_i_formats(size_t *count);

/* pp_import with what pp_report_import shows of it. */
typedef struct pp_i_import {
    pp_import import; /* first, so that the one is the other */
    pp_i_arena arena;
    pp_allocator allocator;
    pp_i_diagnostics diagnostics;
    pp_i_scenario scenario;
} pp_i_import;

#endif
