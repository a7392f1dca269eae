/* extract_finish.c: a statement as it was found, made ready: whom it is of, its words cut to what
 * is said, its act from what the clause says, and the same for who says it beside; see scene.h. */
#include "reading/extract_parts.h"

/* "of what": no word that means anything, nor one that points to it. */
static bool says_nothing(const pp_i_tree *tree, pp_i_range content)
{
    for (uint32_t i = content.start; i < content.end; i++) {
        uint8_t tag = tree->tokens[i].tag;
        bool question = pp_i_tree_in(tree, i, "what who which how why where") ||
                        pp_i_word_in(tree->tokens[i].form, "themselves itself himself herself");
        if (tag == PP_TAG_NOUN || tag == PP_TAG_PROPN || tag == PP_TAG_VERB || tag == PP_TAG_ADJ ||
            tag == PP_TAG_NUM || tag == PP_TAG_ADV || tag == PP_TAG_AUX || tag == PP_TAG_X ||
            tag == PP_TAG_DET || (tag == PP_TAG_PRON && !question)) {
            return false;
        }
    }
    return content.end > content.start;
}

/* "neither supported nor opposed the strike", "had not yet decided whether to back it": that is no
 * position. */
static bool takes_no_side(const pp_i_tree *tree, const pp_i_find *find)
{
    if (pp_i_tree_in(tree, find->cue_head, "decide determine") &&
        pp_i_tree_is_negated(tree, find->cue_head) &&
        (pp_i_tree_is(tree, find->content.start, "whether") ||
         pp_i_tree_is(tree, find->cue_head + 1, "whether"))) {
        return true;
    }
    uint32_t neither = find->cue_head;
    for (uint32_t i = 0; i < 2 && neither > 0 && !pp_i_tree_is(tree, neither, "neither"); i++) {
        neither--; /* one adverb may stand between */
    }
    if (!pp_i_tree_is(tree, neither, "neither")) {
        return false;
    }
    for (uint32_t i = find->cue_head + 1; i + 1 < tree->count && i <= find->cue_head + 3; i++) {
        if (pp_i_tree_is(tree, i, "nor") &&
            pp_i_tree_in(tree, i + 1,
                         "oppose reject refuse deny dismiss condemn accept back support "
                         "endorse")) {
            return true;
        }
    }
    return false;
}

/* "A compromise floated by X, under which a committee would audit the lists": what is proposed is
 * what would be so under it. */
static void take_terms(const pp_i_tree *tree, pp_i_find *find)
{
    enum { TERMS_REACH = 14 };
    if (find->act != PP_ACT_PROPOSES || find->frame != PP_FRAME_OBJECT ||
        !pp_i_tree_in(tree, find->content_head,
                      "compromise plan proposal draft formula arrangement scheme package concept "
                      "model idea deal suggestion")) {
        return;
    }
    uint32_t at = find->content.end;
    while (at + 3 < tree->count && at < find->content.end + TERMS_REACH &&
           !pp_i_tree_is(tree, at, "whereby") &&
           !(pp_i_tree_is(tree, at, "under") && pp_i_tree_is(tree, at + 1, "which"))) {
        at++;
    }
    bool whereby = pp_i_tree_is(tree, at, "whereby");
    if (!whereby && !(pp_i_tree_is(tree, at, "under") && pp_i_tree_is(tree, at + 1, "which"))) {
        return;
    }
    uint32_t start = at + (whereby ? 1 : 2), end = start;
    while (end < tree->count && !pp_i_word_in(tree->tokens[end].form, ", ; : .")) {
        end++;
    }
    if (end > start + 2) {
        find->content = (pp_i_range){start, end};
    }
}

/* "told delegates that": whom somebody tells it is no part of what he tells. */
static void without_hearers(const pp_i_tree *tree, pp_i_find *find)
{
    uint32_t first = find->content.start;
    if (find->frame == PP_FRAME_CLAUSE && first + 3 < find->content.end &&
        first == find->cue_head + 1 &&
        pp_i_tree_in(tree, find->cue_head, "tell inform assure remind") &&
        pp_i_token_ends(&tree->tokens[first], "s") &&
        pp_i_text_is(tree->tokens[first + 1].form, "that"))
        find->content.start = first + 2;
}

/* Does a measure begin here: "above 5 dollars", "below 20 ships"? */
static bool is_measure(const pp_i_tree *tree, uint32_t at)
{
    uint32_t number = at + 1;
    number += number < tree->count && tree->tokens[number].tag == PP_TAG_SYM; /* "$" */
    return pp_i_tree_in(tree, at, "above below over under") && number < tree->count &&
           tree->tokens[number].tag == PP_TAG_NUM;
}

/* "ruled out a toll above 5 dollars": the measure goes with the noun before it, whichever of the
 * two the parse has as what is said. */
