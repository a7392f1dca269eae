/*
 * pattern.c: ways of saying that need no verb of saying: "according to", "will", "are against",
 * "unacceptable to"; see scene.h.
 */
#include "reading/scene.h"

bool pp_i_is_hostile(const pp_i_tree *tree, uint32_t verb)
{
    bool relieves = pp_i_tree_in(tree, verb, "cut suspend halt stop cancel freeze abandon break") &&
                    pp_i_tree_in(tree, pp_i_tree_child(tree, verb, PP_REL_OBJ),
                                 "tariff duty tax fare price fee levy rent charge rate toll fine "
                                 "emission pollution fire attack shelling strike offensive bombing "
                                 "blockade boycott surcharge interest backlog");
    return pp_i_tree_in(tree, verb, PP_CUE_HOSTILE_VERBS) && !relieves;
}

#define UNWILLED                                                                                   \
    "lose suffer collapse fall rise cost benefit gain fail win struggle survive follow happen "    \
    "mean worsen grow shrink emerge profit drop"

/* "would halt the works in return for", "will not open the road without": what would be done, or
 * not, on terms. */
static bool is_on_terms(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    bool negated = pp_i_tree_is_negated(tree, verb);
    pp_i_condition_words words;
    for (uint32_t at = 0; pp_i_condition_next(scene, &at, &words);) {
        bool terms = negated
                         ? pp_i_marker_is_negative(words.marker)
                         : words.marker == PP_MARKER_NEEDED || words.marker == PP_MARKER_RETURN ||
                               words.marker == PP_MARKER_UNLESS ||
                               (words.marker == PP_MARKER_IF && words.whole.start > verb &&
                                !pp_i_tree_in(tree, verb, UNWILLED) &&
                                pp_i_condition_begins_with(scene, words.on, PP_ENTITY_GROUP));
        if (terms && (words.whole.start > verb || words.whole.start == 0))
            return true;
    }
    return false;
}

/* The subject of a verb in a main clause; of "and will pay" that of the verb to which it is joined.
 */
static uint32_t subject_of(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t own = pp_i_tree_child(tree, verb, PP_REL_NSUBJ), above = tree->tokens[verb].head;
    bool joined = own == PP_NO_HEAD && tree->tokens[verb].relation == PP_REL_CONJ && above < verb &&
                  tree->tokens[above].relation == PP_REL_ROOT;
    return joined ? pp_i_tree_child(tree, above, PP_REL_NSUBJ) : own;
}

/* "the council will pay for the canals": a party's will without a verb of saying commits it. */
void pp_i_pattern_will(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t subject = subject_of(tree, verb);
    uint8_t relation = tree->tokens[verb].relation;
    bool main_clause = relation == PP_REL_ROOT || relation == PP_REL_CONJ ||
                       relation == PP_REL_PARATAXIS ||
                       (relation == PP_REL_CCOMP && tree->tokens[verb].head > verb);
    bool mute = pp_i_tree_is(tree, verb, "discuss") && /* "would not discuss the replies" */
                pp_i_tree_in(tree, pp_i_tree_child(tree, verb, PP_REL_OBJ),
                             "reply response answer detail matter contents content report rumour "
                             "rumor figure specific particular");
    bool talks = pp_i_tree_in(tree, verb, "discuss negotiate debate countenance") &&
                 pp_i_tree_is_negated(tree, verb) && !mute; /* "would not discuss the quota" */
    bool may =
        subject < verb && main_clause && pp_i_tree_modal(tree, verb, "will would") != PP_NO_HEAD;
    bool terms = may && is_on_terms(scene, verb);
    bool will = may && (terms || talks || pp_i_tree_modal(tree, verb, "will") != PP_NO_HEAD) &&
                !pp_i_tree_in(tree, pp_i_tree_child(tree, subject, PP_REL_DET), "no any every");
    if (!will || pp_i_extract_is_hypothetical(tree, verb) || pp_i_tree_is_passive(tree, verb) ||
        scene->quoted[verb] != 0 ||
        (!terms && pp_i_tree_in(tree, verb,
                                "be have meet arrive visit begin start end return continue remain "
                                "become face need resume decide consider vote see take get come "
                                "speak hear attend travel know find reply respond answer react"))) {
        return;
    }
    if (pp_i_scene_has_cue(scene, verb)) {
        return;
    }
    pp_i_find find = {.cue_head = verb,
                      .cue = pp_i_verb_words(tree, verb),
                      .content_head = verb,
                      .content = {verb, tree->end[verb]},
                      .pattern = PP_PATTERN_SUBJECT,
                      .frame = PP_FRAME_OBJECT,
                      .act = PP_ACT_COMMITS,
                      .strength = PP_STRENGTH_SHOULD,
                      .of_himself = true};
    if (pp_i_is_hostile(tree, verb) && !pp_i_tree_is_negated(tree, verb)) {
        find.act = PP_ACT_WARNS;
    }
    if (pp_i_tree_is(tree, verb, "go") && pp_i_tree_is(tree, verb + 1, "along") &&
        !pp_i_tree_in(tree, verb + 2, "with")) { /* "will go along only if": with what was put up */
        find.act = PP_ACT_ACCEPTS;
        find.bare = PP_BARE_ANSWER;
        find.content.end = verb + 2;
        find.voice = pp_i_voice_of(scene, verb);
        if (find.voice.entity != PP_NONE) {
            pp_i_extract_finish_all(scene, &find);
        }
        return;
    }
    uint32_t only = pp_i_tree_child_in(tree, verb, "only");
    for (uint32_t i = verb + 1; only < verb && i < tree->end[verb]; i++) {
        if (pp_i_tree_in(tree, i, "if once after when")) { /* "will only sign if" */
            find.act = PP_ACT_DEMANDS;
            find.strength = PP_STRENGTH_MUST;
        }
    }
    for (uint32_t i = find.content.end; i-- > verb + 1;) {
        find.content.end = pp_i_text_is(tree->tokens[i].form, ",") ? i : find.content.end;
    }
    find.voice = pp_i_voice_of(scene, verb);
    if (find.voice.entity != PP_NONE && !pp_i_tree_in(tree, find.voice.token, "i we you") &&
        !find.voice.owns) {
        pp_i_extract_finish_all(scene, &find);
    }
}

