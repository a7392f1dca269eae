/*
 * split.c: several things said with one cue: "asked for a truce, for the return of prisoners and
 * for new talks", "said that the offer was late and that it would not be accepted"; see scene.h.
 *
 * Only where the word that brings in the first is said again before each of the others: what is
 * merely joined by "and" may be one thing.
 */
#include "reading/scene.h"

#define MARKERS "for that to whether against on"

/* The word that brings in what is said, inside the content or right before it, or PP_NO_HEAD. */
static uint32_t first_marker(const pp_i_tree *tree, const pp_i_find *find)
{
    uint32_t start = find->content.start;
    if (pp_i_tree_in(tree, start, MARKERS)) {
        return start;
    }
    return start > 0 && pp_i_tree_in(tree, start - 1, MARKERS) ? start - 1 : PP_NO_HEAD;
}

static bool is_joint(const pp_i_tree *tree, uint32_t token)
{
    return tree->tokens[token].tag == PP_TAG_CCONJ || pp_i_text_is(tree->tokens[token].form, ",");
}

/* Does the word at `at` bring in one more, as `first` did? `*end` is where the one before ends. */
static bool is_next_marker(const pp_i_tree *tree, uint32_t first, uint32_t at, uint32_t *end)
{
    if (!pp_i_text_equal(tree->tokens[at].lemma, tree->tokens[first].lemma) ||
        (tree->tokens[at].tag == PP_TAG_PRON && tree->tokens[at].relation == PP_REL_NSUBJ)) {
        return false;
    }
    bool infinitive = tree->tokens[first + 1].tag == PP_TAG_VERB;
    if (pp_i_tree_is(tree, first, "to") &&
        (!infinitive || tree->tokens[at + 1].tag != PP_TAG_VERB)) {
        return false;
    }
    uint32_t before = at - 1;
    before -= before > 0 && tree->tokens[before].tag == PP_TAG_ADV; /* "and also for" */
    if (!is_joint(tree, before)) {
        return false;
    }
    *end = before > 0 && is_joint(tree, before - 1) ? before - 1 : before;
    return true;
}

/* The word of the range on which its others hang. */
static uint32_t head_within(const pp_i_tree *tree, pp_i_range range)
{
    uint32_t best = range.start;
    for (uint32_t i = range.start; i < range.end; i++) {
        uint32_t head = tree->tokens[i].head;
        bool top = head >= tree->count || !pp_i_range_holds(range, head);
        if (top && tree->tokens[i].tag != PP_TAG_PUNCT && tree->tokens[i].tag != PP_TAG_CCONJ) {
            best = i;
            if (tree->tokens[i].tag == PP_TAG_VERB ||
                pp_i_tree_child(tree, i, PP_REL_COP) != PP_NO_HEAD) {
                break;
            }
        }
    }
    return best;
}

/* Where what is said ends if "and for ..." follows it that the parse hung on something else. */
static uint32_t longer_end(const pp_i_tree *tree, uint32_t first, const pp_i_find *find)
{
    uint32_t end = find->content.end, marker = end + 1, ignored;
    if (!pp_i_tree_is(tree, end, "and") || marker + 2 >= tree->count || end < first + 3 ||
        !pp_i_tree_in(tree, first, "for against on") ||
        !is_next_marker(tree, first, marker, &ignored)) {
        return end;
    }
    end = marker + 1;
    while (end < tree->count && (tree->tokens[end].tag != PP_TAG_PUNCT ||
                                 pp_i_text_is(tree->tokens[end].form, "-")) &&
           tree->tokens[end].tag != PP_TAG_SCONJ && tree->tokens[end].tag != PP_TAG_AUX) {
        end++;
    }
    return end;
}

size_t pp_i_split(const pp_i_tree *tree, const pp_i_find *find,
                  pp_i_find parts[PP_SPLIT_COUNT_MAX])
{
    uint32_t first = first_marker(tree, find), end;
    size_t count = 1;
    parts[0] = *find;
    if (first == PP_NO_HEAD || find->quoted) {
        return count;
    }
    uint32_t whole_end = longer_end(tree, first, find);
    for (uint32_t i = find->content.start + 2; i + 1 < whole_end && count < PP_SPLIT_COUNT_MAX;
         i++) {
        if (!is_next_marker(tree, first, i, &end) || end <= parts[count - 1].content.start) {
            continue;
        }
        parts[count - 1].content.end = end;
        parts[count] = *find;
        parts[count].content.start = i + !pp_i_range_holds(find->content, first);
        count++;
    }
    parts[count - 1].content.end = count > 1 ? whole_end : find->content.end;
    for (size_t i = 0; i < count && count > 1; i++) {
        parts[i].content = pp_i_range_trim(tree, parts[i].content);
        if (!pp_i_range_holds(parts[i].content, find->content_head)) {
            parts[i].content_head = head_within(tree, parts[i].content);
        }
    }
    return count;
}
