/*
 * table.h: tables that fit a terminal: cells of rich text, wrapped by words, split into blocks of
 * columns where even that is too wide.
 *
 * Filled row by row; printed once. Memory that runs out is remembered in `failed`.
 */
#ifndef PP_REPORT_TABLE_H
#define PP_REPORT_TABLE_H

#include "report/rich.h"

typedef struct pp_i_column {
    const char *title; /* rich text */
    bool right;        /* numbers */
    size_t hang;       /* columns by which the wrapped lines of a cell are set in */
    size_t width_min;  /* narrower than this, the table is split instead; 0: its longest word */
} pp_i_column;

typedef struct pp_i_text_table {
    pp_i_arena *arena;
    pp_i_column *columns;
    size_t column_count;
    size_t key_count;            /* the first columns, which are repeated in every block */
    bool grid;                   /* a rule between all rows, not only where asked */
    PP_LIST(const char *) cells; /* row by row */
    PP_LIST(size_t) rules;       /* a rule before these rows, increasing */
    bool failed;
} pp_i_text_table;

/* A table of `column_count` columns, at least 1, whose first `key_count` are keys. */
void pp_i_text_table_init(pp_i_text_table *table, pp_i_arena *arena, size_t column_count,
                          size_t key_count);

/* The next cell, rich text that must outlive the table; null counts as memory that has run out. */
void pp_i_text_table_add(pp_i_text_table *table, const char *rich);

/* A rule before the next row. */
void pp_i_text_table_rule(pp_i_text_table *table);

size_t pp_i_text_table_row_count(const pp_i_text_table *table);

/* Prints it within `width` columns, `indent` blanks before each line, without blanks at line ends.
 */
void pp_i_text_table_print(pp_i_text_table *table, size_t indent, size_t width, bool color,
                           pp_i_builder *out);

#endif
