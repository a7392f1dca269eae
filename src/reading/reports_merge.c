/*
 * reports_merge.c: see reports.h. What is kept of a batch is copied; indices of reports, actors and
 * statements become those of the whole. A report that bears nothing keeps its name alone.
 */
#include "reading/reports_merge.h"

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

static void move_report(pp_i_moving *move, size_t report, const bool *kept, bool bearing)
{
    pp_i_merging *to = move->to;
    size_t first = to->statements.count;
    bool repeating = pp_i_repeats_earlier(move->report->document, move->number_first);
    pp_i_report copy = {.document = pp_i_move_document(move, bearing || repeating)};
    if (bearing && !to->failed)
        pp_i_move_sentences(move, kept, &copy);
    if (to->failed || !PP_LIST_ADD(to->arena, &to->reports, copy) ||
        !PP_LIST_ADD(to->arena, &to->statement_firsts, first)) {
        to->failed = true;
        return;
    }
    if (bearing)
        pp_i_move_said(move, report);
    if (repeating)
        pp_i_move_places(move, move->number_first + report);
}

bool pp_i_merging_add(pp_i_merging *merging, const pp_i_reading *batch, size_t number_first)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, merging->arena->allocator);
    pp_i_moving move = {.to = merging,
                        .batch = batch,
                        .actors = pp_i_move_actors(merging, batch, number_first, &scratch),
                        .number_first = number_first,
                        .statement_first = merging->statements.count};
    merging->sentence_count += batch->sentence_count;
    for (size_t i = 0; i < batch->report_count && !merging->failed; i++) {
        move.report = &batch->reports[i];
        pp_i_arena_mark mark = pp_i_arena_mark_get(&scratch);
        bool *kept = PP_NEW_ARRAY(&scratch, bool, move.report->sentence_count + 1);
        if (kept == NULL)
            merging->failed = true;
        else
            move_report(&move, i, kept, find_bearing(batch, i, kept));
        pp_i_arena_rewind(&scratch, mark);
    }
    pp_i_arena_free(&scratch);
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
    *whole = (pp_i_reading){.reports = merging->reports.items,
                            .report_count = merging->reports.count,
                            .actors = merging->actors.items,
                            .actor_count = merging->actors.count,
                            .statements = merging->statements.items,
                            .statement_count = merging->statements.count,
                            .events = merging->events.items,
                            .event_count = merging->events.count,
                            .judgements = merging->judgements.items,
                            .judgement_count = merging->judgements.count,
                            .conditions = merging->conditions.items,
                            .condition_count = merging->conditions.count,
                            .sentence_count = merging->sentence_count};
    return whole;
}
