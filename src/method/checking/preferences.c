/*
 * preferences.c: preferences that go in a circle.
 *
 * What is said of one kind of thing (the issues, the options of one issue, whole packages) is a
 * graph with an arc from the better to the worse, and arcs both ways between what is alike. It
 * contradicts itself where a strict arc closes a circle; the shortest such circle is named. What
 * goes in no circle may contradict itself still: preference_conflict.c.
 */
#include "method/checking/parts.h"

typedef struct arc {
    uint32_t from, to;
    bool strict;
    pp_i_place place;
} arc;

/* What is compared, and how: one graph at a time. */
typedef struct graph {
    size_t node_count;
    PP_LIST(arc) arcs;
    const arc **reached; /* [node]: the arc by which the search came, or null */
    uint32_t *queue;
} graph;

static bool add_chain(pp_i_arena *arena, graph *of, const pp_i_chain *chain)
{
    for (size_t i = 1; i < chain->count; i++) {
        arc one = {chain->subjects[i - 1], chain->subjects[i], !chain->tied[i], chain->place};
        if (!PP_LIST_ADD(arena, &of->arcs, one))
            return false;
        one = (arc){one.to, one.from, false, chain->place};
        if (chain->tied[i] && !PP_LIST_ADD(arena, &of->arcs, one))
            return false;
    }
    return true;
}

/* The arcs of a shortest way from `from` to `to`: its length, or SIZE_MAX; of->reached has it. */
static size_t shortest(graph *of, uint32_t from, uint32_t to)
{
    size_t head = 0, tail = 0, length = 0;
    memset(of->reached, 0, of->node_count * sizeof *of->reached);
    of->queue[tail++] = from;
    while (head < tail && of->reached[to] == NULL) {
        uint32_t at = of->queue[head++];
        for (size_t i = 0; i < of->arcs.count; i++) {
            const arc *one = &of->arcs.items[i];
            if (one->from != at || one->to == from || of->reached[one->to] != NULL)
                continue;
            of->reached[one->to] = one;
            of->queue[tail++] = one->to;
        }
    }
    if (of->reached[to] == NULL)
        return SIZE_MAX;
    for (uint32_t at = to; at != from; at = of->reached[at]->from)
        length++;
    return length;
}

/* Words for one node of a graph. */
typedef void name_node(pp_i_builder *builder, const pp_case *the_case, size_t issue, size_t node);

static void name_issue(pp_i_builder *builder, const pp_case *the_case, size_t issue, size_t node)
{
    (void)issue;
    pp_i_builder_add(builder, the_case->issues[node].id);
}

static void name_option(pp_i_builder *builder, const pp_case *the_case, size_t issue, size_t node)
{
    pp_i_builder_add(builder, the_case->issues[issue].options[node].id);
}

static void name_package(pp_i_builder *builder, const pp_case *the_case, size_t issue, size_t node)
{
    (void)the_case;
    (void)issue;
    pp_i_builder_print(builder, "package %zu", node + 1);
}

/* "a > b ~ a (lines 3 and 4)": the circle that `closing` closes. */
static pp_status say_circle(pp_i_checking *work, graph *of, const arc *closing, name_node *name,
                            size_t issue, const char *what)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_builder circle, lines;
    size_t line_count = 1, line = closing->place.line, last = closing->place.line;
    pp_i_builder_init(&circle, &work->job.scratch);
    pp_i_builder_init(&lines, &work->job.scratch);
    pp_i_builder_print(&lines, "%zu", line);
    shortest(of, closing->to, closing->from);
    size_t length = 0;
    const arc **way = PP_NEW_ARRAY(&work->job.scratch, const arc *, of->node_count);
    if (way == NULL)
        return pp_i_job_no_memory(&work->job);
    for (uint32_t at = closing->from; at != closing->to; at = of->reached[at]->from)
        way[length++] = of->reached[at];
    name(&circle, the_case, issue, closing->from);
    pp_i_builder_add_string(&circle, " > ");
    name(&circle, the_case, issue, closing->to);
    while (length-- > 0) {
        pp_i_builder_add_string(&circle, way[length]->strict ? " > " : " ~ ");
        name(&circle, the_case, issue, way[length]->to);
        if (way[length]->place.line != last) {
            last = way[length]->place.line;
            pp_i_builder_print(&lines, ", %zu", last);
            line_count++;
        }
    }
    if (circle.failed || lines.failed)
        return pp_i_job_no_memory(&work->job);
    pp_i_diagnostic *said = pp_i_diagnose(&work->check->diagnostics, PP_SEVERITY_WARNING,
                                          closing->place, 1, "%s in a circle: %s (line%s %s)", what,
                                          circle.data, line_count == 1 ? "" : "s", lines.data);
    pp_i_diagnose_hint(&work->check->diagnostics, said,
                       "leave out what is least certain: what is not said stays open");
    return PP_OK;
}

