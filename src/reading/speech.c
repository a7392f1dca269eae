/*
 * speech.c: words in quotation marks, and whose they are; see scene.h.
 *
 * A quotation of a few words inside a clause ("called it "an insult"") is part of that clause. A
 * longer one belongs to the verb of saying beside it, or, where it runs over sentences, to the one
 * who began it or to the one who is named when it ends.
 */
#include "reading/scene.h"

enum {
    SPEECH_WORD_COUNT_MIN = 4, /* fewer quoted words are no statement of their own */
    SPEECH_LOOK_AHEAD_COUNT_MAX =
        6 /* sentences in which the speaker of a quotation is looked for */
};

static bool is_opening(const pp_i_token *token)
{
    return pp_i_text_is(token->form, "“") || pp_i_text_is(token->form, "``") ||
           pp_i_text_is(token->form, "«") || pp_i_text_is(token->form, "„");
}

static bool is_closing(const pp_i_token *token)
{
    return pp_i_text_is(token->form, "”") || pp_i_text_is(token->form, "''") ||
           pp_i_text_is(token->form, "»");
}

static bool is_straight(const pp_i_token *token)
{
    return pp_i_text_is(token->form, "\"");
}

/* A new paragraph closes what was left open, unless it opens again: then the speaker goes on. */
static void enter_paragraph(pp_i_scene *scene)
{
    pp_i_open_quote *open = scene->open;
    const pp_i_sentence *sentence = &scene->report->sentences[scene->sentence];
    if (sentence->paragraph == open->paragraph) {
        return;
    }
    bool again = open->open && sentence->token_count > 0 &&
                 (is_opening(&sentence->tokens[0]) || is_straight(&sentence->tokens[0]));
    open->runs_on = again;
    open->open = false;
    open->paragraph = sentence->paragraph;
    if (!again) {
        open->voice = pp_i_voice_none();
    }
}

bool pp_i_speech_mark(pp_i_scene *scene)
{
    const pp_i_tree *tree = &scene->tree;
    uint8_t *quoted = PP_NEW_ARRAY(scene->scratch, uint8_t, (size_t)tree->count + 1);
    if (quoted == NULL) {
        return false;
    }
    enter_paragraph(scene);
    bool open = scene->open->open;
    scene->starts_inside = open;
    uint32_t number = open ? 1 : 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        const pp_i_token *token = &tree->tokens[i];
        if (!open && (is_opening(token) || is_straight(token))) {
            open = true;
            number += number < UINT8_MAX;
        } else if (open && (is_closing(token) || is_straight(token))) {
            open = false;
        } else if (open) {
            quoted[i] = (uint8_t)number;
        }
    }
    scene->open->open = open;
    scene->quoted = quoted;
    scene->quote_count = number;
    return true;
}

static pp_i_range quotation(const pp_i_scene *scene, uint32_t number)
{
    pp_i_range range = {0, 0};
    for (uint32_t i = 0; i < scene->tree.count; i++) {
        if (scene->quoted[i] == number) {
            range.start = range.end == 0 ? i : range.start;
            range.end = i + 1;
        }
    }
    return pp_i_range_trim(&scene->tree, range);
}

/* Is it long enough, and a clause? */
static bool speaks_for_itself(const pp_i_scene *scene, pp_i_range range)
{
    uint32_t words = 0;
    bool verb = false;
    for (uint32_t i = range.start; i < range.end; i++) {
        uint8_t tag = scene->tree.tokens[i].tag;
        words += tag != PP_TAG_PUNCT;
        verb = verb || tag == PP_TAG_VERB || tag == PP_TAG_AUX;
    }
    return verb && words >= SPEECH_WORD_COUNT_MIN;
}

/* The word of the quotation on which the others hang. */
static uint32_t head_of(const pp_i_tree *tree, pp_i_range range)
{
    uint32_t best = range.start;
    for (uint32_t i = range.start; i < range.end; i++) {
        uint32_t head = tree->tokens[i].head;
        bool top = head >= tree->count || !pp_i_range_holds(range, head);
        bool predicate = tree->tokens[i].tag == PP_TAG_VERB ||
                         pp_i_tree_child(tree, i, PP_REL_COP) != PP_NO_HEAD;
        if (top && predicate) {
            return i;
        }
        best = top ? i : best;
    }
    return best;
}

static bool says(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_cue *found[12];
    size_t count =
        pp_i_cues_find(scene->cues, PP_CUE_VERB, scene->tree.tokens[verb].lemma, found, 12);
    for (size_t i = 0; i < count; i++) {
        if ((found[i]->frames & (PP_FRAME_REFINE | PP_FRAME_CLAUSE)) != 0) {
            return true;
        }
    }
    return false;
}

