/* lesson_moves.c: the parser learns from its own mistakes: with a dynamic oracle every state has
 * best moves, so training follows the moves that the parser would make. Source:
 * goldberg2013training. */
#include <string.h>

#include "lesson_room.h"

enum { EXPLORE_PERCENT = 90 };

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

static int best_move(const float *scores, unsigned moves)
{
    int best = -1;
    for (int move = 0; move < PP_MOVE_COUNT; move++)
        if ((moves >> move & 1) && (best < 0 || scores[move] > scores[best]))
            best = move;
    return best;
}

/* One state: its hidden units, and what they were made of. */
typedef struct look {
    size_t places[PP_NET_PLACES], distances[2];
    float sums[PP_NET_HIDDEN], kept[PP_NET_HIDDEN], hidden[PP_NET_HIDDEN];
} look;

/* Where the numbers for place `p` lie: among the words', or in the block of special ones. */
static float *numbers_at(float (*words)[PP_NET_PLACES * PP_NET_HIDDEN], float *special, size_t p,
                         size_t place, size_t word_count)
{
    if (place < word_count)
        return words[place] + p * PP_NET_HIDDEN;
    return special + (p * 2 + (place == word_count)) * PP_NET_HIDDEN;
}

static void add(float *to, const float *more)
{
    for (size_t k = 0; k < PP_NET_HIDDEN; k++)
        to[k] += more[k];
}

static void look_at(lesson *on, look *at, float scores[PP_MOVE_COUNT])
{
    pp_i_parser_places(&on->state, at->places);
    pp_i_parser_distances(&on->state, at->distances);
    memcpy(at->sums, values_of(on->of, MOVE_BIAS), sizeof at->sums);
    for (size_t p = 0; p < PP_NET_PLACES; p++)
        add(at->sums, numbers_at(on->moves, values_of(on->of, MOVE_SPECIAL), p, at->places[p],
                                 on->state.word_count));
    for (size_t d = 0; d < 2; d++)
        add(at->sums, values_of(on->of, MOVE_DISTANCE) +
                          (d * PP_NET_DISTANCES + at->distances[d]) * PP_NET_HIDDEN);
    drop_mask(on, at->kept, PP_NET_HIDDEN, on->how->drop_hidden);
    for (size_t k = 0; k < PP_NET_HIDDEN; k++)
        at->hidden[k] = at->sums[k] > 0 ? at->sums[k] * at->kept[k] : 0;
    for (size_t m = 0; m < PP_MOVE_COUNT; m++) {
        scores[m] = values_of(on->of, MOVE_OUT_BIAS)[m];
        for (size_t k = 0; k < PP_NET_HIDDEN; k++)
            scores[m] += at->hidden[k] * values_of(on->of, MOVE)[m * PP_NET_HIDDEN + k];
    }
}

static void look_back(lesson *on, const look *at, const float gradients[PP_MOVE_COUNT])
{
    float back[PP_NET_HIDDEN] = {0};
    for (size_t m = 0; m < PP_MOVE_COUNT; m++) {
        gradients_of(on->of, MOVE_OUT_BIAS)[m] += gradients[m];
        for (size_t k = 0; k < PP_NET_HIDDEN; k++) {
            gradients_of(on->of, MOVE)[m * PP_NET_HIDDEN + k] += gradients[m] * at->hidden[k];
            back[k] += gradients[m] * values_of(on->of, MOVE)[m * PP_NET_HIDDEN + k];
        }
    }
    for (size_t k = 0; k < PP_NET_HIDDEN; k++)
        back[k] = at->sums[k] > 0 ? back[k] * at->kept[k] : 0;
    add(gradients_of(on->of, MOVE_BIAS), back);
    for (size_t p = 0; p < PP_NET_PLACES; p++)
        add(numbers_at(on->move_gradients, gradients_of(on->of, MOVE_SPECIAL), p, at->places[p],
                       on->state.word_count),
            back);
    for (size_t d = 0; d < 2; d++)
        add(gradients_of(on->of, MOVE_DISTANCE) +
                (d * PP_NET_DISTANCES + at->distances[d]) * PP_NET_HIDDEN,
            back);
}

/* The loss is what of the chances of legal moves falls on moves that are not good. */
static void gradients_of_scores(const float *scores, unsigned legal, unsigned good,
                                float gradients[PP_MOVE_COUNT])
{
    float most = scores[best_move(scores, legal)], all = 0, right = 0, chance[PP_MOVE_COUNT];
    for (size_t m = 0; m < PP_MOVE_COUNT; m++) {
        chance[m] = legal >> m & 1 ? exponential(scores[m] - most) : 0;
        all += chance[m];
        right += good >> m & 1 ? chance[m] : 0;
    }
    right = right < 1e-6F ? 1e-6F : right;
    for (size_t m = 0; m < PP_MOVE_COUNT; m++)
        gradients[m] = chance[m] / all - (good >> m & 1 ? chance[m] / right : 0);
}

void learn_moves(lesson *on, const sentence *from, bool explore)
{
    pp_i_parse_state *state = &on->state;
    pp_i_transition_start(state, from->word_count);
    while (!pp_i_transition_done(state)) {
        unsigned legal = pp_i_transition_legal(state);
        unsigned good = good_moves(state, from->heads, legal);
        float scores[PP_MOVE_COUNT] = {0}, gradients[PP_MOVE_COUNT];
        if ((legal & (legal - 1)) != 0) {
            look at;
            look_at(on, &at, scores);
            gradients_of_scores(scores, legal, good, gradients);
            look_back(on, &at, gradients);
        }
        int right = best_move(scores, good), any = best_move(scores, legal);
        bool follow = explore && pp_i_random_below(&on->random, 100) < EXPLORE_PERCENT;
        pp_i_transition_make(state, (pp_i_move)(follow ? any : right));
    }
}
