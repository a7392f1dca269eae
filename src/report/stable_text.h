/* stable_text.h: what the parts of the text of `stable` share. */
#ifndef PP_REPORT_STABLE_TEXT_H
#define PP_REPORT_STABLE_TEXT_H

#include "method/stability/stability.h"
#include "report/answers.h"
#include "report/words.h"

enum {
    PP_STABLE_SHOWN = 20,        /* states that a list of the text shows unless all are asked for */
    PP_STABLE_LISTED_MAX = 10000 /* states beyond which lists are counts */
};

/* "Nash", "GMR", ... */
const char *pp_i_stable_concept(size_t concept);
/* What a notion asks, in a sentence. */
const char *pp_i_stable_meaning(size_t concept);
/* Those of a set of bits, in this order: "Nash, GMR and SMR"; "no notion"; "every notion". */
const char *pp_i_stable_concepts_words(pp_i_page *page, const pp_stable *stable, unsigned bits);

/* The option of an issue in a state; SIZE_MAX where its packages differ in it. */
size_t pp_i_stable_option(const pp_stable *stable, size_t state, size_t issue);
/* "state 18" by its code. */
const char *pp_i_stable_number(pp_i_page *page, const pp_stable *stable, size_t state);
/* "Flow: half; Dam: build": what all of its packages share. */
const char *pp_i_stable_state_words(pp_i_page *page, const pp_stable *stable, size_t state);
/* The same of what differs from the state before: "Dam: build". */
const char *pp_i_stable_change(pp_i_page *page, const pp_stable *stable, size_t from, size_t to);
const char *pp_i_stable_party_name(pp_i_page *page, const pp_stable *stable, size_t party);
/* "Upland → “Dam: build” (state 4); then Lowland → ... (state 7)". */
const char *pp_i_stable_steps(pp_i_page *page, const pp_stable *stable, size_t from,
                              const pp_stable_step *steps, size_t count);

/* stable_text_why.c */
pp_status pp_i_stable_unstable(pp_i_page *page, pp_stable *stable, bool all, pp_error *error);
pp_status pp_i_stable_reason(pp_i_page *page, pp_stable *stable, size_t state, pp_error *error);
/* stable_text_more.c */
/* The steps of a shortest path, first to last; null where memory ran out. */
const pp_stable_step *pp_i_stable_path(pp_i_page *page, const pp_stable_paths *paths, size_t to,
                                       size_t *count);
/* Where the status quo leads, where the case names one. */
pp_status pp_i_stable_today(pp_i_page *page, pp_stable *stable, pp_error *error);
pp_status pp_i_stable_paths(pp_i_page *page, pp_stable *stable, size_t from, bool all,
                            pp_error *error);
pp_status pp_i_stable_together(pp_i_page *page, pp_stable *stable, const pp_stable_view *view,
                               pp_error *error);
pp_status pp_i_stable_rankings(pp_i_page *page, pp_stable *stable, size_t state, size_t party,
                               pp_error *error);
/* stable_text_robust.c */
pp_status pp_i_stable_left_open(pp_i_page *page, pp_stable *stable, const pp_stable_view *view,
                                pp_error *error);
pp_status pp_i_stable_foresight(pp_i_page *page, pp_stable *stable, pp_error *error);

#endif
