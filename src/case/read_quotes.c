/*
 * read_quotes.c: every quotation is looked for in its source; see read.h and evidence.h.
 *
 * The quotations are taken text by text (several sources may name one file), so that each text is
 * folded once and what folding needs is given back before the next one.
 */
#include "case/read.h"

#include "case/evidence.h"

/* Quotations for which the closest passage is looked for, and what of it is shown. */
enum { CLOSEST_COUNT_MAX = 100, PASSAGE_CODE_POINTS_SHOWN = 240, NAMED_COUNT_MAX = 8 };

typedef struct quoting {
    pp_i_statement *statements;
    const pp_i_yaml_node *const *nodes;
    const pp_i_folded *folded; /* the source at hand */
    size_t closest_count;
} quoting;

/* A passage for a hint: runs of white space as one blank, cut where it is long. */
static const char *passage_text(pp_i_reader *reader, pp_text words)
{
    pp_i_builder text;
    pp_i_builder_init(&text, &reader->scratch);
    size_t length, shown = 0;
    bool blank = false;
    for (size_t at = 0; at < words.length; at += length) {
        int32_t c = pp_i_utf8_decode(words, at, &length);
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            blank = true;
            continue;
        }
        if (shown++ == PASSAGE_CODE_POINTS_SHOWN) {
            pp_i_builder_add_string(&text, " ...");
            break;
        }
        if (blank && text.length > 0)
            pp_i_builder_add_byte(&text, ' ');
        blank = false;
        pp_i_builder_add(&text, (pp_text){words.data + at, length});
    }
    pp_i_builder_add_string(&text, "");
    return pp_i_read_good(reader, !text.failed) ? text.data : NULL;
}

static void say_not_found(pp_i_reader *reader, quoting *state, size_t index)
{
    const pp_i_statement *statement = &state->statements[index];
    const pp_i_source *source = &reader->made->sources[statement->source];
    pp_i_diagnostic *said = PP_READ_ERROR(
        reader, state->nodes[index], "the quotation of `%.*s` does not stand in the source `%.*s`",
        PP_SHOWN(statement->id), PP_SHOWN(source->id));
    pp_i_quote_place place;
    if (said != NULL && state->closest_count++ < CLOSEST_COUNT_MAX &&
        pp_i_evidence_closest(state->folded, statement->quote, &reader->scratch, &place)) {
        const char *passage = passage_text(reader, (pp_text){source->words.data + place.byte_start,
                                                             place.byte_end - place.byte_start});
        if (passage != NULL)
            PP_READ_HINT(reader, said, "the closest passage is: %s", passage);
    } else {
        PP_READ_HINT(reader, said, "copy the words from the source, letter for letter");
    }
}

static void find_quote(pp_i_reader *reader, quoting *state, size_t index)
{
    pp_i_statement *statement = &state->statements[index];
    pp_status status =
        pp_i_evidence_find(state->folded, statement->quote, reader->arena, &statement->quote_places,
                           &statement->quote_place_count, NULL);
    if (!pp_i_read_good(reader, status == PP_OK))
        return;
    if (statement->quote_place_count == 0)
        say_not_found(reader, state, index);
}

/* The least difference between a quotation and its places; PP_QUOTE_EXACT where it has none. */
static pp_i_quote_match best_match(const pp_i_statement *statement)
{
    pp_i_quote_match best = PP_QUOTE_ELLIPSIS;
    for (size_t i = 0; i < statement->quote_place_count; i++)
        if (statement->quote_places[i].match < best)
            best = statement->quote_places[i].match;
    return statement->quote_place_count == 0 ? PP_QUOTE_EXACT : best;
}

/* One note for all quotations that differ from their sources in this way, at the first of them. */
static void note_matches(pp_i_reader *reader, const quoting *state, size_t count,
                         pp_i_quote_match match, const char *one, const char *many,
                         const char *hint)
{
    pp_i_builder ids;
    pp_i_builder_init(&ids, &reader->scratch);
    size_t found = 0, first = PP_NONE;
    for (size_t i = 0; i < count; i++) {
        if (best_match(&state->statements[i]) != match)
            continue;
        if (found++ == 0)
            first = i;
        if (found <= NAMED_COUNT_MAX)
            pp_i_builder_print(&ids, "%s`%.*s`", found == 1 ? "" : ", ",
                               PP_SHOWN(state->statements[i].id));
    }
    if (found > NAMED_COUNT_MAX)
        pp_i_builder_print(&ids, " and %zu more", found - NAMED_COUNT_MAX);
    if (found == 0 || !pp_i_read_good(reader, !ids.failed))
        return;
    pp_i_diagnostic *said =
        PP_READ_SAY(reader, PP_SEVERITY_NOTE, state->nodes[first], "the quotation%s of %s %s",
                    found == 1 ? "" : "s", ids.data, found == 1 ? one : many);
    PP_READ_HINT(reader, said, "%s", hint);
}

