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
#include "case/yaml_write.h"

typedef struct writer {
    const pp_case *made;
    pp_i_vocabulary vocabulary;
    pp_i_arena *arena;
    pp_i_builder out;
} writer;

/* --- Lines ----------------------------------------------------------------------------------- */

/* The start of a line `key: `; `indent` columns in, the first key of a list's item behind `- `. */
static void write_key(writer *state, int indent, const char *key)
{
    pp_i_builder_print(&state->out, "%*s%s: ", indent, "", key);
}

static void write_text(writer *state, int indent, const char *key, pp_text text)
{
    if (text.length == 0)
        return;
    write_key(state, indent, key);
    pp_i_yaml_write_value(&state->out, text, indent + 2);
}

/* The first key of an item of a list. */
static void write_item(writer *state, int indent, const char *key, pp_text text)
{
    pp_i_builder_print(&state->out, "%*s- %s: ", indent, "", key);
    pp_i_yaml_write_scalar(&state->out, text, false);
    pp_i_builder_add_byte(&state->out, '\n');
}

static void write_date(writer *state, int indent, const char *key, pp_i_date date)
{
    if (date == 0)
        return;
    char text[PP_DATE_SIZE];
    pp_i_date_print(date, text);
    write_text(state, indent, key, pp_i_text_of(text));
}

/* A formula printed, or as it was written where printing would make it too long to be read. */
static pp_text formula_text(writer *state, const pp_i_formula *formula)
{
    const char *text = pp_i_formula_print(formula, &state->vocabulary, state->arena);
    if (text == NULL) {
        state->out.failed = true;
        return PP_TEXT("");
    }
    pp_text printed = pp_i_text_of(text);
    return printed.length > PP_FORMULA_BYTE_COUNT_MAX ? formula->words : printed;
}

static void write_formula(writer *state, int indent, const char *key, const pp_i_formula *formula)
{
    if (formula->node_count > 0)
        write_text(state, indent, key, formula_text(state, formula));
}

static void write_formulas(writer *state, int indent, const char *key, const pp_i_formula *formulas,
                           size_t count)
{
    if (count == 0)
        return;
    pp_i_builder_print(&state->out, "%*s%s:\n", indent, "", key);
    for (size_t i = 0; i < count; i++) {
        pp_i_builder_print(&state->out, "%*s- ", indent + 2, "");
        pp_i_yaml_write_scalar(&state->out, formula_text(state, &formulas[i]), false);
        pp_i_builder_add_byte(&state->out, '\n');
    }
}

