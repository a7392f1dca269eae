/*
 * reader.c: a case file becomes a case; see reader.h.
 *
 * The YAML tree is walked part by part, what is named before what names it: sources, parties,
 * issues, then what the formulas are in. A part whose ids could not be read is marked as broken,
 * and what refers to it is then left alone, so that one fault is one message.
 */
#include "case/reader.h"

#include "base/error.h"
#include "case/read.h"

enum {
    CASE_VERSION,
    CASE_TITLE,
    CASE_AS_OF,
    CASE_SOURCES,
    CASE_PARTIES,
    CASE_CONSENT,
    CASE_ISSUES,
    CASE_LINKS,
    CASE_STATEMENTS,
    CASE_RED_LINES,
    CASE_PREFERENCES,
    CASE_SAME,
    CASE_STATUS_QUO,
    CASE_ASSUMPTIONS,
    CASE_REVIEW,
    CASE_FIELD_COUNT
};
static const pp_i_field case_fields[] = {
    [CASE_VERSION] = {"pourparler", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [CASE_TITLE] = {"title", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [CASE_AS_OF] = {"as_of", PP_FIELD_TEXT},
    [CASE_SOURCES] = {"sources", PP_FIELD_LIST},
    [CASE_PARTIES] = {"parties", PP_FIELD_LIST | PP_FIELD_NEEDED},
    [CASE_CONSENT] = {"consent", PP_FIELD_TEXT},
    [CASE_ISSUES] = {"issues", PP_FIELD_LIST | PP_FIELD_NEEDED},
    [CASE_LINKS] = {"links", PP_FIELD_LIST},
    [CASE_STATEMENTS] = {"statements", PP_FIELD_LIST},
    [CASE_RED_LINES] = {"red_lines", PP_FIELD_LIST},
    [CASE_PREFERENCES] = {"preferences", PP_FIELD_MAPPING},
    [CASE_SAME] = {"same", PP_FIELD_LIST},
    [CASE_STATUS_QUO] = {"status_quo", PP_FIELD_TEXT | PP_FIELD_MAPPING},
    [CASE_ASSUMPTIONS] = {"assumptions", PP_FIELD_LIST},
    [CASE_REVIEW] = {"review", PP_FIELD_LIST},
};

static void read_version(pp_i_reader *reader, const pp_i_yaml_node *node)
{
    if (node == NULL || pp_i_text_is(node->text, "1"))
        return;
    pp_i_diagnostic *said =
        PP_READ_ERROR(reader, node, "`%.*s` is no version of the format", PP_SHOWN(node->text));
    PP_READ_HINT(reader, said, "this program reads version 1: write `pourparler: 1`");
}

/* Of a section that is given but could not be read nothing can be said to be unknown. */
static void mark_unreadable(const pp_i_yaml_node *root, const pp_i_yaml_node *value,
                            pp_i_section *section)
{
    if (value == NULL && pp_i_yaml_get(root, section->key) != NULL)
        section->broken = true;
}

static void refresh_vocabulary(pp_i_reader *reader)
{
    reader->vocabulary = pp_i_case_vocabulary(reader->made);
}

/* Says once that formulas were left unread. */
static void say_skipped(pp_i_reader *reader, const pp_i_yaml_node *root)
{
    if (!reader->formulas_skipped)
        return;
    pp_i_diagnose(reader->diagnostics, PP_SEVERITY_NOTE, pp_i_read_key_place(root, "issues"), 1,
                  "formulas and preferences are not checked before the issues are right");
}

static void read_what_is_named(pp_i_reader *reader, const pp_i_yaml_node *root,
                               const pp_i_yaml_node *const *values)
{
    mark_unreadable(root, values[CASE_SOURCES], &reader->sources);
    pp_i_read_sources(reader, values[CASE_SOURCES]);
    if (!pp_i_read_going(reader))
        return;
    pp_i_read_parties(reader, values[CASE_PARTIES]);
    if (!pp_i_read_going(reader))
        return;
    pp_i_read_issues(reader, values[CASE_ISSUES]);
    refresh_vocabulary(reader);
}

static void read_what_names(pp_i_reader *reader, const pp_i_yaml_node *root,
                            const pp_i_yaml_node *const *values)
{
    pp_i_read_consent(reader, values[CASE_CONSENT]);
    pp_i_read_links(reader, values[CASE_LINKS]);
    pp_i_read_same(reader, values[CASE_SAME]);
    pp_i_read_status_quo(reader, values[CASE_STATUS_QUO]);
    pp_i_read_assumptions(reader, values[CASE_ASSUMPTIONS]);
    if (!pp_i_read_going(reader))
        return;
    mark_unreadable(root, values[CASE_STATEMENTS], &reader->statements);
    pp_i_read_statements(reader, values[CASE_STATEMENTS]);
    if (!pp_i_read_going(reader))
        return;
    pp_i_read_red_lines(reader, values[CASE_RED_LINES]);
    if (!pp_i_read_going(reader))
        return;
    pp_i_read_reviews(reader, values[CASE_REVIEW]);
    if (!pp_i_read_going(reader))
        return;
    pp_i_read_preferences(reader, values[CASE_PREFERENCES]);
}

static void read_root(pp_i_reader *reader, const pp_i_yaml_node *root)
{
    const pp_i_yaml_node *values[CASE_FIELD_COUNT];
    if (!PP_READ_FIELDS(reader, root, "a case", case_fields, values))
        return;
    read_version(reader, values[CASE_VERSION]);
    reader->made->title = pp_i_read_text(values[CASE_TITLE]);
    reader->made->as_of = pp_i_read_date(reader, values[CASE_AS_OF]);
    read_what_is_named(reader, root, values);
    if (pp_i_read_going(reader))
        read_what_names(reader, root, values);
    if (pp_i_read_going(reader))
        say_skipped(reader, root);
}

static void init_sections(pp_i_reader *reader, pp_i_map *assumption_ids)
{
    pp_case *made = reader->made;
    pp_i_map *const maps[] = {&made->party_ids, &made->issue_ids, &made->statement_ids,
                              &made->red_line_ids, &made->source_ids};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        pp_i_map_init(maps[i], &made->arena);
    pp_i_map_init(assumption_ids, &reader->scratch);
    pp_i_section_init(reader, &reader->sources, "source", "sources", &made->source_ids);
    pp_i_section_init(reader, &reader->parties, "party", "parties", &made->party_ids);
    pp_i_section_init(reader, &reader->issues, "issue", "issues", &made->issue_ids);
    pp_i_section_init(reader, &reader->statements, "statement", "statements", &made->statement_ids);
    pp_i_section_init(reader, &reader->red_lines, "red line", "red_lines", &made->red_line_ids);
    pp_i_section_init(reader, &reader->assumptions, "assumption", "assumptions", assumption_ids);
}

/* An empty case that keeps the file's words and name; null where memory has run out. */
static pp_case *case_make(pp_text words, const char *file, pp_allocator allocator)
{
    pp_case *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return NULL;
    *made = (pp_case){0};
    pp_i_arena_init(&made->arena, allocator);
    pp_i_diagnostics_init(&made->diagnostics, &made->arena);
    char *copy = pp_i_arena_copy(&made->arena, words.data, words.length);
    made->file = pp_i_arena_copy(&made->arena, file, strlen(file));
    if (copy == NULL || made->file == NULL) {
        pp_i_case_free(made);
        return NULL;
    }
    made->words = (pp_text){copy, words.length};
    pp_i_diagnostics_set_file(&made->diagnostics, made->file, made->words);
    return made;
}

/* What stopped the reading, if anything did. */
static pp_status reader_status(const pp_i_reader *reader, pp_error *error)
{
    if (reader->no_memory || reader->diagnostics->failed)
        return pp_i_fail_memory(error);
    return pp_i_run_status(&reader->run, error);
}

static pp_status read_case(pp_i_reader *reader, pp_error *error)
{
    pp_case *made = reader->made;
    pp_i_map assumption_ids;
    const pp_i_yaml_node *root = NULL;
    init_sections(reader, &assumption_ids);
    pp_status status =
        pp_i_yaml_read(made->words, reader->arena, reader->diagnostics, &root, error);
    if (status != PP_OK)
        return status;
    if (root != NULL)
        read_root(reader, root);
    status = reader_status(reader, error);
    if (status == PP_OK)
        pp_i_diagnostics_sort(reader->diagnostics);
    return status;
}

/* The error of a case that has errors: the first of them, and how many there are. */
static pp_status fail_input(const pp_i_diagnostics *diagnostics, pp_error *error)
{
    const pp_i_diagnostic *first = NULL;
    for (size_t i = 0; first == NULL && i < diagnostics->list.count; i++)
        if (diagnostics->list.items[i].severity == PP_SEVERITY_ERROR)
            first = &diagnostics->list.items[i];
    if (first == NULL)
        return pp_i_fail(error, PP_ERROR_INPUT, "the case cannot be read");
    if (diagnostics->error_count == 1)
        pp_i_fail(error, PP_ERROR_INPUT, "%s", first->message);
    else
        pp_i_fail(error, PP_ERROR_INPUT, "%s (the first of %zu errors)", first->message,
                  diagnostics->error_count);
    pp_i_error_place(error, first->file, first->place.line, first->place.column);
    if (first->hint != NULL)
        pp_i_error_hint(error, "%s", first->hint);
    return PP_ERROR_INPUT;
}

pp_status pp_i_case_read(pp_text words, const char *file, const char *folder, bool allow_outside,
                         const pp_control *control, pp_case **result, pp_error *error)
{
    pp_allocator allocator = pp_i_allocator_of(control);
    pp_case *made = case_make(words, file, allocator);
    if (made == NULL)
        return pp_i_fail_memory(error);
    pp_control reading = control == NULL ? (pp_control){0} : *control;
    reading.step_count_max = UINT64_MAX; /* the caller's limit is one of the engine */
    pp_i_reader reader = {.made = made,
                          .arena = &made->arena,
                          .diagnostics = &made->diagnostics,
                          .allow_outside = allow_outside,
                          .folder = folder[0] == '\0' ? "." : folder};
    pp_i_arena_init(&reader.scratch, allocator);
    pp_i_run_init(&reader.run, &reading);
    pp_i_run_part(&reader.run, "reading");
    pp_status status = read_case(&reader, error);
    pp_i_arena_free(&reader.scratch);
    if (status != PP_OK) {
        pp_i_case_free(made);
        return status;
    }
    *result = made;
    return made->diagnostics.error_count == 0 ? PP_OK : fail_input(&made->diagnostics, error);
}

void pp_i_case_free(pp_case *the_case)
{
    if (the_case == NULL)
        return;
    pp_allocator allocator = the_case->arena.allocator;
    pp_i_arena_free(&the_case->arena);
    allocator.resize(allocator.context, the_case, sizeof *the_case, 0);
}