/* "was met coolly by X", "was received warmly in Y": how it is taken tells the act. */
void pp_i_pattern_received(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    if (!pp_i_tree_in(tree, verb, "meet receive greet") || !pp_i_tree_is_passive(tree, verb) ||
        pp_i_extract_is_hypothetical(tree, verb)) {
        return;
    }
    bool cool = pp_i_tree_child_in(tree, verb,
                                   "coolly coldly frostily icily warily cautiously sceptically "
                                   "skeptically badly angrily poorly") != PP_NO_HEAD;
    bool warm = pp_i_tree_child_in(tree, verb,
                                   "warmly enthusiastically favourably favorably "
                                   "positively well") != PP_NO_HEAD;
    pp_i_cue cue = {PP_CUE_VERB,
                    cool ? PP_ACT_DOUBTS : PP_ACT_SUPPORTS,
                    PP_STRENGTH_SHOULD,
                    PP_FRAME_OBJECT,
                    NULL,
                    ""};
    pp_i_find find = {.cue_head = verb,
                      .content_head = PP_NO_HEAD,
                      .pattern = PP_PATTERN_BY,
                      .act = cue.act,
                      .strength = cue.strength};
    if ((cool || warm) && pp_i_frame_verb(scene, &cue, &find)) {
        find.voice = pp_i_voice_of(scene, verb);
        if (find.voice.token != PP_NO_HEAD) {
            pp_i_extract_finish_all(scene, &find);
        }
    }
}

