/*
 * concepts.c: all concepts for all states at once; see pourparler/stable.h and reach.h.
 *
 * A party and a concept make a task, the tasks being done side by side; each finds the states at
 * which the party stays, as a set.
 */
#include <string.h>

#include "method/stability/hands.h"
#include "method/stability/reach.h"
#include "method/stability/stability.h"

/* The tasks of one party: what a limit on time leaves out is what comes last. */
static const pp_concept tasks[] = {PP_CONCEPT_NASH, PP_CONCEPT_GMR,  PP_CONCEPT_SEQ,
                                   PP_CONCEPT_SMR,  PP_CONCEPT_SSEQ, PP_CONCEPT_SIM};
enum { TASK_COUNT = sizeof tasks / sizeof *tasks };

typedef struct judging {
    pp_i_word *(*stays)[PP_CONCEPT_COUNT]; /* [party][concept] states; null: not asked */
    bool (*done)[PP_CONCEPT_COUNT];        /* [party][concept] */
} judging;

/* --- The party's own best --------------------------------------------------------------------- */

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

/* The best rank that the party gets from each state, or has there. */
static void find_own_best(const pp_i_stable_work *work, size_t party, uint32_t *buffer,
                          uint32_t *best)
{
    const pp_i_graph *graph = &work->graph;
    const uint32_t *ranks = work->ranks[party];
    bool product = pp_i_reach_is_product(work, party), complete;
    uint64_t one_move[PP_GRAPH_WAY_COUNT_MAX];
    for (size_t a = 0; product && a < graph->ways[party].count; a++)
        one_move[a] = graph->ways[party].allowed[a] | UINT64_C(1) << a;
    complete = product && pp_i_ways_are_complete(&graph->ways[party], one_move);
    for (uint32_t s = 0; s < graph->state_count; s++) {
        if (product) {
            if (graph->way_of[party][s] == 0)
                best_of_group(&graph->ways[party], complete, ranks + s, best + s);
            continue;
        }
        best[s] = ranks[s];
        size_t count = pp_i_graph_moves(graph, party, s, buffer);
        for (size_t k = 0; k < count; k++)
            if (!pp_i_stable_hides(work, party, buffer[k]) && ranks[buffer[k]] > best[s])
                best[s] = ranks[buffer[k]];
    }
}

/* --- One party, one concept ------------------------------------------------------------------- */

/* Is the party's improvement to `there` met? */
static inline bool is_met(const uint32_t *least, uint32_t there, uint32_t rank)
{
    return least != NULL && least[there] <= rank;
}

/* Are all improvements of the party from a state met? With sets. */
static bool stays_by_sets(const pp_i_stable_work *work, size_t party, uint32_t state,
                          const uint32_t *least)
{
    const pp_i_graph *graph = &work->graph;
    const pp_i_ways *ways = &graph->ways[party];
    uint32_t rank = work->ranks[party][state];
    uint64_t own = ways->offsets[graph->way_of[party][state]];
    for (uint64_t left = work->pushes[party][state]; left != 0; left &= left - 1) {
        size_t way = (size_t)__builtin_ctzll(left);
        uint32_t there = graph->everything ? (uint32_t)(state - own + ways->offsets[way])
                                           : pp_i_graph_turn(graph, party, state, way);
        if (!is_met(least, there, rank) && !pp_i_stable_hides(work, party, there))
            return false;
    }
    return true;
}

static bool stays_by_lists(const pp_i_stable_work *work, size_t party, uint32_t state,
                           const uint32_t *least, uint32_t *buffer)
{
    const uint32_t *ranks = work->ranks[party];
    size_t count = pp_i_graph_moves(&work->graph, party, state, buffer);
    for (size_t k = 0; k < count; k++)
        if (ranks[buffer[k]] > ranks[state] && !is_met(least, buffer[k], ranks[state]) &&
            !pp_i_stable_hides(work, party, buffer[k]))
            return false;
    return true;
}

/* The states at which the party stays: each improvement is met by what the others reach from it;
 * `least` null: by nothing. */
static void find_stays(const pp_i_stable_work *work, size_t party, const uint32_t *least,
                       uint32_t *buffer, pp_i_word *stays)
{
    for (uint32_t s = 0; s < work->graph.state_count; s++)
        if (pp_i_stable_hides(work, party, s) ||
            (work->graph.sets ? stays_by_sets(work, party, s, least)
                              : stays_by_lists(work, party, s, least, buffer)))
            pp_i_bit_set(stays, s);
}

/* SIM is bounded by what the others reach by any moves, where that costs next to nothing. */
static pp_status judge_at_once(const pp_i_stable_work *work, pp_i_job *hand, size_t party,
                               pp_i_word *stays)
{
    uint32_t *least = NULL;
    if (pp_i_reach_is_product(work, party)) {
        least = PP_NEW_ARRAY(&hand->scratch, uint32_t, work->graph.state_count);
        if (least == NULL)
            return pp_i_job_no_memory(hand);
        pp_i_reach reach = {.work = work,
                            .graph = &work->graph,
                            .job = hand,
                            .party = party,
                            .keys = work->ranks[party],
                            .least = least};
        pp_status status = pp_i_reach_product(&reach);
        if (status != PP_OK)
            return status;
        pp_i_run_part(&hand->run, "stability");
    }
    return pp_i_stable_simultaneous(work, hand, party, least, stays);
}

static pp_status judge_alone(const pp_i_stable_work *work, pp_i_job *hand, size_t party,
                             pp_i_word *stays)
{
    uint32_t *buffer = PP_NEW_ARRAY(&hand->scratch, uint32_t, work->graph.move_count_max);
    if (buffer == NULL)
        return pp_i_job_no_memory(hand);
    find_stays(work, party, NULL, buffer, stays);
    return PP_OK;
}

