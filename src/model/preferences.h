/*
 * preferences.h: what a case says about each party's preferences, without a number that it does not
 * say: the set of its admissible profiles.
 *
 * A party's value of a package is additive: v(x) = sum_i w_i u_i(x_i), each u_i from 0 (its worst
 * option) to 1 (its best), weights above 0 that sum to 1; d is its value of no deal. With
 * g_io = w_i u_i(o) everything that a case can say is linear in (w, g, d) once the best and the
 * worst option of each issue are fixed: orders and ties of options, importance, comparisons of
 * whole packages, no deal. A profile is admissible where it satisfies all of it; `a > b` is strict,
 * with no margin invented. Exact values and weights are used as given. Source: greco2008ordinal
 * (robust ordinal regression), lahdelma2003ordinal (ordinal information).
 *
 * How it is used: make them once for a case; then ask about packages (method/robustness), or draw
 * profiles (model/profile.h). All of it is read only, from any number of threads.
 */
#ifndef PP_MODEL_PREFERENCES_H
#define PP_MODEL_PREFERENCES_H

#include "case/case.h"
#include "model/poset.h"

enum {
    PP_NO_DEAL_ROW_COUNT_MAX = 4096 /* ways to satisfy the formulas of one party's `no_deal` */
};
/* Given weights that leave less than this for the open ones leave nothing. */
#define PP_PREFERENCE_REST_MIN 1e-12
#define PP_NO_DEAL_WHY_CUT "a formula in `no_deal` that more than 4096 ways satisfy"

typedef enum pp_i_preference_kind {
    PP_PREFERENCE_NONE,    /* nothing is said: the party is indifferent, every value is 0 */
    PP_PREFERENCE_RANKED,  /* `priorities` or `ranking` alone: packages compare, and have no values
                            */
    PP_PREFERENCE_ADDITIVE /* values of options and weights of issues, exact or open */
} pp_i_preference_kind;

/* What is known of one party on one issue. */
typedef struct pp_i_issue_preference {
    pp_i_poset order;          /* of the options; ties are classes. Where `values` is null */
    const pp_i_number *values; /* [option]: exact, as given; null: open.
                                  An issue of weight 0 has no value that counts */
} pp_i_issue_preference;

/* One way in which no deal compares with packages: the options of some issues; the others stand at
 * their worst (`worse`: no deal is worse than all of these) or their best (`better`). */
typedef struct pp_i_no_deal_row {
    bool worse;                 /* d < value of the package, else d > value */
    const pp_i_choice *package; /* [issue]; PP_CHOICE_ANY where the formula leaves it open */
    size_t item;                /* which of the preference's no_deal items says so */
} pp_i_no_deal_row;
#define PP_CHOICE_ANY UINT16_MAX

typedef struct pp_i_party_preference {
    pp_i_preference_kind kind;
    const pp_i_preference *said; /* null: the case says nothing */
    size_t issue_count;
    const pp_i_issue_preference *issues; /* [issue]; where ADDITIVE */
    pp_i_poset importance;               /* of the issues */
    const pp_i_number *weights;          /* [issue]: exact; denominator 0 where open */
    bool weights_exact;                  /* all are given, or what is given leaves nothing */
    double weight_rest;                  /* what the open ones sum to */
    const pp_i_no_deal_row *no_deal_rows;
    size_t no_deal_row_count;
    bool no_deal_cut;   /* past PP_NO_DEAL_ROW_COUNT_MAX: what concerns no deal is not decided */
    bool no_deal_known; /* a number is given: no_deal */
    bool no_deal_said;  /* a number, or a comparison */
    pp_i_number no_deal;
    bool exact;    /* one profile (but for no deal): all weights are given, and all values of
                      issues that have one */
    bool circular; /* an order or the importance goes in a circle: nothing is admissible */
} pp_i_party_preference;

typedef struct pp_i_preferences {
    const pp_case *the_case;
    const pp_i_party_preference *parties; /* [party] */
} pp_i_preferences;

/*
 * The preferences of all parties of a case, in `arena`, which must outlive them.
 * Cost: for each party, cubic in its options and issues. Errors: MEMORY.
 */
pp_status pp_i_preferences_make(const pp_case *the_case, pp_i_arena *arena,
                                pp_i_preferences *preferences, pp_error *error);

/* The same for one party from what is said of it; `said` may be null and is borrowed. False where
 * memory has run out. */
bool pp_i_party_preference_make(const pp_case *the_case, const pp_i_preference *said,
                                pp_i_arena *arena, pp_i_party_preference *made);

/* -1, 0, 1 where a party that is RANKED finds `a` worse than, equal to, better than `b`. `scratch`
 * has pp_i_preferences_scratch_size bytes. Cost: the size of its priorities or ranking. */
int pp_i_preferences_compare(const pp_i_preferences *preferences, size_t party,
                             const pp_i_choice *a, const pp_i_choice *b, unsigned char *scratch);
size_t pp_i_preferences_scratch_size(const pp_i_preferences *preferences);

#endif
