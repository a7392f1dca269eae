/*
 * stable.h: which outcomes would hold: the graph model for conflict resolution.
 *
 * States are the packages that satisfy every link, those that `same` unites being one. A party
 * moves through the issues that it decides, along their `moves`, several issues at a time, each
 * once; links bind where a move ends. H: all other parties. A legal sequence of H: any party of H
 * may move, several times, but never twice in a row (fang1993). For party i at state s, "u <= s"
 * meaning that i does not prefer u to s:
 * - Nash: i has no improvement from s.
 * - GMR (howard1971): after every improvement t of i some legal sequence of H from t ends in a
 *   u <= s.
 * - SMR (howard1971): as GMR, and no move of i leads from u to what it prefers to s.
 * - SEQ (fraser1979): as GMR, every step of the sequence an improvement for its mover.
 * - SSEQ (rego2017): SEQ with SMR's clause.
 * - SIM: for every improvement t of i some other parties, each with one of its improvements from s
 *   made at once with i's move, give a feasible u <= s.
 * A state that is stable for all parties is an equilibrium.
 */
#ifndef POURPARLER_STABLE_H
#define POURPARLER_STABLE_H

#include "pourparler/question.h"

typedef enum pp_concept {
    PP_CONCEPT_NASH,
    PP_CONCEPT_GMR,
    PP_CONCEPT_SMR,
    PP_CONCEPT_SEQ,
    PP_CONCEPT_SSEQ,
    PP_CONCEPT_SIM,
    PP_CONCEPT_COUNT
} pp_concept;

enum { PP_STABLE_ALL = 63 }; /* all concepts */

/* Where a party's preference between states comes from. */
typedef enum pp_preferring {
    PP_PREFERRING_RANKING,
    PP_PREFERRING_PRIORITIES,
    PP_PREFERRING_VALUES,
    PP_PREFERRING_ESTIMATE, /* orders alone: the mean of what they admit, an estimate */
    PP_PREFERRING_NOTHING   /* every state is alike to it */
} pp_preferring;

typedef struct pp_stable_party {
    pp_preferring preferring;
    bool moves;      /* it decides an issue */
    bool transitive; /* its moves are: what two moves do one does */
    size_t unranked; /* states that its ranking leaves out */
    size_t unknown;  /* pairs of states that it leaves uncompared */
} pp_stable_party;

/* How uncertain preferences count, where a case has `unknown` (li2004). */
typedef enum pp_unknown_mode {
    PP_UNKNOWN_A, /* an uncertain move tempts; only what is surely not better deters */
    PP_UNKNOWN_B, /* only sure improvements tempt; only what is surely not better deters */
    PP_UNKNOWN_C, /* an uncertain move tempts; what may be no better deters */
    PP_UNKNOWN_D  /* only sure improvements tempt; what may be no better deters */
} pp_unknown_mode;

typedef struct pp_stable_options {
    pp_question question;
    unsigned concepts; /* bits 1 << pp_concept; 0: all */
    pp_unknown_mode unknown;
    bool sequences; /* search (state, last mover) even where the closure would do */
    bool partial;   /* where a step or time limit stops before the states or the preferences are
                       known: an answer without states that says so, instead of LIMIT */
} pp_stable_options;

/* The answer. States count from 0 by their lowest code, parties as in the case. */
typedef struct pp_stable {
    const pp_case *the_case; /* borrowed; must outlive the answer */
    int as_of;
    size_t state_count;         /* 0: not known, with `partial` */
    const uint64_t *codes;      /* [state] of its lowest-coded package */
    const size_t *member_first; /* [state + 1] its packages, as places in `members` */
    const uint64_t *members;    /* codes */
    size_t party_count;
    const pp_stable_party *parties;
    unsigned concepts;               /* those that were asked for and judged: one that a limit
                                        stopped for some party is left out, and `incomplete` says
                                        so */
    const unsigned char *stable;     /* [state * party_count + party] bits 1 << pp_concept */
    const unsigned char *equilibria; /* [state] */
    size_t equilibrium_count[PP_CONCEPT_COUNT];
    const uint32_t *const *ranks; /* [party][state] more is better, equal is alike */
    const char *algorithm;        /* "closure" or "sequences" */
    const char *const *assumed;
    size_t assumed_count;
    const pp_incomplete *incomplete;
    size_t incomplete_count;
} pp_stable;

