/* reparse_parts.h: what reparse.c, reparse_names.c, reparse_clauses.c, attribution.c,
 * attribution_inverted.c and aside.c share; nobody else includes it. */
#ifndef PP_READING_REPARSE_PARTS_H
#define PP_READING_REPARSE_PARTS_H

#include "reading/clause.h"
#include "reading/reparse.h"

/* The words [start, end). */
typedef struct pp_i_stretch {
    uint32_t start, end;
} pp_i_stretch;

static inline bool pp_i_reparse_is_comma(const pp_i_sentence *sentence, uint32_t token)
{
    return token < sentence->token_count && pp_i_text_is(sentence->tokens[token].form, ",");
}

/* Quotation marks, and what parts clauses: nothing is taken out across them. */
bool pp_i_reparse_is_bound(const pp_i_token *token);

/* Parses the words outside `out` as a sentence of their own, in `arena`; `rest` borrows none of
 * the sentence's tokens. Errors: MEMORY. */
pp_status pp_i_reparse_without(const pp_i_language *language, pp_i_arena *arena,
                               const pp_i_sentence *sentence, pp_i_stretch out, pp_i_sentence *rest,
                               pp_error *error);

enum {
    PP_ATTRIBUTION_LENGTH_MAX = 12, /* words of who says it, with the verb */
    PP_SAID_LENGTH_MIN = 3          /* words of what is said before it */
};

#define PP_ATTRIBUTION_VERBS                                                                       \
    "say add warn suggest argue insist note explain claim stress announce declare caution "        \
    "predict "                                                                                     \
    "acknowledge concede admit complain recall maintain indicate put observe remark believe "      \
    "think "                                                                                       \
    "point fear report write tell hint reply contend confirm allow go counter retort respond"

/* Who says it: `whole` with the commas around it, the verb, where it is parted from the rest. */
typedef struct pp_i_attribution {
    pp_i_stretch whole, words;
    uint32_t verb;
} pp_i_attribution;

/* Does the word name somebody, or can it stand in who is named? */
bool pp_i_attribution_names_somebody(const pp_i_token *token);
bool pp_i_attribution_is_of_name(const pp_i_token *token);

/* Each changes the sentence where it finds what it mends. */
pp_status pp_i_reparse_names(const pp_i_language *language, pp_i_arena *arena,
                             pp_i_sentence *sentence, pp_error *error);
pp_status pp_i_reparse_asides(const pp_i_language *language, pp_i_arena *arena,
                              pp_i_sentence *sentence, pp_error *error);
pp_status pp_i_reparse_inverted(const pp_i_language *language, pp_i_arena *arena,
                                pp_i_sentence *sentence, pp_error *error);
pp_status pp_i_reparse_attribution(const pp_i_language *language, pp_i_arena *arena,
                                   pp_i_sentence *sentence, pp_error *error);

#endif
