/*
 * likeness_bonds.c: pairs of claims with akin words; see likeness.h.
 *
 * An index from each root to the claims that have it, and for each root the roots akin to it, so
 * that only claims which share something are ever compared.
 */
#include "reading/likeness.h"

#include <stdlib.h>

typedef struct posting {
    uint32_t claim, next; /* the next of the same root, from 1; 0: none */
    double weight;
    pp_text form;
} posting;

/* A root in a group. */
typedef struct member {
    size_t root, next; /* the next of the same group, from 1; 0: none */
} member;

typedef struct kin {
    size_t root;
    pp_i_kinship kinship;
} kin;

/* What a claim shares with the one under way. */
typedef struct shared {
    double weight; /* of all terms so far */
    double best;   /* of the term under way */
    unsigned match_count;
    double pair_best;
    pp_text word_a, word_b;
    pp_i_kinship kinship, pair_kinship; /* of the term under way; of the best pair */
    pp_text form;                       /* of the term under way */
    bool touched;
} shared;

typedef struct finder {
    pp_i_vocabulary_of_claims *words;
    uint32_t *first;       /* for each root, its first posting, from 1 */
    size_t *posting_count; /* for each root */
    posting *postings;
    size_t *group_first; /* for each group, its first member, from 1 */
    member *members;
    kin kin[PP_ROOT_KIN_COUNT_MAX];
    size_t kin_count;
    size_t root; /* whose kin is looked for */
    shared *shares;
    uint32_t *touched;
    size_t touched_count;
} finder;

static const double kin_weight[] = {[PP_KIN_NONE] = 0,
                                    [PP_KIN_KIND] = 0.35,
                                    [PP_KIN_FIELD] = 0.6,
                                    [PP_KIN_SYNONYM] = 0.85,
                                    [PP_KIN_FAMILY] = 1};

/* --- Kin ------------------------------------------------------------------------------------- */

static void add_kin(finder *state, size_t root)
{
    if (state->kin_count == PP_ROOT_KIN_COUNT_MAX || root == PP_NONE || state->first[root] == 0)
        return;
    for (size_t i = 0; i < state->kin_count; i++)
        if (state->kin[i].root == root)
            return;
    const pp_i_root *roots = state->words->roots.items;
    pp_i_kinship kinship = pp_i_lexical_kinship(&roots[state->root].lexeme, &roots[root].lexeme);
    if (kinship != PP_KIN_NONE)
        state->kin[state->kin_count++] = (kin){root, kinship};
}

static bool visit_neighbour(void *context, const pp_i_lexeme *other)
{
    finder *state = context;
    add_kin(state, pp_i_map_get(&state->words->by_root, pp_i_text_of(other->root)));
    return true;
}

/* The roots of a group that stand in some claim. */
static void add_group(finder *state, size_t group)
{
    for (size_t at = state->group_first[group]; at != 0; at = state->members[at - 1].next)
        add_kin(state, state->members[at - 1].root);
}

/* Synonyms are symmetric in the table; a kind that only the other side lists is passed over. */
static void find_kin(finder *state, size_t root)
{
    const pp_i_root *known = &state->words->roots.items[root];
    state->root = root;
    state->kin_count = 0;
    state->kin[state->kin_count++] = (kin){root, PP_KIN_FAMILY};
    if (known->is_name)
        return;
    for (size_t i = 0; i < known->lexeme.group_count; i++)
        add_group(state, known->lexeme.groups[i]);
    pp_i_lexical_neighbours(&known->lexeme, visit_neighbour, state);
}

/* --- Shares ---------------------------------------------------------------------------------- */

static double smaller(double a, double b)
{
    return a < b ? a : b;
}

/* Notes for each claim with akin words how much of the term it has. */
static void share_term(finder *state, const pp_i_term *term, size_t claim)
{
    find_kin(state, term->root);
    for (size_t i = 0; i < state->kin_count; i++) {
        const kin *one = &state->kin[i];
        if (state->posting_count[one->root] > PP_POSTING_COUNT_MAX)
            continue;
        for (uint32_t at = state->first[one->root]; at != 0; at = state->postings[at - 1].next) {
            const posting *found = &state->postings[at - 1];
            if (found->claim == claim)
                continue;
            shared *share = &state->shares[found->claim];
            if (!share->touched) {
                *share = (shared){.touched = true};
                state->touched[state->touched_count++] = found->claim;
            }
            double weight = kin_weight[one->kinship] * smaller(term->weight, found->weight);
            if (weight > share->best) {
                share->best = weight;
                share->form = found->form;
                share->kinship = one->kinship;
            }
        }
    }
}

