/*
 * reports.h: many reports read together: found, read in batches side by side, put into one reading.
 * What pourparler/read.h promises, and what reports and drafts are made of.
 *
 * A batch is a run of PP_REPORTS_BATCH_COUNT reports in the order of the command line, whatever the
 * number of threads, so that this number changes nothing. Of a batch that is done only that is kept
 * which bears a statement, an event, a judgement or a condition.
 */
#ifndef PP_READING_REPORTS_H
#define PP_READING_REPORTS_H

#include "base/run.h"
#include "pourparler/read.h"
#include "reading/folder.h"
#include "reading/statement.h"

enum { PP_REPORTS_BATCH_COUNT = 16, PP_REPORTS_THREAD_COUNT_MAX = 64 };

struct pp_reading {
    pp_i_arena arena; /* everything below lies in it or in `batch` */
    pp_i_arena batch; /* of a reading that is one batch, which is kept as it is */
    const pp_i_reading *said;
    PP_LIST(pp_read_remark) remarks;
    unsigned thread_count; /* as the control had it: for the grouping that follows */
    const char *stop; /* why reports at the end were not read: "time limit", "cancelled"; or null */
};

/* pp_read_files. */
pp_status pp_i_reports_read(const char *const *paths, size_t path_count,
                            const pp_read_options *options, const pp_control *control,
                            pp_reading **reading, pp_error *error);
void pp_i_reports_free(pp_reading *reading);

/* reports_merge.c: one reading out of the readings of batches, one batch after the other. */
typedef struct pp_i_merging pp_i_merging;

/* In `arena`, where everything is copied. Null where memory has run out. */
pp_i_merging *pp_i_merging_new(pp_i_arena *arena);

/* Adds a batch's reading: its report i is number `number_first` + i. False where memory has run
 * out. Places of earlier statements that the batch repeats are found and added to these. */
bool pp_i_merging_add(pp_i_merging *merging, const pp_i_reading *batch, size_t number_first);

/* The whole, in the arena; null where memory has run out. */
const pp_i_reading *pp_i_merging_end(pp_i_merging *merging);

#endif
