/*
 * large_case.h: a seeded generator of large negotiations of bounded width, for measurements.
 *
 * Issues hang together as a random partial k-tree: issue i comes with up to `width` earlier ones
 * out of one earlier company, and every red line and link names two or three issues of one company,
 * so that the induced width is at most `width` whatever the order of the issues. A red line says
 * that at least one of its issues ends in a given set of options. A package is planted that
 * satisfies all links and the calm red lines; in a few companies, the disputed ones, several
 * parties' red lines leave no such room.
 */
#ifndef PP_BENCH_LARGE_CASE_H
#define PP_BENCH_LARGE_CASE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef struct large_case_options {
    unsigned issue_count;
    unsigned option_count; /* of each issue; at most 32 */
    unsigned party_count;
    unsigned red_line_count;
    unsigned link_count;
    unsigned width;
    unsigned dispute_count; /* disputed companies */
    unsigned red_lines_per_dispute;
    unsigned disputed_options; /* options that a disputed red line leaves on each issue */
    unsigned calm_options;     /* the same for a calm one */
    unsigned consent_count;    /* 0: all parties must consent; else so many of them */
    uint64_t seed;
} large_case_options;

enum { LARGE_SCOPE_COUNT_MAX = 3 };

/* At least one issue of the scope ends in its set of options (one bit each). */
typedef struct large_clause {
    unsigned scope_count;
    unsigned issues[LARGE_SCOPE_COUNT_MAX]; /* increasing */
    uint32_t options[LARGE_SCOPE_COUNT_MAX];
    unsigned party; /* red lines */
} large_clause;

typedef struct large_case {
    large_case_options options;
    large_clause *red_lines;
    large_clause *links;
} large_case;

/* The case of the published figures: 60 issues of 6 options, 12 parties, 120 red lines, width 6. */
large_case_options large_case_usual(void);

/* False where memory has run out. */
bool large_case_make(large_case_options options, large_case *made);
void large_case_free(large_case *the_case);

/* Writes it as a case file. False where writing failed. */
bool large_case_write(const large_case *the_case, FILE *file);

/* Reads "--issues 60 --width 6 ..." over the usual options; false, with words, for what is none. */
bool large_case_arguments(int count, char **arguments, large_case_options *options);

#endif
