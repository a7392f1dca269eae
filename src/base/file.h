/*
 * file.h: reading a whole file within a limit, and writing one so that it is whole or not there.
 */
#ifndef PP_BASE_FILE_H
#define PP_BASE_FILE_H

#include "base/arena.h"
#include "base/text.h"
#include "pourparler/error.h"

/* The whole of `path` ("-": standard input), at most `byte_count_max` bytes, into `arena`; NUL
 * follows the text. Errors: SYSTEM where it cannot be read (a folder, say), LIMIT where larger. */
pp_status pp_i_file_read(const char *path, size_t byte_count_max, pp_i_arena *arena, pp_text *text,
                         pp_error *error);

/* Writes `text` to a temporary name beside `path`, syncs, and renames. An existing file is refused
 * (SYSTEM) unless `overwrite`; a failed write leaves nothing behind. With `overwrite` a device or
 * pipe (/dev/stdout) is written to and stays what it is. */
pp_status pp_i_file_write(const char *path, pp_text text, bool overwrite, pp_error *error);

#endif
