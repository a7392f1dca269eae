/*
 * cues.c: looking the lexicon up; see cues.h. The tables are in cues_table.c.
 */
#include "reading/clause.h"
#include "reading/cues_table.h"

#include <string.h>

typedef struct cue_slot {
    const pp_i_cue *row;
    size_t next; /* the next slot of the same lemma, or PP_NONE */
} cue_slot;

struct pp_i_cues {
    pp_i_map lemmas[3];
    pp_i_map judging;
    PP_LIST(cue_slot) slots;
};

/* The next lemma of a row's list, "+" as a blank; false at its end, or where memory has run out. */
static bool next_lemma(pp_i_arena *arena, const char **at, pp_text *lemma)
{
    size_t length = strcspn(*at, " ");
    char *copy = length > 0 ? pp_i_arena_copy(arena, *at, length) : NULL;
    if (copy == NULL) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        copy[i] = copy[i] == '+' ? ' ' : copy[i];
    }
    *lemma = (pp_text){copy, length};
    *at += length;
    *at += strspn(*at, " ");
    return true;
}

static bool add_slot(pp_i_cues *cues, pp_i_arena *arena, const pp_i_cue *row, pp_text lemma)
{
    pp_i_map *map = &cues->lemmas[row->kind];
    size_t last = pp_i_map_get(map, lemma), slot = cues->slots.count;
    if (!PP_LIST_ADD(arena, &cues->slots, ((cue_slot){row, PP_NONE}))) {
        return false;
    }
    if (last == PP_NONE) {
        return pp_i_map_set(map, lemma, slot);
    }
    while (cues->slots.items[last].next != PP_NONE) {
        last = cues->slots.items[last].next;
    }
    cues->slots.items[last].next = slot;
    return true;
}

static bool add_rows(pp_i_cues *cues, pp_i_arena *arena)
{
    for (size_t i = 0; i < PP_CUE_TABLE_COUNT; i++) {
        const char *at = PP_CUE_TABLE[i].lemmas;
        pp_text lemma;
        while (*at != '\0') {
            if (!next_lemma(arena, &at, &lemma) ||
                !add_slot(cues, arena, &PP_CUE_TABLE[i], lemma)) {
                return false;
            }
        }
    }
    for (size_t i = 0; i < PP_JUDGING_TABLE_COUNT; i++) {
        const char *at = PP_JUDGING_TABLE[i].lemmas;
        pp_text lemma;
        while (*at != '\0') {
            if (!next_lemma(arena, &at, &lemma) || !pp_i_map_set(&cues->judging, lemma, i)) {
                return false;
            }
        }
    }
    return true;
}

const pp_i_cues *pp_i_cues_new(pp_i_arena *arena)
{
    pp_i_cues *cues = PP_NEW(arena, pp_i_cues);
    if (cues == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < 3; i++) {
        pp_i_map_init(&cues->lemmas[i], arena);
    }
    pp_i_map_init(&cues->judging, arena);
    return add_rows(cues, arena) ? cues : NULL;
}

size_t pp_i_cues_find(const pp_i_cues *cues, pp_i_cue_class kind, pp_text lemma,
                      const pp_i_cue **found, size_t most)
{
    size_t count = 0, slot = pp_i_map_get(&cues->lemmas[kind], lemma);
    while (slot != PP_NONE && count < most) {
        found[count++] = cues->slots.items[slot].row;
        slot = cues->slots.items[slot].next;
    }
    return count;
}

size_t pp_i_cues_find_pair(const pp_i_cues *cues, pp_text verb, pp_text particle,
                           const pp_i_cue **found, size_t most)
{
    char pair[64]; /* longer than any of the table */
    size_t length = verb.length + 1 + particle.length;
    if (length > sizeof pair)
        return 0;
    memcpy(pair, verb.data, verb.length);
    pair[verb.length] = ' ';
    memcpy(pair + verb.length + 1, particle.data, particle.length);
    return pp_i_cues_find(cues, PP_CUE_VERB, (pp_text){pair, length}, found, most);
}

/* "unattainable", "implausible", "indefensible": what cannot be done is judged like the impossible.
 * What cannot be avoided or undone is not judged at all. */
static bool tells_that_it_cannot_be(pp_text lemma)
{
    bool able = lemma.length > 6 && (memcmp(lemma.data + lemma.length - 4, "able", 4) == 0 ||
                                     memcmp(lemma.data + lemma.length - 4, "ible", 4) == 0);
    bool denied = able && (memcmp(lemma.data, "un", 2) == 0 || memcmp(lemma.data, "im", 2) == 0 ||
                           memcmp(lemma.data, "in", 2) == 0 || memcmp(lemma.data, "ir", 2) == 0 ||
                           memcmp(lemma.data, "il", 2) == 0);
    bool between = able && memcmp(lemma.data, "inter", 5) == 0; /* "interchangeable" */
    return denied && !between && !pp_i_text_is(lemma, "impeccable") &&
           !pp_i_word_in(lemma, "invaluable inevitable unavoidable unforgettable irreversible "
                                "inseparable indivisible inalienable unmistakable unshakable "
                                "unbeatable undeniable incredible irresistible invincible "
                                "unstoppable invisible infallible irrevocable intangible "
                                "inflammable unspeakable unimaginable unpredictable "
                                "irreplaceable irrefutable indisputable unquestionable "
                                "unassailable inescapable inhabitable intelligible imaginable "
                                "incontestable irreproachable unflappable inexhaustible "
                                "imperturbable incomparable unmissable indefinable");
}

const pp_i_judging *pp_i_cues_judging(const pp_i_cues *cues, pp_text lemma)
{
    size_t row = pp_i_map_get(&cues->judging, lemma);
    if (row == PP_NONE && tells_that_it_cannot_be(lemma)) {
        row = pp_i_map_get(&cues->judging, PP_TEXT("impossible"));
    }
    return row == PP_NONE ? NULL : &PP_JUDGING_TABLE[row];
}
