/* considered.c: the zone when unclear red lines count and when one of them does not, and the
 * packages that are considered then; see parts.h. */
#include <stdlib.h>

#include "method/asking/parts.h"
#include "method/zone/zone.h"

/* The question with some more red lines dropped. */
typedef struct drops {
    const char **ids;
    size_t count;
} drops;

static bool make_drops(pp_i_ask_work *work, drops *made)
{
    const pp_question *question = &work->options.question;
    size_t room = question->drop_count + work->the_case->red_line_count + 1;
    made->ids = PP_NEW_ARRAY(&work->job.scratch, const char *, room);
    made->count = question->drop_count;
    for (size_t i = 0; made->ids != NULL && i < question->drop_count; i++)
        made->ids[i] = question->drop[i];
    return made->ids != NULL;
}

static bool add_drop(pp_i_ask_work *work, drops *made, size_t red_line)
{
    pp_text id = work->the_case->red_lines[red_line].id;
    made->ids[made->count] = pp_i_arena_copy(&work->job.scratch, id.data, id.length);
    return made->ids[made->count++] != NULL;
}

static pp_status solve_zone(pp_i_ask_work *work, const drops *without, bool with_sets,
                            pp_zone **zone)
{
    pp_zone_options options = {.question = work->options.question,
                               .witness_count_max = pp_i_ask_package_count_max(work) + 1,
                               .without_shares = true,
                               .without_sets = !with_sets};
    options.question.drop = without->ids;
    options.question.drop_count = without->count;
    return pp_i_zone_solve(work->the_case, &options, work->control, zone, work->job.error);
}

/* --- Packages -------------------------------------------------------------------------------- */

/* The place of a package among all; new ones get the next. PP_NONE where memory has run out. */
static size_t place_of(pp_i_ask_work *work, const uint16_t *package)
{
    size_t size = work->the_case->issue_count * sizeof *package;
    size_t place = pp_i_map_get(&work->places, (pp_text){(const char *)package, size});
    if (place != PP_NONE)
        return place;
    uint16_t *kept = PP_NEW_ARRAY(work->job.arena, uint16_t, work->the_case->issue_count);
    if (kept == NULL)
        return PP_NONE;
    memcpy(kept, package, size);
    place = work->packages.count;
    if (!PP_LIST_ADD(work->job.arena, &work->packages, kept) ||
        !pp_i_map_set(&work->places, (pp_text){(const char *)kept, size}, place))
        return PP_NONE;
    return place;
}

static pp_status say_cut(pp_i_ask_work *work, size_t count)
{
    const char *why = pp_i_arena_print(
        work->job.arena, "more than %zu packages to consider: the first by code", count);
    return why == NULL ? pp_i_job_no_memory(&work->job)
                       : pp_i_job_incomplete(&work->job, "packages", why);
}

/* Adds a zone's agreements to a scenario. */
static pp_status take_witnesses(pp_i_ask_work *work, const pp_zone *zone, pp_i_scenario *scenario)
{
    for (size_t i = 0; i < zone->witness_count; i++) {
        scenario->cut = scenario->count == pp_i_ask_package_count_max(work);
        if (scenario->cut)
            return say_cut(work, scenario->count);
        size_t place = place_of(work, zone->witnesses[i]);
        if (place == PP_NONE)
            return pp_i_job_no_memory(&work->job);
        scenario->count += !scenario->holds[place];
        scenario->holds[place] = true;
    }
    return PP_OK;
}

/* What a zone left undone concerns the packages. */
static pp_status pass_on(pp_i_ask_work *work, const pp_zone *zone)
{
    pp_status status = PP_OK;
    for (size_t i = 0; i < zone->incomplete_count && status == PP_OK; i++)
        status = pp_i_job_incomplete(&work->job, zone->incomplete[i].part, zone->incomplete[i].why);
    return status;
}

/* The packages that one concession set opens. */
static pp_status open_set(pp_i_ask_work *work, const drops *base, const pp_red_line_set *set,
                          pp_i_scenario *scenario)
{
    drops without;
    pp_zone *zone = NULL;
    if (!make_drops(work, &without))
        return pp_i_job_no_memory(&work->job);
    without.count = base->count;
    for (size_t i = 0; i < base->count; i++)
        without.ids[i] = base->ids[i];
    for (size_t i = 0; i < set->count; i++)
        if (!add_drop(work, &without, set->red_lines[i]))
            return pp_i_job_no_memory(&work->job);
    pp_status status = solve_zone(work, &without, false, &zone);
    if (status == PP_OK)
        status = take_witnesses(work, zone, scenario);
    if (status == PP_OK)
        status = pass_on(work, zone);
    pp_i_zone_free(zone);
    return status;
}

