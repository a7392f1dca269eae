/* judge_text.c: one judged package for an analyst: who consents, who does not, and in whose words.
 */
#include "report/answers.h"
#include "report/quotes.h"

/* Parties that are needed and consent, or those whose consent is missing. */
static const char *needed_parties(pp_i_page *page, const pp_judge *judge, bool consenting,
                                  size_t *count)
{
    size_t *parties = PP_NEW_ARRAY(page->arena, size_t, judge->party_count);
    *count = 0;
    if (parties == NULL) {
        pp_i_page_fail(page);
        return "";
    }
    for (size_t i = 0; i < judge->party_count; i++)
        if (consenting ? judge->parties[i].needed && judge->parties[i].consents
                       : judge->parties[i].missing)
            parties[(*count)++] = i;
    return pp_i_words_parties(page, judge->the_case, parties, *count);
}

/* The red lines that stand between the draft and an agreement, where each of them is unclear;
 * else 0. */
static size_t unclear_obstacles(const pp_judge *judge)
{
    size_t count = 0;
    if (judge->consents || !judge->feasible)
        return 0;
    for (size_t i = 0; i < judge->party_count; i++)
        for (size_t k = 0; judge->parties[i].missing && k < judge->parties[i].broken_count; k++) {
            if (!judge->the_case->red_lines[judge->parties[i].broken[k]].unclear)
                return 0;
            count++;
        }
    return count;
}

static void say_unclear_obstacles(pp_i_page *page, const pp_judge *judge)
{
    size_t count = unclear_obstacles(judge);
    if (count > 0)
        pp_i_page_say(page, 0, 0,
                      "%s unclear, and counted here as if firm: if %s real, the draft is an "
                      "agreement.",
                      count == 1 ? "The red line that stands against it is"
                                 : "Every red line that stands against it is",
                      count == 1 ? "it is not" : "none of them is");
}

static void say_verdict(pp_i_page *page, const pp_judge *judge)
{
    size_t yes_count, no_count;
    const char *yes = needed_parties(page, judge, true, &yes_count);
    const char *no = needed_parties(page, judge, false, &no_count);
    const char *links =
        judge->feasible
            ? ""
            : pp_i_page_format(page, "it breaks %s",
                               pp_i_words_count(page, judge->broken_link_count, "link", "links"));
    if (judge->consents)
        pp_i_page_say(page, 0, 0, PP_RICH_GREEN "This draft is an agreement: %s%s.",
                      yes_count == 0 ? "nobody's consent is needed" : yes,
                      yes_count == 0   ? ""
                      : yes_count == 1 ? " consents"
                                       : " consent");
    else if (no_count == 0)
        pp_i_page_say(page, 0, 0, PP_RICH_RED "This draft is no agreement: %s.",
                      judge->feasible ? "no consent makes one" : links);
    else
        pp_i_page_say(page, 0, 0, PP_RICH_RED "This draft is no agreement: %s %s not consent%s%s.",
                      no, no_count == 1 ? "does" : "do", judge->feasible ? "" : ", and ", links);
    if (!judge->consents && yes_count > 0)
        pp_i_page_say(page, 0, 0, "%s would consent.", yes);
    say_unclear_obstacles(page, judge);
}

static void say_package(pp_i_page *page, const pp_judge *judge)
{
    const pp_case *the_case = judge->the_case;
    pp_i_page_heading(page, "The draft");
    pp_i_page_blank(page);
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, judge->complete_draft ? 2 : 3, 3);
    if (table.failed) {
        pp_i_page_fail(page);
        return;
    }
    table.key_count = table.column_count;
    table.columns[0] = (pp_i_column){.title = "Issue"};
    table.columns[1] = (pp_i_column){.title = "Option"};
    if (!judge->complete_draft)
        table.columns[2] = (pp_i_column){.title = "In the draft"};
    for (size_t i = 0; i < the_case->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        pp_i_text_table_add(&table, pp_i_page_safe(page, issue->title));
        pp_i_text_table_add(&table, pp_i_words_option(page, issue, judge->package[i], false));
        if (!judge->complete_draft)
            pp_i_text_table_add(&table, judge->given[i] ? "yes" : PP_RICH_YELLOW "no: filled in");
    }
    pp_i_page_table(page, 2, &table);
    if (judge->complete_draft)
        return;
    pp_i_page_blank(page);
    pp_i_page_say(page, 2, 0,
                  "What the draft leaves open was filled in at its best for an "
                  "agreement: so that the fewest red lines of those whose consent "
                  "counts break.");
}

