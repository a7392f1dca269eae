/*
 * transition_features.c: what of a parse's state decides its next move: words, tags, classes and
 * their pairs and triples around the top of the stack (s0, s1, s2) and the next words (b0, b1, b2),
 * their dependents so far, distances, and what lies between.
 *
 * Source: zhang2011transition, adapted to arc-hybrid.
 */
#include "reading/transition.h"

static const pp_i_word no_word = {.key = 2, .form = 2, .exact = 2};
static const pp_i_word root_word = {.key = 3, .form = 3, .exact = 3};

/* What a feature may ask of a node. */
typedef struct view {
    uint32_t form;
    uint32_t fine;
    uint32_t tag;
    uint32_t cluster;
    uint32_t group;
    uint32_t relation;
    const pp_i_word *word;
    const pp_i_attached *attached;
} view;

enum { TAG_NONE = 254, TAG_ROOT = 253 };

static const pp_i_attached nothing_attached = {
    .head = PP_NODE_NONE,
    .left = {PP_NODE_NONE, PP_NODE_NONE},
    .right = {PP_NODE_NONE, PP_NODE_NONE},
    .relation = PP_REL_COUNT,
};

static view view_of(const pp_i_parse_state *state, size_t index)
{
    if (index > state->word_count || index > PP_SENTENCE_TOKEN_COUNT_MAX)
        return (view){2, TAG_NONE, TAG_NONE, 0, 0, PP_REL_COUNT, &no_word, &nothing_attached};
    const pp_i_attached *attached = &state->attached[index];
    if (index == state->word_count)
        return (view){3, TAG_ROOT, TAG_ROOT, 0, 0, PP_REL_COUNT, &root_word, attached};
    const pp_i_node *node = &state->nodes[index];
    return (view){node->word->form,        node->fine,
                  node->tag,               node->word->known.cluster,
                  node->word->known.group, attached->relation,
                  node->word,              attached};
}

static size_t stack_at(const pp_i_parse_state *state, size_t below)
{
    return below < state->stack_count ? state->stack[state->stack_count - 1 - below]
                                      : PP_NODE_NONE;
}

static size_t rest_at(const pp_i_parse_state *state, size_t after)
{
    return state->next + after <= state->word_count ? state->next + after : PP_NODE_NONE;
}

static uint32_t distance(size_t a, size_t b)
{
    if (a == PP_NODE_NONE || b == PP_NODE_NONE)
        return 0;
    size_t between = a < b ? b - a : a - b;
    return between < 6 ? (uint32_t)between : between < 10 ? 6 : between < 20 ? 7 : 8;
}

/* Which kinds of words stand between two places: verb, comma, conjunction, colon, preposition. */
static uint32_t between(const pp_i_parse_state *state, size_t a, size_t b)
{
    uint32_t seen = 0;
    if (a == PP_NODE_NONE || b == PP_NODE_NONE)
        return 0;
    for (size_t i = a + 1; i < b && i < a + 12; i++) {
        unsigned tag = state->nodes[i].tag;
        seen |= tag == PP_TAG_VERB ? 1 : tag == PP_TAG_PUNCT ? 2 : tag == PP_TAG_CCONJ ? 4
                : tag == PP_TAG_ADP || tag == PP_TAG_SCONJ   ? 8
                : tag == PP_TAG_NOUN || tag == PP_TAG_PROPN  ? 16
                                                             : 0u;
    }
    return seen;
}

static void add(pp_i_features *features, uint64_t a, uint64_t b)
{
    features->keys[features->count] = pp_i_mix(pp_i_mix(features->count + 1, a), b);
    features->count++;
}

static uint64_t two(uint64_t a, uint64_t b)
{
    return a << 32 | b;
}

/* Four small values: tags, relations, counts. */
static uint64_t tags(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    return a << 24 | b << 16 | c << 8 | d;
}

static void add_single(pp_i_features *features, const view *node)
{
    add(features, node->form, 0);
    add(features, node->fine, 0);
    add(features, node->form, node->fine);
    add(features, node->cluster, node->tag);
}

