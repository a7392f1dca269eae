/*
 * pattern_bare.c: what has no words of its own, since the clause before has them: "Iceland does
 * not", "neither will Sweden", "Norway is opposed"; see scene.h. What it is about answers.c finds.
 *
 * By the order of the words: a parser makes little of a clause without a verb.
 */
#include "reading/scene.h"

enum { BARE_VOICE_WORD_COUNT_MAX = 6, BARE_CLAUSE_WORD_COUNT_MAX = 6 };

#define AUXILIARIES "do will would can could be have"

/* Where the clause goes on behind words that only say when or how: "accepted on Monday". */
static uint32_t behind_when(const pp_i_tree *tree, uint32_t at)
{
    while (at < tree->count &&
           (tree->tokens[at].tag == PP_TAG_ADV || pp_i_tree_in(tree, at, PP_TIME_NOUNS) ||
            (pp_i_tree_in(tree, at, "on last this next the") &&
             pp_i_tree_in(tree, at + 1, PP_TIME_NOUNS)))) {
        at++;
    }
    return at;
}

/* Does a joint of clauses stand there? */
static bool is_joint(const pp_i_tree *tree, uint32_t at)
{
    return tree->tokens[at].tag == PP_TAG_CCONJ ||
           pp_i_tree_in(tree, at, "while whereas although though");
}

/* Does the clause end there? A comma ends it only where another clause follows: of "does not, he
 * said, go far enough" it does not. */
static bool ends_clause(const pp_i_tree *tree, uint32_t at)
{
    if (at >= tree->count || is_joint(tree, at) || pp_i_word_in(tree->tokens[at].form, ". ; ! ?")) {
        return true;
    }
    return pp_i_text_is(tree->tokens[at].form, ",") && at + 1 < tree->count &&
           (is_joint(tree, at + 1) || pp_i_token_ends(&tree->tokens[at + 1], "ing"));
}

/* Who is named by the words that end at `last`; of "Norway and Sweden" the first. */
static pp_i_voice voice_ending(const pp_i_scene *scene, uint32_t last)
{
    const pp_i_tree *tree = &scene->tree;
    uint8_t tag = tree->tokens[last].tag;
    uint32_t above = tree->tokens[last].head;
    if (tag != PP_TAG_PROPN && tag != PP_TAG_NOUN && tag != PP_TAG_PRON) {
        return pp_i_voice_none();
    }
    bool joined = tree->tokens[last].relation == PP_REL_CONJ && above < last &&
                  tree->tokens[above].tag == tag;
    pp_i_voice voice = pp_i_voice_at(scene, joined ? above : last);
    bool own = pp_i_tree_in(tree, voice.token, "i we you which that who this");
    return own || scene->quoted[last] != 0 ? pp_i_voice_none() : voice;
}

static void add(pp_i_scene *scene, uint32_t cue, pp_i_range words, pp_i_find *find)
{
    find->cue_head = find->content_head = cue;
    find->cue = find->content = words;
    find->pattern = PP_PATTERN_SUBJECT;
    find->strength = PP_STRENGTH_SHOULD;
    find->frame = PP_FRAME_BARE;
    if (find->voice.token != PP_NO_HEAD && !pp_i_scene_has_cue(scene, cue)) {
        pp_i_extract_finish_all(scene, find);
    }
}

/* "Iceland does not", "Sweden will not": the contrary of what was said before. */
static void find_contrary(pp_i_scene *scene, uint32_t word)
{
    const pp_i_tree *tree = &scene->tree;
    bool one = pp_i_word_in(tree->tokens[word].form, "cannot");
    bool denied = one || (word + 1 < tree->count &&
                          pp_i_word_in(tree->tokens[word + 1].form, "not n't n\xE2\x80\x99t"));
    uint32_t end = word + (one ? 1 : 2);
    if (word == 0 || !denied || !(one || pp_i_tree_in(tree, word, AUXILIARIES)) ||
        !ends_clause(tree, behind_when(tree, end))) {
        return;
    }
    pp_i_find find = {
        .act = PP_ACT_REJECTS, .bare = PP_BARE_OTHER, .voice = voice_ending(scene, word - 1)};
    add(scene, word, (pp_i_range){word, end}, &find);
}

/* "Iceland does too", "Sweden will as well": what was said before. */
static void find_too(pp_i_scene *scene, uint32_t word)
{
    const pp_i_tree *tree = &scene->tree;
    bool too = word + 1 < tree->count && pp_i_tree_in(tree, word + 1, "too also");
    bool well = word + 2 < tree->count && pp_i_tree_is(tree, word + 1, "as") &&
                pp_i_tree_is(tree, word + 2, "well");
    uint32_t end = word + (well ? 3 : 2);
    if (word == 0 || !(too || well) || !pp_i_tree_in(tree, word, AUXILIARIES) ||
        !ends_clause(tree, end)) {
        return;
    }
    pp_i_find find = {
        .act = PP_ACT_SUPPORTS, .bare = PP_BARE_SAME, .voice = voice_ending(scene, word - 1)};
    add(scene, word, (pp_i_range){word, end}, &find);
}

