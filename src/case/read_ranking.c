/* read_ranking.c: whole packages compared: pairs, rankings, and pairs left open; see read.h. */
#include "case/read.h"

static bool is_same_package(const pp_i_reader *reader, const pp_i_choice *a, const pp_i_choice *b)
{
    return memcmp(a, b, reader->made->issue_count * sizeof *a) == 0;
}

/* --- Pairs ----------------------------------------------------------------------------------- */

enum { COMPARE_BETTER, COMPARE_WORSE, COMPARE_FIELD_COUNT };
static const pp_i_field compare_fields[] = {
    [COMPARE_BETTER] = {"better", PP_FIELD_TEXT | PP_FIELD_MAPPING | PP_FIELD_NEEDED},
    [COMPARE_WORSE] = {"worse", PP_FIELD_TEXT | PP_FIELD_MAPPING | PP_FIELD_NEEDED},
};

/* The two packages of a pair; false where one has faults or both are the same (reported). */
static bool read_pair(pp_i_reader *reader, const pp_i_yaml_node *node,
                      const pp_i_yaml_node *const values[2], const pp_i_choice *pair[2])
{
    for (size_t i = 0; i < 2; i++)
        pair[i] = values[i] == NULL ? NULL : pp_i_read_package(reader, values[i]);
    if (pair[0] == NULL || pair[1] == NULL)
        return false;
    if (!is_same_package(reader, pair[0], pair[1]))
        return true;
    pp_i_diagnostic *said = pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, node->place, 1,
                                          "both packages of this pair are the same");
    PP_READ_HINT(reader, said, "a package is never compared with itself: leave the pair out");
    return false;
}

void pp_i_read_compare(pp_i_reader *reader, const pp_i_yaml_node *list, pp_i_preference *preference)
{
    if (list == NULL || !pp_i_read_issues_stand(reader))
        return;
    size_t item_count = pp_i_read_count(reader, list, PP_CASE_COMPARE_COUNT_MAX, "comparisons");
    pp_i_comparison_of_packages *made =
        PP_READ_ARRAY(reader, pp_i_comparison_of_packages, item_count);
    size_t count = 0;
    for (size_t i = 0; i < item_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_node *values[COMPARE_FIELD_COUNT];
        const pp_i_choice *pair[2];
        if (PP_READ_FIELDS(reader, list->items[i], "a comparison", compare_fields, values) &&
            read_pair(reader, list->items[i], values, pair))
            made[count++] = (pp_i_comparison_of_packages){pair[0], pair[1], list->items[i]->place};
    }
    preference->compare = made;
    preference->compare_count = count;
}

void pp_i_read_unknown(pp_i_reader *reader, const pp_i_yaml_node *list, pp_i_preference *preference)
{
    if (list == NULL || !pp_i_read_issues_stand(reader))
        return;
    size_t item_count = pp_i_read_count(reader, list, PP_CASE_COMPARE_COUNT_MAX, "pairs");
    pp_i_unknown_pair *made = PP_READ_ARRAY(reader, pp_i_unknown_pair, item_count);
    size_t count = 0;
    for (size_t i = 0; i < item_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_node *item = list->items[i];
        const pp_i_choice *pair[2];
        if (!pp_i_read_kind(reader, item, PP_FIELD_LIST))
            continue;
        if (item->item_count != 2) {
            pp_i_diagnostic *said = PP_READ_ERROR(
                reader, item, "a pair has two packages, this has %zu", item->item_count);
            PP_READ_HINT(reader, said, "write `unknown: [[4, 0], [2, 1]]`");
        } else if (read_pair(reader, item, item->items, pair)) {
            made[count++] = (pp_i_unknown_pair){pair[0], pair[1], item->place};
        }
    }
    preference->unknown = made;
    preference->unknown_count = count;
}

/* --- Rankings -------------------------------------------------------------------------------- */

/* A package that the ranking names. */
typedef struct named_package {
    const pp_i_choice *package;
    size_t rank;
    const pp_i_yaml_node *node;
    size_t same; /* a formula of `same` that holds for it, or PP_NONE */
} named_package;

typedef struct ranking {
    PP_LIST(named_package) named;
    pp_i_map seen; /* a package's bytes to its line */
} ranking;

/* Adds a package to a rank; null where it has faults. */
static const pp_i_choice *read_ranked(pp_i_reader *reader, ranking *state,
                                      const pp_i_yaml_node *node, size_t rank)
{
    const pp_i_choice *package = pp_i_read_package(reader, node);
    if (package == NULL)
        return NULL;
    pp_text key = {(const char *)package, reader->made->issue_count * sizeof *package};
    size_t line = pp_i_map_get(&state->seen, key);
    if (line != PP_NONE) {
        pp_i_diagnostic *said = PP_READ_ERROR(reader, node, "the ranking names this package twice");
        PP_READ_HINT(reader, said, "it stands first on line %zu", line);
        return NULL;
    }
    named_package one = {package, rank, node, PP_NONE};
    pp_i_read_good(reader, pp_i_map_set(&state->seen, key, node->place.line));
    pp_i_read_good(reader, PP_LIST_ADD(&reader->scratch, &state->named, one));
    return package;
}

