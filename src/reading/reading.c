/*
 * reading.c: from reports to a reading: sentences, names, statements, in this order; see
 * statement.h.
 */
#include "base/error.h"
#include "base/run.h"
#include "reading/actors.h"
#include "reading/confidence.h"
#include "reading/mend.h"
#include "reading/places.h"
#include "reading/reference.h"
#include "reading/reparse.h"
#include "reading/scene.h"

enum {
    READING_TALE_COUNT_MAX = 16, /* events of one sentence; more are left out */
    PARSED_TOGETHER_COUNT = 256  /* sentences, between two looks at the time limit */
};

typedef struct maker {
    const pp_i_language *language;
    pp_i_arena *arena, *scratch;
    pp_i_run run;
    pp_i_actors actors;
    pp_i_report *reports;
    size_t report_count;
    PP_LIST(pp_i_said) statements;
    PP_LIST(pp_i_told) events;
    PP_LIST(pp_i_told) judgements;
    PP_LIST(pp_i_conditional) conditions;
    size_t sentence_count;
    bool marked; /* the documents' repeats are known */
} maker;

typedef PP_LIST(pp_i_sentence) sentence_list;

/* The words of the sentences that stand here first; long ones are several. */
static pp_status begin_sentences(maker *make, const pp_i_document *document, sentence_list *list,
                                 pp_error *error)
{
    for (size_t i = 0; i < document->sentence_count; i++) {
        if (!pp_i_run_step(&make->run, 1)) {
            return pp_i_run_status(&make->run, error);
        }
        const pp_i_span *span = &document->sentences[i];
        size_t at = span->byte_start;
        make->sentence_count += pp_i_document_is_first(document, i);
        while (at < span->byte_end && pp_i_document_is_first(document, i)) {
            pp_i_sentence sentence = {0};
            size_t used = 0, gap = 0;
            pp_text text = {document->words.data + at, span->byte_end - at};
            pp_status status = pp_i_reparse_clause_length(make->language, text, make->arena,
                                                          &text.length, &gap, error);
            if (status == PP_OK) {
                status = pp_i_sentence_begin(text, at, span->paragraph, make->arena, &sentence,
                                             &used, error);
            }
            if (status != PP_OK) {
                return status;
            }
            sentence.goes_on = at > span->byte_start;
            if (!PP_LIST_ADD(make->arena, list, sentence)) {
                return pp_i_fail_memory(error);
            }
            at += used == 0 || used == text.length ? text.length + gap : used;
        }
    }
    return PP_OK;
}

static pp_status parse_report(maker *make, pp_i_report *report, pp_error *error)
{
    sentence_list list = {0};
    pp_status status = begin_sentences(make, report->document, &list, error);
    for (size_t i = 0; i < list.count && status == PP_OK; i += PARSED_TOGETHER_COUNT) {
        size_t rest = list.count - i;
        status = !pp_i_run_step(&make->run, 1)
                     ? pp_i_run_status(&make->run, error)
                     : pp_i_sentences_parse(
                           make->language, make->arena, list.items + i,
                           rest < PARSED_TOGETHER_COUNT ? rest : PARSED_TOGETHER_COUNT, error);
    }
    for (size_t i = 0; i < list.count && status == PP_OK; i++) {
        status = pp_i_run_step(&make->run, 1)
                     ? pp_i_reparse(make->language, make->arena, &list.items[i], error)
                     : pp_i_run_status(&make->run, error);
        if (status == PP_OK) {
            pp_i_mend(&list.items[i]);
        }
    }
    if (status != PP_OK) {
        return status;
    }
    report->sentences = list.items;
    report->sentence_count = list.count;
    return pp_i_names_find(list.items, list.count, make->arena, &report->names, error);
}

static size_t party_of_noun(const pp_i_scene *scene, const pp_i_voice *voice)
{
    const pp_i_report *report = scene->report;
    if (voice->principal == PP_NONE) {
        return PP_NONE;
    }
    return report->actors[pp_i_names_principal(report->names, voice->principal)];
}

