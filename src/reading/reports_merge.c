/*
 * reports_merge.c: see reports.h. What is kept of a batch is copied; indices of reports, actors and
 * statements become those of the whole. A report that bears nothing keeps its name alone.
 */
#include "reading/reports.h"

#include <string.h>

#include "case/evidence.h"

#define NOUN_KEY "noun " /* of actors.c */

typedef PP_LIST(pp_i_elsewhere) places;
typedef PP_LIST(pp_text) texts;

struct pp_i_merging {
    pp_i_arena *arena;
    pp_i_map lemmas, actor_keys; /* to places in the lists below */
    PP_LIST(pp_text) lemma_list;
    PP_LIST(pp_i_report) reports;
    PP_LIST(size_t) statement_firsts; /* of each report */
    PP_LIST(pp_i_actor) actors;
    PP_LIST(texts) aliases; /* of each actor */
    PP_LIST(pp_i_said) statements;
    PP_LIST(places) also; /* of each statement */
    PP_LIST(pp_i_told) events, judgements;
    PP_LIST(pp_i_conditional) conditions;
    size_t sentence_count;
    bool failed;
};

/* One report on its way from the batch into the whole. */
typedef struct moving {
    pp_i_merging *to;
    const pp_i_reading *batch;
    const pp_i_report *report;
    pp_text words; /* the copy */
    const size_t *actors; /* of the batch's actors, their places in the whole */
    size_t number_first, statement_first;
} moving;

pp_i_merging *pp_i_merging_new(pp_i_arena *arena)
{
    pp_i_merging *merging = PP_NEW(arena, pp_i_merging);
    if (merging == NULL)
        return NULL;
    merging->arena = arena;
    pp_i_map_init(&merging->lemmas, arena);
    pp_i_map_init(&merging->actor_keys, arena);
    return merging;
}

static pp_text copy_text(pp_i_merging *to, pp_text text)
{
    if (text.length == 0)
        return (pp_text){NULL, 0};
    const char *copy = pp_i_arena_copy(to->arena, text.data, text.length);
    to->failed = to->failed || copy == NULL;
    return (pp_text){copy, copy == NULL ? 0 : text.length};
}

static const char *copy_string(pp_i_merging *to, const char *string)
{
    if (string == NULL)
        return NULL;
    const char *copy = pp_i_arena_copy(to->arena, string, strlen(string));
    to->failed = to->failed || copy == NULL;
    return copy;
}

/* `count` elements of `size` bytes; null, and remembered, where memory has run out. */
static void *copy_array(pp_i_merging *to, const void *items, size_t count, size_t size)
{
    void *copy = pp_i_arena_array(to->arena, count, size);
    if (copy != NULL && count > 0)
        memcpy(copy, items, count * size);
    to->failed = to->failed || copy == NULL;
    return copy;
}

/* Words of the report borrow from the copy of its words; others are copied. */
static pp_text move_text(const moving *move, pp_text text)
{
    pp_text old = move->report->document->words;
    if (text.length == 0)
        return (pp_text){NULL, 0};
    if (text.data >= old.data && text.data + text.length <= old.data + old.length)
        return (pp_text){move->words.data + (text.data - old.data), text.length};
    return copy_text(move->to, text);
}

/* Lemmas are few and stand often: each is kept once. */
static pp_text move_lemma(const moving *move, pp_text lemma)
{
    pp_i_merging *to = move->to;
    size_t known = pp_i_map_get(&to->lemmas, lemma);
    if (known != PP_NONE)
        return to->lemma_list.items[known];
    pp_text copy = copy_text(to, lemma);
    if (to->failed || !pp_i_map_set(&to->lemmas, copy, to->lemma_list.count) ||
        !PP_LIST_ADD(to->arena, &to->lemma_list, copy))
        to->failed = true;
    return copy;
}

static void move_passage(const moving *move, pp_i_passage *passage)
{
    passage->text = move_text(move, passage->text);
}

/* The key of somebody without a name holds the number of the report, which is the batch's own. */
static const char *key_of(pp_i_merging *to, const char *key, size_t number_first)
{
    size_t number, used = 0;
    for (used = strlen(NOUN_KEY), number = 0; key[used] >= '0' && key[used] <= '9'; used++)
        number = number * 10 + (size_t)(key[used] - '0');
    const char *made = pp_i_arena_print(to->arena, NOUN_KEY "%zu%s", number + number_first,
                                        key + used);
    to->failed = to->failed || made == NULL;
    return made;
}

