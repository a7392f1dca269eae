/* zone_json.c: the zone as docs/schema/zone.json has it. */
#include "report/answers.h"
#include "report/json.h"

static const char *verdict_text(pp_verdict verdict)
{
    switch (verdict) {
    case PP_VERDICT_SOME:
        return "some";
    case PP_VERDICT_NONE:
        return "none";
    case PP_VERDICT_UNKNOWN:
        break;
    }
    return "unknown";
}

static json_t *sets(pp_i_json *json, const pp_case *the_case, const pp_red_line_set *list,
                    size_t count, bool with_opens)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *set = json_object();
        pp_i_json_set(json, set, "red_lines",
                      pp_i_json_red_lines(json, the_case, list[i].red_lines, list[i].count));
        if (with_opens)
            pp_i_json_set(json, set, "opens", pp_i_json_string(list[i].opens));
        pp_i_json_add(json, array, set);
    }
    return array;
}

static json_t *witnesses(pp_i_json *json, const pp_zone *zone)
{
    json_t *array = json_array();
    for (size_t i = 0; i < zone->witness_count; i++)
        pp_i_json_add(json, array, pp_i_json_package(json, zone->the_case, zone->witnesses[i]));
    return array;
}

static json_t *shares(pp_i_json *json, const pp_zone *zone)
{
    json_t *object = json_object();
    const pp_case *the_case = zone->the_case;
    for (size_t i = 0; zone->shares != NULL && i < the_case->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        json_t *options = json_object();
        for (size_t j = 0; j < issue->option_count; j++)
            pp_i_json_set_id(json, options, issue->options[j].id, json_real(zone->shares[i][j]));
        pp_i_json_set_id(json, object, issue->id, options);
    }
    return object;
}

/* Null where a limit stopped the counting; else one for each unclear red line. */
static json_t *decisive(pp_i_json *json, const pp_zone *zone)
{
    if (zone->decisive == NULL && zone->unclear_count > 0)
        return json_null();
    json_t *array = json_array();
    for (size_t i = 0; i < zone->unclear_count; i++) {
        json_t *one = json_object();
        size_t red_line = zone->decisive[i].red_line;
        pp_i_json_set(json, one, "red_line",
                      pp_i_json_text(zone->the_case->red_lines[red_line].id));
        pp_i_json_set(json, one, "share", json_real(zone->decisive[i].share));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *readings(pp_i_json *json, const pp_zone *zone)
{
    json_t *object = json_object();
    pp_i_json_set(json, object, "unclear",
                  pp_i_json_red_lines(json, zone->the_case, zone->unclear, zone->unclear_count));
    pp_i_json_set(json, object, "total", pp_i_json_string(zone->readings_total));
    pp_i_json_set(json, object, "with_agreement", pp_i_json_string(zone->readings_with_agreement));
    pp_i_json_set(json, object, "decisive", decisive(json, zone));
    return object;
}

static json_t *table(pp_i_json *json, const pp_zone *zone)
{
    const pp_case *the_case = zone->the_case;
    json_t *object = json_object(), *parties = json_array(), *crossed = json_array();
    for (size_t i = 0; i < zone->table_count; i++)
        pp_i_json_add(json, parties, pp_i_json_text(the_case->parties[zone->table[i]].id));
    for (size_t i = 0; i < zone->crossed_count; i++) {
        const pp_crossed *one = &zone->crossed[i];
        json_t *entry = json_object();
        pp_i_json_set(json, entry, "party", pp_i_json_text(the_case->parties[one->party].id));
        pp_i_json_set(json, entry, "red_lines",
                      pp_i_json_red_lines(json, the_case, one->red_lines, one->count));
        pp_i_json_set(json, entry, "by",
                      json_string(one->by == PP_CROSSED_BY_EVERY ? "every" : "some"));
        pp_i_json_add(json, crossed, entry);
    }
    pp_i_json_set(json, object, "parties", parties);
    pp_i_json_set(json, object, "crossed", crossed);
    return object;
}

char *pp_i_zone_json(const pp_zone *zone, const pp_report_options *options)
{
    const pp_case *the_case = zone->the_case;
    pp_i_json json;
    pp_i_json_begin(&json, options);
    pp_i_json_set(&json, json.root, "case", pp_i_json_text(the_case->title));
    pp_i_json_set(&json, json.root, "verdict", json_string(verdict_text(zone->verdict)));
    pp_i_json_set(&json, json.root, "packages", pp_i_json_string(zone->packages));
    pp_i_json_set(&json, json.root, "feasible", pp_i_json_string(zone->feasible));
    pp_i_json_set(&json, json.root, "agreements", pp_i_json_string(zone->agreements));
    pp_i_json_set(&json, json.root, "witnesses", witnesses(&json, zone));
    pp_i_json_set(&json, json.root, "shares", shares(&json, zone));
    pp_i_json_set(&json, json.root, "blocking",
                  sets(&json, the_case, zone->blocking, zone->blocking_count, false));
    pp_i_json_set(&json, json.root, "concessions",
                  sets(&json, the_case, zone->concessions, zone->concession_count, true));
    pp_i_json_set(&json, json.root, "readings", readings(&json, zone));
    if (zone->table_count > 0)
        pp_i_json_set(&json, json.root, "table", table(&json, zone));
    if (zone->contradiction_count > 0)
        pp_i_json_set(&json, json.root, "contradiction",
                      pp_i_json_links(&json, zone->the_case, zone->contradiction,
                                      zone->contradiction_count, zone->assumed));
    pp_i_json_set(&json, json.root, "engine", pp_i_json_string(zone->engine));
    pp_i_json_incomplete(&json, zone->incomplete, zone->incomplete_count);
    return pp_i_json_end(&json);
}
