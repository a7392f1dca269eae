/* graph.c: the states of a case; moves stand in graph_moves.c. See graph.h. */
#include "method/stability/graph.h"

#include <stdio.h>
#include <string.h>

#include "base/checked.h"
#include "base/error.h"
#include "method/stability/graph_parts.h"

uint64_t pp_i_graph_code(const pp_case *the_case, const uint16_t *package)
{
    uint64_t code = 0;
    for (size_t i = the_case->issue_count; i-- > 0;)
        code = code * the_case->issues[i].option_count + package[i];
    return code;
}

void pp_i_graph_package(const pp_case *the_case, uint64_t code, uint16_t *package)
{
    for (size_t i = 0; i < the_case->issue_count; i++) {
        uint64_t size = the_case->issues[i].option_count;
        package[i] = (uint16_t)(code % size);
        code /= size;
    }
}

/* The next package by code; how many issues it differs in, which are the first ones. */
static size_t advance(const pp_case *the_case, uint16_t *package)
{
    for (size_t i = 0; i < the_case->issue_count; i++) {
        if (++package[i] < the_case->issues[i].option_count)
            return i + 1;
        package[i] = 0;
    }
    return the_case->issue_count;
}

size_t pp_i_graph_follow(const pp_case *the_case, uint64_t before, uint64_t code, uint16_t *package)
{
    if (code == before + 1)
        return advance(the_case, package);
    pp_i_graph_package(the_case, code, package);
    return the_case->issue_count;
}

