/* read.c: pourparler/read.h. */
#include "pourparler/read.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/file.h"
#include "reading/draft.h"
#include "reading/reports.h"

pp_status pp_read_files(const char *const *paths, size_t path_count, const pp_read_options *options,
                        const pp_control *control, pp_reading **reading, pp_error *error)
{
    return pp_i_reports_read(paths, path_count, options, control, reading, error);
}

void pp_reading_free(pp_reading *reading)
{
    pp_i_reports_free(reading);
}

size_t pp_reading_source_count(const pp_reading *reading)
{
    return reading->said->report_count;
}

size_t pp_reading_sentence_count(const pp_reading *reading)
{
    return reading->said->sentence_count;
}

size_t pp_reading_statement_count(const pp_reading *reading)
{
    return reading->said->statement_count;
}

size_t pp_reading_incomplete_count(const pp_reading *reading)
{
    return reading->stop == NULL ? 0 : 1;
}

size_t pp_reading_remark_count(const pp_reading *reading)
{
    return reading->remarks.count;
}

pp_read_remark pp_reading_remark(const pp_reading *reading, size_t index)
{
    return reading->remarks.items[index];
}

/* A base whose sources lie in another folder than the draft keeps their words in the draft. */
static const pp_case *base_for(const pp_case *base, const char *folder, pp_i_arena *arena)
{
    const char *slash = strrchr(base->file, '/');
    size_t length = slash == NULL ? 1 : (size_t)(slash - base->file);
    pp_text home = {slash == NULL ? "." : base->file, slash == NULL ? 1 : length};
    if (folder != NULL && pp_i_text_is(home, folder))
        return base;
    pp_case *copy = PP_NEW(arena, pp_case);
    pp_i_source *sources = PP_NEW_ARRAY(arena, pp_i_source, base->source_count);
    if (copy == NULL || sources == NULL)
        return NULL;
    *copy = *base;
    for (size_t i = 0; i < base->source_count; i++) {
        sources[i] = base->sources[i];
        sources[i].file = (pp_text){NULL, 0};
    }
    copy->sources = sources;
    return copy;
}

static void count(const pp_i_draft *draft, const pp_case *base, pp_draft_counts *counts)
{
    size_t before = base == NULL ? 0 : base->statement_count;
    *counts = (pp_draft_counts){.statement_count = draft->content->statement_count - before,
                                .known_count = draft->known_count,
                                .left_out_count = draft->left_out_count,
                                .review_count = draft->content->review_count};
    for (size_t i = 0; i < draft->change_count; i++) {
        pp_i_change_kind kind = draft->changes[i].kind;
        counts->confirmed_count += kind == PP_CHANGE_CONFIRMED;
        counts->replaced_count += kind == PP_CHANGE_REPLACED;
        counts->contradicted_count += kind == PP_CHANGE_CONTRADICTED;
    }
}

/* The draft for a file in `folder`; null: for one whose folder is not known. */
static pp_status make_draft(const pp_reading *reading, const pp_draft_options *options,
                            const char *folder, pp_i_arena *arena, pp_text *yaml,
                            pp_draft_counts *counts, pp_error *error)
{
    const pp_case *base = options == NULL ? NULL : options->base;
    pp_i_draft_options inner = {.title = options == NULL ? NULL : options->title,
                                .folder = folder,
                                .thread_count = reading->thread_count};
    const pp_i_draft *draft = NULL;
    pp_status status;
    if (base == NULL) {
        status = pp_i_draft_make(reading->said, &inner, arena, &draft, error);
    } else {
        const pp_case *moved = base_for(base, folder, arena);
        status = moved == NULL ? pp_i_fail_memory(error)
                               : pp_i_draft_merge(moved, reading->said, &inner, arena, &draft,
                                                  error);
    }
    if (status != PP_OK)
        return status;
    *yaml = draft->yaml;
    if (counts != NULL)
        count(draft, base, counts);
    return PP_OK;
}

pp_status pp_reading_draft_text(const pp_reading *reading, const pp_draft_options *options,
                                char **yaml, pp_draft_counts *counts, pp_error *error)
{
    pp_i_arena arena;
    pp_text text;
    pp_i_arena_init(&arena, reading->arena.allocator);
    pp_status status = make_draft(reading, options, NULL, &arena, &text, counts, error);
    char *copy = status == PP_OK ? malloc(text.length + 1) : NULL;
    if (copy != NULL) {
        memcpy(copy, text.data, text.length);
        copy[text.length] = '\0';
        *yaml = copy;
    }
    pp_i_arena_free(&arena);
    return status == PP_OK && copy == NULL ? pp_i_fail_memory(error) : status;
}

pp_status pp_reading_draft_write(const pp_reading *reading, const pp_draft_options *options,
                                 const char *path, bool overwrite, pp_draft_counts *counts,
                                 pp_error *error)
{
    pp_i_arena arena;
    pp_text text;
    pp_i_arena_init(&arena, reading->arena.allocator);
    const char *slash = strrchr(path, '/');
    const char *folder = slash == NULL ? "."
                         : slash == path ? "/"
                                         : pp_i_arena_copy(&arena, path, (size_t)(slash - path));
    pp_status status = folder == NULL
                           ? pp_i_fail_memory(error)
                           : make_draft(reading, options, folder, &arena, &text, counts, error);
    if (status == PP_OK)
        status = pp_i_file_write(path, text, overwrite, error);
    pp_i_arena_free(&arena);
    return status;
}
