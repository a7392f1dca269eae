/* coalitions.c: what several parties gain by moving together (kilgour2001), and how far two look
 * ahead (kilgour1985). */
#include <string.h>

#include "base/error.h"
#include "method/stability/definition.h"
#include "method/stability/stability.h"

enum { COALITION_PARTY_COUNT_MAX = 16 };

/* --- Coalition improvements ------------------------------------------------------------------- */

typedef struct gathering {
    pp_i_stable_work *work;
    uint64_t coalition; /* as the answer has it: see pp_stable_jumps */
    pp_i_party_set members;
    uint32_t from;
    pp_i_word *found; /* states where all members strictly gain */
} gathering;

static bool gather(void *context, uint32_t state)
{
    gathering *g = context;
    for (size_t party = 0;
         (party = pp_i_set256_next(&g->members, party)) < PP_SET256_MEMBER_COUNT_MAX; party++) {
        if (!pp_i_stable_prefers(g->work, party, state, g->from) ||
            pp_i_stable_is_unknown(g->work, party, g->from, state))
            return false;
    }
    pp_i_bit_set(g->found, state);
    return false; /* all of them, not the first */
}

/* Does a smaller coalition bring about the same? */
static bool is_known(const pp_stable_jump *jumps, size_t count, uint64_t coalition, size_t state)
{
    for (size_t i = 0; i < count; i++)
        if (jumps[i].state == state && (jumps[i].coalition & ~coalition) == 0)
            return true;
    return false;
}

/* Is the state a Nash equilibrium, whether or not that was asked for? */
static bool nobody_leaves(const pp_i_stable_work *work, uint32_t state, uint32_t *moves)
{
    for (size_t p = 0; p < work->graph.party_count; p++) {
        if (pp_i_stable_hides(work, p, state))
            continue;
        size_t count = pp_i_graph_moves(&work->graph, p, state, moves);
        for (size_t k = 0; k < count; k++)
            if (pp_i_definition_tempts(work, p, state, moves[k]))
                return false;
    }
    return true;
}

typedef PP_LIST(pp_stable_jump) jump_list;

static pp_status add_coalition(pp_i_search *search, gathering *g, jump_list *jumps)
{
    pp_i_stable_work *work = g->work;
    size_t states = work->graph.state_count;
    memset(g->found, 0, pp_i_word_count(states) * sizeof *g->found);
    pp_i_search_run(search, g->from, SIZE_MAX, &g->members, false, false, gather, g);
    for (size_t s = 0; s < states; s++) {
        if (!pp_i_bit_get(g->found, s) || is_known(jumps->items, jumps->count, g->coalition, s))
            continue;
        bool nash = nobody_leaves(work, (uint32_t)s, search->buffer);
        pp_stable_jump jump = {.coalition = g->coalition, .state = s, .equilibrium = nash};
        if (!PP_LIST_ADD(work->job.arena, jumps, jump))
            return pp_i_job_no_memory(&work->job);
    }
    return PP_OK;
}

/* All coalitions of two parties that move or more, smaller ones first. */
static pp_status try_coalitions(pp_i_stable_work *work, size_t state, pp_stable_jumps *jumps)
{
    size_t *movers = PP_NEW_ARRAY(work->job.arena, size_t, work->graph.party_count), count = 0;
    bool by_party = work->graph.party_count <= 64; /* a party has its own bit */
    if (movers == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t p = 0; p < work->graph.party_count; p++)
        if (work->graph.moves[p])
            movers[count++] = p;
    if (count > COALITION_PARTY_COUNT_MAX)
        return pp_i_fail(work->job.error, PP_ERROR_LIMIT,
                         "coalitions are for at most %d parties that move; here %zu do",
                         (int)COALITION_PARTY_COUNT_MAX, count);
    pp_i_search search;
    jump_list found = {0};
    gathering g = {.work = work, .from = (uint32_t)state};
    g.found = PP_NEW_ARRAY(&work->job.scratch, pp_i_word,
                           pp_i_word_count(work->graph.state_count));
    if (g.found == NULL || !pp_i_search_init(&search, work, &work->job.scratch))
        return pp_i_job_no_memory(&work->job);
    pp_status status = PP_OK;
    for (size_t size = 2; size <= count; size++)
        for (unsigned set = 0; status == PP_OK && set < 1u << count; set++) {
            if ((size_t)__builtin_popcount(set) != size)
                continue;
            g.coalition = 0;
            g.members = (pp_i_party_set){{0}};
            for (size_t k = 0; k < count; k++)
                if (set >> k & 1) {
                    g.coalition |= UINT64_C(1) << (by_party ? movers[k] : k);
                    pp_i_set256_add(&g.members, movers[k]);
                }
            status = add_coalition(&search, &g, &found);
        }
    *jumps = (pp_stable_jumps){.jumps = found.items,
                               .count = found.count,
                               .movers = by_party ? NULL : movers,
                               .stable = found.count == 0 &&
                                         nobody_leaves(work, (uint32_t)state, search.buffer)};
    return status;
}

pp_status pp_i_stable_coalitions(pp_stable *stable, size_t state, pp_stable_jumps *jumps,
                                 pp_error *error)
{
    pp_i_stable_work *work = pp_i_stable_again(stable, error);
    pp_status status = state < work->graph.state_count
                           ? try_coalitions(work, state, jumps)
                           : pp_i_fail(error, PP_ERROR_ARGUMENT, "there is no state %zu", state);
    pp_i_job_end(&work->job);
    return status;
}

/* --- Limited horizon -------------------------------------------------------------------------- */

