/* packages.c: see packages.h. */
#include "report/packages.h"

enum { PACKAGE_WIDTH_MIN = 16, ISSUE_WIDTH_MIN = 18 };

static bool all_share(const uint16_t *const *packages, size_t count, size_t issue)
{
    for (size_t i = 1; i < count; i++)
        if (packages[i][issue] != packages[0][issue])
            return false;
    return count > 1;
}

void pp_i_packages_table(pp_i_page *page, const pp_case *the_case,
                         const uint16_t *const *packages, const char *const *titles, size_t count,
                         size_t indent)
{
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, count + 1, 1);
    if (!table.failed) {
        table.grid = count > 1;
        table.columns[0] = (pp_i_column){.title = "Issue", .width_min = ISSUE_WIDTH_MIN};
        for (size_t i = 0; i < count; i++)
            table.columns[i + 1] =
                (pp_i_column){.title = titles[i], .width_min = PACKAGE_WIDTH_MIN};
    }
    for (size_t issue = 0; issue < the_case->issue_count; issue++) {
        const pp_i_issue *row = &the_case->issues[issue];
        bool alike = all_share(packages, count, issue);
        pp_i_text_table_add(&table, pp_i_page_safe(page, row->title));
        for (size_t i = 0; i < count; i++) {
            const char *option = pp_i_words_option(page, row, packages[i][issue], false);
            pp_i_text_table_add(&table, alike ? pp_i_page_format(page, PP_RICH_DIM "%s", option)
                                         : option);
        }
    }
    pp_i_page_table(page, indent, &table);
}