static void add_pair(pp_i_features *features, const view *a, const view *b)
{
    add(features, two(a->form, b->form), two(a->fine, b->fine));
    add(features, two(a->form, b->form), 0);
    add(features, two(a->form, a->fine), b->fine);
    add(features, a->fine, two(b->form, b->fine));
    add(features, a->form, b->fine);
    add(features, a->fine, b->form);
    add(features, a->fine, b->fine);
    add(features, a->cluster, b->cluster);
    add(features, two(a->cluster, a->tag), b->fine);
    add(features, two(b->cluster, b->tag), a->fine);
    add(features, two(a->form, a->fine), b->group);
    add(features, two(b->form, b->fine), a->group);
    add(features, tags(a->group, b->group, a->tag, b->tag), 0);
}

static void add_dependents(const pp_i_parse_state *state, pp_i_features *features, const view *node,
                           const view *other, bool right_too)
{
    const pp_i_attached *attached = node->attached;
    view left = view_of(state, attached->left[0]), left2 = view_of(state, attached->left[1]);
    add(features, left.form, node->fine);
    add(features, tags(left.fine, node->fine, other->fine, left.relation), 1);
    add(features, tags(left.fine, left2.fine, node->fine, left2.relation), left.relation);
    add(features, tags(node->fine, attached->left_count, 0, 0), 0);
    add(features, node->form, attached->left_count);
    add(features, tags(left.relation, left2.relation, node->tag, other->tag), 2);
    if (!right_too)
        return;
    view right = view_of(state, attached->right[0]), right2 = view_of(state, attached->right[1]);
    add(features, right.form, node->fine);
    add(features, tags(right.fine, node->fine, other->fine, right.relation), 3);
    add(features, tags(right.fine, right2.fine, node->fine, right2.relation), right.relation);
    add(features, tags(node->fine, attached->right_count, 0, 0), 0);
    add(features, node->form, attached->right_count);
    add(features, tags(right.relation, right2.relation, node->tag, other->tag), 4);
    add(features, tags(right.relation, left.relation, node->tag, other->tag), 5);
    add(features, tags(right.fine, left.fine, node->fine, other->fine), 5);
    add(features, two(right.form, other->form), node->tag);
}

static void add_triples(pp_i_features *features, const view s[3], const view b[4])
{
    add(features, tags(s[0].fine, b[0].fine, b[1].fine, 0), 0);
    add(features, tags(s[1].fine, s[0].fine, b[0].fine, 0), 0);
    add(features, tags(s[2].fine, s[1].fine, s[0].fine, 0), 0);
    add(features, tags(b[0].fine, b[1].fine, b[2].fine, 0), 0);
    add(features, tags(s[1].fine, s[0].fine, b[0].fine, b[1].fine), 0);
    add(features, tags(s[2].fine, s[1].fine, s[0].fine, b[0].fine), 0);
    add(features, tags(s[0].fine, b[0].fine, b[1].fine, b[2].fine), 0);
    add(features, s[0].form, tags(b[0].fine, b[1].fine, 0, 0));
    add(features, b[0].form, tags(s[0].fine, b[1].fine, 0, 0));
    add(features, b[0].form, tags(s[0].fine, s[1].fine, 0, 0));
    add(features, s[0].form, tags(s[1].fine, b[0].fine, 0, 0));
    add(features, s[1].form, tags(s[0].fine, b[0].fine, 0, 0));
    add(features, tags(s[1].group, s[0].group, b[0].group, 0), 0);
    add(features, tags(s[0].group, b[0].group, b[1].group, 0), 0);
    add(features, two(s[1].form, s[0].form), b[0].fine);
    add(features, two(s[0].form, b[0].form), s[1].fine);
    add(features, two(s[1].form, b[0].form), s[0].fine);
    add(features, tags(b[0].fine, b[1].fine, b[2].fine, b[3].fine), 1);
}

