/* methods.c: `pourparler methods`: what is implemented, after which source. */
#include "command/command.h"

int pp_run_methods(const pp_arguments *arguments)
{
    pp_session session;
    pp_session_begin(&session, arguments);
    char *text = NULL;
    pp_status status = pp_report_methods(&session.report, &text, &session.error);
    int code = pp_session_print(&session, status, text);
    pp_session_end(&session);
    return code;
}