/* Where it ends when party `who` moves first from each state and both look `h` moves ahead: it
 * moves to where the rest ends best for it, the lowest of equals, if that is better than to
 * stay. */
static void look_ahead(pp_i_stable_work *work, size_t who, const uint32_t *rest, uint32_t *moves,
                       uint32_t *ends)
{
    const uint32_t *ranks = work->ranks[who];
    for (uint32_t s = 0; s < work->graph.state_count; s++) {
        size_t count = pp_i_graph_moves(&work->graph, who, s, moves);
        uint32_t best = s;
        bool moved = false;
        for (size_t k = 0; k < count; k++) {
            uint32_t end = rest[moves[k]];
            bool better = ranks[end] > ranks[best];
            if (better && (moved || ranks[end] > ranks[s])) {
                best = end;
                moved = true;
            }
        }
        ends[s] = best;
    }
}

typedef struct horizon {
    size_t movers[2];
    uint32_t *ends[2], *next[2]; /* where it ends when this party moves first */
    uint32_t *moves;
    unsigned char *by;
} horizon;

static pp_status make_horizon(pp_i_stable_work *work, horizon *h)
{
    size_t count = 0, states = work->graph.state_count;
    for (size_t p = 0; p < work->graph.party_count; p++)
        if (work->graph.moves[p]) {
            if (count < 2)
                h->movers[count] = p;
            count++;
        }
    if (count != 2)
        return pp_i_fail(work->job.error, PP_ERROR_ARGUMENT,
                         "limited horizons are for two parties that move; here %zu do", count);
    pp_i_arena *scratch = &work->job.scratch;
    h->moves = PP_NEW_ARRAY(scratch, uint32_t, work->graph.move_count_max);
    h->by = PP_NEW_ARRAY(work->job.arena, unsigned char, states);
    for (size_t k = 0; k < 2; k++) {
        h->ends[k] = PP_NEW_ARRAY(scratch, uint32_t, states);
        h->next[k] = PP_NEW_ARRAY(scratch, uint32_t, states);
        if (h->ends[k] == NULL || h->next[k] == NULL)
            return pp_i_job_no_memory(&work->job);
        for (uint32_t s = 0; s < states; s++)
            h->ends[k][s] = s;
    }
    return h->moves == NULL || h->by == NULL ? pp_i_job_no_memory(&work->job) : PP_OK;
}

/* One move further ahead. */
static void deepen(pp_i_stable_work *work, horizon *h)
{
    for (size_t k = 0; k < 2; k++)
        look_ahead(work, h->movers[k], h->ends[1 - k], h->moves, h->next[k]);
    for (size_t k = 0; k < 2; k++) {
        uint32_t *swapped = h->ends[k];
        h->ends[k] = h->next[k];
        h->next[k] = swapped;
    }
}

/* The states from which neither, or not that one, moves. */
static void mark(const pp_i_stable_work *work, horizon *h, bool among_marked)
{
    for (uint32_t s = 0; s < work->graph.state_count; s++) {
        unsigned bits = (h->ends[0][s] == s ? 1u : 0u) | (h->ends[1][s] == s ? 2u : 0u);
        h->by[s] = (unsigned char)(among_marked ? h->by[s] & bits : bits);
    }
}

enum { PERIOD_COUNT_MAX = 4096 };

/* What is stable in every round of the period into which looking further falls. Brent's cycle
 * search finds the period: the depths up to it are more than enough where nothing changes any
 * more. */
static pp_status non_myopic(pp_i_stable_work *work, horizon *h)
{
    size_t size = work->graph.state_count * sizeof(uint32_t), period = 0, power = 1, depth = 0;
    uint32_t *kept[2] = {PP_NEW_ARRAY(&work->job.scratch, uint32_t, work->graph.state_count),
                         PP_NEW_ARRAY(&work->job.scratch, uint32_t, work->graph.state_count)};
    if (kept[0] == NULL || kept[1] == NULL)
        return pp_i_job_no_memory(&work->job);
    for (;;) {
        for (size_t k = 0; k < 2; k++)
            memcpy(kept[k], h->ends[k], size);
        for (period = 1; period <= power; period++) {
            deepen(work, h);
            if (++depth > PERIOD_COUNT_MAX)
                return pp_i_fail(work->job.error, PP_ERROR_LIMIT,
                                 "looking ahead settles into no period within %d moves",
                                 (int)PERIOD_COUNT_MAX);
            if (memcmp(kept[0], h->ends[0], size) == 0 && memcmp(kept[1], h->ends[1], size) == 0)
                break;
        }
        if (period <= power)
            break;
        power *= 2;
    }
    mark(work, h, false);
    for (size_t round = 1; round < period; round++) {
        deepen(work, h);
        mark(work, h, true);
    }
    return PP_OK;
}

static pp_status find_horizon(pp_i_stable_work *work, size_t depth, const unsigned char **by)
{
    horizon h;
    pp_status status = make_horizon(work, &h);
    if (status != PP_OK)
        return status;
    if (depth == 0) {
        status = non_myopic(work, &h);
    } else {
        for (size_t round = 0; round < depth; round++)
            deepen(work, &h);
        mark(work, &h, false);
    }
    if (status == PP_OK)
        *by = h.by;
    return status;
}

pp_status pp_i_stable_horizon(pp_stable *stable, size_t depth, const unsigned char **by,
                              pp_error *error)
{
    pp_i_stable_work *work = pp_i_stable_again(stable, error);
    pp_status status = find_horizon(work, depth, by);
    pp_i_job_end(&work->job);
    return status;
}
