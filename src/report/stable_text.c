/* stable_text.c: which outcomes hold, in words: the equilibria, what they rest on, and the rest. */
#include <inttypes.h>
#include <stdio.h>

#include "report/stable_text.h"

/* --- The answer in words ---------------------------------------------------------------------- */

static size_t count_any(const pp_stable *stable)
{
    size_t count = 0;
    for (size_t s = 0; s < stable->state_count; s++)
        count += stable->equilibria[s] != 0;
    return count;
}

/* What a limit has left of the notions. */
static void say_unknown(pp_i_page *page, const pp_stable *stable)
{
    if (stable->concepts == 0)
        pp_i_page_say(page, 0, 0, PP_RICH_YELLOW "Not known: a limit stopped the search.");
    else
        pp_i_page_say(page, 0, 0,
                      PP_RICH_YELLOW "%s under one or more of the notions that no limit stopped.",
                      pp_i_words_count(page, count_any(stable), "outcome holds", "outcomes hold"));
}

static void say_verdict(pp_i_page *page, const pp_stable *stable)
{
    if (!(stable->concepts >> PP_CONCEPT_NASH & 1)) {
        say_unknown(page, stable);
        return;
    }
    size_t nash = stable->equilibrium_count[PP_CONCEPT_NASH];
    size_t by_fear = count_any(stable) - nash;
    const char *holds = pp_i_words_count(page, nash, "outcome holds", "outcomes hold");
    if (nash > 0)
        pp_i_page_say(page, 0, 0, PP_RICH_GREEN "%s: no party gains by leaving alone.", holds);
    else if (by_fear > 0)
        pp_i_page_say(page, 0, 0,
                      PP_RICH_YELLOW "No outcome holds by itself: from each, some party gains by "
                                     "leaving alone.");
    else
        pp_i_page_say(page, 0, 0, PP_RICH_RED "No outcome holds, under any of the notions.");
    if (by_fear == 0)
        return;
    const char *count = nash > 0 ? pp_i_words_count(page, by_fear, "more holds", "more hold")
                                 : pp_i_words_count(page, by_fear, "holds", "hold");
    pp_i_page_say(page, 0, 0, "%s as long as whoever would gain by leaving reckons with an answer.",
                  count);
}

/* Of whom nothing is said: what holds for them holds for want of words. */
static void say_silent(pp_i_page *page, const pp_stable *stable)
{
    size_t silent[PP_CASE_PARTY_COUNT_MAX], count = 0;
    for (size_t p = 0; p < stable->party_count; p++)
        if (stable->parties[p].moves && stable->parties[p].preferring == PP_PREFERRING_NOTHING)
            silent[count++] = p;
    if (count > 0)
        pp_i_page_say(page, 0, 0,
                      PP_RICH_YELLOW "The case says nothing of the wishes of %s: with all states "
                                     "alike, no state is left on their account.",
                      pp_i_words_parties(page, stable->the_case, silent, count));
}

static void say_size(pp_i_page *page, const pp_stable *stable)
{
    const pp_case *the_case = stable->the_case;
    size_t packages = stable->member_first[stable->state_count];
    size_t movers = 0;
    for (size_t p = 0; p < stable->party_count; p++)
        movers += stable->parties[p].moves;
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0,
                  "%s of %s and %s%s. A state is named by its code; its options stand "
                  "beside it.",
                  pp_i_words_count(page, stable->state_count, "state", "states"),
                  pp_i_words_count(page, the_case->issue_count, "issue", "issues"),
                  pp_i_words_count(page, movers, "party that can move", "parties that can move"),
                  packages == stable->state_count
                      ? ""
                      : pp_i_page_format(page,
                                         "; %s that satisfy the links, some of them one state",
                                         pp_i_words_count(page, packages, "package", "packages")));
    say_silent(page, stable);
    for (size_t i = 0; i < stable->assumed_count; i++)
        pp_i_page_say(page, 0, 2, "Assumed: %s",
                      pp_i_page_safe(page, pp_i_text_of(stable->assumed[i])));
}

/* --- The states that hold --------------------------------------------------------------------- */

/* Issues on which not all states agree: the columns. */
static const size_t *varied(pp_i_page *page, const pp_stable *stable, const size_t *states,
                            size_t count, size_t *found)
{
    size_t *issues = PP_NEW_ARRAY(page->arena, size_t, stable->the_case->issue_count);
    *found = 0;
    if (issues == NULL) {
        pp_i_page_fail(page);
        return NULL;
    }
    for (size_t i = 0; i < stable->the_case->issue_count; i++) {
        size_t option = pp_i_stable_option(stable, states[0], i);
        bool same = option != SIZE_MAX;
        for (size_t k = 1; k < count && same; k++)
            same = pp_i_stable_option(stable, states[k], i) == option;
        if (!same || count == 1)
            issues[(*found)++] = i;
    }
    return issues;
}

