/* rules.h: which of listed packages each bargaining solution picks, for given values. */
#ifndef PP_METHOD_ROBUSTNESS_RULES_H
#define PP_METHOD_ROBUSTNESS_RULES_H

#include "method/robustness/robustness.h"

/* Values within this of one another count as tied: they come from a sample. */
#define PP_ROBUST_TIE 1e-12

/* Which of `count` packages each rule picks when package k has the values
 * values[k * party_count + p] and no deal no_deal[p]; only those with `rational` set are
 * considered. Sets picked[rule][k]. `scratch` holds 3 * (party_count + 2) numbers. */
void pp_i_rules_pick(const double *values, const double *no_deal, size_t party_count, size_t count,
                     const bool *rational, double *scratch, bool *const picked[PP_RULE_COUNT]);

#endif
