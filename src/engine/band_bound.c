/* band_bound.c: see band_bound.h. */
#include "engine/band_bound.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* --- Parts ------------------------------------------------------------------------------------ */

static double front_most(const double *weights, const pp_i_front *front)
{
    double most = -INFINITY;
    for (size_t i = 0; i < front->count; i++)
        most =
            fmax(most, pp_i_band_weigh(weights, front->values[i], front->values[front->count + i]));
    return most;
}

/* Counts, then lists, the factors of each variable. */
static bool list_factors(pp_i_band_bound *bound, pp_i_arena *arena)
{
    const pp_i_band_space *space = bound->space;
    for (size_t f = 0; f < space->factor_count; f++)
        for (size_t i = 0; i < space->factors[f].scope_count; i++)
            bound->factor_counts[space->factors[f].scope[i]]++;
    for (size_t v = 0; v < space->variable_count; v++) {
        bound->factors_of[v] = PP_NEW_ARRAY(arena, uint32_t, bound->factor_counts[v]);
        bound->position_of[v] = PP_NEW_ARRAY(arena, uint32_t, bound->factor_counts[v]);
        if (bound->factors_of[v] == NULL || bound->position_of[v] == NULL)
            return false;
        bound->factor_counts[v] = 0;
    }
    for (uint32_t f = 0; f < space->factor_count; f++)
        for (uint32_t i = 0; i < space->factors[f].scope_count; i++) {
            uint32_t v = space->factors[f].scope[i];
            bound->factors_of[v][bound->factor_counts[v]] = f;
            bound->position_of[v][bound->factor_counts[v]++] = i;
        }
    return true;
}

static bool variable_part(pp_i_band_bound *bound, size_t variable, pp_i_arena *arena, double *size)
{
    const pp_i_band_variable *at = &bound->space->variables[variable];
    bound->gain[variable] = PP_NEW_ARRAY(arena, double, at->value_count);
    bound->reach[variable] = PP_NEW_ARRAY(arena, double, at->value_count);
    if (bound->gain[variable] == NULL || bound->reach[variable] == NULL)
        return false;
    double most = 0;
    for (size_t v = 0; v < at->value_count; v++) {
        bound->gain[variable][v] = front_most(bound->weights, &at->own[v]);
        most = fmax(most, fabs(bound->gain[variable][v]));
    }
    *size += most;
    return true;
}

static bool factor_part(pp_i_band_bound *bound, size_t f, pp_i_arena *arena, double *size)
{
    const pp_i_band_factor *factor = &bound->space->factors[f];
    bound->parts[f] = PP_NEW_ARRAY(arena, double, factor->cell_count);
    bound->moved[f] = PP_NEW_ARRAY(arena, double *, factor->scope_count);
    if (bound->parts[f] == NULL || bound->moved[f] == NULL)
        return false;
    double most = 0;
    for (size_t cell = 0; cell < factor->cell_count; cell++) {
        double part = factor->sums == NULL ? 0
                                           : pp_i_band_weigh(bound->weights, factor->sums[2 * cell],
                                                             factor->sums[2 * cell + 1]);
        bound->parts[f][cell] = factor->allowed[cell] ? part : -INFINITY;
        most = fmax(most, fabs(part));
    }
    *size += most;
    for (size_t i = 0; i < factor->scope_count; i++) {
        size_t count = bound->space->variables[factor->scope[i]].value_count;
        bound->moved[f][i] = PP_NEW_ARRAY(arena, double, count);
        if (bound->moved[f][i] == NULL)
            return false;
    }
    return true;
}

