/* brief_markdown_parts.c: packages, timeline, sources and method; see brief_markdown.h.
 */

#include "report/brief_markdown.h"

enum { POINT_COUNT_SHOWN_MAX = 20 };

/* A row for each issue, a column for each of `count` packages. */
static void add_packages(pp_i_page *page, const pp_case *the_case, const uint16_t *const *packages,
                         size_t count)
{
    pp_i_md_add(page, "\n| Issue |");
    for (size_t i = 0; i < count; i++)
        pp_i_md_add(page, " %zu |", i + 1);
    pp_i_md_add(page, "\n|:---|");
    for (size_t i = 0; i < count; i++)
        pp_i_md_add(page, ":---|");
    for (size_t j = 0; j < the_case->issue_count; j++) {
        const pp_i_issue *issue = &the_case->issues[j];
        pp_i_md_add(page, "\n| %s |", pp_i_md_text(page, issue->title));
        for (size_t i = 0; i < count; i++)
            pp_i_md_add(page, " %s |",
                        pp_i_md(page, pp_i_words_option(page, issue, packages[i][j], false)));
    }
    pp_i_md_add(page, "\n");
}

static void add_shares(pp_i_page *page, const pp_brief *brief)
{
    if (brief->zone->shares == NULL)
        return;
    pp_i_md_add(page, "\n### How often each option occurs in the agreements\n\n"
                      "| Issue | Option | Share |\n|:---|:---|---:|\n");
    for (size_t i = 0; i < brief->the_case->issue_count; i++) {
        const pp_i_issue *issue = &brief->the_case->issues[i];
        for (size_t j = 0; j < issue->option_count; j++)
            pp_i_md_add(page, "| %s | %s | %s |\n", pp_i_md_text(page, issue->title),
                        pp_i_md(page, pp_i_words_option(page, issue, j, false)),
                        pp_i_words_share(page, brief->zone->shares[i][j]));
    }
}

void pp_i_md_agreements(pp_i_page *page, const pp_brief *brief)
{
    const pp_zone *zone = brief->zone;
    if (zone->witness_count == 0)
        return;
    pp_i_md_add(page, "\n## Agreements\n\nThe first %s of %s, in the order of their codes.\n",
                pp_i_words_number(page, pp_i_page_format(page, "%zu", zone->witness_count)),
                pp_i_words_number(page, zone->agreements));
    add_packages(page, brief->the_case, zone->witnesses, zone->witness_count);
    add_shares(page, brief);
}

static void add_values(pp_i_page *page, const pp_brief *brief, size_t count)
{
    const pp_deals *deals = brief->deals;
    pp_i_md_add(page, "\n| Package |");
    for (size_t i = 0; i < deals->party_count; i++)
        pp_i_md_add(page, " %s |",
                    pp_i_md_text(page, brief->the_case->parties[deals->parties[i].party].name));
    pp_i_md_add(page, "\n|:---|");
    for (size_t i = 0; i < deals->party_count; i++)
        pp_i_md_add(page, "---:|");
    for (size_t i = 0; i < count; i++) {
        pp_i_md_add(page, "\n| %zu |", i + 1);
        for (size_t j = 0; j < deals->party_count; j++)
            pp_i_md_add(page, " %.3g |", deals->points[i].values[j]);
    }
    pp_i_md_add(page, "\n");
}

void pp_i_md_deals(pp_i_page *page, const pp_brief *brief)
{
    const pp_deals *deals = brief->deals;
    if (deals == NULL || deals->point_count == 0)
        return;
    size_t count =
        deals->point_count < POINT_COUNT_SHOWN_MAX ? deals->point_count : POINT_COUNT_SHOWN_MAX;
    const uint16_t **packages = PP_NEW_ARRAY(page->arena, const uint16_t *, count);
    if (packages == NULL) {
        pp_i_page_fail(page);
        return;
    }
    for (size_t i = 0; i < count; i++)
        packages[i] = deals->points[i].package;
    pp_i_md_add(page, "\n## Packages that nobody could better at nobody's cost\n\n");
    if (deals->considered == PP_CONSIDERED_FEWEST_BROKEN)
        pp_i_md_add(page, "There is no agreement; these are the packages that break the fewest red "
                          "lines. ");
    pp_i_md_add(page, "%zu of %zu are listed.%s\n", count, deals->point_count,
                deals->estimated ? " Values are estimates, the mean of all values that the known "
                                   "orders admit."
                                 : "");
    add_packages(page, brief->the_case, packages, count);
    add_values(page, brief, count);
}

