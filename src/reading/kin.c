/* kin.c: which roots of the reports' words are akin; see kin.h. */
#include "reading/kin.h"

/* A root in a group. */
typedef struct member {
    uint32_t root, next; /* the next of the same group, from 1; 0: none */
} member;

typedef struct maker {
    const pp_i_vocabulary_of_claims *words;
    const uint32_t *counts;
    uint32_t *group_first; /* for each group, its first member, from 1 */
    member *members;
    size_t root; /* whose kin is looked for */
    pp_i_kin kin[PP_ROOT_KIN_COUNT_MAX];
    size_t kin_count;
} maker;

double pp_i_kin_weight(uint8_t kinship)
{
    static const double weights[] = {[PP_KIN_NONE] = 0,
                                     [PP_KIN_KIND] = 0.35,
                                     [PP_KIN_FIELD] = 0.6,
                                     [PP_KIN_SYNONYM] = 0.85,
                                     [PP_KIN_FAMILY] = 1};
    return weights[kinship];
}

static void add_kin(maker *state, size_t root)
{
    if (state->kin_count == PP_ROOT_KIN_COUNT_MAX || root == PP_NONE || state->counts[root] == 0)
        return;
    for (size_t i = 0; i < state->kin_count; i++)
        if (state->kin[i].root == root)
            return;
    const pp_i_root *roots = state->words->roots.items;
    pp_i_kinship kinship = pp_i_lexical_kinship(&roots[state->root].lexeme, &roots[root].lexeme);
    if (kinship != PP_KIN_NONE)
        state->kin[state->kin_count++] = (pp_i_kin){(uint32_t)root, (uint8_t)kinship};
}

static bool visit_neighbour(void *context, const pp_i_lexeme *other)
{
    maker *state = context;
    add_kin(state, pp_i_map_get(&state->words->by_root, pp_i_text_of(other->root)));
    return true;
}

/* The roots of a group that stand in some claim. */
static void add_group(maker *state, size_t group)
{
    for (uint32_t at = state->group_first[group]; at != 0; at = state->members[at - 1].next)
        add_kin(state, state->members[at - 1].root);
}

/* Synonyms are symmetric in the table; a kind that only the other side lists is passed over. */
static void find_kin(maker *state, size_t root)
{
    const pp_i_root *known = &state->words->roots.items[root];
    state->root = root;
    state->kin_count = 0;
    state->kin[state->kin_count++] = (pp_i_kin){(uint32_t)root, PP_KIN_FAMILY};
    if (known->is_name)
        return;
    for (size_t i = 0; i < known->lexeme.group_count; i++)
        add_group(state, known->lexeme.groups[i]);
    pp_i_lexical_neighbours(&known->lexeme, visit_neighbour, state);
}

static bool make_groups(maker *state, pp_i_arena *arena)
{
    const pp_i_roots *roots = &state->words->roots;
    size_t member_count = 0;
    for (size_t i = 0; i < roots->count; i++)
        member_count += state->counts[i] == 0 ? 0 : roots->items[i].lexeme.group_count;
    state->group_first = PP_NEW_ARRAY(arena, uint32_t, pp_i_lexical_group_count);
    state->members = PP_NEW_ARRAY(arena, member, member_count);
    if (state->group_first == NULL || state->members == NULL)
        return false;
    uint32_t count = 0;
    for (size_t i = roots->count; i > 0; i--)
        for (size_t j = 0; state->counts[i - 1] != 0 && j < roots->items[i - 1].lexeme.group_count;
             j++) {
            uint32_t *first = &state->group_first[roots->items[i - 1].lexeme.groups[j]];
            state->members[count++] = (member){(uint32_t)(i - 1), *first};
            *first = count;
        }
    return true;
}

bool pp_i_kin_table_make(const pp_i_vocabulary_of_claims *words, const uint32_t *counts,
                         pp_i_arena *arena, pp_i_kin_table *table)
{
    maker state = {.words = words, .counts = counts};
    PP_LIST(pp_i_kin) items = {0};
    uint32_t *first = PP_NEW_ARRAY(arena, uint32_t, words->roots.count + 1);
    if (first == NULL || !make_groups(&state, arena))
        return false;
    for (size_t i = 0; i < words->roots.count; i++) {
        first[i] = (uint32_t)items.count;
        if (counts[i] == 0)
            continue;
        find_kin(&state, i);
        for (size_t j = 0; j < state.kin_count; j++)
            if (counts[state.kin[j].root] <= PP_POSTING_COUNT_MAX &&
                !PP_LIST_ADD(arena, &items, state.kin[j]))
                return false;
    }
    first[words->roots.count] = (uint32_t)items.count;
    *table = (pp_i_kin_table){first, items.items};
    return true;
}
