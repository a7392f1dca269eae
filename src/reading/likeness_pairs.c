/*
 * likeness_pairs.c: an index of claims by their words, and how alike two of them are; see
 * likeness.h.
 */
#include "reading/likeness_index.h"

pp_i_bond pp_i_share_bond(const pp_i_likeness *likeness, const pp_i_share *share, uint32_t a,
                          uint32_t b)
{
    const pp_i_claim *one = &likeness->claims[a], *two = &likeness->claims[b];
    double light = pp_i_smaller(one->weight, two->weight);
    double weight = pp_i_smaller(share->weight, light);
    return (pp_i_bond){.a = a,
                       .b = b,
                       .overlap = weight / (light + 0.25),
                       .dice = 2 * weight / (one->weight + two->weight),
                       .kind = PP_BOND_WORDS,
                       .kinship = share->pair_kinship,
                       .match_count = share->match_count,
                       .term_a = share->term_a,
                       .term_b = share->term_b};
}

/* What the other claim has of the kin of a term. */
static void offer_kin(pp_i_share *share, const pp_i_term *term, const pp_i_claim *other,
                      pp_i_kin kin)
{
    for (size_t j = 0; j < other->term_count; j++)
        if (other->terms[j].root == kin.root)
            pp_i_share_offer(
                share, pp_i_kin_weight(kin.kinship) * pp_i_smaller(term->weight, other->terms[j].weight),
                (uint8_t)j, kin.kinship);
}

bool pp_i_likeness_pair(const pp_i_likeness *likeness, uint32_t a, uint32_t b, pp_i_bond *bond)
{
    const pp_i_claim *one = &likeness->claims[a], *two = &likeness->claims[b];
    const pp_i_kin_table *kin = &likeness->kin;
    pp_i_share share = {0};
    for (size_t i = 0; i < one->term_count; i++) {
        size_t root = one->terms[i].root;
        for (uint32_t k = kin->first[root]; k < kin->first[root + 1]; k++)
            if ((likeness->marks[b] & pp_i_likeness_mark(kin->items[k].root)) != 0)
                offer_kin(&share, &one->terms[i], two, kin->items[k]);
        pp_i_share_close(&share, (uint8_t)i);
    }
    if (share.match_count == 0)
        return false;
    *bond = pp_i_share_bond(likeness, &share, a, b);
    return bond->overlap >= likeness->overlap_min;
}

/* --- The index ------------------------------------------------------------------------------- */

/* For each root, how many claims have it. */
static uint32_t *count_postings(const pp_i_vocabulary_of_claims *words, const pp_i_claim *claims,
                                size_t claim_count, pp_i_arena *arena)
{
    uint32_t *counts = PP_NEW_ARRAY(arena, uint32_t, words->roots.count);
    for (size_t i = 0; counts != NULL && i < claim_count; i++)
        for (size_t j = 0; j < claims[i].term_count; j++)
            counts[claims[i].terms[j].root]++;
    return counts;
}

static bool make_postings(pp_i_likeness *made, const uint32_t *counts, size_t root_count,
                          pp_i_arena *arena)
{
    uint32_t *first = PP_NEW_ARRAY(arena, uint32_t, root_count + 1);
    uint32_t *next = PP_NEW_ARRAY(arena, uint32_t, root_count);
    if (first == NULL || next == NULL)
        return false;
    for (size_t i = 0; i < root_count; i++) {
        first[i + 1] = first[i] + counts[i];
        next[i] = first[i];
    }
    pp_i_posting *postings = PP_NEW_ARRAY(arena, pp_i_posting, first[root_count]);
    uint64_t *marks = PP_NEW_ARRAY(arena, uint64_t, made->claim_count);
    if (postings == NULL || marks == NULL)
        return false;
    for (size_t i = 0; i < made->claim_count; i++)
        for (size_t j = 0; j < made->claims[i].term_count; j++) {
            const pp_i_term *term = &made->claims[i].terms[j];
            marks[i] |= pp_i_likeness_mark(term->root);
            postings[next[term->root]++] = (pp_i_posting){term->weight, (uint32_t)i, (uint8_t)j};
        }
    made->first = first;
    made->postings = postings;
    made->marks = marks;
    return true;
}

bool pp_i_likeness_index(const pp_i_vocabulary_of_claims *words, const pp_i_claim *claims,
                         size_t claim_count, double overlap_min, pp_i_arena *arena,
                         const pp_i_likeness **likeness)
{
    pp_i_likeness *made = PP_NEW(arena, pp_i_likeness);
    uint32_t *counts = count_postings(words, claims, claim_count, arena);
    if (made == NULL || counts == NULL)
        return false;
    *made =
        (pp_i_likeness){.claims = claims, .claim_count = claim_count, .overlap_min = overlap_min};
    if (!pp_i_kin_table_make(words, counts, arena, &made->kin) ||
        !make_postings(made, counts, words->roots.count, arena))
        return false;
    *likeness = made;
    return true;
}
