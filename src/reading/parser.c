/* parser.c: see parser.h. */
#include "reading/parser.h"

static size_t stack_at(const pp_i_parse_state *state, size_t below)
{
    return below < state->stack_count ? state->stack[state->stack_count - 1 - below] : PP_NODE_NONE;
}

void pp_i_parser_places(const pp_i_parse_state *state, size_t places[PP_NET_PLACES])
{
    size_t top = stack_at(state, 0), below = stack_at(state, 1);
    places[0] = stack_at(state, 2);
    places[1] = below;
    places[2] = top;
    places[3] = state->next;
    places[4] = top == PP_NODE_NONE ? PP_NODE_NONE : state->attached[top].left;
    places[5] = top == PP_NODE_NONE ? PP_NODE_NONE : state->attached[top].right;
    places[6] = below == PP_NODE_NONE ? PP_NODE_NONE : state->attached[below].right;
    places[7] = state->attached[state->next].left;
}

void pp_i_parser_distances(const pp_i_parse_state *state, size_t distances[2])
{
    size_t top = stack_at(state, 0), below = stack_at(state, 1);
    distances[0] = top == PP_NODE_NONE ? 0 : pp_i_net_distance(top, state->next);
    distances[1] = below == PP_NODE_NONE ? 0 : pp_i_net_distance(below, top);
}

/* The hidden units of a state. */
static void look(const pp_i_kernels *kernels, const pp_i_network *weights,
                 const pp_i_net_state *read, const pp_i_parse_state *state,
                 int16_t hidden[PP_NET_HIDDEN])
{
    const int32_t *parts[PP_NET_PLACES + 3];
    size_t places[PP_NET_PLACES], distances[2], count = 0;
    pp_i_parser_places(state, places);
    pp_i_parser_distances(state, distances);
    for (size_t p = 0; p < PP_NET_PLACES; p++)
        parts[count++] = places[p] < state->word_count
                             ? read->moves[places[p]] + p * PP_NET_HIDDEN
                             : weights->move_special[p][places[p] == state->word_count];
    for (size_t d = 0; d < 2; d++)
        parts[count++] = weights->move_distance[d][distances[d]];
    parts[count++] = weights->move_bias;
    kernels->cut(parts, count, PP_NET_HIDDEN, hidden);
}

static void score_moves(const pp_i_network *weights, const int16_t hidden[PP_NET_HIDDEN],
                        int32_t scores[PP_MOVE_COUNT])
{
    for (size_t move = 0; move < PP_MOVE_COUNT; move++) {
        uint32_t score = (uint32_t)weights->move_out_bias[move]; /* sums wrap */
        for (size_t k = 0; k < PP_NET_HIDDEN; k++)
            score += (uint32_t)(hidden[k] * weights->move[move][k]);
        scores[move] = (int32_t)score;
    }
}

/* The best legal move; of equals the first. */
static pp_i_move choose(const int32_t *scores, unsigned legal)
{
    int best = -1;
    for (int move = 0; move < PP_MOVE_COUNT; move++)
        if ((legal >> move & 1) && (best < 0 || scores[move] > scores[best]))
            best = move;
    return (pp_i_move)best;
}

void pp_i_parser_run(const pp_i_net *net, const pp_i_net_state *read, size_t word_count,
                     pp_i_parse_state *state, uint16_t *heads)
{
    int16_t hidden[PP_NET_HIDDEN];
    pp_i_transition_start(state, word_count);
    while (!pp_i_transition_done(state)) {
        int32_t scores[PP_MOVE_COUNT] = {0};
        unsigned legal = pp_i_transition_legal(state);
        if ((legal & (legal - 1)) != 0) { /* there is a choice */
            look(net->kernels, net->weights, read, state, hidden);
            score_moves(net->weights, hidden, scores);
        }
        pp_i_transition_make(state, choose(scores, legal));
    }
    for (size_t i = 0; i < word_count; i++)
        heads[i] = state->attached[i].head;
}

void pp_i_parser_name(const pp_i_net *net, const pp_i_net_state *read, size_t word_count,
                      const uint16_t *heads, uint8_t *relations)
{
    const pp_i_network *weights = net->weights;
    pp_i_product product = {weights->relation, weights->relation_out_bias,
                            PP_NET_HIDDEN,     PP_NET_RELATIONS,
                            word_count,        PP_NET_OUTPUT};
    for (size_t i = 0; i < word_count; i++) {
        const int32_t *parts[4] = {weights->relation_bias, read->relations[i]};
        size_t count = 2;
        if (heads[i] < word_count) {
            parts[count++] = read->relations[heads[i]] + PP_NET_HIDDEN;
            parts[count++] = weights->relation_distance[pp_i_parser_side(i, heads[i])];
        }
        net->kernels->cut(parts, count, PP_NET_HIDDEN, read->input[i]);
    }
    int32_t *scores = read->gates[0];
    net->kernels->multiply(&product, read->input[0], scores);
    for (size_t i = 0; i < word_count; i++, scores += PP_NET_RELATIONS) {
        size_t best = 0;
        for (size_t r = 1; r < PP_REL_COUNT; r++)
            best = r != PP_REL_ROOT && scores[r] > scores[best] ? r : best;
        relations[i] = heads[i] == word_count ? PP_REL_ROOT : (uint8_t)best;
    }
}