/* Closes the term: its best weight counts once. */
static void close_term(finder *state, const pp_i_term *term)
{
    for (size_t i = 0; i < state->touched_count; i++) {
        shared *share = &state->shares[state->touched[i]];
        if (share->best == 0)
            continue;
        share->weight += share->best;
        share->match_count++;
        if (share->best > share->pair_best) {
            share->pair_best = share->best;
            share->word_a = term->form;
            share->word_b = share->form;
            share->pair_kinship = share->kinship;
        }
        share->best = 0;
    }
}

/* --- Bonds ----------------------------------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool add_bonds(finder *state, const pp_i_claim *claims, uint32_t claim, double overlap_min,
                      pp_i_bonds *bonds)
{
    bool good = true;
    qsort(state->touched, state->touched_count, sizeof *state->touched, compare_numbers);
    for (size_t i = 0; i < state->touched_count; i++) {
        uint32_t other = state->touched[i];
        shared *share = &state->shares[other];
        share->touched = false;
        double light = smaller(claims[claim].weight, claims[other].weight);
        double weight = smaller(share->weight, light);
        double dice = 2 * weight / (claims[claim].weight + claims[other].weight);
        pp_i_bond bond = {claim,
                          other,
                          PP_BOND_WORDS,
                          weight / (light + 0.25),
                          dice,
                          share->match_count,
                          share->word_a,
                          share->word_b,
                          share->pair_kinship};
        if (good && other > claim && bond.overlap >= overlap_min)
            good = PP_LIST_ADD(state->words->arena, bonds, bond);
    }
    state->touched_count = 0;
    return good;
}

static bool make_index(finder *state, const pp_i_claim *claims, size_t claim_count)
{
    size_t term_count = 0, at = 0, root_count = state->words->roots.count;
    for (size_t i = 0; i < claim_count; i++)
        term_count += claims[i].term_count;
    pp_i_arena *arena = state->words->arena;
    state->first = PP_NEW_ARRAY(arena, uint32_t, root_count);
    state->posting_count = PP_NEW_ARRAY(arena, size_t, root_count);
    state->postings = PP_NEW_ARRAY(arena, posting, term_count);
    state->shares = PP_NEW_ARRAY(arena, shared, claim_count);
    state->touched = PP_NEW_ARRAY(arena, uint32_t, claim_count);
    if (state->first == NULL || state->posting_count == NULL || state->postings == NULL ||
        state->shares == NULL || state->touched == NULL)
        return false;
    for (size_t i = 0; i < claim_count; i++)
        for (size_t j = 0; j < claims[i].term_count; j++) {
            const pp_i_term *term = &claims[i].terms[j];
            state->postings[at++] =
                (posting){(uint32_t)i, state->first[term->root], term->weight, term->form};
            state->first[term->root] = (uint32_t)at;
            state->posting_count[term->root]++;
        }
    return true;
}

static bool make_groups(finder *state)
{
    const pp_i_roots *roots = &state->words->roots;
    size_t count = 0;
    state->group_first = PP_NEW_ARRAY(state->words->arena, size_t, pp_i_lexical_group_count);
    state->members =
        PP_NEW_ARRAY(state->words->arena, member, roots->count * PP_LEXEME_GROUP_COUNT_MAX);
    if (state->group_first == NULL || state->members == NULL)
        return false;
    for (size_t i = roots->count; i > 0; i--)
        for (size_t j = 0; state->first[i - 1] != 0 && j < roots->items[i - 1].lexeme.group_count;
             j++) {
            size_t *first = &state->group_first[roots->items[i - 1].lexeme.groups[j]];
            state->members[count++] = (member){i - 1, *first};
            *first = count;
        }
    return true;
}

bool pp_i_likeness_bonds(pp_i_vocabulary_of_claims *words, const pp_i_claim *claims,
                         size_t claim_count, double overlap_min, pp_i_bonds *bonds)
{
    finder state = {.words = words};
    if (!make_index(&state, claims, claim_count) || !make_groups(&state))
        return false;
    for (uint32_t i = 0; i < claim_count; i++) {
        for (size_t j = 0; j < claims[i].term_count; j++) {
            share_term(&state, &claims[i].terms[j], i);
            close_term(&state, &claims[i].terms[j]);
        }
        if (!add_bonds(&state, claims, i, overlap_min, bonds))
            return false;
    }
    return true;
}