/* "neither does Iceland", "Nor will Sweden", "So does Norway". */
static void find_same(pp_i_scene *scene, uint32_t word)
{
    const pp_i_tree *tree = &scene->tree;
    bool begins = word == 0 || tree->tokens[word - 1].tag == PP_TAG_PUNCT ||
                  tree->tokens[word - 1].tag == PP_TAG_CCONJ;
    bool so = word == 0 && pp_i_tree_is(tree, word, "so");
    uint32_t end = word + 2;
    if (!begins || !(so || pp_i_tree_in(tree, word, "neither nor")) || end >= tree->count ||
        !pp_i_tree_in(tree, word + 1, AUXILIARIES)) {
        return;
    }
    while (end < tree->count && end < word + 2 + BARE_VOICE_WORD_COUNT_MAX &&
           !ends_clause(tree, end) && tree->tokens[end].tag != PP_TAG_VERB &&
           tree->tokens[end].tag != PP_TAG_PUNCT) {
        end++;
    }
    if (end == word + 2 || !ends_clause(tree, end)) {
        return;
    }
    pp_i_find find = {
        .act = PP_ACT_SUPPORTS, .bare = PP_BARE_SAME, .voice = voice_ending(scene, end - 1)};
    add(scene, word + 1, (pp_i_range){word, word + 2}, &find);
}

/* "Norway supports the cap, unlike Sweden": the contrary, where that ends the clause. */
static void find_unlike(pp_i_scene *scene, uint32_t word)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t end = word + 1;
    if (word < 3 || !pp_i_tree_is(tree, word, "unlike") ||
        !pp_i_text_is(tree->tokens[word - 1].form, ",")) {
        return;
    }
    while (end < tree->count && end < word + 1 + BARE_VOICE_WORD_COUNT_MAX &&
           tree->tokens[end].tag != PP_TAG_PUNCT && tree->tokens[end].tag != PP_TAG_VERB) {
        end++;
    }
    if (end == word + 1 || !ends_clause(tree, end)) {
        return;
    }
    pp_i_find find = {
        .act = PP_ACT_REJECTS, .bare = PP_BARE_OTHER, .voice = voice_ending(scene, end - 1)};
    add(scene, word, (pp_i_range){word, end}, &find);
}

/* What a predicate without words of its own says, or -1: "opposed", "in favour", "no objection". */
static int act_of_predicate(const pp_i_tree *tree, uint32_t word)
{
    if (pp_i_tree_in(tree, word, "favour favor") && pp_i_tree_is(tree, word - 1, "in")) {
        return PP_ACT_SUPPORTS;
    }
    if (pp_i_tree_is(tree, word, "objection") && pp_i_tree_is(tree, word - 1, "no")) {
        return PP_ACT_REJECTS; /* its denial is seen later */
    }
    return pp_i_tree_in(tree, word, "opposed against oppose") ? PP_ACT_REJECTS
           : pp_i_tree_in(tree, word, "sceptical skeptical unconvinced doubtful unimpressed wary")
               ? PP_ACT_DOUBTS
               : -1;
}

/* "Sweden is opposed", "Norway remains sceptical", "Iceland has no objection". */
static void find_predicate(pp_i_scene *scene, uint32_t word)
{
    const pp_i_tree *tree = &scene->tree;
    int act = word > 1 ? act_of_predicate(tree, word) : -1;
    if (act < 0 || !ends_clause(tree, behind_when(tree, word + 1))) {
        return;
    }
    uint32_t verb = word - 1;
    while (verb > 0 && word - verb < 4 &&
           (tree->tokens[verb].tag == PP_TAG_ADV || pp_i_tree_in(tree, verb, "in no"))) {
        verb--;
    }
    bool has = pp_i_tree_is(tree, word, "objection");
    if (verb == 0 || !pp_i_tree_in(tree, verb, has ? "have" : "be remain stay")) {
        return;
    }
    pp_i_find find = {.act = (uint8_t)act,
                      .bare = PP_BARE_ANSWER,
                      .hedged = act == PP_ACT_DOUBTS,
                      .voice = voice_ending(scene, verb - 1)};
    add(scene, word, (pp_i_range){verb, word + 1}, &find);
}

