/*
 * brief_markdown.c: a brief as Markdown that CommonMark and pandoc read alike: headings, lists and
 * pipe tables; no text of a case can become markup. The parts are those of the page.
 */
#include "report/brief_markdown.h"

#include <stdarg.h>
#include <stdio.h>

#include "report/quotes.h"

/* What could begin or end markup, in either dialect. */
static bool is_markup(char c)
{
    return c != '\0' && strchr("\\`*_{}[]<>#|~$^@&!", c) != NULL;
}

const char *pp_i_md(pp_i_page *page, const char *rich)
{
    pp_i_builder out;
    pp_i_builder_init(&out, page->arena);
    for (const char *c = rich; *c != '\0'; c++) {
        if (*c >= PP_RICH_PLAIN[0] && *c <= PP_RICH_CYAN[0])
            continue;
        if (is_markup(*c))
            pp_i_builder_add_byte(&out, '\\');
        pp_i_builder_add_byte(&out, *c == '\n' ? ' ' : *c);
    }
    return pp_i_page_take(page, &out);
}

const char *pp_i_md_text(pp_i_page *page, pp_text text)
{
    return pp_i_md(page, pp_i_page_safe(page, text));
}

void pp_i_md_add(pp_i_page *page, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = length < 0 ? NULL : pp_i_arena_alloc(page->arena, (size_t)length + 1);
    if (text == NULL)
        pp_i_page_fail(page);
    else
        vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    if (text != NULL)
        pp_i_builder_add_string(&page->out, text);
}

void pp_i_md_statement(pp_i_page *page, const pp_brief *brief, size_t statement, const char *lead)
{
    const pp_case *the_case = brief->the_case;
    const pp_i_statement *said = &the_case->statements[statement];
    const char *about = said->about.node_count > 0
                            ? pp_i_words_formula(page, the_case, &said->about)
                            : pp_i_page_safe(page, said->topic);
    const char *standing = pp_i_quotes_standing(page, the_case, statement, brief->position.date);
    pp_i_md_add(page, "%s%s: %s", lead,
                pp_i_md(page, pp_i_words_act(page, the_case, said, said->party)),
                pp_i_md(page, about));
    if (said->condition.node_count > 0)
        pp_i_md_add(page, ", on the condition: %s",
                    pp_i_md(page, pp_i_words_formula(page, the_case, &said->condition)));
    if (said->quote.length > 0)
        pp_i_md_add(page, " — “%s”", pp_i_md_text(page, said->quote));
    pp_i_md_add(page, " (%s", pp_i_words_date(page, said->date));
    if (said->source != PP_NONE)
        pp_i_md_add(page, "; %s",
                    pp_i_md(page, pp_i_quotes_source(page, &the_case->sources[said->source])));
    pp_i_md_add(page, "%s%s)\n", standing[0] == '\0' ? "" : "; ", pp_i_md(page, standing));
}

static const char *line_words(pp_i_page *page, const pp_brief *brief, size_t red_line)
{
    const pp_i_red_line *line = &brief->the_case->red_lines[red_line];
    return pp_i_page_format(
        page, "**%s**, %s%s: %s", pp_i_md_text(page, brief->the_case->parties[line->party].name),
        line->unclear ? "unclear" : "firm", line->because_count == 0 ? ", assumed" : "",
        pp_i_md(page, pp_i_words_formula(page, brief->the_case, &line->holds)));
}

void pp_i_md_red_line(pp_i_page *page, const pp_brief *brief, size_t red_line)
{
    const pp_i_red_line *line = &brief->the_case->red_lines[red_line];
    pp_i_md_add(page, "- %s\n", line_words(page, brief, red_line));
    if (line->because_count == 0)
        pp_i_md_add(page, "    - An assumption: no statement bears this.\n");
    for (size_t i = 0; i < line->because_count; i++)
        pp_i_md_statement(page, brief, line->because[i], "    - ");
}

/* How many red lines count of those who are asked, and how many of these are unclear. */
static void say_counting(pp_i_page *page, const pp_brief *brief)
{
    const pp_zone *zone = brief->zone;
    size_t count = 0, unclear = 0;
    for (size_t i = 0; i < zone->counting_count; i++) {
        const pp_i_red_line *line = &brief->the_case->red_lines[zone->counting[i]];
        if (!zone->consents_needed[line->party])
            continue;
        count++;
        unclear += line->unclear ? 1 : 0;
    }
    pp_i_md_add(
        page, "%s, and %zu of them %s unclear and counted as real.\n",
        pp_i_words_count(page, count, "red line of theirs counts", "red lines of theirs count"),
        unclear, unclear == 1 ? "is" : "are");
}

static void say_incomplete(pp_i_page *page, const pp_brief *brief)
{
    pp_i_brief_stopped answers[PP_BRIEF_ANSWER_COUNT];
    pp_i_brief_stopped_parts(brief, answers);
    for (size_t i = 0; i < PP_BRIEF_ANSWER_COUNT; i++)
        for (size_t j = 0; j < answers[i].count; j++)
            pp_i_md_add(page, "\nNot complete: %s; %s.\n", answers[i].parts[j].part,
                        pp_i_md(page, pp_i_words_why(page, answers[i].parts[j].why)));
}

