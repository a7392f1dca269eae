/*
 * confidence.h: how sure it is that a statement is read rightly.
 *
 * A number in (0, 1): of statements with this number about that share is right in speaker, act and
 * words; confidence.c says on what it was calibrated.
 */
#ifndef PP_READING_CONFIDENCE_H
#define PP_READING_CONFIDENCE_H

#include "reading/statement.h"

/* What tells for and against a statement. */
typedef struct pp_i_signs {
    pp_i_pattern pattern;
    bool named;        /* the speaker stands there by name */
    unsigned certainty; /* of a pronoun's antecedent, 0 to 100 */
    bool asserting;    /* the cue only says that something is said */
    bool points;       /* what is said points back, */
    bool pointed;      /* and it was found to what */
    uint32_t content_word_count;
    uint32_t sentence_word_count;
} pp_i_signs;

double pp_i_confidence(const pp_i_signs *signs);

#endif