void pp_i_md_timeline(pp_i_page *page, const pp_brief *brief)
{
    const pp_case *the_case = brief->the_case;
    size_t count;
    const size_t *order = pp_i_position_timeline(&brief->position, page->arena, &count);
    if (order == NULL) {
        pp_i_page_fail(page);
        return;
    }
    int before = 0; /* undated statements, which come first, are no part of it */
    for (size_t i = 0; i < count; i++) {
        const pp_i_statement *statement = &the_case->statements[order[i]];
        if (statement->date == 0)
            continue;
        if (before == 0)
            pp_i_md_add(page, "\n## Who said what when\n");
        if (statement->date != before)
            pp_i_md_add(page, "\n### %s\n\n", pp_i_words_date(page, statement->date));
        before = statement->date;
        pp_text name = the_case->parties[statement->party].name;
        pp_i_md_statement(page, brief, order[i],
                          pp_i_page_format(page, "- **%s**: ", pp_i_md_text(page, name)));
    }
}

static void add_sources(pp_i_page *page, const pp_case *the_case)
{
    if (the_case->source_count > 0)
        pp_i_md_add(page, "\n## Sources\n\n");
    for (size_t i = 0; i < the_case->source_count; i++) {
        const pp_i_source *source = &the_case->sources[i];
        pp_text title = source->title.length > 0 ? source->title : source->id;
        pp_i_md_add(page, "- %s (%s): ", pp_i_md_text(page, title), pp_i_md_text(page, source->id));
        if (source->date != 0)
            pp_i_md_add(page, "%s, ", pp_i_words_date(page, source->date));
        if (source->grade_given)
            pp_i_md_add(page, "grade %c%c\n", source->grade_source, source->grade_information);
        else
            pp_i_md_add(page, "not graded\n");
    }
}

void pp_i_md_rest(pp_i_page *page, const pp_brief *brief)
{
    const pp_case *the_case = brief->the_case;
    if (the_case->assumption_count + the_case->link_count > 0)
        pp_i_md_add(page, "\n## What this rests on, beside what was said\n\n");
    for (size_t i = 0; i < the_case->assumption_count; i++)
        pp_i_md_add(page, "- %s\n", pp_i_md_text(page, the_case->assumptions[i].says));
    for (size_t i = 0; i < the_case->link_count; i++) {
        const pp_i_link *link = &the_case->links[i];
        pp_i_md_add(page, "- Link: %s",
                    pp_i_md(page, pp_i_words_formula(page, the_case, &link->rule)));
        if (link->why.length > 0)
            pp_i_md_add(page, " — %s", pp_i_md_text(page, link->why));
        pp_i_md_add(page, "\n");
    }
    if (the_case->review_count > 0)
        pp_i_md_add(page, "\n## Still to be looked at\n\n");
    for (size_t i = 0; i < the_case->review_count; i++)
        pp_i_md_add(page, "- %s — %s\n", pp_i_md_text(page, the_case->reviews[i].what),
                    pp_i_md_text(page, the_case->reviews[i].why));
    add_sources(page, the_case);
    pp_i_md_add(page,
                "\n## Method and limits\n\n"
                "A package is an agreement when it satisfies every link and every red line of the "
                "parties whose consent is needed. All packages are looked at, by an exact method "
                "(%s); none is sampled, and red lines are never averaged. What no source says is "
                "not in this analysis. Whether words make a red line, and whether it is firm, is a "
                "judgement of whoever wrote the case, to be checked against the quotation. The "
                "answer holds for the issues and options named here, and for no others.\n\n"
                "Made with pourparler %s.\n",
                brief->zone->engine, PP_VERSION);
}
