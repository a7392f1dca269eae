/* chain.h: the parts of an order as it is written, `a > b ~ c`. */
#ifndef PP_CASE_CHAIN_H
#define PP_CASE_CHAIN_H

#include "base/text.h"

typedef struct pp_i_chain_part {
    size_t start, end; /* in the text, with the blanks around */
    bool tied;         /* with the one before */
} pp_i_chain_part;

/* The next part from *at on, which begins with 0; false behind the last. An empty text has one part,
 * which is empty. */
bool pp_i_chain_next(pp_text text, size_t *at, pp_i_chain_part *part);

/* What stands in a part, without the blanks around. */
pp_text pp_i_chain_word(pp_text text, pp_i_chain_part part);

#endif
