/* table.c: see table.h. */
#include "report/table.h"

enum {
    RECORD_HANG = 2,
    SEPARATOR_WIDTH = 3,   /* a blank, a rule, a blank */
    WORD_WIDTH_MAX = 32,   /* a longer word may be broken before the table is split, */
    WORD_WIDTH_SCARCE = 14 /* and this where even the keys do not fit otherwise */
};

void pp_i_text_table_init(pp_i_text_table *table, pp_i_arena *arena, size_t column_count,
                          size_t key_count)
{
    *table =
        (pp_i_text_table){.arena = arena, .column_count = column_count, .key_count = key_count};
    table->columns = PP_NEW_ARRAY(arena, pp_i_column, column_count);
    table->failed = table->columns == NULL;
}

void pp_i_text_table_add(pp_i_text_table *table, const char *rich)
{
    if (rich == NULL || table->failed || !PP_LIST_ADD(table->arena, &table->cells, rich))
        table->failed = true;
}

size_t pp_i_text_table_row_count(const pp_i_text_table *table)
{
    return table->cells.count / table->column_count;
}

void pp_i_text_table_rule(pp_i_text_table *table)
{
    if (!PP_LIST_ADD(table->arena, &table->rules, pp_i_text_table_row_count(table)))
        table->failed = true;
}

static pp_text cell(const pp_i_text_table *table, size_t row, size_t column)
{
    return pp_i_text_of(table->cells.items[row * table->column_count + column]);
}

/* The columns of one block, and the widths they get. */
typedef struct block {
    size_t *columns;
    size_t count;
    const size_t *least, *most; /* [column of the table] */
    size_t *widths;             /* [column of the block] */
} block;

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}
static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static void measure(const pp_i_text_table *table, size_t word_max, size_t *least, size_t *most)
{
    for (size_t c = 0; c < table->column_count; c++) {
        const pp_i_column *column = &table->columns[c];
        pp_text title = pp_i_text_of(column->title);
        most[c] = larger(pp_i_rich_width(title), 1);
        size_t word = larger(pp_i_rich_word_width(title), 1);
        for (size_t r = 0; r < pp_i_text_table_row_count(table); r++) {
            most[c] = larger(most[c], pp_i_rich_width(cell(table, r, c)));
            size_t here = pp_i_rich_word_width(cell(table, r, c));
            word = larger(word, here == 0 ? 0 : here + column->hang);
        }
        size_t wanted = column->width_min > 0 ? column->width_min : smaller(word, word_max);
        least[c] = smaller(wanted, most[c]);
    }
}

static size_t block_width_at(const block *part, size_t cap)
{
    size_t sum = 0;
    for (size_t i = 0; i < part->count; i++) {
        size_t c = part->columns[i];
        sum += larger(smaller(part->most[c], cap), part->least[c]);
    }
    return sum;
}

/* The widest columns give way first: all are cut to one cap, the greatest that fits. */
static void fit(block *part, size_t width)
{
    size_t separators = SEPARATOR_WIDTH * (part->count - 1);
    size_t available = width > separators ? width - separators : 1;
    size_t low = 1, high = available;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        if (block_width_at(part, middle) <= available)
            low = middle;
        else
            high = middle - 1;
    }
    size_t used = 0;
    for (size_t i = 0; i < part->count; i++) {
        size_t c = part->columns[i];
        part->widths[i] = larger(smaller(part->most[c], low), part->least[c]);
        used += part->widths[i];
    }
    for (size_t i = 0; i < part->count && used < available; i++)
        if (part->widths[i] < part->most[part->columns[i]]) {
            part->widths[i]++;
            used++;
        }
    for (size_t i = part->count; i-- > 0 && used > available;) {
        size_t cut = smaller(used - available, part->widths[i] - 1);
        part->widths[i] -= cut;
        used -= cut;
    }
}

static void add_blanks(pp_i_builder *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pp_i_builder_add_byte(out, ' ');
}

static void end_of_line(pp_i_builder *out)
{
    if (out->failed)
        return;
    while (out->length > 0 && out->data[out->length - 1] == ' ')
        out->data[--out->length] = '\0';
    pp_i_builder_add_byte(out, '\n');
}