/* The place of an actor in the whole: that of one with the same key, or a new one. */
static size_t move_actor(pp_i_merging *to, const pp_i_actor *actor, size_t number_first)
{
    const char *key = actor->key;
    if (key != NULL && strncmp(key, NOUN_KEY, strlen(NOUN_KEY)) == 0)
        key = key_of(to, key, number_first);
    size_t known =
        key == NULL ? PP_NONE : pp_i_map_get(&to->actor_keys, pp_i_text_of(key));
    if (known != PP_NONE)
        return known;
    pp_i_actor copy = *actor;
    size_t place = to->actors.count;
    texts none = {0};
    copy.name = copy_text(to, actor->name);
    copy.key = copy_string(to, key);
    copy.code = copy_string(to, actor->code);
    copy.role = copy_text(to, actor->role);
    copy.aliases = NULL;
    copy.alias_count = 0;
    copy.party = place;
    if (to->failed || !PP_LIST_ADD(to->arena, &to->actors, copy) ||
        !PP_LIST_ADD(to->arena, &to->aliases, none) ||
        (copy.key != NULL && !pp_i_map_set(&to->actor_keys, pp_i_text_of(copy.key), place)))
        to->failed = true;
    return place;
}

static void add_alias(pp_i_merging *to, size_t actor, pp_text alias)
{
    texts *list = &to->aliases.items[actor];
    if (pp_i_text_equal(to->actors.items[actor].name, alias))
        return;
    for (size_t i = 0; i < list->count; i++)
        if (pp_i_text_equal(list->items[i], alias))
            return;
    pp_text copy = copy_text(to, alias);
    if (to->failed || !PP_LIST_ADD(to->arena, list, copy))
        to->failed = true;
}

/* Actors of the batch in the whole; the first report that says for whom one speaks is believed. */
static const size_t *move_actors(pp_i_merging *to, const pp_i_reading *batch, size_t number_first)
{
    size_t *places_of = PP_NEW_ARRAY(to->arena, size_t, batch->actor_count);
    if (places_of == NULL) {
        to->failed = true;
        return NULL;
    }
    for (size_t i = 0; i < batch->actor_count && !to->failed; i++)
        places_of[i] = move_actor(to, &batch->actors[i], number_first);
    for (size_t i = 0; i < batch->actor_count && !to->failed; i++) {
        const pp_i_actor *actor = &batch->actors[i];
        pp_i_actor *known = &to->actors.items[places_of[i]];
        if (known->party == places_of[i])
            known->party = actor->party == PP_NONE ? PP_NONE : places_of[actor->party];
        add_alias(to, places_of[i], actor->name);
        for (size_t j = 0; j < actor->alias_count && !to->failed; j++)
            add_alias(to, places_of[i], actor->aliases[j]);
    }
    return places_of;
}

static size_t actor_of(const moving *move, size_t actor)
{
    return actor == PP_NONE ? PP_NONE : move->actors[actor];
}

static void move_antecedent(const moving *move, pp_i_antecedent *from)
{
    from->said = move_text(move, from->said);
    from->text = move_text(move, from->text);
    from->actor = actor_of(move, from->actor);
    if (from->statement != PP_NONE)
        from->statement += move->statement_first;
}

static void move_statement(const moving *move, const pp_i_said *said)
{
    pp_i_merging *to = move->to;
    pp_i_said copy = *said;
    places also = {0};
    copy.report += move->number_first;
    copy.speaker = move_text(move, said->speaker);
    copy.actor = actor_of(move, said->actor);
    copy.party = actor_of(move, said->party);
    move_passage(move, &copy.cue);
    move_passage(move, &copy.content);
    move_passage(move, &copy.quote);
    move_passage(move, &copy.condition);
    move_antecedent(move, &copy.speaker_from);
    move_antecedent(move, &copy.content_from);
    for (size_t i = 0; i < said->also_count && !to->failed; i++) {
        pp_i_elsewhere place = said->also[i];
        place.report += move->number_first;
        if (!PP_LIST_ADD(to->arena, &also, place))
            to->failed = true;
    }
    if (to->failed || !PP_LIST_ADD(to->arena, &to->statements, copy) ||
        !PP_LIST_ADD(to->arena, &to->also, also))
        to->failed = true;
}

