/*
 * tagger.h: the classes of words. A class is a universal tag together with the treebank's finer one
 * ("VERB VBN"): the finer one tells a participle from a past tense. The network decides them.
 */
#ifndef PP_READING_TAGGER_H
#define PP_READING_TAGGER_H

#include "reading/sentence.h"

enum { PP_FINE_TAG_LENGTH_MAX = 6 };

/* One class. */
typedef struct pp_i_fine_tag {
    uint8_t tag; /* pp_i_tag */
    char name[PP_FINE_TAG_LENGTH_MAX + 1];
} pp_i_fine_tag;

#endif
