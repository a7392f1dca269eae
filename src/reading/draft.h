/*
 * draft.h: a reading as the draft of a case, for a person to look through.
 *
 *     pp_i_draft_options options = {.folder = "talks"};
 *     pp_i_draft_make(reading, &options, arena, &draft, error);   // draft->yaml is the case file
 *
 * The draft is valid and can be asked at once. It has nothing that the reports do not say, but for
 * what its `assumptions` name. Red lines are firm where strong words stand (must, never, rules out),
 * else unclear; doubts give none. What to look at first stands in `review`, most urgent first.
 *
 * Merging reads a report into a case that is there: everything of the old case stays as it was, and
 * what is new stands behind it.
 */
#ifndef PP_READING_DRAFT_H
#define PP_READING_DRAFT_H

#include "case/reader.h"
#include "reading/issues.h"

typedef struct pp_i_draft_options {
    const char *title;      /* null: the report's own, or its file's name */
    const char *folder;     /* of the draft: reports that lie in it are named by `file`; null, and for
                               all others: their words stand in the draft */
    const pp_i_date *dates; /* for each report; 0: unknown. Null: all unknown, then a line that is
                               only a date near a report's start is taken */
    unsigned thread_count;  /* that group the statements; 0 is 1; changes nothing in the draft */
} pp_i_draft_options;

/* How a new statement stands to an earlier one of the same party on the same issue. */
typedef enum pp_i_change_kind {
    PP_CHANGE_CONFIRMED,   /* the same position again */
    PP_CHANGE_REPLACED,    /* another position, later: it takes the earlier one's place */
    PP_CHANGE_CONTRADICTED /* another position, and which is the later is not known */
} pp_i_change_kind;

typedef struct pp_i_change {
    pp_i_change_kind kind;
    size_t statement, earlier; /* of the case */
} pp_i_change;

typedef struct pp_i_draft {
    pp_text yaml;
    const pp_case *content; /* the same; its formulas can be printed, it is not for questions */
    const pp_i_issues *issues;
    const size_t *statements; /* for each of the reading's, its index in the case; PP_NONE: left out */
    const size_t *issue_of;   /* for each of the reading's, its issue in the case, or PP_NONE */
    const size_t *party_of;   /* for each of the reading's actors, its party in the case, or PP_NONE */
    size_t known_count;       /* statements that the case had already, word for word */
    size_t left_out_count;    /* statements beyond a limit of a case */
    const pp_i_change *changes; /* merging alone */
    size_t change_count;
} pp_i_draft;

/*
 * `options` may be null. Everything lies in `arena` and borrows from the reading. Errors: INPUT where
 * the reports hold no statement (a case needs a party and an issue), MEMORY.
 */
pp_status pp_i_draft_make(const pp_i_reading *reading, const pp_i_draft_options *options,
                          pp_i_arena *arena, const pp_i_draft **draft, pp_error *error);

/*
 * The case `base` with the reading merged into it; the result borrows from both. New parties are
 * observers, so that whose consent is needed stays as it was. Where the base ranks whole packages no
 * issue is added. Errors: MEMORY. Without a statement the result is the base.
 */
pp_status pp_i_draft_merge(const pp_case *base, const pp_i_reading *reading,
                           const pp_i_draft_options *options, pp_i_arena *arena,
                           const pp_i_draft **draft, pp_error *error);

#endif
