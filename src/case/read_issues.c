/* read_issues.c: what is to be settled, the ways to settle it, and the links; see read.h. */
#include "case/read.h"

enum { ISSUE_ID, ISSUE_TITLE, ISSUE_OPTIONS, ISSUE_DECIDED_BY, ISSUE_MOVES, ISSUE_FIELD_COUNT };
static const pp_i_field issue_fields[] = {
    [ISSUE_ID] = {"id", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [ISSUE_TITLE] = {"title", PP_FIELD_TEXT},
    [ISSUE_OPTIONS] = {"options", PP_FIELD_LIST | PP_FIELD_NEEDED},
    [ISSUE_DECIDED_BY] = {"decided_by", PP_FIELD_TEXT},
    [ISSUE_MOVES] = {"moves", PP_FIELD_LIST},
};

enum { OPTION_ID, OPTION_TITLE, OPTION_FIELD_COUNT };
static const pp_i_field option_fields[] = {
    [OPTION_ID] = {"id", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [OPTION_TITLE] = {"title", PP_FIELD_TEXT},
};

/* --- Options --------------------------------------------------------------------------------- */

/* Two numbers that are written differently and are the same. */
static void check_numbers(pp_i_reader *reader, const pp_i_option *options, size_t at)
{
    for (size_t i = 0; options[at].is_number && i < at; i++)
        if (options[i].is_number && options[i].id.length > 0 &&
            pp_i_number_compare(options[i].number, options[at].number) == 0) {
            pp_i_diagnostic *said =
                pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, options[at].place,
                              pp_i_utf8_count(options[at].id, options[at].id.length),
                              "option `%.*s` is the same number as `%.*s`",
                              PP_SHOWN(options[at].id), PP_SHOWN(options[i].id));
            PP_READ_HINT(reader, said, "the first one is on line %zu; leave one out",
                         options[i].place.line);
            return;
        }
}

static void read_option(pp_i_reader *reader, pp_i_section *section, const pp_i_yaml_node *node,
                        size_t index, pp_i_option *options)
{
    pp_i_option *option = &options[index];
    const pp_i_yaml_node *values[OPTION_FIELD_COUNT] = {node, NULL};
    option->place = node->place;
    if (node->kind == PP_YAML_MAPPING)
        PP_READ_FIELDS(reader, node, "an option", option_fields, values);
    else if (!pp_i_read_kind(reader, node, PP_FIELD_TEXT | PP_FIELD_MAPPING))
        values[OPTION_ID] = NULL;
    else if (node->text.length == 0) {
        PP_READ_ERROR(reader, node, "an empty option");
        values[OPTION_ID] = NULL;
    }
    option->id = pp_i_read_option_id(reader, section, values[OPTION_ID], index, option);
    if (values[OPTION_ID] != NULL)
        option->place = values[OPTION_ID]->place;
    option->title = values[OPTION_TITLE] == NULL ? option->id : values[OPTION_TITLE]->text;
    if (option->id.length > 0)
        check_numbers(reader, options, index);
}

/* False where an option could not be read, so that formulas about the issue mean nothing. */
static bool read_options(pp_i_reader *reader, const pp_i_yaml_node *list, pp_i_issue *issue)
{
    if (list == NULL)
        return false;
    if (list->item_count == 0) {
        PP_READ_ERROR(reader, list, "an issue needs at least one option");
        return false;
    }
    size_t count = pp_i_read_count(reader, list, PP_CASE_OPTION_COUNT_MAX, "options");
    pp_i_option *options = PP_READ_ARRAY(reader, pp_i_option, count);
    if (options == NULL)
        return false;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&reader->scratch);
    pp_i_map ids;
    pp_i_map_init(&ids, &reader->scratch);
    pp_i_section section;
    pp_i_section_init(reader, &section, "option", "options", &ids);
    issue->numeric = true;
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++) {
        read_option(reader, &section, list->items[i], i, options);
        issue->numeric = issue->numeric && options[i].is_number;
    }
    pp_i_arena_rewind(&reader->scratch, mark);
    issue->options = options;
    issue->option_count = count;
    return !section.broken && count == list->item_count;
}

/* --- Moves ----------------------------------------------------------------------------------- */

/* The byte at which `->` stands, or the length. */
static size_t arrow_find(pp_text text)
{
    for (size_t i = 0; i + 1 < text.length; i++)
        if (text.data[i] == '-' && text.data[i + 1] == '>')
            return i;
    return text.length;
}

static size_t read_move_end(pp_i_reader *reader, const pp_i_yaml_node *node,
                            const pp_i_issue *issue, size_t start, size_t end)
{
    pp_text id = pp_i_text_trim((pp_text){node->text.data + start, end - start});
    size_t at = id.length == 0 ? start : (size_t)(id.data - node->text.data);
    return pp_i_read_option_at(reader, issue, id, pp_i_yaml_place_at(node, at));
}

