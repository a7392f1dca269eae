/*
 * folder.h: which files a path means: itself, or the reports in a folder and the folders within it.
 */
#ifndef PP_READING_FOLDER_H
#define PP_READING_FOLDER_H

#include "base/arena.h"
#include "pourparler/error.h"

enum {
    PP_FOLDER_FILE_COUNT_MAX = 1 << 20,
    PP_FOLDER_PATH_BYTE_COUNT_MAX = 4096 /* so deep do folders lie within folders */
};

/* A file to be read. */
typedef struct pp_i_path {
    const char *path;
    bool named; /* on the command line, not found in a folder */
} pp_i_path;

typedef struct pp_i_paths {
    PP_LIST(pp_i_path) list;
} pp_i_paths;

/*
 * Adds `path`, or, where it is a folder, the files in it whose names end as those of reports do, by
 * name (bytes), files and folders in one order. Names that begin with a dot are left out, as are
 * links to folders, which could lead in a circle. Whatever is no folder is added unseen: whoever
 * opens it finds out. Errors: SYSTEM where a folder cannot be read, LIMIT, MEMORY.
 */
pp_status pp_i_folder_add(const char *path, pp_i_arena *arena, pp_i_paths *paths, pp_error *error);

#endif