static void with_measure(const pp_i_tree *tree, pp_i_find *find)
{
    uint32_t start = find->content.start, end = find->content.end;
    bool noun_before =
        end > 0 && end < tree->count &&
        (tree->tokens[end - 1].tag == PP_TAG_NOUN || tree->tokens[end - 1].tag == PP_TAG_PROPN);
    if (noun_before && is_measure(tree, end)) {
        uint32_t thing = tree->tokens[end].head;
        bool known = thing > end && thing < tree->count;
        find->content.end = known ? tree->end[thing] : end + 2;
    } else if (is_measure(tree, start) && start > find->cue.end && find->cue_head < start &&
               tree->tokens[start - 1].tag == PP_TAG_NOUN && start - find->cue.end <= 4) {
        find->content.start = find->cue.end;
    }
}

#define RESERVES "reservation reservations caveat caveats misgiving misgivings"

/* Where "for now", "at this stage", "with some reservations" begins at the content's end, or the
 * end itself. */
static uint32_t start_of_proviso(const pp_i_tree *tree, pp_i_range content)
{
    uint32_t last = content.end - 1;
    bool time = content.end > content.start + 2 &&
                pp_i_word_in(tree->tokens[last].form, "now stage point present moment being time");
    bool part = content.end > content.start + 2 && pp_i_word_in(tree->tokens[last].form, RESERVES);
    for (uint32_t at = last - 1; (time || part) && at > content.start && last - at <= 3; at--) {
        bool first = pp_i_tree_in(tree, at, part ? "with" : "at for");
        bool whole = part || pp_i_tree_in(tree, at + 1, "the this now present");
        if (first && whole) {
            return at;
        }
    }
    return content.end;
}

/* "ruled out a sale for now", "supports it with reservations": no more than for now, or in part. */
static void take_proviso(const pp_i_tree *tree, pp_i_find *find)
{
    bool stands =
        find->act == PP_ACT_REJECTS || find->act == PP_ACT_SUPPORTS || find->act == PP_ACT_ACCEPTS;
    uint32_t start =
        stands && !find->quoted ? start_of_proviso(tree, find->content) : find->content.end;
    if (start < find->content.end) {
        find->content = pp_i_range_trim(tree, (pp_i_range){find->content.start, start});
        find->hedged = true;
    }
}

/* "driver | - only trains": what hangs on a hyphen belongs to it. */
static void with_compound(const pp_i_tree *tree, pp_i_find *find)
{
    uint32_t end = find->content.end;
    bool hyphen = end > find->content.start && end + 1 < tree->count &&
                  pp_i_text_is(tree->tokens[end].form, "-") &&
                  tree->tokens[end].byte_start == tree->tokens[end - 1].byte_end &&
                  tree->tokens[end + 1].byte_start == tree->tokens[end].byte_end;
    if (!hyphen)
        return;
    end += 2;
    while (end < tree->count &&
           (tree->tokens[end].tag == PP_TAG_NOUN || tree->tokens[end].tag == PP_TAG_PROPN ||
            tree->tokens[end].tag == PP_TAG_ADJ))
        end++;
    find->content.end = end;
}

bool pp_i_extract_finish(pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    if (takes_no_side(tree, find)) {
        return false;
    }
    pp_i_cut(scene, find);
    find->content = pp_i_range_trim(tree, find->content);
    with_compound(tree, find);
    if (says_nothing(tree, find->content)) {
        return false;
    }
    if (pp_i_tree_is(tree, find->content.start, "of") && find->content_head < tree->count &&
        find->content_head > find->content.start && find->content.end > find->content.start + 2 &&
        tree->tokens[find->content.start].relation == PP_REL_CASE &&
        tree->tokens[find->content.start].head == find->content_head) {
        find->content.start++; /* "of the regime, which it considers vital": the regime */
    }
    if (pp_i_range_is_empty(find->content) ||
        (pp_i_range_holds(find->content, find->voice.token) && find->frame != PP_FRAME_BARE)) {
        bool aside = find->frame == PP_FRAME_CLAUSE && /* "The dam, he warned, would burst" */
                     pp_i_range_holds(find->content, find->cue_head);
        bool alone = find->pattern == PP_PATTERN_NOUN || find->voice.owns || aside;
        if (pp_i_range_is_empty(find->content) || !alone) {
            return false;
        }
    }
    take_terms(tree, find);
    with_measure(tree, find);
    without_hearers(tree, find);
    take_proviso(tree, find);
    pp_i_find parts[PP_SPLIT_COUNT_MAX];
    size_t count = pp_i_split(tree, find, parts);
    bool added = true;
    for (size_t i = 0; i < count && added; i++) {
        pp_i_find second[2];
        pp_i_refine_denied(scene, &parts[i]);
        size_t more = pp_i_split_clause(scene, &parts[i], &second[0]);
        pp_i_refine(scene, &parts[i]);
        pp_i_refine_thing(scene, &parts[i]);
        pp_i_strengthen(scene, &parts[i]);
        if (parts[i].turned) {
            parts[i].act = pp_i_refine_denied_act(parts[0].act);
            parts[i].strength = parts[0].strength;
            parts[i].negated = true;
        } else {
            more += pp_i_split_but_not(tree, &parts[i], &second[more]);
        }
        added = pp_i_scene_add(scene, &parts[i]) != NULL;
        for (size_t k = 0; k < more && added; k++) {
            pp_i_refine_thing(scene, &second[k]);
            added = pp_i_scene_add(scene, &second[k]) != NULL;
        }
    }
    return added;
}

