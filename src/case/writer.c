/*
 * writer.c: a case as YAML in one fixed layout.
 *
 * Everything is written in the order of the case format; what has its default is left out. Texts
 * are plain scalars where that is safe beyond doubt, texts of several lines are literal blocks
 * where every line is an ordinary one, and all else is double-quoted with escapes. Formulas are
 * printed anew, so that the writer's output, read and written again, is the same bytes.
 */
#include "case/reader.h"

#include "base/error.h"
#include "case/writer.h"
#include "case/yaml_write.h"

/* --- Lines ----------------------------------------------------------------------------------- */

/* The start of a line `key: `; `indent` columns in, the first key of a list's item behind `- `. */
static void write_key(pp_i_writer *state, int indent, const char *key)
{
    pp_i_builder_print(&state->out, "%*s%s: ", indent, "", key);
}

void pp_i_write_text(pp_i_writer *state, int indent, const char *key, pp_text text)
{
    if (text.length == 0)
        return;
    write_key(state, indent, key);
    pp_i_yaml_write_value(&state->out, text, indent + 2);
}

/* The first key of an item of a list. */
static void write_item(pp_i_writer *state, int indent, const char *key, pp_text text)
{
    pp_i_builder_print(&state->out, "%*s- %s: ", indent, "", key);
    pp_i_yaml_write_scalar(&state->out, text, false);
    pp_i_builder_add_byte(&state->out, '\n');
}

static void write_date(pp_i_writer *state, int indent, const char *key, pp_i_date date)
{
    if (date == 0)
        return;
    char text[PP_DATE_SIZE];
    pp_i_date_print(date, text);
    pp_i_write_text(state, indent, key, pp_i_text_of(text));
}

/* A formula printed, or as it was written where printing would make it too long to be read. */
pp_text pp_i_write_formula_text(pp_i_writer *state, const pp_i_formula *formula)
{
    const char *text = pp_i_formula_print(formula, &state->vocabulary, state->arena);
    if (text == NULL) {
        state->out.failed = true;
        return PP_TEXT("");
    }
    pp_text printed = pp_i_text_of(text);
    return printed.length > PP_FORMULA_BYTE_COUNT_MAX ? formula->words : printed;
}

void pp_i_write_formula(pp_i_writer *state, int indent, const char *key, const pp_i_formula *formula)
{
    if (formula->node_count > 0)
        pp_i_write_text(state, indent, key, pp_i_write_formula_text(state, formula));
}

void pp_i_write_formulas(pp_i_writer *state, int indent, const char *key, const pp_i_formula *formulas,
                           size_t count)
{
    if (count == 0)
        return;
    pp_i_builder_print(&state->out, "%*s%s:\n", indent, "", key);
    for (size_t i = 0; i < count; i++) {
        pp_i_builder_print(&state->out, "%*s- ", indent + 2, "");
        pp_i_yaml_write_scalar(&state->out, pp_i_write_formula_text(state, &formulas[i]), false);
        pp_i_builder_add_byte(&state->out, '\n');
    }
}

/* `key: [a, b]` */
static void write_words(pp_i_writer *state, int indent, const char *key, const pp_text *words,
                        size_t count)
{
    write_key(state, indent, key);
    pp_i_builder_add_byte(&state->out, '[');
    for (size_t i = 0; i < count; i++) {
        pp_i_builder_add_string(&state->out, i == 0 ? "" : ", ");
        pp_i_yaml_write_scalar(&state->out, words[i], true);
    }
    pp_i_builder_add_string(&state->out, "]\n");
}

static void write_heading(pp_i_writer *state, const char *key, size_t count)
{
    if (count > 0)
        pp_i_builder_print(&state->out, "%s:\n", key);
}

/* --- Sources, parties, issues, links --------------------------------------------------------- */

