/*
 * proof.h: the answer to "is any agreement possible" with what shows it, and a check of that.
 *
 * A proof is a JSON file. "Some" comes with an agreement. "None" comes with the concession sets, each
 * with a package that it opens, and the blocking sets, each with refutations: decision diagrams over
 * partial packages in which every leaf names a link or a red line that what is settled so far breaks.
 * That each list is exactly the minimal hitting sets of the other shows that neither lacks a set
 * (reiter1987; fredman1996). The check reads the case and the proof, evaluates formulas, walks the
 * diagrams, and shares no code with what computes answers. docs/proof.md gives the format.
 */
#ifndef POURPARLER_PROOF_H
#define POURPARLER_PROOF_H

#include "pourparler/zone.h"

typedef enum pp_proof_outcome {
    PP_PROOF_HOLDS,   /* everything that it says is so, and nothing is missing */
    PP_PROOF_PARTIAL, /* nothing in it is wrong, but something is not proved; `reason` says what */
    PP_PROOF_REFUSED  /* something in it is wrong; `reason` and `place` say what and where */
} pp_proof_outcome;

enum { PP_PROOF_QUESTION_SIZE = 512, PP_PROOF_REASON_SIZE = 384, PP_PROOF_PLACE_SIZE = 128 };

/* Owned by the caller; holds no memory of its own. */
typedef struct pp_proof_verdict {
    pp_proof_outcome outcome;
    pp_verdict verdict; /* what is proved; UNKNOWN where nothing is, also in a proof that says "none"
                           but refutes too little */
    size_t concession_count, blocking_count, node_count; /* that were looked at */
    char question[PP_PROOF_QUESTION_SIZE]; /* what the proof answers: a date, assumptions, ... */
    char reason[PP_PROOF_REASON_SIZE];     /* "" where it holds */
    char place[PP_PROOF_PLACE_SIZE];       /* in the proof, as "blocking[2].refutations[0]"; or "" */
} pp_proof_verdict;

/*
 * Answers the question and writes the proof to `path`, whole or not at all; an existing file is
 * refused unless `overwrite`. What a limit kept from being shown is named in the proof. `question`,
 * `control` and `error` may be null. Cost: that of pp_zone_solve, and of one elimination for each
 * blocking set and coalition. Errors: those of pp_zone_solve, and SYSTEM.
 */
PP_API pp_status pp_proof_write(const pp_case *the_case, const pp_question *question,
                                const pp_control *control, const char *path, bool overwrite,
                                pp_error *error);

/*
 * Checks the proof at `path` against the case. A proof that is wrong is an answer (PP_OK, REFUSED); a
 * file that is no proof at all is an error. `control` and `error` may be null; a limit that stops the
 * check makes it PARTIAL. Cost: linear in the proof but for comparing the two lists.
 * Errors: SYSTEM (it cannot be read), LIMIT (larger than 128 MiB), INPUT (no JSON), MEMORY.
 */
PP_API pp_status pp_proof_check(const pp_case *the_case, const char *path,
                                const pp_control *control, pp_proof_verdict *verdict,
                                pp_error *error);

#endif