static void read_rank(pp_i_reader *reader, ranking *state, const pp_i_yaml_node *node, size_t rank,
                      pp_i_rank *made)
{
    size_t item_count;
    const pp_i_yaml_node *const *items = pp_i_read_one_or_more(&node, &item_count);
    const pp_i_choice **packages = PP_READ_ARRAY(reader, const pp_i_choice *, item_count);
    if (packages == NULL)
        return;
    if (item_count == 0)
        PP_READ_HINT(reader, PP_READ_ERROR(reader, node, "an empty place in the ranking"),
                     "put a package there, or leave the place out");
    size_t count = 0;
    for (size_t i = 0; i < item_count && pp_i_read_going(reader); i++) {
        const pp_i_choice *package = read_ranked(reader, state, items[i], rank);
        if (package != NULL)
            packages[count++] = package;
    }
    *made = (pp_i_rank){packages, count, node->place};
}

/* How many packages a ranking names; beyond the limit: reported. */
static bool ranking_fits(pp_i_reader *reader, const pp_i_yaml_node *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->item_count; i++) {
        const pp_i_yaml_node *item = list->items[i];
        count += item->kind == PP_YAML_SEQUENCE ? item->item_count : 1;
        if (count > PP_CASE_RANKED_COUNT_MAX) {
            pp_i_diagnostic *said =
                PP_READ_ERROR(reader, item, "a ranking of more packages than the limit of %d",
                              PP_CASE_RANKED_COUNT_MAX);
            PP_READ_HINT(reader, said, "use `priorities`, which need no list of packages");
            return false;
        }
    }
    return true;
}

/* --- One state, one place -------------------------------------------------------------------- */

/* Formulas of `same` that share a package are one class; each knows the one it was merged into. */
static size_t class_of(size_t *parents, size_t at)
{
    while (parents[at] != at) {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    return at;
}

/* Merges the classes of the formulas that hold for a package. */
static void merge_classes(pp_i_reader *reader, named_package *one, size_t *parents,
                          unsigned char *scratch)
{
    const pp_case *made = reader->made;
    if (pp_i_read_broken_link(made, one->package, scratch) != PP_NONE)
        return; /* no state */
    for (size_t i = 0; i < made->same_count; i++) {
        pp_i_run_step(&reader->run, made->same[i].node_count);
        if (!pp_i_formula_holds(&made->same[i], one->package, scratch))
            continue;
        if (one->same == PP_NONE)
            one->same = i;
        parents[class_of(parents, i)] = class_of(parents, one->same);
    }
}

/* Packages that are one state stand in one place of the ranking. Formulas that overlap only in a
 * package that the ranking leaves out are not seen as one here. */
static void check_same(pp_i_reader *reader, ranking *state)
{
    size_t same_count = reader->made->same_count;
    size_t *parents = pp_i_read_have(reader, PP_NEW_ARRAY(&reader->scratch, size_t, same_count));
    size_t *first = pp_i_read_have(reader, PP_NEW_ARRAY(&reader->scratch, size_t, same_count));
    unsigned char *scratch =
        pp_i_read_have(reader, pp_i_arena_alloc(&reader->scratch, PP_FORMULA_NODE_COUNT_MAX));
    if (!pp_i_read_going(reader))
        return;
    for (size_t i = 0; i < same_count; i++) {
        parents[i] = i;
        first[i] = PP_NONE;
    }
    for (size_t i = 0; i < state->named.count && pp_i_read_going(reader); i++)
        merge_classes(reader, &state->named.items[i], parents, scratch);
    for (size_t i = 0; i < state->named.count; i++) {
        const named_package *one = &state->named.items[i];
        if (one->same == PP_NONE)
            continue;
        size_t *known = &first[class_of(parents, one->same)];
        if (*known == PP_NONE)
            *known = i;
        const named_package *other = &state->named.items[*known];
        if (other->rank == one->rank)
            continue;
        pp_i_diagnostic *said =
            PP_READ_ERROR(reader, one->node,
                          "this package is the same state as the one on line %zu, and the ranking "
                          "puts them in different places",
                          other->node->place.line);
        PP_READ_HINT(reader, said, "by `same` they are one: rank one of them, or both in one [..]");
    }
}

void pp_i_read_ranking(pp_i_reader *reader, const pp_i_yaml_node *list, pp_i_preference *preference)
{
    if (list == NULL || !pp_i_read_issues_stand(reader) || !ranking_fits(reader, list))
        return;
    ranking state = {0};
    pp_i_map_init(&state.seen, &reader->scratch);
    pp_i_rank *ranks = PP_READ_ARRAY(reader, pp_i_rank, list->item_count);
    for (size_t i = 0; i < list->item_count && pp_i_read_going(reader); i++)
        read_rank(reader, &state, list->items[i], i, &ranks[i]);
    if (reader->made->same_count > 0 && pp_i_read_going(reader))
        check_same(reader, &state);
    preference->ranking = ranks;
    preference->rank_count = list->item_count;
}
