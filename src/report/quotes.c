/* quotes.c: see quotes.h. */
#include "report/quotes.h"

void pp_i_quotes_headline(pp_i_page *page, const pp_case *the_case, size_t red_line, size_t indent)
{
    const pp_i_red_line *line = &the_case->red_lines[red_line];
    pp_i_page_say(
        page, indent, 2, PP_RICH_RED "%s" PP_RICH_PLAIN " %s, %s — %s " PP_RICH_DIM "[%s]",
        line->unclear ? "○" : "●", pp_i_page_safe(page, the_case->parties[line->party].name),
        pp_i_words_firmness(line), pp_i_words_formula(page, the_case, &line->holds),
        pp_i_page_safe(page, line->id));
}

size_t pp_i_quotes_replaced_by(const pp_case *the_case, size_t statement, int date)
{
    size_t found = PP_NONE;
    for (size_t i = 0; i < the_case->statement_count; i++) {
        const pp_i_statement *other = &the_case->statements[i];
        if (other->replaces != statement || (date != 0 && other->date > date))
            continue;
        if (found == PP_NONE || other->date < the_case->statements[found].date)
            found = i;
    }
    return found;
}

const char *pp_i_quotes_standing(pp_i_page *page, const pp_case *the_case, size_t statement,
                                 int date)
{
    if (pp_i_statement_counts(the_case, statement, date))
        return "";
    const pp_i_statement *said = &the_case->statements[statement];
    if (date != 0 && said->date > date)
        return "not yet said";
    size_t by = pp_i_quotes_replaced_by(the_case, statement, date);
    if (by == PP_NONE)
        return "does not count on this date";
    return pp_i_page_format(page, "replaced by %s",
                            pp_i_page_safe(page, the_case->statements[by].id));
}

const char *pp_i_quotes_source(pp_i_page *page, const pp_i_source *source)
{
    if (!source->grade_given)
        return pp_i_page_format(page, "%s, not graded", pp_i_page_safe(page, source->id));
    return pp_i_page_format(page, "%s, grade %c%c", pp_i_page_safe(page, source->id),
                            source->grade_source, source->grade_information);
}

/* A statement's quotation and its origin, in two paragraphs, below a headline that names a party.
 */
static void say_statement(pp_i_page *page, const pp_case *the_case, size_t statement, size_t named,
                          int date, size_t indent)
{
    const pp_i_statement *said = &the_case->statements[statement];
    if (said->quote.length > 0)
        pp_i_page_say(page, indent, 1, "“%s”", pp_i_page_safe(page, said->quote));
    else
        pp_i_page_say(page, indent, 0, "(no quotation is given)");
    const char *source = said->source == PP_NONE
                             ? "no source"
                             : pp_i_quotes_source(page, &the_case->sources[said->source]);
    const char *standing = pp_i_quotes_standing(page, the_case, statement, date);
    pp_i_page_say(page, indent, 2, PP_RICH_DIM "%s · %s · %s [%s]%s%s",
                  pp_i_words_act(page, the_case, said, named), pp_i_words_date(page, said->date),
                  source, pp_i_page_safe(page, said->id), standing[0] == '\0' ? "" : " · ",
                  standing);
}

void pp_i_quotes_red_line(pp_i_page *page, const pp_case *the_case, size_t red_line, int date,
                          size_t indent)
{
    const pp_i_red_line *line = &the_case->red_lines[red_line];
    if (line->because_count == 0)
        pp_i_page_say(page, indent, 2,
                      PP_RICH_YELLOW "assumption" PP_RICH_PLAIN ": no statement bears this");
    for (size_t i = 0; i < line->because_count; i++)
        say_statement(page, the_case, line->because[i], line->party, date, indent);
}
