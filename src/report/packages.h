/* packages.h: packages as tables, issues by packages. */
#ifndef PP_REPORT_PACKAGES_H
#define PP_REPORT_PACKAGES_H

#include "report/words.h"

/* A column for each package, titled `titles[i]`, for the issues on which they differ; then the issues
 * that all of them settle alike. */
void pp_i_packages_table(pp_i_page *page, const pp_case *the_case,
                         const uint16_t *const *packages, const char *const *titles, size_t count,
                         size_t indent);

#endif