static void write_sources(pp_i_writer *state)
{
    write_heading(state, "sources", state->made->source_count);
    for (size_t i = 0; i < state->made->source_count; i++) {
        const pp_i_source *source = &state->made->sources[i];
        write_item(state, 2, "id", source->id);
        pp_i_write_text(state, 4, "file", source->file);
        pp_i_write_text(state, 4, "title", source->title);
        write_date(state, 4, "date", source->date);
        if (source->grade_given)
            pp_i_builder_print(&state->out, "    grade: %c%c\n", source->grade_source,
                               source->grade_information);
        if (source->file.length > 0)
            continue;
        pp_i_write_text(state, 4, "text", source->words);
        if (source->words.length == 0)
            pp_i_builder_add_string(&state->out, "    text: \"\"\n");
    }
}

static void write_parties(pp_i_writer *state)
{
    write_heading(state, "parties", state->made->party_count);
    for (size_t i = 0; i < state->made->party_count; i++) {
        const pp_i_party *party = &state->made->parties[i];
        write_item(state, 2, "id", party->id);
        if (!pp_i_text_equal(party->name, party->id))
            pp_i_write_text(state, 4, "name", party->name);
        if (party->alias_count > 0)
            write_words(state, 4, "aliases", party->aliases, party->alias_count);
        if (party->role != PP_ROLE_PRINCIPAL)
            pp_i_write_text(state, 4, "role", pp_i_text_of(pp_i_role_text(party->role)));
    }
    pp_i_write_formula(state, 0, "consent", &state->made->consent);
}

static void write_options(pp_i_writer *state, const pp_i_issue *issue)
{
    pp_i_builder_add_string(&state->out, "    options:\n");
    for (size_t i = 0; i < issue->option_count; i++) {
        const pp_i_option *option = &issue->options[i];
        write_item(state, 6, "id", option->id);
        if (!pp_i_text_equal(option->title, option->id))
            pp_i_write_text(state, 8, "title", option->title);
    }
}

static void write_moves(pp_i_writer *state, const pp_i_issue *issue)
{
    if (!issue->moves_given)
        return;
    write_key(state, 4, "moves");
    pp_i_builder_add_byte(&state->out, '[');
    for (size_t i = 0; i < issue->move_count; i++) {
        pp_text from = issue->options[issue->moves[i].from].id;
        pp_text to = issue->options[issue->moves[i].to].id;
        pp_i_builder_add_string(&state->out, i == 0 ? "" : ", ");
        pp_i_builder_add(&state->out, from);
        pp_i_builder_add_string(&state->out, " -> ");
        pp_i_builder_add(&state->out, to);
    }
    pp_i_builder_add_string(&state->out, "]\n");
}

static void write_issues(pp_i_writer *state)
{
    write_heading(state, "issues", state->made->issue_count);
    for (size_t i = 0; i < state->made->issue_count; i++) {
        const pp_i_issue *issue = &state->made->issues[i];
        write_item(state, 2, "id", issue->id);
        if (!pp_i_text_equal(issue->title, issue->id))
            pp_i_write_text(state, 4, "title", issue->title);
        write_options(state, issue);
        if (issue->decided_by != PP_NONE)
            pp_i_write_text(state, 4, "decided_by", state->made->parties[issue->decided_by].id);
        write_moves(state, issue);
    }
}

static void write_links(pp_i_writer *state)
{
    write_heading(state, "links", state->made->link_count);
    for (size_t i = 0; i < state->made->link_count; i++) {
        write_item(state, 2, "rule", pp_i_write_formula_text(state, &state->made->links[i].rule));
        pp_i_write_text(state, 4, "why", state->made->links[i].why);
    }
}

/* --- Statements and red lines ---------------------------------------------------------------- */

