/*
 * hitting_sets.c: MMCS with an explicit stack; see hitting_sets.h. Source: murakami2014, section 4.
 *
 * The chosen elements S grow one by one. A set of the family that only one element of S meets is
 * critical for that element; where an element has no critical set left, neither S nor any superset
 * is minimal. Each level takes the unmet set with the fewest candidates and tries these; one
 * already tried becomes a candidate again for the levels below its later siblings, so that each
 * minimal set is found exactly once.
 *
 * For each set we keep how many chosen elements meet it and their exclusive or: where that number
 * is 1, the latter is the element for which it is critical. Undoing is then the same walk
 * backwards.
 */
#include "engine/hitting_sets.h"

#include <stdlib.h>

#include "base/error.h"

/* One level of the search. */
typedef struct level {
    pp_i_word *choices; /* the candidates of the set picked */
    size_t next;        /* the first one not tried yet */
    size_t chosen;      /* the one chosen now, or NO_ELEMENT */
} level;

#define NO_ELEMENT SIZE_MAX

typedef struct search {
    pp_i_arena scratch;
    size_t element_count, word_count;

    const pp_i_word **family; /* minimal members only */
    size_t family_count;
    const uint32_t **occurrences; /* [element]: the sets that it is in */
    size_t *occurrence_counts;

    size_t *hit_counts;      /* [set] chosen elements in it */
    size_t *hit_xors;        /* [set] their exclusive or */
    size_t *critical_counts; /* [element] */
    size_t useless_count;    /* chosen elements without a critical set */
    uint32_t *unmet;         /* sets that no chosen element meets, in no particular order */
    size_t *unmet_places;    /* [set] */
    size_t unmet_count;

    pp_i_word *chosen, *candidates;
    PP_LIST(level) levels;
    size_t depth;

    PP_LIST(const pp_i_word *) found;
} search;

/* --- The family and its indices --------------------------------------------------------------- */

typedef struct sized_set {
    const pp_i_word *words;
    size_t word_count;
} sized_set;

static int compare_sized(const void *a, const void *b)
{
    const sized_set *left = a, *right = b;
    return pp_i_bits_order(left->words, right->words, left->word_count);
}

/* Keeps the inclusion-minimal members: the others are met wherever these are. Each is compared with
 * the smaller ones alone: of one size only equal ones hold each other. False where memory has run
 * out; stops early with the run. */
static bool keep_minimal(search *s, const pp_i_word *const *family, size_t family_count,
                         pp_i_run *run)
{
    sized_set *sorted = PP_NEW_ARRAY(&s->scratch, sized_set, family_count);
    s->family = PP_NEW_ARRAY(&s->scratch, const pp_i_word *, family_count);
    if (sorted == NULL || s->family == NULL)
        return false;
    for (size_t i = 0; i < family_count; i++)
        sorted[i] = (sized_set){family[i], s->word_count};
    if (family_count > 0)
        qsort(sorted, family_count, sizeof *sorted, compare_sized);
    size_t smaller = 0, size = 0;
    for (size_t i = 0; i < family_count && pp_i_run_step(run, smaller / 8 + 1); i++) {
        const pp_i_word *set = sorted[i].words;
        if (pp_i_bits_count(set, s->word_count) != size) {
            size = pp_i_bits_count(set, s->word_count);
            smaller = s->family_count;
        }
        bool covered = s->family_count > smaller &&
                       pp_i_bits_equal(s->family[s->family_count - 1], set, s->word_count);
        for (size_t j = 0; j < smaller && !covered; j++)
            covered = pp_i_bits_subset(s->family[j], set, s->word_count);
        if (!covered)
            s->family[s->family_count++] = set;
    }
    return true;
}

static bool index_elements(search *s)
{
    s->occurrences = PP_NEW_ARRAY(&s->scratch, const uint32_t *, s->element_count);
    s->occurrence_counts = PP_NEW_ARRAY(&s->scratch, size_t, s->element_count);
    if (s->occurrences == NULL || s->occurrence_counts == NULL)
        return false;
    size_t n = s->element_count;
    for (size_t i = 0; i < s->family_count; i++)
        for (size_t e = 0; (e = pp_i_bits_next(s->family[i], n, e)) < n; e++)
            s->occurrence_counts[e]++;
    for (size_t e = 0; e < n; e++) {
        uint32_t *sets = PP_NEW_ARRAY(&s->scratch, uint32_t, s->occurrence_counts[e]);
        if (sets == NULL)
            return false;
        size_t count = 0;
        for (uint32_t i = 0; count < s->occurrence_counts[e]; i++)
            if (pp_i_bit_get(s->family[i], e))
                sets[count++] = i;
        s->occurrences[e] = sets;
    }
    return true;
}

