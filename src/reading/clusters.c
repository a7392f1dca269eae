/* clusters.c: clustering by average linkage over sparse bonds; see clusters.h. */
#include "reading/clusters.h"

#include <stdlib.h>

#include "base/map.h"

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

typedef struct ranked {
    double strength;
    uint32_t bond;
    uint8_t turn; /* what comes first */
    bool always;
} ranked;

/* Two clusters that were not joined when they were as large as this. */
typedef struct refusal {
    uint32_t a, b, count_a, count_b; /* count_a is 0 in an empty slot */
} refusal;

enum {
    REFUSAL_COUNT = 1 << 16, /* a power of two; a newer one takes an older one's slot */
    SAMPLE_COUNT_MAX = 16
};

/* What was refused by a sample is asked again when there are so many times more pairs. */
static const double growth_min = 1.25;

typedef struct grower {
    pp_i_clusters *clusters;
    const pp_i_clustering *by;
    double *strengths;      /* for each bond */
    uint32_t *first, *ends; /* thing i has the bonds ends[first[i]] to before ends[first[i + 1]] */
    ranked *order;
    size_t order_count;
    bool *partial; /* for each cluster's first member: it has some that are */
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

/* Bonds with a strength, the first to be joined along first. */
static void rank(grower *state)
{
    const pp_i_clustering *by = state->by;
    for (size_t i = 0; i < by->bonds->count; i++) {
        const pp_i_bond *bond = &by->bonds->items[i];
        state->strengths[i] = by->strength(by->context, bond);
        bool last = by->near_last && bond->kind == PP_BOND_NEAR;
        bool words = bond->kind != PP_BOND_ANTECEDENT && !last;
        uint8_t turn = words ? 1 : last ? 2 : 0;
        if (state->strengths[i] > 0)
            state->order[state->order_count++] =
                (ranked){state->strengths[i], (uint32_t)i, turn, !words};
    }
    if (state->order_count > 0)
        qsort(state->order, state->order_count, sizeof *state->order, compare_ranked);
}

/* Lists for each thing the bonds that have it at one end. */
static void list_ends(grower *state)
{
    const pp_i_bonds *bonds = state->by->bonds;
    size_t thing_count = state->clusters->thing_count;
    for (size_t i = 0; i < bonds->count; i++) {
        state->first[bonds->items[i].a]++;
        state->first[bonds->items[i].b]++;
    }
    for (size_t i = 0; i < thing_count; i++)
        state->first[i + 1] += state->first[i];
    for (size_t i = 0; i < bonds->count; i++) { /* from the end: first[i] becomes the start */
        state->ends[--state->first[bonds->items[i].a]] = (uint32_t)i;
        state->ends[--state->first[bonds->items[i].b]] = (uint32_t)i;
    }
}

static bool prepare(grower *state, pp_i_arena *scratch)
{
    size_t count = state->by->bonds->count, thing_count = state->clusters->thing_count;
    state->strengths = PP_NEW_ARRAY(scratch, double, count);
    state->order = PP_NEW_ARRAY(scratch, ranked, count);
    state->ends = PP_NEW_ARRAY(scratch, uint32_t, 2 * count);
    state->first = PP_NEW_ARRAY(scratch, uint32_t, thing_count + 1);
    state->partial = PP_NEW_ARRAY(scratch, bool, thing_count);
    state->refused = PP_NEW_ARRAY(scratch, refusal, REFUSAL_COUNT);
    if (state->refused == NULL || state->strengths == NULL || state->order == NULL ||
        state->ends == NULL || state->first == NULL || state->partial == NULL)
        return false;
    for (size_t i = 0; i < thing_count; i++)
        state->partial[state->clusters->of[i]] |= state->by->partial[i];
    rank(state);
    list_ends(state);
    return true;
}

/* The mean strength over all pairs between two clusters, one of which has all its bonds. */
static double mean_by_bonds(const grower *state, size_t a, size_t b)
{
    const pp_i_clusters *clusters = state->clusters;
    if (clusters->count[a] > clusters->count[b]) {
        size_t swap = a;
        a = b;
        b = swap;
    }
    double sum = 0;
    for (size_t i = a; i != PP_NONE; i = clusters->next[i])
        for (uint32_t at = state->first[i]; at < state->first[i + 1]; at++) {
            const pp_i_bond *one = &state->by->bonds->items[state->ends[at]];
            size_t other = one->a == i ? one->b : one->a;
            if (clusters->of[other] == b)
                sum += state->strengths[state->ends[at]];
        }
    return sum / ((double)clusters->count[a] * (double)clusters->count[b]);
}

/* Up to SAMPLE_COUNT_MAX members of a cluster, at even distances in its list. */
static size_t sample_of(const pp_i_clusters *clusters, size_t first,
                        uint32_t sample[SAMPLE_COUNT_MAX])
{
    size_t count = clusters->count[first], wanted = 0, at = 0;
    size_t sample_count = count < SAMPLE_COUNT_MAX ? count : SAMPLE_COUNT_MAX;
    for (size_t i = first; wanted < sample_count; i = clusters->next[i], at++)
        if (at == wanted * count / sample_count)
            sample[wanted++] = (uint32_t)i;
    return sample_count;
}

static double mean_by_sample(const grower *state, size_t a, size_t b)
{
    uint32_t one[SAMPLE_COUNT_MAX], two[SAMPLE_COUNT_MAX];
    size_t one_count = sample_of(state->clusters, a, one);
    size_t two_count = sample_of(state->clusters, b, two);
    double sum = 0;
    for (size_t i = 0; i < one_count; i++)
        for (size_t j = 0; j < two_count; j++) {
            uint32_t low = one[i] < two[j] ? one[i] : two[j];
            uint32_t high = one[i] < two[j] ? two[j] : one[i];
            pp_i_bond bond;
            if (pp_i_likeness_pair(state->by->likeness, low, high, &bond))
                sum += state->by->strength(state->by->context, &bond);
        }
    return sum / ((double)one_count * (double)two_count);
}

/* Large clusters have many bonds between them: what was refused is refused until one has grown. */
static bool was_refused(const grower *state, size_t a, size_t b, bool by_sample)
{
    const pp_i_clusters *clusters = state->clusters;
    size_t low = a < b ? a : b, high = a < b ? b : a;
    refusal asked = {(uint32_t)low, (uint32_t)high, (uint32_t)clusters->count[low],
                     (uint32_t)clusters->count[high]};
    uint32_t ends[] = {asked.a, asked.b};
    refusal *slot = &state->refused[pp_i_hash_bytes(ends, sizeof ends) % REFUSAL_COUNT];
    bool known = slot->count_a != 0 && slot->a == asked.a && slot->b == asked.b;
    if (known && slot->count_a == asked.count_a && slot->count_b == asked.count_b)
        return true;
    if (known && by_sample &&
        (double)asked.count_a * asked.count_b < growth_min * slot->count_a * slot->count_b)
        return true;
    *slot = asked;
    return false;
}

static bool may_join(const grower *state, size_t a, size_t b)
{
    const pp_i_clustering *by = state->by;
    return by->may_join == NULL || by->may_join(by->context, state->clusters, a, b);
}

/* `along` is the bond's: one of place, which no comparing anew would find. */
static bool are_alike(const grower *state, size_t a, size_t b, size_t along)
{
    bool by_sample = state->partial[a] && state->partial[b];
    if (was_refused(state, a, b, by_sample) || !may_join(state, a, b))
        return false;
    double mean = by_sample ? mean_by_sample(state, a, b) : mean_by_bonds(state, a, b);
    if (by_sample && state->by->bonds->items[along].kind == PP_BOND_NEAR)
        mean += state->strengths[along] /
                ((double)state->clusters->count[a] * (double)state->clusters->count[b]);
    return mean >= state->by->mean_min;
}

bool pp_i_clusters_grow(pp_i_clusters *clusters, const pp_i_clustering *by, pp_i_arena *scratch)
{
    grower state = {.clusters = clusters, .by = by};
    if (!prepare(&state, scratch))
        return false;
    for (size_t i = 0; i < state.order_count; i++) {
        const pp_i_bond *bond = &by->bonds->items[state.order[i].bond];
        size_t a = clusters->of[bond->a], b = clusters->of[bond->b];
        if (a == b || (state.order[i].always ? !may_join(&state, a, b)
                                             : !are_alike(&state, a, b, state.order[i].bond)))
            continue;
        pp_i_clusters_join(clusters, a, b);
        state.partial[a < b ? a : b] = state.partial[a] || state.partial[b];
    }
    return true;
}
