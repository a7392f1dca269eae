/* question.c: ids, dates and formulas of a question; what is wrong with them is said in words. */
#include "model/question.h"

#include <stdio.h>

#include "base/error.h"

void pp_i_model_hint_ids(pp_error *error, const char *what, pp_text wrong, const pp_text *ids,
                         size_t id_count)
{
    if (error == NULL)
        return;
    char list[PP_ERROR_HINT_SIZE];
    size_t used = 0;
    list[0] = '\0';
    for (size_t i = 0; i < id_count && used + 2 < sizeof list; i++) {
        int length = snprintf(list + used, sizeof list - used, "%s%.*s", i == 0 ? "" : ", ",
                              (int)ids[i].length, ids[i].data);
        used += length < 0 ? 0 : (size_t)length;
    }
    ptrdiff_t closest = pp_i_text_closest(wrong, ids, id_count);
    if (closest >= 0)
        pp_i_error_hint(error, "did you mean `%.*s`? The %s are: %s", (int)ids[closest].length,
                        ids[closest].data, what, list);
    else if (id_count > 0)
        pp_i_error_hint(error, "the %s are: %s", what, list);
    else
        pp_i_error_hint(error, "the case has no %s", what);
}

pp_status pp_i_question_date(const pp_case *the_case, const char *as_of, pp_i_date *date,
                             pp_error *error)
{
    pp_i_date asked = 0;
    if (as_of != NULL && !pp_i_date_parse(pp_i_text_of(as_of), &asked)) {
        pp_i_fail(error, PP_ERROR_ARGUMENT, "`%.64s` is no date", as_of);
        pp_i_error_hint(error, "write a day of the calendar as YYYY-MM-DD");
        return PP_ERROR_ARGUMENT;
    }
    *date = pp_i_case_date(the_case, asked);
    return PP_OK;
}

pp_status pp_i_question_drop(const pp_case *the_case, const pp_question *question,
                             pp_i_word *counting, pp_i_arena *arena, pp_error *error)
{
    for (size_t i = 0; i < question->drop_count; i++) {
        pp_text id = pp_i_text_of(question->drop[i]);
        size_t red_line = pp_i_map_get(&the_case->red_line_ids, id);
        if (red_line != PP_NONE) {
            pp_i_bit_clear(counting, red_line);
            continue;
        }
        pp_text *ids = PP_NEW_ARRAY(arena, pp_text, the_case->red_line_count);
        if (ids == NULL)
            return pp_i_fail_memory(error);
        for (size_t j = 0; j < the_case->red_line_count; j++)
            ids[j] = the_case->red_lines[j].id;
        pp_i_fail(error, PP_ERROR_ARGUMENT, "there is no red line `%.64s` to drop",
                  question->drop[i]);
        pp_i_model_hint_ids(error, "red lines", id, ids, the_case->red_line_count);
        return PP_ERROR_ARGUMENT;
    }
    return PP_OK;
}

pp_status pp_i_question_table(const pp_case *the_case, const pp_question *question, size_t *places,
                              size_t *count, pp_i_arena *arena, pp_error *error)
{
    pp_i_party_set seen = {{0}};
    *count = 0;
    for (size_t i = 0; i < question->table_count; i++) {
        pp_text id = pp_i_text_of(question->table[i]);
        size_t party = pp_i_map_get(&the_case->party_ids, id);
        if (party != PP_NONE) {
            if (!pp_i_set256_has(&seen, party))
                places[(*count)++] = party;
            pp_i_set256_add(&seen, party);
            continue;
        }
        pp_text *ids = PP_NEW_ARRAY(arena, pp_text, the_case->party_count);
        if (ids == NULL)
            return pp_i_fail_memory(error);
        for (size_t j = 0; j < the_case->party_count; j++)
            ids[j] = the_case->parties[j].id;
        pp_i_fail(error, PP_ERROR_ARGUMENT, "there is no party `%.64s` for the table",
                  question->table[i]);
        pp_i_model_hint_ids(error, "parties", id, ids, the_case->party_count);
        return PP_ERROR_ARGUMENT;
    }
    return PP_OK;
}

/* The first error among diagnostics; null where there is none. */
static const pp_i_diagnostic *first_error(const pp_i_diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->list.count; i++)
        if (diagnostics->list.items[i].severity == PP_SEVERITY_ERROR)
            return &diagnostics->list.items[i];
    return NULL;
}

pp_status pp_i_question_assume(const pp_case *the_case, const char *words, pp_i_arena *arena,
                               pp_i_formula *formula, pp_error *error)
{
    pp_i_vocabulary vocabulary = pp_i_case_vocabulary(the_case);
    pp_i_diagnostics diagnostics;
    pp_text text = pp_i_text_of(words);
    pp_i_diagnostics_init(&diagnostics, arena);
    pp_i_diagnostics_set_file(&diagnostics, "assumption", text);
    pp_status status =
        pp_i_formula_parse(text, NULL, &vocabulary, arena, &diagnostics, formula, error);
    if (diagnostics.failed)
        return pp_i_fail_memory(error);
    if (status != PP_ERROR_INPUT)
        return status;
    const pp_i_diagnostic *fault = first_error(&diagnostics);
    pp_i_fail(error, PP_ERROR_ARGUMENT, "in the assumed formula `%.200s`: %s", words,
              fault == NULL ? "it does not parse" : fault->message);
    if (fault != NULL && fault->hint != NULL)
        pp_i_error_hint(error, "%s", fault->hint);
    return PP_ERROR_ARGUMENT;
}
