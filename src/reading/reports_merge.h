/*
 * reports_merge.h: what the parts of merging share; see reports.h.
 *
 * Where memory has run out they remember it in `failed`, which is asked once a report.
 */
#ifndef PP_READING_REPORTS_MERGE_H
#define PP_READING_REPORTS_MERGE_H

#include "reading/reports.h"

typedef PP_LIST(pp_i_elsewhere) pp_i_places;
typedef PP_LIST(pp_text) pp_i_texts;

/* The paragraph and the sentence of a report in which a quotation begins, or PP_NO_HOME. */
typedef struct pp_i_home {
    uint32_t paragraph, sentence;
} pp_i_home;
#define PP_NO_HOME UINT32_MAX

struct pp_i_merging {
    pp_i_arena *arena;
    pp_i_map lemmas, actor_keys; /* to places in the lists below */
    PP_LIST(pp_text) lemma_list;
    PP_LIST(pp_i_report) reports;
    PP_LIST(size_t) statement_firsts; /* of each report */
    PP_LIST(pp_i_actor) actors;
    PP_LIST(pp_i_texts) aliases; /* of each actor */
    PP_LIST(pp_i_said) statements;
    PP_LIST(pp_i_home) homes;  /* of each statement */
    PP_LIST(pp_i_places) also; /* of each statement */
    PP_LIST(pp_i_told) events, judgements;
    PP_LIST(pp_i_conditional) conditions;
    size_t sentence_count;
    bool failed;
};

/* One report on its way from the batch into the whole. */
typedef struct pp_i_moving {
    pp_i_merging *to;
    const pp_i_reading *batch;
    const pp_i_report *report;
    pp_text words;        /* the copy */
    const size_t *actors; /* of the batch's actors, their places in the whole */
    size_t number_first, statement_first;
} pp_i_moving;

/* reports_copy.c: copies of what one report has, with the whole's indices. */
const size_t *pp_i_move_actors(pp_i_merging *to, const pp_i_reading *batch, size_t number_first,
                               pp_i_arena *scratch);
pp_i_document *pp_i_move_document(pp_i_moving *move, bool whole);
void pp_i_move_said(const pp_i_moving *move, size_t report);

/* Sentences up to the last that `kept` names, and the names in those; `kept` has a place for each.
 */
void pp_i_move_sentences(const pp_i_moving *move, const bool *kept, pp_i_report *copy);

/* reports_places.c: is anything in this report a repeat of what an earlier batch said? */
bool pp_i_repeats_earlier(const pp_i_document *document, size_t number_first);

/* Adds to the statements of earlier reports their places in this one, number `report`. */
void pp_i_move_places(const pp_i_moving *move, size_t report);

/* Where the quotation of a statement begins in its document. */
pp_i_home pp_i_home_of(const pp_i_document *document, const pp_i_said *said);

#endif
