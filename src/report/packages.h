/* packages.h: packages as tables, issues by packages. */
#ifndef PP_REPORT_PACKAGES_H
#define PP_REPORT_PACKAGES_H

#include "report/words.h"

typedef struct pp_i_packages_words {
    const char *key;   /* what the packages are numbered as: "Way" */
    const char *const *keys; /* their own numbers; null: 1, 2, ... */
    const char *alike; /* over the options that they share: "In all of them" */
} pp_i_packages_words;

/* The issues on which `count` packages differ, then those that all of them settle alike. */
void pp_i_packages_table(pp_i_page *page, const pp_case *the_case, const uint16_t *const *packages,
                         const pp_i_packages_words *words, size_t count, size_t indent);

#endif
