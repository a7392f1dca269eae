/*
 * likeness.h: how far claims are about the same thing, by the words in them.
 *
 * A claim is a bag of terms: the words that carry meaning (nouns, verbs, adjectives, names that are
 * no party's), each with a weight that grows with its rarity in the reports. Two claims are alike
 * as far as their terms are akin (lexical.h).
 *
 * Source: jones1972idf for the weights.
 */
#ifndef PP_READING_LIKENESS_H
#define PP_READING_LIKENESS_H

#include "base/map.h"
#include "reading/amount.h"
#include "reading/lexical.h"
#include "reading/statement.h"

enum {
    PP_CLAIM_TERM_COUNT_MAX = 48,  /* later words of a longer claim are left aside */
    PP_POSTING_COUNT_MAX = 2000,   /* claims with one word beyond which it tells nothing */
    PP_ROOT_KIN_COUNT_MAX = 64,    /* words akin to one word that are looked at */
    PP_BOND_COUNT_USUAL = 1 << 19, /* room for bonds that claims share; each has 24 at least */
    PP_BOND_NO_TERM = 255
};

/* A root of the reports' words, or a name (`@` and its key). */
typedef struct pp_i_root {
    pp_i_lexeme lexeme;
    bool is_name, is_frame, is_reversing;
    size_t sentence_count; /* in which it stands */
    size_t sentence_last;  /* the last one counted */
} pp_i_root;

typedef struct pp_i_term {
    size_t root;
    double weight;
    pp_text form; /* as in the text */
    bool is_noun;
} pp_i_term;

typedef struct pp_i_claim {
    pp_i_term *terms; /* in the words' arena */
    size_t term_count, term_capacity;
    double weight;      /* of all terms */
    pp_i_amount amount; /* that it names, or none */
    bool is_denied;     /* "not", "no", "never" stand in it, an odd count of them */
    bool is_reversed;   /* an odd count of words that deny or end something */
    bool points;        /* it is about what it points back to: "this idea" */
} pp_i_claim;

typedef PP_LIST(pp_i_root) pp_i_roots;

typedef struct pp_i_vocabulary_of_claims {
    const pp_i_reading *reading;
    pp_i_arena *arena;
    pp_i_map by_lemma; /* to root */
    pp_i_map by_root;
    pp_i_roots roots;
    pp_i_map by_name;     /* words of names, to actors; a party's before others' */
    const bool *is_party; /* for each actor: speaks or is spoken for */
    size_t sentence_count;
    bool frames_too; /* for a claim that has no other words */
} pp_i_vocabulary_of_claims;

/* Counts the words of the reading's reports. False where memory has run out, as all below. */
bool pp_i_likeness_init(pp_i_vocabulary_of_claims *words, const pp_i_reading *reading,
                        pp_i_arena *arena);

/* The claim of a statement: its content, and what that points back to. */
bool pp_i_claim_of_said(pp_i_vocabulary_of_claims *words, size_t statement, pp_i_claim *claim);

/* The claim of the condition on which a statement was said; without terms where it has no words
 * that tell anything. */
bool pp_i_claim_of_condition(pp_i_vocabulary_of_claims *words, size_t statement, pp_i_claim *claim);

/* Adds the words of a text without a parse, such as a title, to a claim. */
bool pp_i_claim_add_text(pp_i_vocabulary_of_claims *words, pp_text text, pp_i_claim *claim);

/* Adds a term of another claim, unless it is there or there is no room. */
bool pp_i_claim_add_term(pp_i_vocabulary_of_claims *words, pp_i_claim *claim,
                         const pp_i_term *term);

typedef enum pp_i_bond_kind {
    PP_BOND_WORDS,      /* akin words */
    PP_BOND_NEAR,       /* of the same paragraph, with or without a word in common */
    PP_BOND_ANTECEDENT, /* one points to the other: "this proposal" */
} pp_i_bond_kind;

/* Two claims that may be about the same. */
typedef struct pp_i_bond {
    uint32_t a, b;  /* a < b */
    double overlap; /* of the lighter claim's weight, how much the other has too */
    double dice;    /* of both weights, how much is shared */
    uint8_t kind;   /* pp_i_bond_kind */
    uint8_t match_count;
    uint8_t term_a, term_b; /* of the claims, the pair that says most; or PP_BOND_NO_TERM */
    uint8_t kinship;        /* of that pair: pp_i_kinship */
} pp_i_bond;

typedef PP_LIST(pp_i_bond) pp_i_bonds;

/* How strongly a bond ties; 0: not at all. Called by several threads. */
typedef double pp_i_bond_strength(void *context, const pp_i_bond *bond);

/* Claims by their words; it borrows both. */
typedef struct pp_i_likeness pp_i_likeness;

/* The index of claims of which two are alike where their overlap is at least `overlap_min`. */
bool pp_i_likeness_index(const pp_i_vocabulary_of_claims *words, const pp_i_claim *claims,
                         size_t claim_count, double overlap_min, pp_i_arena *arena,
                         const pp_i_likeness **likeness);

/* The bond between two claims, a < b; false where they are not alike. Linear in the words that are
 * akin to those of the first. */
bool pp_i_likeness_pair(const pp_i_likeness *likeness, uint32_t a, uint32_t b, pp_i_bond *bond);

/*
 * Adds the bonds of all claims that are alike, by a, then b. Where that were more than
 * PP_BOND_COUNT_USUAL, or 24 a claim if these are more, some may be left out: of each claim that is
 * then `partial` (of `claim_count` places, false before) its strongest are kept, and as many of the
 * others as a lot says, which is the same in every run; those of all other claims are whole.
 * Time linear in the claims times those that share words with them (at most PP_POSTING_COUNT_MAX a
 * word); memory in the bonds kept.
 */
bool pp_i_likeness_bonds(const pp_i_likeness *likeness, pp_i_bond_strength *strength, void *context,
                         unsigned thread_count, pp_i_arena *arena, pp_i_bonds *bonds,
                         bool *partial);

#endif
