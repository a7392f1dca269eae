/* brief_json.c: the answers of a brief as one object, as docs/schema/report.json has it. */
#include <stdlib.h>

#include "report/brief.h"

/* Takes over an answer's text. */
static void set_answer(pp_i_json *json, const char *key, char *text)
{
    json_t *answer = text == NULL ? NULL : json_loads(text, JSON_ALLOW_NUL, NULL);
    free(text);
    pp_i_json_set(json, json->root, key, answer);
}

static json_t *strings(pp_i_json *json, const char *const *texts, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        pp_i_json_add(json, array, pp_i_json_string(texts[i]));
    return array;
}

static json_t *question_json(pp_i_json *json, const pp_question *question)
{
    json_t *object = json_object();
    pp_i_json_set(json, object, "as_of", pp_i_json_string(question->as_of));
    pp_i_json_set(json, object, "assume", strings(json, question->assume, question->assume_count));
    pp_i_json_set(json, object, "drop", strings(json, question->drop, question->drop_count));
    pp_i_json_set(json, object, "table", strings(json, question->table, question->table_count));
    return object;
}

static char *stable_json(const pp_brief *brief, const pp_report_options *options)
{
    char *text = NULL;
    pp_stable_view view = {0};
    return pp_i_stable_json(brief->stable, &view, options, &text, NULL) == PP_OK ? text : NULL;
}

char *pp_i_brief_json(const pp_brief *brief, const pp_report_options *options, bool workbench)
{
    pp_i_json json;
    pp_i_json_begin(&json, options);
    pp_i_json_set(&json, json.root, "case", pp_i_json_text(brief->the_case->title));
    pp_i_json_set(&json, json.root, "as_of", pp_i_json_date(brief->position.date));
    pp_i_json_set(&json, json.root, "question", question_json(&json, &brief->question));
    if (workbench)
        pp_i_json_set(&json, json.root, "workbench", json_true());
    pp_i_json_set(&json, json.root, "about", pp_i_brief_about(&json, brief));
    set_answer(&json, "show", pp_i_show_json(&brief->position, options));
    set_answer(&json, "zone", pp_i_zone_json(brief->zone, options));
    if (brief->deals != NULL)
        set_answer(&json, "deals", pp_i_deals_json(brief->deals, options));
    if (brief->stable != NULL)
        set_answer(&json, "stable", stable_json(brief, options));
    if (brief->ask != NULL)
        set_answer(&json, "ask", pp_i_ask_json(brief->ask, options));
    set_answer(&json, "check", pp_i_check_json(brief->check, options));
    pp_i_json_set(&json, json.root, "complete",
                  json_boolean(pp_i_brief_incomplete_count(brief) == 0));
    pp_i_json_set(&json, json.root, "incomplete", json_array());
    return pp_i_json_end(&json);
}
