/* band_space.c: see band_space.h. */
#include "engine/band_space.h"

#include <string.h>

/* A space under construction: as it is read, with what of each variable is still kept. */
typedef struct shaping {
    pp_i_front_maker *maker;
    pp_i_arena *arena;
    size_t variable_count;
    pp_i_band_variable *variables;
    pp_i_front **own; /* the same fronts, to be changed */
    size_t factor_count;
    pp_i_band_factor *factors;
    bool **keep;
    pp_i_front fixed;
    bool empty;
} shaping;

static bool no_memory(const shaping *s)
{
    return pp_i_run_no_memory(s->maker->run);
}

static size_t kept_count(const shaping *s, uint32_t variable)
{
    size_t count = 0;
    for (size_t v = 0; v < s->variables[variable].value_count; v++)
        count += s->keep[variable][v];
    return count;
}

/* --- Cells ------------------------------------------------------------------------------------ */

static size_t value_at(const shaping *s, const pp_i_band_factor *factor, size_t position,
                       size_t cell)
{
    for (size_t i = 0; i < position; i++)
        cell /= s->variables[factor->scope[i]].value_count;
    return cell % s->variables[factor->scope[position]].value_count;
}

static bool cell_kept(const shaping *s, const pp_i_band_factor *factor, size_t cell)
{
    if (!factor->allowed[cell])
        return false;
    for (size_t i = 0; i < factor->scope_count; i++) {
        size_t size = s->variables[factor->scope[i]].value_count;
        if (!s->keep[factor->scope[i]][cell % size])
            return false;
        cell /= size;
    }
    return true;
}

/* Drops the values of one factor's variables that no kept cell has; notes where it did. */
static bool support_values(shaping *s, const pp_i_band_factor *factor, bool *changed)
{
    if (!pp_i_run_step(s->maker->run, factor->cell_count))
        return false;
    for (size_t i = 0; i < factor->scope_count; i++) {
        uint32_t variable = factor->scope[i];
        size_t size = s->variables[variable].value_count;
        pp_i_arena_mark mark = pp_i_arena_mark_get(&s->maker->work);
        bool *supported = PP_NEW_ARRAY(&s->maker->work, bool, size);
        if (supported == NULL)
            return no_memory(s);
        for (size_t cell = 0; cell < factor->cell_count; cell++)
            if (cell_kept(s, factor, cell))
                supported[value_at(s, factor, i, cell)] = true;
        for (size_t v = 0; v < size; v++)
            if (s->keep[variable][v] && !supported[v]) {
                s->keep[variable][v] = false;
                *changed = true;
            }
        pp_i_arena_rewind(&s->maker->work, mark);
    }
    return true;
}

/* Until every kept value is supported by every factor. */
static bool support_all(shaping *s)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t f = 0; f < s->factor_count; f++)
            if (!support_values(s, &s->factors[f], &changed))
                return false;
    }
    for (uint32_t i = 0; i < s->variable_count; i++)
        s->empty = s->empty || kept_count(s, i) == 0;
    return true;
}

/* --- Slicing factors -------------------------------------------------------------------------- */

/* The factor over kept values alone, without the variables of one kept value. */
static bool slice(const shaping *s, const pp_i_band_factor *factor, pp_i_band_factor *sliced)
{
    uint32_t *scope = PP_NEW_ARRAY(s->arena, uint32_t, factor->scope_count);
    if (scope == NULL)
        return no_memory(s);
    *sliced = (pp_i_band_factor){.scope = scope, .cell_count = 1};
    for (size_t i = 0; i < factor->scope_count; i++) {
        size_t count = kept_count(s, factor->scope[i]);
        sliced->cell_count *= count;
        if (count > 1)
            scope[sliced->scope_count++] = factor->scope[i];
    }
    bool *allowed = PP_NEW_ARRAY(s->arena, bool, sliced->cell_count);
    int64_t *sums = PP_NEW_ARRAY(s->arena, int64_t, factor->sums ? 2 * sliced->cell_count : 0);
    if (allowed == NULL || sums == NULL)
        return no_memory(s);
    size_t at = 0;
    for (size_t cell = 0; cell < factor->cell_count; cell++) {
        bool kept = true;
        for (size_t i = 0, rest = cell; i < factor->scope_count; i++) {
            size_t size = s->variables[factor->scope[i]].value_count;
            kept = kept && s->keep[factor->scope[i]][rest % size];
            rest /= size;
        }
        if (!kept)
            continue;
        allowed[at] = factor->allowed[cell];
        if (factor->sums != NULL)
            memcpy(sums + 2 * at, factor->sums + 2 * cell, 2 * sizeof *sums);
        at++;
    }
    sliced->allowed = allowed;
    sliced->sums = factor->sums == NULL ? NULL : sums;
    return true;
}

