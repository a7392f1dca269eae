/*
 * past.c: what is no position of today: one that was held before, and the denial of what is said to
 * have happened; see scene.h.
 */
#include "reading/scene.h"

/* What one can only be denied to have done, had or known; and what one may be refused too. */
#define BLAME                                                                                      \
    "allegation accusation charge report rumour rumor suggestion involvement responsibility "      \
    "wrongdoing guilt fault blame knowledge complicity existence"
#define SHARE "role part link tie connection hand"

#define MONTHS                                                                                     \
    "january february march april may june july august september october november december"

enum { FRONTED_COUNT_MAX = 7 }; /* words of "back in the spring of 2019," */

static bool has_word(const pp_i_tree *tree, pp_i_range range, const char *words)
{
    for (uint32_t i = range.start; i < range.end && i < tree->count; i++) {
        if (pp_i_word_in(tree->tokens[i].lemma, words)) {
            return true;
        }
    }
    return false;
}

static bool is_number(pp_text form)
{
    return form.length == 4 && (form.data[0] == '1' || form.data[0] == '2') &&
           pp_i_is_digit(form.data[1]) && pp_i_is_digit(form.data[2]) &&
           pp_i_is_digit(form.data[3]);
}

/* "May", "2019", "the spring of 2019" at `at`. */
static bool is_date(const pp_i_tree *tree, uint32_t at)
{
    at += pp_i_tree_in(tree, at, "the those");
    at += pp_i_tree_in(tree, at, "early late mid");
    return at < tree->count &&
           (is_number(tree->tokens[at].form) || tree->tokens[at].tag == PP_TAG_NUM ||
            pp_i_tree_in(tree, at, MONTHS " day spring summer autumn fall winter"));
}

/* "Last year", "two years ago", "in 2019", "back in May", "for years", "at first" at `at`; and what
 * went on "until then", was said "as recently as January" or "once". */
static bool is_long_ago(const pp_i_tree *tree, uint32_t at)
{
    pp_text form = tree->tokens[at].form;
    bool more = at + 1 < tree->count, in = pp_i_word_in(form, "in In");
    if (pp_i_word_in(form, "last Last previous"))
        return more && pp_i_tree_in(tree, at + 1,
                                    "year spring summer autumn fall winter decade century season");
    if (pp_i_text_is(form, "until") && more &&
        pp_i_tree_in(tree, at + 1, MONTHS " last this recently then"))
        return true; /* "boycotted it until last month" */
    if (pp_i_text_is(form, "ago"))
        return at > 0 && pp_i_tree_in(tree, at - 1, "year month decade");
    if (in && more && is_number(tree->tokens[at + 1].form))
        return true;
    uint32_t season = at + 1 + (more && pp_i_tree_is(tree, at + 1, "the"));
    if (in && pp_i_tree_in(tree, season, "spring summer autumn winter"))
        return true;
    if (pp_i_text_is(form, "As") && more && pp_i_tree_is(tree, at + 1, "recently"))
        return true; /* "As recently as January" */
    if (pp_i_word_in(form, "back Back"))
        return more && pp_i_tree_is(tree, at + 1, "in") && is_date(tree, at + 2);
    if (pp_i_word_in(form, "for For"))
        return more && pp_i_word_in(tree->tokens[at + 1].form, "years decades months");
    if (pp_i_text_is(form, "once") && more && at > 0 && tree->tokens[at].tag == PP_TAG_ADV &&
        pp_i_tree_tagged(tree, at + 1, PP_TAG_VERB) && tree->tokens[at].head == at + 1)
        return true; /* "once sought a rise", and not "once X opens its books" */
    return pp_i_word_in(form, "at At") && more && pp_i_tree_is(tree, at + 1, "first");
}

/* Does the clause of the cue tell of long ago, outside of what is said? */
static bool is_of_long_ago(const pp_i_tree *tree, const pp_i_find *find)
{
    uint32_t verb = find->cue_head, start = verb, end = verb;
    while (start > 0 && !pp_i_word_in(tree->tokens[start - 1].form, "; : , \" \xE2\x80\x9D"))
        start--;
    bool fronted = start > 0 && start <= FRONTED_COUNT_MAX && /* "In 2019, X demanded" */
                   pp_i_text_is(tree->tokens[start - 1].form, ",");
    start = fronted ? 0 : start;
    while (end < tree->count && !pp_i_word_in(tree->tokens[end].form, "; : , \" \xE2\x80\x9C"))
        end++;
    for (uint32_t i = start; i < end; i++)
        if ((!pp_i_range_holds(find->content, i) ||
             (i == verb + 1 && !pp_i_text_is(tree->tokens[i].lemma, "in") &&
              !pp_i_tree_is(tree, i + 2, "'s") && !pp_i_tree_is(tree, i + 2, "\xE2\x80\x99s"))) &&
            is_long_ago(tree, i))
            return true; /* "insisted last year that", and not "demanded last year's bonus" */
    return false;
}

