/* reparse_parts.h: what reparse.c, reparse_names.c, reparse_clauses.c, attribution.c and aside.c
 * share; nobody else includes it. */
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

/* Each changes the sentence where it finds what it mends. */
pp_status pp_i_reparse_names(const pp_i_language *language, pp_i_arena *arena,
                             pp_i_sentence *sentence, pp_error *error);
pp_status pp_i_reparse_asides(const pp_i_language *language, pp_i_arena *arena,
                              pp_i_sentence *sentence, pp_error *error);
pp_status pp_i_reparse_attribution(const pp_i_language *language, pp_i_arena *arena,
                                   pp_i_sentence *sentence, pp_error *error);

#endif
