/* parser.c: see parser.h. */
#include "reading/parser.h"

enum { FORCED_MARGIN = 0 /* a move without a choice says nothing */ };

/* The best legal move; `*margin` is what it has over the second best. */
static pp_i_move choose(const int32_t *scores, unsigned legal, int32_t *margin)
{
    int best = -1, second = -1;
    for (int move = 0; move < PP_MOVE_COUNT; move++) {
        if (!(legal >> move & 1))
            continue;
        if (best < 0 || scores[move] > scores[best]) {
            second = best;
            best = move;
        } else if (second < 0 || scores[move] > scores[second]) {
            second = move;
        }
    }
    *margin = second < 0 ? FORCED_MARGIN : scores[best] - scores[second];
    return (pp_i_move)best;
}

void pp_i_parser_run(const pp_i_weights *weights, const pp_i_node *nodes, size_t word_count,
                     bool reverse, pp_i_parser_room *room, pp_i_reading *reading)
{
    pp_i_parse_state *state = &room->state;
    pp_i_features features;
    for (size_t i = 0; i < word_count; i++)
        room->turned[i] = nodes[reverse ? word_count - 1 - i : i];
    pp_i_transition_start(state, room->turned, word_count);
    while (!pp_i_transition_done(state)) {
        int32_t scores[PP_CLASS_COUNT_MAX] = {0}, margin;
        unsigned legal = pp_i_transition_legal(state);
        pp_i_transition_features(state, &features);
        pp_i_weights_score(weights, &features, scores);
        uint16_t word = pp_i_transition_make(state, choose(scores, legal, &margin));
        if (word == PP_NODE_NONE)
            continue;
        size_t head = state->attached[word].head, at = reverse ? word_count - 1 - word : word;
        reading->heads[at] =
            (uint16_t)(head == word_count || !reverse ? head : word_count - 1 - head);
        reading->margins[at] = margin;
    }
}

static uint16_t head_of(const pp_i_parser_vote *vote, size_t word)
{
    return vote->readings[vote->pick[word]].heads[word];
}

/* What is lost by taking the other reading's head. */
static int64_t loss_of(const pp_i_parser_vote *vote, size_t word)
{
    unsigned pick = vote->pick[word];
    return (int64_t)vote->readings[pick].margins[word] -
           vote->readings[1 - pick].margins[word];
}

/* A word on a cycle of the heads picked, or PP_NODE_NONE. */
static size_t find_cycle(pp_i_parser_vote *vote, size_t word_count)
{
    memset(vote->seen, 0, word_count * sizeof vote->seen[0]);
    for (size_t start = 0; start < word_count; start++) {
        size_t at = start;
        while (at != word_count && vote->seen[at] == 0) {
            vote->seen[at] = (uint16_t)(start + 1);
            at = head_of(vote, at);
        }
        if (at != word_count && vote->seen[at] == start + 1)
            return at;
    }
    return PP_NODE_NONE;
}

/* Changes the word on the cycle where that costs least; false where none may change. */
static bool break_cycle(pp_i_parser_vote *vote, size_t on_cycle)
{
    size_t best = PP_NODE_NONE, at = on_cycle;
    do {
        bool differs = vote->readings[0].heads[at] != vote->readings[1].heads[at];
        if (differs && !vote->held[at] &&
            (best == PP_NODE_NONE || loss_of(vote, at) < loss_of(vote, best)))
            best = at;
        at = head_of(vote, at);
    } while (at != on_cycle);
    if (best == PP_NODE_NONE)
        return false;
    vote->pick[best] = (uint8_t)(1 - vote->pick[best]);
    vote->held[best] = 1;
    return true;
}

/* The word on the root in one reading. */
static size_t root_of(const pp_i_reading *reading, size_t word_count)
{
    size_t word = 0;
    while (word + 1 < word_count && reading->heads[word] != word_count)
        word++;
    return word;
}

/* The surer head of each word, but one root: the surer one. */
static void pick_surer(pp_i_parser_vote *vote, size_t word_count)
{
    const pp_i_reading *one = &vote->readings[0], *other = &vote->readings[1];
    for (size_t i = 0; i < word_count; i++) {
        vote->pick[i] = other->margins[i] > one->margins[i];
        vote->held[i] = 0;
    }
    size_t root = root_of(one, word_count), other_root = root_of(other, word_count);
    bool takes_other = vote->readings[1].margins[root] + (int64_t)other->margins[other_root] >
                       vote->readings[0].margins[root] + (int64_t)one->margins[other_root];
    if (root == other_root)
        return;
    vote->pick[root] = vote->pick[other_root] = takes_other;
    vote->held[root] = vote->held[other_root] = 1;
}

void pp_i_parser_agree(const pp_i_weights *forward, const pp_i_weights *backward,
                       const pp_i_node *nodes, size_t word_count, pp_i_parser_room *room,
                       pp_i_parser_vote *vote, uint16_t *heads)
{
    pp_i_parser_run(forward, nodes, word_count, false, room, &vote->readings[0]);
    memset(vote->pick, 0, sizeof vote->pick);
    if (backward->slot_count > 0) {
        pp_i_parser_run(backward, nodes, word_count, true, room, &vote->readings[1]);
        pick_surer(vote, word_count);
        size_t cycle;
        bool can = true;
        while (can && (cycle = find_cycle(vote, word_count)) != PP_NODE_NONE)
            can = break_cycle(vote, cycle);
        if (!can)
            memset(vote->pick, 0, sizeof vote->pick);
    }
    for (size_t i = 0; i < word_count; i++)
        heads[i] = head_of(vote, i);
}
