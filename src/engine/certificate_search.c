/*
 * certificate_search.c: a refutation by backtracking, where the tables would be too large.
 *
 * A state of the walk assigns some variables. The next one is that with the fewest values which no
 * factor forbids at once. When all of its values have failed, what they failed on - the variables
 * of the forbidding factors and of the nodes below - is the context of the node; and where a choice
 * does not stand in it, that choice did not matter and the node takes the place of its parent
 * (conflict-directed backjumping: prosser1993).
 */
#include "engine/certificate_build.h"

typedef struct step {
    uint32_t variable;
    size_t value; /* the one being tried */
    pp_i_word *conflict;
    pp_i_refutation_branch *branches;
} step;

typedef struct backtracker {
    pp_i_refutation_build *build;
    size_t variable_count, word_count;
    pp_i_word *assigned;
    pp_i_value *values;
    size_t *open_counts; /* [factor]: variables not assigned */
    uint32_t **incident;
    size_t *incident_counts;
    step *steps; /* one a variable at most */
    size_t depth;
    uint32_t *context_variables; /* room for one node */
    pp_i_value *context_values;
} backtracker;

static bool counts(const pp_i_factor *factor)
{
    return factor->kind != PP_FACTOR_WEIGHT;
}

static bool begin_incidence(backtracker *b)
{
    const pp_i_problem *problem = b->build->problem;
    pp_i_arena *scratch = &b->build->scratch;
    for (size_t f = 0; f < problem->factors.count; f++) {
        const pp_i_factor *factor = &problem->factors.items[f];
        b->open_counts[f] = factor->scope_count;
        for (size_t i = 0; counts(factor) && i < factor->scope_count; i++)
            b->incident_counts[factor->scope[i]]++;
    }
    for (size_t v = 0; v < b->variable_count; v++) {
        b->incident[v] = PP_NEW_ARRAY(scratch, uint32_t, b->incident_counts[v]);
        if (b->incident[v] == NULL)
            return false;
        b->incident_counts[v] = 0;
    }
    for (size_t f = 0; f < problem->factors.count; f++) {
        const pp_i_factor *factor = &problem->factors.items[f];
        for (size_t i = 0; counts(factor) && i < factor->scope_count; i++) {
            uint32_t v = factor->scope[i];
            b->incident[v][b->incident_counts[v]++] = (uint32_t)f;
        }
    }
    return true;
}

static bool begin(backtracker *b)
{
    const pp_i_problem *problem = b->build->problem;
    pp_i_arena *scratch = &b->build->scratch;
    size_t n = problem->domain_sizes.count;
    b->variable_count = n;
    b->word_count = pp_i_word_count(n);
    b->assigned = PP_NEW_ARRAY(scratch, pp_i_word, b->word_count);
    b->values = PP_NEW_ARRAY(scratch, pp_i_value, n);
    b->open_counts = PP_NEW_ARRAY(scratch, size_t, problem->factors.count);
    b->incident = PP_NEW_ARRAY(scratch, uint32_t *, n);
    b->incident_counts = PP_NEW_ARRAY(scratch, size_t, n);
    b->steps = PP_NEW_ARRAY(scratch, step, n + 1);
    b->context_variables = PP_NEW_ARRAY(scratch, uint32_t, n);
    b->context_values = PP_NEW_ARRAY(scratch, pp_i_value, n);
    if (b->assigned == NULL || b->values == NULL || b->open_counts == NULL || b->incident == NULL ||
        b->incident_counts == NULL || b->steps == NULL || b->context_variables == NULL ||
        b->context_values == NULL)
        return false;
    for (size_t i = 0; i <= n; i++) {
        b->steps[i].conflict = PP_NEW_ARRAY(scratch, pp_i_word, b->word_count);
        if (b->steps[i].conflict == NULL)
            return false;
    }
    return begin_incidence(b);
}

static void set_assigned(backtracker *b, uint32_t variable, bool is)
{
    if (is)
        pp_i_bit_set(b->assigned, variable);
    else
        pp_i_bit_clear(b->assigned, variable);
    for (size_t i = 0; i < b->incident_counts[variable]; i++)
        b->open_counts[b->incident[variable][i]] += is ? (size_t)-1 : 1;
}

/* A factor that forbids `value` of a variable not assigned, all else in it being assigned; or
 * UINT32_MAX. */
static uint32_t forbidding(backtracker *b, uint32_t variable, size_t value)
{
    const pp_i_problem *problem = b->build->problem;
    b->values[variable] = (pp_i_value)value;
    for (size_t i = 0; i < b->incident_counts[variable]; i++) {
        uint32_t f = b->incident[variable][i];
        const pp_i_factor *factor = &problem->factors.items[f];
        if (b->open_counts[f] == 1 &&
            !pp_i_factor_allows(factor, pp_i_factor_cell(problem, factor, b->values)))
            return f;
    }
    return UINT32_MAX;
}

