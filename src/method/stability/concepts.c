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
    uint64_t **unseen; /* [party][first state of a group] its ways that the search has not seen */
    uint32_t *buffer;       /* move_count_max */
    uint32_t *order, *queue; /* states */
    uint32_t *start;        /* keys + 2, for sorting */
    uint32_t *own_best;     /* [state] the best rank that the party gets from there, or has */
    uint32_t *least[4];     /* [state] GMR, SMR, SEQ, SSEQ */
    uint32_t *layers;       /* [mover + 1][state]; sequences alone */
} concepts;

/* --- Who improves by moving here, and from here ----------------------------------------------- */

/* The same for a whole group, where every package is a state. */
static void improve_group(pp_i_stable_work *work, size_t party, uint32_t first)
{
    const pp_i_ways *ways = &work->graph.ways[party];
    uint32_t ranks[PP_GRAPH_WAY_COUNT_MAX];
    for (size_t a = 0; a < ways->count; a++)
        ranks[a] = work->ranks[party][first + ways->offsets[a]];
    for (size_t a = 0; a < ways->count; a++) {
        uint64_t lower = 0, higher = 0;
        for (size_t b = 0; b < ways->count; b++) {
            lower |= (uint64_t)(ranks[b] < ranks[a]) << b;
            higher |= (uint64_t)(ranks[b] > ranks[a]) << b;
        }
        work->pulls[party][first + ways->offsets[a]] = lower & ways->back[a];
        work->pushes[party][first + ways->offsets[a]] = higher & ways->allowed[a];
    }
}

static void find_improvements(pp_i_stable_work *work, size_t party)
{
    const pp_i_graph *graph = &work->graph;
    const pp_i_ways *ways = &graph->ways[party];
    const uint32_t *ranks = work->ranks[party];
    for (uint32_t s = 0; s < graph->state_count; s++) {
        size_t way = graph->way_of[party][s];
        if (graph->everything) {
            if (way == 0)
                improve_group(work, party, s);
            continue;
        }
        uint64_t pull = 0, push = 0;
        for (uint64_t left = ways->back[way] | ways->allowed[way]; left != 0; left &= left - 1) {
            size_t other = (size_t)__builtin_ctzll(left);
            uint32_t there = pp_i_graph_turn(graph, party, s, other);
            if (there == UINT32_MAX)
                continue;
            pull |= (uint64_t)(ranks[there] < ranks[s]) << other;
            push |= (uint64_t)(ranks[there] > ranks[s]) << other;
        }
        work->pulls[party][s] = pull & ways->back[way];
        work->pushes[party][s] = push & ways->allowed[way];
    }
}

