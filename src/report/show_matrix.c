/*
 * show_matrix.c: the position matrix. Whichever of parties and issues are fewer are the columns;
 * what is still too wide is split into blocks by the table.
 */
#include "report/show_text.h"

#include "report/words.h"

enum { CELL_WIDTH_MIN = 17, CELL_HANG = 2 };

static bool same_issue(const pp_i_position *position, const pp_i_word *issues, size_t issue)
{
    size_t count = position->the_case->issue_count;
    return issue == PP_NONE ? pp_i_bits_next(issues, count, 0) == count
                            : pp_i_bit_get(issues, issue);
}

/* Lines of one cell; the same words twice are one line with a number. */
typedef struct cell_line {
    const char *words;
    size_t times;
} cell_line;

typedef struct cell {
    pp_i_page *page;
    PP_LIST(cell_line) lines;
} cell;

static void add_line(cell *into, const char *line)
{
    for (size_t i = 0; i < into->lines.count; i++)
        if (strcmp(into->lines.items[i].words, line) == 0) {
            into->lines.items[i].times++;
            return;
        }
    cell_line added = {line, 1};
    if (!PP_LIST_ADD(into->page->arena, &into->lines, added))
        pp_i_page_fail(into->page);
}

static const char *cell_text(cell *from)
{
    pp_i_builder builder;
    pp_i_builder_init(&builder, from->page->arena);
    for (size_t i = 0; i < from->lines.count; i++) {
        pp_i_builder_add_string(&builder, i > 0 ? "\n" : "");
        pp_i_builder_add_string(&builder, from->lines.items[i].words);
        if (from->lines.items[i].times > 1)
            pp_i_builder_print(&builder, " ×%zu", from->lines.items[i].times);
        pp_i_builder_add_string(&builder, PP_RICH_PLAIN);
    }
    return pp_i_page_take(from->page, &builder);
}

static const char *red_line_words(pp_i_page *page, const pp_case *the_case,
                                  const pp_i_red_line *line)
{
    const char *holds = pp_i_words_formula_short(page, the_case, &line->holds);
    const char *assumed = line->because_count == 0 ? " (assumption)" : "";
    return line->unclear ? pp_i_page_format(page, PP_RICH_YELLOW "○ %s%s", holds, assumed)
                         : pp_i_page_format(page, PP_RICH_RED "● %s%s", holds, assumed);
}

static const char *statement_words(pp_i_page *page, const pp_case *the_case,
                                   const pp_i_statement *said)
{
    const char *what = said->about.node_count > 0
                           ? pp_i_words_formula_short(page, the_case, &said->about)
                           : pp_i_page_safe(page, said->topic);
    const char *condition =
        said->condition.node_count == 0
            ? ""
            : pp_i_page_format(page, ", if %s", pp_i_page_safe(page, said->condition.words));
    const char *strength = pp_i_strength_text(said->strength);
    return pp_i_page_format(
        page, "%s %s %s%s%s%s%s", said->act == PP_ACT_DOUBTS ? PP_RICH_CYAN "?" : "›",
        pp_i_act_text(said->act), what, condition, strength[0] == '\0' ? "" : " (", strength,
        strength[0] == '\0' ? "" : ")");
}

/* What a party says on an issue; PP_NONE: what fits no issue. */
static const char *cell_of(pp_i_page *page, const pp_i_position *position, size_t party,
                           size_t issue)
{
    const pp_case *the_case = position->the_case;
    cell into = {.page = page};
    for (size_t i = 0; i < the_case->red_line_count; i++) {
        const pp_i_red_line *line = &the_case->red_lines[i];
        if (line->party == party && position->red_line_counts[i] &&
            same_issue(position, position->red_line_issues[i], issue))
            add_line(&into, red_line_words(page, the_case, line));
    }
    for (size_t i = 0; i < the_case->statement_count; i++) {
        const pp_i_statement *said = &the_case->statements[i];
        if (said->party == party && position->statement_counts[i] &&
            same_issue(position, position->statement_issues[i], issue))
            add_line(&into, statement_words(page, the_case, said));
    }
    return cell_text(&into);
}

static const char *party_title(pp_i_page *page, const pp_case *the_case, size_t party)
{
    const pp_i_party *one = &the_case->parties[party];
    const char *name = pp_i_page_safe(page, one->name);
    if (one->role == PP_ROLE_PRINCIPAL)
        return name;
    return pp_i_page_format(page, "%s " PP_RICH_PLAIN "(%s)", name, pp_i_role_text(one->role));
}

