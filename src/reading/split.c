/*
 * split.c: several things said with one cue: "asked for a truce, for the return of prisoners and
 * for new talks", "said that the offer was late and that it would not be accepted"; see scene.h.
 *
 * Only where the word that brings in the first is said again before each of the others: what is
 * merely joined by "and" may be one thing.
 */
#include "reading/scene.h"

#define MARKERS "for that to whether against on"

/* The "to" of what somebody is urged or willing to do, inside the content. */
static uint32_t infinitive_of(const pp_i_tree *tree, const pp_i_find *find)
{
    uint32_t verb = find->content_head;
    if (find->frame == PP_FRAME_CLAUSE) {
        verb = pp_i_tree_in(tree, verb, "willing ready prepared able eager keen")
                   ? pp_i_tree_child(tree, verb, PP_REL_XCOMP)
                   : PP_NO_HEAD;
    }
    uint32_t to = verb < tree->count ? pp_i_tree_child_in(tree, verb, "to") : PP_NO_HEAD;
    return to < verb && pp_i_range_holds(find->content, to) ? to : PP_NO_HEAD;
}

/* The word that brings in what is said, inside the content or right before it, or PP_NO_HEAD. */
static uint32_t first_marker(const pp_i_tree *tree, const pp_i_find *find)
{
    uint32_t start = find->content.start;
    if (pp_i_tree_in(tree, start, MARKERS)) {
        return start;
    }
    uint32_t to = find->frame == PP_FRAME_URGE || find->frame == PP_FRAME_CLAUSE
                      ? infinitive_of(tree, find)
                      : PP_NO_HEAD;
    if (to != PP_NO_HEAD) {
        return to;
    }
    return start > 0 && pp_i_tree_in(tree, start - 1, MARKERS) ? start - 1 : PP_NO_HEAD;
}

static bool is_joint(const pp_i_tree *tree, uint32_t token)
{
    return tree->tokens[token].tag == PP_TAG_CCONJ || pp_i_text_is(tree->tokens[token].form, ",");
}

/* Does the word at `at` bring in one more, as `first` did? `*end` is where the one before ends. */
static bool is_next_marker(const pp_i_tree *tree, uint32_t first, uint32_t at, uint32_t *end,
                           bool *turned)
{
    *turned = false;
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
    if (before > 0 && pp_i_tree_is(tree, before, "not") &&
        pp_i_tree_in(tree, before - 1, "but and")) {
        *turned = true; /* "to open the road, but not to leave the town" */
        before--;
    } else {
        before -= before > 0 && tree->tokens[before].tag == PP_TAG_ADV; /* "and also for" */
    }
    if (!is_joint(tree, before)) {
        return false;
    }
    *end = before > 0 && is_joint(tree, before - 1) ? before - 1 : before;
    return true;
}

/* The word of the range on which its others hang. */
uint32_t pp_i_split_head(const pp_i_tree *tree, pp_i_range range)
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

/* The "that" behind "and" or "but" in the content, whose first clause has none; or PP_NO_HEAD. */
static uint32_t lone_that(const pp_i_tree *tree, const pp_i_find *find)
{
    for (uint32_t i = find->content.start + 3; i + 2 < find->content.end; i++) {
        if (pp_i_tree_is(tree, i, "that") && tree->tokens[i].tag == PP_TAG_SCONJ &&
            tree->tokens[i - 1].tag == PP_TAG_CCONJ) {
            return i;
        }
    }
    return PP_NO_HEAD;
}

/* Where what is said ends if "and for ..." follows it that the parse hung on something else. */
static uint32_t longer_end(const pp_i_tree *tree, uint32_t first, const pp_i_find *find)
{
    uint32_t end = find->content.end, ignored;
    bool turned;
    bool that = pp_i_tree_is(tree, first, "that");
    uint32_t marker = end + 1 + (end < tree->count && pp_i_text_is(tree->tokens[end].form, ","));
    if (marker + 2 >= tree->count || !pp_i_tree_is(tree, marker - 1, "and") || end < first + 3 ||
        (!that && !pp_i_tree_in(tree, first, "for against on")) ||
        !is_next_marker(tree, first, marker, &ignored, &turned)) {
        return end;
    }
    if (that) {
        return tree->count;
    }
    end = marker + 1;
    while (end < tree->count &&
           (tree->tokens[end].tag != PP_TAG_PUNCT || pp_i_text_is(tree->tokens[end].form, "-")) &&
           tree->tokens[end].tag != PP_TAG_SCONJ && tree->tokens[end].tag != PP_TAG_AUX) {
        end++;
    }
    return end;
}

