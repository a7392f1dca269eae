/* parameters.c: see parameters.h. */
#include "parameters.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "treebank.h"

static const block shapes[BLOCK_COUNT] = {
    [FIRST_INPUT] = {0, PP_NET_INPUT, PP_NET_GATES},
    [FIRST_INPUT_BACK] = {0, PP_NET_INPUT, PP_NET_GATES},
    [FIRST_RECURRENT] = {0, PP_NET_CELL, PP_NET_GATES},
    [FIRST_RECURRENT_BACK] = {0, PP_NET_CELL, PP_NET_GATES},
    [FIRST_BIAS] = {0, 2, PP_NET_GATES},
    [SECOND_INPUT] = {0, PP_NET_OUTPUT, PP_NET_GATES},
    [SECOND_INPUT_BACK] = {0, PP_NET_OUTPUT, PP_NET_GATES},
    [SECOND_RECURRENT] = {0, PP_NET_CELL, PP_NET_GATES},
    [SECOND_RECURRENT_BACK] = {0, PP_NET_CELL, PP_NET_GATES},
    [SECOND_BIAS] = {0, 2, PP_NET_GATES},
    [TAG] = {0, PP_NET_OUTPUT, PP_NET_TAGS},
    [TAG_BIAS] = {0, 1, PP_NET_TAGS},
    [MOVE_INPUT] = {0, PP_NET_OUTPUT, PP_NET_PLACES *PP_NET_HIDDEN},
    [MOVE_SPECIAL] = {0, PP_NET_PLACES * 2, PP_NET_HIDDEN},
    [MOVE_DISTANCE] = {0, 2 * PP_NET_DISTANCES, PP_NET_HIDDEN},
    [MOVE_BIAS] = {0, 1, PP_NET_HIDDEN},
    [MOVE] = {0, PP_NET_MOVES, PP_NET_HIDDEN},
    [MOVE_OUT_BIAS] = {0, 1, 4},
    [RELATION_INPUT] = {0, PP_NET_OUTPUT, 2 * PP_NET_HIDDEN},
    [RELATION_DISTANCE] = {0, 2 * PP_NET_DISTANCES, PP_NET_HIDDEN},
    [RELATION_BIAS] = {0, 1, PP_NET_HIDDEN},
    [RELATION] = {0, PP_NET_HIDDEN, PP_NET_RELATIONS},
    [RELATION_OUT_BIAS] = {0, 1, PP_NET_RELATIONS},
};

static bool is_bias(block_name name)
{
    return shapes[name].rows <= 2;
}

static void turn(parameters *of)
{
    for (int b = 0; b < BLOCK_COUNT; b++) {
        block at = of->blocks[b];
        const float *from = of->values + at.start;
        float *to = of->turned + at.start;
        for (size_t r = 0; r < at.rows; r++)
            for (size_t c = 0; c < at.columns; c++)
                to[c * at.rows + r] = from[r * at.columns + c];
    }
}

static void fill(float *to, size_t count, double reach, pp_i_random *random)
{
    for (size_t i = 0; i < count; i++)
        to[i] = (float)((pp_i_random_unit(random) * 2 - 1) * reach);
}

static void start(parameters *of, uint64_t seed)
{
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    for (int b = 0; b < BLOCK_COUNT; b++) {
        block at = of->blocks[b];
        bool small = b == MOVE_SPECIAL || b == MOVE_DISTANCE || b == RELATION_DISTANCE;
        size_t outs = b == MOVE_INPUT || b == RELATION_INPUT ? PP_NET_HIDDEN : at.columns;
        outs = outs == PP_NET_GATES ? PP_NET_CELL : outs;
        double reach = small ? 0.1 : sqrt(6.0 / (double)(at.rows + outs));
        if (!is_bias((block_name)b))
            fill(of->values + at.start, at.rows * at.columns, reach, &random);
    }
    for (int layer = 0; layer < 2; layer++) /* cells remember at first */
        for (size_t reverse = 0; reverse < 2; reverse++)
            for (size_t k = 0; k < PP_NET_CELL; k++)
                values_of(of, layer == 0 ? FIRST_BIAS
                                         : SECOND_BIAS)[reverse * PP_NET_GATES + PP_NET_CELL + k] =
                    1.0F;
    fill(of->values + of->count, of->row_count * PP_NET_INPUT, 0.25, &random);
}

parameters *parameters_new(size_t row_count, uint64_t seed)
{
    parameters *made = allocate(1, sizeof *made);
    memcpy(made->blocks, shapes, sizeof shapes);
    for (int b = 0; b < BLOCK_COUNT; b++) {
        made->blocks[b].start = made->count;
        made->count += (shapes[b].rows * shapes[b].columns + 15) / 16 * 16;
    }
    made->row_count = row_count;
    size_t all = made->count + row_count * PP_NET_INPUT;
    float **arrays[] = {&made->values, &made->gradients, &made->means, &made->squares, &made->kept};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        *arrays[i] = allocate(all, sizeof(float));
    made->turned = allocate(made->count, sizeof(float));
    made->touched = allocate(row_count, sizeof *made->touched);
    made->is_touched = allocate(row_count, sizeof *made->is_touched);
    start(made, seed);
    turn(made);
    return made;
}

void parameters_free(parameters *of)
{
    void *arrays[] = {of->values, of->gradients, of->means,   of->squares,
                      of->kept,   of->turned,    of->touched, of->is_touched};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        free(arrays[i]);
    free(of);
}

void parameters_touch(parameters *of, uint32_t row)
{
    if (of->is_touched[row])
        return;
    of->is_touched[row] = true;
    of->touched[of->touched_count++] = row;
}

