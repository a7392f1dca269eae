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
 * What is mended, each by a rule of its own:
 *   - verbs that the parse took for something else: "the mayor VOICED support for" and "Germany and
 *     France BACK a plan" for a noun phrase, "and have THREATENED strikes" for an attribute, "FEARS
 *     being left out" for a noun
 *   - verbs hung on the wrong word: "to sign the deal and has REBUFFED any talk" on the infinitive,
 *     "a truce, long DEMANDED by X, was ruled out" on the verb behind
 *   - what a verb governs, hung on its noun: "called the claims BASELESS", "told analysts THAT a
 *     price would do", "remains ADAMANT that they stay", "said NO to the plan"
 *   - a subject taken for somebody called: "X, whose army holds it, would leave"
 */
void pp_i_mend(pp_i_sentence *sentence);

#endif
