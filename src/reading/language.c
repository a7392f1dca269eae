/* language.c: see language.h. */
#include "reading/language.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/pool.h"
#include "reading/lemma.h"
#include "reading/quotes.h"
#include "reading/model_file.h"

#ifndef PP_MODEL_DIR
#define PP_MODEL_DIR "models"
#endif

enum { MODEL_BYTES_MAX = 64 * 1024 * 1024, PATH_LENGTH_MAX = 4096 };

struct pp_i_language {
    pp_allocator allocator;
    void *mapped; /* null: the bytes are the caller's */
    size_t mapped_size;
    pp_i_model model;
    pp_i_arena arena; /* the cues, and the pool's slots */
    const pp_i_cues *cues;
    pp_i_pool *pool; /* what sentences are worked out in */
};

static void release(pp_i_language *language)
{
    pp_allocator allocator = language->allocator;
    if (language->pool != NULL)
        pp_i_pool_free(language->pool);
    pp_i_arena_free(&language->arena);
    allocator.resize(allocator.context, language, sizeof *language, 0);
}

static pp_status make(pp_text bytes, const char *path, pp_allocator allocator,
                      pp_i_language **language, pp_error *error)
{
    pp_i_model model;
    const char *wrong = pp_i_model_open(bytes, &model);
    if (wrong != NULL) {
        pp_i_fail(error, PP_ERROR_INPUT, "not a language model: %s", wrong);
        pp_i_error_place(error, path, 0, 0);
        return PP_ERROR_INPUT;
    }
    pp_i_language *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (pp_i_language){.allocator = allocator, .model = model};
    pp_i_arena_init(&made->arena, allocator);
    made->cues = pp_i_cues_new(&made->arena);
    made->pool = PP_NEW(&made->arena, pp_i_pool);
    if (made->pool != NULL)
        pp_i_pool_init(made->pool, allocator);
    if (made->cues == NULL || made->pool == NULL) {
        release(made);
        return pp_i_fail_memory(error);
    }
    *language = made;
    return PP_OK;
}

pp_status pp_i_language_open_bytes(pp_text model, const pp_control *control,
                                   pp_i_language **language, pp_error *error)
{
    return make(model, NULL, pp_i_allocator_of(control), language, error);
}

static pp_status fail_file(const char *path, const char *why, pp_error *error)
{
    pp_i_fail(error, PP_ERROR_SYSTEM, "cannot read the language model '%s': %s", path, why);
    pp_i_error_place(error, path, 0, 0);
    pp_i_error_hint(error, "set %s to the folder that holds %s", PP_LANGUAGE_ENVIRONMENT,
                    PP_LANGUAGE_FILE);
    return PP_ERROR_SYSTEM;
}

