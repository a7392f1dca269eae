/* stable.c: `pourparler stable CASE`: which outcomes would hold. */
#include <string.h>

#include "command/command.h"

static int choose_unknown(const char *word, pp_unknown_mode *mode)
{
    static const char *const names[] = {"a", "b", "c", "d"};
    for (size_t m = 0; word != NULL && m < sizeof names / sizeof *names; m++)
        if (strcmp(word, names[m]) == 0) {
            *mode = (pp_unknown_mode)m;
            return PP_EXIT_ANSWERED;
        }
    if (word == NULL)
        return PP_EXIT_ANSWERED;
    pp_output_usage_error("stable", pp_suggest(word, names, 4),
                          "--unknown wants a, b, c or d, not '%s'", word);
    return PP_EXIT_USAGE;
}

/* --- What is shown ---------------------------------------------------------------------------- */

/* The states and the party that the options name. */
typedef struct asked {
    size_t from, why, inverse;
    pp_stable_view view;
} asked;

static pp_status find(pp_session *session, const pp_stable *stable, const char *words,
                      size_t *state, const size_t **shown)
{
    if (words == NULL)
        return PP_OK;
    *shown = state;
    return pp_stable_find(stable, words, state, &session->error);
}

static pp_status ask(pp_session *session, const pp_stable *stable, asked *of)
{
    const pp_arguments *arguments = session->arguments;
    pp_stable_view *view = &of->view;
    *view = (pp_stable_view){.coalitions = arguments->coalitions,
                             .robust = arguments->robust,
                             .control = &session->control,
                             .all = arguments->all};
    if (stable->state_count == 0) /* a limit stopped before any was known */
        return PP_OK;
    pp_status status = find(session, stable, arguments->from, &of->from, &view->from);
    if (status == PP_OK)
        status = find(session, stable, arguments->why, &of->why, &view->why);
    if (status == PP_OK)
        status = find(session, stable, arguments->inverse, &of->inverse, &view->inverse);
    view->party = SIZE_MAX;
    if (status == PP_OK && view->inverse != NULL && arguments->party != NULL)
        status = pp_stable_party_of(stable, arguments->party, &view->party, &session->error);
    return status;
}

/* --- Files ------------------------------------------------------------------------------------ */

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

static int write_files(pp_session *session, pp_stable *stable, const size_t *from)
{
    const pp_arguments *arguments = session->arguments;
    int code = PP_EXIT_ANSWERED;
    char *text = NULL;
    if (arguments->plot != NULL) {
        pp_status status = pp_report_stable_svg(stable, from, &text, &session->error);
        code = write_file(session, status, text, arguments->plot);
    }
    if (arguments->csv != NULL && code == PP_EXIT_ANSWERED) {
        pp_status status = pp_report_stable_csv(stable, &text, &session->error);
        code = write_file(session, status, text, arguments->csv);
    }
    return code;
}

/* --- The command ------------------------------------------------------------------------------ */

static int print(pp_session *session, pp_stable *stable)
{
    asked of;
    char *text = NULL;
    size_t status_quo = pp_stable_status_quo(stable);
    const size_t *today = status_quo == SIZE_MAX ? NULL : &status_quo;
    pp_status status = ask(session, stable, &of);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    if (session->arguments->dot)
        status = pp_report_stable_dot(stable, &text, &session->error);
    else
        status = pp_report_stable(stable, &of.view, &session->report, &text, &session->error);
    int code = pp_session_print(session, status, text);
    if (code == PP_EXIT_ANSWERED && stable->state_count > 0)
        code = write_files(session, stable, of.view.from != NULL ? of.view.from : today);
    return code;
}

static bool holds_nowhere(const pp_stable *stable)
{
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
        if (stable->equilibrium_count[c] > 0)
            return false;
    return true;
}

static int answer(pp_session *session, const pp_stable_options *options)
{
    pp_stable *stable = NULL;
    pp_status status =
        pp_stable_solve(session->the_case, options, &session->control, &stable, &session->error);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    int code = print(session, stable);
    if (code == PP_EXIT_ANSWERED)
        code = pp_session_verdict(session, holds_nowhere(stable), stable->incomplete_count);
    pp_stable_free(stable);
    return code;
}

/* A conflict of gmcr-py, without a case file between. */
static int answer_imported(pp_session *session, const char *format, const pp_stable_options *options)
{
    const pp_texts *operands = &session->arguments->operands;
    pp_import *import = NULL;
    int code = pp_session_import(session, format, operands->items, operands->count, &import);
    if (code != PP_EXIT_ANSWERED)
        return code;
    pp_status status =
        pp_case_parse(import->text, strlen(import->text), operands->items[0], ".", NULL,
                      &session->control, &session->the_case, &session->error);
    code = status == PP_OK ? answer(session, options) : pp_session_fail(session, status);
    pp_import_free(import);
    return code;
}

int pp_run_stable(const pp_arguments *arguments)
{
    pp_stable_options options = {.partial = true};
    int code = choose_unknown(arguments->unknown, &options.unknown);
    if (code != PP_EXIT_ANSWERED)
        return code;
    if (arguments->inverse == NULL && arguments->party != NULL) {
        pp_output_usage_error("stable", NULL, "--party PARTY wants --inverse STATE beside it");
        return PP_EXIT_USAGE;
    }
    pp_session session;
    pp_session_begin(&session, arguments);
    options.question = session.question;
    const char *format = pp_import_guess(arguments->operands.items, 1);
    if (format != NULL && strcmp(format, "gmcr") == 0) {
        code = answer_imported(&session, format, &options);
    } else {
        code = pp_session_open(&session, false);
        if (code == PP_EXIT_ANSWERED)
            code = answer(&session, &options);
    }
    pp_session_end(&session);
    return code;
}
