/* sentence.c: the names of tags and relations. */
#include "reading/sentence.h"

static const char *const tag_texts[PP_TAG_COUNT] = {
    "ADJ",  "ADP",  "ADV",  "AUX",   "CCONJ", "DET",   "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

static const char *const relation_texts[PP_REL_COUNT] = {
    "acl",       "advcl",      "advmod",   "amod",       "appos",  "aux",       "case",
    "cc",        "ccomp",      "clf",      "compound",   "conj",   "cop",       "csubj",
    "dep",       "det",        "discourse", "dislocated", "expl",  "fixed",     "flat",
    "goeswith",  "iobj",       "list",     "mark",       "nmod",   "nsubj",     "nummod",
    "obj",       "obl",        "orphan",   "parataxis",  "punct",  "reparandum", "root",
    "vocative",  "xcomp",
};

const char *pp_i_tag_text(pp_i_tag tag)
{
    return (unsigned)tag < PP_TAG_COUNT ? tag_texts[tag] : "X";
}

const char *pp_i_relation_text(pp_i_relation relation)
{
    return (unsigned)relation < PP_REL_COUNT ? relation_texts[relation] : "dep";
}

bool pp_i_sentence_has_before(const pp_i_sentence *sentence, uint32_t head, pp_i_relation relation,
                          uint32_t end)
{
    for (uint32_t i = 0; i < end; i++) {
        if (sentence->tokens[i].head == head && sentence->tokens[i].relation == relation) {
            return true;
        }
    }
    return false;
}

uint32_t pp_i_sentence_root(const pp_i_sentence *sentence)
{
    uint32_t root = 0;
    while (root < sentence->token_count && sentence->tokens[root].relation != PP_REL_ROOT) {
        root++;
    }
    return root;
}
