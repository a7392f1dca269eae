/*
 * drafter.h: what the parts of drafting share: the case under way, its ids, and where the reading's
 * parts went in it.
 *
 * The parts return false where memory has run out, and then the draft is given up.
 */
#ifndef PP_READING_DRAFTER_H
#define PP_READING_DRAFTER_H

#include "reading/draft.h"

enum {
    PP_DRAFT_ALIAS_COUNT_MAX = 24,      /* of a party */
    PP_DRAFT_SHOWN_BYTE_COUNT_MAX = 90, /* of words shown in a reason */
    PP_DRAFT_TOPIC_BYTE_COUNT_MAX = 240,
    PP_DRAFT_ID_BYTE_COUNT_MAX = 40 /* a number may follow */
};

/* An option of the case. */
typedef struct pp_i_option_place {
    size_t issue, option; /* PP_NONE: none of the case's fits */
    bool left_out;        /* the case has no room for it, or it is nothing to agree on: */
    bool is_fact;         /* it is only denied as a fact */
} pp_i_option_place;

/* How what a statement says hangs on its condition. */
typedef enum pp_i_hanging_kind {
    PP_HANGING_NOT,
    PP_HANGING_NEEDS,    /* "would sign only if", "will not sign until": signing needs it */
    PP_HANGING_EXCLUDES, /* "would sign unless": not both */
    PP_HANGING_FOLLOWS,  /* "wants a grant if", "will refuse if": with it, the position */
    PP_HANGING_ELSE      /* "demands a grant unless": without it, the position */
} pp_i_hanging_kind;

/* The condition of a statement as the case has it. */
typedef struct pp_i_hanging {
    pp_i_hanging_kind kind;
    size_t issue;             /* or PP_NONE: the case has none for it */
    const pp_i_word *options; /* of the issue, those with which the condition is met */
    bool is_new;              /* the issue was made of the condition */
    pp_text word, other_word; /* that it shares with what the issue was before */
} pp_i_hanging;

/* Where an issue of the reading went: the case's issue, the first where it became several, and for
 * each option the case's. */
typedef struct pp_i_placed {
    size_t issue; /* or PP_NONE: into no issue */
    pp_i_option_place *options;
} pp_i_placed;

typedef struct pp_i_drafter {
    const pp_i_reading *reading;
    const pp_i_issues *issues;
    const pp_i_draft_options *options;
    const pp_case *base; /* null: a new draft */
    pp_i_arena *arena;
    pp_case made;
    PP_LIST(pp_i_source) sources;
    PP_LIST(pp_i_party) parties;
    PP_LIST(pp_i_issue) case_issues;
    PP_LIST(pp_i_statement) statements;
    PP_LIST(pp_i_red_line) red_lines;
    PP_LIST(pp_i_assumption) assumptions;
    PP_LIST(pp_i_review) reviews;
    PP_LIST(pp_i_change) changes;
    pp_i_map source_ids, party_ids, issue_ids, statement_ids, red_line_ids, assumption_ids;
    size_t *source_of;    /* for each report */
    size_t *party_of;     /* for each actor */
    pp_i_placed *placed;  /* for each issue of the reading */
    size_t *statement_of; /* for each statement of the reading */
    size_t *issue_of;
    pp_i_hanging *hanging; /* for each statement of the reading */
    bool *no_position; /* for each statement of the case: a former one, or the denial of a fact */
    size_t known_count, left_out_count;
    bool has_several_options; /* some new issue has more than yes and no */
    bool *is_bystander; /* for each party: an observer, since it neither asks nor refuses, or */
    bool *is_crowd;     /* is nobody in particular: "190 countries" */
} pp_i_drafter;

/* A fresh drafter; starts from `base` where there is one. */
bool pp_i_drafter_init(pp_i_drafter *drafter);

/* The parts, in order. Merging puts its own in the place of the third. */
bool pp_i_draft_sources(pp_i_drafter *drafter);
bool pp_i_draft_parties(pp_i_drafter *drafter);
bool pp_i_draft_issues(pp_i_drafter *drafter);
bool pp_i_draft_statements(pp_i_drafter *drafter);
bool pp_i_draft_formers(pp_i_drafter *drafter);
bool pp_i_merge_changes(pp_i_drafter *drafter);
bool pp_i_draft_conditions(pp_i_drafter *drafter);
bool pp_i_draft_red_lines(pp_i_drafter *drafter);
bool pp_i_draft_notes(pp_i_drafter *drafter);
bool pp_i_draft_speakers(pp_i_drafter *drafter);
bool pp_i_draft_groupings(pp_i_drafter *drafter);

/* draft_roles.c: for each actor that is a party, the role in which the reports name it; null where
 * memory has run out. */
pp_i_role *pp_i_draft_roles(const pp_i_drafter *drafter);

/* The role of the party of whoever is named there, in `roles`, which have one for each actor; a
 * mediator stays one. */
void pp_i_draft_note_role(const pp_i_drafter *drafter, const pp_i_report *report, size_t sentence,
                          uint32_t token, pp_i_role role, pp_i_role *roles);

/* draft_roles_told.c: those whom the sentence says to lead the talks are mediators, those whom it
 * says to be no party to them observers. False where memory has run out. */
bool pp_i_draft_told_roles(const pp_i_drafter *drafter, const pp_i_report *report, size_t sentence,
                           pp_i_role *roles);

/* draft_roles.c: makes observers of those new parties that take no position. */
bool pp_i_draft_observers(pp_i_drafter *drafter);

/* draft_former.c: what is only denied as a fact becomes no issue; asked before issues are placed.
 */
