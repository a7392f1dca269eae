/* transition.c: see transition.h. */
#include "reading/transition.h"

void pp_i_transition_start(pp_i_parse_state *state, size_t word_count)
{
    state->word_count = word_count;
    state->next = 0;
    state->stack_count = 0;
    for (size_t i = 0; i <= word_count; i++)
        state->attached[i] = (pp_i_attached){PP_NODE_NONE, PP_NODE_NONE, PP_NODE_NONE};
}

/* One word hangs on the root: LEFT onto it waits until the stack holds a single word. */
unsigned pp_i_transition_legal(const pp_i_parse_state *state)
{
    unsigned legal = 0;
    if (state->next < state->word_count)
        legal |= 1u << PP_MOVE_SHIFT;
    if (state->stack_count > 0 && (state->next < state->word_count || state->stack_count == 1))
        legal |= 1u << PP_MOVE_LEFT;
    if (state->stack_count > 1)
        legal |= 1u << PP_MOVE_RIGHT;
    return legal;
}

static void attach(pp_i_parse_state *state, uint16_t head, uint16_t dependent)
{
    pp_i_attached *to = &state->attached[head];
    state->attached[dependent].head = head;
    *(dependent < head ? &to->left : &to->right) = dependent;
}

uint16_t pp_i_transition_make(pp_i_parse_state *state, pp_i_move move)
{
    if (move == PP_MOVE_SHIFT) {
        state->stack[state->stack_count++] = (uint16_t)state->next++;
        return PP_NODE_NONE;
    }
    uint16_t top = state->stack[--state->stack_count];
    uint16_t head =
        move == PP_MOVE_LEFT ? (uint16_t)state->next : state->stack[state->stack_count - 1];
    attach(state, head, top);
    return top;
}

/*
 * SHIFT: the next word loses heads below the top of the stack and dependents on the stack.
 * LEFT: the top loses the word below it and the later words as heads, and every dependent left.
 * RIGHT: the top loses the next word and the later ones as heads, and every dependent left.
 */
void pp_i_transition_costs(const pp_i_parse_state *state, const uint16_t *gold,
                           unsigned costs[PP_MOVE_COUNT])
{
    size_t next = state->next;
    unsigned shift = 0, left = 0, right = 0;
    for (size_t i = 0; i < state->stack_count && next < state->word_count; i++) {
        uint16_t on_stack = state->stack[i];
        shift += gold[on_stack] == next;
        shift += i + 1 < state->stack_count && gold[next] == on_stack;
    }
    if (state->stack_count > 0) {
        uint16_t top = state->stack[state->stack_count - 1];
        size_t below =
            state->stack_count > 1 ? state->stack[state->stack_count - 2] : PP_NODE_NONE;
        for (size_t i = next; i < state->word_count; i++)
            left += gold[i] == top;
        right = left + (gold[top] >= next);
        left += gold[top] == below || gold[top] > next;
    }
    costs[PP_MOVE_SHIFT] = shift;
    costs[PP_MOVE_LEFT] = left;
    costs[PP_MOVE_RIGHT] = right;
}
