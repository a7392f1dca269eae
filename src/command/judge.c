/* judge.c: `pourparler judge CASE DRAFT`: who consents to one package. */
#include "command/command.h"

static int answer(pp_session *session)
{
    pp_judge *judge = NULL;
    pp_status status =
        pp_judge_solve(session->the_case, session->arguments->operands.items[1], &session->question,
                       &session->control, &judge, &session->error);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    char *text = NULL;
    status = pp_report_judge(judge, &session->report, &text, &session->error);
    int code = pp_session_print(session, status, text);
    if (code == PP_EXIT_ANSWERED)
        code = pp_session_verdict(session, !judge->consents, judge->incomplete_count);
    pp_judge_free(judge);
    return code;
}

int pp_run_judge(const pp_arguments *arguments)
{
    pp_session session;
    pp_session_begin(&session, arguments);
    int code = pp_session_open(&session, false);
    if (code == PP_EXIT_ANSWERED)
        code = answer(&session);
    pp_session_end(&session);
    return code;
}
