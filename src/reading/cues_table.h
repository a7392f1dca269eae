/* cues_table.h: the lexicon's rows; for cues.c alone. */
#ifndef PP_READING_CUES_TABLE_H
#define PP_READING_CUES_TABLE_H

#include "reading/cues.h"

extern const pp_i_cue PP_CUE_TABLE[];
extern const size_t PP_CUE_TABLE_COUNT;
extern const pp_i_judging PP_JUDGING_TABLE[];
extern const size_t PP_JUDGING_TABLE_COUNT;

#endif
