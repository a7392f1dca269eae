/* contradiction.c: disputes whose smallest blocking set is the contradiction; see contradiction.h.
 */
#include "method/contradiction.h"

static pp_status find(pp_i_job *job, const pp_i_problem *problem, const pp_i_word *elements,
                      const size_t **places, size_t *count)
{
    const pp_i_word *smallest = NULL;
    bool proved = false;
    pp_i_dispute dispute;
    pp_status status = pp_i_dispute_of_all(job, problem, elements, &dispute);
    if (status == PP_OK)
        status = pp_i_dispute_smallest_blocking(job, &dispute, &smallest, &proved);
    if (status == PP_OK && job->run.stop != PP_STOP_NONE)
        status = pp_i_job_stopped(job, "contradiction");
    else if (status == PP_OK && smallest != NULL && !proved)
        status = pp_i_job_incomplete(job, "contradiction", PP_BLOCKING_WHY_CUT);
    if (status != PP_OK || smallest == NULL)
        return status;
    size_t *list = PP_NEW_ARRAY(job->arena, size_t, pp_i_bits_count(smallest, dispute.word_count));
    size_t found = 0, element_count = problem->element_count;
    if (list == NULL)
        return pp_i_job_no_memory(job);
    for (size_t e = 0; (e = pp_i_bits_next(smallest, element_count, e)) < element_count; e++)
        list[found++] = e;
    *places = list;
    *count = found;
    return PP_OK;
}

/* The problem in which each rule is a demand. */
static bool rules_as_demands(pp_i_job *job, const pp_i_model *model, pp_i_problem *problem)
{
    if (!pp_i_model_bare(model, job->arena, problem))
        return false;
    for (size_t i = 0; i < model->rule_count; i++) {
        pp_i_factor factor = pp_i_table_hard(&model->rule_tables[i]);
        factor.kind = PP_FACTOR_SOFT;
        factor.element = (uint32_t)i;
        if (!pp_i_problem_add_factor(problem, &factor))
            return false;
    }
    return true;
}

pp_status pp_i_contradiction_of_links(pp_i_job *job, const pp_i_model *model, const size_t **places,
                                      size_t *count)
{
    pp_i_problem *problem = PP_NEW(job->arena, pp_i_problem);
    pp_i_word *all = PP_NEW_ARRAY(job->arena, pp_i_word, pp_i_word_count(model->rule_count));
    if (problem == NULL || all == NULL || !rules_as_demands(job, model, problem))
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < model->rule_count; i++)
        pp_i_bit_set(all, i);
    return find(job, problem, all, places, count);
}

pp_status pp_i_contradiction_of_lines(pp_i_job *job, const pp_i_model *model,
                                      const pp_i_word *lines, const size_t **places, size_t *count)
{
    return find(job, &model->problem, lines, places, count);
}
