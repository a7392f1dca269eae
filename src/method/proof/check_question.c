/* check_question.c: what a proof claims to answer, from its own words and the case. */
#include <stdio.h>
#include <string.h>

#include "method/proof/check.h"

/* Adds words to those for the verdict, cut where they do not fit. */
static void say(pp_i_proof_check_state *state, const char *before, const char *words)
{
    char *text = state->verdict->question;
    size_t used = strlen(text);
    snprintf(text + used, sizeof state->verdict->question - used, "%s%s%s", used == 0 ? "" : "; ",
             before, words);
}

/* A list of texts in the question. */
static json_t *list_of(pp_i_proof_check_state *state, json_t *question, const char *key)
{
    json_t *list = pp_i_proof_member(state, question, key, JSON_ARRAY, "question");
    for (size_t i = 0; list != NULL && i < json_array_size(list); i++)
        if (!json_is_string(json_array_get(list, i))) {
            pp_i_proof_refuse(state, "question", "`%s` must be a list of texts", key);
            return NULL;
        }
    return list;
}

static bool read_date(pp_i_proof_check_state *state, json_t *question)
{
    json_t *as_of = json_object_get(question, "as_of");
    pp_i_date asked = 0;
    if (json_is_string(as_of)) {
        if (!pp_i_date_parse(pp_i_text_of(json_string_value(as_of)), &asked))
            return pp_i_proof_refuse(state, "question", "`as_of` is no date");
        say(state, "as of ", json_string_value(as_of));
    } else if (!json_is_null(as_of)) {
        return pp_i_proof_refuse(state, "question", "`as_of` must be a date or null");
    }
    state->date = pp_i_case_date(state->the_case, asked);
    return true;
}

static bool read_assume(pp_i_proof_check_state *state, json_t *question)
{
    const pp_case *the_case = state->the_case;
    json_t *assume = list_of(state, question, "assume");
    if (assume == NULL)
        return false;
    state->rule_count = the_case->link_count + json_array_size(assume);
    state->rules = PP_NEW_ARRAY(&state->arena, pp_i_formula, state->rule_count);
    state->rule_formulas = PP_NEW_ARRAY(&state->arena, pp_i_proof_formula, state->rule_count);
    if (state->rules == NULL || state->rule_formulas == NULL)
        return pp_i_proof_no_memory(state);
    for (size_t i = 0; i < the_case->link_count; i++)
        state->rules[i] = the_case->links[i].rule;
    pp_i_vocabulary vocabulary = pp_i_case_vocabulary(the_case);
    for (size_t i = 0; i < json_array_size(assume); i++) {
        const char *words = json_string_value(json_array_get(assume, i));
        pp_i_diagnostics diagnostics;
        pp_i_diagnostics_init(&diagnostics, &state->arena);
        pp_i_diagnostics_set_file(&diagnostics, "assumption", pp_i_text_of(words));
        pp_status status =
            pp_i_formula_parse(pp_i_text_of(words), NULL, &vocabulary, &state->arena, &diagnostics,
                               &state->rules[the_case->link_count + i], NULL);
        if (status == PP_ERROR_MEMORY || diagnostics.failed)
            return pp_i_proof_no_memory(state);
        if (status != PP_OK)
            return pp_i_proof_refuse(state, "question", "the assumption `%.100s` does not parse",
                                     words);
        say(state, "assuming ", words);
    }
    for (size_t i = 0; i < state->rule_count; i++)
        state->rule_formulas[i].formula = &state->rules[i];
    return true;
}

static bool read_drop(pp_i_proof_check_state *state, json_t *question)
{
    const pp_case *the_case = state->the_case;
    json_t *drop = list_of(state, question, "drop");
    if (drop == NULL)
        return false;
    state->counting = PP_NEW_ARRAY(&state->arena, pp_i_word, state->line_word_count);
    state->line_formulas =
        PP_NEW_ARRAY(&state->arena, pp_i_proof_formula, the_case->red_line_count);
    if (state->counting == NULL || state->line_formulas == NULL)
        return pp_i_proof_no_memory(state);
    for (size_t i = 0; i < the_case->red_line_count; i++) {
        state->line_formulas[i].formula = &the_case->red_lines[i].holds;
        if (pp_i_red_line_counts(the_case, i, state->date))
            pp_i_bit_set(state->counting, i);
    }
    for (size_t i = 0; i < json_array_size(drop); i++) {
        const char *id = json_string_value(json_array_get(drop, i));
        size_t line = pp_i_map_get(&the_case->red_line_ids, pp_i_text_of(id));
        if (line == PP_NONE)
            return pp_i_proof_refuse(state, "question", "`%.60s` is no red line", id);
        pp_i_bit_clear(state->counting, line);
        say(state, "without ", id);
    }
    return true;
}

static bool read_table(pp_i_proof_check_state *state, json_t *question)
{
    json_t *table = list_of(state, question, "table");
    if (table == NULL)
        return false;
    state->table_count = json_array_size(table);
    for (size_t i = 0; i < state->table_count; i++) {
        const char *id = json_string_value(json_array_get(table, i));
        size_t party = pp_i_map_get(&state->the_case->party_ids, pp_i_text_of(id));
        if (party == PP_NONE)
            return pp_i_proof_refuse(state, "question", "`%.60s` is no party", id);
        pp_i_set256_add(&state->table, party);
        say(state, "at the table: ", id);
    }
    return true;
}

bool pp_i_proof_question(pp_i_proof_check_state *state, json_t *root)
{
    static const char *const keys[] = {"as_of", "assume", "drop", "table", NULL};
    json_t *question = pp_i_proof_member(state, root, "question", JSON_OBJECT, "");
    return question != NULL && pp_i_proof_only(state, question, keys, "question") &&
           read_date(state, question) && read_assume(state, question) &&
           read_drop(state, question) && read_table(state, question);
}

/* The parties of one role or, where `any`, all. */
static pp_i_set256 parties_of(const pp_case *the_case, bool any)
{
    pp_i_set256 parties = {{0}};
    for (size_t i = 0; i < the_case->party_count; i++)
        if (any || the_case->parties[i].role == PP_ROLE_PRINCIPAL)
            pp_i_set256_add(&parties, i);
    return parties;
}

bool pp_i_proof_consent(const pp_i_proof_check_state *state, const pp_i_set256 *consenting)
{
    const pp_case *the_case = state->the_case;
    if (state->table_count > 0)
        return pp_i_set256_subset(&state->table, consenting);
    if (the_case->consent.node_count > 0)
        return pp_i_consent_holds(&the_case->consent, consenting->words, state->scratch);
    pp_i_set256 needed = parties_of(the_case, false);
    if (pp_i_set256_is_empty(&needed))
        needed = parties_of(the_case, true);
    return pp_i_set256_subset(&needed, consenting);
}

const pp_i_word *pp_i_proof_formula_issues(pp_i_proof_check_state *state,
                                           pp_i_proof_formula *formula)
{
    if (formula->issues == NULL) {
        pp_i_word *issues = PP_NEW_ARRAY(&state->arena, pp_i_word, state->issue_word_count);
        if (issues == NULL) {
            pp_i_proof_no_memory(state);
            return NULL;
        }
        pp_i_formula_subjects(formula->formula, issues);
        formula->issues = issues;
    }
    return formula->issues;
}
