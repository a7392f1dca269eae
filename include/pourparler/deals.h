/*
 * deals.h: which agreements are efficient, what each gives whom, and which one each bargaining
 * solution picks.
 *
 * Considered are the packages in the zone. Where it is empty, those that the concession sets of
 * fewest red lines open; with `ignore_red_lines` all that satisfy the links. The frontier is every
 * value vector of a considered package that no other one dominates, before any no deal is looked
 * at. The solutions choose among the frontier's points that give every party at least its no deal.
 * Definitions: nash1950, kalai1975, kalai1977; the three conventions differ as METHOD says below.
 */
#ifndef POURPARLER_DEALS_H
#define POURPARLER_DEALS_H

#include "pourparler/exchange.h"
#include "pourparler/question.h"

/* How the solutions are defined: as their authors did, or as a program does. */
typedef enum pp_convention {
    PP_CONVENTION_TEXTBOOK, /* Nash: greatest product of gains; Kalai-Smorodinsky, egalitarian:
                               leximin of gains, as shares of the ideal or as they are */
    PP_CONVENTION_NEGMAS,   /* as NegMAS: no deal below a party's minimum is that minimum; Kalai-
                               Smorodinsky: least spread of the shares of the greatest gain */
    PP_CONVENTION_GENIUS,   /* as GENIUS: over the whole frontier; "Kalai-Smorodinsky": least sum of
                               the differences between the parties' values; no egalitarian */
    PP_CONVENTION_COUNT
} pp_convention;

typedef enum pp_solution_kind {
    PP_SOLUTION_NASH,
    PP_SOLUTION_KALAI_SMORODINSKY,
    PP_SOLUTION_EGALITARIAN,
    PP_SOLUTION_UTILITARIAN,
    PP_SOLUTION_COUNT
} pp_solution_kind;

typedef enum pp_considered {
    PP_CONSIDERED_ZONE,
    PP_CONSIDERED_FEWEST_BROKEN, /* the zone is empty */
    PP_CONSIDERED_FEASIBLE       /* red lines were ignored */
} pp_considered;

/* Where a party's numbers come from. */
typedef enum pp_valued {
    PP_VALUED_EXACT,    /* values and weights as the case gives them */
    PP_VALUED_ESTIMATE, /* the mean of a sample of the profiles that the case's orders admit */
    PP_VALUED_RANKS,    /* a ranking or priorities: the numbers are places, 1 is the best */
    PP_VALUED_NOTHING   /* nothing is said: every package is alike to it, at 0 */
} pp_valued;

typedef struct pp_deal_party {
    size_t party; /* its place in the case */
    pp_valued valued;
    bool no_deal_given; /* else it is the party's worst considered package */
    double no_deal;
    double ideal;      /* its greatest value of a considered package */
    double weight_sum; /* EXACT: of its weights as given; what is not 1 was not changed */
    const double *const *contributions; /* [issue][option] what an option adds to its value; null:
                                           RANKS and NOTHING */
} pp_deal_party;

typedef struct pp_deal {
    const uint16_t *package; /* the option of each issue */
    const char *count;       /* considered packages with just these values, in decimal; null: not
                                known */
    const double *values;    /* [place in `parties`]; RANKS: the place among the points, 1 the best
                              */
    bool rational;           /* at or above every no deal */
    const size_t *broken;    /* FEWEST_BROKEN: the red lines that it breaks */
    size_t broken_count;
} pp_deal;

typedef struct pp_solution {
    const size_t *points; /* all that tie, increasing */
    size_t count;         /* 0: it has none here */
} pp_solution;

