/*
 * words.h: numbers, dates, formulas, red lines and packages in plain words, as rich text.
 *
 * All of it is harmless for a terminal: what comes from the case went through pp_i_page_safe.
 */
#ifndef PP_REPORT_WORDS_H
#define PP_REPORT_WORDS_H

#include "case/case.h"
#include "pourparler/question.h"
#include "report/page.h"

/* Decimal digits with narrow blanks between groups of three, from five digits on; with more digits
 * than fit a line, "about 4.89 × 10^46". Null: "not counted". */
const char *pp_i_words_number(pp_i_page *page, const char *digits);

/* "1 red line", "2 red lines". */
const char *pp_i_words_count(pp_i_page *page, size_t count, const char *one, const char *many);

/* "15 February 2025"; "without a date" for 0. */
const char *pp_i_words_date(pp_i_page *page, int date);

/* "A", "A and B", "A, B and C". */
const char *pp_i_words_list(pp_i_page *page, const char *const *items, size_t count,
                            const char *last);

/* An option's title; with `quoted` in quotation marks. */
const char *pp_i_words_option(pp_i_page *page, const pp_i_issue *issue, size_t option, bool quoted);

/* "Flow: anything but “No guarantee”", in titles; connectives in words; begins in a capital letter
 * where it begins with a word of its own. */
const char *pp_i_words_formula(pp_i_page *page, const pp_case *the_case,
                               const pp_i_formula *formula);

/* The same in few words and ids where the formula only speaks of one issue, which then goes without
 * saying ("not none"); else as in the case file. */
const char *pp_i_words_formula_short(pp_i_page *page, const pp_case *the_case,
                                     const pp_i_formula *formula);

/* Names of parties, as a list in words. */
const char *pp_i_words_parties(pp_i_page *page, const pp_case *the_case, const size_t *parties,
                               size_t count);

/* Who has to agree: "An agreement needs the consent of Upland and Lowland". */
const char *pp_i_words_consent(pp_i_page *page, const pp_case *the_case);

/* "firm" or "unclear", coloured. */
const char *pp_i_words_firmness(const pp_i_red_line *red_line);

/* "Minister Adeyemi: demands (must)"; the party where no speaker is given, unless it is the one
 * that was just `named` (PP_NONE: none was): then "demands (must)". */
const char *pp_i_words_act(pp_i_page *page, const pp_case *the_case,
                           const pp_i_statement *statement, size_t named);

/* "share of a whole" as "75 %", "under 1 %", "over 99 %": 0 and 100 only where they are exact. */
const char *pp_i_words_share(pp_i_page *page, double share);

/* A bar of `cells` columns, to eighths. */
const char *pp_i_words_bar(pp_i_page *page, double share, size_t cells);

/* "step limit" as "the step limit was reached (see --limit)". */
const char *pp_i_words_why(pp_i_page *page, const char *why);

/* What of an answer is not whole, as a closing section; nothing where all is. */
void pp_i_words_incomplete(pp_i_page *page, const pp_incomplete *parts, size_t count);

/* The title of the case and the date of the question. */
void pp_i_words_title(pp_i_page *page, const pp_case *the_case, int as_of);

/* The assumptions of the case, a paragraph each. */
void pp_i_words_assumptions(pp_i_page *page, const pp_case *the_case);

/* The same under a heading of its own; nothing where there is neither. */
#define PP_WORDS_BASIS "What this rests on, beside what was said"
void pp_i_words_basis(pp_i_page *page, const pp_case *the_case);

#endif
