/* zone_text_open.c: agreements, shares of options and readings in text; see zone_text.h. */
#include "report/packages.h"
#include "report/quotes.h"
#include "report/zone_text.h"

enum { BAR_WIDTH = 12 };

/* Are all agreements listed? */
static bool all_listed(pp_i_page *page, const pp_zone *zone)
{
    return zone->agreements != NULL &&
           strcmp(zone->agreements, pp_i_page_format(page, "%zu", zone->witness_count)) == 0;
}

static bool names_issue(const pp_i_formula *formula, size_t issue)
{
    for (size_t i = 0; i < formula->node_count; i++)
        if (formula->nodes[i].kind == PP_FORMULA_ATOM && formula->nodes[i].subject == issue)
            return true;
    return false;
}

/* Do a red line or a link speak of the issue? */
static bool is_bound(const pp_case *the_case, size_t issue)
{
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (names_issue(&the_case->red_lines[i].holds, issue))
            return true;
    for (size_t i = 0; i < the_case->link_count; i++)
        if (names_issue(&the_case->links[i].rule, issue))
            return true;
    return false;
}

void pp_i_zone_text_unbound(pp_i_page *page, const pp_case *the_case, const char *shown)
{
    enum { NAMED_COUNT_MAX = 4 };
    const char *names[NAMED_COUNT_MAX + 1];
    size_t count = 0, named = 0;
    for (size_t i = 0; i < the_case->issue_count; i++) {
        if (the_case->issues[i].option_count < 2 || is_bound(the_case, i))
            continue;
        if (named < NAMED_COUNT_MAX) {
            const char *title = pp_i_page_safe(page, the_case->issues[i].title);
            names[named] = pp_i_page_format(page, "“%s”", title);
            named++;
        }
        count++;
    }
    if (count == 0)
        return;
    if (count > named) {
        names[named] = pp_i_page_format(page, "%zu more", count - named);
        named++;
    }
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0,
                  "No red line and no link speaks of %s: any option will do there, and the %s.",
                  pp_i_words_list(page, names, named, "and"), shown);
}

static void say_witnesses(pp_i_page *page, const pp_zone *zone)
{
    if (zone->witness_count == 0)
        return;
    const char *number = pp_i_words_number(page, zone->agreements);
    const char *count = pp_i_page_format(page, "%zu", zone->witness_count);
    bool all = all_listed(page, zone);
    pp_i_page_heading(page, zone->witness_count == 1 ? "An agreement" : "Agreements");
    if (zone->agreements == NULL)
        pp_i_page_say(page, 0, 0, "The first %s by code; how many there are was not counted.",
                      count);
    else if (!all)
        pp_i_page_say(page, 0, 0, "The first %s of %s by code.", count, number);
    else if (zone->witness_count > 1)
        pp_i_page_say(page, 0, 0, "All %s, in the order of their codes.", number);
    pp_i_page_blank(page);
    pp_i_packages_words words = {.key = "No.",
                                 .alike = all ? "In all of them" : "In all of those listed"};
    pp_i_packages_table(page, zone->the_case, zone->witnesses, &words, zone->witness_count, 2);
    if (!all)
        pp_i_zone_text_unbound(page, zone->the_case, "list begins with the first");
}

/* The option that occurs in every agreement; PP_NONE where none does. */
static size_t settled_option(const pp_zone *zone, size_t issue)
{
    for (size_t i = 0; i < zone->the_case->issues[issue].option_count; i++)
        if (zone->shares[issue][i] >= 1)
            return i;
    return PP_NONE;
}

