/* ask_state.c: what is known before any answer: the verdict, and the packages that `ask` looks at.
 */
#include "report/answers.h"
#include "report/words.h"

bool pp_i_ask_differs(const pp_ask *ask, size_t issue)
{
    for (size_t k = 1; k < ask->package_count; k++)
        if (ask->packages[k][issue] != ask->packages[0][issue])
            return true;
    return false;
}

/* On which issues the packages agree, with their option, and on which they differ. */
static void say_packages(pp_i_page *page, const pp_ask *ask)
{
    const pp_case *the_case = ask->the_case;
    const char **differing = PP_NEW_ARRAY(page->arena, const char *, the_case->issue_count);
    size_t count = 0;
    if (differing == NULL) {
        pp_i_page_fail(page);
        return;
    }
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (pp_i_ask_differs(ask, i))
            differing[count++] =
                pp_i_page_format(page, "“%s”", pp_i_page_safe(page, the_case->issues[i].title));
    if (count > 0)
        pp_i_page_say(page, 0, 0, "They differ on %s.",
                      pp_i_words_list(page, differing, count, "and"));
    if (count == the_case->issue_count)
        return;
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0, ask->package_count == 1 ? "It has:" : "Each of them has:");
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (!pp_i_ask_differs(ask, i))
            pp_i_page_say(
                page, 2, 2, "%s: %s", pp_i_page_safe(page, the_case->issues[i].title),
                pp_i_words_option(page, &the_case->issues[i], ask->packages[0][i], false));
}

static void say_readings(pp_i_page *page, const pp_ask *ask)
{
    const char *lines =
        pp_i_words_count(page, ask->unclear_count, "unclear red line", "unclear red lines");
    if (ask->with_agreement >= 1)
        pp_i_page_say(page, 0, 0, "An agreement is possible in every reading of the %s.", lines);
    else if (ask->with_agreement <= 0)
        pp_i_page_say(page, 0, 0, "No agreement is possible in any reading of the %s.", lines);
    else
        pp_i_page_say(page, 0, 0,
                      "No agreement is possible when unclear red lines count as real; one is in %s "
                      "of the readings of the %s.",
                      pp_i_words_share(page, ask->with_agreement), lines);
}

void pp_i_ask_state(pp_i_page *page, const pp_ask *ask)
{
    pp_i_page_heading(page, "As the case stands");
    if (ask->verdict_known && ask->unclear_count > 0)
        say_readings(page, ask);
    else if (ask->verdict_known)
        pp_i_page_say(page, 0, 0, "%s; no red line is unclear.",
                      ask->agreement ? "An agreement is possible" : "No agreement is possible");
    else
        pp_i_page_say(page, 0, 0, "Whether an agreement is possible is not known.");
    if (ask->package_count == 0)
        return;
    pp_i_page_blank(page);
    const char *which =
        ask->agreement
            ? "in the zone"
            : pp_i_page_format(page, "that %s the fewest red lines (%zu)",
                               ask->package_count == 1 ? "breaks" : "break", ask->fewest_broken);
    pp_i_page_say(page, 0, 0,
                  "The %s%s %s %s looked at. Whatever is unknown of what %s %s, %s efficient.",
                  ask->packages_cut ? "first " : "",
                  pp_i_words_count(page, ask->package_count, "package", "packages"), which,
                  ask->package_count == 1 ? "is" : "are",
                  pp_i_words_parties(page, ask->the_case, ask->parties, ask->party_count),
                  ask->party_count == 1 ? "wants" : "want",
                  ask->efficient_count == 0
                      ? (ask->package_count == 1 ? "it is not surely" : "none of them is surely")
                  : ask->package_count == 1 ? "it is"
                  : ask->efficient_count == 1
                      ? "1 of them is"
                      : pp_i_page_format(page, "%zu of them are", ask->efficient_count));
    if (ask->picks_known)
        pp_i_page_say(page, 0, 0,
                      "In %s of the random draws of what is unknown, one of these packages is "
                      "acceptable to all: not worse than no deal for anyone.",
                      pp_i_words_share(page, ask->acceptable));
    say_packages(page, ask);
}