static pp_i_told move_told(const moving *move, const pp_i_told *told)
{
    pp_i_told copy = *told;
    copy.report += move->number_first;
    copy.actor_text = move_text(move, told->actor_text);
    copy.actor = actor_of(move, told->actor);
    copy.party = actor_of(move, told->party);
    move_passage(move, &copy.cue);
    move_passage(move, &copy.quote);
    return copy;
}

static pp_i_conditional move_conditional(const moving *move, const pp_i_conditional *one)
{
    pp_i_conditional copy = *one;
    copy.report += move->number_first;
    if (copy.statement != PP_NONE)
        copy.statement += move->statement_first;
    move_passage(move, &copy.on);
    move_passage(move, &copy.what);
    return copy;
}

static const pp_i_names *move_names(const moving *move)
{
    pp_i_merging *to = move->to;
    const pp_i_names *names = move->report->names;
    pp_i_names *copy = PP_NEW(to->arena, pp_i_names);
    if (names == NULL || copy == NULL) {
        to->failed = to->failed || copy == NULL;
        return NULL;
    }
    *copy = *names;
    pp_i_entity *entities =
        copy_array(to, names->entities, names->entity_count, sizeof *entities);
    for (size_t i = 0; i < names->entity_count && !to->failed; i++) {
        pp_i_entity *entity = &entities[i];
        entity->name = move_text(move, entity->name);
        entity->role = move_text(move, entity->role);
        entity->key = copy_string(to, entity->key);
        entity->code = copy_string(to, entity->code);
        pp_text *aliases = copy_array(to, entity->aliases, entity->alias_count, sizeof *aliases);
        for (size_t j = 0; j < entity->alias_count && !to->failed; j++)
            aliases[j] = move_text(move, aliases[j]);
        entity->aliases = aliases;
    }
    copy->entities = entities;
    copy->mentions =
        copy_array(to, names->mentions, names->mention_count, sizeof *names->mentions);
    copy->sentence_mentions = copy_array(to, names->sentence_mentions, names->sentence_count + 1,
                                         sizeof *names->sentence_mentions);
    return copy;
}

/* Of the report's sentences those that `kept` names; the others lose their words. */
static pp_i_sentence *move_sentences(const moving *move, const bool *kept)
{
    pp_i_merging *to = move->to;
    const pp_i_report *report = move->report;
    pp_i_sentence *sentences =
        copy_array(to, report->sentences, report->sentence_count, sizeof *sentences);
    for (size_t i = 0; i < report->sentence_count && !to->failed; i++) {
        pp_i_sentence *sentence = &sentences[i];
        if (!kept[i])
            sentence->token_count = 0;
        if (sentence->token_count == 0) {
            sentence->tokens = NULL;
            continue;
        }
        sentence->tokens =
            copy_array(to, sentence->tokens, sentence->token_count, sizeof *sentence->tokens);
        for (size_t j = 0; j < sentence->token_count && !to->failed; j++) {
            sentence->tokens[j].form = move_text(move, sentence->tokens[j].form);
            sentence->tokens[j].lemma = move_lemma(move, sentence->tokens[j].lemma);
        }
    }
    return sentences;
}

static pp_i_document *document_copy(moving *move, bool whole)
{
    pp_i_merging *to = move->to;
    const pp_i_document *document = move->report->document;
    pp_i_document *copy = PP_NEW(to->arena, pp_i_document);
    if (copy == NULL) {
        to->failed = true;
        return NULL;
    }
    *copy = *document;
    copy->name = copy_string(to, document->name);
    copy->title = copy_string(to, document->title);
    copy->words = move->words = whole ? copy_text(to, document->words) : (pp_text){"", 0};
    if (!whole) {
        copy->paragraphs = NULL;
        copy->sentences = NULL;
        copy->paragraph_count = copy->sentence_count = 0;
        return copy;
    }
    copy->paragraphs = copy_array(to, document->paragraphs, document->paragraph_count,
                                  sizeof *copy->paragraphs);
    copy->sentences =
        copy_array(to, document->sentences, document->sentence_count, sizeof *copy->sentences);
    return copy;
}

