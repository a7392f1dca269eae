/* zone_text.c: the zone for an analyst: the verdict first, in words, then what it rests on. */
#include "report/zone_text.h"

#include "report/quotes.h"

static bool is_zero(const char *digits)
{
    return digits != NULL && strcmp(digits, "0") == 0;
}

static void say_verdict(pp_i_page *page, const pp_zone *zone)
{
    const char *among = zone->table_count > 0 ? " among the parties at the table" : "";
    if (zone->verdict == PP_VERDICT_UNKNOWN)
        pp_i_page_say(page, 0, 0,
                      PP_RICH_YELLOW "It is not known whether an agreement%s is possible: "
                                     "the search was stopped before it could tell.",
                      among);
    else if (zone->verdict == PP_VERDICT_NONE && is_zero(zone->feasible))
        pp_i_page_say(page, 0, 0,
                      PP_RICH_RED "No agreement is possible: no package satisfies every link.");
    else if (zone->verdict == PP_VERDICT_NONE)
        pp_i_page_say(page, 0, 0,
                      PP_RICH_RED "No agreement%s is possible under the stated red lines.", among);
    else if (zone->agreements == NULL || zone->feasible == NULL)
        pp_i_page_say(page, 0, 0, PP_RICH_GREEN "An agreement%s is possible.", among);
    else
        pp_i_page_say(page, 0, 0,
                      PP_RICH_GREEN "An agreement%s is possible: %s of %s feasible packages.",
                      among, pp_i_words_number(page, zone->agreements),
                      pp_i_words_number(page, zone->feasible));
}

/* How many of these red lines are those of parties whose consent is needed. */
static size_t count_asked(const pp_zone *zone, const size_t *red_lines, size_t count)
{
    size_t asked = 0;
    for (size_t i = 0; i < count; i++)
        asked += zone->consents_needed[zone->the_case->red_lines[red_lines[i]].party];
    return asked;
}

/* "3 red lines count; 1 is unclear, and counted here as if firm." Those of parties who are not
 * asked are told apart, as they decide nothing. */
static const char *red_line_counts(pp_i_page *page, const pp_zone *zone)
{
    if (zone->counting_count == 0)
        return "No red line counts.";
    size_t count = count_asked(zone, zone->counting, zone->counting_count);
    size_t others = zone->counting_count - count;
    size_t unclear = count_asked(zone, zone->unclear, zone->unclear_count);
    const char *doubt = "";
    if (unclear > 0 && unclear == count)
        doubt = pp_i_page_format(page, "; %s unclear, and counted here as if firm",
                                 count == 1 ? "it is" : "all are");
    else if (unclear > 0)
        doubt = pp_i_page_format(page, "; %s unclear, and counted here as if firm",
                                 pp_i_words_count(page, unclear, "is", "are"));
    else
        doubt = count == 1 ? "; it is not unclear" : "; none of them is unclear";
    if (others == 0)
        return pp_i_page_format(page, "%s%s.",
                                pp_i_words_count(page, count, "red line counts", "red lines count"),
                                doubt);
    if (count == 0)
        return pp_i_page_format(
            page, "%s nothing here.",
            pp_i_words_count(page, others,
                             "red line belongs to a party whose consent is not needed, and decides",
                             "red lines belong to parties whose consent is not needed, and "
                             "decide"));
    const char *theirs = pp_i_words_count(page, count, "of these parties' red lines counts",
                                          "of these parties' red lines count");
    return pp_i_page_format(
        page, "%s%s. %s nothing here.", theirs, doubt,
        pp_i_words_count(page, others,
                         "more belongs to a party whose consent is not needed, and decides",
                         "more belong to parties whose consent is not needed, and decide"));
}

