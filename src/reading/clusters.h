/* clusters.h: things joined by bonds, best bonds first, as long as they are alike on average. */
#ifndef PP_READING_CLUSTERS_H
#define PP_READING_CLUSTERS_H

#include "reading/likeness.h"

typedef struct pp_i_clusters {
    size_t *of;   /* for each thing, its cluster's first member */
    size_t *next; /* for each thing, the next of its cluster, or PP_NONE */
    size_t *last, *count; /* for each cluster's first member */
    size_t thing_count;
} pp_i_clusters;

/* Each thing by itself. False where memory has run out. */
bool pp_i_clusters_init(pp_i_clusters *clusters, size_t thing_count, pp_i_arena *arena);

/* Joins the clusters of two things. */
void pp_i_clusters_join(pp_i_clusters *clusters, size_t a, size_t b);

/*
 * Joins along the bonds, the strongest by `strength` first (0: not at all), where the mean strength
 * over all pairs between the two clusters is at least `mean_min`. Antecedents and replies always
 * join; antecedents come before words, replies too, or behind them where `replies_last`. `may_join`
 * (may be null) can refuse two clusters. False where memory has run out.
 */
typedef double pp_i_bond_strength(void *context, const pp_i_bond *bond);
typedef bool pp_i_clusters_may_join(void *context, const pp_i_clusters *clusters, size_t a,
                                    size_t b);
bool pp_i_clusters_grow(pp_i_clusters *clusters, const pp_i_bonds *bonds,
                        pp_i_bond_strength *strength, pp_i_clusters_may_join *may_join,
                        void *context, double mean_min, bool replies_last, pp_i_arena *arena);

#endif
