/* lesson.c: see lesson.h. */
#include "lesson.h"

#include <stdlib.h>
#include <string.h>

#include "lesson_room.h"

lesson *lesson_new(parameters *of, const lesson_settings *how, const unsigned *places,
                   size_t tag_count)
{
    lesson *made = allocate(1, sizeof *made);
    made->of = of;
    made->how = how;
    made->places = places;
    made->tag_count = tag_count;
    pp_i_random_seed(&made->random, how->seed);
    return made;
}

void lesson_free(lesson *from)
{
    free(from);
}

void drop_mask(lesson *on, float *kept, size_t count, unsigned chances)
{
    float scale = 256.0F / (256.0F - (float)chances);
    for (size_t i = 0; i < count; i += 8) {
        uint64_t draws = pp_i_random_next(&on->random);
        for (size_t j = i; j < i + 8 && j < count; j++, draws >>= 8)
            kept[j] = (draws & 255) < chances ? 0 : scale;
    }
}

/* What is dropped of a layer's outputs is dropped at every word alike. */
static void drop(lesson *on, outputs *of, size_t word_count, size_t width, unsigned chances,
                 bool alike)
{
    for (size_t i = 0; i < word_count; i++) {
        if (i == 0 || !alike)
            drop_mask(on, of->kept[i], width, chances);
        else
            memcpy(of->kept[i], of->kept[0], width * sizeof(float));
        for (size_t k = 0; k < width; k++)
            of->values[i][k] = of->raw[i][k] * of->kept[i][k];
    }
}

/* Gradients of what was left become gradients of all. */
static void undrop(outputs *of, size_t word_count, size_t width)
{
    for (size_t i = 0; i < word_count; i++)
        for (size_t k = 0; k < width; k++)
            of->gradients[i][k] *= of->kept[i][k];
}

static void embed(lesson *on, const sentence *from)
{
    uint32_t words = pp_i_embedding_rows[PP_EMBED_WORD];
    for (size_t i = 0; i < from->word_count; i++) {
        uint32_t *rows = on->rows[i];
        float *to = on->input.raw[i];
        pp_i_net_rows(&from->words[i], rows);
        float count = (float)on->places[rows[PP_EMBED_WORD] - words];
        if (pp_i_random_unit(&on->random) <
            (double)(on->how->unknown / (on->how->unknown + count))) {
            rows[PP_EMBED_WORD] = words;
            rows[PP_EMBED_AMBIGUITY] = pp_i_embedding_rows[PP_EMBED_AMBIGUITY];
        }
        memset(to, 0, PP_NET_INPUT * sizeof *to);
        for (size_t e = 0; e < PP_EMBED_COUNT; e++)
            for (size_t k = 0; k < PP_NET_INPUT; k++)
                to[k] += on->of->values[embedding_at(on->of, rows[e]) + k];
    }
}

static void return_embeddings(lesson *on, size_t word_count)
{
    for (size_t i = 0; i < word_count; i++)
        for (size_t e = 0; e < PP_EMBED_COUNT; e++) {
            float *to = on->of->gradients + embedding_at(on->of, on->rows[i][e]);
            parameters_touch(on->of, on->rows[i][e]);
            for (size_t k = 0; k < PP_NET_INPUT; k++)
                to[k] += on->input.gradients[i][k];
        }
}