static void say_verdict(pp_i_page *page, const pp_brief *brief)
{
    const pp_zone *zone = brief->zone;
    const char *answer = zone->verdict == PP_VERDICT_SOME   ? "An agreement is possible"
                         : zone->verdict == PP_VERDICT_NONE ? "No agreement is possible"
                                                            : "Whether an agreement is possible "
                                                              "was not settled within the limits";
    pp_i_md_add(page, "# %s\n\n", pp_i_md_text(page, brief->the_case->title));
    if (brief->position.date != 0)
        pp_i_md_add(page, "As of %s.\n\n", pp_i_words_date(page, brief->position.date));
    pp_i_md_add(page, "**%s%s.** ", answer,
                zone->verdict == PP_VERDICT_UNKNOWN ? "" : " under the stated red lines");
    pp_i_md_add(page, "%s packages can be made; %s satisfy every link; %s are agreements. %s. ",
                pp_i_words_number(page, zone->packages), pp_i_words_number(page, zone->feasible),
                pp_i_words_number(page, zone->agreements),
                pp_i_md(page, pp_i_words_consent(page, brief->the_case)));
    say_counting(page, brief);
    if (zone->readings_total != NULL && zone->unclear_count > 0)
        pp_i_md_add(
            page,
            "\nIf unclear red lines may or may not be real, an agreement exists in %s of %s "
            "readings.\n",
            pp_i_words_number(page, zone->readings_with_agreement),
            pp_i_words_number(page, zone->readings_total));
    say_incomplete(page, brief);
    if (brief->the_case->review_count > 0)
        pp_i_md_add(
            page,
            "\n**Not reviewed yet.** %s may change this answer; see *Still to be looked at*.\n",
            pp_i_words_count(page, brief->the_case->review_count, "open question",
                             "open questions"));
}

static void say_blocking(pp_i_page *page, const pp_brief *brief)
{
    const pp_zone *zone = brief->zone;
    if (zone->blocking_count == 0)
        return;
    pp_i_md_add(page, "\n## What stands in the way\n\nThe red lines of each conflict cannot all "
                      "hold; to reach an agreement, every conflict has to lose one.\n");
    for (size_t i = 0; i < zone->blocking_count; i++) {
        pp_i_md_add(page, "\n### Conflict %zu\n\n", i + 1);
        for (size_t j = 0; j < zone->blocking[i].count; j++)
            pp_i_md_red_line(page, brief, zone->blocking[i].red_lines[j]);
    }
}

static void say_concessions(pp_i_page *page, const pp_brief *brief)
{
    const pp_zone *zone = brief->zone;
    if (zone->concession_count == 0)
        return;
    pp_i_md_add(page, "\n## What would open it\n\nEach way opens an agreement by itself, and "
                      "nothing in it can be left out.\n");
    for (size_t i = 0; i < zone->concession_count; i++) {
        const pp_red_line_set *way = &zone->concessions[i];
        pp_i_md_add(
            page, "\n### Way %zu: %s opened\n\n", i + 1,
            way->opens == NULL ? "agreements"
            : strcmp(way->opens, "1") == 0
                ? "1 agreement"
                : pp_i_page_format(page, "%s agreements", pp_i_words_number(page, way->opens)));
        for (size_t j = 0; j < way->count; j++)
            pp_i_md_add(page, "- %s\n", line_words(page, brief, way->red_lines[j]));
        if (way->package == NULL)
            continue;
        pp_i_md_add(page, "\nFor example:\n\n");
        for (size_t j = 0; j < brief->the_case->issue_count; j++)
            pp_i_md_add(page, "- %s: %s\n", pp_i_md_text(page, brief->the_case->issues[j].title),
                        pp_i_md(page, pp_i_words_option(page, &brief->the_case->issues[j],
                                                        way->package[j], false)));
    }
}

static void say_readings(pp_i_page *page, const pp_brief *brief)
{
    const pp_zone *zone = brief->zone;
    if (zone->unclear_count == 0 || zone->decisive == NULL)
        return;
    pp_i_md_add(page, "\n## What most needs to be found out\n\nAn unclear red line decides in a "
                      "reading where taking it as real or not changes whether an agreement "
                      "exists.\n\n| Unclear red line | Decides in |\n|:---|---:|\n");
    for (size_t i = 0; i < zone->unclear_count; i++)
        pp_i_md_add(page, "| %s | %s |\n", line_words(page, brief, zone->decisive[i].red_line),
                    pp_i_words_share(page, zone->decisive[i].share));
}

void pp_i_brief_markdown(pp_i_page *page, const pp_brief *brief)
{
    say_verdict(page, brief);
    say_blocking(page, brief);
    say_concessions(page, brief);
    pp_i_md_agreements(page, brief);
    pp_i_md_deals(page, brief);
    pp_i_md_stable(page, brief);
    say_readings(page, brief);
    pp_i_md_ask(page, brief);
    pp_i_md_positions(page, brief);
    pp_i_md_timeline(page, brief);
    pp_i_md_rest(page, brief);
}
