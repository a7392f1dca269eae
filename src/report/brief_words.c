/* brief_words.c: the words of a source for the page: whole, or what stands around its quotations.
 */
#include "report/brief.h"

enum { WHOLE_BYTE_COUNT_MAX = 200000, AROUND_BYTE_COUNT = 600 };

/* The nearest start of a code point at or before `at`. */
static size_t start_of(pp_text words, size_t at)
{
    while (at > 0 && at < words.length && ((unsigned char)words.data[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static json_t *piece(pp_i_json *json, pp_text words, size_t from, size_t to)
{
    json_t *one = json_object();
    pp_i_json_set(json, one, "start", pp_i_json_size(pp_i_utf8_count(words, from)));
    pp_i_json_set(json, one, "text", pp_i_json_text((pp_text){words.data + from, to - from}));
    return one;
}

/* The next quotation of this source that ends beyond `after`, by where it begins; false: none. */
static bool next_place(const pp_case *the_case, size_t source, size_t after, size_t *from,
                       size_t *to)
{
    bool found = false;
    for (size_t i = 0; i < the_case->statement_count; i++) {
        const pp_i_statement *said = &the_case->statements[i];
        for (size_t j = 0; said->source == source && j < said->quote_place_count; j++) {
            const pp_i_quote_place *place = &said->quote_places[j];
            if (place->byte_end <= after || (found && place->byte_start >= *from))
                continue;
            *from = place->byte_start;
            *to = place->byte_end;
            found = true;
        }
    }
    return found;
}

json_t *pp_i_brief_words(pp_i_json *json, const pp_case *the_case, size_t source)
{
    pp_text words = the_case->sources[source].words;
    json_t *array = json_array();
    if (words.length <= WHOLE_BYTE_COUNT_MAX) {
        pp_i_json_add(json, array, piece(json, words, 0, words.length));
        return array;
    }
    size_t done = 0, from = 0, to = 0;
    while (next_place(the_case, source, done, &from, &to)) {
        size_t start = from > AROUND_BYTE_COUNT ? from - AROUND_BYTE_COUNT : 0;
        size_t end = words.length - to > AROUND_BYTE_COUNT ? to + AROUND_BYTE_COUNT : words.length;
        start = start_of(words, start < done ? done : start);
        end = start_of(words, end);
        pp_i_json_add(json, array, piece(json, words, start, end));
        done = end;
    }
    return array;
}
