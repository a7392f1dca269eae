/*
 * cut.c: where what is said ends: before a participle that goes on, before what the speaker does
 * next, before the words that say who says it; see scene.h.
 */
#include "reading/cut_parts.h"

bool pp_i_cut_is_cue_verb(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_cue *found[1];
    return pp_i_tree_tagged(&scene->tree, verb, PP_TAG_VERB) &&
           pp_i_cues_find(scene->cues, PP_CUE_VERB, scene->tree.tokens[verb].lemma, found, 1) > 0;
}

/* Where ", and vowed to" begins in the content, or its end: what the speaker does next. */
static uint32_t next_deed(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    bool finite = pp_i_token_ends(&tree->tokens[find->cue_head], "d");
    for (uint32_t i = find->content.start + 2; finite && i + 1 < find->content.end; i++) {
        uint32_t verb = i + 1 + (tree->tokens[i + 1].tag == PP_TAG_ADV);
        if (tree->tokens[i].tag == PP_TAG_CCONJ && i > find->content_head &&
            tree->tokens[i - 1].tag == PP_TAG_PUNCT && pp_i_cut_is_cue_verb(scene, verb) &&
            pp_i_tree_child(tree, verb, PP_REL_NSUBJ) == PP_NO_HEAD &&
            pp_i_token_ends(&tree->tokens[verb], "d")) {
            return i;
        }
    }
    return find->content.end;
}

/* Where ", its leader announced" begins in the content, or its end. */
static uint32_t attribution(const pp_i_tree *tree, const pp_i_find *find)
{
    for (uint32_t i = find->content.end; i-- > find->content.start + 2;) {
        bool says = tree->tokens[i].tag == PP_TAG_VERB && i > find->content_head &&
                    pp_i_tree_in(tree, i, "say add announce tell report note warn declare explain");
        uint32_t comma = PP_NO_HEAD;
        for (uint32_t k = i; says && k-- > find->content.start + 1;) {
            uint8_t tag = tree->tokens[k].tag;
            bool name = tag == PP_TAG_NOUN || tag == PP_TAG_PROPN || tag == PP_TAG_DET ||
                        tag == PP_TAG_PRON || tag == PP_TAG_ADJ || tag == PP_TAG_PUNCT ||
                        tag == PP_TAG_PART || tag == PP_TAG_NUM ||
                        (tag == PP_TAG_ADP && k + 1 < i && /* "delegates from three states said" */
                         pp_i_tree_in(tree, k, "from of") && k > 0 &&
                         pp_i_tree_tagged(tree, k - 1, PP_TAG_NOUN));
            if (!name || pp_i_tree_in(tree, k, "who which that")) {
                break;
            }
            comma = tag == PP_TAG_PUNCT ? k : comma;
        }
        if (comma != PP_NO_HEAD && comma + 1 < i) {
            return comma;
        }
    }
    return find->content.end;
}

/* Where ", despite objections from Y" or ", as demanded by Y" begins in the content, or its end. */
static uint32_t despite(const pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    for (uint32_t i = find->content.start + 2; i + 1 < find->content.end; i++) {
        bool in_spite = pp_i_tree_is(tree, i, "in") && pp_i_tree_is(tree, i + 1, "spite");
        bool as = pp_i_tree_is(tree, i, "as") && pp_i_text_is(tree->tokens[i - 1].form, ",") &&
                  i + 2 < tree->count && pp_i_tree_is(tree, i + 2, "by") && /* ", as demanded by" */
                  tree->tokens[i + 1].tag == PP_TAG_VERB;
        bool aside = false; /* "a plan which, despite its flaws, would raise wages" */
        for (uint32_t k = i + 1; k + 1 < find->content.end && !aside; k++) {
            aside =
                pp_i_text_is(tree->tokens[k].form, ",") &&
                (tree->tokens[k + 1].tag == PP_TAG_VERB || tree->tokens[k + 1].tag == PP_TAG_AUX);
        }
        if (!aside && (pp_i_tree_is(tree, i, "despite") || in_spite || as) &&
            i > find->content_head && scene->quoted[i] == 0) {
            return i;
        }
    }
    return find->content.end;
}

/* What belongs to other clauses of the sentence is no part of what is said. */
static void cut_rest(const pp_i_scene *scene, pp_i_find *find)
{
    if (find->quoted || find->pattern == PP_PATTERN_ACCORDING) {
        return;
    }
    if (find->cue_head < find->content.start) {
        find->content.end = next_deed(scene, find);
        find->content.end = attribution(&scene->tree, find);
        find->content.end = despite(scene, find);
    }
}

