/*
 * pattern_shallow.c: "X, the head of Y, has offered a truce", read by the order of the words alone:
 * somebody, what is said about him between commas, helpers, a verb of the lexicon, what fills its
 * place. It finds what a wrong parse hides; what the parse has found already it leaves alone. See
 * scene.h.
 */
#include "reading/extract_parts.h"

enum { HELPER_COUNT_MAX = 5, ASIDE_WORD_COUNT_MAX = 24 };

static bool is_comma(const pp_i_tree *tree, uint32_t token)
{
    return token < tree->count && pp_i_text_is(tree->tokens[token].form, ",");
}

/* Is the word a cue already, or said with one? */
static bool is_taken(const pp_i_scene *scene, uint32_t token)
{
    for (size_t i = 0; i < scene->find_count; i++) {
        const pp_i_find *find = &scene->finds[i];
        if (find->cue_head == token || pp_i_range_holds(find->cue, token) ||
            pp_i_range_holds(find->content, token)) {
            return true;
        }
    }
    return scene->quoted[token] != 0;
}

/* The last word before the verb and its helpers, or PP_NO_HEAD where these deny, oblige or suppose.
 */
static uint32_t before_helpers(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t at = verb;
    for (int steps = 0; at > 0 && steps < HELPER_COUNT_MAX; steps++) {
        const pp_i_token *token = &tree->tokens[at - 1];
        bool bars = pp_i_tree_in(tree, at - 1,
                                 "not never to must should shall n't no cannot hardly "
                                 "barely neither nor could might may be get") ||
                    pp_i_word_in(token->form, "n't n\xE2\x80\x99t being been");
        if (bars) {
            return PP_NO_HEAD;
        }
        if (token->tag != PP_TAG_AUX && token->tag != PP_TAG_ADV) {
            return at - 1;
        }
        at--;
    }
    return PP_NO_HEAD;
}

/* The voice whose words end with this one, and that no preposition governs. */
static pp_i_voice voice_ending_at(const pp_i_scene *scene, uint32_t token)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_names *names = scene->report->names;
    size_t mention = pp_i_names_at(names, scene->sentence, token);
    if (mention == PP_NONE || names->mentions[mention].token_end != token + 1 ||
        names->mentions[mention].kind == PP_MENTION_DEMONYM) {
        return pp_i_voice_none();
    }
    uint32_t start = names->mentions[mention].token_start;
    if (start > 0 &&
        (tree->tokens[start - 1].tag == PP_TAG_ADP || tree->tokens[start - 1].tag == PP_TAG_CCONJ ||
         tree->tokens[start - 1].tag == PP_TAG_SCONJ ||
         tree->tokens[start - 1].tag == PP_TAG_VERB ||
         pp_i_tree_in(tree, start - 1, "if unless whether until should than 's that"))) {
        return pp_i_voice_none();
    }
    return pp_i_voice_at(scene, names->mentions[mention].head);
}

/* Somebody before an aside that ends with the comma at `end`: "X, the head of Y,", "its head, X,".
 */
static pp_i_voice voice_before_aside(const pp_i_scene *scene, uint32_t end)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t comma = end;
    while (comma > 0 && end - comma < ASIDE_WORD_COUNT_MAX) {
        comma--;
        if (is_comma(tree, comma)) {
            break;
        }
    }
    if (!is_comma(tree, comma) || comma == 0 || comma + 1 >= end) {
        return pp_i_voice_none();
    }
    pp_i_voice name = voice_ending_at(scene, end - 1);
    bool whole = name.token < tree->count && name.words.start == comma + 1;
    bool aside = pp_i_tree_in(tree, comma + 1, "a an the its his her their who which whose") ||
                 pp_i_word_in(tree->tokens[comma + 1].form, "former now once");
    if (whole) {
        return name;
    }
    return aside ? voice_ending_at(scene, comma - 1) : pp_i_voice_none();
}

static pp_i_voice voice_before(const pp_i_scene *scene, uint32_t last)
{
    const pp_i_tree *tree = &scene->tree;
    if (is_comma(tree, last)) {
        return voice_before_aside(scene, last);
    }
    if (pp_i_tree_in(tree, last, "who which") && last > 1 && is_comma(tree, last - 1)) {
        return voice_ending_at(scene, last - 2);
    }
    return voice_ending_at(scene, last);
}

/* Where what is said ends: at the next comma between clauses, or with the sentence. */
static uint32_t content_end(const pp_i_tree *tree, uint32_t from)
{
    for (uint32_t i = from + 1; i < tree->count; i++) {
        bool mark = pp_i_word_in(tree->tokens[i].form, ", ; :");
        bool joint = pp_i_tree_in(tree, i, "but while although though whereas") &&
                     tree->tokens[i].tag != PP_TAG_NOUN;
        if (mark || joint) {
            return i;
        }
    }
    return tree->count;
}

