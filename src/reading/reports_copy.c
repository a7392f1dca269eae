/*
 * reports_copy.c: what is kept of a report, copied into the whole; see reports_merge.h.
 */
#include "reading/actors.h"
#include "reading/reports_merge.h"

#include <string.h>

#define NOUN_KEY "noun " /* of actors.c */

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
static pp_text move_text(const pp_i_moving *move, pp_text text)
{
    pp_text old = move->report->document->words;
    if (text.length == 0)
        return (pp_text){NULL, 0};
    if (text.data >= old.data && text.data + text.length <= old.data + old.length)
        return (pp_text){move->words.data + (text.data - old.data), text.length};
    return copy_text(move->to, text);
}

/* Lemmas are few and stand often: each is kept once. */
static pp_text move_lemma(const pp_i_moving *move, pp_text lemma)
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

static void move_passage(const pp_i_moving *move, pp_i_passage *passage)
{
    passage->text = move_text(move, passage->text);
}

/* The key of somebody without a name holds the number of the report, which is the batch's own. */
static const char *key_of(pp_i_merging *to, const char *key, size_t number_first)
{
    size_t number, used = 0;
    for (used = strlen(NOUN_KEY), number = 0; key[used] >= '0' && key[used] <= '9'; used++)
        number = number * 10 + (size_t)(key[used] - '0');
    const char *made =
        pp_i_arena_print(to->arena, NOUN_KEY "%zu%s", number + number_first, key + used);
    to->failed = to->failed || made == NULL;
    return made;
}

/* The place of an actor in the whole: that of one with the same key, or a new one. */
static size_t move_actor(pp_i_merging *to, const pp_i_actor *actor, size_t number_first)
{
    const char *key = actor->key;
    if (key != NULL && strncmp(key, NOUN_KEY, strlen(NOUN_KEY)) == 0)
        key = key_of(to, key, number_first);
    size_t known = key == NULL ? PP_NONE : pp_i_map_get(&to->actor_keys, pp_i_text_of(key));
    if (known != PP_NONE)
        return known;
    const char *twin = pp_i_actor_twin_key(to->arena, key, actor->role);
    known = twin == NULL ? PP_NONE : pp_i_map_get(&to->actor_keys, pp_i_text_of(twin));
    if (known != PP_NONE && to->actors.items[known].role.length == 0) {
        to->actors.items[known].kind = PP_ENTITY_BODY; /* one report tells what it is */
        return known;
    }
    pp_i_actor copy = *actor;
    size_t place = to->actors.count;
    pp_i_texts none = {0};
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
    pp_i_texts *list = &to->aliases.items[actor];
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
const size_t *pp_i_move_actors(pp_i_merging *to, const pp_i_reading *batch, size_t number_first,
                               pp_i_arena *scratch)
{
    size_t *places_of = PP_NEW_ARRAY(scratch, size_t, batch->actor_count);
    if (places_of == NULL) {
        to->failed = true;
        return NULL;
    }
    for (size_t i = 0; i < batch->actor_count && !to->failed; i++)
        places_of[i] = move_actor(to, &batch->actors[i], number_first);
    for (size_t i = 0; i < batch->actor_count && !to->failed; i++) {
        const pp_i_actor *actor = &batch->actors[i];
        pp_i_actor *known = &to->actors.items[places_of[i]];
        bool stated = known->party_is_inferred && !actor->party_is_inferred && actor->party != i &&
                      actor->party != PP_NONE;
        if (known->party == places_of[i] || stated) {
            known->party = actor->party == PP_NONE ? PP_NONE : places_of[actor->party];
            known->party_is_inferred = actor->party_is_inferred;
        }
        add_alias(to, places_of[i], actor->name);
        for (size_t j = 0; j < actor->alias_count && !to->failed; j++)
            add_alias(to, places_of[i], actor->aliases[j]);
    }
    return places_of;
}

static size_t actor_of(const pp_i_moving *move, size_t actor)
{
    return actor == PP_NONE ? PP_NONE : move->actors[actor];
}

static void move_antecedent(const pp_i_moving *move, pp_i_antecedent *from)
{
    from->said = move_text(move, from->said);
    from->text = move_text(move, from->text);
    from->actor = actor_of(move, from->actor);
    if (from->statement != PP_NONE)
        from->statement += move->statement_first;
}

static void move_statement(const pp_i_moving *move, const pp_i_said *said)
{
    pp_i_merging *to = move->to;
    pp_i_said copy = *said;
    pp_i_places also = {0};
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
        !PP_LIST_ADD(to->arena, &to->homes, pp_i_home_of(move->report->document, said)) ||
        !PP_LIST_ADD(to->arena, &to->also, also))
        to->failed = true;
}

static pp_i_told move_told(const pp_i_moving *move, const pp_i_told *told)
{
    pp_i_told copy = *told;
    copy.report += move->number_first;
    copy.actor_text = move_text(move, told->actor_text);
    copy.told_by = move_text(move, told->told_by);
    copy.actor = actor_of(move, told->actor);
    copy.party = actor_of(move, told->party);
    move_passage(move, &copy.cue);
    move_passage(move, &copy.quote);
    return copy;
}

