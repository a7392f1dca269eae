/* deals_text_solutions.c: which points the solutions pick, what each gives whom, what it rests
 * on. */
#include <math.h>

#include "report/deals_text.h"

static const char *const titles[PP_SOLUTION_COUNT] = {
    "Nash: the greatest product of gains",
    "Kalai-Smorodinsky: equal shares of the best",
    "Egalitarian: equal gains",
    "Utilitarian: the greatest sum",
};

static const char *solution_points(pp_i_page *page, const pp_solution *solution)
{
    const char *all = solution->count == 0 ? "none" : "";
    for (size_t i = 0; i < solution->count && i < 8; i++)
        all = pp_i_page_format(page, "%s%s%zu", all, i == 0 ? "" : ", ", solution->points[i] + 1);
    return solution->count > 8
               ? pp_i_page_format(page, "%s and %zu more", all, solution->count - 8)
               : all;
}

/* What a party gains against no deal at a point. */
static const char *gain(pp_i_page *page, const pp_deals *deals, const pp_solution *solution,
                        size_t party)
{
    if (solution->count == 0)
        return "";
    double value = deals->points[solution->points[0]].values[party];
    double more = value - deals->parties[party].no_deal;
    return pp_i_page_format(page, "%s (%s%s)", pp_i_deals_value(page, deals, party, value),
                            more < 0 ? "-" : "+", pp_i_deals_value(page, deals, party, fabs(more)));
}

static void say_table(pp_i_page *page, const pp_deals *deals)
{
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, deals->party_count + 2, 1);
    if (table.failed) {
        pp_i_page_fail(page);
        return;
    }
    table.columns[0] = (pp_i_column){.title = "Solution"};
    table.columns[1] = (pp_i_column){.title = "Point", .right = true};
    for (size_t p = 0; p < deals->party_count; p++)
        table.columns[p + 2] =
            (pp_i_column){.title = pp_i_deals_party(page, deals, p), .right = true};
    for (size_t k = 0; k < PP_SOLUTION_COUNT; k++) {
        const pp_solution *solution = &deals->solutions[deals->convention][k];
        if (deals->convention == PP_CONVENTION_GENIUS && k == PP_SOLUTION_EGALITARIAN)
            continue;
        pp_i_text_table_add(&table, titles[k]);
        pp_i_text_table_add(&table, solution_points(page, solution));
        for (size_t p = 0; p < deals->party_count; p++)
            pp_i_text_table_add(&table, gain(page, deals, solution, p));
    }
    pp_i_page_table(page, 2, &table);
    pp_i_page_say(page, 2, 2, PP_RICH_DIM "In parentheses: against no deal. Where several points "
                                          "tie, the values are those of the first. The last two "
                                          "compare different parties' values.");
}

/* --- What a package rests on ------------------------------------------------------------------ */

static double best_of(const pp_deals *deals, size_t party, size_t issue)
{
    const double *row = deals->parties[party].contributions[issue];
    double best = row[0];
    for (size_t o = 1; o < deals->the_case->issues[issue].option_count; o++)
        best = fmax(best, row[o]);
    return best;
}

static bool has_contributions(const pp_deals *deals)
{
    for (size_t p = 0; p < deals->party_count; p++)
        if (deals->parties[p].contributions == NULL)
            return false;
    return true;
}

/* "0.30" where the party has its best, "0.10 of 0.30" where it gives. */
static const char *share_of_best(pp_i_page *page, const pp_deals *deals, size_t party, size_t issue,
                                 const pp_deal *deal)
{
    double own = deals->parties[party].contributions[issue][deal->package[issue]];
    double best = best_of(deals, party, issue);
    if (best - own < 1e-12)
        return best < 1e-12 ? PP_RICH_DIM "0"
                            : pp_i_page_format(page, PP_RICH_GREEN "%s",
                                               pp_i_deals_value(page, deals, party, own));
    return pp_i_page_format(page, "%s of %s", pp_i_deals_value(page, deals, party, own),
                            pp_i_deals_value(page, deals, party, best));
}

static void say_rests_on(pp_i_page *page, const pp_deals *deals)
{
    const pp_solution *nash = &deals->solutions[deals->convention][PP_SOLUTION_NASH];
    const pp_case *the_case = deals->the_case;
    if (nash->count == 0 || !has_contributions(deals))
        return;
    const pp_deal *deal = &deals->points[nash->points[0]];
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, deals->party_count + 2, 2);
    if (table.failed) {
        pp_i_page_fail(page);
        return;
    }
    pp_i_page_heading(page, pp_i_page_format(page, "What point %zu rests on", nash->points[0] + 1));
    pp_i_page_blank(page);
    table.columns[0] = (pp_i_column){.title = "Issue"};
    table.columns[1] = (pp_i_column){.title = "Option"};
    for (size_t p = 0; p < deals->party_count; p++)
        table.columns[p + 2] =
            (pp_i_column){.title = pp_i_deals_party(page, deals, p), .right = true};
    for (size_t i = 0; i < the_case->issue_count; i++) {
        pp_i_text_table_add(&table, pp_i_page_safe(page, the_case->issues[i].title));
        pp_i_text_table_add(&table, pp_i_words_option(page, &the_case->issues[i], deal->package[i],
                                                      false));
        for (size_t p = 0; p < deals->party_count; p++)
            pp_i_text_table_add(&table, share_of_best(page, deals, p, i, deal));
    }
    pp_i_page_table(page, 2, &table);
    pp_i_page_say(page, 2, 2, PP_RICH_DIM "What each party has of each issue; where it gives "
                                          "something up, of how much it could have had.");
}

