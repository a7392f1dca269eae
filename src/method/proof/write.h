/* write.h: the parts of the writer of proofs; it may use all that computes answers. */
#ifndef PP_METHOD_PROOF_WRITE_H
#define PP_METHOD_PROOF_WRITE_H

#include "engine/certificate.h"
#include "method/proof/proof.h"
#include "model/model.h"

/* Formulas of the case as factors over all issues that they mention, so that a leaf settles these.
 */
typedef struct pp_i_proof_factors {
    pp_i_factor *factors; /* the rules, then the red lines */
    bool *made;           /* false: does not count, or over too many packages for a table */
    size_t rule_count, count;
    bool some_too_large;
} pp_i_proof_factors;

typedef struct pp_i_proof_writer {
    const pp_case *the_case;
    const pp_zone *zone;
    pp_i_model model;
    pp_i_run run;
    pp_i_arena scratch;
    pp_i_builder text;
    pp_i_proof_factors factors;
    size_t node_count; /* written so far */
    bool full;         /* a refutation did not fit any more: no further ones are made */
    PP_LIST(const pp_i_word *) refuted; /* red lines used by the refutations of one blocking set */
    pp_error *error;
} pp_i_proof_writer;

/* One refutation being made: its problem, and which formula each factor is. */
typedef struct pp_i_proof_refuting {
    pp_i_arena arena;
    pp_i_problem problem;
    uint32_t *formulas; /* [factor]: rule, or rule_count + red line */
} pp_i_proof_refuting;

#define PP_PROOF_WHY_NODES "more than 200000 nodes"

/* --- JSON (write_json.c) --- */
void pp_i_proof_say_string(pp_i_proof_writer *writer, pp_text text);
void pp_i_proof_say_lines(pp_i_proof_writer *writer, const pp_i_word *lines);
void pp_i_proof_say_package(pp_i_proof_writer *writer, const pp_i_choice *package);
void pp_i_proof_say_head(pp_i_proof_writer *writer, const pp_question *question);

/* --- Refutations (write_refutation.c) --- */
pp_status pp_i_proof_make_factors(pp_i_proof_writer *writer);
/* Refutes the red lines in `lines` under `rules` (null: all). On success writes the refutation,
 * after `before`, and notes in `used` the red lines that its leaves name; else *why says why there
 * is none. */
pp_status pp_i_proof_refute(pp_i_proof_writer *writer, const pp_i_word *lines,
                            const pp_i_word *rules, const char *before, pp_i_word *used,
                            const char **why);

/* The problem of the red lines in `lines` under `rules` (null: all). False: memory. */
bool pp_i_proof_problem(const pp_i_proof_writer *writer, const pp_i_word *lines,
                        const pp_i_word *rules, pp_i_proof_refuting *made);
/* Which rules are enough to refute `lines` (write_rules.c): an inclusion-minimal choice of those
 * near the red lines, so that the diagram stays small. Null in *rules: all, or it was not found. */
pp_status pp_i_proof_choose_rules(pp_i_proof_writer *writer, const pp_i_word *lines,
                                  const pp_i_word **rules);

#endif
