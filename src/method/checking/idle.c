/* idle.c: parts of a case that do nothing: issues, sources, parties, red lines, statements. */
#include "method/checking/parts.h"

static void note(pp_i_checking *work, pp_i_place place, const char *hint, const char *words,
                 pp_text id)
{
    pp_i_diagnostic *said =
        pp_i_diagnose(&work->check->diagnostics, PP_SEVERITY_NOTE, place, 1, words, PP_I_WORDS(id));
    pp_i_diagnose_hint(&work->check->diagnostics, said, "%s", hint);
}

/* Marks the issues that a preference names. */
static void issues_of_preference(const pp_i_preference *of, pp_i_word *named)
{
    for (size_t i = 0; i < of->importance_count; i++)
        for (size_t j = 0; j < of->importance[i].count; j++)
            pp_i_bit_set(named, of->importance[i].subjects[j]);
    for (size_t i = 0; i < of->order_count; i++)
        pp_i_bit_set(named, of->orders[i].issue);
    for (size_t i = 0; i < of->value_count; i++)
        pp_i_bit_set(named, of->values[i].issue);
    for (size_t i = 0; i < of->weight_count; i++)
        pp_i_bit_set(named, of->weights[i].issue);
    for (size_t i = 0; i < of->no_deal_count; i++)
        pp_i_formula_subjects(&of->no_deal[i].than, named);
    for (size_t i = 0; i < of->priority_count; i++)
        pp_i_formula_subjects(&of->priorities[i], named);
    pp_i_formula_subjects(&of->does_not_see, named);
}

/* Marks the issues that anything names. */
static void issues_named(const pp_case *the_case, pp_i_word *named)
{
    for (size_t i = 0; i < the_case->link_count; i++)
        pp_i_formula_subjects(&the_case->links[i].rule, named);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        pp_i_formula_subjects(&the_case->red_lines[i].holds, named);
    for (size_t i = 0; i < the_case->statement_count; i++) {
        pp_i_formula_subjects(&the_case->statements[i].about, named);
        pp_i_formula_subjects(&the_case->statements[i].condition, named);
    }
    for (size_t i = 0; i < the_case->preference_count; i++)
        issues_of_preference(&the_case->preferences[i], named);
    for (size_t i = 0; i < the_case->same_count; i++)
        pp_i_formula_subjects(&the_case->same[i], named);
}

static pp_status idle_issues(pp_i_checking *work)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_word *named =
        PP_NEW_ARRAY(&work->job.scratch, pp_i_word, pp_i_word_count(the_case->issue_count));
    if (named == NULL)
        return pp_i_job_no_memory(&work->job);
    issues_named(the_case, named);
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (!pp_i_bit_get(named, i))
            note(work, the_case->issues[i].place,
                 "it multiplies the packages and nobody has spoken to it",
                 "nothing names the issue `%.*s`", the_case->issues[i].id);
    return PP_OK;
}

static pp_status idle_sources(pp_i_checking *work)
{
    const pp_case *the_case = work->model.the_case;
    bool *used = PP_NEW_ARRAY(&work->job.scratch, bool, the_case->source_count);
    if (used == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < the_case->statement_count; i++)
        if (the_case->statements[i].source < the_case->source_count)
            used[the_case->statements[i].source] = true;
    for (size_t i = 0; i < the_case->source_count; i++)
        if (!used[i])
            note(work, the_case->sources[i].place, "enter what it says, or leave it out",
                 "no statement uses the source `%.*s`", the_case->sources[i].id);
    return PP_OK;
}

static pp_status idle_parties(pp_i_checking *work)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_party_set heard = {{0}};
    for (size_t i = 0; i < the_case->statement_count; i++)
        pp_i_set256_add(&heard, the_case->statements[i].party);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        pp_i_set256_add(&heard, the_case->red_lines[i].party);
    for (size_t i = 0; i < the_case->preference_count; i++)
        pp_i_set256_add(&heard, the_case->preferences[i].party);
    for (size_t i = 0; i < the_case->party_count; i++)
        if (!pp_i_set256_has(&heard, i))
            note(work, the_case->parties[i].place,
                 pp_i_set256_has(&work->model.named, i)
                     ? "its consent is needed, and as far as the case knows it consents to anything"
                     : "silence is shown as silence",
                 "the party `%.*s` has no statement, no red line and no preference",
                 the_case->parties[i].id);
    return PP_OK;
}

static void idle_red_lines(pp_i_checking *work)
{
    const pp_case *the_case = work->model.the_case;
    for (size_t i = 0; i < the_case->red_line_count; i++) {
        const pp_i_red_line *line = &the_case->red_lines[i];
        if (pp_i_bit_get(work->model.counting, i) &&
            !pp_i_set256_has(&work->model.named, line->party))
            note(work, line->place,
                 "it decides nothing in `zone`; `--table` shows whether a deal crosses it",
                 "the red line `%.*s` is that of a party whose consent is not needed", line->id);
    }
}

static pp_status idle_statements(pp_i_checking *work)
{
    const pp_case *the_case = work->model.the_case;
    bool *used = PP_NEW_ARRAY(&work->job.scratch, bool, the_case->statement_count);
    if (used == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        for (size_t j = 0; j < the_case->red_lines[i].because_count; j++)
            used[the_case->red_lines[i].because[j]] = true;
    for (size_t i = 0; i < the_case->preference_count; i++)
        for (size_t j = 0; j < the_case->preferences[i].because_count; j++)
            used[the_case->preferences[i].because[j]] = true;
    for (size_t i = 0; i < the_case->statement_count; i++) {
        const pp_i_statement *said = &the_case->statements[i];
        if (!used[i] && said->quote.length == 0 && said->replaces == PP_NONE)
            note(work, said->place, "add the words that show it, as `quote:`",
                 "the statement `%.*s` has no quotation and bears no red line and no preference", said->id);
    }
    return PP_OK;
}

pp_status pp_i_check_idle(pp_i_checking *work)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(&work->job.scratch);
    pp_status status = idle_issues(work);
    if (status == PP_OK)
        status = idle_sources(work);
    if (status == PP_OK)
        status = idle_parties(work);
    if (status == PP_OK)
        status = idle_statements(work);
    idle_red_lines(work);
    pp_i_arena_rewind(&work->job.scratch, mark);
    return status;
}