/* Names the shortest circle of a graph, if there is one. */
static pp_status look(pp_i_checking *work, graph *of, name_node *name, size_t issue,
                      const char *what)
{
    const arc *closing = NULL;
    size_t least = SIZE_MAX;
    of->reached = PP_NEW_ARRAY(&work->job.scratch, const arc *, of->node_count);
    of->queue = PP_NEW_ARRAY(&work->job.scratch, uint32_t, of->node_count + 1);
    if (of->reached == NULL || of->queue == NULL || what == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < of->arcs.count; i++) {
        const arc *one = &of->arcs.items[i];
        if (!one->strict)
            continue;
        if (!pp_i_run_step(&work->job.run, of->arcs.count))
            return pp_i_job_stopped(&work->job, "preferences");
        size_t length = one->from == one->to ? 0 : shortest(of, one->to, one->from);
        if (length < least) {
            least = length;
            closing = one;
        }
    }
    return closing == NULL ? PP_OK : say_circle(work, of, closing, name, issue, what);
}

static pp_status look_at_importance(pp_i_checking *work, const pp_i_preference *of)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_arena *scratch = &work->job.scratch;
    graph importance = {.node_count = the_case->issue_count};
    for (size_t i = 0; i < of->importance_count; i++)
        if (!add_chain(scratch, &importance, &of->importance[i]))
            return pp_i_job_no_memory(&work->job);
    return look(work, &importance, name_issue, 0,
                pp_i_arena_print(scratch, "the importance of the issues to `%.*s` goes",
                                 PP_I_WORDS(the_case->parties[of->party].id)));
}

static pp_status look_at_orders(pp_i_checking *work, const pp_i_preference *of)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_arena *scratch = &work->job.scratch;
    for (size_t i = 0; i < of->order_count; i++) {
        const pp_i_order *order = &of->orders[i];
        const pp_i_issue *issue = &the_case->issues[order->issue];
        graph options = {.node_count = issue->option_count};
        for (size_t j = 0; j < order->chain_count; j++)
            if (!add_chain(scratch, &options, &order->chains[j]))
                return pp_i_job_no_memory(&work->job);
        pp_status status = look(work, &options, name_option, order->issue,
                                pp_i_arena_print(scratch, "the order of `%.*s` for `%.*s` goes",
                                                 PP_I_WORDS(issue->id),
                                                 PP_I_WORDS(the_case->parties[of->party].id)));
        if (status != PP_OK)
            return status;
    }
    return PP_OK;
}

/* The number of a package among those met, by its options; new ones get the next. */
static bool number_of(pp_i_map *met, const pp_i_choice *package, size_t issue_count,
                      uint32_t *number)
{
    pp_text key = {(const char *)package, issue_count * sizeof *package};
    size_t known = pp_i_map_get(met, key);
    *number = (uint32_t)(known != PP_NONE ? known : met->count);
    return known != PP_NONE || pp_i_map_set(met, key, met->count);
}

static pp_status look_at_packages(pp_i_checking *work, const pp_i_preference *of)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_arena *scratch = &work->job.scratch;
    graph packages = {0};
    pp_i_map met;
    pp_i_map_init(&met, scratch);
    for (size_t i = 0; i < of->compare_count; i++) {
        const pp_i_comparison_of_packages *one = &of->compare[i];
        arc between = {.strict = true, .place = one->place};
        if (!number_of(&met, one->better, the_case->issue_count, &between.from) ||
            !number_of(&met, one->worse, the_case->issue_count, &between.to) ||
            !PP_LIST_ADD(scratch, &packages.arcs, between))
            return pp_i_job_no_memory(&work->job);
    }
    packages.node_count = met.count;
    return look(work, &packages, name_package, 0,
                pp_i_arena_print(scratch, "the comparisons of whole packages by `%.*s` go",
                                 PP_I_WORDS(the_case->parties[of->party].id)));
}

pp_status pp_i_check_preferences(pp_i_checking *work)
{
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    pp_status status = PP_OK;
    pp_i_run_part(&job->run, "preferences");
    for (size_t i = 0; i < the_case->preference_count && status == PP_OK; i++) {
        const pp_i_preference *of = &the_case->preferences[i];
        pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
        size_t warning_count = work->check->diagnostics.warning_count;
        status = look_at_importance(work, of);
        if (status == PP_OK)
            status = look_at_orders(work, of);
        if (status == PP_OK)
            status = look_at_packages(work, of);
        if (status == PP_OK && work->check->diagnostics.warning_count == warning_count)
            status = pp_i_check_preference_conflict(work, of);
        pp_i_arena_rewind(&job->scratch, mark);
    }
    return status;
}
