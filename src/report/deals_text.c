/* deals_text.c: the deals for an analyst: the answer in words, the solutions, then the points. */
#include "report/deals_text.h"

#include <math.h>

enum { POINTS_SHOWN = 20 };

const char *pp_i_deals_value(pp_i_page *page, const pp_deals *deals, size_t party, double value)
{
    bool ranks = deals->parties[party].valued == PP_VALUED_RANKS;
    return pp_i_page_format(page, ranks ? "%.0f" : "%.4g", value);
}

const char *pp_i_deals_share(pp_i_page *page, double share, double error)
{
    if (share <= 0 || share >= 1)
        return pp_i_page_format(page, "%.0f %%", share * 100);
    return pp_i_page_format(page, "%.1f %% ± %.1f", share * 100, 200 * error);
}

const char *pp_i_deals_party(pp_i_page *page, const pp_deals *deals, size_t party)
{
    return pp_i_page_safe(page, deals->the_case->parties[deals->parties[party].party].name);
}

/* --- The answer in words ---------------------------------------------------------------------- */

static bool frontier_known(const pp_deals *deals)
{
    for (size_t i = 0; i < deals->incomplete_count; i++) {
        pp_text part = pp_i_text_of(deals->incomplete[i].part);
        if (!pp_i_text_equal(part, PP_TEXT("rational")))
            return false;
    }
    return true;
}

/* Nothing to show: a limit stopped it before there was anything. */
static bool is_stopped(const pp_deals *deals)
{
    return deals->incomplete_count > 0 && deals->point_count == 0;
}

static void say_considered(pp_i_page *page, const pp_deals *deals)
{
    if (is_stopped(deals) && deals->considered_count == NULL) {
        pp_i_page_say(page, 0, 0, PP_RICH_YELLOW "Not known: a limit stopped the search.");
        return;
    }
    const char *count = pp_i_words_number(page, deals->considered_count);
    const char *lines = pp_i_words_count(page, deals->fewest_broken, "red line", "red lines");
    bool counted = deals->considered_count != NULL;
    switch (deals->considered) {
    case PP_CONSIDERED_ZONE:
        pp_i_page_say(page, 0, 0, "Considered: %s%s.", counted ? count : "all agreements",
                      counted ? " agreements, all that there are" : "");
        break;
    case PP_CONSIDERED_FEWEST_BROKEN:
        pp_i_page_say(page, 0, 0,
                      PP_RICH_RED "No agreement is possible." PP_RICH_PLAIN
                                  " Considered instead: the packages that break the fewest red "
                                  "lines of those whose consent counts, %s each%s%s%s.",
                      lines, counted ? " (" : "", counted ? count : "",
                      counted ? " packages)" : "");
        break;
    case PP_CONSIDERED_FEASIBLE:
        pp_i_page_say(page, 0, 0,
                      "Considered: %s packages that satisfy the links; red lines do "
                      "not count here.",
                      counted ? count : "all");
        break;
    }
}

static size_t count_necessary(const pp_deals *deals)
{
    size_t count = 0;
    for (size_t i = 0; deals->robust != NULL && i < deals->point_count; i++)
        count += deals->robust[i].necessarily_efficient == 1;
    return count;
}

static void say_frontier(pp_i_page *page, const pp_deals *deals)
{
    if (!frontier_known(deals))
        return;
    const char *points = pp_i_words_count(page, deals->point_count, "point", "points");
    if (deals->listed) {
        size_t sure = count_necessary(deals);
        pp_i_page_say(page, 0, 0,
                      PP_RICH_GREEN "%zu of them may be efficient" PP_RICH_PLAIN
                                    ": for some values that the case admits, nobody can have more "
                                    "without another having less. %s",
                      deals->point_count,
                      sure == 0 ? "None of them is so for all of these values."
                                : pp_i_page_format(page, "%zu %s so for all of these values.", sure,
                                                   sure == 1 ? "is" : "are"));
        pp_i_deals_unspoken_words(page, deals);
    } else {
        pp_i_page_say(page, 0, 0,
                      PP_RICH_GREEN "The frontier has %s" PP_RICH_PLAIN
                                    ": packages that leave nobody room to have more without "
                                    "another having less%s.",
                      points, deals->estimated ? ", by an estimate of the values" : "");
    }
    if (deals->epsilon != NULL) {
        pp_i_page_say(page, 0, 0,
                      "They are approximate: every package has a point that is lower "
                      "by at most the following.");
        for (size_t p = 0; p < deals->party_count; p++)
            pp_i_page_say(page, 2, 0, "%s: %.4g", pp_i_deals_party(page, deals, p),
                          deals->epsilon[p]);
    }
    if (deals->rational != NULL && deals->valued && !deals->estimated)
        pp_i_page_say(page, 0, 0, "At or above everybody's no deal: %s of the packages considered.",
                      pp_i_words_number(page, deals->rational));
}

/* --- Whose values ----------------------------------------------------------------------------- */

