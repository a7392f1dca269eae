/* position.c: see position.h. */
#include "report/position.h"

#include <stdlib.h>

#include "base/error.h"
#include "model/question.h"

static pp_status check_assumptions(const pp_case *the_case, const pp_question *question,
                                   pp_i_arena *arena, pp_error *error)
{
    for (size_t i = 0; i < question->assume_count; i++) {
        pp_i_formula formula;
        pp_status status =
            pp_i_question_assume(the_case, question->assume[i], arena, &formula, error);
        if (status != PP_OK)
            return status;
    }
    return PP_OK;
}

static pp_status shown_parties(const pp_case *the_case, const pp_question *question,
                               pp_i_arena *arena, bool *shown, pp_error *error)
{
    size_t count;
    size_t *places = PP_NEW_ARRAY(arena, size_t, question->table_count);
    if (places == NULL)
        return pp_i_fail_memory(error);
    pp_status status = pp_i_question_table(the_case, question, places, &count, arena, error);
    if (status != PP_OK)
        return status;
    for (size_t i = 0; i < the_case->party_count; i++)
        shown[i] = question->table_count == 0;
    for (size_t i = 0; question->table_count > 0 && i < count; i++)
        shown[places[i]] = true;
    return PP_OK;
}

static pp_status counting_red_lines(const pp_i_position *position, const pp_question *question,
                                    pp_i_arena *arena, bool *counts, pp_error *error)
{
    const pp_case *the_case = position->the_case;
    pp_i_word *set = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(the_case->red_line_count));
    if (set == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_red_line_counts(the_case, i, position->date))
            pp_i_bit_set(set, i);
    pp_status status = pp_i_question_drop(the_case, question, set, arena, error);
    for (size_t i = 0; status == PP_OK && i < the_case->red_line_count; i++)
        counts[i] = pp_i_bit_get(set, i) && position->party_shown[the_case->red_lines[i].party];
    return status;
}

/* The issues that a formula speaks of; null where memory has run out. */
static const pp_i_word *issues_of(const pp_case *the_case, const pp_i_formula *formula,
                                  pp_i_arena *arena)
{
    pp_i_word *set = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(the_case->issue_count));
    if (set != NULL && formula->node_count > 0)
        pp_i_formula_subjects(formula, set);
    return set;
}

static bool find_issues(pp_i_position *position, pp_i_arena *arena)
{
    const pp_case *the_case = position->the_case;
    const pp_i_word **lines = PP_NEW_ARRAY(arena, const pp_i_word *, the_case->red_line_count);
    const pp_i_word **said = PP_NEW_ARRAY(arena, const pp_i_word *, the_case->statement_count);
    if (lines == NULL || said == NULL)
        return false;
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if ((lines[i] = issues_of(the_case, &the_case->red_lines[i].holds, arena)) == NULL)
            return false;
    for (size_t i = 0; i < the_case->statement_count; i++)
        if ((said[i] = issues_of(the_case, &the_case->statements[i].about, arena)) == NULL)
            return false;
    position->red_line_issues = lines;
    position->statement_issues = said;
    return true;
}

pp_status pp_i_position_make(const pp_case *the_case, const pp_question *question,
                             pp_i_arena *arena, pp_i_position *position, pp_error *error)
{
    static const pp_question nothing;
    if (question == NULL)
        question = &nothing;
    pp_i_position made = {
        .the_case = the_case, .assumed = question->assume, .assumed_count = question->assume_count};
    bool *parties = PP_NEW_ARRAY(arena, bool, the_case->party_count);
    bool *lines = PP_NEW_ARRAY(arena, bool, the_case->red_line_count);
    bool *said = PP_NEW_ARRAY(arena, bool, the_case->statement_count);
    if (parties == NULL || lines == NULL || said == NULL || !find_issues(&made, arena))
        return pp_i_fail_memory(error);
    made.party_shown = parties;
    made.red_line_counts = lines;
    made.statement_counts = said;
    pp_status status = pp_i_question_date(the_case, question->as_of, &made.date, error);
    if (status == PP_OK)
        status = shown_parties(the_case, question, arena, parties, error);
    if (status == PP_OK)
        status = counting_red_lines(&made, question, arena, lines, error);
    if (status == PP_OK)
        status = check_assumptions(the_case, question, arena, error);
    for (size_t i = 0; status == PP_OK && i < the_case->statement_count; i++)
        said[i] =
            pp_i_statement_counts(the_case, i, made.date) && parties[the_case->statements[i].party];
    if (status == PP_OK)
        *position = made;
    return status;
}

typedef struct dated {
    int date;
    size_t statement;
} dated;

static int by_date(const void *a, const void *b)
{
    const dated *one = a, *other = b;
    if (one->date != other->date)
        return one->date < other->date ? -1 : 1;
    return one->statement < other->statement ? -1 : one->statement > other->statement;
}

const size_t *pp_i_position_timeline(const pp_i_position *position, pp_i_arena *arena,
                                     size_t *count)
{
    const pp_case *the_case = position->the_case;
    dated *sorted = PP_NEW_ARRAY(arena, dated, the_case->statement_count);
    size_t *order = PP_NEW_ARRAY(arena, size_t, the_case->statement_count);
    *count = 0;
    if (sorted == NULL || order == NULL)
        return NULL;
    for (size_t i = 0; i < the_case->statement_count; i++)
        if (position->party_shown[the_case->statements[i].party])
            sorted[(*count)++] = (dated){the_case->statements[i].date, i};
    if (*count > 1)
        qsort(sorted, *count, sizeof *sorted, by_date);
    for (size_t i = 0; i < *count; i++)
        order[i] = sorted[i].statement;
    return order;
}
