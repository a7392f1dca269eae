/*
 * condition_bind.c: conditions find their statements; see scene.h.
 *
 * A condition changes the act: who would do something if another did offers it, and who would do it
 * unless the other did warns of it.
 */
#include "reading/scene.h"

/* What the other side wants to see ended. */
#define HARMS                                                                                      \
    "strike walkout boycott blockade stoppage protest lawsuit case complaint offensive attack "    \
    "fire shelling bombing siege tariff duty levy sanction ban embargo enrichment campaign war "   \
    "fighting hostility operation raid test launch dumping patrol drill occupation lockout curb "  \
    "picket action airstrike strikes bombardment shipment layoff cut eviction deportation "        \
    "expulsion reclamation construction dismissal closure incursion advance"

/* What the other side would miss. */
#define BENEFITS                                                                                   \
    "gas oil fuel power electricity water supply delivery import export purchase order aid help "  \
    "assistance investment funding fund loan credit lending trade treaty agreement talk "          \
    "negotiation cooperation payment visa grain wheat flight ferry service relation tie contact "  \
    "subsidy support membership contribution"
#define GIVING                                                                                     \
    "supplying lending paying buying funding delivering investing selling sponsoring "             \
    "exporting importing trading financing helping"

static uint32_t range_length(pp_i_range range)
{
    return range.end > range.start ? range.end - range.start : 0;
}

/* "If there is no agreement, he said, the board would meet": behind the condition at its start the
 * content goes on with who says it. */
static void without_saying(pp_i_find *find, const pp_i_tree *tree)
{
    enum { SAYING_WORD_COUNT_MAX = 8 };
    uint32_t end = find->cue.end, voice = find->voice.token;
    bool behind = find->cue.start >= find->content.start && end + 1 < find->content.end &&
                  find->cue.start < find->content.start + SAYING_WORD_COUNT_MAX;
    if (!behind)
        return;
    if (voice < tree->count && voice >= end && voice < find->content.end)
        end = tree->end[voice]; /* "said the mayor" */
    if (end + 1 < find->content.end && pp_i_text_is(tree->tokens[end].form, ","))
        find->content.start = end + 1;
}

/* A condition at the edge of what is said stands apart. */
static void without_condition(const pp_i_tree *tree, pp_i_find *find,
                              const pp_i_condition_words *words)
{
    pp_i_range whole = words->whole, content = find->content;
    bool begins = whole.start <= content.start && whole.end > content.start;
    if (whole.start > content.start && whole.end >= content.end && whole.start < content.end)
        content.end = whole.start;
    else if (begins && whole.end < content.end)
        content.start = whole.end;
    content = pp_i_range_trim(tree, content);
    while (
        content.end > content.start + 1 && whole.start >= content.end &&
        pp_i_tree_in(tree, content.end - 1, "only but and even not")) /* "only on condition that" */
        content = pp_i_range_trim(tree, (pp_i_range){content.start, content.end - 1});
    if (pp_i_range_is_empty(content))
        return;
    find->content = content;
    if (begins)
        without_saying(find, tree);
}

/* "could give such a pledge", of himself. */
static bool is_within_his_power(const pp_i_tree *tree, const pp_i_find *find)
{
    return find->act == PP_ACT_ASSERTS && find->of_himself && !find->negated &&
           find->content_head < tree->count &&
           pp_i_tree_modal(tree, find->content_head, "could can") != PP_NO_HEAD;
}

/* "if the union agrees", "if the rebels lift the siege": the other gives something for it; `sure`:
 * to whom else than to him who speaks? A treaty may be signed with a third. */
static bool is_favour(const pp_i_tree *tree, pp_i_range on, bool sure)
{
    for (uint32_t i = on.start; i < on.end; i++)
        if (tree->tokens[i].tag == PP_TAG_VERB)
            return (pp_i_tree_in(tree, i,
                                 "agree accept drop withdraw lift pay promise guarantee "
                                 "commit hand return scrap cut halt stop let allow") ||
                    (!sure && pp_i_tree_in(tree, i, "sign release open recognise recognize"))) &&
                   !pp_i_tree_is_negated(tree, i);
    return false;
}

/* "Would halt the airstrikes", "stop hiring agents", "call off the strike", if the other gave
 * something: and no "stop supplying gas", which the other would miss. */
