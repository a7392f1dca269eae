/* points.c: the points as the answer has them, and the solutions among them; see parts.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "method/bargaining/parts.h"

static const pp_valued valued_as[] = {
    [PP_NUMBERS_EXACT] = PP_VALUED_EXACT,
    [PP_NUMBERS_ESTIMATE] = PP_VALUED_ESTIMATE,
    [PP_NUMBERS_RANKS] = PP_VALUED_RANKS,
    [PP_NUMBERS_NONE] = PP_VALUED_NOTHING,
};

/* --- The parties ------------------------------------------------------------------------------ */

/* What each option adds to a party's value. */
static bool say_contributions(pp_i_deals_work *work, size_t place, pp_deal_party *party)
{
    pp_i_arena *arena = work->job.arena;
    size_t limbs = work->values.limb_count;
    bool numbers = party->valued == PP_VALUED_EXACT || party->valued == PP_VALUED_ESTIMATE;
    if (!numbers || work->values.factor_count == 0)
        return true;
    const double **rows = PP_NEW_ARRAY(arena, const double *, work->model.the_case->issue_count);
    for (size_t i = 0; rows != NULL && i < work->values.factor_count; i++) {
        const pp_i_factor *factor = &work->values.factors[i];
        if (factor->group != place)
            continue;
        double *row = PP_NEW_ARRAY(arena, double, factor->cell_count);
        for (size_t cell = 0; row != NULL && cell < factor->cell_count; cell++) {
            pp_i_integer value;
            if (!pp_i_integer_of_limbs(arena, factor->weights + cell * limbs, limbs, &value))
                return false;
            row[cell] = pp_i_integer_ratio(value, work->values.parties[place].denominator);
        }
        rows[factor->scope[0]] = row;
        if (row == NULL)
            return false;
    }
    party->contributions = rows;
    return rows != NULL;
}

static pp_status say_parties(pp_i_deals_work *work, const double *reals)
{
    const pp_i_frontier *front = &work->frontier;
    pp_deal_party *parties = PP_NEW_ARRAY(work->job.arena, pp_deal_party, work->party_count);
    if (parties == NULL)
        return pp_i_job_no_memory(&work->job);
    work->deals->valued = true;
    for (size_t p = 0; p < work->party_count; p++) {
        const pp_i_party_values *values = &work->values.parties[p];
        double ideal = 0;
        for (size_t i = 0; i < front->count; i++) {
            double value = reals[i * work->party_count + p];
            ideal = i == 0 || value > ideal ? value : ideal;
        }
        parties[p] = (pp_deal_party){
            .party = work->parties[p],
            .valued = valued_as[values->numbers],
            .no_deal_given = values->no_deal_given,
            .no_deal = pp_i_integer_ratio(work->no_deal[p], values->denominator),
            .ideal = ideal,
            .weight_sum = values->weight_sum};
        if (!say_contributions(work, p, &parties[p]))
            return pp_i_job_no_memory(&work->job);
        work->deals->valued = work->deals->valued && values->numbers != PP_NUMBERS_RANKS;
        work->deals->estimated =
            work->deals->estimated || values->numbers == PP_NUMBERS_ESTIMATE;
    }
    work->deals->parties = parties;
    work->deals->party_count = work->party_count;
    return PP_OK;
}

/* --- The points ------------------------------------------------------------------------------- */

/* The values as doubles, and which points are at or above every no deal. */
static bool read_points(pp_i_deals_work *work, double *reals, bool *rational)
{
    const pp_i_frontier *front = &work->frontier;
    pp_i_arena *scratch = &work->job.scratch;
    for (size_t i = 0; i < front->count; i++) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(scratch);
        rational[i] = true;
        for (size_t p = 0; p < work->party_count; p++) {
            pp_i_integer value;
            size_t at = i * work->party_count + p;
            if (!pp_i_integer_of_limbs(scratch, front->values + at * front->limb_count,
                                       front->limb_count, &value))
                return false;
            reals[at] = pp_i_integer_ratio(value, work->values.parties[p].denominator);
            rational[i] = rational[i] && pp_i_integer_compare(value, work->no_deal[p]) >= 0;
        }
        pp_i_arena_rewind(scratch, mark);
    }
    return true;
}

