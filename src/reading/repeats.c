/*
 * repeats.c: what was said before, in this report or another: see document.h.
 *
 * The same words are found by a hash of the folded words. Nearly the same paragraphs are found by
 * MinHash (Source: broder1997resemblance): of the paragraph's runs of three words, 32 different
 * orders' smallest; the share of equal ones estimates how much two paragraphs have in common. Bands
 * of four (Source: indyk1998) say which ones to compare. One changed word can turn a statement
 * around, so that near-duplicates must also have the same guard: numbers, negations, modals, names
 * and words of agreeing and refusing.
 */
#include "reading/document_parts.h"

#include <string.h>
#include <utf8proc.h>

#include "base/error.h"

enum {
    RUN_LENGTH = 3,
    ORDER_COUNT = 32,
    BAND_COUNT = 8,
    BAND_ROWS = ORDER_COUNT / BAND_COUNT,
    EQUAL_COUNT_MIN = 23, /* of ORDER_COUNT: about 0.7 in common */
    NEAR_WORD_COUNT_MIN = 12,
    SENTENCE_WORD_COUNT_MIN = 8,
    LENGTH_PERCENT_MAX = 8,
    CHAIN_LENGTH_MAX = 64, /* candidates looked at in one band */
    SLOT_COUNT_FIRST = 1024,
    SENTENCE_PLACE_COUNT_MAX = 1 << 21,
    WORD_BYTE_COUNT_MAX = 64 /* longer words are cut for the lists, not for the hash */
};

/* From a hash of words to where they stood first; open addressing. */
typedef struct exact_slot {
    uint64_t hash; /* 0: empty */
    uint32_t document, index;
} exact_slot;

typedef struct exact_table {
    exact_slot *slots;
    size_t slot_count, count;
} exact_table;

typedef struct near_record {
    uint16_t smallest[ORDER_COUNT];
    uint32_t next[BAND_COUNT]; /* the record before in the same band's slot, plus one */
    uint64_t guard;
    uint32_t word_count, document, index;
} near_record;

struct pp_i_repeats {
    pp_i_arena *arena;
    exact_table paragraphs, sentences;
    PP_LIST(near_record) near;
    uint32_t *band_slots; /* BAND_COUNT * band_slot_count newest records, plus one */
    size_t band_slot_count;
};

/* What is kept of a piece of text. */
typedef struct text_sketch {
    uint64_t hash, guard;
    uint64_t smallest[ORDER_COUNT];
    size_t word_count;
} text_sketch;

/* Beginnings of words that say on which side someone stands. */
static const char *const guarded_stems[] = {
    "accept", "agree",    "allow",   "approv",   "back",    "ban",    "ceas",   "condemn",
    "demand", "den",      "deny",    "disagree", "dismiss", "doubt",  "endors", "fail",
    "forbid", "halt",     "insist",  "oppos",    "offer",   "permit", "pledg",  "postpon",
    "prais",  "prohibit", "promis",  "propos",   "recogni", "refus",  "reject", "resum",
    "stop",   "suspend",  "support", "threat",   "veto",    "warn",   "welcom", "withdr"};

static const char *const guarded_words[] = {
    "not",     "no",     "never",  "none",   "nobody",  "nothing", "neither",  "nor",
    "without", "cannot", "must",   "should", "may",     "might",   "could",    "can",
    "will",    "would",  "shall",  "unless", "if",      "only",    "hardly",   "barely",
    "dont",    "doesnt", "didnt",  "wont",   "wouldnt", "cant",    "couldnt",  "isnt",
    "arent",   "wasnt",  "werent", "hasnt",  "havent",  "hadnt",   "shouldnt", "mustnt"};

