/*
 * read_sources.c: the texts that quotations are taken from; see read.h.
 *
 * A source's file lies in the case's folder: its real path, all symbolic links followed, must begin
 * with the folder's. A file that several sources name is read once.
 */
#define _XOPEN_SOURCE 700 /* realpath */
#include "case/read.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "case/evidence.h"

#ifndef PATH_MAX
#define PATH_MAX 4096
#endif

enum {
    SOURCE_ID,
    SOURCE_FILE,
    SOURCE_TEXT,
    SOURCE_TITLE,
    SOURCE_DATE,
    SOURCE_GRADE,
    SOURCE_FIELD_COUNT
};
static const pp_i_field source_fields[] = {
    [SOURCE_ID] = {"id", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [SOURCE_FILE] = {"file", PP_FIELD_TEXT},
    [SOURCE_TEXT] = {"text", PP_FIELD_TEXT | PP_FIELD_MAY_BE_EMPTY},
    [SOURCE_TITLE] = {"title", PP_FIELD_TEXT},
    [SOURCE_DATE] = {"date", PP_FIELD_TEXT},
    [SOURCE_GRADE] = {"grade", PP_FIELD_TEXT},
};

/* What the reading of the sources keeps from one to the next. */
typedef struct files {
    char folder[PATH_MAX]; /* its real path; empty: not looked up yet */
    bool folder_missing;
    size_t byte_count; /* of all sources so far */
    bool full;         /* the limit was reached, and said */
    pp_i_map by_path;  /* real path to source */
    pp_i_source *sources;
} files;

/* --- Words ----------------------------------------------------------------------------------- */

static void say_full(pp_i_reader *reader, files *state, const pp_i_yaml_node *node)
{
    if (!state->full) {
        pp_i_diagnostic *said =
            PP_READ_ERROR(reader, node, "the sources together are larger than the limit of %d MiB",
                          PP_CASE_SOURCE_BYTE_COUNT_MAX >> 20);
        PP_READ_HINT(reader, said, "keep the passages that the case needs, and leave the rest out");
    }
    state->full = true;
}

/* Counts the words of one more source; false where the limit is passed (said once). */
static bool count_words(pp_i_reader *reader, files *state, const pp_i_yaml_node *node,
                        size_t byte_count)
{
    if (byte_count > PP_CASE_SOURCE_BYTE_COUNT_MAX - state->byte_count) {
        say_full(reader, state, node);
        return false;
    }
    state->byte_count += byte_count;
    return true;
}

static size_t line_of(pp_text words, size_t at)
{
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += words.data[i] == '\n';
    return line;
}

/* Is a file's text one that can be quoted from? Reported where not. */
static bool words_are_text(pp_i_reader *reader, const pp_i_yaml_node *node, pp_text words)
{
    size_t fault = pp_i_utf8_check(words);
    const char *nul = words.length == 0 ? NULL : memchr(words.data, '\0', words.length);
    pp_i_diagnostic *said;
    if (nul != NULL && (size_t)(nul - words.data) < fault) {
        size_t at = (size_t)(nul - words.data);
        said = PP_READ_ERROR(reader, node, "`%.*s` is no text: byte %zu (line %zu) is NUL",
                             PP_SHOWN(node->text), at + 1, line_of(words, at));
    } else if (fault < words.length) {
        said = PP_READ_ERROR(reader, node, "`%.*s` is not UTF-8: byte %zu (line %zu) is not valid",
                             PP_SHOWN(node->text), fault + 1, line_of(words, fault));
    } else {
        return true;
    }
    PP_READ_HINT(reader, said, "save it as plain text in UTF-8");
    return false;
}

/* --- Paths ----------------------------------------------------------------------------------- */

static void say_unreadable(pp_i_reader *reader, const pp_i_yaml_node *node, int reason)
{
    pp_i_diagnostic *said;
    if (reason == ENOENT || reason == ENOTDIR) {
        said = PP_READ_ERROR(reader, node, "there is no source file `%.*s`", PP_SHOWN(node->text));
        PP_READ_HINT(reader, said, "a source file lies beside the case file, in `%s`",
                     reader->folder);
        return;
    }
    said = PP_READ_ERROR(reader, node, "the source file `%.*s` cannot be read: %s",
                         PP_SHOWN(node->text), strerror(reason));
    PP_READ_HINT(reader, said, "make it a plain file that you may read");
}

static void say_outside(pp_i_reader *reader, const pp_i_yaml_node *node)
{
    pp_i_diagnostic *said = PP_READ_ERROR(
        reader, node, "the source file `%.*s` is outside the case's folder", PP_SHOWN(node->text));
    PP_READ_HINT(reader, said, "put it beside the case file, or allow it with --allow-outside");
}

/* Does the real path `path` lie in the real folder? */
static bool is_inside(const char *folder, const char *path)
{
    size_t length = strlen(folder);
    if (strncmp(folder, path, length) != 0)
        return false;
    return path[length] == '/' || (length > 0 && folder[length - 1] == '/');
}

static bool find_folder(pp_i_reader *reader, files *state, const pp_i_yaml_node *node)
{
    if (state->folder[0] != '\0')
        return true;
    if (!state->folder_missing && realpath(reader->folder, state->folder) == NULL) {
        int reason = errno;
        state->folder[0] = '\0';
        state->folder_missing = true;
        pp_i_diagnostic *said =
            PP_READ_ERROR(reader, node, "the case's folder `%s` cannot be opened: %s",
                          reader->folder, strerror(reason));
        PP_READ_HINT(reader, said, "sources named by `file` are looked for there");
    }
    return !state->folder_missing;
}

/* The real path of a source's file, if it may be read; else false (reported). */
static bool find_file(pp_i_reader *reader, files *state, const pp_i_yaml_node *node,
                      char real[PATH_MAX])
{
    pp_text name = node->text;
    bool absolute = name.data[0] == '/';
    if (absolute && !reader->allow_outside) {
        say_outside(reader, node);
        return false;
    }
    if (!find_folder(reader, state, node))
        return false;
    char *path =
        absolute ? pp_i_arena_copy(&reader->scratch, name.data, name.length)
                 : pp_i_arena_print(&reader->scratch, "%s/%.*s", state->folder,
                                    name.length > INT_MAX ? INT_MAX : (int)name.length, name.data);
    struct stat info = {0};
    if (pp_i_read_have(reader, path) == NULL)
        return false;
    if (realpath(path, real) == NULL) {
        say_unreadable(reader, node, errno);
        return false;
    }
    if (!reader->allow_outside && !is_inside(state->folder, real)) {
        say_outside(reader, node);
        return false;
    }
    if (stat(real, &info) != 0 || !S_ISREG(info.st_mode)) {
        say_unreadable(reader, node, S_ISDIR(info.st_mode) ? EISDIR : EINVAL);
        return false;
    }
    return true;
}

/* Without words its fault is said, and its quotations are not looked for. */
static void read_file(pp_i_reader *reader, files *state, const pp_i_yaml_node *node, size_t index)
{
    char real[PATH_MAX];
    pp_i_source *source = &state->sources[index];
    if (!find_file(reader, state, node, real))
        return;
    size_t same = pp_i_map_get(&state->by_path, pp_i_text_of(real));
    if (same != PP_NONE) {
        source->words = state->sources[same].words;
        memcpy(source->sha256, state->sources[same].sha256, sizeof source->sha256);
        return;
    }
    pp_error error = {0};
    pp_text words;
    size_t room = PP_CASE_SOURCE_BYTE_COUNT_MAX - state->byte_count;
    pp_status status = pp_i_file_read(real, room, reader->arena, &words, &error);
    if (status == PP_ERROR_LIMIT)
        say_full(reader, state, node);
    else if (status == PP_ERROR_MEMORY)
        reader->no_memory = true;
    else if (status != PP_OK) {
        pp_i_diagnostic *said = PP_READ_ERROR(reader, node, "%s", error.message);
        PP_READ_HINT(reader, said, "make it a plain file that you may read");
    } else if (words_are_text(reader, node, words) &&
               count_words(reader, state, node, words.length)) {
        source->words = words;
        pp_i_evidence_sha256(words, source->sha256);
        const char *key = pp_i_arena_copy(&reader->scratch, real, strlen(real));
        if (pp_i_read_good(reader, key != NULL))
            pp_i_read_good(reader, pp_i_map_set(&state->by_path, pp_i_text_of(key), index));
    }
}

/* --- Sources --------------------------------------------------------------------------------- */

static void read_words(pp_i_reader *reader, files *state, const pp_i_yaml_node *node,
                       const pp_i_yaml_node *const *values, size_t index)
{
    const pp_i_yaml_node *file = values[SOURCE_FILE], *text = values[SOURCE_TEXT];
    pp_i_source *source = &state->sources[index];
    pp_i_diagnostic *said;
    if (file != NULL && text != NULL) {
        said = PP_READ_ERROR(reader, text, "a source has `file` or `text`, not both");
        PP_READ_HINT(reader, said, "leave one of them out");
    } else if (file != NULL) {
        source->file = file->text;
        read_file(reader, state, file, index);
    } else if (text != NULL) {
        if (count_words(reader, state, text, text->text.length)) {
            source->words = text->text;
            pp_i_evidence_sha256(source->words, source->sha256);
        }
    } else if (node->kind == PP_YAML_MAPPING && pp_i_yaml_get(node, "file") == NULL &&
               pp_i_yaml_get(node, "text") == NULL) {
        said = pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, node->place, 1,
                             "a source needs `file` or `text`");
        PP_READ_HINT(reader, said, "name the file that has its words, or give them with `text: |`");
    }
}

