/*
 * compare.h: two points of a frontier compared exactly, rule by rule; used by solutions.c.
 *
 * Gains are whole numbers over each party's own denominator, so products compare as they are, and
 * shares and sums after multiplying across.
 */
#ifndef PP_METHOD_BARGAINING_COMPARE_H
#define PP_METHOD_BARGAINING_COMPARE_H

#include "method/bargaining/solutions.h"

/* A frontier under one convention. */
typedef struct pp_i_terms {
    const pp_i_bargain *bargain;
    pp_convention convention;
    size_t party_count;
    const pp_i_integer *no_deal; /* [party] as the convention has it, times the denominator */
    const double *no_deal_real;
    const pp_i_integer *whole;   /* [party] the gain that counts as 1, times the denominator */
    const double *whole_real;
    const bool *field;           /* [point] does it take part? */
    size_t gaining_most;         /* how many parties gain at the points that give most a gain */
} pp_i_terms;

/* In the arena of the answer. */
pp_status pp_i_terms_make(const pp_i_bargain *bargain, pp_convention convention, pp_i_terms *terms);

bool pp_i_terms_in_field(const pp_i_terms *terms, size_t point);
/* Is the value above no deal? Exact. */
bool pp_i_terms_gains(const pp_i_terms *terms, size_t point, size_t party);
/* In doubles: value, value less no deal, and that as a share of `whole`. */
double pp_i_terms_value(const pp_i_terms *terms, size_t point, size_t party);
double pp_i_terms_gain(const pp_i_terms *terms, size_t point, size_t party);
double pp_i_terms_share(const pp_i_terms *terms, size_t point, size_t party);

/* *way: below, at or above 0 as a is worse than, as good as, better than b. Errors: MEMORY. */
typedef pp_status pp_i_compare(const pp_i_terms *terms, size_t a, size_t b, int *way);
pp_i_compare pp_i_compare_product;
pp_i_compare pp_i_compare_product_of_gaining;
pp_i_compare pp_i_compare_shares;     /* leximin */
pp_i_compare pp_i_compare_gains;      /* leximin */
pp_i_compare pp_i_compare_least_gain; /* the least alone */
pp_i_compare pp_i_compare_sum;
pp_i_compare pp_i_compare_spread;
pp_i_compare pp_i_compare_differences;

#endif