static void say_links(pp_i_page *page, const pp_judge *judge)
{
    const pp_case *the_case = judge->the_case;
    if (judge->broken_link_count == 0)
        return;
    pp_i_page_heading(page, "Links that it breaks");
    for (size_t i = 0; i < judge->broken_link_count; i++) {
        size_t link = judge->broken_links[i];
        if (link >= the_case->link_count) {
            const char *formula = judge->assumed[link - the_case->link_count];
            pp_i_page_say(page, 2, 2, "• assumed: %s", pp_i_page_safe(page, pp_i_text_of(formula)));
            continue;
        }
        const pp_i_link *one = &the_case->links[link];
        pp_i_page_say(page, 2, 2, "• %s " PP_RICH_DIM "[%s]",
                      pp_i_words_formula(page, the_case, &one->rule),
                      pp_i_page_safe(page, one->rule.words));
        if (one->why.length > 0)
            pp_i_page_say(page, 4, 0, "%s", pp_i_page_safe(page, one->why));
    }
}

static void say_party(pp_i_page *page, const pp_judge *judge, size_t party, int date)
{
    const pp_judged_party *judged = &judge->parties[party];
    const char *name = pp_i_page_safe(page, judge->the_case->parties[party].name);
    const char *needed = "";
    if (!judged->needed)
        needed = PP_RICH_DIM " (its consent is not asked)";
    else if (!judged->consents && !judged->missing)
        needed = PP_RICH_DIM " (its consent would change nothing here)";
    pp_i_page_blank(page);
    if (judged->consents) {
        pp_i_page_say(page, 2, 2,
                      PP_RICH_BOLD "%s" PP_RICH_PLAIN ": " PP_RICH_GREEN "consent" PP_RICH_PLAIN
                                   ", since the draft breaks none of their red lines%s",
                      name, needed);
        return;
    }
    pp_i_page_say(page, 2, 2,
                  PP_RICH_BOLD "%s" PP_RICH_PLAIN ": " PP_RICH_RED "no consent" PP_RICH_PLAIN
                               ", since the draft breaks %s%s",
                  name, pp_i_words_count(page, judged->broken_count, "red line", "red lines"),
                  needed);
    for (size_t i = 0; i < judged->broken_count; i++) {
        pp_i_quotes_headline(page, judge->the_case, judged->broken[i], 4);
        pp_i_quotes_red_line(page, judge->the_case, judged->broken[i], date, 8);
    }
}

static void say_parties(pp_i_page *page, const pp_judge *judge)
{
    int date = pp_i_case_date(judge->the_case, judge->as_of);
    pp_i_page_heading(page, "Who consents, and who does not");
    for (int needed = 1; needed >= 0; needed--)
        for (size_t i = 0; i < judge->party_count; i++) {
            const pp_judged_party *party = &judge->parties[i];
            if (party->needed == (needed == 1) && (party->needed || party->broken_count > 0))
                say_party(page, judge, i, date);
        }
}

static void say_nearest(pp_i_page *page, const pp_judge *judge)
{
    const pp_case *the_case = judge->the_case;
    if (judge->consents)
        return;
    pp_i_page_heading(page, "The nearest agreement");
    if (judge->nearest == NULL) {
        pp_i_page_say(page, 0, 0, "%s",
                      judge->nearest_known
                          ? "There is none: no agreement is possible under the stated red lines. "
                            "`pourparler zone` says what would open one."
                          : "It is not known: the search was stopped.");
        return;
    }
    pp_i_page_say(page, 0, 0, "It changes %s of %zu%s:",
                  pp_i_words_count(page, judge->nearest_change_count, "issue", "issues"),
                  the_case->issue_count,
                  judge->nearest_known ? "" : " (a nearer one may exist: the search was stopped)");
    pp_i_page_blank(page);
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 3, 3);
    if (!table.failed) {
        table.columns[0] = (pp_i_column){.title = "Issue"};
        table.columns[1] = (pp_i_column){.title = "From"};
        table.columns[2] = (pp_i_column){.title = "To"};
    }
    for (size_t i = 0; i < the_case->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        if (judge->nearest[i] == judge->package[i])
            continue;
        pp_i_text_table_add(&table, pp_i_page_safe(page, issue->title));
        pp_i_text_table_add(&table, pp_i_words_option(page, issue, judge->package[i], false));
        pp_i_text_table_add(&table, pp_i_words_option(page, issue, judge->nearest[i], false));
    }
    pp_i_page_table(page, 2, &table);
}

