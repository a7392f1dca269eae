/* stable_text_more.c: paths, coalitions, inverse analysis and limited foresight, in words. */
#include <stdio.h>

#include "report/stable_text.h"

enum { PATH_LENGTH_MAX = 4096, HORIZONS_SHOWN = 4, FORESIGHT_STATES_MAX = 1000 };

/* --- Paths ------------------------------------------------------------------------------------ */

const pp_stable_step *pp_i_stable_path(pp_i_page *page, const pp_stable_paths *paths, size_t to,
                                       size_t *count)
{
    *count = paths->distance[to];
    pp_stable_step *steps = PP_NEW_ARRAY(page->arena, pp_stable_step, *count);
    if (steps == NULL) {
        pp_i_page_fail(page);
        return NULL;
    }
    for (size_t k = *count; k > 0; k--) {
        steps[k - 1] = (pp_stable_step){paths->by[to].party, to};
        to = paths->by[to].state;
    }
    return steps;
}

/* The equilibria that one gets to, and how; how many. */
static size_t say_reached(pp_i_page *page, const pp_stable *stable, size_t from,
                          const pp_stable_paths *paths, bool all)
{
    size_t count = 0;
    for (size_t s = 0; s < stable->state_count; s++) {
        if (s == from || stable->equilibria[s] == 0 || paths->distance[s] == SIZE_MAX)
            continue;
        if (count++ >= PP_STABLE_SHOWN && !all)
            continue;
        size_t steps;
        const pp_stable_step *way = pp_i_stable_path(page, paths, s, &steps);
        if (way == NULL)
            return count;
        pp_i_page_say(page, 2, 4,
                      PP_RICH_BOLD "%s" PP_RICH_PLAIN ", which holds under %s, in %s: %s.",
                      pp_i_stable_number(page, stable, s),
                      pp_i_stable_concepts_words(page, stable, stable->equilibria[s]),
                      pp_i_words_count(page, steps, "step", "steps"),
                      pp_i_stable_steps(page, stable, from, way, steps));
    }
    if (count > PP_STABLE_SHOWN && !all)
        pp_i_page_say(page, 2, 0, "%zu more: --all lists them.", count - PP_STABLE_SHOWN);
    return count;
}

static void say_start(pp_i_page *page, const pp_stable *stable, size_t from)
{
    pp_i_page_say(page, 2, 2, "%s", pp_i_stable_state_words(page, stable, from));
    pp_i_page_say(page, 2, 2, "Holds under %s.",
                  pp_i_stable_concepts_words(page, stable, stable->equilibria[from]));
}

static void say_drift(pp_i_page *page, const pp_stable *stable, size_t from,
                      const pp_stable_paths *gains, bool all)
{
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0, "Where each step is a gain for the party that takes it:");
    if (say_reached(page, stable, from, gains, all) == 0)
        pp_i_page_say(page, 2, 0, "no other state that holds is reached.");
}

pp_status pp_i_stable_today(pp_i_page *page, pp_stable *stable, pp_error *error)
{
    size_t from = pp_i_stable_status_quo(stable);
    if (stable->the_case->status_quo == NULL)
        return PP_OK;
    if (from == SIZE_MAX) {
        pp_i_page_heading(page, "From the status quo");
        pp_i_page_say(page, 2, 0, "The status quo is none of the states looked at.");
        return PP_OK;
    }
    pp_stable_paths gains;
    pp_status status = pp_i_stable_from(stable, from, true, &gains, error);
    if (status != PP_OK)
        return status;
    pp_i_page_heading(page, pp_i_page_format(page, "From the status quo, %s",
                                             pp_i_stable_number(page, stable, from)));
    say_start(page, stable, from);
    say_drift(page, stable, from, &gains, false);
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0, "--from status_quo shows where any steps lead, --plot FILE draws it.");
    return PP_OK;
}

