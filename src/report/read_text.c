/*
 * read_text.c: a reading for people: statements with their evidence, issue by issue, and apart from
 * them what is no position: conditions, events and the narrator's own judgements.
 */
#include "report/answers.h"
#include "report/read_view.h"
#include "report/words.h"

enum { TOLD_SHOWN_MAX = 12, REMARK_SHOWN_MAX = 20, COLUMN_COUNT = 5 };

/* From here on a statement is called so; docs/reading.md gives the shares that turned out right. */
#define CONFIDENCE_HIGH 0.8
#define CONFIDENCE_FAIR 0.6

static const char *trust_words(double confidence)
{
    if (confidence >= CONFIDENCE_HIGH)
        return PP_RICH_GREEN "high" PP_RICH_PLAIN;
    if (confidence >= CONFIDENCE_FAIR)
        return "fair";
    return PP_RICH_YELLOW "low" PP_RICH_PLAIN;
}

static const char *safe(pp_i_page *page, pp_text text)
{
    return pp_i_page_safe(page, text);
}

/* The same but for an article: "The Council" speaks for Council. */
static bool is_same_name(pp_text a, pp_text b)
{
    if (a.length > 4 && (memcmp(a.data, "The ", 4) == 0 || memcmp(a.data, "the ", 4) == 0))
        a = (pp_text){a.data + 4, a.length - 4};
    return pp_i_text_equal(a, b);
}

/* The speaker, and below the party where it is somebody else. */
static const char *who_words(pp_i_page *page, const pp_i_read_view *view, const pp_i_said *said)
{
    const char *speaker = safe(page, said->speaker);
    if (said->speaker_from.said.length > 0)
        speaker = pp_i_page_format(page, "%s " PP_RICH_DIM "(“%s”)" PP_RICH_PLAIN, speaker,
                                   safe(page, said->speaker_from.said));
    if (said->party == PP_NONE)
        return speaker;
    pp_text party = view->said->actors[said->party].name;
    if (is_same_name(said->speaker, party))
        return speaker;
    return pp_i_page_format(page, "%s\n" PP_RICH_DIM "for %s", speaker, safe(page, party));
}

/* "demands", and how firmly: "must", "hedged". */
static const char *act_words(pp_i_page *page, const pp_i_said *said)
{
    const char *strength = pp_i_strength_text(said->strength);
    if (strength[0] == '\0' && said->hedged)
        strength = "hedged";
    if (strength[0] == '\0' && said->accuses)
        strength = "an accusation";
    if (said->denies_fact)
        strength = "as untrue";
    if (said->former)
        strength = "before";
    if (said->dropped)
        strength = "let go";
    if (strength[0] == '\0')
        return pp_i_act_text(said->act);
    return pp_i_page_format(page, "%s\n" PP_RICH_DIM "%s", pp_i_act_text(said->act), strength);
}

static const char *condition_words(pp_i_marker marker)
{
    return pp_i_marker_is_negative(marker) ? "unless or until"
           : marker == PP_MARKER_RETURN    ? "in return for"
                                           : "on condition";
}

/* The words said, in the cue's company; then what they point to and on what condition. */
static const char *content_words(pp_i_page *page, const pp_i_said *said)
{
    pp_i_builder out;
    pp_i_builder_init(&out, page->arena);
    pp_i_builder_print(&out, PP_RICH_CYAN "“%s”" PP_RICH_PLAIN, safe(page, said->content.text));
    if (said->content_from.text.length > 0)
        pp_i_builder_print(&out, "\n= %s", safe(page, said->content_from.text));
    if (said->condition.text.length > 0)
        pp_i_builder_print(&out, "\n%s: %s", condition_words(said->marker),
                           safe(page, said->condition.text));
    pp_i_builder_print(&out, "\n" PP_RICH_DIM "%s: %s", said->negated ? "cue, negated" : "cue",
                       safe(page, said->cue.text));
    return pp_i_page_take(page, &out);
}