static uint32_t place_of_code(const pp_i_graph *graph, uint64_t code)
{
    if (graph->feasible == NULL)
        return code < graph->package_count ? (uint32_t)code : UINT32_MAX;
    if (graph->place_of != NULL)
        return graph->place_of[code];
    size_t low = 0, high = graph->package_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (graph->feasible[middle] < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < graph->package_count && graph->feasible[low] == code ? (uint32_t)low : UINT32_MAX;
}

uint32_t pp_i_graph_state(const pp_i_graph *graph, uint64_t code)
{
    uint32_t place = place_of_code(graph, code);
    return place == UINT32_MAX || graph->state_of == NULL ? place : graph->state_of[place];
}

/* --- Feasible packages ------------------------------------------------------------------------ */

static pp_status fail_too_many(const pp_i_job *job, const char *count)
{
    pp_status status = pp_i_fail(job->error, PP_ERROR_LIMIT,
                                 "the case has %s states; at most %d fit in the graph", count,
                                 (int)PP_GRAPH_STATE_COUNT_MAX);
    pp_i_error_hint(job->error, "leave issues out, or fix some with --assume 'issue = option'");
    return status;
}

static size_t scratch_size(const pp_i_model *model)
{
    size_t most = 1;
    for (size_t i = 0; i < model->rule_count; i++)
        most = model->rules[i].node_count > most ? model->rules[i].node_count : most;
    for (size_t i = 0; i < model->the_case->same_count; i++)
        most = model->the_case->same[i].node_count > most ? model->the_case->same[i].node_count
                                                          : most;
    return most;
}

static bool follows_rules(const pp_i_model *model, const uint16_t *package, unsigned char *scratch)
{
    for (size_t i = 0; i < model->rule_count; i++)
        if (!pp_i_formula_holds(&model->rules[i], package, scratch))
            return false;
    return true;
}

/* Few packages: each is looked at. */
static pp_status look_at_all(pp_i_job *job, const pp_i_model *model, size_t total,
                             pp_i_graph *graph)
{
    PP_LIST(uint64_t) codes = {0};
    uint16_t *package = PP_NEW_ARRAY(job->arena, uint16_t, model->the_case->issue_count);
    unsigned char *scratch = PP_NEW_ARRAY(job->arena, unsigned char, scratch_size(model));
    graph->place_of = PP_NEW_ARRAY(job->arena, uint32_t, total);
    if (package == NULL || scratch == NULL || graph->place_of == NULL)
        return pp_i_job_no_memory(job);
    for (uint64_t code = 0; code < total; code++, advance(model->the_case, package)) {
        bool in = follows_rules(model, package, scratch);
        graph->place_of[code] = in ? (uint32_t)codes.count : UINT32_MAX;
        if (in && !PP_LIST_ADD(job->arena, &codes, code))
            return pp_i_job_no_memory(job);
        if (!pp_i_run_step(&job->run, 1))
            return pp_i_run_status(&job->run, job->error);
    }
    graph->feasible = codes.items;
    graph->package_count = codes.count;
    return PP_OK;
}

/* Many packages, of which few may be feasible: the engine counts and lists them. */
static pp_status list_feasible(pp_i_job *job, const pp_i_model *model, pp_i_graph *graph)
{
    pp_i_problem problem;
    pp_i_natural count;
    bool known, complete;
    const pp_i_value *const *found;
    size_t found_count, issue_count = model->the_case->issue_count;
    pp_i_word *none = PP_NEW_ARRAY(job->arena, pp_i_word, model->word_count);
    if (none == NULL ||
        !pp_i_problem_restrict(&model->problem, none, true, job->arena, &problem))
        return pp_i_job_no_memory(job);
    pp_status status = pp_i_solve_count(&problem, &job->run, job->arena, &known, &count, NULL,
                                        job->error);
    if (status != PP_OK)
        return status;
    if (!known)
        return pp_i_run_status(&job->run, job->error);
    const char *text = pp_i_natural_text(job->arena, count);
    if (text == NULL)
        return pp_i_job_no_memory(job);
    if (count.limb_count > 1 ||
        (count.limb_count == 1 && count.limbs[0] > PP_GRAPH_STATE_COUNT_MAX))
        return fail_too_many(job, text);
    status = pp_i_solve_first(&problem, issue_count, PP_GRAPH_STATE_COUNT_MAX, &job->run,
                              job->arena, &found, &found_count, &complete, job->error);
    if (status == PP_OK && !complete)
        status = pp_i_run_status(&job->run, job->error);
    graph->feasible = status == PP_OK ? PP_NEW_ARRAY(job->arena, uint64_t, found_count) : NULL;
    if (status == PP_OK && graph->feasible == NULL)
        status = pp_i_job_no_memory(job);
    for (size_t k = 0; status == PP_OK && k < found_count; k++)
        for (size_t i = issue_count; i-- > 0;)
            graph->feasible[k] =
                graph->feasible[k] * model->the_case->issues[i].option_count + found[k][i];
    graph->package_count = found_count;
    return status;
}

static pp_status find_packages(pp_i_job *job, const pp_i_model *model, pp_i_graph *graph)
{
    uint64_t total = 1;
    bool fits = true;
    for (size_t i = 0; fits && i < model->the_case->issue_count; i++)
        fits = pp_i_multiply_u64(total, model->the_case->issues[i].option_count, &total);
    if (fits && model->rule_count == 0 && total <= PP_GRAPH_STATE_COUNT_MAX) {
        graph->package_count = (size_t)total;
        return PP_OK;
    }
    if (fits && total <= PP_GRAPH_PACKAGE_TABLE_MAX) {
        pp_status status = look_at_all(job, model, (size_t)total, graph);
        if (status != PP_OK || graph->package_count <= PP_GRAPH_STATE_COUNT_MAX)
            return status;
        char text[32];
        snprintf(text, sizeof text, "%zu", graph->package_count);
        return fail_too_many(job, text);
    }
    if (!fits) { /* codes have 64 bits: a feasible package may still have a larger one */
        pp_i_natural product, size;
        bool good = pp_i_natural_of(job->arena, 1, &product);
        for (size_t i = 0; good && i < model->the_case->issue_count; i++)
            good = pp_i_natural_of(job->arena, model->the_case->issues[i].option_count, &size) &&
                   pp_i_natural_multiply(job->arena, product, size, &product);
        const char *text = good ? pp_i_natural_text(job->arena, product) : NULL;
        return text == NULL ? pp_i_job_no_memory(job) : fail_too_many(job, text);
    }
    return list_feasible(job, model, graph);
}

/* --- States ----------------------------------------------------------------------------------- */

static uint32_t root_of(uint32_t *parent, uint32_t place)
{
    while (parent[place] != place) {
        parent[place] = parent[parent[place]];
        place = parent[place];
    }
    return place;
}

/* Unites the packages of each `same`; the root of a set is its lowest code. */
static pp_status unite(pp_i_job *job, const pp_i_model *model, const pp_i_graph *graph,
                       uint32_t *parent)
{
    const pp_case *the_case = model->the_case;
    uint16_t *package = PP_NEW_ARRAY(job->arena, uint16_t, the_case->issue_count);
    unsigned char *scratch = PP_NEW_ARRAY(job->arena, unsigned char, scratch_size(model));
    if (package == NULL || scratch == NULL)
        return pp_i_job_no_memory(job);
    for (uint32_t k = 0; k < graph->package_count; k++)
        parent[k] = k;
    for (size_t i = 0; i < the_case->same_count; i++) {
        uint32_t first = UINT32_MAX;
        for (uint32_t k = 0; k < graph->package_count; k++) {
            pp_i_graph_package(the_case, graph->feasible == NULL ? k : graph->feasible[k], package);
            if (!pp_i_formula_holds(&the_case->same[i], package, scratch))
                continue;
            uint32_t a = root_of(parent, first == UINT32_MAX ? k : first), b = root_of(parent, k);
            first = first == UINT32_MAX ? k : first;
            parent[a < b ? b : a] = a < b ? a : b;
        }
    }
    return PP_OK;
}

/* Numbers the states by their lowest codes and lists their members. */
static pp_status number_states(pp_i_job *job, pp_i_graph *graph, uint32_t *parent)
{
    size_t count = graph->package_count;
    graph->state_of = PP_NEW_ARRAY(job->arena, uint32_t, count);
    graph->members = PP_NEW_ARRAY(job->arena, uint64_t, count);
    graph->codes = PP_NEW_ARRAY(job->arena, uint64_t, count);
    graph->member_first = PP_NEW_ARRAY(job->arena, size_t, count + 1);
    if (graph->state_of == NULL || graph->members == NULL || graph->codes == NULL ||
        graph->member_first == NULL)
        return pp_i_job_no_memory(job);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t root = root_of(parent, k);
        if (root == k)
            graph->codes[graph->state_count] = graph->feasible == NULL ? k : graph->feasible[k];
        graph->state_of[k] = root == k ? (uint32_t)graph->state_count++ : graph->state_of[root];
        graph->member_first[graph->state_of[k] + 1]++;
    }
    for (size_t s = 0; s < graph->state_count; s++)
        graph->member_first[s + 1] += graph->member_first[s];
    size_t *next = PP_NEW_ARRAY(job->arena, size_t, graph->state_count);
    if (next == NULL)
        return pp_i_job_no_memory(job);
    memcpy(next, graph->member_first, graph->state_count * sizeof *next);
    for (uint32_t k = 0; k < count; k++)
        graph->members[next[graph->state_of[k]]++] =
            graph->feasible == NULL ? k : graph->feasible[k];
    return PP_OK;
}

