/*
 * fuzz_parser.c: any bytes as a sentence, valid UTF-8 or not: words in order that cover no byte twice,
 * and a tree with one root; where the first byte asks for it, the bytes are a model instead, which
 * is opened, and used where that works.
 */
#include <stdint.h>
#include <stdlib.h>

#include "reading/language.h"
#include "reading/model_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIZE_MAX_FUZZED = 1 << 14, MODEL_MARK = 'P' };

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_sentence(const pp_i_sentence *sentence, size_t length)
{
    size_t root_count = 0, end = 0;
    for (size_t i = 0; i < sentence->token_count; i++) {
        const pp_i_token *token = &sentence->tokens[i];
        check(token->byte_start >= end && token->byte_end > token->byte_start);
        check(token->byte_end <= length);
        end = token->byte_end;
        root_count += token->head == PP_NO_HEAD;
        size_t at = i, step_count = 0;
        while (sentence->tokens[at].head != PP_NO_HEAD) {
            at = sentence->tokens[at].head;
            check(at < sentence->token_count && ++step_count < sentence->token_count);
        }
    }
    check(root_count == (sentence->token_count > 0));
}

static void read_text(const pp_i_language *language, pp_text text)
{
    pp_i_arena arena;
    pp_error error;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    for (size_t at = 0, used; at < text.length; at += used) {
        pp_i_sentence sentence;
        pp_text rest = {text.data + at, text.length - at};
        check(pp_i_sentence_analyse(language, rest, 0, 0, &arena, &sentence, &used, &error) ==
              PP_OK);
        check(used > 0 && used <= rest.length);
        check_sentence(&sentence, rest.length);
    }
    pp_i_arena_free(&arena);
}

static void read_model(pp_text bytes)
{
    pp_i_language *language;
    pp_error error;
    uint64_t *copy = malloc(bytes.length + 8); /* aligned, as a mapped file is */
    if (copy == NULL)
        return;
    memcpy(copy, bytes.data, bytes.length);
    pp_i_model_header *header = (pp_i_model_header *)(void *)copy;
    if (bytes.length >= sizeof *header) {
        memcpy(header->magic, PP_MODEL_MAGIC, sizeof header->magic);
        header->byte_count = bytes.length;
        header->section_count = PP_MODEL_SECTION_COUNT;
        header->checksum = pp_i_model_checksum(header + 1, bytes.length - sizeof *header);
    }
    pp_text model = {(const char *)copy, bytes.length};
    if (pp_i_language_open_bytes(model, NULL, &language, &error) == PP_OK) {
        read_text(language, PP_TEXT("The envoys' plan wasn't accepted by 3 of them."));
        pp_i_language_close(language);
    }
    free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static pp_i_language *language;
    pp_error error;
    pp_text bytes = {(const char *)data, size};
    if (size > SIZE_MAX_FUZZED || size == 0)
        return 0;
    if (data[0] == MODEL_MARK && size > sizeof(pp_i_model_header)) {
        read_model(bytes);
        return 0;
    }
    if (language == NULL)
        check(pp_i_language_open(NULL, NULL, &language, &error) == PP_OK);
    read_text(language, bytes);
    return 0;
}
