/* revise.c: see revise.h. The copy is shallow: only the red lines and their ids are made anew,
 * and the orders where some are revised. */
#include "case/revise.h"

#include "base/error.h"
#include "case/reader.h"

/* The red line called `id`, or PP_NONE with the error filled. */
static size_t find(const pp_case *the_case, const char *id, pp_error *error)
{
    size_t found = pp_i_map_get(&the_case->red_line_ids, pp_i_text_of(id));
    if (found == PP_NONE)
        pp_i_fail(error, PP_ERROR_ARGUMENT, "there is no red line `%s`", id);
    return found;
}

static pp_status set_unclear(const pp_case *the_case, const char *const *ids, size_t count,
                             bool unclear, pp_i_red_line *lines, pp_error *error)
{
    for (size_t i = 0; i < count; i++) {
        size_t line = find(the_case, ids[i], error);
        if (line == PP_NONE)
            return PP_ERROR_ARGUMENT;
        lines[line].unclear = unclear;
    }
    return PP_OK;
}

/* Leaves out the marked lines and maps the ids of the others anew. */
static pp_status leave_out(pp_case *made, pp_i_red_line *lines, const bool *out, pp_error *error)
{
    size_t count = 0;
    pp_i_map_init(&made->red_line_ids, &made->arena);
    for (size_t i = 0; i < made->red_line_count; i++) {
        if (out[i])
            continue;
        lines[count] = lines[i];
        if (!pp_i_map_set(&made->red_line_ids, lines[count].id, count))
            return pp_i_fail_memory(error);
        count++;
    }
    made->red_line_count = count;
    made->red_lines = lines;
    return PP_OK;
}

static pp_status revise(pp_case *made, const pp_case *the_case, const pp_revision *revision,
                        pp_error *error)
{
    pp_i_red_line *lines = PP_NEW_ARRAY(&made->arena, pp_i_red_line, the_case->red_line_count);
    bool *out = PP_NEW_ARRAY(&made->arena, bool, the_case->red_line_count);
    if (lines == NULL || out == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        lines[i] = the_case->red_lines[i];
    pp_status status =
        set_unclear(the_case, revision->firm, revision->firm_count, false, lines, error);
    if (status == PP_OK)
        status =
            set_unclear(the_case, revision->unclear, revision->unclear_count, true, lines, error);
    for (size_t i = 0; i < revision->without_count && status == PP_OK; i++) {
        size_t line = find(the_case, revision->without[i], error);
        if (line == PP_NONE)
            status = PP_ERROR_ARGUMENT;
        else
            out[line] = true;
    }
    if (status == PP_OK)
        status = leave_out(made, lines, out, error);
    return status == PP_OK ? pp_i_revise_orders(made, revision, error) : status;
}

pp_status pp_i_case_revise(const pp_case *the_case, const pp_revision *revision,
                           const pp_control *control, pp_case **result, pp_error *error)
{
    pp_allocator allocator = pp_i_allocator_of(control);
    pp_case *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = *the_case;
    pp_i_arena_init(&made->arena, allocator);
    pp_status status = revise(made, the_case, revision, error);
    if (status == PP_OK)
        *result = made;
    else
        pp_i_case_free(made);
    return status;
}