/* Is there a quotation that can be looked for? Reported where its length is the reason. */
static bool quote_is_good(pp_i_reader *reader, const quoting *state, size_t index)
{
    const pp_i_yaml_node *node = state->nodes[index];
    if (node == NULL)
        return false;
    pp_i_diagnostic *said;
    if (node->text.length > PP_EVIDENCE_QUOTE_BYTE_COUNT_MAX) {
        said = PP_READ_ERROR(reader, node, "a quotation of %zu bytes: at most %d can be read",
                             node->text.length, PP_EVIDENCE_QUOTE_BYTE_COUNT_MAX);
        PP_READ_HINT(reader, said, "quote the sentence that says it");
        return false;
    }
    if (pp_i_text_trim(node->text).length == 0) {
        PP_READ_ERROR(reader, node, "a quotation without a word");
        return false;
    }
    size_t source = state->statements[index].source;
    return source != PP_NONE && reader->made->sources[source].words.data != NULL;
}

/* same[s]: the first source with the very words of source s. False where memory has run out. */
static bool find_same(pp_i_reader *reader, size_t **same)
{
    const pp_i_source *sources = reader->made->sources;
    size_t count = reader->made->source_count;
    pp_i_map by_words;
    pp_i_map_init(&by_words, &reader->scratch);
    *same = PP_NEW_ARRAY(&reader->scratch, size_t, count);
    bool good = *same != NULL;
    for (size_t s = 0; good && s < count; s++) {
        /* a file that is named twice is read once: its words are then at one address */
        pp_text address = {(const char *)&sources[s].words.data, sizeof sources[s].words.data};
        size_t earlier = pp_i_map_get(&by_words, address);
        (*same)[s] = earlier == PP_NONE ? s : earlier;
        good = earlier != PP_NONE || pp_i_map_set(&by_words, address, s);
    }
    return pp_i_read_good(reader, good);
}

/* The statements in the order of their sources: next[i] is the one after i with the same words,
 * first[s] the first one of source s; PP_NONE ends. False where memory has run out. */
static bool sort_by_source(pp_i_reader *reader, const quoting *state, size_t count, size_t **first,
                           size_t **next)
{
    size_t source_count = reader->made->source_count;
    size_t *same;
    *first = PP_NEW_ARRAY(&reader->scratch, size_t, source_count);
    *next = PP_NEW_ARRAY(&reader->scratch, size_t, count);
    if (!find_same(reader, &same) || !pp_i_read_good(reader, *first != NULL && *next != NULL))
        return false;
    for (size_t s = 0; s < source_count; s++)
        (*first)[s] = PP_NONE;
    for (size_t i = count; i-- > 0;) {
        if (!quote_is_good(reader, state, i))
            continue;
        size_t source = same[state->statements[i].source];
        (*next)[i] = (*first)[source];
        (*first)[source] = i;
    }
    return true;
}

void pp_i_read_quotes(pp_i_reader *reader, pp_i_statement *statements, size_t count,
                      const pp_i_yaml_node *const *quotes)
{
    quoting state = {.statements = statements, .nodes = quotes};
    size_t *first, *next;
    if (!sort_by_source(reader, &state, count, &first, &next))
        return;
    for (size_t s = 0; s < reader->made->source_count && pp_i_read_going(reader); s++) {
        if (first[s] == PP_NONE)
            continue;
        pp_i_arena_mark mark = pp_i_arena_mark_get(&reader->scratch);
        pp_text words = reader->made->sources[s].words;
        pp_status status = pp_i_evidence_fold(words, &reader->scratch, &state.folded, NULL);
        pp_i_read_good(reader, status == PP_OK);
        for (size_t i = first[s]; i != PP_NONE && pp_i_read_going(reader); i = next[i]) {
            find_quote(reader, &state, i);
            pp_i_run_step(&reader->run, 1 + words.length);
        }
        pp_i_arena_rewind(&reader->scratch, mark);
    }
    note_matches(reader, &state, count, PP_QUOTE_MARKS,
                 "differs from its source in white space or typographic marks",
                 "differ from their sources in white space or typographic marks",
                 "copy the words from the source to have them letter for letter");
    note_matches(reader, &state, count, PP_QUOTE_ELLIPSIS, "leaves out words of its source",
                 "leave out words of their sources",
                 "make sure that what the ellipsis leaves out does not change what was said");
}
