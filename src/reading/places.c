/*
 * places.c: see places.h. All repeats are gone through once and hung on the place that was first.
 */
#include "reading/places.h"

typedef struct again {
    size_t report, byte_start, byte_end;
    size_t next; /* another repeat of the same place, or PP_NONE */
} again;

typedef struct repeats {
    PP_LIST(again) all;
    size_t *first; /* for each paragraph, then each sentence, of each report */
    size_t *base;  /* for each report, where its own begin */
} repeats;

static bool hang(repeats *found, pp_i_arena *scratch, size_t slot, again place)
{
    size_t index = found->all.count;
    if (!PP_LIST_ADD(scratch, &found->all, place)) {
        return false;
    }
    size_t *link = &found->first[slot];
    while (*link != PP_NONE) {
        link = &found->all.items[*link].next;
    }
    *link = index;
    return true;
}

static bool collect(const pp_i_report *reports, size_t report_count, size_t number_first,
                    pp_i_arena *scratch, repeats *found)
{
    for (size_t r = 0; r < report_count; r++) {
        const pp_i_document *document = reports[r].document;
        size_t all = document->paragraph_count + document->sentence_count;
        for (size_t i = 0; i < all; i++) {
            bool paragraph = i < document->paragraph_count;
            size_t at = i - document->paragraph_count;
            pp_i_first first =
                paragraph ? document->paragraphs[i].same_as : document->sentences[at].same_as;
            if (first.index == PP_NONE || first.document == PP_NONE ||
                first.document < number_first || first.document - number_first >= report_count) {
                continue;
            }
            size_t other = first.document - number_first;
            again place = {
                r,
                paragraph ? document->paragraphs[i].byte_start : document->sentences[at].byte_start,
                paragraph ? document->paragraphs[i].byte_end : document->sentences[at].byte_end,
                PP_NONE};
            size_t slot = found->base[other] + first.index +
                          (paragraph ? 0 : reports[other].document->paragraph_count);
            if (slot < found->base[other + 1] && !hang(found, scratch, slot, place)) {
                return false;
            }
        }
    }
    return true;
}

/* The quotation within a repeat, letter for letter; else the whole of it. */
static pp_i_elsewhere find_in(const pp_i_report *reports, const again *place, pp_text quote)
{
    const char *words = reports[place->report].document->words.data;
    for (size_t at = place->byte_start; at + quote.length <= place->byte_end; at++) {
        const char *hit =
            memchr(words + at, quote.data[0], place->byte_end - at - quote.length + 1);
        if (hit == NULL) {
            break;
        }
        at = (size_t)(hit - words);
        if (memcmp(hit, quote.data, quote.length) == 0) {
            return (pp_i_elsewhere){place->report, at, at + quote.length};
        }
    }
    return (pp_i_elsewhere){place->report, place->byte_start, place->byte_end};
}

static size_t sentence_at(const pp_i_document *document, size_t byte)
{
    size_t low = 0, high = document->sentence_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->sentences[middle].byte_end <= byte) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < document->sentence_count && document->sentences[low].byte_start <= byte ? low
                                                                                         : PP_NONE;
}

static bool add_all(const pp_i_report *reports, const repeats *found, pp_i_said *said,
                    pp_i_arena *arena)
{
    const pp_i_report *report = &reports[said->report];
    size_t sentence = sentence_at(report->document, said->quote.byte_start);
    size_t slots[2] = {PP_NONE, PP_NONE};
    slots[0] = found->base[said->report] + report->sentences[said->sentence].paragraph;
    if (sentence != PP_NONE) {
        slots[1] = found->base[said->report] + report->document->paragraph_count + sentence;
    }
    PP_LIST(pp_i_elsewhere) list = {0};
    for (size_t k = 0; k < 2; k++) {
        size_t at = slots[k] == PP_NONE ? PP_NONE : found->first[slots[k]];
        for (; at != PP_NONE; at = found->all.items[at].next) {
            pp_i_elsewhere place = find_in(reports, &found->all.items[at], said->quote.text);
            bool known = false;
            for (size_t i = 0; i < list.count; i++) {
                known = known || (list.items[i].report == place.report &&
                                  list.items[i].byte_start <= place.byte_start &&
                                  place.byte_start < list.items[i].byte_end);
            }
            if (!known && !PP_LIST_ADD(arena, &list, place)) {
                return false;
            }
        }
    }
    said->also = list.items;
    said->also_count = list.count;
    return true;
}

bool pp_i_places_find(const pp_i_report *reports, size_t report_count, size_t number_first,
                      pp_i_said *statements, size_t statement_count, pp_i_arena *arena)
{
    repeats found = {0};
    size_t total = 0;
    found.base = PP_NEW_ARRAY(arena, size_t, report_count + 1);
    for (size_t r = 0; r < report_count && found.base != NULL; r++) {
        found.base[r] = total;
        total += reports[r].document->paragraph_count + reports[r].document->sentence_count;
    }
    found.first = PP_NEW_ARRAY(arena, size_t, total + 1);
    if (found.base == NULL || found.first == NULL) {
        return false;
    }
    found.base[report_count] = total;
    for (size_t i = 0; i < total; i++) {
        found.first[i] = PP_NONE;
    }
    if (!collect(reports, report_count, number_first, arena, &found)) {
        return false;
    }
    for (size_t i = 0; i < statement_count; i++) {
        if (statements[i].quote.text.length > 0 &&
            !add_all(reports, &found, &statements[i], arena)) {
            return false;
        }
    }
    return true;
}
