/* zone_text_sets.c: concession sets and blocking sets in text; see zone_text.h. */
#include "report/packages.h"
#include "report/quotes.h"
#include "report/zone_text.h"

/* More are named by number only: nobody reads them in a terminal, and JSON holds them all. */
enum { CONCESSION_SHOWN_MAX = 12, EXAMPLE_SHOWN_MAX = 8, BLOCKING_SHOWN_MAX = 8 };

static void say_more(pp_i_page *page, size_t count, size_t shown)
{
    if (count > shown)
        pp_i_page_say(page, 2, 0, PP_RICH_DIM "… and %s; --json lists them all.",
                      pp_i_words_count(page, count - shown, "more", "more"));
}

/* "[id], unclear", with the formula in words before it. */
static const char *given_up(pp_i_page *page, const pp_case *the_case, size_t red_line)
{
    const pp_i_red_line *line = &the_case->red_lines[red_line];
    return pp_i_page_format(page, "%s " PP_RICH_DIM "[%s]" PP_RICH_PLAIN,
                            pp_i_words_formula(page, the_case, &line->holds),
                            pp_i_page_safe(page, line->id));
}

/* A row for each red line of the set, those of one party together, in the order of the parties. */
static void add_set(pp_i_page *page, pp_i_text_table *table, const pp_zone *zone, size_t place)
{
    const pp_case *the_case = zone->the_case;
    const pp_red_line_set *set = &zone->concessions[place];
    pp_i_text_table_rule(table);
    bool first = true;
    for (size_t party = 0; party < the_case->party_count; party++) {
        bool named = false;
        for (size_t i = 0; i < set->count; i++) {
            const pp_i_red_line *line = &the_case->red_lines[set->red_lines[i]];
            if (line->party != party)
                continue;
            pp_i_text_table_add(table, first ? pp_i_page_format(page, "%zu", place + 1) : "");
            pp_i_text_table_add(table,
                                named ? "" : pp_i_page_safe(page, the_case->parties[party].name));
            pp_i_text_table_add(table, given_up(page, the_case, set->red_lines[i]));
            pp_i_text_table_add(table, pp_i_words_firmness(line));
            pp_i_text_table_add(table, first ? pp_i_words_number(page, set->opens) : "");
            first = false;
            named = true;
        }
    }
}

static void say_examples(pp_i_page *page, const pp_zone *zone, size_t shown)
{
    const uint16_t *packages[EXAMPLE_SHOWN_MAX];
    size_t count = 0;
    while (count < shown && count < EXAMPLE_SHOWN_MAX && zone->concessions[count].package != NULL) {
        packages[count] = zone->concessions[count].package;
        count++;
    }
    if (count == 0)
        return;
    pp_i_packages_words words = {
        .key = "Way",
        .alike = count == zone->concession_count ? "In all of these" : "In all of these examples"};
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0, "%s",
                  count == 1 ? "An agreement that this opens, for example:"
                             : "An agreement that each opens, for example:");
    pp_i_page_blank(page);
    pp_i_packages_table(page, zone->the_case, packages, &words, count, 2);
    pp_i_zone_text_unbound(page, zone->the_case,
                           count == 1 ? "example has the first" : "examples have the first");
}

void pp_i_zone_text_concessions(pp_i_page *page, const pp_zone *zone)
{
    if (zone->concession_count == 0)
        return;
    size_t shown = zone->concession_count < CONCESSION_SHOWN_MAX ? zone->concession_count
                                                                 : CONCESSION_SHOWN_MAX;
    pp_i_page_heading(page, "What each side would have to give");
    if (zone->concession_count == 1)
        pp_i_page_say(page, 0, 0, "One way opens an agreement, and nothing in it can be left out.");
    else
        pp_i_page_say(page, 0, 0,
                      "Each of %s opens an agreement by itself, and nothing in it can be "
                      "left out. Those that ask least come first.",
                      pp_i_words_count(page, zone->concession_count, "way", "ways"));
    pp_i_page_blank(page);
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 5, 5);
    if (!table.failed) {
        table.columns[0] = (pp_i_column){.title = "Way", .right = true};
        table.columns[1] = (pp_i_column){.title = "Party"};
        table.columns[2] = (pp_i_column){.title = "Drops this red line"};
        table.columns[3] = (pp_i_column){.title = "Firmness"};
        table.columns[4] = (pp_i_column){.title = "Agreements", .right = true};
    }
    for (size_t i = 0; i < shown; i++)
        add_set(page, &table, zone, i);
    pp_i_page_table(page, 2, &table);
    say_more(page, zone->concession_count, shown);
    say_examples(page, zone, shown);
}

/* The set in which a red line was quoted already, or PP_NONE. */
static size_t quoted_before(const pp_zone *zone, size_t set, size_t red_line)
{
    for (size_t i = 0; i < set; i++)
        for (size_t j = 0; j < zone->blocking[i].count; j++)
            if (zone->blocking[i].red_lines[j] == red_line)
                return i;
    return PP_NONE;
}

static void say_blocking_set(pp_i_page *page, const pp_zone *zone, size_t place, int date)
{
    const pp_red_line_set *set = &zone->blocking[place];
    pp_i_page_blank(page);
    pp_i_page_say(page, 2, 0, PP_RICH_BOLD "Blocking set %zu of %zu", place + 1,
                  zone->blocking_count);
    for (size_t i = 0; i < set->count; i++) {
        size_t red_line = set->red_lines[i];
        pp_i_quotes_headline(page, zone->the_case, red_line, 2);
        size_t before = quoted_before(zone, place, red_line);
        if (before == PP_NONE)
            pp_i_quotes_red_line(page, zone->the_case, red_line, date, 6);
        else
            pp_i_page_say(page, 6, 0, PP_RICH_DIM "quoted in blocking set %zu", before + 1);
    }
}

void pp_i_zone_text_blocking(pp_i_page *page, const pp_zone *zone)
{
    if (zone->blocking_count == 0)
        return;
    int date = pp_i_case_date(zone->the_case, zone->as_of);
    size_t shown =
        zone->blocking_count < BLOCKING_SHOWN_MAX ? zone->blocking_count : BLOCKING_SHOWN_MAX;
    pp_i_page_heading(page, "Why: what stands in the way");
    if (zone->blocking[0].count == 0) {
        pp_i_page_say(page, 0, 0, "No red line: the consent rule lets no one make an agreement.");
        return;
    }
    pp_i_page_say(page, 0, 0, "%s",
                  zone->blocking_count == 1
                      ? "These red lines together rule out every agreement, and none of them "
                        "does so without the others."
                      : "The red lines of each set together rule out every agreement, and none "
                        "of them does so without the others. To reach one, every set has to lose "
                        "a line.");
    for (size_t i = 0; i < shown; i++)
        say_blocking_set(page, zone, i, date);
    say_more(page, zone->blocking_count, shown);
}
