/* output.c: standard output and standard error: widths, colours, and write errors that count. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "command/command.h"

enum { COLUMNS_MAX = 1000 };

int pp_output_flush(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return PP_EXIT_ANSWERED;
    /* Whoever closed the pipe has what they wanted; the exit code still tells. */
    if (errno != EPIPE)
        fprintf(stderr, "pourparler: error: cannot write the answer: %s\n", strerror(errno));
    return PP_EXIT_SYSTEM;
}

int pp_output_write(const char *text)
{
    size_t length = strlen(text);
    if (fwrite(text, 1, length, stdout) != length)
        clearerr(stdin); /* the error stands on stdout and is said below */
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

/* What the user typed, without what could steer a terminal. */
static void put_harmless(const char *text)
{
    for (const char *c = text; *c != '\0'; c++)
        fputc((unsigned char)*c < 0x20 || *c == 0x7F ? '?' : *c, stderr);
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
