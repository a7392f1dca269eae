/* show_json.c: who said what on which issue, as docs/schema/show.json has it. */
#include "report/answers.h"
#include "report/json.h"
#include "report/quotes.h"

static json_t *words_or_null(const pp_i_formula *formula)
{
    return formula->node_count == 0 ? json_null() : pp_i_json_text(formula->words);
}

static json_t *text_or_null(pp_text text)
{
    return text.length == 0 ? json_null() : pp_i_json_text(text);
}

static json_t *parties(pp_i_json *json, const pp_i_position *position)
{
    const pp_case *the_case = position->the_case;
    json_t *array = json_array();
    for (size_t i = 0; i < the_case->party_count; i++) {
        if (!position->party_shown[i])
            continue;
        json_t *one = json_object();
        pp_i_json_set(json, one, "id", pp_i_json_text(the_case->parties[i].id));
        pp_i_json_set(json, one, "name", pp_i_json_text(the_case->parties[i].name));
        pp_i_json_set(json, one, "role", json_string(pp_i_role_text(the_case->parties[i].role)));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *issues(pp_i_json *json, const pp_case *the_case)
{
    json_t *array = json_array();
    for (size_t i = 0; i < the_case->issue_count; i++) {
        const pp_i_issue *issue = &the_case->issues[i];
        json_t *one = json_object(), *options = json_array();
        for (size_t j = 0; j < issue->option_count; j++) {
            json_t *option = json_object();
            pp_i_json_set(json, option, "id", pp_i_json_text(issue->options[j].id));
            pp_i_json_set(json, option, "title", pp_i_json_text(issue->options[j].title));
            pp_i_json_add(json, options, option);
        }
        pp_i_json_set(json, one, "id", pp_i_json_text(issue->id));
        pp_i_json_set(json, one, "title", pp_i_json_text(issue->title));
        pp_i_json_set(json, one, "decided_by",
                      issue->decided_by == PP_NONE
                          ? json_null()
                          : pp_i_json_text(the_case->parties[issue->decided_by].id));
        pp_i_json_set(json, one, "options", options);
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *sources(pp_i_json *json, const pp_case *the_case)
{
    json_t *array = json_array();
    for (size_t i = 0; i < the_case->source_count; i++) {
        const pp_i_source *source = &the_case->sources[i];
        json_t *one = json_object();
        pp_i_json_set(json, one, "id", pp_i_json_text(source->id));
        pp_i_json_set(json, one, "title", text_or_null(source->title));
        pp_i_json_set(json, one, "date", pp_i_json_date(source->date));
        pp_i_json_set(json, one, "grade",
                      json_sprintf("%c%c", source->grade_source, source->grade_information));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *spans(pp_i_json *json, const pp_i_statement *said)
{
    json_t *array = json_array();
    for (size_t i = 0; i < said->quote_place_count; i++) {
        json_t *one = json_object();
        pp_i_json_set(json, one, "start", pp_i_json_size(said->quote_places[i].start));
        pp_i_json_set(json, one, "end", pp_i_json_size(said->quote_places[i].end));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *statement_or_null(const pp_case *the_case, size_t statement)
{
    return statement == PP_NONE ? json_null() : pp_i_json_text(the_case->statements[statement].id);
}

static json_t *statement_json(pp_i_json *json, const pp_i_position *position, size_t place)
{
    const pp_case *the_case = position->the_case;
    const pp_i_statement *said = &the_case->statements[place];
    const char *strength = pp_i_strength_text(said->strength);
    json_t *one = json_object();
    pp_i_json_set(json, one, "id", pp_i_json_text(said->id));
    pp_i_json_set(json, one, "party", pp_i_json_text(the_case->parties[said->party].id));
    pp_i_json_set(json, one, "speaker", text_or_null(said->speaker));
    pp_i_json_set(json, one, "act", json_string(pp_i_act_text(said->act)));
    pp_i_json_set(json, one, "about", words_or_null(&said->about));
    pp_i_json_set(json, one, "topic", text_or_null(said->topic));
    pp_i_json_set(json, one, "strength", pp_i_json_string(strength[0] == '\0' ? NULL : strength));
    pp_i_json_set(json, one, "if", words_or_null(&said->condition));
    pp_i_json_set(json, one, "source",
                  said->source == PP_NONE ? json_null()
                                          : pp_i_json_text(the_case->sources[said->source].id));
    pp_i_json_set(json, one, "date", pp_i_json_date(said->date));
    pp_i_json_set(json, one, "quote", text_or_null(said->quote));
    pp_i_json_set(json, one, "places", spans(json, said));
    pp_i_json_set(json, one, "counts", json_boolean(position->statement_counts[place]));
    pp_i_json_set(json, one, "replaces", statement_or_null(the_case, said->replaces));
    pp_i_json_set(json, one, "replaced_by",
                  statement_or_null(the_case, pp_i_quotes_replaced_by(the_case, place, 0)));
    return one;
}

static json_t *statements(pp_i_json *json, const pp_i_position *position)
{
    json_t *array = json_array();
    for (size_t i = 0; i < position->the_case->statement_count; i++)
        if (position->party_shown[position->the_case->statements[i].party])
            pp_i_json_add(json, array, statement_json(json, position, i));
    return array;
}

static json_t *red_lines(pp_i_json *json, const pp_i_position *position)
{
    const pp_case *the_case = position->the_case;
    json_t *array = json_array();
    for (size_t i = 0; i < the_case->red_line_count; i++) {
        const pp_i_red_line *line = &the_case->red_lines[i];
        if (!position->party_shown[line->party])
            continue;
        json_t *one = json_object(), *because = json_array();
        for (size_t j = 0; j < line->because_count; j++)
            pp_i_json_add(json, because, pp_i_json_text(the_case->statements[line->because[j]].id));
        pp_i_json_set(json, one, "id", pp_i_json_text(line->id));
        pp_i_json_set(json, one, "party", pp_i_json_text(the_case->parties[line->party].id));
        pp_i_json_set(json, one, "holds", words_or_null(&line->holds));
        pp_i_json_set(json, one, "firmness", json_string(line->unclear ? "unclear" : "firm"));
        pp_i_json_set(json, one, "because", because);
        pp_i_json_set(json, one, "counts", json_boolean(position->red_line_counts[i]));
        pp_i_json_add(json, array, one);
    }
    return array;
}

/* One cell; null where nothing is known. */
static json_t *cell_json(pp_i_json *json, const pp_i_position *position, size_t party, size_t issue)
{
    const pp_case *the_case = position->the_case;
    json_t *lines = json_array(), *said = json_array();
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (the_case->red_lines[i].party == party && position->red_line_counts[i] &&
            pp_i_bit_get(position->red_line_issues[i], issue))
            pp_i_json_add(json, lines, pp_i_json_text(the_case->red_lines[i].id));
    for (size_t i = 0; i < the_case->statement_count; i++)
        if (the_case->statements[i].party == party && position->statement_counts[i] &&
            pp_i_bit_get(position->statement_issues[i], issue))
            pp_i_json_add(json, said, pp_i_json_text(the_case->statements[i].id));
    json_t *one = NULL;
    if (json_array_size(lines) + json_array_size(said) > 0) {
        one = json_object();
        pp_i_json_set(json, one, "party", pp_i_json_text(the_case->parties[party].id));
        pp_i_json_set(json, one, "issue", pp_i_json_text(the_case->issues[issue].id));
        pp_i_json_set(json, one, "red_lines", json_incref(lines));
        pp_i_json_set(json, one, "statements", json_incref(said));
    }
    json_decref(lines);
    json_decref(said);
    return one;
}

static json_t *cells(pp_i_json *json, const pp_i_position *position)
{
    json_t *array = json_array();
    for (size_t i = 0; i < position->the_case->party_count; i++)
        for (size_t j = 0; position->party_shown[i] && j < position->the_case->issue_count; j++) {
            json_t *one = cell_json(json, position, i, j);
            if (one != NULL)
                pp_i_json_add(json, array, one);
        }
    return array;
}

char *pp_i_show_json(const pp_i_position *position, const pp_report_options *options)
{
    const pp_case *the_case = position->the_case;
    pp_i_json json;
    pp_i_json_begin(&json, options);
    pp_i_json_set(&json, json.root, "case", pp_i_json_text(the_case->title));
    pp_i_json_set(&json, json.root, "as_of", pp_i_json_date(position->date));
    pp_i_json_set(&json, json.root, "parties", parties(&json, position));
    pp_i_json_set(&json, json.root, "issues", issues(&json, the_case));
    pp_i_json_set(&json, json.root, "cells", cells(&json, position));
    pp_i_json_set(&json, json.root, "red_lines", red_lines(&json, position));
    pp_i_json_set(&json, json.root, "statements", statements(&json, position));
    pp_i_json_set(&json, json.root, "sources", sources(&json, the_case));
    pp_i_json_incomplete(&json, NULL, 0);
    return pp_i_json_end(&json);
}
