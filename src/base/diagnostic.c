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
}

/* Line `number` of the current text, without its end; goes on from the line looked up last. */
static pp_text line_at(pp_i_diagnostics *diagnostics, size_t number)
{
    pp_text text = diagnostics->text;
    bool behind = diagnostics->known_line >= 1 && diagnostics->known_line <= number;
    size_t start = behind ? diagnostics->known_start : 0;
    for (size_t line = behind ? diagnostics->known_line : 1; line < number; line++) {
        const char *end = start < text.length
                              ? memchr(text.data + start, '\n', text.length - start)
                              : NULL;
        if (end == NULL)
            return (pp_text){"", 0};
        start = (size_t)(end - text.data) + 1;
    }
    if (number == 0 || start >= text.length)
        return (pp_text){"", 0};
    diagnostics->known_line = number;
    diagnostics->known_start = start;
    const char *end = memchr(text.data + start, '\n', text.length - start);
    size_t length = end == NULL ? text.length - start : (size_t)(end - text.data) - start;
    if (length > 0 && text.data[start + length - 1] == '\r')
        length--;
    return (pp_text){text.data + start, length};
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
        .source_line = line_at(diagnostics, place.line),
    };
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
