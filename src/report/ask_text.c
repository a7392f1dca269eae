/* ask_text.c: what to find out next, for an analyst: the questions first, in words. */
#include "report/answers.h"
#include "report/quotes.h"

enum { UNKNOWNS_SHOWN = 10 };
#define WORTH_SAYING 0.005 /* of a share that comes from a sample */

static const char *const rule_names[PP_ASK_RULE_COUNT] = {"Nash", "Kalai-Smorodinsky",
                                                          "egalitarian", "utilitarian"};

/* --- The question of an unknown -------------------------------------------------------------- */

static const char *party_name(pp_i_page *page, const pp_case *the_case, size_t party)
{
    return pp_i_page_safe(page, the_case->parties[party].name);
}

static const char *issue_title(pp_i_page *page, const pp_case *the_case, size_t issue)
{
    return pp_i_page_safe(page, the_case->issues[issue].title);
}

const char *pp_i_ask_question(pp_i_page *page, const pp_case *the_case, const pp_unknown *unknown)
{
    const char *party = party_name(page, the_case, unknown->party);
    const pp_i_issue *issue = &the_case->issues[unknown->issue];
    switch (unknown->kind) {
    case PP_UNKNOWN_RED_LINE:
        return pp_i_page_format(
            page, "Is this truly a red line of %s — %s? " PP_RICH_DIM "[%s]", party,
            pp_i_words_formula(page, the_case, &the_case->red_lines[unknown->red_line].holds),
            pp_i_page_safe(page, the_case->red_lines[unknown->red_line].id));
    case PP_UNKNOWN_OPTIONS:
        return pp_i_page_format(page, "%s: which does %s want more, %s or %s?",
                                issue_title(page, the_case, unknown->issue), party,
                                pp_i_words_option(page, issue, unknown->first, true),
                                pp_i_words_option(page, issue, unknown->second, true));
    case PP_UNKNOWN_IMPORTANCE:
        return pp_i_page_format(page, "Which matters more to %s: “%s” or “%s”?", party,
                                issue_title(page, the_case, unknown->first),
                                issue_title(page, the_case, unknown->second));
    case PP_UNKNOWN_NO_DEAL:
        break;
    }
    return pp_i_page_format(page, "Would %s rather have this package than no deal?", party);
}

/* The package of a question on no deal: the issues on which the packages looked at differ; all of
 * them where there is but one package. */
static void say_package(pp_i_page *page, const pp_ask *ask, const uint16_t *package)
{
    const pp_case *the_case = ask->the_case;
    bool alike = false;
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (ask->package_count == 1 || pp_i_ask_differs(ask, i))
            pp_i_page_say(page, 8, 2, "%s: %s", issue_title(page, the_case, i),
                          pp_i_words_option(page, &the_case->issues[i], package[i], false));
        else
            alike = true;
    if (alike)
        pp_i_page_say(page, 8, 2, PP_RICH_DIM "the other issues as in every package looked at");
}

/* --- What follows from each answer ----------------------------------------------------------- */

static const char *answer_label(pp_i_page *page, const pp_case *the_case, const pp_unknown *unknown,
                                size_t which)
{
    size_t chosen = which == 0 ? unknown->first : unknown->second;
    switch (unknown->kind) {
    case PP_UNKNOWN_RED_LINE:
        return which == 0 ? "If it is" : "If it is not";
    case PP_UNKNOWN_OPTIONS:
        return pp_i_page_format(
            page, "If %s",
            pp_i_words_option(page, &the_case->issues[unknown->issue], chosen, true));
    case PP_UNKNOWN_IMPORTANCE:
        return pp_i_page_format(page, "If “%s”", issue_title(page, the_case, chosen));
    case PP_UNKNOWN_NO_DEAL:
        break;
    }
    return which == 0 ? "If it would" : "If it would not";
}

/* "4 packages are surely efficient, 2 of them new" */
static const char *efficient_words(pp_i_page *page, const pp_ask_answer *answer)
{
    const char *now = answer->efficient == 0
                          ? "no package is surely efficient"
                          : pp_i_page_format(page, "%s surely efficient",
                                             pp_i_words_count(page, answer->efficient, "package is",
                                                              "packages are"));
    if (answer->efficient_new > 0 && answer->efficient_new == answer->efficient)
        now =
            pp_i_page_format(page, "%s, %s", now, answer->efficient == 1 ? "a new one" : "all new");
    else if (answer->efficient_new > 0)
        now = pp_i_page_format(page, "%s, %zu of them new", now, answer->efficient_new);
    if (answer->efficient_gone > 0)
        now = pp_i_page_format(page, "%s, %zu of those before no longer %s", now,
                               answer->efficient_gone, answer->efficient_gone == 1 ? "is" : "are");
    return now;
}

/* "some package is acceptable to all in 40 % of the fillings-in" where the answer moves that. */
static const char *acceptable_words(pp_i_page *page, const pp_unknown *unknown, size_t which)
{
    const pp_ask_answer *answers = unknown->answers;
    if (answers[0].acceptable < 0)
        return "";
    const char *share = pp_i_words_share(page, answers[which].acceptable);
    if (strcmp(share, pp_i_words_share(page, answers[!which].acceptable)) == 0)
        return "";
    return pp_i_page_format(page, "some package is acceptable to all in %s of the random draws",
                            share);
}

