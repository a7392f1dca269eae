/*
 * refine_thing.c: of a clause that refuses or demands, the thing that is refused or demanded: of "a
 * delay would be unacceptable" it is the delay, of "it would block any deal" the deal; see
 * refine_parts.h. With the judging words an option would say the contrary of what is held of it.
 */
#include "reading/refine_parts.h"

/* What is mostly wanted where it is called a red line; of all else it is where one stops. */
#define WANTED                                                                                     \
    "guarantee assurance unity sovereignty integrity independence right security protection "      \
    "preservation autonomy freedom safety equality end neutrality"

/* What is mostly wanted where it is called one's own. */
#define INSISTED "ceasefire truce minimum floor rise release"
#define NOT_INSISTED                                                                               \
    "cut loss closure redundancy reduction layoff dismissal fine penalty troop soldier presence "  \
    "year freeze"

#define PROPOSALS                                                                                  \
    "offer proposal demand plan idea price term condition overture threat request draft "          \
    "amendment scheme deal package suggestion formula"

/* Is it said of the thing, in its own clause, that it is "our red line"? */
static bool is_own_line(const pp_i_tree *tree, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i + 2 < end; i++) {
        if (tree->tokens[i].tag == PP_TAG_PUNCT || tree->tokens[i].tag == PP_TAG_CCONJ)
            return false;
        if (pp_i_tree_in(tree, i, "our its their my his her we it they i he she") &&
            pp_i_tree_is(tree, i + 1, "red") && pp_i_tree_is(tree, i + 2, "line"))
            return true;
    }
    return false;
}

/* "A 48-hour week", "six": a measure, which one may insist on as well as refuse. */
static bool is_measure(const pp_i_tree *tree, uint32_t thing)
{
    for (uint32_t i = tree->start[thing]; i < tree->end[thing]; i++) {
        const pp_i_token *token = &tree->tokens[i];
        if (token->tag == PP_TAG_VERB) /* "closing two schools" */
            return false;
        if (token->tag == PP_TAG_NUM ||
            (token->form.length > 0 && pp_i_is_digit(token->form.data[0])))
            return !pp_i_tree_in(tree, thing, NOT_INSISTED);
    }
    return false;
}

void pp_i_refine_red_line(const pp_i_tree *tree, pp_i_find *find, uint32_t thing)
{
    bool known = thing < tree->count;
    bool own = known && (is_measure(tree, thing) || pp_i_tree_in(tree, thing, INSISTED)) &&
               is_own_line(tree, thing + 1, tree->count);
    bool wanted = known && (own || pp_i_tree_in(tree, thing, WANTED)) &&
                  !pp_i_token_ends(&tree->tokens[thing], "ing") &&
                  !pp_i_token_ends(&tree->tokens[tree->start[thing]], "ing") &&
                  pp_i_tree_child_in(tree, thing, "no any") >= tree->count;
    pp_i_refine_set(find, wanted ? PP_ACT_DEMANDS : PP_ACT_REJECTS,
                    pp_i_tree_in(tree, thing, PROPOSALS) ? PP_STRENGTH_MUST : PP_STRENGTH_SHOULD);
}

/* Cuts the content to the thing, if that stands in it with other words behind, none of which are
 * quoted: those are words of somebody. */
static void take(const pp_i_scene *scene, pp_i_find *find, uint32_t thing, uint32_t end)
{
    const pp_i_tree *tree = &scene->tree;
    for (uint32_t i = end; i < find->content.end; i++) {
        if (scene->quoted[i] != 0) {
            return;
        }
    }
    end = end < tree->end[thing] ? end : tree->end[thing];
    pp_i_range words = pp_i_range_trim(tree, (pp_i_range){find->content.start, end});
    if (thing >= find->content.start && thing < words.end && words.end < find->content.end) {
        find->judged = pp_i_range_trim(tree, (pp_i_range){words.end, find->content.end});
        find->content = words;
        find->content_head = thing;
    }
}

/* Where the predicate of a clause begins: its first auxiliary, copula or denial. */
static uint32_t predicate_start(const pp_i_tree *tree, uint32_t head, uint32_t subject)
{
    uint32_t start = tree->start[head] > subject ? tree->start[head] : head;
    for (uint32_t child = tree->first_child[head]; child != PP_NO_HEAD && child < head;
         child = tree->next_sibling[child]) {
        bool behind = child >= tree->end[subject] && child > subject;
        start = behind && child < start ? child : start;
    }
    return start;
}

/* "it would be unacceptable to wait", "it is essential that pay rise": what stands behind. */
static bool take_behind(const pp_i_scene *scene, pp_i_find *find, uint32_t subject)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t next = find->judged.start + 1;
    bool to = pp_i_tree_is(tree, next, "to"), that = pp_i_tree_is(tree, next, "that");
    uint32_t verb = to || that ? tree->tokens[next].head : PP_NO_HEAD;
    uint32_t start = next + that;
    if (!pp_i_tree_is(tree, subject, "it") || verb >= find->content.end || verb <= next ||
        start + 1 >= find->content.end || scene->quoted[next] != 0) {
        return false;
    }
    find->judged = (pp_i_range){find->content.start, next};
    find->content.start = start;
    find->content_head = verb;
    return true;
}

