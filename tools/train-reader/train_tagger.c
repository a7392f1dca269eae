/* train_tagger.c: see train.h. */
#include <stdlib.h>

#include "base/random.h"
#include "train.h"

size_t *shuffled(size_t count, uint64_t seed)
{
    size_t *order = allocate(count, sizeof *order);
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    for (size_t i = 0; i < count; i++) {
        size_t other = (size_t)pp_i_random_below(&random, i + 1);
        order[i] = order[other];
        order[other] = i;
    }
    return order;
}

static void learn_sentence(perceptron *learner, sentence *from, size_t tag_count, bool reverse,
                           int margin)
{
    pp_i_features features;
    uint8_t tags[PP_SENTENCE_TOKEN_COUNT_MAX];
    pp_i_tagging tagging = {from->words, from->word_count, tags, reverse};
    for (size_t at = 0; at < from->word_count; at++) {
        size_t index = reverse ? from->word_count - 1 - at : at;
        size_t good = from->fines[index], best = good == 0 ? 1 : 0;
        int32_t scores[PP_CLASS_COUNT_MAX] = {0};
        pp_i_tagger_features(&tagging, at, &features);
        learner_score(learner, &features, scores);
        for (size_t tag = 0; tag < tag_count; tag++)
            if (tag != good && scores[tag] > scores[best])
                best = tag;
        learner_tick(learner);
        if (scores[good] - scores[best] <= margin)
            learner_update(learner, &features, good, best);
        tags[index] = (uint8_t)(scores[good] > scores[best] ? good : best);
    }
}

pp_i_weights train_tagger(const treebank *bank, part of, const tag_set *set, bool reverse,
                          const settings *how)
{
    perceptron *learner = learner_new();
    for (unsigned epoch = 0; epoch < how->epochs; epoch++) {
        size_t *order = shuffled(bank->count, how->seed + epoch);
        for (size_t i = 0; i < bank->count; i++)
            if (part_has(of, order[i]))
                learn_sentence(learner, &bank->sentences[order[i]], set->count, reverse,
                               how->margin);
        free(order);
    }
    pp_i_weights weights =
        learner_finish(learner, how->full_weight, how->weight_min, how->update_count_min);
    learner_free(learner);
    return weights;
}

void apply_tagger(treebank *bank, part of, const tag_set *set, const pp_i_weights *forward,
                  const pp_i_weights *backward)
{
    uint8_t spare[PP_SENTENCE_TOKEN_COUNT_MAX];
    int32_t *sums = allocate(PP_SENTENCE_TOKEN_COUNT_MAX * set->count, sizeof *sums);
    for (size_t s = 0; s < bank->count; s++) {
        sentence *to = &bank->sentences[s];
        if (part_has(of, s))
            pp_i_tagger_run(forward, backward, to->words, to->word_count, set->count, to->guesses,
                            spare, sums);
    }
    free(sums);
}
