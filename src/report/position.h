/*
 * position.h: what `show` shows of a case under a question: who said what on each issue by a date.
 */
#ifndef PP_REPORT_POSITION_H
#define PP_REPORT_POSITION_H

#include "base/bitset.h"
#include "case/case.h"
#include "pourparler/question.h"

typedef struct pp_i_position {
    const pp_case *the_case;
    int date;                     /* 0: none: all statements count */
    const bool *party_shown;      /* [party] */
    const bool *red_line_counts;  /* [red line]: on the date, not dropped, its party shown */
    const bool *statement_counts; /* [statement]: on the date, its party shown */
    const pp_i_word *const *red_line_issues;  /* [red line]: a bit for each issue it speaks of */
    const pp_i_word *const *statement_issues; /* [statement]: likewise; none: free text */
    const char *const *assumed;               /* as given; they parse */
    size_t assumed_count;
} pp_i_position;

/* `question` may be null. Errors: ARGUMENT (unknown id, bad date or formula), MEMORY. */
pp_status pp_i_position_make(const pp_case *the_case, const pp_question *question,
                             pp_i_arena *arena, pp_i_position *position, pp_error *error);

/* The statements of the shown parties, whether they count yet or not, by date; undated ones first,
 * equal dates in the case's order. [*count], in `arena`; null: no memory. */
const size_t *pp_i_position_timeline(const pp_i_position *position, pp_i_arena *arena,
                                     size_t *count);

#endif
