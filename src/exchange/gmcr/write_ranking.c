/* write_ranking.c: rankings of gmcr-py, which count feasible states by their codes there. */
#include <stdlib.h>

#include "exchange/gmcr/write_parts.h"

struct pp_i_gmcr_ranked {
    uint64_t code; /* there */
    size_t state;
    size_t place; /* among the feasible codes, from 1 */
    uint32_t rank;
};

static int by_code(const void *a, const void *b)
{
    uint64_t x = ((const pp_i_gmcr_ranked *)a)->code, y = ((const pp_i_gmcr_ranked *)b)->code;
    return (x > y) - (x < y);
}

static int by_rank(const void *a, const void *b)
{
    const pp_i_gmcr_ranked *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank > y->rank ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* The code of a package there. */
static uint64_t code_there(const pp_i_gmcr_writing *w, uint64_t code)
{
    uint64_t made = 0;
    for (size_t i = 0; i < w->the_case->issue_count; i++) {
        uint64_t size = w->the_case->issues[i].option_count, option = code % size;
        if (size == 2)
            made |= option << w->first[i];
        else
            made |= UINT64_C(1) << (w->first[i] + option);
        code /= size;
    }
    return made;
}

pp_i_gmcr_ranked *pp_i_gmcr_list_states(pp_i_gmcr_writing *w, size_t *count)
{
    const pp_i_gmcr_ranks *all = w->ranks;
    *count = all->member_first[all->state_count];
    if (w->option_count > PP_GMCR_RANKED_OPTION_COUNT_MAX ||
        *count > PP_GMCR_RANKED_STATE_COUNT_MAX) {
        FAULT(w, ((pp_i_place){0, 0}),
              "rankings of %zu packages with %zu options are more than the %d options that can be "
              "written; priorities have no such limit",
              *count, w->option_count, (int)PP_GMCR_RANKED_OPTION_COUNT_MAX);
        return NULL;
    }
    pp_i_gmcr_ranked *list = PP_NEW_ARRAY(w->arena, pp_i_gmcr_ranked, *count);
    w->failed = w->failed || list == NULL;
    for (size_t s = 0; list != NULL && s < all->state_count; s++)
        for (size_t m = all->member_first[s]; m < all->member_first[s + 1]; m++)
            list[m] = (pp_i_gmcr_ranked){.code = code_there(w, all->members[m]), .state = s};
    if (list != NULL)
        qsort(list, *count, sizeof *list, by_code);
    for (size_t k = 0; list != NULL && k < *count; k++)
        list[k].place = k + 1;
    return list;
}

json_t *pp_i_gmcr_ranking_of(pp_i_gmcr_writing *w, size_t party, pp_i_gmcr_ranked *list,
                             size_t count)
{
    json_t *ranking = json_array();
    for (size_t k = 0; k < count; k++)
        list[k].rank = w->ranks->ranks[party][list[k].state];
    qsort(list, count, sizeof *list, by_rank);
    for (size_t k = 0, end; k < count; k = end) {
        for (end = k + 1; end < count && list[end].rank == list[k].rank; end++)
            ;
        if (end == k + 1) {
            add(w, ranking, json_integer((json_int_t)list[k].place));
            continue;
        }
        json_t *tied = json_array();
        for (size_t j = k; j < end; j++)
            add(w, tied, json_integer((json_int_t)list[j].place));
        add(w, ranking, tied);
    }
    return ranking;
}
