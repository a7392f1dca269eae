/* read_json.c: statements with their evidence, as docs/schema/read.json has it. */
#include "case/evidence.h"
#include "report/answers.h"
#include "report/json.h"
#include "report/read_view.h"

typedef struct writing {
    pp_i_json json;
    pp_i_read_view view;
} writing;

static void set(writing *out, json_t *object, const char *key, json_t *value)
{
    pp_i_json_set(&out->json, object, key, value);
}

/* The word for what binds a statement to its condition; null where nothing does. */
static json_t *marker_or_null(pp_i_marker marker)
{
    static const char *const words[] = {NULL, "if", "needed", "return", "unless", "until"};
    return words[marker] == NULL ? json_null() : json_string(words[marker]);
}

/* A string, or JSON null for nothing. */
static json_t *text_or_null(pp_text text)
{
    return text.length == 0 ? json_null() : pp_i_json_text(text);
}

static void set_span(writing *out, json_t *object, size_t report, size_t start, size_t end)
{
    set(out, object, "start", pp_i_json_size(pp_i_read_view_point(&out->view, report, start)));
    set(out, object, "end", pp_i_json_size(pp_i_read_view_point(&out->view, report, end)));
}

/* TextQuoteSelector and TextPositionSelector. */
static json_t *quote_of(writing *out, size_t report, const pp_i_passage *passage)
{
    json_t *object = json_object();
    pp_text words = out->view.said->reports[report].document->words, prefix, suffix;
    pp_i_quote_place place = {.byte_start = passage->byte_start, .byte_end = passage->byte_end};
    pp_i_evidence_context(words, &place, PP_READ_VIEW_CONTEXT, &prefix, &suffix);
    set(out, object, "exact",
        pp_i_json_text(
            (pp_text){words.data + passage->byte_start, passage->byte_end - passage->byte_start}));
    set(out, object, "prefix", pp_i_json_text(prefix));
    set(out, object, "suffix", pp_i_json_text(suffix));
    set_span(out, object, report, passage->byte_start, passage->byte_end);
    return object;
}

static json_t *source_id(const writing *out, size_t report)
{
    return pp_i_json_text(out->view.source_ids[report]);
}

static json_t *statement_id(size_t statement)
{
    return statement == PP_NONE ? json_null() : json_sprintf("s%zu", statement + 1);
}

static void list_sources(writing *out)
{
    static const char *const formats[] = {"guess", "plain", "markdown", "html"};
    pp_i_json_list_begin(&out->json, "sources");
    for (size_t i = 0; i < out->view.said->report_count; i++) {
        const pp_i_document *document = out->view.said->reports[i].document;
        json_t *object = json_object();
        set(out, object, "id", source_id(out, i));
        set(out, object, "file", pp_i_json_string(document->name));
        set(out, object, "title", pp_i_json_string(document->title));
        set(out, object, "format", json_string(formats[document->format]));
        set(out, object, "words_are_source", json_boolean(document->words_are_source));
        pp_i_json_list_add(&out->json, object);
    }
    pp_i_json_list_end(&out->json);
}

static json_t *parties_of(writing *out)
{
    json_t *array = json_array();
    for (size_t i = 0; i < out->view.party_count; i++) {
        const pp_i_actor *actor = &out->view.said->actors[out->view.parties[i]];
        json_t *object = json_object(), *aliases = json_array();
        set(out, object, "id",
            pp_i_json_text(pp_i_read_view_party_id(&out->view, out->view.parties[i])));
        set(out, object, "name", pp_i_json_text(actor->name));
        for (size_t j = 0; j < actor->alias_count; j++)
            pp_i_json_add(&out->json, aliases, pp_i_json_text(actor->aliases[j]));
        set(out, object, "aliases", aliases);
        set(out, object, "kind", json_string(pp_i_entity_kind_text(actor->kind)));
        pp_i_json_add(&out->json, array, object);
    }
    return array;
}

/* Of an issue of the draft its id there; what the draft leaves out is numbered. */
static json_t *issue_id(writing *out, size_t issue)
{
    if (out->view.issues == NULL || issue >= out->view.issues->issue_count)
        return json_null();
    pp_text id = pp_i_read_view_issue_id(&out->view, issue);
    if (id.length > 0)
        return pp_i_json_text(id);
    const char *made = pp_i_arena_print(out->view.arena, "matter:%zu", issue + 1);
    out->json.failed = out->json.failed || made == NULL;
    return pp_i_json_string(made);
}

