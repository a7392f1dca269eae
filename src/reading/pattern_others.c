/*
 * pattern_others.c: ways of saying that need somebody else's words or deeds: "gave the plan a
 * cautious welcome", "For X, the plan is a trap", "backs the plan, as do Y and Z"; see scene.h.
 */
#include "reading/extract_parts.h"

enum { NAME_WORD_COUNT_MAX = 12, REST_WORD_COUNT_MIN = 4 };

/* What is given to a plan, and what that says of it. */
static uint8_t act_of_gift(const pp_i_tree *tree, uint32_t noun)
{
    if (pp_i_tree_in(tree, noun, "welcome backing support blessing endorsement praise")) {
        return PP_ACT_SUPPORTS;
    }
    if (pp_i_tree_in(tree, noun, "approval consent assent nod")) {
        return PP_ACT_ACCEPTS;
    }
    bool cold = pp_i_tree_in(tree, noun, "shoulder reception response") &&
                pp_i_tree_child_in(tree, noun, "cold cool chilly frosty icy hostile") < noun;
    return cold ? PP_ACT_REJECTS : PP_ACT_ASSERTS;
}

/* "X gave the proposal a cautious welcome". */
void pp_i_pattern_gave(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    if (!pp_i_tree_in(tree, verb, "give accord lend") || pp_i_extract_is_hypothetical(tree, verb) ||
        pp_i_extract_is_ordered(tree, verb) || pp_i_tree_is_passive(tree, verb)) {
        return;
    }
    for (uint32_t gift = verb + 2; gift < tree->end[verb]; gift++) {
        uint8_t act = act_of_gift(tree, gift);
        uint32_t above = tree->tokens[gift].head;
        bool second = above < gift &&
                      tree->tokens[above].head == verb && /* "gave it its blessing" */
                      tree->tokens[gift].relation == PP_REL_APPOS;
        bool given = (above == verb || second) && act != PP_ACT_ASSERTS &&
                     pp_i_tree_case(tree, gift) == PP_NO_HEAD;
        uint32_t thing = PP_NO_HEAD;
        for (uint32_t i = verb + 1; given && i < tree->start[gift]; i++) {
            bool whom = tree->tokens[i].head == verb &&
                        (tree->tokens[i].tag == PP_TAG_NOUN || tree->tokens[i].tag == PP_TAG_PRON ||
                         tree->tokens[i].tag == PP_TAG_PROPN);
            thing = whom ? i : thing;
        }
        if (thing == PP_NO_HEAD) {
            continue;
        }
        pp_i_find find = {.cue_head = verb,
                          .cue = {tree->start[gift], gift + 1},
                          .content_head = thing,
                          .content = {verb + 1, tree->start[gift]},
                          .pattern = PP_PATTERN_SUBJECT,
                          .act = act,
                          .strength = PP_STRENGTH_SHOULD,
                          .frame = PP_FRAME_OBJECT,
                          .voice = pp_i_voice_of(scene, verb)};
        if (find.voice.token != PP_NO_HEAD) {
            pp_i_extract_finish_all(scene, &find);
        }
        return;
    }
}

/* "For X, the head of Y, the plan is a trap", "To Z, the second was unacceptable": what somebody
 * holds of it, where the clause judges and nothing else in it is said. */
void pp_i_pattern_for(pp_i_scene *scene)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t at = 0;
    if (tree->count < REST_WORD_COUNT_MIN + 3 || !pp_i_word_in(tree->tokens[0].form, "For To") ||
        scene->find_count > 0) {
        return;
    }
    while (at + 1 < tree->count && at < NAME_WORD_COUNT_MAX &&
           !pp_i_text_is(tree->tokens[at].form, ",")) {
        at++;
    }
    uint32_t root = tree->tokens[0].head;
    for (uint32_t i = at; i < tree->count; i++) {
        root = tree->tokens[i].relation == PP_REL_ROOT ? i : root;
    }
    uint32_t who = tree->tokens[0].head;
    bool named = who > 0 && who < at && at < NAME_WORD_COUNT_MAX && root > at && root < tree->count;
    bool judges =
        named &&
        (pp_i_tree_child(tree, root, PP_REL_COP) < root ||
         pp_i_tree_in(tree, root,
                      "represent remain mean amount constitute seem look miss lack ignore do"));
    uint32_t subject = PP_NO_HEAD;
    for (uint32_t i = at; judges && i < root; i++) { /* the last: an apposition may come first */
        bool own = tree->tokens[i].head == root && tree->tokens[i].relation == PP_REL_NSUBJ;
        subject = own ? i : subject;
    }
    if (subject >= root || subject < at || tree->count - at < REST_WORD_COUNT_MIN) {
        return;
    }
    pp_i_find find = {.cue_head = 0,
                      .cue = {0, 1},
                      .content_head = root,
                      .pattern = PP_PATTERN_ACCORDING,
                      .act = PP_ACT_ASSERTS,
                      .asserting = true,
                      .frame = PP_FRAME_CLAUSE,
                      .voice = pp_i_voice_at(scene, who)};
    find.content = pp_i_range_trim(tree, (pp_i_range){tree->start[subject], tree->count});
    if (find.voice.entity != PP_NONE && find.voice.named) {
        (void)pp_i_extract_finish(scene, &find);
    }
}

