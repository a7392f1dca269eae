/*
 * lexical.h: which words are akin: of one family (recognise, recognition), synonyms, or words for
 * the same field of things (border, territory).
 *
 *     pp_i_lexeme a, b;
 *     pp_i_lexical_find(PP_TEXT("recognition"), &a);
 *     pp_i_lexical_find(PP_TEXT("acknowledge"), &b);
 *     pp_i_kinship kin = pp_i_lexical_kinship(&a, &b);      // PP_KIN_SYNONYM
 *
 * Families, synonyms and kinds are those of WordNet 3.0, as a table in the program (no file is
 * opened); suffixes and British spellings are undone for words that the table lacks; and the words
 * of talks that WordNet keeps apart are grouped in lexical_groups.c. No name stands in any of them.
 *
 * Source: miller1995wordnet.
 */
#ifndef PP_READING_LEXICAL_H
#define PP_READING_LEXICAL_H

#include "base/text.h"

enum {
    PP_LEXEME_BYTE_COUNT_MAX = 40, /* of a root; longer words are cut */
    PP_LEXEME_GROUP_COUNT_MAX = 6  /* groups that one word may be in */
};

/* A word as far as its kin is concerned. */
typedef struct pp_i_lexeme {
    char root[PP_LEXEME_BYTE_COUNT_MAX + 1]; /* of its family: equal for words of one */
    const char *line;                        /* of the table, or null */
    uint8_t groups[PP_LEXEME_GROUP_COUNT_MAX];
    uint8_t group_count;
} pp_i_lexeme;

typedef enum pp_i_kinship {
    PP_KIN_NONE,
    PP_KIN_KIND,    /* one is a kind of the other */
    PP_KIN_FIELD,   /* words for the same field of things */
    PP_KIN_SYNONYM, /* words for the same */
    PP_KIN_FAMILY   /* the same word, or derived from one another */
} pp_i_kinship;

/* `lemma` in any case. Bounded time. */
void pp_i_lexical_find(pp_text lemma, pp_i_lexeme *lexeme);

/* How two words are akin; symmetric. Bounded time. */
pp_i_kinship pp_i_lexical_kinship(const pp_i_lexeme *a, const pp_i_lexeme *b);

/*
 * Roots of words that may be akin to `lexeme` beyond its own: calls `visit` with each, until it
 * returns false. Groups are not walked: ask for those of `groups`.
 */
void pp_i_lexical_neighbours(const pp_i_lexeme *lexeme, bool (*visit)(void *, const pp_i_lexeme *),
                             void *context);

/* A noun whose first sense is somebody: archbishop, carmaker is not in it. Bounded time. */
bool pp_i_lexical_is_person(pp_text lemma);

/* A noun whose first sense is a body of people, or a place that they run: orchestra, airport.
 * Bounded time. */
bool pp_i_lexical_is_body(pp_text lemma);

/* A word that frames what is said and says little itself: importance, notion, agreement, talks. */
bool pp_i_lexical_is_frame(const pp_i_lexeme *lexeme);

/* A word that turns what follows into its opposite: end, lift, ban, withdraw, without. */
bool pp_i_lexical_is_reversing(const pp_i_lexeme *lexeme);

/* For the source lexical_groups.c: `sign` and words; see there. */
extern const char *const pp_i_lexical_groups[];
extern const size_t pp_i_lexical_group_count;
extern const char *const pp_i_lexical_frames, *const pp_i_lexical_reversers;

#endif