/* The place of the cue that the word behind it fills, or 0. */
static uint16_t place_of(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t next)
{
    uint8_t tag = tree->tokens[next].tag;
    if (pp_i_tree_is(tree, next, "that") && next + 3 < tree->count &&
        (cue->frames & PP_FRAME_CLAUSE) != 0 && tree->tokens[next + 1].tag != PP_TAG_VERB) {
        return PP_FRAME_CLAUSE;
    }
    if (pp_i_tree_is(tree, next, "to") && next + 2 < tree->count &&
        (cue->frames & PP_FRAME_INFINITIVE) != 0 &&
        pp_i_text_equal(tree->tokens[next + 1].form, tree->tokens[next + 1].lemma)) {
        return PP_FRAME_INFINITIVE;
    }
    bool whom = tag == PP_TAG_DET || tag == PP_TAG_NOUN || tag == PP_TAG_PROPN || tag == PP_TAG_ADJ;
    for (uint32_t i = next + 1; whom && (cue->frames & PP_FRAME_URGE) != 0 && i < next + 6; i++) {
        if (i + 2 < tree->count && pp_i_tree_is(tree, i, "to") &&
            pp_i_text_equal(tree->tokens[i + 1].form, tree->tokens[i + 1].lemma)) {
            return PP_FRAME_URGE; /* "has asked the judges to order" */
        }
        if (i >= tree->count || tree->tokens[i].tag == PP_TAG_PUNCT ||
            tree->tokens[i].tag == PP_TAG_VERB) {
            break;
        }
    }
    if ((cue->frames & PP_FRAME_BEHIND) != 0 && pp_i_tree_in(tree, next, cue->prepositions)) {
        return PP_FRAME_BEHIND;
    }
    bool thing = tag == PP_TAG_DET || tag == PP_TAG_ADJ || tag == PP_TAG_NOUN ||
                 tag == PP_TAG_PROPN || tag == PP_TAG_NUM ||
                 pp_i_tree_in(tree, next, "its his her their it this that");
    return (cue->frames & PP_FRAME_OBJECT) != 0 && thing && !pp_i_tree_in(tree, next, PP_TIME_NOUNS)
               ? PP_FRAME_OBJECT
               : 0;
}

/* A finite verb by its form, whatever it was taken for. */
static bool is_finite(const pp_i_tree *tree, uint32_t verb)
{
    const pp_i_token *token = &tree->tokens[verb];
    bool bent = pp_i_token_ends(token, "s") || pp_i_token_ends(token, "ed") ||
                (token->tag == PP_TAG_VERB && !pp_i_text_equal(token->form, token->lemma));
    bool helped = verb > 0 && tree->tokens[verb - 1].tag == PP_TAG_AUX;
    return !pp_i_token_ends(token, "ing") && (bent || helped) &&
           (token->tag == PP_TAG_VERB || token->tag == PP_TAG_NOUN);
}

void pp_i_pattern_shallow(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_cue *found[PP_EXTRACT_ENTRY_COUNT_MAX];
    if (verb == 0 || verb + 2 >= tree->count || !is_finite(tree, verb) || is_taken(scene, verb) ||
        pp_i_extract_is_no_stand(tree, verb)) {
        return;
    }
    size_t count = pp_i_cues_find(scene->cues, PP_CUE_VERB, tree->tokens[verb].lemma, found,
                                  PP_EXTRACT_ENTRY_COUNT_MAX);
    uint32_t last = count > 0 ? before_helpers(tree, verb) : PP_NO_HEAD;
    pp_i_voice voice = last < tree->count ? voice_before(scene, last) : pp_i_voice_none();
    if (voice.token == PP_NO_HEAD || voice.entity == PP_NONE || voice.token > verb) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        uint16_t place = (found[i]->frames & (PP_FRAME_JUDGE | PP_FRAME_CARRY)) != 0
                             ? 0
                             : place_of(tree, found[i], verb + 1);
        if (place == 0) {
            continue;
        }
        uint32_t start = verb + 1 + (place == PP_FRAME_CLAUSE || place == PP_FRAME_BEHIND);
        pp_i_find find = {.cue_head = verb,
                          .cue = pp_i_verb_words(tree, verb),
                          .content =
                              pp_i_range_trim(tree, (pp_i_range){start, content_end(tree, start)}),
                          .content_head = start,
                          .pattern = PP_PATTERN_OPEN,
                          .frame = place,
                          .voice = voice};
        pp_i_extract_take(&find, found[i]);
        for (uint32_t k = find.content.end; k-- > find.content.start;) {
            uint32_t head = tree->tokens[k].head;
            bool top = !pp_i_range_holds(find.content, head) && tree->tokens[k].tag != PP_TAG_PUNCT;
            find.content_head = top ? k : find.content_head;
        }
        if (!pp_i_extract_is_deed(tree, &find)) {
            pp_i_extract_finish_all(scene, &find);
        }
        return;
    }
}
