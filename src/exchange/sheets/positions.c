/* positions.c: what a matrix of positions says of a case. */
#include <string.h>

#include "exchange/sheets/parts.h"

enum { PARTY_FIRST = 3 /* behind issue, title, options */ };

void pp_i_positions_parties(pp_i_sheets *s)
{
    const pp_i_sheet_read *from = &s->read[PP_SHEET_POSITIONS];
    const pp_i_csv_row *names = &from->table.rows[0];
    pp_i_builder_add_string(&s->out, "parties:\n");
    for (size_t c = PARTY_FIRST; c < names->count; c++) {
        if (names->cells[c].text.length == 0)
            pp_i_sheet_refuse(s, from, names->cells[c], "the column of a party has no name");
        pp_i_sheet_put(&s->out, 2, true, "id", names->cells[c].text);
    }
    if (names->count <= PARTY_FIRST)
        pp_i_sheet_refuse(
            s, from, names->cells[0],
            "behind `issue`, `title` and `options` a column for each party is needed");
}

void pp_i_positions_issues(pp_i_sheets *s)
{
    const pp_i_sheet_read *from = &s->read[PP_SHEET_POSITIONS];
    pp_i_builder_add_string(&s->out, "issues:\n");
    for (size_t r = 1; r < from->table.count; r++) {
        const pp_i_csv_row *row = &from->table.rows[r];
        pp_i_csv_entry issue = pp_i_sheet_cell(row, 0), options = pp_i_sheet_cell(row, 2);
        pp_text option;
        if (issue.text.length == 0 || options.text.length == 0) {
            pp_i_sheet_refuse(s, from, issue.text.length == 0 ? issue : options,
                              "an issue needs a name and its options, as in `none; half; full`");
            continue;
        }
        pp_i_sheet_put(&s->out, 2, true, "id", issue.text);
        pp_i_sheet_put(&s->out, 4, false, "title", pp_i_sheet_cell(row, 1).text);
        pp_i_builder_add_string(&s->out, "    options:\n");
        for (size_t at = 0; pp_i_sheet_item(options.text, &at, &option);)
            pp_i_sheet_put(&s->out, 6, true, "id", option);
    }
}

/* The next line of a cell, from *at on, without its end; false: there is none. */
static bool next_line(pp_text cell, size_t *at, pp_text *line)
{
    if (*at >= cell.length)
        return false;
    size_t start = *at, end = start;
    while (end < cell.length && cell.data[end] != '\n')
        end++;
    *at = end + 1;
    if (end > start && cell.data[end - 1] == '\r')
        end--;
    *line = (pp_text){cell.data + start, end - start};
    return true;
}

/* Was the same line of that party met in an earlier row? A red line on several issues stands in the
 * cell of each. */
static bool met_before(const pp_i_csv_table *table, size_t row, size_t column, pp_text line)
{
    pp_text earlier;
    for (size_t r = 1; r < row; r++)
        for (size_t at = 0;
             next_line(pp_i_sheet_cell(&table->rows[r], column).text, &at, &earlier);)
            if (pp_i_text_equal(earlier, line))
                return true;
    return false;
}

static void red_line(pp_i_sheets *s, size_t row, size_t column, pp_text line, size_t *number)
{
    const pp_i_csv_table *table = &s->read[PP_SHEET_POSITIONS].table;
    if (line.length < 2 || (line.data[0] != '!' && line.data[0] != '?') ||
        met_before(table, row, column, line))
        return;
    pp_text holds = {line.data + 1, line.length - 1};
    while (holds.length > 0 && holds.data[0] == ' ')
        holds = (pp_text){holds.data + 1, holds.length - 1};
    if ((*number)++ == 0)
        pp_i_builder_add_string(&s->out, "red_lines:\n");
    pp_i_builder_print(&s->out, "  - id: line-%zu\n", *number);
    pp_i_sheet_put(&s->out, 4, false, "party", table->rows[0].cells[column].text);
    pp_i_sheet_put(&s->out, 4, false, "holds", holds);
    pp_i_builder_print(&s->out, "    firmness: %s\n", line.data[0] == '?' ? "unclear" : "firm");
}

void pp_i_positions_red_lines(pp_i_sheets *s)
{
    const pp_i_csv_table *table = &s->read[PP_SHEET_POSITIONS].table;
    size_t number = 0;
    for (size_t r = 1; r < table->count; r++)
        for (size_t c = PARTY_FIRST; c < table->rows[0].count && c < table->rows[r].count; c++) {
            pp_text line;
            for (size_t at = 0; next_line(table->rows[r].cells[c].text, &at, &line);)
                red_line(s, r, c, line, &number);
        }
}
