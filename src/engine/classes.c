/* classes.c: see classes.h. */
#include "engine/classes.h"

#include <string.h>

#include "base/signed_limbs.h"

typedef struct sorting {
    const pp_i_problem *whole;
    pp_i_front_maker *maker;
    pp_i_arena *arena;
    uint16_t **class_of;  /* [variable][value] */
    uint16_t **first_of;  /* [variable][class]: its first value */
    uint32_t *class_count; /* [variable] */
} sorting;

/* How far a factor's cell moves when `variable` goes up by one, and how often that pattern
 * repeats. */
static void stride_of(const pp_i_problem *whole, const pp_i_factor *factor, uint32_t variable,
                      size_t *stride, size_t *size)
{
    *stride = 1;
    for (size_t i = 0; factor->scope[i] != variable; i++)
        *stride *= whole->domain_sizes.items[factor->scope[i]];
    *size = whole->domain_sizes.items[variable];
}

static bool mentions(const pp_i_factor *factor, uint32_t variable)
{
    for (size_t i = 0; i < factor->scope_count; i++)
        if (factor->scope[i] == variable)
            return true;
    return false;
}

static bool same_cell(const pp_i_factor *factor, size_t a, size_t b)
{
    size_t limbs = factor->limb_count == 0 ? 1 : factor->limb_count;
    if (factor->kind == PP_FACTOR_WEIGHT)
        return memcmp(factor->weights + a * limbs, factor->weights + b * limbs,
                      limbs * sizeof *factor->weights) == 0;
    return pp_i_factor_allows(factor, a) == pp_i_factor_allows(factor, b);
}

/* Does the factor treat two values of the variable alike? */
static bool alike_in(const pp_i_problem *whole, const pp_i_factor *factor, uint32_t variable,
                     size_t a, size_t b)
{
    size_t stride, size;
    stride_of(whole, factor, variable, &stride, &size);
    for (size_t block = 0; block < factor->cell_count; block += stride * size)
        for (size_t low = 0; low < stride; low++)
            if (!same_cell(factor, block + low + a * stride, block + low + b * stride))
                return false;
    return true;
}

static bool alike(const sorting *s, uint32_t variable, size_t a, size_t b)
{
    for (size_t f = 0; f < s->whole->factors.count; f++) {
        const pp_i_factor *factor = &s->whole->factors.items[f];
        if (factor->scope_count > 1 && mentions(factor, variable) &&
            !alike_in(s->whole, factor, variable, a, b))
            return false;
    }
    return true;
}

static bool sort_values(sorting *s, uint32_t variable)
{
    size_t size = s->whole->domain_sizes.items[variable];
    uint16_t *class_of = PP_NEW_ARRAY(s->arena, uint16_t, size);
    uint16_t *first_of = PP_NEW_ARRAY(s->arena, uint16_t, size);
    uint32_t count = 0;
    if (class_of == NULL || first_of == NULL)
        return pp_i_run_no_memory(s->maker->run);
    for (size_t value = 0; value < size; value++) {
        uint32_t class = 0;
        while (class < count && !alike(s, variable, first_of[class], value))
            class++;
        if (!pp_i_run_step(s->maker->run, 1 + class))
            return false;
        if (class == count)
            first_of[count++] = (uint16_t)value;
        class_of[value] = (uint16_t)class;
    }
    s->class_of[variable] = class_of;
    s->first_of[variable] = first_of;
    s->class_count[variable] = count;
    return true;
}

/* --- What values yield by themselves ---------------------------------------------------------- */

/* Adds the factors over `variable` alone at `value` to `vector`; false where one forbids it. */
static bool yield_alone(const sorting *s, uint32_t variable, size_t value, int64_t *vector)
{
    size_t limbs = s->maker->limb_count;
    memset(vector, 0, s->maker->dimension * limbs * sizeof *vector);
    for (size_t f = 0; f < s->whole->factors.count; f++) {
        const pp_i_factor *factor = &s->whole->factors.items[f];
        if (factor->scope_count != 1 || factor->scope[0] != variable)
            continue;
        int64_t *sum = vector + factor->group * limbs;
        if (factor->kind == PP_FACTOR_WEIGHT)
            pp_i_limbs_add(sum, sum, factor->weights + value * limbs, limbs);
        else if (!pp_i_factor_allows(factor, value))
            return false;
    }
    return true;
}