static void say_answer(pp_i_page *page, const pp_ask *ask, const pp_unknown *unknown, size_t which)
{
    const pp_ask_answer *answer = &unknown->answers[which];
    const char *parts[3], *chance = "";
    size_t count = 0;
    if (unknown->by_confidence)
        chance = pp_i_page_format(page, " (%s by the case's confidence)",
                                  pp_i_words_share(page, answer->probability));
    if (unknown->verdict > 0 && ask->verdict_known)
        parts[count++] = pp_i_page_format(page, "an agreement in %s of the readings",
                                          pp_i_words_share(page, answer->with_agreement));
    if (unknown->efficient > 0)
        parts[count++] = efficient_words(page, answer);
    const char *acceptable = acceptable_words(page, unknown, which);
    if (acceptable[0] != '\0')
        parts[count++] = acceptable;
    const char *all = count == 0 ? "" : parts[0];
    for (size_t i = 1; i < count; i++)
        all = pp_i_page_format(page, "%s; %s", all, parts[i]);
    if (count > 0)
        pp_i_page_say(page, 5, 2, "%s%s: %s.", answer_label(page, ask->the_case, unknown, which),
                      chance, all);
}

/* "what Nash (12 %) and utilitarian (8 %) pick"; with all rules alike "what every rule picks
 * (12 %)". */
static const char *pick_words(pp_i_page *page, const pp_unknown *unknown)
{
    const char *items[PP_ASK_RULE_COUNT], *share = "";
    size_t count = 0;
    bool alike = true;
    for (size_t rule = 0; rule < PP_ASK_RULE_COUNT; rule++) {
        if (unknown->picks[rule] < WORTH_SAYING)
            continue;
        const char *one = pp_i_words_share(page, unknown->picks[rule]);
        alike = alike && (count == 0 || strcmp(one, share) == 0);
        share = one;
        items[count++] = pp_i_page_format(page, "%s (%s)", rule_names[rule], share);
    }
    if (count == PP_ASK_RULE_COUNT && alike)
        return pp_i_page_format(page, "what every rule picks (%s)", share);
    return pp_i_page_format(page, "what %s %s", pp_i_words_list(page, items, count, "and"),
                            count == 1 ? "picks" : "pick");
}

static void say_expected(pp_i_page *page, const pp_unknown *unknown)
{
    const char *parts[3];
    size_t count = 0;
    if (unknown->verdict > 0)
        parts[count++] =
            pp_i_page_format(page, "how many of the readings have an agreement (by %.0f in 100)",
                             unknown->verdict * 100);
    if (unknown->efficient > 0)
        parts[count++] = pp_i_page_format(page, "which packages are surely efficient (%s)",
                                          pp_i_words_share(page, unknown->efficient));
    if (unknown->pick >= WORTH_SAYING)
        parts[count++] = pick_words(page, unknown);
    if (count > 0)
        pp_i_page_say(page, 5, 2, PP_RICH_CYAN "Expected to change:" PP_RICH_PLAIN " %s.",
                      pp_i_words_list(page, parts, count, "and"));
    else if (unknown->pick < 0)
        pp_i_page_say(page, 5, 2,
                      PP_RICH_DIM "What an answer changes of the packages is not known.");
    else
        pp_i_page_say(page, 5, 2, PP_RICH_DIM "No answer changes anything that the sample shows.");
}

static void say_unknown(pp_i_page *page, const pp_ask *ask, size_t place)
{
    const pp_unknown *unknown = &ask->unknowns[place];
    pp_i_page_blank(page);
    pp_i_page_say(page, 2, 3, PP_RICH_BOLD "%zu. %s", place + 1,
                  pp_i_ask_question(page, ask->the_case, unknown));
    if (unknown->kind == PP_UNKNOWN_RED_LINE)
        pp_i_quotes_red_line(page, ask->the_case, unknown->red_line,
                             pp_i_case_date(ask->the_case, ask->as_of), 8);
    if (unknown->kind == PP_UNKNOWN_NO_DEAL)
        say_package(page, ask, unknown->package);
    for (size_t which = 0; which < 2; which++)
        say_answer(page, ask, unknown, which);
    say_expected(page, unknown);
}

/* --- The whole ------------------------------------------------------------------------------- */

static bool tells(const pp_unknown *unknown)
{
    return unknown->verdict > 0 || unknown->efficient > 0 || unknown->pick >= WORTH_SAYING;
}

