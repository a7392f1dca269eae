/* search_count_parts.c: judging groups, splitting into parts, keys of parts; see search_count.h. */
#include <stdlib.h>

#include "engine/search_count.h"

/* --- Groups ----------------------------------------------------------------------------------- */

/* The groups that break, and those with a factor that may yet. */
static void groups_now(const pp_i_space *space, pp_i_set256 *broken, pp_i_set256 *open)
{
    *broken = *open = (pp_i_set256){{0}};
    for (size_t f = 0; f < space->factor_count; f++) {
        const pp_i_space_factor *factor = &space->factors[f];
        if (factor->source->kind != PP_FACTOR_SOFT)
            continue;
        if (factor->broken)
            pp_i_set256_add(broken, factor->source->group);
        if (factor->role == PP_ROLE_OPEN)
            pp_i_set256_add(open, factor->source->group);
    }
    *open = pp_i_set256_minus(*open, *broken);
}

/* Gives the open factors of `groups` another role. */
static bool give_role(pp_i_space *space, const pp_i_set256 *groups, pp_i_role role)
{
    for (size_t f = 0; f < space->factor_count; f++) {
        const pp_i_space_factor *factor = &space->factors[f];
        if (factor->role == PP_ROLE_OPEN && pp_i_set256_has(groups, factor->source->group) &&
            !pp_i_space_set_role(space, (uint32_t)f, role))
            return false;
    }
    return true;
}

/* Those of the open groups of which not one more may break. */
static pp_i_set256 must_hold_of(const pp_i_counting *state, const pp_i_set256 *broken,
                                const pp_i_set256 *open)
{
    pp_i_set256 found = {{0}}, with = *broken;
    for (size_t g = 0; (g = pp_i_set256_next(open, g)) < PP_SET256_MEMBER_COUNT_MAX; g++) {
        pp_i_set256_add(&with, g);
        if (!state->accepts(state->context, with.words))
            pp_i_set256_add(&found, g);
        pp_i_set256_remove(&with, g); /* it is not broken: it is open */
    }
    return found;
}

bool pp_i_counting_judge(pp_i_counting *state)
{
    pp_i_space *space = &state->space;
    if (state->accepts == NULL)
        return true;
    for (;;) {
        static const pp_i_set256 none;
        pp_i_set256 broken, open;
        groups_now(space, &broken, &open);
        if (!pp_i_run_step(space->run, 1 + space->factor_count / 8) ||
            !state->accepts(state->context, broken.words))
            return false;
        /* in a broken group nothing matters any more; nor in any, where all may break */
        pp_i_set256 either = pp_i_set256_union(broken, open);
        bool all = state->accepts(state->context, either.words);
        if (!give_role(space, all ? &either : &broken, PP_ROLE_OFF))
            return false;
        pp_i_set256 must_hold = all ? none : must_hold_of(state, &broken, &open);
        if (pp_i_set256_is_empty(&must_hold))
            return true;
        if (!give_role(space, &must_hold, PP_ROLE_HARD) || !pp_i_space_propagate(space))
            return false;
    }
}

/* --- Parts ------------------------------------------------------------------------------------ */

static bool add_member(pp_i_counting *state, uint32_t variable)
{
    if (state->space.domain_counts[variable] < 2 || state->stamps[variable] == state->stamp)
        return true;
    state->stamps[variable] = state->stamp;
    return PP_LIST_ADD(&state->space.scratch, &state->members, variable) ||
           pp_i_run_no_memory(state->space.run);
}

static bool add_scope(pp_i_counting *state, const pp_i_space_factor *factor)
{
    for (size_t i = 0; i < factor->source->scope_count; i++)
        if (!add_member(state, factor->source->scope[i]))
            return false;
    return true;
}

/* All open soft factors count as one. */
static bool add_open(pp_i_counting *state)
{
    for (size_t f = 0; f < state->space.factor_count; f++)
        if (state->space.factors[f].role == PP_ROLE_OPEN &&
            !add_scope(state, &state->space.factors[f]))
            return false;
    return true;
}

