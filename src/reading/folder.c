/* folder.c: see folder.h. Folders that are still to be looked at stand on a stack. */
#include "reading/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/error.h"

typedef PP_LIST(const char *) name_list;

/* Of the file system's things those that are read. */
typedef enum thing { THING_OTHER, THING_REPORT, THING_FOLDER } thing;

typedef struct walk {
    pp_i_arena *arena;
    name_list open; /* what is still to be looked at, the next one last */
    pp_i_paths *paths;
    pp_error *error;
} walk;

static bool ends_as_report(const char *name)
{
    static const char *const endings[] = {".txt", ".text", ".md", ".markdown", ".html", ".htm"};
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot != NULL && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(dot, endings[i]) == 0)
            return true;
    return false;
}

static thing thing_at(const char *path)
{
    struct stat info;
    if (lstat(path, &info) != 0)
        return THING_OTHER;
    if (S_ISDIR(info.st_mode))
        return THING_FOLDER;
    if (S_ISLNK(info.st_mode) && (stat(path, &info) != 0 || !S_ISREG(info.st_mode)))
        return THING_OTHER;
    return S_ISREG(info.st_mode) && ends_as_report(path) ? THING_REPORT : THING_OTHER;
}

static int by_name_downwards(const void *a, const void *b)
{
    return strcmp(*(const char *const *)b, *(const char *const *)a);
}

static pp_status fail_system(const walk *state, const char *folder)
{
    int reason = errno;
    pp_i_fail(state->error, PP_ERROR_SYSTEM, "cannot read '%s': %s", folder, strerror(reason));
    pp_i_error_place(state->error, folder, 0, 0);
    return PP_ERROR_SYSTEM;
}

static const char *join(pp_i_arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    const char *slash = length > 0 && folder[length - 1] == '/' ? "" : "/";
    return pp_i_arena_print(arena, "%s%s%s", folder, slash, name);
}

/* The names in an open folder, onto the stack. */
static pp_status push_names(walk *state, const char *folder, DIR *stream)
{
    size_t first = state->open.count;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (entry == NULL && errno != 0)
            return fail_system(state, folder);
        if (entry == NULL)
            break;
        if (entry->d_name[0] == '.')
            continue;
        if (strlen(folder) + strlen(entry->d_name) + 1 > PP_FOLDER_PATH_BYTE_COUNT_MAX)
            return pp_i_fail(state->error, PP_ERROR_LIMIT, "folders lie too deep in '%.200s'",
                             folder);
        const char *path = join(state->arena, folder, entry->d_name);
        if (path == NULL || !PP_LIST_ADD(state->arena, &state->open, path))
            return pp_i_fail_memory(state->error);
    }
    if (state->open.count > first + 1)
        qsort(state->open.items + first, state->open.count - first, sizeof *state->open.items,
              by_name_downwards);
    return PP_OK;
}

static pp_status open_folder(walk *state, const char *folder)
{
    DIR *stream = opendir(folder);
    if (stream == NULL)
        return fail_system(state, folder);
    pp_status status = push_names(state, folder, stream);
    closedir(stream);
    return status;
}

static pp_status add_file(walk *state, const char *path, bool named)
{
    if (state->paths->list.count >= PP_FOLDER_FILE_COUNT_MAX)
        return pp_i_fail(state->error, PP_ERROR_LIMIT, "more than %d reports",
                         PP_FOLDER_FILE_COUNT_MAX);
    pp_i_path file = {path, named};
    if (!PP_LIST_ADD(state->arena, &state->paths->list, file))
        return pp_i_fail_memory(state->error);
    return PP_OK;
}

pp_status pp_i_folder_add(const char *path, pp_i_arena *arena, pp_i_paths *paths, pp_error *error)
{
    walk state = {.arena = arena, .paths = paths, .error = error};
    struct stat info;
    const char *copy = pp_i_arena_copy(arena, path, strlen(path));
    if (copy == NULL)
        return pp_i_fail_memory(error);
    if (strcmp(path, "-") == 0 || stat(path, &info) != 0 || !S_ISDIR(info.st_mode))
        return add_file(&state, copy, true);
    pp_status status = open_folder(&state, copy);
    while (status == PP_OK && state.open.count > 0) {
        const char *next = state.open.items[--state.open.count];
        thing found = thing_at(next);
        if (found == THING_FOLDER)
            status = open_folder(&state, next);
        else if (found == THING_REPORT)
            status = add_file(&state, next, false);
    }
    return status;
}