static int falling(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

/* The values of a party with ranks become places among the points, 1 the best. */
static bool place_ranks(pp_i_deals_work *work, double *shown)
{
    size_t count = work->frontier.count, parties = work->party_count;
    double *each = PP_NEW_ARRAY(&work->job.scratch, double, count);
    for (size_t p = 0; each != NULL && p < parties; p++) {
        if (work->values.parties[p].numbers != PP_NUMBERS_RANKS)
            continue;
        size_t distinct = 0;
        for (size_t i = 0; i < count; i++)
            each[i] = shown[i * parties + p];
        qsort(each, count, sizeof *each, falling);
        for (size_t i = 0; i < count; i++)
            if (distinct == 0 || each[i] != each[distinct - 1])
                each[distinct++] = each[i];
        for (size_t i = 0; i < count; i++) {
            const double *at = bsearch(&shown[i * parties + p], each, distinct, sizeof *each, falling);
            shown[i * parties + p] = at == NULL ? 0 : (double)(at - each) + 1;
        }
    }
    return each != NULL;
}

/* The red lines that a package breaks, of those whose consent counts. */
static pp_status broken_by(pp_i_deals_work *work, pp_deal *deal)
{
    const pp_i_model *model = &work->model;
    size_t *broken = PP_NEW_ARRAY(work->job.arena, size_t, work->considered.fewest_broken);
    size_t node_count = 0;
    for (size_t line = 0; line < model->the_case->red_line_count; line++)
        if (model->the_case->red_lines[line].holds.node_count > node_count)
            node_count = model->the_case->red_lines[line].holds.node_count;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&work->job.scratch);
    unsigned char *scratch = PP_NEW_ARRAY(&work->job.scratch, unsigned char, node_count);
    if (broken == NULL || scratch == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t line = 0; line < model->the_case->red_line_count; line++)
        if (pp_i_bit_get(model->relevant, line) &&
            !pp_i_formula_holds(&model->the_case->red_lines[line].holds, deal->package,
                                scratch) &&
            deal->broken_count < work->considered.fewest_broken)
            broken[deal->broken_count++] = line;
    pp_i_arena_rewind(&work->job.scratch, mark);
    deal->broken = broken;
    return PP_OK;
}

static pp_status make_points(pp_i_deals_work *work, const double *shown, const bool *rational)
{
    pp_i_job *job = &work->job;
    const pp_i_frontier *front = &work->frontier;
    pp_deal *points = PP_NEW_ARRAY(job->arena, pp_deal, front->count);
    if (points == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < front->count; i++) {
        points[i] = (pp_deal){.package = front->assignments + i * front->variable_count,
                              .values = shown + i * work->party_count,
                              .rational = rational[i]};
        pp_status status = PP_OK;
        if (work->counts_known[i])
            status = pp_i_job_text(job, front->counts[i], &points[i].count);
        if (status == PP_OK && work->considered.what == PP_CONSIDERED_FEWEST_BROKEN)
            status = broken_by(work, &points[i]);
        if (status != PP_OK)
            return status;
    }
    work->deals->points = points;
    work->deals->point_count = front->count;
    return PP_OK;
}

/* --- Solutions -------------------------------------------------------------------------------- */

static double least_distance(const pp_i_deals_work *work, const double *reals)
{
    double least = INFINITY;
    for (size_t i = 0; i < work->frontier.count; i++) {
        double sum = 0;
        for (size_t p = 0; p < work->party_count; p++) {
            double gap = 1 - reals[i * work->party_count + p];
            sum += gap * gap;
        }
        least = fmin(least, sum);
    }
    return isinf(least) ? -1 : sqrt(least);
}

static pp_status find_solutions(pp_i_deals_work *work, const double *reals)
{
    pp_i_bargain bargain = {.job = &work->job,
                            .frontier = &work->frontier,
                            .parties = work->values.parties,
                            .no_deal = work->no_deal,
                            .least = work->least,
                            .efficient = work->efficient,
                            .reals = reals};
    pp_status status = PP_OK;
    for (size_t c = 0; status == PP_OK && c < PP_CONVENTION_COUNT; c++)
        status = pp_i_solutions_find(&bargain, (pp_convention)c, work->deals->solutions[c]);
    work->deals->opposition = least_distance(work, reals);
    return status;
}

pp_status pp_i_deals_points(pp_i_deals_work *work)
{
    pp_i_job *job = &work->job;
    size_t count = work->frontier.count, parties = work->party_count;
    double *reals = PP_NEW_ARRAY(job->arena, double, count * parties);
    double *shown = PP_NEW_ARRAY(job->arena, double, count * parties);
    bool *rational = PP_NEW_ARRAY(job->arena, bool, count);
    if (reals == NULL || shown == NULL || rational == NULL ||
        !read_points(work, reals, rational))
        return pp_i_job_no_memory(job);
    if (count > 0)
        memcpy(shown, reals, count * parties * sizeof *reals);
    if (!place_ranks(work, shown))
        return pp_i_job_no_memory(job);
    work->deals->opposition = -1;
    pp_status status = say_parties(work, reals);
    if (status == PP_OK)
        status = make_points(work, shown, rational);
    if (status == PP_OK && work->deals->valued)
        status = find_solutions(work, reals);
    return status;
}