/* Where not all agreements were listed: what all of them, listed or not, settle alike. */
static void say_settled(pp_i_page *page, const pp_zone *zone)
{
    const pp_case *the_case = zone->the_case;
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 2, 2);
    if (!table.failed) {
        table.columns[0] = (pp_i_column){.title = "Issue"};
        table.columns[1] = (pp_i_column){.title = "In every agreement"};
    }
    for (size_t i = 0; i < the_case->issue_count; i++) {
        size_t option = settled_option(zone, i);
        if (option == PP_NONE)
            continue;
        pp_i_text_table_add(&table, pp_i_page_safe(page, the_case->issues[i].title));
        pp_i_text_table_add(&table, pp_i_words_option(page, &the_case->issues[i], option, false));
    }
    if (pp_i_text_table_row_count(&table) == 0)
        return;
    pp_i_page_blank(page);
    pp_i_page_table(page, 2, &table);
}

static void say_shares(pp_i_page *page, const pp_zone *zone)
{
    const pp_case *the_case = zone->the_case;
    bool single = zone->agreements != NULL && strcmp(zone->agreements, "1") == 0;
    if (zone->shares == NULL || single) /* the only agreement was shown whole */
        return;
    pp_i_page_heading(page, "How often each option occurs in the agreements");
    pp_i_page_blank(page);
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 4, 4);
    if (!table.failed) {
        table.columns[0] = (pp_i_column){.title = "Issue"};
        table.columns[1] = (pp_i_column){.title = "Option"};
        table.columns[2] = (pp_i_column){.title = "Share", .right = true, .width_min = 9};
        table.columns[3] = (pp_i_column){.title = ""};
    }
    for (size_t i = 0; i < the_case->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        bool first = true;
        if (settled_option(zone, i) != PP_NONE)
            continue;
        pp_i_text_table_rule(&table);
        for (size_t j = 0; j < issue->option_count; j++) {
            double share = zone->shares[i][j];
            pp_i_text_table_add(&table, first ? pp_i_page_safe(page, issue->title) : "");
            first = false;
            pp_i_text_table_add(&table, pp_i_words_option(page, issue, j, false));
            pp_i_text_table_add(&table, share <= 0 ? "never" : pp_i_words_share(page, share));
            pp_i_text_table_add(&table, pp_i_words_bar(page, share, BAR_WIDTH));
        }
    }
    pp_i_page_table(page, 2, &table);
    if (!all_listed(page, zone))
        say_settled(page, zone);
}

void pp_i_zone_text_agreements(pp_i_page *page, const pp_zone *zone)
{
    say_witnesses(page, zone);
    say_shares(page, zone);
}

/* Places in zone->decisive, greatest share first, ties by place; insertion, as there are few. */
static size_t *by_share(pp_i_page *page, const pp_zone *zone)
{
    size_t *order = PP_NEW_ARRAY(page->arena, size_t, zone->unclear_count);
    if (order == NULL) {
        pp_i_page_fail(page);
        return NULL;
    }
    for (size_t i = 0; i < zone->unclear_count; i++) {
        size_t at = i;
        for (; at > 0 && zone->decisive[order[at - 1]].share < zone->decisive[i].share; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

static bool is_idle(const pp_zone *zone, size_t place)
{
    return zone->decisive[place].share <= 0;
}

/* Unclear red lines that never change whether an agreement exists. */
static void say_idle(pp_i_page *page, const pp_zone *zone)
{
    const char **ids = PP_NEW_ARRAY(page->arena, const char *, zone->unclear_count);
    size_t count = 0;
    if (ids == NULL) {
        pp_i_page_fail(page);
        return;
    }
    for (size_t i = 0; i < zone->unclear_count; i++)
        if (is_idle(zone, i))
            ids[count++] =
                pp_i_page_safe(page, zone->the_case->red_lines[zone->decisive[i].red_line].id);
    if (count == 0)
        return;
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0, "Decisive in no reading: %s.",
                  pp_i_words_list(page, ids, count, "and"));
}

static void say_decisive(pp_i_page *page, const pp_zone *zone)
{
    const pp_case *the_case = zone->the_case;
    const size_t *order = by_share(page, zone);
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 4, 4);
    if (order == NULL || table.failed)
        return;
    table.columns[0] = (pp_i_column){.title = "Party"};
    table.columns[1] = (pp_i_column){.title = "Unclear red line"};
    table.columns[2] = (pp_i_column){.title = "Decisive in", .right = true, .width_min = 9};
    table.columns[3] = (pp_i_column){.title = ""};
    for (size_t i = 0; i < zone->unclear_count && !is_idle(zone, order[i]); i++) {
        const pp_decisive *one = &zone->decisive[order[i]];
        const pp_i_red_line *line = &the_case->red_lines[one->red_line];
        pp_i_text_table_add(&table, pp_i_page_safe(page, the_case->parties[line->party].name));
        pp_i_text_table_add(&table,
                            pp_i_page_format(page, "%s " PP_RICH_DIM "[%s]",
                                             pp_i_words_formula(page, the_case, &line->holds),
                                             pp_i_page_safe(page, line->id)));
        pp_i_text_table_add(&table, one->share >= 1 ? "all" : pp_i_words_share(page, one->share));
        pp_i_text_table_add(&table, pp_i_words_bar(page, one->share, BAR_WIDTH));
    }
    if (pp_i_text_table_row_count(&table) == 0)
        return;
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0,
                  "A red line is decisive in a reading where counting it or not, all "
                  "else equal, changes whether an agreement exists. What most needs "
                  "to be found out comes first.");
    pp_i_page_blank(page);
    pp_i_page_table(page, 2, &table);
}

