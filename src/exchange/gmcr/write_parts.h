/* write_parts.h: what the files that write gmcr-py's share; used by this folder alone. */
#ifndef PP_EXCHANGE_GMCR_WRITE_PARTS_H
#define PP_EXCHANGE_GMCR_WRITE_PARTS_H

#include <jansson.h>

#include "exchange/gmcr/gmcr.h"
#include "exchange/gmcr/write.h"

typedef struct pp_i_gmcr_writing {
    const pp_case *the_case;
    const pp_i_gmcr_ranks *ranks; /* null: priorities are written */
    pp_i_arena *arena;
    pp_i_diagnostics *diagnostics;
    size_t first[PP_CASE_ISSUE_COUNT_MAX]; /* [issue] its first option there */
    size_t option_count;
    json_t *root;
    bool failed; /* memory */
} pp_i_gmcr_writing;

#define SAY(w, severity, place, ...)                                                               \
    pp_i_diagnose((w)->diagnostics, (severity), (place), 1, __VA_ARGS__)
#define WARN(w, place, ...) SAY(w, PP_SEVERITY_WARNING, place, __VA_ARGS__)
#define FAULT(w, place, ...) SAY(w, PP_SEVERITY_ERROR, place, __VA_ARGS__)
#define SHOWN(text) (int)((text).length < 60 ? (text).length : 60), (text).data

/* Every package that the links allow, with its place there; null where there are too many. */
typedef struct pp_i_gmcr_ranked pp_i_gmcr_ranked;
pp_i_gmcr_ranked *pp_i_gmcr_list_states(pp_i_gmcr_writing *w, size_t *count);
/* A party's ranking of them. */
json_t *pp_i_gmcr_ranking_of(pp_i_gmcr_writing *w, size_t party, pp_i_gmcr_ranked *list,
                             size_t count);

/* Gives `value` away to the object or the list. */
static inline void set(pp_i_gmcr_writing *w, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        w->failed = true;
}

static inline void add(pp_i_gmcr_writing *w, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        w->failed = true;
}

#endif
