/*
 * diagnostics_text.c: diagnostics as a compiler prints them:
 *
 *     case.yaml:12:5: error: unknown key 'alias'
 *        12 |     alias: [Governor Marsh]
 *           |     ^~~~~
 *           = did you mean 'aliases'?
 */
#include "report/answers.h"

#include "report/words.h"

enum { GUTTER_WIDTH = 9, CARET_MARGIN = 12 };

static const char *color_of(pp_severity severity)
{
    switch (severity) {
    case PP_SEVERITY_ERROR:
        return PP_RICH_RED;
    case PP_SEVERITY_WARNING:
        return PP_RICH_YELLOW;
    case PP_SEVERITY_NOTE:
        break;
    }
    return PP_RICH_CYAN;
}

/* One line that is never wrapped, so that programs can read it. */
static void print_whole(pp_i_page *page, const char *rich)
{
    pp_i_rich_line line = {pp_i_text_of(rich), PP_RICH_PLAIN[0], false};
    pp_i_rich_print(&page->out, &line, page->color);
    pp_i_builder_add_byte(&page->out, '\n');
}

/* Bytes of the first `count` code points. */
static size_t bytes_of(pp_text text, size_t count)
{
    size_t at = 0, length;
    for (size_t i = 0; i < count && at < text.length; i++) {
        pp_i_utf8_decode(text, at, &length);
        at += length;
    }
    return at;
}

static pp_text from(pp_text text, size_t at)
{
    return (pp_text){text.data + at, text.length - at};
}

/* As many bytes from the start as fit, whole graphemes. */
static pp_text cut(pp_text text, size_t columns)
{
    return (pp_text){text.data, pp_i_text_fit(text, columns)};
}

static void print_underline(pp_i_page *page, const pp_i_diagnostic *diagnostic, size_t before,
                            size_t columns)
{
    pp_i_builder builder;
    pp_i_builder_init(&builder, page->arena);
    for (size_t i = 0; i < before; i++)
        pp_i_builder_add_byte(&builder, ' ');
    pp_i_builder_add_string(&builder, color_of(diagnostic->severity));
    pp_i_builder_add_byte(&builder, '^');
    for (size_t i = 1; i < columns; i++)
        pp_i_builder_add_byte(&builder, '~');
    print_whole(page, pp_i_page_format(page, PP_RICH_DIM "%*s | " PP_RICH_PLAIN "%s",
                                       GUTTER_WIDTH - 3, "", pp_i_page_take(page, &builder)));
}

/* The line with a caret; of a long one the part around the caret. */
static void print_source(pp_i_page *page, const pp_i_diagnostic *diagnostic)
{
    pp_text line = diagnostic->source_line;
    if (diagnostic->place.line == 0 || diagnostic->place.column == 0 || line.length == 0)
        return;
    size_t room = page->width > GUTTER_WIDTH + 2 * CARET_MARGIN ? page->width - GUTTER_WIDTH
                                                                : 2 * CARET_MARGIN;
    size_t caret_at = bytes_of(line, diagnostic->place.column - diagnostic->source_column);
    pp_text before = pp_i_text_of(pp_i_page_safe(page, (pp_text){line.data, caret_at}));
    size_t end = caret_at + bytes_of(from(line, caret_at), diagnostic->width);
    pp_text marked =
        pp_i_text_of(pp_i_page_safe(page, (pp_text){line.data + caret_at, end - caret_at}));
    pp_text behind = pp_i_text_of(pp_i_page_safe(page, from(line, end)));
    const char *left = diagnostic->source_column > 1 ? "…" : "";
    if (pp_i_text_width(before) + CARET_MARGIN > room) {
        size_t points = pp_i_utf8_count(before, before.length);
        size_t kept = points < room / 2 ? points : room / 2;
        before = from(before, bytes_of(before, points - kept));
        left = "…";
    }
    size_t used = pp_i_text_width(before) + pp_i_text_width(pp_i_text_of(left));
    size_t whole = marked.length;
    marked = cut(marked, room > used + 1 ? room - used - 1 : 1);
    size_t columns = pp_i_text_width(marked);
    size_t rest = room > used + columns + 1 ? room - used - columns - 1 : 0;
    pp_text shown = cut(behind, marked.length < whole ? 0 : rest);
    bool cut_behind =
        marked.length < whole || shown.length < behind.length || diagnostic->source_cut;
    print_whole(page,
                pp_i_page_format(page, PP_RICH_DIM "%*zu | " PP_RICH_PLAIN "%s%.*s%.*s%.*s%s",
                                 GUTTER_WIDTH - 3, diagnostic->place.line, left, (int)before.length,
                                 before.data, (int)marked.length, marked.data, (int)shown.length,
                                 shown.data, cut_behind ? "…" : ""));
    print_underline(page, diagnostic, used, columns == 0 ? 1 : columns);
}

static void print_one(pp_i_page *page, const pp_i_diagnostic *diagnostic)
{
    const char *file = pp_i_page_safe(page, pp_i_text_of(diagnostic->file));
    const char *place = "";
    if (diagnostic->place.line > 0)
        place =
            pp_i_page_format(page, ":%zu:%zu", diagnostic->place.line, diagnostic->place.column);
    print_whole(page, pp_i_page_format(page, PP_RICH_BOLD "%s%s: %s%s: " PP_RICH_BOLD "%s", file,
                                       place, color_of(diagnostic->severity),
                                       pp_i_severity_text(diagnostic->severity),
                                       pp_i_page_safe(page, pp_i_text_of(diagnostic->message))));
    print_source(page, diagnostic);
    if (diagnostic->hint != NULL && diagnostic->hint[0] != '\0')
        pp_i_page_say(page, GUTTER_WIDTH - 2, 2, PP_RICH_DIM "= " PP_RICH_PLAIN "%s",
                      pp_i_page_safe(page, pp_i_text_of(diagnostic->hint)));
}

static void say_uncounted(pp_i_page *page, size_t count, const char *one, const char *many)
{
    if (count > PP_DIAGNOSTIC_COUNT_MAX)
        pp_i_page_say(page, 0, 0, "… and %s that are not listed.",
                      pp_i_words_count(page, count - PP_DIAGNOSTIC_COUNT_MAX, one, many));
}

void pp_i_diagnostics_text(pp_i_page *page, const pp_i_diagnostics *diagnostics, bool with_notes)
{
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        const pp_i_diagnostic *one = &diagnostics->list.items[i];
        if (with_notes || one->severity != PP_SEVERITY_NOTE)
            print_one(page, one);
    }
    say_uncounted(page, diagnostics->error_count, "more error", "more errors");
    say_uncounted(page, diagnostics->warning_count, "more warning", "more warnings");
}
