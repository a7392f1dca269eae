/* packages.c: see packages.h. */
#include "report/packages.h"

enum { PACKAGE_WIDTH_MIN = 16 };

static bool all_share(const uint16_t *const *packages, size_t count, size_t issue)
{
    for (size_t i = 1; i < count; i++)
        if (packages[i][issue] != packages[0][issue])
            return false;
    return true;
}

/* The issues that all settle alike (`alike`), or the others; false where there are none. */
static bool print_part(pp_i_page *page, const pp_case *the_case, const uint16_t *const *packages,
                       const char *const *titles, size_t count, size_t indent, bool alike)
{
    size_t columns = alike ? 1 : count;
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, columns + 1, 1);
    if (!table.failed)
        table.columns[0] = (pp_i_column){.title = "Issue"};
    for (size_t i = 0; !table.failed && i < columns; i++)
        table.columns[i + 1] = (pp_i_column){
            .title = alike ? count > 1 ? "In all of them" : "Option" : titles[i],
            .width_min = PACKAGE_WIDTH_MIN};
    for (size_t issue = 0; issue < the_case->issue_count; issue++) {
        const pp_i_issue *row = &the_case->issues[issue];
        if (all_share(packages, count, issue) != alike)
            continue;
        pp_i_text_table_add(&table, pp_i_page_safe(page, row->title));
        for (size_t i = 0; i < columns; i++)
            pp_i_text_table_add(&table,
                                pp_i_words_option(page, row, packages[i][issue], false));
    }
    if (pp_i_text_table_row_count(&table) == 0)
        return false;
    table.grid = columns > 1;
    pp_i_page_table(page, indent, &table);
    return true;
}

void pp_i_packages_table(pp_i_page *page, const pp_case *the_case,
                         const uint16_t *const *packages, const char *const *titles, size_t count,
                         size_t indent)
{
    if (count == 0)
        return;
    if (count > 1 && print_part(page, the_case, packages, titles, count, indent, false))
        pp_i_page_blank(page);
    print_part(page, the_case, packages, titles, count, indent, true);
}
