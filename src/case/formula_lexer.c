/* formula_lexer.c: see formula_lexer.h. */
#include "case/formula_lexer.h"

#include "case/formula.h"

static const struct {
    const char *word;
    pp_i_token_kind kind;
} KEYWORDS[] = {
    {"and", PP_TOKEN_AND},         {"or", PP_TOKEN_OR}, {"not", PP_TOKEN_NOT},
    {"implies", PP_TOKEN_IMPLIES}, {"if", PP_TOKEN_IF}, {"iff", PP_TOKEN_IFF},
    {"in", PP_TOKEN_IN},           {"of", PP_TOKEN_OF}, {"true", PP_TOKEN_TRUE},
    {"false", PP_TOKEN_FALSE},
};

/* Longer signs stand before the shorter ones that they begin with. */
static const struct {
    const char *sign;
    pp_i_token_kind kind;
    const char *instead;
} SIGNS[] = {
    {"<=>", PP_TOKEN_WRONG, "iff"},
    {"<->", PP_TOKEN_WRONG, "iff"},
    {"->", PP_TOKEN_WRONG, "implies"},
    {"=>", PP_TOKEN_WRONG, "implies"},
    {"=<", PP_TOKEN_WRONG, "<="},
    {"==", PP_TOKEN_WRONG, "="},
    {"<>", PP_TOKEN_WRONG, "!="},
    {"&&", PP_TOKEN_WRONG, "and"},
    {"||", PP_TOKEN_WRONG, "or"},
    {"!=", PP_TOKEN_NOT_EQUAL, NULL},
    {"<=", PP_TOKEN_LESS_EQUAL, NULL},
    {">=", PP_TOKEN_GREATER_EQUAL, NULL},
    {"<", PP_TOKEN_LESS, NULL},
    {">", PP_TOKEN_GREATER, NULL},
    {"=", PP_TOKEN_EQUAL, NULL},
    {"(", PP_TOKEN_OPEN, NULL},
    {")", PP_TOKEN_CLOSE, NULL},
    {",", PP_TOKEN_COMMA, NULL},
    {"&", PP_TOKEN_WRONG, "and"},
    {"|", PP_TOKEN_WRONG, "or"},
    {"!", PP_TOKEN_WRONG, "not"},
    {"~", PP_TOKEN_WRONG, "not"},
    {":", PP_TOKEN_WRONG, "="},
    {";", PP_TOKEN_WRONG, "and"},
    {"[", PP_TOKEN_WRONG, "("},
    {"]", PP_TOKEN_WRONG, ")"},
    {"{", PP_TOKEN_WRONG, "("},
    {"}", PP_TOKEN_WRONG, ")"},
    {"\xE2\x89\xA0", PP_TOKEN_WRONG, "!="},      /* U+2260 */
    {"\xE2\x89\xA4", PP_TOKEN_WRONG, "<="},      /* U+2264 */
    {"\xE2\x89\xA5", PP_TOKEN_WRONG, ">="},      /* U+2265 */
    {"\xE2\x88\xA7", PP_TOKEN_WRONG, "and"},     /* U+2227 */
    {"\xE2\x88\xA8", PP_TOKEN_WRONG, "or"},      /* U+2228 */
    {"\xE2\x88\x88", PP_TOKEN_WRONG, "in"},      /* U+2208 */
    {"\xE2\x86\x92", PP_TOKEN_WRONG, "implies"}, /* U+2192 */
    {"\xE2\x87\x92", PP_TOKEN_WRONG, "implies"}, /* U+21D2 */
    {"\xE2\x87\x94", PP_TOKEN_WRONG, "iff"},     /* U+21D4 */
    {"\xC2\xAC", PP_TOKEN_WRONG, "not"},         /* U+00AC */
};

enum {
    KEYWORD_COUNT = sizeof KEYWORDS / sizeof *KEYWORDS,
    SIGN_COUNT = sizeof SIGNS / sizeof *SIGNS
};

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
}

static bool same_word(pp_text word, const char *other, bool any_case)
{
    size_t length = strlen(other);
    if (word.length != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((any_case ? lower(word.data[i]) : word.data[i]) != other[i])
            return false;
    return true;
}

pp_i_token_kind pp_i_formula_keyword(pp_text word, bool any_case)
{
    for (size_t i = 0; i < KEYWORD_COUNT; i++)
        if (same_word(word, KEYWORDS[i].word, any_case))
            return KEYWORDS[i].kind;
    return PP_TOKEN_WORD;
}

bool pp_i_formula_is_reserved(pp_text word)
{
    return pp_i_formula_keyword(word, false) != PP_TOKEN_WORD;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Ids, and the signs of numbers: -3, 2.5, 1/3. */
static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '-' || byte == '.' ||
           byte == '/' || byte == '+';
}

/* Does a sign stand at `rest`? Fills the token's kind, length and `instead`. */
static bool read_sign(pp_text rest, pp_i_token *token)
{
    for (size_t i = 0; i < SIGN_COUNT; i++) {
        size_t length = strlen(SIGNS[i].sign);
        if (length <= rest.length && memcmp(rest.data, SIGNS[i].sign, length) == 0) {
            token->kind = SIGNS[i].kind;
            token->text.length = length;
            token->instead = SIGNS[i].instead;
            return true;
        }
    }
    return false;
}

pp_i_token pp_i_formula_token(pp_text words, size_t at)
{
    while (at < words.length && is_blank(words.data[at]))
        at++;
    pp_i_token token = {.start = at, .text = {words.data + at, 0}};
    if (at == words.length)
        return token;
    pp_text rest = {words.data + at, words.length - at};
    if (read_sign(rest, &token))
        return token;
    while (token.text.length < rest.length && is_word_byte(rest.data[token.text.length]))
        token.text.length++;
    if (token.text.length > 0) {
        token.kind = pp_i_formula_keyword(token.text, false);
        return token;
    }
    token.kind = PP_TOKEN_WRONG;
    pp_i_utf8_decode(rest, 0, &token.text.length);
    return token;
}
