/* page.c: see page.h. */
#include "report/page.h"

#include <stdarg.h>
#include <stdio.h>

void pp_i_page_init(pp_i_page *page, pp_i_arena *arena, const pp_report_options *options)
{
    *page = (pp_i_page){.arena = arena, .width = PP_PAGE_WIDTH_DEFAULT};
    pp_i_builder_init(&page->out, arena);
    if (options == NULL)
        return;
    page->color = options->color;
    if (options->column_count > 0)
        page->width = options->column_count;
    if (page->width < PP_PAGE_WIDTH_MIN)
        page->width = PP_PAGE_WIDTH_MIN;
    if (page->width > PP_PAGE_WIDTH_MAX)
        page->width = PP_PAGE_WIDTH_MAX;
}

void pp_i_page_fail(pp_i_page *page)
{
    page->out.failed = true;
}

static const char *format_list(pp_i_page *page, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = length < 0 ? NULL : pp_i_arena_alloc(page->arena, (size_t)length + 1);
    if (text == NULL) {
        pp_i_page_fail(page);
        return "";
    }
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

const char *pp_i_page_format(pp_i_page *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = format_list(page, format, arguments);
    va_end(arguments);
    return text;
}

const char *pp_i_page_take(pp_i_page *page, const pp_i_builder *builder)
{
    if (builder->failed)
        pp_i_page_fail(page);
    return builder->failed || builder->data == NULL ? "" : builder->data;
}

const char *pp_i_page_safe(pp_i_page *page, pp_text text)
{
    pp_i_builder builder;
    pp_i_builder_init(&builder, page->arena);
    pp_i_builder_add_printable(&builder, text);
    return pp_i_page_take(page, &builder);
}

void pp_i_page_blank(pp_i_page *page)
{
    pp_i_builder_add_byte(&page->out, '\n');
}

void pp_i_page_heading(pp_i_page *page, const char *title)
{
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0, PP_RICH_BOLD "%s", title);
    size_t width = pp_i_text_width(pp_i_text_of(title));
    for (size_t i = 0; i < width && i < page->width; i++)
        pp_i_builder_add_string(&page->out, "─");
    pp_i_builder_add_byte(&page->out, '\n');
}

static void print_line(pp_i_page *page, const pp_i_rich_line *line, size_t blanks)
{
    if (pp_i_text_width(line->text) > 0) {
        for (size_t i = 0; i < blanks; i++)
            pp_i_builder_add_byte(&page->out, ' ');
        pp_i_rich_print(&page->out, line, page->color);
    }
    pp_i_builder_add_byte(&page->out, '\n');
}

void pp_i_page_say(pp_i_page *page, size_t indent, size_t hang, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = format_list(page, format, arguments);
    va_end(arguments);
    size_t width = page->width < PP_PAGE_PROSE_WIDTH_MAX ? page->width : PP_PAGE_PROSE_WIDTH_MAX;
    pp_i_rich_lines lines = {0};
    if (!pp_i_rich_wrap(page->arena, pp_i_text_of(text), width > indent ? width - indent : 1, hang,
                        &lines))
        pp_i_page_fail(page);
    for (size_t i = 0; i < lines.list.count; i++) {
        const pp_i_rich_line *line = &lines.list.items[i];
        print_line(page, line, indent + (line->continued ? hang : 0));
    }
}

void pp_i_page_table(pp_i_page *page, size_t indent, pp_i_text_table *table)
{
    pp_i_text_table_print(table, indent, page->width, page->color, &page->out);
}
