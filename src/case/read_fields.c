/* read_fields.c: the keys of a mapping by a table, and values of the simple kinds; see read.h. */
#include "case/read.h"

#include <string.h>

/* Ids compared for suggestions in one reading: enough for any honest file, and a bound on a bad
 * one. */
enum { COMPARISON_COUNT_MAX = 300000, NAMES_LISTED_MAX = 20, FIELD_COUNT_MAX = 32 };

bool pp_i_read_going(const pp_i_reader *reader)
{
    return !reader->no_memory && !reader->diagnostics->failed && reader->run.stop == PP_STOP_NONE;
}

void *pp_i_read_have(pp_i_reader *reader, void *pointer)
{
    if (pointer == NULL)
        reader->no_memory = true;
    return pointer;
}

bool pp_i_read_good(pp_i_reader *reader, bool good)
{
    if (!good)
        reader->no_memory = true;
    return good;
}

int pp_i_read_shown(pp_text text)
{
    size_t end = text.length;
    if (end > PP_READ_SHOWN_BYTE_COUNT_MAX) {
        end = PP_READ_SHOWN_BYTE_COUNT_MAX;
        while (end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80)
            end--;
    }
    return (int)end;
}

size_t pp_i_read_width(const pp_i_yaml_node *node)
{
    if (node->kind != PP_YAML_SCALAR || !node->one_line)
        return 1;
    size_t width = pp_i_utf8_count(node->text, node->text.length) + (node->quoted ? 2 : 0);
    return width == 0 ? 1 : width;
}

void pp_i_read_suggest(pp_i_reader *reader, pp_i_diagnostic *diagnostic, pp_text word,
                       const pp_text *names, size_t name_count, const char *otherwise)
{
    if (diagnostic == NULL)
        return;
    ptrdiff_t closest = -1;
    if (reader->comparison_count + name_count <= COMPARISON_COUNT_MAX) {
        reader->comparison_count += name_count;
        closest = pp_i_text_closest(word, names, name_count);
    }
    if (closest >= 0) {
        PP_READ_HINT(reader, diagnostic, "did you mean `%.*s`?", PP_SHOWN(names[closest]));
        return;
    }
    if (name_count == 0 || name_count > NAMES_LISTED_MAX) {
        if (otherwise != NULL)
            PP_READ_HINT(reader, diagnostic, "%s", otherwise);
        return;
    }
    pp_i_builder list;
    pp_i_builder_init(&list, &reader->scratch);
    for (size_t i = 0; i < name_count; i++)
        pp_i_builder_print(&list, "%s`%.*s`", i == 0 ? "" : ", ", PP_SHOWN(names[i]));
    if (pp_i_read_good(reader, !list.failed))
        PP_READ_HINT(reader, diagnostic, "%s: %s", name_count == 1 ? "known is" : "known are",
                     list.data);
}

/* --- Kinds ----------------------------------------------------------------------------------- */

static unsigned kind_flag(pp_i_yaml_kind kind)
{
    switch (kind) {
    case PP_YAML_SCALAR:
        return PP_FIELD_TEXT;
    case PP_YAML_SEQUENCE:
        return PP_FIELD_LIST;
    case PP_YAML_MAPPING:
        return PP_FIELD_MAPPING;
    }
    return 0;
}

static const char *kinds_text(unsigned kinds)
{
    switch (kinds & (PP_FIELD_TEXT | PP_FIELD_LIST | PP_FIELD_MAPPING)) {
    case PP_FIELD_TEXT:
        return "text";
    case PP_FIELD_LIST:
        return "a list";
    case PP_FIELD_MAPPING:
        return "a mapping";
    case PP_FIELD_TEXT | PP_FIELD_LIST:
        return "text or a list";
    case PP_FIELD_TEXT | PP_FIELD_MAPPING:
        return "text or a mapping";
    case PP_FIELD_LIST | PP_FIELD_MAPPING:
        return "a list or a mapping";
    default:
        return "text, a list or a mapping";
    }
}