/* "120–178", after the report's id where there are several. */
static const char *place_words(pp_i_page *page, const pp_i_read_view *view, const pp_i_said *said)
{
    pp_i_builder out;
    pp_i_builder_init(&out, page->arena);
    if (view->said->report_count > 1)
        pp_i_builder_print(&out, "%s\n", safe(page, view->source_ids[said->report]));
    pp_i_builder_print(&out, "%zu–%zu",
                       pp_i_read_view_point(view, said->report, said->quote.byte_start),
                       pp_i_read_view_point(view, said->report, said->quote.byte_end));
    if (said->also_count > 0)
        pp_i_builder_print(&out, "\n" PP_RICH_DIM "and %zu more", said->also_count);
    return pp_i_page_take(page, &out);
}

static void init_table(pp_i_page *page, pp_i_text_table *table)
{
    static const char *const titles[COLUMN_COUNT] = {"Who", "Says", "Words", "Trust", "Characters"};
    pp_i_text_table_init(table, page->arena, COLUMN_COUNT, 1);
    for (size_t i = 0; !table->failed && i < COLUMN_COUNT; i++)
        table->columns[i].title = titles[i];
    table->grid = true;
}

static void add_statement(pp_i_page *page, const pp_i_read_view *view, pp_i_text_table *table,
                          size_t statement)
{
    const pp_i_said *said = &view->said->statements[statement];
    pp_i_text_table_add(table, who_words(page, view, said));
    pp_i_text_table_add(table, act_words(page, said));
    pp_i_text_table_add(table, content_words(page, said));
    pp_i_text_table_add(table, trust_words(said->confidence));
    pp_i_text_table_add(table, place_words(page, view, said));
}

/* A table of the statements of `issue`, or of those that belong to none. */
static void say_statements(pp_i_page *page, const pp_i_read_view *view, const size_t *statements,
                           size_t count)
{
    pp_i_text_table table;
    init_table(page, &table);
    for (size_t i = 0; !table.failed && i < count; i++)
        add_statement(page, view, &table, statements[i]);
    pp_i_page_blank(page);
    if (table.failed)
        pp_i_page_fail(page);
    else
        pp_i_page_table(page, 0, &table);
}

/* An option and those that exclude it. */
static void say_part(pp_i_page *page, const pp_i_issue_found *issue, size_t part)
{
    for (size_t i = part; i < issue->option_count; i++)
        if (issue->options[i].part == part)
            pp_i_page_say(page, i == part ? 2 : 4, 2, i == part ? "· %s" : "or %s",
                          safe(page, issue->options[i].title));
}

static void say_issue(pp_i_page *page, const pp_i_read_view *view, size_t index)
{
    const pp_i_issue_found *issue = &view->issues->issues[index];
    pp_i_page_blank(page);
    pp_text id = pp_i_read_view_issue_id(view, index);
    const char *shown = id.length > 0 ? pp_i_page_format(page, "[%s] ", safe(page, id)) : "";
    pp_i_page_say(page, 0, 2, PP_RICH_BOLD "%s" PP_RICH_PLAIN " " PP_RICH_DIM "%s· %s%s",
                  safe(page, issue->title), shown,
                  pp_i_words_count(page, issue->statement_count, "statement", "statements"),
                  id.length > 0 ? "" : ", no issue in a draft");
    for (size_t i = 0; issue->option_count > 1 && i < issue->option_count; i++)
        if (issue->options[i].part == i)
            say_part(page, issue, i);
    say_statements(page, view, issue->statements, issue->statement_count);
}

/* Statements about nothing that is to be settled, or all where nothing was grouped. */
static void say_rest(pp_i_page *page, const pp_i_read_view *view)
{
    size_t *rest = PP_NEW_ARRAY(page->arena, size_t, view->said->statement_count);
    size_t count = 0;
    if (rest == NULL) {
        pp_i_page_fail(page);
        return;
    }
    for (size_t i = 0; i < view->said->statement_count; i++)
        if (pp_i_read_view_issue(view, i) == PP_NONE)
            rest[count++] = i;
    if (count == 0)
        return;
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 2, PP_RICH_BOLD "On no issue" PP_RICH_PLAIN " " PP_RICH_DIM "· %s",
                  pp_i_words_count(page, count, "statement", "statements"));
    say_statements(page, view, rest, count);
}