/*
 * Computes the answer. `options`, `control` and `error` may be null; `*stable` is owned by the
 * caller (pp_stable_free).
 * Errors: ARGUMENT (a bad question; nobody decides an issue; contradictory `ranking` and `same`),
 * LIMIT (more states or moves than fit: the message gives the count of states), MEMORY.
 * Cost: states times moves times parties.
 */
PP_API pp_status pp_stable_solve(const pp_case *the_case, const pp_stable_options *options,
                                 const pp_control *control, pp_stable **stable, pp_error *error);
PP_API void pp_stable_free(pp_stable *stable);

/* "nash", "gmr", ... */
PP_API const char *pp_concept_name(pp_concept concept);

/* The package of a code: the option of each issue, into `package` (issue count places). */
PP_API void pp_stable_package(const pp_case *the_case, uint64_t code, uint16_t *package);
/* The state that a package's code belongs to; SIZE_MAX: none. */
PP_API size_t pp_stable_state(const pp_stable *stable, uint64_t code);
/* The state in which things stand, by the case's `status_quo`; SIZE_MAX: the case does not say, or
 * it is no state (a link or an assumption forbids it). */
PP_API size_t pp_stable_status_quo(const pp_stable *stable);

/* The state that `words` name: "issue=option,issue=option" with as many issues as tell it from the
 * others, the path of a YAML mapping of issues to options, the code of a package, or `status_quo`. Errors:
 * ARGUMENT (no state, or several), INPUT or SYSTEM (the file), MEMORY. Cost: linear in packages. */
PP_API pp_status pp_stable_find(const pp_stable *stable, const char *words, size_t *state,
                                pp_error *error);
/* The party with this id. Errors: ARGUMENT. */
PP_API pp_status pp_stable_party_of(const pp_stable *stable, const char *id, size_t *party,
                                    pp_error *error);
/* The states to which `party` moves from `state`: `*count` of them, in the answer. */
PP_API pp_status pp_stable_moves(pp_stable *stable, size_t state, size_t party,
                                 const uint32_t **states, size_t *count, pp_error *error);

/* --- Why -------------------------------------------------------------------------------------- */

/* One move: who, and where it leads. */
typedef struct pp_stable_step {
    size_t party;
    size_t state;
} pp_stable_step;

/* An improvement of a party, and what stops it. */
typedef struct pp_stable_threat {
    size_t state; /* where the improvement leads */
    bool deterred[PP_CONCEPT_COUNT];
    const pp_stable_step *sanctions[PP_CONCEPT_COUNT]; /* a shortest sequence; for SIM the moves
                                                          made at once, each with the state where all end */
    size_t sanction_length[PP_CONCEPT_COUNT]; /* 0 with `deterred`: the improvement itself ends no
                                                 better, which cannot be; without: nothing stops it */
    size_t escape; /* SMR, SSEQ where GMR's or SEQ's sanction fails: the state to which the party
                      gets away from it; SIZE_MAX: none */
} pp_stable_threat;

typedef struct pp_stable_why {
    const pp_stable_threat *threats; /* every improvement, by state */
    size_t count;
} pp_stable_why;

/* Why `state` is stable or not for `party`. `*why` lies in the answer. Errors: ARGUMENT, MEMORY. */
PP_API pp_status pp_stable_explain(pp_stable *stable, size_t state, size_t party,
                                   pp_stable_why *why, pp_error *error);

/* --- Paths ------------------------------------------------------------------------------------ */

typedef struct pp_stable_paths {
    const size_t *distance;   /* [state] moves from the start; SIZE_MAX: out of reach */
    const pp_stable_step *by; /* [state] who moves last on a shortest path, and from where */
} pp_stable_paths;

/* Shortest paths from `start`, by any moves or by improvements alone. In the answer. */
PP_API pp_status pp_stable_from(pp_stable *stable, size_t start, bool improvements,
                                pp_stable_paths *paths, pp_error *error);

