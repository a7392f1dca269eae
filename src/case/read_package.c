/*
 * read_package.c: whole packages, written as a mapping from issues to options or as a code; and the
 * one that stands today.
 *
 * A code is the packages' number in mixed radix, first issue least significant. With 256 issues it
 * has up to 617 digits, so it is divided by one option count after the other in base 10^9.
 */
#include "case/read.h"

#include "base/natural.h"

enum {
    LIMB_DIGIT_COUNT = 9,
    LIMB_BASE = 1000000000,
    CODE_DIGIT_COUNT_MAX = 648, /* more than log10(256^256) */
    LIMB_COUNT_MAX = CODE_DIGIT_COUNT_MAX / LIMB_DIGIT_COUNT,
    PACKAGE_COUNT_DIGITS_SHOWN = 40
};

/* --- Codes ----------------------------------------------------------------------------------- */

/* Says that a code is too large, and how many packages there are where that can be read. */
static void say_beyond(pp_i_reader *reader, const pp_i_yaml_node *node)
{
    pp_i_diagnostic *said =
        PP_READ_ERROR(reader, node, "there is no package with the code %.*s", PP_SHOWN(node->text));
    pp_i_natural count, factor;
    pp_i_arena *scratch = &reader->scratch;
    pp_i_arena_mark mark = pp_i_arena_mark_get(scratch);
    bool good = pp_i_natural_of(scratch, 1, &count);
    for (size_t i = 0; good && i < reader->made->issue_count; i++)
        good = pp_i_natural_of(scratch, reader->made->issues[i].option_count, &factor) &&
               pp_i_natural_multiply(scratch, count, factor, &count);
    const char *digits = good ? pp_i_natural_text(scratch, count) : NULL;
    if (pp_i_read_good(reader, digits != NULL))
        PP_READ_HINT(reader, said, "there are %.*s%s packages, and the first has the code 0",
                     PACKAGE_COUNT_DIGITS_SHOWN, digits,
                     strlen(digits) > PACKAGE_COUNT_DIGITS_SHOWN ? "..." : "");
    pp_i_arena_rewind(scratch, mark);
}

/* The digits as limbs of nine, the least significant first; the number of limbs. */
static size_t limbs_of(pp_text digits, uint32_t limbs[LIMB_COUNT_MAX])
{
    size_t count = 0;
    for (size_t end = digits.length; end > 0;) {
        size_t start = end > LIMB_DIGIT_COUNT ? end - LIMB_DIGIT_COUNT : 0;
        uint32_t limb = 0;
        for (size_t i = start; i < end; i++)
            limb = limb * 10 + (uint32_t)(digits.data[i] - '0');
        limbs[count++] = limb;
        end = start;
    }
    return count;
}

/* Divides the limbs by `divisor` in place and gives the rest. */
static uint32_t divide(uint32_t *limbs, size_t *count, uint32_t divisor)
{
    uint64_t rest = 0;
    for (size_t i = *count; i-- > 0;) {
        uint64_t value = rest * LIMB_BASE + limbs[i];
        limbs[i] = (uint32_t)(value / divisor);
        rest = value % divisor;
    }
    while (*count > 0 && limbs[*count - 1] == 0)
        --*count;
    return (uint32_t)rest;
}

static const pp_i_choice *read_code(pp_i_reader *reader, const pp_i_yaml_node *node)
{
    pp_text digits = node->text;
    for (size_t i = 0; i < digits.length; i++)
        if (digits.data[i] < '0' || digits.data[i] > '9') {
            pp_i_diagnostic *said =
                PP_READ_ERROR(reader, node, "`%.*s` is no package", PP_SHOWN(node->text));
            PP_READ_HINT(reader, said,
                         "write `{issue: option, ...}` with every issue, or the package's code");
            return NULL;
        }
    while (digits.length > 0 && digits.data[0] == '0')
        digits = (pp_text){digits.data + 1, digits.length - 1};
    if (digits.length > CODE_DIGIT_COUNT_MAX) {
        say_beyond(reader, node);
        return NULL;
    }
    uint32_t limbs[LIMB_COUNT_MAX];
    size_t limb_count = limbs_of(digits, limbs);
    pp_i_choice *package = PP_READ_ARRAY(reader, pp_i_choice, reader->made->issue_count);
    for (size_t i = 0; package != NULL && i < reader->made->issue_count; i++)
        package[i] =
            (pp_i_choice)divide(limbs, &limb_count, (uint32_t)reader->made->issues[i].option_count);
    if (limb_count == 0)
        return package;
    say_beyond(reader, node);
    return NULL;
}