static uint64_t mix(uint64_t x)
{
    x ^= x >> 30;
    x *= UINT64_C(0xBF58476D1CE4E5B9);
    x ^= x >> 27;
    x *= UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

/* One folded word: lower case, without apostrophes and soft hyphens. */
typedef struct folded_word {
    char bytes[WORD_BYTE_COUNT_MAX];
    size_t length;
    uint64_t hash; /* of all its letters */
    bool capital, digit;
} folded_word;

static bool is_word_character(int32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    utf8proc_category_t category = utf8proc_category(c);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO);
}

static bool is_ignored(int32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0xAD || c == 0x200B;
}

static void add_character(folded_word *word, int32_t c)
{
    int32_t small = c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 0x20 : c) : utf8proc_tolower(c);
    if (word->hash == 0)
        word->capital = small != c;
    word->digit = word->digit || (c >= '0' && c <= '9');
    word->hash = (word->hash ^ (uint64_t)small) * UINT64_C(0x100000001B3) + 1;
    if (word->length < WORD_BYTE_COUNT_MAX && small < 0x80)
        word->bytes[word->length++] = (char)small;
}

/* The next word at or after `*at`; false where there is none. */
static bool next_word(pp_text text, size_t *at, folded_word *word)
{
    word->length = 0;
    word->hash = 0;
    word->capital = word->digit = false;
    size_t length;
    for (; *at < text.length; *at += length) {
        int32_t c = pp_i_utf8_decode(text, *at, &length);
        if (c >= 0 && is_word_character(c))
            add_character(word, c);
        else if (word->hash != 0 && !is_ignored(c))
            return true;
    }
    return word->hash != 0;
}

static bool is_guarded(const folded_word *word)
{
    pp_text text = {word->bytes, word->length};
    if (word->digit)
        return true;
    if (word->capital && !pp_i_document_is_starter(text))
        return true;
    if (text.length == 0)
        return false;
    for (size_t i = 0; i < sizeof guarded_words / sizeof *guarded_words; i++)
        if (guarded_words[i][0] == text.data[0] && pp_i_text_is(text, guarded_words[i]))
            return true;
    for (size_t i = 0; i < sizeof guarded_stems / sizeof *guarded_stems; i++) {
        if (guarded_stems[i][0] != text.data[0])
            continue;
        size_t length = strlen(guarded_stems[i]);
        if (text.length >= length && memcmp(text.data, guarded_stems[i], length) == 0)
            return true;
    }
    return false;
}

static void sketch_run(text_sketch *sketch, uint64_t run)
{
    for (size_t i = 0; i < ORDER_COUNT; i++) {
        uint64_t value = mix(run + (i + 1) * UINT64_C(0x9E3779B97F4A7C15));
        if (value < sketch->smallest[i])
            sketch->smallest[i] = value;
    }
}

static void sketch_text(pp_text text, bool with_runs, text_sketch *sketch)
{
    folded_word word;
    uint64_t last[RUN_LENGTH] = {0};
    *sketch = (text_sketch){.hash = UINT64_C(0xCBF29CE484222325)};
    memset(sketch->smallest, 0xFF, sizeof sketch->smallest);
    for (size_t at = 0; next_word(text, &at, &word); sketch->word_count++) {
        sketch->hash = mix(sketch->hash ^ word.hash) + word.hash;
        if (!with_runs)
            continue;
        if (is_guarded(&word))
            sketch->guard += mix(word.hash);
        memmove(last, last + 1, sizeof last - sizeof *last);
        last[RUN_LENGTH - 1] = word.hash;
        if (sketch->word_count + 1 >= RUN_LENGTH)
            sketch_run(sketch, mix(mix(mix(last[0]) ^ last[1]) ^ last[2]));
    }
    sketch->hash |= 1; /* 0 is an empty slot */
}

static exact_slot *exact_find(const exact_table *table, uint64_t hash)
{
    size_t at = (size_t)(hash >> 1) & (table->slot_count - 1);
    while (table->slots[at].hash != 0 && table->slots[at].hash != hash)
        at = (at + 1) & (table->slot_count - 1);
    return &table->slots[at];
}