/* `key: [a, b]` */
static void write_words(writer *state, int indent, const char *key, const pp_text *words,
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

static void write_heading(writer *state, const char *key, size_t count)
{
    if (count > 0)
        pp_i_builder_print(&state->out, "%s:\n", key);
}

/* --- Sources, parties, issues, links --------------------------------------------------------- */

static void write_sources(writer *state)
{
    write_heading(state, "sources", state->made->source_count);
    for (size_t i = 0; i < state->made->source_count; i++) {
        const pp_i_source *source = &state->made->sources[i];
        write_item(state, 2, "id", source->id);
        write_text(state, 4, "file", source->file);
        write_text(state, 4, "title", source->title);
        write_date(state, 4, "date", source->date);
        if (source->grade_given)
            pp_i_builder_print(&state->out, "    grade: %c%c\n", source->grade_source,
                               source->grade_information);
        if (source->file.length > 0)
            continue;
        write_text(state, 4, "text", source->words);
        if (source->words.length == 0)
            pp_i_builder_add_string(&state->out, "    text: \"\"\n");
    }
}

static void write_parties(writer *state)
{
    write_heading(state, "parties", state->made->party_count);
    for (size_t i = 0; i < state->made->party_count; i++) {
        const pp_i_party *party = &state->made->parties[i];
        write_item(state, 2, "id", party->id);
        if (!pp_i_text_equal(party->name, party->id))
            write_text(state, 4, "name", party->name);
        if (party->alias_count > 0)
            write_words(state, 4, "aliases", party->aliases, party->alias_count);
        if (party->role != PP_ROLE_PRINCIPAL)
            write_text(state, 4, "role", pp_i_text_of(pp_i_role_text(party->role)));
    }
    write_formula(state, 0, "consent", &state->made->consent);
}

static void write_options(writer *state, const pp_i_issue *issue)
{
    pp_i_builder_add_string(&state->out, "    options:\n");
    for (size_t i = 0; i < issue->option_count; i++) {
        const pp_i_option *option = &issue->options[i];
        write_item(state, 6, "id", option->id);
        if (!pp_i_text_equal(option->title, option->id))
            write_text(state, 8, "title", option->title);
    }
}

static void write_moves(writer *state, const pp_i_issue *issue)
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

static void write_issues(writer *state)
{
    write_heading(state, "issues", state->made->issue_count);
    for (size_t i = 0; i < state->made->issue_count; i++) {
        const pp_i_issue *issue = &state->made->issues[i];
        write_item(state, 2, "id", issue->id);
        if (!pp_i_text_equal(issue->title, issue->id))
            write_text(state, 4, "title", issue->title);
        write_options(state, issue);
        if (issue->decided_by != PP_NONE)
            write_text(state, 4, "decided_by", state->made->parties[issue->decided_by].id);
        write_moves(state, issue);
    }
}

static void write_links(writer *state)
{
    write_heading(state, "links", state->made->link_count);
    for (size_t i = 0; i < state->made->link_count; i++) {
        write_item(state, 2, "rule", formula_text(state, &state->made->links[i].rule));
        write_text(state, 4, "why", state->made->links[i].why);
    }
}

/* --- Statements and red lines ---------------------------------------------------------------- */

static void write_statements(writer *state)
{
    const pp_case *made = state->made;
    write_heading(state, "statements", made->statement_count);
    for (size_t i = 0; i < made->statement_count; i++) {
        const pp_i_statement *said = &made->statements[i];
        write_item(state, 2, "id", said->id);
        write_text(state, 4, "party", made->parties[said->party].id);
        write_text(state, 4, "speaker", said->speaker);
        write_text(state, 4, "act", pp_i_text_of(pp_i_act_text(said->act)));
        write_formula(state, 4, "about", &said->about);
        write_text(state, 4, "topic", said->topic);
        write_text(state, 4, "strength", pp_i_text_of(pp_i_strength_text(said->strength)));
        write_formula(state, 4, "if", &said->condition);
        if (said->source != PP_NONE)
            write_text(state, 4, "source", made->sources[said->source].id);
        write_date(state, 4, "date", said->date_given);
        write_text(state, 4, "quote", said->quote);
        if (said->replaces != PP_NONE)
            write_text(state, 4, "replaces", made->statements[said->replaces].id);
        write_text(state, 4, "confidence", said->confidence_words);
    }
}

/* `key: [s1, s2]` */
static void write_ids(writer *state, const char *key, const size_t *statements, size_t count)
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

static void write_red_lines(writer *state)
{
    const pp_case *made = state->made;
    write_heading(state, "red_lines", made->red_line_count);
    for (size_t i = 0; i < made->red_line_count; i++) {
        const pp_i_red_line *line = &made->red_lines[i];
        write_item(state, 2, "id", line->id);
        write_text(state, 4, "party", made->parties[line->party].id);
        write_formula(state, 4, "holds", &line->holds);
        write_text(state, 4, "firmness", line->unclear ? PP_TEXT("unclear") : PP_TEXT("firm"));
        write_ids(state, "because", line->because, line->because_count);
    }
}

/* --- Preferences ----------------------------------------------------------------------------- */

/* `a > b ~ c`; ids of issues, or of the options of `issue`. */
static void write_chain(writer *state, const pp_i_chain *chain, const pp_i_issue *issue)
{
    for (size_t i = 0; i < chain->count; i++) {
        if (i > 0)
            pp_i_builder_add_string(&state->out, chain->tied[i] ? " ~ " : " > ");
        pp_i_builder_add(&state->out, issue == NULL ? state->made->issues[chain->subjects[i]].id
                                                    : issue->options[chain->subjects[i]].id);
    }
}

/* One chain behind its key, several as a list. */
static void write_chains(writer *state, int indent, pp_text key, const pp_i_chain *chains,
                         size_t count, const pp_i_issue *issue)
{
    pp_i_builder_print(&state->out, "%*s", indent, "");
    pp_i_builder_add(&state->out, key);
    if (count == 0)
        pp_i_builder_add_string(&state->out, ": []\n");
    else if (count > 1)
        pp_i_builder_add_string(&state->out, ":\n");
    for (size_t i = 0; i < count; i++) {
        if (count == 1)
            pp_i_builder_add_string(&state->out, ": ");
        else
            pp_i_builder_print(&state->out, "%*s- ", indent + 2, "");
        write_chain(state, &chains[i], issue);
        pp_i_builder_add_byte(&state->out, '\n');
    }
}

/* `{issue: option, ...}` */
static void write_package(writer *state, const pp_i_choice *package)
{
    for (size_t i = 0; i < state->made->issue_count; i++) {
        const pp_i_issue *issue = &state->made->issues[i];
        pp_i_builder_add_string(&state->out, i == 0 ? "{" : ", ");
        pp_i_builder_add(&state->out, issue->id);
        pp_i_builder_add_string(&state->out, ": ");
        pp_i_builder_add(&state->out, issue->options[package[i]].id);
    }
    pp_i_builder_add_byte(&state->out, '}');
}

static void write_no_deal(writer *state, const pp_i_preference *preference)
{
    size_t count = preference->no_deal_count;
    if (count == 0)
        return;
    pp_i_builder_add_string(&state->out, count == 1 ? "    no_deal: " : "    no_deal:\n");
    for (size_t i = 0; i < count; i++) {
        const pp_i_no_deal *one = &preference->no_deal[i];
        pp_i_builder_add_string(&state->out, count == 1 ? "" : "      - ");
        pp_text text = one->words;
        if (one->kind != PP_NO_DEAL_NUMBER) {
            pp_text formula = formula_text(state, &one->than);
            const char *word = one->kind == PP_NO_DEAL_WORSE ? "worse" : "better";
            const char *made = pp_i_arena_print(state->arena, "%s than (%.*s)", word,
                                                (int)formula.length, formula.data);
            state->out.failed = state->out.failed || made == NULL;
            text = pp_i_text_of(made);
        }
        pp_i_yaml_write_scalar(&state->out, text, false);
        pp_i_builder_add_byte(&state->out, '\n');
    }
}

static void write_values(writer *state, const pp_i_preference *preference)
{
    if (preference->value_count > 0)
        pp_i_builder_add_string(&state->out, "    values:\n");
    for (size_t i = 0; i < preference->value_count; i++) {
        const pp_i_option_values *values = &preference->values[i];
        const pp_i_issue *issue = &state->made->issues[values->issue];
        pp_i_builder_print(&state->out, "%6s", "");
        pp_i_builder_add(&state->out, issue->id);
        pp_i_builder_add_string(&state->out, ": {");
        for (size_t j = 0; j < issue->option_count; j++) {
            pp_i_builder_add_string(&state->out, j == 0 ? "" : ", ");
            pp_i_builder_add(&state->out, issue->options[j].id);
            pp_i_builder_add_string(&state->out, ": ");
            pp_i_yaml_write_scalar(&state->out, values->words[j], true);
        }
        pp_i_builder_add_string(&state->out, "}\n");
    }
    if (preference->weight_count == 0)
        return;
    pp_i_builder_add_string(&state->out, "    weights: {");
    for (size_t i = 0; i < preference->weight_count; i++) {
        pp_i_builder_add_string(&state->out, i == 0 ? "" : ", ");
        pp_i_builder_add(&state->out, state->made->issues[preference->weights[i].issue].id);
        pp_i_builder_add_string(&state->out, ": ");
        pp_i_yaml_write_scalar(&state->out, preference->weights[i].words, true);
    }
    pp_i_builder_add_string(&state->out, "}\n");
}

static void write_comparisons(writer *state, const pp_i_preference *preference)
{
    if (preference->compare_count > 0)
        pp_i_builder_add_string(&state->out, "    compare:\n");
    for (size_t i = 0; i < preference->compare_count; i++) {
        pp_i_builder_add_string(&state->out, "      - better: ");
        write_package(state, preference->compare[i].better);
        pp_i_builder_add_string(&state->out, "\n        worse: ");
        write_package(state, preference->compare[i].worse);
        pp_i_builder_add_byte(&state->out, '\n');
    }
}

static void write_ranking(writer *state, const pp_i_preference *preference)
{
    if (preference->rank_count > 0)
        pp_i_builder_add_string(&state->out, "    ranking:\n");
    for (size_t i = 0; i < preference->rank_count; i++) {
        const pp_i_rank *rank = &preference->ranking[i];
        pp_i_builder_add_string(&state->out, rank->package_count == 1 ? "      - " : "      - [");
        for (size_t j = 0; j < rank->package_count; j++) {
            pp_i_builder_add_string(&state->out, j == 0 ? "" : ", ");
            write_package(state, rank->packages[j]);
        }
        pp_i_builder_add_string(&state->out, rank->package_count == 1 ? "\n" : "]\n");
    }
    if (preference->unknown_count > 0)
        pp_i_builder_add_string(&state->out, "    unknown:\n");
    for (size_t i = 0; i < preference->unknown_count; i++) {
        pp_i_builder_add_string(&state->out, "      - [");
        write_package(state, preference->unknown[i].a);
        pp_i_builder_add_string(&state->out, ", ");
        write_package(state, preference->unknown[i].b);
        pp_i_builder_add_string(&state->out, "]\n");
    }
}

static void write_preference(writer *state, const pp_i_preference *preference)
{
    pp_i_builder_add_string(&state->out, "  ");
    pp_i_builder_add(&state->out, state->made->parties[preference->party].id);
    pp_i_builder_add_string(&state->out, ":");
    size_t before = state->out.length;
    pp_i_builder_add_byte(&state->out, '\n');
    size_t start = state->out.length;
    if (preference->importance_count > 0)
        write_chains(state, 4, PP_TEXT("importance"), preference->importance,
                     preference->importance_count, NULL);
    if (preference->order_count > 0)
        pp_i_builder_add_string(&state->out, "    orders:\n");
    for (size_t i = 0; i < preference->order_count; i++) {
        const pp_i_order *order = &preference->orders[i];
        const pp_i_issue *issue = &state->made->issues[order->issue];
        write_chains(state, 6, issue->id, order->chains, order->chain_count, issue);
    }
    write_no_deal(state, preference);
    write_comparisons(state, preference);
    write_values(state, preference);
    write_formulas(state, 4, "priorities", preference->priorities, preference->priority_count);
    write_ranking(state, preference);
    write_formula(state, 4, "does_not_see", &preference->does_not_see);
    write_ids(state, "because", preference->because, preference->because_count);
    if (state->out.length == start && !state->out.failed) {
        state->out.length = before;
        pp_i_builder_add_string(&state->out, " {}\n");
    }
}

static void write_rest(writer *state)
{
    const pp_case *made = state->made;
    write_heading(state, "preferences", made->preference_count);
    for (size_t i = 0; i < made->preference_count; i++)
        write_preference(state, &made->preferences[i]);
    write_formulas(state, 0, "same", made->same, made->same_count);
    write_heading(state, "assumptions", made->assumption_count);
    for (size_t i = 0; i < made->assumption_count; i++) {
        write_item(state, 2, "id", made->assumptions[i].id);
        write_text(state, 4, "says", made->assumptions[i].says);
    }
    write_heading(state, "review", made->review_count);
    for (size_t i = 0; i < made->review_count; i++) {
        const pp_i_review *review = &made->reviews[i];
        write_item(state, 2, "what", review->what);
        write_text(state, 4, "why", review->why);
        write_ids(state, "statements", review->statements, review->statement_count);
    }
}

pp_status pp_i_case_write(const pp_case *the_case, pp_i_arena *arena, pp_text *yaml,
                          pp_error *error)
{
    writer state = {.made = the_case, .vocabulary = pp_i_case_vocabulary(the_case), .arena = arena};
    pp_i_builder_init(&state.out, arena);
    pp_i_builder_add_string(&state.out, "pourparler: 1\n");
    write_text(&state, 0, "title", the_case->title);
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
