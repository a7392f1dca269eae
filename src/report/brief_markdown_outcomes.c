/* brief_markdown_outcomes.c: which outcomes would hold, and what to find out next. */
#include "method/stability/graph.h"
#include "report/brief_markdown.h"
#include "report/stable_text.h"

enum { OUTCOME_COUNT_SHOWN_MAX = 20, QUESTION_COUNT_SHOWN_MAX = 10 };
#define WORTH_SAYING 0.005 /* of a share that comes from a sample */

static const char *const notions[PP_CONCEPT_COUNT] = {
    [PP_CONCEPT_NASH] = "Nash",
    [PP_CONCEPT_GMR] = "metarational",
    [PP_CONCEPT_SMR] = "symmetric metarational",
    [PP_CONCEPT_SEQ] = "sequential",
    [PP_CONCEPT_SSEQ] = "symmetric sequential",
    [PP_CONCEPT_SIM] = "simultaneous",
};

/* One outcome: its options, and the notions under which it holds. */
static void add_outcome(pp_i_page *page, const pp_brief *brief, size_t state, uint16_t *package)
{
    const pp_case *the_case = brief->the_case;
    const char *between = ": ";
    pp_i_graph_package(the_case, brief->stable->codes[state], package);
    pp_i_md_add(page, "- %s · ", pp_i_stable_number(page, brief->stable, state));
    for (size_t i = 0; i < the_case->issue_count; i++)
        pp_i_md_add(
            page, "%s%s: %s", i > 0 ? "; " : "", pp_i_md_text(page, the_case->issues[i].title),
            pp_i_md(page, pp_i_words_option(page, &the_case->issues[i], package[i], false)));
    pp_i_md_add(page, " — holds");
    for (size_t i = 0; i < PP_CONCEPT_COUNT; i++) {
        if ((brief->stable->equilibria[state] & 1u << i) == 0)
            continue;
        pp_i_md_add(page, "%s%s", between, notions[i]);
        between = ", ";
    }
    pp_i_md_add(page, "\n");
}

/* One outcome that holds and is reached by gains, with the steps that lead to it. */
static void add_way(pp_i_page *page, const pp_stable *stable, const pp_stable_paths *gains,
                    size_t from, size_t to)
{
    size_t count = 0;
    const pp_stable_step *steps = pp_i_stable_path(page, gains, to, &count);
    if (steps != NULL)
        pp_i_md_add(page, "- %s\n",
                    pp_i_md(page, pp_i_stable_steps(page, stable, from, steps, count)));
}

/* Where the status quo leads, where the case names one. */
static void add_today(pp_i_page *page, pp_stable *stable)
{
    size_t from = pp_i_stable_status_quo(stable), reached = 0;
    pp_stable_paths gains;
    if (from == SIZE_MAX || pp_i_stable_from(stable, from, true, &gains, NULL) != PP_OK)
        return;
    pp_i_md_add(page, "\n### Where things lead from today\n\nToday, %s: %s.",
                pp_i_stable_number(page, stable, from),
                pp_i_md(page, pp_i_stable_state_words(page, stable, from)));
    for (size_t s = 0; s < stable->state_count; s++) {
        if (s == from || stable->equilibria[s] == 0 || gains.distance[s] == SIZE_MAX)
            continue;
        if (reached++ == 0)
            pp_i_md_add(page, " Where each step is a gain for the party that takes it, that leads "
                              "to outcomes that hold:\n\n");
        if (reached <= OUTCOME_COUNT_SHOWN_MAX)
            add_way(page, stable, &gains, from, s);
    }
    if (reached == 0)
        pp_i_md_add(page, " Steps that are gains lead to no other outcome that holds.\n");
    else if (reached > OUTCOME_COUNT_SHOWN_MAX)
        pp_i_md_add(page, "- and %zu more\n", reached - OUTCOME_COUNT_SHOWN_MAX);
}

void pp_i_md_stable(pp_i_page *page, const pp_brief *brief)
{
    const pp_stable *stable = brief->stable;
    if (stable == NULL)
        return;
    uint16_t *package = PP_NEW_ARRAY(page->arena, uint16_t, brief->the_case->issue_count);
    if (package == NULL) {
        pp_i_page_fail(page);
        return;
    }
    size_t count = 0;
    for (size_t i = 0; i < stable->state_count; i++)
        count += stable->equilibria[i] != 0 ? 1 : 0;
    pp_i_md_add(page,
                "\n## Which outcomes would hold\n\n%zu of %zu outcomes hold under at least one "
                "notion of how far parties look ahead: nobody who can move alone would leave "
                "them.%s\n\n",
                count, stable->state_count,
                count > OUTCOME_COUNT_SHOWN_MAX ? " The first of them by code:" : "");
    size_t shown = 0;
    for (size_t i = 0; i < stable->state_count && shown < OUTCOME_COUNT_SHOWN_MAX; i++)
        if (stable->equilibria[i] != 0) {
            add_outcome(page, brief, i, package);
            shown++;
        }
    add_today(page, brief->stable);
}

static const char *share_words(pp_i_page *page, double share)
{
    return share < 0 ? "not known" : share <= 0 ? "–" : pp_i_words_share(page, share);
}

void pp_i_md_ask(pp_i_page *page, const pp_brief *brief)
{
    size_t shown = 0;
    for (size_t i = 0; brief->ask != NULL && i < brief->ask->unknown_count; i++) {
        const pp_unknown *unknown = &brief->ask->unknowns[i];
        if (unknown->verdict <= 0 && unknown->efficient <= 0 && unknown->pick <= WORTH_SAYING)
            continue;
        if (shown++ == QUESTION_COUNT_SHOWN_MAX)
            break;
        if (shown == 1)
            pp_i_md_add(page, "\n## What to find out next\n\n| Question | Changes whether there is "
                              "an agreement | Changes what is efficient | Changes what is picked "
                              "|\n|:---|---:|---:|---:|\n");
        pp_i_md_add(page, "| %s | %s | %s | %s |\n",
                    pp_i_md(page, pp_i_ask_question(page, brief->the_case, unknown)),
                    share_words(page, unknown->verdict), share_words(page, unknown->efficient),
                    share_words(page, unknown->pick));
    }
}
