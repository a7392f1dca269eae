/* revise_orders.c: orders of options put in the place of those that a case has; see revise.h. */
#include "case/revise.h"

#include "base/error.h"
#include "case/chain.h"

#define ASSUMED "tried-order-"

typedef struct revising {
    pp_case *made;
    pp_i_preference *preferences; /* copies, with room for every party */
    pp_i_assumption *assumptions;
    pp_error *error;
} revising;

static pp_status fail_option(revising *state, const pp_i_issue *issue, pp_text id)
{
    if (id.length == 0)
        return pp_i_fail(state->error, PP_ERROR_ARGUMENT,
                         "an option is missing in the order of `%.*s`", (int)issue->id.length,
                         issue->id.data);
    return pp_i_fail(state->error, PP_ERROR_ARGUMENT, "`%.*s` is no option of `%.*s`",
                     (int)(id.length < 64 ? id.length : 64), id.data, (int)issue->id.length,
                     issue->id.data);
}

/* `a > b ~ c` as one chain; `text` outlives it. */
static pp_status read_chain(revising *state, const pp_i_issue *issue, pp_text text,
                            pp_i_chain *chain)
{
    pp_i_arena *arena = &state->made->arena;
    uint32_t *subjects = PP_NEW_ARRAY(arena, uint32_t, issue->option_count);
    bool *tied = PP_NEW_ARRAY(arena, bool, issue->option_count);
    bool *seen = PP_NEW_ARRAY(arena, bool, issue->option_count);
    if (subjects == NULL || tied == NULL || seen == NULL)
        return pp_i_fail_memory(state->error);
    size_t count = 0, at = 0;
    pp_i_chain_part part;
    while (pp_i_chain_next(text, &at, &part)) {
        pp_text id = pp_i_chain_word(text, part);
        size_t option = pp_i_issue_option(issue, id);
        if (option == PP_NONE)
            return fail_option(state, issue, id);
        if (seen[option])
            return pp_i_fail(state->error, PP_ERROR_ARGUMENT, "`%.*s` stands twice in an order",
                             (int)id.length, id.data);
        seen[option] = true;
        subjects[count] = (uint32_t)option;
        tied[count++] = part.tied;
    }
    *chain = (pp_i_chain){subjects, tied, count, text, {0, 0}};
    return PP_OK;
}

/* The preferences of a party, made where there are none. */
static pp_i_preference *preference_of(revising *state, size_t party)
{
    pp_case *made = state->made;
    for (size_t i = 0; i < made->preference_count; i++)
        if (state->preferences[i].party == party)
            return &state->preferences[i];
    pp_i_preference *added = &state->preferences[made->preference_count++];
    *added = (pp_i_preference){.party = party};
    return added;
}

static pp_status refuse_values(revising *state, const pp_i_preference *preference, size_t issue)
{
    for (size_t i = 0; i < preference->value_count; i++)
        if (preference->values[i].issue == issue)
            return pp_i_fail(state->error, PP_ERROR_ARGUMENT,
                             "`%.*s` has values on `%.*s`, which give the order already",
                             (int)state->made->parties[preference->party].id.length,
                             state->made->parties[preference->party].id.data,
                             (int)state->made->issues[issue].id.length,
                             state->made->issues[issue].id.data);
    return PP_OK;
}

/* Puts the chain (null: none) in the place of the order on `issue`. */
static pp_status put(revising *state, pp_i_preference *preference, size_t issue,
                     const pp_i_chain *chain)
{
    pp_i_order *orders = PP_NEW_ARRAY(&state->made->arena, pp_i_order, preference->order_count + 1);
    if (orders == NULL)
        return pp_i_fail_memory(state->error);
    size_t count = 0;
    for (size_t i = 0; i < preference->order_count; i++)
        if (preference->orders[i].issue != issue)
            orders[count++] = preference->orders[i];
    if (chain != NULL)
        orders[count++] = (pp_i_order){issue, chain, 1};
    preference->orders = orders;
    preference->order_count = count;
    return PP_OK;
}