/* "France and Spain, which oppose": each of them. */
static void finish_related(pp_i_scene *scene, const pp_i_find *find, uint32_t pronoun)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t verb = tree->tokens[pronoun].head;
    uint32_t noun = verb < tree->count && tree->tokens[verb].relation == PP_REL_ACL
                        ? tree->tokens[verb].head
                        : PP_NO_HEAD;
    uint32_t aux = pp_i_tree_child(tree, verb, PP_REL_AUX);
    uint32_t finite = aux < verb ? aux : verb; /* "Norway, which opposes" is one */
    bool one =
        verb < tree->count && (pp_i_word_in(tree->tokens[finite].form, "has is was does") ||
                               (finite == verb && pp_i_token_ends(&tree->tokens[verb], "s")));
    bool apart = !one && pronoun > 1 &&
                 noun < pronoun && /* ", which" of what stands before the comma */
                 pp_i_text_is(tree->tokens[pronoun - 1].form, ",");
    if (!apart) {
        return;
    }
    noun = tree->tokens[noun].relation == PP_REL_CONJ ? tree->tokens[noun].head : noun;
    for (uint32_t i = noun; i < pronoun; i++) {
        bool meant =
            i == noun || (tree->tokens[i].head == noun && tree->tokens[i].relation == PP_REL_CONJ);
        pp_i_find other = *find;
        other.voice = meant ? pp_i_voice_at(scene, i) : pp_i_voice_none();
        if (other.voice.token != PP_NO_HEAD && other.voice.named &&
            other.voice.entity != find->voice.entity) {
            (void)pp_i_extract_finish(scene, &other);
        }
    }
}

/* "Ministers from Denmark, Spain and Ireland": of each of them. */
static void finish_owners(pp_i_scene *scene, const pp_i_find *find, uint32_t token)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t owner = pp_i_tree_behind(tree, token, "from of");
    if (owner >= tree->count || owner < token || find->voice.entity == PP_NONE ||
        !pp_i_tree_in(
            tree, token,
            "minister official diplomat leader delegation government president negotiator "
            "delegate envoy lawmaker representative")) {
        return;
    }
    pp_i_voice first = pp_i_voice_at(scene, owner);
    if (first.entity == PP_NONE || pp_i_names_principal(scene->report->names, find->voice.entity) !=
                                       pp_i_names_principal(scene->report->names, first.entity)) {
        return;
    }
    for (uint32_t child = tree->first_child[owner]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        pp_i_find other = *find;
        bool joined = tree->tokens[child].relation == PP_REL_CONJ && child > owner;
        other.voice = joined ? pp_i_voice_at(scene, child) : pp_i_voice_none();
        if (other.voice.token != PP_NO_HEAD && other.voice.named &&
            other.voice.entity != first.entity) {
            (void)pp_i_extract_finish(scene, &other);
        }
    }
}

/* One statement for each of several speakers: "the union and the company agreed". */
void pp_i_extract_finish_all(pp_i_scene *scene, const pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    pp_i_find first = *find;
    uint32_t token = find->voice.token;
    pp_i_voice pair[2];
    if (pp_i_voice_pair(scene, &find->voice, pair)) {
        first.voice = pair[0];
        pp_i_find other = *find;
        other.voice = pair[1];
        if (pp_i_extract_finish(scene, &first)) {
            (void)pp_i_extract_finish(scene, &other);
        }
        return;
    }
    pp_i_voice several[PP_VOICE_SEVERAL_MAX];
    size_t count = pp_i_voice_several(scene, &find->voice, several);
    for (size_t i = 0; i < count; i++) {
        pp_i_find one = *find;
        one.voice = several[i];
        if (!pp_i_extract_finish(scene, &one)) {
            return;
        }
    }
    if (count > 0) {
        return;
    }
    if (pp_i_tree_is(tree, pp_i_tree_child(tree, token, PP_REL_DET), "neither")) {
        return; /* of whom, the report does not tell */
    }
    if (!pp_i_extract_finish(scene, &first) || token >= tree->count) {
        return;
    }
    for (uint32_t child = tree->first_child[token]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        if (tree->tokens[child].relation != PP_REL_CONJ || child < token) {
            continue;
        }
        pp_i_find other = *find;
        other.voice = pp_i_voice_at(scene, child);
        uint32_t not = pp_i_tree_child_in(tree, child, "not");
        if (not < child && find->act != PP_ACT_SUPPORTS) {
            continue;
        }
        other.act = not < child ? PP_ACT_REJECTS : other.act; /* "with X but not with Y" */
        if (other.voice.token != PP_NO_HEAD && other.voice.named &&
            other.voice.entity != find->voice.entity) {
            (void)pp_i_extract_finish(scene, &other);
        }
    }
    finish_owners(scene, find, token);
    if (pp_i_tree_in(tree, token, "which who") && tree->tokens[token].relation == PP_REL_NSUBJ) {
        finish_related(scene, find, token);
    }
}
