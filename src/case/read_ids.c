/* read_ids.c: ids as they are declared, and as others name them; see read.h. */
#include "case/read.h"

void pp_i_section_init(pp_i_reader *reader, pp_i_section *section, const char *what,
                       const char *key, pp_i_map *ids)
{
    *section = (pp_i_section){.what = what, .key = key, .ids = ids};
    pp_i_map_init(&section->lines, &reader->scratch);
}

/* --- Declaring ------------------------------------------------------------------------------- */

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The first byte that an id cannot have, or its length. */
static size_t id_fault(pp_text id)
{
    for (size_t i = 0; i < id.length; i++)
        if (!is_letter_or_digit(id.data[i]) && (i == 0 || (id.data[i] != '_' && id.data[i] != '-')))
            return i;
    return id.length;
}

/* Says what is wrong with an id that has a character it cannot have. */
static void say_character(pp_i_reader *reader, const pp_i_yaml_node *node, size_t at)
{
    size_t length;
    pp_text id = node->text;
    pp_i_utf8_decode(id, at, &length);
    bool first = at == 0 && (id.data[0] == '_' || id.data[0] == '-');
    pp_i_diagnostic *said =
        pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, pp_i_yaml_place_at(node, at), 1,
                      first ? "`%.*s` cannot start an id" : "`%.*s` cannot stand in an id",
                      (int)length, id.data + at);
    PP_READ_HINT(reader, said,
                 "an id is made of the letters a-z and A-Z, digits, `_` and `-`, and starts with a "
                 "letter or digit; put other words in the name or title");
}

/* Can the text be an id (of letters, digits, ...)? Reported where not. */
static bool id_is_good(pp_i_reader *reader, const pp_i_yaml_node *node, bool is_number)
{
    pp_text id = node->text;
    pp_i_diagnostic *said;
    if (id.length > PP_CASE_ID_BYTE_COUNT_MAX) {
        said = PP_READ_ERROR(reader, node, "an id of %zu characters: at most %d can be read",
                             id.length, PP_CASE_ID_BYTE_COUNT_MAX);
        PP_READ_HINT(reader, said, "choose a short id, and put the words in the name or title");
        return false;
    }
    size_t at = id_fault(id);
    if (at < id.length && !is_number) {
        say_character(reader, node, at);
        return false;
    }
    if (pp_i_formula_is_reserved(id)) {
        said = PP_READ_ERROR(reader, node, "`%.*s` is a word of the formula language and no id",
                             PP_SHOWN(id));
        PP_READ_HINT(reader, said, "choose another id");
        return false;
    }
    return true;
}

/* Notes a good id; false where it is another's already (reported). */
static bool id_register(pp_i_reader *reader, pp_i_section *section, const pp_i_yaml_node *node,
                        size_t index)
{
    size_t line = pp_i_map_get(&section->lines, node->text);
    if (line != PP_NONE) {
        pp_i_diagnostic *said = PP_READ_ERROR(reader, node, "%s `%.*s` is there already",
                                              section->what, PP_SHOWN(node->text));
        PP_READ_HINT(reader, said, "the first one is on line %zu; choose another id for this one",
                     line);
        return false;
    }
    return pp_i_read_good(reader, pp_i_map_set(section->ids, node->text, index)) &&
           pp_i_read_good(reader, pp_i_map_set(&section->lines, node->text, node->place.line)) &&
           pp_i_read_good(reader, PP_LIST_ADD(&reader->scratch, &section->names, node->text));
}

pp_text pp_i_read_id(pp_i_reader *reader, pp_i_section *section, const pp_i_yaml_node *node,
                     size_t index)
{
    if (node == NULL || !id_is_good(reader, node, false)) {
        section->broken = true;
        return (pp_text){"", 0};
    }
    return id_register(reader, section, node, index) ? node->text : (pp_text){"", 0};
}

/* Is the text a number written without blank, sign + or quotient, so that formulas can name it? */
static bool reads_as_number(pp_text text, pp_i_option *option)
{
    for (size_t i = 0; i < text.length; i++)
        if (!is_letter_or_digit(text.data[i]) && text.data[i] != '.' && text.data[i] != '-')
            return false;
    pp_i_number number;
    if (pp_i_number_parse(text, &number) != PP_NUMBER_GOOD)
        return false;
    option->is_number = true;
    option->number = number;
    return true;
}

pp_text pp_i_read_option_id(pp_i_reader *reader, pp_i_section *section, const pp_i_yaml_node *node,
                            size_t index, pp_i_option *option)
{
    if (node == NULL || !id_is_good(reader, node, reads_as_number(node->text, option))) {
        section->broken = true;
        return (pp_text){"", 0};
    }
    return id_register(reader, section, node, index) ? node->text : (pp_text){"", 0};
}

/* --- Naming ---------------------------------------------------------------------------------- */

/* Says that there is no such thing; `key` is where such things are declared. */
static void say_unknown(pp_i_reader *reader, const char *what, const char *key, pp_text id,
                        pp_i_place place, const pp_text *names, size_t name_count)
{
    pp_i_diagnostic *said =
        pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, place, pp_i_utf8_count(id, id.length),
                      "unknown %s `%.*s`", what, PP_SHOWN(id));
    if (said == NULL)
        return;
    char *otherwise = pp_i_arena_print(&reader->scratch, "declare it under `%s`", key);
    if (pp_i_read_have(reader, otherwise) != NULL)
        pp_i_read_suggest(reader, said, id, names, name_count, otherwise);
}

size_t pp_i_read_reference_at(pp_i_reader *reader, const pp_i_section *section, pp_text id,
                              pp_i_place place)
{
    size_t found = pp_i_map_get(section->ids, id);
    if (found == PP_NONE && !section->broken)
        say_unknown(reader, section->what, section->key, id, place, section->names.items,
                    section->names.count);
    return found;
}

size_t pp_i_read_reference(pp_i_reader *reader, const pp_i_section *section,
                           const pp_i_yaml_node *node)
{
    if (node == NULL)
        return PP_NONE;
    return pp_i_read_reference_at(reader, section, node->text, pp_i_yaml_place_at(node, 0));
}

size_t pp_i_read_option_at(pp_i_reader *reader, const pp_i_issue *issue, pp_text id,
                           pp_i_place place)
{
    size_t found = pp_i_issue_option(issue, id);
    if (found != PP_NONE)
        return found;
    pp_text names[PP_CASE_OPTION_COUNT_MAX];
    for (size_t i = 0; i < issue->option_count; i++)
        names[i] = issue->options[i].id;
    pp_i_diagnostic *said =
        pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, place, pp_i_utf8_count(id, id.length),
                      "`%.*s` is no option of `%.*s`", PP_SHOWN(id), PP_SHOWN(issue->id));
    pp_i_read_suggest(reader, said, id, names, issue->option_count, "see `options` of this issue");
    return PP_NONE;
}