static pp_status make_pulls(concepts *c)
{
    pp_i_stable_work *work = c->work;
    pp_i_job *job = &work->job;
    size_t parties = c->graph->party_count, states = c->graph->state_count;
    work->pulls = PP_NEW_ARRAY(job->arena, uint64_t *, parties);
    work->pushes = PP_NEW_ARRAY(job->arena, uint64_t *, parties);
    if (work->pulls == NULL || work->pushes == NULL)
        return pp_i_job_no_memory(job);
    for (size_t p = 0; p < parties; p++) {
        if (!c->graph->moves[p])
            continue;
        work->pulls[p] = PP_NEW_ARRAY(job->arena, uint64_t, states);
        work->pushes[p] = PP_NEW_ARRAY(job->arena, uint64_t, states);
        if (work->pulls[p] == NULL || work->pushes[p] == NULL)
            return pp_i_job_no_memory(job);
        find_improvements(work, p);
        if (!pp_i_run_step(&job->run, states))
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
        for (uint64_t left = c->work->pulls[mover][state]; left != 0; left &= left - 1)
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

static bool takes_part(const concepts *c, size_t mover)
{
    return mover != c->party && c->graph->moves[mover];
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

static bool is_product(const concepts *c)
{
    return c->graph->sets && c->graph->everything && c->work->hidden[c->party] == NULL;
}

/* Marks a state as seen in the groups of all movers. */
static void see(concepts *c, uint32_t state)
{
    for (size_t mover = 0; mover < c->graph->party_count; mover++) {
        if (!takes_part(c, mover))
            continue;
        size_t way = c->graph->way_of[mover][state];
        c->unseen[mover][state - c->graph->ways[mover].offsets[way]] &= ~(UINT64_C(1) << way);
    }
}

/* What the search has not seen of the states from which `mover` improves by moving to `state`. */
static void take_unseen(concepts *c, size_t mover, uint32_t state, uint32_t key, uint32_t *least,
                        size_t *end)
{
    const pp_i_ways *ways = &c->graph->ways[mover];
    uint32_t first = state - (uint32_t)ways->offsets[c->graph->way_of[mover][state]];
    for (uint64_t left = c->work->pulls[mover][state] & c->unseen[mover][first]; left != 0;
         left &= left - 1) {
        uint32_t from = first + (uint32_t)ways->offsets[__builtin_ctzll(left)];
        least[from] = key;
        c->queue[(*end)++] = from;
        see(c, from);
    }
}

/* The closure by improvements where every package is a state: sets of ways say at once what is new, so
 * that each state is met once and not once for each arc. */
static bool spread_improvements(concepts *c, const uint32_t *keys, uint32_t *least)
{
    const pp_i_graph *graph = c->graph;
    memset(least, 0xff, graph->state_count * sizeof *least);
    for (size_t mover = 0; mover < graph->party_count; mover++)
        if (takes_part(c, mover))
            memset(c->unseen[mover], 0xff, graph->state_count * sizeof **c->unseen);
    sort_by_key(c, keys);
    for (size_t k = 0; k < graph->state_count; k++) {
        size_t next = 0, end = 0;
        if (least[c->order[k]] != UINT32_MAX)
            continue;
        uint32_t key = keys[c->order[k]];
        least[c->order[k]] = key;
        c->queue[end++] = c->order[k];
        see(c, c->order[k]);
        for (; next < end; next++)
            for (size_t mover = 0; mover < graph->party_count; mover++)
                if (takes_part(c, mover))
                    take_unseen(c, mover, c->queue[next], key, least, &end);
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

/* Does every way reach every other? */
static bool is_complete(const pp_i_ways *ways, const uint64_t *reach)
{
    for (size_t a = 0; a < ways->count; a++)
        if (reach[a] << (64 - ways->count) != ~UINT64_C(0) << (64 - ways->count))
            return false;
    return true;
}

/* Where every way reaches every other all get the same minimum. */
static void level_group(const pp_i_ways *ways, uint32_t *least)
{
    uint32_t best = UINT32_MAX;
    for (size_t a = 0; a < ways->count; a++)
        best = least[ways->offsets[a]] < best ? least[ways->offsets[a]] : best;
    for (size_t a = 0; a < ways->count; a++)
        least[ways->offsets[a]] = best;
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
        bool complete = is_complete(ways, reach);
        for (uint32_t s = 0; s < graph->state_count; s++) {
            if (graph->way_of[mover][s] != 0)
                continue; /* each group once, from its first way */
            if (complete) {
                level_group(ways, least + s);
                continue;
            }
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
    if (!is_product(c))
        return spread_closure(c, keys, improving, least);
    return improving ? spread_improvements(c, keys, least) : spread_product(c, keys, least);
}

/* --- One party -------------------------------------------------------------------------------- */

/* The best of a group's ranks that one move leads to, or the way itself, for each way. */
static void best_of_group(const pp_i_ways *ways, bool complete, const uint32_t *ranks,
                          uint32_t *best)
{
    uint32_t top = 0;
    for (size_t a = 0; a < ways->count && complete; a++)
        top = ranks[ways->offsets[a]] > top ? ranks[ways->offsets[a]] : top;
    for (size_t a = 0; a < ways->count && complete; a++)
        best[ways->offsets[a]] = top;
    if (complete)
        return;
    for (size_t a = 0; a < ways->count; a++) {
        uint32_t most = ranks[ways->offsets[a]];
        for (uint64_t left = ways->allowed[a]; left != 0; left &= left - 1) {
            uint32_t rank = ranks[ways->offsets[__builtin_ctzll(left)]];
            most = rank > most ? rank : most;
        }
        best[ways->offsets[a]] = most;
    }
}

static void find_own_best(concepts *c)
{
    const uint32_t *ranks = c->work->ranks[c->party];
    bool product = is_product(c), complete;
    uint64_t one_move[PP_GRAPH_WAY_COUNT_MAX];
    for (size_t a = 0; product && a < c->graph->ways[c->party].count; a++)
        one_move[a] = c->graph->ways[c->party].allowed[a] | UINT64_C(1) << a;
    complete = product && is_complete(&c->graph->ways[c->party], one_move);
    for (uint32_t s = 0; s < c->graph->state_count; s++) {
        if (product) {
            if (c->graph->way_of[c->party][s] == 0)
                best_of_group(&c->graph->ways[c->party], complete, ranks + s, c->own_best + s);
            continue;
        }
        uint32_t best = ranks[s];
        size_t count = pp_i_graph_moves(c->graph, c->party, s, c->buffer);
        for (size_t k = 0; k < count; k++)
            if (!pp_i_stable_hides(c->work, c->party, c->buffer[k]) && ranks[c->buffer[k]] > best)
                best = ranks[c->buffer[k]];
        c->own_best[s] = best;
    }
}

/* The improvements of the party from a state, into the buffer. */
static size_t improvements(const concepts *c, uint32_t state)
{
    const uint32_t *ranks = c->work->ranks[c->party];
    size_t count = 0, kept = 0;
    if (c->graph->sets)
        for (uint64_t left = c->work->pushes[c->party][state]; left != 0; left &= left - 1)
            c->buffer[count++] =
                pp_i_graph_turn(c->graph, c->party, state, (size_t)__builtin_ctzll(left));
    else
        count = pp_i_graph_moves(c->graph, c->party, state, c->buffer);
    for (size_t k = 0; k < count; k++)
        if (ranks[c->buffer[k]] > ranks[state] &&
            !pp_i_stable_hides(c->work, c->party, c->buffer[k]))
            c->buffer[kept++] = c->buffer[k];
    return kept;
}

/* The bits of one state: an improvement that no concept's sanction meets takes its bit away. */
static unsigned bits_of(const concepts *c, uint32_t state)
{
    const uint32_t *ranks = c->work->ranks[c->party];
    unsigned bits = PP_STABLE_ALL;
    if (pp_i_stable_hides(c->work, c->party, state))
        return bits;
    size_t count = improvements(c, state);
    for (size_t k = 0; k < count; k++) {
        uint32_t there = c->buffer[k];
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
    c->unseen = PP_NEW_ARRAY(arena, uint64_t *, c->graph->party_count);
    for (size_t p = 0; c->unseen != NULL && p < c->graph->party_count; p++) {
        bool needed = c->graph->sets && c->graph->everything && c->graph->moves[p];
        c->unseen[p] = PP_NEW_ARRAY(arena, uint64_t, needed ? count : 0);
        if (c->unseen[p] == NULL)
            return false;
    }
    return c->buffer != NULL && c->order != NULL && c->queue != NULL && c->start != NULL &&
           c->own_best != NULL && c->layers != NULL && c->unseen != NULL;
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
