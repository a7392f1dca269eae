/* mend_parts.h: what the files mend*.c share; nobody else includes it. */
#ifndef PP_READING_MEND_PARTS_H
#define PP_READING_MEND_PARTS_H

#include "reading/clause.h"
#include "reading/mend.h"

bool pp_i_mend_is_noun(const pp_i_token *token);

/* A verb's past, as far as its form tells. */
bool pp_i_mend_is_past(const pp_i_token *token);

/* Is the token the other one, or under it? */
bool pp_i_mend_is_under(const pp_i_sentence *sentence, uint32_t token, uint32_t above);

/* Hangs a word on another; false, and nothing done, where the tree would become a ring. */
bool pp_i_mend_hang(pp_i_sentence *sentence, uint32_t token, uint32_t head, uint8_t relation);

/* The verb takes the place in the tree of the word `before`, which hangs on it from then on. */
void pp_i_mend_give_place(pp_i_sentence *sentence, uint32_t verb, uint32_t before,
                          uint8_t relation);

/* The first child with the relation that stands within the words, or PP_NO_HEAD. */
uint32_t pp_i_mend_child(const pp_i_sentence *sentence, uint32_t head, pp_i_relation relation,
                         uint32_t from, uint32_t to);

/* Each looks at one word. */
void pp_i_mend_bounded(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_perfect(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_parallel(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_auxiliary(pp_i_sentence *sentence, uint32_t have);
void pp_i_mend_embedded(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_compound(pp_i_sentence *sentence, uint32_t noun);
void pp_i_mend_participles(pp_i_sentence *sentence, uint32_t participle);
void pp_i_mend_said(pp_i_sentence *sentence, uint32_t clause);
void pp_i_mend_said_object(pp_i_sentence *sentence, uint32_t clause);
void pp_i_mend_said_participle(pp_i_sentence *sentence, uint32_t participle);
void pp_i_mend_agent_name(pp_i_sentence *sentence, uint32_t name);
void pp_i_mend_before(pp_i_sentence *sentence, uint32_t clause);
void pp_i_mend_executive(pp_i_sentence *sentence, uint32_t word);
void pp_i_mend_so_far(pp_i_sentence *sentence, uint32_t far);
void pp_i_mend_particle(pp_i_sentence *sentence, uint32_t word);
void pp_i_mend_clause(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_joined_subject(pp_i_sentence *sentence, uint32_t noun);
void pp_i_mend_noun_root(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_progressive(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_reduced(pp_i_sentence *sentence, uint32_t participle);
void pp_i_mend_no_noun(pp_i_sentence *sentence, uint32_t word);
void pp_i_mend_voted(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_behind_comma(pp_i_sentence *sentence, uint32_t name);
void pp_i_mend_latter(pp_i_sentence *sentence, uint32_t word);
void pp_i_mend_relative_pair(pp_i_sentence *sentence, uint32_t name);
void pp_i_mend_somebody(pp_i_sentence *sentence, uint32_t word);
void pp_i_mend_object(pp_i_sentence *sentence, uint32_t word);
void pp_i_mend_comment(pp_i_sentence *sentence);
void pp_i_mend_all_but(pp_i_sentence *sentence, uint32_t all);
void pp_i_mend_voiced(pp_i_sentence *sentence, uint32_t verb);
void pp_i_mend_judged(pp_i_sentence *sentence, uint32_t adjective);
void pp_i_mend_lost_verb(pp_i_sentence *sentence, uint32_t verb);

#endif
