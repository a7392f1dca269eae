/*
 * search_factor.c: what one factor still says, by going through the cells that the domains leave.
 *
 * A hard factor removes each value that no allowed cell has; one that allows every cell left is
 * switched off, and so no longer ties its variables together. A soft one is decided once all cells
 * left agree. A weight is bounded by its greatest cell left.
 */
#include "engine/search_space.h"

/* How many cells are left, or more than the limit. */
static size_t cells_left(const pp_i_space *space, const pp_i_factor *source)
{
    size_t cells = 1;
    for (size_t i = 0; i < source->scope_count && cells <= PP_SPACE_CELL_COUNT_MAX; i++)
        cells *= space->domain_counts[source->scope[i]];
    return cells;
}

static size_t next_value(const pp_i_space *space, uint32_t variable, size_t from)
{
    return pp_i_bits_next(pp_i_space_domain(space, variable),
                          space->problem->domain_sizes.items[variable], from);
}

/* The first cell left; sets the cursor. */
static size_t cell_first(pp_i_space *space, const pp_i_space_factor *factor)
{
    size_t cell = 0;
    for (size_t i = 0; i < factor->source->scope_count; i++) {
        space->cursor[i] = (pp_i_value)next_value(space, factor->source->scope[i], 0);
        cell += space->cursor[i] * factor->strides[i];
    }
    return cell;
}

/* Moves the cursor and `*cell` on; false after the last. */
static bool cell_next(pp_i_space *space, const pp_i_space_factor *factor, size_t *cell)
{
    const pp_i_factor *source = factor->source;
    for (size_t i = 0; i < source->scope_count; i++) {
        uint32_t v = source->scope[i];
        size_t old = space->cursor[i], value = next_value(space, v, old + 1);
        bool carry = value >= space->problem->domain_sizes.items[v];
        if (carry)
            value = next_value(space, v, 0);
        space->cursor[i] = (pp_i_value)value;
        *cell = *cell + value * factor->strides[i] - old * factor->strides[i];
        if (!carry)
            return true;
    }
    return false;
}

/* Clears the supports; returns how many values want one. */
static size_t support_begin(pp_i_space *space, const pp_i_factor *source)
{
    size_t wanted = 0, words = 0;
    for (size_t i = 0; i < source->scope_count; i++) {
        space->support_offsets[i] = words;
        words += pp_i_word_count(space->problem->domain_sizes.items[source->scope[i]]);
        wanted += space->domain_counts[source->scope[i]];
    }
    memset(space->support, 0, words * sizeof *space->support);
    return wanted;
}

/* Marks the cursor's values as supported; returns how many were not before. */
static size_t support_mark(pp_i_space *space, size_t scope_count)
{
    size_t fresh = 0;
    for (size_t i = 0; i < scope_count; i++) {
        pp_i_word *words = space->support + space->support_offsets[i];
        fresh += !pp_i_bit_get(words, space->cursor[i]);
        pp_i_bit_set(words, space->cursor[i]);
    }
    return fresh;
}

static bool remove_unsupported(pp_i_space *space, const pp_i_factor *source)
{
    for (size_t i = 0; i < source->scope_count; i++) {
        uint32_t v = source->scope[i];
        const pp_i_word *support = space->support + space->support_offsets[i];
        size_t size = space->problem->domain_sizes.items[v];
        for (size_t value = 0; (value = next_value(space, v, value)) < size; value++)
            if (!pp_i_bit_get(support, value) && !pp_i_space_remove(space, v, value))
                return false;
    }
    return true;
}

static bool look_hard(pp_i_space *space, uint32_t index)
{
    const pp_i_space_factor *factor = &space->factors[index];
    const pp_i_factor *source = factor->source;
    size_t unsupported = support_begin(space, source);
    bool some_allowed = false, some_not = false;
    size_t cell = cell_first(space, factor);
    do {
        if (pp_i_factor_allows(source, cell)) {
            some_allowed = true;
            unsupported -= support_mark(space, source->scope_count);
        } else {
            some_not = true;
        }
    } while ((unsupported > 0 || !some_not) && cell_next(space, factor, &cell));
    if (!some_allowed)
        return false;
    if (!some_not)
        return pp_i_space_set_role(space, index, PP_ROLE_OFF);
    return unsupported == 0 || remove_unsupported(space, source);
}

static bool look_soft(pp_i_space *space, uint32_t index)
{
    const pp_i_space_factor *factor = &space->factors[index];
    bool some_allowed = false, some_not = false;
    size_t cell = cell_first(space, factor);
    do {
        if (pp_i_factor_allows(factor->source, cell))
            some_allowed = true;
        else
            some_not = true;
    } while (!(some_allowed && some_not) && cell_next(space, factor, &cell));
    if (!some_allowed)
        return pp_i_space_break(space, index);
    return some_not || pp_i_space_set_role(space, index, PP_ROLE_OFF);
}

static bool look_weight(pp_i_space *space, uint32_t index)
{
    const pp_i_space_factor *factor = &space->factors[index];
    size_t cell = cell_first(space, factor);
    int64_t most = factor->source->weights[cell], least = most;
    while (cell_next(space, factor, &cell)) {
        int64_t weight = factor->source->weights[cell];
        most = weight > most ? weight : most;
        least = weight < least ? weight : least;
    }
    if (most != factor->most && !pp_i_space_set_most(space, index, most))
        return false;
    return most != least || pp_i_space_set_role(space, index, PP_ROLE_OFF);
}

bool pp_i_space_look(pp_i_space *space, uint32_t index)
{
    const pp_i_space_factor *factor = &space->factors[index];
    size_t cells = cells_left(space, factor->source);
    if (!pp_i_run_step(space->run, 1 + (cells > PP_SPACE_CELL_COUNT_MAX ? 0 : cells / 8)))
        return false;
    if (cells > PP_SPACE_CELL_COUNT_MAX)
        return true;
    switch (factor->role) {
    case PP_ROLE_OFF:
        return true;
    case PP_ROLE_HARD:
        return look_hard(space, index);
    case PP_ROLE_OPEN:
        return look_soft(space, index);
    case PP_ROLE_WEIGHS:
        return look_weight(space, index);
    }
    return true;
}
