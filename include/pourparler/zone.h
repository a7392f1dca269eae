/*
 * zone.h: is any agreement possible; if so which, if not what blocks it and what would open it.
 *
 * Let X be the packages that satisfy every link. A red line r of party p holds a formula f_r. p
 * consents to x when f_r(x) holds for every red line r of p that counts. The zone is every x in X
 * whose consenting parties satisfy the consent rule, a monotone formula over parties.
 * - Concession set: an inclusion-minimal set of red lines without which the zone is not empty.
 * - Blocking set: an inclusion-minimal set of red lines that together leave the zone empty; these
 *   are the minimal hitting sets of the concession sets (reiter1987; liffiton2008).
 * - Reading: a choice, for each unclear red line, of counting it or not. An unclear red line is
 *   decisive in the share of readings in which flipping it flips the verdict (raw Banzhaf count).
 * The verdict, the counts and the sets count unclear red lines as real.
 */
#ifndef POURPARLER_ZONE_H
#define POURPARLER_ZONE_H

#include "pourparler/question.h"

typedef enum pp_verdict { PP_VERDICT_UNKNOWN, PP_VERDICT_SOME, PP_VERDICT_NONE } pp_verdict;

typedef struct pp_zone_options {
    pp_question question;
    size_t witness_count_max;   /* 0: ten */
    size_t concession_size_max; /* 0: any; else only concession sets of at most so many red lines */
    bool without_shares;        /* leave out the shares: they cost most where there is an agreement */
    bool without_witnesses;
    bool without_sets; /* leave out concession sets, blocking sets and readings */
    uint64_t count_step_count_max; /* 0: as the control says; else counting packages stops after so
                                      many steps, and whether there are any is found without */
} pp_zone_options;

/* Red lines by their place in the case file, from 0, increasing. */
typedef struct pp_red_line_set {
    const size_t *red_lines;
    size_t count;
    const char *opens; /* concession sets: agreements that dropping it opens, in decimal; null where a
                          limit stopped the count. Blocking sets: null */
    const uint16_t *package; /* concession sets: an agreement that it opens (the option of each
                                issue); blocking sets: null */
} pp_red_line_set;

typedef struct pp_decisive {
    size_t red_line;
    double share; /* of all readings */
} pp_decisive;

typedef enum pp_crossing { PP_CROSSED_BY_EVERY, PP_CROSSED_BY_SOME } pp_crossing;

/* Red lines of one absent party that agreements at the table cross. */
typedef struct pp_crossed {
    size_t party;
    const size_t *red_lines;
    size_t count;
    pp_crossing by; /* every agreement, or some but not every */
} pp_crossed;

/* The answer. Everything in it is borrowed from it; indices are places in the case file, from 0. */
typedef struct pp_zone {
    const pp_case *the_case; /* borrowed; must outlive the answer */
    int as_of;               /* the date asked for, as YYYYMMDD; 0: none */
    pp_verdict verdict;
    const char *packages;   /* how many packages, in decimal */
    const char *feasible;   /* how many satisfy every link; null where a limit stopped it */
    const char *agreements; /* how many lie in the zone; null where a limit stopped it */

    const uint16_t *const *witnesses; /* agreements, the first by code; the option of each issue */
    size_t witness_count;

    const double *const *shares; /* [issue][option], over agreements; null where there are none */

    const pp_red_line_set *blocking;
    size_t blocking_count;
    const pp_red_line_set *concessions; /* by size, then by red lines */
    size_t concession_count;

    const size_t *counting; /* the red lines that count: on the date, not dropped */
    size_t counting_count;
    const bool *consents_needed; /* [party]: does the consent rule name it? */

    const size_t *unclear; /* of those that count, in the order of the case */
    size_t unclear_count;
    const char *readings_total; /* in decimal */
    const char *readings_with_agreement; /* null where a limit stopped it */
    const pp_decisive *decisive;         /* one for each unclear; null where a limit stopped it */

    const size_t *table; /* parties at the table; with --table */
    size_t table_count;
    const pp_crossed *crossed;
    size_t crossed_count;

    const size_t *contradiction; /* a smallest set of links that no package satisfies, by place from
                                    0; assumptions follow the case's links */
    size_t contradiction_count;
    const char *const *assumed; /* the formulas of question.assume, as given */
    size_t assumed_count;

    const char *engine; /* which way ran: "elimination" or "search" */
    size_t width;       /* induced width of the elimination */
    const pp_incomplete *incomplete;
    size_t incomplete_count; /* 0: the answer is complete */
} pp_zone;

/*
 * Computes the answer. `options`, `control` and `error` may be null. `*zone` is owned by the caller
 * (pp_zone_free). A step or time limit or a cancel gives PP_OK with what is known and `incomplete`
 * filled; the verdict is then PP_VERDICT_UNKNOWN where even that was out of reach.
 * Cost: exponential in the induced width of the case's formulas, not in the number of issues.
 * Errors: ARGUMENT (unknown id, bad formula or date), MEMORY.
 * Source: dechter1999, aji2000 for the elimination; reiter1987 for the duality; murakami2014 for the
 * hitting sets.
 */
PP_API pp_status pp_zone_solve(const pp_case *the_case, const pp_zone_options *options,
                               const pp_control *control, pp_zone **zone, pp_error *error);

PP_API void pp_zone_free(pp_zone *zone);

#endif