/* The noun behind "according to", or the owner in "in X's view"; `end` is where the phrase ends. */
static uint32_t according_noun(const pp_i_scene *scene, uint32_t at, uint32_t *end)
{
    const pp_i_tree *tree = &scene->tree;
    if (pp_i_tree_in(tree, at, "according accord") && pp_i_tree_is(tree, at + 1, "to")) {
        uint32_t noun = tree->tokens[at].relation == PP_REL_CASE ? tree->tokens[at].head
                                                                 : tree->tokens[at + 1].head;
        noun = noun >= tree->count || noun <= at ? at + 2 : noun;
        *end = tree->end[noun];
        return noun;
    }
    uint32_t view = pp_i_tree_in(tree, at, "in by") ? tree->tokens[at].head : PP_NO_HEAD;
    static const char *const views = "view opinion eye eyes word words judgment judgement "
                                     "estimation telling reckoning assessment accounting "
                                     "estimate calculation calculations reading";
    if (view >= tree->count || view < at || view > at + 6 ||
        (!pp_i_tree_in(tree, view, views) && !pp_i_word_in(tree->tokens[view].form, views))) {
        return PP_NO_HEAD;
    }
    uint32_t of = pp_i_tree_behind(tree, view, "of");
    if (of < tree->count && of > view && pp_i_tree_is(tree, view + 1, "of")) {
        *end = tree->end[of]; /* "in the view of X" */
        return of;
    }
    for (uint32_t i = at + 1; i < view; i++) {
        if (pp_i_word_in(tree->tokens[i].form, "whose") && at > 2) {
            *end = view + 1; /* "X, in whose view" */
            uint32_t who = tree->tokens[at - 1].tag == PP_TAG_PUNCT ? at - 2 : at - 1;
            uint32_t above = tree->tokens[who].head; /* "Ann Reed of the Greens, in whose view" */
            bool below = tree->tokens[who].relation == PP_REL_NMOD && above < who &&
                         pp_i_tree_tagged(tree, above, PP_TAG_PROPN);
            return below ? above : who;
        }
        bool owner = tree->tokens[i].relation == PP_REL_NSUBJ && i + 1 < view && /* of "telling" */
                     pp_i_word_in(tree->tokens[i + 1].form, "'s \xE2\x80\x99s");
        bool people = tree->tokens[i].relation == PP_REL_AMOD && /* "in the Swiss reading" */
                      pp_i_voice_at(scene, i).named;
        if (tree->tokens[i].relation == PP_REL_NMOD || owner || people) {
            *end = view + 1;
            return i;
        }
    }
    return PP_NO_HEAD;
}

static uint32_t next_comma(const pp_i_tree *tree, uint32_t from)
{
    while (from < tree->count && !pp_i_text_is(tree->tokens[from].form, ",")) {
        from++;
    }
    return from;
}

/* At the start of a sentence the comma ends "According to X", whatever the parse says, or the one
 * behind ", a group of Y,". */
static uint32_t phrase_end(const pp_i_tree *tree, uint32_t from, uint32_t end)
{
    uint32_t comma = next_comma(tree, from);
    if (comma + 1 >= tree->count) {
        return end;
    }
    uint32_t second = next_comma(tree, comma + 1);
    bool apposition = pp_i_tree_in(tree, comma + 1, "a an the") && second + 3 < tree->count;
    for (uint32_t i = comma + 1; i < second && apposition; i++) {
        apposition = tree->tokens[i].tag != PP_TAG_AUX &&
                     (tree->tokens[i].tag != PP_TAG_VERB || pp_i_tree_in(tree, i - 1, "which who"));
    }
    return (apposition ? second : comma) + 1;
}

/* "according to X, ...", "in X's view, ...": the rest of the sentence. */
void pp_i_pattern_according(pp_i_scene *scene, uint32_t at)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t end = 0, noun = according_noun(scene, at, &end);
    if (noun >= tree->count) {
        return;
    }
    pp_i_find find = {.cue_head = at,
                      .cue = {at, at + 2},
                      .content_head = PP_NO_HEAD,
                      .pattern = PP_PATTERN_ACCORDING,
                      .act = PP_ACT_ASSERTS,
                      .asserting = true,
                      .frame = PP_FRAME_CLAUSE};
    find.voice = pp_i_voice_at(scene, noun);
    if (find.voice.token == PP_NO_HEAD) {
        return;
    }
    bool whose = noun < at;
    if (at < 3) {
        end = phrase_end(tree, find.voice.words.end, end);
    }
    bool behind = !whose && (at * 2 > tree->count || end + 2 >= tree->count);
    find.content = behind ? (pp_i_range){0, at} : (pp_i_range){end, tree->count};
    for (uint32_t i = find.content.start; behind && i < at; i++) {
        bool other = pp_i_text_is(tree->tokens[i].form, ";") && i + 3 < at;
        find.content.start = other ? i + 1 : find.content.start;
    }
    bool inside =
        at > 2 && end + 3 < tree->count && pp_i_text_is(tree->tokens[at - 1].form, ",") &&
        pp_i_text_is(tree->tokens[end].form, ",") && !whose &&
        (tree->tokens[end + 1].tag == PP_TAG_AUX || tree->tokens[end + 1].tag == PP_TAG_VERB);
    if (inside) { /* "Any pledge, in X's view, should be matched" */
        uint32_t comma = next_comma(tree, end + 1);
        find.content = (pp_i_range){end + 1, comma};
    }
    find.content_head = find.content.start;
    for (uint32_t i = find.content.end; i-- > find.content.start;) {
        bool top = whose && (tree->tokens[i].head < at || tree->tokens[i].head >= tree->count) &&
                   tree->tokens[i].tag != PP_TAG_PUNCT;
        find.content_head = tree->tokens[i].relation == PP_REL_ROOT || top ? i : find.content_head;
    }
    find.content = pp_i_range_trim(tree, find.content);
    (void)pp_i_extract_finish(scene, &find);
}

