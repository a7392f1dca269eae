/*
 * band_layer.h: the states of a walk between two steps, and what is kept of them.
 */
#ifndef PP_ENGINE_BAND_LAYER_H
#define PP_ENGINE_BAND_LAYER_H

#include "engine/front.h"

/* The states after a step. */
typedef struct pp_i_band_layer {
    pp_i_arena arena;
    size_t count;
    size_t slot_count;
    uint16_t *keys; /* [count][slot_count] */
    double *still;  /* [count]: what is still to come, at most */
    pp_i_front *fronts;
} pp_i_band_layer;

/* Keeps the `width_max` vectors with the highest bounds (of those alike the first) if there are
 * more in all, and says so in *cut. False: the maker's run says why. */
bool pp_i_band_layer_cut(pp_i_band_layer *layer, const double *weights, size_t width_max,
                         pp_i_front_maker *maker, bool *cut);

#endif
