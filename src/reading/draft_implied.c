/*
 * draft_implied.c: red lines that tie one thing to another; see drafter.h.
 *
 * Who would sign only if the books were opened has the red line "signing implies open books": other
 * packages, without either or with both, are left to him. It is firm where a strong word stands and
 * he takes the same position nowhere without the condition, else unclear.
 */
#include "reading/drafter.h"

enum { SET_WORD_COUNT = PP_CASE_OPTION_COUNT_MAX / PP_WORD_BITS };

/* Options of one issue. */
typedef struct choice_of {
    size_t issue;
    pp_i_word options[SET_WORD_COUNT];
} choice_of;

static void turn(const pp_i_drafter *drafter, choice_of *one)
{
    for (size_t i = 0; i < drafter->case_issues.items[one->issue].option_count; i++)
        pp_i_bit_flip(one->options, i);
}

/* Is it neither none of the issue's options nor all of them? */
static bool is_some(const pp_i_drafter *drafter, const choice_of *one)
{
    size_t option_count = drafter->case_issues.items[one->issue].option_count;
    size_t count = pp_i_bits_count(one->options, pp_i_word_count(option_count));
    return count > 0 && count < option_count;
}

/* Where `from` comes about, `to` must. */
static void read_hanging(const pp_i_drafter *drafter, size_t said, choice_of *from, choice_of *to)
{
    const pp_i_hanging *hanging = &drafter->hanging[said];
    choice_of position = {0}, met = {.issue = hanging->issue};
    pp_i_draft_position(drafter, &drafter->statements.items[drafter->statement_of[said]],
                        &position.issue, position.options);
    size_t count = drafter->case_issues.items[hanging->issue].option_count;
    memcpy(met.options, hanging->options, pp_i_word_count(count) * sizeof *met.options);
    bool refuses = pp_i_draft_is_against(drafter, said);
    bool with = hanging->kind == PP_HANGING_NEEDS || hanging->kind == PP_HANGING_EXCLUDES;
    if (with && refuses)
        turn(drafter, &position); /* what is refused */
    if (hanging->kind == PP_HANGING_EXCLUDES || hanging->kind == PP_HANGING_ELSE)
        turn(drafter, &met);
    *from = with ? position : met;
    *to = with ? met : position;
}

/* "from implies to" */
static bool make_formula(pp_i_drafter *drafter, const choice_of *from, const choice_of *to,
                         pp_i_formula *formula)
{
    pp_i_formula left, right;
    pp_i_formula_node *nodes = PP_NEW_ARRAY(drafter->arena, pp_i_formula_node, 3);
    uint32_t *children = PP_NEW_ARRAY(drafter->arena, uint32_t, 2);
    if (nodes == NULL || children == NULL ||
        !pp_i_draft_formula(drafter, from->issue, from->options, &left) ||
        !pp_i_draft_formula(drafter, to->issue, to->options, &right))
        return false;
    children[0] = 0;
    children[1] = 1;
    nodes[0] = left.nodes[0];
    nodes[1] = right.nodes[0];
    nodes[2] =
        (pp_i_formula_node){.kind = PP_FORMULA_IMPLIES, .children = children, .child_count = 2};
    *formula = (pp_i_formula){.nodes = nodes, .node_count = 3};
    return true;
}

/* Does the party take the position somewhere without a condition? */
static bool is_softened(const pp_i_drafter *drafter, size_t party, const choice_of *from)
{
    for (size_t i = 0; i < drafter->statements.count; i++) {
        const pp_i_statement *said = &drafter->statements.items[i];
        choice_of own = {0};
        if (said->party != party || drafter->no_position[i] || said->condition.node_count > 0 ||
            !pp_i_draft_position(drafter, said, &own.issue, own.options) ||
            own.issue != from->issue)
            continue;
        turn(drafter, &own);
        bool all = true; /* of what he is for lies in `from` */
        for (size_t k = 0; k < drafter->case_issues.items[own.issue].option_count; k++)
            all = all && (pp_i_bit_get(own.options, k) || pp_i_bit_get(from->options, k));
        if (all)
            return true;
    }
    return false;
}

