/* coalitions.c: antichains of party sets, bottom up; see coalitions.h. */
#include "model/coalitions.h"

#include <stdlib.h>

typedef struct antichain {
    pp_i_party_set *sets;
    size_t count;
    bool failed; /* past a limit; an operand that failed makes its node fail */
} antichain;

static int size_then_number(const void *a, const void *b)
{
    return pp_i_set256_compare(a, b);
}

static bool holds_one_of(const pp_i_party_set *set, const pp_i_party_set *smaller, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (pp_i_set256_subset(&smaller[i], set))
            return true;
    return false;
}

/* Sorts the sets and keeps the minimal ones: each is compared with those of fewer parties alone,
 * since sets of one size hold one another only where they are equal. */
static void keep_minimal(antichain *sets)
{
    qsort(sets->sets, sets->count, sizeof *sets->sets, size_then_number);
    size_t kept = 0, smaller = 0, size = SIZE_MAX;
    for (size_t i = 0; i < sets->count && !sets->failed; i++) {
        pp_i_party_set set = sets->sets[i];
        if (pp_i_set256_count(&set) != size) {
            size = pp_i_set256_count(&set);
            smaller = kept;
        }
        if ((kept > 0 && pp_i_set256_equal(&sets->sets[kept - 1], &set)) ||
            holds_one_of(&set, sets->sets, smaller))
            continue;
        sets->sets[kept++] = set;
        sets->failed = kept > PP_COALITION_COUNT_MAX;
    }
    sets->count = sets->failed ? 0 : kept;
}

static bool unite(const antichain *a, const antichain *b, pp_i_arena *arena, antichain *result)
{
    antichain made = {.failed = a->failed || b->failed};
    made.sets = PP_NEW_ARRAY(arena, pp_i_party_set, made.failed ? 0 : a->count + b->count);
    if (made.sets == NULL)
        return false;
    for (size_t i = 0; i < a->count && !made.failed; i++)
        made.sets[made.count++] = a->sets[i];
    for (size_t i = 0; i < b->count && !made.failed; i++)
        made.sets[made.count++] = b->sets[i];
    keep_minimal(&made);
    *result = made;
    return true;
}

static bool join(const antichain *a, const antichain *b, pp_i_arena *arena, antichain *result)
{
    antichain made = {.failed = a->failed || b->failed ||
                                a->count * b->count > PP_COALITION_PAIR_COUNT_MAX};
    made.sets = PP_NEW_ARRAY(arena, pp_i_party_set, made.failed ? 0 : a->count * b->count);
    if (made.sets == NULL)
        return false;
    for (size_t i = 0; i < a->count && !made.failed; i++)
        for (size_t j = 0; j < b->count; j++)
            made.sets[made.count++] = pp_i_set256_union(a->sets[i], b->sets[j]);
    keep_minimal(&made);
    *result = made;
    return true;
}

static bool of_one(const pp_i_party_set *set, pp_i_arena *arena, antichain *result)
{
    pp_i_party_set *sets = PP_NEW(arena, pp_i_party_set);
    if (sets == NULL)
        return false;
    *sets = *set;
    *result = (antichain){.sets = sets, .count = 1};
    return true;
}

static const pp_i_party_set nobody;

/* rows[k]: the sets that satisfy k of the operands seen so far. Rows from which the operands that
 * are left do not lead up to the threshold any more are not kept. */
static bool at_least(const pp_i_formula_node *node, const antichain *of, pp_i_arena *arena,
                     antichain *result)
{
    antichain *rows = PP_NEW_ARRAY(arena, antichain, (size_t)node->threshold + 1);
    if (rows == NULL || !of_one(&nobody, arena, &rows[0]))
        return false;
    for (uint32_t i = 0; i < node->child_count; i++)
        for (uint32_t k = node->threshold; k > 0; k--) {
            uint32_t left = node->child_count - 1 - i;
            antichain with;
            if (k + left < node->threshold)
                break;
            if (rows[k - 1].failed)
                rows[k] = rows[k - 1];
            if (rows[k].failed || (rows[k - 1].count == 0 && rows[k].count == 0))
                continue;
            if (!join(&rows[k - 1], &of[node->children[i]], arena, &with) ||
                !unite(&rows[k], &with, arena, &rows[k]))
                return false;
        }
    *result = rows[node->threshold];
    return true;
}

static bool of_party(size_t party, const pp_i_party_set *can_refuse, pp_i_arena *arena,
                     antichain *result)
{
    pp_i_party_set one = pp_i_set256_of(party);
    return of_one(pp_i_set256_has(can_refuse, party) ? &one : &nobody, arena, result);
}

static bool of_node(const pp_i_formula_node *node, const antichain *of,
                    const pp_i_party_set *can_refuse, pp_i_arena *arena, antichain *result)
{
    switch (node->kind) {
    case PP_FORMULA_TRUE:
        return of_one(&nobody, arena, result);
    case PP_FORMULA_PARTY:
        return of_party(node->subject, can_refuse, arena, result);
    case PP_FORMULA_AT_LEAST:
        return at_least(node, of, arena, result);
    case PP_FORMULA_AND:
    case PP_FORMULA_OR:
        *result = of[node->children[0]];
        for (uint32_t i = 1; i < node->child_count; i++)
            if (!(node->kind == PP_FORMULA_AND ? join : unite)(result, &of[node->children[i]],
                                                               arena, result))
                return false;
        return true;
    default: /* false: nobody's consent is enough; a rule has nothing else */
        *result = (antichain){0};
        return true;
    }
}

bool pp_i_coalitions_of(const pp_i_formula *consent, const pp_i_party_set *can_refuse,
                        pp_i_arena *arena, pp_i_coalitions *coalitions)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, arena->allocator);
    antichain *of = PP_NEW_ARRAY(&scratch, antichain, consent->node_count);
    bool good = of != NULL;
    for (size_t i = 0; good && i < consent->node_count; i++)
        good = of_node(&consent->nodes[i], of, can_refuse, &scratch, &of[i]);
    if (good) {
        const antichain *root = &of[consent->node_count - 1];
        size_t count = root->failed ? 0 : root->count;
        pp_i_party_set *sets = PP_NEW_ARRAY(arena, pp_i_party_set, count);
        good = sets != NULL;
        if (good && count > 0)
            memcpy(sets, root->sets, count * sizeof *sets);
        if (good)
            *coalitions = (pp_i_coalitions){sets, count, !root->failed};
    }
    pp_i_arena_free(&scratch);
    return good;
}