pp_status pp_i_stable_paths(pp_i_page *page, pp_stable *stable, size_t from, bool all,
                            pp_error *error)
{
    pp_stable_paths gains, any;
    pp_status status = pp_i_stable_from(stable, from, true, &gains, error);
    if (status == PP_OK)
        status = pp_i_stable_from(stable, from, false, &any, error);
    if (status != PP_OK)
        return status;
    pp_i_page_heading(page, pp_i_page_format(page, "What can come of %s",
                                             pp_i_stable_number(page, stable, from)));
    say_start(page, stable, from);
    say_drift(page, stable, from, &gains, all);
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0, "By any steps, whoever gains or loses:");
    if (say_reached(page, stable, from, &any, all) == 0)
        pp_i_page_say(page, 2, 0, "no other state that holds is reached.");
    size_t beyond = 0;
    for (size_t s = 0; s < stable->state_count; s++)
        beyond += stable->equilibria[s] != 0 && any.distance[s] == SIZE_MAX;
    if (beyond > 0)
        pp_i_page_say(page, 0, 0, "Out of reach from here: %s.",
                      pp_i_words_count(page, beyond, "state that holds", "states that hold"));
    return PP_OK;
}

/* --- Coalitions ------------------------------------------------------------------------------- */

static const char *members(pp_i_page *page, const pp_stable *stable, const pp_stable_jumps *jumps,
                           uint64_t coalition)
{
    size_t parties[64], count = 0;
    for (; coalition != 0; coalition &= coalition - 1) {
        size_t bit = (size_t)__builtin_ctzll(coalition);
        parties[count++] = jumps->movers == NULL ? bit : jumps->movers[bit];
    }
    return pp_i_words_parties(page, stable->the_case, parties, count);
}

static bool is_pair(uint64_t coalition)
{
    coalition &= coalition - 1; /* without its lowest bit */
    return coalition != 0 && (coalition & (coalition - 1)) == 0;
}

static pp_status say_jumps(pp_i_page *page, pp_stable *stable, size_t state, pp_error *error)
{
    pp_stable_jumps jumps;
    pp_status status = pp_i_stable_coalitions(stable, state, &jumps, error);
    if (status != PP_OK)
        return status;
    pp_i_page_blank(page);
    pp_i_page_say(page, 2, 2, PP_RICH_BOLD "%s" PP_RICH_PLAIN " · %s",
                  pp_i_stable_number(page, stable, state),
                  pp_i_stable_state_words(page, stable, state));
    if (jumps.count == 0)
        pp_i_page_say(page, 4, 2, "No parties gain together by leaving it%s.",
                      jumps.stable ? ", and none gains alone: it is coalitionally stable" : "");
    for (size_t k = 0; k < jumps.count && k < PP_STABLE_SHOWN; k++) {
        const pp_stable_jump *jump = &jumps.jumps[k];
        pp_i_page_say(page, 4, 2, "%s %s gain by “%s” (%s)%s.",
                      members(page, stable, &jumps, jump->coalition),
                      is_pair(jump->coalition) ? "both" : "all",
                      pp_i_stable_change(page, stable, state, jump->state),
                      pp_i_stable_number(page, stable, jump->state),
                      jump->equilibrium ? ", and there no party gains by leaving alone" : "");
    }
    if (jumps.count > PP_STABLE_SHOWN)
        pp_i_page_say(page, 4, 2, "%zu more such moves: --json lists them.",
                      jumps.count - PP_STABLE_SHOWN);
    return PP_OK;
}

pp_status pp_i_stable_together(pp_i_page *page, pp_stable *stable, const pp_stable_view *view,
                               pp_error *error)
{
    pp_i_page_heading(page, "What parties gain by moving together");
    if (view->from != NULL)
        return say_jumps(page, stable, *view->from, error);
    size_t shown = 0;
    for (size_t s = 0; s < stable->state_count && (view->all || shown < PP_STABLE_SHOWN); s++) {
        if (stable->equilibria[s] == 0)
            continue;
        pp_status status = say_jumps(page, stable, s, error);
        if (status != PP_OK)
            return status;
        shown++;
    }
    if (shown == 0)
        pp_i_page_say(page, 2, 0, "No state holds; --from STATE asks of one that does not.");
    return PP_OK;
}

/* --- Inverse ---------------------------------------------------------------------------------- */

