/*
 * dispute.h: what a set of demands leaves open, which sets of them block, and which open.
 *
 * A dispute is a problem whose soft factors are demands (red lines; or the links of a case, to find
 * what contradicts), with the demands that each minimal coalition brings in. It is settled, when
 * some of the demands count, by an assignment that breaks none of these for some coalition.
 * - Concession set: an inclusion-minimal set of demands without which it can be settled.
 * - Blocking set: an inclusion-minimal set of demands that cannot be settled even alone.
 * Each family is the minimal hitting sets of the other (Reiter 1987; Liffiton & Sakallah 2008).
 * Where the concession sets are not all known, every minimal hitting set of the known ones is
 * tried: it blocks, or it gives a concession set not met before; when all block, both lists are
 * complete (Fredman & Khachiyan 1996; the MARCO scheme, Liffiton et al. 2016).
 */
#ifndef PP_METHOD_DISPUTE_H
#define PP_METHOD_DISPUTE_H

#include "method/job.h"

enum { PP_BLOCKING_COUNT_MAX = 10000 };
#define PP_BLOCKING_WHY_CUT "more than 10000 sets"

typedef struct pp_i_dispute {
    const pp_i_problem *problem;
    const pp_i_word *const *coalitions; /* the elements that each brings in */
    size_t coalition_count;
    const pp_i_word *elements; /* of all coalitions */
    size_t word_count;
} pp_i_dispute;

typedef struct pp_i_concession {
    const pp_i_word *elements;
    size_t word_count;
    size_t size;
    const pp_i_value *assignment; /* one that it opens */
    pp_i_natural opens;           /* how many it opens; where `counted` */
    bool counted;
} pp_i_concession;

typedef struct pp_i_concessions {
    PP_LIST(pp_i_concession) list; /* by size, then lexicographically by increasing elements */
    bool complete;
    bool bounded;    /* all that is missing, if anything, has more elements than were asked for */
    const char *why; /* where not complete */
} pp_i_concessions;

typedef struct pp_i_blocking {
    PP_LIST(const pp_i_word *) list; /* in the same order */
    bool complete;
    const char *why;
} pp_i_blocking;

/* Can it be settled when just `counted` counts (null: all)? *known is false where the run stopped.
 * `assignment` (one value a variable) and *coalition get how, where it can. */
pp_status pp_i_dispute_settled(pp_i_job *job, const pp_i_dispute *dispute, const pp_i_word *counted,
                               bool *known, bool *settled, pp_i_value *assignment,
                               size_t *coalition);

/* The concession sets of at most `size_max` elements (0: any), by ever larger sizes, so that a run
 * that is stopped still gives all the small ones. */
pp_status pp_i_dispute_concessions(pp_i_job *job, const pp_i_dispute *dispute, size_t size_max,
                                   pp_i_concessions *concessions);

/*
 * The blocking sets. Concession sets found on the way join `concessions`, unless these were asked
 * for up to a size only (`size_max` above 0); `concessions->complete` becomes true where the
 * blocking sets show that none is missing.
 */
pp_status pp_i_dispute_blocking(pp_i_job *job, const pp_i_dispute *dispute, size_t size_max,
                                pp_i_concessions *concessions, pp_i_blocking *blocking);

/*
 * A smallest blocking set, or null in *smallest where the dispute can be settled or where the run
 * stopped before it was known. *proved is false where it is a blocking set but perhaps no smallest.
 */
pp_status pp_i_dispute_smallest_blocking(pp_i_job *job, const pp_i_dispute *dispute,
                                         const pp_i_word **smallest, bool *proved);

/* Makes a dispute in which everyone must agree: one coalition with all of `elements`. */
pp_status pp_i_dispute_of_all(pp_i_job *job, const pp_i_problem *problem, const pp_i_word *elements,
                              pp_i_dispute *dispute);

/* Orders by size, then lexicographically, and keeps the minimal ones. False where the run (null:
 * none) stopped it: then the list is spoilt. */
bool pp_i_concessions_keep_minimal(pp_i_concessions *concessions, pp_i_run *run);

#endif
