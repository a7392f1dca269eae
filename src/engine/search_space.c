/* search_space.c: domains, roles and the trail; see search_space.h. */
#include "engine/search_space.h"

#include "base/checked.h"

/* --- Beginning -------------------------------------------------------------------------------- */

static bool make_domains(pp_i_space *space)
{
    const pp_i_problem *problem = space->problem;
    size_t n = problem->domain_sizes.count, word_count = 0;
    space->variable_count = n;
    space->domain_offsets = PP_NEW_ARRAY(&space->scratch, size_t, n + 1);
    space->domain_counts = PP_NEW_ARRAY(&space->scratch, uint32_t, n);
    space->frames = PP_NEW_ARRAY(&space->scratch, pp_i_space_frame, n + 1);
    if (space->domain_offsets == NULL || space->domain_counts == NULL || space->frames == NULL)
        return false;
    for (size_t v = 0; v < n; v++) {
        space->domain_counts[v] = problem->domain_sizes.items[v];
        word_count += pp_i_word_count(problem->domain_sizes.items[v]);
        space->domain_offsets[v + 1] = word_count;
    }
    space->domains = PP_NEW_ARRAY(&space->scratch, pp_i_word, word_count);
    if (space->domains == NULL)
        return false;
    for (size_t v = 0; v < n; v++)
        for (size_t value = 0; value < space->domain_counts[v]; value++)
            pp_i_bit_set(pp_i_space_domain(space, v), value);
    return true;
}

static pp_i_role role_at_first(const pp_i_factor *factor, pp_i_space_mode mode)
{
    switch (factor->kind) {
    case PP_FACTOR_HARD:
        return PP_ROLE_HARD;
    case PP_FACTOR_SOFT:
        return mode == PP_SPACE_SOFT ? PP_ROLE_OPEN : PP_ROLE_HARD;
    case PP_FACTOR_WEIGHT:
        return mode == PP_SPACE_WEIGH ? PP_ROLE_WEIGHS : PP_ROLE_OFF;
    }
    return PP_ROLE_OFF;
}

static int64_t greatest_weight(const pp_i_factor *factor)
{
    int64_t most = factor->weights[0];
    for (size_t cell = 1; cell < factor->cell_count; cell++)
        most = factor->weights[cell] > most ? factor->weights[cell] : most;
    return most;
}

static bool make_factor(pp_i_space *space, size_t index, pp_i_space_mode mode)
{
    const pp_i_factor *source = &space->problem->factors.items[index];
    size_t *strides = PP_NEW_ARRAY(&space->scratch, size_t, source->scope_count);
    if (strides == NULL)
        return false;
    size_t stride = 1;
    for (size_t i = 0; i < source->scope_count; i++) {
        strides[i] = stride;
        stride *= space->problem->domain_sizes.items[source->scope[i]];
    }
    pp_i_space_factor *factor = &space->factors[index];
    *factor = (pp_i_space_factor){.source = source,
                                  .strides = strides,
                                  .failure_count = 1,
                                  .role = role_at_first(source, mode)};
    if (factor->role == PP_ROLE_WEIGHS) {
        factor->most = greatest_weight(source);
        space->most_sum += factor->most;
    }
    if (factor->role != PP_ROLE_OFF) {
        factor->queued = true;
        space->queue[space->queue_count++] = (uint32_t)index;
    }
    if (source->kind == PP_FACTOR_SOFT)
        space->element_factors[source->element] = (uint32_t)index;
    return true;
}

static bool make_factors(pp_i_space *space, pp_i_space_mode mode)
{
    const pp_i_problem *problem = space->problem;
    size_t count = problem->factors.count, scope_most = 0, word_most = 0;
    space->factor_count = count;
    space->factors = PP_NEW_ARRAY(&space->scratch, pp_i_space_factor, count);
    space->queue = PP_NEW_ARRAY(&space->scratch, uint32_t, count);
    space->element_factors = PP_NEW_ARRAY(&space->scratch, uint32_t, problem->element_count);
    space->element_word_count = pp_i_word_count(problem->element_count);
    space->broken = PP_NEW_ARRAY(&space->scratch, pp_i_word, space->element_word_count);
    if (space->factors == NULL || space->queue == NULL || space->element_factors == NULL ||
        space->broken == NULL)
        return false;
    memset(space->element_factors, 0xff, problem->element_count * sizeof(uint32_t));
    for (size_t f = 0; f < count; f++) {
        if (!make_factor(space, f, mode))
            return false;
        const pp_i_factor *source = space->factors[f].source;
        size_t words = 0;
        for (size_t i = 0; i < source->scope_count; i++)
            words += pp_i_word_count(problem->domain_sizes.items[source->scope[i]]);
        scope_most = source->scope_count > scope_most ? source->scope_count : scope_most;
        word_most = words > word_most ? words : word_most;
    }
    space->support = PP_NEW_ARRAY(&space->scratch, pp_i_word, word_most);
    space->support_offsets = PP_NEW_ARRAY(&space->scratch, size_t, scope_most + 1);
    space->cursor = PP_NEW_ARRAY(&space->scratch, pp_i_value, scope_most);
    return space->support != NULL && space->support_offsets != NULL && space->cursor != NULL;
}

