/*
 * robust_bounds.c: what holds at least and at most, from pairs; see robust.h. The definitions of
 * pourparler/stable.h with two relations for each party: what tempts it, and what does not deter
 * it.
 */
#include <string.h>

#include "method/stability/robust.h"

typedef struct bounding {
    pp_i_stable_work *work;
    pp_i_job *job;
    size_t words;
    const pp_i_relation *relations;
    pp_i_word **moves;  /* [party][state * words] */
    pp_i_word *reached; /* [words] */
    pp_i_word *seen;    /* [party][words] states at which that party moved last */
    uint32_t *queue, *buffer;
} bounding;

static const pp_i_word *row(const pp_i_word *relation, const bounding *b, size_t state)
{
    return relation + state * b->words;
}

/* What the others reach from `start` by legal sequences of at least one move, passing by what the
 * party does not see. By gains alone: those in the others' relation. */
static void reach(bounding *b, size_t party, uint32_t start, bool improving, bool surely)
{
    const pp_i_graph *graph = &b->work->graph;
    size_t states = graph->state_count, nobody = graph->party_count, next = 0, end = 0;
    memset(b->reached, 0, b->words * sizeof *b->reached);
    memset(b->seen, 0, graph->party_count * b->words * sizeof *b->seen);
    b->queue[end++] = (uint32_t)(nobody * states + start);
    while (next < end) {
        uint32_t state = b->queue[next] % (uint32_t)states;
        size_t last = b->queue[next++] / states;
        for (size_t mover = 0; mover < graph->party_count; mover++) {
            if (mover == party || mover == last || !graph->moves[mover])
                continue;
            const pp_i_relation *of = &b->relations[mover];
            const pp_i_word *gains = row(surely ? of->sure : of->maybe, b, state);
            const pp_i_word *moves = row(b->moves[mover], b, state);
            pp_i_word *seen = b->seen + mover * b->words;
            for (size_t w = 0; w < b->words; w++) {
                pp_i_word fresh = moves[w] & (improving ? gains[w] : ~(pp_i_word)0) & ~seen[w];
                seen[w] |= fresh;
                for (; fresh != 0; fresh &= fresh - 1) {
                    uint32_t to = (uint32_t)(w * 64 + (size_t)__builtin_ctzll(fresh));
                    if (pp_i_stable_hides(b->work, party, to))
                        continue;
                    pp_i_bit_set(b->reached, to);
                    b->queue[end++] = (uint32_t)(mover * states + to);
                }
            }
        }
    }
}

/* Does what was reached hold a state that deters - is not in `preferred` - and from which, where
 * asked, no move leads to one in it? */
static bool is_sanctioned(const bounding *b, size_t party, const pp_i_word *preferred,
                          bool no_escape)
{
    for (size_t w = 0; w < b->words; w++)
        for (pp_i_word left = b->reached[w] & ~preferred[w]; left != 0; left &= left - 1) {
            size_t u = w * 64 + (size_t)__builtin_ctzll(left);
            const pp_i_word *moves = row(b->moves[party], b, u);
            bool escapes = false;
            for (size_t v = 0; no_escape && v < b->words && !escapes; v++)
                for (pp_i_word out = moves[v] & preferred[v]; out != 0 && !escapes; out &= out - 1)
                    escapes = !pp_i_stable_hides(b->work, party,
                                                 (uint32_t)(v * 64 + (size_t)__builtin_ctzll(out)));
            if (!escapes)
                return true;
        }
    return false;
}

/* The bits of one party at one state. At the least what may be better tempts, and does not deter,
 * and others take sure gains alone; at the most, the other way round. */
static unsigned bits_of(bounding *b, size_t party, uint32_t state, bool at_least)
{
    const pp_i_relation *own = &b->relations[party];
    const pp_i_word *preferred = row(at_least ? own->maybe : own->sure, b, state);
    const pp_i_word *moves = row(b->moves[party], b, state);
    unsigned bits = (1u << PP_CONCEPT_SIM) - 1;
    if (pp_i_stable_hides(b->work, party, state))
        return bits;
    for (size_t w = 0; w < b->words; w++)
        for (pp_i_word left = moves[w] & preferred[w]; left != 0; left &= left - 1) {
            uint32_t there = (uint32_t)(w * 64 + (size_t)__builtin_ctzll(left));
            if (pp_i_stable_hides(b->work, party, there))
                continue;
            bits &= ~(1u << PP_CONCEPT_NASH);
            for (size_t c = PP_CONCEPT_GMR; c <= PP_CONCEPT_SSEQ; c++) {
                bool no_escape = c == PP_CONCEPT_SMR || c == PP_CONCEPT_SSEQ;
                if (c == PP_CONCEPT_GMR || c == PP_CONCEPT_SEQ)
                    reach(b, party, there, c == PP_CONCEPT_SEQ, at_least);
                if ((bits >> c & 1) && !is_sanctioned(b, party, preferred, no_escape))
                    bits &= ~(1u << c);
            }
        }
    return bits;
}

static bool make_room(bounding *b)
{
    const pp_i_graph *graph = &b->work->graph;
    pp_i_arena *arena = b->job->arena;
    size_t states = graph->state_count, parties = graph->party_count;
    b->moves = PP_NEW_ARRAY(arena, pp_i_word *, parties);
    b->reached = PP_NEW_ARRAY(arena, pp_i_word, b->words);
    b->seen = PP_NEW_ARRAY(arena, pp_i_word, parties * b->words);
    b->queue = PP_NEW_ARRAY(arena, uint32_t, states * (parties + 1));
    b->buffer = PP_NEW_ARRAY(arena, uint32_t, graph->move_count_max);
    if (b->moves == NULL || b->reached == NULL || b->seen == NULL || b->queue == NULL ||
        b->buffer == NULL)
        return false;
    for (size_t p = 0; p < parties; p++) {
        b->moves[p] = PP_NEW_ARRAY(arena, pp_i_word, states * b->words);
        if (b->moves[p] == NULL)
            return false;
        for (uint32_t s = 0; s < states; s++) {
            size_t count = pp_i_graph_moves(graph, p, s, b->buffer);
            for (size_t k = 0; k < count; k++)
                pp_i_bit_set(b->moves[p] + s * b->words, b->buffer[k]);
        }
    }
    return true;
}

pp_status pp_i_robust_bounds(pp_i_stable_work *work, pp_i_job *job, const pp_i_relation *relations,
                             unsigned char *least, unsigned char *most)
{
    const pp_i_graph *graph = &work->graph;
    bounding b = {.work = work,
                  .job = job,
                  .relations = relations,
                  .words = pp_i_word_count(graph->state_count)};
    if (!make_room(&b))
        return pp_i_job_no_memory(job);
    for (size_t p = 0; p < graph->party_count; p++)
        for (uint32_t s = 0; s < graph->state_count; s++) {
            size_t at = s * graph->party_count + p;
            least[at] = (unsigned char)bits_of(&b, p, s, true);
            most[at] = (unsigned char)bits_of(&b, p, s, false);
            if (!pp_i_run_step(&job->run, graph->state_count))
                return pp_i_run_status(&job->run, job->error);
        }
    return PP_OK;
}