static void learn_tags(lesson *on, const sentence *from)
{
    size_t count = from->word_count;
    for (size_t i = 0; i < count; i++)
        memcpy(on->tags[i], values_of(on->of, TAG_BIAS), sizeof on->tags[i]);
    multiply_add(on->tags[0], PP_NET_TAGS, (matrix){on->first.values[0], PP_NET_OUTPUT, 1},
                 values_of(on->of, TAG), PP_NET_TAGS, count, PP_NET_OUTPUT, PP_NET_TAGS);
    for (size_t i = 0; i < count; i++) {
        float *scores = on->tags[i];
        soften(scores, on->tag_count);
        scores[from->fines[i]] -= 1;
        for (size_t t = 0; t < PP_NET_TAGS; t++) {
            scores[t] = t < on->tag_count ? scores[t] : 0;
            gradients_of(on->of, TAG_BIAS)[t] += scores[t];
        }
    }
    multiply_add(gradients_of(on->of, TAG), PP_NET_TAGS,
                 (matrix){on->first.values[0], 1, PP_NET_OUTPUT}, on->tags[0], PP_NET_TAGS,
                 PP_NET_OUTPUT, count, PP_NET_TAGS);
    multiply_add(on->first.gradients[0], PP_NET_OUTPUT, (matrix){on->tags[0], PP_NET_TAGS, 1},
                 turned_of(on->of, TAG), PP_NET_OUTPUT, count, PP_NET_TAGS, PP_NET_OUTPUT);
}

/* What the parser sees of the second layer's outputs: products there, gradients back. */
static void show(lesson *on, block_name with, float *to, size_t width, size_t count)
{
    memset(to, 0, count * width * sizeof *to);
    multiply_add(to, width, (matrix){on->second.values[0], PP_NET_OUTPUT, 1},
                 values_of(on->of, with), width, count, PP_NET_OUTPUT, width);
}

static void show_back(lesson *on, block_name with, const float *gradients, size_t width,
                      size_t count)
{
    multiply_add(gradients_of(on->of, with), width,
                 (matrix){on->second.values[0], 1, PP_NET_OUTPUT}, gradients, width, PP_NET_OUTPUT,
                 count, width);
    multiply_add(on->second.gradients[0], PP_NET_OUTPUT, (matrix){gradients, width, 1},
                 turned_of(on->of, with), PP_NET_OUTPUT, count, width, PP_NET_OUTPUT);
}

static void learn_tree(lesson *on, const sentence *from, bool explore)
{
    size_t count = from->word_count, wide = PP_NET_PLACES * PP_NET_HIDDEN;
    show(on, MOVE_INPUT, on->moves[0], wide, count);
    show(on, RELATION_INPUT, on->relations[0], 2 * PP_NET_HIDDEN, count);
    memset(on->move_gradients, 0, count * sizeof *on->move_gradients);
    memset(on->relation_gradients, 0, count * sizeof *on->relation_gradients);
    learn_moves(on, from, explore);
    learn_relations(on, from);
    show_back(on, MOVE_INPUT, on->move_gradients[0], wide, count);
    show_back(on, RELATION_INPUT, on->relation_gradients[0], 2 * PP_NET_HIDDEN, count);
}

void lesson_learn(lesson *on, const sentence *from, bool explore)
{
    size_t count = from->word_count;
    layer first = {FIRST_INPUT, FIRST_RECURRENT, FIRST_BIAS,  PP_NET_INPUT,
                   &on->input,  &on->first,      &on->ways[0]};
    layer second = {SECOND_INPUT, SECOND_RECURRENT, SECOND_BIAS, PP_NET_OUTPUT,
                    &on->first,   &on->second,      &on->ways[2]};
    embed(on, from);
    drop(on, &on->input, count, PP_NET_INPUT, on->how->drop_input, false);
    layer_run(on, &first, count);
    drop(on, &on->first, count, PP_NET_OUTPUT, on->how->drop_output, true);
    layer_run(on, &second, count);
    drop(on, &on->second, count, PP_NET_OUTPUT, on->how->drop_output, true);
    memset(on->input.gradients, 0, count * sizeof *on->input.gradients);
    memset(on->first.gradients, 0, count * sizeof *on->first.gradients);
    memset(on->second.gradients, 0, count * sizeof *on->second.gradients);
    learn_tree(on, from, explore);
    undrop(&on->second, count, PP_NET_OUTPUT);
    layer_return(on, &second, count);
    learn_tags(on, from);
    undrop(&on->first, count, PP_NET_OUTPUT);
    layer_return(on, &first, count);
    undrop(&on->input, count, PP_NET_INPUT);
    return_embeddings(on, count);
}