/* --- Coalitions ------------------------------------------------------------------------------- */

typedef struct pp_stable_jump {
    uint64_t coalition; /* bit of each party, but see `movers` below; at least two */
    size_t state;       /* where its improvement leads: every member strictly gains */
    bool equilibrium;   /* that is a Nash equilibrium as well: an equilibrium jump */
} pp_stable_jump;

typedef struct pp_stable_jumps {
    const pp_stable_jump *jumps; /* by coalition, then by state; a coalition that has a smaller
                                    one's improvement is left out */
    size_t count;
    bool stable; /* coalitionally: there are none, and no party gains by leaving alone either */
    const size_t *movers; /* null: a bit of `coalition` is a party; else, in a case of more than
                             64 parties, bit k is the party movers[k] */
} pp_stable_jumps;

/* The coalition improvements from `state` (kilgour2001); coalitionally stable where none. At most
 * 16 parties that move. In the answer. */
PP_API pp_status pp_stable_coalitions(pp_stable *stable, size_t state, pp_stable_jumps *jumps,
                                      pp_error *error);

/* --- Foresight of two parties ----------------------------------------------------------------- */

/* Which states are stable for each of two parties that move with horizon `horizon` (kilgour1985):
 * bits 1 and 2 for the first and the second party that moves, [state]. Horizon 0: non-myopic,
 * stable for every horizon from some on. ARGUMENT where not just two parties move. */
PP_API pp_status pp_stable_horizon(pp_stable *stable, size_t horizon, const unsigned char **by,
                                   pp_error *error);

/* --- Whatever is left open -------------------------------------------------------------------- */

/* In which admissible rankings of the parties a state is an equilibrium. */
typedef enum pp_held {
    PP_HELD_NEVER,
    PP_HELD_POSSIBLY,    /* in some, and not in all */
    PP_HELD_NECESSARILY, /* in all */
    PP_HELD_OPEN         /* not decided: see `count` of `tried`, which is an estimate */
} pp_held;

typedef struct pp_stable_robust {
    unsigned concepts;         /* those judged; SIM too where pairs are uncompared */
    const unsigned char *held; /* [state * PP_CONCEPT_COUNT + concept] pp_held */
    const uint32_t *count;     /* the same: tried rankings under which it is an equilibrium */
    size_t tried;              /* combinations of rankings that were tried; 0: a limit stopped it,
                                  and nothing else is set */
    bool all;                  /* these are all that there are: nothing is open */
} pp_stable_robust;

/*
 * Which states are equilibria whatever the preferences leave open: for a party with orders alone all
 * its admissible profiles (greco2008ordinal), for one with uncompared pairs all orders of the states
 * in which the rest of what is said holds, and for one of which nothing is said every order.
 * Bounds from pairs decide what is necessary and what is never; all rankings are tried where there
 * are at most 20,000, else 256 are drawn from the control's seed, and show what is possible. Past
 * 2,000 states, or where the control's limits stop it, `tried` is 0 and the answer's `incomplete`
 * says why. In the answer. Errors: CANCELLED, MEMORY.
 */
PP_API pp_status pp_stable_robust_of(pp_stable *stable, const pp_control *control,
                                     pp_stable_robust *robust, pp_error *error);

/* --- Inverse ---------------------------------------------------------------------------------- */

typedef struct pp_stable_inverse {
    const char *rankings;                /* strict rankings of the party in all, in decimal */
    const char *count[PP_CONCEPT_COUNT]; /* of these, how many make the state an equilibrium, the
                                            others' preferences as they are; null: not asked, SIM, and
                                            beyond 9 states - or two million rankings of all parties
                                            at once - SEQ and SSEQ */
} pp_stable_inverse;

/* For how many strict rankings of `party` is `state` an equilibrium; of SIZE_MAX: of all parties that
 * move, a ranking of each at once. At most 24 states. In the answer. */
PP_API pp_status pp_stable_inverse_of(pp_stable *stable, size_t state, size_t party,
                                      pp_stable_inverse *inverse, pp_error *error);

#endif
