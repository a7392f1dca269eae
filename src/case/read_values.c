/* read_values.c: what is known of a party's values as numbers: options, weights, no deal; see
 * read.h. */
#include "case/read.h"

/* --- Values of options ----------------------------------------------------------------------- */

/* Says which options have no value. */
static void say_left_out(pp_i_reader *reader, const pp_i_yaml_pair *pair, const pp_i_issue *issue,
                         const pp_text *words)
{
    enum { OPTIONS_SHOWN = 5 };
    pp_i_builder list;
    pp_i_builder_init(&list, &reader->scratch);
    size_t count = 0;
    for (size_t i = 0; i < issue->option_count; i++)
        if (words[i].data == NULL && count++ < OPTIONS_SHOWN)
            pp_i_builder_print(&list, "%s`%.*s`", count == 1 ? "" : ", ",
                               PP_SHOWN(issue->options[i].id));
    if (count == 0 || !pp_i_read_good(reader, !list.failed))
        return;
    pp_i_diagnostic *said =
        pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, pair->key_place,
                      pp_i_utf8_count(pair->key, pair->key.length), "no value of `%.*s` for %s%s",
                      PP_SHOWN(issue->id), list.data, count > OPTIONS_SHOWN ? " and others" : "");
    PP_READ_HINT(reader, said, "give each option a number, or say what is known under `orders`");
}

/* `{none: 1, half: 0.4, full: 0}`. */
static void read_option_values(pp_i_reader *reader, const pp_i_yaml_pair *pair,
                               const pp_i_issue *issue, pp_i_option_values *made)
{
    if (!pp_i_read_kind(reader, pair->value, PP_FIELD_MAPPING))
        return;
    pp_i_number *values = PP_READ_ARRAY(reader, pp_i_number, issue->option_count);
    pp_text *words = PP_READ_ARRAY(reader, pp_text, issue->option_count);
    for (size_t i = 0; i < pair->value->pair_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_pair *one = &pair->value->pairs[i];
        size_t option = pp_i_read_option_at(reader, issue, one->key, one->key_place);
        if (option == PP_NONE)
            continue;
        words[option] = PP_TEXT("0"); /* named, whatever its value is */
        if (pp_i_read_number(reader, one->value, &values[option]))
            words[option] = one->value->text;
    }
    if (!pp_i_read_going(reader))
        return;
    say_left_out(reader, pair, issue, words);
    made->values = values;
    made->words = words;
}

void pp_i_read_values(pp_i_reader *reader, const pp_i_yaml_node *mapping,
                      pp_i_preference *preference)
{
    if (mapping == NULL || !pp_i_read_issues_stand(reader))
        return;
    pp_i_option_values *made = PP_READ_ARRAY(reader, pp_i_option_values, mapping->pair_count);
    size_t count = 0;
    for (size_t i = 0; i < mapping->pair_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_pair *pair = &mapping->pairs[i];
        size_t issue = pp_i_read_reference_at(reader, &reader->issues, pair->key, pair->key_place);
        if (issue == PP_NONE)
            continue;
        made[count] = (pp_i_option_values){.issue = issue, .place = pair->key_place};
        read_option_values(reader, pair, &reader->made->issues[issue], &made[count++]);
    }
    preference->values = made;
    preference->value_count = count;
}

/* --- Weights --------------------------------------------------------------------------------- */

void pp_i_read_weights(pp_i_reader *reader, const pp_i_yaml_node *mapping,
                       pp_i_preference *preference)
{
    if (mapping == NULL || !pp_i_read_issues_stand(reader))
        return;
    pp_i_weight *made = PP_READ_ARRAY(reader, pp_i_weight, mapping->pair_count);
    size_t count = 0;
    for (size_t i = 0; i < mapping->pair_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_pair *pair = &mapping->pairs[i];
        pp_i_weight weight = {.place = pair->key_place};
        weight.issue = pp_i_read_reference_at(reader, &reader->issues, pair->key, pair->key_place);
        if (!pp_i_read_number(reader, pair->value, &weight.weight) || weight.issue == PP_NONE)
            continue;
        if (weight.weight.numerator < 0) {
            pp_i_diagnostic *said = PP_READ_ERROR(reader, pair->value, "a weight below 0");
            PP_READ_HINT(reader, said, "turn the values of the issue round instead");
            continue;
        }
        weight.words = pair->value->text;
        made[count++] = weight;
    }
    preference->weights = made;
    preference->weight_count = count;
}

