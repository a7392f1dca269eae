/*
 * sentence.h: what the reader works on: words with their places, their parts of speech, and which
 * word hangs on which.
 *
 * Tokens, tags and relations are those of Universal Dependencies, version 2 (nivre2020), as the English
 * Web Treebank uses them; subtypes of relations are stripped (`nsubj:pass` is nsubj). Offsets are
 * bytes of the document's text, so that every word can be shown where it stands.
 */
#ifndef PP_READING_SENTENCE_H
#define PP_READING_SENTENCE_H

#include "base/text.h"

/* The 17 universal parts of speech, in alphabetical order. */
typedef enum pp_i_tag {
    PP_TAG_ADJ, PP_TAG_ADP, PP_TAG_ADV, PP_TAG_AUX, PP_TAG_CCONJ, PP_TAG_DET, PP_TAG_INTJ,
    PP_TAG_NOUN, PP_TAG_NUM, PP_TAG_PART, PP_TAG_PRON, PP_TAG_PROPN, PP_TAG_PUNCT, PP_TAG_SCONJ,
    PP_TAG_SYM, PP_TAG_VERB, PP_TAG_X, PP_TAG_COUNT
} pp_i_tag;

/* The 37 universal relations, in alphabetical order. */
typedef enum pp_i_relation {
    PP_REL_ACL, PP_REL_ADVCL, PP_REL_ADVMOD, PP_REL_AMOD, PP_REL_APPOS, PP_REL_AUX, PP_REL_CASE,
    PP_REL_CC, PP_REL_CCOMP, PP_REL_CLF, PP_REL_COMPOUND, PP_REL_CONJ, PP_REL_COP, PP_REL_CSUBJ,
    PP_REL_DEP, PP_REL_DET, PP_REL_DISCOURSE, PP_REL_DISLOCATED, PP_REL_EXPL, PP_REL_FIXED,
    PP_REL_FLAT, PP_REL_GOESWITH, PP_REL_IOBJ, PP_REL_LIST, PP_REL_MARK, PP_REL_NMOD,
    PP_REL_NSUBJ, PP_REL_NUMMOD, PP_REL_OBJ, PP_REL_OBL, PP_REL_ORPHAN, PP_REL_PARATAXIS,
    PP_REL_PUNCT, PP_REL_REPARANDUM, PP_REL_ROOT, PP_REL_VOCATIVE, PP_REL_XCOMP, PP_REL_COUNT
} pp_i_relation;

/* The head of a sentence's root. */
#define PP_NO_HEAD UINT32_MAX

enum { PP_SENTENCE_TOKEN_COUNT_MAX = 512 /* longer ones are cut in two */ };

typedef struct pp_i_token {
    pp_text form;      /* as in the text */
    pp_text lemma;     /* lower case, uninflected: "said" is say */
    size_t byte_start; /* of the document's text */
    size_t byte_end;
    uint8_t tag;       /* pp_i_tag */
    uint8_t relation;  /* pp_i_relation to its head */
    uint32_t head;     /* index in the sentence, or PP_NO_HEAD */
} pp_i_token;

typedef struct pp_i_sentence {
    pp_i_token *tokens;
    size_t token_count;
    size_t paragraph; /* index of the document's paragraph */
    bool goes_on;     /* a clause of the same sentence as the one before it, behind a semicolon */
} pp_i_sentence;

/* "NOUN", "nsubj", as in the treebank. */
const char *pp_i_tag_text(pp_i_tag tag);
const char *pp_i_relation_text(pp_i_relation relation);

/* Has the word `head` a dependent with this relation before `end`? */
bool pp_i_sentence_has_before(const pp_i_sentence *sentence, uint32_t head, pp_i_relation relation,
                          uint32_t end);

/* The sentence's root, or how many words it has where none is. */
uint32_t pp_i_sentence_root(const pp_i_sentence *sentence);

#endif
