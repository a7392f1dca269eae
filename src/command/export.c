/* export.c: `pourparler export FORMAT CASE -o FOLDER`: a case as other programs' files. */
#include <string.h>

#include "command/command.h"

static void say_what_was_found(pp_session *session, const pp_export *made)
{
    char *text = NULL;
    pp_report_options options = session->report;
    options.format = PP_FORMAT_TEXT;
    bool said = made != NULL && made->error_count + made->warning_count > 0 &&
                (made->error_count > 0 || !session->arguments->quiet);
    if (said && pp_report_export(made, &options, &text, NULL) == PP_OK) {
        fputs(text, stderr);
        pp_report_free(text);
    }
}

static int write_files(pp_session *session, const pp_export *made)
{
    const pp_arguments *arguments = session->arguments;
    pp_status status = pp_export_write(made, arguments->output, arguments->force, &session->error);
    if (status == PP_ERROR_SYSTEM && !arguments->force && session->error.hint[0] == '\0')
        snprintf(session->error.hint, sizeof session->error.hint,
                 "--force writes over files that are there");
    return pp_session_fail(session, status);
}

static int export_case(pp_session *session)
{
    pp_export *made = NULL;
    pp_status status = pp_export_make(session->arguments->operands.items[0], session->the_case,
                                      &session->control, &made, &session->error);
    say_what_was_found(session, made);
    int code = status == PP_ERROR_INPUT ? PP_EXIT_INPUT : pp_session_fail(session, status);
    if (code == PP_EXIT_ANSWERED)
        code = write_files(session, made);
    pp_export_free(made);
    return code;
}

static bool is_known(const char *format)
{
    const char *const *formats = pp_export_formats();
    size_t count = 0;
    bool known = false;
    for (; formats[count] != NULL; count++)
        known = known || strcmp(format, formats[count]) == 0;
    if (!known)
        pp_output_usage_error("export", pp_suggest(format, formats, count),
                              "no format is called '%s'", format);
    return known;
}

int pp_run_export(const pp_arguments *arguments)
{
    pp_session session;
    if (!is_known(arguments->operands.items[0]))
        return PP_EXIT_USAGE;
    if (arguments->output == NULL) {
        pp_output_usage_error("export", NULL, "where to? give a folder with -o");
        return PP_EXIT_USAGE;
    }
    pp_session_begin(&session, arguments);
    int code = pp_session_open_path(&session, arguments->operands.items[1], false);
    if (code == PP_EXIT_ANSWERED)
        code = export_case(&session);
    pp_session_end(&session);
    return code;
}