bool pp_i_band_bound_make(const pp_i_band_space *space, const double *weights,
                          pp_i_front_maker *maker, pp_i_arena *arena, pp_i_band_bound *bound)
{
    size_t variables = space->variable_count, factors = space->factor_count;
    *bound = (pp_i_band_bound){.space = space,
                               .weights = {weights[0], weights[1]},
                               .gain = PP_NEW_ARRAY(arena, double *, variables),
                               .reach = PP_NEW_ARRAY(arena, double *, variables),
                               .parts = PP_NEW_ARRAY(arena, double *, factors),
                               .moved = PP_NEW_ARRAY(arena, double **, factors),
                               .factors_of = PP_NEW_ARRAY(arena, uint32_t *, variables),
                               .position_of = PP_NEW_ARRAY(arena, uint32_t *, variables),
                               .factor_counts = PP_NEW_ARRAY(arena, size_t, variables)};
    bool good = bound->gain != NULL && bound->reach != NULL && bound->parts != NULL &&
                bound->moved != NULL && bound->factors_of != NULL && bound->position_of != NULL &&
                bound->factor_counts != NULL && list_factors(bound, arena);
    double size = fabs(pp_i_band_weigh(weights, space->fixed.values[0], space->fixed.values[1]));
    for (size_t v = 0; good && v < variables; v++)
        good = variable_part(bound, v, arena, &size);
    for (size_t f = 0; good && f < factors; f++)
        good = factor_part(bound, f, arena, &size);
    /* some hundred additions of parts no larger than `size`, each within half an epsilon */
    bound->slack = size * DBL_EPSILON * 16 * (double)(16 + variables + factors);
    return (good || pp_i_run_no_memory(maker->run)) && pp_i_band_bound_reach(bound, maker);
}

/* --- Moving ----------------------------------------------------------------------------------- */

/* most[v]: the most that is left in the factor with its variable at `position` at v. */
static void most_of_pair(const pp_i_band_bound *bound, size_t f, size_t position, double *most)
{
    const pp_i_band_factor *factor = &bound->space->factors[f];
    size_t first = bound->space->variables[factor->scope[0]].value_count,
           second = bound->space->variables[factor->scope[1]].value_count;
    const double *parts = bound->parts[f], *a = bound->moved[f][0], *b = bound->moved[f][1];
    for (size_t v = 0; v < (position == 0 ? first : second); v++)
        most[v] = -INFINITY;
    for (size_t j = 0; j < second; j++)
        for (size_t i = 0; i < first; i++) {
            double left = parts[j * first + i] - a[i] - b[j];
            size_t at = position == 0 ? i : j;
            most[at] = left > most[at] ? left : most[at];
        }
}

static void most_of(const pp_i_band_bound *bound, size_t f, size_t position, double *most)
{
    const pp_i_band_factor *factor = &bound->space->factors[f];
    if (factor->scope_count == 2) {
        most_of_pair(bound, f, position, most);
        return;
    }
    for (size_t v = 0; v < bound->space->variables[factor->scope[position]].value_count; v++)
        most[v] = -INFINITY;
    for (size_t cell = 0; cell < factor->cell_count; cell++) {
        double left = bound->parts[f][cell];
        size_t rest = cell, at = 0;
        for (size_t i = 0; i < factor->scope_count; i++) {
            size_t size = bound->space->variables[factor->scope[i]].value_count, v = rest % size;
            left -= bound->moved[f][i][v];
            at = i == position ? v : at;
            rest /= size;
        }
        most[at] = left > most[at] ? left : most[at];
    }
}

static void move(pp_i_band_bound *bound, size_t f, size_t position, const double *amounts,
                 double share)
{
    uint32_t variable = bound->space->factors[f].scope[position];
    for (size_t v = 0; v < bound->space->variables[variable].value_count; v++) {
        double amount = share * amounts[v];
        bound->moved[f][position][v] += amount;
        bound->gain[variable][v] += amount;
    }
}

/* Takes what the factors behind have left to offer, and lends the factors ahead their share.
 * `amounts` is scratch for the values of the variable. */
static void pass_variable(pp_i_band_bound *bound, uint32_t variable, bool forth, double *amounts)
{
    size_t ahead = 0, behind = 0;
    for (size_t k = 0; k < bound->factor_counts[variable]; k++) {
        const pp_i_band_factor *factor = &bound->space->factors[bound->factors_of[variable][k]];
        uint32_t position = bound->position_of[variable][k];
        bool first = position == 0, last = position + 1 == factor->scope_count;
        ahead += forth ? !last : !first;
        behind += forth ? !first : !last;
        if (forth ? first : last)
            continue;
        most_of(bound, bound->factors_of[variable][k], position, amounts);
        move(bound, bound->factors_of[variable][k], position, amounts, 1);
    }
    if (ahead == 0)
        return;
    memcpy(amounts, bound->gain[variable],
           bound->space->variables[variable].value_count * sizeof *amounts);
    double share = -1.0 / (double)(ahead > behind ? ahead : behind);
    for (size_t k = 0; k < bound->factor_counts[variable]; k++) {
        const pp_i_band_factor *factor = &bound->space->factors[bound->factors_of[variable][k]];
        uint32_t position = bound->position_of[variable][k];
        if (forth ? position + 1 < factor->scope_count : position > 0)
            move(bound, bound->factors_of[variable][k], position, amounts, share);
    }
}

