/*
 * check.h: the parts of the checker. It sees the case and the proof, and nothing that computes
 * answers: no engine, no model, no other method.
 *
 * Functions return false where the check is over: the proof is refused, the run stopped, or memory
 * ran out; `verdict`, `run` and `failed` say which.
 */
#ifndef PP_METHOD_PROOF_CHECK_H
#define PP_METHOD_PROOF_CHECK_H

#include <jansson.h>

#include "base/run.h"
#include "base/set256.h"
#include "case/case.h"
#include "method/proof/proof.h"

/* A formula that a leaf may name, with the issues that it mentions. */
typedef struct pp_i_proof_formula {
    const pp_i_formula *formula;
    const pp_i_word *issues; /* null: not asked for yet */
} pp_i_proof_formula;

typedef struct pp_i_proof_check_state {
    const pp_case *the_case;
    pp_i_run run;
    pp_i_arena arena;
    pp_proof_verdict *verdict;
    bool failed;  /* memory ran out */
    bool partial; /* something is not proved; the first reason is kept */
    size_t issue_word_count, line_word_count;

    pp_i_date date;      /* the question */
    pp_i_formula *rules; /* the case's links, then the assumptions */
    size_t rule_count;
    pp_i_word *counting; /* red lines */
    size_t table_count;
    pp_i_set256 table; /* parties */

    pp_i_proof_formula *rule_formulas, *line_formulas;
    unsigned char *scratch; /* PP_FORMULA_NODE_COUNT_MAX bytes */

    const pp_i_word **concessions; /* the lists of the proof */
    size_t concession_count;
    const pp_i_word **blocking;
    size_t blocking_count;
    size_t refuted_count; /* of the blocking sets */
} pp_i_proof_check_state;

/* Refuses the proof; `place` and what is wrong as by printf. Always false. */
bool pp_i_proof_refuse(pp_i_proof_check_state *state, const char *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Notes what is not proved; the check goes on. */
void pp_i_proof_lack(pp_i_proof_check_state *state, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Always false. */
bool pp_i_proof_no_memory(pp_i_proof_check_state *state);

/* A place "<head>[<index>]<tail>" in `text`. */
typedef struct pp_i_proof_place {
    char text[PP_PROOF_PLACE_SIZE];
} pp_i_proof_place;
pp_i_proof_place pp_i_proof_place_of(const char *head, size_t index, const char *tail);

/* --- Reading (check_read.c): refusals name the place --- */

/* The member of an object; null and refused where it is missing or of another type. */
json_t *pp_i_proof_member(pp_i_proof_check_state *state, json_t *object, const char *key,
                          json_type type, const char *place);
/* Refuses keys that are not among `keys`, which ends with null. */
bool pp_i_proof_only(pp_i_proof_check_state *state, json_t *object, const char *const *keys,
                     const char *place);
/* "red_lines" of an object as a set; each once and counting. */
const pp_i_word *pp_i_proof_lines(pp_i_proof_check_state *state, json_t *object, const char *place);
/* An issue and an option by their ids. PP_NONE and refused where there is none. */
size_t pp_i_proof_issue(pp_i_proof_check_state *state, const char *id, const char *place);
size_t pp_i_proof_option(pp_i_proof_check_state *state, size_t issue, json_t *id,
                         const char *place);
/* A whole package: every issue. */
bool pp_i_proof_package(pp_i_proof_check_state *state, json_t *object, pp_i_choice *package,
                        const char *place);
/* The question, and its words for the verdict (check_question.c). */
bool pp_i_proof_question(pp_i_proof_check_state *state, json_t *root);

/* --- Judging --- */

/* Do the consenting parties suffice (check_question.c)? */
bool pp_i_proof_consent(const pp_i_proof_check_state *state, const pp_i_set256 *consenting);
/* The issues of a rule or red line, made when first asked for; null: memory. */
const pp_i_word *pp_i_proof_formula_issues(pp_i_proof_check_state *state,
                                           pp_i_proof_formula *formula);

/* A refutation of some links and of the red lines that it declares (check_refutation.c); adds these
 * to *declared. `rules`: which rules leaves may name, or null: all. */
bool pp_i_proof_refutation(pp_i_proof_check_state *state, json_t *refutation,
                           const pp_i_word *rules, const char *place, const pp_i_word **declared);

/* The minimal hitting sets, by Berge's multiplication (check_sets.c; berge1989). *known is false
 * past PP_PROOF_SET_COUNT_MAX. Sorted. */
bool pp_i_proof_transversals(pp_i_proof_check_state *state, const pp_i_word *const *family,
                             size_t family_count, size_t element_count, bool *known,
                             const pp_i_word ***sets, size_t *set_count);
/* Sorts as answers list sets. False: memory. */
bool pp_i_proof_sort(pp_i_proof_check_state *state, const pp_i_word **sets, size_t count,
                     size_t word_count);
/* Is each list exactly the minimal hitting sets of the other? */
bool pp_i_proof_lists(pp_i_proof_check_state *state);

#endif
