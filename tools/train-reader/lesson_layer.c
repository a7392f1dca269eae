/* lesson_layer.c: a layer of long short-term memory, there and back. Source: hochreiter1997lstm. */
#include <string.h>

#include "lesson_room.h"

static size_t place_of(size_t step, size_t count, bool reverse)
{
    return reverse ? count - 1 - step : step;
}

/* One word: from its gates to its cells and outputs. */
static void step(direction *way, size_t at, const float *before, float *out)
{
    const float *gates = way->gates[at];
    for (size_t k = 0; k < PP_NET_CELL; k++) {
        float in = gate(gates[k]), forget = gate(gates[PP_NET_CELL + k]);
        float shown = gate(gates[2 * PP_NET_CELL + k]), fresh = squash(gates[3 * PP_NET_CELL + k]);
        float cell = in * fresh + (before == NULL ? 0 : forget * before[k]);
        way->cells[at][k] = cell;
        out[k] = shown * squash(cell);
    }
}

static void run_way(lesson *on, const layer *of, size_t count, bool reverse)
{
    direction *way = &of->ways[reverse];
    const float *bias = values_of(on->of, of->bias) + reverse * PP_NET_GATES;
    const float *recurrent = values_of(on->of, of->recurrent + reverse);
    for (size_t i = 0; i < count; i++)
        memcpy(way->gates[i], bias, sizeof way->gates[i]);
    multiply_add(way->gates[0], PP_NET_GATES, (matrix){of->from->values[0], PP_NET_OUTPUT, 1},
                 values_of(on->of, of->input + reverse), PP_NET_GATES, count, of->in_count,
                 PP_NET_GATES);
    const float *last = NULL, *cells = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t at = place_of(i, count, reverse);
        float *out = of->to->raw[at] + (reverse ? PP_NET_CELL : 0);
        if (last != NULL)
            multiply_add(way->gates[at], PP_NET_GATES, (matrix){last, 0, 1}, recurrent,
                         PP_NET_GATES, 1, PP_NET_CELL, PP_NET_GATES);
        step(way, at, cells, out);
        last = out;
        cells = way->cells[at];
    }
}

void layer_run(lesson *on, const layer *of, size_t word_count)
{
    run_way(on, of, word_count, false);
    run_way(on, of, word_count, true);
}

/* The gradients of one word's gates from those of its output; `cells` are those of its cells from
 * the word read after it, and become those for the word read before. */
static void step_back(direction *way, size_t at, const float *before, const float *out,
                      float *cells)
{
    const float *gates = way->gates[at];
    float *slopes = way->slopes[at];
    for (size_t k = 0; k < PP_NET_CELL; k++) {
        float z[4] = {gates[k], gates[PP_NET_CELL + k], gates[2 * PP_NET_CELL + k],
                      gates[3 * PP_NET_CELL + k]};
        float cell = way->cells[at][k], old = before == NULL ? 0 : before[k];
        float of_cell = cells[k] + out[k] * gate(z[2]) * squash_slope(cell);
        slopes[k] = of_cell * squash(z[3]) * gate_slope(z[0]);
        slopes[PP_NET_CELL + k] = of_cell * old * gate_slope(z[1]);
        slopes[2 * PP_NET_CELL + k] = out[k] * squash(cell) * gate_slope(z[2]);
        slopes[3 * PP_NET_CELL + k] = of_cell * gate(z[0]) * squash_slope(z[3]);
        cells[k] = of_cell * gate(z[1]);
    }
}

static void return_way(lesson *on, const layer *of, size_t count, bool reverse)
{
    direction *way = &of->ways[reverse];
    size_t side = reverse ? PP_NET_CELL : 0;
    float cells[PP_NET_CELL] = {0}, out[PP_NET_CELL];
    const float *turned = turned_of(on->of, of->recurrent + reverse);
    for (size_t i = count; i-- > 0;) {
        size_t at = place_of(i, count, reverse);
        memcpy(out, of->to->gradients[at] + side, sizeof out);
        if (i + 1 < count)
            multiply_add(out, 0, (matrix){way->slopes[place_of(i + 1, count, reverse)], 0, 1},
                         turned, PP_NET_CELL, 1, PP_NET_GATES, PP_NET_CELL);
        step_back(way, at, i == 0 ? NULL : way->cells[place_of(i - 1, count, reverse)], out, cells);
    }
    float *bias = gradients_of(on->of, of->bias) + reverse * PP_NET_GATES;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < PP_NET_GATES; k++)
            bias[k] += way->slopes[i][k];
    multiply_add(gradients_of(on->of, of->input + reverse), PP_NET_GATES,
                 (matrix){of->from->values[0], 1, PP_NET_OUTPUT}, way->slopes[0], PP_NET_GATES,
                 of->in_count, count, PP_NET_GATES);
    const float *before = of->to->raw[reverse ? 1 : 0] + side; /* each with the slopes after it */
    multiply_add(gradients_of(on->of, of->recurrent + reverse), PP_NET_GATES,
                 (matrix){before, 1, PP_NET_OUTPUT}, way->slopes[reverse ? 0 : 1], PP_NET_GATES,
                 PP_NET_CELL, count - 1, PP_NET_GATES);
    multiply_add(of->from->gradients[0], PP_NET_OUTPUT, (matrix){way->slopes[0], PP_NET_GATES, 1},
                 turned_of(on->of, of->input + reverse), of->in_count, count, PP_NET_GATES,
                 of->in_count);
}

void layer_return(lesson *on, const layer *of, size_t word_count)
{
    return_way(on, of, word_count, false);
    return_way(on, of, word_count, true);
}
