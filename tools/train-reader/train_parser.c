/* train_parser.c: see train.h. The parser learns from its own mistakes: with a dynamic oracle every
 * state has a best move, so training follows the moves that the parser would make. */
#include <stdlib.h>

#include "base/random.h"
#include "train.h"

enum { EXPLORE_FROM_EPOCH = 1, EXPLORE_PERCENT = 90 };

static int best_move(const int32_t *scores, unsigned moves)
{
    int best = -1;
    for (int move = 0; move < PP_MOVE_COUNT; move++)
        if ((moves >> move & 1) && (best < 0 || scores[move] > scores[best]))
            best = move;
    return best;
}

/* The moves, among the legal ones, that lose the fewest heads. */
static unsigned good_moves(const pp_i_parse_state *state, const uint16_t *gold, unsigned legal)
{
    unsigned costs[PP_MOVE_COUNT], least = UINT32_MAX, good = 0;
    pp_i_transition_costs(state, gold, costs);
    for (unsigned move = 0; move < PP_MOVE_COUNT; move++)
        if (legal >> move & 1)
            least = costs[move] < least ? costs[move] : least;
    for (unsigned move = 0; move < PP_MOVE_COUNT; move++)
        if ((legal >> move & 1) && costs[move] == least)
            good |= 1u << move;
    return good;
}

static void learn_sentence(perceptron *learner, const sentence *from, unsigned epoch,
                           pp_i_random *random, int margin)
{
    static pp_i_parse_state state;
    const uint16_t *gold = from->heads;
    pp_i_features features;
    pp_i_transition_start(&state, from->nodes, from->word_count);
    while (!pp_i_transition_done(&state)) {
        unsigned legal = pp_i_transition_legal(&state);
        unsigned good = good_moves(&state, gold, legal);
        int32_t scores[PP_CLASS_COUNT_MAX] = {0};
        pp_i_transition_features(&state, &features);
        learner_score(learner, &features, scores);
        int right = best_move(scores, good), wrong = best_move(scores, legal & ~good);
        learner_tick(learner);
        if (wrong >= 0 && scores[right] - scores[wrong] <= margin)
            learner_update(learner, &features, (size_t)right, (size_t)wrong);
        bool errs = wrong >= 0 && scores[wrong] > scores[right];
        bool explore = epoch >= EXPLORE_FROM_EPOCH &&
                       pp_i_random_below(random, 100) < EXPLORE_PERCENT;
        pp_i_transition_make(&state, (pp_i_move)(errs && explore ? wrong : right));
    }
}

static perceptron *train_one(const treebank *bank, part of, uint64_t seed, const settings *how)
{
    perceptron *learner = learner_new();
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    for (unsigned epoch = 0; epoch < how->epochs; epoch++) {
        size_t *order = shuffled(bank->count, seed + epoch);
        for (size_t i = 0; i < bank->count; i++)
            if (part_has(of, order[i]))
                learn_sentence(learner, &bank->sentences[order[i]], epoch, &random, how->margin);
        free(order);
    }
    return learner;
}

pp_i_move_weights train_parser(const treebank *bank, part of, size_t count, const settings *how)
{
    perceptron *all = train_one(bank, of, how->seed, how);
    for (size_t i = 1; i < count; i++) {
        perceptron *one = train_one(bank, of, how->seed + 1000 * i, how);
        learner_add(all, one);
        learner_free(one);
    }
    pp_i_move_weights weights = learner_finish_moves(all, how->full_weight * (double)count,
                                                     how->weight_min, how->update_count_min);
    learner_free(all);
    return weights;
}
