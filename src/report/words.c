/* words.c: numbers, dates, lists, names; formulas are in words_formula.c. See words.h. */
#include "report/words.h"

#include <stdio.h>

enum { GROUPED_DIGIT_COUNT_MIN = 5, DIGIT_COUNT_MAX = 21, BAR_STEPS = 8 };

#define NARROW_BLANK "\xE2\x80\xAF" /* U+202F: does not break */

const char *pp_i_words_number(pp_i_page *page, const char *digits)
{
    if (digits == NULL)
        return "not counted";
    size_t length = strlen(digits);
    if (length < GROUPED_DIGIT_COUNT_MIN)
        return pp_i_page_format(page, "%s", digits);
    if (length > DIGIT_COUNT_MAX)
        return pp_i_page_format(page, "about %c.%c%c × 10^%zu", digits[0], digits[1], digits[2],
                                length - 1);
    pp_i_builder builder;
    pp_i_builder_init(&builder, page->arena);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            pp_i_builder_add_string(&builder, NARROW_BLANK);
        pp_i_builder_add_byte(&builder, digits[i]);
    }
    return pp_i_page_take(page, &builder);
}

const char *pp_i_words_count(pp_i_page *page, size_t count, const char *one, const char *many)
{
    char digits[32];
    snprintf(digits, sizeof digits, "%zu", count);
    return pp_i_page_format(page, "%s %s", pp_i_words_number(page, digits),
                            count == 1 ? one : many);
}

const char *pp_i_words_date(pp_i_page *page, int date)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    int month = date / 100 % 100;
    if (date <= 0 || month < 1 || month > 12)
        return "without a date";
    return pp_i_page_format(page, "%d %s %d", date % 100, months[month - 1], date / 10000);
}

const char *pp_i_words_list(pp_i_page *page, const char *const *items, size_t count,
                            const char *last)
{
    pp_i_builder builder;
    pp_i_builder_init(&builder, page->arena);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && i + 1 == count)
            pp_i_builder_print(&builder, " %s ", last);
        else if (i > 0)
            pp_i_builder_add_string(&builder, ", ");
        pp_i_builder_add_string(&builder, items[i]);
    }
    return pp_i_page_take(page, &builder);
}

const char *pp_i_words_parties(pp_i_page *page, const pp_case *the_case, const size_t *parties,
                               size_t count)
{
    enum { LISTED_WHOLE = 24, LISTED = 12 }; /* nobody reads a sentence of 200 names */
    size_t shown = count <= LISTED_WHOLE ? count : LISTED;
    const char **names = PP_NEW_ARRAY(page->arena, const char *, shown + 1);
    if (names == NULL) {
        pp_i_page_fail(page);
        return "";
    }
    for (size_t i = 0; i < shown; i++)
        names[i] = pp_i_page_safe(page, the_case->parties[parties[i]].name);
    if (shown < count)
        names[shown] = pp_i_page_format(page, "%zu more parties", count - shown);
    return pp_i_words_list(page, names, shown < count ? shown + 1 : count, "and");
}

const char *pp_i_words_firmness(const pp_i_red_line *red_line)
{
    return red_line->unclear ? PP_RICH_YELLOW "unclear" PP_RICH_PLAIN
                             : PP_RICH_BOLD "firm" PP_RICH_PLAIN;
}

const char *pp_i_words_act(pp_i_page *page, const pp_case *the_case,
                           const pp_i_statement *statement, size_t named)
{
    pp_text party = the_case->parties[statement->party].name;
    pp_text speaker = statement->speaker.length > 0 ? statement->speaker : party;
    const char *strength = pp_i_strength_text(statement->strength);
    const char *act = pp_i_act_text(statement->act);
    if (strength[0] != '\0')
        act = pp_i_page_format(page, "%s (%s)", act, strength);
    if (statement->party == named && pp_i_text_equal(speaker, party))
        return act;
    return pp_i_page_format(page, "%s: %s", pp_i_page_safe(page, speaker), act);
}

const char *pp_i_words_share(pp_i_page *page, double share)
{
    double percent = share * 100;
    if (share > 0 && percent < 1)
        return "under 1 %";
    if (share < 1 && percent > 99)
        return "over 99 %";
    return pp_i_page_format(page, "%.0f" NARROW_BLANK "%%", percent);
}

