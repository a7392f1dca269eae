/* zone.c: `pourparler zone CASE`: is any agreement possible. */
#include "command/command.h"

static int answer(pp_session *session)
{
    const pp_arguments *arguments = session->arguments;
    pp_zone_options options = {.question = session->question,
                               .witness_count_max = (size_t)arguments->witnesses,
                               .concession_size_max = (size_t)arguments->concession_size};
    pp_zone *zone = NULL;
    pp_status status =
        pp_zone_solve(session->the_case, &options, &session->control, &zone, &session->error);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    char *text = NULL;
    status = pp_report_zone(zone, &session->report, &text, &session->error);
    int code = pp_session_print(session, status, text);
    if (code == PP_EXIT_ANSWERED)
        code =
            pp_session_verdict(session, zone->verdict == PP_VERDICT_NONE, zone->incomplete_count);
    pp_zone_free(zone);
    return code;
}

/* Once the answer is printed; what a limit kept from being shown is named in the proof. */
static int write_proof(pp_session *session)
{
    const pp_arguments *arguments = session->arguments;
    pp_status status = pp_proof_write(session->the_case, &session->question, &session->control,
                                      arguments->proof, arguments->force, &session->error);
    if (status == PP_ERROR_SYSTEM && !arguments->force && session->error.hint[0] == '\0')
        snprintf(session->error.hint, sizeof session->error.hint,
                 "--force writes over a file that is there");
    return pp_session_fail(session, status);
}

int pp_run_zone(const pp_arguments *arguments)
{
    pp_session session;
    pp_session_begin(&session, arguments);
    int code = pp_session_open(&session, false);
    if (code == PP_EXIT_ANSWERED)
        code = answer(&session);
    bool answered = code == PP_EXIT_ANSWERED || code == PP_EXIT_NO || code == PP_EXIT_LIMIT;
    if (arguments->proof != NULL && session.the_case != NULL && answered) {
        int proof_code = write_proof(&session);
        code = proof_code == PP_EXIT_ANSWERED ? code : proof_code;
    }
    pp_session_end(&session);
    return code;
}
