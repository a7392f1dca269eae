/* diagnostic.c: see diagnostic.h. */
#include "base/diagnostic.h"

#include <stdarg.h>
#include <stdio.h>

void pp_i_diagnostics_init(pp_i_diagnostics *diagnostics, pp_i_arena *arena)
{
    *diagnostics = (pp_i_diagnostics){.arena = arena, .file = ""};
}

void pp_i_diagnostics_set_file(pp_i_diagnostics *diagnostics, const char *file, pp_text text)
{
    diagnostics->file = file;
    diagnostics->text = text;
    diagnostics->known_line = 1;
    diagnostics->known_start = 0;
    diagnostics->known_column = 1;
    diagnostics->known_byte = 0;
}

/* Moves to line `number` of the current text; goes on from the line looked up last. */
static bool find_line(pp_i_diagnostics *diagnostics, size_t number)
{
    pp_text text = diagnostics->text;
    if (number != 0 && number == diagnostics->known_line)
        return diagnostics->known_start < text.length;
    bool behind = diagnostics->known_line >= 1 && diagnostics->known_line <= number;
    size_t start = behind ? diagnostics->known_start : 0;
    for (size_t line = behind ? diagnostics->known_line : 1; line < number; line++) {
        const char *end = start < text.length
                              ? memchr(text.data + start, '\n', text.length - start)
                              : NULL;
        if (end == NULL)
            return false;
        start = (size_t)(end - text.data) + 1;
    }
    if (number == 0 || start >= text.length)
        return false;
    diagnostics->known_line = number;
    diagnostics->known_start = diagnostics->known_byte = start;
    diagnostics->known_column = 1;
    return true;
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Moves to a column of the known line, or to the line's end; goes on from the column looked up
 * last, so that a thousand diagnostics on one line of megabytes cost one walk along it. */
static void find_column(pp_i_diagnostics *diagnostics, size_t column)
{
    pp_text text = diagnostics->text;
    if (column < diagnostics->known_column) {
        diagnostics->known_column = 1;
        diagnostics->known_byte = diagnostics->known_start;
    }
    size_t at = diagnostics->known_byte;
    for (; diagnostics->known_column < column && at < text.length && text.data[at] != '\n';
         diagnostics->known_column++)
        do
            at++;
        while (at < text.length && is_continuation(text.data[at]));
    diagnostics->known_byte = at;
}

/* Fills in the line at `place`; of a long one what stands around the column. */
static void take_line(pp_i_diagnostics *diagnostics, pp_i_place place, pp_i_diagnostic *made)
{
    const pp_text text = diagnostics->text;
    made->source_line = PP_TEXT("");
    made->source_column = 1;
    if (!find_line(diagnostics, place.line))
        return;
    find_column(diagnostics, place.column == 0 ? 1 : place.column);
    const size_t at = diagnostics->known_byte, most = PP_DIAGNOSTIC_CONTEXT_BYTE_COUNT_MAX;
    size_t start = diagnostics->known_start;
    if (at - start > most) {
        start = at - most;
        while (start < at && is_continuation(text.data[start]))
            start++;
        made->source_column =
            diagnostics->known_column -
            pp_i_utf8_count((pp_text){text.data + start, at - start}, at - start);
    }
    size_t end = text.length - at > most ? at + most : text.length;
    const char *line_end = memchr(text.data + at, '\n', end - at);
    if (line_end != NULL)
        end = (size_t)(line_end - text.data);
    made->source_cut = line_end == NULL && end < text.length;
    while (made->source_cut && end > at && is_continuation(text.data[end]))
        end--;
    if (!made->source_cut && end > start && text.data[end - 1] == '\r')
        end--;
    made->source_line = (pp_text){text.data + start, end - start};
}

static char *print_values(pp_i_arena *arena, const char *format, va_list values)
{
    va_list again;
    va_copy(again, values);
    int length = vsnprintf(NULL, 0, format, values);
    char *text = length < 0 ? NULL : pp_i_arena_alloc(arena, (size_t)length + 1);
    if (text != NULL)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

/* Counts one more of `severity`; is there room to keep it? */
static bool count_one(pp_i_diagnostics *diagnostics, pp_severity severity)
{
    if (severity == PP_SEVERITY_ERROR)
        return ++diagnostics->error_count <= PP_DIAGNOSTIC_COUNT_MAX;
    if (severity == PP_SEVERITY_WARNING)
        return ++diagnostics->warning_count <= PP_DIAGNOSTIC_COUNT_MAX;
    return diagnostics->list.count <= 3 * (size_t)PP_DIAGNOSTIC_COUNT_MAX;
}

pp_i_diagnostic *pp_i_diagnose(pp_i_diagnostics *diagnostics, pp_severity severity,
                               pp_i_place place, size_t width, const char *format, ...)
{
    if (!count_one(diagnostics, severity))
        return NULL;
    va_list values;
    va_start(values, format);
    char *message = print_values(diagnostics->arena, format, values);
    va_end(values);
    pp_i_diagnostic made = {
        .severity = severity,
        .file = diagnostics->file,
        .place = place,
        .width = width == 0 ? 1 : width,
        .message = message,
    };
    take_line(diagnostics, place, &made);
    if (message == NULL || !PP_LIST_ADD(diagnostics->arena, &diagnostics->list, made)) {
        diagnostics->failed = true;
        return NULL;
    }
    return &diagnostics->list.items[diagnostics->list.count - 1];
}

void pp_i_diagnose_hint(pp_i_diagnostics *diagnostics, pp_i_diagnostic *diagnostic,
                        const char *format, ...)
{
    if (diagnostic == NULL)
        return;
    va_list values;
    va_start(values, format);
    diagnostic->hint = print_values(diagnostics->arena, format, values);
    va_end(values);
    if (diagnostic->hint == NULL)
        diagnostics->failed = true;
}

static bool stands_after(const pp_i_diagnostic *a, const pp_i_diagnostic *b)
{
    int order = strcmp(a->file, b->file);
    if (order != 0)
        return order > 0;
    if (a->place.line != b->place.line)
        return a->place.line > b->place.line;
    return a->place.column > b->place.column;
}

/* Insertion: the list is short and nearly in order. */
void pp_i_diagnostics_sort(pp_i_diagnostics *diagnostics)
{
    for (size_t i = 1; i < diagnostics->list.count; i++) {
        pp_i_diagnostic moved = diagnostics->list.items[i];
        size_t at = i;
        for (; at > 0 && stands_after(&diagnostics->list.items[at - 1], &moved); at--)
            diagnostics->list.items[at] = diagnostics->list.items[at - 1];
        diagnostics->list.items[at] = moved;
    }
}

const char *pp_i_severity_text(pp_severity severity)
{
    switch (severity) {
    case PP_SEVERITY_ERROR:
        return "error";
    case PP_SEVERITY_WARNING:
        return "warning";
    case PP_SEVERITY_NOTE:
        return "note";
    }
    return "";
}