static pp_i_conditional move_conditional(const pp_i_moving *move, const pp_i_conditional *one)
{
    pp_i_conditional copy = *one;
    copy.report += move->number_first;
    if (copy.statement != PP_NONE)
        copy.statement += move->statement_first;
    move_passage(move, &copy.on);
    move_passage(move, &copy.what);
    return copy;
}

static pp_i_entity *move_entities(const pp_i_moving *move, const pp_i_names *names)
{
    pp_i_merging *to = move->to;
    pp_i_entity *entities = copy_array(to, names->entities, names->entity_count, sizeof *entities);
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
        entity->mention_first = entity->affiliation_mention = PP_NONE; /* these are not kept */
    }
    return entities;
}

/* The mentions in the first `count` sentences that are kept; what they take up is not. */
static void move_mentions(const pp_i_moving *move, const bool *kept, size_t count, pp_i_names *copy)
{
    pp_i_merging *to = move->to;
    const pp_i_names *names = move->report->names;
    size_t mention_count = 0;
    for (size_t i = 0; i < count; i++)
        if (kept[i])
            mention_count += names->sentence_mentions[i + 1] - names->sentence_mentions[i];
    pp_i_mention *mentions = PP_NEW_ARRAY(to->arena, pp_i_mention, mention_count);
    size_t *first = PP_NEW_ARRAY(to->arena, size_t, count + 1);
    to->failed = to->failed || mentions == NULL || first == NULL;
    copy->mention_count = 0;
    for (size_t i = 0; i < count && !to->failed; i++) {
        first[i] = copy->mention_count;
        for (size_t j = names->sentence_mentions[i]; kept[i] && j < names->sentence_mentions[i + 1];
             j++) {
            mentions[copy->mention_count] = names->mentions[j];
            mentions[copy->mention_count++].antecedent = PP_NONE;
        }
        first[i + 1] = copy->mention_count;
    }
    copy->mentions = mentions;
    copy->sentence_mentions = first;
    copy->sentence_count = count;
}

static const pp_i_names *move_names(const pp_i_moving *move, const bool *kept, size_t count)
{
    pp_i_merging *to = move->to;
    const pp_i_names *names = move->report->names;
    pp_i_names *copy = PP_NEW(to->arena, pp_i_names);
    if (names == NULL || copy == NULL) {
        to->failed = to->failed || copy == NULL;
        return NULL;
    }
    *copy = *names;
    copy->entities = move_entities(move, names);
    move_mentions(move, kept, count < names->sentence_count ? count : names->sentence_count, copy);
    return copy;
}

static void move_tokens(const pp_i_moving *move, pp_i_sentence *sentence)
{
    pp_i_merging *to = move->to;
    sentence->tokens =
        copy_array(to, sentence->tokens, sentence->token_count, sizeof *sentence->tokens);
    for (size_t j = 0; j < sentence->token_count && !to->failed; j++) {
        sentence->tokens[j].form = move_text(move, sentence->tokens[j].form);
        sentence->tokens[j].lemma = move_lemma(move, sentence->tokens[j].lemma);
    }
}

/* Of the paragraphs only those are kept among which a date is looked for, and no sentences. */
pp_i_document *pp_i_move_document(pp_i_moving *move, bool whole)
{
    pp_i_merging *to = move->to;
    const pp_i_document *document = move->report->document;
    pp_i_document *copy = PP_NEW(to->arena, pp_i_document);
    if (copy == NULL) {
        to->failed = true;
        return NULL;
    }
    size_t count = document->paragraph_count < PP_DOCUMENT_DATE_PARAGRAPH_COUNT_MAX
                       ? document->paragraph_count
                       : PP_DOCUMENT_DATE_PARAGRAPH_COUNT_MAX;
    *copy = *document;
    copy->name = copy_string(to, document->name);
    copy->title = copy_string(to, document->title);
    copy->words = move->words = whole ? copy_text(to, document->words) : (pp_text){"", 0};
    copy->sentences = NULL;
    copy->sentence_count = 0;
    copy->paragraph_count = whole ? count : 0;
    copy->paragraphs =
        copy_array(to, document->paragraphs, copy->paragraph_count, sizeof *copy->paragraphs);
    return copy;
}

static const size_t *move_entity_actors(const pp_i_moving *move)
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

void pp_i_move_sentences(const pp_i_moving *move, const bool *kept, pp_i_report *copy)
{
    pp_i_merging *to = move->to;
    const pp_i_report *report = move->report;
    size_t count = report->sentence_count;
    while (count > 0 && !kept[count - 1])
        count--;
    copy->sentences = copy_array(to, report->sentences, count, sizeof *copy->sentences);
    copy->sentence_count = count;
    for (size_t i = 0; i < count && !to->failed; i++) {
        pp_i_sentence *sentence = &copy->sentences[i];
        if (kept[i] && sentence->token_count > 0) {
            move_tokens(move, sentence);
            continue;
        }
        sentence->tokens = NULL; /* the others lose their words */
        sentence->token_count = 0;
    }
    copy->names = move_names(move, kept, count);
    copy->actors = move_entity_actors(move);
}

void pp_i_move_said(const pp_i_moving *move, size_t report)
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
            !PP_LIST_ADD(to->arena, &to->conditions, move_conditional(move, &batch->conditions[i])))
            to->failed = true;
}
