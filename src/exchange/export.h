/* export.h: a case as other programs' files: what is made, and who makes it. */
#ifndef PP_EXCHANGE_EXPORT_H
#define PP_EXCHANGE_EXPORT_H

#include "base/diagnostic.h"
#include "case/case.h"
#include "pourparler/exchange.h"

/* pp_export with what pp_report_export shows of it. */
typedef struct pp_i_export {
    pp_export made; /* first, so that the one is the other */
    pp_i_arena arena;
    pp_allocator allocator;
    pp_i_diagnostics diagnostics;
} pp_i_export;

#endif
