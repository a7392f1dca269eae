/* import.c: `pourparler import FORMAT FILE...`: other programs' files as a case. */
#include <string.h>

#include "command/command.h"

int pp_session_import(pp_session *session, const char *format, const char *const *paths,
                      size_t count, pp_import **import)
{
    char *text = NULL;
    pp_import *made = NULL;
    pp_report_options options = session->report;
    options.format = PP_FORMAT_TEXT;
    pp_status status =
        pp_import_read(format, paths, count, &session->control, &made, &session->error);
    bool said = made != NULL && made->error_count + made->warning_count > 0 &&
                (made->error_count > 0 || !session->arguments->quiet);
    if (said && pp_report_import(made, &options, &text, NULL) == PP_OK) {
        fputs(text, stderr);
        pp_report_free(text);
    }
    if (status == PP_OK) {
        *import = made;
        return PP_EXIT_ANSWERED;
    }
    bool errors = made != NULL && made->error_count > 0;
    pp_import_free(made);
    return errors ? PP_EXIT_INPUT : pp_session_fail(session, status);
}

static int write_case(pp_session *session, const pp_import *import)
{
    const pp_arguments *arguments = session->arguments;
    if (arguments->output == NULL || strcmp(arguments->output, "-") == 0)
        return pp_output_write(import->text);
    pp_status status =
        pp_report_write(import->text, arguments->output, arguments->force, &session->error);
    if (status == PP_ERROR_SYSTEM && !arguments->force && session->error.hint[0] == '\0')
        snprintf(session->error.hint, sizeof session->error.hint,
                 "--force writes over a file that is there");
    return pp_session_fail(session, status);
}

int pp_run_import(const pp_arguments *arguments)
{
    pp_session session;
    pp_import *import = NULL;
    const char *const *formats = pp_import_formats();
    const char *names[8];
    size_t count = 0;
    bool known = false;
    for (; formats[count] != NULL; count++) {
        names[count] = formats[count];
        known = known || strcmp(arguments->operands.items[0], formats[count]) == 0;
    }
    if (!known) {
        pp_output_usage_error("import", pp_suggest(arguments->operands.items[0], names, count),
                              "no format is called '%s'", arguments->operands.items[0]);
        return PP_EXIT_USAGE;
    }
    pp_session_begin(&session, arguments);
    int code = pp_session_import(&session, arguments->operands.items[0],
                                 arguments->operands.items + 1, arguments->operands.count - 1,
                                 &import);
    if (code == PP_EXIT_ANSWERED && import->nonlinear) {
        fputs("pourparler: error: hyper-rectangles: a case holds values of single options\n  `pourparler "
              "deals` reads such files directly\n",
              stderr);
        code = PP_EXIT_INPUT;
    }
    if (code == PP_EXIT_ANSWERED) {
        code = write_case(&session, import);
        if (code == PP_EXIT_ANSWERED && import->clamped && !arguments->quiet)
            fputs("note: values of these files can pass 1, which their program counts as 1; the case "
                  "does not\n",
                  stderr);
    }
    pp_import_free(import);
    pp_session_end(&session);
    return code;
}