/* The speaker's words, actor and party; false where memory has run out. */
static bool name_speaker(maker *make, const pp_i_scene *scene, const pp_i_voice *voice,
                         pp_i_said *said)
{
    const pp_i_report *report = scene->report;
    said->speaker_from = (pp_i_antecedent){.statement = PP_NONE, .actor = PP_NONE};
    if (voice->entity == PP_NONE) {
        said->speaker = voice->text;
        said->actor = pp_i_actors_add_noun(&make->actors, said->report, voice->text,
                                           party_of_noun(scene, voice));
        said->party = said->actor == PP_NONE ? PP_NONE : make->actors.list.items[said->actor].party;
        said->party_is_inferred =
            voice->principal != PP_NONE && pp_i_names_is_inferred(report->names, voice->principal);
        return said->actor != PP_NONE;
    }
    const pp_i_mention *mention = &report->names->mentions[voice->mention];
    const pp_i_entity *entity = &report->names->entities[voice->entity];
    said->actor = report->actors[voice->entity];
    said->party = report->actors[pp_i_names_principal(report->names, voice->entity)];
    said->party_is_inferred = pp_i_names_is_inferred(report->names, voice->entity);
    if (said->party == said->actor && voice->principal != PP_NONE) {
        said->party = report->actors[pp_i_names_principal(report->names, voice->principal)];
        said->party_is_inferred = pp_i_names_is_inferred(report->names, voice->principal);
    }
    bool pointing = mention->kind == PP_MENTION_PRONOUN ||
                    mention->kind == PP_MENTION_DESCRIPTION || voice->shared > 0;
    bool named = !pointing && entity->kind != PP_ENTITY_PERSON && voice->text.length > 0;
    said->speaker = named ? voice->text : entity->usual.length > 0 ? entity->usual : entity->name;
    if (pointing) {
        said->speaker_from =
            (pp_i_antecedent){.said = voice->text,
                              .text = entity->name,
                              .statement = PP_NONE,
                              .actor = said->actor,
                              .certainty = voice->shared > 0 ? voice->shared : mention->certainty};
    }
    return true;
}

static double confidence_of(const pp_i_scene *scene, const pp_i_find *find, const pp_i_said *said)
{
    const pp_i_mention *mention = find->voice.mention == PP_NONE
                                      ? NULL
                                      : &scene->report->names->mentions[find->voice.mention];
    bool named = mention != NULL && mention->kind != PP_MENTION_PRONOUN &&
                 mention->kind != PP_MENTION_DESCRIPTION && find->voice.shared == 0;
    pp_i_signs signs = {.pattern = said->pattern,
                        .named = named,
                        .certainty = mention == NULL ? 50 : mention->certainty,
                        .asserting = find->asserting,
                        .points = said->content_from.said.length > 0,
                        .pointed = said->content_from.statement != PP_NONE,
                        .content_word_count = find->content.end - find->content.start,
                        .sentence_word_count = scene->tree.count};
    return pp_i_confidence(&signs);
}

/* `added` is false where it says nothing: an answer to nothing. */
static bool add_statement(maker *make, size_t report, const pp_i_scene *scene,
                          const pp_i_find *find, bool *added)
{
    pp_i_said said = {.report = report,
                      .sentence = scene->sentence,
                      .act = (pp_i_act)find->act,
                      .strength = (pp_i_strength)find->strength,
                      .hedged = find->hedged,
                      .negated = find->negated,
                      .quoted = find->quoted,
                      .former = pp_i_says_former(scene, find),
                      .denies_fact = pp_i_denies_fact(scene, find),
                      .accuses =
                          find->act == PP_ACT_ASSERTS &&
                          pp_i_tree_in(&scene->tree, find->cue_head, PP_CUE_ACCUSING " accusation"),
                      .bare = (pp_i_bare)pp_i_bare_of(scene, find),
                      .pattern = (pp_i_pattern)find->pattern};
    if (!name_speaker(make, scene, &find->voice, &said)) {
        return false;
    }
    pp_i_range quote = pp_i_evidence(scene, find);
    said.cue = pp_i_passage_of(scene, find->cue);
    said.content = pp_i_passage_of(scene, find->content);
    said.quote = pp_i_passage_of(scene, quote);
    said.condition = pp_i_passage_of(scene, find->condition);
    said.marker = said.condition.text.length > 0 ? (pp_i_marker)find->marker : PP_MARKER_NONE;
    if (!PP_LIST_ADD(make->arena, &make->statements, said)) {
        return false;
    }
    pp_i_said *last = &make->statements.items[make->statements.count - 1];
    pp_i_reference_resolve(make->reports, make->statements.items, make->statements.count);
    *added = pp_i_answer_resolve(make->reports, make->statements.items, make->statements.count);
    make->statements.count -= !*added;
    last->confidence = confidence_of(scene, find, last);
    return true;
}

