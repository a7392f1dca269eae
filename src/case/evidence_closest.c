/*
 * evidence_closest.c: the passage that is most like a quotation that was not found; see evidence.h.
 *
 * A window of the quotation's number of words (and a quarter more, so that a word put in does not
 * push out another) slides over the source; a table counts the words that it shares with the
 * quotation, each as often as both have it. Words are compared folded and in lower case, by a hash
 * of 64 bits: two words that collide would spoil a hint, not an answer. Linear in both texts.
 */
#include "case/evidence_fold.h"

#include <utf8proc.h>

typedef struct word {
    size_t start, end; /* folded bytes */
    uint64_t hash;
} word;

/* A word of the window: its number among the quotation's different words, or PP_NONE. */
typedef struct slot {
    size_t number;
    size_t start, end;
} slot;

typedef struct window {
    const pp_i_folded *source;
    size_t at;        /* folded byte up to which words were taken */
    pp_i_map numbers; /* of the quotation's words, by their hashes */
    size_t *wanted;   /* how often the quotation has each */
    size_t *held;     /* how often the window does */
    size_t quote_word_count;
    slot *slots; /* a ring */
    size_t slot_count;
    size_t first, count; /* the ring's words; `first` counts from the source's first word */
    size_t shared;
} window;

/* Thai to Lao, Myanmar, Khmer, kana and Han part no words by blanks: each letter counts as one. */
static bool stands_alone(int32_t c)
{
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
           (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x30FF) ||
           (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

static uint64_t hash_add(uint64_t hash, int32_t c)
{
    hash ^= (uint64_t)(uint32_t)utf8proc_tolower(c);
    return hash * UINT64_C(0x100000001b3); /* FNV-1a, a code point at a time */
}

/* The next word at or behind *at; false at the end. */
static bool word_next(const pp_i_folded *folded, size_t *at, word *found)
{
    size_t length;
    *found = (word){.start = PP_NONE, .hash = UINT64_C(0xcbf29ce484222325)};
    for (; *at < folded->length; *at += length) {
        int32_t c = pp_i_folded_code_point(folded, *at, &length);
        bool alone = stands_alone(c);
        if (!pp_i_folded_is_word(c) || (alone && pp_i_folded_is_edge(folded, *at))) {
            if (found->start != PP_NONE)
                return true;
            if (!pp_i_folded_is_word(c))
                continue;
        }
        if (found->start == PP_NONE)
            found->start = *at;
        found->end = *at + length;
        found->hash = hash_add(found->hash, c);
        if (alone && (found->end == folded->length || pp_i_folded_is_edge(folded, found->end))) {
            *at = found->end;
            return true;
        }
    }
    return found->start != PP_NONE;
}

static pp_text hash_key(const uint64_t *hash)
{
    return (pp_text){(const char *)hash, sizeof *hash};
}

/* Numbers the quotation's words and counts them; false where memory has run out. */
static bool window_learn(window *over, const pp_i_folded *quote, pp_i_arena *scratch)
{
    size_t at = 0, count = 0, different = 0;
    word next;
    while (word_next(quote, &at, &next))
        count++;
    uint64_t *hashes = PP_NEW_ARRAY(scratch, uint64_t, count);
    over->wanted = PP_NEW_ARRAY(scratch, size_t, count);
    over->held = PP_NEW_ARRAY(scratch, size_t, count);
    if (hashes == NULL || over->wanted == NULL || over->held == NULL)
        return false;
    pp_i_map_init(&over->numbers, scratch);
    for (at = 0; word_next(quote, &at, &next);) {
        size_t number = pp_i_map_get(&over->numbers, hash_key(&next.hash));
        if (number == PP_NONE) {
            number = different++;
            hashes[number] = next.hash;
            if (!pp_i_map_set(&over->numbers, hash_key(&hashes[number]), number))
                return false;
        }
        over->wanted[number]++;
    }
    over->quote_word_count = count;
    over->slot_count = count + count / 4;
    over->slots = PP_NEW_ARRAY(scratch, slot, over->slot_count);
    return over->slots != NULL;
}

static slot *window_slot(const window *over, size_t index)
{
    return &over->slots[index % over->slot_count];
}

static void window_drop_first(window *over)
{
    size_t number = window_slot(over, over->first)->number;
    if (number != PP_NONE)
        over->shared -= over->held[number]-- <= over->wanted[number];
    over->first++;
    over->count--;
}

/* Takes the source's next word in, and the first one out where the window is full. */
static bool window_slide(window *over)
{
    word next;
    if (!word_next(over->source, &over->at, &next))
        return false;
    if (over->count == over->slot_count)
        window_drop_first(over);
    size_t number = pp_i_map_get(&over->numbers, hash_key(&next.hash));
    *window_slot(over, over->first + over->count++) = (slot){number, next.start, next.end};
    if (number != PP_NONE)
        over->shared += over->held[number]++ < over->wanted[number];
    return true;
}

static void window_reset(window *over)
{
    while (over->count > 0)
        window_drop_first(over);
    over->first = 0;
    over->at = 0;
}

/* Can a word go without a shared one going with it? */
static bool is_idle(const window *over, size_t index)
{
    size_t number = window_slot(over, index)->number;
    return number == PP_NONE || over->held[number] > over->wanted[number];
}

static pp_i_quote_place window_trimmed(window *over)
{
    while (is_idle(over, over->first))
        window_drop_first(over);
    while (is_idle(over, over->first + over->count - 1)) {
        size_t number = window_slot(over, over->first + over->count - 1)->number;
        if (number != PP_NONE)
            over->held[number]--;
        over->count--;
    }
    return pp_i_folded_place(over->source, window_slot(over, over->first)->start,
                             window_slot(over, over->first + over->count - 1)->end);
}

static bool find_closest(const pp_i_folded *folded, pp_text quote, pp_i_arena *scratch,
                         pp_i_quote_place *place)
{
    const pp_i_folded *folded_quote;
    window over = {.source = folded};
    if (pp_i_evidence_fold(quote, scratch, &folded_quote, NULL) != PP_OK ||
        !window_learn(&over, folded_quote, scratch) || over.quote_word_count == 0)
        return false;
    size_t best = 0, best_slide = 0;
    for (size_t slide = 1; window_slide(&over); slide++) {
        if (over.shared > best) {
            best = over.shared;
            best_slide = slide;
        }
    }
    if (best < over.quote_word_count - best)
        return false;
    window_reset(&over); /* and once more up to the best, which saves keeping its words */
    for (size_t slide = 0; slide < best_slide; slide++)
        window_slide(&over);
    *place = window_trimmed(&over);
    return true;
}

bool pp_i_evidence_closest(const pp_i_folded *folded, pp_text quote, pp_i_arena *scratch,
                           pp_i_quote_place *place)
{
    pp_i_arena_mark before = pp_i_arena_mark_get(scratch);
    bool found = find_closest(folded, quote, scratch, place);
    pp_i_arena_rewind(scratch, before);
    return found;
}
