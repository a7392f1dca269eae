/*
 * inverse.c: for how many strict rankings of one party a state is an equilibrium.
 *
 * Nash, GMR and SMR: the others' stability does not depend on the party's preferences, and the
 * party's own only on the set W of states that it finds worse than s: each improvement, a move to a
 * state outside of W, must be met by a reachable u in W or s itself, which for SMR lets it escape
 * to W or s alone. A set of k states can be ranked below s, and the others above, in k! (n - 1 -
 * k)! ways. So 2^(n - 1) sets answer for n! rankings.
 * SEQ and SSEQ: what deters the others depends on the party's preferences, so all rankings are
 * tried, on sets of states in one word each; up to 9 states.
 */
#include <string.h>

#include "base/error.h"
#include "method/stability/inverse.h"

enum { PARTIES = PP_CASE_PARTY_COUNT_MAX };

static uint32_t bit(size_t state) { return UINT32_C(1) << state; }

/* What the parties other than `without` reach from `from` by legal sequences of at least one
 * move. */
static uint32_t reach(const pp_i_small *g, size_t without, size_t from, bool improving)
{
    uint32_t by[PARTIES], all = 0;
    bool grew = true;
    for (size_t p = 0; p < g->parties; p++)
        by[p] =
            p == without ? 0 : g->moves[p][from] & (improving ? g->better[p][from] : ~UINT32_C(0));
    while (grew) {
        grew = false;
        for (size_t p = 0; p < g->parties; p++) {
            uint32_t sources = 0, found = 0;
            for (size_t q = 0; q < g->parties && p != without; q++)
                sources |= q == p ? 0 : by[q];
            for (uint32_t left = sources; left != 0; left &= left - 1) {
                size_t s = (size_t)__builtin_ctz(left);
                found |= g->moves[p][s] & (improving ? g->better[p][s] : ~UINT32_C(0));
            }
            grew = grew || (found & ~by[p]) != 0;
            by[p] |= found;
        }
    }
    for (size_t p = 0; p < g->parties; p++)
        all |= by[p];
    return all;
}

bool pp_i_small_is_stable(const pp_i_small *g, size_t i, pp_concept concept)
{
    bool improving = concept == PP_CONCEPT_SEQ || concept == PP_CONCEPT_SSEQ;
    bool no_escape = concept == PP_CONCEPT_SMR || concept == PP_CONCEPT_SSEQ;
    uint32_t better = g->better[i][g->state], threats = g->moves[i][g->state] & better;
    if (concept == PP_CONCEPT_NASH)
        return threats == 0;
    for (; threats != 0; threats &= threats - 1) {
        uint32_t sanctions = reach(g, i, (size_t)__builtin_ctz(threats), improving) & ~better;
        bool met = sanctions != 0 && !no_escape;
        for (; no_escape && sanctions != 0 && !met; sanctions &= sanctions - 1)
            met = (g->moves[i][__builtin_ctz(sanctions)] & better) == 0;
        if (!met)
            return false;
    }
    return true;
}

static bool others_stable(const pp_i_small *g, pp_concept concept)
{
    for (size_t p = 0; p < g->parties; p++)
        if (p != g->party && !pp_i_small_is_stable(g, p, concept))
            return false;
    return true;
}

/* --- By sets ---------------------------------------------------------------------------------- */

/* Does the party stay where `worse` and the state itself are no better than it? */
static bool stays(const pp_i_small *g, const uint32_t *reached, uint32_t worse, pp_concept concept)
{
    uint32_t no_better = worse | bit(g->state);
    uint32_t threats = g->moves[g->party][g->state] & ~no_better;
    if (concept == PP_CONCEPT_NASH)
        return threats == 0;
    for (; threats != 0; threats &= threats - 1) {
        uint32_t sanctions = reached[__builtin_ctz(threats)] & no_better;
        bool met = sanctions != 0 && concept == PP_CONCEPT_GMR;
        for (; concept == PP_CONCEPT_SMR && sanctions != 0 && !met; sanctions &= sanctions - 1)
            met = (g->moves[g->party][__builtin_ctz(sanctions)] & ~no_better) == 0;
        if (!met)
            return false;
    }
    return true;
}