static const char *kinds_hint(unsigned kinds)
{
    if (kinds & PP_FIELD_LIST)
        return "write `[a, b]`, or a line that begins with `- ` for each";
    if (kinds & PP_FIELD_MAPPING)
        return "write `{key: value, ...}`, or a line `key: value` for each key";
    return "put it in quotes where it begins with a bracket, a brace or a dash";
}

bool pp_i_read_kind(pp_i_reader *reader, const pp_i_yaml_node *node, unsigned kinds)
{
    if (node->broken)
        return false;
    if (kind_flag(node->kind) & kinds)
        return true;
    pp_i_diagnostic *said = PP_READ_ERROR(reader, node, "%s is needed here, this is %s",
                                          kinds_text(kinds), kinds_text(kind_flag(node->kind)));
    PP_READ_HINT(reader, said, "%s", kinds_hint(kinds));
    return false;
}

/* --- Keys ------------------------------------------------------------------------------------ */

static size_t field_find(const pp_i_field *fields, size_t field_count, pp_text key)
{
    for (size_t i = 0; i < field_count; i++)
        if (pp_i_text_is(key, fields[i].key))
            return i;
    return PP_NONE;
}

static void unknown_key(pp_i_reader *reader, const pp_i_yaml_node *node, const pp_i_yaml_pair *pair,
                        const char *what, const pp_text *names, size_t name_count)
{
    pp_i_diagnostic *said = pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, pair->key_place,
                                          pp_i_utf8_count(pair->key, pair->key.length),
                                          "unknown key `%.*s` in %s", PP_SHOWN(pair->key), what);
    bool bare = pair->value->kind == PP_YAML_SCALAR && pair->value->absent;
    if (node->flow && bare && pp_i_text_closest(pair->key, names, name_count) < 0)
        PP_READ_HINT(reader, said,
                     "a comma between { and } ends a value: put a text that has one "
                     "in quotes");
    else
        pp_i_read_suggest(reader, said, pair->key, names, name_count, NULL);
}

/* The value of a known key, or null where it is empty or of the wrong kind. */
static const pp_i_yaml_node *field_value(pp_i_reader *reader, const pp_i_field *field,
                                         const pp_i_yaml_pair *pair)
{
    const pp_i_yaml_node *value = pair->value;
    if (value->broken)
        return NULL;
    bool empty = value->kind == PP_YAML_SCALAR && value->text.length == 0;
    if (empty && value->absent && !(field->flags & (PP_FIELD_NEEDED | PP_FIELD_TEXT)))
        return NULL; /* `links:` without any */
    if (empty && (value->absent || !(field->flags & PP_FIELD_MAY_BE_EMPTY))) {
        pp_i_diagnostic *said = pp_i_diagnose(
            reader->diagnostics, PP_SEVERITY_ERROR, value->absent ? pair->key_place : value->place,
            value->absent ? strlen(field->key) : 2, "`%s` is empty: %s is needed", field->key,
            kinds_text(field->flags));
        PP_READ_HINT(reader, said, "%s",
                     field->flags & PP_FIELD_NEEDED ? "say what it is"
                                                    : "say what it is, or leave the key out");
        return NULL;
    }
    return pp_i_read_kind(reader, value, field->flags) ? value : NULL;
}

bool pp_i_read_fields(pp_i_reader *reader, const pp_i_yaml_node *node, const char *what,
                      const pp_i_field *fields, size_t field_count, const pp_i_yaml_node **values)
{
    pp_text names[FIELD_COUNT_MAX];
    bool given[FIELD_COUNT_MAX] = {false};
    for (size_t i = 0; i < field_count; i++) {
        names[i] = pp_i_text_of(fields[i].key);
        values[i] = NULL;
    }
    if (!pp_i_read_kind(reader, node, PP_FIELD_MAPPING))
        return false;
    for (size_t i = 0; i < node->pair_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_pair *pair = &node->pairs[i];
        size_t field = field_find(fields, field_count, pair->key);
        if (field == PP_NONE) {
            unknown_key(reader, node, pair, what, names, field_count);
            continue;
        }
        given[field] = true;
        values[field] = field_value(reader, &fields[field], pair);
    }
    for (size_t i = 0; i < field_count; i++)
        if ((fields[i].flags & PP_FIELD_NEEDED) && !given[i]) {
            pp_i_diagnostic *said =
                pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, node->place, 1,
                              "%s needs `%s`", what, fields[i].key);
            PP_READ_HINT(reader, said, "add `%s: ...`", fields[i].key);
        }
    return true;
}