/* "two things: a pipeline, and a guarantee that": what is said stands behind the colon. */
static size_t split_list(const pp_i_tree *tree, const pp_i_find *find,
                         pp_i_find parts[PP_SPLIT_COUNT_MAX])
{
    uint32_t colon = find->content_head;
    while (colon < tree->count && colon < find->content.end + 1 &&
           !pp_i_text_is(tree->tokens[colon].form, ":")) {
        colon++;
    }
    bool vague = pp_i_tree_in(tree, find->content_head, PP_CUE_POINTERS) ||
                 pp_i_tree_in(tree, find->content_head, "thing aim");
    bool place = find->frame == PP_FRAME_OBJECT || find->frame == PP_FRAME_BEHIND;
    if (!vague || !place || colon + 2 >= tree->count ||
        !pp_i_text_is(tree->tokens[colon].form, ":")) {
        return 0;
    }
    size_t count = 1;
    parts[0] = *find;
    parts[0].content = (pp_i_range){colon + 1, tree->count};
    for (uint32_t i = colon + 2; i + 3 < tree->count && count < PP_SPLIT_COUNT_MAX; i++) {
        bool next = pp_i_text_is(tree->tokens[i].form, ",") && pp_i_tree_is(tree, i + 1, "and") &&
                    pp_i_tree_in(tree, i + 2, "a an the");
        if (next || pp_i_text_is(tree->tokens[i].form, ";")) {
            parts[count] = parts[count - 1];
            parts[count - 1].content.end = i;
            parts[count].content.start = next ? i + 2 : i + 1;
            count++;
        }
    }
    for (size_t i = 0; i < count; i++) {
        parts[i].content = pp_i_range_trim(tree, parts[i].content);
        parts[i].content_head = pp_i_split_head(tree, parts[i].content);
    }
    return count;
}

/* ", together with a say in how it is run": a second thing. */
static uint32_t together_at(const pp_i_tree *tree, const pp_i_find *find, uint32_t *next)
{
    for (uint32_t i = find->content.start + 2; i + 3 < tree->count && i < find->content.end + 2;
         i++) {
        bool with = (pp_i_tree_in(tree, i, "together along") && pp_i_tree_is(tree, i + 1, "with"));
        if (with && pp_i_text_is(tree->tokens[i - 1].form, ",")) {
            *next = i + 2;
            return i - 1;
        }
    }
    return PP_NO_HEAD;
}

static size_t split_together(const pp_i_tree *tree, const pp_i_find *find,
                             pp_i_find parts[PP_SPLIT_COUNT_MAX])
{
    uint32_t next = 0, at = PP_NO_HEAD;
    if (find->frame == PP_FRAME_OBJECT || find->frame == PP_FRAME_BEHIND) {
        at = find->content.start > find->cue_head ? together_at(tree, find, &next) : PP_NO_HEAD;
    }
    if (at == PP_NO_HEAD) {
        return 0;
    }
    uint32_t end = next + 1;
    while (end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT) {
        end++;
    }
    parts[0] = parts[1] = *find;
    parts[0].content.end = at;
    parts[1].content = pp_i_range_trim(tree, (pp_i_range){next, end});
    parts[1].content_head = pp_i_split_head(tree, parts[1].content);
    return 2;
}

/* "demands for the reopening of a line, the return of the machines, and the lifting of a ban":
 * parts that each begin with an article, the last behind ", and". */
