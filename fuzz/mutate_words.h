/*
 * mutate_words.h: for a target that reads English: mutations of whole words, since what a reader
 * gets wrong are sentences that mix or break off, and single bytes seldom make one. The first byte
 * of an input is the target's own. Included once, with libFuzzer alone.
 */
#ifndef PP_FUZZ_MUTATE_WORDS_H
#define PP_FUZZ_MUTATE_WORDS_H

#include <stdint.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t room);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *other,
                                 size_t other_size, uint8_t *out, size_t room, unsigned seed);

/* What the rules of the reader look for. */
/* clang-format off */
static const char *const MUTATE_PHRASES[] = {
    "if", "unless", "provided", "as long as", "only if", "until", "in return for",
    "on condition that", "once", "without", "should", "would", "will not", "could", "must", "said",
    ", she said,", "\"", "said that", "that", "no longer", "never", "not", "neither", "nor", "and",
    "but", "or", "who", "which", "is a red line", "on the table", "under no circumstances",
    "up for discussion", "the union", "its foreign minister", "Mr Reed", "the company",
    "both sides", "they", "it", "this proposal", "$240 million", "12 percent", "rejects",
    "demanded", "offered", "has dropped", "ruled out", "agreed to", "threatened to", "is ready to",
    "refused to", "accused", ".", ",", ";", ":", "-", "between", "of", "for", "against", "by"};
/* clang-format on */

static uint32_t mutate_next(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

/* A place where a word begins, or the end; the first byte is none. */
static size_t mutate_place(const uint8_t *data, size_t size, uint32_t *state)
{
    size_t at = size > 1 ? 1 + mutate_next(state) % size : size;
    while (at > 1 && at < size && data[at - 1] != ' ' && data[at - 1] != '\n')
        at++;
    return at < size ? at : size;
}

/* Puts `length` bytes of `words` and a blank at `at`; the new size, or the old without room. */
static size_t mutate_insert(uint8_t *data, size_t size, size_t room, size_t at, const void *words,
                            size_t length)
{
    if (length == 0 || length + 1 > room - size)
        return size;
    memmove(data + at + length + 1, data + at, size - at);
    memcpy(data + at, words, length);
    data[at + length] = ' ';
    return size + length + 1;
}

static size_t mutate_remove(uint8_t *data, size_t size, size_t from, size_t to)
{
    memmove(data + from, data + to, size - to);
    return size - (to - from);
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
    enum { SPAN_BYTE_COUNT_MAX = 160, KIND_COUNT = 7 };
    uint32_t state = seed;
    uint32_t kind = mutate_next(&state) % KIND_COUNT;
    if (size < 4 || size >= room || kind == 0)
        return LLVMFuzzerMutate(data, size, room);
    size_t from = mutate_place(data, size, &state), to = mutate_place(data, size, &state);
    size_t first = from < to ? from : to, last = from < to ? to : from;
    last = last - first > SPAN_BYTE_COUNT_MAX ? first + SPAN_BYTE_COUNT_MAX : last;
    const char *phrase =
        MUTATE_PHRASES[mutate_next(&state) % (sizeof MUTATE_PHRASES / sizeof *MUTATE_PHRASES)];
    if (kind == 1)
        return mutate_remove(data, size, first, last);
    if (kind == 2) /* it breaks off */
        return first > 2 ? first - (data[first - 1] == ' ') : size;
    if (kind == 3) { /* words again elsewhere */
        uint8_t span[SPAN_BYTE_COUNT_MAX];
        memcpy(span, data + first, last - first);
        size_t length = last - first;
        length -= length > 0 && span[length - 1] == ' ';
        return mutate_insert(data, size, room, mutate_place(data, size, &state), span, length);
    }
    if (kind == 4 && first < size) { /* a phrase for a word */
        size_t end = first;
        while (end < size && data[end] != ' ' && data[end] != '\n')
            end++;
        size = mutate_remove(data, size, first, end < size ? end + 1 : end);
    }
    return mutate_insert(data, size, room, first, phrase, strlen(phrase));
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *other,
                                 size_t other_size, uint8_t *out, size_t room, unsigned seed)
{
    uint32_t state = seed;
    size_t head = mutate_place(one, one_size, &state);
    size_t from = mutate_place(other, other_size, &state), tail = other_size - from;
    head = head > room ? room : head;
    tail = tail > room - head ? room - head : tail;
    memcpy(out, one, head);
    memcpy(out + head, other + from, tail);
    return head + tail;
}

#endif
