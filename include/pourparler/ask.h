/*
 * ask.h: what to find out next: which unknown of a case changes its answers most.
 *
 * An unknown is an unclear red line; two options of an issue that a party's orders leave
 * uncompared; two issues whose importance to a party is not compared; whether a package is better
 * for a party than no deal. Each has two answers, taken as equally likely, but for a red line whose
 * statements have a confidence: then it is real with the greatest of these. For each unknown, what
 * to expect of its answers:
 * - verdict: by how much the share of readings with an agreement moves (readings as in zone.h, the
 *   other unclear red lines equally likely). With equally likely answers, half the share of
 * readings in which the red line is decisive.
 * - efficient: how much of the set of necessarily efficient packages changes (the symmetric
 * difference as a share of the union).
 * - picks: for each bargaining solution, how much of its probability goes to other packages (the
 *   distance in total variation between the shares of the admissible profiles in which it picks
 * each package). Sampled; `noise` is what a sample of that size shows where nothing changes.
 * Considered are the packages of the zone, and where it is empty those that the concession sets of
 * fewest red lines open; unclear red lines count as real unless the answer says otherwise. Where
 * there are too many, the first by code; what a red line then changes of the efficient packages and
 * the picks is not known. The parties are those whose consent counts.
 * Source: greco2008ordinal for what is necessary; lahdelma2003ordinal for what is sampled.
 */
#ifndef POURPARLER_ASK_H
#define POURPARLER_ASK_H

#include "pourparler/question.h"

enum {
    PP_ASK_PACKAGE_COUNT_MAX = 160, /* considered under one set of red lines; fewer where more than
                                       64 parties must consent */
    PP_ASK_UNKNOWN_COUNT_MAX = 2000,
    PP_ASK_NO_DEAL_COUNT_MAX = 4 /* packages that a party's no deal is compared with */
};

typedef enum pp_unknown_kind {
    PP_UNKNOWN_RED_LINE,   /* is it one? the first answer: yes */
    PP_UNKNOWN_OPTIONS,    /* the first answer: `first` is better than `second` for `party` */
    PP_UNKNOWN_IMPORTANCE, /* the first answer: `first` is more important than `second` */
    PP_UNKNOWN_NO_DEAL     /* the first answer: `package` is better than no deal */
} pp_unknown_kind;

/* The rules whose picks are followed. */
typedef enum pp_ask_rule {
    PP_ASK_NASH,
    PP_ASK_KALAI_SMORODINSKY,
    PP_ASK_EGALITARIAN,
    PP_ASK_UTILITARIAN,
    PP_ASK_RULE_COUNT
} pp_ask_rule;

/* What follows from one answer. */
typedef struct pp_ask_answer {
    double probability;              /* of this answer */
    double with_agreement;           /* share of readings with an agreement, given it */
    size_t efficient;                /* necessarily efficient packages, given it */
    size_t efficient_new;            /* of these, not so before */
    size_t efficient_gone;           /* so before and no longer */
    size_t efficient_open;           /* not decided */
    double picks[PP_ASK_RULE_COUNT]; /* distance in total variation; below 0: not known */
    double acceptable;   /* share of profiles in which some package is at or above everybody's no
                            deal;   below 0: not known */
    size_t sample_count; /* profiles in which it is so */
} pp_ask_answer;

typedef struct pp_unknown {
    pp_unknown_kind kind;
    size_t party;
    size_t red_line;         /* RED_LINE */
    size_t issue;            /* OPTIONS */
    size_t first, second;    /* OPTIONS: options; IMPORTANCE: issues */
    const uint16_t *package; /* NO_DEAL */
    bool by_confidence;      /* the answers' probabilities are the case's */
    pp_ask_answer answers[2];
    double verdict; /* expected changes, each in [0, 1] */
    double efficient;
    double picks[PP_ASK_RULE_COUNT]; /* below 0: not known */
    double pick; /* the mean of `picks` that are known, less what is noise; below 0: none is */
} pp_unknown;

typedef struct pp_ask {
    const pp_case *the_case; /* borrowed; must outlive the answer */
    int as_of;
    bool agreement;        /* the zone is not empty; the packages are its own */
    bool verdict_known;    /* whether there is one, and the shares of readings */
    double with_agreement; /* share of readings with one, before any answer */
    size_t unclear_count;
    size_t fewest_broken;            /* where it is empty: red lines that the packages break */
    const uint16_t *const *packages; /* considered before any answer */
    size_t package_count;
    bool packages_cut; /* there are more: these are the first by code */
    const size_t *efficient; /* necessarily efficient ones among them, by place */
    size_t efficient_count;
    const size_t *parties; /* whose preferences count */
    size_t party_count;
    const size_t *silent; /* of these, of whose wishes nothing is said: taken as indifferent */
    size_t silent_count;
    const size_t
        *contradictory; /* of whose wishes nothing is admissible: their unknowns are left out */
    size_t contradictory_count;
    double noise;        /* total variation that a sample shows where nothing changes, at most */
    size_t sample_count; /* profiles drawn; 0: none could be, and no picks are known */
    bool picks_known;
    double acceptable;          /* as in the answers, before any of them */
    const pp_unknown *unknowns; /* first the greatest change of the verdict, then of the efficient
                                   packages, then of the picks; as in the case where equal */
    size_t unknown_count;
    const char *const *assumed;
    size_t assumed_count;
    const pp_incomplete *incomplete;
    size_t incomplete_count;
} pp_ask;

typedef struct pp_ask_options {
    pp_question question;
    size_t sample_count; /* profiles; 0: 32768, or fewer where packages are many */
} pp_ask_options;

/*
 * Computes the answer. `options`, `control` and `error` may be null; `*ask` is owned by the caller
 * (pp_ask_free). A limit gives PP_OK with what is known and `incomplete` filled.
 * Cost: a zone for each unclear red line; for each unknown of a party the pairs of packages that it
 * bears on; one sample. Errors: ARGUMENT (unknown id, bad formula or date), LIMIT, MEMORY.
 */
PP_API pp_status pp_ask_solve(const pp_case *the_case, const pp_ask_options *options,
                              const pp_control *control, pp_ask **ask, pp_error *error);

PP_API void pp_ask_free(pp_ask *ask);

#endif
