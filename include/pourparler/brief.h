/*
 * brief.h: the whole analysis of a case under one question, to be handed out or looked through:
 * what `check`, `show`, `zone`, `deals`, `stable` and `ask` answer, with the words of the sources.
 */
#ifndef POURPARLER_BRIEF_H
#define POURPARLER_BRIEF_H

#include "pourparler/question.h"
#include "pourparler/report.h"

typedef struct pp_brief pp_brief;

typedef enum pp_brief_format {
    PP_BRIEF_JSON,
    PP_BRIEF_MARKDOWN,
    PP_BRIEF_PAGE,     /* one HTML file that asks nothing of any network */
    PP_BRIEF_WORKBENCH /* the same page, which asks the server that it came from */
} pp_brief_format;

/* All fields may be left zero. */
typedef struct pp_brief_options {
    pp_question question; /* what it points to is borrowed until the brief is freed */
    bool quick;           /* leave out what takes longest: `deals`, `stable` and `ask` */
} pp_brief_options;

/*
 * Computes the answers. `options`, `control` and `error` may be null; the question and what it
 * points to are borrowed until the brief is freed. `*brief` is owned by the caller (pp_brief_free);
 * it borrows the case. A limit gives PP_OK with what is known; each answer says what of it is not
 * whole. What a case has no data for is left out. Cost: that of the answers. Errors: ARGUMENT
 * (unknown id, bad formula or date), MEMORY.
 */
PP_API pp_status pp_brief_solve(const pp_case *the_case, const pp_brief_options *options,
                                const pp_control *control, pp_brief **brief, pp_error *error);

/* How many parts of its answers are not whole. */
PP_API size_t pp_brief_incomplete_count(const pp_brief *brief);
PP_API void pp_brief_free(pp_brief *brief);

/* Is the page there? False where the library was built without it. */
PP_API bool pp_brief_has_page(void);

/* The brief as NUL-terminated UTF-8, owned by the caller (pp_report_free). `options` may be null.
 * Errors: SYSTEM (the page was left out of this build; the message says why), MEMORY. */
PP_API pp_status pp_report_brief(const pp_brief *brief, pp_brief_format format,
                                 const pp_report_options *options, char **text, pp_error *error);

#endif
