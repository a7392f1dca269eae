/*
 * profile.h: admissible profiles of one party, drawn at random; and their mean.
 *
 * A random profile is, by definition: for each issue with open values a linear extension drawn
 * uniformly from those of its order, with values 0, sorted uniform draws, 1 along it (ties equal;
 * an issue whose options are all alike has value 0); weights uniform on the simplex, on condition
 * of the importance; all of it kept if it meets the comparisons. No deal, where it is not a number,
 * is uniform between what it is better than (or the least conceivable value) and what it is worse
 * than (or the greatest), or in a range of 1 beyond where these meet. Where too few draws are kept,
 * a Markov chain with the same distribution takes over: hit-and-run (Smith 1984) on the weights and
 * on each issue's values in turn, with fresh draws of single issues between, kept where admissible
 * (Metropolis).
 * Source: lahdelma1998smaa, lahdelma2003ordinal, smith1984hitandrun.
 *
 * A sample is PP_SAMPLE_BATCH_COUNT batches, each a stream with its own seed, so that threads
 * change nothing; the standard error of a mean is that of the batches' means (batch means), which
 * accounts for dependence within a stream.
 */
#ifndef PP_MODEL_PROFILE_H
#define PP_MODEL_PROFILE_H

#include "base/run.h"
#include "model/preferences.h"

enum {
    PP_SAMPLE_BATCH_COUNT = 32,
    PP_SAMPLE_COUNT_DEFAULT = 8192, /* profiles in all batches */
    PP_SAMPLE_KEPT_MIN = 20,        /* of PP_SAMPLE_PILOT_COUNT draws; with fewer the chain runs */
    PP_SAMPLE_PILOT_COUNT = 2000
};

typedef struct pp_i_profile {
    double *weights;      /* [issue] */
    double *const *gains; /* [issue][option]: w_i u_i(o) */
    double no_deal;       /* where the preference says something of it, else 0: see no_deal_said */
} pp_i_profile;

typedef struct pp_i_profiles pp_i_profiles; /* what all streams of a party share */
typedef struct pp_i_stream pp_i_stream;     /* one batch of one party */

/* How the profiles of a party are drawn. */
typedef enum pp_i_drawing {
    PP_DRAWING_EXACT,  /* there is one profile */
    PP_DRAWING_DIRECT, /* independent draws, kept where admissible */
    PP_DRAWING_CHAIN,  /* a Markov chain */
    PP_DRAWING_NONE    /* no profile is admissible, or the party is RANKED */
} pp_i_drawing;

/* Prepares drawing for `party`, in `arena`. *profiles is null where memory has run out or the run
 * was stopped (run->stop says which). */
pp_i_profiles *pp_i_profiles_make(const pp_i_preferences *preferences, size_t party, uint64_t seed,
                                  pp_i_run *run, pp_i_arena *arena);
pp_i_drawing pp_i_profiles_drawing(const pp_i_profiles *profiles);

/* The stream of a batch, in `arena`; null where memory has run out. */
pp_i_stream *pp_i_stream_begin(const pp_i_profiles *profiles, size_t batch, pp_i_arena *arena);
/* The next profile, valid until the one after. Null where the run was stopped. */
const pp_i_profile *pp_i_stream_next(pp_i_stream *stream, pp_i_run *run);

/* Profiles a batch, where `sample_count` (0: the default) are asked for in all: at least 2. */
static inline size_t pp_i_sample_per_batch(size_t sample_count)
{
    size_t count = sample_count == 0 ? PP_SAMPLE_COUNT_DEFAULT : sample_count;
    return count < 2 * PP_SAMPLE_BATCH_COUNT
               ? 2
               : (count + PP_SAMPLE_BATCH_COUNT - 1) / PP_SAMPLE_BATCH_COUNT;
}

/* The standard error of a mean, from the sum of the batches' means and the sum of their squares. */
double pp_i_batch_error(double sum, double squares);

/* v(x) */
static inline double pp_i_profile_value(const pp_i_profile *profile, const pp_i_choice *package,
                                        size_t issue_count)
{
    double value = 0;
    for (size_t i = 0; i < issue_count; i++)
        value += profile->gains[i][package[i]];
    return value;
}

/* The mean of `sample_count` profiles (0: the default), an estimate and to be called one, in
 * `arena`; `errors` (may be null) gets the standard errors of the same shape. False where memory
 * has run out, the run was stopped, or there is nothing to draw from. */
bool pp_i_profiles_mean(const pp_i_profiles *profiles, size_t sample_count, pp_i_run *run,
                        pp_i_arena *arena, pp_i_profile *mean, pp_i_profile *errors);

#endif
