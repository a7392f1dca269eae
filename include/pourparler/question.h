/*
 * question.h: what may be said with any question about a case.
 */
#ifndef POURPARLER_QUESTION_H
#define POURPARLER_QUESTION_H

#include "pourparler/case.h"

/*
 * All fields may be left zero. Texts are borrowed for the call. Ids that the case does not have and
 * formulas that do not parse make the call fail with PP_ERROR_ARGUMENT and words that say which.
 */
typedef struct pp_question {
    const char *as_of;         /* YYYY-MM-DD: what was said and not yet replaced by then counts */
    const char *const *assume; /* formulas that act as links */
    size_t assume_count;
    const char *const *drop; /* ids of red lines that do not count */
    size_t drop_count;
    const char *const *table; /* ids of parties: only these must consent */
    size_t table_count;
} pp_question;

/* One named part of an answer that is not whole, and why. */
typedef struct pp_incomplete {
    const char *part; /* "concessions", "opens", "shares", ... as in the JSON */
    const char *why;  /* "step limit", "time limit", "cancelled", "memory", or a named limit */
} pp_incomplete;

#endif
