/* clusters.c: clustering by average linkage over sparse bonds; see clusters.h. */
#include "reading/clusters.h"

#include <stdlib.h>

bool pp_i_clusters_init(pp_i_clusters *clusters, size_t thing_count, pp_i_arena *arena)
{
    *clusters = (pp_i_clusters){.of = PP_NEW_ARRAY(arena, size_t, thing_count),
                                .next = PP_NEW_ARRAY(arena, size_t, thing_count),
                                .last = PP_NEW_ARRAY(arena, size_t, thing_count),
                                .count = PP_NEW_ARRAY(arena, size_t, thing_count),
                                .thing_count = thing_count};
    if (clusters->of == NULL || clusters->next == NULL || clusters->last == NULL ||
        clusters->count == NULL)
        return false;
    for (size_t i = 0; i < thing_count; i++) {
        clusters->of[i] = clusters->last[i] = i;
        clusters->next[i] = PP_NONE;
        clusters->count[i] = 1;
    }
    return true;
}

void pp_i_clusters_join(pp_i_clusters *clusters, size_t a, size_t b)
{
    size_t low = clusters->of[a], high = clusters->of[b];
    if (low == high)
        return;
    if (low > high) {
        size_t swap = low;
        low = high;
        high = swap;
    }
    for (size_t i = high; i != PP_NONE; i = clusters->next[i])
        clusters->of[i] = low;
    clusters->next[clusters->last[low]] = high;
    clusters->last[low] = clusters->last[high];
    clusters->count[low] += clusters->count[high];
}

/* --- Growing --------------------------------------------------------------------------------- */

/* A bond in the list of one of its ends. */
typedef struct end {
    size_t bond, next; /* from 1; 0: none */
} end;

typedef struct ranked {
    double strength;
    size_t bond;
    int turn; /* what comes first */
    bool always;
} ranked;

/* Two clusters that were not joined when they were as large as this. */
typedef struct refusal {
    size_t a, b, count_a, count_b; /* count_a is 0 in an empty slot */
} refusal;

enum { REFUSAL_COUNT = 1 << 14 }; /* a power of two; a newer one takes an older one's slot */

typedef struct grower {
    pp_i_clusters *clusters;
    const pp_i_bonds *bonds;
    double *strengths; /* for each bond */
    size_t *first;     /* for each thing, its first end, from 1 */
    end *ends;
    ranked *order;
    bool replies_last;
    refusal *refused;
} grower;

static int compare_ranked(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->turn != y->turn)
        return x->turn < y->turn ? -1 : 1;
    if (x->strength != y->strength)
        return x->strength > y->strength ? -1 : 1;
    return (x->bond > y->bond) - (x->bond < y->bond);
}

static bool prepare(grower *state, pp_i_bond_strength *strength, void *context, pp_i_arena *arena)
{
    size_t count = state->bonds->count, at = 0;
    state->strengths = PP_NEW_ARRAY(arena, double, count);
    state->order = PP_NEW_ARRAY(arena, ranked, count);
    state->ends = PP_NEW_ARRAY(arena, end, 2 * count);
    state->first = PP_NEW_ARRAY(arena, size_t, state->clusters->thing_count);
    state->refused = PP_NEW_ARRAY(arena, refusal, REFUSAL_COUNT);
    if (state->refused == NULL || state->strengths == NULL || state->order == NULL ||
        state->ends == NULL || state->first == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        const pp_i_bond *bond = &state->bonds->items[i];
        state->strengths[i] = strength(context, bond);
        bool words = bond->kind == PP_BOND_WORDS;
        bool last = state->replies_last && bond->kind == PP_BOND_REPLY;
        int turn = words ? 1 : last ? 2 : 0;
        state->order[i] = (ranked){state->strengths[i], i, turn, !words};
        const size_t both[] = {bond->a, bond->b};
        for (size_t j = 0; j < 2; j++) {
            state->ends[at++] = (end){i, state->first[both[j]]};
            state->first[both[j]] = at;
        }
    }
    if (count > 0)
        qsort(state->order, count, sizeof *state->order, compare_ranked);
    return true;
}

/* The mean strength over all pairs between two clusters. */
static double mean_between(const grower *state, size_t a, size_t b)
{
    const pp_i_clusters *clusters = state->clusters;
    if (clusters->count[a] > clusters->count[b]) {
        size_t swap = a;
        a = b;
        b = swap;
    }
    double sum = 0;
    for (size_t i = a; i != PP_NONE; i = clusters->next[i])
        for (size_t at = state->first[i]; at != 0; at = state->ends[at - 1].next) {
            size_t bond = state->ends[at - 1].bond;
            const pp_i_bond *one = &state->bonds->items[bond];
            size_t other = one->a == i ? one->b : one->a;
            if (clusters->of[other] == b)
                sum += state->strengths[bond];
        }
    return sum / ((double)clusters->count[a] * (double)clusters->count[b]);
}

/* Large clusters have many bonds between them: what was refused is refused until one has grown. */
static bool was_refused(const grower *state, size_t a, size_t b)
{
    const pp_i_clusters *clusters = state->clusters;
    refusal asked = {a < b ? a : b, a < b ? b : a, 0, 0};
    asked.count_a = clusters->count[asked.a];
    asked.count_b = clusters->count[asked.b];
    size_t ends[] = {asked.a, asked.b};
    refusal *slot = &state->refused[pp_i_hash_bytes(ends, sizeof ends) % REFUSAL_COUNT];
    bool same = slot->a == asked.a && slot->b == asked.b && slot->count_a == asked.count_a &&
                slot->count_b == asked.count_b;
    *slot = asked;
    return same;
}

bool pp_i_clusters_grow(pp_i_clusters *clusters, const pp_i_bonds *bonds,
                        pp_i_bond_strength *strength, pp_i_clusters_may_join *may_join,
                        void *context, double mean_min, bool replies_last, pp_i_arena *arena)
{
    grower state = {.clusters = clusters, .bonds = bonds, .replies_last = replies_last};
    if (!prepare(&state, strength, context, arena))
        return false;
    for (size_t i = 0; i < bonds->count; i++) {
        const ranked *one = &state.order[i];
        const pp_i_bond *bond = &bonds->items[one->bond];
        size_t a = clusters->of[bond->a], b = clusters->of[bond->b];
        if (a == b || one->strength <= 0)
            continue;
        if (may_join != NULL && !may_join(context, clusters, a, b))
            continue;
        if (!one->always && was_refused(&state, a, b))
            continue;
        if (one->always || mean_between(&state, a, b) >= mean_min)
            pp_i_clusters_join(clusters, a, b);
    }
    return true;
}