static const char *issue_title(pp_i_page *page, const pp_case *the_case, size_t issue)
{
    if (issue == PP_NONE)
        return PP_RICH_PLAIN "What fits no issue";
    const pp_i_issue *one = &the_case->issues[issue];
    const char *title = pp_i_page_safe(page, one->title);
    const char *id =
        pp_i_text_equal(one->title, one->id)
            ? ""
            : pp_i_page_format(page, "\n" PP_RICH_DIM "[%s]", pp_i_page_safe(page, one->id));
    const char *by =
        one->decided_by == PP_NONE
            ? ""
            : pp_i_page_format(page, "\n" PP_RICH_DIM "decided by %s",
                               pp_i_page_safe(page, the_case->parties[one->decided_by].name));
    return pp_i_page_format(page, "%s%s%s", title, id, by);
}

static bool anything_else(const pp_i_position *position)
{
    for (size_t i = 0; i < position->the_case->statement_count; i++)
        if (position->statement_counts[i] &&
            same_issue(position, position->statement_issues[i], PP_NONE))
            return true;
    return false;
}

static size_t *places(pp_i_page *page, const bool *wanted, size_t count, bool add_none,
                      size_t *place_count)
{
    size_t *list = PP_NEW_ARRAY(page->arena, size_t, count + 1);
    *place_count = 0;
    if (list == NULL) {
        pp_i_page_fail(page);
        return NULL;
    }
    for (size_t i = 0; i < count; i++)
        if (wanted == NULL || wanted[i])
            list[(*place_count)++] = i;
    if (add_none)
        list[(*place_count)++] = PP_NONE;
    return list;
}

static void say_matrix(pp_i_page *page, const pp_i_position *position)
{
    const pp_case *the_case = position->the_case;
    size_t party_count, issue_count;
    size_t *parties =
        places(page, position->party_shown, the_case->party_count, false, &party_count);
    size_t *issues =
        places(page, NULL, the_case->issue_count, anything_else(position), &issue_count);
    if (parties == NULL || issues == NULL)
        return;
    bool by_party = party_count <= issue_count; /* a column each */
    size_t column_count = by_party ? party_count : issue_count;
    size_t row_count = by_party ? issue_count : party_count;
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, column_count + 1, 1);
    table.grid = true;
    for (size_t c = 0; !table.failed && c < column_count; c++)
        table.columns[c + 1] =
            (pp_i_column){.title = by_party ? party_title(page, the_case, parties[c])
                                            : issue_title(page, the_case, issues[c]),
                          .width_min = CELL_WIDTH_MIN,
                          .hang = CELL_HANG};
    if (!table.failed)
        table.columns[0] = (pp_i_column){.title = by_party ? "Issue" : "Party"};
    for (size_t r = 0; r < row_count; r++) {
        pp_i_text_table_add(&table, by_party ? issue_title(page, the_case, issues[r])
                                             : party_title(page, the_case, parties[r]));
        for (size_t c = 0; c < column_count; c++)
            pp_i_text_table_add(&table, cell_of(page, position, parties[by_party ? c : r],
                                                issues[by_party ? r : c]));
    }
    pp_i_page_table(page, 0, &table);
}

/* What the option ids of the cells stand for, where they have titles. */
static void say_options(pp_i_page *page, const pp_case *the_case)
{
    pp_i_text_table table;
    pp_i_text_table_init(&table, page->arena, 3, 3);
    if (!table.failed) {
        table.columns[0] = (pp_i_column){.title = "Issue"};
        table.columns[1] = (pp_i_column){.title = "Option"};
        table.columns[2] = (pp_i_column){.title = "Stands for"};
    }
    for (size_t i = 0; i < the_case->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        bool first = true;
        for (size_t j = 0; j < issue->option_count; j++) {
            const pp_i_option *option = &issue->options[j];
            if (pp_i_text_equal(option->id, option->title))
                continue;
            if (first)
                pp_i_text_table_rule(&table);
            pp_i_text_table_add(&table, first ? pp_i_page_safe(page, issue->id) : "");
            first = false;
            pp_i_text_table_add(&table, pp_i_page_safe(page, option->id));
            pp_i_text_table_add(&table, pp_i_page_safe(page, option->title));
        }
    }
    if (pp_i_text_table_row_count(&table) == 0)
        return;
    pp_i_page_heading(page, "What the options stand for");
    pp_i_page_blank(page);
    pp_i_page_table(page, 0, &table);
}

void pp_i_show_text_matrix(pp_i_page *page, const pp_i_position *position)
{
    say_matrix(page, position);
    pp_i_page_blank(page);
    pp_i_page_say(page, 0, 0,
                  PP_RICH_RED "●" PP_RICH_PLAIN " firm red line   " PP_RICH_YELLOW "○" PP_RICH_PLAIN
                              " unclear red line   › statement   " PP_RICH_CYAN "?" PP_RICH_PLAIN
                              " doubt   empty: nothing is known");
    say_options(page, position->the_case);
}