/* The verb of saying outside all quotations that stands nearest to the range, or PP_NO_HEAD. */
static uint32_t saying_verb(const pp_i_scene *scene, pp_i_range range, pp_i_voice *voice)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t best = PP_NO_HEAD, best_distance = UINT32_MAX;
    for (uint32_t i = 0; i < tree->count; i++) {
        if (scene->quoted[i] != 0 || tree->tokens[i].tag != PP_TAG_VERB || !says(scene, i)) {
            continue;
        }
        uint32_t distance = i < range.start ? range.start - i : i - range.end;
        pp_i_voice who = pp_i_voice_of(scene, i);
        if (who.token == PP_NO_HEAD && i + 1 < tree->count && i >= range.end) {
            for (uint32_t k = i + 1; k < tree->count && k < i + 8 && who.token == PP_NO_HEAD; k++) {
                bool name =
                    tree->tokens[k].tag == PP_TAG_PROPN || tree->tokens[k].tag == PP_TAG_NOUN;
                bool before = tree->tokens[k].head > k && tree->tokens[k].head < k + 4 &&
                              tree->tokens[k].head < tree->count;      /* "US" of "US envoy X" */
                who = name && !before ? pp_i_voice_at(scene, k) : who; /* said the minister */
            }
        }
        if (who.token != PP_NO_HEAD && distance < best_distance) {
            best = i;
            best_distance = distance;
            *voice = who;
        }
    }
    return best;
}

/* The speaker who is named after the quotation has ended, in one of the next sentences. */
static pp_i_voice voice_ahead(pp_i_scene *scene)
{
    const pp_i_report *report = scene->report;
    pp_i_voice voice = pp_i_voice_none();
    pp_i_open_quote open = {
        .open = true, .voice = voice, .paragraph = report->sentences[scene->sentence].paragraph};
    for (size_t i = scene->sentence + 1;
         i < report->sentence_count && i <= scene->sentence + SPEECH_LOOK_AHEAD_COUNT_MAX; i++) {
        const pp_i_sentence *sentence = &report->sentences[i];
        pp_i_scene *ahead = PP_NEW(scene->scratch, pp_i_scene);
        if (ahead == NULL || sentence->paragraph != open.paragraph || sentence->token_count == 0) {
            scene->no_memory = scene->no_memory || ahead == NULL;
            break;
        }
        ahead->cues = scene->cues;
        ahead->report = report;
        ahead->sentence = i;
        ahead->open = &open;
        ahead->scratch = scene->scratch;
        if (!pp_i_tree_make(sentence, scene->scratch, &ahead->tree) || !pp_i_speech_mark(ahead)) {
            scene->no_memory = true;
            break;
        }
        pp_i_range range = quotation(ahead, 1);
        if (!open.open || ahead->quote_count > 1) {
            if (saying_verb(ahead, range, &voice) == PP_NO_HEAD) {
                voice = pp_i_voice_none();
            }
            break;
        }
    }
    if (voice.token != PP_NO_HEAD) {
        voice.token = PP_VOICE_ELSEWHERE;
    }
    return voice;
}

static pp_i_find *find_for(pp_i_scene *scene, pp_i_range range, uint32_t verb)
{
    for (size_t i = 0; i < scene->find_count; i++) {
        pp_i_find *find = &scene->finds[i];
        if (find->quoted || scene->quoted[find->cue_head] != 0) {
            continue;
        }
        bool touches = find->content.start < range.end && range.start < find->content.end;
        if (find->cue_head == verb || (touches && find->asserting)) {
            return find;
        }
    }
    return NULL;
}

static void give(pp_i_scene *scene, pp_i_find find, pp_i_find *old, pp_i_range range)
{
    find.content = range;
    find.content_head = head_of(&scene->tree, range);
    find.quoted = true;
    find.frame = PP_FRAME_CLAUSE;
    pp_i_find second = {.dropped = true};
    if (find.asserting) {
        find.act = PP_ACT_ASSERTS;
        find.negated = false;
        find.strength = PP_STRENGTH_NONE;
        if (!pp_i_split_clause(scene, &find, &second)) {
            second.dropped = true;
        }
        pp_i_refine(scene, &find);
    }
    pp_i_strengthen(scene, &find);
    if (old != NULL) {
        *old = find;
    } else {
        (void)pp_i_scene_add(scene, &find);
    }
    if (!second.dropped) {
        (void)pp_i_scene_add(scene, &second);
    }
}

