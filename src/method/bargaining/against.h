/*
 * against.h: one package against others: what is better for everyone, and what is alike for one
 * party and better for another.
 *
 * Compared are the feasible packages that break no red line, of parties whose consent counts, that
 * the package itself keeps. With exact values what dominates it is a frontier with the package's
 * own values as floors. Where values are open, it is what is necessarily at least as good for every
 * party, and not necessarily alike for all (model/preferences.h), of as many packages as can be
 * listed.
 */
#ifndef PP_METHOD_BARGAINING_AGAINST_H
#define PP_METHOD_BARGAINING_AGAINST_H

#include "method/job.h"
#include "model/model.h"
#include "pourparler/judge.h"

enum {
    PP_AGAINST_PARTY_COUNT_MAX = 8, /* for alternatives, which are asked for each pair of parties */
    PP_AGAINST_SHOWN_MAX = 20
};

/* Fills the judge's `values`, `improves` and `alternatives`, for the package in judge->package and
 * the red lines in judge->parties. Nothing is filled where the case says nothing of any party's
 * values. */
pp_status pp_i_against_find(pp_i_job *job, pp_i_model *model, pp_judge *judge);

#endif
