/*
 * inverse_joint.c: in how many strict rankings of all parties that move a state is an equilibrium.
 *
 * Nash, GMR and SMR: whether a party stays does not depend on what the others prefer, so that the
 * number is the product of each party's own. SEQ and SSEQ: it does, so that all are tried, where
 * there are at most JOINT_COUNT_MAX.
 */
#include "method/stability/inverse.h"

enum { JOINT_COUNT_MAX = 1 << 21 };

typedef struct joint {
    pp_i_job *job;
    pp_i_small *g;
    size_t movers[PP_GRAPH_MOVER_COUNT_MAX];
    size_t mover_count;
    uint64_t total; /* of all rankings, up to JOINT_COUNT_MAX + 1 */
} joint;

/* (states!)^movers. */
static pp_status count_rankings(joint *j, const char **rankings)
{
    pp_i_arena *arena = j->job->arena;
    pp_i_natural all, number;
    bool good = pp_i_natural_of(arena, 1, &all);
    j->total = 1;
    for (size_t m = 0; m < j->mover_count; m++)
        for (size_t k = 2; good && k <= j->g->states; k++) {
            good = pp_i_natural_of(arena, k, &number) &&
                   pp_i_natural_multiply(arena, all, number, &all);
            j->total = j->total * k > JOINT_COUNT_MAX ? JOINT_COUNT_MAX + 1 : j->total * k;
        }
    return good ? pp_i_job_text(j->job, all, rankings) : pp_i_job_no_memory(j->job);
}

static pp_status count_product(joint *j, pp_concept concept, const char **count)
{
    pp_i_natural product, own;
    pp_status status =
        pp_i_natural_of(j->job->arena, 1, &product) ? PP_OK : pp_i_job_no_memory(j->job);
    for (size_t m = 0; status == PP_OK && m < j->mover_count; m++) {
        j->g->party = j->movers[m];
        status = pp_i_inverse_own(j->job, j->g, concept, &own);
        if (status == PP_OK && !pp_i_natural_multiply(j->job->arena, product, own, &product))
            status = pp_i_job_no_memory(j->job);
    }
    return status == PP_OK ? pp_i_job_text(j->job, product, count) : status;
}

static bool all_stay(const joint *j, pp_concept concept)
{
    for (size_t m = 0; m < j->mover_count; m++)
        if (!pp_i_small_is_stable(j->g, j->movers[m], concept))
            return false;
    return true;
}

/* The next combination of rankings; false after the last. */
static bool next_rankings(joint *j, unsigned char (*orders)[PP_INVERSE_TRIED_STATE_COUNT_MAX])
{
    for (size_t m = 0; m < j->mover_count; m++) {
        bool more = pp_i_next_order(orders[m], j->g->states);
        for (size_t k = 0; k < j->g->states && !more; k++)
            orders[m][k] = (unsigned char)k;
        pp_i_small_rank(j->g, j->movers[m], orders[m]);
        if (more)
            return true;
    }
    return false;
}

/* What holds under SSEQ holds under SEQ. */
static void try_rankings(joint *j, uint64_t *seq, uint64_t *sseq)
{
    unsigned char orders[PP_GRAPH_MOVER_COUNT_MAX][PP_INVERSE_TRIED_STATE_COUNT_MAX];
    for (size_t m = 0; m < j->mover_count; m++) {
        for (size_t k = 0; k < j->g->states; k++)
            orders[m][k] = (unsigned char)k;
        pp_i_small_rank(j->g, j->movers[m], orders[m]);
    }
    *seq = *sseq = 0;
    do {
        if (!all_stay(j, PP_CONCEPT_SEQ))
            continue;
        ++*seq;
        *sseq += all_stay(j, PP_CONCEPT_SSEQ);
    } while (next_rankings(j, orders));
}

pp_status pp_i_inverse_joint(pp_i_stable_work *work, pp_i_small *g, pp_stable_inverse *inverse)
{
    joint j = {.job = &work->job, .g = g};
    unsigned asked = work->options.concepts;
    for (size_t p = 0; p < g->parties; p++)
        if (work->graph.moves[p])
            j.movers[j.mover_count++] = p;
    pp_status status = count_rankings(&j, &inverse->rankings);
    for (size_t c = PP_CONCEPT_NASH; status == PP_OK && c <= PP_CONCEPT_SMR; c++)
        if (asked >> c & 1)
            status = count_product(&j, (pp_concept)c, &inverse->count[c]);
    if (status != PP_OK || j.total > JOINT_COUNT_MAX ||
        g->states > PP_INVERSE_TRIED_STATE_COUNT_MAX)
        return status;
    uint64_t tried[2];
    try_rankings(&j, &tried[0], &tried[1]);
    for (size_t k = 0; status == PP_OK && k < 2; k++) {
        size_t concept = k == 0 ? PP_CONCEPT_SEQ : PP_CONCEPT_SSEQ;
        pp_i_natural number;
        if (!(asked >> concept & 1))
            continue;
        status = pp_i_natural_of(work->job.arena, tried[k], &number)
                     ? pp_i_job_text(&work->job, number, &inverse->count[concept])
                     : pp_i_job_no_memory(&work->job);
    }
    return status;
}
