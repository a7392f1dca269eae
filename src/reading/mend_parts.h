/* mend_parts.h: what mend.c, mend_verbs.c, mend_parallel.c, mend_participles.c share; nobody else
 * includes it. */
#ifndef PP_READING_MEND_PARTS_H
#define PP_READING_MEND_PARTS_H

#include "reading/clause.h"
#include "reading/mend.h"

bool pp_i_mend_is_noun(const pp_i_token *token);

/* A verb's past, as far as its form tells. */
bool pp_i_mend_is_past(const pp_i_token *token);

/* Each looks at one word. */
void pp_i_mend_perfect(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_parallel(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_auxiliary(pp_i_sentence *sentence, uint32_t have);
void pp_i_mend_embedded(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_compound(pp_i_sentence *sentence, uint32_t noun);
void pp_i_mend_participles(pp_i_sentence *sentence, uint32_t participle);
void pp_i_mend_said(pp_i_sentence *sentence, uint32_t clause);
void pp_i_mend_comment(pp_i_sentence *sentence);
void pp_i_mend_all_but(pp_i_sentence *sentence, uint32_t all);
void pp_i_mend_voiced(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_judged(pp_i_sentence *sentence, uint32_t adjective);
void pp_i_mend_lost_verb(pp_i_sentence *sentence, uint32_t verb);

#endif
