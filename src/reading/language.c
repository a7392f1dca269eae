/* language.c: see language.h. */
#include "reading/language_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "reading/lemma.h"

#ifndef PP_MODEL_DIR
#define PP_MODEL_DIR "models"
#endif

enum { MODEL_BYTES_MAX = 64 * 1024 * 1024, PATH_LENGTH_MAX = 4096 };

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