static void write_statements(pp_i_writer *state)
{
    const pp_case *made = state->made;
    write_heading(state, "statements", made->statement_count);
    for (size_t i = 0; i < made->statement_count; i++) {
        const pp_i_statement *said = &made->statements[i];
        write_item(state, 2, "id", said->id);
        pp_i_write_text(state, 4, "party", made->parties[said->party].id);
        pp_i_write_text(state, 4, "speaker", said->speaker);
        pp_i_write_text(state, 4, "act", pp_i_text_of(pp_i_act_text(said->act)));
        pp_i_write_formula(state, 4, "about", &said->about);
        pp_i_write_text(state, 4, "topic", said->topic);
        pp_i_write_text(state, 4, "strength", pp_i_text_of(pp_i_strength_text(said->strength)));
        pp_i_write_formula(state, 4, "if", &said->condition);
        if (said->source != PP_NONE)
            pp_i_write_text(state, 4, "source", made->sources[said->source].id);
        write_date(state, 4, "date", said->date_given);
        pp_i_write_text(state, 4, "quote", said->quote);
        if (said->replaces != PP_NONE)
            pp_i_write_text(state, 4, "replaces", made->statements[said->replaces].id);
        pp_i_write_text(state, 4, "confidence", said->confidence_words);
    }
}

/* `key: [s1, s2]` */
void pp_i_write_ids(pp_i_writer *state, const char *key, const size_t *statements, size_t count)
{
    if (count == 0)
        return;
    write_key(state, 4, key);
    for (size_t i = 0; i < count; i++) {
        pp_i_builder_add_string(&state->out, i == 0 ? "[" : ", ");
        pp_i_builder_add(&state->out, state->made->statements[statements[i]].id);
    }
    pp_i_builder_add_string(&state->out, "]\n");
}

static void write_red_lines(pp_i_writer *state)
{
    const pp_case *made = state->made;
    write_heading(state, "red_lines", made->red_line_count);
    for (size_t i = 0; i < made->red_line_count; i++) {
        const pp_i_red_line *line = &made->red_lines[i];
        write_item(state, 2, "id", line->id);
        pp_i_write_text(state, 4, "party", made->parties[line->party].id);
        pp_i_write_formula(state, 4, "holds", &line->holds);
        pp_i_write_text(state, 4, "firmness", line->unclear ? PP_TEXT("unclear") : PP_TEXT("firm"));
        pp_i_write_ids(state, "because", line->because, line->because_count);
    }
}

/* --- The whole ----------------------------------------------------------------------------- */

static void write_status_quo(pp_i_writer *state)
{
    if (state->made->status_quo == NULL)
        return;
    pp_i_builder_add_string(&state->out, "status_quo: ");
    pp_i_write_package(state, state->made->status_quo);
    pp_i_builder_add_byte(&state->out, '\n');
}

static void write_rest(pp_i_writer *state)
{
    const pp_case *made = state->made;
    write_heading(state, "preferences", made->preference_count);
    for (size_t i = 0; i < made->preference_count; i++)
        pp_i_write_preference(state, &made->preferences[i]);
    pp_i_write_formulas(state, 0, "same", made->same, made->same_count);
    write_status_quo(state);
    write_heading(state, "assumptions", made->assumption_count);
    for (size_t i = 0; i < made->assumption_count; i++) {
        write_item(state, 2, "id", made->assumptions[i].id);
        pp_i_write_text(state, 4, "says", made->assumptions[i].says);
    }
    write_heading(state, "review", made->review_count);
    for (size_t i = 0; i < made->review_count; i++) {
        const pp_i_review *review = &made->reviews[i];
        write_item(state, 2, "what", review->what);
        pp_i_write_text(state, 4, "why", review->why);
        pp_i_write_ids(state, "statements", review->statements, review->statement_count);
    }
}

pp_status pp_i_case_write(const pp_case *the_case, pp_i_arena *arena, pp_text *yaml,
                          pp_error *error)
{
    pp_i_writer state = {.made = the_case, .vocabulary = pp_i_case_vocabulary(the_case), .arena = arena};
    pp_i_builder_init(&state.out, arena);
    pp_i_builder_add_string(&state.out, "pourparler: 1\n");
    pp_i_write_text(&state, 0, "title", the_case->title);
    write_date(&state, 0, "as_of", the_case->as_of);
    write_sources(&state);
    write_parties(&state);
    write_issues(&state);
    write_links(&state);
    write_statements(&state);
    write_red_lines(&state);
    write_rest(&state);
    if (state.out.failed)
        return pp_i_fail_memory(error);
    *yaml = pp_i_builder_text(&state.out);
    return PP_OK;
}
