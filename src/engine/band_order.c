/* band_order.c: see band_order.h. */
#include "engine/band_order.h"

#include <math.h>
#include <string.h>

/* Factors as the walk meets them. */
typedef struct ordered_factor {
    uint32_t *scope; /* in the walk's order */
    size_t scope_count;
    double **left; /* [assigned count][prefix cell]: the most that is left */
    bool *allowed; /* [cell], in that order */
    int64_t *sums; /* or null */
} ordered_factor;

typedef struct ordering {
    const pp_i_band_bound *bound;
    pp_i_front_maker *maker;
    pp_i_arena *arena;
    uint32_t *variables; /* [step] */
    uint32_t *step_of;   /* [variable] */
    ordered_factor *factors;
    const uint16_t **stands; /* [variable]: as of the last step that changed them */
} ordering;

static bool no_memory(const ordering *o)
{
    return pp_i_run_no_memory(o->maker->run);
}

static size_t value_count(const ordering *o, uint32_t variable)
{
    return o->bound->space->variables[variable].value_count;
}

/* --- Factors in that order -------------------------------------------------------------------- */

/* The cell of the space's factor for `cell` in the walk's order. */
static size_t given_cell(const ordering *o, const pp_i_band_factor *factor,
                         const ordered_factor *ordered, size_t cell)
{
    size_t given = 0;
    for (size_t i = 0; i < ordered->scope_count; i++) {
        size_t stride = 1, v = cell % value_count(o, ordered->scope[i]);
        cell /= value_count(o, ordered->scope[i]);
        for (size_t j = 0; factor->scope[j] != ordered->scope[i]; j++)
            stride *= value_count(o, factor->scope[j]);
        given += v * stride;
    }
    return given;
}

static const double *moved_of(const ordering *o, size_t f, uint32_t variable)
{
    size_t position = 0;
    while (o->bound->space->factors[f].scope[position] != variable)
        position++;
    return o->bound->moved[f][position];
}

/* left[k][prefix]: over the values of the variables still to come, the most of the factor's part
 * less what was moved to these. */
static bool most_left(const ordering *o, size_t f, size_t cell_count)
{
    ordered_factor *ordered = &o->factors[f];
    for (size_t k = ordered->scope_count; k-- > 0;) {
        size_t size = value_count(o, ordered->scope[k]);
        const double *moved = moved_of(o, f, ordered->scope[k]), *next = ordered->left[k + 1];
        cell_count /= size;
        double *left = PP_NEW_ARRAY(o->arena, double, cell_count);
        if (left == NULL)
            return no_memory(o);
        for (size_t cell = 0; cell < cell_count; cell++) {
            left[cell] = -INFINITY;
            for (size_t v = 0; v < size; v++)
                left[cell] = fmax(left[cell], next[cell + v * cell_count] - moved[v]);
        }
        ordered->left[k] = left;
    }
    return true;
}

static bool order_factor(ordering *o, size_t f)
{
    const pp_i_band_factor *factor = &o->bound->space->factors[f];
    ordered_factor *ordered = &o->factors[f];
    size_t count = factor->scope_count;
    *ordered = (ordered_factor){
        .scope = PP_NEW_ARRAY(o->arena, uint32_t, count),
        .scope_count = count,
        .left = PP_NEW_ARRAY(o->arena, double *, count + 1),
        .allowed = PP_NEW_ARRAY(o->arena, bool, factor->cell_count),
        .sums = PP_NEW_ARRAY(o->arena, int64_t, factor->sums ? 2 * factor->cell_count : 0)};
    double *whole = PP_NEW_ARRAY(o->arena, double, factor->cell_count);
    if (ordered->scope == NULL || ordered->left == NULL || ordered->allowed == NULL ||
        ordered->sums == NULL || whole == NULL)
        return no_memory(o);
    for (size_t i = 0; i < count; i++) { /* by insertion */
        size_t at = i;
        for (; at > 0 && o->step_of[ordered->scope[at - 1]] > o->step_of[factor->scope[i]]; at--)
            ordered->scope[at] = ordered->scope[at - 1];
        ordered->scope[at] = factor->scope[i];
    }
    for (size_t cell = 0; cell < factor->cell_count; cell++) {
        size_t given = given_cell(o, factor, ordered, cell);
        ordered->allowed[cell] = factor->allowed[given];
        whole[cell] = o->bound->parts[f][given];
        if (factor->sums != NULL)
            memcpy(ordered->sums + 2 * cell, factor->sums + 2 * given, 2 * sizeof(int64_t));
    }
    ordered->sums = factor->sums == NULL ? NULL : ordered->sums;
    ordered->left[count] = whole;
    return pp_i_run_step(o->maker->run, factor->cell_count * count) &&
           most_left(o, f, factor->cell_count);
}

