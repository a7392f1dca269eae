/* case.c: questions about a case that need no more than looking them up; see case.h. */
#include "case/case.h"

size_t pp_i_issue_option(const pp_i_issue *issue, pp_text id)
{
    for (size_t i = 0; i < issue->option_count; i++)
        if (pp_i_text_equal(issue->options[i].id, id))
            return i;
    return PP_NONE;
}

pp_i_date pp_i_case_date(const pp_case *the_case, pp_i_date asked)
{
    return asked != 0 ? asked : the_case->as_of;
}

/* Is something dated `from` (0: it was always so) there on `date` (0: at the end of all days)? */
static bool is_there(pp_i_date from, pp_i_date date)
{
    return date == 0 || from <= date;
}

bool pp_i_statement_counts(const pp_case *the_case, size_t statement, pp_i_date date)
{
    const pp_i_statement *said = &the_case->statements[statement];
    return is_there(said->date, date) && !(said->replaced && is_there(said->replaced_on, date));
}

bool pp_i_red_line_counts(const pp_case *the_case, size_t red_line, pp_i_date date)
{
    const pp_i_red_line *line = &the_case->red_lines[red_line];
    for (size_t i = 0; i < line->because_count; i++)
        if (pp_i_statement_counts(the_case, line->because[i], date))
            return true;
    return line->because_count == 0;
}
