/* ask.c: `pourparler ask CASE`: what to find out next. */
#include "command/command.h"

static int answer(pp_session *session)
{
    pp_ask_options options = {.question = session->question,
                              .sample_count = (size_t)session->arguments->samples};
    pp_ask *ask = NULL;
    pp_status status =
        pp_ask_solve(session->the_case, &options, &session->control, &ask, &session->error);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    char *text = NULL;
    status = pp_report_ask(ask, &session->report, &text, &session->error);
    int code = pp_session_print(session, status, text);
    if (code == PP_EXIT_ANSWERED)
        code = pp_session_verdict(session, false, ask->incomplete_count);
    pp_ask_free(ask);
    return code;
}

int pp_run_ask(const pp_arguments *arguments)
{
    pp_session session;
    pp_session_begin(&session, arguments);
    int code = pp_session_open(&session, false);
    if (code == PP_EXIT_ANSWERED)
        code = answer(&session);
    pp_session_end(&session);
    return code;
}
