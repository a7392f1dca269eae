/* check_sets.c: minimal hitting sets by multiplying out, one set after another; see check.h. */
#include <stdlib.h>

#include "method/proof/check.h"

typedef struct sized_set {
    const pp_i_word *words;
    size_t word_count;
} sized_set;

static int compare_sets(const void *a, const void *b)
{
    const sized_set *left = a, *right = b;
    return pp_i_bits_order(left->words, right->words, left->word_count);
}

bool pp_i_proof_sort(pp_i_proof_check_state *state, const pp_i_word **sets, size_t count,
                     size_t word_count)
{
    sized_set *sized = PP_NEW_ARRAY(&state->arena, sized_set, count);
    if (sized == NULL)
        return pp_i_proof_no_memory(state);
    for (size_t i = 0; i < count; i++)
        sized[i] = (sized_set){sets[i], word_count};
    if (count > 0)
        qsort(sized, count, sizeof *sized, compare_sets);
    for (size_t i = 0; i < count; i++)
        sets[i] = sized[i].words;
    return true;
}

typedef PP_LIST(const pp_i_word *) set_list;

/* Does `set` hold one of the first `count` in the list? */
static bool holds_one(const set_list *list, size_t count, const pp_i_word *set, size_t word_count)
{
    for (size_t i = 0; i < count; i++)
        if (pp_i_bits_subset(list->items[i], set, word_count))
            return true;
    return false;
}

/* Keeps the set in `spare`, which is replaced by fresh room. */
static bool keep_spare(pp_i_proof_check_state *state, set_list *list, pp_i_word **spare,
                       size_t word_count)
{
    if (!PP_LIST_ADD(&state->arena, list, *spare))
        return pp_i_proof_no_memory(state);
    *spare = PP_NEW_ARRAY(&state->arena, pp_i_word, word_count);
    return *spare != NULL || pp_i_proof_no_memory(state);
}

/* Multiplies what there is with one more set: those that meet it stay; each of the others is tried
 * with each element of it, and kept where it holds none of those that stay. (Two of the new ones
 * never hold one another.) False: the check is over. */
static bool multiply(pp_i_proof_check_state *state, const set_list *before, const pp_i_word *factor,
                     size_t element_count, set_list *after)
{
    size_t word_count = pp_i_word_count(element_count);
    for (size_t i = 0; i < before->count; i++)
        if (pp_i_bits_meet(before->items[i], factor, word_count) &&
            !PP_LIST_ADD(&state->arena, after, before->items[i]))
            return pp_i_proof_no_memory(state);
    size_t stayed = after->count;
    pp_i_word *grown = PP_NEW_ARRAY(&state->arena, pp_i_word, word_count);
    if (grown == NULL)
        return pp_i_proof_no_memory(state);
    for (size_t i = 0; i < before->count; i++) {
        if (pp_i_bits_meet(before->items[i], factor, word_count))
            continue;
        for (size_t e = 0; (e = pp_i_bits_next(factor, element_count, e)) < element_count; e++) {
            memcpy(grown, before->items[i], word_count * sizeof *grown);
            pp_i_bit_set(grown, e);
            if (!pp_i_run_step(&state->run, 1 + stayed / 8))
                return false;
            if (!holds_one(after, stayed, grown, word_count) &&
                !keep_spare(state, after, &grown, word_count))
                return false;
            if (after->count > PP_PROOF_SET_COUNT_MAX)
                return true;
        }
    }
    return true;
}

bool pp_i_proof_transversals(pp_i_proof_check_state *state, const pp_i_word *const *family,
                             size_t family_count, size_t element_count, bool *known,
                             const pp_i_word ***sets, size_t *set_count)
{
    size_t word_count = pp_i_word_count(element_count);
    set_list now = {0};
    const pp_i_word *empty = PP_NEW_ARRAY(&state->arena, pp_i_word, word_count);
    if (empty == NULL || !PP_LIST_ADD(&state->arena, &now, empty))
        return pp_i_proof_no_memory(state);
    *known = true;
    for (size_t i = 0; i < family_count && *known; i++) {
        set_list next = {0};
        if (!multiply(state, &now, family[i], element_count, &next))
            return false;
        *known = next.count <= PP_PROOF_SET_COUNT_MAX;
        now = next;
    }
    *sets = now.items;
    *set_count = now.count;
    return pp_i_proof_sort(state, now.items, now.count, word_count);
}

/* No set of the list may hold another; the list is sorted by size. */
static bool check_antichain(pp_i_proof_check_state *state, const pp_i_word *const *sets,
                            size_t count, const char *what)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++) {
            if (!pp_i_run_step(&state->run, 1))
                return false;
            if (pp_i_bits_subset(sets[j], sets[i], state->line_word_count))
                return pp_i_proof_refuse(state, what,
                                         "a set holds another one of the list, or stands twice");
        }
    return true;
}

bool pp_i_proof_lists(pp_i_proof_check_state *state)
{
    const pp_i_word **hitting;
    size_t count;
    bool known;
    if (!pp_i_proof_sort(state, state->concessions, state->concession_count,
                         state->line_word_count) ||
        !pp_i_proof_sort(state, state->blocking, state->blocking_count, state->line_word_count) ||
        !check_antichain(state, state->concessions, state->concession_count, "concessions") ||
        !check_antichain(state, state->blocking, state->blocking_count, "blocking") ||
        !pp_i_proof_transversals(state, state->concessions, state->concession_count,
                                 state->the_case->red_line_count, &known, &hitting, &count))
        return false;
    if (!known) {
        pp_i_proof_lack(state, "that the lists are whole (more than %d sets to compare)",
                        (int)PP_PROOF_SET_COUNT_MAX);
        return true;
    }
    bool same = count == state->blocking_count;
    for (size_t i = 0; same && i < count; i++)
        same = pp_i_bits_equal(hitting[i], state->blocking[i], state->line_word_count);
    return same || pp_i_proof_refuse(state, "blocking",
                                     "the blocking sets are not the minimal hitting sets of the "
                                     "concession sets: a set is missing or too many");
}