static size_t split_articles(const pp_i_tree *tree, const pp_i_find *find,
                             pp_i_find parts[PP_SPLIT_COUNT_MAX])
{
    uint32_t last = 0;
    bool place = find->frame == PP_FRAME_OBJECT || find->frame == PP_FRAME_BEHIND;
    uint32_t end = find->content.end;
    bool noun_cue = find->pattern == PP_PATTERN_NOUN; /* its verb stands behind the list */
    while (noun_cue && end + 3 < tree->count && tree->tokens[end].tag != PP_TAG_VERB &&
           tree->tokens[end].tag != PP_TAG_AUX && tree->tokens[end].tag != PP_TAG_SCONJ &&
           !pp_i_tree_in(tree, end, "which who but while")) {
        end++;
    }
    noun_cue = noun_cue && tree->tokens[end].tag == PP_TAG_AUX;
    end = noun_cue ? end : find->content.end;
    for (uint32_t i = find->content.start + 2; place && i + 3 < end; i++) {
        bool joins = pp_i_text_is(tree->tokens[i].form, ",") && pp_i_tree_is(tree, i + 1, "and") &&
                     pp_i_tree_in(tree, i + 2, "a the");
        last = joins ? i : last;
    }
    if (last == 0 || last < find->content_head) {
        return 0;
    }
    size_t count = 1;
    parts[0] = *find;
    for (uint32_t i = find->content_head + 1; i <= last && count < PP_SPLIT_COUNT_MAX; i++) {
        bool comma = pp_i_text_is(tree->tokens[i].form, ",") &&
                     (i == last || pp_i_tree_in(tree, i + 1, "a the"));
        if (comma) {
            parts[count] = parts[count - 1];
            parts[count - 1].content.end = i;
            parts[count].content.start = i == last ? i + 2 : i + 1;
            count++;
        }
    }
    parts[count - 1].content.end = end;
    for (size_t i = 0; i < count; i++) {
        parts[i].content = pp_i_range_trim(tree, parts[i].content);
        if (!pp_i_range_holds(parts[i].content, find->content_head)) {
            parts[i].content_head = pp_i_split_head(tree, parts[i].content);
        }
    }
    return count;
}

size_t pp_i_split(const pp_i_tree *tree, const pp_i_find *find, pp_i_find parts[PP_SPLIT_COUNT_MAX])
{
    size_t listed = find->quoted ? 0 : split_list(tree, find, parts);
    listed = listed == 0 && !find->quoted ? split_together(tree, find, parts) : listed;
    listed = listed == 0 && !find->quoted ? split_articles(tree, find, parts) : listed;
    listed = listed == 0 ? pp_i_split_things(tree, find, parts) : listed;
    if (listed > 0) {
        return listed;
    }
    uint32_t first = first_marker(tree, find), end;
    if (first == PP_NO_HEAD && find->frame == PP_FRAME_CLAUSE && !find->quoted &&
        find->cue_head < find->content.start) {
        first = lone_that(tree, find); /* "said it would stay, but that it was open" */
    }
    size_t count = 1;
    parts[0] = *find;
    if (first == PP_NO_HEAD || find->quoted) {
        return count;
    }
    bool turned = false;
    uint32_t whole_end = longer_end(tree, first, find);
    for (uint32_t i = find->content.start + 2; i + 1 < whole_end && count < PP_SPLIT_COUNT_MAX;
         i++) {
        if (!is_next_marker(tree, first, i, &end, &turned) ||
            end <= parts[count - 1].content.start) {
            continue;
        }
        parts[count - 1].content.end = end;
        parts[count] = *find;
        parts[count].turned = turned;
        bool inside = first == find->content.start || pp_i_tree_is(tree, first, "to");
        parts[count].content.start = i + !inside;
        count++;
    }
    parts[count - 1].content.end = count > 1 ? whole_end : find->content.end;
    for (size_t i = 0; i < count && count > 1; i++) {
        parts[i].content = pp_i_range_trim(tree, parts[i].content);
        if (!pp_i_range_holds(parts[i].content, find->content_head)) {
            parts[i].content_head = pp_i_split_head(tree, parts[i].content);
        }
    }
    return count;
}