static json_t *issues_of(writing *out)
{
    json_t *array = json_array();
    size_t count = out->view.issues == NULL ? 0 : out->view.issues->issue_count;
    for (size_t i = 0; i < count; i++) {
        const pp_i_issue_found *issue = &out->view.issues->issues[i];
        json_t *object = json_object(), *options = json_array(), *statements = json_array();
        json_t *parts = json_array();
        set(out, object, "id", issue_id(out, i));
        set(out, object, "title", pp_i_json_text(issue->title));
        for (size_t j = 0; j < issue->option_count; j++)
            pp_i_json_add(&out->json, options, pp_i_json_text(issue->options[j].title));
        for (size_t j = 0; j < issue->option_count; j++)
            pp_i_json_add(&out->json, parts, json_integer((json_int_t)issue->options[j].part));
        for (size_t j = 0; j < issue->statement_count; j++)
            pp_i_json_add(&out->json, statements, statement_id(issue->statements[j]));
        set(out, object, "options", options);
        set(out, object, "parts", parts);
        set(out, object, "statements", statements);
        pp_i_json_add(&out->json, array, object);
    }
    return array;
}

/* What a pronoun or "this proposal" stands for; null where nothing points. */
static json_t *antecedent_of(writing *out, const pp_i_antecedent *from)
{
    if (from->said.length == 0)
        return json_null();
    json_t *object = json_object();
    set(out, object, "said", pp_i_json_text(from->said));
    set(out, object, "text", text_or_null(from->text));
    set(out, object, "statement", statement_id(from->statement));
    set(out, object, "certainty", json_integer((json_int_t)from->certainty));
    return object;
}

/* Why the statement was put into its issue; null where it stands alone. */
static json_t *reason_of(writing *out, size_t statement)
{
    if (pp_i_read_view_issue(&out->view, statement) == PP_NONE)
        return json_null();
    const pp_i_reason *reason = &out->view.issues->filed[statement].reason;
    if (reason->with == PP_NONE)
        return json_null();
    json_t *object = json_object();
    set(out, object, "with", statement_id(reason->with));
    set(out, object, "by",
        json_string(reason->kind == PP_BOND_ANTECEDENT ? "antecedent"
                    : reason->kind == PP_BOND_NEAR     ? "place"
                                                       : "words"));
    set(out, object, "word", text_or_null(reason->word));
    set(out, object, "other_word", text_or_null(reason->other_word));
    return object;
}

/* A formula over the ids of the draft, or null. */
static json_t *formula_of(writing *out, const pp_i_formula *formula)
{
    if (formula->node_count == 0)
        return json_null();
    pp_i_vocabulary vocabulary = pp_i_case_vocabulary(out->view.draft->content);
    const char *words = pp_i_formula_print(formula, &vocabulary, out->view.arena);
    if (words == NULL)
        out->json.failed = true;
    return pp_i_json_string(words);
}

/* What the draft has the statement be about, and on what condition it has it. */
static void set_drafted(writing *out, json_t *object, size_t statement)
{
    const pp_i_draft *draft = out->view.draft;
    size_t place = draft == NULL ? PP_NONE : draft->statements[statement];
    const pp_i_statement *drafted = place == PP_NONE ? NULL : &draft->content->statements[place];
    set(out, object, "about", drafted == NULL ? json_null() : formula_of(out, &drafted->about));
    set(out, object, "if", drafted == NULL ? json_null() : formula_of(out, &drafted->condition));
}

static json_t *places_of(writing *out, const pp_i_said *said)
{
    json_t *array = json_array();
    for (size_t i = 0; i < said->also_count; i++) {
        json_t *object = json_object();
        const pp_i_elsewhere *place = &said->also[i];
        set(out, object, "source", source_id(out, place->report));
        set_span(out, object, place->report, place->byte_start, place->byte_end);
        pp_i_json_add(&out->json, array, object);
    }
    return array;
}

static void set_meaning(writing *out, json_t *object, size_t statement)
{
    const pp_i_said *said = &out->view.said->statements[statement];
    size_t issue = pp_i_read_view_issue(&out->view, statement);
    set(out, object, "issue", issue_id(out, issue));
    set_drafted(out, object, statement);
    set(out, object, "grouped", reason_of(out, statement));
    const char *strength = pp_i_strength_text(said->strength);
    set(out, object, "strength", strength[0] == '\0' ? json_null() : json_string(strength));
    set(out, object, "hedged", json_boolean(said->hedged));
    set(out, object, "negated", json_boolean(said->negated));
    set(out, object, "quoted", json_boolean(said->quoted));
    set(out, object, "accuses", json_boolean(said->accuses));
    set(out, object, "denies_fact", json_boolean(said->denies_fact));
    set(out, object, "former", json_boolean(said->former));
    set(out, object, "dropped", json_boolean(said->dropped));
    set(out, object, "condition", text_or_null(said->condition.text));
    set(out, object, "unless", json_boolean(pp_i_marker_is_negative(said->marker)));
    set(out, object, "marker", marker_or_null(said->marker));
    set(out, object, "speaker_from", antecedent_of(out, &said->speaker_from));
    set(out, object, "content_from", antecedent_of(out, &said->content_from));
    set(out, object, "confidence", json_real((double)(long)(said->confidence * 100 + 0.5) / 100));
}

