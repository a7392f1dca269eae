/* lesson_relations.c: the relations of the treebank's own trees, each from what the second layer
 * says of the word and of its head. */
#include <string.h>

#include "lesson_room.h"

static void add(float *to, const float *more)
{
    for (size_t k = 0; k < PP_NET_HIDDEN; k++)
        to[k] += more[k];
}

/* Where the numbers for the distance and the side of a word's head stand in the block. */
static size_t distance_at(const sentence *from, size_t word)
{
    return pp_i_parser_side(word, from->heads[word]) * PP_NET_HIDDEN;
}

/* A word's hidden units; of the word on the root there are none. */
static void look_at(lesson *on, const sentence *from, size_t word)
{
    float *hidden = on->hidden[word], *kept = on->hidden_kept[word];
    memset(hidden, 0, sizeof on->hidden[word]);
    if (from->heads[word] == from->word_count)
        return;
    add(hidden, values_of(on->of, RELATION_BIAS));
    add(hidden, on->relations[word]);
    add(hidden, on->relations[from->heads[word]] + PP_NET_HIDDEN);
    add(hidden, values_of(on->of, RELATION_DISTANCE) + distance_at(from, word));
    drop_mask(on, kept, PP_NET_HIDDEN, on->how->drop_hidden);
    for (size_t k = 0; k < PP_NET_HIDDEN; k++) {
        kept[k] = hidden[k] > 0 ? kept[k] : 0;
        hidden[k] *= kept[k];
    }
}

/* Scores become their gradients. */
static void find_gradients(lesson *on, const sentence *from, size_t word)
{
    float *scores = on->scores[word];
    soften(scores, PP_REL_COUNT);
    scores[from->relations[word]] -= 1;
    if (from->heads[word] == from->word_count)
        memset(scores, 0, sizeof on->scores[word]);
    for (size_t r = 0; r < PP_NET_RELATIONS; r++) {
        scores[r] = r < PP_REL_COUNT ? scores[r] : 0;
        gradients_of(on->of, RELATION_OUT_BIAS)[r] += scores[r];
    }
}

static void look_back(lesson *on, const sentence *from, size_t word)
{
    float *back = on->hidden_gradients[word];
    if (from->heads[word] == from->word_count)
        return;
    for (size_t k = 0; k < PP_NET_HIDDEN; k++)
        back[k] *= on->hidden_kept[word][k];
    add(gradients_of(on->of, RELATION_BIAS), back);
    add(on->relation_gradients[word], back);
    add(on->relation_gradients[from->heads[word]] + PP_NET_HIDDEN, back);
    add(gradients_of(on->of, RELATION_DISTANCE) + distance_at(from, word), back);
}

void learn_relations(lesson *on, const sentence *from)
{
    size_t count = from->word_count;
    memset(on->hidden_gradients, 0, count * sizeof *on->hidden_gradients);
    for (size_t i = 0; i < count; i++) {
        memcpy(on->scores[i], values_of(on->of, RELATION_OUT_BIAS), sizeof on->scores[i]);
        look_at(on, from, i);
    }
    multiply_add(on->scores[0], PP_NET_RELATIONS, (matrix){on->hidden[0], PP_NET_HIDDEN, 1},
                 values_of(on->of, RELATION), PP_NET_RELATIONS, count, PP_NET_HIDDEN,
                 PP_NET_RELATIONS);
    for (size_t i = 0; i < count; i++)
        find_gradients(on, from, i);
    multiply_add(gradients_of(on->of, RELATION), PP_NET_RELATIONS,
                 (matrix){on->hidden[0], 1, PP_NET_HIDDEN}, on->scores[0], PP_NET_RELATIONS,
                 PP_NET_HIDDEN, count, PP_NET_RELATIONS);
    multiply_add(on->hidden_gradients[0], PP_NET_HIDDEN,
                 (matrix){on->scores[0], PP_NET_RELATIONS, 1}, turned_of(on->of, RELATION),
                 PP_NET_HIDDEN, count, PP_NET_RELATIONS, PP_NET_HIDDEN);
    for (size_t i = 0; i < count; i++)
        look_back(on, from, i);
}
