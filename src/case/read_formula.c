/* read_formula.c: formulas where the case has them; see read.h. */
#include "case/read.h"

bool pp_i_read_issues_stand(pp_i_reader *reader)
{
    if (reader->issues.broken)
        reader->formulas_skipped = true;
    return !reader->issues.broken;
}

/* Notes what a parser gave: true where there is a formula. */
static bool is_parsed(pp_i_reader *reader, pp_status status)
{
    if (status == PP_ERROR_MEMORY)
        reader->no_memory = true;
    return status == PP_OK;
}

bool pp_i_read_formula_part(pp_i_reader *reader, const pp_i_yaml_node *node, pp_text words,
                            pp_i_formula *formula)
{
    if (node->broken || !pp_i_read_issues_stand(reader))
        return false;
    pp_i_yaml_node part = *node; /* the node as if it began where the words do */
    if (words.data != node->text.data) {
        part.place = pp_i_yaml_place_at(node, (size_t)(words.data - node->text.data));
        part.quoted = part.quoted && !part.verbatim;
    }
    part.text = words;
    pp_i_formula parsed = {0};
    pp_status status = pp_i_formula_parse(words, &part, &reader->vocabulary, reader->arena,
                                          reader->diagnostics, &parsed, NULL);
    if (!is_parsed(reader, status))
        return false;
    *formula = parsed;
    return true;
}

bool pp_i_read_formula(pp_i_reader *reader, const pp_i_yaml_node *node, pp_i_formula *formula)
{
    return node != NULL && pp_i_read_formula_part(reader, node, node->text, formula);
}

void pp_i_read_consent(pp_i_reader *reader, const pp_i_yaml_node *node)
{
    if (node == NULL || reader->parties.broken)
        return;
    pp_i_formula parsed = {0};
    pp_status status = pp_i_consent_parse(node->text, node, &reader->vocabulary, reader->arena,
                                          reader->diagnostics, &parsed, NULL);
    if (is_parsed(reader, status))
        reader->made->consent = parsed;
}

const pp_i_formula *pp_i_read_formulas(pp_i_reader *reader, const pp_i_yaml_node *list,
                                       size_t count_max, size_t *count)
{
    size_t item_count = pp_i_read_count(reader, list, count_max, "formulas");
    pp_i_formula *formulas = PP_READ_ARRAY(reader, pp_i_formula, item_count);
    *count = 0;
    for (size_t i = 0; i < item_count && pp_i_read_going(reader); i++)
        if (pp_i_read_kind(reader, list->items[i], PP_FIELD_TEXT) &&
            pp_i_read_formula(reader, list->items[i], &formulas[*count]))
            ++*count;
    return formulas;
}
