/*
 * reparse.h: parses a sentence anew where something in it led the parser astray, in words that the
 * parser reads more surely:
 *   - without an aside: "Zarif, however, dismissed talk of an extension"
 *   - without the words that say who says it: "The talks, he warned, could fail", "Prices must
 *     fall, the minister said", which are parsed for themselves and hung on what is said
 *   - with a plain verb for one that is a noun too: "The governor doubts that", "rules out"
 *   - with a common name for one of common words: "Ocean Watch, a charity, wants"
 *
 *     pp_i_sentence_analyse(language, text, at, paragraph, arena, &sentence, &used, error);
 *     pp_i_reparse(language, arena, &sentence, error);
 *
 * Only sentences whose first parse is at odds with itself there are parsed again, and the new parse
 * is taken only where it is not.
 */
#ifndef PP_READING_REPARSE_H
#define PP_READING_REPARSE_H

#include "reading/language.h"

/* How much of a sentence is parsed at once: to a semicolon between clauses, which are as good as
 * sentences; behind a colon or within brackets they are a list. To a colon too, where a clause with
 * a subject stands behind it and the word before does not announce it; to the comma before "an
 * idea that X rejects", where a clause stands before it; and to the comma before "and X has said",
 * where somebody named by a noun says something: the joint is `*gap` bytes long and is left out.
 * Never 0 for a text that is not empty; linear, two parses at most. Errors: MEMORY. */
pp_status pp_i_reparse_clause_length(const pp_i_language *language, pp_text text, pp_i_arena *arena,
                                     size_t *length, size_t *gap, pp_error *error);

/* Changes tags, lemmas, heads and relations in place; the sentence stays a tree with one root. A
 * sentence is parsed at most REPARSE_COUNT_MAX times. Errors: MEMORY. */
pp_status pp_i_reparse(const pp_i_language *language, pp_i_arena *arena, pp_i_sentence *sentence,
                       pp_error *error);

#endif
