/* relation.c: see relation.h. */
#include "reading/relation.h"

static const pp_i_word no_word = {.key = 2, .form = 2, .exact = 2};

enum { FINE_NONE = 254, FINE_ROOT = 253 };

bool pp_i_tree_link(pp_i_tree *tree)
{
    size_t count = tree->word_count, done = 0;
    for (size_t i = 0; i <= count; i++)
        tree->first_child[i] = PP_NODE_NONE;
    for (size_t i = count; i-- > 0;) {
        tree->relations[i] = PP_REL_COUNT;
        tree->next_sibling[i] = tree->first_child[tree->heads[i]];
        tree->first_child[tree->heads[i]] = (uint16_t)i;
    }
    size_t head = count; /* the root, then each word of the order in turn */
    for (size_t next = 0; next <= done; next++) {
        for (uint16_t child = tree->first_child[head]; child != PP_NODE_NONE;
             child = tree->next_sibling[child])
            tree->order[done++] = child;
        if (next < done)
            head = tree->order[next];
    }
    return done == count;
}

typedef struct view {
    uint32_t form;
    uint32_t fine;
    const pp_i_word *word;
} view;

static view view_of(const pp_i_tree *tree, size_t index)
{
    if (index > tree->word_count)
        return (view){2, FINE_NONE, &no_word};
    if (index == tree->word_count)
        return (view){3, FINE_ROOT, &no_word};
    const pp_i_node *node = &tree->nodes[index];
    return (view){node->word->form, node->fine, node->word};
}

/* What hangs on a word, in one look. */
typedef struct below {
    size_t first, last; /* the outermost children, or PP_NODE_NONE */
    size_t count;
    uint32_t tags; /* bit of each universal tag among the children on the left */
    uint32_t right_tags;
    size_t mark; /* the first preposition, conjunction or particle on the left */
    size_t be;   /* the last auxiliary on the left */
} below;

static below look_below(const pp_i_tree *tree, size_t word)
{
    below seen = {.first = PP_NODE_NONE, .last = PP_NODE_NONE, .mark = PP_NODE_NONE,
                  .be = PP_NODE_NONE};
    for (size_t child = tree->first_child[word]; child != PP_NODE_NONE;
         child = tree->next_sibling[child]) {
        unsigned tag = tree->nodes[child].tag;
        seen.first = seen.first == PP_NODE_NONE ? child : seen.first;
        seen.last = child;
        seen.count++;
        *(child < word ? &seen.tags : &seen.right_tags) |= 1u << tag;
        bool marks = tag == PP_TAG_ADP || tag == PP_TAG_SCONJ || tag == PP_TAG_PART;
        if (marks && child < word && seen.mark == PP_NODE_NONE)
            seen.mark = child;
        if (tag == PP_TAG_AUX && child < word)
            seen.be = child;
    }
    return seen;
}

/* What is decided among the word's siblings. */
typedef struct beside {
    uint64_t relations; /* bit of each relation decided */
    size_t elder, younger;
    size_t between; /* siblings that stand between the word and its head */
} beside;