static bool search_begin(search *s)
{
    s->hit_counts = PP_NEW_ARRAY(&s->scratch, size_t, s->family_count);
    s->hit_xors = PP_NEW_ARRAY(&s->scratch, size_t, s->family_count);
    s->critical_counts = PP_NEW_ARRAY(&s->scratch, size_t, s->element_count);
    s->unmet = PP_NEW_ARRAY(&s->scratch, uint32_t, s->family_count);
    s->unmet_places = PP_NEW_ARRAY(&s->scratch, size_t, s->family_count);
    s->chosen = PP_NEW_ARRAY(&s->scratch, pp_i_word, s->word_count);
    s->candidates = PP_NEW_ARRAY(&s->scratch, pp_i_word, s->word_count);
    if (s->hit_counts == NULL || s->hit_xors == NULL || s->critical_counts == NULL ||
        s->unmet == NULL || s->unmet_places == NULL || s->chosen == NULL || s->candidates == NULL)
        return false;
    for (size_t i = 0; i < s->family_count; i++) {
        s->unmet[i] = (uint32_t)i;
        s->unmet_places[i] = i;
    }
    s->unmet_count = s->family_count;
    for (size_t e = 0; e < s->element_count; e++)
        if (s->occurrence_counts[e] > 0)
            pp_i_bit_set(s->candidates, e);
    return true;
}

/* --- Choosing and unchoosing one element ------------------------------------------------------ */

static void critical_more(search *s, size_t element)
{
    if (s->critical_counts[element]++ == 0)
        s->useless_count--;
}

static void critical_less(search *s, size_t element)
{
    if (--s->critical_counts[element] == 0)
        s->useless_count++;
}

static void unmet_remove(search *s, uint32_t set)
{
    size_t place = s->unmet_places[set];
    uint32_t last = s->unmet[--s->unmet_count];
    s->unmet[place] = last;
    s->unmet_places[last] = place;
}

static void unmet_add(search *s, uint32_t set)
{
    s->unmet_places[set] = s->unmet_count;
    s->unmet[s->unmet_count++] = set;
}

static void choose(search *s, size_t element)
{
    pp_i_bit_set(s->chosen, element);
    s->useless_count++; /* until its first critical set */
    for (size_t i = 0; i < s->occurrence_counts[element]; i++) {
        uint32_t set = s->occurrences[element][i];
        if (s->hit_counts[set] == 0) {
            unmet_remove(s, set);
            critical_more(s, element);
        } else if (s->hit_counts[set] == 1) {
            critical_less(s, s->hit_xors[set]);
        }
        s->hit_counts[set]++;
        s->hit_xors[set] ^= element;
    }
}

static void unchoose(search *s, size_t element)
{
    for (size_t i = s->occurrence_counts[element]; i-- > 0;) {
        uint32_t set = s->occurrences[element][i];
        s->hit_counts[set]--;
        s->hit_xors[set] ^= element;
        if (s->hit_counts[set] == 0) {
            unmet_add(s, set);
            critical_less(s, element);
        } else if (s->hit_counts[set] == 1) {
            critical_more(s, s->hit_xors[set]);
        }
    }
    s->useless_count--;
    pp_i_bit_clear(s->chosen, element);
}

/* --- The search ------------------------------------------------------------------------------- */

static bool note_found(search *s, pp_i_arena *arena)
{
    pp_i_word *copy = PP_NEW_ARRAY(arena, pp_i_word, s->word_count);
    if (copy == NULL)
        return false;
    memcpy(copy, s->chosen, s->word_count * sizeof *copy);
    return PP_LIST_ADD(&s->scratch, &s->found, copy);
}

/* The unmet set with the fewest candidates; ties to the first in the family. */
static const pp_i_word *pick_set(const search *s)
{
    uint32_t best = UINT32_MAX;
    size_t best_count = SIZE_MAX;
    for (size_t i = 0; i < s->unmet_count; i++) {
        const pp_i_word *words = s->family[s->unmet[i]];
        size_t count = 0;
        for (size_t w = 0; w < s->word_count; w++)
            count += (size_t)__builtin_popcountll(words[w] & s->candidates[w]);
        if (count < best_count || (count == best_count && s->unmet[i] < best)) {
            best = s->unmet[i];
            best_count = count;
            if (count == 0)
                break;
        }
    }
    return s->family[best];
}

