/*
 * case.h: one negotiation as an analyst wrote it: what every later layer reads and none changes.
 *
 * Everything lies in the case's arena and is addressed by index, in the order of the file. A pp_text
 * that was not given is empty; an index that was not given is PP_NONE; a formula that was not given
 * has no nodes; a date that was not given is 0.
 */
#ifndef PP_CASE_CASE_H
#define PP_CASE_CASE_H

#include "base/map.h"
#include "case/date.h"
#include "case/formula.h"
#include "case/number.h"
#include "pourparler/case.h"

/* Limits of a case: beyond one, a diagnostic and PP_ERROR_INPUT. */
enum {
    PP_CASE_PARTY_COUNT_MAX = 256,
    PP_CASE_ISSUE_COUNT_MAX = 256,
    PP_CASE_OPTION_COUNT_MAX = 256, /* an issue */
    PP_CASE_RED_LINE_COUNT_MAX = 512,
    PP_CASE_LINK_COUNT_MAX = 4096,
    PP_CASE_STATEMENT_COUNT_MAX = 10000,
    PP_CASE_SOURCE_COUNT_MAX = 10000,
    PP_CASE_ASSUMPTION_COUNT_MAX = 10000,
    PP_CASE_REVIEW_COUNT_MAX = 10000,
    PP_CASE_SAME_COUNT_MAX = 256,
    PP_CASE_PRIORITY_COUNT_MAX = 4096, /* a party */
    PP_CASE_COMPARE_COUNT_MAX = 10000, /* a party; of pairs in `unknown` too */
    PP_CASE_BECAUSE_COUNT_MAX = 1000,  /* statements that bear one party's preferences */
    PP_CASE_ID_BYTE_COUNT_MAX = 64,
    PP_CASE_RANKED_COUNT_MAX = 100000,       /* packages that one ranking may name */
    PP_CASE_SOURCE_BYTE_COUNT_MAX = 64 << 20 /* all sources together */
};

enum { PP_SHA256_SIZE = 32 };

typedef struct pp_i_source {
    pp_text id;
    pp_text file;  /* as written; empty where the words stand in the case */
    pp_text words; /* the source's text: valid UTF-8 */
    pp_text title;
    pp_i_date date;
    char grade_source; /* A-F; F where not given */
    char grade_information; /* 1-6; 6 where not given */
    bool grade_given;
    unsigned char sha256[PP_SHA256_SIZE];
    pp_i_place place;
} pp_i_source;

typedef enum pp_i_role { PP_ROLE_PRINCIPAL, PP_ROLE_MEDIATOR, PP_ROLE_GUARANTOR, PP_ROLE_OBSERVER } pp_i_role;

typedef struct pp_i_party {
    pp_text id;
    pp_text name; /* the id where none is given */
    const pp_text *aliases;
    size_t alias_count;
    pp_i_role role;
    pp_i_place place;
} pp_i_party;

typedef struct pp_i_option {
    pp_text id;
    pp_text title; /* the id where none is given */
    bool is_number;
    pp_i_number number;
    pp_i_place place;
} pp_i_option;

typedef struct pp_i_move {
    pp_i_choice from, to;
} pp_i_move;

typedef struct pp_i_issue {
    pp_text id;
    pp_text title; /* the id where none is given */
    const pp_i_option *options;
    size_t option_count; /* at least 1 */
    bool numeric;        /* all options are numbers */
    size_t decided_by;   /* a party, or PP_NONE: only an agreement settles it */
    bool moves_given;    /* else any to any */
    const pp_i_move *moves;
    size_t move_count;
    pp_i_place place;
} pp_i_issue;

typedef struct pp_i_link {
    pp_i_formula rule;
    pp_text why;
    pp_i_place place;
} pp_i_link;

typedef enum pp_i_act {
    PP_ACT_ASSERTS, PP_ACT_SUPPORTS, PP_ACT_DEMANDS, PP_ACT_REJECTS, PP_ACT_PROPOSES,
    PP_ACT_OFFERS, PP_ACT_ACCEPTS, PP_ACT_DOUBTS, PP_ACT_WARNS, PP_ACT_COMMITS, PP_ACT_ASKS
} pp_i_act;

