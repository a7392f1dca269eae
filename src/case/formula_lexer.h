/*
 * formula_lexer.h: the words and signs of a formula, each with its place in the text. Used by the
 * parser of formulas alone.
 */
#ifndef PP_CASE_FORMULA_LEXER_H
#define PP_CASE_FORMULA_LEXER_H

#include "base/text.h"

typedef enum pp_i_token_kind {
    PP_TOKEN_END,
    PP_TOKEN_WORD, /* an id or a number */
    PP_TOKEN_OPEN,
    PP_TOKEN_CLOSE,
    PP_TOKEN_COMMA,
    PP_TOKEN_EQUAL,
    PP_TOKEN_NOT_EQUAL,
    PP_TOKEN_LESS,
    PP_TOKEN_LESS_EQUAL,
    PP_TOKEN_GREATER,
    PP_TOKEN_GREATER_EQUAL,
    PP_TOKEN_AND,
    PP_TOKEN_OR,
    PP_TOKEN_NOT,
    PP_TOKEN_IMPLIES,
    PP_TOKEN_IF,
    PP_TOKEN_IFF,
    PP_TOKEN_IN,
    PP_TOKEN_OF,
    PP_TOKEN_TRUE,
    PP_TOKEN_FALSE,
    PP_TOKEN_WRONG /* a sign that the language does not have */
} pp_i_token_kind;

typedef struct pp_i_token {
    pp_i_token_kind kind;
    pp_text text;
    size_t start;        /* bytes from the start of the formula */
    const char *instead; /* WRONG: what may have been meant, or null */
} pp_i_token;

/* The token at or behind byte `at`; at the end of the text one of kind END, without text. */
pp_i_token pp_i_formula_token(pp_text words, size_t at);

/* The byte behind a token. */
static inline size_t pp_i_token_end(pp_i_token token)
{
    return token.start + token.text.length;
}

/* The reserved word that `word` is, whatever its case; PP_TOKEN_WORD where it is none. */
pp_i_token_kind pp_i_formula_keyword(pp_text word, bool any_case);

#endif
