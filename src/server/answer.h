/* answer.h: what a request asks becomes the text of an answer. Nothing here knows of HTTP either.
 */
#ifndef PP_SERVER_ANSWER_H
#define PP_SERVER_ANSWER_H

#include "server/request.h"

typedef struct pp_answer {
    int code;         /* as HTTP numbers them */
    const char *type; /* of the text */
    char *text;       /* owned by the caller (pp_report_free) */
} pp_answer;

/* Answers `POST api/NAME` about the case. A failure is an answer too: JSON with its message. The
 * text is null where memory ran out. */
pp_answer pp_answer_api(const pp_case *the_case, const char *name, const char *body, size_t length,
                        const pp_control *control);

/* The page, with the answers of the case as it is that take least time. */
pp_answer pp_answer_page(const pp_case *the_case, const pp_control *control);

/* What is sent where memory has run out: an error like any other. */
extern const char pp_answer_no_memory[];

/* {"error": {"message", "hint"}} */
pp_answer pp_answer_error(int code, const char *message, const char *hint);

#endif
