/*
 * mend.h: sets a parse right where the words leave no doubt: a parser that has learnt from other
 * kinds of text takes "The mayor voiced support" for a noun phrase.
 *
 *     pp_i_mend(&sentence);
 *
 * A sentence stays a tree with one root. Linear for usual sentences.
 */
#ifndef PP_READING_MEND_H
#define PP_READING_MEND_H

#include "reading/sentence.h"

/*
 * What is mended:
 *   - a verb in the past between a noun that nothing governs and the noun at the clause's head,
 *     taken for the latter's attribute, becomes the head: "the mayor voiced support for"
 *   - an adjective behind the object of a verb of calling, taken for the object's attribute, is what
 *     the object is called: "called the claims baseless"
 *   - "no to" is two words: "said no to the plan"
 */
void pp_i_mend(pp_i_sentence *sentence);

#endif
