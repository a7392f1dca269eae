/* parts.h: what is looked for, one file each; checking.c asks for all of it. */
#ifndef PP_METHOD_CHECKING_PARTS_H
#define PP_METHOD_CHECKING_PARTS_H

#include "method/checking/checking.h"
#include "method/contradiction.h"

typedef struct pp_i_checking {
    pp_i_job job;
    pp_i_model model;
    pp_check *check;
    bool contradictory; /* no package satisfies every link */
} pp_i_checking;

/* Arguments for "%.*s". */
#define PP_I_WORDS(text) (int)(text).length, (text).data

/* Links that contradict one another, or never bind. Sets work->contradictory. */
pp_status pp_i_check_links(pp_i_checking *work);
/* Red lines that say nothing or too much, and those of one party that cannot all hold. */
pp_status pp_i_check_red_lines(pp_i_checking *work);
/* Preferences that go in a circle, or that no profile satisfies. */
pp_status pp_i_check_preferences(pp_i_checking *work);
/* A smallest set of one party's preferences that no profile satisfies; where none goes in a circle. */
pp_status pp_i_check_preference_conflict(pp_i_checking *work, const pp_i_preference *of);
/* Statements that say the opposite of another by the same party at the same time. */
pp_status pp_i_check_statements(pp_i_checking *work);
/* Parts that do nothing. */
pp_status pp_i_check_idle(pp_i_checking *work);

/* Adds "`s1` (line 12: "words")" for a statement; long words are cut. */
void pp_i_check_say_statement(pp_i_builder *builder, const pp_case *the_case, size_t statement);

/* Words on one line, for a message; where memory has run out the diagnostics say so later. */
const char *pp_i_check_line(pp_i_checking *work, pp_text words);

#endif