/* Room for one more at a load of at most a half; false where memory has run out. */
static bool exact_reserve(pp_i_arena *arena, exact_table *table)
{
    if (table->slot_count > 0 && table->count * 2 < table->slot_count)
        return true;
    exact_table grown = {.slot_count =
                             table->slot_count == 0 ? SLOT_COUNT_FIRST : table->slot_count * 2,
                         .count = table->count};
    grown.slots = PP_NEW_ARRAY(arena, exact_slot, grown.slot_count);
    if (grown.slots == NULL)
        return false;
    for (size_t i = 0; i < table->slot_count; i++)
        if (table->slots[i].hash != 0)
            *exact_find(&grown, table->slots[i].hash) = table->slots[i];
    *table = grown;
    return true;
}

/* The first place of these words; where there was none, this one is remembered (up to `most`). */
static bool exact_mark(pp_i_arena *arena, exact_table *table, uint64_t hash, pp_i_first here,
                       size_t most, pp_i_first *first)
{
    if (!exact_reserve(arena, table))
        return false;
    exact_slot *slot = exact_find(table, hash);
    *first = (pp_i_first){PP_NONE, PP_NONE};
    if (slot->hash != 0) {
        *first = (pp_i_first){slot->document, slot->index};
    } else if (table->count < most) {
        *slot = (exact_slot){hash, (uint32_t)here.document, (uint32_t)here.index};
        table->count++;
    }
    return true;
}

static size_t band_slot(const pp_i_repeats *repeats, const near_record *record, size_t band)
{
    uint64_t hash = mix(record->guard + band);
    for (size_t i = 0; i < BAND_ROWS; i++)
        hash = mix(hash ^ record->smallest[band * BAND_ROWS + i]);
    return band * repeats->band_slot_count + ((size_t)hash & (repeats->band_slot_count - 1));
}

static bool is_near(const near_record *a, const near_record *b)
{
    size_t more = a->word_count > b->word_count ? a->word_count : b->word_count;
    size_t less = a->word_count > b->word_count ? b->word_count : a->word_count;
    size_t most = more * LENGTH_PERCENT_MAX / 100;
    if (a->guard != b->guard || more - less > (most < 2 ? 2 : most))
        return false;
    size_t equal = 0;
    for (size_t i = 0; i < ORDER_COUNT; i++)
        equal += a->smallest[i] == b->smallest[i];
    return equal >= EQUAL_COUNT_MIN;
}

/* The earliest remembered paragraph that is nearly this one, or null. */
static const near_record *near_find(const pp_i_repeats *repeats, const near_record *record)
{
    const near_record *found = NULL;
    for (size_t band = 0; band < BAND_COUNT && repeats->band_slot_count > 0; band++) {
        uint32_t at = repeats->band_slots[band_slot(repeats, record, band)];
        for (size_t i = 0; at != 0 && i < CHAIN_LENGTH_MAX; i++) {
            const near_record *other = &repeats->near.items[at - 1];
            if (is_near(record, other) && (found == NULL || other < found))
                found = other;
            at = other->next[band];
        }
    }
    return found;
}

static void near_link(pp_i_repeats *repeats, size_t index)
{
    near_record *record = &repeats->near.items[index];
    for (size_t band = 0; band < BAND_COUNT; band++) {
        uint32_t *slot = &repeats->band_slots[band_slot(repeats, record, band)];
        record->next[band] = *slot;
        *slot = (uint32_t)index + 1;
    }
}

