/* read_red_lines.c: what must hold for a party to consent, and why; see read.h. */
#include "case/read.h"

enum {
    RED_LINE_ID,
    RED_LINE_PARTY,
    RED_LINE_HOLDS,
    RED_LINE_FIRMNESS,
    RED_LINE_BECAUSE,
    RED_LINE_FIELD_COUNT
};
static const pp_i_field red_line_fields[] = {
    [RED_LINE_ID] = {"id", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [RED_LINE_PARTY] = {"party", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [RED_LINE_HOLDS] = {"holds", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [RED_LINE_FIRMNESS] = {"firmness", PP_FIELD_TEXT},
    [RED_LINE_BECAUSE] = {"because", PP_FIELD_LIST},
};

static const char *const firmness_words[] = {"firm", "unclear"};

static void check_because(pp_i_reader *reader, const pp_i_red_line *line, size_t statement,
                          const pp_i_yaml_node *node)
{
    const pp_i_statement *named = &reader->made->statements[statement];
    if (line->party == PP_NONE || named->party == PP_NONE || line->party == named->party)
        return;
    pp_i_diagnostic *said =
        PP_READ_WARNING(reader, node, "`%.*s` is a statement of `%.*s`, this red line of `%.*s`",
                        PP_SHOWN(named->id), PP_SHOWN(reader->made->parties[named->party].id),
                        PP_SHOWN(reader->made->parties[line->party].id));
    PP_READ_HINT(reader, said, "a red line rests on what its own party said");
}

/* `seen` has, for each statement, the red line (from 1) that named it last. */
static void read_because(pp_i_reader *reader, const pp_i_yaml_node *list, pp_i_red_line *line,
                         size_t *seen, size_t index)
{
    if (list == NULL)
        return;
    size_t *because = PP_READ_ARRAY(reader, size_t, list->item_count);
    size_t count = 0;
    for (size_t i = 0; i < list->item_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_node *item = list->items[i];
        if (!pp_i_read_kind(reader, item, PP_FIELD_TEXT))
            continue;
        size_t statement = pp_i_read_reference(reader, &reader->statements, item);
        if (statement == PP_NONE)
            continue;
        if (seen[statement] == index + 1) {
            PP_READ_HINT(
                reader,
                PP_READ_WARNING(reader, item, "`%.*s` is named already", PP_SHOWN(item->text)),
                "leave one of the two out");
            continue;
        }
        seen[statement] = index + 1;
        because[count++] = statement;
        check_because(reader, line, statement, item);
    }
    line->because = because;
    line->because_count = count;
}

void pp_i_read_red_lines(pp_i_reader *reader, const pp_i_yaml_node *list)
{
    size_t count = pp_i_read_count(reader, list, PP_CASE_RED_LINE_COUNT_MAX, "red lines");
    pp_i_red_line *lines = PP_READ_ARRAY(reader, pp_i_red_line, count);
    size_t *seen = pp_i_read_have(
        reader, PP_NEW_ARRAY(&reader->scratch, size_t, reader->made->statement_count));
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_node *values[RED_LINE_FIELD_COUNT];
        pp_i_red_line *line = &lines[i];
        PP_READ_FIELDS(reader, list->items[i], "a red line", red_line_fields, values);
        line->place = list->items[i]->place;
        line->id = pp_i_read_id(reader, &reader->red_lines, values[RED_LINE_ID], i);
        line->party = pp_i_read_reference(reader, &reader->parties, values[RED_LINE_PARTY]);
        pp_i_read_formula(reader, values[RED_LINE_HOLDS], &line->holds);
        line->unclear =
            pp_i_read_word(reader, values[RED_LINE_FIRMNESS], "firmness", firmness_words, 2) == 1;
        read_because(reader, values[RED_LINE_BECAUSE], line, seen, i);
    }
    reader->made->red_lines = lines;
    reader->made->red_line_count = count;
}
