/* parts.h: what the files that read gmcr-py's share; used by this folder alone. */
#ifndef PP_EXCHANGE_GMCR_PARTS_H
#define PP_EXCHANGE_GMCR_PARTS_H

#include <jansson.h>

#include "exchange/gmcr/gmcr.h"

enum { PP_GMCR_PLACE_SIZE = 96 };

typedef struct pp_i_gmcr_importer {
    pp_i_arena *arena;
    pp_i_diagnostics *diagnostics;
    pp_i_builder out, reviews;
    const char *title;
    json_t *options, *makers, *infeasibles;
    size_t option_count, maker_count;
    size_t owner[PP_GMCR_OPTION_COUNT_MAX]; /* the decision maker of each option, or PP_NONE */
    bool ranked;
    size_t pair_count;  /* options that the formula under way names */
    uint64_t *feasible; /* codes, increasing; where rankings count */
    size_t feasible_count;
} pp_i_gmcr_importer;

/* Options that must be taken, and that must not. */
typedef struct pp_i_gmcr_pattern {
    uint64_t yes, no;
} pp_i_gmcr_pattern;

/* Says what is wrong, and where in the file; always false. */
bool pp_i_gmcr_refuse(pp_i_gmcr_importer *state, const char *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* What a person should look at, at the end of the case. */
void pp_i_gmcr_note(pp_i_gmcr_importer *state, pp_text name, const char *what);

/* A list under `key`, of at most so many items; an absent one is empty unless it is `needed`. */
bool pp_i_gmcr_list_of(pp_i_gmcr_importer *state, json_t *object, const char *key,
                       const char *place, size_t count_max, bool needed, json_t **list);
/* A name: any text without control characters, one line. */
bool pp_i_gmcr_name_of(pp_i_gmcr_importer *state, json_t *object, const char *place, pp_text *name);
/* The place of an option that a number names. */
bool pp_i_gmcr_option_at(pp_i_gmcr_importer *state, json_t *value, const char *place,
                         size_t *option);

/* One condition of options, and any condition as a formula; false where it has faults. */
bool pp_i_gmcr_read_pattern(pp_i_gmcr_importer *state, json_t *value, const char *place,
                            pp_i_gmcr_pattern *made);
bool pp_i_gmcr_add_condition(pp_i_gmcr_importer *state, json_t *value, const char *place,
                             pp_i_builder *out);

/* The codes that no infeasible condition holds for, since rankings count in them. */
bool pp_i_gmcr_list_feasible(pp_i_gmcr_importer *state);
bool pp_i_gmcr_write_ranking(pp_i_gmcr_importer *state, json_t *maker, const char *place);

#endif
