/* deals.c: `pourparler deals CASE`: which agreements are efficient, and which the solutions pick.
 */
#include <string.h>

#include "command/command.h"

static int choose_convention(const char *word, pp_convention *convention)
{
    const char *names[PP_CONVENTION_COUNT];
    for (size_t c = 0; c < PP_CONVENTION_COUNT; c++) {
        names[c] = pp_convention_name((pp_convention)c);
        if (word == NULL || strcmp(word, names[c]) == 0) {
            *convention = (pp_convention)c;
            return PP_EXIT_ANSWERED;
        }
    }
    pp_output_usage_error("deals", pp_suggest(word, names, PP_CONVENTION_COUNT),
                          "--convention wants textbook, negmas or genius, not '%s'", word);
    return PP_EXIT_USAGE;
}

static int write_file(pp_session *session, pp_status status, char *text, const char *path)
{
    if (status != PP_OK)
        return pp_session_fail(session, status);
    status = pp_report_write(text, path, session->arguments->force, &session->error);
    pp_report_free(text);
    if (status == PP_ERROR_SYSTEM && !session->arguments->force && session->error.hint[0] == '\0')
        snprintf(session->error.hint, sizeof session->error.hint,
                 "--force writes over a file that is there");
    return pp_session_fail(session, status);
}

static int write_files(pp_session *session, const pp_deals *deals)
{
    const pp_arguments *arguments = session->arguments;
    int code = PP_EXIT_ANSWERED;
    char *text = NULL;
    if (arguments->plot != NULL) {
        pp_status status = pp_report_deals_svg(deals, &text, &session->error);
        code = write_file(session, status, text, arguments->plot);
    }
    if (arguments->csv != NULL && code == PP_EXIT_ANSWERED) {
        pp_status status = pp_report_deals_csv(deals, &text, &session->error);
        code = write_file(session, status, text, arguments->csv);
    }
    return code;
}

static int answer(pp_session *session, const pp_import *import)
{
    const pp_arguments *arguments = session->arguments;
    pp_deals_options options = {.question = session->question,
                                .ignore_red_lines = arguments->ignore_red_lines,
                                .clamped = import != NULL && import->clamped,
                                .import = import,
                                .rational_only = arguments->rational_only,
                                .parties = arguments->parties.items,
                                .party_count = arguments->parties.count,
                                .epsilon = arguments->epsilon,
                                .sample_count = (size_t)arguments->samples};
    int code = choose_convention(arguments->convention, &options.convention);
    if (code != PP_EXIT_ANSWERED)
        return code;
    pp_deals *deals = NULL;
    pp_status status =
        pp_deals_solve(session->the_case, &options, &session->control, &deals, &session->error);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    char *text = NULL;
    status = pp_report_deals(deals, &session->report, &text, &session->error);
    code = pp_session_print(session, status, text);
    if (code == PP_EXIT_ANSWERED)
        code = write_files(session, deals);
    if (code == PP_EXIT_ANSWERED)
        code = pp_session_verdict(session, deals->considered == PP_CONSIDERED_FEWEST_BROKEN,
                                  deals->incomplete_count);
    pp_deals_free(deals);
    return code;
}

/* Other programs' files, without a case file between. */
static int answer_imported(pp_session *session, const char *format)
{
    const pp_texts *operands = &session->arguments->operands;
    pp_import *import = NULL;
    int code = pp_session_import(session, format, operands->items, operands->count, &import);
    if (code != PP_EXIT_ANSWERED)
        return code;
    pp_status status = pp_case_parse(import->text, strlen(import->text), operands->items[0], ".",
                                     NULL, &session->control, &session->the_case, &session->error);
    code = status == PP_OK ? answer(session, import) : pp_session_fail(session, status);
    pp_import_free(import);
    return code;
}

int pp_run_deals(const pp_arguments *arguments)
{
    pp_session session;
    pp_session_begin(&session, arguments);
    const pp_texts *operands = &arguments->operands;
    const char *format = pp_import_guess(operands->items, operands->count);
    int code;
    if (format != NULL) {
        code = answer_imported(&session, format);
    } else if (operands->count > 1) {
        pp_output_usage_error("deals", NULL,
                              "one case, or all files of a scenario of GENIUS (.xml), "
                              "GeniusWeb (.json) or NegMAS (.yml, .json)");
        code = PP_EXIT_USAGE;
    } else {
        code = pp_session_open(&session, false);
        if (code == PP_EXIT_ANSWERED)
            code = answer(&session, NULL);
    }
    pp_session_end(&session);
    return code;
}
