/* quotes.h: single quotation marks, told apart from apostrophes. */
#ifndef PP_READING_QUOTES_H
#define PP_READING_QUOTES_H

#include "reading/sentence.h"

/* Gives the words of a sentence that are single quotation marks the form of double ones, so that
 * everything behind reads them alike; the offsets stay. "workers' pay" keeps its mark. Linear. */
void pp_i_quotes_mark(pp_i_sentence *sentence);

#endif
