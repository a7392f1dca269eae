/* deals_json.c: deals as docs/schema/deals.json has them. */
#include "method/bargaining/bargaining.h"
#include "report/answers.h"
#include "report/json.h"

static const char *considered_text(pp_considered considered)
{
    switch (considered) {
    case PP_CONSIDERED_ZONE:
        return "zone";
    case PP_CONSIDERED_FEWEST_BROKEN:
        return "fewest_broken";
    case PP_CONSIDERED_FEASIBLE:
        break;
    }
    return "feasible";
}

static const char *valued_text(pp_valued valued)
{
    static const char *const words[] = {"exact", "estimate", "ranks", "nothing"};
    return words[valued];
}

/* {party: value} */
static json_t *values(pp_i_json *json, const pp_deals *deals, const double *of)
{
    json_t *object = json_object();
    for (size_t p = 0; p < deals->party_count; p++)
        pp_i_json_set_id(json, object, deals->the_case->parties[deals->parties[p].party].id,
                         json_real(of[p]));
    return object;
}

static json_t *parties(pp_i_json *json, const pp_deals *deals)
{
    json_t *array = json_array();
    for (size_t p = 0; p < deals->party_count; p++) {
        const pp_deal_party *party = &deals->parties[p];
        json_t *one = json_object();
        pp_i_json_set(json, one, "id", pp_i_json_text(deals->the_case->parties[party->party].id));
        pp_i_json_set(json, one, "values", json_string(valued_text(party->valued)));
        pp_i_json_set(json, one, "no_deal", json_real(party->no_deal));
        pp_i_json_set(json, one, "no_deal_given", json_boolean(party->no_deal_given));
        pp_i_json_set(json, one, "best", json_real(party->ideal));
        if (party->valued == PP_VALUED_EXACT)
            pp_i_json_set(json, one, "weight_sum", json_real(party->weight_sum));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *share(pp_i_json *json, double share, double error)
{
    json_t *object = json_object();
    pp_i_json_set(json, object, "share", json_real(share));
    pp_i_json_set(json, object, "error", json_real(error));
    return object;
}

static json_t *truth(int said)
{
    return said < 0 ? json_null() : json_boolean(said);
}

static json_t *robust(pp_i_json *json, const pp_deals *deals, const pp_deal_robust *of)
{
    json_t *object = json_object(), *accepts = json_object(), *picked = json_object();
    pp_i_json_set(json, object, "necessarily_efficient", truth(of->necessarily_efficient));
    pp_i_json_set(json, object, "possibly_efficient", truth(of->possibly_efficient));
    if (deals->unspoken_count > 0)
        pp_i_json_set(json, object, "efficient_alike", truth(of->efficient_alike));
    if (deals->sample_count == 0) {
        json_decref(accepts);
        json_decref(picked);
        return object;
    }
    pp_i_json_set(json, object, "efficient", share(json, of->efficient, of->efficient_error));
    pp_i_json_set(json, object, "rational", share(json, of->rational, of->rational_error));
    for (size_t p = 0; p < deals->party_count; p++)
        pp_i_json_set_id(json, accepts, deals->the_case->parties[deals->parties[p].party].id,
                         share(json, of->accepts[p], of->accepts_error[p]));
    pp_i_json_set(json, object, "accepts", accepts);
    for (size_t k = 0; deals->valued && k < PP_SOLUTION_COUNT; k++)
        pp_i_json_set(json, picked, pp_i_solution_name((pp_solution_kind)k),
                      share(json, of->picked[k], of->picked_error[k]));
    pp_i_json_set(json, object, "picked", picked);
    return object;
}

static json_t *point(pp_i_json *json, const pp_deals *deals, size_t index)
{
    const pp_deal *deal = &deals->points[index];
    json_t *object = json_object();
    pp_i_json_set(json, object, "package", pp_i_json_package(json, deals->the_case, deal->package));
    pp_i_json_set(json, object, "count", pp_i_json_string(deal->count));
    pp_i_json_set(json, object, "values", values(json, deals, deal->values));
    pp_i_json_set(json, object, "rational", json_boolean(deal->rational));
    if (deals->considered == PP_CONSIDERED_FEWEST_BROKEN)
        pp_i_json_set(json, object, "broken",
                      pp_i_json_red_lines(json, deals->the_case, deal->broken, deal->broken_count));
    if (deals->robust != NULL)
        pp_i_json_set(json, object, "robust", robust(json, deals, &deals->robust[index]));
    return object;
}

/* What is sure in spite of issues that nobody speaks of. */
static void add_unspoken(pp_i_json *json, const pp_deals *deals, json_t *object)
{
    json_t *issues = json_array(), *choices = json_array();
    for (size_t i = 0; i < deals->unspoken_count; i++)
        pp_i_json_add(json, issues, pp_i_json_text(deals->the_case->issues[deals->unspoken[i]].id));
    for (size_t i = 0; i < deals->choice_count; i++) {
        const pp_deal_choice *choice = &deals->choices[i];
        json_t *one = json_object(), *points = json_array();
        for (size_t k = 0; k < choice->point_count; k++)
            pp_i_json_add(json, points, pp_i_json_size(choice->points[k] + 1));
        pp_i_json_set(
            json, one, "party",
            pp_i_json_text(deals->the_case->parties[deals->parties[choice->party].party].id));
        pp_i_json_set(json, one, "points", points);
        pp_i_json_add(json, choices, one);
    }
    pp_i_json_set(json, object, "unspoken", issues);
    pp_i_json_set(json, object, "choices", choices);
}

static json_t *frontier(pp_i_json *json, const pp_deals *deals)
{
    json_t *object = json_object(), *points = json_array();
    bool whole = true;
    for (size_t i = 0; i < deals->incomplete_count; i++) {
        pp_text part = pp_i_text_of(deals->incomplete[i].part);
        whole = whole && !pp_i_text_equal(part, PP_TEXT("frontier")) &&
                !pp_i_text_equal(part, PP_TEXT("considered"));
    }
    for (size_t i = 0; i < deals->point_count; i++)
        pp_i_json_add(json, points, point(json, deals, i));
    pp_i_json_set(json, object, "size", pp_i_json_size(deals->point_count));
    pp_i_json_set(json, object, "complete", json_boolean(whole && deals->epsilon == NULL));
    pp_i_json_set(json, object, "listed", json_boolean(deals->listed));
    if (deals->epsilon != NULL)
        pp_i_json_set(json, object, "epsilon", values(json, deals, deals->epsilon));
    if (deals->unspoken_count > 0)
        add_unspoken(json, deals, object);
    pp_i_json_set(json, object, "points", points);
    return object;
}

static json_t *solution(pp_i_json *json, const pp_deals *deals, const pp_solution *of)
{
    json_t *array = json_array();
    for (size_t i = 0; i < of->count; i++) {
        const pp_deal *deal = &deals->points[of->points[i]];
        json_t *one = json_object();
        pp_i_json_set(json, one, "package",
                      pp_i_json_package(json, deals->the_case, deal->package));
        pp_i_json_set(json, one, "values", values(json, deals, deal->values));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *solutions(pp_i_json *json, const pp_deals *deals, pp_convention convention)
{
    json_t *object = json_object();
    for (size_t k = 0; k < PP_SOLUTION_COUNT; k++)
        pp_i_json_set(json, object, pp_i_solution_name((pp_solution_kind)k),
                      solution(json, deals, &deals->solutions[convention][k]));
    return object;
}

/* The other conventions, where they pick something else. */
static json_t *elsewhere(pp_i_json *json, const pp_deals *deals)
{
    json_t *object = json_object();
    for (size_t c = 0; deals->valued && c < PP_CONVENTION_COUNT; c++)
        if ((pp_convention)c != deals->convention)
            pp_i_json_set(json, object, pp_i_convention_name((pp_convention)c),
                          solutions(json, deals, (pp_convention)c));
    return object;
}

char *pp_i_deals_json(const pp_deals *deals, const pp_report_options *options)
{
    pp_i_json json;
    pp_i_json_begin(&json, options);
    json_t *root = json.root;
    pp_i_json_set(&json, root, "case", pp_i_json_text(deals->the_case->title));
    pp_i_json_set(&json, root, "considered", json_string(considered_text(deals->considered)));
    pp_i_json_set(&json, root, "packages", pp_i_json_string(deals->considered_count));
    if (deals->considered == PP_CONSIDERED_FEWEST_BROKEN)
        pp_i_json_set(&json, root, "fewest_broken", pp_i_json_size(deals->fewest_broken));
    pp_i_json_set(&json, root, "parties", parties(&json, deals));
    pp_i_json_set(&json, root, "frontier", frontier(&json, deals));
    pp_i_json_set(&json, root, "solutions", solutions(&json, deals, deals->convention));
    pp_i_json_set(&json, root, "convention", json_string(pp_i_convention_name(deals->convention)));
    pp_i_json_set(&json, root, "elsewhere", elsewhere(&json, deals));
    pp_i_json_set(&json, root, "opposition",
                  deals->opposition < 0 ? json_null() : json_real(deals->opposition));
    pp_i_json_set(&json, root, "rational", pp_i_json_string(deals->rational));
    pp_i_json_set(&json, root, "estimated", json_boolean(deals->estimated));
    if (deals->unproved > 0)
        pp_i_json_set(&json, root, "unproved", pp_i_json_size(deals->unproved));
    pp_i_json_set(&json, root, "sample_count", pp_i_json_size(deals->sample_count));
    pp_i_json_set(&json, root, "engine", pp_i_json_string(deals->engine));
    pp_i_json_incomplete(&json, deals->incomplete, deals->incomplete_count);
    return pp_i_json_end(&json);
}
