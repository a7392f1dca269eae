/*
 * yaml.h: a YAML text as a tree that knows where everything stands.
 *
 * Built from libyaml's events. All scalars are text (`no`, `1`, `null` too). Refused, each with its
 * own diagnostic: bytes that are not UTF-8, NUL, aliases and anchors, tags, merge keys, more than
 * one document, a repeated key, a key that is not a scalar, and whatever passes the limits below.
 * A syntax error ends the reading of the tree (libyaml cannot go on); all else is collected.
 *
 * A flow mapping or list splits at a comma, so that `{holds: flow in (half, full)}` has a key
 * `full)`: such a slip is diagnosed here, and the pieces become one text again.
 */
#ifndef PP_CASE_YAML_H
#define PP_CASE_YAML_H

#include "base/diagnostic.h"

enum {
    PP_YAML_BYTE_COUNT_MAX = 64 << 20,
    PP_YAML_DEPTH_MAX = 32,
    PP_YAML_NODE_COUNT_MAX = 4000000
};

typedef enum pp_i_yaml_kind { PP_YAML_SCALAR, PP_YAML_SEQUENCE, PP_YAML_MAPPING } pp_i_yaml_kind;

typedef struct pp_i_yaml_node pp_i_yaml_node;

/* One key with its value, in the order of the file. */
typedef struct pp_i_yaml_pair {
    pp_text key;
    pp_i_place key_place;
    const pp_i_yaml_node *value;
} pp_i_yaml_pair;

struct pp_i_yaml_node {
    pp_i_yaml_kind kind;
    pp_i_place place; /* of its first character */
    /* scalar */
    pp_text text;
    bool plain;     /* not quoted, not a block: an offset in `text` is an offset in the line, as long
                       as the scalar stands on one line */
    bool quoted;    /* '...' or "..." */
    bool one_line;  /* starts and ends on one line */
    bool absent;    /* `key:` with nothing behind it (plain and empty) */
    bool verbatim;  /* on one line, and letter for letter as in the file, apart from the quotes */
    bool broken;    /* a fault of this node is reported already (an alias, say): add none to it */
    /* sequence */
    const pp_i_yaml_node *const *items;
    size_t item_count;
    /* mapping */
    const pp_i_yaml_pair *pairs;
    size_t pair_count;
    bool flow; /* written { } or [ ] */
};

/*
 * Reads `text`, which diagnostics->file names. `*root` is the document's node, in `arena`; null
 * where the text is empty or could not be read (diagnostics say why; an empty text too).
 * A byte order mark at the start is no part of the first line: where diagnostics->text is `text`, it
 * starts behind the mark afterwards.
 * Errors: PP_ERROR_MEMORY alone; what is wrong with the text goes to `diagnostics`.
 */
pp_status pp_i_yaml_read(pp_text text, pp_i_arena *arena, pp_i_diagnostics *diagnostics,
                         const pp_i_yaml_node **root, pp_error *error);

/* The value of `key` in a mapping, or null. */
const pp_i_yaml_node *pp_i_yaml_get(const pp_i_yaml_node *mapping, const char *key);

/* The place of byte `at` of a scalar's text: exact where the scalar is on one line and `at` maps to
 * it, else the scalar's own place. */
pp_i_place pp_i_yaml_place_at(const pp_i_yaml_node *scalar, size_t at);

/* "text", "list" or "mapping", for messages. */
const char *pp_i_yaml_kind_text(pp_i_yaml_kind kind);

#endif