/* The sets of each size that keep the party at the state. */
static void count_sets(const pp_i_small *g, pp_concept concept, uint64_t *by_size)
{
    uint32_t reached[PP_INVERSE_STATE_COUNT_MAX];
    uint32_t below = bit(g->state) - 1;
    for (size_t t = 0; t < g->states; t++)
        reached[t] = reach(g, g->party, t, false);
    memset(by_size, 0, g->states * sizeof *by_size);
    for (uint32_t set = 0; set < UINT32_C(1) << (g->states - 1); set++) {
        uint32_t worse = (set & below) | (set & ~below) << 1; /* the state itself left out */
        by_size[__builtin_popcount(set)] += stays(g, reached, worse, concept);
    }
}

pp_status pp_i_inverse_own(pp_i_job *job, const pp_i_small *g, pp_concept concept,
                           pp_i_natural *count)
{
    uint64_t by_size[PP_INVERSE_STATE_COUNT_MAX];
    pp_i_natural factorials[PP_INVERSE_STATE_COUNT_MAX + 1], number, ways, total = {0};
    count_sets(g, concept, by_size);
    bool good = pp_i_natural_of(job->arena, 1, &factorials[0]);
    for (size_t k = 1; good && k <= g->states; k++)
        good = pp_i_natural_of(job->arena, k, &number) &&
               pp_i_natural_multiply(job->arena, factorials[k - 1], number, &factorials[k]);
    for (size_t k = 0; good && k < g->states; k++)
        good = pp_i_natural_of(job->arena, by_size[k], &number) &&
               pp_i_natural_multiply(job->arena, factorials[k], factorials[g->states - 1 - k],
                                     &ways) &&
               pp_i_natural_multiply(job->arena, ways, number, &ways) &&
               pp_i_natural_add(job->arena, total, ways, &total);
    if (!good)
        return pp_i_job_no_memory(job);
    *count = total;
    return PP_OK;
}

static pp_status count_by_sets(pp_i_job *job, const pp_i_small *g, pp_concept concept,
                               const char **count)
{
    pp_i_natural total = {0};
    pp_status status = PP_OK;
    if (others_stable(g, concept))
        status = pp_i_inverse_own(job, g, concept, &total);
    return status == PP_OK ? pp_i_job_text(job, total, count) : status;
}

/* --- By trying -------------------------------------------------------------------------------- */

bool pp_i_next_order(unsigned char *order, size_t count)
{
    size_t i = count - 1, j = count - 1;
    while (i > 0 && order[i - 1] >= order[i])
        i--;
    if (i == 0)
        return false;
    while (order[j] <= order[i - 1])
        j--;
    unsigned char swapped = order[i - 1];
    order[i - 1] = order[j];
    order[j] = swapped;
    for (j = count - 1; i < j; i++, j--) {
        swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
    }
    return true;
}

static bool is_equilibrium(const pp_i_small *g, pp_concept concept)
{
    return pp_i_small_is_stable(g, g->party, concept) && others_stable(g, concept);
}

void pp_i_small_rank(pp_i_small *g, size_t party, const unsigned char *order)
{
    uint32_t above = 0;
    for (size_t k = 0; k < g->states; k++) {
        g->better[party][order[k]] = above;
        above |= bit(order[k]);
    }
}

/* All rankings, best first, of the party. */
static void try_rankings(pp_i_small *g, uint64_t *seq, uint64_t *sseq)
{
    unsigned char order[PP_INVERSE_TRIED_STATE_COUNT_MAX];
    for (size_t k = 0; k < g->states; k++)
        order[k] = (unsigned char)k;
    *seq = *sseq = 0;
    do {
        pp_i_small_rank(g, g->party, order);
        *seq += is_equilibrium(g, PP_CONCEPT_SEQ);
        *sseq += is_equilibrium(g, PP_CONCEPT_SSEQ);
    } while (pp_i_next_order(order, g->states));
}

/* --- The answer ------------------------------------------------------------------------------- */

