/* red_lines.c: red lines that always or never hold, and those of one party that cannot all hold. */
#include "method/checking/parts.h"

/* Is there a package within the links that keeps the red line (breaks it, with `broken`)? */
static pp_status asked(pp_i_checking *work, size_t line, bool broken, bool *known, bool *exists)
{
    pp_i_job *job = &work->job;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_table table = work->model.line_tables[line];
    pp_i_problem problem;
    pp_i_cost cost = {0};
    pp_i_word *none = PP_NEW_ARRAY(&job->scratch, pp_i_word, work->model.word_count);
    bool good = none != NULL && (!broken || pp_i_table_negate(&table, &job->scratch, &table)) &&
                pp_i_problem_restrict(&work->model.problem, none, true, &job->scratch, &problem);
    pp_i_factor factor = pp_i_table_hard(&table);
    if (!good || !pp_i_problem_add_factor(&problem, &factor))
        return pp_i_job_no_memory(job);
    pp_status status =
        pp_i_solve_exists(&problem, &job->run, known, exists, NULL, &cost, job->error);
    pp_i_arena_rewind(&job->scratch, mark);
    return status;
}

/* Says that a red line always or never holds. */
static void say_constant(pp_i_checking *work, size_t line, bool always)
{
    const pp_i_red_line *of = &work->model.the_case->red_lines[line];
    bool alone = pp_i_table_is_constant(&work->model.line_tables[line], always);
    pp_i_diagnostic *said = pp_i_diagnose(
        &work->check->diagnostics, PP_SEVERITY_WARNING, of->place, 1,
        "the red line `%.*s` %s: `%s` %s%s", PP_I_WORDS(of->id),
        always ? "asks for nothing" : "can never be met", pp_i_check_line(work, of->holds.words),
        always ? "holds for every package" : "holds for no package",
        alone ? "" : " that satisfies the links");
    pp_i_diagnose_hint(&work->check->diagnostics, said,
                       always ? "leave it out, or say what would break it"
                              : "as long as it counts, this party consents to nothing");
}

/* Marks in `impossible` the red lines that hold for no package. */
static pp_status look_at_each(pp_i_checking *work, pp_i_word *impossible)
{
    const pp_i_model *model = &work->model;
    for (size_t i = 0; i < model->the_case->red_line_count; i++) {
        bool known = true, kept = true, broken = true;
        if (!pp_i_bit_get(model->counting, i))
            continue;
        if (pp_i_table_is_constant(&model->line_tables[i], true)) {
            broken = false;
        } else if (pp_i_table_is_constant(&model->line_tables[i], false)) {
            kept = false;
        } else if (!work->contradictory) {
            pp_status status = asked(work, i, false, &known, &kept);
            if (status == PP_OK && known && kept)
                status = asked(work, i, true, &known, &broken);
            if (status == PP_OK && !known)
                return pp_i_job_stopped(&work->job, "red_lines");
            if (status != PP_OK)
                return status;
        }
        if (!kept)
            pp_i_bit_set(impossible, i);
        if (!kept || !broken)
            say_constant(work, i, kept);
    }
    return PP_OK;
}

/* The statements that bear the red lines, with their words. */
static void say_statements(const pp_i_checking *work, const size_t *lines, size_t count,
                           pp_i_builder *builder)
{
    const pp_case *the_case = work->model.the_case;
    const char *before = "; said in ";
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < the_case->red_lines[lines[i]].because_count; j++) {
            size_t statement = the_case->red_lines[lines[i]].because[j];
            if (!pp_i_statement_counts(the_case, statement, work->model.date))
                continue;
            pp_i_builder_add_string(builder, before);
            pp_i_check_say_statement(builder, the_case, statement);
            before = ", ";
        }
}

static pp_status say_contradiction(pp_i_checking *work, size_t party, const size_t *lines,
                                   size_t count)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_builder builder;
    pp_i_builder_init(&builder, &work->job.scratch);
    for (size_t i = 0; i < count; i++)
        pp_i_builder_print(&builder, "%s`%.*s` (line %zu)",
                           i == 0           ? ""
                           : i + 1 == count ? " and "
                                            : ", ",
                           PP_I_WORDS(the_case->red_lines[lines[i]].id),
                           the_case->red_lines[lines[i]].place.line);
    pp_i_builder_print(&builder, " of `%.*s` cannot all hold",
                       PP_I_WORDS(the_case->parties[party].id));
    say_statements(work, lines, count, &builder);
    if (builder.failed)
        return pp_i_job_no_memory(&work->job);
    pp_i_diagnostic *said =
        pp_i_diagnose(&work->check->diagnostics, PP_SEVERITY_WARNING,
                      the_case->red_lines[lines[0]].place, 1, "the red lines %s", builder.data);
    pp_i_diagnose_hint(&work->check->diagnostics, said,
                       "as long as all of them count, this party consents to nothing: does a later "
                       "statement replace an earlier one, or is one of them wider than what was "
                       "said?");
    return PP_OK;
}

/* The smallest set of a party's red lines that contradict one another, if any. */
static pp_status look_at_party(pp_i_checking *work, size_t party, const pp_i_word *impossible)
{
    pp_i_job *job = &work->job;
    const pp_i_model *model = &work->model;
    const size_t *lines = NULL;
    size_t count = 0;
    const pp_i_party_set alone = pp_i_set256_of(party);
    pp_i_word *own = pp_i_model_lines_of(model, &alone, job->arena);
    if (own == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < model->word_count; i++)
        own[i] &= ~impossible[i];
    if (pp_i_bits_count(own, model->word_count) < 2)
        return PP_OK;
    pp_status status = pp_i_contradiction_of_lines(job, model, own, &lines, &count);
    return status == PP_OK && count > 0 ? say_contradiction(work, party, lines, count) : status;
}

pp_status pp_i_check_red_lines(pp_i_checking *work)
{
    pp_i_job *job = &work->job;
    pp_i_word *impossible = PP_NEW_ARRAY(job->arena, pp_i_word, work->model.word_count);
    if (impossible == NULL)
        return pp_i_job_no_memory(job);
    pp_i_run_part(&job->run, "red_lines");
    pp_status status = look_at_each(work, impossible);
    for (size_t i = 0; i < work->model.the_case->party_count && !work->contradictory; i++)
        if (status == PP_OK)
            status = look_at_party(work, i, impossible);
    return status;
}