static void say_counts(pp_i_page *page, const pp_zone *zone)
{
    const pp_case *the_case = zone->the_case;
    const char *who =
        zone->table_count == 0
            ? pp_i_words_consent(page, the_case)
            : pp_i_page_format(page, "An agreement needs the consent of %s",
                               pp_i_words_parties(page, the_case, zone->table, zone->table_count));
    const char *links = "there are no links";
    if (the_case->link_count + zone->assumed_count > 0 && zone->feasible == NULL)
        links = "how many of them satisfy every link was not counted";
    else if (the_case->link_count + zone->assumed_count > 0)
        links = is_zero(zone->feasible)
                    ? "none of them satisfies every link"
                    : pp_i_page_format(page, "%s of them satisf%s every link",
                                       pp_i_words_number(page, zone->feasible),
                                       strcmp(zone->feasible, "1") == 0 ? "ies" : "y");
    pp_i_page_say(page, 0, 0, "%s package%s can be made from %s; %s. %s. %s",
                  pp_i_words_number(page, zone->packages),
                  strcmp(zone->packages, "1") == 0 ? "" : "s",
                  pp_i_words_count(page, the_case->issue_count, "issue", "issues"), links, who,
                  red_line_counts(page, zone));
}

static bool contains(const size_t *items, size_t count, size_t item)
{
    for (size_t i = 0; i < count; i++)
        if (items[i] == item)
            return true;
    return false;
}

/* Why a red line does not count. */
typedef enum left_out { DROPPED, NOT_YET_SAID, REPLACED, STANDING } left_out;

static left_out why_left_out(const pp_zone *zone, size_t red_line, int date)
{
    const pp_case *the_case = zone->the_case;
    const pp_i_red_line *line = &the_case->red_lines[red_line];
    if (contains(zone->counting, zone->counting_count, red_line))
        return STANDING;
    if (pp_i_red_line_counts(the_case, red_line, date))
        return DROPPED;
    for (size_t i = 0; i < line->because_count; i++)
        if (date == 0 || the_case->statements[line->because[i]].date <= date)
            return REPLACED;
    return NOT_YET_SAID;
}

static void say_left_out_for(pp_i_page *page, const pp_zone *zone, left_out why, const char *words)
{
    const pp_case *the_case = zone->the_case;
    int date = pp_i_case_date(the_case, zone->as_of);
    const char **ids = PP_NEW_ARRAY(page->arena, const char *, the_case->red_line_count);
    size_t count = 0;
    if (ids == NULL) {
        pp_i_page_fail(page);
        return;
    }
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (why_left_out(zone, i, date) == why)
            ids[count++] = pp_i_page_safe(page, the_case->red_lines[i].id);
    if (count > 0)
        pp_i_page_say(page, 2, 2, "%s: %s.", words, pp_i_words_list(page, ids, count, "and"));
}

static void say_left_out(pp_i_page *page, const pp_zone *zone)
{
    int date = pp_i_case_date(zone->the_case, zone->as_of);
    say_left_out_for(page, zone, DROPPED, "Dropped for this question");
    say_left_out_for(page, zone, NOT_YET_SAID, "Not counted, since not yet said by then");
    say_left_out_for(page, zone, REPLACED,
                     date == 0 ? "Not counted, since what bears it was replaced later"
                               : "Not counted, since what bears it was replaced by then");
}

static void say_conditions(pp_i_page *page, const pp_zone *zone)
{
    for (size_t i = 0; i < zone->assumed_count; i++)
        pp_i_page_say(page, 2, 2, "Assumed: %s",
                      pp_i_page_safe(page, pp_i_text_of(zone->assumed[i])));
    if (zone->table_count > 0)
        pp_i_page_say(page, 2, 2, "At the table: %s; nobody else is asked.",
                      pp_i_words_parties(page, zone->the_case, zone->table, zone->table_count));
    say_left_out(page, zone);
}

static void say_contradiction(pp_i_page *page, const pp_zone *zone)
{
    const pp_case *the_case = zone->the_case;
    if (zone->contradiction_count == 0)
        return;
    pp_i_page_heading(page, "Links that contradict one another");
    pp_i_page_say(page, 0, 0,
                  "No package satisfies these together; without any one of them "
                  "some package would.");
    for (size_t i = 0; i < zone->contradiction_count; i++) {
        size_t link = zone->contradiction[i];
        if (link >= the_case->link_count) {
            const char *formula = zone->assumed[link - the_case->link_count];
            pp_i_page_say(page, 2, 2, "• assumed: %s", pp_i_page_safe(page, pp_i_text_of(formula)));
            continue;
        }
        const pp_i_link *one = &the_case->links[link];
        pp_i_page_say(page, 2, 2, "• link %zu: %s " PP_RICH_DIM "[%s]", link + 1,
                      pp_i_words_formula(page, the_case, &one->rule),
                      pp_i_page_safe(page, one->rule.words));
        if (one->why.length > 0)
            pp_i_page_say(page, 4, 0, "%s", pp_i_page_safe(page, one->why));
    }
}