static const char *valued_words(pp_i_page *page, const pp_deal_party *party)
{
    switch (party->valued) {
    case PP_VALUED_EXACT:
        return fabs(party->weight_sum - 1) < 1e-9
                   ? "as the case gives them"
                   : pp_i_page_format(page, "as the case gives them; weights sum to %.6g",
                                      party->weight_sum);
    case PP_VALUED_ESTIMATE:
        return "open: orders alone are known";
    case PP_VALUED_RANKS:
        return "places in its order, 1 the best";
    case PP_VALUED_NOTHING:
        break;
    }
    return PP_RICH_DIM "nothing is said: indifferent";
}

static void say_parties(pp_i_page *page, const pp_deals *deals)
{
    pp_i_page_heading(page, "Whose values");
    pp_i_page_blank(page);
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 4, 1);
    if (table.failed) {
        pp_i_page_fail(page);
        return;
    }
    table.columns[0] = (pp_i_column){.title = "Party"};
    table.columns[1] = (pp_i_column){.title = "Values"};
    table.columns[2] = (pp_i_column){.title = "No deal", .right = true};
    table.columns[3] = (pp_i_column){.title = "Best", .right = true};
    bool assumed = false;
    for (size_t p = 0; p < deals->party_count; p++) {
        const pp_deal_party *party = &deals->parties[p];
        bool numbers = party->valued == PP_VALUED_EXACT;
        const char *no_deal = pp_i_deals_value(page, deals, p, party->no_deal);
        assumed = assumed || (numbers && !party->no_deal_given);
        pp_i_text_table_add(&table, pp_i_deals_party(page, deals, p));
        pp_i_text_table_add(&table, valued_words(page, party));
        pp_i_text_table_add(&table, !numbers ? ""
                                    : party->no_deal_given
                                        ? no_deal
                                        : pp_i_page_format(page, "%s*", no_deal));
        pp_i_text_table_add(&table, numbers ? pp_i_deals_value(page, deals, p, party->ideal) : "");
    }
    pp_i_page_table(page, 2, &table);
    if (assumed)
        pp_i_page_say(page, 2, 2,
                      "* no value of no deal is given: taken as the worst package "
                      "considered.");
}

/* --- The points ------------------------------------------------------------------------------- */

static bool is_picked(const pp_deals *deals, pp_solution_kind kind, size_t point)
{
    const pp_solution *solution = &deals->solutions[deals->convention][kind];
    for (size_t i = 0; i < solution->count; i++)
        if (solution->points[i] == point)
            return true;
    return false;
}

/* "N K" for a point that Nash and Kalai-Smorodinsky pick. */
static const char *marks(pp_i_page *page, const pp_deals *deals, size_t point)
{
    static const char letters[PP_SOLUTION_COUNT] = {'N', 'K', 'E', 'U'};
    const char *all = "";
    for (size_t k = 0; deals->valued && k < PP_SOLUTION_COUNT; k++)
        if (is_picked(deals, (pp_solution_kind)k, point))
            all = pp_i_page_format(page, "%s%s%c", all, all[0] == '\0' ? "" : " ", letters[k]);
    return all;
}

/* The first points and all that a solution picks. */
static size_t *points_shown(pp_i_page *page, const pp_deals *deals, size_t *count)
{
    size_t *shown = PP_NEW_ARRAY(page->arena, size_t, deals->point_count);
    *count = 0;
    if (shown == NULL) {
        pp_i_page_fail(page);
        return NULL;
    }
    for (size_t i = 0; i < deals->point_count; i++)
        if (i < POINTS_SHOWN || (marks(page, deals, i)[0] != '\0' && *count < 3 * POINTS_SHOWN))
            shown[(*count)++] = i;
    return shown;
}

static void set_columns(pp_i_page *page, const pp_deals *deals, pp_i_text_table *table)
{
    size_t at = 0;
    table->columns[at++] = (pp_i_column){.title = "Point", .right = true};
    for (size_t p = 0; p < deals->party_count; p++) {
        const char *name = pp_i_deals_party(page, deals, p);
        bool open = deals->parties[p].valued == PP_VALUED_ESTIMATE;
        table->columns[at++] = (pp_i_column){
            .title = open ? pp_i_page_format(page, "%s accepts", name) : name, .right = true};
    }
    if (deals->robust != NULL) {
        table->columns[at++] = (pp_i_column){.title = "All accept", .right = true};
        table->columns[at++] = (pp_i_column){.title = "Efficient", .right = true};
    } else {
        table->columns[at++] = (pp_i_column){.title = "Picked by"};
    }
}

/* A party's value at a point; where its values are open, how often it accepts. */
static const char *party_cell(pp_i_page *page, const pp_deals *deals, size_t point, size_t party)
{
    if (deals->parties[party].valued != PP_VALUED_ESTIMATE)
        return pp_i_deals_value(page, deals, party, deals->points[point].values[party]);
    if (deals->robust == NULL || deals->sample_count == 0)
        return "";
    const pp_deal_robust *robust = &deals->robust[point];
    return pp_i_deals_share(page, robust->accepts[party], robust->accepts_error[party]);
}

