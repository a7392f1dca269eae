/* brief_markdown_positions.c: who stands where, as a matrix and in full; see brief_markdown.h. */
#include "report/brief_markdown.h"

enum { COLUMN_COUNT_MAX = 8 /* of the matrix: more do not fit a page */ };

static bool is_line_of(const pp_brief *brief, size_t line, size_t party, size_t issue)
{
    return brief->the_case->red_lines[line].party == party &&
           brief->position.red_line_counts[line] &&
           pp_i_bit_get(brief->position.red_line_issues[line], issue);
}

static bool is_statement_of(const pp_i_position *position, size_t statement, size_t party,
                            size_t issue)
{
    return position->the_case->statements[statement].party == party &&
           position->statement_counts[statement] &&
           pp_i_bit_get(position->statement_issues[statement], issue);
}

static bool cell_has(const pp_brief *brief, size_t party, size_t issue)
{
    for (size_t i = 0; i < brief->the_case->red_line_count; i++)
        if (is_line_of(brief, i, party, issue))
            return true;
    for (size_t i = 0; i < brief->the_case->statement_count; i++)
        if (is_statement_of(&brief->position, i, party, issue))
            return true;
    return false;
}

/* --- The matrix: what there is of each party on each issue, in a word or two -------------------
 */

typedef struct matrix {
    pp_i_page *page;
    const pp_brief *brief;
    size_t *parties, *issues; /* those of which something is known */
    size_t party_count, issue_count;
} matrix;

static bool find_known(matrix *m)
{
    const pp_case *the_case = m->brief->the_case;
    m->parties = PP_NEW_ARRAY(m->page->arena, size_t, the_case->party_count);
    m->issues = PP_NEW_ARRAY(m->page->arena, size_t, the_case->issue_count);
    if (m->parties == NULL || m->issues == NULL) {
        pp_i_page_fail(m->page);
        return false;
    }
    for (size_t p = 0; p < the_case->party_count; p++)
        for (size_t i = 0; i < the_case->issue_count; i++)
            if (cell_has(m->brief, p, i)) {
                m->parties[m->party_count++] = p;
                break;
            }
    for (size_t i = 0; i < the_case->issue_count; i++)
        for (size_t k = 0; k < m->party_count; k++)
            if (cell_has(m->brief, m->parties[k], i)) {
                m->issues[m->issue_count++] = i;
                break;
            }
    return true;
}

/* "**red line**, demands": red lines, then each act once, in the order in which they were said. */
static void add_kinds(const matrix *m, size_t party, size_t issue)
{
    const pp_case *the_case = m->brief->the_case;
    const pp_i_position *position = &m->brief->position;
    bool firm = false, unclear = false;
    unsigned acts = 0;
    const char *between = "";
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (is_line_of(m->brief, i, party, issue)) {
            firm = firm || !the_case->red_lines[i].unclear;
            unclear = unclear || the_case->red_lines[i].unclear;
        }
    if (firm || unclear) {
        pp_i_md_add(m->page, "%s", firm ? "**red line**" : "*red line, unclear*");
        between = ", ";
    }
    for (size_t i = 0; i < the_case->statement_count; i++) {
        unsigned act = 1u << the_case->statements[i].act;
        if (!is_statement_of(position, i, party, issue) || (acts & act) != 0)
            continue;
        acts |= act;
        pp_i_md_add(m->page, "%s%s", between, pp_i_act_text(the_case->statements[i].act));
        between = ", ";
    }
}

static void add_matrix(pp_i_page *page, const pp_brief *brief)
{
    matrix m = {.page = page, .brief = brief};
    if (!find_known(&m) || m.party_count == 0)
        return;
    bool parties_across = m.party_count <= m.issue_count;
    size_t across = parties_across ? m.party_count : m.issue_count;
    size_t down = parties_across ? m.issue_count : m.party_count;
    if (across > COLUMN_COUNT_MAX)
        return;
    const pp_case *the_case = brief->the_case;
    pp_i_md_add(page, "\n| %s |", parties_across ? "Issue" : "Party");
    for (size_t k = 0; k < across; k++)
        pp_i_md_add(page, " %s |",
                    pp_i_md_text(page, parties_across ? the_case->parties[m.parties[k]].name
                                                      : the_case->issues[m.issues[k]].title));
    pp_i_md_add(page, "\n|:---|");
    for (size_t k = 0; k < across; k++)
        pp_i_md_add(page, ":---|");
    for (size_t row = 0; row < down; row++) {
        pp_i_md_add(page, "\n| %s |",
                    pp_i_md_text(page, parties_across ? the_case->issues[m.issues[row]].title
                                                      : the_case->parties[m.parties[row]].name));
        for (size_t k = 0; k < across; k++) {
            pp_i_md_add(page, " ");
            add_kinds(&m, m.parties[parties_across ? k : row], m.issues[parties_across ? row : k]);
            pp_i_md_add(page, " |");
        }
    }
    pp_i_md_add(page, "\n");
}

/* --- In full -----------------------------------------------------------------------------------
 */

static void add_cell(pp_i_page *page, const pp_brief *brief, size_t party, size_t issue)
{
    const pp_case *the_case = brief->the_case;
    if (!cell_has(brief, party, issue))
        return;
    pp_i_md_add(page, "\n**%s**\n\n", pp_i_md_text(page, the_case->parties[party].name));
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (is_line_of(brief, i, party, issue))
            pp_i_md_add(
                page, "- *Red line, %s%s*: %s\n",
                the_case->red_lines[i].unclear ? "unclear" : "firm",
                the_case->red_lines[i].because_count == 0 ? ", assumed" : "",
                pp_i_md(page, pp_i_words_formula(page, the_case, &the_case->red_lines[i].holds)));
    for (size_t i = 0; i < the_case->statement_count; i++)
        if (is_statement_of(&brief->position, i, party, issue))
            pp_i_md_statement(page, brief, i, "- ");
}

/* Does any party shown say something on an issue? */
static bool is_spoken_of(const pp_brief *brief, size_t issue)
{
    for (size_t i = 0; i < brief->the_case->party_count; i++)
        if (brief->position.party_shown[i] && cell_has(brief, i, issue))
            return true;
    return false;
}

static void add_unspoken(pp_i_page *page, const pp_brief *brief)
{
    const char *between = "\nNothing is known of anybody on ";
    for (size_t j = 0; j < brief->the_case->issue_count; j++)
        if (!is_spoken_of(brief, j)) {
            pp_i_md_add(page, "%s*%s*", between,
                        pp_i_md_text(page, brief->the_case->issues[j].title));
            between = ", ";
        }
    if (between[0] == ',')
        pp_i_md_add(page, ".\n");
}

void pp_i_md_positions(pp_i_page *page, const pp_brief *brief)
{
    const pp_case *the_case = brief->the_case;
    pp_i_md_add(page, "\n## Who stands where\n\nWhere a party is not named, nothing is known of it "
                      "on that issue.\n");
    add_matrix(page, brief);
    add_unspoken(page, brief);
    for (size_t j = 0; j < the_case->issue_count; j++) {
        if (!is_spoken_of(brief, j))
            continue;
        pp_i_md_add(page, "\n### %s\n", pp_i_md_text(page, the_case->issues[j].title));
        for (size_t i = 0; i < the_case->party_count; i++)
            if (brief->position.party_shown[i])
                add_cell(page, brief, i, j);
    }
}
