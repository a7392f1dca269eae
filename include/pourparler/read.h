/*
 * read.h: reports in English become statements with the words behind them, and a draft case.
 *
 *     pp_reading *reading;
 *     pp_read_files(paths, path_count, NULL, &control, &reading, &error);
 *     pp_reading_draft_write(reading, NULL, "draft.yaml", false, NULL, &error);
 *     pp_reading_free(reading);
 *
 * States of a reading: made (pp_read_files, PP_OK) - printed (pp_report_reading) and drafted any
 * number of times, since nothing changes it - freed. Nothing is invented: what the reports do not
 * say is not in the reading. docs/reading.md says how far to trust it.
 */
#ifndef POURPARLER_READ_H
#define POURPARLER_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "pourparler/case.h"
#include "pourparler/control.h"
#include "pourparler/error.h"

typedef struct pp_reading pp_reading;

/* All fields may be left zero. Texts are borrowed for the call. */
typedef struct pp_read_options {
    const char *model; /* the model file; null: found as docs/reading.md says */
} pp_read_options;

/* Something that the reader has to say about one file: it was left out, or mended. */
typedef struct pp_read_remark {
    const char *file;
    const char *message;
    bool left_out;
} pp_read_remark;

/*
 * Reads reports together, in the order given: a passage that they repeat counts once. A path is a
 * text, Markdown or HTML file, "-" (standard input, once), or a folder, of which all files ending in
 * .txt, .text, .md, .markdown, .html and .htm are read, in folders within it too, by name. A file of
 * a folder that cannot be read is left out, with a remark; one that was named makes the call fail.
 * `options`, `control` and `error` may be null. `*reading` is owned by the caller. With
 * `thread_count` above 1 reports are read side by side; the reading is the same. A time limit or a
 * cancel gives PP_OK with the reports read so far.
 * Cost: linear in the reports' words; memory for their words, and for the sentences that hold
 * statements.
 * Errors: SYSTEM (a file, or the model, cannot be read), INPUT (a file is no text; the model is
 * none), LIMIT (a file is too large), ARGUMENT (no path, "-" twice), MEMORY.
 */
PP_API pp_status pp_read_files(const char *const *paths, size_t path_count,
                               const pp_read_options *options, const pp_control *control,
                               pp_reading **reading, pp_error *error);

PP_API void pp_reading_free(pp_reading *reading);

/* How many reports were read, how many sentences they hold (each once), how many statements. */
PP_API size_t pp_reading_source_count(const pp_reading *reading);
PP_API size_t pp_reading_sentence_count(const pp_reading *reading);
PP_API size_t pp_reading_statement_count(const pp_reading *reading);
/* How many parts of it are not whole, because a limit or a cancel stopped them. */
PP_API size_t pp_reading_incomplete_count(const pp_reading *reading);

/* What there is to say about single files; the remark is borrowed from the reading. */
PP_API size_t pp_reading_remark_count(const pp_reading *reading);
PP_API pp_read_remark pp_reading_remark(const pp_reading *reading, size_t index);

/* All fields may be left zero. Texts are borrowed for the call. */
typedef struct pp_draft_options {
    const char *title;   /* null: the first report's */
    const pp_case *base; /* read into this case: nothing in it changes, what is new stands behind it */
} pp_draft_options;

/* What went into a draft; the last three where there is a base. */
typedef struct pp_draft_counts {
    size_t statement_count; /* new ones */
    size_t known_count;     /* that the base has already, word for word */
    size_t left_out_count;  /* beyond the limit of a case */
    size_t review_count;    /* questions of the draft's review, the base's among them */
    size_t confirmed_count, replaced_count, contradicted_count; /* earlier ones of the base */
} pp_draft_counts;

/*
 * The draft of a case, valid for pp_case_open and ready for questions; its `review` says what a
 * person should look at first. The first prints it, with the words of the reports in it: `*yaml` is
 * NUL-terminated and owned by the caller (pp_report_free). The second writes it to `path`, whole or
 * not at all; reports that lie in its folder or below are named by their files; an existing file is
 * refused unless `overwrite`. `options`, `counts` and `error` may be null.
 * Errors: INPUT (nobody says anything in the reports), SYSTEM, MEMORY.
 */
PP_API pp_status pp_reading_draft_text(const pp_reading *reading, const pp_draft_options *options,
                                       char **yaml, pp_draft_counts *counts, pp_error *error);
PP_API pp_status pp_reading_draft_write(const pp_reading *reading, const pp_draft_options *options,
                                        const char *path, bool overwrite, pp_draft_counts *counts,
                                        pp_error *error);

#endif