pp_status pp_i_stable_rankings(pp_i_page *page, pp_stable *stable, size_t state, size_t party,
                               pp_error *error)
{
    pp_stable_inverse inverse;
    pp_status status = pp_i_stable_inverse_of(stable, state, party, &inverse, error);
    if (status != PP_OK)
        return status;
    pp_i_page_heading(page, pp_i_page_format(page, "What would make %s hold",
                                             pp_i_stable_number(page, stable, state)));
    pp_i_page_say(page, 2, 2, "%s", pp_i_stable_state_words(page, stable, state));
    pp_i_page_blank(page);
    if (party == SIZE_MAX)
        pp_i_page_say(page, 0, 0,
                      "The parties that can move could rank the states in %s ways, ties apart. The "
                      "state is an equilibrium under:",
                      pp_i_words_number(page, inverse.rankings));
    else
        pp_i_page_say(page, 0, 0,
                      "%s could rank the states in %s ways, ties apart. The others' preferences "
                      "being as they are, the state is an equilibrium under:",
                      pp_i_stable_party_name(page, stable, party),
                      pp_i_words_number(page, inverse.rankings));
    pp_i_page_blank(page);
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 2, 1);
    if (table.failed) {
        pp_i_page_fail(page);
        return PP_OK;
    }
    table.columns[0] = (pp_i_column){.title = "Notion"};
    table.columns[1] = (pp_i_column){.title = "Rankings", .right = true};
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++) {
        if (inverse.count[c] == NULL)
            continue;
        pp_i_text_table_add(&table, pp_i_stable_concept(c));
        pp_i_text_table_add(&table, pp_i_words_number(page, inverse.count[c]));
    }
    pp_i_page_table(page, 2, &table);
    return PP_OK;
}

/* --- Limited foresight ------------------------------------------------------------------------ */

static const char *codes_held(pp_i_page *page, const pp_stable *stable, const unsigned char *by)
{
    pp_i_builder out;
    pp_i_builder_init(&out, page->arena);
    size_t count = 0;
    for (size_t s = 0; s < stable->state_count; s++) {
        if (by[s] != 3)
            continue;
        if (count++ < PP_STABLE_SHOWN)
            pp_i_builder_print(&out, "%s%s (%s)", out.length == 0 ? "" : "\n",
                               pp_i_stable_number(page, stable, s),
                               pp_i_stable_state_words(page, stable, s));
    }
    if (count > PP_STABLE_SHOWN)
        pp_i_builder_print(&out, "\nand %zu more", count - PP_STABLE_SHOWN);
    return out.length == 0 ? "none" : pp_i_page_take(page, &out);
}

/* Horizons with the same answer are one row. */
static void add_horizon(pp_i_page *page, pp_i_text_table *table, size_t first, size_t last,
                        const char *held)
{
    pp_i_text_table_add(table, first == last ? pp_i_page_format(page, "%zu", first)
                                             : pp_i_page_format(page, "%zu to %zu", first, last));
    pp_i_text_table_add(table, held);
}

/* With two parties: what holds where each looks so many steps ahead and takes turns. */
pp_status pp_i_stable_foresight(pp_i_page *page, pp_stable *stable, pp_error *error)
{
    size_t movers = 0;
    for (size_t p = 0; p < stable->party_count; p++)
        movers += stable->parties[p].moves;
    if (movers != 2 || stable->state_count > FORESIGHT_STATES_MAX)
        return PP_OK;
    for (size_t p = 0; p < stable->party_count; p++)
        if (stable->parties[p].unknown > 0)
            return PP_OK;
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 2, 1);
    if (table.failed) {
        pp_i_page_fail(page);
        return PP_OK;
    }
    table.columns[0] = (pp_i_column){.title = "Steps ahead"};
    table.columns[1] = (pp_i_column){.title = "What holds"};
    table.grid = true;
    const char *last = "";
    for (size_t h = 1, first = 1; h <= HORIZONS_SHOWN + 1; h++) {
        const unsigned char *by;
        pp_status status = pp_i_stable_horizon(stable, h > HORIZONS_SHOWN ? 0 : h, &by, error);
        if (status != PP_OK)
            return status;
        const char *held = codes_held(page, stable, by);
        if (h > 1 && (h > HORIZONS_SHOWN || strcmp(held, last) != 0)) {
            add_horizon(page, &table, first, h - 1, last);
            first = h;
        }
        if (h > HORIZONS_SHOWN) {
            pp_i_text_table_add(&table, "any number, from some number on");
            pp_i_text_table_add(&table, held);
        }
        last = held;
    }
    pp_i_page_heading(page, "If both look a fixed number of steps ahead, taking turns");
    pp_i_page_blank(page);
    pp_i_page_table(page, 2, &table);
    return PP_OK;
}