static void read_grade(pp_i_reader *reader, const pp_i_yaml_node *node, pp_i_source *source)
{
    source->grade_source = 'F';
    source->grade_information = '6';
    if (node == NULL)
        return;
    pp_text text = node->text;
    if (text.length == 2 && text.data[0] >= 'A' && text.data[0] <= 'F' && text.data[1] >= '1' &&
        text.data[1] <= '6') {
        source->grade_source = text.data[0];
        source->grade_information = text.data[1];
        source->grade_given = true;
        return;
    }
    pp_i_diagnostic *said = PP_READ_ERROR(reader, node, "`%.*s` is no grade", PP_SHOWN(node->text));
    PP_READ_HINT(reader, said,
                 "write the source's letter A-F and the information's digit 1-6, such as B2");
}

static void read_source(pp_i_reader *reader, files *state, const pp_i_yaml_node *node, size_t index)
{
    const pp_i_yaml_node *values[SOURCE_FIELD_COUNT];
    pp_i_source *source = &state->sources[index];
    PP_READ_FIELDS(reader, node, "a source", source_fields, values);
    source->place = node->place;
    source->id = pp_i_read_id(reader, &reader->sources, values[SOURCE_ID], index);
    source->title = pp_i_read_text(values[SOURCE_TITLE]);
    source->date = pp_i_read_date(reader, values[SOURCE_DATE]);
    read_grade(reader, values[SOURCE_GRADE], source);
    read_words(reader, state, node, values, index);
}

void pp_i_read_sources(pp_i_reader *reader, const pp_i_yaml_node *list)
{
    size_t count = pp_i_read_count(reader, list, PP_CASE_SOURCE_COUNT_MAX, "sources");
    reader->sources.broken = list != NULL && count < list->item_count;
    files state = {.sources = PP_READ_ARRAY(reader, pp_i_source, count)};
    pp_i_map_init(&state.by_path, &reader->scratch);
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++) {
        read_source(reader, &state, list->items[i], i);
        pp_i_run_step(&reader->run, 1 + state.sources[i].words.length);
    }
    reader->made->sources = state.sources;
    reader->made->source_count = count;
}