static bool stops_harm(const pp_i_tree *tree, uint32_t head, pp_i_range on)
{
    uint32_t thing = pp_i_tree_child(tree, head, PP_REL_OBJ);
    bool off = pp_i_tree_is(tree, head, "call") && pp_i_tree_is(tree, head + 1, "off");
    if ((!off && !pp_i_tree_in(tree, head, "stop halt end suspend cut")) ||
        pp_i_tree_in(tree, thing, BENEFITS))
        return false;
    if (pp_i_tree_in(tree, thing, HARMS))
        return is_favour(tree, on, false);
    if (pp_i_tree_is(tree, head, "stop") && head + 1 < tree->count &&
        pp_i_token_ends(&tree->tokens[head + 1], "ing"))
        return !pp_i_word_in(tree->tokens[head + 1].form, GIVING) && is_favour(tree, on, false);
    return thing < tree->count && is_favour(tree, on, true);
}

/* "would scrap duties", "would cut them in return for beef": what he gives up is an offer. */
static bool gives_up(const pp_i_tree *tree, const pp_i_find *find,
                     const pp_i_condition_words *words)
{
    pp_i_marker marker = words->marker;
    bool stops = marker == PP_MARKER_IF && find->act == PP_ACT_WARNS &&
                 stops_harm(tree, find->content_head, words->on);
    return (find->act == PP_ACT_REJECTS || find->act == PP_ACT_WARNS) && find->of_himself &&
           !find->negated && (marker == PP_MARKER_RETURN || marker == PP_MARKER_NEEDED || stops);
}

/* "Maddox said Rovers would pay, but only if": a person who names terms names those of his side. */
static bool names_terms(const pp_i_scene *scene, const pp_i_find *find,
                        const pp_i_condition_words *words)
{
    pp_i_marker marker = words->marker;
    bool terms =
        marker == PP_MARKER_NEEDED || marker == PP_MARKER_RETURN ||
        (marker == PP_MARKER_IF && pp_i_condition_begins_with(scene, words->on, PP_ENTITY_BODY));
    size_t entity = find->voice.entity;
    return find->act == PP_ACT_ASSERTS && !find->negated && entity != PP_NONE &&
           scene->report->names->entities[entity].kind == PP_ENTITY_PERSON && terms &&
           find->content_head < scene->tree.count &&
           (!pp_i_tree_is_passive(&scene->tree, find->content_head) ||
            pp_i_tree_in(&scene->tree, find->content_head, /* "the duty would be lifted once" */
                         "lift release drop withdraw scrap return reopen cut halve freeze suspend "
                         "free")) &&
           (pp_i_tree_modal(&scene->tree, find->content_head, "would will") != PP_NO_HEAD ||
            (marker != PP_MARKER_IF &&
             pp_i_tree_modal(&scene->tree, find->content_head, "could can") != PP_NO_HEAD));
}

/* "would go to court", "will block the port", of what is done unless somebody yields. */
static bool threatens(const pp_i_tree *tree, const pp_i_find *find)
{
    return find->content_head < tree->count &&
           (pp_i_is_hostile(tree, find->content_head) ||
            pp_i_tree_in(tree, find->content_head,
                         "go take call turn move block sue walk pull demonstrate march protest "
                         "occupy refuse reject oppose file seek"));
}

/* "would join the strike", of what is done if somebody does something. */
static bool joins_action(const pp_i_tree *tree, const pp_i_find *find)
{
    uint32_t head = find->content_head;
    bool stays = (pp_i_tree_is(tree, head, "stay") && pp_i_tree_is(tree, head + 1, "away")) ||
                 (pp_i_tree_is(tree, head, "walk") && pp_i_tree_is(tree, head + 1, "out"));
    return stays ||
           (head < tree->count &&
            pp_i_tree_in(tree, pp_i_tree_child(tree, head, PP_REL_OBJ),
                         "strike walkout boycott blockade stoppage protest lawsuit offensive") &&
            !pp_i_tree_is(tree, head + 1, "off") && /* "call off the strike" */
            pp_i_tree_in(tree, head, "join call launch begin start stage file resume"));
}

/* Who promises on a condition offers; who will do something unless another yields warns. */
static void change_act(const pp_i_scene *scene, pp_i_find *find, const pp_i_condition_words *words)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t first = words->on.start;
    bool empty = first < tree->count &&
                 first + 1 >= words->on.end && /* "if needed" binds nothing */
                 pp_i_word_in(tree->tokens[first].form, "needed necessary required asked possible");
    bool lasts = pp_i_tree_in(tree, words->whole.start, "as so") && /* "as long as it takes" */
                 pp_i_tree_is(tree, words->whole.start + 1, "long");
    bool negative = pp_i_marker_is_negative(words->marker);
    if (empty)
        return;
    if (find->act == PP_ACT_COMMITS && !negative && joins_action(tree, find))
        find->act = PP_ACT_WARNS;
    else if (find->act == PP_ACT_COMMITS && !negative && !lasts)
        find->act = PP_ACT_OFFERS;
    else if (find->act == PP_ACT_COMMITS && words->marker == PP_MARKER_UNLESS &&
             threatens(tree, find))
        find->act = PP_ACT_WARNS;
    else if (!negative && (is_within_his_power(tree, find) || gives_up(tree, find, words) ||
                           names_terms(scene, find, words)))
        find->act = PP_ACT_OFFERS;
}