static bool add_tales(maker *make, size_t report, const pp_i_scene *scene)
{
    pp_i_tale tales[READING_TALE_COUNT_MAX];
    size_t count = pp_i_events_find(scene, tales, READING_TALE_COUNT_MAX);
    for (size_t i = 0; i < count; i++) {
        pp_i_told told = {.report = report,
                          .sentence = scene->sentence,
                          .actor = PP_NONE,
                          .party = PP_NONE,
                          .cue = pp_i_passage_of(scene, tales[i].cue),
                          .quote = pp_i_passage_of(scene, tales[i].quote)};
        if (tales[i].is_judgement) {
            if (!PP_LIST_ADD(make->arena, &make->judgements, told)) {
                return false;
            }
            continue;
        }
        pp_i_said named = {.report = report};
        if (!name_speaker(make, scene, &tales[i].voice, &named)) {
            return false;
        }
        told.actor_text = named.speaker;
        told.actor = named.actor;
        told.party = named.party;
        pp_i_said teller = {.report = report};
        if (tales[i].find != PP_NONE &&
            !name_speaker(make, scene, &scene->finds[tales[i].find].voice, &teller)) {
            return false;
        }
        told.told_by = teller.speaker;
        if (!PP_LIST_ADD(make->arena, &make->events, told)) {
            return false;
        }
    }
    return true;
}

static bool add_conditions(maker *make, size_t report, const pp_i_scene *scene, size_t first)
{
    uint32_t at = 0;
    pp_i_condition_words words;
    while (pp_i_condition_next(scene, &at, &words)) {
        pp_i_conditional made = {.report = report,
                                 .sentence = scene->sentence,
                                 .statement = PP_NONE,
                                 .on = pp_i_passage_of(scene, words.on),
                                 .what = pp_i_passage_of(scene, words.what),
                                 .marker = words.marker};
        for (size_t i = 0; i < scene->find_count && first + i < make->statements.count; i++) {
            if (scene->finds[i].condition.start == words.on.start &&
                !pp_i_range_is_empty(scene->finds[i].condition)) {
                made.statement = first + i;
            }
        }
        if (!PP_LIST_ADD(make->arena, &make->conditions, made)) {
            return false;
        }
    }
    return true;
}

static int by_place(const pp_i_find *a, const pp_i_find *b)
{
    return a->cue.start != b->cue.start ? (a->cue.start < b->cue.start ? -1 : 1) : 0;
}

/* In the order of their cues; insertion, which keeps equal ones in order. */
static void sort_finds(pp_i_scene *scene)
{
    for (size_t i = 1; i < scene->find_count; i++) {
        pp_i_find moving = scene->finds[i];
        size_t k = i;
        while (k > 0 && by_place(&scene->finds[k - 1], &moving) > 0) {
            scene->finds[k] = scene->finds[k - 1];
            k--;
        }
        scene->finds[k] = moving;
    }
}

static bool read_sentence(maker *make, size_t report, size_t sentence, pp_i_open_quote *open)
{
    pp_i_scene *scene = PP_NEW(make->scratch, pp_i_scene);
    if (scene == NULL) {
        return false;
    }
    scene->cues = pp_i_language_cues(make->language);
    scene->report = &make->reports[report];
    scene->sentence = sentence;
    scene->open = open;
    scene->scratch = make->scratch;
    if (!pp_i_tree_make(&scene->report->sentences[sentence], make->scratch, &scene->tree) ||
        !pp_i_speech_mark(scene)) {
        return false;
    }
    pp_i_extract(scene);
    sort_finds(scene);
    size_t first = make->statements.count, kept = 0;
    for (size_t i = 0; i < scene->find_count; i++) {
        bool added = false;
        if (!add_statement(make, report, scene, &scene->finds[i], &added)) {
            return false;
        }
        scene->finds[kept] = scene->finds[i];
        kept += added;
    }
    scene->find_count = kept;
    return !scene->no_memory && add_conditions(make, report, scene, first) &&
           add_tales(make, report, scene);
}

