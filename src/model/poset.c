/* poset.c: classes and closure of what chains state; see poset.h. */
#include "model/poset.h"

/* The first member of an item's class, with the way there shortened. */
static uint16_t leader_of(uint16_t *leader, size_t item)
{
    uint16_t at = (uint16_t)item;
    while (leader[at] != at) {
        leader[at] = leader[leader[at]];
        at = leader[at];
    }
    return at;
}

/* Joins what is alike; the least member leads. */
static void join_ties(const pp_i_chain *chains, size_t chain_count, uint16_t *leader)
{
    for (size_t i = 0; i < chain_count; i++)
        for (size_t j = 1; j < chains[i].count; j++) {
            if (!chains[i].tied[j])
                continue;
            uint16_t a = leader_of(leader, chains[i].subjects[j - 1]);
            uint16_t b = leader_of(leader, chains[i].subjects[j]);
            leader[a < b ? b : a] = a < b ? a : b;
        }
}

static bool number_classes(pp_i_arena *arena, uint16_t *leader, pp_i_poset *poset)
{
    uint16_t *class_of = PP_NEW_ARRAY(arena, uint16_t, poset->item_count);
    uint16_t *class_size = PP_NEW_ARRAY(arena, uint16_t, poset->item_count);
    if (class_of == NULL || class_size == NULL)
        return false;
    poset->class_count = 0;
    for (size_t i = 0; i < poset->item_count; i++) {
        uint16_t first = leader_of(leader, i);
        class_of[i] = first == i ? (uint16_t)poset->class_count++ : class_of[first];
        class_size[class_of[i]]++;
    }
    poset->class_of = class_of;
    poset->class_size = class_size;
    poset->word_count = pp_i_word_count(poset->class_count);
    return true;
}

/* Warshall's closure on rows of bits, and its transpose. */
static void close_rows(pp_i_poset *poset, pp_i_word *below, pp_i_word *above)
{
    size_t count = poset->class_count, words = poset->word_count;
    for (size_t middle = 0; middle < count; middle++)
        for (size_t upper = 0; upper < count; upper++) {
            if (!pp_i_bit_get(below + upper * words, middle))
                continue;
            for (size_t w = 0; w < words; w++)
                below[upper * words + w] |= below[middle * words + w];
        }
    for (size_t upper = 0; upper < count; upper++)
        for (size_t lower = 0; lower < count; lower++)
            if (pp_i_bit_get(below + upper * words, lower))
                pp_i_bit_set(above + lower * words, upper);
    for (size_t i = 0; i < count; i++)
        poset->circular = poset->circular || pp_i_bit_get(below + i * words, i);
}

static bool make_rows(pp_i_arena *arena, pp_i_poset *poset, pp_i_word **below, pp_i_word **above)
{
    *below = PP_NEW_ARRAY(arena, pp_i_word, poset->class_count * poset->word_count);
    *above = PP_NEW_ARRAY(arena, pp_i_word, poset->class_count * poset->word_count);
    poset->below = *below;
    poset->above = *above;
    return *below != NULL && *above != NULL;
}

bool pp_i_poset_make(const pp_i_chain *chains, size_t chain_count, size_t item_count,
                     pp_i_arena *arena, pp_i_poset *poset)
{
    uint16_t leader[PP_POSET_ITEM_COUNT_MAX];
    pp_i_word *below, *above;
    *poset = (pp_i_poset){.item_count = item_count};
    for (size_t i = 0; i < item_count; i++)
        leader[i] = (uint16_t)i;
    join_ties(chains, chain_count, leader);
    if (!number_classes(arena, leader, poset) || !make_rows(arena, poset, &below, &above))
        return false;
    for (size_t i = 0; i < chain_count; i++)
        for (size_t j = 1; j < chains[i].count; j++)
            if (!chains[i].tied[j])
                pp_i_bit_set(below + poset->class_of[chains[i].subjects[j - 1]] * poset->word_count,
                             poset->class_of[chains[i].subjects[j]]);
    close_rows(poset, below, above);
    return true;
}

bool pp_i_poset_restrict(const pp_i_poset *poset, const bool *keep, pp_i_arena *arena,
                         pp_i_poset *restricted)
{
    uint16_t leader[PP_POSET_ITEM_COUNT_MAX], item_of[PP_POSET_ITEM_COUNT_MAX];
    pp_i_word *below, *above;
    *restricted = (pp_i_poset){0};
    for (size_t i = 0; i < poset->item_count; i++) {
        if (!keep[i])
            continue;
        size_t item = restricted->item_count++, first = item;
        item_of[item] = (uint16_t)i;
        for (size_t j = item; j-- > 0;)
            if (poset->class_of[item_of[j]] == poset->class_of[i])
                first = j;
        leader[item] = (uint16_t)first;
    }
    if (!number_classes(arena, leader, restricted) || !make_rows(arena, restricted, &below, &above))
        return false;
    for (size_t i = 0; i < restricted->item_count; i++)
        for (size_t j = 0; j < restricted->item_count; j++)
            if (pp_i_poset_better(poset, item_of[i], item_of[j]))
                pp_i_bit_set(below + restricted->class_of[i] * restricted->word_count,
                             restricted->class_of[j]);
    close_rows(restricted, below, above);
    return true;
}

bool pp_i_poset_covers(const pp_i_poset *poset, size_t lower, size_t upper)
{
    return pp_i_poset_below(poset, lower, upper) &&
           !pp_i_bits_meet(poset->below + upper * poset->word_count,
                           poset->above + lower * poset->word_count, poset->word_count);
}

static bool is_empty(const pp_i_word *row, size_t word_count)
{
    for (size_t w = 0; w < word_count; w++)
        if (row[w] != 0)
            return false;
    return true;
}

bool pp_i_poset_is_maximal(const pp_i_poset *poset, size_t class)
{
    return is_empty(poset->above + class * poset->word_count, poset->word_count);
}

bool pp_i_poset_is_minimal(const pp_i_poset *poset, size_t class)
{
    return is_empty(poset->below + class * poset->word_count, poset->word_count);
}
