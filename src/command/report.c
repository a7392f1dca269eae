/* report.c: `pourparler report CASE -o FILE`: the whole analysis as a page, as Markdown, as JSON.
 */
#include <string.h>

#include "command/command.h"

static bool ends_in(const char *path, const char *ending)
{
    size_t length = strlen(path), end = strlen(ending);
    return length > end && strcmp(path + length - end, ending) == 0;
}

/* The format that a file's name asks for. */
static int choose_format(const char *path, pp_brief_format *format)
{
    if (ends_in(path, ".html") || ends_in(path, ".htm"))
        *format = PP_BRIEF_PAGE;
    else if (ends_in(path, ".md") || ends_in(path, ".markdown"))
        *format = PP_BRIEF_MARKDOWN;
    else if (ends_in(path, ".json"))
        *format = PP_BRIEF_JSON;
    else {
        pp_output_usage_error("report", NULL,
                              "-o wants a name that ends in .html, .md or .json, not '%s'", path);
        return PP_EXIT_USAGE;
    }
    return PP_EXIT_ANSWERED;
}

static int write_brief(pp_session *session, const pp_brief *brief, pp_brief_format format)
{
    const pp_arguments *arguments = session->arguments;
    char *text = NULL;
    pp_status status = pp_report_brief(brief, format, &session->report, &text, &session->error);
    if (arguments->output == NULL)
        return pp_session_print(session, status, text);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    status = pp_report_write(text, arguments->output, arguments->force, &session->error);
    pp_report_free(text);
    if (status == PP_OK && !arguments->quiet)
        fprintf(stderr, "pourparler: %s written%s%s\n", arguments->output,
                format == PP_BRIEF_PAGE ? "; open it in a browser" : "",
                pp_brief_incomplete_count(brief) > 0 ? "; a limit stopped a part of it, as it says"
                                                     : "");
    if (status == PP_ERROR_SYSTEM && !arguments->force && session->error.hint[0] == '\0')
        snprintf(session->error.hint, sizeof session->error.hint,
                 "--force writes over a file that is there");
    return pp_session_fail(session, status);
}

static int answer(pp_session *session, pp_brief_format format)
{
    pp_brief_options options = {.question = session->question};
    pp_brief *brief = NULL;
    pp_status status = pp_brief_solve(session->the_case, &options, &session->control, &brief,
                                      &session->error);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    int code = write_brief(session, brief, format);
    if (code == PP_EXIT_ANSWERED)
        code = pp_session_verdict(session, false, pp_brief_incomplete_count(brief));
    pp_brief_free(brief);
    return code;
}

int pp_run_report(const pp_arguments *arguments)
{
    pp_brief_format format = PP_BRIEF_JSON;
    if (arguments->output == NULL && !arguments->json) {
        pp_output_usage_error("report", NULL, "where to? -o FILE names a .html, .md or .json file");
        return PP_EXIT_USAGE;
    }
    int code =
        arguments->output == NULL ? PP_EXIT_ANSWERED : choose_format(arguments->output, &format);
    if (code != PP_EXIT_ANSWERED)
        return code;
    pp_session session;
    pp_session_begin(&session, arguments);
    code = pp_session_open(&session, false);
    if (code == PP_EXIT_ANSWERED)
        code = answer(&session, format);
    pp_session_end(&session);
    return code;
}
