/*
 * issues.h: statements about the same thing, grouped by what they say.
 *
 *     pp_i_issues_find(reading, 1, arena, &issues, error);
 *     const pp_i_filed *filed = &issues->filed[statement];      // where a statement went, and why
 *
 * An issue is what several statements are about, or what one statement asks for or refuses. What is
 * asked for on one issue are its options; what one party asks for together is one option. An option
 * alone is a yes/no question. Options that words tie exclude each other where their numbers differ
 * or a party is for one and against the other; those joined by such pairs are a part of the issue.
 * Statements meet by akin words, rarer ones counting more (likeness.h), and by antecedents: "this
 * proposal" joins what was proposed. Each statement keeps the reason for which it was filed, so
 * that a person can undo it. Nothing depends on order but ties, which go to the earlier statement.
 *
 * Source: sokal1958 for the clustering (average linkage, best pairs first).
 */
#ifndef PP_READING_ISSUES_H
#define PP_READING_ISSUES_H

#include "reading/likeness.h"

/* Why two statements are taken to be about the same. */
typedef struct pp_i_reason {
    size_t with; /* the earlier statement, or PP_NONE: nothing joined it */
    pp_i_bond_kind kind;
    pp_i_kinship kinship;
    pp_text word, other_word; /* of this and the earlier statement, where akin words joined them */
} pp_i_reason;

typedef struct pp_i_filed {
    size_t issue;       /* or PP_NONE: about nothing that is to be settled */
    size_t option;      /* of the issue, or PP_NONE: about the issue as a whole */
    bool reversed;      /* it speaks of the option's not coming about */
    pp_i_amount amount; /* that it names itself, if it does: "not less than 26 per cent" */
    pp_i_reason reason;
} pp_i_filed;

typedef struct pp_i_issue_option_found {
    pp_text title;      /* words of a statement */
    size_t statement;   /* whose words these are */
    pp_i_amount amount; /* that its statements name, or none */
    size_t part;        /* the first of the options that exclusions join it with, or itself */
    pp_text shared;     /* in an issue of several parts, of the first of those that exclude each
                           other, the word they share; else empty */
} pp_i_issue_option_found;

typedef struct pp_i_issue_found {
    pp_text title; /* the words that its statements share, or those of the only option */
    const pp_i_issue_option_found *options; /* one: yes or no */
    size_t option_count;
    size_t part_count;        /* sets of options joined by exclusions */
    bool has_positions;       /* somebody asks for something or refuses it */
    const size_t *statements; /* in order */
    size_t statement_count;
} pp_i_issue_found;

/* How many options stand in a part of an issue. */
static inline size_t pp_i_part_size(const pp_i_issue_found *found, size_t part)
{
    size_t size = 0;
    for (size_t i = 0; i < found->option_count; i++)
        size += found->options[i].part == part;
    return size;
}

typedef struct pp_i_issues {
    const pp_i_issue_found *issues; /* in order of their first statement */
    size_t issue_count;
    const pp_i_filed *filed; /* for each of the reading's statements */
} pp_i_issues;

/* The issues of a reading, in `arena`, by so many threads (0 is 1), whose number changes nothing.
 * PP_ERROR_MEMORY alone. Time linear in the statements times those that share words with them
 * (bounded by PP_POSTING_COUNT_MAX a word), memory linear in the statements. */
pp_status pp_i_issues_find(const pp_i_reading *reading, unsigned thread_count, pp_i_arena *arena,
                           const pp_i_issues **issues, pp_error *error);

/* How strongly akin words make one option of two claims: several words of the shorter one, or most
 * words of both; 0 where they do not. Numbers are not looked at. */
double pp_i_option_strength(const pp_i_bond *bond);

/* A report's words on one line: line breaks, runs of blanks and control characters are one blank.
 * The text itself where it is so, or where memory has run out. */
pp_text pp_i_on_one_line(pp_i_arena *arena, pp_text text);

/* Words of a report as a title: without what only joins them to a verb, and not too long. */
pp_text pp_i_title_of_words(pp_text words);

/* Does the act ask for something, refuse it, or neither: 1, -1, 0? */
int pp_i_act_direction(pp_i_act act);

#endif
