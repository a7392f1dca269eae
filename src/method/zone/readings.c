/*
 * readings.c: under how many readings of the unclear red lines an agreement exists.
 *
 * A reading counts the firm red lines and some of the unclear ones. It has an agreement exactly
 * where some concession set lies among the lines not counted: one of unclear lines alone, none of
 * them counted. So the readings without one are the models of a formula in clauses ("some line of
 * this set is counted"), and the engine counts these: a variable for each unclear line in such a
 * set, a hard factor for each set. Flipping a line flips the verdict in twice as many readings as
 * there are more readings without an agreement where it counts than where it does not, since
 * counting a line never opens a zone.
 */
#include "method/zone/parts.h"

enum { CLAUSE_LENGTH_MAX = 8 };
#define WHY_CLAUSES "too many large concession sets of unclear red lines"

/* The count under way: which unclear line is which variable, and the clauses. */
typedef struct readings {
    pp_i_problem problem;
    uint32_t *variable_of; /* [red line]; UINT32_MAX: in no set */
    size_t variable_count; /* of lines; auxiliary ones follow */
    size_t line_count;     /* unclear lines */
} readings;

/* A factor over two-valued variables. With `last_is_or` the last is 1 exactly where another is;
 * else at least one is 1. */
static bool add_factor(pp_i_problem *problem, const uint32_t *scope, size_t count, bool last_is_or)
{
    size_t cells = (size_t)1 << count, half = cells / 2;
    uint32_t *own_scope = PP_NEW_ARRAY(problem->arena, uint32_t, count);
    pp_i_word *allowed = PP_NEW_ARRAY(problem->arena, pp_i_word, pp_i_word_count(cells));
    if (own_scope == NULL || allowed == NULL)
        return false;
    memcpy(own_scope, scope, count * sizeof *scope);
    for (size_t cell = 0; cell < cells; cell++)
        if (last_is_or ? (cell >= half) == (cell % half != 0) : cell != 0)
            pp_i_bit_set(allowed, cell);
    pp_i_factor factor = {.kind = PP_FACTOR_HARD,
                          .scope = own_scope,
                          .scope_count = count,
                          .cell_count = cells,
                          .allowed = allowed};
    return pp_i_problem_add_factor(problem, &factor);
}

/* "At least one of these is 1". Long clauses are cut: a new variable, which is 1 exactly where one
 * of the first few is, takes their place; it follows from them, so nothing counted changes. */
static bool add_clause(pp_i_problem *problem, uint32_t *variables, size_t count)
{
    while (count > CLAUSE_LENGTH_MAX) {
        uint32_t scope[CLAUSE_LENGTH_MAX + 1];
        uint32_t either = (uint32_t)problem->domain_sizes.count;
        memcpy(scope, variables, CLAUSE_LENGTH_MAX * sizeof *scope);
        scope[CLAUSE_LENGTH_MAX] = either;
        if (!pp_i_problem_add_variable(problem, 2) ||
            !add_factor(problem, scope, CLAUSE_LENGTH_MAX + 1, true))
            return false;
        memmove(variables, variables + CLAUSE_LENGTH_MAX,
                (count - CLAUSE_LENGTH_MAX) * sizeof *variables);
        count -= CLAUSE_LENGTH_MAX;
        variables[count++] = either; /* the greatest number, so the scope stays increasing */
    }
    return add_factor(problem, variables, count, false);
}

/* The sets of unclear lines alone, which can lie among the lines that a reading does not count. */
static bool all_unclear(const pp_i_zone_work *work, const pp_i_concessions *sets, pp_i_arena *arena,
                        pp_i_concessions *chosen)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_word *unclear = PP_NEW_ARRAY(arena, pp_i_word, work->model.word_count);
    *chosen = (pp_i_concessions){.complete = true};
    if (unclear == NULL)
        return false;
    for (size_t e = 0; e < the_case->red_line_count; e++)
        if (the_case->red_lines[e].unclear)
            pp_i_bit_set(unclear, e);
    for (size_t i = 0; i < sets->list.count; i++)
        if (pp_i_bits_subset(sets->list.items[i].elements, unclear, work->model.word_count) &&
            !PP_LIST_ADD(arena, &chosen->list, sets->list.items[i]))
            return false;
    return true;
}