/* --- Mappings -------------------------------------------------------------------------------- */

/* Says which issues a package leaves open. */
static void say_open(pp_i_reader *reader, const pp_i_yaml_node *node, const pp_i_word *named)
{
    enum { ISSUES_SHOWN = 5 };
    pp_i_builder list;
    pp_i_builder_init(&list, &reader->scratch);
    size_t open_count = 0;
    for (size_t i = 0; i < reader->made->issue_count; i++)
        if (!pp_i_bit_get(named, i) && open_count++ < ISSUES_SHOWN)
            pp_i_builder_print(&list, "%s`%.*s`", open_count == 1 ? "" : ", ",
                               PP_SHOWN(reader->made->issues[i].id));
    if (!pp_i_read_good(reader, !list.failed))
        return;
    pp_i_diagnostic *said =
        PP_READ_ERROR(reader, node, "the package names no option for %s%s", list.data,
                      open_count > ISSUES_SHOWN ? " and others" : "");
    PP_READ_HINT(reader, said, "a whole package has one option for every issue");
}

static const pp_i_choice *read_mapping(pp_i_reader *reader, const pp_i_yaml_node *node)
{
    pp_i_word named[PP_CASE_ISSUE_COUNT_MAX / PP_WORD_BITS] = {0};
    pp_i_choice *package = PP_READ_ARRAY(reader, pp_i_choice, reader->made->issue_count);
    size_t named_count = 0;
    bool good = package != NULL;
    for (size_t i = 0; i < node->pair_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_pair *pair = &node->pairs[i];
        size_t issue = pp_i_read_reference_at(reader, &reader->issues, pair->key, pair->key_place);
        if (issue == PP_NONE || !pp_i_read_kind(reader, pair->value, PP_FIELD_TEXT)) {
            good = false;
            continue;
        }
        size_t option = pp_i_read_option_at(reader, &reader->made->issues[issue], pair->value->text,
                                            pp_i_yaml_place_at(pair->value, 0));
        if (option == PP_NONE) {
            good = false;
            continue;
        }
        package[issue] = (pp_i_choice)option;
        pp_i_bit_set(named, issue);
        named_count++;
    }
    if (good && named_count < reader->made->issue_count) {
        say_open(reader, node, named);
        good = false;
    }
    return good ? package : NULL;
}

const pp_i_choice *pp_i_read_package(pp_i_reader *reader, const pp_i_yaml_node *node)
{
    if (!pp_i_read_kind(reader, node, PP_FIELD_TEXT | PP_FIELD_MAPPING))
        return NULL;
    if (node->kind == PP_YAML_MAPPING)
        return read_mapping(reader, node);
    if (node->text.length > 0)
        return read_code(reader, node);
    PP_READ_ERROR(reader, node, "an empty package");
    return NULL;
}

/* --- How things stand ------------------------------------------------------------------------ */

size_t pp_i_read_broken_link(const pp_case *made, const pp_i_choice *package,
                             unsigned char *scratch)
{
    for (size_t i = 0; i < made->link_count; i++)
        if (!pp_i_formula_holds(&made->links[i].rule, package, scratch))
            return i;
    return PP_NONE;
}

void pp_i_read_status_quo(pp_i_reader *reader, const pp_i_yaml_node *node)
{
    if (node == NULL || !pp_i_read_issues_stand(reader))
        return;
    const pp_i_choice *package = pp_i_read_package(reader, node);
    unsigned char *scratch =
        pp_i_read_have(reader, pp_i_arena_alloc(&reader->scratch, PP_FORMULA_NODE_COUNT_MAX));
    if (package == NULL || !pp_i_read_going(reader))
        return;
    reader->made->status_quo = package;
    reader->made->status_quo_at = node->place;
    size_t broken = pp_i_read_broken_link(reader->made, package, scratch);
    if (broken == PP_NONE)
        return;
    pp_i_diagnostic *said =
        PP_READ_WARNING(reader, node, "the status quo breaks the link on line %zu",
                        reader->made->links[broken].place.line);
    PP_READ_HINT(reader, said, "no path can begin there: look at the link, or at the status quo");
}
