/* output.c: standard output and standard error: widths, colours, and write errors that count. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "command/command.h"

enum { COLUMNS_MAX = 1000 };

static int say_write_error(void)
{
    /* Whoever closed the pipe has what they wanted; the exit code still tells. */
    if (errno != EPIPE)
        fprintf(stderr, "pourparler: error: cannot write the answer: %s\n", strerror(errno));
    return PP_EXIT_SYSTEM;
}

int pp_output_flush(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return PP_EXIT_ANSWERED;
    return say_write_error();
}

int pp_output_write(const char *text)
{
    size_t length = strlen(text);
    if (fwrite(text, 1, length, stdout) != length)
        return say_write_error();
    return pp_output_flush();
}

size_t pp_output_columns(void)
{
    const char *given = getenv("COLUMNS");
    if (given != NULL && given[0] != '\0') {
        char *end;
        unsigned long columns = strtoul(given, &end, 10);
        if (*end == '\0' && columns > 0 && columns <= COLUMNS_MAX)
            return columns;
    }
    struct winsize size;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        return size.ws_col;
    return 0;
}

bool pp_output_color(pp_color wish, int descriptor)
{
    if (wish != PP_COLOR_AUTO)
        return wish == PP_COLOR_ALWAYS;
    const char *never = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    if (never != NULL && never[0] != '\0')
        return false;
    return isatty(descriptor) && terminal != NULL && strcmp(terminal, "dumb") != 0;
}

/* Bytes at `c` that would steer a terminal: C0, DEL, C1 (U+0080 to U+009F), and what turns the
 * direction of a line (U+202A to U+202E, U+2066 to U+2069); 0 where there are none. */
static size_t steering_length(const unsigned char *c)
{
    if (c[0] < 0x20 || c[0] == 0x7F)
        return 1;
    if (c[0] == 0xC2 && c[1] >= 0x80 && c[1] < 0xA0)
        return 2;
    if (c[0] == 0xE2 && c[1] == 0x80 && c[2] >= 0xAA && c[2] <= 0xAE)
        return 3;
    return c[0] == 0xE2 && c[1] == 0x81 && c[2] >= 0xA6 && c[2] <= 0xA9 ? 3 : 0;
}

/* What the user typed, or a file that was named holds, made harmless. */
static void put_harmless(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    while (*c != '\0') {
        size_t length = steering_length(c);
        fputc(length > 0 ? '?' : *c, stderr);
        c += length > 0 ? length : 1;
    }
}

void pp_output_error(const pp_error *error)
{
    if (error->file[0] != '\0' && error->line > 0) {
        put_harmless(error->file);
        fprintf(stderr, ":%zu:%zu: error: ", error->line, error->column);
    } else {
        fputs("pourparler: error: ", stderr);
    }
    put_harmless(error->message[0] != '\0' ? error->message : pp_status_text(error->status));
    fputc('\n', stderr);
    if (error->hint[0] != '\0') {
        fputs("  ", stderr);
        put_harmless(error->hint);
        fputc('\n', stderr);
    }
}

void pp_output_remark(const char *kind, const char *file, const char *message)
{
    fprintf(stderr, "pourparler: %s: ", kind);
    put_harmless(file);
    fputs(": ", stderr);
    put_harmless(message);
    fputc('\n', stderr);
}

void pp_output_usage_error(const char *command, const char *hint, const char *format, ...)
{
    char message[PP_ERROR_MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fprintf(stderr, "pourparler%s%s: ", command == NULL ? "" : " ", command == NULL ? "" : command);
    put_harmless(message);
    fputc('\n', stderr);
    if (hint != NULL)
        fprintf(stderr, "  did you mean '%s'?\n", hint);
    fprintf(stderr, "  see 'pourparler help%s%s'\n", command == NULL ? "" : " ",
            command == NULL ? "" : command);
}