static bool make_incidence(pp_i_space *space)
{
    size_t n = space->variable_count;
    uint32_t **incident = PP_NEW_ARRAY(&space->scratch, uint32_t *, n);
    space->incident = PP_NEW_ARRAY(&space->scratch, const uint32_t *, n);
    space->incident_counts = PP_NEW_ARRAY(&space->scratch, size_t, n);
    if (incident == NULL || space->incident == NULL || space->incident_counts == NULL)
        return false;
    for (size_t f = 0; f < space->factor_count; f++)
        for (size_t i = 0; i < space->factors[f].source->scope_count; i++)
            space->incident_counts[space->factors[f].source->scope[i]]++;
    for (size_t v = 0; v < n; v++) {
        incident[v] = PP_NEW_ARRAY(&space->scratch, uint32_t, space->incident_counts[v]);
        if (incident[v] == NULL)
            return false;
        space->incident[v] = incident[v];
        space->incident_counts[v] = 0;
    }
    for (size_t f = 0; f < space->factor_count; f++)
        for (size_t i = 0; i < space->factors[f].source->scope_count; i++) {
            uint32_t v = space->factors[f].source->scope[i];
            incident[v][space->incident_counts[v]++] = (uint32_t)f;
        }
    return true;
}

bool pp_i_space_begin(pp_i_space *space, const pp_i_problem *problem, pp_i_space_mode mode,
                      pp_i_run *run)
{
    *space = (pp_i_space){.problem = problem, .run = run};
    pp_i_arena_init(&space->scratch, problem->arena->allocator);
    if (!make_domains(space) || !make_factors(space, mode) || !make_incidence(space))
        return pp_i_run_no_memory(run);
    return true;
}

void pp_i_space_free(pp_i_space *space)
{
    pp_i_arena_free(&space->scratch);
}

/* --- Changing and undoing --------------------------------------------------------------------- */

static bool note(pp_i_space *space, pp_i_trail_entry entry)
{
    return PP_LIST_ADD(&space->scratch, &space->trail, entry) || pp_i_run_no_memory(space->run);
}

static void enqueue(pp_i_space *space, uint32_t factor)
{
    if (space->factors[factor].queued || space->factors[factor].role == PP_ROLE_OFF)
        return;
    size_t at = space->queue_first + space->queue_count++;
    space->queue[at % space->factor_count] = factor;
    space->factors[factor].queued = true;
}

bool pp_i_space_remove(pp_i_space *space, uint32_t variable, size_t value)
{
    if (!note(space, (pp_i_trail_entry){PP_TRAIL_VALUE, variable, (int64_t)value}))
        return false;
    pp_i_bit_clear(pp_i_space_domain(space, variable), value);
    space->domain_counts[variable]--;
    for (size_t i = 0; i < space->incident_counts[variable]; i++)
        enqueue(space, space->incident[variable][i]);
    return true;
}

bool pp_i_space_assign(pp_i_space *space, uint32_t variable, size_t value)
{
    size_t size = space->problem->domain_sizes.items[variable];
    const pp_i_word *domain = pp_i_space_domain(space, variable);
    for (size_t other = 0; (other = pp_i_bits_next(domain, size, other)) < size; other++)
        if (other != value && !pp_i_space_remove(space, variable, other))
            return false;
    return true;
}

/* Role and brokenness in one number, for the trail. */
static int64_t packed_role(const pp_i_space_factor *factor)
{
    return (int64_t)factor->role * 2 + factor->broken;
}

