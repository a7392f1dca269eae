/* ask_json.c: what to find out next as docs/schema/ask.json has it. */
#include "report/answers.h"
#include "report/json.h"

static const char *const rule_keys[PP_ASK_RULE_COUNT] = {"nash", "kalai_smorodinsky", "egalitarian",
                                                         "utilitarian"};

static json_t *share_or_null(double share)
{
    return share < 0 ? json_null() : json_real(share);
}

static json_t *picks(pp_i_json *json, const double *shares)
{
    json_t *object = json_object();
    for (size_t rule = 0; rule < PP_ASK_RULE_COUNT; rule++)
        pp_i_json_set(json, object, rule_keys[rule], share_or_null(shares[rule]));
    return object;
}

static json_t *party_ids(pp_i_json *json, const pp_case *the_case, const size_t *parties,
                         size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        pp_i_json_add(json, array, pp_i_json_text(the_case->parties[parties[i]].id));
    return array;
}

static json_t *answer_json(pp_i_json *json, const pp_ask *ask, const pp_ask_answer *answer)
{
    json_t *object = json_object(), *efficient = json_object();
    pp_i_json_set(json, object, "probability", json_real(answer->probability));
    pp_i_json_set(json, object, "with_agreement",
                  ask->verdict_known ? json_real(answer->with_agreement) : json_null());
    pp_i_json_set(json, efficient, "count", pp_i_json_size(answer->efficient));
    pp_i_json_set(json, efficient, "new", pp_i_json_size(answer->efficient_new));
    pp_i_json_set(json, efficient, "gone", pp_i_json_size(answer->efficient_gone));
    pp_i_json_set(json, efficient, "open", pp_i_json_size(answer->efficient_open));
    pp_i_json_set(json, object, "efficient", efficient);
    pp_i_json_set(json, object, "picks", picks(json, answer->picks));
    pp_i_json_set(json, object, "acceptable", share_or_null(answer->acceptable));
    pp_i_json_set(json, object, "samples", pp_i_json_size(answer->sample_count));
    return object;
}

/* What is asked: the fields depend on the kind. */
static void set_question(pp_i_json *json, json_t *object, const pp_case *the_case,
                         const pp_unknown *unknown)
{
    const pp_i_issue *issue = &the_case->issues[unknown->issue];
    json_t *pair = json_array();
    pp_i_json_set(json, object, "party", pp_i_json_text(the_case->parties[unknown->party].id));
    switch (unknown->kind) {
    case PP_UNKNOWN_RED_LINE:
        pp_i_json_set(json, object, "red_line",
                      pp_i_json_text(the_case->red_lines[unknown->red_line].id));
        break;
    case PP_UNKNOWN_OPTIONS:
        pp_i_json_set(json, object, "issue", pp_i_json_text(issue->id));
        pp_i_json_add(json, pair, pp_i_json_text(issue->options[unknown->first].id));
        pp_i_json_add(json, pair, pp_i_json_text(issue->options[unknown->second].id));
        pp_i_json_set(json, object, "options", json_incref(pair));
        break;
    case PP_UNKNOWN_IMPORTANCE:
        pp_i_json_add(json, pair, pp_i_json_text(the_case->issues[unknown->first].id));
        pp_i_json_add(json, pair, pp_i_json_text(the_case->issues[unknown->second].id));
        pp_i_json_set(json, object, "issues", json_incref(pair));
        break;
    case PP_UNKNOWN_NO_DEAL:
        pp_i_json_set(json, object, "package", pp_i_json_package(json, the_case, unknown->package));
        break;
    }
    json_decref(pair);
}

static json_t *unknown_json(pp_i_json *json, const pp_ask *ask, const pp_unknown *unknown)
{
    static const char *const kinds[] = {[PP_UNKNOWN_RED_LINE] = "red_line",
                                        [PP_UNKNOWN_OPTIONS] = "options",
                                        [PP_UNKNOWN_IMPORTANCE] = "importance",
                                        [PP_UNKNOWN_NO_DEAL] = "no_deal"};
    json_t *object = json_object(), *expected = json_object(), *answers = json_array();
    pp_i_json_set(json, object, "kind", json_string(kinds[unknown->kind]));
    set_question(json, object, ask->the_case, unknown);
    pp_i_json_set(json, expected, "verdict",
                  ask->verdict_known ? json_real(unknown->verdict) : json_null());
    pp_i_json_set(json, expected, "efficient", json_real(unknown->efficient));
    pp_i_json_set(json, expected, "picks", picks(json, unknown->picks));
    pp_i_json_set(json, expected, "pick", share_or_null(unknown->pick));
    for (size_t which = 0; which < 2; which++)
        pp_i_json_add(json, answers, answer_json(json, ask, &unknown->answers[which]));
    pp_i_json_set(json, object, "by_confidence", json_boolean(unknown->by_confidence));
    pp_i_json_set(json, object, "expected", expected);
    pp_i_json_set(json, object, "answers", answers);
    return object;
}

/* The packages looked at. */
static json_t *considered(pp_i_json *json, const pp_ask *ask)
{
    json_t *object = json_object();
    pp_i_json_set(json, object, "what", json_string(ask->agreement ? "zone" : "fewest_broken"));
    pp_i_json_set(json, object, "broken", pp_i_json_size(ask->fewest_broken));
    pp_i_json_set(json, object, "count", pp_i_json_size(ask->package_count));
    return object;
}

char *pp_i_ask_json(const pp_ask *ask, const pp_report_options *options)
{
    const pp_case *the_case = ask->the_case;
    pp_i_json json;
    pp_i_json_begin(&json, options);
    json_t *efficient = json_array(), *unknowns = json_array(), *sample = json_object();
    for (size_t i = 0; i < ask->efficient_count; i++)
        pp_i_json_add(&json, efficient,
                      pp_i_json_package(&json, the_case, ask->packages[ask->efficient[i]]));
    for (size_t i = 0; i < ask->unknown_count; i++)
        pp_i_json_add(&json, unknowns, unknown_json(&json, ask, &ask->unknowns[i]));
    pp_i_json_set(&json, sample, "count", pp_i_json_size(ask->sample_count));
    pp_i_json_set(&json, sample, "noise", json_real(ask->noise));
    pp_i_json_set(&json, json.root, "case", pp_i_json_text(the_case->title));
    pp_i_json_set(&json, json.root, "as_of", pp_i_json_date(ask->as_of));
    pp_i_json_set(&json, json.root, "agreement",
                  ask->verdict_known ? json_boolean(ask->agreement) : json_null());
    pp_i_json_set(&json, json.root, "with_agreement",
                  ask->verdict_known ? json_real(ask->with_agreement) : json_null());
    pp_i_json_set(&json, json.root, "considered", considered(&json, ask));
    pp_i_json_set(&json, json.root, "efficient", efficient);
    pp_i_json_set(&json, json.root, "parties",
                  party_ids(&json, the_case, ask->parties, ask->party_count));
    pp_i_json_set(&json, json.root, "silent",
                  party_ids(&json, the_case, ask->silent, ask->silent_count));
    pp_i_json_set(&json, json.root, "contradictory",
                  party_ids(&json, the_case, ask->contradictory, ask->contradictory_count));
    pp_i_json_set(&json, json.root, "acceptable", share_or_null(ask->acceptable));
    pp_i_json_set(&json, json.root, "sample", sample);
    pp_i_json_set(&json, json.root, "unknowns", unknowns);
    pp_i_json_incomplete(&json, ask->incomplete, ask->incomplete_count);
    return pp_i_json_end(&json);
}
