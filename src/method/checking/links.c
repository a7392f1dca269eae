/* links.c: links that contradict one another, and links that never bind. */
#include "method/checking/parts.h"

/* Where a rule stands; an assumption of the question has no place. */
static pp_i_place place_of(const pp_case *the_case, size_t rule)
{
    return rule < the_case->link_count ? the_case->links[rule].place : (pp_i_place){0, 0};
}

static void say_rules(const pp_i_model *model, const size_t *rules, size_t count,
                      pp_i_builder *builder)
{
    const pp_case *the_case = model->the_case;
    for (size_t i = 0; i < count; i++) {
        pp_i_builder_add_string(builder, i == 0 ? "" : i + 1 == count ? " and " : ", ");
        pp_i_builder_add_byte(builder, '`');
        pp_i_builder_add_printable(builder, model->rules[rules[i]].words);
        if (rules[i] < the_case->link_count)
            pp_i_builder_print(builder, "` (line %zu)", the_case->links[rules[i]].place.line);
        else
            pp_i_builder_add_string(builder, "` (assumed)");
    }
}

static pp_status say_contradiction(pp_i_checking *work)
{
    pp_i_job *job = &work->job;
    const size_t *rules = NULL;
    size_t count = 0;
    pp_i_builder builder;
    pp_status status = pp_i_contradiction_of_links(job, &work->model, &rules, &count);
    if (status != PP_OK || count == 0)
        return status;
    pp_i_builder_init(&builder, &job->scratch);
    say_rules(&work->model, rules, count, &builder);
    if (builder.failed)
        return pp_i_job_no_memory(job);
    pp_i_diagnostic *said = pp_i_diagnose(
        &work->check->diagnostics, PP_SEVERITY_WARNING, place_of(work->model.the_case, rules[0]), 1,
        count == 1 ? "no package satisfies %s" : "no package satisfies all of these: %s",
        builder.data);
    pp_i_diagnose_hint(&work->check->diagnostics, said,
                       "links say what must go together whatever anyone wants; what a party wants "
                       "is a red line");
    return PP_OK;
}

static void say_idle_links(pp_i_checking *work)
{
    const pp_i_model *model = &work->model;
    for (size_t i = 0; i < model->the_case->link_count; i++) {
        if (!pp_i_table_is_constant(&model->rule_tables[i], true))
            continue;
        pp_i_diagnostic *said =
            pp_i_diagnose(&work->check->diagnostics, PP_SEVERITY_NOTE, place_of(model->the_case, i),
                          1, "this link never binds: `%s` holds for every package",
                          pp_i_check_line(work, model->rules[i].words));
        pp_i_diagnose_hint(&work->check->diagnostics, said, "mend it or leave it out");
    }
}

pp_status pp_i_check_links(pp_i_checking *work)
{
    pp_i_job *job = &work->job;
    bool known = false, exists = true;
    pp_i_problem problem;
    pp_i_cost cost = {0};
    pp_i_word *none = PP_NEW_ARRAY(&job->scratch, pp_i_word, work->model.word_count);
    if (none == NULL ||
        !pp_i_problem_restrict(&work->model.problem, none, true, &job->scratch, &problem))
        return pp_i_job_no_memory(job);
    pp_i_run_part(&job->run, "links");
    pp_status status =
        pp_i_solve_exists(&problem, &job->run, &known, &exists, NULL, &cost, job->error);
    if (status == PP_OK && !known)
        status = pp_i_job_stopped(job, "links");
    work->contradictory = status == PP_OK && known && !exists;
    if (work->contradictory)
        status = say_contradiction(work);
    say_idle_links(work);
    return status;
}