/* Without `same` each package is a state. */
static pp_status plain_states(pp_i_job *job, pp_i_graph *graph)
{
    size_t count = graph->package_count;
    graph->state_count = count;
    graph->codes = PP_NEW_ARRAY(job->arena, uint64_t, count);
    graph->member_first = PP_NEW_ARRAY(job->arena, size_t, count + 1);
    if (graph->codes == NULL || graph->member_first == NULL)
        return pp_i_job_no_memory(job);
    for (size_t k = 0; k < count; k++) {
        graph->codes[k] = graph->feasible == NULL ? k : graph->feasible[k];
        graph->member_first[k + 1] = k + 1;
    }
    graph->members = graph->codes;
    return PP_OK;
}

/* Each party ranks each state. */
static pp_status fail_too_many_ranks(const pp_i_job *job, const pp_i_graph *graph)
{
    pp_i_fail(
        job->error, PP_ERROR_LIMIT,
        "the case has %zu states for each of %zu parties; at most %zu fit in the graph for so "
        "many parties",
        graph->state_count, graph->party_count,
        (size_t)PP_GRAPH_RANK_COUNT_MAX / graph->party_count);
    pp_i_error_hint(job->error, "leave issues out, or fix some with --assume 'issue = option'");
    return PP_ERROR_LIMIT;
}

pp_status pp_i_graph_make(pp_i_job *job, const pp_i_model *model, pp_i_graph *graph)
{
    pp_i_graph made = {.the_case = model->the_case,
                       .party_count = model->the_case->party_count,
                       .issue_count = model->the_case->issue_count};
    pp_status status = find_packages(job, model, &made);
    if (status != PP_OK)
        return status;
    if (made.package_count == 0) {
        pp_i_fail(job->error, PP_ERROR_ARGUMENT, "there are no states: no package satisfies every link");
        pp_i_error_hint(job->error, "`pourparler zone CASE` names links that contradict each other");
        return PP_ERROR_ARGUMENT;
    }
    if (model->the_case->same_count > 0) {
        uint32_t *parent = PP_NEW_ARRAY(job->arena, uint32_t, made.package_count);
        status = parent == NULL ? pp_i_job_no_memory(job) : unite(job, model, &made, parent);
        if (status == PP_OK)
            status = number_states(job, &made, parent);
    } else {
        status = plain_states(job, &made);
    }
    made.everything = made.feasible == NULL && model->the_case->same_count == 0;
    if (status == PP_OK && made.state_count * made.party_count > PP_GRAPH_RANK_COUNT_MAX)
        status = fail_too_many_ranks(job, &made);
    if (status == PP_OK)
        status = pp_i_graph_find_moves(job, &made);
    if (status == PP_OK)
        *graph = made;
    return status;
}