bool pp_i_draft_leave_facts(pp_i_drafter *drafter);

/* draft_former.c: asks about former positions that nothing newer replaces. */
bool pp_i_draft_ask_formers(pp_i_drafter *drafter);

/* Does a statement of the reading speak of an option's not coming about? */
static inline bool pp_i_draft_is_turned(const pp_i_drafter *drafter, size_t said)
{
    return drafter->issues->filed[said].reversed;
}

/* draft_hanging.c: how a statement of the reading hangs on its condition. */
pp_i_hanging_kind pp_i_draft_hanging_kind(const pp_i_drafter *drafter, size_t said);

/* draft_hanging.c: does a statement on a condition refuse something, or ask that it not be: "no
 * work until"? */
bool pp_i_draft_is_against(const pp_i_drafter *drafter, size_t said);

/* draft_hanging.c: does it give no red line of its own: one that ties it to its condition follows,
 * or it would come about only on a condition that the case does not have? */
bool pp_i_draft_is_tied(const pp_i_drafter *drafter, size_t said);

/* draft_hanging.c: does it say that it goes no other way, or name a deed of somebody else? "If the
 * ice holds" is neither. */
bool pp_i_draft_is_needed(const pp_i_drafter *drafter, size_t said);

/* draft_condition_titles.c: the words of a condition as a title. A pronoun that begins them is
 * named, as in a quotation: "[Upland] opens the books", "[an income test] is paired with". Empty
 * where nobody knows whom it means. */
pp_text pp_i_draft_condition_title(const pp_i_drafter *drafter, const pp_i_said *said);

/* draft_bounds.c: sets the options of the case's issue that a statement of the reading speaks of:
 * one, or of "not less than 26" all those whose amounts are within that bound. A refusal of "less
 * than 26" where none is below speaks of none; who asks for "more than 10" where none is above
 * means the next best thing, his own. */
void pp_i_draft_meant(const pp_i_drafter *drafter, size_t said, pp_i_word *options);

/* draft_bounds.c: of "offers no more than 15", "up to 15", sets the options of the case's issue
 * above that; of other statements none. */
void pp_i_draft_beyond(const pp_i_drafter *drafter, size_t said, pp_i_word *options);

/* draft_conditions.c: asks about the condition of a statement of the reading, which is `statement`
 * of the case. */
bool pp_i_draft_ask_condition(pp_i_drafter *drafter, size_t said, size_t statement);

/* draft_red_lines.c: adds the line, with an id made of `name`; false where memory has run out. */
bool pp_i_draft_add_red_line(pp_i_drafter *drafter, const char *name, pp_i_red_line line);

/* draft_implied.c: red lines of what was said on a condition that the case has: the one thing only
 * with the other. */
bool pp_i_draft_implied(pp_i_drafter *drafter);

/* draft_merge.c: words of an issue of the base and of what was said about it; `option`: of that
 * option alone. */
bool pp_i_merge_claim(const pp_i_drafter *drafter, pp_i_vocabulary_of_claims *words, size_t index,
                      size_t option, pp_i_claim *claim);

/* draft_merge.c: do preferences name whole packages, so that no issue can be added? */
bool pp_i_merge_has_packages(const pp_case *base);

/* Places the reading's issues in those of the base; the others become new ones. */
bool pp_i_merge_issues(pp_i_drafter *drafter);

/* Adds the parts of an issue of the reading that have no place yet, each as an issue of the case.
 */
bool pp_i_draft_issue(pp_i_drafter *drafter, size_t found);

/* Adds an issue with the answers no and yes, and an id of so many words; says which it is. */
bool pp_i_draft_question(pp_i_drafter *drafter, pp_text title, size_t word_count_max,
                         size_t *index);

/* --- Small things ---------------------------------------------------------------------------- */

/* Of a name every word tells; of a phrase only some. */
typedef enum pp_i_draft_id_kind { PP_DRAFT_ID_OF_NAME, PP_DRAFT_ID_OF_PHRASE } pp_i_draft_id_kind;

/* An id made of the text's words, new in `ids`, noted as `index`; empty where memory has run out.
 * `otherwise` is for a text without a word. */
pp_text pp_i_draft_id(pp_i_arena *arena, pp_i_map *ids, pp_text words, size_t word_count_max,
                      const char *otherwise, pp_i_draft_id_kind kind, size_t index);

/* The text cut to at most so many bytes, at a whole character, and for "%.*s". */
pp_text pp_i_draft_cut(pp_text text, size_t byte_count_max);
#define PP_DRAFT_SHOWN(text)                                                                       \
    (int)pp_i_draft_cut((text), PP_DRAFT_SHOWN_BYTE_COUNT_MAX).length,                             \
        ((text).length == 0 ? "" : (text).data)

/* `issue` has an option among `options` (a bit each): as = or !=, or in. */
bool pp_i_draft_formula(pp_i_drafter *drafter, size_t issue, const pp_i_word *options,
                        pp_i_formula *formula);

/* The options for which a statement's position holds, of the issue it is about; false where it has
 * none: it neither asks nor refuses, or is about more than one issue. `options` has
 * pp_i_word_count(PP_CASE_OPTION_COUNT_MAX) words. */
bool pp_i_draft_position(const pp_i_drafter *drafter, const pp_i_statement *statement,
                         size_t *issue, pp_i_word *options);

/* An entry of `review` on so many statements of the case; null where memory has run out or there
 * are enough. */
bool pp_i_draft_review(pp_i_drafter *drafter, const char *what, const char *why,
                       const size_t *statements, size_t statement_count);

#endif