enum { KEEP_EVERY = 8, KEEP_FROM = 200 };
static const float gradient_most = 5.0F, value_most = 1.9F, keeping = 0.98F;

static void follow(parameters *of, size_t from, size_t count, float scale, float rate)
{
    for (size_t i = from; i < from + count; i++) {
        float gradient = of->gradients[i] * scale;
        of->means[i] = 0.9F * of->means[i] + 0.1F * gradient;
        of->squares[i] = 0.98F * of->squares[i] + 0.02F * gradient * gradient;
        of->values[i] -= rate * of->means[i] / (sqrtf(of->squares[i]) + 1e-6F);
        of->gradients[i] = 0;
    }
}

/* How long the gradient is. */
static double length_of(const parameters *of)
{
    double sum = 0;
    for (size_t i = 0; i < of->count; i++)
        sum += (double)of->gradients[i] * (double)of->gradients[i];
    return sqrt(sum);
}

static void keep(parameters *of)
{
    size_t all = of->count + of->row_count * PP_NET_INPUT;
    if (of->step_count <= KEEP_FROM)
        memcpy(of->kept, of->values, all * sizeof(float));
    else
        for (size_t i = 0; i < all; i++)
            of->kept[i] = keeping * of->kept[i] + (1 - keeping) * of->values[i];
}

void parameters_step(parameters *of, float rate, size_t sentence_count)
{
    float scale = 1.0F / (float)sentence_count;
    float length = (float)length_of(of) * scale;
    if (length > gradient_most)
        scale *= gradient_most / length;
    of->step_count++;
    double bias =
        (1 - pow(0.9, (double)of->step_count)) / sqrt(1 - pow(0.98, (double)of->step_count));
    follow(of, 0, of->count, scale, rate / (float)bias);
    for (size_t t = 0; t < of->touched_count; t++) {
        size_t at = embedding_at(of, of->touched[t]);
        follow(of, at, PP_NET_INPUT, scale, rate);
        for (size_t k = at; k < at + PP_NET_INPUT; k++)
            of->values[k] = of->values[k] > value_most    ? value_most
                            : of->values[k] < -value_most ? -value_most
                                                          : of->values[k];
        of->is_touched[of->touched[t]] = false;
    }
    of->touched_count = 0;
    turn(of);
    if (of->step_count % KEEP_EVERY == 0)
        keep(of);
}

/* --- As the library reads them --------------------------------------------------------------- */

static int32_t fixed(float value, float unit, float most)
{
    float scaled = roundf(value * unit);
    return (int32_t)(scaled > most ? most : scaled < -most ? -most : scaled);
}

static int16_t fixed_weight(float value)
{
    return (int16_t)fixed(value, 4096.0F, 32767.0F);
}

/* [input][output] becomes [input / 2][output][2]. */
static void pair(const parameters *of, block_name name, int16_t *to)
{
    block at = of->blocks[name];
    const float *from = of->kept + at.start;
    for (size_t r = 0; r < at.rows; r++)
        for (size_t c = 0; c < at.columns; c++)
            to[(r / 2 * at.columns + c) * 2 + r % 2] = fixed_weight(from[r * at.columns + c]);
}

static void widen(const parameters *of, block_name name, int32_t *to)
{
    block at = of->blocks[name];
    for (size_t i = 0; i < at.rows * at.columns; i++)
        to[i] = fixed(of->kept[at.start + i], 16777216.0F, 1e9F);
}

void parameters_finish(const parameters *of, pp_i_network *network,
                       int8_t (**embeddings)[PP_NET_INPUT])
{
    pair(of, FIRST_INPUT, network->first_input[0]);
    pair(of, FIRST_INPUT_BACK, network->first_input[1]);
    pair(of, FIRST_RECURRENT, network->first.recurrent[0]);
    pair(of, FIRST_RECURRENT_BACK, network->first.recurrent[1]);
    widen(of, FIRST_BIAS, network->first.bias[0]);
    pair(of, SECOND_INPUT, network->second_input[0]);
    pair(of, SECOND_INPUT_BACK, network->second_input[1]);
    pair(of, SECOND_RECURRENT, network->second.recurrent[0]);
    pair(of, SECOND_RECURRENT_BACK, network->second.recurrent[1]);
    widen(of, SECOND_BIAS, network->second.bias[0]);
    pair(of, TAG, network->tag);
    widen(of, TAG_BIAS, network->tag_bias);
    pair(of, MOVE_INPUT, network->move_input);
    widen(of, MOVE_SPECIAL, network->move_special[0][0]);
    widen(of, MOVE_DISTANCE, network->move_distance[0][0]);
    widen(of, MOVE_BIAS, network->move_bias);
    widen(of, MOVE_OUT_BIAS, network->move_out_bias);
    for (size_t i = 0; i < PP_NET_MOVES * PP_NET_HIDDEN; i++)
        network->move[i / PP_NET_HIDDEN][i % PP_NET_HIDDEN] =
            fixed_weight(of->kept[of->blocks[MOVE].start + i]);
    pair(of, RELATION_INPUT, network->relation_input);
    widen(of, RELATION_DISTANCE, network->relation_distance[0]);
    widen(of, RELATION_BIAS, network->relation_bias);
    pair(of, RELATION, network->relation);
    widen(of, RELATION_OUT_BIAS, network->relation_out_bias);
    int8_t(*rows)[PP_NET_INPUT] = allocate(of->row_count, sizeof *rows);
    for (size_t i = 0; i < of->row_count * PP_NET_INPUT; i++)
        rows[i / PP_NET_INPUT][i % PP_NET_INPUT] =
            (int8_t)fixed(of->kept[of->count + i], 64.0F, 127.0F);
    *embeddings = rows;
}