static void say_first(pp_i_page *page, const pp_ask *ask)
{
    if (ask->unknown_count == 0)
        pp_i_page_say(page, 0, 0,
                      PP_RICH_GREEN "The case leaves nothing open that could change its answers.");
    else if (!tells(&ask->unknowns[0]))
        pp_i_page_say(page, 0, 0,
                      PP_RICH_GREEN
                      "Of what the case leaves open, nothing changes its answers by itself.");
    else
        pp_i_page_say(page, 0, 0, PP_RICH_BOLD "What to ask next: " PP_RICH_PLAIN "%s",
                      pp_i_ask_question(page, ask->the_case, &ask->unknowns[0]));
    pp_i_words_title(page, ask->the_case, ask->as_of);
}

/* Parties whose preferences rest on no statement. */
static void say_unborne(pp_i_page *page, const pp_ask *ask)
{
    const pp_case *the_case = ask->the_case;
    size_t *unborne = PP_NEW_ARRAY(page->arena, size_t, the_case->party_count);
    size_t count = 0;
    if (unborne == NULL) {
        pp_i_page_fail(page);
        return;
    }
    for (size_t i = 0; i < ask->party_count; i++)
        for (size_t k = 0; k < the_case->preference_count; k++)
            if (the_case->preferences[k].party == ask->parties[i] &&
                the_case->preferences[k].because_count == 0)
                unborne[count++] = ask->parties[i];
    if (count > 0)
        pp_i_page_say(page, 2, 2,
                      "• What the case has %s want rests on no statement: it is an assumption.",
                      pp_i_words_parties(page, the_case, unborne, count));
}

/* Parties of whose wishes nothing is known, or nothing that holds together. */
static void say_unknown_parties(pp_i_page *page, const pp_ask *ask)
{
    if (ask->silent_count > 0)
        pp_i_page_say(page, 2, 2,
                      "• " PP_RICH_YELLOW "The case says nothing of what %s %s" PP_RICH_PLAIN
                      ": every package is alike to %s here. Any preference would be news.",
                      pp_i_words_parties(page, ask->the_case, ask->silent, ask->silent_count),
                      ask->silent_count == 1 ? "wants" : "want",
                      ask->silent_count == 1 ? "it" : "them");
    if (ask->contradictory_count > 0)
        pp_i_page_say(
            page, 2, 2,
            "• " PP_RICH_RED
            "What the case says of the wishes of %s contradicts itself" PP_RICH_PLAIN
            ": see `pourparler check`. Nothing is asked about them.",
            pp_i_words_parties(page, ask->the_case, ask->contradictory, ask->contradictory_count));
}

static void say_limits(pp_i_page *page, const pp_ask *ask)
{
    bool by_confidence = false;
    for (size_t i = 0; i < ask->unknown_count; i++)
        by_confidence = by_confidence || ask->unknowns[i].by_confidence;
    pp_i_page_heading(page, "How this is meant");
    pp_i_page_say(
        page, 2, 2,
        "• The order: first what changes most in how many readings have an agreement, then "
        "in which packages are surely efficient, then in what the rules pick.");
    pp_i_page_say(page, 2, 2, "• The two answers of a question are taken as equally likely%s.",
                  by_confidence ? ", but for red lines whose statements have a confidence" : "");
    pp_i_page_say(page, 2, 2,
                  "• A package is surely efficient where no other one looked at can be at least as "
                  "good for everyone and better for someone, whatever is unknown.");
    if (ask->picks_known)
        pp_i_page_say(
            page, 2, 2,
            "• What the rules pick is an estimate from %zu random draws of what the "
            "case leaves open: a percentage is how much of a rule's choice goes to other "
            "packages. %sNo deal is drawn evenly between what "
            "the case says it is better and worse than; where it says nothing, it is the worst "
            "package looked at.",
            ask->sample_count,
            ask->noise > 0 ? pp_i_page_format(page, "A change of up to %s may be chance. ",
                                              pp_i_words_share(page, ask->noise))
                           : "");
    say_unborne(page, ask);
    say_unknown_parties(page, ask);
}

void pp_i_ask_text(pp_i_page *page, const pp_ask *ask)
{
    size_t shown = 0;
    say_first(page, ask);
    pp_i_ask_state(page, ask);
    if (ask->unknown_count > 0 && tells(&ask->unknowns[0]))
        pp_i_page_heading(page, "What to find out, the most telling first");
    for (; shown < ask->unknown_count && shown < UNKNOWNS_SHOWN && tells(&ask->unknowns[shown]);
         shown++)
        say_unknown(page, ask, shown);
    if (shown < ask->unknown_count) {
        pp_i_page_blank(page);
        bool one = ask->unknown_count - shown == 1;
        const char *tell = tells(&ask->unknowns[shown]) ? (one ? "tells less" : "tell less")
                           : ask->incomplete_count > 0  ? "may change something: see below"
                           : one                        ? "changes nothing by itself"
                                                        : "change nothing by themselves";
        pp_i_page_say(page, 2, 0, "%s %s; --json lists all.",
                      pp_i_words_count(page, ask->unknown_count - shown,
                                       shown > 0 ? "more question" : "question",
                                       shown > 0 ? "more questions" : "questions"),
                      tell);
    }
    say_limits(page, ask);
    pp_i_words_basis(page, ask->the_case);
    pp_i_words_incomplete(page, ask->incomplete, ask->incomplete_count);
}
