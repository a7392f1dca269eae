/*
 * hitting_sets.h: all inclusion-minimal sets that meet each of a family of sets.
 *
 * MMCS (Murakami & Uno 2014): depth first, keeping for each chosen element the sets that only it
 * hits, so that a branch with a useless element is cut at once. The family need not be minimal.
 * Source: murakami2014.
 */
#ifndef PP_ENGINE_HITTING_SETS_H
#define PP_ENGINE_HITTING_SETS_H

#include "base/arena.h"
#include "base/bitset.h"
#include "base/run.h"

typedef struct pp_i_hitting_sets {
    const pp_i_word *const *sets; /* by size, then lexicographically by increasing elements */
    size_t count;
    bool complete; /* neither the run nor count_max stopped it */
} pp_i_hitting_sets;

/*
 * `family`: family_count sets of elements below element_count, pp_i_word_count(element_count) words
 * each. An empty family has the empty set alone; a family with an empty member has none. At most
 * `count_max` are listed. PP_ERROR_MEMORY alone fails.
 */
pp_status pp_i_hitting_sets_all(const pp_i_word *const *family, size_t family_count,
                                size_t element_count, size_t count_max, pp_i_run *run,
                                pp_i_arena *arena, pp_i_hitting_sets *result, pp_error *error);

#endif
