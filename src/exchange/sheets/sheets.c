/* sheets.c: see sheets.h. */
#include "exchange/sheets/sheets.h"

#include <string.h>

#include "base/error.h"
#include "case/yaml_write.h"
#include "exchange/sheets/parts.h"
#include "exchange/sheets/tables.h"

/* --- Tables ----------------------------------------------------------------------------------- */

size_t pp_i_sheet_column(const pp_i_csv_table *table, const char *name)
{
    for (size_t c = 0; table->count > 0 && c < table->rows[0].count; c++)
        if (pp_i_text_is(table->rows[0].cells[c].text, name))
            return c;
    return SIZE_MAX;
}

pp_i_csv_entry pp_i_sheet_cell(const pp_i_csv_row *row, size_t column)
{
    if (column < row->count)
        return row->cells[column];
    return (pp_i_csv_entry){.place = row->count == 0 ? (pp_i_place){0, 0}
                                                     : row->cells[row->count - 1].place};
}

bool pp_i_sheet_item(pp_text list, size_t *at, pp_text *item)
{
    while (*at < list.length) {
        size_t start = *at, end = start;
        while (end < list.length && list.data[end] != ';')
            end++;
        *at = end + 1;
        while (start < end && list.data[start] == ' ')
            start++;
        while (end > start && list.data[end - 1] == ' ')
            end--;
        *item = (pp_text){list.data + start, end - start};
        if (end > start)
            return true;
    }
    return false;
}

void pp_i_sheet_refuse(pp_i_sheets *s, const pp_i_sheet_read *from, pp_i_csv_entry cell,
                       const char *message)
{
    pp_i_diagnostics_set_file(s->diagnostics, from->path, from->bytes);
    pp_i_diagnose(s->diagnostics, PP_SEVERITY_ERROR, cell.place, 1, "%s", message);
}

void pp_i_sheet_put(pp_i_builder *out, int indent, bool first, const char *key, pp_text text)
{
    if (text.length == 0)
        return;
    pp_i_builder_print(out, "%*s%s%s: ", indent, "", first ? "- " : "", key);
    if (first) {
        pp_i_yaml_write_scalar(out, text, false);
        pp_i_builder_add_byte(out, '\n');
    } else {
        pp_i_yaml_write_value(out, text, indent + 2);
    }
}

/* What the first columns are called says what a table holds. */
static bool kind_of(const pp_i_csv_table *table, pp_i_sheet_kind *kind)
{
    static const struct {
        const char *first, *also; /* column names */
        pp_i_sheet_kind kind;
    } kinds[] = {
        {"issue", "options", PP_SHEET_POSITIONS},  {"issue", "option", PP_SHEET_ISSUES},
        {"party", "party", PP_SHEET_PARTIES},      {"rule", "rule", PP_SHEET_LINKS},
        {"source", "source", PP_SHEET_SOURCES},    {"statement", "act", PP_SHEET_STATEMENTS},
        {"red_line", "holds", PP_SHEET_RED_LINES}, {"assumption", "says", PP_SHEET_ASSUMPTIONS},
        {"title", "consent", PP_SHEET_CASE},
    };
    for (size_t i = 0; table->count > 0 && i < sizeof kinds / sizeof *kinds; i++)
        if (pp_i_text_is(table->rows[0].cells[0].text, kinds[i].first) &&
            pp_i_sheet_column(table, kinds[i].also) != SIZE_MAX) {
            *kind = kinds[i].kind;
            return true;
        }
    return false;
}

static bool read_file(pp_i_sheets *s, const pp_i_exchange_file *file)
{
    pp_i_csv_table table;
    pp_i_sheet_kind kind;
    bool good;
    pp_i_diagnostics_set_file(s->diagnostics, file->path, file->bytes);
    if (!pp_i_csv_read(file->bytes, s->arena, s->diagnostics, &table, &good))
        return false;
    if (!good)
        return true;
    pp_i_csv_entry corner = {.place = {1, 1}};
    if (table.count > 0)
        corner = table.rows[0].cells[0];
    if (!kind_of(&table, &kind)) {
        pp_i_diagnostic *said =
            pp_i_diagnose(s->diagnostics, PP_SEVERITY_WARNING, corner.place, 1,
                          "the names of the columns are those of no table: left out");
        pp_i_diagnose_hint(s->diagnostics, said,
                           "`pourparler export sheets` shows what they are called");
        return true;
    }
    if (s->read[kind].table.count > 0)
        pp_i_diagnose(s->diagnostics, PP_SEVERITY_ERROR, corner.place, 1,
                      "a second table of this kind: the first is %s", s->read[kind].path);
    else
        s->read[kind] = (pp_i_sheet_read){file->path, file->bytes, table};
    return true;
}