/* A new level below the elements chosen so far. False where memory has run out. */
static bool descend(search *s)
{
    if (s->depth == s->levels.count) {
        level fresh = {.choices = PP_NEW_ARRAY(&s->scratch, pp_i_word, s->word_count)};
        if (fresh.choices == NULL || !PP_LIST_ADD(&s->scratch, &s->levels, fresh))
            return false;
    }
    level *top = &s->levels.items[s->depth++];
    top->next = 0;
    top->chosen = NO_ELEMENT;
    const pp_i_word *picked = pick_set(s);
    for (size_t w = 0; w < s->word_count; w++) {
        top->choices[w] = picked[w] & s->candidates[w];
        s->candidates[w] &= ~top->choices[w];
    }
    return true;
}

/* Leaves the top level: its choices become candidates again. */
static void ascend(search *s)
{
    const level *top = &s->levels.items[--s->depth];
    for (size_t w = 0; w < s->word_count; w++)
        s->candidates[w] |= top->choices[w];
}

/* Takes back what the top level chose and chooses its next element. False where none is left. */
static bool advance(search *s, level *top)
{
    if (top->chosen != NO_ELEMENT) {
        bool was_useful = s->useless_count == 0;
        unchoose(s, top->chosen);
        if (was_useful)
            pp_i_bit_set(s->candidates, top->chosen);
    }
    top->chosen = pp_i_bits_next(top->choices, s->element_count, top->next);
    if (top->chosen == s->element_count)
        return false;
    top->next = top->chosen + 1;
    choose(s, top->chosen);
    return true;
}

/* PP_OK; *complete is false where the run or `count_max` stopped it. */
static pp_status walk(search *s, size_t count_max, pp_i_run *run, pp_i_arena *arena, bool *complete,
                      pp_error *error)
{
    *complete = false;
    if (s->unmet_count == 0) {
        *complete = count_max > 0;
        return count_max == 0 || note_found(s, arena) ? PP_OK : pp_i_fail_memory(error);
    }
    if (!descend(s))
        return pp_i_fail_memory(error);
    while (s->depth > 0) {
        level *top = &s->levels.items[s->depth - 1];
        if (!advance(s, top)) {
            ascend(s);
            continue;
        }
        if (!pp_i_run_step(run, 1 + s->occurrence_counts[top->chosen] / 8 + s->unmet_count / 8))
            return PP_OK;
        if (s->useless_count > 0)
            continue;
        if (s->unmet_count > 0) {
            if (!descend(s))
                return pp_i_fail_memory(error);
        } else if (s->found.count == count_max) {
            return PP_OK;
        } else if (!note_found(s, arena)) {
            return pp_i_fail_memory(error);
        }
    }
    *complete = true;
    return PP_OK;
}

/* The sets found, in order, in `arena`. */
static pp_status give(search *s, pp_i_arena *arena, bool complete, pp_i_hitting_sets *result,
                      pp_error *error)
{
    sized_set *sorted = PP_NEW_ARRAY(&s->scratch, sized_set, s->found.count);
    const pp_i_word **sets = PP_NEW_ARRAY(arena, const pp_i_word *, s->found.count);
    if (sorted == NULL || sets == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < s->found.count; i++)
        sorted[i] = (sized_set){s->found.items[i], s->word_count};
    if (s->found.count > 0)
        qsort(sorted, s->found.count, sizeof *sorted, compare_sized);
    for (size_t i = 0; i < s->found.count; i++)
        sets[i] = sorted[i].words;
    *result = (pp_i_hitting_sets){.sets = sets, .count = s->found.count, .complete = complete};
    return PP_OK;
}

pp_status pp_i_hitting_sets_all(const pp_i_word *const *family, size_t family_count,
                                size_t element_count, size_t count_max, pp_i_run *run,
                                pp_i_arena *arena, pp_i_hitting_sets *result, pp_error *error)
{
    search s = {.element_count = element_count, .word_count = pp_i_word_count(element_count)};
    pp_i_arena_init(&s.scratch, arena->allocator);
    pp_status status = PP_OK;
    bool complete = false;
    if (!keep_minimal(&s, family, family_count, run) || !index_elements(&s) || !search_begin(&s))
        status = pp_i_fail_memory(error);
    if (status == PP_OK && pp_i_run_step(run, 1))
        status = walk(&s, count_max, run, arena, &complete, error);
    if (status == PP_OK)
        status = give(&s, arena, complete, result, error);
    pp_i_arena_free(&s.scratch);
    return status;
}
