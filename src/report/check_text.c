/* check_text.c: the diagnostics of a case, then one line that sums them up. */
#include "method/checking/checking.h"
#include "report/answers.h"
#include "report/words.h"

/* "16 quotations found, 13 of them in more than one place" */
static const char *quotes_words(pp_i_page *page, const pp_case *the_case)
{
    size_t found = 0, repeated = 0;
    for (size_t i = 0; i < the_case->statement_count; i++) {
        found += the_case->statements[i].quote_place_count > 0;
        repeated += the_case->statements[i].quote_place_count > 1;
    }
    if (found == 0)
        return "no quotations";
    const char *words = pp_i_words_count(page, found, "quotation found", "quotations found");
    if (repeated == 0)
        return words;
    if (found == 1)
        return pp_i_page_format(page, "%s, in more than one place", words);
    return pp_i_page_format(page, "%s, %zu of them in more than one place", words, repeated);
}

/* ", and 2 red lines rest on no statement: assumptions, each marked as one in every answer". */
static const char *assumed_words(pp_i_page *page, const pp_case *the_case)
{
    const char **ids = PP_NEW_ARRAY(page->arena, const char *, the_case->red_line_count);
    size_t count = 0;
    if (ids == NULL) {
        pp_i_page_fail(page);
        return "";
    }
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (the_case->red_lines[i].because_count == 0)
            ids[count++] = pp_i_page_safe(page, the_case->red_lines[i].id);
    if (count == 0)
        return "";
    return pp_i_page_format(page, " %s on no statement and %s: %s.",
                            pp_i_words_count(page, count, "red line rests", "red lines rest"),
                            count == 1 ? "is an assumption" : "are assumptions",
                            pp_i_words_list(page, ids, count, "and"));
}

/* " 4 questions of the review are open: nobody has settled what the draft was unsure of." */
static const char *review_words(pp_i_page *page, const pp_case *the_case)
{
    size_t count = the_case->review_count;
    if (count == 0)
        return "";
    return pp_i_page_format(
        page, " %s open: look through `review` in the file, and delete what is settled.",
        pp_i_words_count(page, count, "question of the review is", "questions of the review are"));
}

void pp_i_check_text(pp_i_page *page, const pp_check *check)
{
    const pp_i_diagnostics *found = &check->diagnostics;
    pp_i_diagnostics_text(page, found, true);
    if (found->list.count > 0)
        pp_i_page_blank(page);
    const char *errors = found->error_count == 0
                             ? "No errors"
                             : pp_i_words_count(page, found->error_count, "error", "errors");
    const char *warnings = found->warning_count == 0 ? "no warnings"
                                                     : pp_i_words_count(page, found->warning_count,
                                                                        "warning", "warnings");
    const char *color = found->error_count > 0     ? PP_RICH_RED
                        : found->warning_count > 0 ? PP_RICH_YELLOW
                                                   : PP_RICH_GREEN;
    if (check->the_case->diagnostics.error_count > 0)
        pp_i_page_say(page, 0, 0,
                      "%s%s" PP_RICH_PLAIN ", %s; the case cannot be used before the "
                      "errors are mended.",
                      color, errors, warnings);
    else
        pp_i_page_say(page, 0, 0, "%s%s" PP_RICH_PLAIN ", %s; %s.%s%s", color, errors, warnings,
                      quotes_words(page, check->the_case), assumed_words(page, check->the_case),
                      review_words(page, check->the_case));
    pp_i_words_incomplete(page, check->incomplete, check->incomplete_count);
}
