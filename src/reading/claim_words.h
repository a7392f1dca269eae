/*
 * claim_words.h: words that change what the others claim: numbers, words that deny, verdicts.
 */
#ifndef PP_READING_CLAIM_WORDS_H
#define PP_READING_CLAIM_WORDS_H

#include "reading/statement.h"

/* Is the word a number, in digits or spelled? "One" is more often a pronoun or an article. */
bool pp_i_is_number(pp_text form);

/* Is the token the "end" of "by the end of the year", which ends nothing? */
bool pp_i_says_when(const pp_i_report *report, size_t sentence, uint32_t token);

/* "not", "no", "never" and the like, which are no terms. */
bool pp_i_is_denial(const pp_i_token *token);

/* Of words that the act has taken the denial of, "the ships will not return", the token that
 * denies; PP_NO_HEAD where none of the content's does. */
uint32_t pp_i_said_denial(const pp_i_reading *reading, const pp_i_said *said);

/* "the offer inadequate", "the plan a non-starter": words that point, and a verdict on what they
 * point to, of which the claim has no words of its own. */
bool pp_i_said_points_with_verdict(const pp_i_said *said);

/* Of a text without a parse: letters, bytes above ASCII among them; what words are made of; where
 * the word that starts at a place ends ("4.5" and "6,000" are one word); words too short or too
 * common to tell anything, which the tags of a parse would have left out. */
bool pp_i_is_letter(char c);
bool pp_i_is_word_byte(char c);
size_t pp_i_word_end(pp_text text, size_t start);
bool pp_i_is_function_word(pp_text word);

#endif
