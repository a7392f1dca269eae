/*
 * concepts.c: Nash, GMR, SMR, SEQ and SSEQ for all states at once; see pourparler/stable.h.
 *
 * After an improvement t of i, the question is always whether the others can reach some u whose key
 * is at most i's rank of s: its rank for GMR and SEQ; the best that i can still get from u, for SMR
 * and SSEQ. So one number a state answers it for all s: the least key over what the others reach
 * from t. It comes from a search backwards, from the least key up, in which each state is reached
 * once. Where all others' moves are transitive, that a party never moves twice in a row changes
 * nothing, and the search runs over states (the closure); else over states and who moved last.
 * Where every package is a state and the others may move at will, what they reach is a product of
 * what each reaches alone, and minima over one party's ways after the other's replace the search.
 */
#include <string.h>

#include "method/stability/work.h"

typedef struct concepts {
    pp_i_stable_work *work;
    const pp_i_graph *graph;
    size_t party;           /* whose stability */
    uint64_t **pulls;       /* [party][state] with sets: ways from which a move to the state
                               improves */
    uint32_t *buffer;       /* move_count_max */
    uint32_t *order, *queue; /* states */
    uint32_t *start;        /* keys + 2, for sorting */
    uint32_t *own_best;     /* [state] the best rank that the party gets from there, or has */
    uint32_t *least[4];     /* [state] GMR, SMR, SEQ, SSEQ */
    uint32_t *layers;       /* [mover + 1][state]; sequences alone */
} concepts;

/* --- Who improves by moving here -------------------------------------------------------------- */

static pp_status make_pulls(concepts *c)
{
    const pp_i_graph *graph = c->graph;
    pp_i_job *job = &c->work->job;
    c->pulls = PP_NEW_ARRAY(job->arena, uint64_t *, graph->party_count);
    if (c->pulls == NULL)
        return pp_i_job_no_memory(job);
    for (size_t p = 0; p < graph->party_count; p++) {
        const pp_i_ways *ways = &graph->ways[p];
        const uint32_t *ranks = c->work->ranks[p];
        if (!graph->moves[p])
            continue;
        c->pulls[p] = PP_NEW_ARRAY(job->arena, uint64_t, graph->state_count);
        if (c->pulls[p] == NULL)
            return pp_i_job_no_memory(job);
        for (uint32_t s = 0; s < graph->state_count; s++) {
            uint64_t set = 0;
            for (uint64_t left = ways->back[graph->way_of[p][s]]; left != 0; left &= left - 1) {
                size_t way = (size_t)__builtin_ctzll(left);
                uint32_t from = pp_i_graph_turn(graph, p, s, way);
                if (from != UINT32_MAX && ranks[from] < ranks[s])
                    set |= UINT64_C(1) << way;
            }
            c->pulls[p][s] = set;
        }
        if (!pp_i_run_step(&job->run, graph->state_count))
            return pp_i_run_status(&job->run, job->error);
    }
    return PP_OK;
}

/* The states from which `mover` moves to `state`, by an improvement where asked. */
static size_t sources(const concepts *c, size_t mover, uint32_t state, bool improving)
{
    const pp_i_graph *graph = c->graph;
    size_t count = 0;
    if (!improving)
        return pp_i_graph_from(graph, mover, state, c->buffer);
    if (graph->sets) {
        for (uint64_t left = c->pulls[mover][state]; left != 0; left &= left - 1)
            c->buffer[count++] =
                pp_i_graph_turn(graph, mover, state, (size_t)__builtin_ctzll(left));
        return count;
    }
    size_t all = pp_i_graph_from(graph, mover, state, c->buffer);
    for (size_t k = 0; k < all; k++)
        if (pp_i_stable_prefers(c->work, mover, state, c->buffer[k]))
            c->buffer[count++] = c->buffer[k];
    return count;
}

/* --- The least key within reach --------------------------------------------------------------- */

/* The states by key, least first. Keys are ranks: below the count of states plus one. */
static void sort_by_key(concepts *c, const uint32_t *keys)
{
    size_t count = c->graph->state_count;
    memset(c->start, 0, (count + 3) * sizeof *c->start);
    for (size_t s = 0; s < count; s++)
        c->start[keys[s] + 1]++;
    for (size_t k = 0; k <= count; k++)
        c->start[k + 1] += c->start[k];
    for (uint32_t s = 0; s < count; s++)
        c->order[c->start[keys[s]]++] = s;
}

static bool takes_part(const concepts *c, size_t mover)
{
    return mover != c->party && c->graph->moves[mover];
}

