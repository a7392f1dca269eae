/*
 * definition.c: the concepts as they are defined, state by state and improvement by improvement. It
 * is what `explain` shows, and what answers where some preferences are unknown: then two questions
 * have to be said apart, which moves tempt and what deters (li2004), and one number a state no
 * longer answers both.
 */
#include "method/stability/definition.h"

#include <string.h>

#include "base/error.h"

enum { DEFINITION_STATE_COUNT_MAX = 20000 };

bool pp_i_definition_tempts(const pp_i_stable_work *work, size_t party, uint32_t from, uint32_t to)
{
    bool uncertain = work->options.unknown == PP_UNKNOWN_A || work->options.unknown == PP_UNKNOWN_C;
    if (pp_i_stable_hides(work, party, to))
        return false;
    if (pp_i_stable_is_unknown(work, party, from, to))
        return uncertain;
    return pp_i_stable_prefers(work, party, to, from);
}

/* Does the party surely - or, where the mode says so, possibly - not prefer `to` to `state`? */
static bool deters(const pp_i_stable_work *work, size_t party, uint32_t state, uint32_t to)
{
    bool possibly = work->options.unknown == PP_UNKNOWN_C || work->options.unknown == PP_UNKNOWN_D;
    if (pp_i_stable_is_unknown(work, party, state, to))
        return possibly;
    return !pp_i_stable_prefers(work, party, to, state);
}

static bool is_sanction(void *context, uint32_t to)
{
    pp_i_definition *d = context;
    const pp_i_stable_work *work = d->search.work;
    if (!deters(work, d->party, d->state, to))
        return false;
    if (!d->no_escape)
        return true;
    size_t count = pp_i_graph_moves(&work->graph, d->party, to, d->moves);
    for (size_t k = 0; k < count; k++)
        if (!pp_i_stable_hides(work, d->party, d->moves[k]) &&
            !deters(work, d->party, d->state, d->moves[k])) {
            d->escape = d->moves[k];
            return false;
        }
    return true;
}

bool pp_i_definition_init(pp_i_definition *definition, pp_i_stable_work *work, pp_i_arena *arena)
{
    *definition = (pp_i_definition){.moves =
                                        PP_NEW_ARRAY(arena, uint32_t, work->graph.move_count_max)};
    return definition->moves != NULL && pp_i_search_init(&definition->search, work, arena);
}

size_t pp_i_definition_sanction(pp_i_definition *d, size_t party, uint32_t state, uint32_t there,
                                pp_concept concept)
{
    pp_i_party_set others = pp_i_set256_complement(pp_i_set256_of(party));
    bool improving = concept == PP_CONCEPT_SEQ || concept == PP_CONCEPT_SSEQ;
    d->party = party;
    d->state = state;
    d->no_escape = concept == PP_CONCEPT_SMR || concept == PP_CONCEPT_SSEQ;
    d->escape = SIZE_MAX;
    return pp_i_search_run(&d->search, there, party, &others, improving, true, is_sanction, d);
}

/* The bits of one party at one state, but for SIM. */
static unsigned bits_of(pp_i_definition *d, size_t party, uint32_t state, uint32_t *moves)
{
    const pp_i_stable_work *work = d->search.work;
    unsigned bits = work->options.concepts;
    if (pp_i_stable_hides(work, party, state))
        return bits;
    size_t count = pp_i_graph_moves(&work->graph, party, state, moves);
    for (size_t k = 0; k < count && bits != 0; k++) {
        if (!pp_i_definition_tempts(work, party, state, moves[k]))
            continue;
        bits &= ~(1u << PP_CONCEPT_NASH);
        for (size_t c = PP_CONCEPT_GMR; c <= PP_CONCEPT_SSEQ; c++)
            if ((bits >> c & 1) && pp_i_definition_sanction(d, party, state, moves[k],
                                                            (pp_concept)c) == SIZE_MAX)
                bits &= ~(1u << c);
    }
    return bits;
}

pp_status pp_i_stable_by_definition(pp_i_stable_work *work)
{
    pp_i_job *job = &work->job;
    const pp_i_graph *graph = &work->graph;
    pp_i_definition definition;
    if (graph->state_count > DEFINITION_STATE_COUNT_MAX)
        return pp_i_fail(job->error, PP_ERROR_LIMIT,
                         "unknown preferences are answered for at most %d states",
                         (int)DEFINITION_STATE_COUNT_MAX);
    uint32_t *moves = PP_NEW_ARRAY(&job->scratch, uint32_t, graph->move_count_max);
    if (moves == NULL || !pp_i_definition_init(&definition, work, &job->scratch))
        return pp_i_job_no_memory(job);
    work->stable->algorithm = "sequences";
    pp_i_run_part(&job->run, "stability");
    for (size_t p = 0; p < graph->party_count; p++)
        for (uint32_t s = 0; s < graph->state_count; s++) {
            if (!pp_i_run_step(&job->run, graph->state_count))
                return pp_i_run_status(&job->run, job->error);
            work->bits[s * graph->party_count + p] =
                (unsigned char)bits_of(&definition, p, s, moves);
        }
    return PP_OK;
}