/* A comma or dash between clauses, not the hyphen of "long-running". */
static bool is_break(const pp_i_tree *tree, uint32_t token)
{
    bool joined = token > 0 && token + 1 < tree->count &&
                  tree->tokens[token].byte_start == tree->tokens[token - 1].byte_end &&
                  tree->tokens[token].byte_end == tree->tokens[token + 1].byte_start;
    return tree->tokens[token].tag == PP_TAG_PUNCT &&
           !pp_i_word_in(tree->tokens[token].form, "\" \xE2\x80\x9C \xE2\x80\x9D") &&
           !(joined && pp_i_text_is(tree->tokens[token].form, "-"));
}

/* Does the word join a clause with another subject to what is said: "although", "but"? */
static bool is_against(const pp_i_scene *scene, const pp_i_find *find, uint32_t joint,
                       uint32_t subject)
{
    const pp_i_tree *tree = &scene->tree;
    return subject != PP_NO_HEAD &&
           (pp_i_tree_in(tree, joint, "although though whereas while but yet") ||
            (pp_i_tree_is(tree, joint, "as") && joint > 0 &&
             pp_i_text_is(tree->tokens[joint - 1].form, ",")) || /* ", as talks went on" */
            (find->frame == PP_FRAME_OBJECT && pp_i_tree_is(tree, joint, "because")));
}

/* "and X has called it": somebody else's statement of his own, joined with "and". */
static bool joins_statement(const pp_i_scene *scene, uint32_t joint, uint32_t subject)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t verb = tree->tokens[joint].head;
    return tree->tokens[joint].tag == PP_TAG_CCONJ && pp_i_cut_is_cue_verb(scene, verb) &&
           subject < verb && pp_i_tree_child(tree, verb, PP_REL_MARK) == PP_NO_HEAD &&
           pp_i_tree_modal(tree, verb, "must should will would can could may might") ==
               PP_NO_HEAD &&
           !pp_i_tree_tagged(tree, subject, PP_TAG_PRON) &&
           pp_i_voice_at(scene, subject).token != PP_NO_HEAD;
}

/* The first verb from `from` on whose subject stands there too, or PP_NO_HEAD. */
static uint32_t verb_with_subject(const pp_i_tree *tree, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
        uint32_t subject = pp_i_tree_child(tree, i, PP_REL_NSUBJ);
        if (pp_i_tree_tagged(tree, i, PP_TAG_VERB) && subject >= from && subject < i) {
            return i;
        }
    }
    return PP_NO_HEAD;
}

/* ", although it was prepared to ...", ", and X has called it ...", ", which X regards as", "; X
 * wants": another clause of the report. */
static void cut_clause(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    if (find->quoted || find->cue_head >= find->content.start) {
        return;
    }
    for (uint32_t i = find->content.start + 2; i + 2 < find->content.end; i++) {
        if (i <= find->content_head) {
            continue;
        }
        if (pp_i_text_is(tree->tokens[i].form, ";")) {
            find->content.end = i;
            return;
        }
        bool broken = is_break(tree, i - 1);
        bool comment = i >= find->content.start + 3 &&
                       (pp_i_tree_in(tree, i, "which whose") &&
                        (find->frame != PP_FRAME_CLAUSE || pp_i_tree_is(tree, i, "whose"))) &&
                       pp_i_text_is(tree->tokens[i - 1].form, ",");
        uint32_t says = tree->tokens[i].head;
        bool answered = find->frame == PP_FRAME_CLAUSE && pp_i_tree_is(tree, i, "which") &&
                        pp_i_text_is(tree->tokens[i - 1].form, ",") && says < tree->count &&
                        says > i && pp_i_cut_is_cue_verb(scene, says) &&
                        tree->tokens[i].relation == PP_REL_OBJ; /* ", which X denies" */
        if (comment || answered) {
            find->content.end = i - 1;
            return;
        }
        uint32_t verb = tree->tokens[i].head;
        if (verb < tree->count && tree->tokens[verb].relation == PP_REL_NSUBJ &&
            pp_i_tree_is(tree, i, "as")) {
            verb = tree->tokens[verb].head; /* "as talks went on", taken for a preposition */
        }
        if (pp_i_tree_is(tree, i, "while") && (verb >= tree->count || verb < i)) {
            verb = verb_with_subject(tree, i + 1, find->content.end);
        }
        if ((!broken && !pp_i_tree_in(tree, i, "although though whereas because while")) ||
            verb >= tree->count || verb < i) {
            continue;
        }
        uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
        if (pp_i_tree_is(tree, i, "while") && !broken &&
            pp_i_tree_is_negated(tree, find->content_head)) {
            continue; /* "cannot be rebuilt while they enjoy shelter" */
        }
        if (is_against(scene, find, i, subject) || (broken && joins_statement(scene, i, subject))) {
            find->content.end = broken ? i - 1 : i;
            return;
        }
    }
}

