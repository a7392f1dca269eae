/* robust_relations.c: what is sure and what may be, pair by pair; see robust.h. */
#include <string.h>

#include "method/robustness/robustness.h"
#include "method/stability/robust.h"

/* --- Orders alone ----------------------------------------------------------------------------- */

static pp_status relate_estimate(pp_i_stable_work *work, pp_i_job *job, pp_i_robust *robust,
                                 size_t party, pp_i_relation *relation)
{
    const pp_i_graph *graph = &work->graph;
    size_t words = pp_i_word_count(graph->state_count);
    uint16_t x[PP_CASE_ISSUE_COUNT_MAX], y[PP_CASE_ISSUE_COUNT_MAX];
    relation->decided = true;
    for (size_t s = 0; s < graph->state_count; s++) {
        pp_i_graph_package(graph->the_case, graph->codes[s], x);
        for (size_t t = 0; t < graph->state_count; t++) {
            pp_i_truth always, ever;
            if (s == t)
                continue;
            pp_i_graph_package(graph->the_case, graph->codes[t], y);
            pp_status status = pp_i_robust_compare(robust, party, x, y, &always, &ever);
            if (status == PP_OK && !pp_i_run_step(&job->run, 1))
                status = pp_i_run_status(&job->run, job->error);
            if (status != PP_OK)
                return status;
            relation->decided =
                relation->decided && always != PP_TRUTH_OPEN && ever != PP_TRUTH_OPEN;
            if (ever == PP_TRUTH_NO)
                pp_i_bit_set(relation->sure + s * words, t);
            if (always != PP_TRUTH_YES)
                pp_i_bit_set(relation->maybe + s * words, t);
        }
    }
    relation->exact = false; /* not every choice of pairs is one profile's */
    return PP_OK;
}

/* --- Pairs left uncompared -------------------------------------------------------------------- */

static uint32_t root_of(uint32_t *parent, uint32_t state)
{
    while (parent[state] != state) {
        parent[state] = parent[parent[state]];
        state = parent[state];
    }
    return state;
}

/* States that are said to be alike are one class; classes are numbered from the worst up, those of
 * one rank by their first state. */
static void number_classes(const pp_i_stable_work *work, size_t party, uint32_t *parent,
                           uint32_t *by_rank, pp_i_order_of_states *order)
{
    const uint32_t *ranks = work->ranks[party];
    size_t count = work->graph.state_count;
    for (uint32_t s = 0; s < count; s++)
        parent[s] = s;
    for (uint32_t s = 0; s < count; s++)
        for (uint32_t t = s + 1; t < count; t++)
            if (ranks[s] == ranks[t] && !pp_i_stable_is_unknown(work, party, s, t)) {
                uint32_t a = root_of(parent, s), b = root_of(parent, t);
                parent[a < b ? b : a] = a < b ? a : b;
            }
    size_t listed = 0;
    for (uint32_t s = 0; s < count; s++) { /* by insertion: rank, then state */
        size_t at = listed;
        if (root_of(parent, s) != s)
            continue;
        for (; at > 0 && ranks[by_rank[at - 1]] > ranks[s]; at--)
            by_rank[at] = by_rank[at - 1];
        by_rank[at] = s;
        listed++;
    }
    order->class_count = listed;
    for (uint32_t c = 0; c < listed; c++)
        order->class_of[by_rank[c]] = c;
    for (uint32_t s = 0; s < count; s++)
        order->class_of[s] = order->class_of[root_of(parent, s)];
}

pp_status pp_i_robust_order(const pp_i_stable_work *work, pp_i_job *job, size_t party,
                            pp_i_order_of_states *order)
{
    size_t count = work->graph.state_count;
    const uint32_t *ranks = work->ranks[party];
    uint32_t *parent = PP_NEW_ARRAY(job->arena, uint32_t, count);
    uint32_t *by_rank = PP_NEW_ARRAY(job->arena, uint32_t, count);
    *order = (pp_i_order_of_states){.class_of = PP_NEW_ARRAY(job->arena, uint32_t, count)};
    if (parent == NULL || by_rank == NULL || order->class_of == NULL)
        return pp_i_job_no_memory(job);
    if (work->parties[party].preferring == PP_PREFERRING_NOTHING) {
        for (uint32_t s = 0; s < count; s++)
            order->class_of[s] = s;
        order->class_count = count;
    } else {
        number_classes(work, party, parent, by_rank, order);
    }
    order->words = pp_i_word_count(order->class_count);
    order->below = PP_NEW_ARRAY(job->arena, pp_i_word, order->class_count * order->words);
    if (order->below == NULL)
        return pp_i_job_no_memory(job);
    for (uint32_t s = 0; s < count; s++)
        for (uint32_t t = 0; t < count; t++)
            if (ranks[t] < ranks[s] && !pp_i_stable_is_unknown(work, party, s, t))
                pp_i_bit_set(order->below + order->class_of[s] * order->words, order->class_of[t]);
    for (size_t c = 0; c < order->class_count; c++) { /* what is below what is below, is below */
        pp_i_word *row = order->below + c * order->words;
        for (size_t d = c; d-- > 0;)
            if (pp_i_bit_get(row, d))
                for (size_t w = 0; w < order->words; w++)
                    row[w] |= order->below[d * order->words + w];
    }
    return PP_OK;
}

static pp_status relate_order(pp_i_stable_work *work, pp_i_job *job, size_t party,
                              pp_i_relation *relation)
{
    pp_i_order_of_states order;
    size_t count = work->graph.state_count, words = pp_i_word_count(count);
    pp_status status = pp_i_robust_order(work, job, party, &order);
    for (size_t s = 0; status == PP_OK && s < count; s++)
        for (size_t t = 0; t < count; t++) {
            size_t a = order.class_of[s], b = order.class_of[t];
            if (pp_i_bit_get(order.below + b * order.words, a))
                pp_i_bit_set(relation->sure + s * words, t);
            if (a != b && !pp_i_bit_get(order.below + a * order.words, b))
                pp_i_bit_set(relation->maybe + s * words, t);
        }
    relation->exact = relation->decided = true;
    return status;
}

/* --- All parties ------------------------------------------------------------------------------ */

pp_status pp_i_robust_relations(pp_i_stable_work *work, pp_i_job *job, pp_i_relation *relations)
{
    size_t words = pp_i_word_count(work->graph.state_count);
    pp_i_robust *robust = NULL;
    pp_status status = PP_OK;
    for (size_t p = 0; status == PP_OK && p < work->graph.party_count; p++) {
        bool estimate = work->parties[p].preferring == PP_PREFERRING_ESTIMATE;
        relations[p].sure = PP_NEW_ARRAY(job->arena, pp_i_word, work->graph.state_count * words);
        relations[p].maybe = PP_NEW_ARRAY(job->arena, pp_i_word, work->graph.state_count * words);
        if (relations[p].sure == NULL || relations[p].maybe == NULL)
            return pp_i_job_no_memory(job);
        if (!work->graph.moves[p]) { /* it has a say in nothing */
            relations[p].exact = relations[p].decided = true;
            continue;
        }
        if (estimate && robust == NULL)
            status = pp_i_robust_begin(job, &work->preferences, &robust);
        if (status == PP_OK)
            status = estimate ? relate_estimate(work, job, robust, p, &relations[p])
                              : relate_order(work, job, p, &relations[p]);
    }
    return status;
}
