/* names_offices_parts.h: what names_offices.c and names_offices_near.c share. */
#ifndef PP_READING_NAMES_OFFICES_PARTS_H
#define PP_READING_NAMES_OFFICES_PARTS_H

#include "reading/names_steps.h"

enum { PP_OFFICES_STEP_COUNT_MAX = 120 /* found things that are looked at for one title */ };

/* What kind of side a title goes with. */
typedef enum pp_i_side_kind {
    PP_SIDE_NONE,
    PP_SIDE_HEAD, /* of the state: no ministry's */
    PP_SIDE_STATE,
    PP_SIDE_MINISTRY, /* the ministry's own: a state or its government */
    PP_SIDE_ANY,
    PP_SIDE_COUNCIL,
    PP_SIDE_BODY,
    PP_SIDE_FIRM /* a body, and no union */
} pp_i_side_kind;

/* What kind of side goes with a title, by its words: a minister has a state. */
pp_i_side_kind pp_i_names_side_kind(pp_text role);

/* "Harbour City Council", and no security council. */
bool pp_i_offices_is_town_council(const pp_i_draft_entity *draft);

/* The state in whose capital the bearer of the title at `index` says something; or PP_NONE. */
size_t pp_i_offices_side_of_capital(const pp_i_finder *finder, size_t index);

/* The side of the title at `index` that was spoken of right before it; or PP_NONE; `of_people`
 * where it is the head of a people, and of no firm. */
size_t pp_i_offices_side_before(pp_i_finder *finder, size_t index, pp_i_side_kind kind,
                                bool of_people);

/* Whom a heading names alone, of the part of the report in which the title stands; or PP_NONE. */
size_t pp_i_offices_side_of_heading(const pp_i_finder *finder, size_t index, pp_i_side_kind kind);

#endif
