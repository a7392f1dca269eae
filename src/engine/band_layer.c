/* band_layer.c: see band_layer.h. */
#include "engine/band_layer.h"

#include <string.h>

#include "engine/band_space.h"

/* The k-th greatest of `count` numbers, k from 0, by quickselect; reorders them. */
static double kth_greatest(double *numbers, size_t count, size_t k)
{
    size_t low = 0, high = count - 1;
    while (low < high) {
        double pivot = numbers[low + (high - low) / 2];
        size_t i = low, j = high;
        for (;;) {
            while (numbers[i] > pivot)
                i++;
            while (numbers[j] < pivot)
                j--;
            if (i >= j)
                break;
            double swapped = numbers[i];
            numbers[i++] = numbers[j];
            numbers[j--] = swapped;
        }
        if (k <= j)
            high = j;
        else
            low = j + 1;
    }
    return numbers[k];
}

static size_t layer_size(const pp_i_band_layer *at)
{
    size_t size = 0;
    for (size_t s = 0; s < at->count; s++)
        size += at->fronts[s].count;
    return size;
}

/* Keeps of a front what has a bound above `least`, and of what is just there at most `*alike`. */
static void front_cut(const double *weights, double least, double still, size_t *alike,
                      pp_i_front *front)
{
    int64_t *values = (int64_t *)front->values;
    uint64_t *counts = (uint64_t *)front->counts;
    uint32_t *traces = (uint32_t *)front->traces;
    size_t kept = 0, count = front->count;
    for (size_t i = 0; i < count; i++) {
        double bound = pp_i_band_weigh(weights, values[i], values[count + i]) + still;
        if (bound < least || (bound == least && *alike == 0))
            continue;
        *alike -= bound == least;
        values[kept] = values[i];
        values[count + kept] = values[count + i];
        counts[kept] = counts[i];
        traces[kept++] = traces[i];
    }
    memmove(values + kept, values + count, kept * sizeof *values);
    front->count = kept;
}

bool pp_i_band_layer_cut(pp_i_band_layer *at, const double *weights, size_t width_max,
                         pp_i_front_maker *maker, bool *cut)
{
    size_t size = layer_size(at), k = 0, above = 0;
    if (size <= width_max)
        return true;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    double *bounds = PP_NEW_ARRAY(&maker->work, double, size);
    if (bounds == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t s = 0; s < at->count; s++)
        for (size_t i = 0, count = at->fronts[s].count; i < count; i++)
            bounds[k++] =
                pp_i_band_weigh(weights, at->fronts[s].values[i], at->fronts[s].values[count + i]) +
                at->still[s];
    double least = kth_greatest(bounds, size, width_max - 1);
    for (size_t i = 0; i < size; i++)
        above += bounds[i] > least;
    size_t alike = width_max - above;
    for (size_t s = 0; s < at->count; s++)
        front_cut(weights, least, at->still[s], &alike, &at->fronts[s]);
    *cut = true;
    pp_i_arena_rewind(&maker->work, mark);
    return pp_i_run_step(maker->run, size);
}