/* "Was demanding", "were calling for". */
static bool is_past_progressive(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t helper = pp_i_tree_child(tree, verb, PP_REL_AUX);
    return helper < verb && pp_i_word_in(tree->tokens[helper].form, "was were") &&
           pp_i_token_ends(&tree->tokens[verb], "ing");
}

/* Is the verb of the past, and no "has demanded"? */
static bool is_past(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t helper = pp_i_tree_child(tree, verb, PP_REL_AUX);
    if (helper < verb)
        return pp_i_text_is(tree->tokens[helper].form, "had") || is_past_progressive(tree, verb);
    return !pp_i_token_ends(&tree->tokens[verb], "ing") &&
           !pp_i_token_ends(&tree->tokens[verb], "s");
}

/* "Gave up", "has dropped", and no "would drop". */
static bool lets_go(const pp_i_tree *tree, uint32_t verb)
{
    bool gives =
        pp_i_tree_is(tree, verb, "give") && pp_i_tree_is(tree, pp_i_particle(tree, verb), "up");
    return (gives ||
            pp_i_tree_in(tree, verb, "drop abandon shelve withdraw relinquish renounce scrap")) &&
           !pp_i_tree_is_negated(tree, verb) &&
           pp_i_tree_modal(tree, verb, "will would can could may might must should") == PP_NO_HEAD;
}

/* "Less than the 12 percent that the union demanded", "down from the 9 it sought". */
static bool is_compared_with(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t noun =
        tree->tokens[verb].relation == PP_REL_ACL ? tree->tokens[verb].head : PP_NO_HEAD;
    uint32_t at = noun < verb ? tree->start[noun] : 0;
    return noun < verb && at > 0 &&
           (pp_i_tree_is(tree, at, "than") || pp_i_tree_is(tree, at - 1, "than") ||
            (pp_i_tree_is(tree, at, "from") && pp_i_tree_in(tree, at - 1, "up down")));
}

/* "A goal that it dropped", "no longer seeks": what somebody lets go himself. */
bool pp_i_says_dropped(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t verb = find->cue_head;
    if (pp_i_tree_in(tree, verb, "objection opposition resistance demand claim insistence") &&
        pp_i_tree_tagged(tree, verb, PP_TAG_NOUN) && tree->tokens[verb].relation == PP_REL_OBJ)
        return lets_go(tree, tree->tokens[verb].head); /* "gave up an objection to" */
    if (!pp_i_tree_tagged(tree, verb, PP_TAG_VERB) || pp_i_tree_is_passive(tree, verb))
        return false;
    if (verb > 1 && pp_i_tree_is(tree, verb - 2, "no") &&
        pp_i_text_is(tree->tokens[verb - 1].form, "longer") &&
        pp_i_tree_in(tree, verb, "want seek insist demand ask call press push require need"))
        return true;
    uint32_t over = tree->tokens[verb].head; /* "has stopped pressing for" */
    if (pp_i_token_ends(&tree->tokens[verb], "ing") && over < verb &&
        pp_i_tree_in(tree, over, "stop cease quit") && !pp_i_tree_is_negated(tree, over))
        return true;
    if (!lets_go(tree, verb))
        return false;
    const char *const wishes = "demand claim insistence request call goal aim condition pledge bid "
                               "push position campaign ambition objective precondition "
                               "objection opposition resistance";
    uint32_t thing = pp_i_tree_child(tree, verb, PP_REL_OBJ), gap = pp_i_relative_noun(tree, verb);
    return (pp_i_tree_in(tree, thing, wishes) &&
            (pp_i_tree_child_in(tree, thing, "its his her their our my") < thing ||
             pp_i_tree_in(tree, thing, "objection opposition resistance"))) ||
           pp_i_tree_in(tree, gap, wishes) ||
           pp_i_tree_in(tree, gap, "idea plan notion proposal application scheme");
}

/* "Wanted the levy scrapped, and gave that up in June": of the same one, who did it. */
static bool is_left(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    for (uint32_t i = find->content.end; i + 1 < tree->count; i++) {
        bool to = i > 0 && pp_i_tree_is(tree, i - 1, "to"); /* "agreed to drop it" */
        uint32_t doer = to ? tree->tokens[i].head : i;
        if (tree->tokens[i].tag != PP_TAG_VERB || pp_i_token_ends(&tree->tokens[i], "ing") ||
            !lets_go(tree, i) || pp_i_tree_is_negated(tree, doer) ||
            (to && !pp_i_tree_in(tree, doer, "agree decide choose opt force persuade compel have")))
            continue;
        bool thing = pp_i_tree_in(tree, pp_i_tree_child(tree, i, PP_REL_OBJ), "that it this") ||
                     pp_i_tree_in(tree, pp_i_relative_noun(tree, i),
                                  "idea plan demand position notion claim goal");
        if (!thing)
            continue;
        pp_i_voice voice = pp_i_voice_of(scene, doer);
        const pp_i_names *names = scene->report->names;
        bool both = voice.entity != PP_NONE && find->voice.entity != PP_NONE;
        if (voice.token == find->voice.token ||
            (both && pp_i_names_principal(names, voice.entity) ==
                         pp_i_names_principal(names, find->voice.entity)))
            return true;
    }
    return false;
}

