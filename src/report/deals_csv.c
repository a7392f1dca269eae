/*
 * deals_csv.c: the frontier for a spreadsheet: RFC 4180, a line for each point.
 */
#include "method/bargaining/bargaining.h"
#include "report/answers.h"
#include "base/csv.h"

static bool picks(const pp_solution *solution, size_t point)
{
    for (size_t i = 0; i < solution->count; i++)
        if (solution->points[i] == point)
            return true;
    return false;
}

static void add_head(pp_i_builder *out, const pp_deals *deals)
{
    const pp_case *the_case = deals->the_case;
    pp_i_builder_print(out, "point");
    for (size_t p = 0; p < deals->party_count; p++) {
        pp_i_builder_print(out, ",");
        pp_i_csv_cell(out, the_case->parties[deals->parties[p].party].id);
    }
    pp_i_builder_print(out, ",rational,count");
    for (size_t k = 0; deals->valued && k < PP_SOLUTION_COUNT; k++)
        pp_i_builder_print(out, ",%s", pp_i_solution_name((pp_solution_kind)k));
    for (size_t i = 0; i < the_case->issue_count; i++) {
        pp_i_builder_print(out, ",");
        pp_i_csv_cell(out, the_case->issues[i].id);
    }
    pp_i_builder_print(out, "\r\n");
}

void pp_i_deals_csv(pp_i_builder *out, const pp_deals *deals)
{
    const pp_case *the_case = deals->the_case;
    add_head(out, deals);
    for (size_t i = 0; i < deals->point_count; i++) {
        const pp_deal *deal = &deals->points[i];
        pp_i_builder_print(out, "%zu", i + 1);
        for (size_t p = 0; p < deals->party_count; p++)
            pp_i_builder_print(out, ",%.12g", deal->values[p]);
        pp_i_builder_print(out, ",%s,%s", deal->rational ? "yes" : "no",
                           deal->count == NULL ? "" : deal->count);
        for (size_t k = 0; deals->valued && k < PP_SOLUTION_COUNT; k++)
            pp_i_builder_print(out, ",%s",
                               picks(&deals->solutions[deals->convention][k], i) ? "yes" : "no");
        for (size_t issue = 0; issue < the_case->issue_count; issue++) {
            pp_i_builder_print(out, ",");
            pp_i_csv_cell(out, the_case->issues[issue].options[deal->package[issue]].id);
        }
        pp_i_builder_print(out, "\r\n");
    }
}