/* "issue: option" for each issue on which a package differs from the draft. */
static const char *changes_of(pp_i_page *page, const pp_judge *judge, const uint16_t *package)
{
    const pp_case *the_case = judge->the_case;
    const char *all = "";
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (package[i] != judge->package[i])
            all = pp_i_page_format(page, "%s%s%s: %s", all, all[0] == '\0' ? "" : "; ",
                                   pp_i_page_safe(page, the_case->issues[i].title),
                                   pp_i_words_option(page, &the_case->issues[i], package[i], true));
    return all;
}

/* "Upland +0.1, Lowland +0" */
static const char *gains_of(pp_i_page *page, const pp_judge *judge, const double *gains)
{
    const char *all = "";
    for (size_t p = 0; p < judge->value_party_count; p++)
        all = pp_i_page_format(
            page, "%s%s%s +%.4g", all, all[0] == '\0' ? "" : ", ",
            pp_i_page_safe(page, judge->the_case->parties[judge->value_parties[p]].name), gains[p]);
    return all;
}

static bool is_known(const pp_judge *judge, const char *part)
{
    for (size_t i = 0; i < judge->incomplete_count; i++)
        if (pp_i_text_is(pp_i_text_of(judge->incomplete[i].part), part))
            return false;
    return true;
}

static void say_improves(pp_i_page *page, const pp_judge *judge)
{
    if (judge->value_party_count == 0 || !is_known(judge, "improves"))
        return;
    const char *names = pp_i_words_parties(page, judge->the_case, judge->value_parties,
                                           judge->value_party_count);
    pp_i_page_heading(page, "What is better for everyone");
    if (judge->improve_total == 0) {
        pp_i_page_say(page, 0, 0, "Nothing: of what breaks no more red lines, no package %sgives %s "
                                  "as much and somebody more.",
                      judge->values == NULL ? "certainly " : "", names);
        return;
    }
    pp_i_page_say(page, 0, 0,
                  "%s, of what breaks no more red lines, would leave nobody of %s worse off and "
                  "somebody better%s:",
                  pp_i_words_count(page, judge->improve_total, "package", "packages"), names,
                  judge->values == NULL ? ", whatever the values that were not given" : "");
    for (size_t i = 0; i < judge->improve_count; i++) {
        const pp_judged_better *one = &judge->improves[i];
        pp_i_page_say(page, 2, 2, "• %s%s%s", changes_of(page, judge, one->package),
                      one->gains == NULL ? "" : " " PP_RICH_DIM,
                      one->gains == NULL ? ""
                                         : pp_i_page_format(page, "(%s)",
                                                            gains_of(page, judge, one->gains)));
    }
    if (judge->improve_count < judge->improve_total)
        pp_i_page_say(page, 2, 0, "and %zu more.", judge->improve_total - judge->improve_count);
}

static void say_alternatives(pp_i_page *page, const pp_judge *judge)
{
    const pp_case *the_case = judge->the_case;
    if (judge->alternative_count == 0)
        return;
    pp_i_page_heading(page, "Alike for one, better for another");
    for (size_t i = 0; i < judge->alternative_count; i++) {
        const pp_judged_alternative *one = &judge->alternatives[i];
        pp_i_page_say(page, 2, 2, "• alike for %s, for %s +%.4g: %s",
                      pp_i_page_safe(page, the_case->parties[one->alike].name),
                      pp_i_page_safe(page, the_case->parties[one->better].name), one->gain,
                      changes_of(page, judge, one->package));
    }
}

void pp_i_judge_text(pp_i_page *page, const pp_judge *judge)
{
    say_verdict(page, judge);
    pp_i_words_title(page, judge->the_case, judge->as_of);
    say_package(page, judge);
    say_links(page, judge);
    say_parties(page, judge);
    say_nearest(page, judge);
    say_improves(page, judge);
    say_alternatives(page, judge);
    pp_i_words_basis(page, judge->the_case);
    pp_i_words_incomplete(page, judge->incomplete, judge->incomplete_count);
}