/* `build -> pause`; false where it is none (reported). */
static bool read_move(pp_i_reader *reader, const pp_i_yaml_node *node, const pp_i_issue *issue,
                      pp_i_move *move)
{
    pp_i_diagnostic *said;
    if (!pp_i_read_kind(reader, node, PP_FIELD_TEXT))
        return false;
    size_t arrow = arrow_find(node->text);
    if (arrow == node->text.length) {
        said = PP_READ_ERROR(reader, node, "`%.*s` is no move", PP_SHOWN(node->text));
        PP_READ_HINT(reader, said, "write `option -> option`");
        return false;
    }
    size_t from = read_move_end(reader, node, issue, 0, arrow);
    size_t to = read_move_end(reader, node, issue, arrow + 2, node->text.length);
    if (from == PP_NONE || to == PP_NONE)
        return false;
    if (from == to) {
        said = PP_READ_ERROR(reader, node, "a move from `%.*s` to itself",
                             PP_SHOWN(issue->options[from].id));
        PP_READ_HINT(reader, said, "staying is always possible: leave this move out");
        return false;
    }
    *move = (pp_i_move){(pp_i_choice)from, (pp_i_choice)to};
    return true;
}

static void read_moves(pp_i_reader *reader, const pp_i_yaml_node *list, pp_i_issue *issue)
{
    pp_i_move *moves = PP_READ_ARRAY(reader, pp_i_move, list->item_count);
    enum { MAX = PP_CASE_OPTION_COUNT_MAX };
    pp_i_word seen[MAX * MAX / PP_WORD_BITS] = {0};
    size_t count = 0;
    for (size_t i = 0; i < list->item_count && pp_i_read_going(reader); i++) {
        pp_i_move move;
        if (!read_move(reader, list->items[i], issue, &move))
            continue;
        size_t bit = (size_t)move.from * MAX + move.to;
        if (pp_i_bit_get(seen, bit))
            PP_READ_HINT(reader,
                         PP_READ_WARNING(reader, list->items[i], "this move is there already"),
                         "leave one of the two out");
        else
            moves[count++] = move;
        pp_i_bit_set(seen, bit);
    }
    issue->moves_given = true;
    issue->moves = moves;
    issue->move_count = count;
}

/* --- Issues ---------------------------------------------------------------------------------- */

static void read_issue(pp_i_reader *reader, const pp_i_yaml_node *node, size_t index,
                       pp_i_issue *issue)
{
    const pp_i_yaml_node *values[ISSUE_FIELD_COUNT];
    PP_READ_FIELDS(reader, node, "an issue", issue_fields, values);
    issue->place = node->place;
    issue->id = pp_i_read_id(reader, &reader->issues, values[ISSUE_ID], index);
    issue->title = values[ISSUE_TITLE] == NULL ? issue->id : values[ISSUE_TITLE]->text;
    issue->decided_by = pp_i_read_reference(reader, &reader->parties, values[ISSUE_DECIDED_BY]);
    bool good = read_options(reader, values[ISSUE_OPTIONS], issue);
    if (!good)
        reader->issues.broken = true;
    else if (values[ISSUE_MOVES] != NULL)
        read_moves(reader, values[ISSUE_MOVES], issue);
}

void pp_i_read_issues(pp_i_reader *reader, const pp_i_yaml_node *list)
{
    if (list == NULL || list->item_count == 0) {
        if (list != NULL)
            PP_READ_ERROR(reader, list, "a case needs at least one issue");
        reader->issues.broken = true;
        return;
    }
    size_t count = pp_i_read_count(reader, list, PP_CASE_ISSUE_COUNT_MAX, "issues");
    reader->issues.broken = count < list->item_count;
    pp_i_issue *issues = PP_READ_ARRAY(reader, pp_i_issue, count);
    if (issues == NULL)
        return;
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++)
        read_issue(reader, list->items[i], i, &issues[i]);
    reader->made->issues = issues;
    reader->made->issue_count = count;
}

/* --- Links ----------------------------------------------------------------------------------- */

enum { LINK_RULE, LINK_WHY, LINK_FIELD_COUNT };
static const pp_i_field link_fields[] = {
    [LINK_RULE] = {"rule", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [LINK_WHY] = {"why", PP_FIELD_TEXT},
};

void pp_i_read_links(pp_i_reader *reader, const pp_i_yaml_node *list)
{
    size_t count = pp_i_read_count(reader, list, PP_CASE_LINK_COUNT_MAX, "links");
    pp_i_link *links = PP_READ_ARRAY(reader, pp_i_link, count);
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_node *values[LINK_FIELD_COUNT];
        PP_READ_FIELDS(reader, list->items[i], "a link", link_fields, values);
        links[i].place = list->items[i]->place;
        links[i].why = pp_i_read_text(values[LINK_WHY]);
        pp_i_read_formula(reader, values[LINK_RULE], &links[i].rule);
    }
    reader->made->links = links;
    reader->made->link_count = count;
}

void pp_i_read_same(pp_i_reader *reader, const pp_i_yaml_node *list)
{
    reader->made->same =
        pp_i_read_formulas(reader, list, PP_CASE_SAME_COUNT_MAX, &reader->made->same_count);
}
