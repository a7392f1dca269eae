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

static bool has_verb(const pp_i_tree *tree, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (tree->tokens[i].tag == PP_TAG_VERB || tree->tokens[i].tag == PP_TAG_AUX)
            return true;
    return false;
}

/* Where the words end that go on with a verb behind `end`: "no more | than six people see them";
 * `end` where none does. */
static uint32_t verb_end(const pp_i_tree *tree, uint32_t end)
{
    uint32_t stop = end;
    while (stop < tree->count && tree->tokens[stop].tag != PP_TAG_PUNCT)
        stop++;
    return has_verb(tree, end, stop) ? stop : end;
}

/* Where "fuel | for its research reactor" ends. */
static uint32_t phrase_end(const pp_i_tree *tree, uint32_t end)
{
    if (!form_is(tree, end, "for of to in on at from"))
        return end;
    while (end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT &&
           tree->tokens[end].tag != PP_TAG_VERB && tree->tokens[end].tag != PP_TAG_AUX &&
           tree->tokens[end].tag != PP_TAG_CCONJ && tree->tokens[end].tag != PP_TAG_SCONJ)
        end++;
    return end;
}

/* To the end of the clause: its subtree where the parse has one there, else the next comma. */
static uint32_t clause_end(const pp_i_tree *tree, uint32_t mark, uint32_t from)
{
    uint32_t head = tree->tokens[mark].head, end = from;
    bool clausal = form_is(tree, mark, "as if provided providing that unless until once");
    if (head < tree->count && head >= from) {
        end = tree->end[head];
        if (clausal && !has_verb(tree, from, end))
            return verb_end(tree, end);
        if (form_is(tree, mark, "for") && end < tree->count) /* "for fuel | for its reactor" */
            return phrase_end(tree, end);
        if (clausal && end < tree->count && tree->tokens[end].tag == PP_TAG_AUX)
            return verb_end(tree, end); /* "buildings put up after 2010 | are left out" */
        bool cut = tree->tokens[head].tag == PP_TAG_NOUN && /* "as long as the fund | foots it" */
                   form_is(tree, mark, "as if provided providing that unless") &&
                   pp_i_tree_child(tree, head, PP_REL_COP) == PP_NO_HEAD && end + 1 < tree->count;
        while (cut && end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT)
            end++;
        bool goes_on = end + 1 < tree->count && tree->tokens[end].tag == PP_TAG_VERB &&
                       pp_i_token_ends(&tree->tokens[end], "ing");
        return goes_on ? tree->end[end] : end; /* "on the club signing a lease" */
    }
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
    "subject on On in In as As so only Only should Should until Until once before Before "         \
    "assuming "                                                                                    \
    "Assuming without with With"

/* A marker: how many words it has, 0 where there is none, and what it says. */
typedef struct marking {
    uint32_t words;
    pp_i_marker marker;
} marking;

/* "would sign only if", "would only sign if": does "only" stand in the clause before, of its verb?
 */
static bool is_only(const pp_i_tree *tree, uint32_t at)
{
    for (uint32_t i = at; i > 0 && tree->tokens[i - 1].tag != PP_TAG_PUNCT; i--) {
        bool counts = i < tree->count &&
                      (tree->tokens[i].tag == PP_TAG_NUM || tree->tokens[i].tag == PP_TAG_DET);
        if (form_is(tree, i - 1, "only"))
            return !counts; /* "only three ships" */
    }
    return false;
}

/* Markers of two words and more. */
static marking long_marking(const pp_i_tree *tree, uint32_t at)
{
    if (form_is(tree, at, "contingent conditional dependent") && form_is(tree, at + 1, "on upon"))
        return (marking){2, PP_MARKER_NEEDED};
    if (form_is(tree, at, "subject") && form_is(tree, at + 1, "to"))
        return (marking){2, PP_MARKER_NEEDED};
    if (form_is(tree, at, "on On") && form_is(tree, at + 1, "the") &&
        form_is(tree, at + 2, "condition understanding") && form_is(tree, at + 3, "that"))
        return (marking){4, PP_MARKER_NEEDED};
    if (form_is(tree, at, "on On") && form_is(tree, at + 1, "condition understanding") &&
        form_is(tree, at + 2, "that of") && !form_is(tree, at + 3, "anonymity"))
        return (marking){3, PP_MARKER_NEEDED};
    if (form_is(tree, at, "with on With On") && form_is(tree, at + 1, "the") &&
        form_is(tree, at + 2, "proviso stipulation") && form_is(tree, at + 3, "that"))
        return (marking){4, PP_MARKER_NEEDED};
    if (form_is(tree, at, "without") && at > 1 && form_is(tree, at - 1, "not") &&
        form_is(tree, at - 2, "but though"))
        return (marking){1, PP_MARKER_NEEDED}; /* "would sign, but not without a guarantee" */
    if (form_is(tree, at, "in In") && form_is(tree, at + 1, "return exchange") &&
        form_is(tree, at + 2, "for"))
        return (marking){3, PP_MARKER_RETURN};
    if (form_is(tree, at, "as As so") && form_is(tree, at + 1, "long") &&
        form_is(tree, at + 2, "as"))
        return (marking){3, PP_MARKER_NEEDED};
    if (form_is(tree, at, "only Only") && form_is(tree, at + 1, "if once after when"))
        return (marking){2, PP_MARKER_NEEDED};
    if (form_is(tree, at, "as As") && form_is(tree, at + 1, "soon") && form_is(tree, at + 2, "as"))
        return (marking){3, PP_MARKER_IF};
    if (form_is(tree, at, "assuming Assuming"))
        return (marking){form_is(tree, at + 1, "that") ? 2 : 1, PP_MARKER_IF};
    if (form_is(tree, at, "in In") && form_is(tree, at + 1, "case") && clause_follows(tree, at + 2))
        return (marking){2, PP_MARKER_IF};
    return (marking){0, PP_MARKER_NONE};
}

/* "would not reopen the road without a guarantee", "no deal without a guarantee": a thing, not how
 * it is done. */
static bool is_without(const pp_i_tree *tree, uint32_t at)
{
    uint32_t thing = tree->tokens[at].head;
    if (!form_is(tree, at, "without") || thing >= tree->count || thing <= at ||
        (tree->tokens[thing].tag != PP_TAG_NOUN && tree->tokens[thing].tag != PP_TAG_PROPN))
        return false;
    uint32_t up = tree->tokens[thing].head;
    for (int steps = 0; steps < 2 && up < tree->count; steps++) {
        bool modal = pp_i_tree_modal(tree, up, "will would can could shall") != PP_NO_HEAD;
        if (modal && pp_i_tree_is_negated(tree, up))
            return true;
        up = tree->tokens[up].head;
    }
    return false;
}

/* "should Iran cheat": the modal before its subject. */
static bool is_should(const pp_i_tree *tree, uint32_t at)
{
    uint32_t verb = tree->tokens[at].head;
    if (!form_is(tree, at, "should Should") || tree->tokens[at].tag != PP_TAG_AUX ||
        verb >= tree->count || verb <= at + 1)
        return false;
    for (uint32_t i = 1; i < at; i++)
        if (pp_i_tree_is(tree, i, "circumstance") && pp_i_tree_is(tree, i - 1, "no"))
            return false; /* "under no circumstances should" */
    uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
    return subject > at && subject < verb;
}

/* "until", "once" and "before" where a clause follows, not "until Friday". */
static marking time_marking(const pp_i_tree *tree, uint32_t at)
{
    uint32_t noun = tree->tokens[at].head;
    bool clause = tree->tokens[at].relation == PP_REL_MARK ||
                  (form_is(tree, at, "until Until") && noun < tree->count && noun > at &&
                   tree->tokens[noun].relation == PP_REL_NSUBJ);
    if (!clause || !form_is(tree, at, "until Until once before Before"))
        return (marking){0, PP_MARKER_NONE};
    if (at + 1 < tree->count && form_is(tree, at, "before Before") &&
        pp_i_token_ends(&tree->tokens[at + 1], "ing"))
        return (marking){0, PP_MARKER_NONE}; /* "to consult X before filling the dam" */
    bool but_not = at > 1 && form_is(tree, at - 1, "not") && form_is(tree, at - 2, "but though");
    return (marking){1, form_is(tree, at, "once") ? PP_MARKER_IF
                        : but_not                 ? PP_MARKER_NEEDED /* "but not until" */
                                                  : PP_MARKER_UNTIL};
}

/* ", provided the rebels hand over their arms", whose verb was taken for a noun: behind what would
 * or will be. */
static bool is_promised(const pp_i_tree *tree, uint32_t at)
{
    bool will = false;
    for (uint32_t i = at; i > 0; i--)
        will = will || form_is(tree, i - 1,
                               "would will could can willing ready prepared "
                               "objection accept agree");
    return will && at + 3 < tree->count && tree->tokens[at + 1].tag != PP_TAG_ADP &&
           tree->tokens[at + 1].tag != PP_TAG_ADV;
}

/* "Would sell at 440p provided a third", ", provided the rebels": and nobody "provided" it. */
static bool is_provided(const pp_i_tree *tree, uint32_t at)
{
    bool clause = clause_follows(tree, at + 1), promised = is_promised(tree, at);
    if (at > 0 && tree->tokens[at - 1].tag == PP_TAG_PUNCT)
        return clause || promised;
    return at > 1 && at + 1 < tree->count && promised && clause &&
           tree->tokens[at - 1].tag != PP_TAG_AUX && tree->tokens[at + 1].tag != PP_TAG_VERB &&
           pp_i_tree_child(tree, at, PP_REL_NSUBJ) == PP_NO_HEAD;
}

static marking marking_at(const pp_i_tree *tree, uint32_t at)
{
    if (!form_is(tree, at, MARKER_FIRST))
        return (marking){0, PP_MARKER_NONE};
    if (form_is(tree, at, "if If unless Unless")) {
        bool whether = at > 0 && pp_i_tree_in(tree, at - 1, "as even ask wonder see know");
        return (marking){whether ? 0 : 1, form_is(tree, at, "unless Unless") ? PP_MARKER_UNLESS
                                          : is_only(tree, at)                ? PP_MARKER_NEEDED
                                                                             : PP_MARKER_IF};
    }
    if (form_is(tree, at, "provided Provided providing Providing")) {
        bool that = form_is(tree, at + 1, "that");
        if (that || is_provided(tree, at))
            return (marking){that ? 2 : 1, PP_MARKER_NEEDED};
    }
    marking found = long_marking(tree, at);
    if (found.words > 0)
        return found;
    if (is_without(tree, at))
        return (marking){1, PP_MARKER_UNLESS};
    return is_should(tree, at) ? (marking){1, PP_MARKER_IF} : time_marking(tree, at);
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

/* ", said the mayor", ", according to a letter", ", a senior official said": no part of the
 * condition. */
static uint32_t before_saying(const pp_i_tree *tree, uint32_t from, uint32_t end)
{
    enum { SPEAKER_WORD_COUNT_MAX = 9 };
    for (uint32_t i = from + 1; i + 1 < end; i++) {
        if (!pp_i_text_is(tree->tokens[i].form, ","))
            continue;
        if (form_is(tree, i + 1, "said says according added told"))
            return i;
        for (uint32_t k = i + 2;
             k < end && k <= i + SPEAKER_WORD_COUNT_MAX && tree->tokens[k].tag != PP_TAG_PUNCT; k++)
            if (pp_i_word_in(tree->tokens[k].form, "said says added warned"))
                return i;
    }
    return end;
}

bool pp_i_condition_next(const pp_i_scene *scene, uint32_t *at, pp_i_condition_words *found)
{
    const pp_i_tree *tree = &scene->tree;
    for (; *at < tree->count; (*at)++) {
        marking marked = marking_at(tree, *at);
        uint32_t words = marked.words;
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
        *found = (pp_i_condition_words){.on = on,
                                        .whole = {*at, on.end},
                                        .marker = marked.marker,
                                        .what = dependent(tree, *at)};
        *at = on.end;
        return true;
    }
    return false;
}

bool pp_i_condition_begins_with(const pp_i_scene *scene, pp_i_range on, pp_i_entity_kind kind_max)
{
    enum { REACH = 4 };
    const pp_i_names *names = scene->report->names;
    for (uint32_t i = on.start; i < on.end && i < on.start + REACH; i++) {
        uint8_t tag = scene->tree.tokens[i].tag;
        size_t mention = pp_i_names_at(names, scene->sentence, i);
        size_t entity = mention == PP_NONE ? PP_NONE : names->mentions[mention].entity;
        if (entity != PP_NONE && names->mentions[mention].kind != PP_MENTION_PRONOUN)
            return names->entities[entity].kind <= kind_max;
        if (tag == PP_TAG_VERB || tag == PP_TAG_AUX)
            return false;
    }
    return false;
}
