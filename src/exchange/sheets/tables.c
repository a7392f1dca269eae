/* tables.c: see tables.h. */
#include "exchange/sheets/tables.h"

#include <string.h>

/* A table under construction. */
typedef struct filling {
    const pp_case *the_case;
    pp_i_vocabulary vocabulary;
    pp_i_arena *arena;
    PP_LIST(pp_text) cells;
    size_t column_count;
    bool failed;
} filling;

static void add(filling *f, pp_text text)
{
    f->failed = f->failed || !PP_LIST_ADD(f->arena, &f->cells, text);
}

static void add_names(filling *f, const char *const *names, size_t count)
{
    f->column_count = count;
    for (size_t i = 0; i < count; i++)
        add(f, pp_i_text_of(names[i]));
}

static void add_formula(filling *f, const pp_i_formula *formula)
{
    const char *text =
        formula->node_count == 0 ? "" : pp_i_formula_print(formula, &f->vocabulary, f->arena);
    f->failed = f->failed || text == NULL;
    add(f, text == NULL ? PP_TEXT("") : pp_i_text_of(text));
}

static void add_date(filling *f, pp_i_date date)
{
    char text[PP_DATE_SIZE] = "";
    if (date != 0)
        pp_i_date_print(date, text);
    char *copy = pp_i_arena_copy(f->arena, text, strlen(text));
    f->failed = f->failed || copy == NULL;
    add(f, copy == NULL ? PP_TEXT("") : pp_i_text_of(copy));
}

static void add_list(filling *f, const pp_text *items, size_t count)
{
    pp_i_builder out;
    pp_i_builder_init(&out, f->arena);
    for (size_t i = 0; i < count; i++) {
        pp_i_builder_add_string(&out, i == 0 ? "" : PP_SHEET_LIST_MARK);
        pp_i_builder_add(&out, items[i]);
    }
    f->failed = f->failed || out.failed;
    add(f, out.failed ? PP_TEXT("") : pp_i_builder_text(&out));
}

static void add_statements(filling *f, const size_t *statements, size_t count)
{
    pp_text *ids = PP_NEW_ARRAY(f->arena, pp_text, count);
    f->failed = f->failed || ids == NULL;
    for (size_t i = 0; ids != NULL && i < count; i++)
        ids[i] = f->the_case->statements[statements[i]].id;
    add_list(f, ids, ids == NULL ? 0 : count);
}

/* --- The tables ------------------------------------------------------------------------------- */

static void fill_case(filling *f)
{
    static const char *const names[] = {"title", "as_of", "consent"};
    add_names(f, names, 3);
    add(f, f->the_case->title);
    add_date(f, f->the_case->as_of);
    add_formula(f, &f->the_case->consent);
}

static void fill_parties(filling *f)
{
    static const char *const names[] = {"party", "name", "aliases", "role"};
    add_names(f, names, 4);
    for (size_t i = 0; i < f->the_case->party_count; i++) {
        const pp_i_party *party = &f->the_case->parties[i];
        add(f, party->id);
        add(f, party->name);
        add_list(f, party->aliases, party->alias_count);
        add(f, pp_i_text_of(pp_i_role_text(party->role)));
    }
}

static void fill_issues(filling *f)
{
    static const char *const names[] = {"issue", "title", "option", "option_title", "decided_by"};
    add_names(f, names, 5);
    for (size_t i = 0; i < f->the_case->issue_count; i++) {
        const pp_i_issue *issue = &f->the_case->issues[i];
        for (size_t o = 0; o < issue->option_count; o++) {
            add(f, issue->id);
            add(f, issue->title);
            add(f, issue->options[o].id);
            add(f, issue->options[o].title);
            add(f, issue->decided_by == PP_NONE ? PP_TEXT("")
                                                : f->the_case->parties[issue->decided_by].id);
        }
    }
}

static void fill_links(filling *f)
{
    static const char *const names[] = {"rule", "why"};
    add_names(f, names, 2);
    for (size_t i = 0; i < f->the_case->link_count; i++) {
        add_formula(f, &f->the_case->links[i].rule);
        add(f, f->the_case->links[i].why);
    }
}

static void fill_sources(filling *f)
{
    static const char *const names[] = {"source", "title", "date", "grade", "file", "text"};
    add_names(f, names, 6);
    for (size_t i = 0; i < f->the_case->source_count; i++) {
        const pp_i_source *source = &f->the_case->sources[i];
        char grade[3] = {source->grade_source, source->grade_information, '\0'};
        char *copy = pp_i_arena_copy(f->arena, grade, source->grade_given ? 2 : 0);
        f->failed = f->failed || copy == NULL;
        add(f, source->id);
        add(f, source->title);
        add_date(f, source->date);
        add(f, copy == NULL ? PP_TEXT("") : pp_i_text_of(copy));
        add(f, source->file);
        add(f, source->words);
    }
}

static void fill_statements(filling *f)
{
    static const char *const names[] = {"statement", "party",    "speaker",   "act",    "about",
                                        "topic",     "strength", "if",        "source", "date",
                                        "quote",     "replaces", "confidence"};
    add_names(f, names, 13);
    for (size_t i = 0; i < f->the_case->statement_count; i++) {
        const pp_i_statement *said = &f->the_case->statements[i];
        add(f, said->id);
        add(f, f->the_case->parties[said->party].id);
        add(f, said->speaker);
        add(f, pp_i_text_of(pp_i_act_text(said->act)));
        add_formula(f, &said->about);
        add(f, said->topic);
        add(f, pp_i_text_of(pp_i_strength_text(said->strength)));
        add_formula(f, &said->condition);
        add(f, said->source == PP_NONE ? PP_TEXT("") : f->the_case->sources[said->source].id);
        add_date(f, said->date_given);
        add(f, said->quote);
        add(f,
            said->replaces == PP_NONE ? PP_TEXT("") : f->the_case->statements[said->replaces].id);
        add(f, said->confidence_words);
    }
}