static const char *cell(pp_i_page *page, const pp_stable *stable, size_t state, size_t issue)
{
    size_t option = pp_i_stable_option(stable, state, issue);
    return option == SIZE_MAX
               ? PP_RICH_DIM "any"
               : pp_i_words_option(page, &stable->the_case->issues[issue], option, false);
}

/* What is alike in all that the table shows. */
static void say_alike(pp_i_page *page, const pp_stable *stable, const size_t *states, size_t count,
                      const size_t *issues, size_t issue_count)
{
    pp_i_builder out;
    pp_i_builder_init(&out, page->arena);
    for (size_t i = 0, next = 0; i < stable->the_case->issue_count; i++) {
        if (next < issue_count && issues[next] == i) {
            next++;
            continue;
        }
        pp_i_builder_print(&out, "%s%s: %s", out.length == 0 ? "" : "; ",
                           pp_i_page_safe(page, stable->the_case->issues[i].title),
                           cell(page, stable, states[0], i));
    }
    if (out.length > 0 && count > 1)
        pp_i_page_say(page, 2, 2, "In all of them: %s.", pp_i_page_take(page, &out));
}

static void print_states(pp_i_page *page, const pp_stable *stable, const size_t *states,
                         size_t count)
{
    size_t issue_count;
    const size_t *issues = varied(page, stable, states, count, &issue_count);
    pp_i_text_table table;
    if (issues == NULL)
        return;
    pp_i_text_table_init(&table, page->arena, issue_count + 2, 1);
    if (table.failed) {
        pp_i_page_fail(page);
        return;
    }
    table.columns[0] = (pp_i_column){.title = "State", .right = true};
    for (size_t i = 0; i < issue_count; i++)
        table.columns[i + 1] =
            (pp_i_column){.title = pp_i_page_safe(page, stable->the_case->issues[issues[i]].title)};
    table.columns[issue_count + 1] = (pp_i_column){.title = "Holds under", .width_min = 14};
    for (size_t k = 0; k < count; k++) {
        pp_i_text_table_add(&table, pp_i_page_format(page, "%" PRIu64, stable->codes[states[k]]));
        for (size_t i = 0; i < issue_count; i++)
            pp_i_text_table_add(&table, cell(page, stable, states[k], issues[i]));
        pp_i_text_table_add(
            &table, pp_i_stable_concepts_words(page, stable, stable->equilibria[states[k]]));
    }
    pp_i_page_table(page, 2, &table);
    say_alike(page, stable, states, count, issues, issue_count);
}

/* Equilibria, those that most notions keep first; `rest`: the other states. */
static size_t pick(pp_i_page *page, const pp_stable *stable, bool rest, bool all, size_t **states)
{
    size_t count = 0, most = all ? stable->state_count : PP_STABLE_SHOWN;
    *states =
        PP_NEW_ARRAY(page->arena, size_t, most < stable->state_count ? most : stable->state_count);
    if (*states == NULL) {
        pp_i_page_fail(page);
        return 0;
    }
    for (int pass = 0; pass < 2; pass++)
        for (size_t s = 0; s < stable->state_count && count < most; s++) {
            bool nash = stable->equilibria[s] >> PP_CONCEPT_NASH & 1;
            bool wanted = rest ? stable->equilibria[s] == 0 && pass == 0
                               : stable->equilibria[s] != 0 && nash == (pass == 0);
            if (wanted)
                (*states)[count++] = s;
        }
    return count;
}

static void say_states(pp_i_page *page, const pp_stable *stable, bool all)
{
    size_t *states, total = count_any(stable), count = pick(page, stable, false, all, &states);
    if (count > 0) {
        pp_i_page_heading(page, "What holds");
        pp_i_page_blank(page);
        print_states(page, stable, states, count);
        if (count < total)
            pp_i_page_say(page, 2, 0, "%zu more: --all lists them, --csv FILE writes them.",
                          total - count);
    }
    if (!all)
        return;
    count = pick(page, stable, true, true, &states);
    if (count == 0)
        return;
    pp_i_page_heading(page, "The other states");
    pp_i_page_blank(page);
    print_states(page, stable, states, count);
}

/* --- The notions ------------------------------------------------------------------------------ */