/* --- Conventions ------------------------------------------------------------------------------ */

static bool same_points(const pp_solution *a, const pp_solution *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->points[i] == b->points[i];
    return same;
}

static void say_conventions(pp_i_page *page, const pp_deals *deals)
{
    static const char *const names[PP_SOLUTION_COUNT] = {"Nash", "Kalai-Smorodinsky", "egalitarian",
                                                         "utilitarian"};
    for (size_t c = 0; c < PP_CONVENTION_COUNT; c++)
        for (size_t k = 0; k < PP_SOLUTION_COUNT; k++) {
            const pp_solution *other = &deals->solutions[c][k];
            bool missing = c == PP_CONVENTION_GENIUS || deals->convention == PP_CONVENTION_GENIUS;
            if (same_points(other, &deals->solutions[deals->convention][k]) ||
                (missing && k == PP_SOLUTION_EGALITARIAN))
                continue;
            pp_i_page_say(page, 2, 2, "As %s defines it, %s picks %s instead.",
                          c == PP_CONVENTION_TEXTBOOK ? "the textbook"
                          : c == PP_CONVENTION_NEGMAS ? "NegMAS"
                                                      : "GENIUS",
                          names[k], solution_points(page, other));
        }
}

/* --- Where values are open -------------------------------------------------------------------- */

enum { OFTEN_SHOWN = 3 };

/* The points that a solution picks most often, "3 (41 % ± 1.1), 7 (...)". */
static const char *picked_often(pp_i_page *page, const pp_deals *deals, size_t kind)
{
    const char *all = "";
    double below = 2;
    size_t last = SIZE_MAX;
    for (size_t shown = 0; shown < OFTEN_SHOWN; shown++) {
        size_t best = SIZE_MAX;
        for (size_t i = 0; i < deals->point_count; i++) {
            double share = deals->robust[i].picked[kind];
            bool after = share < below || (share == below && last != SIZE_MAX && i > last);
            if (share > 0 && after && (best == SIZE_MAX || share > deals->robust[best].picked[kind]))
                best = i;
        }
        if (best == SIZE_MAX)
            break;
        const pp_deal_robust *robust = &deals->robust[best];
        all = pp_i_page_format(
            page, "%s%spoint %zu (%s)", all, all[0] == '\0' ? "" : ", ", best + 1,
            pp_i_deals_share(page, robust->picked[kind], robust->picked_error[kind]));
        below = robust->picked[kind];
        last = best;
    }
    return all[0] == '\0' ? PP_RICH_DIM "nothing: never does everybody accept" : all;
}

static void say_open(pp_i_page *page, const pp_deals *deals)
{
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 2, 1);
    if (table.failed) {
        pp_i_page_fail(page);
        return;
    }
    table.columns[0] = (pp_i_column){.title = "Solution"};
    table.columns[1] = (pp_i_column){.title = "Picks most often"};
    for (size_t k = 0; k < PP_SOLUTION_COUNT; k++) {
        pp_i_text_table_add(&table, titles[k]);
        pp_i_text_table_add(&table, picked_often(page, deals, k));
    }
    pp_i_page_table(page, 2, &table);
    pp_i_page_say(page, 2, 2, PP_RICH_DIM "Shares of the profiles in which it picks the point, "
                                          "where no numbers are given.");
}

void pp_i_deals_solutions(pp_i_page *page, const pp_deals *deals)
{
    if (deals->estimated && (deals->robust == NULL || deals->sample_count == 0))
        return;
    pp_i_page_heading(page, "The solutions");
    pp_i_page_blank(page);
    if (deals->estimated) {
        say_open(page, deals);
        return;
    }
    bool any = false;
    for (size_t k = 0; k < PP_SOLUTION_COUNT; k++)
        any = any || deals->solutions[deals->convention][k].count > 0;
    if (!any) {
        pp_i_page_say(page, 2, 0, "No package is at or above everybody's no deal, so no solution "
                                  "has anything to choose from.");
        return;
    }
    say_table(page, deals);
    say_conventions(page, deals);
    say_rests_on(page, deals);
}

void pp_i_deals_packages(pp_i_page *page, const pp_deals *deals, const size_t *points, size_t count)
{
    const uint16_t **packages = PP_NEW_ARRAY(page->arena, const uint16_t *, count);
    const char **keys = PP_NEW_ARRAY(page->arena, const char *, count);
    if (packages == NULL || keys == NULL) {
        pp_i_page_fail(page);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        packages[i] = deals->points[points[i]].package;
        keys[i] = pp_i_page_format(page, "%zu", points[i] + 1);
    }
    pp_i_packages_words words = {.key = "Point", .alike = "In all of them", .keys = keys};
    pp_i_packages_table(page, deals->the_case, packages, &words, count, 2);
}