static pp_status judge_by_reach(const pp_i_stable_work *work, pp_i_job *hand, size_t party,
                                pp_concept concept, pp_i_word *stays)
{
    bool by_best = concept == PP_CONCEPT_SMR || concept == PP_CONCEPT_SSEQ;
    bool improving = concept == PP_CONCEPT_SEQ || concept == PP_CONCEPT_SSEQ;
    size_t states = work->graph.state_count;
    uint32_t *buffer = PP_NEW_ARRAY(&hand->scratch, uint32_t, work->graph.move_count_max);
    uint32_t *best = PP_NEW_ARRAY(&hand->scratch, uint32_t, by_best ? states : 0);
    uint32_t *least = PP_NEW_ARRAY(&hand->scratch, uint32_t, states);
    if (buffer == NULL || best == NULL || least == NULL)
        return pp_i_job_no_memory(hand);
    if (by_best)
        find_own_best(work, party, buffer, best);
    pp_i_reach reach = {.work = work,
                        .graph = &work->graph,
                        .job = hand,
                        .party = party,
                        .keys = by_best ? best : work->ranks[party],
                        .least = least};
    pp_status status = pp_i_reach_least(&reach, improving);
    if (status == PP_OK)
        find_stays(work, party, least, buffer, stays);
    return status;
}

/* What a limit stops leaves its concept open. */
static pp_status judge_task(pp_i_stable_work *work, pp_i_job *hand, void *context, size_t task)
{
    judging *of = context;
    size_t party = task % work->graph.party_count;
    pp_concept concept = tasks[task / work->graph.party_count];
    pp_i_word *stays = of->stays[party][concept];
    if (stays == NULL)
        return PP_OK;
    pp_status status = concept == PP_CONCEPT_NASH ? judge_alone(work, hand, party, stays)
                       : concept == PP_CONCEPT_SIM
                           ? judge_at_once(work, hand, party, stays)
                           : judge_by_reach(work, hand, party, concept, stays);
    of->done[party][concept] = status == PP_OK;
    return status;
}

/* --- All of them ------------------------------------------------------------------------------ */

static bool make_room(pp_i_stable_work *work, judging *of)
{
    pp_i_arena *scratch = &work->job.scratch;
    size_t parties = work->graph.party_count;
    of->stays = pp_i_arena_array(scratch, parties, sizeof *of->stays);
    of->done = pp_i_arena_array(scratch, parties, sizeof *of->done);
    if (of->stays == NULL || of->done == NULL)
        return false;
    for (size_t p = 0; p < parties; p++)
        for (size_t c = 0; c < PP_CONCEPT_COUNT; c++) {
            of->done[p][c] = !work->graph.moves[p];
            if (!work->graph.moves[p] || !(work->options.concepts >> c & 1))
                continue;
            of->stays[p][c] =
                PP_NEW_ARRAY(scratch, pp_i_word, pp_i_word_count(work->graph.state_count));
            if (of->stays[p][c] == NULL)
                return false;
        }
    return true;
}

/* A concept that was not decided for every party is left out, and said to be. */
static pp_status drop_undecided(pp_i_stable_work *work, const judging *of)
{
    pp_i_stop stop = work->job.run.stop == PP_STOP_NONE ? PP_STOP_STEPS : work->job.run.stop;
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++) {
        bool decided = true;
        for (size_t p = 0; p < work->graph.party_count; p++)
            decided = decided && of->done[p][c];
        if (decided || !(work->options.concepts >> c & 1))
            continue;
        work->options.concepts &= ~(1u << c);
        pp_status status = pp_i_job_incomplete(&work->job, pp_i_concept_name((pp_concept)c),
                                               pp_i_run_stop_text(stop));
        if (status != PP_OK)
            return status;
    }
    return PP_OK;
}

/* From sets by party and concept to the bits of each state and party. */
static void gather(pp_i_stable_work *work, const judging *of)
{
    size_t parties = work->graph.party_count, states = work->graph.state_count;
    unsigned asked = work->options.concepts;
    for (size_t p = 0; p < parties; p++)
        for (size_t s = 0; s < states; s++) {
            unsigned bits = work->graph.moves[p] ? 0 : asked;
            for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
                if (of->stays[p][c] != NULL && (asked >> c & 1))
                    bits |= (unsigned)pp_i_bit_get(of->stays[p][c], s) << c;
            work->bits[s * parties + p] = (unsigned char)bits;
        }
}

pp_status pp_i_stable_concepts(pp_i_stable_work *work)
{
    pp_i_job *job = &work->job;
    size_t parties = work->graph.party_count, task_count = parties * TASK_COUNT;
    bool sequences = work->options.sequences;
    for (size_t p = 0; p < parties; p++)
        sequences = sequences || !work->graph.transitive[p];
    work->stable->algorithm = sequences ? "sequences" : "closure";
    judging of;
    pp_status *statuses = PP_NEW_ARRAY(&job->scratch, pp_status, task_count);
    if (statuses == NULL || !make_room(work, &of))
        return pp_i_job_no_memory(job);
    pp_i_run_part(&job->run, "stability");
    pp_status status = work->graph.sets ? pp_i_stable_improvements(work) : PP_OK;
    if (status == PP_OK)
        status = pp_i_hands_do(work, judge_task, &of, task_count, statuses);
    else if (status == PP_ERROR_LIMIT && job->run.stop == PP_STOP_TIME)
        status = PP_OK; /* and nothing is decided */
    if (status == PP_OK)
        status = drop_undecided(work, &of);
    if (status == PP_OK)
        gather(work, &of);
    return status;
}
