/* read_chain.c: `a > b ~ c`, for the importance of issues and the order of options; see read.h. */
#include "case/chain.h"
#include "case/read.h"

enum {
    SUBJECT_COUNT_MAX = PP_CASE_ISSUE_COUNT_MAX > PP_CASE_OPTION_COUNT_MAX
                            ? PP_CASE_ISSUE_COUNT_MAX
                            : PP_CASE_OPTION_COUNT_MAX
};

bool pp_i_chain_next(pp_text text, size_t *at, pp_i_chain_part *part)
{
    if (*at > text.length)
        return false;
    *part = (pp_i_chain_part){.start = *at, .tied = *at > 0 && text.data[*at - 1] == '~'};
    while (*at < text.length && text.data[*at] != '>' && text.data[*at] != '~')
        ++*at;
    part->end = (*at)++;
    return true;
}

pp_text pp_i_chain_word(pp_text text, pp_i_chain_part part)
{
    return pp_i_text_trim((pp_text){text.data + part.start, part.end - part.start});
}

static pp_i_diagnostic *say_at(pp_i_reader *reader, const pp_i_yaml_node *node, size_t at,
                               const char *message)
{
    return pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, pp_i_yaml_place_at(node, at), 1,
                         "%s", message);
}

/* Signs of other languages: `a < b`, `a = b`, `a >= b`, `a, b`. Reported where there is one. */
static bool has_other_sign(pp_i_reader *reader, const pp_i_yaml_node *node, pp_i_chain_part part)
{
    for (size_t i = part.start; i < part.end; i++) {
        char c = node->text.data[i];
        if (c != '<' && c != '=' && c != ',')
            continue;
        pp_i_diagnostic *said =
            pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, pp_i_yaml_place_at(node, i), 1,
                          "`%c` is no sign of an order", c);
        PP_READ_HINT(reader, said, "write `a > b` where a is more, `a ~ b` where they are alike");
        return true;
    }
    return false;
}

/* The issue (or the option of `issue`) that a part names, or PP_NONE (reported). */
static size_t read_subject(pp_i_reader *reader, const pp_i_yaml_node *node, const pp_i_issue *issue,
                           pp_i_chain_part part)
{
    pp_text id = pp_i_chain_word(node->text, part);
    if (id.length == 0) {
        pp_i_diagnostic *said =
            say_at(reader, node, part.start,
                   issue == NULL ? "an issue is missing here" : "an option is missing here");
        PP_READ_HINT(reader, said, "write `a > b ~ c`, best first");
        return PP_NONE;
    }
    if (has_other_sign(reader, node, part))
        return PP_NONE;
    pp_i_place place = pp_i_yaml_place_at(node, (size_t)(id.data - node->text.data));
    return issue == NULL ? pp_i_read_reference_at(reader, &reader->issues, id, place)
                         : pp_i_read_option_at(reader, issue, id, place);
}

static void say_repeated(pp_i_reader *reader, const pp_i_yaml_node *node, pp_i_chain_part part)
{
    pp_text id = pp_i_chain_word(node->text, part);
    pp_i_diagnostic *said = pp_i_diagnose(
        reader->diagnostics, PP_SEVERITY_ERROR,
        pp_i_yaml_place_at(node, (size_t)(id.data - node->text.data)),
        pp_i_utf8_count(id, id.length), "`%.*s` stands twice in this order", PP_SHOWN(id));
    PP_READ_HINT(reader, said, "name it once; several orders go in a list");
}

bool pp_i_read_chain(pp_i_reader *reader, const pp_i_yaml_node *node, const pp_i_issue *issue,
                     pp_i_chain *chain)
{
    if (!pp_i_read_kind(reader, node, PP_FIELD_TEXT))
        return false;
    uint32_t subjects[SUBJECT_COUNT_MAX];
    bool tied[SUBJECT_COUNT_MAX];
    pp_i_word seen[SUBJECT_COUNT_MAX / PP_WORD_BITS] = {0};
    size_t count = 0, at = 0;
    bool good = true;
    pp_i_chain_part part;
    while (pp_i_read_going(reader) && pp_i_chain_next(node->text, &at, &part)) {
        size_t subject = read_subject(reader, node, issue, part);
        if (subject == PP_NONE) {
            good = false;
        } else if (pp_i_bit_get(seen, subject)) {
            say_repeated(reader, node, part);
            good = false;
        } else {
            pp_i_bit_set(seen, subject);
            subjects[count] = (uint32_t)subject;
            tied[count++] = part.tied;
        }
    }
    uint32_t *kept = PP_READ_ARRAY(reader, uint32_t, count);
    bool *kept_tied = PP_READ_ARRAY(reader, bool, count);
    if (!good || !pp_i_read_going(reader))
        return false;
    memcpy(kept, subjects, count * sizeof *kept);
    memcpy(kept_tied, tied, count * sizeof *kept_tied);
    *chain = (pp_i_chain){kept, kept_tied, count, pp_i_text_trim(node->text), node->place};
    return true;
}
