/* rule.c: the consent rule as the engine asks it: which parties may refuse together. */
#include "method/zone/parts.h"

bool pp_i_zone_rule_accepts(const void *context, const pp_i_word *refusing)
{
    const pp_i_zone_rule *by = context;
    pp_i_party_set consenting;
    if (by->owners == NULL) {
        for (size_t w = 0; w < by->word_count; w++)
            consenting.words[w] = ~refusing[w];
    } else {
        memset(&consenting, 0xff, sizeof consenting);
        for (size_t g = 0; (g = pp_i_bits_next(refusing, by->owner_count, g)) < by->owner_count;
             g++)
            pp_i_set256_remove(&consenting, by->owners[g]);
    }
    return pp_i_consent_holds(by->consent, consenting.words, by->scratch);
}

/* Of more parties than one word holds, those with a red line in the problem become its groups:
 * mostly they fit one word, which elimination wants. */
static bool number_owners(pp_i_zone_rule *by, pp_i_problem *problem, pp_i_arena *arena)
{
    by->word_count = pp_i_word_count(problem->group_count);
    if (problem->group_count <= PP_WORD_BITS)
        return true;
    uint16_t *owners = PP_NEW_ARRAY(arena, uint16_t, problem->group_count);
    uint16_t group_of[PP_CASE_PARTY_COUNT_MAX];
    if (owners == NULL)
        return false;
    memset(group_of, 0xff, sizeof group_of);
    for (size_t f = 0; f < problem->factors.count; f++) {
        pp_i_factor *factor = &problem->factors.items[f];
        if (factor->kind != PP_FACTOR_SOFT)
            continue;
        if (group_of[factor->group] == UINT16_MAX) {
            owners[by->owner_count] = (uint16_t)factor->group;
            group_of[factor->group] = (uint16_t)by->owner_count++;
        }
        factor->group = group_of[factor->group];
    }
    problem->group_count = by->owner_count;
    by->owners = owners;
    return true;
}

bool pp_i_zone_rule_make(const pp_i_model *model, const pp_i_word *lines, pp_i_arena *arena,
                         pp_i_zone_rule *rule, pp_i_problem *problem)
{
    *rule = (pp_i_zone_rule){
        .consent = &model->consent,
        .scratch = PP_NEW_ARRAY(arena, unsigned char, model->consent.node_count)};
    return rule->scratch != NULL &&
           pp_i_problem_restrict(&model->problem, lines, false, arena, problem) &&
           number_owners(rule, problem, arena);
}

pp_status pp_i_zone_any(pp_i_zone_work *work, const pp_i_value *values, bool *known, bool *exists,
                        pp_i_value *whole, pp_error *error)
{
    pp_i_job *job = &work->job;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_zone_rule by;
    pp_i_problem problem, conditioned;
    pp_status status = PP_OK;
    if (!pp_i_zone_rule_make(&work->model, work->model.relevant, &job->scratch, &by, &problem) ||
        (values != NULL &&
         !pp_i_problem_condition(&problem, values, &job->scratch, &conditioned)))
        status = pp_i_job_no_memory(job);
    else
        status = pp_i_solve_exists_groups(values == NULL ? &problem : &conditioned,
                                          pp_i_zone_rule_accepts, &by, &job->run, known, exists,
                                          whole, error);
    for (size_t v = 0; status == PP_OK && *known && *exists && values != NULL && whole != NULL &&
                       v < problem.domain_sizes.count;
         v++)
        if (values[v] != PP_VALUE_FREE)
            whole[v] = values[v];
    pp_i_arena_rewind(&job->scratch, mark);
    *exists = status == PP_OK && *known && *exists;
    return status;
}