static bool near_add(pp_i_repeats *repeats, const near_record *record)
{
    if (repeats->near.count >= PP_REPEATS_PARAGRAPH_COUNT_MAX)
        return true;
    if (repeats->near.count >= repeats->band_slot_count) {
        size_t count =
            repeats->band_slot_count == 0 ? SLOT_COUNT_FIRST : repeats->band_slot_count * 2;
        uint32_t *slots = PP_NEW_ARRAY(repeats->arena, uint32_t, count * BAND_COUNT);
        if (slots == NULL)
            return false;
        repeats->band_slots = slots;
        repeats->band_slot_count = count;
        for (size_t i = 0; i < repeats->near.count; i++)
            near_link(repeats, i);
    }
    if (!PP_LIST_ADD(repeats->arena, &repeats->near, *record))
        return false;
    near_link(repeats, repeats->near.count - 1);
    return true;
}

static bool mark_paragraph(pp_i_repeats *repeats, size_t number, size_t index,
                           pp_i_document *document)
{
    pp_i_paragraph *paragraph = &document->paragraphs[index];
    text_sketch sketch;
    sketch_text((pp_text){document->words.data + paragraph->byte_start,
                          paragraph->byte_end - paragraph->byte_start},
                true, &sketch);
    paragraph->repeat = PP_REPEAT_NONE;
    paragraph->same_as = (pp_i_first){PP_NONE, PP_NONE};
    if (sketch.word_count == 0)
        return true;
    if (!exact_mark(repeats->arena, &repeats->paragraphs, sketch.hash, (pp_i_first){number, index},
                    PP_REPEATS_PARAGRAPH_COUNT_MAX, &paragraph->same_as))
        return false;
    if (paragraph->same_as.index != PP_NONE) {
        paragraph->repeat = PP_REPEAT_SAME;
        return true;
    }
    if (sketch.word_count < NEAR_WORD_COUNT_MIN)
        return true;
    near_record record = {.guard = sketch.guard,
                          .word_count = (uint32_t)sketch.word_count,
                          .document = (uint32_t)number,
                          .index = (uint32_t)index};
    for (size_t i = 0; i < ORDER_COUNT; i++)
        record.smallest[i] = (uint16_t)(sketch.smallest[i] >> 16);
    const near_record *first = near_find(repeats, &record);
    if (first == NULL)
        return near_add(repeats, &record);
    paragraph->repeat = PP_REPEAT_NEAR;
    paragraph->same_as = (pp_i_first){first->document, first->index};
    exact_slot *slot = exact_find(&repeats->paragraphs, sketch.hash);
    if (slot->hash != 0) { /* so that what repeats this one is led to the first */
        slot->document = first->document;
        slot->index = first->index;
    }
    return true;
}

static bool mark_sentence(pp_i_repeats *repeats, size_t number, size_t index,
                          pp_i_document *document)
{
    pp_i_span *span = &document->sentences[index];
    text_sketch sketch;
    sketch_text(
        (pp_text){document->words.data + span->byte_start, span->byte_end - span->byte_start},
        false, &sketch);
    span->same_as = (pp_i_first){PP_NONE, PP_NONE};
    return sketch.word_count < SENTENCE_WORD_COUNT_MIN ||
           exact_mark(repeats->arena, &repeats->sentences, sketch.hash, (pp_i_first){number, index},
                      SENTENCE_PLACE_COUNT_MAX, &span->same_as);
}

pp_status pp_i_repeats_new(pp_i_arena *arena, pp_i_repeats **repeats, pp_error *error)
{
    pp_i_repeats *made = PP_NEW(arena, pp_i_repeats);
    if (made == NULL)
        return pp_i_fail_memory(error);
    made->arena = arena;
    *repeats = made;
    return PP_OK;
}

pp_status pp_i_repeats_mark(pp_i_repeats *repeats, size_t number, pp_i_document *document,
                            pp_error *error)
{
    for (size_t i = 0; i < document->paragraph_count; i++)
        if (!mark_paragraph(repeats, number, i, document))
            return pp_i_fail_memory(error);
    for (size_t i = 0; i < document->sentence_count; i++)
        if (!mark_sentence(repeats, number, i, document))
            return pp_i_fail_memory(error);
    return PP_OK;
}
