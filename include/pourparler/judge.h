/*
 * judge.h: one proposed package: who consents, which red lines break, which agreement is nearest.
 */
#ifndef POURPARLER_JUDGE_H
#define POURPARLER_JUDGE_H

#include "pourparler/question.h"

typedef struct pp_judged_party {
    bool consents;
    bool needed;          /* the consent rule names it */
    bool missing;         /* it does not consent, and as the others stand the rule may wait for it;
                             false where its consent would change nothing, whoever else came round */
    const size_t *broken; /* its red lines that break, by place in the case file */
    size_t broken_count;
} pp_judged_party;

/* A package that is better for everyone: nobody has less, somebody more. */
typedef struct pp_judged_better {
    const uint16_t *package;
    const double *gains; /* [place in value_parties] against the draft; null: values are open, and it
                            is better whatever they are */
} pp_judged_better;

/* A package that one party values as the draft and another more; others may lose. */
typedef struct pp_judged_alternative {
    const uint16_t *package;
    size_t alike, better; /* parties, by place in the case file */
    double gain;          /* of `better` */
} pp_judged_alternative;

typedef struct pp_judge {
    const pp_case *the_case; /* borrowed; must outlive the answer */
    int as_of;
    const uint16_t *package; /* the package judged: the draft, completed */
    const bool *given;       /* [issue]: did the draft say it? else it was chosen: so that an agreement
                                breaks fewest red lines of those whose consent counts, first by code */
    bool complete_draft;     /* the draft named every issue */
    bool feasible;           /* satisfies every link */
    const size_t *broken_links; /* by place from 0; assumptions follow the case's links */
    size_t broken_link_count;
    const char *const *assumed;
    size_t assumed_count;
    bool consents; /* feasible, and the consent rule is satisfied: an agreement */
    const pp_judged_party *parties; /* [party] */
    size_t party_count;
    const uint16_t *nearest; /* the agreement with fewest issues changed against `package`, first by
                                code; null where there is none or the draft is one */
    size_t nearest_change_count;
    bool nearest_known; /* false: a limit stopped the search */
    const size_t *value_parties; /* whose consent counts and of whose preferences something is said */
    size_t value_party_count;
    const double *values; /* [place in value_parties] of the draft; null: values are open */
    const pp_judged_better *improves; /* of packages that break no red line that the draft keeps: the
                                         efficient ones that are better for everyone, the first 20 */
    size_t improve_count;
    size_t improve_total;
    const pp_judged_alternative *alternatives; /* exact values alone: at most one for each pair */
    size_t alternative_count;
    const pp_incomplete *incomplete;
    size_t incomplete_count;
} pp_judge;

/*
 * Judges `draft`: "issue=option,issue=option", the path of a YAML mapping of issues to options, or a
 * package's code in decimal. Issues left open are judged at their best for an agreement. `question`,
 * `control` and `error` may be null; `*judge` is owned by the caller.
 * Errors: ARGUMENT (a draft that names no package of the case: an unknown issue or option, an issue
 * twice, a code out of range), INPUT or SYSTEM (the file), MEMORY, LIMIT.
 */
PP_API pp_status pp_judge_solve(const pp_case *the_case, const char *draft,
                                const pp_question *question, const pp_control *control,
                                pp_judge **judge, pp_error *error);

PP_API void pp_judge_free(pp_judge *judge);

#endif