static json_t *statement_of(writing *out, size_t statement)
{
    const pp_i_said *said = &out->view.said->statements[statement];
    json_t *object = json_object();
    set(out, object, "id", statement_id(statement));
    set(out, object, "source", source_id(out, said->report));
    set(out, object, "speaker", pp_i_json_text(said->speaker));
    set(out, object, "party", text_or_null(pp_i_read_view_party_id(&out->view, said->party)));
    set(out, object, "act", json_string(pp_i_act_text(said->act)));
    set(out, object, "cue", pp_i_json_text(said->cue.text));
    set(out, object, "content", pp_i_json_text(said->content.text));
    set_meaning(out, object, statement);
    set(out, object, "quote", quote_of(out, said->report, &said->quote));
    set(out, object, "also", places_of(out, said));
    return object;
}

static json_t *told_of(writing *out, const pp_i_told *told)
{
    json_t *object = json_object();
    set(out, object, "source", source_id(out, told->report));
    set(out, object, "actor", text_or_null(told->actor_text));
    set(out, object, "told_by", text_or_null(told->told_by));
    set(out, object, "cue", pp_i_json_text(told->cue.text));
    set(out, object, "quote", quote_of(out, told->report, &told->quote));
    return object;
}

static json_t *condition_of(writing *out, const pp_i_conditional *condition)
{
    json_t *object = json_object();
    set(out, object, "source", source_id(out, condition->report));
    set(out, object, "statement", statement_id(condition->statement));
    set(out, object, "on", pp_i_json_text(condition->on.text));
    set(out, object, "what", text_or_null(condition->what.text));
    set(out, object, "negative", json_boolean(pp_i_marker_is_negative(condition->marker)));
    set(out, object, "marker", marker_or_null(condition->marker));
    set_span(out, object, condition->report, condition->on.byte_start, condition->on.byte_end);
    return object;
}

static json_t *remarks_of(writing *out)
{
    json_t *array = json_array();
    for (size_t i = 0; i < out->view.reading->remarks.count; i++) {
        const pp_read_remark *remark = &out->view.reading->remarks.items[i];
        json_t *object = json_object();
        set(out, object, "file", pp_i_json_string(remark->file));
        set(out, object, "message", pp_i_json_string(remark->message));
        set(out, object, "left_out", json_boolean(remark->left_out));
        pp_i_json_add(&out->json, array, object);
    }
    return array;
}

static void list_told(writing *out, const char *key, const pp_i_told *told, size_t count)
{
    pp_i_json_list_begin(&out->json, key);
    for (size_t i = 0; i < count; i++)
        pp_i_json_list_add(&out->json, told_of(out, &told[i]));
    pp_i_json_list_end(&out->json);
}

static void list_said(writing *out)
{
    const pp_i_reading *said = out->view.said;
    pp_i_json_list_begin(&out->json, "statements");
    for (size_t i = 0; i < said->statement_count; i++)
        pp_i_json_list_add(&out->json, statement_of(out, i));
    pp_i_json_list_end(&out->json);
    list_told(out, "events", said->events, said->event_count);
    list_told(out, "judgements", said->judgements, said->judgement_count);
    pp_i_json_list_begin(&out->json, "conditions");
    for (size_t i = 0; i < said->condition_count; i++)
        pp_i_json_list_add(&out->json, condition_of(out, &said->conditions[i]));
    pp_i_json_list_end(&out->json);
}

char *pp_i_reading_json(const pp_reading *reading, const pp_report_options *options)
{
    writing out;
    pp_i_arena arena;
    char *text = NULL;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    if (pp_i_read_view_make(reading, &arena, &out.view, NULL) == PP_OK) {
        pp_i_json_begin(&out.json, options);
        list_sources(&out);
        set(&out, out.json.root, "sentences", pp_i_json_size(reading->said->sentence_count));
        set(&out, out.json.root, "parties", parties_of(&out));
        set(&out, out.json.root, "issues", issues_of(&out));
        list_said(&out);
        set(&out, out.json.root, "remarks", remarks_of(&out));
        pp_i_json_incomplete(&out.json, out.view.incomplete, out.view.incomplete_count);
        text = pp_i_json_end(&out.json);
    }
    pp_i_arena_free(&arena);
    return text;
}