/* Where the words behind a statement go on: after ", but". */
static uint32_t behind(const pp_i_tree *tree, uint32_t end)
{
    if (end < tree->count && tree->tokens[end].tag == PP_TAG_PUNCT)
        end++;
    while (end < tree->count && pp_i_tree_in(tree, end, "but and only even though not"))
        end++;
    return end;
}

static bool is_grant(uint8_t act)
{
    return act == PP_ACT_COMMITS || act == PP_ACT_OFFERS || act == PP_ACT_ACCEPTS ||
           act == PP_ACT_SUPPORTS || act == PP_ACT_PROPOSES;
}

/* "Could accept a cap, ending two years of quarrels, but only if": what stands between is no other
 * statement's. */
static bool is_behind_aside(const pp_i_scene *scene, size_t index,
                            const pp_i_condition_words *words)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_find *find = &scene->finds[index];
    uint32_t at = words->whole.start, end = find->content.end;
    bool but = at > 2 && pp_i_tree_in(tree, at - 1, "but though") &&
               tree->tokens[at - 2].tag == PP_TAG_PUNCT;
    if (!but || words->marker != PP_MARKER_NEEDED || end >= at || !is_grant(find->act) ||
        !pp_i_text_is(tree->tokens[end].form, ","))
        return false;
    for (size_t i = 0; i < scene->find_count; i++)
        if (scene->finds[i].cue_head > end && scene->finds[i].cue_head < at)
            return false;
    return true;
}

/* Does the condition stand in what is said, right behind it, or before the first of all? */
static bool may_bind(const pp_i_scene *scene, size_t index, const pp_i_condition_words *words)
{
    const pp_i_find *find = &scene->finds[index];
    uint32_t end = find->content.end > find->cue.end ? find->content.end : find->cue.end;
    return pp_i_range_holds(find->content, words->whole.start) || words->whole.start == end + 1 ||
           (words->whole.start >= end && words->whole.start <= behind(&scene->tree, end)) ||
           (words->whole.end <= find->cue.start && index == 0 &&
            (words->marker != PP_MARKER_UNTIL || words->whole.start < 2)) ||
           is_behind_aside(scene, index, words);
}

/* "will cut the toll, but wants the bridge reopened in return": what he grants is the condition of
 * what he asks for. */
static void bind_return(pp_i_scene *scene, size_t index)
{
    const pp_i_tree *tree = &scene->tree;
    pp_i_find *asked = &scene->finds[index];
    uint32_t end = asked->content.end;
    if (asked->act != PP_ACT_DEMANDS || end < asked->content.start + 3 ||
        !pp_i_tree_in(tree, end - 1, "return exchange") || !pp_i_tree_is(tree, end - 2, "in"))
        return;
    asked->content.end = end - 2;
    for (size_t i = index; i-- > 0;)
        if (is_grant(scene->finds[i].act) && !pp_i_range_is_empty(scene->finds[i].content) &&
            pp_i_voice_same(scene, &scene->finds[i].voice, &asked->voice)) {
            asked->condition = scene->finds[i].content;
            asked->marker = PP_MARKER_RETURN;
            return;
        }
}

static void bind(const pp_i_scene *scene, pp_i_find *find, const pp_i_condition_words *words)
{
    find->condition = words->on;
    find->marker = (uint8_t)words->marker;
    without_condition(&scene->tree, find, words);
    change_act(scene, find, words);
}

/* Binds each condition to the innermost statement that it stands in or follows. */
void pp_i_bind_conditions(pp_i_scene *scene)
{
    uint32_t at = 0;
    pp_i_condition_words words;
    while (pp_i_condition_next(scene, &at, &words)) {
        pp_i_find *best = NULL;
        for (size_t i = 0; i < scene->find_count; i++) {
            pp_i_find *find = &scene->finds[i];
            if (may_bind(scene, i, &words) &&
                (best == NULL || range_length(find->content) < range_length(best->content)))
                best = find;
        }
        pp_i_range content = best == NULL ? (pp_i_range){0, 0} : best->content;
        uint32_t cue = best == NULL ? 0 : best->cue_head;
        for (size_t i = 0; i < scene->find_count && best != NULL; i++) {
            pp_i_find *find = &scene->finds[i]; /* of several speakers each says it */
            if (find->cue_head == cue && find->content.start == content.start &&
                find->content.end == content.end)
                bind(scene, find, &words);
        }
    }
    for (size_t i = 0; i < scene->find_count; i++)
        bind_return(scene, i);
}