/* --- No deal --------------------------------------------------------------------------------- */

/* The text behind `word` and the white space after it; unchanged, and false, where the text does
 * not begin with that word. */
static bool skip_word(pp_text *text, const char *word)
{
    size_t length = strlen(word);
    if (text->length < length || memcmp(text->data, word, length) != 0)
        return false;
    pp_text rest = {text->data + length, text->length - length};
    pp_text trimmed = pp_i_text_trim(rest);
    if (rest.length > 0 && trimmed.data == rest.data && rest.data[0] != '(')
        return false;
    *text = trimmed;
    return true;
}

/* What stands in the parentheses where one pair is around all of the text, else the text: this pair
 * belongs to `than`, and does not count for how deep the formula nests. */
static pp_text without_parentheses(pp_text text)
{
    size_t open_count = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '(')
            open_count++;
        else if (text.data[i] == ')' && open_count > 0)
            open_count--;
        if (open_count == 0 && i + 1 < text.length)
            return text;
    }
    bool closed = text.length > 2 && open_count == 0 && text.data[0] == '(';
    return closed ? pp_i_text_trim((pp_text){text.data + 1, text.length - 2}) : text;
}

/* `worse than (...)`, `better than (...)` or a number; false where it has faults. */
static bool read_one_no_deal(pp_i_reader *reader, const pp_i_yaml_node *node, pp_i_no_deal *made)
{
    if (!pp_i_read_kind(reader, node, PP_FIELD_TEXT))
        return false;
    pp_text words = pp_i_text_trim(node->text);
    made->place = node->place;
    made->kind = PP_NO_DEAL_NUMBER;
    if (skip_word(&words, "worse"))
        made->kind = PP_NO_DEAL_WORSE;
    else if (skip_word(&words, "better"))
        made->kind = PP_NO_DEAL_BETTER;
    if (made->kind != PP_NO_DEAL_NUMBER) {
        if (skip_word(&words, "than") && words.length > 0)
            return pp_i_read_formula_part(reader, node, without_parentheses(words), &made->than);
    } else {
        made->words = words;
        pp_i_number_fault fault = pp_i_number_parse(words, &made->number);
        if (fault == PP_NUMBER_GOOD)
            return true;
        if (fault == PP_NUMBER_TOO_LONG)
            return pp_i_read_number(reader, node, &made->number);
    }
    pp_i_diagnostic *said = PP_READ_ERROR(reader, node, "`%.*s` does not say what no deal is worth",
                                          PP_SHOWN(node->text));
    PP_READ_HINT(reader, said, "write `worse than (formula)`, `better than (formula)` or a number");
    return false;
}

void pp_i_read_no_deal(pp_i_reader *reader, const pp_i_yaml_node *node, pp_i_preference *preference)
{
    size_t item_count;
    const pp_i_yaml_node *const *items = pp_i_read_one_or_more(&node, &item_count);
    pp_i_no_deal *made = PP_READ_ARRAY(reader, pp_i_no_deal, item_count);
    size_t count = 0;
    bool said_once = false;
    for (size_t i = 0; i < item_count && pp_i_read_going(reader); i++) {
        if (!read_one_no_deal(reader, items[i], &made[count]))
            continue;
        if (made[count++].kind == PP_NO_DEAL_NUMBER && item_count > 1 && !said_once) {
            said_once = true;
            pp_i_diagnostic *said = PP_READ_ERROR(
                reader, items[i], "a number for no deal stands alone, not in a list with others");
            PP_READ_HINT(reader, said, "keep the number, or the comparisons");
        }
    }
    preference->no_deal = made;
    preference->no_deal_count = count;
}
