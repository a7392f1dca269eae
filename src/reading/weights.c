/* weights.c: see weights.h. */
#include "reading/weights.h"

static const pp_i_weight_slot *find(const pp_i_weights *weights, uint64_t key)
{
    uint32_t fingerprint = pp_i_feature_fingerprint(key);
    size_t at = pp_i_feature_slot(key, weights->slot_count);
    for (size_t probe = 0; probe < weights->slot_count; probe++) {
        if (weights->slots[at].fingerprint == fingerprint)
            return &weights->slots[at];
        if (weights->slots[at].fingerprint == 0)
            return NULL;
        at = at + 1 < weights->slot_count ? at + 1 : 0;
    }
    return NULL;
}

/* The slots lie far apart in memory: asked for early, they arrive together. */
static void prefetch(const pp_i_weights *weights, const pp_i_features *features)
{
#if defined(__GNUC__)
    for (size_t i = 0; i < features->count; i++)
        __builtin_prefetch(&weights->slots[pp_i_feature_slot(features->keys[i], weights->slot_count)]);
#else
    (void)weights, (void)features;
#endif
}

void pp_i_weights_score(const pp_i_weights *weights, const pp_i_features *features,
                        int32_t scores[PP_CLASS_COUNT_MAX])
{
    size_t rows[PP_FEATURE_COUNT_MAX], row_count = 0;
    if (weights->slot_count == 0)
        return;
    prefetch(weights, features);
    for (size_t i = 0; i < features->count; i++) {
        const pp_i_weight_slot *slot = find(weights, features->keys[i]);
        if (slot == NULL || slot->row >= weights->cell_count)
            continue;
        rows[row_count++] = slot->row;
#if defined(__GNUC__)
        __builtin_prefetch(&weights->cells[slot->row]);
#endif
    }
    for (size_t i = 0; i < row_count; i++) {
        const pp_i_weight_cell *cell = weights->cells + rows[i];
        size_t count = *cell++;
        if (count > weights->cell_count - rows[i] - 1)
            continue;
        for (size_t j = 0; j < count; j++)
            scores[cell[j] & 0xFF] += (int8_t)(cell[j] >> 8);
    }
}

static const pp_i_move_slot *find_move(const pp_i_move_weights *weights, uint64_t key)
{
    uint16_t fingerprint = pp_i_move_fingerprint(key);
    size_t at = pp_i_feature_slot(key, weights->slot_count);
    for (size_t probe = 0; probe < weights->slot_count; probe++) {
        if (weights->slots[at].fingerprint == fingerprint)
            return &weights->slots[at];
        if (weights->slots[at].fingerprint == 0)
            return NULL;
        at = at + 1 < weights->slot_count ? at + 1 : 0;
    }
    return NULL;
}

void pp_i_moves_score(const pp_i_move_weights *weights, const pp_i_features *features,
                      int32_t *left, int32_t *right)
{
    *left = *right = 0;
    if (weights->slot_count == 0)
        return;
#if defined(__GNUC__)
    for (size_t i = 0; i < features->count; i++)
        __builtin_prefetch(
            &weights->slots[pp_i_feature_slot(features->keys[i], weights->slot_count)]);
#endif
    for (size_t i = 0; i < features->count; i++) {
        const pp_i_move_slot *slot = find_move(weights, features->keys[i]);
        *left += slot == NULL ? 0 : slot->left;
        *right += slot == NULL ? 0 : slot->right;
    }
}