/* --- The case --------------------------------------------------------------------------------- */

/* A column of a table, and the key of the case file that it becomes. */
typedef struct field {
    const char *column, *key;
    bool list;          /* items, between semicolons */
    const char *unless; /* left out where that column has a text */
} field;

static void put_list(pp_i_builder *out, const char *key, pp_text list)
{
    pp_text item;
    size_t at = 0, count = 0;
    for (; pp_i_sheet_item(list, &at, &item); count++) {
        if (count == 0)
            pp_i_builder_print(out, "    %s: [", key);
        else
            pp_i_builder_add_string(out, ", ");
        pp_i_yaml_write_scalar(out, item, true);
    }
    pp_i_builder_add_string(out, count == 0 ? "" : "]\n");
}

static bool has_text(const pp_i_csv_table *table, const pp_i_csv_row *row, const char *column)
{
    return pp_i_sheet_cell(row, pp_i_sheet_column(table, column)).text.length > 0;
}

/* A row of a table as an item of a list; the first field is its name. */
static void put_rows(pp_i_sheets *s, pp_i_sheet_kind kind, const char *heading, const field *fields,
                     size_t field_count)
{
    const pp_i_sheet_read *from = &s->read[kind];
    if (from->table.count < 2)
        return;
    pp_i_builder_print(&s->out, "%s:\n", heading);
    for (size_t r = 1; r < from->table.count; r++) {
        const pp_i_csv_row *row = &from->table.rows[r];
        pp_i_csv_entry name = pp_i_sheet_cell(row, 0);
        if (name.text.length == 0) {
            pp_i_sheet_refuse(s, from, name, "the first cell of a row must not be empty");
            continue;
        }
        pp_i_sheet_put(&s->out, 2, true, fields[0].key, name.text);
        for (size_t f = 1; f < field_count; f++) {
            size_t column = pp_i_sheet_column(&from->table, fields[f].column);
            pp_text text = pp_i_sheet_cell(row, column).text;
            if (fields[f].unless != NULL && has_text(&from->table, row, fields[f].unless))
                continue;
            if (fields[f].list)
                put_list(&s->out, fields[f].key, text);
            else
                pp_i_sheet_put(&s->out, 4, false, fields[f].key, text);
        }
    }
}

static void put_case(pp_i_sheets *s, bool consent)
{
    const pp_i_csv_table *table = &s->read[PP_SHEET_CASE].table;
    static const pp_i_csv_row none;
    const pp_i_csv_row *row = table->count > 1 ? &table->rows[1] : &none;
    if (consent) {
        pp_i_sheet_put(&s->out, 0, false, "consent",
                       pp_i_sheet_cell(row, pp_i_sheet_column(table, "consent")).text);
        return;
    }
    pp_text title = pp_i_sheet_cell(row, pp_i_sheet_column(table, "title")).text;
    pp_i_builder_add_string(&s->out, "pourparler: 1\n");
    pp_i_sheet_put(&s->out, 0, false, "title",
                   title.length == 0 ? PP_TEXT("An imported case") : title);
    pp_i_sheet_put(&s->out, 0, false, "as_of",
                   pp_i_sheet_cell(row, pp_i_sheet_column(table, "as_of")).text);
}

/* A row for each option; rows of one issue stand together. */
static void put_issues(pp_i_sheets *s)
{
    const pp_i_sheet_read *from = &s->read[PP_SHEET_ISSUES];
    const pp_i_csv_table *table = &from->table;
    size_t title = pp_i_sheet_column(table, "title"), option = pp_i_sheet_column(table, "option"),
           option_title = pp_i_sheet_column(table, "option_title"),
           decides = pp_i_sheet_column(table, "decided_by");
    pp_text before = PP_TEXT("");
    pp_i_builder_add_string(&s->out, "issues:\n");
    for (size_t r = 1; r < table->count; r++) {
        const pp_i_csv_row *row = &table->rows[r];
        pp_i_csv_entry issue = pp_i_sheet_cell(row, 0), at = pp_i_sheet_cell(row, option);
        if (issue.text.length == 0 || at.text.length == 0) {
            pp_i_sheet_refuse(s, from, issue.text.length == 0 ? issue : at,
                              "a row names an issue and one of its options");
            continue;
        }
        if (!pp_i_text_equal(issue.text, before)) {
            pp_i_sheet_put(&s->out, 2, true, "id", issue.text);
            pp_i_sheet_put(&s->out, 4, false, "title", pp_i_sheet_cell(row, title).text);
            pp_i_sheet_put(&s->out, 4, false, "decided_by", pp_i_sheet_cell(row, decides).text);
            pp_i_builder_add_string(&s->out, "    options:\n");
            before = issue.text;
        }
        pp_i_sheet_put(&s->out, 6, true, "id", at.text);
        pp_i_sheet_put(&s->out, 8, false, "title", pp_i_sheet_cell(row, option_title).text);
    }
}

