/* band_classes.c: the space of a problem over classes; see band_space.h. */
#include <string.h>

#include "engine/band_space.h"

/* The factors under construction; those over the same scope become one. */
typedef struct gathering {
    pp_i_front_maker *maker;
    pp_i_arena *arena;
    pp_i_band_factor *factors;
    size_t factor_count;
} gathering;

static bool same_scope(const pp_i_band_factor *a, const pp_i_factor *b)
{
    return a->scope_count == b->scope_count &&
           (a->scope_count == 0 ||
            memcmp(a->scope, b->scope, b->scope_count * sizeof *b->scope) == 0);
}

/* The factor over just that scope, made where there is none. */
static pp_i_band_factor *factor_over(gathering *g, const pp_i_factor *factor)
{
    for (size_t f = g->factor_count; f-- > 0;)
        if (same_scope(&g->factors[f], factor))
            return &g->factors[f];
    bool *allowed = PP_NEW_ARRAY(g->arena, bool, factor->cell_count);
    uint32_t *scope = PP_NEW_ARRAY(g->arena, uint32_t, factor->scope_count);
    if (allowed == NULL || scope == NULL)
        return NULL;
    memset(allowed, true, factor->cell_count);
    if (factor->scope_count > 0)
        memcpy(scope, factor->scope, factor->scope_count * sizeof *scope);
    pp_i_band_factor *made = &g->factors[g->factor_count++];
    *made = (pp_i_band_factor){.scope = scope,
                               .scope_count = factor->scope_count,
                               .cell_count = factor->cell_count,
                               .allowed = allowed};
    return made;
}

static bool add_factor(gathering *g, const pp_i_factor *factor)
{
    pp_i_band_factor *to = factor_over(g, factor);
    if (to == NULL)
        return pp_i_run_no_memory(g->maker->run);
    if (factor->kind != PP_FACTOR_WEIGHT) {
        for (size_t cell = 0; cell < factor->cell_count; cell++)
            ((bool *)to->allowed)[cell] &= pp_i_factor_allows(factor, cell);
        return true;
    }
    int64_t *sums = to->sums != NULL ? (int64_t *)to->sums
                                     : PP_NEW_ARRAY(g->arena, int64_t, 2 * factor->cell_count);
    if (sums == NULL)
        return pp_i_run_no_memory(g->maker->run);
    for (size_t cell = 0; cell < factor->cell_count; cell++)
        sums[2 * cell + factor->group] += factor->weights[cell];
    to->sums = sums;
    return true;
}

bool pp_i_band_space_make(const pp_i_classes *classes, pp_i_front_maker *maker, pp_i_arena *arena,
                          pp_i_band_space *space)
{
    const pp_i_problem *problem = &classes->problem;
    const int64_t nothing[2] = {0, 0};
    size_t count = problem->domain_sizes.count;
    gathering g = {.maker = maker,
                   .arena = arena,
                   .factors = PP_NEW_ARRAY(arena, pp_i_band_factor, problem->factors.count)};
    pp_i_band_variable *variables = PP_NEW_ARRAY(arena, pp_i_band_variable, count);
    bool **keep = PP_NEW_ARRAY(arena, bool *, count);
    if (g.factors == NULL || variables == NULL || keep == NULL)
        return pp_i_run_no_memory(maker->run);
    pp_i_band_space whole = {.variable_count = count, .variables = variables};
    if (!pp_i_front_single(maker, arena, nothing, PP_FRONT_NO_TRACE, &whole.fixed))
        return false;
    for (size_t i = 0; i < count; i++) {
        variables[i] = (pp_i_band_variable){.value_count = problem->domain_sizes.items[i],
                                            .own = classes->own[i]};
        keep[i] = PP_NEW_ARRAY(arena, bool, variables[i].value_count);
        if (keep[i] == NULL)
            return pp_i_run_no_memory(maker->run);
        for (size_t v = 0; v < variables[i].value_count; v++)
            keep[i][v] = classes->own[i][v].count > 0;
    }
    for (size_t f = 0; f < problem->factors.count; f++)
        if (!add_factor(&g, &problem->factors.items[f]))
            return false;
    for (size_t f = 0; f < g.factor_count; f++)
        whole.empty = whole.empty || (g.factors[f].scope_count == 0 && !g.factors[f].allowed[0]);
    whole.factors = g.factors;
    whole.factor_count = g.factor_count;
    return pp_i_band_space_restrict(&whole, keep, NULL, NULL, maker, arena, space);
}
