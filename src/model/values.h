/*
 * values.h: what parties value, as integer weight factors of a problem.
 *
 * A party's value is a sum over factors divided by one denominator, its own. Exact values and
 * weights are quotients, brought to a common denominator; an estimate is its mean profile in whole
 * parts of PP_VALUES_ESTIMATE_PARTS; ranks are numbers in which more is better and which mean
 * nothing else. Where the numbers need more than 64 bits, all factors have several limbs
 * (engine/front.h).
 */
#ifndef PP_MODEL_VALUES_H
#define PP_MODEL_VALUES_H

#include "base/integer.h"
#include "model/model.h"
#include "model/profile.h"

enum {
    PP_VALUES_ESTIMATE_PARTS = 1000000000,
    PP_VALUES_RANKED_CELL_COUNT_MAX = 1 << 20 /* packages of a case that a ranking is tabled for */
};

/* Where a party's numbers come from; as pp_valued. */
typedef enum pp_i_numbers {
    PP_NUMBERS_EXACT,
    PP_NUMBERS_ESTIMATE,
    PP_NUMBERS_RANKS,
    PP_NUMBERS_NONE
} pp_i_numbers;

typedef struct pp_i_party_values {
    size_t party;
    pp_i_numbers numbers;
    pp_i_natural denominator;
    bool no_deal_given;
    pp_i_integer no_deal; /* times the denominator */
    double weight_sum;
} pp_i_party_values;

typedef struct pp_i_values {
    const pp_i_party_values *parties;
    size_t count;
    size_t limb_count;
    const pp_i_factor *factors; /* weight factors; the group is the place among `parties` */
    size_t factor_count;
} pp_i_values;

/* A profile to count with where a party's numbers are open. */
typedef struct pp_i_estimate {
    const pp_i_profile *profile; /* null: none */
    bool no_deal_known;          /* the profile's no_deal means something */
} pp_i_estimate;

/*
 * The values of `count` parties, in `arena`. estimates[i] is used where the numbers of party i are
 * open. Formulas of priorities may add auxiliary variables to `problem`, which has the issues
 * first. Errors: LIMIT (numbers without a common denominator of reasonable size; a ranking over too
 * many packages), MEMORY.
 */
pp_status pp_i_values_make(const pp_i_preferences *preferences, const size_t *parties, size_t count,
                           const pp_i_estimate *estimates, pp_i_problem *problem, pp_i_arena *arena,
                           pp_i_values *values, pp_error *error);

#endif