/* "by Kinshasa, for which the airspace is a matter of sovereignty": what it is for who was named.
 */
void pp_i_pattern_for_which(pp_i_scene *scene, uint32_t at)
{
    const pp_i_tree *tree = &scene->tree;
    if (!pp_i_tree_is(tree, at, "for") || at < 2 || at + 4 >= tree->count ||
        !pp_i_word_in(tree->tokens[at + 1].form, "which whom") ||
        !pp_i_text_is(tree->tokens[at - 1].form, ",")) {
        return;
    }
    uint32_t end = at + 2, root = PP_NO_HEAD;
    while (end < tree->count && !pp_i_word_in(tree->tokens[end].form, ", ; : .")) {
        bool judges = pp_i_tree_child(tree, end, PP_REL_COP) < end ||
                      pp_i_tree_in(tree, end, "represent remain mean amount constitute");
        root = root == PP_NO_HEAD && judges ? end : root;
        end++;
    }
    pp_i_find find = {.cue_head = at,
                      .cue = {at, at + 2},
                      .content_head = root,
                      .content = pp_i_range_trim(tree, (pp_i_range){at + 2, end}),
                      .pattern = PP_PATTERN_ACCORDING,
                      .act = PP_ACT_ASSERTS,
                      .asserting = true,
                      .frame = PP_FRAME_CLAUSE,
                      .voice = pp_i_voice_at(scene, at - 2)};
    if (root < tree->count && find.voice.entity != PP_NONE && find.voice.named) {
        (void)pp_i_extract_finish(scene, &find);
    }
}

