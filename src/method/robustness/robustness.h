/*
 * robustness.h: what holds for every admissible profile, what for one, and for what share of them.
 *
 * For one party, over its admissible profiles (model/preferences.h):
 * - x is *necessarily* at least as good as y when v(x) >= v(y) in every profile; *possibly*, in
 * one. For several parties, whose profiles are independent of one another, among listed packages:
 * - x is *necessarily* efficient when no listed package dominates it in any combination of
 * profiles; *possibly*, when some combination has none that dominates it. With orders and
 * importance alone the least difference on an issue is -1, 0 or 1, and the least weighted sum over
 * the order cone is that of an up-set of issues: it is not below 0 exactly where what is lost can
 * be matched with gains on issues at least as important, a maximum closure (picard1976maximal)
 * found as a flow of integers. Exact values and weights are summed exactly. With comparisons, or
 * with some weights given and others open, linear programs decide, and are proved in exact numbers
 * (model/admissible.h); where they do not, the answer is "open": not decided, never a guess.
 * Source: greco2008ordinal.
 */
#ifndef PP_METHOD_ROBUSTNESS_ROBUSTNESS_H
#define PP_METHOD_ROBUSTNESS_ROBUSTNESS_H

#include "method/job.h"
#include "model/admissible.h"
#include "model/profile.h"

enum { PP_ROBUST_PAIR_COUNT_MAX = 1000000 }; /* packages compared with packages, for one answer */
#define PP_ROBUST_WHY_PAIRS "more than 1000000 pairs of packages to compare"

/* What asking about many packages shares; in the job's arena. Not for several threads at once. */
typedef struct pp_i_robust pp_i_robust;
pp_status pp_i_robust_begin(pp_i_job *job, const pp_i_preferences *preferences,
                            pp_i_robust **robust);

/* How many answers so far rest on the tolerance of a solver that computes with rounded numbers; all
 * others are exact. */
size_t pp_i_robust_unproved(const pp_i_robust *robust);

/* Is any profile of `party` admissible? NO where what the case says contradicts itself. */
pp_i_truth pp_i_robust_consistent(const pp_i_robust *robust, size_t party);

/* Is `x` necessarily, is it possibly at least as good as `y` for `party`? Either may be null. OPEN
 * where it is not decided; where no profile is admissible both are OPEN. */
pp_status pp_i_robust_compare(pp_i_robust *robust, size_t party, const uint16_t *x,
                              const uint16_t *y, pp_i_truth *necessarily, pp_i_truth *possibly);

/* Is `x` necessarily, is it possibly at least as good as no deal for `party`? Where nothing is said
 * of no deal it is the party's worst package, and both are YES. */
pp_status pp_i_robust_accepts(pp_i_robust *robust, size_t party, const uint16_t *x,
                              pp_i_truth *necessarily, pp_i_truth *possibly);

typedef struct pp_i_robust_efficiency {
    pp_i_truth necessarily;
    pp_i_truth possibly; /* NO where one package dominates it always; YES where a profile drawn
                            shows it; else OPEN */
} pp_i_robust_efficiency;

/* Which of `packages` are efficient among them, for `parties`: efficiency[package]. Past
 * PP_ROBUST_PAIR_COUNT_MAX all are OPEN and the job says why. */
pp_status pp_i_robust_efficient(pp_i_robust *robust, const size_t *parties, size_t party_count,
                                const uint16_t *const *packages, size_t package_count,
                                pp_i_robust_efficiency *efficiency);

/* The issues on which the packages differ, and of which none of `parties` says anything that tells
 * the options there apart: unspoken[issue]; how many. None where a party is ranked. */
size_t pp_i_robust_unspoken(const pp_i_robust *robust, const size_t *parties, size_t party_count,
                            const uint16_t *const *packages, size_t package_count, bool *unspoken);

/* Which packages are necessarily efficient among those that have the same options on the issues
 * `alike`: efficient[package]. As costly as the above. */
pp_status pp_i_robust_efficient_alike(pp_i_robust *robust, const size_t *parties,
                                      size_t party_count, const uint16_t *const *packages,
                                      size_t package_count, const bool *alike,
                                      pp_i_truth *efficient);

/* Which packages `party` prefers, in every profile, to all others that are alike so: best[package].
 * Where every lot of alike packages has one, the one of these that the party likes best is
 * efficient among all packages, whatever the others want: no other package gives that party as
 * much. */
pp_status pp_i_robust_best_alike(pp_i_robust *robust, size_t party, const uint16_t *const *packages,
                                 size_t package_count, const bool *alike, bool *best,
                                 bool *every_lot);

/* A share of a sample with its standard error (of batch means). */
typedef struct pp_i_share {
    double share;
    double error;
} pp_i_share;

typedef enum pp_i_rule {
    PP_RULE_NASH,
    PP_RULE_KALAI_SMORODINSKY,
    PP_RULE_EGALITARIAN,
    PP_RULE_UTILITARIAN,
    PP_RULE_COUNT
} pp_i_rule;

/* Shares of a sample of profiles, for one package. */
typedef struct pp_i_robust_package {
    const pp_i_share *accepts;        /* [place in `parties`]: v(x) >= no deal */
    pp_i_share rational;              /* all of them accept */
    pp_i_share efficient;             /* none of the packages dominates it */
    pp_i_share picked[PP_RULE_COUNT]; /* among the packages that all accept; ties count for each */
} pp_i_robust_package;

typedef struct pp_i_robust_shares {
    const pp_i_robust_package *packages; /* [package], as given */
    pp_i_share any_rational;             /* profiles in which some package is accepted by all */
    size_t sample_count;                 /* combinations of profiles drawn; 0: none could be */
    const pp_i_drawing *drawing;         /* [place in `parties`] */
    bool valued;                         /* false: a party is ranked, so that no rule could pick */
} pp_i_robust_shares;

/*
 * Shares over `sample_count` random profiles of each party (0: the default), from the control's
 * seed; the same for any number of threads. `no_deal_at` (may be null): packages whose least value
 * is a party's no deal where the case says nothing of it (else the least value of `packages`).
 * Cost: samples times (packages times (parties + log packages)), twice that with many efficient
 * ones. A run that is stopped gives sample_count 0, and the job says why.
 */
typedef struct pp_i_robust_sample {
    size_t sample_count;
    const uint16_t *const *no_deal_at;
    size_t no_deal_at_count;
    bool for_efficiency; /* no rule picks */
} pp_i_robust_sample;
pp_status pp_i_robust_share(pp_i_robust *robust, const size_t *parties, size_t party_count,
                            const uint16_t *const *packages, size_t package_count,
                            const pp_i_robust_sample *sample, pp_i_robust_shares *shares);

#endif