/* ", reflecting ...": a participle behind the clause is no part of what is said. */
static void cut_participle(const pp_i_tree *tree, pp_i_find *find)
{
    bool clause = find->frame == PP_FRAME_CLAUSE || find->frame == PP_FRAME_INFINITIVE ||
                  find->frame == PP_FRAME_URGE || find->frame == PP_FRAME_OBJECT ||
                  find->frame == PP_FRAME_BEHIND;
    if (!clause || find->quoted) {
        return;
    }
    for (uint32_t i = find->content.start + 2; i < find->content.end; i++) {
        bool trails = tree->tokens[i].tag == PP_TAG_VERB && i > find->content_head &&
                      is_break(tree, i - 1) && pp_i_token_ends(&tree->tokens[i], "ing");
        if (trails) {
            find->content.end = i;
            break;
        }
    }
}

/* "..., her deputy, X, said": who says it is no part of what is said before it. */
static void cut_voice(const pp_i_tree *tree, pp_i_find *find)
{
    uint32_t comma = PP_NO_HEAD;
    bool after = find->cue_head >= find->content.end && find->frame == PP_FRAME_CLAUSE;
    if (!after || !pp_i_range_holds(find->content, find->voice.token)) {
        return;
    }
    for (uint32_t i = find->voice.token; i > find->content.start; i--) {
        uint8_t tag = tree->tokens[i].tag;
        bool name = tag == PP_TAG_NOUN || tag == PP_TAG_PROPN || tag == PP_TAG_DET ||
                    tag == PP_TAG_PRON || tag == PP_TAG_ADJ || tag == PP_TAG_PUNCT;
        if (!name) {
            break;
        }
        comma = tag == PP_TAG_PUNCT ? i : comma;
    }
    if (comma != PP_NO_HEAD) {
        find->content.end = comma;
    }
}

/* "favours smaller talks and has asked for ideas": what the speaker does next, where the parse
 * joins it to the verb of saying itself. */
static void cut_conjunct(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    if (find->quoted || find->cue_head >= find->content.start) {
        return;
    }
    for (uint32_t child = tree->first_child[find->cue_head]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        bool next = tree->tokens[child].relation == PP_REL_CONJ && child > find->content_head &&
                    pp_i_range_holds(find->content, child) &&
                    (pp_i_cut_is_cue_verb(scene, child) ||
                     pp_i_tree_child(tree, child, PP_REL_AUX) != PP_NO_HEAD);
        uint32_t joint = next ? pp_i_tree_child(tree, child, PP_REL_CC) : PP_NO_HEAD;
        if (joint != PP_NO_HEAD && joint > find->content_head && joint < child) {
            find->content.end = joint;
            return;
        }
    }
}

/* "That proposal, first made by X, was rejected by Y": what is rejected ends at the comma. */
static void cut_postmodifier(const pp_i_tree *tree, pp_i_find *find)
{
    bool before = find->frame == PP_FRAME_OBJECT && find->content.end <= find->cue_head;
    for (uint32_t i = find->content_head + 1; before && i + 2 < find->content.end; i++) {
        uint32_t next = i + 1 + (tree->tokens[i + 1].tag == PP_TAG_ADV);
        bool begins =
            pp_i_text_is(tree->tokens[i].form, ",") &&
            (tree->tokens[next].tag == PP_TAG_VERB || pp_i_tree_in(tree, i + 1, "which who"));
        if (begins) {
            find->content.end = i;
            return;
        }
    }
}

/* "dismissed the idea as premature": that is what is thought of it, no part of what is dismissed.
 */
static void cut_quality(const pp_i_tree *tree, pp_i_find *find)
{
    if (find->frame != PP_FRAME_OBJECT || find->cue_head >= find->content.start ||
        !pp_i_tree_in(tree, find->cue_head,
                      "dismiss reject denounce condemn decry criticise criticize deplore brush "
                      "refuse welcome hail praise defend")) {
        return;
    }
    for (uint32_t i = find->content.start + 1; i + 1 < find->content.end; i++) {
        uint32_t quality = i + 1;
        while (quality < find->content.end && tree->tokens[quality].tag == PP_TAG_ADV) {
            quality++;
        }
        bool judged =
            pp_i_tree_is(tree, i, "as") && i > find->content_head &&
            pp_i_tree_tagged(tree, quality, PP_TAG_ADJ) &&
            (quality + 1 >= find->content.end || tree->tokens[quality + 1].tag == PP_TAG_PUNCT ||
             tree->tokens[quality + 1].tag == PP_TAG_CCONJ);
        if (judged) {
            find->content.end = i;
            return;
        }
    }
}

void pp_i_cut(const pp_i_scene *scene, pp_i_find *find)
{
    cut_quality(&scene->tree, find);
    cut_participle(&scene->tree, find);
    cut_rest(scene, find);
    cut_clause(scene, find);
    cut_conjunct(scene, find);
    pp_i_cut_asides(scene, find);
    cut_postmodifier(&scene->tree, find);
    cut_voice(&scene->tree, find);
}
