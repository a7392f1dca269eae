/* show_statements.c: statements one by one, in the order of the case or by date. */
#include "report/show_text.h"

#include "report/quotes.h"

enum { PLACE_SHOWN_MAX = 8 };

/* "characters 120 to 178; also 400 to 458" */
static const char *places_words(pp_i_page *page, const pp_i_statement *said)
{
    if (said->quote_place_count == 0)
        return "";
    pp_i_builder builder;
    pp_i_builder_init(&builder, page->arena);
    for (size_t i = 0; i < said->quote_place_count && i < PLACE_SHOWN_MAX; i++) {
        const pp_i_quote_place *place = &said->quote_places[i];
        const char *lead = i == 0 ? "characters " : i == 1 ? "; also " : ", ";
        pp_i_builder_print(&builder, "%s%zu to %zu", lead, place->start, place->end);
    }
    if (said->quote_place_count > PLACE_SHOWN_MAX)
        pp_i_builder_print(&builder, " and %zu more places",
                           said->quote_place_count - PLACE_SHOWN_MAX);
    if (said->quote_places[0].match == PP_QUOTE_MARKS)
        pp_i_builder_add_string(&builder, " (up to white space and typographic marks)");
    else if (said->quote_places[0].match == PP_QUOTE_ELLIPSIS)
        pp_i_builder_add_string(&builder, " (with the words that the ellipsis leaves out)");
    return pp_i_page_take(page, &builder);
}

static const char *standing_of(pp_i_page *page, const pp_i_position *position, size_t statement)
{
    const pp_case *the_case = position->the_case;
    const char *standing = pp_i_quotes_standing(page, the_case, statement, position->date);
    size_t by = pp_i_quotes_replaced_by(the_case, statement, 0);
    if (by != PP_NONE)
        standing = pp_i_page_format(page, "%sreplaced by %s on %s",
                                    pp_i_statement_counts(the_case, statement, position->date)
                                        ? "still counts; later "
                                        : "",
                                    pp_i_page_safe(page, the_case->statements[by].id),
                                    pp_i_words_date(page, the_case->statements[by].date));
    if (standing[0] == '\0')
        return "";
    return pp_i_page_format(page, "  " PP_RICH_YELLOW "— %s" PP_RICH_PLAIN, standing);
}

/* What it is about, in titles, with its condition. */
static const char *content_of(pp_i_page *page, const pp_case *the_case, const pp_i_statement *said)
{
    const char *about = said->about.node_count > 0
                            ? pp_i_words_formula(page, the_case, &said->about)
                            : pp_i_page_safe(page, said->topic);
    if (said->condition.node_count == 0)
        return about;
    return pp_i_page_format(page, "%s; on the condition: %s", about,
                            pp_i_words_formula(page, the_case, &said->condition));
}

static void say_statement(pp_i_page *page, const pp_i_position *position, size_t statement,
                          bool with_date)
{
    const pp_case *the_case = position->the_case;
    const pp_i_statement *said = &the_case->statements[statement];
    const char *party = pp_i_page_safe(page, the_case->parties[said->party].name);
    const char *date =
        with_date ? pp_i_page_format(page, " · %s", pp_i_words_date(page, said->date)) : "";
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 2, PP_RICH_BOLD "%s" PP_RICH_PLAIN " · %s%s%s",
                  pp_i_page_safe(page, said->id), party, date,
                  standing_of(page, position, statement));
    pp_i_page_say(page, 2, 2, "%s — %s", pp_i_words_act(page, the_case, said, said->party),
                  content_of(page, the_case, said));
    if (said->quote.length > 0)
        pp_i_page_say(page, 2, 1, PP_RICH_CYAN "“%s”", pp_i_page_safe(page, said->quote));
    const char *places = places_words(page, said);
    const char *source = said->source == PP_NONE
                             ? "no source"
                             : pp_i_quotes_source(page, &the_case->sources[said->source]);
    pp_i_page_say(page, 2, 2, PP_RICH_DIM "%s%s%s", source, places[0] == '\0' ? "" : " · ", places);
}

void pp_i_show_text_statements(pp_i_page *page, const pp_i_position *position)
{
    const pp_case *the_case = position->the_case;
    for (size_t i = 0; i < the_case->statement_count; i++)
        if (position->party_shown[the_case->statements[i].party])
            say_statement(page, position, i, true);
    if (the_case->statement_count == 0)
        pp_i_page_say(page, 0, 0, "\nThe case holds no statements.");
}

void pp_i_show_text_timeline(pp_i_page *page, const pp_i_position *position)
{
    const pp_case *the_case = position->the_case;
    size_t count;
    const size_t *order = pp_i_position_timeline(position, page->arena, &count);
    if (order == NULL) {
        pp_i_page_fail(page);
        return;
    }
    int before = 0;
    for (size_t i = 0; i < count; i++) {
        int date = the_case->statements[order[i]].date;
        if (i == 0 || date != before) {
            bool later = position->date != 0 && date > position->date;
            pp_i_page_blank(page);
            pp_i_page_say(page, 0, 0, PP_RICH_BOLD "── %s%s ──", pp_i_words_date(page, date),
                          later ? ", after the date asked for" : "");
        }
        before = date;
        say_statement(page, position, order[i], false);
    }
    if (count == 0)
        pp_i_page_say(page, 0, 0, "\nThe case holds no statements.");
}
