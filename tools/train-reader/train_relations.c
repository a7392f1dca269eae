/* train_relations.c: see train.h. Learns on the treebank's own trees. */
#include <stdlib.h>

#include "train.h"

typedef struct links {
    uint8_t relations[PP_SENTENCE_TOKEN_COUNT_MAX];
    uint16_t first_child[PP_SENTENCE_TOKEN_COUNT_MAX + 1];
    uint16_t next_sibling[PP_SENTENCE_TOKEN_COUNT_MAX];
    uint16_t order[PP_SENTENCE_TOKEN_COUNT_MAX];
} links;

static void learn_sentence(perceptron *learner, const sentence *from, int margin)
{
    static links room;
    pp_i_tree tree = {from->nodes,      from->word_count,  from->heads, room.relations,
                      room.first_child, room.next_sibling, room.order};
    pp_i_features features;
    if (!pp_i_tree_link(&tree))
        fail("no tree", "training text");
    for (size_t i = 0; i < from->word_count; i++) {
        uint16_t word = tree.order[i];
        uint8_t good = from->relations[word], best = good == 0 ? 1 : 0;
        int32_t scores[PP_CLASS_COUNT_MAX] = {0};
        if (tree.heads[word] == tree.word_count) {
            tree.relations[word] = PP_REL_ROOT;
            continue;
        }
        pp_i_relation_features(&tree, word, &features);
        learner_score(learner, &features, scores);
        for (uint8_t relation = 0; relation < PP_REL_COUNT; relation++)
            if (relation != good && relation != PP_REL_ROOT && scores[relation] > scores[best])
                best = relation;
        learner_tick(learner);
        if (scores[good] - scores[best] <= margin)
            learner_update(learner, &features, good, best);
        tree.relations[word] = scores[good] > scores[best] ? good : best;
    }
}

pp_i_weights train_relations(const treebank *bank, part of, const settings *how)
{
    perceptron *learner = learner_new();
    for (unsigned epoch = 0; epoch < how->epochs; epoch++) {
        size_t *order = shuffled(bank->count, how->seed + epoch);
        for (size_t i = 0; i < bank->count; i++)
            if (part_has(of, order[i]))
                learn_sentence(learner, &bank->sentences[order[i]], how->margin);
        free(order);
    }
    pp_i_weights weights =
        learner_finish(learner, how->full_weight, how->weight_min, how->update_count_min);
    learner_free(learner);
    return weights;
}