/* What more there is than is shown. */
static void say_more(pp_i_page *page, size_t count, size_t shown)
{
    if (count > shown)
        pp_i_page_say(page, 2, 2, PP_RICH_DIM "and %s; --json lists all",
                      pp_i_words_count(page, count - shown, "more", "more"));
}

static void say_told(pp_i_page *page, const char *title, const pp_i_told *told, size_t count)
{
    if (count == 0)
        return;
    pp_i_page_heading(page, title);
    for (size_t i = 0; i < count && i < TOLD_SHOWN_MAX; i++)
        if (told[i].told_by.length > 0)
            pp_i_page_say(page, 2, 2, "“%s” " PP_RICH_DIM "as %s says",
                          safe(page, told[i].quote.text), safe(page, told[i].told_by));
        else
            pp_i_page_say(page, 2, 2, "“%s”", safe(page, told[i].quote.text));
    say_more(page, count, TOLD_SHOWN_MAX);
}

static void say_conditions(pp_i_page *page, const pp_i_reading *said)
{
    size_t shown = 0, count = 0;
    for (size_t i = 0; i < said->condition_count; i++) {
        const pp_i_conditional *one = &said->conditions[i];
        if (one->statement != PP_NONE)
            continue;
        if (count++ == 0)
            pp_i_page_heading(page, "Conditions that the reports state themselves");
        if (shown == TOLD_SHOWN_MAX)
            continue;
        shown++;
        const char *what = one->what.text.length == 0
                               ? "something"
                               : pp_i_page_format(page, "“%s”", safe(page, one->what.text));
        pp_i_page_say(page, 2, 2, "%s " PP_RICH_DIM "%s" PP_RICH_PLAIN " “%s”", what,
                      pp_i_marker_words(one->marker), safe(page, one->on.text));
    }
    say_more(page, count, shown);
}

static void say_remarks(pp_i_page *page, const pp_reading *reading)
{
    size_t count = reading->remarks.count;
    if (count == 0)
        return;
    pp_i_page_heading(page, "Files");
    for (size_t i = 0; i < count && i < REMARK_SHOWN_MAX; i++) {
        const pp_read_remark *remark = &reading->remarks.items[i];
        pp_i_page_say(page, 2, 2, PP_RICH_YELLOW "! " PP_RICH_PLAIN "%s%s: %s",
                      remark->left_out ? "left out: " : "", safe(page, pp_i_text_of(remark->file)),
                      safe(page, pp_i_text_of(remark->message)));
    }
    say_more(page, count, REMARK_SHOWN_MAX);
}

static void say_counts(pp_i_page *page, const pp_i_read_view *view)
{
    const pp_i_reading *said = view->said;
    size_t issue_count = view->issues == NULL ? 0 : view->issues->issue_count;
    pp_i_page_say(page, 0, 2, "%s, %s: " PP_RICH_BOLD "%s" PP_RICH_PLAIN " by %s on %s",
                  pp_i_words_count(page, said->report_count, "report", "reports"),
                  pp_i_words_count(page, said->sentence_count, "sentence", "sentences"),
                  pp_i_words_count(page, said->statement_count, "statement", "statements"),
                  pp_i_words_count(page, view->party_count, "party", "parties"),
                  pp_i_words_count(page, issue_count, "issue", "issues"));
    if (said->statement_count == 0)
        pp_i_page_say(page, 0, 0,
                      "\nNobody says anything in what was read that the reader recognises.");
}

void pp_i_reading_text(pp_i_page *page, const pp_reading *reading)
{
    pp_i_read_view view;
    if (pp_i_read_view_make(reading, page->arena, &view, NULL) != PP_OK) {
        pp_i_page_fail(page);
        return;
    }
    say_counts(page, &view);
    for (size_t i = 0; view.issues != NULL && i < view.issues->issue_count; i++)
        say_issue(page, &view, i);
    say_rest(page, &view);
    say_conditions(page, view.said);
    say_told(page, "Done, not said", view.said->events, view.said->event_count);
    say_told(page, "The report's own judgement", view.said->judgements, view.said->judgement_count);
    say_remarks(page, reading);
    pp_i_words_incomplete(page, view.incomplete, view.incomplete_count);
}
