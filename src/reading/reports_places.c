/*
 * reports_places.c: where a report repeats what an earlier batch said; see reports_merge.h.
 *
 * Of the earlier report only its words are there; each of its statements knows the paragraph and
 * the sentence that it begins in.
 */
#include "reading/reports_merge.h"

#include "case/evidence.h"

pp_i_home pp_i_home_of(const pp_i_document *document, const pp_i_said *said)
{
    pp_i_home home = {PP_NO_HOME, PP_NO_HOME};
    size_t start = said->quote.byte_start;
    for (size_t i = 0; i < document->paragraph_count && home.paragraph == PP_NO_HOME; i++)
        if (start >= document->paragraphs[i].byte_start && start < document->paragraphs[i].byte_end)
            home.paragraph = (uint32_t)i;
    for (size_t i = 0; i < document->sentence_count && home.sentence == PP_NO_HOME; i++)
        if (start >= document->sentences[i].byte_start && start < document->sentences[i].byte_end)
            home.sentence = (uint32_t)i;
    return home;
}

bool pp_i_repeats_earlier(const pp_i_document *document, size_t number_first)
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
static void add_place(const pp_i_moving *move, size_t statement, const pp_i_folded *folded,
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

static bool stands_in(const pp_i_home *home, size_t index, bool is_paragraph)
{
    return (is_paragraph ? home->paragraph : home->sentence) == index;
}

/* A stretch of this report repeats one of an earlier report: the statements there stand here too.
 */
static void add_places(const pp_i_moving *move, size_t report, size_t byte_start, size_t byte_end,
                       pp_i_first first, bool is_paragraph)
{
    pp_i_merging *to = move->to;
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
        if (stands_in(&to->homes.items[i], first.index, is_paragraph))
            add_place(move, i, folded, byte_start, report, &scratch);
    }
    pp_i_arena_free(&scratch);
}

void pp_i_move_places(const pp_i_moving *move, size_t report)
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