/* Marks the sentences of `report` that bear something; false where none does. */
static bool find_bearing(const pp_i_reading *batch, size_t report, bool *kept)
{
    bool any = false;
    for (size_t i = 0; i < batch->statement_count; i++)
        if (batch->statements[i].report == report)
            any = kept[batch->statements[i].sentence] = true;
    for (size_t i = 0; i < batch->event_count; i++)
        if (batch->events[i].report == report)
            any = kept[batch->events[i].sentence] = true;
    for (size_t i = 0; i < batch->judgement_count; i++)
        if (batch->judgements[i].report == report)
            any = kept[batch->judgements[i].sentence] = true;
    for (size_t i = 0; i < batch->condition_count; i++)
        if (batch->conditions[i].report == report)
            any = kept[batch->conditions[i].sentence] = true;
    return any;
}

/* Is anything in this report a repeat of what an earlier batch said? */
static bool repeats_earlier(const pp_i_document *document, size_t number_first)
{
    for (size_t i = 0; i < document->paragraph_count; i++)
        if (document->paragraphs[i].repeat != PP_REPEAT_NONE &&
            document->paragraphs[i].same_as.document < number_first)
            return true;
    for (size_t i = 0; i < document->sentence_count; i++)
        if (document->sentences[i].same_as.index != PP_NONE &&
            document->sentences[i].same_as.document < number_first)
            return true;
    return false;
}

/* Where the passage `text` of the report's words holds the quotation of a statement, its place. */
static void add_place(const moving *move, size_t statement, const pp_i_folded *folded,
                      size_t byte_start, size_t report, pp_i_arena *scratch)
{
    pp_i_merging *to = move->to;
    const pp_i_quote_place *found = NULL;
    size_t count = 0;
    pp_text quote = to->statements.items[statement].quote.text;
    if (pp_i_evidence_find(folded, quote, scratch, &found, &count, NULL) != PP_OK)
        to->failed = true;
    if (to->failed || count == 0)
        return;
    pp_i_elsewhere place = {report, byte_start + found[0].byte_start,
                            byte_start + found[0].byte_end};
    if (!PP_LIST_ADD(to->arena, &to->also.items[statement], place))
        to->failed = true;
}

static bool stands_in(const pp_i_document *document, const pp_i_said *said, size_t index,
                      bool is_paragraph)
{
    size_t start = is_paragraph ? document->paragraphs[index].byte_start
                                : document->sentences[index].byte_start;
    size_t end = is_paragraph ? document->paragraphs[index].byte_end
                              : document->sentences[index].byte_end;
    return said->quote.byte_start >= start && said->quote.byte_start < end;
}

/* A stretch of this report repeats one of an earlier report: the statements there stand here too. */
static void add_places(const moving *move, size_t report, size_t byte_start, size_t byte_end,
                       pp_i_first first, bool is_paragraph)
{
    pp_i_merging *to = move->to;
    const pp_i_document *earlier = to->reports.items[first.document].document;
    size_t from = to->statement_firsts.items[first.document];
    size_t end = first.document + 1 < to->statement_firsts.count
                     ? to->statement_firsts.items[first.document + 1]
                     : to->statements.count;
    if (from == end)
        return;
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, to->arena->allocator);
    const pp_i_folded *folded = NULL;
    pp_text stretch = {move->words.data + byte_start, byte_end - byte_start};
    if (pp_i_evidence_fold(stretch, &scratch, &folded, NULL) != PP_OK)
        to->failed = true;
    for (size_t i = from; i < end && !to->failed; i++) {
        if (stands_in(earlier, &to->statements.items[i], first.index, is_paragraph))
            add_place(move, i, folded, byte_start, report, &scratch);
    }
    pp_i_arena_free(&scratch);
}

static void find_repeats(const moving *move, size_t report)
{
    const pp_i_document *document = move->report->document;
    pp_i_merging *to = move->to;
    for (size_t i = 0; i < document->paragraph_count && !to->failed; i++) {
        const pp_i_paragraph *one = &document->paragraphs[i];
        if (one->repeat != PP_REPEAT_NONE && one->same_as.document < move->number_first)
            add_places(move, report, one->byte_start, one->byte_end, one->same_as, true);
    }
    for (size_t i = 0; i < document->sentence_count && !to->failed; i++) {
        const pp_i_span *one = &document->sentences[i];
        bool alone = document->paragraphs[one->paragraph].repeat == PP_REPEAT_NONE;
        if (alone && one->same_as.index != PP_NONE && one->same_as.document < move->number_first)
            add_places(move, report, one->byte_start, one->byte_end, one->same_as, false);
    }
}

