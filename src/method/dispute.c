/* dispute.c: settling, and the concession sets by elimination; see dispute.h. */
#include "method/dispute.h"

#include <stdlib.h>

pp_status pp_i_dispute_of_all(pp_i_job *job, const pp_i_problem *problem, const pp_i_word *elements,
                              pp_i_dispute *dispute)
{
    const pp_i_word **coalitions = PP_NEW(job->arena, const pp_i_word *);
    if (coalitions == NULL)
        return pp_i_job_no_memory(job);
    coalitions[0] = elements;
    *dispute = (pp_i_dispute){.problem = problem,
                              .coalitions = coalitions,
                              .coalition_count = 1,
                              .elements = elements,
                              .word_count = pp_i_word_count(problem->element_count)};
    return PP_OK;
}

/* The problem with only those demands of a coalition that count. */
static pp_status restricted(pp_i_job *job, const pp_i_dispute *dispute, size_t coalition,
                            const pp_i_word *counted, bool harden, pp_i_problem *problem)
{
    pp_i_word *elements = PP_NEW_ARRAY(&job->scratch, pp_i_word, dispute->word_count);
    if (elements == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < dispute->word_count; i++)
        elements[i] =
            dispute->coalitions[coalition][i] & (counted == NULL ? ~(pp_i_word)0 : counted[i]);
    if (!pp_i_problem_restrict(dispute->problem, elements, harden, &job->scratch, problem))
        return pp_i_job_no_memory(job);
    return PP_OK;
}

pp_status pp_i_dispute_settled(pp_i_job *job, const pp_i_dispute *dispute, const pp_i_word *counted,
                               bool *known, bool *settled, pp_i_value *assignment,
                               size_t *coalition)
{
    *known = true;
    *settled = false;
    for (size_t i = 0; i < dispute->coalition_count && *known && !*settled; i++) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
        pp_i_problem problem;
        pp_i_cost cost = {0};
        pp_status status = restricted(job, dispute, i, counted, true, &problem);
        if (status == PP_OK)
            status = pp_i_solve_exists(&problem, &job->run, known, settled, assignment, &cost,
                                       job->error);
        pp_i_arena_rewind(&job->scratch, mark);
        if (status != PP_OK)
            return status;
        pp_i_job_cost(job, &cost);
        *settled = *known && *settled;
        if (*settled)
            *coalition = i;
    }
    return PP_OK;
}

static int by_size_then_elements(const void *a, const void *b)
{
    const pp_i_concession *x = a, *y = b;
    return pp_i_bits_order(x->elements, y->elements, x->word_count);
}

/* Each set is compared with the smaller ones alone: of one size only equal ones hold each other. */
bool pp_i_concessions_keep_minimal(pp_i_concessions *concessions, pp_i_run *run)
{
    size_t kept = 0, smaller = 0;
    pp_i_concession *items = concessions->list.items;
    if (concessions->list.count < 2)
        return true;
    qsort(items, concessions->list.count, sizeof *items, by_size_then_elements);
    for (size_t i = 0; i < concessions->list.count; i++) {
        pp_i_concession one = items[i];
        if (kept > 0 && items[kept - 1].size != one.size)
            smaller = kept;
        bool covered = kept > smaller && by_size_then_elements(&items[kept - 1], &one) == 0;
        for (size_t j = 0; j < smaller && !covered; j++)
            covered = pp_i_bits_subset(items[j].elements, one.elements, one.word_count);
        if (!covered)
            items[kept++] = one;
        if (run != NULL && !pp_i_run_step(run, 1 + smaller))
            return false;
    }
    concessions->list.count = kept;
    return true;
}

/* Adds the engine's sets to the list; with one coalition their counts are what they open. */
static pp_status take(pp_i_job *job, const pp_i_dispute *dispute, const pp_i_broken_sets *sets,
                      pp_i_concessions *concessions)
{
    for (size_t i = 0; i < sets->count; i++) {
        pp_i_concession one = {.elements = sets->sets[i].elements,
                               .word_count = dispute->word_count,
                               .size = pp_i_bits_count(sets->sets[i].elements, dispute->word_count),
                               .assignment = sets->sets[i].assignment,
                               .opens = sets->sets[i].count,
                               .counted = dispute->coalition_count == 1};
        if (!PP_LIST_ADD(job->arena, &concessions->list, one))
            return pp_i_job_no_memory(job);
    }
    return PP_OK;
}

/* All concession sets of at most `size_max` elements (0: any). *stopped: the run ended it. */
static pp_status up_to_size(pp_i_job *job, const pp_i_dispute *dispute, size_t size_max,
                            pp_i_concessions *concessions, bool *stopped)
{
    pp_i_concessions made = {.complete = true, .bounded = true};
    *stopped = false;
    for (size_t i = 0; i < dispute->coalition_count && !*stopped; i++) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
        pp_i_problem problem;
        pp_i_broken_sets sets = {0};
        pp_i_cost cost = {0};
        pp_status status = restricted(job, dispute, i, NULL, false, &problem);
        if (status == PP_OK)
            status = pp_i_solve_minimal_broken(&problem, size_max, &job->run, job->arena, &sets,
                                               &cost, job->error);
        if (status == PP_OK)
            status = take(job, dispute, &sets, &made);
        pp_i_arena_rewind(&job->scratch, mark);
        if (status != PP_OK)
            return status;
        pp_i_job_cost(job, &cost);
        *stopped = !sets.complete && (!sets.size_bound || job->run.stop != PP_STOP_NONE);
        made.complete = made.complete && sets.complete;
    }
    if (dispute->coalition_count > 1 && !*stopped)
        *stopped = !pp_i_concessions_keep_minimal(&made, &job->run);
    if (!*stopped)
        *concessions = made;
    return PP_OK;
}

pp_status pp_i_dispute_concessions(pp_i_job *job, const pp_i_dispute *dispute, size_t size_max,
                                   pp_i_concessions *concessions)
{
    size_t most = pp_i_bits_count(dispute->elements, dispute->word_count);
    bool stopped = false;
    *concessions = (pp_i_concessions){.bounded = true};
    for (size_t size = 1; !stopped && !concessions->complete; size *= 2) {
        size_t asked = size >= most ? 0 : size;
        bool last = size_max != 0 && size >= size_max;
        size_t known_count = concessions->list.count;
        if (last && asked != 0)
            asked = size_max;
        pp_status status = up_to_size(job, dispute, asked, concessions, &stopped);
        if (status != PP_OK)
            return status;
        /* A larger bound that brought nothing new: blocking sets are the cheaper way to be sure. */
        bool settled_down = known_count > 0 && concessions->list.count == known_count;
        if (last || asked == 0 || settled_down)
            break;
    }
    if (stopped) {
        concessions->bounded = false;
        concessions->why =
            job->run.stop != PP_STOP_NONE ? pp_i_run_stop_text(job->run.stop) : "memory";
    } else if (!concessions->complete && size_max != 0) {
        concessions->why = pp_i_arena_print(
            job->arena, "only sets of at most %zu red lines were asked for", size_max);
        if (concessions->why == NULL)
            return pp_i_job_no_memory(job);
    }
    return PP_OK;
}
