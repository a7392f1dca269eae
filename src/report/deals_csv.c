/*
 * deals_csv.c: the frontier for a spreadsheet: RFC 4180, a line for each point.
 *
 * What a spreadsheet would take for a formula (it begins with =, +, -, @) gets an apostrophe before
 * it, unless it is a number of ours.
 */
#include <string.h>

#include "method/bargaining/bargaining.h"
#include "report/answers.h"

static void add_cell(pp_i_builder *out, pp_text text)
{
    bool formula = text.length > 0 && strchr("=+-@\t\r", text.data[0]) != NULL;
    bool quoted = formula;
    for (size_t i = 0; i < text.length; i++)
        quoted = quoted || strchr(",\"\r\n", text.data[i]) != NULL;
    if (!quoted) {
        pp_i_builder_add(out, text);
        return;
    }
    pp_i_builder_add(out, formula ? PP_TEXT("\"'") : PP_TEXT("\""));
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '"')
            pp_i_builder_add(out, PP_TEXT("\""));
        pp_i_builder_add(out, (pp_text){text.data + i, 1});
    }
    pp_i_builder_add(out, PP_TEXT("\""));
}

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
        add_cell(out, the_case->parties[deals->parties[p].party].id);
    }
    pp_i_builder_print(out, ",rational,count");
    for (size_t k = 0; deals->valued && k < PP_SOLUTION_COUNT; k++)
        pp_i_builder_print(out, ",%s", pp_i_solution_name((pp_solution_kind)k));
    for (size_t i = 0; i < the_case->issue_count; i++) {
        pp_i_builder_print(out, ",");
        add_cell(out, the_case->issues[i].id);
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
            add_cell(out, the_case->issues[issue].options[deal->package[issue]].id);
        }
        pp_i_builder_print(out, "\r\n");
    }
}
