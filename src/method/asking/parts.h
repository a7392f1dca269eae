/* parts.h: the parts of the answer of ask, in the order in which asking.c asks for them. */
#ifndef PP_METHOD_ASKING_PARTS_H
#define PP_METHOD_ASKING_PARTS_H

#include "method/asking/asking.h"
#include "method/robustness/robustness.h"
#include "model/model.h"

enum {
    PP_ASK_SAMPLE_COUNT_DEFAULT = 32768,
    PP_ASK_SAMPLE_COUNT_LEAST = 1024,
    PP_ASK_MANY_SAMPLE_COUNT_LEAST = 256,
    PP_ASK_MANY_PARTIES = 64 /* beyond so many, fewer packages are considered, and fewer drawn */
};
/* Values of packages for parties, in scenarios. */
#define PP_ASK_SAMPLE_WORK_MAX ((size_t)1 << 28)
#define PP_ASK_WHY_UNKNOWNS "more than 2000 unknowns: the first"
#define PP_ASK_WHY_UNKNOWNS_EACH "more than 2000 unknowns: the first of each party"

/* The packages considered when one unclear red line does not count, or (the first scenario) all do.
 */
typedef struct pp_i_scenario {
    size_t red_line; /* PP_NONE: all count */
    bool *holds;     /* [place among all packages] */
    size_t count;
    bool agreement; /* they are the zone's own */
    bool known;
    bool cut; /* more packages than are looked at: not to be compared with another scenario's */
} pp_i_scenario;

typedef struct pp_i_ask_work {
    pp_i_job job;
    pp_ask_options options;
    const pp_control *control;
    const pp_case *the_case;
    pp_i_model model;
    pp_i_preferences preferences;
    pp_i_robust *robust;
    pp_ask *ask;
    PP_LIST(const uint16_t *) packages; /* of all scenarios */
    pp_i_map places;                    /* of these, by their options */
    PP_LIST(pp_i_scenario) scenarios;
    double *decisive; /* [red line] share of readings */
    PP_LIST(pp_unknown) unknowns;
    size_t unknown_count_max; /* at most so many so far: the others' share is kept for them */
    /* [place in ask->parties][y * packages + x]: is y possibly at least as good as x; necessarily?
     */
    unsigned char **possibly, **necessarily;
    size_t *dominator; /* [package] one that possibly dominates it among those first considered */
    pp_i_truth *efficient; /* [package] of the first scenario: necessarily efficient? */
} pp_i_ask_work;

/* How many packages to consider under one set of red lines. Every two are compared for every party,
 * so that many parties leave room for fewer. */
static inline size_t pp_i_ask_package_count_max(const pp_i_ask_work *work)
{
    size_t parties = pp_i_set256_count(&work->model.named);
    return parties <= PP_ASK_MANY_PARTIES
               ? PP_ASK_PACKAGE_COUNT_MAX
               : (size_t)PP_ASK_PACKAGE_COUNT_MAX * PP_ASK_MANY_PARTIES / parties;
}

/* How many profiles to draw: as asked, else the usual number, or fewer where every profile is one of
 * many packages, parties and scenarios. */
static inline size_t pp_i_ask_sample_count(const pp_i_ask_work *work)
{
    bool many = work->ask->party_count > PP_ASK_MANY_PARTIES;
    size_t least = many ? PP_ASK_MANY_SAMPLE_COUNT_LEAST : PP_ASK_SAMPLE_COUNT_LEAST;
    size_t picks = work->scenarios.count + 1; /* of each profile; of many parties no deal counts */
    picks += many ? work->ask->party_count : 0;
    size_t values = (work->packages.count + 1) * (work->ask->party_count + 1) * picks;
    size_t most = PP_ASK_SAMPLE_WORK_MAX / values;
    if (work->options.sample_count != 0)
        return work->options.sample_count;
    if (most >= PP_ASK_SAMPLE_COUNT_DEFAULT)
        return PP_ASK_SAMPLE_COUNT_DEFAULT;
    return most < least ? least : most;
}

/* considered.c: the zone, and the packages considered under each scenario. */
pp_status pp_i_ask_considered(pp_i_ask_work *work);
/* unknowns.c: the parties, what is known of them, and every unknown with its answers' chances. */
pp_status pp_i_ask_unknowns(pp_i_ask_work *work);
/* efficient.c: how the set of necessarily efficient packages changes with each answer. */
pp_status pp_i_ask_efficient(pp_i_ask_work *work);
/* picks.c: how what each rule picks changes with each answer. */
pp_status pp_i_ask_picks(pp_i_ask_work *work);

#endif