typedef enum pp_i_strength {
    PP_STRENGTH_NONE, /* not given */
    PP_STRENGTH_MUST, PP_STRENGTH_SHOULD, PP_STRENGTH_HEDGED
} pp_i_strength;

/* How a quotation and its place differ: the least difference that explains it. */
typedef enum pp_i_quote_match {
    PP_QUOTE_EXACT,   /* letter for letter */
    PP_QUOTE_LINES,   /* one breaks its lines where the other does not: nobody needs to know */
    PP_QUOTE_MARKS,   /* in typographic marks, in other white space, or in how accents are coded */
    PP_QUOTE_ELLIPSIS /* an ellipsis of the quotation skips words of the source */
} pp_i_quote_match;

/* Where a quotation stands in its source: code points from 0, the end exclusive. */
typedef struct pp_i_quote_place {
    size_t start, end;
    size_t byte_start, byte_end; /* the same in bytes of the source's words */
    pp_i_quote_match match;
} pp_i_quote_place;

typedef struct pp_i_statement {
    pp_text id;
    size_t party;
    pp_text speaker;
    pp_i_act act;
    pp_i_formula about; /* or */
    pp_text topic;
    pp_i_strength strength;
    pp_i_formula condition; /* `if` */
    size_t source;
    pp_i_date date_given; /* as written; 0: none */
    pp_i_date date;       /* what counts: its own, else its source's, else the case's as_of */
    pp_text quote;
    size_t replaces; /* a statement, or PP_NONE */
    bool confidence_given;
    pp_i_number confidence; /* in [0, 1]: how far to trust that it was read aright */
    pp_text confidence_words; /* the same as it was written */
    bool replaced;   /* a statement takes this one's place, */
    pp_i_date replaced_on; /* and this is the first day on which one does; 0: from the start */
    const pp_i_quote_place *quote_places; /* first is the quotation, the others repeat it */
    size_t quote_place_count;             /* 0: none given or not found */
    pp_i_place place;
    pp_i_place quote_at;
} pp_i_statement;

typedef struct pp_i_red_line {
    pp_text id;
    size_t party;
    pp_i_formula holds;
    bool unclear; /* else firm */
    const size_t *because; /* statements; none: an assumption */
    size_t because_count;
    pp_i_place place;
} pp_i_red_line;

/* `a > b ~ c`: subjects best first; tied[i] says that subjects[i] is alike with subjects[i - 1]. */
typedef struct pp_i_chain {
    const uint32_t *subjects; /* issues for importance, options of one issue for an order */
    const bool *tied;
    size_t count;
    pp_text words;
    pp_i_place place;
} pp_i_chain;

typedef struct pp_i_order {
    size_t issue;
    const pp_i_chain *chains; /* several chains together: a partial order */
    size_t chain_count;
} pp_i_order;

typedef enum pp_i_no_deal_kind { PP_NO_DEAL_WORSE, PP_NO_DEAL_BETTER, PP_NO_DEAL_NUMBER } pp_i_no_deal_kind;

typedef struct pp_i_no_deal {
    pp_i_no_deal_kind kind;
    pp_i_formula than; /* WORSE, BETTER: than every package that satisfies it */
    pp_i_number number;
    pp_text words; /* NUMBER: as written */
    pp_i_place place;
} pp_i_no_deal;

typedef struct pp_i_comparison_of_packages {
    const pp_i_choice *better; /* an option for each issue */
    const pp_i_choice *worse;
    pp_i_place place;
} pp_i_comparison_of_packages;

/* Exact values of one issue's options; `words` keeps them as written. */
typedef struct pp_i_option_values {
    size_t issue;
    const pp_i_number *values; /* option_count of them */
    const pp_text *words;
    pp_i_place place;
} pp_i_option_values;

typedef struct pp_i_weight {
    size_t issue;
    pp_i_number weight;
    pp_text words;
    pp_i_place place;
} pp_i_weight;

/* One place in a ranking: packages that are tied. */
typedef struct pp_i_rank {
    const pp_i_choice *const *packages;
    size_t package_count;
    pp_i_place place;
} pp_i_rank;