/* The part that `variable` is in; *alone where nothing depends on it. */
static bool gather(pp_i_counting *state, uint32_t variable, pp_i_part *part, bool *alone)
{
    const pp_i_space *space = &state->space;
    *part = (pp_i_part){.first = state->members.count};
    *alone = true;
    if (!add_member(state, variable))
        return false;
    for (size_t at = part->first; at < state->members.count; at++) {
        uint32_t member = state->members.items[at];
        for (size_t i = 0; i < space->incident_counts[member]; i++) {
            const pp_i_space_factor *factor = &space->factors[space->incident[member][i]];
            if (factor->role == PP_ROLE_OFF)
                continue;
            *alone = false;
            if (!add_scope(state, factor))
                return false;
            if (factor->role == PP_ROLE_OPEN && !part->open) {
                part->open = true;
                if (!add_open(state))
                    return false;
            }
        }
    }
    part->count = state->members.count - part->first;
    return pp_i_run_step(space->run, 1 + part->count / 4);
}

static void scale(pp_i_counting *state, uint64_t *product, uint64_t by)
{
    pp_i_limbs_multiply(state->spare, state->limb_count, product, state->limb_count, &by, 1);
    memcpy(product, state->spare, state->limb_count * sizeof *product);
}

/* `variables` may lie in members, which can move: hence an index. */
bool pp_i_counting_split(pp_i_counting *state, const uint32_t *variables, size_t count,
                         uint64_t *product)
{
    pp_i_space *space = &state->space;
    size_t offset = variables == NULL ? 0 : (size_t)(variables - state->members.items);
    state->stamp++;
    for (size_t i = 0; i < count; i++) {
        uint32_t v = variables == NULL ? (uint32_t)i : state->members.items[offset + i];
        if (space->domain_counts[v] < 2 || state->stamps[v] == state->stamp)
            continue;
        pp_i_part part;
        bool alone;
        if (!gather(state, v, &part, &alone))
            return false;
        if (alone) {
            scale(state, product, space->domain_counts[v]);
            state->members.count = part.first;
        } else if (!PP_LIST_ADD(&space->scratch, &state->parts, part)) {
            return pp_i_run_no_memory(space->run);
        }
    }
    return true;
}

/* --- Keys -------------------------------------------------------------------------------------
 *
 * Domains alone are no key where groups are accepted: with the same domains a group's factors may
 * have to hold (another group is broken already) or not matter at all (theirs is). No soft factor
 * of a part with a key is open, and a group's open factors become hard all at once, so the groups
 * with a hard factor in the part say the rest.
 */

static int compare_variables(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

static bool mention(pp_i_counting *state, uint32_t variable)
{
    if (state->stamps[variable] == state->stamp)
        return true;
    state->stamps[variable] = state->stamp;
    return PP_LIST_ADD(&state->space.scratch, &state->mentioned, variable);
}

/* Mentions the variables of all factors that still matter to the part; *hard_groups: the groups of
 * soft ones among them. */
static bool mention_all(pp_i_counting *state, const uint32_t *variables, size_t count,
                        pp_i_set256 *hard_groups)
{
    const pp_i_space *space = &state->space;
    *hard_groups = (pp_i_set256){{0}};
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < space->incident_counts[variables[k]]; i++) {
            const pp_i_space_factor *factor = &space->factors[space->incident[variables[k]][i]];
            if (factor->role == PP_ROLE_OFF)
                continue;
            if (state->accepts != NULL && factor->source->kind == PP_FACTOR_SOFT)
                pp_i_set256_add(hard_groups, factor->source->group);
            for (size_t j = 0; j < factor->source->scope_count; j++)
                if (!mention(state, factor->source->scope[j]))
                    return false;
        }
    return true;
}

bool pp_i_counting_key(pp_i_counting *state, const uint32_t *variables, size_t count)
{
    pp_i_space *space = &state->space;
    pp_i_set256 hard_groups;
    size_t word_count = pp_i_word_count(space->problem->group_count);
    bool added = true;
    state->stamp++;
    state->mentioned.count = state->key.count = 0;
    if (!mention_all(state, variables, count, &hard_groups))
        return pp_i_run_no_memory(space->run);
    for (size_t w = 0; added && w < word_count; w++)
        added = PP_LIST_ADD(&space->scratch, &state->key, hard_groups.words[w]);
    if (!added)
        return pp_i_run_no_memory(space->run);
    qsort(state->mentioned.items, state->mentioned.count, sizeof(uint32_t), compare_variables);
    for (size_t i = 0; i < state->mentioned.count; i++) {
        uint32_t v = state->mentioned.items[i];
        added = PP_LIST_ADD(&space->scratch, &state->key, v);
        for (size_t w = space->domain_offsets[v]; added && w < space->domain_offsets[v + 1]; w++)
            added = PP_LIST_ADD(&space->scratch, &state->key, space->domains[w]);
        if (!added)
            return pp_i_run_no_memory(space->run);
    }
    return true;
}
