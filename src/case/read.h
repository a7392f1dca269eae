/*
 * read.h: what the parts of the case reader share: the state of one reading, the sections whose ids
 * others name, and access to the YAML tree that reports what is wrong and goes on.
 *
 * Memory that runs out is noted in the reader and asked for with pp_i_read_going, so that a part
 * need not hand a status through every call: after it a value is merely missing, never wrong.
 * Called by reader.c alone, which runs the parts in order.
 */
#ifndef PP_CASE_READ_H
#define PP_CASE_READ_H

#include "base/run.h"
#include "case/case.h"
#include "case/yaml.h"

/* A list of things with ids. */
typedef struct pp_i_section {
    const char *what;       /* "party" */
    const char *key;        /* "parties": where its members are declared */
    pp_i_map *ids;          /* id to index */
    pp_i_map lines;         /* id to the line that declares it */
    PP_LIST(pp_text) names; /* the ids, for suggestions */
    bool broken; /* an id could not be read, so that an unknown one is not worth a word */
} pp_i_section;

typedef struct pp_i_reader {
    pp_case *made;
    pp_i_arena *arena;             /* the case's */
    pp_i_diagnostics *diagnostics; /* the case's */
    pp_i_arena scratch;            /* what reading alone needs */
    pp_i_run run;
    const char *folder;
    bool allow_outside;
    bool no_memory;
    size_t comparison_count; /* ids compared for suggestions so far: this is bounded */
    pp_i_section sources, parties, issues, statements, red_lines, assumptions;
    bool formulas_skipped; /* not read, because the issues are broken */
    pp_i_vocabulary vocabulary;
} pp_i_reader;

/* Is there a reason to go on: memory, time, nobody cancelled? */
bool pp_i_read_going(const pp_i_reader *reader);

/* `pointer`, noting where it is null that memory has run out. */
void *pp_i_read_have(pp_i_reader *reader, void *pointer);
#define PP_READ_ARRAY(reader, type, count)                                                         \
    ((type *)pp_i_read_have((reader), pp_i_arena_array((reader)->arena, (count), sizeof(type))))

/* Notes where `good` is false that memory has run out; gives `good` back. */
bool pp_i_read_good(pp_i_reader *reader, bool good);

/* --- Diagnostics --------------------------------------------------------------------------- */

/* A text for "%.*s": cut at a whole character where it is long. */
enum { PP_READ_SHOWN_BYTE_COUNT_MAX = 80 };
int pp_i_read_shown(pp_text text);
#define PP_SHOWN(text) pp_i_read_shown(text), ((text).length == 0 ? "" : (text).data)

/* Code points that a node fills on its line; 1 where it is more than a line. */
size_t pp_i_read_width(const pp_i_yaml_node *node);

#define PP_READ_SAY(reader, severity, node, ...)                                                   \
    pp_i_diagnose((reader)->diagnostics, (severity), (node)->place, pp_i_read_width(node),         \
                  __VA_ARGS__)
#define PP_READ_ERROR(reader, node, ...) PP_READ_SAY(reader, PP_SEVERITY_ERROR, node, __VA_ARGS__)
#define PP_READ_WARNING(reader, node, ...)                                                         \
    PP_READ_SAY(reader, PP_SEVERITY_WARNING, node, __VA_ARGS__)
#define PP_READ_HINT(reader, diagnostic, ...)                                                      \
    pp_i_diagnose_hint((reader)->diagnostics, (diagnostic), __VA_ARGS__)

/* "did you mean `x`?", or else the few names that are known, or else `otherwise` (may be null). */
void pp_i_read_suggest(pp_i_reader *reader, pp_i_diagnostic *diagnostic, pp_text word,
                       const pp_text *names, size_t name_count, const char *otherwise);

/* --- Fields -------------------------------------------------------------------------------- */

enum {
    PP_FIELD_TEXT = 1,
    PP_FIELD_LIST = 2,
    PP_FIELD_MAPPING = 4,
    PP_FIELD_NEEDED = 8,
    PP_FIELD_MAY_BE_EMPTY = 16 /* a text of no characters is one */
};

typedef struct pp_i_field {
    const char *key;
    unsigned flags;
} pp_i_field;

/*
 * The values of a mapping's keys, in the order of `fields`; null where a key is not given or was
 * reported: unknown keys, missing ones, values of the wrong kind. `what` names the thing ("a
 * party"). False where `node` is no mapping (reported).
 */
bool pp_i_read_fields(pp_i_reader *reader, const pp_i_yaml_node *node, const char *what,
                      const pp_i_field *fields, size_t field_count, const pp_i_yaml_node **values);
#define PP_READ_FIELDS(reader, node, what, fields, values)                                         \
    pp_i_read_fields((reader), (node), (what), (fields), sizeof(fields) / sizeof *(fields),        \
                     (values))

/* Is the node of one of the kinds (PP_FIELD_TEXT, ...) and without fault? Reported where not. */
bool pp_i_read_kind(pp_i_reader *reader, const pp_i_yaml_node *node, unsigned kinds);

/* Where `key` stands in a mapping. */
pp_i_place pp_i_read_key_place(const pp_i_yaml_node *mapping, const char *key);

/* The items of a list, at most `count_max`: one more is reported. Null is an empty list. */
size_t pp_i_read_count(pp_i_reader *reader, const pp_i_yaml_node *list, size_t count_max,
                       const char *things);

/* The items of a list, or the node itself where it is no list: `a` is short for `[a]`. */
const pp_i_yaml_node *const *pp_i_read_one_or_more(const pp_i_yaml_node *const *node,
                                                   size_t *count);

