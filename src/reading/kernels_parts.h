/*
 * kernels_parts.h: what kernels.c and kernels_vectors.c share; nobody else includes it. Floats are
 * only added, multiplied and divided, one by one: with contraction off every kernel rounds alike.
 */
#ifndef PP_READING_KERNELS_PARTS_H
#define PP_READING_KERNELS_PARTS_H

#include "reading/kernels.h"

#if defined(__GNUC__) && defined(__x86_64__)
#define FOR_VECTORS 1
#define INLINE static inline __attribute__((always_inline))

/* kernels_vectors.c; the processor may lack them. */
extern const pp_i_kernels pp_i_kernels_sse2, pp_i_kernels_avx2, pp_i_kernels_avx512,
    pp_i_kernels_vnni;
#else
#define FOR_VECTORS 0
#define INLINE static inline
#endif

/* A hyperbolic tangent but for some thousandths, by the four operations. */
INLINE float squash(float x)
{
    x = x > 3.0F ? 3.0F : x;
    x = x < -3.0F ? -3.0F : x;
    float square = x * x;
    return x * (27.0F + square) / (27.0F + 9.0F * square);
}

INLINE float gate(float x)
{
    return 0.5F + 0.5F * squash(0.5F * x);
}

INLINE void step_cells(const int32_t *restrict gates, size_t cell_count, float *restrict cells,
                       int16_t *restrict out)
{
    const float unit = 1.0F / 16777216.0F;
    for (size_t i = 0; i < cell_count; i++) {
        float in = gate((float)gates[i] * unit);
        float forget = gate((float)gates[cell_count + i] * unit);
        float shown = gate((float)gates[2 * cell_count + i] * unit);
        float fresh = squash((float)gates[3 * cell_count + i] * unit);
        float cell = forget * cells[i] + in * fresh;
        cells[i] = cell;
        out[i] = (int16_t)(int32_t)(shown * squash(cell) * 4096.0F);
    }
}

/* As defined, for the numbers from `first` on. */
INLINE void cut_sums(const int32_t *const *parts, size_t part_count, size_t first, size_t count,
                     int16_t *out)
{
    for (size_t k = first; k < count; k++) {
        uint32_t sum = 0;
        for (size_t p = 0; p < part_count; p++)
            sum += (uint32_t)parts[p][k];
        int32_t cut = (int32_t)sum >> 12;
        cut = cut < 0 ? 0 : cut;
        out[k] = (int16_t)(cut > INT16_MAX ? INT16_MAX : cut);
    }
}

#endif
