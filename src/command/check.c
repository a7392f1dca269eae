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

/* With --proof: does the proof hold for this case? */
static int check_proof(pp_session *session)
{
    pp_proof_verdict verdict;
    pp_status status = pp_proof_check(session->the_case, session->arguments->proof,
                                      &session->control, &verdict, &session->error);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    char *text = NULL;
    status = pp_report_proof(session->the_case, &verdict, &session->report, &text, &session->error);
    int code = pp_session_print(session, status, text);
    if (code != PP_EXIT_ANSWERED || verdict.outcome == PP_PROOF_HOLDS)
        return code;
    return verdict.outcome == PP_PROOF_PARTIAL ? PP_EXIT_LIMIT : PP_EXIT_INPUT;
}

int pp_run_check(const pp_arguments *arguments)
{
    pp_session session;
    pp_session_begin(&session, arguments);
    bool proof = arguments->proof != NULL;
    int code = pp_session_open(&session, !proof);
    if (code == PP_EXIT_ANSWERED)
        code = proof ? check_proof(&session) : answer(&session);
    pp_session_end(&session);
    return code;
}
