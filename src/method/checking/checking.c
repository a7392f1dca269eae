/* checking.c: what reading found, and what only shows when formulas are understood; see
 * pourparler/check.h. */
#include "method/checking/checking.h"

#include "base/error.h"
#include "method/checking/parts.h"

enum { QUOTE_SHOWN_COLUMN_COUNT = 80 };

void pp_i_check_say_statement(pp_i_builder *builder, const pp_case *the_case, size_t statement)
{
    const pp_i_statement *said = &the_case->statements[statement];
    pp_i_builder_print(builder, "`%.*s` (line %zu", PP_I_WORDS(said->id), said->place.line);
    if (said->quote.length > 0) {
        pp_text words = pp_i_text_trim(said->quote);
        size_t shown = pp_i_text_fit(words, QUOTE_SHOWN_COLUMN_COUNT);
        bool cut = shown < words.length;
        words.length = shown;
        pp_i_builder_add_string(builder, ": \"");
        pp_i_builder_add_printable(builder, words);
        pp_i_builder_add_string(builder, cut ? " ...\"" : "\"");
    }
    pp_i_builder_add_string(builder, ")");
}

const char *pp_i_check_line(pp_i_checking *work, pp_text words)
{
    pp_i_builder builder;
    pp_i_builder_init(&builder, work->job.arena);
    pp_i_builder_add_printable(&builder, words);
    work->check->diagnostics.failed = work->check->diagnostics.failed || builder.failed;
    return builder.data == NULL ? "" : builder.data;
}

/* What reading found: their texts lie in the case, which outlives the answer. */
static pp_status take_over(pp_check *check, const pp_case *the_case, pp_error *error)
{
    const pp_i_diagnostics *found = &the_case->diagnostics;
    for (size_t i = 0; i < found->list.count; i++)
        if (!PP_LIST_ADD(&check->arena, &check->diagnostics.list, found->list.items[i]))
            return pp_i_fail_memory(error);
    check->diagnostics.error_count = found->error_count;
    check->diagnostics.warning_count = found->warning_count;
    pp_i_diagnostics_set_file(&check->diagnostics, the_case->file, the_case->words);
    return PP_OK;
}

/* Everything that needs a case without errors. */
static pp_status look(pp_check *check, const pp_question *question, const pp_control *control,
                      pp_error *error)
{
    typedef pp_status part(pp_i_checking *);
    static part *const parts[] = {pp_i_check_links, pp_i_check_red_lines, pp_i_check_preferences,
                                  pp_i_check_statements, pp_i_check_idle};
    pp_i_checking work = {.check = check};
    pp_i_job_init(&work.job, control, &check->arena, error);
    pp_status status =
        pp_i_model_make(check->the_case, question, &check->arena, &work.model, error);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == PP_OK; i++)
        status = parts[i](&work);
    check->incomplete = work.job.incomplete.items;
    check->incomplete_count = work.job.incomplete.count;
    pp_i_job_end(&work.job);
    return status;
}

pp_status pp_i_check_solve(const pp_case *the_case, const pp_question *question,
                           const pp_control *control, pp_check **check, pp_error *error)
{
    pp_allocator allocator = pp_i_allocator_of(control);
    pp_check *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (pp_check){.the_case = the_case};
    pp_i_arena_init(&made->arena, allocator);
    pp_i_diagnostics_init(&made->diagnostics, &made->arena);
    pp_status status = take_over(made, the_case, error);
    if (status == PP_OK && the_case->diagnostics.error_count == 0)
        status = look(made, question, control, error);
    if (status == PP_OK && made->diagnostics.failed)
        status = pp_i_fail_memory(error);
    if (status != PP_OK) {
        pp_i_check_free(made);
        return status;
    }
    pp_i_diagnostics_sort(&made->diagnostics);
    made->complete = made->incomplete_count == 0;
    *check = made;
    return PP_OK;
}

void pp_i_check_free(pp_check *check)
{
    if (check == NULL)
        return;
    pp_allocator allocator = check->arena.allocator;
    pp_i_arena_free(&check->arena);
    allocator.resize(allocator.context, check, sizeof *check, 0);
}