static void put_all(pp_i_sheets *s)
{
    static const field parties[] = {{"party", "id", false, NULL},
                                    {"name", "name", false, NULL},
                                    {"aliases", "aliases", true, NULL},
                                    {"role", "role", false, NULL}};
    static const field links[] = {{"rule", "rule", false, NULL}, {"why", "why", false, NULL}};
    static const field sources[] = {
        {"source", "id", false, NULL},   {"file", "file", false, "text"},
        {"title", "title", false, NULL}, {"date", "date", false, NULL},
        {"grade", "grade", false, NULL}, {"text", "text", false, NULL}};
    static const field statements[] = {
        {"statement", "id", false, NULL},         {"party", "party", false, NULL},
        {"speaker", "speaker", false, NULL},      {"act", "act", false, NULL},
        {"about", "about", false, NULL},          {"topic", "topic", false, NULL},
        {"strength", "strength", false, NULL},    {"if", "if", false, NULL},
        {"source", "source", false, NULL},        {"date", "date", false, NULL},
        {"quote", "quote", false, NULL},          {"replaces", "replaces", false, NULL},
        {"confidence", "confidence", false, NULL}};
    static const field red_lines[] = {{"red_line", "id", false, NULL},
                                      {"party", "party", false, NULL},
                                      {"holds", "holds", false, NULL},
                                      {"firmness", "firmness", false, NULL},
                                      {"because", "because", true, NULL}};
    static const field assumptions[] = {{"assumption", "id", false, NULL},
                                        {"says", "says", false, NULL}};
    put_case(s, false);
    put_rows(s, PP_SHEET_SOURCES, "sources", sources, 6);
    if (s->read[PP_SHEET_PARTIES].table.count > 1)
        put_rows(s, PP_SHEET_PARTIES, "parties", parties, 4);
    else
        pp_i_positions_parties(s);
    put_case(s, true);
    if (s->read[PP_SHEET_ISSUES].table.count > 1)
        put_issues(s);
    else
        pp_i_positions_issues(s);
    put_rows(s, PP_SHEET_LINKS, "links", links, 2);
    put_rows(s, PP_SHEET_STATEMENTS, "statements", statements, 13);
    if (s->read[PP_SHEET_RED_LINES].table.count > 1)
        put_rows(s, PP_SHEET_RED_LINES, "red_lines", red_lines, 5);
    else if (s->read[PP_SHEET_POSITIONS].table.count > 1)
        pp_i_positions_red_lines(s);
    put_rows(s, PP_SHEET_ASSUMPTIONS, "assumptions", assumptions, 2);
}

pp_status pp_i_sheets_read(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                           pp_i_diagnostics *diagnostics, const char **text, pp_error *error)
{
    pp_i_sheets s = {.arena = arena, .diagnostics = diagnostics};
    pp_i_builder_init(&s.out, arena);
    if (count > PP_SHEETS_FILE_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_ARGUMENT, "at most %d tables, not %zu",
                         (int)PP_SHEETS_FILE_COUNT_MAX, count);
    for (size_t k = 0; k < count; k++)
        if (!read_file(&s, &files[k]))
            return pp_i_fail_memory(error);
    bool matrix = s.read[PP_SHEET_POSITIONS].table.count > 1;
    bool whole = (matrix || s.read[PP_SHEET_ISSUES].table.count > 1) &&
                 (matrix || s.read[PP_SHEET_PARTIES].table.count > 1);
    if (diagnostics->error_count == 0 && whole)
        put_all(&s);
    if (s.out.failed || diagnostics->failed)
        return pp_i_fail_memory(error);
    if (diagnostics->error_count > 0)
        return pp_i_fail(error, PP_ERROR_INPUT, "%zu error%s in the files",
                         diagnostics->error_count, diagnostics->error_count == 1 ? "" : "s");
    if (!whole)
        return pp_i_fail(
            error, PP_ERROR_INPUT,
            "a table of issues and one of parties are needed, or a matrix of positions");
    pp_i_builder_add_byte(&s.out, '\0');
    if (s.out.failed)
        return pp_i_fail_memory(error);
    *text = pp_i_builder_text(&s.out).data;
    return PP_OK;
}