pp_i_place pp_i_read_key_place(const pp_i_yaml_node *mapping, const char *key)
{
    for (size_t i = 0; i < mapping->pair_count; i++)
        if (pp_i_text_is(mapping->pairs[i].key, key))
            return mapping->pairs[i].key_place;
    return mapping->place;
}

/* --- Values ---------------------------------------------------------------------------------- */

size_t pp_i_read_count(pp_i_reader *reader, const pp_i_yaml_node *list, size_t count_max,
                       const char *things)
{
    if (list == NULL)
        return 0;
    if (list->item_count <= count_max)
        return list->item_count;
    pp_i_diagnostic *said =
        PP_READ_ERROR(reader, list->items[count_max], "%zu %s: at most %zu can be read",
                      list->item_count, things, count_max);
    PP_READ_HINT(reader, said, "this one is the first too many");
    return count_max;
}

const pp_i_yaml_node *const *pp_i_read_one_or_more(const pp_i_yaml_node *const *node, size_t *count)
{
    if (*node != NULL && (*node)->kind == PP_YAML_SEQUENCE) {
        *count = (*node)->item_count;
        return (*node)->items;
    }
    *count = *node == NULL ? 0 : 1;
    return node;
}

pp_text pp_i_read_text(const pp_i_yaml_node *node)
{
    return node == NULL ? (pp_text){"", 0} : node->text;
}

pp_i_date pp_i_read_date(pp_i_reader *reader, const pp_i_yaml_node *node)
{
    pp_i_date date = 0;
    if (node == NULL || pp_i_date_parse(node->text, &date))
        return date;
    pp_i_diagnostic *said =
        PP_READ_ERROR(reader, node, "`%.*s` is no day of the calendar", PP_SHOWN(node->text));
    PP_READ_HINT(reader, said, "write YYYY-MM-DD, such as 2024-04-30");
    return 0;
}

bool pp_i_read_number(pp_i_reader *reader, const pp_i_yaml_node *node, pp_i_number *number)
{
    if (!pp_i_read_kind(reader, node, PP_FIELD_TEXT))
        return false;
    pp_i_number_fault fault = pp_i_number_parse(node->text, number);
    if (fault == PP_NUMBER_GOOD)
        return true;
    bool long_one = fault == PP_NUMBER_TOO_LONG;
    pp_i_diagnostic *said =
        PP_READ_ERROR(reader, node, "`%.*s` is %s", PP_SHOWN(node->text),
                      long_one ? "a number with too many digits to be kept exactly" : "no number");
    PP_READ_HINT(reader, said, "%s",
                 long_one ? "numbers are quotients of two 64-bit integers: use fewer digits"
                          : "write it as 3, -0.25, 1/3 or 2.5e-3");
    return false;
}

size_t pp_i_read_word(pp_i_reader *reader, const pp_i_yaml_node *node, const char *what,
                      const char *const *words, size_t word_count)
{
    if (node == NULL)
        return PP_NONE;
    pp_text names[FIELD_COUNT_MAX];
    for (size_t i = 0; i < word_count; i++) {
        names[i] = pp_i_text_of(words[i]);
        if (pp_i_text_equal(node->text, names[i]))
            return i;
    }
    pp_i_diagnostic *said =
        PP_READ_ERROR(reader, node, "`%.*s` is no %s", PP_SHOWN(node->text), what);
    pp_i_read_suggest(reader, said, node->text, names, word_count, NULL);
    return PP_NONE;
}
