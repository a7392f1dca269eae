/* crossed.c: whose red lines agreements at the table cross behind their backs. */
#include "method/zone/parts.h"

/* Do agreements keep a red line, and do agreements cross it? */
typedef struct uses {
    bool kept, crossed;
} uses;

/* What the agreements already known show. */
static uses seen(const pp_i_zone_work *work, size_t line, unsigned char *scratch)
{
    const pp_zone *zone = work->zone;
    const pp_i_formula *holds = &work->model.the_case->red_lines[line].holds;
    uses found = {0};
    for (size_t i = 0; i < zone->witness_count; i++) {
        if (pp_i_formula_holds(holds, zone->witnesses[i], scratch))
            found.kept = true;
        else
            found.crossed = true;
    }
    return found;
}

/* Is there an agreement at the table that keeps the red line (or crosses it, with `broken`)? */
static pp_status asked(pp_i_zone_work *work, size_t line, bool broken, bool *known, bool *exists)
{
    pp_i_job *job = &work->job;
    pp_i_table table = work->model.line_tables[line];
    pp_i_problem problem;
    pp_i_cost cost = {0};
    if (broken && !pp_i_table_negate(&table, &job->scratch, &table))
        return pp_i_job_no_memory(job);
    pp_i_factor factor = pp_i_table_hard(&table);
    if (!pp_i_problem_restrict(&work->model.problem, work->dispute.elements, true, &job->scratch,
                               &problem) ||
        !pp_i_problem_add_factor(&problem, &factor))
        return pp_i_job_no_memory(job);
    pp_status status =
        pp_i_solve_exists(&problem, &job->run, known, exists, NULL, &cost, job->error);
    if (status == PP_OK)
        pp_i_job_cost(job, &cost);
    return status;
}

/* Completes what the known agreements show. *known is false where the run stopped. */
static pp_status ask(pp_i_zone_work *work, size_t line, uses *found, bool *known)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(&work->job.scratch);
    pp_status status = PP_OK;
    *known = true;
    if (!found->kept)
        status = asked(work, line, false, known, &found->kept);
    if (status == PP_OK && *known && !found->crossed)
        status = asked(work, line, true, known, &found->crossed);
    pp_i_arena_rewind(&work->job.scratch, mark);
    return status;
}

/* The crossed red lines of one party, in two groups: by every agreement, by some. */
static pp_status of_party(pp_i_zone_work *work, size_t party, unsigned char *scratch,
                          pp_crossed *crossed, size_t *crossed_count)
{
    const pp_case *the_case = work->model.the_case;
    size_t *lines[2], count[2] = {0, 0};
    for (int by = 0; by < 2; by++) {
        lines[by] = PP_NEW_ARRAY(work->job.arena, size_t, the_case->red_line_count);
        if (lines[by] == NULL)
            return pp_i_job_no_memory(&work->job);
    }
    for (size_t i = 0; i < the_case->red_line_count; i++) {
        bool known;
        if (the_case->red_lines[i].party != party || !pp_i_bit_get(work->model.counting, i))
            continue;
        uses found = seen(work, i, scratch);
        pp_status status = ask(work, i, &found, &known);
        if (status == PP_OK && !known)
            status = pp_i_job_stopped(&work->job, "table");
        if (status != PP_OK)
            return status;
        if (known && found.crossed)
            lines[found.kept][count[found.kept]++] = i;
    }
    for (int by = 0; by < 2; by++)
        if (count[by] > 0)
            crossed[(*crossed_count)++] =
                (pp_crossed){.party = party,
                             .red_lines = lines[by],
                             .count = count[by],
                             .by = by == 0 ? PP_CROSSED_BY_EVERY : PP_CROSSED_BY_SOME};
    return PP_OK;
}

pp_status pp_i_zone_crossed(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    size_t nodes = 1, count = 0;
    if (work->model.table_count == 0 || work->zone->verdict != PP_VERDICT_SOME)
        return PP_OK;
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (the_case->red_lines[i].holds.node_count > nodes)
            nodes = the_case->red_lines[i].holds.node_count;
    unsigned char *scratch = PP_NEW_ARRAY(job->arena, unsigned char, nodes);
    pp_crossed *crossed = PP_NEW_ARRAY(job->arena, pp_crossed, 2 * the_case->party_count);
    if (scratch == NULL || crossed == NULL)
        return pp_i_job_no_memory(job);
    pp_i_run_part(&job->run, "table");
    for (size_t party = 0; party < the_case->party_count; party++) {
        if (pp_i_set256_has(&work->model.named, party))
            continue;
        pp_status status = of_party(work, party, scratch, crossed, &count);
        if (status != PP_OK)
            return status;
    }
    work->zone->crossed = crossed;
    work->zone->crossed_count = count;
    return PP_OK;
}
