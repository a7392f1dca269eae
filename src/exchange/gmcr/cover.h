/* cover.h: a formula as the "or" of patterns; used by this folder alone. */
#ifndef PP_EXCHANGE_GMCR_COVER_H
#define PP_EXCHANGE_GMCR_COVER_H

#include "case/case.h"
#include "exchange/gmcr/write.h"

/* An option for some issues, PP_COVER_ANY for the others. */
typedef pp_i_choice *pp_i_cover_pattern; /* [issue] */
#define PP_COVER_ANY UINT16_MAX

typedef struct pp_i_cover {
    pp_i_cover_pattern *patterns;
    size_t count;
    bool too_wide; /* more than PP_GMCR_COVER_CELL_COUNT_MAX packages: there are no patterns */
} pp_i_cover;

/* Patterns that together hold exactly where the formula does (or, where not `holds`, does not):
 * each as wide as it can be made, and none that the ones before it cover. False: no memory. */
bool pp_i_cover_make(const pp_case *the_case, const pp_i_formula *formula, bool holds,
                     pp_i_arena *arena, pp_i_cover *cover);

#endif
