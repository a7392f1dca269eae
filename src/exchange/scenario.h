/*
 * scenario.h: a negotiation as other programs write it: issues with options, and a profile a party.
 *
 * Readers of formats fill it; scenario_case.c makes a case file of it, in text, so that whatever came
 * in goes through the case's own reader. Numbers are exact quotients.
 */
#ifndef PP_EXCHANGE_SCENARIO_H
#define PP_EXCHANGE_SCENARIO_H

#include "base/diagnostic.h"
#include "case/case.h"

typedef struct pp_i_scenario_issue {
    int64_t index; /* the format's own number of it */
    pp_text name;
    const pp_text *labels; /* [option] */
    size_t option_count;
    bool numeric;          /* an integer or real issue: the labels are numbers */
    int64_t lower;         /* integer issues: of the first option */
} pp_i_scenario_issue;

/* Bounds on one issue: option places, inclusive. */
typedef struct pp_i_scenario_bound {
    size_t issue;
    size_t least, most;
} pp_i_scenario_bound;

/* Pays where all bounds hold, or, `outside`, where one fails. */
typedef struct pp_i_scenario_box {
    pp_i_number pays;
    const pp_i_scenario_bound *bounds;
    size_t bound_count;
    bool outside;
} pp_i_scenario_box;

typedef struct pp_i_scenario_profile {
    pp_text name; /* of the party: the file's name without its ending */
    const pp_i_number *weights;       /* [issue]; additive profiles */
    const pp_i_number *const *values; /* [issue][option] */
    bool nonlinear;
    const pp_i_scenario_box *boxes; /* nonlinear */
    size_t box_count;
    pp_i_number box_whole; /* the sum of boxes that counts as 1 */
    pp_i_number reservation;
    bool reservation_given;
    bool reservation_open; /* nothing is said of no deal: the case leaves it open too */
    pp_i_number discount; /* 1: none */
} pp_i_scenario_profile;

typedef struct pp_i_scenario {
    pp_text title;
    const pp_i_scenario_issue *issues;
    size_t issue_count;
    const pp_i_scenario_profile *profiles;
    size_t profile_count;
    bool clamped; /* some profile can pay more than 1, which counts as 1 */
} pp_i_scenario;

/*
 * The scenario as a case file, in `arena`: issues and options with the labels as titles, a party a
 * profile with values, weights and no deal. Nonlinear profiles become parties without preferences.
 * Null where memory has run out.
 */
char *pp_i_scenario_case(const pp_i_scenario *scenario, pp_i_arena *arena);

/* --- Exact arithmetic for readers; false where a result does not fit in 64 bits over 64 bits ------ */
bool pp_i_number_multiply(pp_i_number a, pp_i_number b, pp_i_number *product);
bool pp_i_number_divide(pp_i_number a, pp_i_number b, pp_i_number *quotient); /* b is not 0 */
bool pp_i_number_add(pp_i_number a, pp_i_number b, pp_i_number *sum);

#endif