static pp_status map_file(const char *path, void **mapped, size_t *size, pp_error *error)
{
    struct stat about;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fail_file(path, strerror(errno), error);
    if (fstat(file, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size <= 0 ||
        about.st_size > MODEL_BYTES_MAX) {
        close(file);
        return fail_file(path, "it is no file of the size of a model", error);
    }
    *size = (size_t)about.st_size;
    *mapped = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    return *mapped == MAP_FAILED ? fail_file(path, strerror(errno), error) : PP_OK;
}

static void find_file(char found[PATH_LENGTH_MAX])
{
    const char *folder = getenv(PP_LANGUAGE_ENVIRONMENT);
    bool named = folder != NULL && folder[0] != '\0';
    snprintf(found, PATH_LENGTH_MAX, "%s/%s", named ? folder : PP_MODEL_DIR, PP_LANGUAGE_FILE);
#ifdef PP_MODEL_BUILD_DIR
    if (!named && access(found, R_OK) != 0)
        snprintf(found, PATH_LENGTH_MAX, "%s/%s", PP_MODEL_BUILD_DIR, PP_LANGUAGE_FILE);
#endif
}

pp_status pp_i_language_open(const char *path, const pp_control *control, pp_i_language **language,
                             pp_error *error)
{
    char found[PATH_LENGTH_MAX];
    if (path == NULL) {
        find_file(found);
        path = found;
    }
    void *mapped;
    size_t size = 0;
    pp_status status = map_file(path, &mapped, &size, error);
    if (status != PP_OK)
        return status;
    pp_i_language *made = NULL;
    status = make((pp_text){mapped, size}, path, pp_i_allocator_of(control), &made, error);
    if (status != PP_OK) {
        munmap(mapped, size);
        return status;
    }
    made->mapped = mapped;
    made->mapped_size = size;
    *language = made;
    return PP_OK;
}

void pp_i_language_close(pp_i_language *language)
{
    if (language == NULL)
        return;
    if (language->mapped != NULL)
        munmap(language->mapped, language->mapped_size);
    release(language);
}

const pp_i_cues *pp_i_language_cues(const pp_i_language *language)
{
    return language->cues;
}

void pp_i_language_set_kernels(pp_i_language *language, const pp_i_kernels *kernels)
{
    language->model.net.kernels = kernels;
}

bool pp_i_language_is_bent_verb(const pp_i_language *language, pp_text form)
{
    pp_i_word word;
    pp_i_word_read(&language->model.words, form, &word);
    uint8_t wanted = PP_LEXICON_VERB | PP_LEXICON_INFLECTED;
    uint8_t others = PP_LEXICON_NOUN | PP_LEXICON_ADJECTIVE | PP_LEXICON_ADVERB;
    return (word.known.lexicon & wanted) == wanted && (word.known.lexicon & others) == 0;
}

pp_text pp_i_language_past_lemma(const pp_i_language *language, pp_text form, pp_i_arena *arena)
{
    const pp_i_model *model = &language->model;
    pp_i_word word;
    pp_i_word_read(&model->words, form, &word);
    uint8_t fine = 0;
    for (size_t i = 0; i < model->tag_count; i++)
        if (model->tags[i].tag == PP_TAG_VERB && strcmp(model->tags[i].name, "VBD") == 0)
            fine = (uint8_t)i;
    return pp_i_lemma_of(model, form, &word, fine, arena);
}

/* What one sentence needs meanwhile; the network's state lies behind it. */
typedef struct room {
    pp_i_word words[PP_SENTENCE_TOKEN_COUNT_MAX];
    uint8_t tags[PP_SENTENCE_TOKEN_COUNT_MAX];
    uint8_t relations[PP_SENTENCE_TOKEN_COUNT_MAX];
    uint16_t heads[PP_SENTENCE_TOKEN_COUNT_MAX];
    pp_i_parse_state state;
} room;

static void find_structure(const pp_i_model *model, const pp_i_sentence *sentence, room *in,
                           const pp_i_net_state *read)
{
    size_t count = sentence->token_count;
    for (size_t i = 0; i < count; i++)
        pp_i_word_read(&model->words, sentence->tokens[i].form, &in->words[i]);
    pp_i_net_read(&model->net, in->words, count, model->tag_count, read, in->tags);
    pp_i_parser_run(&model->net, read, count, &in->state, in->heads);
    pp_i_parser_name(&model->net, read, count, in->heads, in->relations);
}

static bool set_tokens(const pp_i_model *model, const room *in, pp_i_arena *arena,
                       pp_i_sentence *sentence)
{
    for (size_t i = 0; i < sentence->token_count; i++) {
        pp_i_token *token = &sentence->tokens[i];
        bool root = in->heads[i] == sentence->token_count;
        token->tag = model->tags[in->tags[i]].tag;
        token->head = root ? PP_NO_HEAD : in->heads[i];
        token->relation = in->relations[i];
        token->lemma = pp_i_lemma_of(model, token->form, &in->words[i], in->tags[i], arena);
        if (token->lemma.data == NULL)
            return false;
    }
    return true;
}

pp_status pp_i_sentence_parse(const pp_i_language *language, pp_i_arena *arena,
                              pp_i_sentence *sentence, pp_error *error)
{
    const pp_i_model *model = &language->model;
    if (sentence->token_count > PP_SENTENCE_TOKEN_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_LIMIT, "a sentence of more than %d words",
                         PP_SENTENCE_TOKEN_COUNT_MAX);
    if (sentence->token_count == 0)
        return PP_OK;
    size_t size = sizeof(room) + pp_i_net_state_size(sentence->token_count);
    pp_i_piece *piece = pp_i_pool_take(language->pool, size);
    if (piece == NULL)
        return pp_i_fail_memory(error);
    room *in = (room *)(void *)piece->bytes;
    pp_i_net_state read = pp_i_net_state_in(in + 1, sentence->token_count);
    find_structure(model, sentence, in, &read);
    bool done = set_tokens(model, in, arena, sentence);
    pp_i_pool_give(language->pool, piece);
    return done ? PP_OK : pp_i_fail_memory(error);
}

pp_status pp_i_sentence_analyse(const pp_i_language *language, pp_text text, size_t byte_start,
                                size_t paragraph, pp_i_arena *arena, pp_i_sentence *sentence,
                                size_t *byte_count, pp_error *error)
{
    pp_i_sentence made = {.paragraph = paragraph};
    size_t used;
    pp_status status = pp_i_sentence_tokenize(text, byte_start, arena, &made, &used, error);
    if (status == PP_OK) {
        pp_i_quotes_mark(&made);
        status = pp_i_sentence_parse(language, arena, &made, error);
    }
    if (status != PP_OK)
        return status;
    made.paragraph = paragraph;
    *sentence = made;
    if (byte_count != NULL)
        *byte_count = used;
    return PP_OK;
}