static bool says_nothing(const pp_i_band_factor *factor)
{
    if (factor->sums != NULL)
        for (size_t i = 0; i < 2 * factor->cell_count; i++)
            if (factor->sums[i] != 0)
                return false;
    for (size_t cell = 0; cell < factor->cell_count; cell++)
        if (!factor->allowed[cell])
            return false;
    return true;
}

/* `front` moved by `sums`, as a front of its own. */
static bool move_front(const shaping *s, const int64_t *sums, pp_i_front *front)
{
    int64_t *values = PP_NEW_ARRAY(s->arena, int64_t, 2 * front->count);
    if (values == NULL)
        return no_memory(s);
    for (size_t d = 0; d < 2; d++)
        for (size_t i = 0; i < front->count; i++)
            values[d * front->count + i] = front->values[d * front->count + i] + sums[d];
    front->values = values;
    return true;
}

/* Puts a sliced factor where it belongs; every kept value is supported, so a factor of one
 * variable or none forbids nothing. Variables have their kept values only. */
static bool place_factor(shaping *s, const pp_i_band_factor *sliced)
{
    if (says_nothing(sliced))
        return true;
    if (sliced->scope_count == 0)
        return move_front(s, sliced->sums, &s->fixed);
    if (sliced->scope_count > 1) {
        s->factors[s->factor_count++] = *sliced;
        return true;
    }
    uint32_t variable = sliced->scope[0];
    for (size_t v = 0; v < s->variables[variable].value_count; v++)
        if (!move_front(s, sliced->sums + 2 * v, &s->own[variable][v]))
            return false;
    return true;
}

/* --- Variables -------------------------------------------------------------------------------- */

/* The points of `front` whose weighed sum is at least `least`. */
static bool thin(const shaping *s, const double *weights, double least, pp_i_front *front)
{
    size_t kept = 0, count = front->count;
    int64_t *values = PP_NEW_ARRAY(s->arena, int64_t, 2 * count);
    uint64_t *counts = PP_NEW_ARRAY(s->arena, uint64_t, count);
    uint32_t *traces = PP_NEW_ARRAY(s->arena, uint32_t, count);
    if (values == NULL || counts == NULL || traces == NULL)
        return no_memory(s);
    for (size_t i = 0; i < count; i++) {
        int64_t x = front->values[i], y = front->values[count + i];
        if (pp_i_band_weigh(weights, x, y) < least)
            continue;
        values[kept] = x;
        values[count + kept] = y;
        counts[kept] = front->counts[i];
        traces[kept++] = front->traces[i];
    }
    memmove(values + kept, values + count, kept * sizeof *values);
    *front = (pp_i_front){.count = kept, .values = values, .counts = counts, .traces = traces};
    return true;
}

/* Takes over the kept values of a variable. */
static bool keep_values(shaping *s, uint32_t variable)
{
    size_t count = kept_count(s, variable), at = 0;
    pp_i_front *own = PP_NEW_ARRAY(s->arena, pp_i_front, count);
    if (own == NULL)
        return no_memory(s);
    for (size_t v = 0; v < s->variables[variable].value_count; v++)
        if (s->keep[variable][v])
            own[at++] = s->own[variable][v];
    s->own[variable] = own;
    s->variables[variable] = (pp_i_band_variable){.value_count = count, .own = own};
    return true;
}

static bool is_linked(const shaping *s, uint32_t variable)
{
    for (size_t f = 0; f < s->factor_count; f++)
        for (size_t i = 0; i < s->factors[f].scope_count; i++)
            if (s->factors[f].scope[i] == variable)
                return true;
    return false;
}

/* The values of a variable that no factor mentions, as one. */
static bool unite_values(shaping *s, uint32_t variable)
{
    pp_i_candidates candidates = {0};
    bool good = true;
    for (size_t v = 0; good && v < s->variables[variable].value_count; v++)
        good = pp_i_candidates_add(s->maker, &candidates, &s->own[variable][v], NULL,
                                   PP_FRONT_NO_TRACE, 1);
    good = good && pp_i_candidates_freeze(s->maker, &candidates, s->arena, &s->own[variable][0]);
    pp_i_candidates_free(s->maker, &candidates);
    s->variables[variable].value_count = 1;
    return good;
}

/* Unites and settles what can be; the others move up, and `place` says where to. */
static bool settle_variables(shaping *s, uint32_t *place)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->variable_count; i++) {
        bool linked = is_linked(s, i);
        if (!linked && s->variables[i].value_count > 1 && !unite_values(s, i))
            return false;
        if (!linked && s->own[i][0].count == 1) {
            pp_i_front joined;
            if (!pp_i_front_sum(s->maker, &s->fixed, &s->own[i][0], s->arena, &joined))
                return false;
            s->fixed = joined;
            continue;
        }
        place[i] = count;
        s->own[count] = s->own[i];
        s->variables[count++] = s->variables[i];
    }
    s->variable_count = count;
    return true;
}

/* --- The whole -------------------------------------------------------------------------------- */