/* Neutral words: what such an agreement does, not what anyone thinks of it. */
static void say_crossed(pp_i_page *page, const pp_zone *zone)
{
    const pp_case *the_case = zone->the_case;
    if (zone->table_count == 0 || zone->verdict != PP_VERDICT_SOME)
        return;
    pp_i_page_heading(page, "Red lines of those who are not at the table");
    if (zone->crossed_count == 0) {
        pp_i_page_say(page, 0, 0, "No agreement found here crosses a red line of an absent party.");
        return;
    }
    int date = pp_i_case_date(the_case, zone->as_of);
    for (size_t i = 0; i < zone->crossed_count; i++) {
        const pp_crossed *crossed = &zone->crossed[i];
        const char *name = pp_i_page_safe(page, the_case->parties[crossed->party].name);
        bool every = crossed->by == PP_CROSSED_BY_EVERY;
        pp_i_page_say(
            page, 0, 0, "%s %s of " PP_RICH_BOLD "%s" PP_RICH_PLAIN ", whose consent is not asked:",
            every ? "Every such agreement crosses" : "Some such agreements, but not all, cross",
            crossed->count == 1 ? "this red line" : "these red lines", name);
        for (size_t j = 0; j < crossed->count; j++) {
            pp_i_quotes_headline(page, the_case, crossed->red_lines[j], 2);
            pp_i_quotes_red_line(page, the_case, crossed->red_lines[j], date, 6);
        }
    }
}

/* A red line of a party who is asked that no statement bears. */
static bool is_assumed(const pp_zone *zone, size_t red_line)
{
    const pp_i_red_line *line = &zone->the_case->red_lines[red_line];
    return line->because_count == 0 && zone->consents_needed[line->party];
}

/* What the answer takes for granted beside what the parties said. */
static void say_basis(pp_i_page *page, const pp_zone *zone)
{
    const pp_case *the_case = zone->the_case;
    size_t count = 0;
    for (size_t i = 0; i < zone->counting_count; i++)
        count += is_assumed(zone, zone->counting[i]);
    if (count == 0) {
        pp_i_words_basis(page, the_case);
        return;
    }
    pp_i_page_heading(page, PP_WORDS_BASIS);
    pp_i_page_say(page, 0, 0, "%s:",
                  count == 1 ? "An assumed red line, which no statement bears"
                             : "Assumed red lines, which no statement bears");
    for (size_t i = 0; i < zone->counting_count; i++)
        if (is_assumed(zone, zone->counting[i]))
            pp_i_quotes_headline(page, the_case, zone->counting[i], 2);
    if (the_case->assumption_count > 0)
        pp_i_page_say(page, 0, 0, "%s:",
                      the_case->assumption_count == 1 ? "An assumption of the case"
                                                      : "Assumptions of the case");
    pp_i_words_assumptions(page, the_case);
}

void pp_i_zone_text(pp_i_page *page, const pp_zone *zone)
{
    say_verdict(page, zone);
    pp_i_words_title(page, zone->the_case, zone->as_of);
    pp_i_page_blank(page);
    say_counts(page, zone);
    say_conditions(page, zone);
    say_contradiction(page, zone);
    pp_i_zone_text_concessions(page, zone);
    pp_i_zone_text_blocking(page, zone);
    pp_i_zone_text_agreements(page, zone);
    say_crossed(page, zone);
    pp_i_zone_text_readings(page, zone);
    say_basis(page, zone);
    pp_i_words_incomplete(page, zone->incomplete, zone->incomplete_count);
}