/* "The guild and the studios reached an agreement on pay": both have accepted it. */
void pp_i_pattern_reached(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t thing = pp_i_tree_in(tree, verb, "reach strike clinch seal conclude")
                         ? pp_i_tree_child(tree, verb, PP_REL_OBJ)
                         : PP_NO_HEAD;
    bool trails = pp_i_token_ends(&tree->tokens[verb], "ing") && /* "without reaching a deal" */
                  pp_i_tree_child(tree, verb, PP_REL_AUX) == PP_NO_HEAD;
    bool nearly = pp_i_tree_child_in(tree, verb, "nearly almost without before") < verb ||
                  (verb > 0 && pp_i_tree_in(tree, verb - 1, "nearly almost"));
    if (thing >= tree->count || thing < verb || trails || nearly ||
        pp_i_tree_is_negated(tree, verb) || pp_i_tree_is_passive(tree, verb) ||
        pp_i_extract_is_hypothetical(tree, verb) ||
        !pp_i_tree_in(tree, thing, "agreement deal accord compromise settlement pact truce") ||
        pp_i_tree_child_in(tree, thing, "no") < thing ||
        pp_i_tree_child_in(tree, verb, "to") < verb ||
        pp_i_tree_modal(tree, verb, "will would could may might can should must") != PP_NO_HEAD ||
        pp_i_scene_has_cue(scene, verb)) {
        return;
    }
    pp_i_find find = {.cue_head = verb,
                      .cue = pp_i_verb_words(tree, verb),
                      .content_head = thing,
                      .content = {tree->start[thing], tree->end[thing]},
                      .pattern = PP_PATTERN_SUBJECT,
                      .act = PP_ACT_ACCEPTS,
                      .strength = PP_STRENGTH_SHOULD,
                      .frame = PP_FRAME_OBJECT,
                      .voice = pp_i_voice_of(scene, verb)};
    if (find.voice.entity != PP_NONE && find.voice.named) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "The union is to strike for three days": that is threatened. */
void pp_i_pattern_is_to(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t to = pp_i_tree_child_in(tree, verb, "to"), be = pp_i_tree_child_in(tree, verb, "be");
    bool planned = be < verb && to == be + 1 && to + 1 == verb &&
                   pp_i_tree_in(tree, verb, "strike walk picket boycott") &&
                   pp_i_word_in(tree->tokens[be].form, "is are was were");
    uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
    bool deal = pp_i_tree_in(tree, verb, "strike walk") && /* "is to strike a balance" */
                pp_i_tree_child(tree, verb, PP_REL_OBJ) != PP_NO_HEAD;
    if (!planned || deal || subject >= be || pp_i_scene_has_cue(scene, verb)) {
        return;
    }
    pp_i_find find = {.cue_head = verb,
                      .cue = {be, to},
                      .content_head = verb,
                      .content = {to, tree->end[verb]},
                      .pattern = PP_PATTERN_SUBJECT,
                      .act = PP_ACT_WARNS,
                      .strength = PP_STRENGTH_SHOULD,
                      .frame = PP_FRAME_INFINITIVE,
                      .voice = pp_i_voice_at(scene, subject)};
    if (find.voice.token != PP_NO_HEAD) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "to persuade X to step down, as demanded by Y": what is told before is demanded by Y. */
void pp_i_pattern_as_demanded(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_cue *found[1];
    bool as = verb > 2 && pp_i_tree_is(tree, verb - 1, "as") &&
              tree->tokens[verb].tag == PP_TAG_VERB &&
              pp_i_text_is(tree->tokens[verb - 2].form, ",") &&
              pp_i_tree_in(tree, verb, "demand propose suggest request recommend urge advocate");
    uint32_t who = as ? pp_i_tree_agent(tree, verb) : PP_NO_HEAD;
    uint32_t above = as ? tree->tokens[verb].head : PP_NO_HEAD;
    if (who >= tree->count || above >= verb ||
        pp_i_cues_find(scene->cues, PP_CUE_VERB, tree->tokens[verb].lemma, found, 1) == 0) {
        return;
    }
    uint32_t start = tree->start[above], over = tree->tokens[above].head;
    uint32_t whom = over < above && tree->tokens[above].relation == PP_REL_XCOMP
                        ? pp_i_tree_child(tree, over, PP_REL_OBJ)
                        : PP_NO_HEAD;
    start = whom < above && whom > over ? tree->start[whom] : start;
    if (start + 2 > verb) {
        return;
    }
    pp_i_find find = {.cue_head = verb,
                      .cue = {verb - 1, verb + 1},
                      .content_head = above,
                      .content = {start, verb - 2},
                      .pattern = PP_PATTERN_SUBJECT,
                      .act = found[0]->act,
                      .strength = found[0]->strength,
                      .frame = PP_FRAME_CLAUSE,
                      .voice = pp_i_voice_at(scene, who)};
    if (find.voice.token != PP_NO_HEAD && find.voice.named && !scene->quoted[verb]) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* What a noun of something said that stands as an aside makes of what stands before it. */
static int act_of_aside(const pp_i_tree *tree, uint32_t noun)
{
    return pp_i_tree_in(tree, noun, "demand condition goal priority aim precondition")
               ? PP_ACT_DEMANDS
           : pp_i_tree_in(tree, noun, "promise pledge")           ? PP_ACT_COMMITS
           : pp_i_tree_in(tree, noun, "proposal idea suggestion") ? PP_ACT_PROPOSES
                                                                  : -1;
}

/* "ruled out raising the age, a key demand of the Liberals": they demand what is ruled out. */
void pp_i_pattern_aside(pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    int act = tree->tokens[noun].relation == PP_REL_APPOS ? act_of_aside(tree, noun) : -1;
    uint32_t start = tree->start[noun], whose = pp_i_tree_behind(tree, noun, "of by from");
    start += act >= 0 && pp_i_text_is(tree->tokens[start].form, ",");
    if (act < 0 || start == 0 || !pp_i_text_is(tree->tokens[start - 1].form, ",") ||
        whose >= tree->count || whose < noun) {
        return;
    }
    pp_i_find *before = NULL;
    bool told = false;
    for (size_t i = 0; i < scene->find_count; i++) {
        pp_i_find *one = &scene->finds[i];
        told = told || one->cue_head == noun; /* it says itself of what */
        bool holds = one->content.start < start && one->content.end > start && !one->quoted;
        before = holds && one->cue_head < start ? one : before;
    }
    if (before == NULL) {
        return;
    }
    before->content = pp_i_range_trim(tree, (pp_i_range){before->content.start, start - 1});
    if (told) {
        return;
    }
    pp_i_find find = *before;
    find.cue_head = noun;
    find.cue = (pp_i_range){start, noun + 1};
    find.act = (uint8_t)act;
    find.strength = PP_STRENGTH_SHOULD;
    find.negated = find.hedged = false;
    find.pattern = PP_PATTERN_NOUN;
    find.voice = pp_i_voice_at(scene, whose);
    if (find.voice.token != PP_NO_HEAD && find.voice.named &&
        !pp_i_voice_same(scene, &find.voice, &before->voice)) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "Oslo puts the share at 35 per cent", "a cost which it estimates at ten million". */
void pp_i_pattern_put_at(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t amount = pp_i_tree_in(tree, verb, "put estimate calculate reckon value assess")
                          ? pp_i_tree_behind(tree, verb, "at")
                          : PP_NO_HEAD;
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    if (amount >= tree->count || amount < verb || object >= tree->count ||
        pp_i_tree_is_passive(tree, verb)) {
        return;
    }
    bool counted = pp_i_tree_in(tree, object, "odds odd chance");
    for (uint32_t i = pp_i_tree_case(tree, amount); i <= amount; i++) {
        counted = counted || tree->tokens[i].tag == PP_TAG_NUM || tree->tokens[i].tag == PP_TAG_SYM;
    }
    uint32_t start = object > verb ? tree->start[object] : pp_i_tree_case(tree, amount);
    if (!counted || start <= verb || start >= tree->end[amount]) {
        return; /* "put the case at risk" */
    }
    pp_i_find find = {.cue_head = verb,
                      .cue = {verb, verb + 1},
                      .content_head = amount,
                      .content = {start, tree->end[amount]},
                      .pattern = PP_PATTERN_SUBJECT,
                      .act = PP_ACT_ASSERTS,
                      .strength = PP_STRENGTH_NONE,
                      .frame = PP_FRAME_OBJECT,
                      .voice = pp_i_voice_of(scene, verb)};
    if (find.voice.token != PP_NO_HEAD) {
        (void)pp_i_extract_finish(scene, &find);
    }
}

/* "X backs the plan, as do Y and Z", "so does Y": what was said last is said by them too. */
void pp_i_pattern_as_do(pp_i_scene *scene)
{
    const pp_i_tree *tree = &scene->tree;
    for (uint32_t i = 2; i + 2 < tree->count && scene->find_count > 0; i++) {
        bool too =
            pp_i_tree_in(tree, i, "as so") && pp_i_tree_in(tree, i + 1, "do have be") &&
            (tree->tokens[i - 1].tag == PP_TAG_PUNCT || tree->tokens[i - 1].tag == PP_TAG_CCONJ);
        uint32_t end = i + 2;
        while (too && end < tree->count && !pp_i_text_is(tree->tokens[end].form, ",") &&
               tree->tokens[end].tag != PP_TAG_VERB && !pp_i_text_is(tree->tokens[end].form, ".")) {
            end++;
        }
        pp_i_find *last = &scene->finds[scene->find_count - 1];
        if (!too || last->cue.start >= i || last->quoted) {
            continue;
        }
        pp_i_find other = *last;
        if (other.content.end > i && other.content.start < i) {
            other.content.end = i;
            other.content = pp_i_range_trim(tree, other.content);
            last->content = other.content;
        }
        for (uint32_t k = i + 2; k < end; k++) {
            uint32_t head = tree->tokens[k].head;
            bool noun = tree->tokens[k].tag == PP_TAG_PROPN || tree->tokens[k].tag == PP_TAG_NOUN;
            bool top = noun && (head < i + 2 || head >= end || head >= tree->count ||
                                tree->tokens[k].relation == PP_REL_CONJ);
            other.voice = top ? pp_i_voice_at(scene, k) : pp_i_voice_none();
            if (other.voice.token != PP_NO_HEAD &&
                !pp_i_voice_same(scene, &other.voice, &last->voice)) {
                (void)pp_i_scene_add(scene, &other);
            }
        }
        return;
    }
}
