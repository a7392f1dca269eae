/*
 * fuzz_parser.c: any bytes as a sentence, valid UTF-8 or not: words in order that cover no byte
 * twice, and a tree with one root, also when it has been mended; where the first byte asks for it,
 * the bytes stand over those of the model instead, from a place on that the next four name; it is
 * opened, and used where that works.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/file.h"
#include "reading/reparse.h"
#include "reading/language.h"
#include "reading/mend.h"
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
        check(pp_i_reparse(language, &arena, &sentence, &error) == PP_OK);
        check_sentence(&sentence, rest.length);
        pp_i_mend(&sentence);
        check_sentence(&sentence, rest.length);
    }
    pp_i_arena_free(&arena);
}

/* The model's own bytes, in memory that is aligned as a mapped file is. */
static pp_text whole_model(void)
{
    static char *bytes;
    static size_t length;
    if (bytes == NULL) {
        pp_i_arena arena;
        pp_text file;
        pp_error error;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        check(pp_i_file_read(PP_MODEL_FILE, 64 << 20, &arena, &file, &error) == PP_OK);
        length = file.length;
        bytes = malloc(length);
        check(bytes != NULL);
        memcpy(bytes, file.data, length);
        pp_i_arena_free(&arena);
    }
    return (pp_text){bytes, length};
}

static void use_model(pp_text bytes)
{
    pp_i_language *language;
    pp_error error;
    if (pp_i_language_open_bytes(bytes, NULL, &language, &error) != PP_OK)
        return;
    read_text(language, PP_TEXT("The envoys' plan wasn't accepted by 3 of them."));
    pp_i_language_close(language);
}

/* The first bytes of a model take part in every other change, as there is most to check. */
static void read_model(pp_text over)
{
    pp_text model = whole_model();
    char *bytes = malloc(model.length);
    uint32_t place;
    if (bytes == NULL || over.length <= sizeof place) {
        free(bytes);
        return;
    }
    memcpy(&place, over.data, sizeof place);
    over.data += sizeof place;
    over.length -= sizeof place;
    memcpy(bytes, model.data, model.length);
    size_t start = place % 2 == 0 ? place / 2 % sizeof(pp_i_model_header) : place % model.length;
    size_t room = model.length - start;
    memcpy(bytes + start, over.data, over.length < room ? over.length : room);
    pp_i_model_header *header = (pp_i_model_header *)(void *)bytes;
    header->checksum = pp_i_model_checksum(bytes + sizeof *header, model.length - sizeof *header);
    use_model((pp_text){bytes, model.length});
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static pp_i_language *language;
    pp_error error;
    pp_text bytes = {(const char *)data, size};
    if (size > SIZE_MAX_FUZZED || size == 0)
        return 0;
    if (data[0] == MODEL_MARK && size > 1) {
        read_model((pp_text){bytes.data + 1, bytes.length - 1});
        return 0;
    }
    if (language == NULL)
        check(pp_i_language_open(NULL, NULL, &language, &error) == PP_OK);
    read_text(language, bytes);
    return 0;
}
