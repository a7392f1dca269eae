/* judge_json.c: one judged package as docs/schema/judge.json has it. */
#include "report/answers.h"
#include "report/json.h"

static json_t *statements_of(pp_i_json *json, const pp_case *the_case,
                             const pp_i_red_line *red_line)
{
    json_t *array = json_array();
    for (size_t i = 0; i < red_line->because_count; i++)
        pp_i_json_add(json, array, pp_i_json_text(the_case->statements[red_line->because[i]].id));
    return array;
}

static json_t *party_json(pp_i_json *json, const pp_judge *judge, const pp_judged_party *party)
{
    json_t *object = json_object(), *broken = json_array();
    for (size_t i = 0; i < party->broken_count; i++) {
        const pp_i_red_line *red_line = &judge->the_case->red_lines[party->broken[i]];
        json_t *one = json_object();
        pp_i_json_set(json, one, "red_line", pp_i_json_text(red_line->id));
        pp_i_json_set(json, one, "statements", statements_of(json, judge->the_case, red_line));
        pp_i_json_add(json, broken, one);
    }
    pp_i_json_set(json, object, "consents", json_boolean(party->consents));
    pp_i_json_set(json, object, "broken", broken);
    return object;
}

static json_t *nearest(pp_i_json *json, const pp_judge *judge)
{
    const pp_case *the_case = judge->the_case;
    if (judge->nearest == NULL)
        return json_null();
    json_t *object = json_object(), *changes = json_array();
    for (size_t i = 0; i < the_case->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        if (judge->nearest[i] == judge->package[i])
            continue;
        json_t *change = json_object();
        pp_i_json_set(json, change, "issue", pp_i_json_text(issue->id));
        pp_i_json_set(json, change, "from", pp_i_json_text(issue->options[judge->package[i]].id));
        pp_i_json_set(json, change, "to", pp_i_json_text(issue->options[judge->nearest[i]].id));
        pp_i_json_add(json, changes, change);
    }
    pp_i_json_set(json, object, "package", pp_i_json_package(json, the_case, judge->nearest));
    pp_i_json_set(json, object, "changes", changes);
    return object;
}

static json_t *completed(pp_i_json *json, const pp_judge *judge)
{
    json_t *array = json_array();
    for (size_t i = 0; i < judge->the_case->issue_count; i++)
        if (!judge->given[i])
            pp_i_json_add(json, array, pp_i_json_text(judge->the_case->issues[i].id));
    return array;
}

/* {party: gain}; null where values are open. */
static json_t *gains(pp_i_json *json, const pp_judge *judge, const double *of)
{
    json_t *object = of == NULL ? json_null() : json_object();
    for (size_t p = 0; of != NULL && p < judge->value_party_count; p++)
        pp_i_json_set_id(json, object, judge->the_case->parties[judge->value_parties[p]].id,
                         json_real(of[p]));
    return object;
}

static json_t *improves(pp_i_json *json, const pp_judge *judge)
{
    json_t *array = json_array();
    for (size_t i = 0; i < judge->improve_count; i++) {
        json_t *one = json_object();
        pp_i_json_set(json, one, "package",
                      pp_i_json_package(json, judge->the_case, judge->improves[i].package));
        pp_i_json_set(json, one, "gains", gains(json, judge, judge->improves[i].gains));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *alternatives(pp_i_json *json, const pp_judge *judge)
{
    json_t *array = json_array();
    for (size_t i = 0; i < judge->alternative_count; i++) {
        const pp_judged_alternative *of = &judge->alternatives[i];
        json_t *one = json_object();
        pp_i_json_set(json, one, "alike", pp_i_json_text(judge->the_case->parties[of->alike].id));
        pp_i_json_set(json, one, "better", pp_i_json_text(judge->the_case->parties[of->better].id));
        pp_i_json_set(json, one, "gain", json_real(of->gain));
        pp_i_json_set(json, one, "package",
                      pp_i_json_package(json, judge->the_case, of->package));
        pp_i_json_add(json, array, one);
    }
    return array;
}

char *pp_i_judge_json(const pp_judge *judge, const pp_report_options *options)
{
    const pp_case *the_case = judge->the_case;
    pp_i_json json;
    pp_i_json_begin(&json, options);
    json_t *parties = json_object();
    for (size_t i = 0; i < judge->party_count; i++)
        pp_i_json_set_id(&json, parties, the_case->parties[i].id,
                         party_json(&json, judge, &judge->parties[i]));
    pp_i_json_set(&json, json.root, "case", pp_i_json_text(the_case->title));
    pp_i_json_set(&json, json.root, "package", pp_i_json_package(&json, the_case, judge->package));
    pp_i_json_set(&json, json.root, "completed", completed(&json, judge));
    pp_i_json_set(&json, json.root, "feasible", json_boolean(judge->feasible));
    pp_i_json_set(&json, json.root, "broken_links",
                  pp_i_json_links(&json, the_case, judge->broken_links, judge->broken_link_count,
                                  judge->assumed));
    pp_i_json_set(&json, json.root, "consents", json_boolean(judge->consents));
    pp_i_json_set(&json, json.root, "parties", parties);
    pp_i_json_set(&json, json.root, "improves", improves(&json, judge));
    pp_i_json_set(&json, json.root, "alternatives", alternatives(&json, judge));
    pp_i_json_set(&json, json.root, "nearest", nearest(&json, judge));
    pp_i_json_incomplete(&json, judge->incomplete, judge->incomplete_count);
    return pp_i_json_end(&json);
}
