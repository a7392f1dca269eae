/*
 * rank_keys.c: from keys to ranks. A key is a string of words in which the first that differs
 * decides. Keys are sorted and numbered; alike states share a rank.
 */
#include <string.h>

#include "method/stability/ranks.h"

enum { DIGIT_BITS = 11, DIGIT_COUNT = 1 << DIGIT_BITS, STATES_BETWEEN_QUESTIONS = 1 << 16 };

typedef struct keyed {
    uint64_t key;
    uint32_t state;
} keyed;

/* One pass over one digit. */
static void sort_digit(const keyed *from, keyed *to, size_t count, unsigned shift)
{
    size_t starts[DIGIT_COUNT] = {0}, start = 0;
    for (size_t i = 0; i < count; i++)
        starts[(from[i].key >> shift) & (DIGIT_COUNT - 1)]++;
    for (size_t digit = 0; digit < DIGIT_COUNT; digit++) {
        size_t here = starts[digit];
        starts[digit] = start;
        start += here;
    }
    for (size_t i = 0; i < count; i++)
        to[starts[(from[i].key >> shift) & (DIGIT_COUNT - 1)]++] = from[i];
}

/* Sorts by one word, least first, digit by digit but for those in which no two keys differ. */
static void sort_word(keyed **from, keyed **to, size_t count)
{
    uint64_t differing = 0;
    for (size_t i = 1; i < count; i++)
        differing |= (*from)[i].key ^ (*from)[0].key;
    for (unsigned shift = 0; shift < 64; shift += DIGIT_BITS) {
        if ((differing >> shift & (DIGIT_COUNT - 1)) == 0)
            continue;
        sort_digit(*from, *to, count, shift);
        keyed *swapped = *from;
        *from = *to;
        *to = swapped;
    }
}

pp_status pp_i_rank_keys(pp_i_job *job, const uint64_t *keys, size_t width, size_t count,
                         uint32_t *ranks)
{
    keyed *from = PP_NEW_ARRAY(&job->scratch, keyed, count);
    keyed *to = PP_NEW_ARRAY(&job->scratch, keyed, count);
    if (from == NULL || to == NULL)
        return pp_i_job_no_memory(job);
    for (uint32_t s = 0; s < count; s++)
        from[s].state = s;
    for (size_t word = width; word-- > 0;) { /* the last word first: the first one decides */
        for (size_t i = 0; i < count; i++)
            from[i].key = keys[from[i].state * width + word];
        sort_word(&from, &to, count);
        if (!pp_i_run_ask(&job->run))
            return pp_i_run_status(&job->run, job->error);
    }
    uint32_t rank = 0;
    for (size_t i = 0; i < count; i++) {
        bool alike = i == 0 || from[i].key == from[i - 1].key; /* in the first word */
        for (size_t word = 1; alike && i > 0 && word < width; word++)
            alike = keys[from[i].state * width + word] == keys[from[i - 1].state * width + word];
        rank += !alike;
        ranks[from[i].state] = rank;
    }
    return PP_OK;
}
