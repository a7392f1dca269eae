/* file.c: see file.h. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

enum { READ_SIZE_FIRST = 1 << 16, TEMPORARY_PATH_SIZE = 4096 };

static pp_status fail_system(pp_error *error, const char *path, const char *what)
{
    int reason = errno;
    pp_i_fail(error, PP_ERROR_SYSTEM, "cannot %s '%s': %s", what, path, strerror(reason));
    pp_i_error_place(error, path, 0, 0);
    if (error != NULL && reason == ENOENT)
        pp_i_error_hint(error, "check the path; relative paths start at the current folder");
    if (error != NULL && reason == EISDIR)
        pp_i_error_hint(error, "name the file in it that is meant");
    return PP_ERROR_SYSTEM;
}

static pp_status fail_too_large(pp_error *error, const char *path, size_t byte_count_max)
{
    pp_i_fail(error, PP_ERROR_LIMIT, "'%s' is larger than the limit of %zu bytes", path,
              byte_count_max);
    pp_i_error_place(error, path, 0, 0);
    pp_i_error_hint(error, "check that it is the file that was meant");
    return PP_ERROR_LIMIT;
}

/* A buffer that holds all that was read and at least one byte more. */
static char *grow(pp_i_arena *arena, char *buffer, size_t used, size_t *size)
{
    if (used < *size)
        return buffer;
    size_t larger = *size * 2;
    char *grown = pp_i_arena_alloc(arena, larger + 1);
    if (grown == NULL)
        return NULL;
    memcpy(grown, buffer, used);
    *size = larger;
    return grown;
}

static pp_status read_all(int descriptor, const char *path, size_t byte_count_max,
                          pp_i_arena *arena, pp_text *text, pp_error *error)
{
    struct stat info;
    if (fstat(descriptor, &info) != 0)
        return fail_system(error, path, "read");
    if (S_ISDIR(info.st_mode)) {
        errno = EISDIR;
        return fail_system(error, path, "read");
    }
    if (S_ISREG(info.st_mode) && (uint64_t)info.st_size > byte_count_max)
        return fail_too_large(error, path, byte_count_max);
    size_t size = S_ISREG(info.st_mode) && info.st_size > 0 ? (size_t)info.st_size + 1
                                                            : READ_SIZE_FIRST;
    size_t used = 0;
    char *buffer = pp_i_arena_alloc(arena, size + 1);
    while (buffer != NULL) {
        ssize_t got = read(descriptor, buffer + used, size - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_system(error, path, "read");
        if (got == 0)
            break;
        used += (size_t)got;
        if (used > byte_count_max)
            return fail_too_large(error, path, byte_count_max);
        buffer = grow(arena, buffer, used, &size);
    }
    if (buffer == NULL)
        return pp_i_fail_memory(error);
    buffer[used] = '\0';
    *text = (pp_text){buffer, used};
    return PP_OK;
}

pp_status pp_i_file_read(const char *path, size_t byte_count_max, pp_i_arena *arena, pp_text *text,
                         pp_error *error)
{
    if (strcmp(path, "-") == 0)
        return read_all(STDIN_FILENO, "standard input", byte_count_max, arena, text, error);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail_system(error, path, "open");
    pp_status status = read_all(descriptor, path, byte_count_max, arena, text, error);
    close(descriptor);
    return status;
}

static bool put_all(int descriptor, pp_text text)
{
    for (size_t at = 0; at < text.length;) {
        ssize_t put = write(descriptor, text.data + at, text.length - at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        at += (size_t)put;
    }
    return true;
}

static bool write_all(int descriptor, pp_text text)
{
    return put_all(descriptor, text) && fsync(descriptor) == 0;
}

/* Moves the finished file into place: link() fails where the name is taken, rename() replaces. */
static bool put_in_place(const char *temporary, const char *path, bool overwrite)
{
    if (overwrite)
        return rename(temporary, path) == 0;
    if (link(temporary, path) != 0)
        return false;
    unlink(temporary);
    return true;
}

/* Is there something under this name that is no ordinary file: a device, a pipe, a link to one? */
static bool is_special(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

/* What is there, to be written to; standard output where it is that, under whichever name. */
static int open_there(const char *path)
{
    struct stat there, out;
    if (stat(path, &there) == 0 && fstat(STDOUT_FILENO, &out) == 0 && there.st_dev == out.st_dev &&
        there.st_ino == out.st_ino)
        return dup(STDOUT_FILENO);
    return open(path, O_WRONLY | O_CLOEXEC | O_TRUNC);
}

/* Into what is there, which must not be replaced by a file. */
static pp_status write_into(const char *path, pp_text text, pp_error *error)
{
    int descriptor = open_there(path);
    if (descriptor < 0)
        return fail_system(error, path, "write");
    bool good = put_all(descriptor, text);
    good = close(descriptor) == 0 && good;
    return good ? PP_OK : fail_system(error, path, "write");
}

pp_status pp_i_file_write(const char *path, pp_text text, bool overwrite, pp_error *error)
{
    if (overwrite && is_special(path))
        return write_into(path, text, error);
    char temporary[TEMPORARY_PATH_SIZE];
    int length = snprintf(temporary, sizeof temporary, "%s.XXXXXX", path);
    if (length < 0 || (size_t)length >= sizeof temporary) {
        errno = ENAMETOOLONG;
        return fail_system(error, path, "write");
    }
    int descriptor = mkstemp(temporary);
    if (descriptor < 0)
        return fail_system(error, path, "write");
    mode_t mask = umask(0);
    umask(mask);
    bool good = fchmod(descriptor, 0666 & ~mask) == 0 && write_all(descriptor, text);
    good = close(descriptor) == 0 && good;
    if (good && put_in_place(temporary, path, overwrite))
        return PP_OK;
    pp_status status = fail_system(error, path, "write");
    unlink(temporary);
    if (error != NULL && strstr(error->message, strerror(EEXIST)) != NULL)
        pp_i_error_hint(error, "nothing is overwritten unasked: choose another name, or --force");
    return status;
}
