/* brief_markdown.h: the parts of a brief as Markdown; each is left out where there is no data. */
#ifndef PP_REPORT_BRIEF_MARKDOWN_H
#define PP_REPORT_BRIEF_MARKDOWN_H

#include "report/brief.h"
#include "report/words.h"

/* Rich text, or text of the case, with everything escaped that could be markup. Never null. */
const char *pp_i_md(pp_i_page *page, const char *rich);
const char *pp_i_md_text(pp_i_page *page, pp_text text);
/* Adds Markdown as by printf. */
void pp_i_md_add(pp_i_page *page, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A list item: who said what, the words, when and where; `lead` begins the line. */
void pp_i_md_statement(pp_i_page *page, const pp_brief *brief, size_t statement, const char *lead);
/* A list item: a red line with the statements that bear it. */
void pp_i_md_red_line(pp_i_page *page, const pp_brief *brief, size_t red_line);

void pp_i_md_agreements(pp_i_page *page, const pp_brief *brief);
void pp_i_md_deals(pp_i_page *page, const pp_brief *brief);
void pp_i_md_stable(pp_i_page *page, const pp_brief *brief);
void pp_i_md_ask(pp_i_page *page, const pp_brief *brief);
void pp_i_md_positions(pp_i_page *page, const pp_brief *brief);
void pp_i_md_timeline(pp_i_page *page, const pp_brief *brief);
/* Assumptions, links, sources, method and limits. */
void pp_i_md_rest(pp_i_page *page, const pp_brief *brief);

#endif