/* "48 of 128", "all 4", "both", "none of the 8", "neither": followed by "readings", "reading". */
static const char *in_how_many(pp_i_page *page, const pp_zone *zone)
{
    const char *some = pp_i_words_number(page, zone->readings_with_agreement);
    const char *total = pp_i_words_number(page, zone->readings_total);
    bool two = strcmp(zone->readings_total, "2") == 0;
    if (strcmp(zone->readings_with_agreement, zone->readings_total) == 0)
        return two ? "both" : pp_i_page_format(page, "all %s", total);
    if (strcmp(zone->readings_with_agreement, "0") == 0)
        return two ? "neither" : pp_i_page_format(page, "none of the %s", total);
    return pp_i_page_format(page, "%s of %s", some, total);
}

/* "each of the 8 unclear red lines may be counted or not"; those of parties who are not asked are
 * among them, and said. */
static const char *what_a_reading_is(pp_i_page *page, const pp_zone *zone)
{
    size_t others = 0;
    for (size_t i = 0; i < zone->unclear_count; i++)
        others += !zone->consents_needed[zone->the_case->red_lines[zone->unclear[i]].party];
    if (zone->unclear_count == 1)
        return "the unclear red line may be counted or not";
    return pp_i_page_format(
        page, "each of the %s%s may be counted or not",
        pp_i_words_count(page, zone->unclear_count, "unclear red line", "unclear red lines"),
        others == 0 ? ""
                    : pp_i_page_format(page, " (%s)",
                                       pp_i_words_count(page, others, "of a party who is not asked",
                                                        "of parties who are not asked")));
}

void pp_i_zone_text_readings(pp_i_page *page, const pp_zone *zone)
{
    if (zone->unclear_count == 0)
        return;
    pp_i_page_heading(page, "If unclear red lines are not real");
    const char *meaning = what_a_reading_is(page, zone);
    if (zone->readings_with_agreement == NULL) {
        pp_i_page_say(
            page, 0, 0,
            "In how many of the %s readings an agreement exists could not be counted: %s.",
            pp_i_words_number(page, zone->readings_total), meaning);
    } else {
        const char *many = in_how_many(page, zone);
        pp_i_page_say(page, 0, 0,
                      "An agreement exists in " PP_RICH_BOLD "%s" PP_RICH_PLAIN " reading%s: %s.",
                      many, strcmp(many, "neither") == 0 ? "" : "s", meaning);
    }
    if (zone->decisive == NULL)
        return;
    say_decisive(page, zone);
    say_idle(page, zone);
}