static pp_status make_small(pp_i_stable_work *work, size_t state, size_t party, pp_i_small *g)
{
    const pp_i_graph *graph = &work->graph;
    pp_i_arena *scratch = &work->job.scratch;
    *g = (pp_i_small){.states = graph->state_count, .parties = graph->party_count, .party = party,
                 .state = state};
    uint32_t *to = PP_NEW_ARRAY(scratch, uint32_t, graph->move_count_max);
    g->moves = pp_i_arena_array(scratch, graph->party_count, sizeof *g->moves);
    g->better = pp_i_arena_array(scratch, graph->party_count, sizeof *g->better);
    if (to == NULL || g->moves == NULL || g->better == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t p = 0; p < graph->party_count; p++)
        for (uint32_t s = 0; s < graph->state_count; s++) {
            size_t count = pp_i_graph_moves(graph, p, s, to);
            for (size_t k = 0; k < count; k++)
                g->moves[p][s] |= bit(to[k]);
            for (uint32_t t = 0; t < graph->state_count; t++)
                g->better[p][s] |= pp_i_stable_prefers(work, p, t, s) ? bit(t) : 0;
        }
    return PP_OK;
}

static pp_status count_all(pp_i_stable_work *work, pp_i_small *g, pp_stable_inverse *inverse)
{
    pp_i_job *job = &work->job;
    pp_i_natural rankings, number;
    bool good = pp_i_natural_of(job->arena, 1, &rankings);
    for (size_t k = 2; good && k <= g->states; k++)
        good = pp_i_natural_of(job->arena, k, &number) &&
               pp_i_natural_multiply(job->arena, rankings, number, &rankings);
    pp_status status =
        good ? pp_i_job_text(job, rankings, &inverse->rankings) : pp_i_job_no_memory(job);
    for (size_t c = PP_CONCEPT_NASH; status == PP_OK && c <= PP_CONCEPT_SMR; c++)
        if (work->options.concepts >> c & 1)
            status = count_by_sets(job, g, (pp_concept)c, &inverse->count[c]);
    if (status != PP_OK || g->states > PP_INVERSE_TRIED_STATE_COUNT_MAX)
        return status;
    uint64_t tried[2];
    try_rankings(g, &tried[0], &tried[1]);
    for (size_t k = 0; status == PP_OK && k < 2; k++) {
        size_t concept = k == 0 ? PP_CONCEPT_SEQ : PP_CONCEPT_SSEQ;
        if (!(work->options.concepts >> concept & 1))
            continue;
        status = pp_i_natural_of(job->arena, tried[k], &number)
                     ? pp_i_job_text(job, number, &inverse->count[concept])
                     : pp_i_job_no_memory(job);
    }
    return status;
}

static pp_status check(const pp_i_stable_work *work, size_t state, size_t party)
{
    pp_error *error = work->job.error;
    if (state >= work->graph.state_count ||
        (party >= work->graph.party_count && party != SIZE_MAX))
        return pp_i_fail(error, PP_ERROR_ARGUMENT, "there is no such state or party");
    if (work->graph.state_count > PP_INVERSE_STATE_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_LIMIT,
                         "inverse analysis is for at most %d states; the case has %zu",
                         (int)PP_INVERSE_STATE_COUNT_MAX, work->graph.state_count);
    if (work->any_unknown)
        return pp_i_fail(error, PP_ERROR_ARGUMENT,
                         "inverse analysis is not defined where preferences are unknown");
    for (size_t p = 0; p < work->graph.party_count; p++)
        if (work->hidden[p] != NULL)
            return pp_i_fail(error, PP_ERROR_ARGUMENT,
                             "inverse analysis is not defined where a party does not see states");
    return PP_OK;
}

pp_status pp_i_stable_inverse_of(pp_stable *stable, size_t state, size_t party,
                                 pp_stable_inverse *inverse, pp_error *error)
{
    pp_i_stable_work *work = pp_i_stable_again(stable, error);
    pp_stable_inverse made = {0};
    pp_i_small g;
    pp_status status = check(work, state, party);
    if (status == PP_OK)
        status = make_small(work, state, party, &g);
    if (status == PP_OK)
        status = party == SIZE_MAX ? pp_i_inverse_joint(work, &g, &made)
                                   : count_all(work, &g, &made);
    pp_i_job_end(&work->job);
    if (status == PP_OK)
        *inverse = made;
    return status;
}