bool pp_i_space_set_role(pp_i_space *space, uint32_t factor, pp_i_role role)
{
    int64_t old = packed_role(&space->factors[factor]);
    if (!note(space, (pp_i_trail_entry){PP_TRAIL_ROLE, factor, old}))
        return false;
    space->factors[factor].role = role;
    if (role == PP_ROLE_HARD)
        enqueue(space, factor);
    return true;
}

bool pp_i_space_break(pp_i_space *space, uint32_t factor)
{
    if (!pp_i_space_set_role(space, factor, PP_ROLE_OFF))
        return false;
    space->factors[factor].broken = true;
    pp_i_bit_set(space->broken, space->factors[factor].source->element);
    space->broken_count++;
    return true;
}

bool pp_i_space_set_most(pp_i_space *space, uint32_t factor, int64_t most)
{
    if (!note(space, (pp_i_trail_entry){PP_TRAIL_MOST, factor, space->factors[factor].most}))
        return false;
    space->most_sum += most - space->factors[factor].most;
    space->factors[factor].most = most;
    return true;
}

static void undo_role(pp_i_space *space, pp_i_space_factor *factor, int64_t old)
{
    if (factor->broken && old % 2 == 0) {
        pp_i_bit_clear(space->broken, factor->source->element);
        space->broken_count--;
    }
    factor->broken = old % 2 != 0;
    factor->role = (pp_i_role)(old / 2);
}

static void queue_clear(pp_i_space *space)
{
    for (; space->queue_count > 0; space->queue_count--) {
        space->factors[space->queue[space->queue_first]].queued = false;
        space->queue_first = (space->queue_first + 1) % space->factor_count;
    }
}

void pp_i_space_undo(pp_i_space *space, size_t mark)
{
    queue_clear(space);
    while (space->trail.count > mark) {
        pp_i_trail_entry entry = space->trail.items[--space->trail.count];
        switch (entry.kind) {
        case PP_TRAIL_VALUE:
            pp_i_bit_set(pp_i_space_domain(space, entry.index), (size_t)entry.old);
            space->domain_counts[entry.index]++;
            break;
        case PP_TRAIL_ROLE:
            undo_role(space, &space->factors[entry.index], entry.old);
            break;
        case PP_TRAIL_MOST:
            space->most_sum += entry.old - space->factors[entry.index].most;
            space->factors[entry.index].most = entry.old;
            break;
        }
    }
}

bool pp_i_space_propagate(pp_i_space *space)
{
    while (space->queue_count > 0) {
        uint32_t factor = space->queue[space->queue_first];
        space->queue_first = (space->queue_first + 1) % space->factor_count;
        space->queue_count--;
        space->factors[factor].queued = false;
        if (!pp_i_space_look(space, factor)) {
            if (space->run->stop == PP_STOP_NONE)
                space->factors[factor].failure_count++;
            return false;
        }
    }
    return true;
}

/* --- Choosing --------------------------------------------------------------------------------- */

/* How often the factors that still depend on the variable have failed; 0: there are none. */
static uint64_t degree(const pp_i_space *space, size_t variable)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < space->incident_counts[variable]; i++) {
        const pp_i_space_factor *factor = &space->factors[space->incident[variable][i]];
        sum += factor->role == PP_ROLE_OFF ? 0 : factor->failure_count;
    }
    return sum;
}

uint32_t pp_i_space_pick(const pp_i_space *space, const uint32_t *variables, size_t count)
{
    uint32_t best = PP_NO_VARIABLE;
    uint64_t best_count = 0, best_degree = 1;
    size_t all = variables == NULL ? space->variable_count : count;
    for (size_t i = 0; i < all; i++) {
        size_t v = variables == NULL ? i : variables[i];
        uint64_t its_count = space->domain_counts[v];
        uint64_t its_degree = its_count > 1 ? degree(space, v) : 0;
        if (its_degree == 0)
            continue;
        /* its_count / its_degree < best_count / best_degree; failures stay below 2^40 */
        uint64_t its = its_count * best_degree, other = best_count * its_degree;
        if (best == PP_NO_VARIABLE || its < other || (its == other && v < best)) {
            best = (uint32_t)v;
            best_count = its_count;
            best_degree = its_degree;
        }
    }
    return best;
}

void pp_i_space_values(const pp_i_space *space, pp_i_value *assignment)
{
    for (size_t v = 0; v < space->variable_count; v++)
        assignment[v] = (pp_i_value)pp_i_bits_next(pp_i_space_domain(space, v),
                                                   space->problem->domain_sizes.items[v], 0);
}