/* The unassigned variable with the fewest values that are not forbidden, the more factors the
 * better; UINT32_MAX where all are assigned, or the run stopped. */
static uint32_t pick(backtracker *b)
{
    uint32_t best = UINT32_MAX;
    size_t best_count = SIZE_MAX;
    for (uint32_t v = 0; v < b->variable_count && best_count > 0; v++) {
        if (pp_i_bit_get(b->assigned, v) || b->incident_counts[v] == 0)
            continue;
        size_t size = b->build->problem->domain_sizes.items[v], count = 0;
        for (size_t value = 0; value < size && count <= best_count; value++)
            count += forbidding(b, v, value) == UINT32_MAX;
        if (!pp_i_run_step(b->build->run, 1 + size * b->incident_counts[v] / 4))
            return UINT32_MAX;
        if (best == UINT32_MAX || count < best_count ||
            (count == best_count && b->incident_counts[v] > b->incident_counts[best])) {
            best = v;
            best_count = count;
        }
    }
    return best;
}

/* Begins to try the values of `variable`. */
static bool push(backtracker *b, uint32_t variable)
{
    step *top = &b->steps[b->depth++];
    top->variable = variable;
    top->value = 0;
    memset(top->conflict, 0, b->word_count * sizeof *top->conflict);
    top->branches = PP_NEW_ARRAY(&b->build->scratch, pp_i_refutation_branch,
                                 b->build->problem->domain_sizes.items[variable]);
    return top->branches != NULL || pp_i_run_no_memory(b->build->run);
}

/* Tries values from the present one on until one is not forbidden at once; false: all have failed.
 */
static bool try_values(backtracker *b, step *top)
{
    const pp_i_problem *problem = b->build->problem;
    for (; top->value < problem->domain_sizes.items[top->variable]; top->value++) {
        uint32_t f = forbidding(b, top->variable, top->value);
        if (f == UINT32_MAX)
            return true;
        const pp_i_factor *factor = &problem->factors.items[f];
        for (size_t i = 0; i < factor->scope_count; i++)
            pp_i_bit_set(top->conflict, factor->scope[i]);
        top->branches[top->value] = (pp_i_refutation_branch){.is_leaf = true, .index = f};
    }
    return false;
}

/* The node of a step all of whose values have failed. */
static bool make_node(backtracker *b, step *top, uint32_t *node)
{
    size_t count = 0, n = b->variable_count;
    pp_i_bit_clear(top->conflict, top->variable);
    for (size_t v = 0; (v = pp_i_bits_next(top->conflict, n, v)) < n; v++) {
        b->context_variables[count] = (uint32_t)v;
        b->context_values[count++] = b->values[v];
    }
    pp_i_refutation_branch *branches;
    *node = (uint32_t)b->build->nodes.count;
    if (!pp_i_refutation_add(b->build, top->variable, b->context_variables, b->context_values,
                             count, &branches))
        return false;
    memcpy(branches, top->branches,
           b->build->problem->domain_sizes.items[top->variable] * sizeof *branches);
    return true;
}

/* Takes back choices that `conflict` does not name, and answers the last one that it does with the
 * node. False where no choice is left: the node is the root. */
static bool jump_back(backtracker *b, const pp_i_word *conflict, uint32_t node)
{
    for (; b->depth > 0; b->depth--) {
        step *top = &b->steps[b->depth - 1];
        set_assigned(b, top->variable, false);
        if (!pp_i_bit_get(conflict, top->variable))
            continue;
        for (size_t w = 0; w < b->word_count; w++)
            top->conflict[w] |= conflict[w];
        top->branches[top->value++] = (pp_i_refutation_branch){.index = node};
        return true;
    }
    b->build->root = node;
    return false;
}

bool pp_i_refute_by_search(pp_i_refutation_build *build, bool *made)
{
    backtracker b = {.build = build};
    *made = false;
    if (!begin(&b))
        return pp_i_run_no_memory(build->run);
    for (bool fresh = true;;) {
        if (fresh) {
            uint32_t variable = pick(&b);
            if (variable == UINT32_MAX)
                return build->run->stop == PP_STOP_NONE; /* nothing is violated */
            if (!push(&b, variable))
                return false;
        }
        step *top = &b.steps[b.depth - 1];
        fresh = try_values(&b, top);
        if (fresh) {
            set_assigned(&b, top->variable, true);
            continue;
        }
        uint32_t node;
        if (!make_node(&b, top, &node) || !pp_i_run_step(build->run, 1))
            return false;
        b.depth--; /* its own variable is not assigned now */
        if (!jump_back(&b, top->conflict, node)) {
            *made = true;
            return true;
        }
    }
}