/* Backwards over states. */
static bool spread_closure(concepts *c, const uint32_t *keys, bool improving, uint32_t *least)
{
    size_t count = c->graph->state_count, end = 0;
    memset(least, 0xff, count * sizeof *least);
    sort_by_key(c, keys);
    for (size_t k = 0; k < count; k++) {
        if (least[c->order[k]] != UINT32_MAX ||
            pp_i_stable_hides(c->work, c->party, c->order[k]))
            continue;
        uint32_t key = keys[c->order[k]];
        size_t next = end = 0;
        least[c->order[k]] = key;
        c->queue[end++] = c->order[k];
        while (next < end) {
            uint32_t state = c->queue[next++];
            for (size_t mover = 0; mover < c->graph->party_count; mover++) {
                if (!takes_part(c, mover))
                    continue;
                size_t found = sources(c, mover, state, improving);
                for (size_t j = 0; j < found; j++) {
                    uint32_t from = c->buffer[j];
                    if (least[from] == UINT32_MAX &&
                        !pp_i_stable_hides(c->work, c->party, from)) {
                        least[from] = key;
                        c->queue[end++] = from;
                    }
                }
            }
        }
        if (!pp_i_run_step(&c->work->job.run, end))
            return false;
    }
    return true;
}

/* Backwards over states and who moved last: layer m is the least key from a state at which m moved
 * last; the last layer, at which nobody has moved yet. */
static bool spread_sequences(concepts *c, const uint32_t *keys, bool improving, uint32_t *least)
{
    size_t count = c->graph->state_count, layers = c->graph->party_count + 1;
    memset(c->layers, 0xff, layers * count * sizeof *c->layers);
    sort_by_key(c, keys);
    for (size_t k = 0; k < count; k++) {
        uint32_t key = keys[c->order[k]];
        size_t next = 0, end = 0;
        if (pp_i_stable_hides(c->work, c->party, c->order[k]))
            continue;
        for (size_t layer = 0; layer < layers; layer++)
            if (c->layers[layer * count + c->order[k]] == UINT32_MAX) {
                c->layers[layer * count + c->order[k]] = key;
                c->queue[end++] = (uint32_t)(layer * count + c->order[k]);
            }
        while (next < end) {
            uint32_t state = c->queue[next] % (uint32_t)count;
            size_t mover = c->queue[next++] / count; /* who moved last, so who moves here */
            if (mover + 1 == layers || !takes_part(c, mover))
                continue;
            size_t found = sources(c, mover, state, improving);
            for (size_t j = 0; j < found; j++)
                for (size_t layer = 0; layer < layers; layer++) {
                    size_t at = layer * count + c->buffer[j];
                    if (layer == mover || c->layers[at] != UINT32_MAX ||
                        pp_i_stable_hides(c->work, c->party, c->buffer[j]))
                        continue;
                    c->layers[at] = key;
                    c->queue[end++] = (uint32_t)at;
                }
        }
        if (!pp_i_run_step(&c->work->job.run, end))
            return false;
    }
    memcpy(least, c->layers + (layers - 1) * count, count * sizeof *least);
    return true;
}

/* What a party reaches by moving on and on: ways for each way, its own included. */
static void close_ways(const pp_i_ways *ways, uint64_t *reach)
{
    for (size_t a = 0; a < ways->count; a++)
        reach[a] = ways->allowed[a] | UINT64_C(1) << a;
    for (size_t b = 0; b < ways->count; b++)
        for (size_t a = 0; a < ways->count; a++)
            if (reach[a] >> b & 1)
                reach[a] |= reach[b];
}

/* Minima over the others' ways, one after the other: where every package is a state. */
static bool spread_product(concepts *c, const uint32_t *keys, uint32_t *least)
{
    const pp_i_graph *graph = c->graph;
    memcpy(least, keys, graph->state_count * sizeof *least);
    for (size_t mover = 0; mover < graph->party_count; mover++) {
        uint64_t reach[PP_GRAPH_WAY_COUNT_MAX];
        uint32_t old[PP_GRAPH_WAY_COUNT_MAX];
        const pp_i_ways *ways = &graph->ways[mover];
        if (!takes_part(c, mover))
            continue;
        close_ways(ways, reach);
        for (uint32_t s = 0; s < graph->state_count; s++) {
            if (graph->way_of[mover][s] != 0)
                continue; /* each group once, from its first way */
            for (size_t a = 0; a < ways->count; a++)
                old[a] = least[s + ways->offsets[a]];
            for (size_t a = 0; a < ways->count; a++) {
                uint32_t best = UINT32_MAX;
                for (uint64_t left = reach[a]; left != 0; left &= left - 1) {
                    uint32_t key = old[__builtin_ctzll(left)];
                    best = key < best ? key : best;
                }
                least[s + ways->offsets[a]] = best;
            }
        }
        if (!pp_i_run_step(&c->work->job.run, graph->state_count))
            return false;
    }
    return true;
}

static bool others_transitive(const concepts *c)
{
    for (size_t p = 0; p < c->graph->party_count; p++)
        if (p != c->party && c->graph->moves[p] && !c->graph->transitive[p])
            return false;
    return true;
}

static bool spread(concepts *c, const uint32_t *keys, bool improving, uint32_t *least)
{
    if (c->work->options.sequences || !others_transitive(c))
        return spread_sequences(c, keys, improving, least);
    bool product = c->graph->sets && c->graph->everything && c->work->hidden[c->party] == NULL;
    return product && !improving ? spread_product(c, keys, least)
                                 : spread_closure(c, keys, improving, least);
}