/* --- Which values stand for one another ------------------------------------------------------- */

static bool same_cell(const ordered_factor *factor, size_t x, size_t y)
{
    return factor->allowed[x] == factor->allowed[y] &&
           (factor->sums == NULL ||
            memcmp(factor->sums + 2 * x, factor->sums + 2 * y, 2 * sizeof(int64_t)) == 0);
}

/* Does the factor treat two values of the variable at `position` alike? */
static bool alike_in(const ordering *o, const ordered_factor *factor, size_t position, size_t a,
                     size_t b)
{
    size_t stride = 1, cell_count = 1;
    for (size_t i = 0; i < factor->scope_count; i++) {
        stride *= i < position ? value_count(o, factor->scope[i]) : 1;
        cell_count *= value_count(o, factor->scope[i]);
    }
    size_t block_size = stride * value_count(o, factor->scope[position]);
    for (size_t block = 0; block < cell_count; block += block_size)
        for (size_t low = 0; low < stride; low++)
            if (!same_cell(factor, block + low + a * stride, block + low + b * stride))
                return false;
    return true;
}

static bool is_pending(const ordering *o, const ordered_factor *factor, size_t step)
{
    return o->step_of[factor->scope[factor->scope_count - 1]] > step;
}

static bool alike(const ordering *o, uint32_t variable, size_t step, size_t a, size_t b)
{
    for (size_t k = 0; k < o->bound->factor_counts[variable]; k++) {
        const ordered_factor *factor = &o->factors[o->bound->factors_of[variable][k]];
        size_t position = 0;
        while (factor->scope[position] != variable)
            position++;
        if (is_pending(o, factor, step) && !alike_in(o, factor, position, a, b))
            return false;
    }
    return true;
}

/* The first value that the factors pending after `step` do not tell from each. */
static const uint16_t *stand_for(const ordering *o, uint32_t variable, size_t step)
{
    size_t count = value_count(o, variable);
    uint16_t *stands = PP_NEW_ARRAY(o->arena, uint16_t, count);
    for (size_t v = 0; stands != NULL && v < count; v++) {
        size_t first = 0;
        while (first < v && (stands[first] != first || !alike(o, variable, step, first, v)))
            first++;
        stands[v] = (uint16_t)first;
    }
    return stands;
}

/* --- Steps ------------------------------------------------------------------------------------ */

static uint32_t slot_of(const uint32_t *open, size_t open_count, uint32_t variable)
{
    for (uint32_t slot = 0; slot < open_count; slot++)
        if (open[slot] == variable)
            return slot;
    return UINT32_MAX;
}

static bool make_touch(const ordering *o, size_t f, uint32_t variable, const uint32_t *open,
                       size_t open_count, pp_i_band_touch *touch)
{
    const ordered_factor *factor = &o->factors[f];
    uint32_t *slots = PP_NEW_ARRAY(o->arena, uint32_t, factor->scope_count);
    size_t *strides = PP_NEW_ARRAY(o->arena, size_t, factor->scope_count), stride = 1, k = 0;
    if (slots == NULL || strides == NULL)
        return no_memory(o);
    for (; factor->scope[k] != variable; k++) {
        slots[k] = slot_of(open, open_count, factor->scope[k]);
        strides[k] = stride;
        stride *= value_count(o, factor->scope[k]);
    }
    bool complete = k + 1 == factor->scope_count;
    *touch = (pp_i_band_touch){.factor = (uint32_t)f,
                               .before_count = k,
                               .slots = slots,
                               .strides = strides,
                               .stride = stride,
                               .before = factor->left[k],
                               .after = complete ? NULL : factor->left[k + 1],
                               .allowed = factor->allowed,
                               .sums = factor->sums};
    return true;
}

/* Has the variable a factor that is pending after `step`? */
static bool stays_open(const ordering *o, uint32_t variable, size_t step)
{
    for (size_t k = 0; k < o->bound->factor_counts[variable]; k++)
        if (is_pending(o, &o->factors[o->bound->factors_of[variable][k]], step))
            return true;
    return false;
}