/* One variable for each line that stands in a set. */
static bool add_variables(const pp_i_zone_work *work, const pp_i_concessions *sets, readings *count)
{
    size_t red_line_count = work->model.the_case->red_line_count;
    pp_i_word *used = PP_NEW_ARRAY(count->problem.arena, pp_i_word, work->model.word_count);
    if (used == NULL)
        return false;
    for (size_t i = 0; i < sets->list.count; i++)
        for (size_t w = 0; w < work->model.word_count; w++)
            used[w] |= sets->list.items[i].elements[w];
    for (size_t e = 0; e < red_line_count; e++) {
        count->variable_of[e] = UINT32_MAX;
        if (!pp_i_bit_get(used, e))
            continue;
        count->variable_of[e] = (uint32_t)count->variable_count++;
        if (!pp_i_problem_add_variable(&count->problem, 2))
            return false;
    }
    return true;
}

/* Would cutting the clauses take more variables than a problem may have? */
static bool is_too_large(const pp_i_concessions *sets, size_t variable_count)
{
    for (size_t i = 0; i < sets->list.count; i++)
        variable_count += sets->list.items[i].size / (CLAUSE_LENGTH_MAX - 1);
    return variable_count > PP_PROBLEM_VARIABLE_COUNT_MAX;
}

/* The problem whose solutions are the readings without an agreement. */
static bool make(pp_i_zone_work *work, const pp_i_concessions *sets, readings *count)
{
    size_t red_line_count = work->model.the_case->red_line_count;
    uint32_t *variables = PP_NEW_ARRAY(&work->job.scratch, uint32_t, red_line_count + 1);
    pp_i_problem_init(&count->problem, &work->job.scratch);
    count->variable_of = PP_NEW_ARRAY(&work->job.scratch, uint32_t, red_line_count);
    if (variables == NULL || count->variable_of == NULL || !add_variables(work, sets, count))
        return false;
    for (size_t i = 0; i < sets->list.count; i++) {
        const pp_i_word *elements = sets->list.items[i].elements;
        size_t length = 0;
        for (size_t e = 0; (e = pp_i_bits_next(elements, red_line_count, e)) < red_line_count; e++)
            variables[length++] = count->variable_of[e];
        if (!add_clause(&count->problem, variables, length))
            return false;
    }
    return true;
}

/* decisive[i] for each unclear line, from how often it counts in the readings without agreement. */
static pp_status make_decisive(pp_i_zone_work *work, const readings *count,
                               const pp_i_natural *const *marginals)
{
    pp_i_job *job = &work->job;
    pp_zone *zone = work->zone;
    pp_decisive *decisive = PP_NEW_ARRAY(job->arena, pp_decisive, zone->unclear_count);
    pp_i_natural half, more;
    if (decisive == NULL ||
        !pp_i_natural_power_of_two(
            &job->scratch, count->variable_count > 0 ? count->variable_count - 1 : 0, &half))
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < zone->unclear_count; i++) {
        size_t line = zone->unclear[i];
        uint32_t variable = count->variable_of == NULL ? UINT32_MAX : count->variable_of[line];
        decisive[i].red_line = line;
        if (variable == UINT32_MAX)
            continue;
        if (!pp_i_natural_subtract(&job->scratch, marginals[variable][1], marginals[variable][0],
                                   &more))
            return pp_i_job_no_memory(job);
        decisive[i].share = pp_i_natural_ratio(more, half);
    }
    zone->decisive = decisive;
    return PP_OK;
}

/* Counts from concession sets that are complete as far as unclear lines go. */
static pp_status from_sets(pp_i_zone_work *work, const pp_i_concessions *sets, pp_i_natural total)
{
    pp_i_job *job = &work->job;
    pp_zone *zone = work->zone;
    readings count = {0};
    bool known;
    pp_i_cost cost = {0};
    pp_i_natural closed, free_lines, open;
    const pp_i_natural *const *marginals;
    pp_i_concessions chosen;
    if (!all_unclear(work, sets, &job->scratch, &chosen))
        return pp_i_job_no_memory(job);
    if (is_too_large(&chosen, zone->unclear_count))
        return pp_i_job_incomplete(job, "readings", WHY_CLAUSES);
    if (!make(work, &chosen, &count))
        return pp_i_job_no_memory(job);
    pp_status status =
        pp_i_solve_marginals(&count.problem, count.variable_count, &job->run, &job->scratch, &known,
                             &closed, &marginals, &cost, job->error);
    if (status != PP_OK)
        return status;
    if (!known)
        return pp_i_job_stopped(job, "readings");
    if (!pp_i_natural_power_of_two(&job->scratch, zone->unclear_count - count.variable_count,
                                   &free_lines) ||
        !pp_i_natural_multiply(&job->scratch, closed, free_lines, &closed) ||
        !pp_i_natural_subtract(&job->scratch, total, closed, &open))
        return pp_i_job_no_memory(job);
    status = pp_i_job_text(job, open, &zone->readings_with_agreement);
    return status == PP_OK ? make_decisive(work, &count, marginals) : status;
}

