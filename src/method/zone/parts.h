/* parts.h: the parts of the answer of zone, in the order in which zone.c asks for them. */
#ifndef PP_METHOD_ZONE_PARTS_H
#define PP_METHOD_ZONE_PARTS_H

#include "method/dispute.h"
#include "method/zone/zone.h"
#include "model/model.h"

typedef struct pp_i_zone_work {
    pp_i_job job;
    pp_zone_options options;
    pp_i_model model;
    pp_i_dispute dispute; /* over the red lines of the minimal coalitions; where these are known */
    pp_i_concessions concessions;
    bool contradictory; /* no package satisfies every link */
    pp_i_natural agreements;
    bool agreements_known;
    uint64_t agreement_step_count; /* what counting them took */
    pp_zone *zone;
} pp_i_zone_work;

/* How many agreements there are when just these red lines count; and, where `marginals` is not
 * null, in how many of them each option stands. */
pp_status pp_i_zone_count(pp_i_zone_work *work, const pp_i_word *lines, bool *known,
                          pp_i_natural *agreements, const pp_i_natural *const **marginals);

/* Which parties may refuse together: what the engine is given to accept. */
typedef struct pp_i_zone_rule {
    const pp_i_formula *consent;
    unsigned char *scratch;
    size_t word_count;      /* of the groups */
    const uint16_t *owners; /* [group] the party; null: groups are parties */
    size_t owner_count;
} pp_i_zone_rule;

/* The problem with `lines` alone, and the rule for its groups, which may be fewer than parties.
 * False where memory has run out. */
bool pp_i_zone_rule_make(const pp_i_model *model, const pp_i_word *lines, pp_i_arena *arena,
                         pp_i_zone_rule *rule, pp_i_problem *problem);
bool pp_i_zone_rule_accepts(const void *rule, const pp_i_word *refusing);

/* Is there an agreement in which the issues are as `values` has them (null, or PP_VALUE_FREE:
 * free)? One in `whole` (may be null). Needs no coalitions. */
pp_status pp_i_zone_any(pp_i_zone_work *work, const pp_i_value *values, bool *known, bool *exists,
                        pp_i_value *whole, pp_error *error);

/* packages, feasible, agreements, verdict. */
pp_status pp_i_zone_counts(pp_i_zone_work *work);
/* shares, where there are agreements. */
pp_status pp_i_zone_shares(pp_i_zone_work *work);
/* witnesses, where there are agreements. */
pp_status pp_i_zone_witnesses(pp_i_zone_work *work);
/* concessions and blocking, where there is no agreement. */
pp_status pp_i_zone_sets(pp_i_zone_work *work);
/* unclear, readings_total, readings_with_agreement, decisive. */
pp_status pp_i_zone_readings(pp_i_zone_work *work);
/* crossed, where a table was asked for and there are agreements. */
pp_status pp_i_zone_crossed(pp_i_zone_work *work);
/* contradiction, where no package satisfies every link. */
pp_status pp_i_zone_contradiction(pp_i_zone_work *work);

#endif