static size_t value_count_max(const pp_i_band_space *space)
{
    size_t most = 1;
    for (size_t v = 0; v < space->variable_count; v++)
        most = space->variables[v].value_count > most ? space->variables[v].value_count : most;
    return most;
}

static uint64_t pass_work(const pp_i_band_space *space)
{
    uint64_t work = space->variable_count;
    for (size_t f = 0; f < space->factor_count; f++)
        work += space->factors[f].cell_count * space->factors[f].scope_count;
    return work;
}

bool pp_i_band_bound_lower(pp_i_band_bound *bound, size_t pass_count, pp_i_front_maker *maker)
{
    enum { LOOK_COUNT = 4 };
    const pp_i_band_space *space = bound->space;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    double *amounts = PP_NEW_ARRAY(&maker->work, double, value_count_max(space));
    bool good = amounts != NULL || pp_i_run_no_memory(maker->run);
    double before = bound->upper, first = bound->upper;
    for (size_t pass = 0; good && space->factor_count > 0 && pass < pass_count; pass++) {
        good = pp_i_run_step(maker->run, 2 * pass_work(space));
        for (uint32_t v = 0; v < space->variable_count; v++)
            pass_variable(bound, v, true, amounts);
        for (uint32_t v = (uint32_t)space->variable_count; v-- > 0;)
            pass_variable(bound, v, false, amounts);
        if (pass % LOOK_COUNT != LOOK_COUNT - 1)
            continue;
        good = good && pp_i_band_bound_reach(bound, maker);
        if (before - bound->upper <= 0.005 * (first - bound->upper))
            break;
        before = bound->upper;
    }
    pp_i_arena_rewind(&maker->work, mark);
    return good && pp_i_band_bound_reach(bound, maker);
}

/* --- What can be reached ---------------------------------------------------------------------- */

static double most_in(const double *amounts, size_t count)
{
    double most = -INFINITY;
    for (size_t v = 0; v < count; v++)
        most = amounts[v] > most ? amounts[v] : most;
    return most;
}

bool pp_i_band_bound_reach(pp_i_band_bound *bound, pp_i_front_maker *maker)
{
    const pp_i_band_space *space = bound->space;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    double *amounts = PP_NEW_ARRAY(&maker->work, double, value_count_max(space));
    if (amounts == NULL || !pp_i_run_step(maker->run, pass_work(space)))
        return amounts != NULL || pp_i_run_no_memory(maker->run);
    bound->upper = pp_i_band_weigh(bound->weights, space->fixed.values[0], space->fixed.values[1]);
    for (size_t v = 0; v < space->variable_count; v++) {
        size_t count = space->variables[v].value_count;
        double most = most_in(bound->gain[v], count);
        bound->upper += most;
        for (size_t k = 0; k < count; k++)
            bound->reach[v][k] = bound->gain[v][k] - most;
    }
    for (size_t f = 0; f < space->factor_count; f++) {
        const pp_i_band_factor *factor = &space->factors[f];
        double most = 0;
        for (size_t i = 0; i < factor->scope_count; i++) {
            size_t count = space->variables[factor->scope[i]].value_count;
            most_of(bound, f, i, amounts);
            most = most_in(amounts, count);
            for (size_t k = 0; k < count; k++)
                bound->reach[factor->scope[i]][k] += amounts[k] - most;
        }
        bound->upper += most;
    }
    for (size_t v = 0; v < space->variable_count; v++)
        for (size_t k = 0; k < space->variables[v].value_count; k++)
            bound->reach[v][k] += bound->upper;
    pp_i_arena_rewind(&maker->work, mark);
    return true;
}