static void say_notions(pp_i_page *page, const pp_stable *stable)
{
    pp_i_text_table table;
    pp_i_page_heading(page, "What the notions ask");
    pp_i_page_blank(page);
    pp_i_text_table_init(&table, page->arena, 3, 1);
    if (table.failed) {
        pp_i_page_fail(page);
        return;
    }
    table.columns[0] = (pp_i_column){.title = "Notion"};
    table.columns[1] = (pp_i_column){.title = "States", .right = true};
    table.columns[2] = (pp_i_column){.title = "A state holds when"};
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++) {
        if (!(stable->concepts >> c & 1))
            continue;
        char digits[32];
        snprintf(digits, sizeof digits, "%zu", stable->equilibrium_count[c]);
        pp_i_text_table_add(&table, pp_i_stable_concept(c));
        pp_i_text_table_add(&table, pp_i_words_number(page, digits));
        pp_i_text_table_add(&table, pp_i_stable_meaning(c));
    }
    pp_i_page_table(page, 2, &table);
}

/* --- What it rests on ------------------------------------------------------------------------- */

static const char *preferring_words(pp_i_page *page, const pp_stable_party *party)
{
    static const char *const words[] = {
        "its ranking in the case", "its priorities in the case", "its values in the case",
        PP_RICH_YELLOW "an estimate: the case gives orders alone" PP_RICH_PLAIN,
        PP_RICH_YELLOW "nothing is said: every state is alike to it" PP_RICH_PLAIN};
    const char *said = words[party->preferring];
    if (party->unranked > 0)
        said = pp_i_page_format(page, "%s; %zu states that it leaves out count as worst", said,
                                party->unranked);
    if (party->unknown > 0)
        said = pp_i_page_format(page, "%s; %zu pairs are left open", said, party->unknown);
    return said;
}

static void say_parties(pp_i_page *page, const pp_stable *stable)
{
    pp_i_page_heading(page, "What this rests on");
    for (size_t p = 0; p < stable->party_count; p++) {
        const pp_stable_party *party = &stable->parties[p];
        if (!party->moves)
            continue;
        pp_i_page_say(page, 2, 2, "%s: %s.%s", pp_i_stable_party_name(page, stable, p),
                      preferring_words(page, party),
                      party->transitive ? ""
                                        : " Two of its moves can lead where no single one does.");
    }
    for (size_t p = 0; p < stable->party_count; p++)
        if (!stable->parties[p].moves)
            pp_i_page_say(page, 2, 2, "%s can move nothing alone, and so decides nothing here.",
                          pp_i_stable_party_name(page, stable, p));
    pp_i_words_assumptions(page, stable->the_case);
}

/* --- All of it -------------------------------------------------------------------------------- */

static pp_status say_asked(pp_i_page *page, pp_stable *stable, const pp_stable_view *view,
                           pp_error *error)
{
    pp_status status = PP_OK;
    if (view->why != NULL)
        status = pp_i_stable_reason(page, stable, *view->why, error);
    if (status == PP_OK && view->from != NULL)
        status = pp_i_stable_paths(page, stable, *view->from, view->all, error);
    if (status == PP_OK && view->coalitions)
        status = pp_i_stable_together(page, stable, view, error);
    if (status == PP_OK && view->inverse != NULL)
        status = pp_i_stable_rankings(page, stable, *view->inverse, view->party, error);
    if (status == PP_OK && view->robust)
        status = pp_i_stable_left_open(page, stable, view, error);
    return status;
}

pp_status pp_i_stable_text(pp_i_page *page, pp_stable *stable, const pp_stable_view *view,
                           pp_error *error)
{
    bool asked = view->why != NULL || view->from != NULL || view->inverse != NULL ||
                 view->coalitions || view->robust;
    say_verdict(page, stable);
    pp_i_words_title(page, stable->the_case, stable->as_of);
    if (stable->state_count == 0) {
        pp_i_words_incomplete(page, stable->incomplete, stable->incomplete_count);
        return PP_OK;
    }
    say_size(page, stable);
    pp_status status = say_asked(page, stable, view, error);
    if (status != PP_OK)
        return status;
    if (!asked || view->all) {
        say_states(page, stable, view->all);
        if (view->from == NULL)
            status = pp_i_stable_today(page, stable, error);
        say_notions(page, stable);
        if (status == PP_OK)
            status = pp_i_stable_unstable(page, stable, view->all, error);
        if (status == PP_OK)
            status = pp_i_stable_foresight(page, stable, error);
        if (status == PP_OK)
            say_parties(page, stable);
    }
    pp_i_words_incomplete(page, stable->incomplete, stable->incomplete_count);
    return status;
}
