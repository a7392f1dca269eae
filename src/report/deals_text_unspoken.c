/* deals_text_unspoken.c: what is sure in spite of issues that nobody speaks of, in words. */
#include "report/deals_text.h"

enum { NAMED_MAX = 12 }; /* points named one by one */

/* "point 1", "points 1, 2 and 7"; of many the first, and how many more. */
static const char *point_words(pp_i_page *page, const size_t *points, size_t count)
{
    const char *named[NAMED_MAX + 1] = {NULL};
    size_t shown = count <= NAMED_MAX ? count : NAMED_MAX;
    for (size_t i = 0; i < shown; i++)
        named[i] = pp_i_page_format(page, "%zu", points[i] + 1);
    if (shown < count)
        named[shown++] = pp_i_page_format(page, "%zu more", count - NAMED_MAX);
    return pp_i_page_format(page, "%s %s", count == 1 ? "point" : "points",
                            pp_i_words_list(page, named, shown, "and"));
}

static const char *issue_words(pp_i_page *page, const pp_deals *deals)
{
    const char **titles = PP_NEW_ARRAY(page->arena, const char *, deals->unspoken_count);
    if (titles == NULL) {
        pp_i_page_fail(page);
        return "";
    }
    for (size_t i = 0; i < deals->unspoken_count; i++)
        titles[i] = pp_i_page_format(
            page, "“%s”", pp_i_page_safe(page, deals->the_case->issues[deals->unspoken[i]].title));
    return pp_i_words_list(page, titles, deals->unspoken_count, "and");
}

static void say_alike(pp_i_page *page, const pp_deals *deals)
{
    size_t *points = PP_NEW_ARRAY(page->arena, size_t, deals->point_count), count = 0;
    if (points == NULL) {
        pp_i_page_fail(page);
        return;
    }
    for (size_t i = 0; i < deals->point_count; i++)
        if (deals->robust[i].efficient_alike == 1)
            points[count++] = i;
    if (count == 0)
        return;
    pp_i_page_say(page, 2, 2,
                  "Among the packages that are alike there, %s efficient for all of "
                  "these values: %s.",
                  count == 1 ? "one is" : pp_i_page_format(page, "%zu are", count),
                  count == deals->point_count && count > 1 ? "each of them"
                                                           : point_words(page, points, count));
}

static void say_choice(pp_i_page *page, const pp_deals *deals, const pp_deal_choice *choice)
{
    const char *party = pp_i_deals_party(page, deals, choice->party);
    if (choice->point_count < 2)
        return;
    pp_i_page_say(page, 2, 2,
                  "Once %s says which of %s it likes best, that one is efficient among all of the "
                  "packages, whatever else is unknown.",
                  party, point_words(page, choice->points, choice->point_count));
}

void pp_i_deals_unspoken_words(pp_i_page *page, const pp_deals *deals)
{
    if (deals->unspoken_count == 0)
        return;
    pp_i_page_say(page, 0, 0, "Nothing is said of what %s on %s.",
                  deals->party_count == 1 ? "the party wants" : "any of the parties wants",
                  issue_words(page, deals));
    say_alike(page, deals);
    for (size_t i = 0; i < deals->choice_count; i++)
        say_choice(page, deals, &deals->choices[i]);
}