typedef struct pp_i_unknown_pair {
    const pp_i_choice *a, *b;
    pp_i_place place;
} pp_i_unknown_pair;

typedef struct pp_i_preference {
    size_t party;
    const pp_i_chain *importance;
    size_t importance_count;
    const pp_i_order *orders;
    size_t order_count;
    const pp_i_no_deal *no_deal;
    size_t no_deal_count;
    const pp_i_comparison_of_packages *compare;
    size_t compare_count;
    const pp_i_option_values *values;
    size_t value_count;
    const pp_i_weight *weights;
    size_t weight_count;
    const pp_i_formula *priorities;
    size_t priority_count;
    const pp_i_rank *ranking;
    size_t rank_count;
    const pp_i_unknown_pair *unknown;
    size_t unknown_count;
    pp_i_formula does_not_see;
    const size_t *because; /* statements that bear it; none: an assumption */
    size_t because_count;
    pp_i_place place;
} pp_i_preference;

typedef struct pp_i_assumption {
    pp_text id;
    pp_text says;
    pp_i_place place;
} pp_i_assumption;

/* What a person should look at: for people alone, no answer depends on it. */
typedef struct pp_i_review {
    pp_text what;
    pp_text why;
    const size_t *statements; /* those that it is about */
    size_t statement_count;
    pp_i_place place;
} pp_i_review;

struct pp_case {
    pp_i_arena arena; /* everything below lies in it */
    const char *file; /* as the user named it */
    pp_text words;    /* the case file's own text, for diagnostics */
    pp_text title;
    pp_i_date as_of; /* 0: none */
    const pp_i_source *sources;
    size_t source_count;
    const pp_i_party *parties;
    size_t party_count;
    pp_i_formula consent; /* no nodes: all principals (all parties where none is principal) */
    const pp_i_issue *issues;
    size_t issue_count;
    const pp_i_link *links;
    size_t link_count;
    const pp_i_statement *statements;
    size_t statement_count;
    const pp_i_red_line *red_lines;
    size_t red_line_count;
    const pp_i_preference *preferences; /* at most one a party */
    size_t preference_count;
    const pp_i_formula *same;
    size_t same_count;
    const pp_i_choice *status_quo; /* how things stand: an option for each issue; null: not said */
    pp_i_place status_quo_at;
    const pp_i_assumption *assumptions;
    size_t assumption_count;
    const pp_i_review *reviews;
    size_t review_count;
    pp_i_map party_ids, issue_ids, statement_ids, red_line_ids, source_ids;
    pp_i_diagnostics diagnostics; /* found while reading: warnings; errors where reading failed */
};

/* What the formulas of a case may name. */
static inline pp_i_vocabulary pp_i_case_vocabulary(const pp_case *the_case)
{
    return (pp_i_vocabulary){
        .issues = the_case->issues, .issue_count = the_case->issue_count,
        .issue_ids = &the_case->issue_ids, .parties = the_case->parties,
        .party_count = the_case->party_count, .party_ids = &the_case->party_ids};
}

/* The option of `issue` called `id`, or PP_NONE. */
size_t pp_i_issue_option(const pp_i_issue *issue, pp_text id);

/* The date on which questions are asked: `asked` where given, else the case's as_of, else 0 (all
 * statements count). */
pp_i_date pp_i_case_date(const pp_case *the_case, pp_i_date asked);

/* Does a statement count on `date` (0: whenever): said by then, and not replaced by then? */
bool pp_i_statement_counts(const pp_case *the_case, size_t statement, pp_i_date date);

/* Does a red line: without `because` always; else when at least one of its statements does. */
bool pp_i_red_line_counts(const pp_case *the_case, size_t red_line, pp_i_date date);

/* The words for a role, an act, a strength, as in the case file ("principal", "demands", "must"). */
const char *pp_i_role_text(pp_i_role role);
const char *pp_i_act_text(pp_i_act act);
const char *pp_i_strength_text(pp_i_strength strength); /* "" for PP_STRENGTH_NONE */

#endif
