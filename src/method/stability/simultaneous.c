/*
 * simultaneous.c: SIM: do others, moving at once with the party, bring it to what is no better?
 *
 * From s the party moves to t by settling its own issues; some of the others, each by one of its
 * own improvements from s, settle theirs at the same time. All combinations are tried, the party's
 * improvements being given up at the first that nothing meets. simultaneous_codes.c is the same
 * where moves are sets and codes are few, and much faster.
 */
#include <string.h>

#include "base/error.h"
#include "method/stability/reach.h"
#include "method/stability/simultaneous.h"

enum { COMBINATION_COUNT_MAX = 1 << 24 /* tried for one improvement before it is given up */ };

typedef struct trial {
    const pp_i_stable_work *work;
    size_t party;
    uint64_t *codes[PP_GRAPH_MOVER_COUNT_MAX]; /* [other] what each of its improvements adds to a
                                                  code */
    size_t counts[PP_GRAPH_MOVER_COUNT_MAX];
    size_t at[PP_GRAPH_MOVER_COUNT_MAX];     /* 0: does not move; k: its improvement k - 1 */
    size_t others[PP_GRAPH_MOVER_COUNT_MAX]; /* the party of each that has an improvement */
    size_t other_count;
    uint64_t *buffer; /* code_count_max */
    bool gave_up;     /* some search was too large */
    uint32_t end;     /* where the combination that met leads */
} trial;

/* The others that have improvements from `state`, and by how much each changes the code. With
 * `same` a state has several packages; the lowest-coded one speaks for it. */
static void list_others(trial *t, uint32_t state)
{
    const pp_i_graph *graph = &t->work->graph;
    t->other_count = 0;
    for (size_t p = 0; p < graph->party_count; p++) {
        if (p == t->party || !graph->moves[p])
            continue;
        size_t count = pp_i_graph_codes(graph, p, state, t->buffer), kept = 0;
        for (size_t k = 0; k < count; k++)
            if (pp_i_stable_prefers(t->work, p, pp_i_graph_state(graph, t->buffer[k]), state))
                t->codes[t->other_count][kept++] = t->buffer[k] - graph->codes[state];
        t->counts[t->other_count] = kept;
        if (kept > 0)
            t->others[t->other_count++] = p;
    }
}

/* The next combination; false after the last. */
static bool next_combination(trial *t)
{
    for (size_t k = 0; k < t->other_count; k++) {
        if (++t->at[k] <= t->counts[k])
            return true;
        t->at[k] = 0;
    }
    return false;
}

/* Do the others' improvements from `state`, made with the party's to `there`, lead to what it does
 * not prefer to `state`? */
static bool is_met(trial *t, uint32_t state, uint64_t there)
{
    const pp_i_graph *graph = &t->work->graph;
    const uint32_t *ranks = t->work->ranks[t->party];
    memset(t->at, 0, sizeof t->at);
    for (size_t tried = 0; next_combination(t) && tried < COMBINATION_COUNT_MAX; tried++) {
        uint64_t code = there;
        for (size_t k = 0; k < t->other_count; k++)
            if (t->at[k] > 0)
                code += t->codes[k][t->at[k] - 1];
        uint32_t end = pp_i_graph_state(graph, code);
        if (end != UINT32_MAX && !pp_i_stable_hides(t->work, t->party, end) &&
            ranks[end] <= ranks[state]) {
            t->end = end;
            return true;
        }
        t->gave_up = t->gave_up || tried + 1 == COMBINATION_COUNT_MAX;
    }
    return false;
}

/* --- All states ------------------------------------------------------------------------------- */

static bool holds_at(trial *t, uint32_t state, uint64_t *moves)
{
    const pp_i_graph *graph = &t->work->graph;
    const uint32_t *ranks = t->work->ranks[t->party];
    bool listed = false;
    size_t count = pp_i_graph_codes(graph, t->party, state, moves);
    for (size_t k = 0; k < count; k++) {
        uint32_t there = pp_i_graph_state(graph, moves[k]);
        if (ranks[there] <= ranks[state] || pp_i_stable_hides(t->work, t->party, there))
            continue;
        if (!listed)
            list_others(t, state);
        listed = true;
        if (!is_met(t, state, moves[k]))
            return false;
    }
    return true;
}

static pp_status make_trial(const pp_i_stable_work *work, pp_i_job *hand, size_t party, trial *t,
                            uint64_t **moves)
{
    pp_i_arena *scratch = &hand->scratch;
    *t = (trial){.work = work, .party = party};
    *moves = PP_NEW_ARRAY(scratch, uint64_t, work->graph.code_count_max);
    t->buffer = PP_NEW_ARRAY(scratch, uint64_t, work->graph.code_count_max);
    if (*moves == NULL || t->buffer == NULL)
        return pp_i_job_no_memory(hand);
    for (size_t p = 0, k = 0; p < work->graph.party_count; p++) {
        if (p == party || !work->graph.moves[p])
            continue;
        t->codes[k] = PP_NEW_ARRAY(scratch, uint64_t, work->graph.code_count_max);
        if (t->codes[k++] == NULL)
            return pp_i_job_no_memory(hand);
    }
    return PP_OK;
}

pp_status pp_i_stable_simultaneous(const pp_i_stable_work *work, pp_i_job *hand, size_t party,
                                   const uint32_t *reachable, pp_i_word *stays)
{
    const pp_i_graph *graph = &work->graph;
    trial t;
    uint64_t *moves;
    if (pp_i_simultaneous_fits(work))
        return pp_i_simultaneous_by_codes(work, hand, party, reachable, stays);
    pp_status status = make_trial(work, hand, party, &t, &moves);
    for (uint32_t s = 0; status == PP_OK && s < graph->state_count; s++) {
        if (!pp_i_run_step(&hand->run, 1))
            status = pp_i_run_status(&hand->run, hand->error);
        else if (pp_i_stable_hides(work, party, s) || holds_at(&t, s, moves))
            pp_i_bit_set(stays, s);
    }
    if (status == PP_OK && t.gave_up)
        status = pp_i_fail(hand->error, PP_ERROR_LIMIT, "more than %d moves made at once to try",
                           (int)COMBINATION_COUNT_MAX);
    return status;
}

pp_status pp_i_stable_met_at_once(pp_i_stable_work *work, size_t party, uint32_t state,
                                  uint32_t there, pp_stable_step *steps, size_t *count, bool *met)
{
    trial t;
    uint64_t *moves;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&work->job.scratch);
    pp_status status = make_trial(work, &work->job, party, &t, &moves);
    *met = false;
    *count = 0;
    if (status == PP_OK) {
        list_others(&t, state);
        size_t move_count = pp_i_graph_codes(&work->graph, party, state, moves);
        for (size_t k = 0; k < move_count && !*met; k++)
            *met = pp_i_graph_state(&work->graph, moves[k]) == there && is_met(&t, state, moves[k]);
        for (size_t k = 0; *met && k < t.other_count; k++)
            if (t.at[k] > 0)
                steps[(*count)++] = (pp_stable_step){.party = t.others[k], .state = t.end};
    }
    pp_i_arena_rewind(&work->job.scratch, mark);
    return status;
}