/* The dispute over the unclear lines alone: firm ones are no longer up for discussion. */
static pp_status unclear_sets(pp_i_zone_work *work, pp_i_concessions *sets)
{
    pp_i_job *job = &work->job;
    const pp_i_model *model = &work->model;
    *sets = (pp_i_concessions){.complete = true};
    for (size_t i = 0; i < work->dispute.coalition_count && sets->complete; i++) {
        pp_i_problem problem;
        pp_i_broken_sets broken = {0};
        pp_i_cost cost = {0};
        if (!pp_i_problem_restrict(&model->problem, work->dispute.coalitions[i], false,
                                   &job->scratch, &problem))
            return pp_i_job_no_memory(job);
        for (size_t f = 0; f < problem.factors.count; f++) {
            pp_i_factor *factor = &problem.factors.items[f];
            if (factor->kind == PP_FACTOR_SOFT &&
                !model->the_case->red_lines[factor->element].unclear)
                factor->kind = PP_FACTOR_HARD;
        }
        pp_status status = pp_i_solve_minimal_broken(&problem, 0, &job->run, &job->scratch, &broken,
                                                     &cost, job->error);
        for (size_t j = 0; status == PP_OK && j < broken.count; j++) {
            pp_i_concession one = {.elements = broken.sets[j].elements,
                                   .word_count = model->word_count,
                                   .size =
                                       pp_i_bits_count(broken.sets[j].elements, model->word_count)};
            if (!PP_LIST_ADD(&job->scratch, &sets->list, one))
                status = pp_i_job_no_memory(job);
        }
        if (status != PP_OK)
            return status;
        sets->complete = broken.complete;
    }
    sets->complete = sets->complete && pp_i_concessions_keep_minimal(sets, &job->run);
    return PP_OK;
}

/* The verdict is "none" or unknown: the concession sets decide. */
static pp_status from_concessions(pp_i_zone_work *work, pp_i_natural total)
{
    pp_i_job *job = &work->job;
    pp_i_concessions sets = work->concessions;
    if (!work->contradictory && !work->model.coalitions.complete)
        return pp_i_job_incomplete(job, "readings", PP_COALITION_WHY_CUT);
    if (!work->contradictory && !sets.complete) {
        pp_status status = unclear_sets(work, &sets);
        if (status != PP_OK)
            return status;
        if (!sets.complete)
            return pp_i_job_stopped(job, "readings");
    }
    for (size_t i = 0; i < sets.list.count; i++)
        if (sets.list.items[i].size == 0) /* open whatever counts: the verdict was out of reach */
            return pp_i_job_text(job, total, &work->zone->readings_with_agreement);
    return from_sets(work, &sets, total);
}

static pp_status list_unclear(pp_i_zone_work *work)
{
    const pp_case *the_case = work->model.the_case;
    size_t *unclear = PP_NEW_ARRAY(work->job.arena, size_t, work->model.counting_count);
    size_t count = 0;
    if (unclear == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_bit_get(work->model.counting, i) && the_case->red_lines[i].unclear)
            unclear[count++] = i;
    work->zone->unclear = unclear;
    work->zone->unclear_count = count;
    return PP_OK;
}

pp_status pp_i_zone_readings(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_natural total;
    pp_i_run_part(&job->run, "readings");
    pp_status status = list_unclear(work);
    if (status != PP_OK)
        return status;
    if (!pp_i_natural_power_of_two(&job->scratch, work->zone->unclear_count, &total))
        return pp_i_job_no_memory(job);
    status = pp_i_job_text(job, total, &work->zone->readings_total);
    if (status == PP_OK && work->zone->verdict == PP_VERDICT_SOME) {
        readings none = {0}; /* fewer red lines close nothing: no line is decisive */
        work->zone->readings_with_agreement = work->zone->readings_total;
        status = make_decisive(work, &none, NULL);
    } else if (status == PP_OK && !work->options.without_sets) {
        status = from_concessions(work, total);
    }
    pp_i_arena_rewind(&job->scratch, mark);
    return status;
}
