/* proof.h: writing and checking proofs; see pourparler/proof.h. */
#ifndef PP_METHOD_PROOF_PROOF_H
#define PP_METHOD_PROOF_PROOF_H

#include "base/text.h"
#include "pourparler/proof.h"

enum {
    PP_PROOF_SCHEMA = 1,
    PP_PROOF_BYTE_COUNT_MAX = 128 << 20,
    PP_PROOF_NODE_COUNT_MAX = 200000, /* of all refutations of a proof */
    PP_PROOF_COALITION_COUNT_MAX = 10000,
    PP_PROOF_SET_COUNT_MAX = 20000 /* met while the lists are compared */
};

/* The proof's text, in `arena`. */
pp_status pp_i_proof_make(const pp_case *the_case, const pp_question *question,
                          const pp_control *control, pp_i_arena *arena, pp_text *proof,
                          pp_error *error);

/* Checks the text of a proof that the user called `file`. */
pp_status pp_i_proof_check(const pp_case *the_case, pp_text proof, const char *file,
                           const pp_control *control, pp_proof_verdict *verdict, pp_error *error);

/* pp_proof_write and pp_proof_check. */
pp_status pp_i_proof_write_file(const pp_case *the_case, const pp_question *question,
                                const pp_control *control, const char *path, bool overwrite,
                                pp_error *error);
pp_status pp_i_proof_check_file(const pp_case *the_case, const char *path,
                                const pp_control *control, pp_proof_verdict *verdict,
                                pp_error *error);

#endif