/* "Iceland took the same view", "made the same demand", "is of a similar opinion". */
static void find_same_view(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    bool is = pp_i_tree_is(tree, verb, "be") && pp_i_tree_is(tree, verb + 1, "of");
    uint32_t view = pp_i_tree_in(tree, verb, "take hold adopt express have make raise")
                        ? pp_i_tree_child(tree, verb, PP_REL_OBJ)
                    : is ? tree->tokens[verb + 1].head
                         : PP_NO_HEAD;
    if (view >= tree->count || view < verb ||
        !pp_i_tree_in(tree, view,
                      "view position stance opinion line attitude sentiment demand "
                      "request call objection") ||
        pp_i_tree_child_in(tree, view, "same similar") >= view ||
        pp_i_tree_is_negated(tree, verb) || !ends_clause(tree, behind_when(tree, view + 1))) {
        return;
    }
    pp_i_find find = {
        .act = PP_ACT_SUPPORTS, .bare = PP_BARE_SAME, .voice = pp_i_voice_of(scene, verb)};
    add(scene, verb, (pp_i_range){verb, view + 1}, &find);
}

void pp_i_pattern_bare(pp_i_scene *scene, uint32_t word)
{
    if (pp_i_extract_is_hypothetical(&scene->tree, word)) {
        return;
    }
    find_contrary(scene, word);
    find_too(scene, word);
    find_unlike(scene, word);
    find_same(scene, word);
    find_predicate(scene, word);
    find_same_view(scene, word);
}

/* Where the clause of a bare answer begins with a joint before it: "and Iceland agreed", ", unlike
 * Sweden"; 0 where it does not. */
static uint32_t bare_start(const pp_i_tree *tree, const pp_i_find *bare)
{
    bool unlike = pp_i_tree_is(tree, bare->cue_head, "unlike");
    bool own = unlike || bare->voice.token < bare->cue.end;
    uint32_t start = unlike ? bare->cue_head : bare->voice.words.start;
    bool parted = start > 0 && start < tree->count &&
                  (tree->tokens[start - 1].tag == PP_TAG_CCONJ ||
                   tree->tokens[start - 1].tag == PP_TAG_PUNCT);
    return bare->frame == PP_FRAME_BARE && own && parted ? start : 0;
}

void pp_i_pattern_bare_cut(pp_i_scene *scene)
{
    const pp_i_tree *tree = &scene->tree;
    for (size_t i = 0; i < scene->find_count; i++) {
        uint32_t start = bare_start(tree, &scene->finds[i]);
        for (size_t k = 0; k < scene->find_count && start > 0; k++) {
            pp_i_find *find = &scene->finds[k];
            bool holds = find->cue_head < start && find->content.start + 1 < start &&
                         start < find->content.end;
            if (k != i && holds && find->frame != PP_FRAME_BARE && !find->quoted) {
                find->content = pp_i_range_trim(tree, (pp_i_range){find->content.start, start - 1});
                find->content_head = find->content_head < start
                                         ? find->content_head
                                         : pp_i_range_top(tree, find->content);
            }
        }
    }
}

uint8_t pp_i_bare_of(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    pp_i_range words = find->content;
    bool clause = find->frame == PP_FRAME_CLAUSE && words.end > words.start + 1 &&
                  words.end - words.start <= BARE_CLAUSE_WORD_COUNT_MAX;
    for (uint32_t i = words.start; clause && i + 1 < words.end; i++) {
        clause = tree->tokens[i].tag == PP_TAG_AUX || tree->tokens[i].tag == PP_TAG_PART ||
                 tree->tokens[i].tag == PP_TAG_ADV ||
                 pp_i_tree_in(tree, i, "it he she they i we not never to");
    }
    bool favours = find->frame == PP_FRAME_CLAUSE && find->act == PP_ACT_SUPPORTS &&
                   words.end - words.start <= BARE_CLAUSE_WORD_COUNT_MAX &&
                   words.end > words.start + 1 && pp_i_tree_is(tree, words.end - 2, "in") &&
                   pp_i_tree_in(tree, words.end - 1, "favour favor");
    if (favours) {
        return PP_BARE_ANSWER; /* "said he was in favour" */
    }
    uint32_t said = clause ? words.end - 1 : find->cue_head;
    if (find->bare != PP_BARE_NONE || !(clause || find->frame == PP_FRAME_BARE) ||
        (clause &&
         (tree->tokens[said].tag != PP_TAG_VERB ||
          !pp_i_tree_in(tree, said, "accept agree consent refuse decline object disagree")))) {
        return find->bare;
    }
    return pp_i_tree_in(tree, said, "agree disagree concur") ? PP_BARE_VIEW : PP_BARE_ANSWER;
}
