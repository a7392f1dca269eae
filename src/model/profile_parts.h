/* profile_parts.h: what the files of profile.c share. */
#ifndef PP_MODEL_PROFILE_PARTS_H
#define PP_MODEL_PROFILE_PARTS_H

#include "base/map.h"
#include "model/admissible.h"
#include "model/order_draw.h"
#include "model/profile.h"

enum {
    PP_CHAIN_SWEEP_COUNT_FIRST = 200, /* before a stream's first profile */
    PP_CHAIN_SWEEP_COUNT = 4          /* between profiles */
};

struct pp_i_profiles {
    const pp_i_preferences *preferences;
    const pp_i_party_preference *of;
    size_t party;
    uint64_t seed;
    pp_i_drawing drawing;
    const pp_i_order_draw **issues; /* [issue]: of open values; null: nothing to draw */
    pp_i_poset importance;          /* of the issues whose weights are open */
    const pp_i_order_draw *weights; /* of these; null: none is open */
    const size_t *open;             /* their places in the case */
    size_t open_count;
    pp_i_admissible_point start; /* of the chains; where CHAIN */
};

/* Values and weights as one stream holds them: u in classes or options, w; and what they make. */
struct pp_i_stream {
    const pp_i_profiles *profiles;
    pp_i_random random;
    bool begun;
    double *weights;     /* [issue] */
    double **values;     /* [issue][option]: u */
    double **gains;      /* [issue][option] */
    double *weight_keys; /* [class of profiles->importance] */
    double **value_keys; /* [issue][class] */
    double *direction;   /* [class], for a chain */
    double *fresh;       /* [option], for a chain */
    pp_i_profile profile;
};

static inline size_t pp_i_option_count(const pp_i_profiles *of, size_t issue)
{
    return of->preferences->the_case->issues[issue].option_count;
}

/* Values of one issue anew, by definition, into `values`. */
void pp_i_profile_draw_issue(pp_i_stream *stream, size_t issue, double *values);
/* Weights anew, by definition. */
void pp_i_profile_draw_weights(pp_i_stream *stream);

/* Do the weights and values meet the comparisons, and the importance of given weights against open
 * ones? */
bool pp_i_profile_meets_comparisons(const pp_i_stream *stream);
/* The bounds that the case sets to no deal; are they in order? */
bool pp_i_profile_no_deal_bounds(const pp_i_stream *stream, double *least, double *greatest);

/* profile_chain.c: the start of a stream's chain, and some sweeps. */
void pp_i_profile_chain_begin(pp_i_stream *stream);
void pp_i_profile_chain_sweep(pp_i_stream *stream);

#endif
