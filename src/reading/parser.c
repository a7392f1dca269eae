/* parser.c: see parser.h. */
#include "reading/parser.h"

/* The best legal move; of equals the first. */
static pp_i_move choose(const int32_t *scores, unsigned legal)
{
    int best = -1;
    for (int move = 0; move < PP_MOVE_COUNT; move++)
        if ((legal >> move & 1) && (best < 0 || scores[move] > scores[best]))
            best = move;
    return (pp_i_move)best;
}

void pp_i_parser_run(const pp_i_move_weights *weights, const pp_i_node *nodes, size_t word_count,
                     pp_i_parse_state *state, uint16_t *heads)
{
    pp_i_features features;
    pp_i_transition_start(state, nodes, word_count);
    while (!pp_i_transition_done(state)) {
        int32_t scores[PP_MOVE_COUNT] = {0};
        unsigned legal = pp_i_transition_legal(state);
        if ((legal & (legal - 1)) != 0) { /* there is a choice */
            pp_i_transition_features(state, &features);
            pp_i_moves_score(weights, &features, &scores[PP_MOVE_LEFT], &scores[PP_MOVE_RIGHT]);
        }
        pp_i_transition_make(state, choose(scores, legal));
    }
    for (size_t i = 0; i < word_count; i++)
        heads[i] = state->attached[i].head;
}
