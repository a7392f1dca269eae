/* admissible_parts.h: what the files of admissible.c share. */
#ifndef PP_MODEL_ADMISSIBLE_PARTS_H
#define PP_MODEL_ADMISSIBLE_PARTS_H

#include "model/admissible.h"
#include "model/linear.h"

enum { PP_CLASS_WORD_COUNT = PP_POSET_ITEM_COUNT_MAX / PP_WORD_BITS };
#define PP_OTHER_CLASS UINT16_MAX /* as best or worst: an option that nothing names */

/* One issue in the program. */
typedef struct pp_i_concern {
    pp_i_word named[PP_CLASS_WORD_COUNT]; /* classes; none: the issue is not concerned */
    size_t named_count;
    PP_LIST(uint16_t) best, worst; /* the pairs to choose from, side by side */
    size_t chosen;
    uint32_t weight_column; /* UINT32_MAX: exact */
    uint32_t *gain_columns; /* [class]; UINT32_MAX: none */
} pp_i_concern;

typedef struct pp_i_admissible_work {
    const pp_case *the_case;
    const pp_i_party_preference *of;
    const pp_i_demand *demand;
    pp_i_run *run;
    pp_i_arena *scratch;
    bool with_no_deal;
    bool unproved; /* the answer so far rests on the solver's tolerance */
    bool inner;    /* look for a point where nothing but the best and the worst stands at an end */
    pp_i_concern *issues;
    pp_i_linear program;
    uint32_t margin, no_deal; /* columns */
} pp_i_admissible_work;

/* Has an issue values that are open and count? */
static inline bool pp_i_admissible_is_open(const pp_i_admissible_work *asked, size_t issue)
{
    const pp_i_party_preference *of = asked->of;
    bool counts = of->weights[issue].denominator == 0 || of->weights[issue].numerator != 0;
    return counts && of->issues[issue].values == NULL && of->issues[issue].order.class_count > 1;
}

/* admissible_program.c: the program for the pairs chosen. */
void pp_i_admissible_build(pp_i_admissible_work *asked);

/* admissible_point.c: the profile that a solution of it is. */
void pp_i_admissible_fill(const pp_i_admissible_work *asked, const double *solution,
                          pp_i_admissible_point *point);

#endif
