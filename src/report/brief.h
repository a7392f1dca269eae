/*
 * brief.h: a brief: the answers about one case under one question; see pourparler/brief.h.
 */
#ifndef PP_REPORT_BRIEF_H
#define PP_REPORT_BRIEF_H

#include "pourparler/brief.h"
#include "report/answers.h"
#include "report/json.h"

struct pp_brief {
    pp_i_arena arena; /* of the position */
    const pp_case *the_case;
    pp_question question; /* borrowed texts */
    pp_i_position position;
    pp_check *check;
    pp_zone *zone;
    pp_deals *deals;   /* null: no preferences, or a limit stopped it */
    pp_stable *stable; /* null: nobody who can move has preferences, or there are too many states */
    pp_ask *ask;       /* null: nothing is unknown, or a limit stopped it */
};

/* What a limit stopped, of each answer. */
typedef struct pp_i_brief_stopped {
    const pp_incomplete *parts;
    size_t count;
} pp_i_brief_stopped;
enum { PP_BRIEF_ANSWER_COUNT = 5 };
void pp_i_brief_stopped_parts(const pp_brief *brief,
                              pp_i_brief_stopped answers[PP_BRIEF_ANSWER_COUNT]);
size_t pp_i_brief_incomplete_count(const pp_brief *brief);

/* The answers as one JSON object; with `workbench` it says that a server answers. Malloc'ed, or
 * null where memory ran out. */
char *pp_i_brief_json(const pp_brief *brief, const pp_report_options *options, bool workbench);

/* What the other answers leave to the case: its sources with their words, formulas in words, who
 * has to consent, preferences, links, assumptions. */
json_t *pp_i_brief_about(pp_i_json *json, const pp_brief *brief);
/* {source: [{start, text}]}: whole where it is short, else what stands around the quotations. */
json_t *pp_i_brief_words(pp_i_json *json, const pp_case *the_case, size_t source);

/* Rich text without its marks. */
json_t *pp_i_brief_plain(const char *rich);

/* The page around `json`. */
void pp_i_brief_page(pp_i_builder *out, const char *json, bool workbench);

void pp_i_brief_markdown(pp_i_page *page, const pp_brief *brief);

#endif
