/*
 * formula.h: what must hold, over issues and their options; and who must consent, over parties.
 *
 * Grammar (white space between tokens is free; words are reserved):
 *     formula    := implied [ "iff" implied | "implies" implied | "if" implied ]   does not chain
 *     implied    := conjunct { "or" conjunct }
 *     conjunct   := unit { "and" unit }
 *     unit       := "not" unit | "(" formula ")" | "true" | "false" | comparison
 *     comparison := issue ( "=" | "!=" ) option | issue ( "<" | "<=" | ">" | ">=" ) number
 *                 | issue "in" "(" option { "," option } ")"
 *     consent    := as formula, with `party` for comparison, without not, implies, if, iff, and with
 *                   count "of" "(" consent { "," consent } ")" as a unit
 * `x if y` is `y implies x`. `not` takes the comparison or parenthesis after it, then `and`, then
 * `or`, last `implies`, `if`, `iff`, which do not chain without parentheses. `<` and its kin need an
 * issue all of whose options are numbers, and take any number.
 *
 * A formula is an array of nodes, children before parents, the root last: evaluating, printing and
 * copying are loops. Formulas are immutable and lie in the arena they were parsed into.
 */
#ifndef PP_CASE_FORMULA_H
#define PP_CASE_FORMULA_H

#include "base/bitset.h"
#include "base/diagnostic.h"
#include "base/map.h"
#include "case/number.h"

enum {
    PP_FORMULA_NODE_COUNT_MAX = 4096,
    PP_FORMULA_DEPTH_MAX = 200,
    PP_FORMULA_BYTE_COUNT_MAX = 65536
};

/* The option of each issue, by index: a package. */
typedef uint16_t pp_i_choice;

typedef enum pp_i_formula_kind {
    PP_FORMULA_TRUE,
    PP_FORMULA_FALSE,
    PP_FORMULA_ATOM,     /* issue's option is one of a set */
    PP_FORMULA_PARTY,    /* consent: this party consents */
    PP_FORMULA_NOT,      /* 1 child */
    PP_FORMULA_AND,      /* 2 or more children */
    PP_FORMULA_OR,       /* 2 or more children */
    PP_FORMULA_IMPLIES,  /* children: condition, consequence (`x if y` is stored as y, x) */
    PP_FORMULA_IFF,      /* 2 children */
    PP_FORMULA_AT_LEAST  /* consent: `threshold` of the children */
} pp_i_formula_kind;

typedef enum pp_i_comparison {
    PP_COMPARE_EQUAL,
    PP_COMPARE_NOT_EQUAL,
    PP_COMPARE_IN,
    PP_COMPARE_LESS,
    PP_COMPARE_LESS_EQUAL,
    PP_COMPARE_GREATER,
    PP_COMPARE_GREATER_EQUAL
} pp_i_comparison;

typedef struct pp_i_formula_node {
    pp_i_formula_kind kind;
    const uint32_t *children; /* indices of nodes, each below this node's own */
    uint32_t child_count;
    uint32_t threshold;         /* AT_LEAST */
    uint32_t subject;           /* ATOM: the issue; PARTY: the party */
    const pp_i_word *options;   /* ATOM: those for which it holds, one bit an option */
    pp_i_comparison comparison; /* ATOM: as it was written, for printing */
    uint32_t operand;           /* ATOM: the option compared with by = and != */
    pp_i_number number;         /* ATOM: the number compared with by < and its kin; it need not be an
                                   option */
    pp_text number_words;       /* the same as it was written */
} pp_i_formula_node;

typedef struct pp_i_formula {
    const pp_i_formula_node *nodes; /* the root is the last */
    size_t node_count;              /* 0: no formula was given */
    pp_text words;                  /* as it was written, trimmed */
    pp_i_place place;               /* of the scalar that holds it */
} pp_i_formula;

/* What a formula may name. Issue and party ids map to indices; option ids are looked up per issue. */
typedef struct pp_i_vocabulary {
    const struct pp_i_issue *issues;
    size_t issue_count;
    const pp_i_map *issue_ids;
    const struct pp_i_party *parties;
    size_t party_count;
    const pp_i_map *party_ids;
} pp_i_vocabulary;

struct pp_i_yaml_node;

/*
 * Parses `words` into `arena`. Faults go to `diagnostics`, at `at` (a scalar of the current file) or,
 * where `at` is null, at line 1 of the current text, which then is `words` itself; they name what was
 * expected and suggest the nearest known id or word. `*formula` is untouched where there were faults.
 * At most one fault is reported, and none where at->broken. `words` may be a part of at->text. The
 * nodes come in post-order.
 * Returns PP_OK, PP_ERROR_INPUT (diagnosed) or PP_ERROR_MEMORY.
 */
pp_status pp_i_formula_parse(pp_text words, const struct pp_i_yaml_node *at,
                             const pp_i_vocabulary *vocabulary, pp_i_arena *arena,
                             pp_i_diagnostics *diagnostics, pp_i_formula *formula,
                             pp_error *error);

/* The same for a consent rule. */
pp_status pp_i_consent_parse(pp_text words, const struct pp_i_yaml_node *at,
                             const pp_i_vocabulary *vocabulary, pp_i_arena *arena,
                             pp_i_diagnostics *diagnostics, pp_i_formula *formula,
                             pp_error *error);

/*
 * Does the formula hold for `package` (an option index for each issue)? `scratch` has node_count
 * bytes. Without a formula (node_count 0): true. Cost: the formula's size.
 */
bool pp_i_formula_holds(const pp_i_formula *formula, const pp_i_choice *package,
                        unsigned char *scratch);

/* The same for a consent rule: `consenting` has one bit a party. */
bool pp_i_consent_holds(const pp_i_formula *consent, const pp_i_word *consenting,
                        unsigned char *scratch);

/* Sets in `subjects` the bit of every issue (or party) that the formula names. */
void pp_i_formula_subjects(const pp_i_formula *formula, pp_i_word *subjects);

/* The formula in the language above with as few parentheses as it needs; parsing it again gives an
 * equal formula. Null where memory has run out. */
char *pp_i_formula_print(const pp_i_formula *formula, const pp_i_vocabulary *vocabulary,
                         pp_i_arena *arena);

/* Equal node for node (not: equivalent), whatever the words. */
bool pp_i_formula_equal(const pp_i_formula *a, const pp_i_formula *b,
                        const pp_i_vocabulary *vocabulary);

/* Is `word` one of the formula language (and, or, in, of, ...), and so no id? */
bool pp_i_formula_is_reserved(pp_text word);

#endif
