/*
 * diagnostic.h: everything wrong or doubtful in a text that a person wrote, with its places.
 *
 * All of a file's errors are reported in one run. The list keeps its own copies, knows the line
 * each one points at, and stops growing at a named limit (and says so).
 */
#ifndef PP_BASE_DIAGNOSTIC_H
#define PP_BASE_DIAGNOSTIC_H

#include "base/arena.h"
#include "base/text.h"
#include "pourparler/error.h"

typedef enum pp_severity { PP_SEVERITY_ERROR, PP_SEVERITY_WARNING, PP_SEVERITY_NOTE } pp_severity;

/* A place in a text: line and column count from 1, the column in code points; 0: no place. */
typedef struct pp_i_place {
    size_t line;
    size_t column;
} pp_i_place;

typedef struct pp_i_diagnostic {
    pp_severity severity;
    const char *file;    /* as the user named it; never null */
    pp_i_place place;
    size_t width;        /* code points to underline, at least 1 */
    const char *message; /* one line, no full stop */
    const char *hint;    /* what to do, or null */
    pp_text source_line; /* the line it points at, without its end; empty where there is no place */
    size_t source_column; /* of its first code point: 1, or more where a long line is cut in front
                             */
    bool source_cut;      /* the line goes on behind */
} pp_i_diagnostic;

enum {
    PP_DIAGNOSTIC_COUNT_MAX = 1000, /* past this many of one severity the rest are only counted */
    PP_DIAGNOSTIC_CONTEXT_BYTE_COUNT_MAX = 4096 /* kept of a line on either side of the column */
};

typedef struct pp_i_diagnostics {
    pp_i_arena *arena;
    PP_LIST(pp_i_diagnostic) list;
    const char *file; /* the current file and its text: where new diagnostics point */
    pp_text text;
    size_t known_line, known_start;  /* where a line begins that was looked up before */
    size_t known_column, known_byte; /* and where a column of it stands */
    size_t error_count;
    size_t warning_count;
    bool failed; /* memory ran out while noting one */
} pp_i_diagnostics;

void pp_i_diagnostics_init(pp_i_diagnostics *diagnostics, pp_i_arena *arena);

/* From now on places are those of `text`, which is called `file`. Both must outlive the list. */
void pp_i_diagnostics_set_file(pp_i_diagnostics *diagnostics, const char *file, pp_text text);

/* Adds one; the message is made as by printf. Returns it so that a hint can be added, or null where
 * it was only counted. */
pp_i_diagnostic *pp_i_diagnose(pp_i_diagnostics *diagnostics, pp_severity severity,
                               pp_i_place place, size_t width, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Sets the hint of a diagnostic (null: does nothing). */
void pp_i_diagnose_hint(pp_i_diagnostics *diagnostics, pp_i_diagnostic *diagnostic,
                        const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The diagnostics in the order of file, line, column, as found where equal. */
void pp_i_diagnostics_sort(pp_i_diagnostics *diagnostics);

/* "error", "warning", "note". */
const char *pp_i_severity_text(pp_severity severity);

#endif