static void move_said(const moving *move, size_t report)
{
    pp_i_merging *to = move->to;
    const pp_i_reading *batch = move->batch;
    for (size_t i = 0; i < batch->statement_count && !to->failed; i++)
        if (batch->statements[i].report == report)
            move_statement(move, &batch->statements[i]);
    for (size_t i = 0; i < batch->event_count && !to->failed; i++)
        if (batch->events[i].report == report &&
            !PP_LIST_ADD(to->arena, &to->events, move_told(move, &batch->events[i])))
            to->failed = true;
    for (size_t i = 0; i < batch->judgement_count && !to->failed; i++)
        if (batch->judgements[i].report == report &&
            !PP_LIST_ADD(to->arena, &to->judgements, move_told(move, &batch->judgements[i])))
            to->failed = true;
    for (size_t i = 0; i < batch->condition_count && !to->failed; i++)
        if (batch->conditions[i].report == report &&
            !PP_LIST_ADD(to->arena, &to->conditions,
                         move_conditional(move, &batch->conditions[i])))
            to->failed = true;
}

static const size_t *move_entity_actors(const moving *move)
{
    const pp_i_names *names = move->report->names;
    if (names == NULL || move->report->actors == NULL)
        return NULL;
    size_t *actors =
        copy_array(move->to, move->report->actors, names->entity_count, sizeof *actors);
    for (size_t i = 0; i < names->entity_count && !move->to->failed; i++)
        actors[i] = actor_of(move, actors[i]);
    return actors;
}

static void move_report(moving *move, size_t report, const bool *kept, bool bearing)
{
    pp_i_merging *to = move->to;
    size_t first = to->statements.count;
    bool repeating = repeats_earlier(move->report->document, move->number_first);
    pp_i_report copy = {.document = document_copy(move, bearing || repeating)};
    if (bearing && !to->failed) {
        copy.sentences = move_sentences(move, kept);
        copy.sentence_count = move->report->sentence_count;
        copy.names = move_names(move);
        copy.actors = move_entity_actors(move);
    }
    if (to->failed || !PP_LIST_ADD(to->arena, &to->reports, copy) ||
        !PP_LIST_ADD(to->arena, &to->statement_firsts, first)) {
        to->failed = true;
        return;
    }
    if (bearing)
        move_said(move, report);
    if (repeating)
        find_repeats(move, move->number_first + report);
}

bool pp_i_merging_add(pp_i_merging *merging, const pp_i_reading *batch, size_t number_first)
{
    moving move = {.to = merging,
                   .batch = batch,
                   .actors = move_actors(merging, batch, number_first),
                   .number_first = number_first,
                   .statement_first = merging->statements.count};
    merging->sentence_count += batch->sentence_count;
    for (size_t i = 0; i < batch->report_count && !merging->failed; i++) {
        move.report = &batch->reports[i];
        pp_i_arena scratch;
        pp_i_arena_init(&scratch, merging->arena->allocator);
        bool *kept = PP_NEW_ARRAY(&scratch, bool, move.report->sentence_count + 1);
        if (kept == NULL)
            merging->failed = true;
        else
            move_report(&move, i, kept, find_bearing(batch, i, kept));
        pp_i_arena_free(&scratch);
    }
    return !merging->failed;
}

const pp_i_reading *pp_i_merging_end(pp_i_merging *merging)
{
    pp_i_reading *whole = PP_NEW(merging->arena, pp_i_reading);
    if (whole == NULL || merging->failed)
        return NULL;
    for (size_t i = 0; i < merging->actors.count; i++) {
        merging->actors.items[i].aliases = merging->aliases.items[i].items;
        merging->actors.items[i].alias_count = merging->aliases.items[i].count;
    }
    for (size_t i = 0; i < merging->statements.count; i++) {
        merging->statements.items[i].also = merging->also.items[i].items;
        merging->statements.items[i].also_count = merging->also.items[i].count;
    }
    *whole = (pp_i_reading){
        .reports = merging->reports.items, .report_count = merging->reports.count,
        .actors = merging->actors.items, .actor_count = merging->actors.count,
        .statements = merging->statements.items, .statement_count = merging->statements.count,
        .events = merging->events.items, .event_count = merging->events.count,
        .judgements = merging->judgements.items, .judgement_count = merging->judgements.count,
        .conditions = merging->conditions.items, .condition_count = merging->conditions.count,
        .sentence_count = merging->sentence_count};
    return whole;
}