/* "a delay would be unacceptable". */
static void take_judged(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t head = find->content_head;
    uint32_t subject = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    bool copula = pp_i_tree_child(tree, head, PP_REL_COP) < head ||
                  pp_i_tree_in(tree, head, "represent constitute amount mean make render leave do");
    bool bare = pp_i_tree_in(tree, subject, "it this that these those they there what which");
    uint32_t start = find->content.start;
    while (start < subject && pp_i_tree_in(tree, start, "less few fewer than anything")) {
        start++; /* "fewer than 40 seats", hung on the verb */
    }
    if (subject < head && take_behind(scene, find, subject)) {
        return;
    }
    uint32_t word = find->judged.start; /* "the government was opposed to a rise": the rise */
    if (pp_i_tree_in(tree, word, "opposed averse hostile resistant")) {
        bool to = pp_i_tree_is(tree, word + 1, "to") && word + 2 < find->content.end;
        if (to) {
            find->judged = (pp_i_range){find->content.start, word + 2};
            find->content.start = word + 2;
            find->content_head = pp_i_range_top(tree, find->content);
        }
        return;
    }
    if (copula && subject < head && !bare && tree->start[subject] <= start) {
        take(scene, find, subject, predicate_start(tree, head, subject));
    }
}

/* "considers a delay unacceptable", "described a tax as a red line". */
static void take_called(const pp_i_scene *scene, pp_i_find *find, uint32_t verb, uint32_t word)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t end = word, thing = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    uint32_t above = tree->tokens[word].head;
    bool sole = pp_i_tree_in(tree, word - 1, "only sole"); /* "as the only acceptable way" */
    thing = sole ? PP_NO_HEAD : thing;
    if (above > word && above < find->content.end && tree->tokens[word].relation == PP_REL_AMOD) {
        end = tree->start[above] < word ? tree->start[above] : word; /* "as a vital step" */
    }
    while (end > find->content.start + 1 &&
           (tree->tokens[end - 1].tag == PP_TAG_DET || tree->tokens[end - 1].tag == PP_TAG_ADV ||
            tree->tokens[end - 1].tag == PP_TAG_ADJ || pp_i_tree_in(tree, end - 1, "as to be") ||
            tree->tokens[end - 1].tag == PP_TAG_PUNCT)) {
        end--;
    }
    if (thing > verb && thing < end && thing != word &&
        !pp_i_tree_tagged(tree, thing, PP_TAG_PRON)) {
        take(scene, find, thing, end);
    }
}

/* "he considered the delay unacceptable". */
static void take_considered(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t head = find->content_head, thing = pp_i_tree_child(tree, head, PP_REL_OBJ);
    pp_i_range whole = find->content;
    if (thing <= head || thing >= find->judged.start) {
        return;
    }
    find->content.start = tree->start[thing] > head ? tree->start[thing] : thing;
    take_called(scene, find, head, find->judged.start);
    bool taken = find->content.end < whole.end;
    find->content = taken ? find->content : whole;
    find->judged = taken ? whole : find->judged;
}

/* "it would block any deal", "it did not rule out a deal": what the verb of the clause refuses. */
static void take_refused(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t head = find->content_head;
    pp_i_find inner = {.content_head = PP_NO_HEAD};
    if (find->negated != (find->act == PP_ACT_ACCEPTS) || !find->of_himself ||
        (tree->tokens[head].tag != PP_TAG_VERB && !pp_i_tree_is(tree, head, "opposed")) ||
        (pp_i_tree_is_passive(tree, head) && !pp_i_tree_in(tree, head, "oppose opposed")) ||
        pp_i_refine_cue_find(scene, head, &inner) != PP_ACT_REJECTS ||
        inner.content.start <= head || inner.content.end > find->content.end ||
        inner.frame == PP_FRAME_CLAUSE || inner.frame == PP_FRAME_INFINITIVE) {
        return;
    }
    find->judged = find->content;
    find->content = inner.content;
    find->content_head = inner.content_head;
}

void pp_i_refine_thing(const pp_i_scene *scene, pp_i_find *find)
{
    bool stands = find->act == PP_ACT_REJECTS || find->act == PP_ACT_DEMANDS ||
                  (find->act == PP_ACT_ACCEPTS && find->negated);
    if (!stands || find->content_head >= scene->tree.count ||
        !pp_i_range_holds(find->content, find->content_head) || find->quoted) {
        return;
    }
    if (find->frame == PP_FRAME_JUDGE) {
        take_called(scene, find, find->cue_head, find->content_head);
    } else if (find->asserting && find->frame == PP_FRAME_CLAUSE) {
        if (pp_i_range_is_empty(find->judged)) {
            take_refused(scene, find);
        } else {
            take_judged(scene, find);
            take_considered(scene, find);
        }
    }
}

bool pp_i_refine_is_somebody(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_names *names = scene->report->names;
    uint32_t head = find->content_head;
    if (find->frame != PP_FRAME_OBJECT || !pp_i_range_holds(find->content, head) ||
        find->content.end > head + 1) {
        return false;
    }
    if (tree->tokens[head].tag == PP_TAG_PRON) {
        return pp_i_word_in(tree->tokens[head].form, "him her me us you");
    }
    size_t mention = pp_i_names_at(names, scene->sentence, head);
    bool named = mention != PP_NONE && names->mentions[mention].kind == PP_MENTION_NAME &&
                 tree->tokens[head].tag == PP_TAG_PROPN;
    return named || (tree->tokens[head].tag == PP_TAG_NOUN &&
                     pp_i_tree_in(tree, head, PP_CUE_PERSON_NOUNS) &&
                     !pp_i_tree_in(tree, head, "lobby campaign leadership presidency"));
}
