/*
 * condition.c: on what condition it is said: if, unless, provided that, contingent upon, in return
 * for; see scene.h. A contingent of soldiers is no condition: the adjective with its preposition
 * is.
 */
#include "reading/scene.h"

static bool form_is(const pp_i_tree *tree, uint32_t token, const char *words)
{
    return token < tree->count && (pp_i_word_in(tree->tokens[token].form, words) ||
                                   pp_i_word_in(tree->tokens[token].lemma, words));
}

/* To the end of the clause: its subtree where the parse has one there, else the next comma. */
static uint32_t clause_end(const pp_i_tree *tree, uint32_t mark, uint32_t from)
{
    uint32_t head = tree->tokens[mark].head;
    if (head < tree->count && head >= from && tree->start[head] >= mark) {
        return tree->end[head];
    }
    if (head < tree->count && head >= from) {
        return tree->end[head];
    }
    uint32_t end = from;
    while (end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT) {
        end++;
    }
    return end;
}

/* Does a subject with its verb stand here: "provided sanctions were lifted"? */
static bool clause_follows(const pp_i_tree *tree, uint32_t from)
{
    bool noun = false;
    for (uint32_t i = from; i < tree->count && tree->tokens[i].tag != PP_TAG_PUNCT; i++) {
        uint8_t tag = tree->tokens[i].tag;
        if (noun && (tag == PP_TAG_VERB || tag == PP_TAG_AUX)) {
            return true;
        }
        noun = noun || tag == PP_TAG_NOUN || tag == PP_TAG_PROPN || tag == PP_TAG_PRON;
    }
    return false;
}

/* The first word of every marker below: few words are one, which is soon seen. */
#define MARKER_FIRST                                                                               \
    "if If unless Unless provided Provided providing Providing contingent conditional dependent "  \
    "subject on On in In as As so only Only should Should until Until once before Before"

/* The marker that begins at `at`: how many words it has, 0 where there is none. */
static uint32_t marker(const pp_i_tree *tree, uint32_t at, bool *negative)
{
    *negative = false;
    if (!form_is(tree, at, MARKER_FIRST)) {
        return 0;
    }
    if (form_is(tree, at, "if If unless Unless")) {
        *negative = form_is(tree, at, "unless Unless");
        bool whether = at > 0 && pp_i_tree_in(tree, at - 1, "as even ask wonder see know");
        return whether ? 0 : 1;
    }
    if (form_is(tree, at, "provided Provided providing Providing") &&
        (form_is(tree, at + 1, "that") ||
         (at > 0 && tree->tokens[at - 1].tag == PP_TAG_PUNCT && clause_follows(tree, at + 1)))) {
        return form_is(tree, at + 1, "that") ? 2 : 1;
    }
    if (form_is(tree, at, "contingent conditional dependent") && form_is(tree, at + 1, "on upon")) {
        return 2;
    }
    if (form_is(tree, at, "subject") && form_is(tree, at + 1, "to")) {
        return 2;
    }
    if (form_is(tree, at, "on On") && form_is(tree, at + 1, "the") &&
        form_is(tree, at + 2, "condition understanding") && form_is(tree, at + 3, "that")) {
        return 4;
    }
    if (form_is(tree, at, "on On") && form_is(tree, at + 1, "condition understanding") &&
        form_is(tree, at + 2, "that of") && !form_is(tree, at + 3, "anonymity")) {
        return 3;
    }
    if (form_is(tree, at, "in In") && form_is(tree, at + 1, "return exchange") &&
        form_is(tree, at + 2, "for")) {
        return 3;
    }
    if (form_is(tree, at, "as As so") && form_is(tree, at + 1, "long") &&
        form_is(tree, at + 2, "as")) {
        return 3;
    }
    if (form_is(tree, at, "only Only") && form_is(tree, at + 1, "if once after when")) {
        return 2;
    }
    if (form_is(tree, at, "should Should") && tree->tokens[at].tag == PP_TAG_AUX &&
        tree->tokens[at].head < tree->count && tree->tokens[at].head > at + 1 &&
        pp_i_tree_child(tree, tree->tokens[at].head, PP_REL_NSUBJ) > at &&
        pp_i_tree_child(tree, tree->tokens[at].head, PP_REL_NSUBJ) < tree->tokens[at].head) {
        return 1; /* "should Iran cheat" */
    }
    uint32_t noun = tree->tokens[at].head;
    bool clause = tree->tokens[at].relation == PP_REL_MARK ||
                  (form_is(tree, at, "until Until") && noun < tree->count && noun > at &&
                   tree->tokens[noun].relation == PP_REL_NSUBJ);
    if (form_is(tree, at, "until Until once before Before") && clause) {
        *negative = form_is(tree, at, "until Until before Before");
        bool order = at + 1 < tree->count && form_is(tree, at, "before Before") &&
                     pp_i_token_ends(&tree->tokens[at + 1], "ing");
        return order ? 0 : 1; /* "to consult X before filling the dam" */
    }
    return 0;
}

/* What depends on it: the noun that "contingent" describes, or the clause above. */
static pp_i_range dependent(const pp_i_tree *tree, uint32_t at)
{
    uint32_t noun = tree->tokens[at].head;
    bool adjective = form_is(tree, at, "contingent conditional dependent subject");
    if (!adjective) {
        return (pp_i_range){0, 0};
    }
    uint32_t subject = pp_i_tree_subject(tree, at, NULL);
    noun = subject != PP_NO_HEAD ? subject : noun;
    if (noun >= tree->count || noun > at) {
        return (pp_i_range){0, 0};
    }
    uint32_t end = tree->end[noun] < at ? tree->end[noun] : at;
    return pp_i_range_trim(tree, (pp_i_range){tree->start[noun], end});
}

/* ", said the mayor", ", according to a letter": no part of the condition. */
static uint32_t before_saying(const pp_i_tree *tree, uint32_t from, uint32_t end)
{
    for (uint32_t i = from + 1; i + 1 < end; i++) {
        bool comma = pp_i_text_is(tree->tokens[i].form, ",");
        if (comma && form_is(tree, i + 1, "said says according added told")) {
            return i;
        }
    }
    return end;
}

bool pp_i_condition_next(const pp_i_scene *scene, uint32_t *at, pp_i_condition_words *found)
{
    const pp_i_tree *tree = &scene->tree;
    for (; *at < tree->count; (*at)++) {
        bool negative;
        uint32_t words = marker(tree, *at, &negative);
        if (words == 0 || *at + words >= tree->count) {
            continue;
        }
        uint32_t last = *at + words - 1;
        uint32_t mark =
            words == 1 || pp_i_tree_in(tree, *at, "contingent conditional") ? *at : last;
        uint32_t end = clause_end(tree, words == 2 ? last : mark, *at + words);
        end = end > tree->count ? tree->count : end;
        end = before_saying(tree, *at + words, end);
        pp_i_range on = pp_i_range_trim(tree, (pp_i_range){*at + words, end});
        if (pp_i_range_is_empty(on)) {
            continue;
        }
        *found = (pp_i_condition_words){
            .on = on, .whole = {*at, on.end}, .negative = negative, .what = dependent(tree, *at)};
        *at = on.end;
        return true;
    }
    return false;
}
