/* proof.c: pourparler/proof.h. */
#include "method/proof/proof.h"

pp_status pp_proof_write(const pp_case *the_case, const pp_question *question,
                         const pp_control *control, const char *path, bool overwrite,
                         pp_error *error)
{
    return pp_i_proof_write_file(the_case, question, control, path, overwrite, error);
}

pp_status pp_proof_check(const pp_case *the_case, const char *path, const pp_control *control,
                         pp_proof_verdict *verdict, pp_error *error)
{
    return pp_i_proof_check_file(the_case, path, control, verdict, error);
}
