/* robust_orders.c: the rankings that an order of states admits; see robust.h. */
#include "base/random.h"
#include "method/stability/robust.h"

/* --- All of them ------------------------------------------------------------------------------ */

enum { CLASS_COUNT_MAX = 64 }; /* a word a set of them */

/* Classes are placed from the worst up; at each depth, those still to be tried there. */
typedef struct listing {
    size_t class_count;
    uint64_t below[CLASS_COUNT_MAX];
    uint64_t untried[CLASS_COUNT_MAX];
    unsigned char placed[CLASS_COUNT_MAX]; /* [depth] */
    uint64_t done;                         /* classes placed */
} listing;

static uint64_t free_classes(const listing *l)
{
    uint64_t found = 0;
    for (size_t c = 0; c < l->class_count; c++)
        if (!(l->done >> c & 1) && (l->below[c] & ~l->done) == 0)
            found |= UINT64_C(1) << c;
    return found;
}

/* The next way to place all classes, from `*depth` placed ones on; false: there is none. */
static bool next_extension(listing *l, size_t *depth)
{
    for (;;) {
        if (*depth < l->class_count && l->untried[*depth] != 0) {
            size_t c = (size_t)__builtin_ctzll(l->untried[*depth]);
            l->untried[*depth] &= l->untried[*depth] - 1;
            l->placed[(*depth)++] = (unsigned char)c;
            l->done |= UINT64_C(1) << c;
            if (*depth == l->class_count)
                return true;
            l->untried[*depth] = free_classes(l);
            continue;
        }
        if (*depth == 0)
            return false;
        l->done &= ~(UINT64_C(1) << l->placed[--*depth]);
    }
}

pp_status pp_i_robust_list(const pp_i_order_of_states *order, pp_i_job *job, size_t state_count,
                           size_t most, uint32_t **ranks, size_t *count)
{
    listing l = {.class_count = order->class_count};
    PP_LIST(uint32_t) found = {0};
    size_t depth = 0;
    *count = 0;
    if (order->class_count > CLASS_COUNT_MAX) {
        *count = most + 1;
        return PP_OK;
    }
    for (size_t c = 0; c < l.class_count; c++)
        for (size_t d = 0; d < l.class_count; d++)
            if (pp_i_bit_get(order->below + c * order->words, d))
                l.below[c] |= UINT64_C(1) << d;
    l.untried[0] = free_classes(&l);
    while (next_extension(&l, &depth)) {
        uint32_t rank_of[CLASS_COUNT_MAX];
        if (++*count > most)
            return PP_OK;
        for (uint32_t k = 0; k < l.class_count; k++)
            rank_of[l.placed[k]] = k;
        for (size_t s = 0; s < state_count; s++)
            if (!PP_LIST_ADD(job->arena, &found, rank_of[order->class_of[s]]))
                return pp_i_job_no_memory(job);
    }
    *ranks = found.items;
    return PP_OK;
}

/* --- One of them ------------------------------------------------------------------------------ */

/* Places one of the free classes after the other, each as likely as the others; `room` has room for
 * three numbers a class. */
void pp_i_robust_draw(const pp_i_order_of_states *order, pp_i_random *random, size_t state_count,
                      uint32_t *room, uint32_t *ranks)
{
    size_t count = order->class_count;
    uint32_t *waits_for = room, *rank_of = room + count, *ready = room + 2 * count;
    size_t ready_count = 0;
    for (uint32_t c = 0; c < count; c++) {
        waits_for[c] = (uint32_t)pp_i_bits_count(order->below + c * order->words, order->words);
        if (waits_for[c] == 0)
            ready[ready_count++] = c;
    }
    for (uint32_t rank = 0; ready_count > 0; rank++) {
        size_t at = (size_t)pp_i_random_below(random, ready_count);
        uint32_t placed = ready[at];
        ready[at] = ready[--ready_count];
        rank_of[placed] = rank;
        for (uint32_t c = placed + 1; c < count; c++) /* what is above has a higher number */
            if (pp_i_bit_get(order->below + c * order->words, placed) && --waits_for[c] == 0)
                ready[ready_count++] = c;
    }
    for (size_t s = 0; s < state_count; s++)
        ranks[s] = rank_of[order->class_of[s]];
}