static bool is_free(const pp_case *made, const pp_i_assumption *assumptions, pp_text id)
{
    for (size_t i = 0; i < made->assumption_count; i++)
        if (pp_i_text_equal(assumptions[i].id, id))
            return false;
    return true;
}

/* A case that rests on an order that was put in says so. */
static pp_status assume(revising *state, size_t party, size_t issue, pp_text order)
{
    pp_case *made = state->made;
    const char *id = NULL;
    for (size_t n = 1; id == NULL || !is_free(made, state->assumptions, pp_i_text_of(id)); n++)
        if ((id = pp_i_arena_print(&made->arena, ASSUMED "%zu", n)) == NULL)
            return pp_i_fail_memory(state->error);
    pp_text name = made->parties[party].name, title = made->issues[issue].title;
    const char *says =
        order.length == 0
            ? pp_i_arena_print(&made->arena,
                               "What %.*s wants more on “%.*s” was left open by hand.",
                               (int)name.length, name.data, (int)title.length, title.data)
            : pp_i_arena_print(&made->arena,
                               "What %.*s wants more on “%.*s” was put in by hand: %.*s.",
                               (int)name.length, name.data, (int)title.length, title.data,
                               (int)order.length, order.data);
    if (says == NULL)
        return pp_i_fail_memory(state->error);
    state->assumptions[made->assumption_count++] =
        (pp_i_assumption){pp_i_text_of(id), pp_i_text_of(says), {0, 0}};
    return PP_OK;
}

static pp_status revise_one(revising *state, const pp_order_revision *revision)
{
    pp_case *made = state->made;
    size_t party = pp_i_map_get(&made->party_ids, pp_i_text_of(revision->party));
    if (party == PP_NONE)
        return pp_i_fail(state->error, PP_ERROR_ARGUMENT, "there is no party `%.64s`",
                         revision->party);
    size_t issue = pp_i_map_get(&made->issue_ids, pp_i_text_of(revision->issue));
    if (issue == PP_NONE)
        return pp_i_fail(state->error, PP_ERROR_ARGUMENT, "there is no issue `%.64s`",
                         revision->issue);
    const char *copy = pp_i_arena_copy(&made->arena, revision->order, strlen(revision->order));
    pp_i_chain *chain = PP_NEW(&made->arena, pp_i_chain);
    if (copy == NULL || chain == NULL)
        return pp_i_fail_memory(state->error);
    pp_text order = pp_i_text_trim(pp_i_text_of(copy));
    pp_i_preference *preference = preference_of(state, party);
    pp_status status = refuse_values(state, preference, issue);
    if (status == PP_OK && order.length > 0)
        status = read_chain(state, &made->issues[issue], order, chain);
    if (status == PP_OK)
        status = put(state, preference, issue, order.length > 0 ? chain : NULL);
    return status == PP_OK ? assume(state, party, issue, order) : status;
}

pp_status pp_i_revise_orders(pp_case *made, const pp_revision *revision, pp_error *error)
{
    if (revision->order_count == 0)
        return PP_OK;
    revising state = {.made = made, .error = error};
    state.preferences = PP_NEW_ARRAY(&made->arena, pp_i_preference, made->party_count);
    state.assumptions =
        PP_NEW_ARRAY(&made->arena, pp_i_assumption, made->assumption_count + revision->order_count);
    if (state.preferences == NULL || state.assumptions == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < made->preference_count; i++)
        state.preferences[i] = made->preferences[i];
    for (size_t i = 0; i < made->assumption_count; i++)
        state.assumptions[i] = made->assumptions[i];
    made->preferences = state.preferences;
    made->assumptions = state.assumptions;
    pp_status status = PP_OK;
    for (size_t i = 0; i < revision->order_count && status == PP_OK; i++)
        status = revise_one(&state, &revision->orders[i]);
    return status;
}
