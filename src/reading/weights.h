/*
 * weights.h: linear models over hashed features, as they lie in the model file.
 *
 * A feature is a 64-bit key mixed from the number of its template and the values in it. A table finds
 * the key's row of weights: pairs of class and weight. What the file holds is checked where it is
 * used, so that no content of it can lead outside of it.
 */
#ifndef PP_READING_WEIGHTS_H
#define PP_READING_WEIGHTS_H

#include "base/text.h"

enum { PP_CLASS_COUNT_MAX = 256, PP_FEATURE_COUNT_MAX = 192 };

typedef struct pp_i_weight_slot {
    uint32_t fingerprint; /* 0: an empty slot */
    uint32_t row;         /* where the row starts among the cells: a count, then so many cells */
} pp_i_weight_slot;

/* The class in the low byte, the weight, signed, in the high one. */
typedef uint16_t pp_i_weight_cell;

typedef struct pp_i_weights {
    const pp_i_weight_slot *slots;
    size_t slot_count; /* below 2^32 */
    const pp_i_weight_cell *cells;
    size_t cell_count;
} pp_i_weights;

/*
 * For the parser's three moves: what LEFT and RIGHT have over SHIFT, without a row of their own. The
 * short fingerprint lets one feature in some ten thousand pass for another.
 */
typedef struct pp_i_move_slot {
    uint16_t fingerprint; /* 0: an empty slot */
    int8_t left;
    int8_t right;
} pp_i_move_slot;

typedef struct pp_i_move_weights {
    const pp_i_move_slot *slots;
    size_t slot_count; /* below 2^32 */
} pp_i_move_weights;

/* The features of one decision. */
typedef struct pp_i_features {
    uint64_t keys[PP_FEATURE_COUNT_MAX];
    size_t count;
} pp_i_features;

static inline uint64_t pp_i_mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 32);
}

static inline uint32_t pp_i_feature_fingerprint(uint64_t key)
{
    uint32_t fingerprint = (uint32_t)(key >> 32);
    return fingerprint == 0 ? 1 : fingerprint;
}

static inline uint16_t pp_i_move_fingerprint(uint64_t key)
{
    uint16_t fingerprint = (uint16_t)(key >> 40);
    return fingerprint == 0 ? 1 : fingerprint;
}

/* Where in a table of `slot_count` places the search for `key` starts. */
static inline size_t pp_i_feature_slot(uint64_t key, size_t slot_count)
{
    return (size_t)((uint64_t)(uint32_t)key * slot_count >> 32);
}

/* Adds the weights of the features to `scores`, which has PP_CLASS_COUNT_MAX places. */
void pp_i_weights_score(const pp_i_weights *weights, const pp_i_features *features,
                        int32_t scores[PP_CLASS_COUNT_MAX]);

/* Sets what LEFT and RIGHT have over SHIFT. */
void pp_i_moves_score(const pp_i_move_weights *weights, const pp_i_features *features,
                      int32_t *left, int32_t *right);

#endif
