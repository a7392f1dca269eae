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

/* Issues that all settle alike, or the others. */
static const size_t *find_issues(pp_i_page *page, const pp_case *the_case,
                                 const uint16_t *const *packages, size_t count, bool alike,
                                 size_t *found_count)
{
    size_t *issues = PP_NEW_ARRAY(page->arena, size_t, the_case->issue_count);
    *found_count = 0;
    if (issues == NULL)
        pp_i_page_fail(page);
    for (size_t i = 0; issues != NULL && i < the_case->issue_count; i++)
        if (all_share(packages, count, i) == alike)
            issues[(*found_count)++] = i;
    return issues;
}

static const char *key_of(pp_i_page *page, const pp_i_packages_words *words, size_t package)
{
    return words->keys != NULL ? words->keys[package]
                               : pp_i_page_format(page, "%zu", package + 1);
}

/* Whichever of packages and issues are fewer are the columns. */
static void print_different(pp_i_page *page, const pp_case *the_case,
                            const uint16_t *const *packages, const pp_i_packages_words *words,
                            size_t count, size_t indent)
{
    size_t issue_count;
    const size_t *issues = find_issues(page, the_case, packages, count, false, &issue_count);
    if (issue_count == 0)
        return;
    bool by_issue = issue_count < count;
    size_t columns = by_issue ? issue_count : count, rows = by_issue ? count : issue_count;
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, columns + 1, 1);
    if (table.failed) {
        pp_i_page_fail(page);
        return;
    }
    table.grid = !by_issue;
    table.columns[0] = (pp_i_column){.title = by_issue ? words->key : "Issue", .right = by_issue};
    for (size_t i = 0; i < columns; i++)
        table.columns[i + 1] = (pp_i_column){
            .title = by_issue ? pp_i_page_safe(page, the_case->issues[issues[i]].title)
                              : pp_i_page_format(page, "%s %s", words->key,
                                                 key_of(page, words, i)),
            .width_min = PACKAGE_WIDTH_MIN};
    for (size_t r = 0; r < rows; r++) {
        pp_i_text_table_add(&table, by_issue
                                        ? key_of(page, words, r)
                                        : pp_i_page_safe(page, the_case->issues[issues[r]].title));
        for (size_t i = 0; i < columns; i++) {
            size_t issue = issues[by_issue ? i : r];
            pp_i_text_table_add(&table,
                                pp_i_words_option(page, &the_case->issues[issue],
                                                  packages[by_issue ? r : i][issue], false));
        }
    }
    pp_i_page_table(page, indent, &table);
}

static void print_alike(pp_i_page *page, const pp_case *the_case, const uint16_t *const *packages,
                        const pp_i_packages_words *words, size_t count, size_t indent)
{
    size_t issue_count;
    const size_t *issues = find_issues(page, the_case, packages, count, true, &issue_count);
    if (issue_count == 0)
        return;
    if (issue_count < the_case->issue_count)
        pp_i_page_blank(page);
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 2, 2);
    if (!table.failed) {
        table.columns[0] = (pp_i_column){.title = "Issue"};
        table.columns[1] = (pp_i_column){.title = count > 1 ? words->alike : "Option"};
    }
    for (size_t i = 0; i < issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[issues[i]];
        pp_i_text_table_add(&table, pp_i_page_safe(page, issue->title));
        pp_i_text_table_add(&table, pp_i_words_option(page, issue, packages[0][issues[i]], false));
    }
    pp_i_page_table(page, indent, &table);
}

void pp_i_packages_table(pp_i_page *page, const pp_case *the_case, const uint16_t *const *packages,
                         const pp_i_packages_words *words, size_t count, size_t indent)
{
    if (count == 0)
        return;
    print_different(page, the_case, packages, words, count, indent);
    print_alike(page, the_case, packages, words, count, indent);
}
