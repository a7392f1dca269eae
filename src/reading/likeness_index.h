/* likeness_index.h: what likeness_bonds.c and likeness_pairs.c share; see likeness.h. */
#ifndef PP_READING_LIKENESS_INDEX_H
#define PP_READING_LIKENESS_INDEX_H

#include "reading/kin.h"

/* A claim with a root, and which of its terms that is. */
typedef struct pp_i_posting {
    double weight;
    uint32_t claim;
    uint8_t term;
} pp_i_posting;

struct pp_i_likeness {
    const pp_i_claim *claims;
    size_t claim_count;
    double overlap_min;
    pp_i_kin_table kin;
    const uint32_t *first; /* root i has postings [first[i], first[i + 1]), by claim */
    const pp_i_posting *postings;
    const uint64_t *marks; /* of each claim: a bit for each of its roots, which several may share */
};

static inline double pp_i_smaller(double a, double b)
{
    return a < b ? a : b;
}

static inline uint64_t pp_i_likeness_mark(size_t root)
{
    return UINT64_C(1) << (root % 64);
}

/* What a claim shares with another. */
typedef struct pp_i_share {
    double weight;    /* of all terms so far */
    double best;      /* of the term under way */
    double pair_best; /* of all pairs of terms */
    uint8_t match_count;
    uint8_t term, kinship;                /* of the other's, for the term under way */
    uint8_t term_a, term_b, pair_kinship; /* the best pair */
    bool touched;
} pp_i_share;

/* The other's term may be what the term under way is most akin to. */
static inline void pp_i_share_offer(pp_i_share *share, double weight, uint8_t term, uint8_t kinship)
{
    if (weight <= share->best)
        return;
    share->best = weight;
    share->term = term;
    share->kinship = kinship;
}

/* Closes term `term`: its best weight counts once. */
static inline void pp_i_share_close(pp_i_share *share, uint8_t term)
{
    if (share->best == 0)
        return;
    share->weight += share->best;
    share->match_count++;
    if (share->best > share->pair_best) {
        share->pair_best = share->best;
        share->term_a = term;
        share->term_b = share->term;
        share->pair_kinship = share->kinship;
    }
    share->best = 0;
}

/* The bond of a share, from the side of claim `a`. */
pp_i_bond pp_i_share_bond(const pp_i_likeness *likeness, const pp_i_share *share, uint32_t a,
                          uint32_t b);

#endif
