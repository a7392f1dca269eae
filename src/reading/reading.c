/*
 * reading.c: from reports to a reading: sentences, names, statements, in this order; see
 * statement.h.
 */
#include "base/error.h"
#include "base/run.h"
#include "reading/mend.h"
#include "reading/places.h"
#include "reading/reading_parts.h"
#include "reading/reparse.h"
#include "reading/scene.h"

enum {
    PARSED_TOGETHER_COUNT = 256 /* sentences, between two looks at the time limit */
};

typedef PP_LIST(pp_i_sentence) sentence_list;

/* The words of the sentences that stand here first; long ones are several. */
static pp_status begin_sentences(pp_i_reading_maker *make, const pp_i_document *document,
                                 sentence_list *list, pp_error *error)
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

static pp_status parse_report(pp_i_reading_maker *make, pp_i_report *report, pp_error *error)
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

static bool read_sentence(pp_i_reading_maker *make, size_t report, size_t sentence,
                          pp_i_open_quote *open)
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
        if (!pp_i_reading_add_statement(make, report, scene, &scene->finds[i], &added)) {
            return false;
        }
        scene->finds[kept] = scene->finds[i];
        kept += added;
    }
    scene->find_count = kept;
    return !scene->no_memory && pp_i_reading_add_conditions(make, report, scene, first) &&
           pp_i_reading_add_tales(make, report, scene);
}

static pp_status read_report(pp_i_reading_maker *make, size_t index, pp_error *error)
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

static pp_status finish(pp_i_reading_maker *make, size_t number_first, const pp_i_reading **reading,
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

static pp_status make_all(pp_i_reading_maker *make, pp_i_document *const *documents,
                          pp_i_repeats *repeats, size_t number_first, const pp_i_reading **reading,
                          pp_error *error)
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
    pp_i_reading_maker make = {.language = language,
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