static void fill_red_lines(filling *f)
{
    static const char *const names[] = {"red_line", "party", "holds", "firmness", "because"};
    add_names(f, names, 5);
    for (size_t i = 0; i < f->the_case->red_line_count; i++) {
        const pp_i_red_line *line = &f->the_case->red_lines[i];
        add(f, line->id);
        add(f, f->the_case->parties[line->party].id);
        add_formula(f, &line->holds);
        add(f, line->unclear ? PP_TEXT("unclear") : PP_TEXT("firm"));
        add_statements(f, line->because, line->because_count);
    }
}

static void fill_assumptions(filling *f)
{
    static const char *const names[] = {"assumption", "says"};
    add_names(f, names, 2);
    for (size_t i = 0; i < f->the_case->assumption_count; i++) {
        add(f, f->the_case->assumptions[i].id);
        add(f, f->the_case->assumptions[i].says);
    }
}

bool pp_i_sheets_of(const pp_case *the_case, pp_i_arena *arena, pp_i_sheet sheets[PP_SHEET_COUNT])
{
    static const struct {
        const char *name;
        void (*fill)(filling *f);
    } tables[] = {{"case", fill_case},           {"parties", fill_parties},
                  {"issues", fill_issues},       {"links", fill_links},
                  {"sources", fill_sources},     {"statements", fill_statements},
                  {"red-lines", fill_red_lines}, {"assumptions", fill_assumptions}};
    if (!pp_i_sheet_positions(the_case, arena, &sheets[0]))
        return false;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        filling f = {
            .the_case = the_case, .vocabulary = pp_i_case_vocabulary(the_case), .arena = arena};
        tables[i].fill(&f);
        if (f.failed)
            return false;
        sheets[i + 1] = (pp_i_sheet){.name = tables[i].name,
                                     .column_count = f.column_count,
                                     .cells = f.cells.items,
                                     .row_count = f.cells.count / f.column_count};
    }
    return true;
}

/* --- The matrix ------------------------------------------------------------------------------- */

static bool speaks_of(const pp_case *the_case, const pp_i_formula *formula, size_t issue,
                      pp_i_word *scratch)
{
    memset(scratch, 0, pp_i_word_count(the_case->issue_count) * sizeof *scratch);
    if (formula->node_count > 0)
        pp_i_formula_subjects(formula, scratch);
    return pp_i_bit_get(scratch, issue);
}

static void cell_line(pp_i_builder *out, const char *mark, const char *text)
{
    pp_i_builder_print(out, "%s%s %s", out->length == 0 ? "" : "\n", mark, text);
}

static void add_position(filling *f, size_t issue, size_t party, pp_i_word *scratch)
{
    const pp_case *the_case = f->the_case;
    pp_i_builder out;
    pp_i_builder_init(&out, f->arena);
    for (size_t i = 0; i < the_case->red_line_count && !f->failed; i++) {
        const pp_i_red_line *line = &the_case->red_lines[i];
        if (line->party != party || !speaks_of(the_case, &line->holds, issue, scratch))
            continue;
        const char *text = pp_i_formula_print(&line->holds, &f->vocabulary, f->arena);
        f->failed = text == NULL;
        cell_line(&out, line->unclear ? "?" : "!", text == NULL ? "" : text);
    }
    for (size_t i = 0; i < the_case->statement_count && !f->failed; i++) {
        const pp_i_statement *said = &the_case->statements[i];
        if (said->party != party || said->replaced ||
            !speaks_of(the_case, &said->about, issue, scratch))
            continue;
        const char *text = pp_i_formula_print(&said->about, &f->vocabulary, f->arena);
        f->failed = text == NULL;
        cell_line(&out, pp_i_act_text(said->act), text == NULL ? "" : text);
        if (said->strength != PP_STRENGTH_NONE)
            pp_i_builder_print(&out, " (%s)", pp_i_strength_text(said->strength));
    }
    f->failed = f->failed || out.failed;
    add(f, f->failed ? PP_TEXT("") : pp_i_builder_text(&out));
}

bool pp_i_sheet_positions(const pp_case *the_case, pp_i_arena *arena, pp_i_sheet *sheet)
{
    filling f = {
        .the_case = the_case, .vocabulary = pp_i_case_vocabulary(the_case), .arena = arena};
    pp_i_word *scratch = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(the_case->issue_count));
    if (scratch == NULL)
        return false;
    add(&f, PP_TEXT("issue"));
    add(&f, PP_TEXT("title"));
    add(&f, PP_TEXT("options"));
    for (size_t p = 0; p < the_case->party_count; p++)
        add(&f, the_case->parties[p].id);
    for (size_t i = 0; i < the_case->issue_count && !f.failed; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        pp_text *options = PP_NEW_ARRAY(arena, pp_text, issue->option_count);
        if (options == NULL)
            return false;
        for (size_t o = 0; o < issue->option_count; o++)
            options[o] = issue->options[o].id;
        add(&f, issue->id);
        add(&f, issue->title);
        add_list(&f, options, issue->option_count);
        for (size_t p = 0; p < the_case->party_count && !f.failed; p++)
            add_position(&f, i, p, scratch);
    }
    *sheet = (pp_i_sheet){.name = "positions",
                          .column_count = 3 + the_case->party_count,
                          .cells = f.cells.items,
                          .row_count = f.cells.count / (3 + the_case->party_count)};
    return !f.failed;
}