/* The text of a scalar; empty for null. */
pp_text pp_i_read_text(const pp_i_yaml_node *node);

/* The day; 0 for null and for what is none (reported). */
pp_i_date pp_i_read_date(pp_i_reader *reader, const pp_i_yaml_node *node);

/* False where it is none (reported). */
bool pp_i_read_number(pp_i_reader *reader, const pp_i_yaml_node *node, pp_i_number *number);

/* Which of `words` it is; PP_NONE for null and for another word (reported). */
size_t pp_i_read_word(pp_i_reader *reader, const pp_i_yaml_node *node, const char *what,
                      const char *const *words, size_t word_count);

/* --- Sections and references --------------------------------------------------------------- */

void pp_i_section_init(pp_i_reader *reader, pp_i_section *section, const char *what,
                       const char *key, pp_i_map *ids);

/* The id in `node` (may be null), noted as that of member `index`; empty where there is none to be
 * used. That of an option may be a number, which is then set in `option`. */
pp_text pp_i_read_id(pp_i_reader *reader, pp_i_section *section, const pp_i_yaml_node *node,
                     size_t index);
pp_text pp_i_read_option_id(pp_i_reader *reader, pp_i_section *section, const pp_i_yaml_node *node,
                            size_t index, pp_i_option *option);

/* The member that `node` names; PP_NONE for null and for an unknown one (reported). */
size_t pp_i_read_reference(pp_i_reader *reader, const pp_i_section *section,
                           const pp_i_yaml_node *node);
/* The same for a text at a place. */
size_t pp_i_read_reference_at(pp_i_reader *reader, const pp_i_section *section, pp_text id,
                              pp_i_place place);
/* The option of an issue. */
size_t pp_i_read_option_at(pp_i_reader *reader, const pp_i_issue *issue, pp_text id,
                           pp_i_place place);

/* --- Formulas and packages ----------------------------------------------------------------- */

/* Can what names issues be read? Where not, that is noted once. */
bool pp_i_read_issues_stand(pp_i_reader *reader);

/* The formula in `node` (null: none) or in `words`, a part of it. False where there is none to be
 * used: not given, with faults, or the issues are broken. */
bool pp_i_read_formula(pp_i_reader *reader, const pp_i_yaml_node *node, pp_i_formula *formula);
bool pp_i_read_formula_part(pp_i_reader *reader, const pp_i_yaml_node *node, pp_text words,
                            pp_i_formula *formula);
void pp_i_read_consent(pp_i_reader *reader, const pp_i_yaml_node *node);

/* The formulas of a list, those without faults; more than `count_max` are reported. */
const pp_i_formula *pp_i_read_formulas(pp_i_reader *reader, const pp_i_yaml_node *list,
                                       size_t count_max, size_t *count);

/* A whole package, as a mapping or as a code; null where it has faults (reported). */
const pp_i_choice *pp_i_read_package(pp_i_reader *reader, const pp_i_yaml_node *node);

/* The first link that `package` breaks, or PP_NONE. `scratch`: PP_FORMULA_NODE_COUNT_MAX bytes. */
size_t pp_i_read_broken_link(const pp_case *made, const pp_i_choice *package,
                             unsigned char *scratch);

/* --- The parts, in the order in which reader.c calls them; null nodes are empty lists -------- */

void pp_i_read_sources(pp_i_reader *reader, const pp_i_yaml_node *list);
void pp_i_read_parties(pp_i_reader *reader, const pp_i_yaml_node *list);
void pp_i_read_issues(pp_i_reader *reader, const pp_i_yaml_node *list);
void pp_i_read_links(pp_i_reader *reader, const pp_i_yaml_node *list);
void pp_i_read_statements(pp_i_reader *reader, const pp_i_yaml_node *list);
void pp_i_read_red_lines(pp_i_reader *reader, const pp_i_yaml_node *list);
void pp_i_read_preferences(pp_i_reader *reader, const pp_i_yaml_node *mapping);
void pp_i_read_same(pp_i_reader *reader, const pp_i_yaml_node *list);
void pp_i_read_status_quo(pp_i_reader *reader, const pp_i_yaml_node *node);
void pp_i_read_assumptions(pp_i_reader *reader, const pp_i_yaml_node *list);
void pp_i_read_reviews(pp_i_reader *reader, const pp_i_yaml_node *list);

/* Parts of the above in files of their own. `quotes` has the node of each statement's quotation. */
void pp_i_read_replaces(pp_i_reader *reader, pp_i_statement *statements, size_t count,
                        const pp_i_yaml_node *const *replaces);
void pp_i_read_quotes(pp_i_reader *reader, pp_i_statement *statements, size_t count,
                      const pp_i_yaml_node *const *quotes);
bool pp_i_read_chain(pp_i_reader *reader, const pp_i_yaml_node *node, const pp_i_issue *issue,
                     pp_i_chain *chain);
void pp_i_read_values(pp_i_reader *reader, const pp_i_yaml_node *mapping,
                      pp_i_preference *preference);
void pp_i_read_weights(pp_i_reader *reader, const pp_i_yaml_node *mapping,
                       pp_i_preference *preference);
void pp_i_read_compare(pp_i_reader *reader, const pp_i_yaml_node *list,
                       pp_i_preference *preference);
void pp_i_read_ranking(pp_i_reader *reader, const pp_i_yaml_node *list,
                       pp_i_preference *preference);
void pp_i_read_unknown(pp_i_reader *reader, const pp_i_yaml_node *list,
                       pp_i_preference *preference);
void pp_i_read_no_deal(pp_i_reader *reader, const pp_i_yaml_node *node,
                       pp_i_preference *preference);

#endif
