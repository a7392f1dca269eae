/* uncertain.c: pairs of states that a party leaves uncompared, and states that it does not see. */
#include <stdlib.h>

#include "method/stability/ranks.h"

static int by_pair(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

pp_status pp_i_find_unknown(pp_i_stable_work *work, size_t party, const pp_i_preference *said)
{
    uint64_t *pairs = PP_NEW_ARRAY(work->job.arena, uint64_t, 2 * said->unknown_count);
    size_t count = 0;
    if (pairs == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < said->unknown_count; i++) {
        uint32_t a = pp_i_graph_state(&work->graph,
                                      pp_i_graph_code(work->model.the_case, said->unknown[i].a));
        uint32_t b = pp_i_graph_state(&work->graph,
                                      pp_i_graph_code(work->model.the_case, said->unknown[i].b));
        if (a == UINT32_MAX || b == UINT32_MAX || a == b)
            continue;
        pairs[count++] = (uint64_t)a << 32 | b;
        pairs[count++] = (uint64_t)b << 32 | a;
    }
    qsort(pairs, count, sizeof *pairs, by_pair);
    work->unknown[party] = (pp_i_unknown_pairs){pairs, count};
    work->parties[party].unknown = count / 2;
    work->any_unknown = work->any_unknown || count > 0;
    return PP_OK;
}

bool pp_i_stable_is_unknown(const pp_i_stable_work *work, size_t party, uint32_t a, uint32_t b)
{
    const pp_i_unknown_pairs *of = &work->unknown[party];
    uint64_t pair = (uint64_t)a << 32 | b;
    return of->count > 0 && bsearch(&pair, of->pairs, of->count, sizeof pair, by_pair) != NULL;
}

pp_status pp_i_find_hidden(pp_i_stable_work *work, size_t party, const pp_i_preference *said)
{
    const pp_case *the_case = work->model.the_case;
    size_t count = work->graph.state_count;
    if (said->does_not_see.node_count == 0)
        return PP_OK;
    pp_i_word *hidden = PP_NEW_ARRAY(work->job.arena, pp_i_word, pp_i_word_count(count));
    uint16_t *package = PP_NEW_ARRAY(work->job.arena, uint16_t, the_case->issue_count);
    unsigned char *scratch =
        PP_NEW_ARRAY(work->job.arena, unsigned char, said->does_not_see.node_count);
    if (hidden == NULL || package == NULL || scratch == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t s = 0; s < count; s++) {
        pp_i_graph_package(the_case, work->graph.codes[s], package);
        if (pp_i_formula_holds(&said->does_not_see, package, scratch))
            pp_i_bit_set(hidden, s);
    }
    work->hidden[party] = hidden;
    return PP_OK;
}
