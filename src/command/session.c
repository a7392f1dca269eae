/* session.c: one call of a command on a case: opening, control by the user, printing. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "command/command.h"

#define PROGRESS_AFTER_S 1.0
#define PROGRESS_EVERY_S 0.1

/* The one mutable global of the program: a signal handler can reach nothing else. */
static volatile bool interrupted;

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = true;
}

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static bool show_progress(void *context, const char *part, double done)
{
    pp_session *session = context;
    double now = now_s();
    if (now - session->start_s < PROGRESS_AFTER_S || now - session->shown_s < PROGRESS_EVERY_S)
        return true;
    session->shown_s = now;
    if (done >= 0)
        fprintf(stderr, "\r\x1b[K%s … %.0f %%", part, done * 100);
    else
        fprintf(stderr, "\r\x1b[K%s … %.0f s", part, now - session->start_s);
    fflush(stderr);
    return true;
}

static void clear_progress(pp_session *session)
{
    if (session->shown_s > 0)
        fputs("\r\x1b[K", stderr);
    session->shown_s = 0;
}

/* The first interrupt asks for the partial answer; after it the default comes back and ends us. */
static void catch_interrupt(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_interrupt;
    action.sa_flags = (int)SA_RESETHAND;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

void pp_session_begin(pp_session *session, const pp_arguments *arguments)
{
    *session = (pp_session){.arguments = arguments, .start_s = now_s()};
    session->report =
        (pp_report_options){.format = arguments->json ? PP_FORMAT_JSON : PP_FORMAT_TEXT,
                            .column_count = pp_output_columns(),
                            .color = pp_output_color(arguments->color, STDOUT_FILENO),
                            .seed = arguments->seed};
    session->question = (pp_question){.as_of = arguments->as_of,
                                      .assume = arguments->assume.items,
                                      .assume_count = arguments->assume.count,
                                      .drop = arguments->drop.items,
                                      .drop_count = arguments->drop.count,
                                      .table = arguments->table.items,
                                      .table_count = arguments->table.count};
    session->control = (pp_control){
        .cancel = &interrupted,
        .step_count_max = arguments->limit,
        .time_s_max = arguments->time_limit,
        .thread_count = (unsigned)(arguments->threads < 1024 ? arguments->threads : 1024),
        .seed = arguments->seed};
    if (!arguments->quiet && isatty(STDERR_FILENO)) {
        session->control.progress = show_progress;
        session->control.progress_context = session;
    }
    catch_interrupt();
}

static int exit_of(pp_status status)
{
    switch (status) {
    case PP_OK:
        return PP_EXIT_ANSWERED;
    case PP_ERROR_ARGUMENT:
        return PP_EXIT_USAGE;
    case PP_ERROR_INPUT:
        return PP_EXIT_INPUT;
    case PP_ERROR_MEMORY:
    case PP_ERROR_SYSTEM:
        return PP_EXIT_SYSTEM;
    case PP_ERROR_LIMIT:
    case PP_ERROR_CANCELLED:
        return PP_EXIT_LIMIT;
    case PP_ERROR_INTERNAL:
        break;
    }
    return PP_EXIT_BUG;
}

int pp_session_fail(pp_session *session, pp_status status)
{
    clear_progress(session);
    if (status == PP_OK)
        return PP_EXIT_ANSWERED;
    session->error.status = status;
    pp_output_error(&session->error);
    if (status == PP_ERROR_INTERNAL)
        fputs("  this is a bug in pourparler; please report it with the case\n", stderr);
    if (status == PP_ERROR_LIMIT && session->error.file[0] != '\0')
        return PP_EXIT_INPUT; /* no run was stopped: that file is larger than any may be */
    return exit_of(status);
}

static void say_counts(const pp_case *the_case)
{
    size_t errors = pp_case_error_count(the_case), warnings = pp_case_warning_count(the_case);
    fprintf(stderr, "\n%zu %s", errors, errors == 1 ? "error" : "errors");
    if (warnings > 0)
        fprintf(stderr, ", %zu %s", warnings, warnings == 1 ? "warning" : "warnings");
    fputc('\n', stderr);
}

/* Is it by its name a report, and no case? */
static bool is_report_name(const char *path)
{
    static const char *const endings[] = {".txt", ".text", ".md", ".markdown", ".html", ".htm"};
    size_t length = strlen(path);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t own = strlen(endings[i]);
        if (length > own && strcmp(path + length - own, endings[i]) == 0)
            return true;
    }
    return false;
}

/* All that is wrong with a case that could not be read, on standard error. */
static int say_errors(pp_session *session, const char *path)
{
    char *text = NULL;
    pp_report_options options = session->report;
    options.format = PP_FORMAT_TEXT;
    options.color = pp_output_color(session->arguments->color, STDERR_FILENO);
    pp_status status =
        pp_report_diagnostics(session->the_case, true, &options, &text, &session->error);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    fputs(text, stderr);
    pp_report_free(text);
    say_counts(session->the_case);
    if (is_report_name(path))
        fprintf(stderr,
                "a report is no case: `pourparler read %s -o draft.yaml` makes the draft of one\n",
                path);
    return PP_EXIT_INPUT;
}

static void say_warnings(const pp_session *session, const char *path)
{
    size_t count = pp_case_warning_count(session->the_case);
    if (count > 0 && !session->arguments->quiet)
        fprintf(stderr, "%zu %s: see `pourparler check %s`\n", count,
                count == 1 ? "warning" : "warnings", path);
}

void pp_session_clear(pp_session *session)
{
    clear_progress(session);
}

int pp_session_open(pp_session *session, bool keep_bad)
{
    return pp_session_open_path(session, session->arguments->operands.items[0], keep_bad);
}

int pp_session_open_path(pp_session *session, const char *path, bool keep_bad)
{
    pp_case_options options = {.allow_outside = session->arguments->allow_outside};
    pp_status status =
        pp_case_open(path, &options, &session->control, &session->the_case, &session->error);
    clear_progress(session);
    if (status == PP_ERROR_INPUT && session->the_case != NULL)
        return keep_bad ? PP_EXIT_ANSWERED : say_errors(session, path);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    if (!keep_bad)
        say_warnings(session, path);
    return PP_EXIT_ANSWERED;
}

int pp_session_print(pp_session *session, pp_status status, char *text)
{
    if (status != PP_OK)
        return pp_session_fail(session, status);
    clear_progress(session);
    int code = pp_output_write(text);
    pp_report_free(text);
    return code;
}

int pp_session_verdict(const pp_session *session, bool is_no, size_t incomplete_count)
{
    if (incomplete_count > 0)
        return PP_EXIT_LIMIT;
    return session->arguments->exit_status && is_no ? PP_EXIT_NO : PP_EXIT_ANSWERED;
}

void pp_session_end(pp_session *session)
{
    clear_progress(session);
    pp_case_free(session->the_case);
    session->the_case = NULL;
}
