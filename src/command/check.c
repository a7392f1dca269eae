/* check.c: `pourparler check CASE`: everything wrong or doubtful in a case. */
#include "command/command.h"

static int answer(pp_session *session)
{
    pp_check *check = NULL;
    pp_status status = pp_check_solve(session->the_case, &session->question, &session->control,
                                      &check, &session->error);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    char *text = NULL;
    status = pp_report_check(check, &session->report, &text, &session->error);
    int code = pp_session_print(session, status, text);
    if (code == PP_EXIT_ANSWERED && pp_check_error_count(check) > 0)
        code = PP_EXIT_INPUT;
    else if (code == PP_EXIT_ANSWERED)
        code = pp_session_verdict(session, pp_check_warning_count(check) > 0,
                                  pp_check_incomplete_count(check));
    pp_check_free(check);
    return code;
}

int pp_run_check(const pp_arguments *arguments)
{
    pp_session session;
    pp_session_begin(&session, arguments);
    int code = pp_session_open(&session, true);
    if (code == PP_EXIT_ANSWERED)
        code = answer(&session);
    pp_session_end(&session);
    return code;
}
