/*
 * fuzz_document.c: the first byte chooses the format, the rest is a report, valid UTF-8 or not.
 * Whatever it is, the words are valid UTF-8, plain text keeps its bytes, paragraphs and sentences
 * lie in order and on whole code points, what is marked as said before was said, and a report that
 * is read twice is said once. Names are looked for in its words, tagged by a hash.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "reading/document.h"
#include "reading/names.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

static bool is_edge(pp_text text, size_t at)
{
    return at == text.length || ((unsigned char)text.data[at] & 0xC0) != 0x80;
}

static void check_document(const pp_i_document *document)
{
    pp_text words = document->words;
    REQUIRE(pp_i_utf8_check(words) == words.length);
    size_t end = 0, sentence = 0;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        const pp_i_paragraph *paragraph = &document->paragraphs[i];
        REQUIRE(paragraph->byte_start >= end && paragraph->byte_start < paragraph->byte_end);
        REQUIRE(paragraph->byte_end <= words.length && paragraph->sentence_first == sentence);
        end = paragraph->byte_start;
        for (size_t j = 0; j < paragraph->sentence_count; j++, sentence++) {
            const pp_i_span *span = &document->sentences[sentence];
            REQUIRE(span->paragraph == i && span->byte_start >= end);
            REQUIRE(span->byte_start < span->byte_end && span->byte_end <= paragraph->byte_end);
            REQUIRE(is_edge(words, span->byte_start) && is_edge(words, span->byte_end));
            REQUIRE(span->byte_end - span->byte_start <= PP_SENTENCE_BYTE_COUNT_MAX);
            end = span->byte_end;
        }
        end = paragraph->byte_end;
    }
    REQUIRE(sentence == document->sentence_count);
}

static void check_repeats(pp_i_document *document, pp_i_document *again, pp_i_arena *arena)
{
    pp_i_repeats *repeats;
    REQUIRE(pp_i_repeats_new(arena, &repeats, NULL) == PP_OK);
    REQUIRE(pp_i_repeats_mark(repeats, 0, document, NULL) == PP_OK);
    REQUIRE(pp_i_repeats_mark(repeats, 1, again, NULL) == PP_OK);
    for (size_t i = 0; i < document->paragraph_count; i++) {
        const pp_i_paragraph *first = &document->paragraphs[i], *second = &again->paragraphs[i];
        REQUIRE((first->repeat == PP_REPEAT_NONE) == (first->same_as.index == PP_NONE));
        REQUIRE(first->repeat == PP_REPEAT_NONE || first->same_as.index < i);
        if (second->repeat == PP_REPEAT_NONE)
            continue; /* nothing but marks */
        REQUIRE(second->same_as.document == 0 && second->same_as.index <= i);
    }
}

/* Words parted at blanks and marks; tags, relations and heads from a hash: any parse may come. */
static pp_i_sentence words_of(pp_text text, size_t start, uint64_t seed, pp_i_arena *arena)
{
    PP_LIST(pp_i_token) tokens = {0};
    for (size_t at = 0; at < text.length && tokens.count < PP_SENTENCE_TOKEN_COUNT_MAX;) {
        size_t end = at + 1;
        while (end < text.length && strchr(" \n\t,.()'-", text.data[at]) == NULL &&
               (text.data[end] == '\0' || strchr(" \n\t,.()'-", text.data[end]) == NULL))
            end++;
        while (!is_edge(text, end))
            end++;
        pp_text form = {text.data + at, end - at};
        uint64_t hash = pp_i_hash_bytes(form.data, form.length) ^ (seed += 0x9E3779B97F4A7C15u);
        pp_i_token token = {.form = form,
                            .lemma = form,
                            .byte_start = start + at,
                            .byte_end = start + end,
                            .tag = (uint8_t)(hash % PP_TAG_COUNT),
                            .relation = (uint8_t)((hash >> 8) % PP_REL_COUNT),
                            .head = (uint32_t)(hash >> 32)};
        if (form.data[0] != ' ')
            REQUIRE(PP_LIST_ADD(arena, &tokens, token));
        at = end;
    }
    for (size_t i = 0; i < tokens.count;
         i++) { /* a tree: heads stand before, the first is the root */
        tokens.items[i].head = i == 0 ? PP_NO_HEAD : tokens.items[i].head % (uint32_t)i;
        if (i == 0)
            tokens.items[i].relation = PP_REL_ROOT;
    }
    return (pp_i_sentence){.tokens = tokens.items, .token_count = tokens.count};
}

static void check_names(const pp_i_document *document, pp_i_arena *arena)
{
    pp_i_sentence *sentences = PP_NEW_ARRAY(arena, pp_i_sentence, document->sentence_count);
    REQUIRE(sentences != NULL);
    for (size_t i = 0; i < document->sentence_count; i++) {
        const pp_i_span *span = &document->sentences[i];
        sentences[i] = words_of(
            (pp_text){document->words.data + span->byte_start, span->byte_end - span->byte_start},
            span->byte_start, i, arena);
        sentences[i].paragraph = span->paragraph;
    }
    const pp_i_names *names;
    REQUIRE(pp_i_names_find(sentences, document->sentence_count, arena, &names, NULL) == PP_OK);
    for (size_t i = 0; i < names->mention_count; i++) {
        const pp_i_mention *mention = &names->mentions[i];
        REQUIRE(mention->sentence < document->sentence_count);
        REQUIRE(mention->token_start <= mention->head && mention->head < mention->token_end);
        REQUIRE(mention->token_end <= sentences[mention->sentence].token_count);
        REQUIRE(mention->entity == PP_NONE || mention->entity < names->entity_count);
        REQUIRE(mention->antecedent == PP_NONE || mention->antecedent < names->mention_count);
        REQUIRE(i == 0 || names->mentions[i - 1].sentence <= mention->sentence);
        REQUIRE(pp_i_names_at(names, mention->sentence, mention->head) != PP_NONE);
    }
    for (size_t i = 0; i < names->entity_count; i++) {
        const pp_i_entity *entity = &names->entities[i];
        REQUIRE(entity->mention_count > 0 && entity->mention_first < names->mention_count);
        REQUIRE(entity->affiliation == PP_NONE || entity->affiliation < names->entity_count);
        REQUIRE(pp_i_names_principal(names, i) < names->entity_count);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    char *bytes = pp_i_arena_copy(&arena, (const char *)data + 1, size - 1);
    REQUIRE(bytes != NULL);
    pp_text text = {bytes, size - 1};
    pp_i_format format = (pp_i_format)(data[0] % 4);
    pp_i_document *document = NULL, *again = NULL;
    pp_status status = pp_i_document_parse("f", text, format, &arena, &document, NULL);
    REQUIRE(status == PP_OK || status == PP_ERROR_INPUT || status == PP_ERROR_LIMIT);
    if (status == PP_OK) {
        check_document(document);
        if (document->words_are_source)
            REQUIRE(document->words.data == bytes && document->words.length == text.length);
        REQUIRE(pp_i_document_parse("f", text, format, &arena, &again, NULL) == PP_OK);
        check_repeats(document, again, &arena);
        check_names(document, &arena);
    }
    pp_i_arena_free(&arena);
    return 0;
}
