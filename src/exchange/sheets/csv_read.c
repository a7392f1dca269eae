/* csv_read.c: see csv_read.h. */
#include "exchange/sheets/csv_read.h"

#include <string.h>

typedef struct scanner {
    pp_text text;
    size_t at;
    pp_i_place place; /* of the byte at `at` */
    char separator;
    pp_i_arena *arena;
    pp_i_diagnostics *diagnostics;
    size_t cell_count;
    bool no_memory, bad;
} scanner;

static bool ended(const scanner *s)
{
    return s->at >= s->text.length;
}

static void step(scanner *s)
{
    unsigned char c = (unsigned char)s->text.data[s->at++];
    bool pair = c == '\r' && !ended(s) && s->text.data[s->at] == '\n';
    if ((c == '\n' || c == '\r') && !pair) {
        s->place.line++;
        s->place.column = 1;
    } else if ((c & 0xC0) != 0x80) {
        s->place.column++;
    }
}

static bool at_line_end(const scanner *s)
{
    return ended(s) || s->text.data[s->at] == '\n' || s->text.data[s->at] == '\r';
}

static void refuse(scanner *s, pp_i_place place, const char *message)
{
    if (!s->bad)
        pp_i_diagnose(s->diagnostics, PP_SEVERITY_ERROR, place, 1, "%s", message);
    s->bad = true;
}

/* How many bytes from here to the closing quotation mark, pairs of them counted. */
static size_t quoted_length(const scanner *s)
{
    size_t at = s->at;
    for (; at < s->text.length; at++)
        if (s->text.data[at] == '"') {
            if (at + 1 >= s->text.length || s->text.data[at + 1] != '"')
                break;
            at++;
        }
    return at < s->text.length ? at - s->at : s->text.length - s->at;
}

/* The rest of a quoted cell, behind its first quotation mark; two marks are one. */
static pp_text quoted_cell(scanner *s, pp_i_place start)
{
    char *words = pp_i_arena_alloc(s->arena, quoted_length(s) + 1);
    size_t used = 0;
    if (words == NULL) {
        s->no_memory = true;
        return PP_TEXT("");
    }
    for (;;) {
        if (ended(s)) {
            refuse(s, start, "this quotation mark is not closed");
            break;
        }
        char c = s->text.data[s->at];
        step(s);
        if (c != '"') {
            words[used++] = c;
        } else if (!ended(s) && s->text.data[s->at] == '"') {
            words[used++] = c;
            step(s);
        } else {
            break;
        }
    }
    if (!at_line_end(s) && s->text.data[s->at] != s->separator)
        refuse(s, s->place, "behind a closing quotation mark the cell must end");
    return (pp_text){words, used};
}

/* What keeps a spreadsheet from calculating is no part of the text. */
static pp_text without_guard(pp_text text)
{
    if (text.length > 1 && text.data[0] == '\'' && strchr("=+-@\t\r", text.data[1]) != NULL)
        return (pp_text){text.data + 1, text.length - 1};
    return text;
}

static pp_text next_cell(scanner *s)
{
    size_t start = s->at;
    pp_i_place place = s->place;
    if (!ended(s) && s->text.data[s->at] == '"') {
        step(s);
        return without_guard(quoted_cell(s, place));
    }
    while (!at_line_end(s) && s->text.data[s->at] != s->separator)
        step(s);
    return without_guard((pp_text){s->text.data + start, s->at - start});
}

static bool next_row(scanner *s, pp_i_csv_row *row, bool *blank)
{
    PP_LIST(pp_i_csv_entry) cells = {0};
    *blank = true;
    for (;;) {
        pp_i_csv_entry cell = {.place = s->place};
        cell.text = next_cell(s);
        *blank = *blank && cell.text.length == 0;
        if (s->bad || s->no_memory)
            return false;
        if (cells.count >= PP_CSV_COLUMN_COUNT_MAX || ++s->cell_count > PP_CSV_CELL_COUNT_MAX)
            return refuse(s, cell.place, "there are more cells than can be read"), false;
        if (!PP_LIST_ADD(s->arena, &cells, cell))
            return !(s->no_memory = true);
        if (at_line_end(s))
            break;
        step(s); /* the separator */
    }
    if (!ended(s) && s->text.data[s->at] == '\r')
        step(s);
    if (!ended(s) && s->text.data[s->at] == '\n')
        step(s);
    *row = (pp_i_csv_row){cells.items, cells.count};
    return true;
}

/* Semicolons where the first line has more of them than commas. */
static char separator_of(pp_text text)
{
    size_t commas = 0, semicolons = 0;
    for (size_t i = 0; i < text.length && text.data[i] != '\n' && text.data[i] != '\r'; i++) {
        commas += text.data[i] == ',';
        semicolons += text.data[i] == ';';
    }
    return semicolons > commas ? ';' : ',';
}

static bool is_text(scanner *s)
{
    size_t good = pp_i_utf8_check(s->text);
    for (size_t i = 0; i < good; i++)
        if (s->text.data[i] == '\0')
            good = i;
    while (s->at < good)
        step(s);
    if (good < s->text.length)
        refuse(s, s->place, "this is no UTF-8 text: save the sheet as \"CSV UTF-8\"");
    s->at = 0;
    s->place = (pp_i_place){.line = 1, .column = 1};
    return !s->bad;
}

bool pp_i_csv_read(pp_text text, pp_i_arena *arena, pp_i_diagnostics *diagnostics,
                   pp_i_csv_table *table, bool *good)
{
    if (text.length >= 3 && memcmp(text.data, "\xEF\xBB\xBF", 3) == 0)
        text = (pp_text){text.data + 3, text.length - 3};
    scanner s = {.text = text,
                 .place = {.line = 1, .column = 1},
                 .separator = separator_of(text),
                 .arena = arena,
                 .diagnostics = diagnostics};
    PP_LIST(pp_i_csv_row) rows = {0};
    bool going = is_text(&s);
    while (going && !ended(&s)) {
        pp_i_csv_row row;
        bool blank;
        going = next_row(&s, &row, &blank);
        if (going && !blank && !PP_LIST_ADD(arena, &rows, row))
            s.no_memory = !(going = false);
    }
    *table = (pp_i_csv_table){rows.items, rows.count};
    *good = !s.bad;
    return !s.no_memory;
}
