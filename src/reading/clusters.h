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

typedef bool pp_i_clusters_may_join(void *context, const pp_i_clusters *clusters, size_t a,
                                    size_t b);

/* What clusters grow by. */
typedef struct pp_i_clustering {
    const pp_i_likeness *likeness;
    const pp_i_bonds *bonds;
    const bool *partial; /* for each thing: some of its bonds are not among these */
    pp_i_bond_strength *strength; /* 0: not at all */
    pp_i_clusters_may_join *may_join; /* may be null; can refuse two clusters */
    void *context; /* of both */
    double mean_min;
    bool near_last;
} pp_i_clustering;

/*
 * Joins along the bonds, the strongest first, where the mean strength over all pairs between the
 * two clusters is at least `mean_min`. Where both have things that are `partial` the mean is that
 * of up to 16 of each, evenly chosen and compared anew; what then was refused is asked again when
 * the two have a quarter more pairs. Antecedents always join, and come before words; what is near
 * counts as words do, or, where `near_last`, always joins and comes behind them. False where memory
 * has run out.
 */
bool pp_i_clusters_grow(pp_i_clusters *clusters, const pp_i_clustering *by, pp_i_arena *scratch);

#endif