/* Does a factor of the variable become complete at `step`, or the variable assigned? */
static bool changes_at(const ordering *o, uint32_t variable, size_t step)
{
    for (size_t k = 0; k < o->bound->factor_counts[variable]; k++) {
        const ordered_factor *factor = &o->factors[o->bound->factors_of[variable][k]];
        if (o->step_of[factor->scope[factor->scope_count - 1]] == step)
            return true;
    }
    return o->step_of[variable] == step;
}

/* What is open after the step: `open` is brought up to date. */
static bool step_open(const ordering *o, size_t at, uint32_t *open, size_t *open_count,
                      pp_i_band_step *step)
{
    size_t count = 0;
    uint32_t *from = PP_NEW_ARRAY(o->arena, uint32_t, *open_count + 1);
    const uint16_t **stands = PP_NEW_ARRAY(o->arena, const uint16_t *, *open_count + 1);
    if (from == NULL || stands == NULL)
        return no_memory(o);
    for (uint32_t slot = 0; slot <= *open_count; slot++) {
        uint32_t variable = slot < *open_count ? open[slot] : step->variable;
        if (!stays_open(o, variable, at))
            continue;
        from[count] = slot < *open_count ? slot : UINT32_MAX;
        if (changes_at(o, variable, at))
            o->stands[variable] = stand_for(o, variable, at);
        if (o->stands[variable] == NULL)
            return no_memory(o);
        stands[count] = o->stands[variable];
        open[count++] = variable;
    }
    *open_count = step->open_count = count;
    step->from = from;
    step->stands = stands;
    return true;
}

static double gain_most(const ordering *o, uint32_t variable)
{
    double most = -INFINITY;
    for (size_t v = 0; v < value_count(o, variable); v++)
        most = fmax(most, o->bound->gain[variable][v]);
    return most;
}

static bool make_steps(ordering *o, pp_i_band_order *order)
{
    size_t count = o->bound->space->variable_count, open_count = 0;
    pp_i_band_step *steps = PP_NEW_ARRAY(o->arena, pp_i_band_step, count);
    uint32_t *open = PP_NEW_ARRAY(&o->maker->work, uint32_t, count + 1);
    if (steps == NULL || open == NULL)
        return no_memory(o);
    for (size_t t = 0; t < count; t++) {
        uint32_t variable = o->variables[t];
        size_t touch_count = o->bound->factor_counts[variable];
        pp_i_band_touch *touches = PP_NEW_ARRAY(o->arena, pp_i_band_touch, touch_count);
        if (touches == NULL)
            return no_memory(o);
        for (size_t k = 0; k < touch_count; k++)
            if (!make_touch(o, o->bound->factors_of[variable][k], variable, open, open_count,
                            &touches[k]))
                return false;
        steps[t] = (pp_i_band_step){.variable = variable,
                                    .most = gain_most(o, variable),
                                    .touch_count = touch_count,
                                    .touches = touches};
        order->upper += steps[t].most;
        if (!step_open(o, t, open, &open_count, &steps[t]))
            return false;
        if (open_count > order->open_count_max)
            order->open_count_max = open_count;
    }
    order->steps = steps;
    order->step_count = count;
    return true;
}

bool pp_i_band_order_make(const pp_i_band_bound *bound, pp_i_front_maker *maker, pp_i_arena *arena,
                          pp_i_band_order *order)
{
    const pp_i_band_space *space = bound->space;
    ordering o = {.bound = bound,
                  .maker = maker,
                  .arena = arena,
                  .variables = PP_NEW_ARRAY(arena, uint32_t, space->variable_count),
                  .step_of = PP_NEW_ARRAY(arena, uint32_t, space->variable_count),
                  .factors = PP_NEW_ARRAY(arena, ordered_factor, space->factor_count),
                  .stands = PP_NEW_ARRAY(arena, const uint16_t *, space->variable_count)};
    *order = (pp_i_band_order){0};
    if (o.variables == NULL || o.step_of == NULL || o.factors == NULL || o.stands == NULL)
        return no_memory(&o);
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    bool good = pp_i_band_sequence(bound, maker, o.variables);
    for (uint32_t t = 0; good && t < space->variable_count; t++)
        o.step_of[o.variables[t]] = t;
    for (size_t f = 0; good && f < space->factor_count; f++)
        good = order_factor(&o, f);
    good = good && make_steps(&o, order);
    pp_i_arena_rewind(&maker->work, mark);
    for (size_t f = 0; good && f < space->factor_count; f++)
        order->upper += o.factors[f].left[0][0];
    return good;
}