typedef struct printing {
    pp_i_text_table *table;
    const block *part;
    size_t indent;
    bool color;
    pp_i_builder *out;
} printing;

static void print_rule(const printing *print)
{
    add_blanks(print->out, print->indent);
    for (size_t i = 0; i < print->part->count; i++) {
        if (i > 0)
            pp_i_builder_add_string(print->out, "─┼─");
        for (size_t j = 0; j < print->part->widths[i]; j++)
            pp_i_builder_add_string(print->out, "─");
    }
    end_of_line(print->out);
}

static void print_piece(const printing *print, const pp_i_rich_line *line, size_t i)
{
    const pp_i_column *column = &print->table->columns[print->part->columns[i]];
    size_t hang = line != NULL && line->continued ? column->hang : 0;
    size_t used = (line == NULL ? 0 : pp_i_text_width(line->text)) + hang;
    size_t width = print->part->widths[i];
    size_t left = used < width ? width - used : 0;
    add_blanks(print->out, hang + (column->right ? left : 0));
    if (line != NULL)
        pp_i_rich_print(print->out, line, print->color);
    if (!column->right)
        add_blanks(print->out, left);
}

/* One row: `texts` holds a cell for each column of the block. */
static bool print_cells(const printing *print, const pp_text *texts)
{
    const block *part = print->part;
    pp_i_arena *arena = print->table->arena;
    pp_i_rich_lines *lines = PP_NEW_ARRAY(arena, pp_i_rich_lines, part->count);
    if (lines == NULL)
        return false;
    size_t height = 0;
    for (size_t i = 0; i < part->count; i++) {
        size_t hang = print->table->columns[part->columns[i]].hang;
        if (!pp_i_rich_wrap(arena, texts[i], part->widths[i], hang, &lines[i]))
            return false;
        height = larger(height, lines[i].list.count);
    }
    for (size_t at = 0; at < height; at++) {
        add_blanks(print->out, print->indent);
        for (size_t i = 0; i < part->count; i++) {
            if (i > 0)
                pp_i_builder_add_string(print->out, " │ ");
            print_piece(print, at < lines[i].list.count ? &lines[i].list.items[at] : NULL, i);
        }
        end_of_line(print->out);
    }
    return true;
}

static const char *bold(pp_i_arena *arena, const char *title)
{
    return pp_i_arena_print(arena, PP_RICH_BOLD "%s", title == NULL ? "" : title);
}

static bool print_block(const printing *print)
{
    pp_i_text_table *table = print->table;
    const block *part = print->part;
    pp_text *texts = PP_NEW_ARRAY(table->arena, pp_text, part->count);
    if (texts == NULL)
        return false;
    for (size_t i = 0; i < part->count; i++) {
        texts[i] = pp_i_text_of(bold(table->arena, table->columns[part->columns[i]].title));
        if (texts[i].data == NULL)
            return false;
    }
    if (!print_cells(print, texts))
        return false;
    size_t rule = 0;
    for (size_t r = 0; r < pp_i_text_table_row_count(table); r++) {
        bool asked = rule < table->rules.count && table->rules.items[rule] == r;
        while (rule < table->rules.count && table->rules.items[rule] <= r)
            rule++;
        if (r == 0 || asked || table->grid)
            print_rule(print);
        for (size_t i = 0; i < part->count; i++)
            texts[i] = cell(table, r, part->columns[i]);
        if (!print_cells(print, texts))
            return false;
    }
    return true;
}

/* Takes as many columns from `next` on as fit beside the keys, from one to `most`; gives the first
 * that is left. */
static size_t fill_block(const pp_i_text_table *table, block *part, size_t next, size_t width,
                         size_t most)
{
    size_t used = 0;
    part->count = 0;
    for (size_t c = 0; c < table->key_count; c++) {
        part->columns[part->count++] = c;
        used += part->least[c] + SEPARATOR_WIDTH;
    }
    size_t taken = 0;
    while (next < table->column_count) {
        if (taken > 0 && (taken == most || used + part->least[next] > width))
            break;
        used += part->least[next] + SEPARATOR_WIDTH;
        part->columns[part->count++] = next++;
        taken++;
    }
    return next;
}