static bool make_front(sorting *s, uint32_t variable, uint32_t class, pp_i_front *front)
{
    pp_i_front_maker *maker = s->maker;
    pp_i_candidates candidates = {0};
    pp_i_arena_mark mark = pp_i_arena_mark_get(&maker->work);
    int64_t *vector = PP_NEW_ARRAY(&maker->work, int64_t, maker->dimension * maker->limb_count);
    bool good = vector != NULL || pp_i_run_no_memory(maker->run);
    for (size_t value = 0; good && value < s->whole->domain_sizes.items[variable]; value++) {
        uint32_t leaf;
        pp_i_front one;
        if (s->class_of[variable][value] != class || !yield_alone(s, variable, value, vector))
            continue;
        good = pp_i_front_leaf(maker, variable, (uint32_t)value, &leaf) &&
               pp_i_front_single(maker, &maker->work, vector, leaf, &one) &&
               pp_i_candidates_add(maker, &candidates, &one, NULL, PP_FRONT_NO_TRACE, 1);
    }
    good = good && pp_i_candidates_freeze(maker, &candidates, &maker->kept, front);
    pp_i_candidates_free(maker, &candidates);
    pp_i_arena_rewind(&maker->work, mark);
    return good;
}

/* --- Factors over classes --------------------------------------------------------------------- */

/* The cell of the whole factor that cell `at` over classes stands for. */
static size_t whole_cell(const sorting *s, const pp_i_factor *factor, size_t at)
{
    size_t cell = 0, stride = 1;
    for (size_t i = 0; i < factor->scope_count; i++) {
        uint32_t variable = factor->scope[i];
        cell += stride * s->first_of[variable][at % s->class_count[variable]];
        at /= s->class_count[variable];
        stride *= s->whole->domain_sizes.items[variable];
    }
    return cell;
}

static bool add_factor(sorting *s, const pp_i_factor *whole, pp_i_problem *problem)
{
    pp_i_factor factor = *whole;
    bool weight = factor.kind == PP_FACTOR_WEIGHT;
    size_t limbs = factor.limb_count == 0 ? 1 : factor.limb_count;
    factor.cell_count = pp_i_problem_cell_count(problem, factor.scope, factor.scope_count);
    int64_t *weights = PP_NEW_ARRAY(s->arena, int64_t, weight ? factor.cell_count * limbs : 0);
    pp_i_word *allowed =
        PP_NEW_ARRAY(s->arena, pp_i_word, weight ? 0 : pp_i_word_count(factor.cell_count));
    if (weights == NULL || allowed == NULL)
        return false;
    for (size_t at = 0; at < factor.cell_count; at++) {
        size_t cell = whole_cell(s, whole, at);
        if (weight)
            memcpy(weights + at * limbs, whole->weights + cell * limbs, limbs * sizeof *weights);
        else if (pp_i_factor_allows(whole, cell))
            pp_i_bit_set(allowed, at);
    }
    factor.weights = weights;
    factor.allowed = allowed;
    return pp_i_problem_add_factor(problem, &factor);
}

static bool make_problem(sorting *s, pp_i_classes *classes)
{
    const pp_i_problem *whole = s->whole;
    pp_i_problem_init(&classes->problem, s->arena);
    for (size_t v = 0; v < whole->domain_sizes.count; v++)
        if (!pp_i_problem_add_variable(&classes->problem, s->class_count[v]))
            return pp_i_run_no_memory(s->maker->run);
    for (size_t f = 0; f < whole->factors.count; f++)
        if (whole->factors.items[f].scope_count != 1 &&
            !add_factor(s, &whole->factors.items[f], &classes->problem))
            return pp_i_run_no_memory(s->maker->run);
    return true;
}

bool pp_i_classes_make(const pp_i_problem *whole, pp_i_front_maker *maker, pp_i_arena *arena,
                       pp_i_classes *classes)
{
    size_t count = whole->domain_sizes.count;
    sorting s = {.whole = whole,
                 .maker = maker,
                 .arena = arena,
                 .class_of = PP_NEW_ARRAY(arena, uint16_t *, count),
                 .first_of = PP_NEW_ARRAY(arena, uint16_t *, count),
                 .class_count = PP_NEW_ARRAY(arena, uint32_t, count)};
    classes->own = PP_NEW_ARRAY(arena, pp_i_front *, count);
    if (s.class_of == NULL || s.first_of == NULL || s.class_count == NULL || classes->own == NULL)
        return pp_i_run_no_memory(maker->run);
    for (uint32_t v = 0; v < count; v++) {
        if (!sort_values(&s, v))
            return false;
        classes->own[v] = PP_NEW_ARRAY(arena, pp_i_front, s.class_count[v]);
        if (classes->own[v] == NULL)
            return pp_i_run_no_memory(maker->run);
        for (uint32_t class = 0; class < s.class_count[v]; class++)
            if (!make_front(&s, v, class, &classes->own[v][class]))
                return false;
    }
    return make_problem(&s, classes);
}
