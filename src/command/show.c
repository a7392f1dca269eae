/* show.c: `pourparler show CASE`: the position matrix, the statements, the timeline. */
#include "command/command.h"

int pp_run_show(const pp_arguments *arguments)
{
    if (arguments->statements && arguments->timeline) {
        pp_output_usage_error("show", NULL, "--statements and --timeline exclude each other");
        return PP_EXIT_USAGE;
    }
    pp_show_view view = arguments->statements ? PP_SHOW_STATEMENTS
                        : arguments->timeline ? PP_SHOW_TIMELINE
                                              : PP_SHOW_MATRIX;
    pp_session session;
    pp_session_begin(&session, arguments);
    int code = pp_session_open(&session, false);
    if (code == PP_EXIT_ANSWERED) {
        char *text = NULL;
        pp_status status = pp_report_show(session.the_case, view, &session.question,
                                          &session.report, &text, &session.error);
        code = pp_session_print(&session, status, text);
    }
    pp_session_end(&session);
    return code;
}
