/* parts.h: what the reader of GENIUS files shares between its files; used by this folder alone. */
#ifndef PP_EXCHANGE_GENIUS_PARTS_H
#define PP_EXCHANGE_GENIUS_PARTS_H

#include "exchange/genius/genius.h"

/* Of libxml2, so that this header does without its own. */
typedef struct _xmlNode xmlNode;
typedef struct _xmlDoc xmlDoc;

typedef struct pp_i_genius {
    pp_i_arena *arena;
    pp_i_diagnostics *diagnostics;
    pp_i_scenario *scenario;
    pp_i_scenario_issue *issues;
    bool no_memory;
} pp_i_genius;

/* document.c: the file as a tree, mended where it must be; null after a diagnostic. */
xmlDoc *pp_i_genius_parse(pp_i_genius *reader, const pp_i_exchange_file *file);

/* The next element after `node` (the root itself first) in the order of the document, below `root`,
 * called `name`; null: no more. */
xmlNode *pp_i_genius_next(xmlNode *root, xmlNode *node, const char *name);
/* The first element child called `name`, or the next such sibling of `after`. */
xmlNode *pp_i_genius_child(const xmlNode *parent, const xmlNode *after, const char *name);

/* An attribute's text, copied; empty where there is none. */
pp_text pp_i_genius_attribute(pp_i_genius *reader, xmlNode *node, const char *name);
/* An attribute as an exact number; false after a diagnostic, or, without `needed`, where there is none
 * or "null". */
bool pp_i_genius_number(pp_i_genius *reader, xmlNode *node, const char *name, bool needed,
                        pp_i_number *number);
bool pp_i_genius_integer(pp_i_genius *reader, xmlNode *node, const char *name, int64_t *integer);

/* A diagnostic at a node. */
void pp_i_genius_say(pp_i_genius *reader, pp_severity severity, const xmlNode *node,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

/* domain.c: the issues. */
void pp_i_genius_domain(pp_i_genius *reader, xmlNode *root);
/* The place of the issue with an index, or SIZE_MAX. */
size_t pp_i_genius_issue(const pp_i_genius *reader, int64_t index);
/* profile.c: one party. */
void pp_i_genius_profile(pp_i_genius *reader, xmlNode *root, pp_i_scenario_profile *profile);
/* boxes.c: a nonlinear profile. */
void pp_i_genius_boxes(pp_i_genius *reader, xmlNode *root, pp_i_scenario_profile *profile);

#endif
