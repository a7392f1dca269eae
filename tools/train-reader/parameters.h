/*
 * parameters.h: the network's weights while they learn, each matrix in a block of one array, in the
 * layout [input][output]; their gradients, and how they follow them.
 *
 * Source: kingma2015adam; the weights that are kept are running means of those that learn
 * (polyak1992averaging).
 */
#ifndef TRAIN_READER_PARAMETERS_H
#define TRAIN_READER_PARAMETERS_H

#include "arithmetic.h"
#include "reading/network.h"

typedef enum block_name {
    FIRST_INPUT,
    FIRST_INPUT_BACK,
    FIRST_RECURRENT,
    FIRST_RECURRENT_BACK,
    FIRST_BIAS,
    SECOND_INPUT,
    SECOND_INPUT_BACK,
    SECOND_RECURRENT,
    SECOND_RECURRENT_BACK,
    SECOND_BIAS,
    TAG,
    TAG_BIAS,
    MOVE_INPUT,
    MOVE_SPECIAL,
    MOVE_DISTANCE,
    MOVE_BIAS,
    MOVE,
    MOVE_OUT_BIAS,
    RELATION_INPUT,
    RELATION_DISTANCE,
    RELATION_BIAS,
    RELATION,
    RELATION_OUT_BIAS,
    BLOCK_COUNT
} block_name;

/* Shape of a block, and where it starts. */
typedef struct block {
    size_t start, rows, columns;
} block;

typedef struct parameters {
    block blocks[BLOCK_COUNT];
    size_t count;     /* of dense weights; the embeddings follow */
    size_t row_count; /* of embeddings */
    float *values, *gradients, *means, *squares, *kept;
    float *turned;     /* dense matrices, each the other way round */
    uint32_t *touched; /* rows of embeddings with a gradient */
    size_t touched_count;
    bool *is_touched;
    size_t step_count;
} parameters;

parameters *parameters_new(size_t row_count, uint64_t seed);
void parameters_free(parameters *of);

static inline float *values_of(const parameters *of, block_name name)
{
    return of->values + of->blocks[name].start;
}

static inline float *gradients_of(const parameters *of, block_name name)
{
    return of->gradients + of->blocks[name].start;
}

static inline const float *turned_of(const parameters *of, block_name name)
{
    return of->turned + of->blocks[name].start;
}

static inline size_t embedding_at(const parameters *of, uint32_t row)
{
    return of->count + (size_t)row * PP_NET_INPUT;
}

/* The row's embedding gets a gradient. */
void parameters_touch(parameters *of, uint32_t row);

/* Follows the gradients, which are sums over so many sentences, and empties them. */
void parameters_step(parameters *of, float rate, size_t sentence_count);

/* The kept weights as the library reads them. Free the embeddings. */
void parameters_finish(const parameters *of, pp_i_network *network,
                       int8_t (**embeddings)[PP_NET_INPUT]);

#endif