static beside look_beside(const pp_i_tree *tree, size_t word)
{
    size_t head = tree->heads[word];
    beside seen = {.elder = PP_NODE_NONE, .younger = tree->next_sibling[word]};
    for (size_t child = tree->first_child[head]; child != PP_NODE_NONE;
         child = tree->next_sibling[child]) {
        if (child < word) {
            seen.relations |= UINT64_C(1) << tree->relations[child];
            seen.elder = child;
        }
        seen.between += (child > word && child < head) || (child < word && child > head);
    }
    seen.between = seen.between < 4 ? seen.between : 4;
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

static uint64_t tags(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    return a << 24 | b << 16 | c << 8 | d;
}

static uint32_t place_of(size_t word, size_t head)
{
    size_t apart = word < head ? head - word : word - head;
    uint32_t bucket = apart < 4 ? (uint32_t)apart : apart < 7 ? 4 : apart < 12 ? 5 : 6;
    return bucket * 2 + (word < head);
}

static void add_words(pp_i_features *features, const view *d, const view *h, uint32_t place)
{
    uint32_t side = place & 1;
    add(features, two(d->form, side), 0);
    add(features, tags(d->fine, h->fine, side, 0), 0);
    add(features, tags(d->fine, h->fine, place, 0), 0);
    add(features, two(d->form, h->form), side);
    add(features, two(d->form, h->fine), side);
    add(features, two(d->fine, h->form), side);
    add(features, two(d->form, d->fine), h->fine);
    add(features, two(h->form, h->fine), d->fine);
    add(features, h->form, side);
    add(features, two(d->word->known.cluster, h->word->known.cluster), side);
    add(features, two(d->word->known.cluster, h->fine), side);
    add(features, two(d->fine, h->word->known.cluster), side);
    add(features, two(d->word->known.group, h->form), side);
    add(features, two(d->form, h->word->known.group), side);
    add(features, two(d->word->suffixes[2], h->fine), d->fine);
    add(features, two(d->word->known.noun_class, h->fine), tags(d->fine, side, 0, 0));
    add(features, two(d->word->known.noun_class, h->word->known.noun_class),
        tags(d->fine, h->fine, side, 0));
    add(features, two(h->word->known.frames, d->fine), tags(h->fine, side, 0, 0));
    add(features, two(d->word->flags, h->word->flags), tags(d->fine, h->fine, side, 0));
}

static void add_family(const pp_i_tree *tree, size_t word, pp_i_features *features, const view *d,
                       const view *h, uint32_t place)
{
    below own = look_below(tree, word), of_head = look_below(tree, tree->heads[word]);
    view mark = view_of(tree, own.mark), first = view_of(tree, own.first);
    view last = view_of(tree, own.last), be = view_of(tree, own.be);
    view head_mark = view_of(tree, of_head.mark), head_be = view_of(tree, of_head.be);
    uint32_t side = place & 1;
    add(features, two(mark.form, d->fine), two(h->fine, side));
    add(features, two(mark.form, h->form), d->fine);
    add(features, two(mark.form, d->form), h->fine);
    add(features, two(mark.form, d->word->known.noun_class), h->fine);
    add(features, two(first.form, d->fine), two(h->fine, side));
    add(features, tags(first.fine, d->fine, h->fine, last.fine), side);
    add(features, two(own.tags, d->fine), tags(h->fine, side, 0, 0));
    add(features, two(own.right_tags, own.tags), d->fine);
    add(features, two(be.form, d->fine), two(h->fine, side));
    add(features, two(head_mark.form, h->fine), tags(d->fine, side, 0, 0));
    add(features, two(of_head.tags, h->fine), tags(d->fine, side, 0, 0));
    add(features, two(of_head.right_tags, h->fine), tags(d->fine, place, 0, 0));
    add(features, two(head_be.form, h->fine), tags(d->fine, side, 0, 0));
    add(features, two(head_be.form, h->form), d->form);
    add(features, tags(d->fine, h->fine, own.count < 5 ? own.count : 5, side), 0);
}

static void add_decided(const pp_i_tree *tree, size_t word, pp_i_features *features, const view *d,
                        const view *h, uint32_t place)
{
    size_t head = tree->heads[word];
    beside near = look_beside(tree, word);
    view elder = view_of(tree, near.elder), younger = view_of(tree, near.younger);
    uint32_t above = head < tree->word_count ? tree->relations[head] : PP_REL_COUNT;
    uint32_t elder_relation =
        near.elder == PP_NODE_NONE ? PP_REL_COUNT : tree->relations[near.elder];
    view top = view_of(tree, head < tree->word_count ? tree->heads[head] : PP_NODE_NONE);
    uint32_t side = place & 1;
    add(features, tags(above, d->fine, h->fine, side), 0);
    add(features, two(above, d->form), side);
    add(features, tags(above, d->fine, h->fine, top.fine), side);
    add(features, two(near.relations, h->fine), tags(d->fine, side, 0, 0));
    add(features, pp_i_mix(near.relations, h->form), d->fine);
    add(features, pp_i_mix(near.relations, d->form), two(h->fine, side));
    add(features, tags(elder_relation, elder.fine, d->fine, h->fine), side);
    add(features, tags(younger.fine, d->fine, h->fine, side), 0);
    add(features, tags(elder.fine, younger.fine, d->fine, near.between), h->fine);
    add(features, two(elder.form, d->fine), h->fine);
    add(features, two(younger.form, d->fine), h->fine);
    add(features, tags(near.between, d->fine, h->fine, side), 0);
}

static void add_context(const pp_i_tree *tree, size_t word, pp_i_features *features, const view *d,
                        const view *h, uint32_t place)
{
    size_t head = tree->heads[word];
    view back = view_of(tree, word == 0 ? PP_NODE_NONE : word - 1);
    view next = view_of(tree, word + 1);
    view head_next = view_of(tree, head + 1);
    view head_back = view_of(tree, head == 0 ? PP_NODE_NONE : head - 1);
    add(features, tags(back.fine, d->fine, h->fine, place & 1), 0);
    add(features, tags(next.fine, d->fine, h->fine, place & 1), 0);
    add(features, tags(back.fine, d->fine, next.fine, 0), 0);
    add(features, two(back.form, d->fine), h->fine);
    add(features, two(next.form, d->fine), h->fine);
    add(features, two(back.form, d->form), 0);
    add(features, two(d->form, next.form), 0);
    add(features, tags(head_back.fine, h->fine, head_next.fine, d->fine), place & 1);
    add(features, tags(h->fine, head_next.fine, back.fine, d->fine), place & 1);
    add(features, two(word == 0, d->fine), h->fine);
}

void pp_i_relation_features(const pp_i_tree *tree, uint16_t word, pp_i_features *features)
{
    view d = view_of(tree, word), h = view_of(tree, tree->heads[word]);
    uint32_t place = place_of(word, tree->heads[word]);
    features->count = 0;
    add_words(features, &d, &h, place);
    add_family(tree, word, features, &d, &h, place);
    add_decided(tree, word, features, &d, &h, place);
    add_context(tree, word, features, &d, &h, place);
}

/* The root's relation is what it is; no other word has it. */
void pp_i_relations_name(const pp_i_weights *weights, pp_i_tree *tree)
{
    pp_i_features features;
    for (size_t i = 0; i < tree->word_count; i++) {
        uint16_t word = tree->order[i];
        int32_t scores[PP_CLASS_COUNT_MAX] = {0};
        uint8_t best = PP_REL_DEP;
        if (tree->heads[word] == tree->word_count) {
            tree->relations[word] = PP_REL_ROOT;
            continue;
        }
        pp_i_relation_features(tree, word, &features);
        pp_i_weights_score(weights, &features, scores);
        for (uint8_t relation = 0; relation < PP_REL_COUNT; relation++)
            if (relation != PP_REL_ROOT && scores[relation] > scores[best])
                best = relation;
        tree->relations[word] = best;
    }
}