/* --- One party -------------------------------------------------------------------------------- */

static void find_own_best(concepts *c)
{
    const uint32_t *ranks = c->work->ranks[c->party];
    for (uint32_t s = 0; s < c->graph->state_count; s++) {
        uint32_t best = ranks[s];
        size_t count = pp_i_graph_moves(c->graph, c->party, s, c->buffer);
        for (size_t k = 0; k < count; k++)
            if (!pp_i_stable_hides(c->work, c->party, c->buffer[k]) && ranks[c->buffer[k]] > best)
                best = ranks[c->buffer[k]];
        c->own_best[s] = best;
    }
}

/* The bits of one state: an improvement that no concept's sanction meets takes its bit away. */
static unsigned bits_of(const concepts *c, uint32_t state)
{
    const uint32_t *ranks = c->work->ranks[c->party];
    unsigned bits = PP_STABLE_ALL;
    if (pp_i_stable_hides(c->work, c->party, state))
        return bits;
    size_t count = pp_i_graph_moves(c->graph, c->party, state, c->buffer);
    for (size_t k = 0; k < count; k++) {
        uint32_t there = c->buffer[k];
        if (ranks[there] <= ranks[state] || pp_i_stable_hides(c->work, c->party, there))
            continue;
        bits &= ~(1u << PP_CONCEPT_NASH);
        for (size_t concept = PP_CONCEPT_GMR; concept <= PP_CONCEPT_SSEQ; concept++)
            if (c->least[concept - PP_CONCEPT_GMR] != NULL &&
                c->least[concept - PP_CONCEPT_GMR][there] > ranks[state])
                bits &= ~(1u << concept);
    }
    return bits;
}

static pp_status find_least(concepts *c)
{
    const uint32_t *ranks = c->work->ranks[c->party];
    unsigned asked = c->work->options.concepts;
    static const bool by_best[4] = {false, true, false, true};
    static const bool improving[4] = {false, false, true, true};
    find_own_best(c);
    for (size_t k = 0; k < 4; k++) {
        if (!(asked >> (PP_CONCEPT_GMR + k) & 1))
            continue;
        if (!spread(c, by_best[k] ? c->own_best : ranks, improving[k], c->least[k]))
            return pp_i_run_status(&c->work->job.run, c->work->job.error);
    }
    return PP_OK;
}

static pp_status judge_party(concepts *c)
{
    pp_i_stable_work *work = c->work;
    size_t parties = c->graph->party_count;
    if (!c->graph->moves[c->party]) {
        for (size_t s = 0; s < c->graph->state_count; s++)
            work->bits[s * parties + c->party] = (unsigned char)work->options.concepts;
        return PP_OK;
    }
    pp_status status = find_least(c);
    if (status != PP_OK)
        return status;
    for (uint32_t s = 0; s < c->graph->state_count; s++)
        work->bits[s * parties + c->party] =
            (unsigned char)(bits_of(c, s) & work->options.concepts);
    if (work->options.concepts >> PP_CONCEPT_SIM & 1)
        status = pp_i_stable_simultaneous(work, c->party, c->least[0]);
    return status;
}

static bool make_room(concepts *c)
{
    pp_i_arena *arena = &c->work->job.scratch;
    size_t count = c->graph->state_count;
    bool layered = c->work->options.sequences;
    for (size_t p = 0; p < c->graph->party_count; p++)
        layered = layered || !c->graph->transitive[p];
    size_t layers = layered ? c->graph->party_count + 1 : 1;
    c->buffer = PP_NEW_ARRAY(arena, uint32_t, c->graph->move_count_max);
    c->order = PP_NEW_ARRAY(arena, uint32_t, count);
    c->queue = PP_NEW_ARRAY(arena, uint32_t, count * layers);
    c->start = PP_NEW_ARRAY(arena, uint32_t, count + 3);
    c->own_best = PP_NEW_ARRAY(arena, uint32_t, count);
    c->layers = PP_NEW_ARRAY(arena, uint32_t, layered ? count * layers : 0);
    for (size_t k = 0; k < 4; k++) {
        c->least[k] = PP_NEW_ARRAY(arena, uint32_t, count);
        if (c->least[k] == NULL)
            return false;
    }
    return c->buffer != NULL && c->order != NULL && c->queue != NULL && c->start != NULL &&
           c->own_best != NULL && c->layers != NULL;
}

pp_status pp_i_stable_concepts(pp_i_stable_work *work)
{
    concepts c = {.work = work, .graph = &work->graph};
    bool sequences = work->options.sequences;
    for (size_t p = 0; p < work->graph.party_count; p++)
        sequences = sequences || !work->graph.transitive[p];
    work->stable->algorithm = sequences ? "sequences" : "closure";
    if (!make_room(&c))
        return pp_i_job_no_memory(&work->job);
    pp_i_run_part(&work->job.run, "stability");
    pp_status status = PP_OK;
    if (work->graph.sets)
        status = make_pulls(&c);
    for (c.party = 0; status == PP_OK && c.party < work->graph.party_count; c.party++)
        status = judge_party(&c);
    return status;
}
