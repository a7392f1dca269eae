/* parts.h: the parts of the answer of `deals`, and what they share; used by this folder alone. */
#ifndef PP_METHOD_BARGAINING_PARTS_H
#define PP_METHOD_BARGAINING_PARTS_H

#include "exchange/formats.h"
#include "method/bargaining/considered.h"
#include "method/bargaining/solutions.h"
#include "method/robustness/robustness.h"

enum {
    PP_DEALS_ROBUST_PACKAGE_COUNT_MAX = 600,    /* compared two by two where numbers are open */
    PP_DEALS_RATIONAL_STEP_COUNT_MAX = 50000000 /* partial packages looked at to count them */
};

/* What can be said in spite of issues that nobody speaks of; see method/robustness/robustness.h. */
typedef struct pp_i_deals_unspoken {
    bool *issues; /* [issue] */
    size_t count;
    pp_i_truth *efficient; /* [package, as listed] */
    bool **best;           /* [place of the party][package]; null: not every lot has one */
} pp_i_deals_unspoken;

typedef struct pp_i_deals_work {
    pp_i_job job;
    pp_deals_options options;
    pp_deals *deals;
    pp_i_model model;
    pp_i_preferences preferences;
    size_t *parties; /* whose values */
    size_t party_count;
    pp_i_estimate *estimates;
    pp_i_values values;
    pp_i_considered considered;
    const int64_t *epsilon;        /* in the parties' own units; null: exact */
    pp_i_integer *least;           /* [party] of what is considered; times the denominator */
    pp_i_integer *no_deal;         /* [party] */
    const pp_i_scenario *scenario; /* whose profiles pay for hyper-rectangles; null: none */
    pp_i_frontier frontier;        /* of all problems */
    bool *counts_known;            /* [point] */
    bool *efficient;               /* [point] of `frontier`: efficient by the numbers at hand */
    bool clamp_changed;            /* values above 1 were cut: counts are not known */
    pp_i_deals_unspoken unspoken;
} pp_i_deals_work;

/* parties.c: whose values, and what they are. */
pp_status pp_i_deals_parties(pp_i_deals_work *work);
/* extremes.c: the least value of each party, its no deal, and what --epsilon means to each. */
pp_status pp_i_deals_extremes(pp_i_deals_work *work);
/* boxes.c: the parties' values and the frontier where profiles pay for hyper-rectangles. */
pp_status pp_i_deals_box_values(pp_i_deals_work *work);
pp_status pp_i_deals_box_front(pp_i_deals_work *work);
/* fronts.c: clamps and unites points of one front, given point by point. */
pp_status pp_i_deals_unite(pp_i_deals_work *work, const pp_i_frontier *front);
/* fronts.c: the frontier of all that is considered. */
pp_status pp_i_deals_front(pp_i_deals_work *work);
/* open.c: where numbers are open, the packages that may be efficient, and how sure that is. */
pp_status pp_i_deals_open(pp_i_deals_work *work);
/* unspoken.c: the issues that nobody speaks of, from all considered packages; and the answer's part
 * on them, where point k is the package listed at `places[k]`. */
pp_status pp_i_deals_find_unspoken(pp_i_deals_work *work, pp_i_robust *robust,
                                   const uint16_t *const *packages, size_t count);
pp_status pp_i_deals_say_unspoken(pp_i_deals_work *work, const size_t *places, size_t count);
/* points.c: the points as the answer has them, and the solutions. */
pp_status pp_i_deals_points(pp_i_deals_work *work);
/* rational.c: how many considered packages are at or above every no deal. */
pp_status pp_i_deals_rational(pp_i_deals_work *work);

/* A considered problem with the values as weight factors, in `arena`. */
bool pp_i_deals_problem(const pp_i_deals_work *work, size_t index, pp_i_arena *arena,
                        pp_i_problem *problem);

#endif