const char *pp_i_words_bar(pp_i_page *page, double share, size_t cells)
{
    static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    double clipped = share < 0 ? 0 : share > 1 ? 1 : share;
    size_t steps = (size_t)(clipped * (double)(cells * BAR_STEPS) + 0.5);
    if (steps == 0 && clipped > 0)
        steps = 1;
    pp_i_builder builder;
    pp_i_builder_init(&builder, page->arena);
    pp_i_builder_add_string(&builder, PP_RICH_CYAN);
    for (size_t i = 0; i < steps / BAR_STEPS; i++)
        pp_i_builder_add_string(&builder, "█");
    pp_i_builder_add_string(&builder, parts[steps % BAR_STEPS]);
    pp_i_builder_add_string(&builder, PP_RICH_DIM);
    for (size_t i = (steps + BAR_STEPS - 1) / BAR_STEPS; i < cells; i++)
        pp_i_builder_add_string(&builder, "·");
    pp_i_builder_add_string(&builder, PP_RICH_PLAIN);
    return pp_i_page_take(page, &builder);
}

const char *pp_i_words_why(pp_i_page *page, const char *why)
{
    if (strcmp(why, "step limit") == 0)
        return "the step limit was reached (a higher --limit may finish it)";
    if (strcmp(why, "time limit") == 0)
        return "the time limit was reached (a higher --time-limit may finish it)";
    if (strcmp(why, "cancelled") == 0)
        return "it was interrupted";
    if (strcmp(why, "memory") == 0)
        return "memory ran out";
    return pp_i_page_safe(page, pp_i_text_of(why));
}

void pp_i_words_incomplete(pp_i_page *page, const pp_incomplete *parts, size_t count)
{
    if (count == 0)
        return;
    pp_i_page_heading(page, "This answer is not complete");
    for (size_t i = 0; i < count; i++)
        pp_i_page_say(page, 2, 2, PP_RICH_YELLOW "! " PP_RICH_PLAIN "%s: %s",
                      pp_i_page_safe(page, pp_i_text_of(parts[i].part)),
                      pp_i_words_why(page, parts[i].why));
}

void pp_i_words_assumptions(pp_i_page *page, const pp_case *the_case)
{
    for (size_t i = 0; i < the_case->assumption_count; i++)
        pp_i_page_say(page, 2, 2, PP_RICH_DIM "[%s]" PP_RICH_PLAIN " %s",
                      pp_i_page_safe(page, the_case->assumptions[i].id),
                      pp_i_page_safe(page, the_case->assumptions[i].says));
}

void pp_i_words_basis(pp_i_page *page, const pp_case *the_case)
{
    if (the_case->assumption_count > 0)
        pp_i_page_heading(page, PP_WORDS_BASIS);
    pp_i_words_assumptions(page, the_case);
}

/* A case on which nobody has passed yet, and a day asked for that nothing said bears. */
static void say_doubts(pp_i_page *page, const pp_case *the_case, int as_of)
{
    if (the_case->review_count > 0)
        pp_i_page_say(
            page, 0, 0,
            PP_RICH_YELLOW "Not reviewed yet: %s may change this answer; see `review` in "
                           "the file of the case.",
            pp_i_words_count(page, the_case->review_count, "open question", "open questions"));
    bool dated = as_of == 0;
    for (size_t i = 0; i < the_case->statement_count && !dated; i++)
        dated = the_case->statements[i].date != 0;
    if (!dated && the_case->statement_count > 0)
        pp_i_page_say(page, 0, 0,
                      PP_RICH_YELLOW "No statement has a date: the day asked for changes nothing.");
}

void pp_i_words_title(pp_i_page *page, const pp_case *the_case, int as_of)
{
    const char *title = pp_i_page_safe(page, the_case->title);
    int date = pp_i_case_date(the_case, as_of);
    if (date == 0)
        pp_i_page_say(page, 0, 0, PP_RICH_DIM "%s", title);
    else
        pp_i_page_say(page, 0, 0, PP_RICH_DIM "%s · as of %s", title, pp_i_words_date(page, date));
    say_doubts(page, the_case, as_of);
}
