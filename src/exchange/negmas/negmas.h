/*
 * negmas.h: scenarios of NegMAS, as its `Scenario.dumpas` writes them to a folder: YAML or JSON,
 * one file with the outcome space and one a utility function.
 *
 * Which file is which is told by what stands in it: an outcome space has `issues`, a utility
 * function a `reserved_value`, `values` or `weights`; files with neither (information, statistics)
 * are left out with a warning. Classes are named under `type` or `__python_class__`, with or
 * without their modules. Read are linear additive functions, with values one by one (TableFun) or
 * by formula (AffineFun, LinearFun, IdentityFun, ConstFun, QuadraticFun, PolynomialFun), and affine
 * functions of numeric issues. A bias is taken off the reserved value, which changes no comparison
 * with it. What a case has no word for is refused, with what to do about it.
 */
#ifndef PP_EXCHANGE_NEGMAS_NEGMAS_H
#define PP_EXCHANGE_NEGMAS_NEGMAS_H

#include "exchange/formats.h"

enum { PP_NEGMAS_FILE_BYTE_COUNT_MAX = 16 << 20 };

/* The scenario of `files`, in any order, in `arena`. INPUT where a diagnostic is an error. */
pp_status pp_i_negmas_read(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                           pp_i_diagnostics *diagnostics, pp_i_scenario *scenario, pp_error *error);

#endif