/* "the driver-only trains remain unacceptable to the union": who is named behind "to" judges. */
bool pp_i_pattern_judged_to(pp_i_scene *scene, uint32_t adjective)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_judging *judging = pp_i_cues_judging(scene->cues, tree->tokens[adjective].lemma);
    uint32_t who = judging == NULL ? PP_NO_HEAD : pp_i_tree_behind(tree, adjective, "to for");
    uint32_t subject = pp_i_tree_subject(tree, adjective, NULL);
    bool predicate = pp_i_tree_child(tree, adjective, PP_REL_COP) < adjective ||
                     tree->tokens[adjective].relation == PP_REL_XCOMP;
    if (!predicate || who >= tree->count || who < adjective || subject >= adjective ||
        !pp_i_tree_in(tree, adjective,
                      "unacceptable acceptable intolerable inadmissible inconceivable unthinkable "
                      "priority nonstarter non-starter imperative essential vital crucial line") ||
        (pp_i_tree_is(tree, adjective, "line") &&
         pp_i_tree_child_in(tree, adjective, "red") >= adjective)) {
        return false;
    }
    pp_i_find find = {.cue_head = adjective,
                      .cue = {adjective, adjective + 1},
                      .content_head = subject,
                      .pattern = PP_PATTERN_SUBJECT,
                      .content = {tree->start[subject], tree->end[subject]},
                      .act = judging->act, /* its denial is seen later */
                      .strength = judging->strength,
                      .frame = PP_FRAME_OBJECT};
    if (pp_i_tree_is(tree, adjective, "line")) {
        pp_i_refine_red_line(tree, &find, subject);
    }
    find.voice = pp_i_voice_at(scene, who);
    return find.voice.named && pp_i_extract_finish(scene, &find);
}

/* "the parents are firmly against the merger": the preposition is the cue. */
void pp_i_pattern_against(pp_i_scene *scene, uint32_t at)
{
    const pp_i_tree *tree = &scene->tree;
    bool against = pp_i_tree_is(tree, at, "against"), behind = pp_i_tree_is(tree, at, "behind");
    uint32_t noun = tree->tokens[at].head;
    bool after = pp_i_tree_is(tree, at, "after") && /* "is after a rise": wants it */
                 pp_i_tree_in(tree, noun,
                              "rise raise increase deal concession guarantee share seat "
                              "compensation money pledge cut bonus foothold term residual "
                              "contract licence license exemption role say quota");
    uint32_t copula = noun < tree->count ? pp_i_tree_child(tree, noun, PP_REL_COP) : PP_NO_HEAD;
    bool neither = at > 2 && pp_i_tree_is(tree, at - 1, "nor") && /* "neither for nor against" */
                   pp_i_tree_is(tree, at - 3, "neither");
    if ((!against && !behind && !after) || noun >= tree->count || noun < at || copula > at ||
        neither) {
        return;
    }
    pp_i_find find = {.cue_head = at,
                      .cue = {copula, at + 1},
                      .content_head = noun,
                      .content = {at + 1, tree->end[noun]},
                      .pattern = PP_PATTERN_SUBJECT,
                      .act = against  ? PP_ACT_REJECTS
                             : behind ? PP_ACT_SUPPORTS
                                      : PP_ACT_DEMANDS,
                      .strength = PP_STRENGTH_SHOULD,
                      .frame = PP_FRAME_BEHIND};
    uint32_t subject = pp_i_tree_child(tree, noun, PP_REL_NSUBJ);
    find.voice = subject < tree->count ? pp_i_voice_at(scene, subject) : pp_i_voice_none();
    if (!against && pp_i_tree_is_negated(tree, noun)) {
        return; /* "is not behind the plan", "is not after a rise": no more than that */
    }
    if (against && pp_i_tree_is_negated(tree, noun)) { /* who is not against it may yet be for it */
        find.act = PP_ACT_ACCEPTS;
        find.strength = PP_STRENGTH_HEDGED;
        find.negated = find.hedged = true;
    }
    if (find.voice.token != PP_NO_HEAD) {
        pp_i_extract_finish_all(scene, &find);
    }
}