/* What holds of a point whatever the numbers are that the case leaves open; with orders alone. */
typedef struct pp_deal_robust {
    double efficient, efficient_error; /* share of profiles in which it is efficient among the
                                          points */
    double rational, rational_error;   /* in which every party accepts it */
    double picked[PP_SOLUTION_COUNT], picked_error[PP_SOLUTION_COUNT];
    const double *accepts; /* [place in `parties`] */
    const double *accepts_error;
    int necessarily_efficient; /* 1 yes, 0 no, -1 not decided */
    int possibly_efficient;
    int efficient_alike; /* necessarily, among the packages with the same options on the issues
                            `unspoken` */
} pp_deal_robust;

/* Points of which one is efficient for all values once `party` says which of them it likes best. */
typedef struct pp_deal_choice {
    size_t party; /* its place in `parties` */
    const size_t *points;
    size_t point_count;
} pp_deal_choice;

typedef struct pp_deals_options {
    pp_question question;
    pp_convention convention;
    bool ignore_red_lines;
    bool rational_only;         /* leave out of the frontier what is below some no deal */
    const char *const *parties; /* ids: whose values; none: those whose consent counts */
    size_t party_count;
    double epsilon;      /* 0: exact; else what a point may miss in each value, as a share of its
                            range */
    bool clamped;        /* values above 1 count as 1, as GENIUS has it */
    size_t sample_count; /* profiles for estimates and shares; 0: the default */
    const pp_import *import; /* where the case came from other programs' files: profiles that a case
                                has no words for; may be null */
} pp_deals_options;

typedef struct pp_deals {
    const pp_case *the_case; /* borrowed; must outlive the answer */
    int as_of;
    pp_convention convention;
    pp_considered considered;
    const char *considered_count; /* in decimal; null where a limit stopped it */
    size_t fewest_broken;         /* FEWEST_BROKEN: how many red lines */
    const pp_deal_party *parties;
    size_t party_count;
    const pp_deal *points; /* best for the first party first */
    size_t point_count;
    bool listed; /* the points are all considered packages that may be efficient, the surest first:
                    no number that was not given decided it. Else they are the frontier of the
                    values */
    const double *epsilon;        /* [party] what a point may miss; null: the points are exact */
    const pp_deal_robust *robust; /* [point]; null where every number is exact, or there are too
                                     many points to compare */
    const size_t *unspoken;       /* listed: issues on which the packages considered differ and of
                                     whose options there no party says anything */
    size_t unspoken_count;
    const pp_deal_choice *choices; /* where there are such issues */
    size_t choice_count;
    size_t unproved; /* comparisons by linear programs that rest on a solver's tolerance; all else
                        that is said for all values is exact */
    size_t sample_count; /* of the shares in `robust` and of estimates */
    bool valued;         /* false: some party only has ranks, so that there are no
                            solutions */
    bool estimated;      /* some party's numbers are estimates */
    pp_solution solutions[PP_CONVENTION_COUNT][PP_SOLUTION_COUNT];
    double opposition;    /* the least distance of a point from 1 for everyone; below 0: not valued
                           */
    const char *rational; /* considered packages at or above every no deal; null: out of reach */
    const char *const *assumed;
    size_t assumed_count;
    const char *engine;
    size_t width;
    const pp_incomplete *incomplete;
    size_t incomplete_count; /* 0: the answer is complete */
} pp_deals;

/*
 * Computes the answer. `options`, `control` and `error` may be null. `*deals` is owned by the
 * caller (pp_deals_free). A limit gives PP_OK with what is known and `incomplete` filled.
 * Cost: exponential in the induced width of the case's formulas, times the size of the frontier.
 * Errors: ARGUMENT (unknown id, bad formula or date, no party), LIMIT, MEMORY.
 */
PP_API pp_status pp_deals_solve(const pp_case *the_case, const pp_deals_options *options,
                                const pp_control *control, pp_deals **deals, pp_error *error);

PP_API void pp_deals_free(pp_deals *deals);

/* "nash", "kalai_smorodinsky", ... as in the JSON; "textbook", "negmas", "genius". */
PP_API const char *pp_solution_name(pp_solution_kind kind);
PP_API const char *pp_convention_name(pp_convention convention);

#endif