static bool shape(shaping *s, pp_i_band_space *space)
{
    uint32_t *place = PP_NEW_ARRAY(s->arena, uint32_t, s->variable_count);
    pp_i_band_factor *sliced = PP_NEW_ARRAY(s->arena, pp_i_band_factor, s->factor_count);
    size_t sliced_count = s->factor_count;
    if (place == NULL || sliced == NULL)
        return no_memory(s);
    if (!s->empty && !support_all(s))
        return false;
    if (!s->empty) {
        for (size_t f = 0; f < sliced_count; f++)
            if (!slice(s, &s->factors[f], &sliced[f]))
                return false;
        for (uint32_t i = 0; i < s->variable_count; i++)
            if (!keep_values(s, i))
                return false;
        s->factor_count = 0;
        for (size_t f = 0; f < sliced_count; f++)
            if (!place_factor(s, &sliced[f]))
                return false;
        if (!settle_variables(s, place))
            return false;
        for (size_t f = 0; f < s->factor_count; f++)
            for (size_t i = 0; i < s->factors[f].scope_count; i++)
                ((uint32_t *)s->factors[f].scope)[i] = place[s->factors[f].scope[i]];
    }
    *space = (pp_i_band_space){.variable_count = s->variable_count,
                               .variables = s->variables,
                               .factor_count = s->factor_count,
                               .factors = s->factors,
                               .fixed = s->fixed,
                               .empty = s->empty};
    return true;
}

/* Room for a space of so many variables and factors. */
static bool shaping_begin(shaping *s, size_t variable_count, size_t factor_count)
{
    s->variables = PP_NEW_ARRAY(s->arena, pp_i_band_variable, variable_count);
    s->own = PP_NEW_ARRAY(s->arena, pp_i_front *, variable_count);
    s->keep = PP_NEW_ARRAY(s->arena, bool *, variable_count);
    s->factors = PP_NEW_ARRAY(s->arena, pp_i_band_factor, factor_count);
    s->variable_count = variable_count;
    return (s->variables != NULL && s->own != NULL && s->keep != NULL && s->factors != NULL) ||
           no_memory(s);
}

static bool shaping_variable(shaping *s, uint32_t variable, const pp_i_front *own,
                             size_t value_count)
{
    s->own[variable] = PP_NEW_ARRAY(s->arena, pp_i_front, value_count);
    s->keep[variable] = PP_NEW_ARRAY(s->arena, bool, value_count);
    if (s->own[variable] == NULL || s->keep[variable] == NULL)
        return no_memory(s);
    memcpy(s->own[variable], own, value_count * sizeof *own);
    s->variables[variable] =
        (pp_i_band_variable){.value_count = value_count, .own = s->own[variable]};
    return true;
}

bool pp_i_band_space_restrict(const pp_i_band_space *space, bool *const *keep,
                              const double *weights, double *const *least, pp_i_front_maker *maker,
                              pp_i_arena *arena, pp_i_band_space *restricted)
{
    shaping s = {.maker = maker, .arena = arena, .fixed = space->fixed, .empty = space->empty};
    if (!shaping_begin(&s, space->variable_count, space->factor_count))
        return false;
    for (uint32_t i = 0; i < space->variable_count; i++) {
        const pp_i_band_variable *variable = &space->variables[i];
        if (!shaping_variable(&s, i, variable->own, variable->value_count))
            return false;
        for (size_t v = 0; v < variable->value_count; v++) {
            if (keep[i][v] && least != NULL && !thin(&s, weights, least[i][v], &s.own[i][v]))
                return false;
            s.keep[i][v] = keep[i][v] && s.own[i][v].count > 0;
        }
        s.empty = s.empty || kept_count(&s, i) == 0;
    }
    memcpy(s.factors, space->factors, space->factor_count * sizeof *s.factors);
    s.factor_count = space->factor_count;
    return shape(&s, restricted);
}

/* --- Ranges ----------------------------------------------------------------------------------- */

static void widen(int64_t value, int64_t *low, int64_t *high)
{
    *low = value < *low ? value : *low;
    *high = value > *high ? value : *high;
}

void pp_i_band_space_range(const pp_i_band_space *space, size_t d, int64_t *least, int64_t *most)
{
    *least = *most = space->fixed.values[d];
    for (size_t v = 0; v < space->variable_count; v++) {
        int64_t low = INT64_MAX, high = INT64_MIN;
        for (size_t k = 0; k < space->variables[v].value_count; k++) {
            const pp_i_front *own = &space->variables[v].own[k];
            for (size_t i = 0; i < own->count; i++)
                widen(own->values[d * own->count + i], &low, &high);
        }
        *least += low;
        *most += high;
    }
    for (size_t f = 0; f < space->factor_count; f++) {
        const pp_i_band_factor *factor = &space->factors[f];
        int64_t low = INT64_MAX, high = INT64_MIN;
        for (size_t cell = 0; cell < factor->cell_count; cell++)
            widen(factor->sums == NULL ? 0 : factor->sums[2 * cell + d], &low, &high);
        *least += low;
        *most += high;
    }
}