/* The red line of the party that says the same, or PP_NONE. */
static size_t line_there(const pp_i_drafter *drafter, size_t party, const pp_i_formula *holds)
{
    pp_i_vocabulary names = {.issues = drafter->case_issues.items,
                             .issue_count = drafter->case_issues.count};
    for (size_t i = 0; i < drafter->red_lines.count; i++)
        if (drafter->red_lines.items[i].party == party &&
            pp_i_formula_equal(&drafter->red_lines.items[i].holds, holds, &names))
            return i;
    return PP_NONE;
}

/* "the-fare", "no the-fare" or the id of the one option. */
static const char *words_of(const pp_i_drafter *drafter, const choice_of *one)
{
    const pp_i_issue *issue = &drafter->case_issues.items[one->issue];
    size_t count = pp_i_bits_count(one->options, pp_i_word_count(issue->option_count));
    for (size_t i = 0; i < issue->option_count && issue->option_count > 2 && count == 1; i++)
        if (pp_i_bit_get(one->options, i))
            return issue->options[i].id.data;
    bool refused = pp_i_bit_get(one->options, 0);
    return pp_i_arena_print(drafter->arena, "%s%.*s", refused ? "no " : "", (int)issue->id.length,
                            issue->id.data);
}

/* One more statement that a line rests on; its list doubles where it is full. */
static bool add_because(pp_i_drafter *drafter, pp_i_red_line *line, size_t statement)
{
    size_t count = line->because_count;
    size_t *because = (size_t *)line->because;
    if ((count & (count - 1)) == 0) {
        because = PP_NEW_ARRAY(drafter->arena, size_t, count == 0 ? 1 : 2 * count);
        if (because == NULL)
            return false;
        if (count > 0)
            memcpy(because, line->because, count * sizeof *because);
        line->because = because;
    }
    because[line->because_count++] = statement;
    return true;
}

/* "Would sign only if" has no strong word; "will never sign until" has. */
static bool is_strong(const pp_i_drafter *drafter, size_t said)
{
    const pp_i_said *one = &drafter->reading->statements[said];
    return pp_i_act_direction(one->act) < 0 || drafter->hanging[said].kind != PP_HANGING_NEEDS;
}

static bool add_line(pp_i_drafter *drafter, size_t said)
{
    size_t statement = drafter->statement_of[said];
    const pp_i_statement *one = &drafter->statements.items[statement];
    size_t old_count = drafter->base == NULL ? 0 : drafter->base->red_line_count;
    choice_of from, to;
    pp_i_red_line line = {.party = one->party};
    read_hanging(drafter, said, &from, &to);
    if (!is_some(drafter, &from) || !is_some(drafter, &to))
        return true;
    if (!make_formula(drafter, &from, &to, &line.holds))
        return false;
    bool firm = one->strength == PP_STRENGTH_MUST && is_strong(drafter, said) &&
                !is_softened(drafter, one->party, &from);
    size_t there = line_there(drafter, one->party, &line.holds);
    if (there != PP_NONE && there >= old_count) {
        pp_i_red_line *known = &drafter->red_lines.items[there];
        known->unclear = known->unclear && !firm;
        return add_because(drafter, known, statement);
    }
    if (there != PP_NONE || drafter->red_lines.count >= PP_CASE_RED_LINE_COUNT_MAX)
        return true;
    line.unclear = !firm;
    const char *words = words_of(drafter, &to);
    pp_text party = drafter->parties.items[one->party].id;
    const char *name = words == NULL ? NULL
                                     : pp_i_arena_print(drafter->arena, "%.*s needs %s",
                                                        (int)party.length, party.data, words);
    if (name == NULL || !add_because(drafter, &line, statement))
        return false;
    return pp_i_draft_add_red_line(drafter, name, line);
}

bool pp_i_draft_implied(pp_i_drafter *drafter)
{
    for (size_t i = 0; i < drafter->reading->statement_count; i++)
        if (drafter->hanging[i].issue != PP_NONE && !add_line(drafter, i))
            return false;
    return true;
}