/* A word between preposition and noun decides where the phrase hangs: the left dependent's form. */
static void add_phrases(const pp_i_parse_state *state, pp_i_features *features, const view s[3],
                        const view b[4])
{
    view mark = view_of(state, s[0].attached->left[0]);
    view case_word = view_of(state, s[0].attached->left_count > 1 ? s[0].attached->left[0]
                                                                  : PP_NODE_NONE);
    add(features, two(mark.form, s[1].form), s[0].tag);
    add(features, two(mark.form, s[1].fine), s[0].form);
    add(features, two(mark.form, s[1].cluster), s[2].fine);
    add(features, two(mark.form, s[2].fine), s[1].fine);
    add(features, two(mark.form, b[0].form), s[0].tag);
    add(features, two(case_word.form, s[1].cluster), s[0].tag);
    add(features, two(mark.form, s[1].word->known.noun_class), s[0].word->known.noun_class);
    add(features, two(s[1].word->known.frames, s[0].fine), s[1].fine);
    add(features, two(s[1].word->known.frames, mark.form), s[1].fine);
    add(features, two(s[1].word->known.noun_class, s[0].word->known.noun_class), mark.fine);
}

static void add_places(const pp_i_parse_state *state, pp_i_features *features, const view s[3],
                       const view b[4])
{
    size_t s0 = stack_at(state, 0), s1 = stack_at(state, 1), b0 = state->next;
    uint32_t near = distance(s0, b0), far = distance(s1, s0);
    add(features, tags(s[0].fine, b[0].fine, near, 0), 0);
    add(features, s[0].form, near);
    add(features, b[0].form, near);
    add(features, tags(s[1].fine, s[0].fine, far, 0), 0);
    add(features, s[1].form, far);
    add(features, s[0].form, far);
    add(features, tags(s[1].fine, s[0].fine, far, between(state, s1, s0)), 1);
    add(features, tags(s[0].fine, b[0].fine, near, between(state, s0, b0)), 2);
    add(features, tags(s[1].fine, b[0].fine, between(state, s1, b0), 0), 3);
    view after = view_of(state, s0 == PP_NODE_NONE ? PP_NODE_NONE : s0 + 1);
    view before = view_of(state, s0 == PP_NODE_NONE || s0 == 0 ? PP_NODE_NONE : s0 - 1);
    view last = view_of(state, b0 == 0 ? PP_NODE_NONE : b0 - 1);
    view behind = view_of(state, s1 == PP_NODE_NONE ? PP_NODE_NONE : s1 + 1);
    add(features, tags(s[0].fine, after.fine, last.fine, b[0].fine), 4);
    add(features, tags(s[0].fine, before.fine, b[0].fine, 0), 5);
    add(features, tags(s[1].fine, behind.fine, before.fine, s[0].fine), 6);
    add(features, two(last.form, b[0].fine), s[0].fine);
    add(features, tags((uint64_t)(state->stack_count < 4 ? state->stack_count : 4), s[0].tag,
                       b[0].tag, b[1].tag),
        7);
}

void pp_i_transition_features(const pp_i_parse_state *state, pp_i_features *features)
{
    view s[3], b[4];
    for (size_t i = 0; i < 3; i++)
        s[i] = view_of(state, stack_at(state, i));
    for (size_t i = 0; i < 4; i++)
        b[i] = view_of(state, rest_at(state, i));
    features->count = 0;
    for (size_t i = 0; i < 3; i++)
        add_single(features, &s[i]);
    for (size_t i = 0; i < 3; i++)
        add_single(features, &b[i]);
    add_pair(features, &s[0], &b[0]);
    add_pair(features, &s[1], &s[0]);
    add_pair(features, &s[1], &b[0]);
    add_pair(features, &b[0], &b[1]);
    add_triples(features, s, b);
    add_dependents(state, features, &s[0], &b[0], true);
    add_dependents(state, features, &s[1], &s[0], true);
    add_dependents(state, features, &b[0], &s[0], false);
    add_phrases(state, features, s, b);
    add_places(state, features, s, b);
}
