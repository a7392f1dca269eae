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

typedef struct positions {
    pp_i_page *page;
    const pp_brief *brief;
    pp_i_word *known;         /* [party * word_count]: the issues on which it said something, */
    pp_i_word *spoken;        /* and those on which anybody did */
    size_t *parties, *issues; /* those of which something is known */
    size_t word_count, party_count, issue_count;
} positions;

static void note(positions *m, size_t party, const pp_i_word *issues)
{
    for (size_t w = 0; w < m->word_count; w++) {
        m->known[party * m->word_count + w] |= issues[w];
        m->spoken[w] |= issues[w];
    }
}

static bool cell_has(const positions *m, size_t party, size_t issue)
{
    return pp_i_bit_get(m->known + party * m->word_count, issue);
}

static bool find_known(positions *m)
{
    const pp_case *the_case = m->brief->the_case;
    const pp_i_position *position = &m->brief->position;
    m->word_count = pp_i_word_count(the_case->issue_count);
    m->known = PP_NEW_ARRAY(m->page->arena, pp_i_word, (the_case->party_count + 1) * m->word_count);
    m->parties = PP_NEW_ARRAY(m->page->arena, size_t, the_case->party_count);
    m->issues = PP_NEW_ARRAY(m->page->arena, size_t, the_case->issue_count);
    if (m->known == NULL || m->parties == NULL || m->issues == NULL) {
        pp_i_page_fail(m->page);
        return false;
    }
    m->spoken = m->known + the_case->party_count * m->word_count;
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (position->red_line_counts[i])
            note(m, the_case->red_lines[i].party, position->red_line_issues[i]);
    for (size_t i = 0; i < the_case->statement_count; i++)
        if (position->statement_counts[i])
            note(m, the_case->statements[i].party, position->statement_issues[i]);
    for (size_t p = 0; p < the_case->party_count; p++)
        if (pp_i_bits_count(m->known + p * m->word_count, m->word_count) > 0)
            m->parties[m->party_count++] = p;
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (pp_i_bit_get(m->spoken, i))
            m->issues[m->issue_count++] = i;
    return true;
}

/* --- The matrix: what there is of each party on each issue, in a word or two --- */

/* "**red line**, demands": red lines, then each act once, in the order in which they were said. */
static void add_kinds(const positions *m, size_t party, size_t issue)
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

static void add_matrix(const positions *m)
{
    bool parties_across = m->party_count <= m->issue_count;
    size_t across = parties_across ? m->party_count : m->issue_count;
    size_t down = parties_across ? m->issue_count : m->party_count;
    if (across == 0 || across > COLUMN_COUNT_MAX)
        return;
    pp_i_page *page = m->page;
    const pp_case *the_case = m->brief->the_case;
    pp_i_md_add(page, "\n| %s |", parties_across ? "Issue" : "Party");
    for (size_t k = 0; k < across; k++)
        pp_i_md_add(page, " %s |",
                    pp_i_md_text(page, parties_across ? the_case->parties[m->parties[k]].name
                                                      : the_case->issues[m->issues[k]].title));
    pp_i_md_add(page, "\n|:---|");
    for (size_t k = 0; k < across; k++)
        pp_i_md_add(page, ":---|");
    for (size_t row = 0; row < down; row++) {
        pp_i_md_add(page, "\n| %s |",
                    pp_i_md_text(page, parties_across ? the_case->issues[m->issues[row]].title
                                                      : the_case->parties[m->parties[row]].name));
        for (size_t k = 0; k < across; k++) {
            pp_i_md_add(page, " ");
            add_kinds(m, m->parties[parties_across ? k : row], m->issues[parties_across ? row : k]);
            pp_i_md_add(page, " |");
        }
    }
    pp_i_md_add(page, "\n");
}

/* --- In full --- */

static void add_cell(const positions *m, size_t party, size_t issue)
{
    pp_i_page *page = m->page;
    const pp_brief *brief = m->brief;
    const pp_case *the_case = brief->the_case;
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

static void add_unspoken(const positions *m)
{
    const pp_case *the_case = m->brief->the_case;
    const char *between = "\nNothing is known of anybody on ";
    for (size_t j = 0; j < the_case->issue_count; j++)
        if (!pp_i_bit_get(m->spoken, j)) {
            pp_i_md_add(m->page, "%s*%s*", between,
                        pp_i_md_text(m->page, the_case->issues[j].title));
            between = ", ";
        }
    if (m->issue_count < the_case->issue_count)
        pp_i_md_add(m->page, ".\n");
}

void pp_i_md_positions(pp_i_page *page, const pp_brief *brief)
{
    const pp_case *the_case = brief->the_case;
    positions m = {.page = page, .brief = brief};
    pp_i_md_add(page, "\n## Who stands where\n\nWhere a party is not named, nothing is known of it "
                      "on that issue.\n");
    if (!find_known(&m))
        return;
    add_matrix(&m);
    add_unspoken(&m);
    for (size_t j = 0; j < m.issue_count; j++) {
        pp_i_md_add(page, "\n### %s\n", pp_i_md_text(page, the_case->issues[m.issues[j]].title));
        for (size_t i = 0; i < m.party_count; i++)
            if (cell_has(&m, m.parties[i], m.issues[j]))
                add_cell(&m, m.parties[i], m.issues[j]);
    }
}
