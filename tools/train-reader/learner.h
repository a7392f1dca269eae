/*
 * learner.h: a linear classifier while it learns: the averaged perceptron with a margin, in whole
 * numbers, so that the same training gives the same bytes everywhere.
 *
 * Source: collins2002discriminative.
 */
#ifndef TRAIN_READER_LEARNER_H
#define TRAIN_READER_LEARNER_H

#include <stdio.h>

#include "reading/weights.h"

typedef struct learner perceptron;

perceptron *learner_new(void);
void learner_free(perceptron *learner);

/* Scores with the weights as they are now. */
void learner_score(const perceptron *learner, const pp_i_features *features,
                   int32_t scores[PP_CLASS_COUNT_MAX]);
/* One example has been seen. */
void learner_tick(perceptron *learner);
/* Moves the weights of `good` up and those of `bad` down. */
void learner_update(perceptron *learner, const pp_i_features *features, size_t good, size_t bad);

/* Adds another's averages to one's own; both have seen as many examples. No learning after it. */
void learner_add(perceptron *learner, const perceptron *other);

/*
 * The averaged weights as the library reads them, quantised so that `full_weight` (a weight's
 * share of an update, averaged) becomes 127; weights that become less than `weight_min`, and
 * features with fewer than `update_count_min` updates, are left out. Free with weights_free.
 */
pp_i_weights learner_finish(const perceptron *learner, double full_weight, int weight_min,
                            unsigned update_count_min);
/* The same for the parser's moves: classes 0, 1, 2 are SHIFT, LEFT, RIGHT. */
pp_i_move_weights learner_finish_moves(const perceptron *learner, double full_weight,
                                       int weight_min, unsigned update_count_min);
void weights_free(pp_i_weights *weights);
size_t weights_bytes(const pp_i_weights *weights);

#endif