static pp_status open_fewest(pp_i_ask_work *work, const drops *base, const pp_zone *zone,
                             pp_i_scenario *scenario)
{
    pp_status status = PP_OK;
    for (size_t i = 0; i < zone->concession_count && status == PP_OK; i++)
        if (zone->concessions[i].count == zone->concessions[0].count && !scenario->cut)
            status = open_set(work, base, &zone->concessions[i], scenario);
    return status;
}

/* --- Scenarios ------------------------------------------------------------------------------- */

/* At most so many packages can be met in all. */
static size_t package_room(const pp_i_ask_work *work)
{
    return (work->the_case->red_line_count + 1) * (PP_ASK_PACKAGE_COUNT_MAX + 1);
}

/* Where the zone is contradictory, or a limit stopped it, nothing is considered. */
static pp_status add_scenario(pp_i_ask_work *work, size_t red_line, pp_zone **zone)
{
    drops base;
    pp_i_scenario made = {.red_line = red_line,
                          .known = true,
                          .holds = PP_NEW_ARRAY(work->job.arena, bool, package_room(work))};
    if (made.holds == NULL || !make_drops(work, &base) ||
        (red_line != PP_NONE && !add_drop(work, &base, red_line)))
        return pp_i_job_no_memory(&work->job);
    pp_status status = solve_zone(work, &base, true, zone);
    if (status != PP_OK)
        return status;
    made.known = (*zone)->verdict != PP_VERDICT_UNKNOWN;
    made.agreement = (*zone)->verdict == PP_VERDICT_SOME;
    status = pass_on(work, *zone);
    made.cut = work->scenarios.count > 0 && work->scenarios.items[0].cut;
    if (status == PP_OK && made.agreement && !made.cut)
        status = take_witnesses(work, *zone, &made);
    else if (status == PP_OK && !made.cut)
        status = open_fewest(work, &base, *zone, &made);
    if (status == PP_OK && !PP_LIST_ADD(work->job.arena, &work->scenarios, made))
        status = pp_i_job_no_memory(&work->job);
    return status;
}

static pp_status say_zone(pp_i_ask_work *work, const pp_zone *zone)
{
    pp_ask *ask = work->ask;
    work->decisive = PP_NEW_ARRAY(work->job.arena, double, work->the_case->red_line_count);
    if (work->decisive == NULL)
        return pp_i_job_no_memory(&work->job);
    ask->as_of = zone->as_of;
    ask->agreement = zone->verdict == PP_VERDICT_SOME;
    ask->fewest_broken = zone->concession_count > 0 ? zone->concessions[0].count : 0;
    ask->verdict_known = zone->readings_with_agreement != NULL && zone->decisive != NULL;
    if (!ask->verdict_known)
        return PP_OK;
    ask->with_agreement =
        strtod(zone->readings_with_agreement, NULL) / strtod(zone->readings_total, NULL);
    for (size_t i = 0; i < zone->unclear_count; i++)
        work->decisive[zone->decisive[i].red_line] = zone->decisive[i].share;
    return PP_OK;
}

static pp_status add_drop_scenarios(pp_i_ask_work *work)
{
    const pp_case *the_case = work->the_case;
    pp_status status = PP_OK;
    for (size_t i = 0; i < the_case->red_line_count && status == PP_OK; i++) {
        if (!pp_i_bit_get(work->model.relevant, i) || !the_case->red_lines[i].unclear)
            continue;
        pp_i_arena_mark mark = pp_i_arena_mark_get(&work->job.scratch);
        pp_zone *zone = NULL;
        work->ask->unclear_count++;
        status = add_scenario(work, i, &zone);
        pp_i_zone_free(zone);
        pp_i_arena_rewind(&work->job.scratch, mark);
    }
    return status;
}

pp_status pp_i_ask_considered(pp_i_ask_work *work)
{
    pp_zone *zone = NULL;
    pp_i_map_init(&work->places, work->job.arena);
    pp_status status = add_scenario(work, PP_NONE, &zone);
    if (status == PP_OK)
        status = say_zone(work, zone);
    pp_i_zone_free(zone);
    if (status != PP_OK)
        return status;
    work->ask->package_count = work->packages.count;
    work->ask->packages_cut = work->scenarios.items[0].cut;
    status = add_drop_scenarios(work);
    work->ask->packages = work->packages.items;
    return status;
}
