/* cone.h: comparing two packages where weights are all open or all exact, in exact numbers. */
#ifndef PP_METHOD_ROBUSTNESS_CONE_H
#define PP_METHOD_ROBUSTNESS_CONE_H

#include "model/preferences.h"

typedef struct pp_i_cone_answer {
    bool decided;     /* false: numbers that do not fit; ask a linear program */
    bool necessarily; /* x is at least as good as y in every profile */
    bool strictly;    /* and better in every one */
} pp_i_cone_answer;

/* The same with comparisons and no deal left out: what then holds in every profile still does. */
bool pp_i_cone_bounds(const pp_i_party_preference *of);

/* Can this party's packages be compared so: no comparisons, and weights all open or all exact? */
bool pp_i_cone_applies(const pp_i_party_preference *of);

/* False where memory has run out. Cost: cubic in the number of issues. */
bool pp_i_cone_compare(const pp_i_party_preference *of, const uint16_t *x, const uint16_t *y,
                       pp_i_arena *scratch, pp_i_cone_answer *answer);

#endif