static const char *efficient_words(pp_i_page *page, const pp_deals *deals, size_t point)
{
    const pp_deal_robust *robust = &deals->robust[point];
    if (robust->necessarily_efficient == 1)
        return PP_RICH_GREEN "always";
    if (deals->sample_count == 0)
        return robust->possibly_efficient == 1 ? "possibly" : "not decided";
    return pp_i_deals_share(page, robust->efficient, robust->efficient_error);
}

static void say_points(pp_i_page *page, const pp_deals *deals)
{
    size_t count, columns = deals->party_count + 2 + (deals->robust != NULL);
    size_t *shown = points_shown(page, deals, &count);
    pp_i_text_table table;
    pp_i_page_heading(page, deals->listed ? "The packages that may be efficient"
                                          : "The efficient packages");
    pp_i_page_blank(page);
    pp_i_text_table_init(&table, page->arena, columns, 1);
    if (table.failed || shown == NULL) {
        pp_i_page_fail(page);
        return;
    }
    set_columns(page, deals, &table);
    for (size_t i = 0; i < count; i++) {
        const pp_deal *deal = &deals->points[shown[i]];
        pp_i_text_table_add(&table, pp_i_page_format(page, "%zu", shown[i] + 1));
        for (size_t p = 0; p < deals->party_count; p++)
            pp_i_text_table_add(&table, party_cell(page, deals, shown[i], p));
        if (deals->robust == NULL) {
            pp_i_text_table_add(&table, deal->rational || !deals->valued
                                            ? marks(page, deals, shown[i])
                                            : PP_RICH_DIM "below a no deal");
            continue;
        }
        const pp_deal_robust *robust = &deals->robust[shown[i]];
        pp_i_text_table_add(&table,
                            deals->sample_count == 0
                                ? ""
                                : pp_i_deals_share(page, robust->rational, robust->rational_error));
        pp_i_text_table_add(&table, efficient_words(page, deals, shown[i]));
    }
    pp_i_page_table(page, 2, &table);
    if (deals->valued && deals->robust == NULL)
        pp_i_page_say(page, 2, 0,
                      PP_RICH_DIM "N Nash, K Kalai-Smorodinsky, E egalitarian, U "
                                  "utilitarian");
    if (count < deals->point_count)
        pp_i_page_say(page, 2, 0, "%zu more points: --json or --csv FILE lists all of them.",
                      deals->point_count - count);
    pp_i_page_blank(page);
    pp_i_deals_packages(page, deals, shown, count);
}

/* --- All of it -------------------------------------------------------------------------------- */

static void say_assumed(pp_i_page *page, const pp_deals *deals)
{
    for (size_t i = 0; i < deals->assumed_count; i++)
        pp_i_page_say(page, 0, 2, "Assumed: %s",
                      pp_i_page_safe(page, pp_i_text_of(deals->assumed[i])));
}

static void say_sample(pp_i_page *page, const pp_deals *deals)
{
    if (!deals->estimated)
        return;
    pp_i_page_blank(page);
    pp_i_page_say(
        page, 0, 0,
        "Where a party's orders alone are known, the shares are those of %zu random "
        "profiles that the orders admit, plus or minus two standard errors in points of a "
        "hundred; --seed draws others. What is called certain, or always, rests on no "
        "sample%s.",
        deals->sample_count,
        deals->listed ? ", and what all packages above share is true of every profile" : "");
}

static void say_unproved(pp_i_page *page, const pp_deals *deals)
{
    if (deals->unproved > 0)
        pp_i_page_say(
            page, 0, 0,
            "%s not be proved in exact numbers and %s within the tolerance of a solver "
            "(one ten-millionth).",
            pp_i_words_count(page, deals->unproved, "comparison could", "comparisons could"),
            deals->unproved == 1 ? "holds" : "hold");
}

/* Is nothing said of what any party wants? No point and no solution then tells one package from
 * another. */
static bool nothing_is_wanted(const pp_deals *deals)
{
    for (size_t p = 0; p < deals->party_count; p++)
        if (deals->parties[p].valued != PP_VALUED_NOTHING)
            return false;
    return deals->point_count > 0;
}

void pp_i_deals_text(pp_i_page *page, const pp_deals *deals)
{
    bool alike = nothing_is_wanted(deals);
    pp_i_words_title(page, deals->the_case, deals->as_of);
    pp_i_page_blank(page);
    say_considered(page, deals);
    say_assumed(page, deals);
    if (alike)
        pp_i_page_say(page, 0, 0,
                      PP_RICH_YELLOW
                      "The case says nothing of what anybody wants" PP_RICH_PLAIN
                      ": these packages are all alike here, and no solution picks one of them. "
                      "`pourparler ask` says what to find out.");
    else
        say_frontier(page, deals);
    if (!is_stopped(deals) && !alike)
        say_parties(page, deals);
    if (deals->point_count > 0 && !alike) {
        if (deals->valued)
            pp_i_deals_solutions(page, deals);
        say_points(page, deals);
    }
    say_sample(page, deals);
    say_unproved(page, deals);
    pp_i_words_incomplete(page, deals->incomplete, deals->incomplete_count);
    pp_i_words_basis(page, deals->the_case);
}
