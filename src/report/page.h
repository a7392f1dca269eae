/*
 * page.h: the text of an answer as it grows: headings, paragraphs, tables, in a terminal's width.
 *
 * Everything lies in the page's arena. Memory that runs out is remembered in `out.failed`; what
 * gives a string then gives "", so that a report is written without a check at each step.
 */
#ifndef PP_REPORT_PAGE_H
#define PP_REPORT_PAGE_H

#include "base/text.h"
#include "pourparler/report.h"
#include "report/table.h"

enum {
    PP_PAGE_WIDTH_DEFAULT = 80,
    PP_PAGE_WIDTH_MIN = 20,
    PP_PAGE_WIDTH_MAX = 1000,
    PP_PAGE_PROSE_WIDTH_MAX = 100 /* paragraphs stay readable on a wide terminal */
};

typedef struct pp_i_page {
    pp_i_arena *arena;
    pp_i_builder out;
    size_t width;
    bool color;
} pp_i_page;

/* `options` may be null. */
void pp_i_page_init(pp_i_page *page, pp_i_arena *arena, const pp_report_options *options);

/* Trusted rich text as by printf; case text goes through pp_i_page_safe first. Never null. */
const char *pp_i_page_format(pp_i_page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Text of the case, made harmless for a terminal. Never null. */
const char *pp_i_page_safe(pp_i_page *page, pp_text text);

/* What a builder of rich text holds; "" where memory ran out (then remembered). Never null. */
const char *pp_i_page_take(pp_i_page *page, const pp_i_builder *builder);

/* A line in bold, ruled below, with a blank line before it; `title` fits a line. */
void pp_i_page_heading(pp_i_page *page, const char *title);

void pp_i_page_blank(pp_i_page *page);

/* A paragraph, wrapped: `indent` blanks before its lines, `hang` more before all but the first. */
void pp_i_page_say(pp_i_page *page, size_t indent, size_t hang, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void pp_i_page_table(pp_i_page *page, size_t indent, pp_i_text_table *table);

/* Memory ran out. */
void pp_i_page_fail(pp_i_page *page);

#endif