/* The most columns a block takes, so that blocks are about equally wide. */
static size_t balance(const pp_i_text_table *table, block *part, size_t width)
{
    size_t free_count = table->column_count - table->key_count;
    size_t block_count = 0;
    for (size_t next = table->key_count; next < table->column_count; block_count++)
        next = fill_block(table, part, next, width, free_count);
    return block_count == 0 ? 0 : (free_count + block_count - 1) / block_count;
}

/* What the keys and the widest of the other columns need at least. */
static size_t narrowest(const pp_i_text_table *table, const size_t *least)
{
    size_t keys = 0, widest = 0;
    for (size_t c = 0; c < table->column_count; c++)
        if (c < table->key_count)
            keys += least[c] + SEPARATOR_WIDTH;
        else
            widest = larger(widest, least[c]);
    return widest == 0 && keys >= SEPARATOR_WIDTH ? keys - SEPARATOR_WIDTH : keys + widest;
}

/* Where no table fits: each row as lines of "Title: cell", a blank line between rows. */
static bool print_records(pp_i_text_table *table, size_t indent, size_t width, bool color,
                          pp_i_builder *out)
{
    size_t room = width > indent + RECORD_HANG ? width - indent : RECORD_HANG + 1;
    for (size_t at = 0; at < table->cells.count; at++) {
        const char *title = table->columns[at % table->column_count].title;
        const char *text = table->cells.items[at];
        if (at > 0 && at % table->column_count == 0)
            pp_i_builder_add_byte(out, '\n');
        if (text[0] == '\0')
            continue;
        const char *whole =
            title == NULL || title[0] == '\0'
                ? text
                : pp_i_arena_print(table->arena, PP_RICH_BOLD "%s:" PP_RICH_PLAIN " %s", title,
                                   text);
        pp_i_rich_lines lines = {0};
        if (whole == NULL ||
            !pp_i_rich_wrap(table->arena, pp_i_text_of(whole), room, RECORD_HANG, &lines))
            return false;
        for (size_t i = 0; i < lines.list.count; i++) {
            const pp_i_rich_line *line = &lines.list.items[i];
            add_blanks(out, indent + (line->continued ? RECORD_HANG : 0));
            pp_i_rich_print(out, line, color);
            end_of_line(out);
        }
    }
    return true;
}

void pp_i_text_table_print(pp_i_text_table *table, size_t indent, size_t width, bool color,
                           pp_i_builder *out)
{
    pp_i_arena *arena = table->arena;
    size_t *least = PP_NEW_ARRAY(arena, size_t, table->column_count);
    size_t *most = PP_NEW_ARRAY(arena, size_t, table->column_count);
    block part = {.columns = PP_NEW_ARRAY(arena, size_t, table->column_count),
                  .widths = PP_NEW_ARRAY(arena, size_t, table->column_count),
                  .least = least,
                  .most = most};
    bool good = !table->failed && least != NULL && most != NULL && part.columns != NULL &&
                part.widths != NULL;
    size_t available = width > indent ? width - indent : 1;
    if (good)
        measure(table, WORD_WIDTH_MAX, least, most);
    if (good && narrowest(table, least) > available)
        measure(table, WORD_WIDTH_SCARCE, least, most);
    if (good && narrowest(table, least) > available) {
        if (!print_records(table, indent, width, color, out))
            out->failed = true;
        return;
    }
    size_t per_block = good ? balance(table, &part, available) : 0;
    size_t next = table->key_count;
    bool first = true;
    while (good && (first || next < table->column_count)) {
        if (!first)
            pp_i_builder_add_byte(out, '\n');
        first = false;
        next = fill_block(table, &part, next, available, per_block);
        fit(&part, available);
        printing print = {table, &part, indent, color, out};
        good = print_block(&print);
    }
    if (!good)
        out->failed = true;
}
