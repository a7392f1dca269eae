/* answer.c: see answer.h. Each name is a command, and its answer is what that prints with --json.
 */
#include "server/answer.h"

#include <stdlib.h>
#include <string.h>

static const char json_text[] = "application/json; charset=utf-8";

typedef pp_status answer_function(const pp_case *the_case, const pp_request *request,
                                  const pp_control *control, char **text, pp_error *error);

static const pp_report_options as_json = {.format = PP_FORMAT_JSON};

static pp_status answer_zone(const pp_case *the_case, const pp_request *request,
                             const pp_control *control, char **text, pp_error *error)
{
    pp_zone_options options = {.question = request->question};
    pp_zone *zone = NULL;
    pp_status status = pp_zone_solve(the_case, &options, control, &zone, error);
    if (status == PP_OK)
        status = pp_report_zone(zone, &as_json, text, error);
    pp_zone_free(zone);
    return status;
}

static pp_status answer_judge(const pp_case *the_case, const pp_request *request,
                              const pp_control *control, char **text, pp_error *error)
{
    pp_judge *judge = NULL;
    const char *draft = request->draft == NULL ? "" : request->draft;
    pp_status status = pp_judge_solve(the_case, draft, &request->question, control, &judge, error);
    if (status == PP_OK)
        status = pp_report_judge(judge, &as_json, text, error);
    pp_judge_free(judge);
    return status;
}

static pp_status answer_deals(const pp_case *the_case, const pp_request *request,
                              const pp_control *control, char **text, pp_error *error)
{
    pp_deals_options options = {.question = request->question};
    pp_deals *deals = NULL;
    pp_status status = pp_deals_solve(the_case, &options, control, &deals, error);
    if (status == PP_OK)
        status = pp_report_deals(deals, &as_json, text, error);
    pp_deals_free(deals);
    return status;
}

static pp_status answer_stable(const pp_case *the_case, const pp_request *request,
                               const pp_control *control, char **text, pp_error *error)
{
    pp_stable_options options = {.question = request->question};
    pp_stable *stable = NULL;
    pp_status status = pp_stable_solve(the_case, &options, control, &stable, error);
    if (status == PP_OK)
        status = pp_report_stable(stable, NULL, &as_json, text, error);
    pp_stable_free(stable);
    return status;
}

static pp_status answer_ask(const pp_case *the_case, const pp_request *request,
                            const pp_control *control, char **text, pp_error *error)
{
    pp_ask_options options = {.question = request->question};
    pp_ask *ask = NULL;
    pp_status status = pp_ask_solve(the_case, &options, control, &ask, error);
    if (status == PP_OK)
        status = pp_report_ask(ask, &as_json, text, error);
    pp_ask_free(ask);
    return status;
}

static pp_status answer_show(const pp_case *the_case, const pp_request *request,
                             const pp_control *control, char **text, pp_error *error)
{
    (void)control;
    return pp_report_show(the_case, PP_SHOW_MATRIX, &request->question, &as_json, text, error);
}

static pp_status answer_check(const pp_case *the_case, const pp_request *request,
                              const pp_control *control, char **text, pp_error *error)
{
    pp_check *check = NULL;
    pp_status status = pp_check_solve(the_case, &request->question, control, &check, error);
    if (status == PP_OK)
        status = pp_report_check(check, &as_json, text, error);
    pp_check_free(check);
    return status;
}

static pp_status brief_as(const pp_case *the_case, const pp_brief_options *options,
                          const pp_control *control, pp_brief_format format, char **text,
                          pp_error *error)
{
    pp_brief *brief = NULL;
    pp_status status = pp_brief_solve(the_case, options, control, &brief, error);
    if (status == PP_OK)
        status = pp_report_brief(brief, format, NULL, text, error);
    pp_brief_free(brief);
    return status;
}

static pp_status answer_report(const pp_case *the_case, const pp_request *request,
                               const pp_control *control, char **text, pp_error *error)
{
    pp_brief_options options = {.question = request->question, .quick = request->quick};
    return brief_as(the_case, &options, control, PP_BRIEF_JSON, text, error);
}

/* The revised case as a file. */
static pp_status answer_case(const pp_case *the_case, const pp_request *request,
                             const pp_control *control, char **text, pp_error *error)
{
    (void)request;
    (void)control;
    return pp_case_text(the_case, text, error);
}

static const struct {
    const char *name;
    answer_function *answer;
    const char *type;
} answers[] = {
    {"report", answer_report, json_text},
    {"zone", answer_zone, json_text},
    {"judge", answer_judge, json_text},
    {"deals", answer_deals, json_text},
    {"stable", answer_stable, json_text},
    {"ask", answer_ask, json_text},
    {"show", answer_show, json_text},
    {"check", answer_check, json_text},
    {"case", answer_case, "application/yaml; charset=utf-8"},
};

const char pp_answer_no_memory[] =
    "{\"error\":{\"message\":\"memory has run out\",\"hint\":null}}";

pp_answer pp_answer_error(int code, const char *message, const char *hint)
{
    json_t *object = json_pack("{s:{s:s,s:s?}}", "error", "message", message, "hint", hint);
    char *text = object == NULL ? NULL : json_dumps(object, JSON_COMPACT);
    json_decref(object);
    return (pp_answer){code, json_text, text};
}

static pp_answer answer_failure(pp_status status, const pp_error *error)
{
    bool asked_wrongly = status == PP_ERROR_ARGUMENT || status == PP_ERROR_INPUT;
    bool stopped = status == PP_ERROR_LIMIT || status == PP_ERROR_CANCELLED;
    const char *message = error->message[0] != '\0' ? error->message : pp_status_text(status);
    return pp_answer_error(asked_wrongly ? 400
                           : stopped     ? 503
                                         : 500,
                           message, error->hint[0] != '\0' ? error->hint : NULL);
}

pp_answer pp_answer_api(const pp_case *the_case, const char *name, const char *body, size_t length,
                        const pp_control *control)
{
    size_t which = 0, count = sizeof answers / sizeof *answers;
    while (which < count && strcmp(answers[which].name, name) != 0)
        which++;
    if (which == count)
        return pp_answer_error(404, "there is nothing of this name", NULL);
    pp_request request = {0};
    pp_error error = {0};
    pp_case *revised = NULL;
    char *text = NULL;
    pp_status status = pp_request_read(body, length, &request, &error);
    if (status == PP_OK)
        status = pp_case_revise(the_case, &request.revision, control, &revised, &error);
    if (status == PP_OK)
        status = answers[which].answer(revised, &request, control, &text, &error);
    pp_case_free(revised);
    pp_request_free(&request);
    return status == PP_OK ? (pp_answer){200, answers[which].type, text}
                           : answer_failure(status, &error);
}

pp_answer pp_answer_page(const pp_case *the_case, const pp_control *control)
{
    pp_error error = {0};
    char *text = NULL;
    pp_brief_options quick = {.quick = true}; /* the page asks for the rest at once */
    pp_status status = brief_as(the_case, &quick, control, PP_BRIEF_WORKBENCH, &text, &error);
    return status == PP_OK ? (pp_answer){200, "text/html; charset=utf-8", text}
                           : answer_failure(status, &error);
}