/* "It still stands by it". */
static bool still_holds(const pp_i_tree *tree, uint32_t from)
{
    for (uint32_t i = from; i + 1 < tree->count; i++)
        if (pp_i_tree_is(tree, i, "still") &&
            pp_i_tree_in(tree, i + 1, "want stand insist demand seek hold oppose reject ask"))
            return true;
    return false;
}

bool pp_i_says_former(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t verb = find->cue_head;
    if (verb > 1 && pp_i_tree_is(tree, verb - 1, "to") &&
        pp_i_text_is(tree->tokens[verb - 2].form, "used")) {
        return true; /* "used to call for" */
    }
    if (!pp_i_tree_tagged(tree, verb, PP_TAG_VERB) ||
        pp_i_text_equal(tree->tokens[verb].form, tree->tokens[verb].lemma)) {
        return false; /* "once demand" is no past */
    }
    if (is_compared_with(tree, verb) || /* "Having insisted all summer on", "having long refused" */
        (verb > 0 && (pp_i_word_in(tree->tokens[verb - 1].form, "Having having") ||
                      (verb > 1 && pp_i_word_in(tree->tokens[verb - 2].form, "Having having"))))) {
        return true;
    }
    if (has_word(tree, find->cue, "originally initially previously formerly once")) {
        return true;
    }
    uint32_t helper = pp_i_tree_child(tree, verb, PP_REL_AUX);
    bool perfect = helper < verb && pp_i_text_is(tree->tokens[helper].form, "had");
    bool until = pp_i_word_in(tree->tokens[0].form, "Until Before"); /* "Until May X had sought" */
    bool earlier = perfect && has_word(tree, find->cue, "earlier");
    bool season = is_past_progressive(tree, verb) && /* "this spring X was demanding" */
                  pp_i_word_in(tree->tokens[0].form, "This In Until") &&
                  !pp_i_tree_in(tree, 1, "week morning afternoon evening");
    bool was_still = is_past_progressive(tree, verb) && /* "was still insisting on" */
                     pp_i_tree_child_in(tree, verb, "still") < verb;
    bool before = perfect && pp_i_tree_child_in(tree, verb, "earlier originally") < verb;
    bool still = has_word(tree, find->cue, "already long always repeatedly consistently") ||
                 still_holds(tree, find->content.end);
    bool now = false; /* "had demanded 9 per cent; it now accepts 6" */
    for (uint32_t i = verb; perfect && i < tree->count; i++)
        now = now || (pp_i_tree_is(tree, i, "now") && !pp_i_range_holds(find->content, i));
    if (is_past(tree, verb) && is_left(scene, find))
        return true;
    if (season || now || was_still || before ||
        (!still && is_past(tree, verb) && is_of_long_ago(tree, find)))
        return true;
    bool sought = tree->tokens[verb].relation == PP_REL_ACL && find->act != PP_ACT_REJECTS;
    return earlier || (perfect && (until || sought)); /* "which had sought" */
}

bool pp_i_denies_fact(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    if (find->act != PP_ACT_REJECTS || find->negated ||
        !pp_i_tree_is(tree, find->cue_head, "deny") || pp_i_range_is_empty(find->content)) {
        return false;
    }
    if (find->content.end == find->content.start + 1 &&
        pp_i_tree_in(tree, find->content.start, "it this that")) {
        return true; /* "Arriaga denied it" */
    }
    uint32_t head = pp_i_range_top(tree, find->content);
    if (!pp_i_tree_tagged(tree, head, PP_TAG_VERB) && !pp_i_tree_tagged(tree, head, PP_TAG_AUX) &&
        pp_i_tree_child(tree, head, PP_REL_COP) == PP_NO_HEAD) {
        bool given = pp_i_tree_child(tree, find->cue_head, PP_REL_IOBJ) != PP_NO_HEAD ||
                     find->content.start != tree->start[head]; /* "denied them a role" */
        return !given && (pp_i_tree_in(tree, head, BLAME) ||
                          (pp_i_tree_in(tree, head, SHARE) &&
                           pp_i_tree_is(tree, find->content.start, "any")));
    }
    for (uint32_t i = find->content.start; i < find->content.end; i++) {
        bool to = pp_i_tree_is(tree, i + 1, "to");
        if ((to && (pp_i_tree_is(tree, i, "be") || pp_i_text_is(tree->tokens[i].form, "going"))) ||
            pp_i_tree_in(tree, i, "plan intend intention")) {
            return false; /* "denied that it is to be closed", "plans to close it" */
        }
        if (tree->tokens[i].tag == PP_TAG_AUX && tree->tokens[i].head == head &&
            pp_i_word_in(tree->tokens[i].lemma, "will would shall should must can could may")) {
            return false; /* "denies that it will close the plant" tells what it will do */
        }
    }
    return true;
}
