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
 *   - who does it: "X, whose army holds it, would leave", "by A and B, but C and D WERE against",
 *     "the FORMER refused", "while one is for it, A and B HAVE made clear"
 *   - the main verb: "militants holding nine men HAVE THREATENED", "the Chamber of Commerce PROPOSES",
 *     "are OPPOSING plans"; and who goes on behind "and": by tense and number of the one who reports
 *   - measures and particles: "35 euros A SHARE", "a 12 percent PAY rise", "brushed ASIDE this offer",
 *     "offered UP TO 5 PERCENT"
 *
 * mend.c calls the others: mend_verbs.c, mend_roots.c, mend_clauses.c, mend_parallel.c,
 * mend_participles.c, mend_objects.c, mend_somebody.c, mend_comment.c,
 * mend_amounts.c.
 */
void pp_i_mend(pp_i_sentence *sentence);

#endif
