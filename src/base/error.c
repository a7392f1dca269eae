/* error.c: filling a pp_error; nothing here allocates. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Ends a text that did not fit in "...", at a whole UTF-8 character. */
static void mark_cut(char *text, size_t size)
{
    size_t end = size - 4;
    while (end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80)
        end--;
    memcpy(text + end, "...", 4);
}

static void print_into(char *text, size_t size, const char *format, va_list values)
{
    int length = vsnprintf(text, size, format, values);
    if (length < 0)
        text[0] = '\0';
    else if ((size_t)length >= size)
        mark_cut(text, size);
}

pp_status pp_i_fail(pp_error *error, pp_status status, const char *format, ...)
{
    if (error == NULL)
        return status;
    *error = (pp_error){.status = status};
    va_list values;
    va_start(values, format);
    print_into(error->message, sizeof error->message, format, values);
    va_end(values);
    return status;
}

pp_status pp_i_fail_memory(pp_error *error)
{
    return pp_i_fail(error, PP_ERROR_MEMORY, "memory has run out");
}

void pp_i_error_hint(pp_error *error, const char *format, ...)
{
    if (error == NULL)
        return;
    va_list values;
    va_start(values, format);
    print_into(error->hint, sizeof error->hint, format, values);
    va_end(values);
}

void pp_i_error_place(pp_error *error, const char *file, size_t line, size_t column)
{
    if (error == NULL)
        return;
    int length = snprintf(error->file, sizeof error->file, "%s", file == NULL ? "" : file);
    if (length >= (int)sizeof error->file)
        mark_cut(error->file, sizeof error->file);
    error->line = line;
    error->column = column;
}

const char *pp_status_text(pp_status status)
{
    switch (status) {
    case PP_OK:
        return "done";
    case PP_ERROR_MEMORY:
        return "memory has run out";
    case PP_ERROR_INPUT:
        return "the input is not valid";
    case PP_ERROR_ARGUMENT:
        return "an argument does not fit this case";
    case PP_ERROR_LIMIT:
        return "a limit was reached";
    case PP_ERROR_CANCELLED:
        return "cancelled";
    case PP_ERROR_SYSTEM:
        return "the operating system refused";
    case PP_ERROR_INTERNAL:
        return "internal error";
    }
    return "unknown status";
}