/* Of ""because it will not last", he said": words that go on with what stands before the marks. */
static bool goes_on_with(const pp_i_tree *tree, pp_i_range range)
{
    if (range.start < 3) {
        return false;
    }
    const pp_i_token *first = &tree->tokens[range.start], *before = &tree->tokens[range.start - 2];
    uint8_t tag = tree->tokens[range.start].tag;
    tag = tag == PP_TAG_ADV || tag == PP_TAG_PART ? tree->tokens[range.start + 1].tag : tag;
    bool part = tag == PP_TAG_VERB || tag == PP_TAG_AUX || tag == PP_TAG_SCONJ ||
                tag == PP_TAG_CCONJ || tag == PP_TAG_ADP;
    bool small = first->form.length > 0 && first->form.data[0] >= 'a' && first->form.data[0] <= 'z';
    return part && small && before->tag != PP_TAG_PUNCT;
}

/* The same with the words of its clause before the marks: from behind the verb of saying, or from
 * the start of the sentence where that stands behind or between commas. */
static pp_i_range whole_clause(const pp_i_tree *tree, pp_i_range range, uint32_t verb)
{
    uint32_t start = 0;
    if (verb < range.start && tree->tokens[verb + 1].tag != PP_TAG_PUNCT) {
        start = verb + 1;
        for (uint32_t i = verb + 1; i + 1 < range.start && i < verb + 6; i++) {
            start = pp_i_tree_is(tree, i, "that") ? i + 1 : start;
        }
    }
    return pp_i_range_trim(tree, (pp_i_range){start, range.end});
}

/* "..., he warned": a verb of saying that tells the act. */
static void take_act(const pp_i_scene *scene, uint32_t verb, pp_i_find *find)
{
    const pp_i_cue *found[1];
    size_t count =
        pp_i_cues_find(scene->cues, PP_CUE_VERB, scene->tree.tokens[verb].lemma, found, 1);
    if (count > 0 && found[0]->act == PP_ACT_WARNS && (found[0]->frames & PP_FRAME_CLAUSE) != 0) {
        find->act = PP_ACT_WARNS;
        find->strength = found[0]->strength;
        find->asserting = false;
    }
}

static void assign(pp_i_scene *scene, uint32_t number)
{
    pp_i_range range = quotation(scene, number);
    if (pp_i_range_is_empty(range) || !speaks_for_itself(scene, range)) {
        return;
    }
    pp_i_find find = {.content_head = PP_NO_HEAD,
                      .pattern = PP_PATTERN_QUOTED,
                      .asserting = true,
                      .act = PP_ACT_ASSERTS,
                      .voice = pp_i_voice_none()};
    for (size_t i = 0; i < scene->find_count; i++) {
        const pp_i_find *whole = &scene->finds[i];
        bool thing = whole->frame == PP_FRAME_JUDGE || whole->frame == PP_FRAME_OBJECT;
        if (!whole->asserting && thing && pp_i_range_holds(whole->content, range.start) &&
            pp_i_range_holds(whole->content, range.end - 1)) {
            return; /* called it "an idea that does not add up" */
        }
    }
    uint32_t verb = saying_verb(scene, range, &find.voice);
    pp_i_find *old = verb == PP_NO_HEAD ? NULL : find_for(scene, range, verb);
    if (old != NULL && !old->asserting && old->frame != PP_FRAME_CLAUSE) {
        return; /* rejected "the so-called plan that ...": the quotation is the object's */
    }
    if (old != NULL && old->frame == PP_FRAME_CLAUSE && old->cue_head < old->content.start &&
        old->content.start + 1 < range.start && range.end <= old->content.end) {
        return; /* said the offer was "an insult": some of the words alone are quoted */
    }
    if (verb != PP_NO_HEAD) {
        find.cue_head = verb;
        find.cue = pp_i_verb_words(&scene->tree, verb);
        take_act(scene, verb, &find);
        if (old != NULL) {
            find.voice = old->voice;
            find.asserting = old->asserting;
            find.act = old->act;
            find.strength = old->strength;
        }
    } else {
        bool goes_on = scene->open->voice.token != PP_NO_HEAD;
        find.voice = goes_on                                             ? scene->open->voice
                     : number == scene->quote_count && scene->open->open ? voice_ahead(scene)
                                                                         : find.voice;
        find.cue_head = range.start;
        find.cue = (pp_i_range){range.start, range.start};
    }
    if (find.voice.token == PP_NO_HEAD) {
        return;
    }
    if (verb != PP_NO_HEAD && goes_on_with(&scene->tree, range)) {
        range = whole_clause(&scene->tree, range, verb);
    }
    give(scene, find, old, range);
    scene->open->voice = find.voice;
    scene->open->voice.token = PP_VOICE_ELSEWHERE;
    scene->open->voice_sentence = scene->sentence;
}

void pp_i_speech_assign(pp_i_scene *scene)
{
    for (uint32_t number = 1; number <= scene->quote_count; number++) {
        assign(scene, number);
    }
}