static pp_status read_report(maker *make, size_t index, pp_error *error)
{
    pp_i_report *report = &make->reports[index];
    pp_i_open_quote open = {.voice = pp_i_voice_none(), .paragraph = PP_NONE};
    if (!pp_i_actors_add(&make->actors, report)) {
        return pp_i_fail_memory(error);
    }
    for (size_t i = 0; i < report->sentence_count; i++) {
        const pp_i_sentence *sentence = &report->sentences[i];
        if (!pp_i_run_step(&make->run, 1)) {
            return pp_i_run_status(&make->run, error);
        }
        if (sentence->token_count == 0 ||
            report->document->paragraphs[sentence->paragraph].is_heading) {
            continue;
        }
        pp_i_arena_mark mark = pp_i_arena_mark_get(make->scratch);
        bool done = read_sentence(make, index, i, &open);
        pp_i_arena_rewind(make->scratch, mark);
        if (!done) {
            return pp_i_fail_memory(error);
        }
    }
    return PP_OK;
}

static pp_status finish(maker *make, size_t number_first, const pp_i_reading **reading,
                        pp_error *error)
{
    pp_i_reading *made = PP_NEW(make->arena, pp_i_reading);
    if (made == NULL ||
        !pp_i_places_find(make->reports, make->report_count, number_first, make->statements.items,
                          make->statements.count, make->arena)) {
        return pp_i_fail_memory(error);
    }
    *made = (pp_i_reading){.reports = make->reports,
                           .report_count = make->report_count,
                           .actors = make->actors.list.items,
                           .actor_count = make->actors.list.count,
                           .statements = make->statements.items,
                           .statement_count = make->statements.count,
                           .events = make->events.items,
                           .event_count = make->events.count,
                           .judgements = make->judgements.items,
                           .judgement_count = make->judgements.count,
                           .conditions = make->conditions.items,
                           .condition_count = make->conditions.count,
                           .sentence_count = make->sentence_count};
    *reading = made;
    return PP_OK;
}

static pp_status make_all(maker *make, pp_i_document *const *documents, pp_i_repeats *repeats,
                          size_t number_first, const pp_i_reading **reading, pp_error *error)
{
    pp_status status = PP_OK;
    make->reports = PP_NEW_ARRAY(make->arena, pp_i_report, make->report_count);
    if (make->reports == NULL) {
        return pp_i_fail_memory(error);
    }
    if (repeats == NULL && !make->marked) {
        number_first = 0;
        status = pp_i_repeats_new(make->arena, &repeats, error);
    }
    for (size_t i = 0; i < make->report_count && status == PP_OK; i++) {
        make->reports[i].document = documents[i];
        if (!make->marked) {
            status = pp_i_repeats_mark(repeats, number_first + i, documents[i], error);
        }
    }
    for (size_t i = 0; i < make->report_count && status == PP_OK; i++) {
        status = parse_report(make, &make->reports[i], error);
        status = status == PP_OK ? read_report(make, i, error) : status;
    }
    return status == PP_OK ? finish(make, number_first, reading, error) : status;
}

static pp_status read_documents(const pp_i_language *language, pp_i_document *const *documents,
                                size_t document_count, pp_i_repeats *repeats, bool marked,
                                size_t number_first, const pp_control *control, pp_i_arena *arena,
                                const pp_i_reading **reading, pp_error *error)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, pp_i_allocator_of(control));
    maker make = {.language = language,
                  .arena = arena,
                  .scratch = &scratch,
                  .report_count = document_count,
                  .marked = marked};
    pp_i_run_init(&make.run, control);
    pp_i_actors_init(&make.actors, arena);
    pp_status status = make_all(&make, documents, repeats, number_first, reading, error);
    pp_i_arena_free(&scratch);
    return status;
}

pp_status pp_i_reading_make(const pp_i_language *language, pp_i_document *const *documents,
                            size_t document_count, pp_i_repeats *repeats, size_t number_first,
                            const pp_control *control, pp_i_arena *arena,
                            const pp_i_reading **reading, pp_error *error)
{
    return read_documents(language, documents, document_count, repeats, false, number_first,
                          control, arena, reading, error);
}

pp_status pp_i_reading_make_marked(const pp_i_language *language, pp_i_document *const *documents,
                                   size_t document_count, size_t number_first,
                                   const pp_control *control, pp_i_arena *arena,
                                   const pp_i_reading **reading, pp_error *error)
{
    return read_documents(language, documents, document_count, NULL, true, number_first, control,
                          arena, reading, error);
}
