/* band_sequence.c: in which order the walk assigns the variables; see band_order.h. */
#include <math.h>

#include "engine/band_order.h"

/* Variables are assigned one after the other; of each factor, how many are not yet. */
typedef struct progress {
    bool *assigned;     /* [variable] */
    size_t *missing;    /* [factor] */
    double *logarithms; /* [variable]: of its values */
} progress;

static bool mentions(const pp_i_band_factor *factor, uint32_t variable)
{
    for (size_t i = 0; i < factor->scope_count; i++)
        if (factor->scope[i] == variable)
            return true;
    return false;
}

/* Would `variable` have a factor that lacks more than `next`? */
static bool open_beside(const pp_i_band_bound *bound, const progress *so_far, uint32_t variable,
                        uint32_t next)
{
    for (size_t k = 0; k < bound->factor_counts[variable]; k++) {
        size_t f = bound->factors_of[variable][k];
        if (so_far->missing[f] > mentions(&bound->space->factors[f], next))
            return true;
    }
    return false;
}

/* By how much the values that are open, as a sum of logarithms, grow with `next` assigned. */
static double open_growth(const pp_i_band_bound *bound, const progress *so_far, uint32_t next)
{
    double growth = open_beside(bound, so_far, next, next) ? so_far->logarithms[next] : 0;
    for (size_t k = 0; k < bound->factor_counts[next]; k++) {
        size_t f = bound->factors_of[next][k];
        const pp_i_band_factor *factor = &bound->space->factors[f];
        if (so_far->missing[f] > 1)
            continue;
        for (size_t i = 0; i < factor->scope_count; i++) {
            uint32_t other = factor->scope[i];
            if (other != next && !open_beside(bound, so_far, other, next))
                growth -= so_far->logarithms[other]; /* twice where two factors close it: fine */
        }
    }
    return growth;
}

static bool progress_begin(const pp_i_band_bound *bound, pp_i_front_maker *maker, progress *so_far)
{
    const pp_i_band_space *space = bound->space;
    so_far->assigned = PP_NEW_ARRAY(&maker->work, bool, space->variable_count);
    so_far->missing = PP_NEW_ARRAY(&maker->work, size_t, space->factor_count);
    so_far->logarithms = PP_NEW_ARRAY(&maker->work, double, space->variable_count);
    if (so_far->assigned == NULL || so_far->missing == NULL || so_far->logarithms == NULL)
        return pp_i_run_no_memory(maker->run);
    for (size_t f = 0; f < space->factor_count; f++)
        so_far->missing[f] = space->factors[f].scope_count;
    for (uint32_t v = 0; v < space->variable_count; v++)
        so_far->logarithms[v] = log2((double)bound->space->variables[v].value_count);
    return true;
}

/* The linked variable not yet assigned that opens the least; UINT32_MAX: there is none. */
static uint32_t next_variable(const pp_i_band_bound *bound, const progress *so_far)
{
    uint32_t best = UINT32_MAX;
    double least = INFINITY;
    for (uint32_t v = 0; v < bound->space->variable_count; v++) {
        if (so_far->assigned[v] || bound->factor_counts[v] == 0)
            continue;
        double growth = open_growth(bound, so_far, v);
        if (growth < least) {
            least = growth;
            best = v;
        }
    }
    return best;
}

bool pp_i_band_sequence(const pp_i_band_bound *bound, pp_i_front_maker *maker, uint32_t *variables)
{
    size_t count = bound->space->variable_count, at = 0;
    progress so_far;
    if (!progress_begin(bound, maker, &so_far))
        return false;
    for (uint32_t v; (v = next_variable(bound, &so_far)) != UINT32_MAX;) {
        if (!pp_i_run_step(maker->run, count))
            return false;
        so_far.assigned[v] = true;
        for (size_t k = 0; k < bound->factor_counts[v]; k++)
            so_far.missing[bound->factors_of[v][k]]--;
        variables[at++] = v;
    }
    for (uint32_t v = 0; v < count; v++)
        if (bound->factor_counts[v] == 0)
            variables[at++] = v;
    return true;
}
