/* reading_said.c: what was found in a sentence becomes statements, events, judgements and
 * conditions of the reading; see reading_parts.h. */
#include "reading/confidence.h"
#include "reading/name_words.h"
#include "reading/reading_parts.h"
#include "reading/reference.h"

enum { READING_TALE_COUNT_MAX = 16 /* events of one sentence; more are left out */ };

static size_t party_of_noun(const pp_i_scene *scene, const pp_i_voice *voice)
{
    const pp_i_report *report = scene->report;
    if (voice->principal == PP_NONE) {
        return PP_NONE;
    }
    return report->actors[pp_i_names_principal(report->names, voice->principal)];
}

/* The speaker's words, actor and party; false where memory has run out. */
static bool name_speaker(pp_i_reading_maker *make, const pp_i_scene *scene, const pp_i_voice *voice,
                         pp_i_said *said)
{
    const pp_i_report *report = scene->report;
    said->speaker_from = (pp_i_antecedent){.statement = PP_NONE, .actor = PP_NONE};
    if (voice->entity == PP_NONE) {
        said->speaker = voice->text;
        said->actor = pp_i_actors_add_noun(&make->actors, said->report, voice->text,
                                           party_of_noun(scene, voice));
        said->party = said->actor == PP_NONE ? PP_NONE : make->actors.list.items[said->actor].party;
        said->party_is_inferred =
            voice->principal != PP_NONE && pp_i_names_is_inferred(report->names, voice->principal);
        return said->actor != PP_NONE;
    }
    const pp_i_mention *mention = &report->names->mentions[voice->mention];
    const pp_i_entity *entity = &report->names->entities[voice->entity];
    said->actor = report->actors[voice->entity];
    said->party = report->actors[pp_i_names_principal(report->names, voice->entity)];
    said->party_is_inferred = pp_i_names_is_inferred(report->names, voice->entity);
    if (said->party == said->actor && voice->principal != PP_NONE) {
        said->party = report->actors[pp_i_names_principal(report->names, voice->principal)];
        said->party_is_inferred = pp_i_names_is_inferred(report->names, voice->principal);
    }
    bool pointing = mention->kind == PP_MENTION_PRONOUN ||
                    mention->kind == PP_MENTION_DESCRIPTION || voice->shared > 0;
    bool named = !pointing && entity->kind != PP_ENTITY_PERSON && voice->text.length > 0;
    said->speaker = named ? voice->text : entity->usual.length > 0 ? entity->usual : entity->name;
    if (pointing) {
        said->speaker_from =
            (pp_i_antecedent){.said = voice->text,
                              .text = entity->name,
                              .statement = PP_NONE,
                              .actor = said->actor,
                              .certainty = voice->shared > 0 ? voice->shared : mention->certainty};
    }
    return true;
}

static double confidence_of(const pp_i_scene *scene, const pp_i_find *find, const pp_i_said *said)
{
    const pp_i_mention *mention = find->voice.mention == PP_NONE
                                      ? NULL
                                      : &scene->report->names->mentions[find->voice.mention];
    bool named = mention != NULL && mention->kind != PP_MENTION_PRONOUN &&
                 mention->kind != PP_MENTION_DESCRIPTION && find->voice.shared == 0;
    pp_i_signs signs = {.pattern = said->pattern,
                        .named = named,
                        .certainty = mention == NULL ? 50 : mention->certainty,
                        .asserting = find->asserting,
                        .points = said->content_from.said.length > 0,
                        .pointed = said->content_from.statement != PP_NONE,
                        .content_word_count = find->content.end - find->content.start,
                        .sentence_word_count = scene->tree.count};
    return pp_i_confidence(&signs);
}

enum { UNDERLINED_CERTAINTY = 60 };

/* "That's a red line", "the point was not up for discussion": how firm one is in what one said
 * right before. */
static bool only_underlines(const pp_i_scene *scene, const pp_i_find *find)
{
    enum { WORD_COUNT_MAX = 9 };
    const pp_i_tree *tree = &scene->tree;
    pp_i_range content = find->content;
    if (pp_i_range_is_empty(content) || content.end > tree->count)
        return false;
    bool points = pp_i_tree_in(tree, content.start, "that this it") ||
                  pp_i_word_in(tree->tokens[content.start].form, "That This It");
    if (find->act == PP_ACT_DEMANDS &&
        content.end == content.start + 2 && /* "a figure he called" */
        pp_i_tree_in(tree, content.start, "a the") &&
        pp_i_tree_in(tree, content.start + 1, "figure number sum point ceiling limit"))
        return true;
    points = points || (tree->tokens[content.start].tag == PP_TAG_NUM && /* "six is our red line" */
                        pp_i_tree_is(tree, content.start + 1, "be"));
    bool noun = content.start + 1 < content.end &&
                pp_i_tree_in(tree, content.start + 1, "point number figure issue matter");
    if (!(noun ? points || pp_i_tree_is(tree, content.start, "the")
               : points && (tree->tokens[content.start].tag == PP_TAG_PRON ||
                            tree->tokens[content.start].tag == PP_TAG_NUM)) ||
        content.end > content.start + WORD_COUNT_MAX)
        return false;
    for (uint32_t i = content.start + 1; i + 1 < content.end; i++) {
        bool line = pp_i_tree_is(tree, i, "red") && pp_i_tree_is(tree, i + 1, "line");
        bool shut = i + 2 < content.end && pp_i_tree_is(tree, i, "up") &&
                    pp_i_tree_is(tree, i + 1, "for") &&
                    pp_i_tree_in(tree, i + 2, "discussion negotiation debate bargaining");
        if (line || shut ||
            (pp_i_tree_is(tree, i, "not") && pp_i_tree_is(tree, i + 1, "negotiable")))
            return true;
    }
    return content.end > content.start + 1 &&
           pp_i_tree_in(tree, content.end - 1, "non-negotiable nonnegotiable");
}

/* "On Sunday shifts, it said: "That is a red line"": of what stands in front; no "On Monday". */
static bool has_topic(const pp_i_tree *tree)
{
    pp_text first = tree->tokens[0].form;
    if (pp_i_text_is(first, "As"))
        return pp_i_tree_in(tree, 1, "for to regard");
    uint8_t next = tree->count > 2 ? tree->tokens[2].tag : PP_TAG_PUNCT;
    bool alone = next == PP_TAG_PUNCT || next == PP_TAG_PRON || next == PP_TAG_DET ||
                 next == PP_TAG_NUM || next == PP_TAG_PROPN; /* no "Sunday shifts" */
    bool when = alone && tree->count > 1 &&
                (tree->tokens[1].tag == PP_TAG_NUM ||
                 (pp_i_name_word(tree->tokens[1].form, NULL) & PP_WORD_TIME));
    return (pp_i_text_is(first, "On") && !when) || pp_i_word_in(first, "Regarding Concerning");
}

/* What the same party demanded or refused right before, which the words make firm; or PP_NONE.
 * Where another wanted or offered something since then, "that" may be his. */
static size_t underlined(const pp_i_reading_maker *make, const pp_i_scene *scene,
                         const pp_i_said *said)
{
    if (has_topic(&scene->tree))
        return PP_NONE;
    for (size_t i = make->statements.count; i > 0; i--) {
        const pp_i_said *before = &make->statements.items[i - 1];
        if (before->report != said->report || before->sentence + 1 < said->sentence)
            return PP_NONE;
        bool own = before->party == said->party;
        bool stands = before->act == PP_ACT_DEMANDS || before->act == PP_ACT_REJECTS;
        bool offered = before->act == PP_ACT_OFFERS || before->act == PP_ACT_PROPOSES;
        if (own && stands)
            return before->former || before->dropped ? PP_NONE : i - 1;
        if (!own && (stands || offered))
            return PP_NONE;
    }
    return PP_NONE;
}

bool pp_i_reading_add_statement(pp_i_reading_maker *make, size_t report, const pp_i_scene *scene,
                                const pp_i_find *find, bool *added)
{
    pp_i_said said = {.report = report,
                      .sentence = scene->sentence,
                      .act = (pp_i_act)find->act,
                      .strength = (pp_i_strength)find->strength,
                      .hedged = find->hedged,
                      .negated = find->negated,
                      .quoted = find->quoted,
                      .former = pp_i_says_former(scene, find),
                      .dropped = pp_i_says_dropped(scene, find),
                      .denies_fact = pp_i_denies_fact(scene, find),
                      .accuses =
                          find->act == PP_ACT_ASSERTS &&
                          pp_i_tree_in(&scene->tree, find->cue_head, PP_CUE_ACCUSING " accusation"),
                      .bare = (pp_i_bare)pp_i_bare_of(scene, find),
                      .pattern = (pp_i_pattern)find->pattern};
    if (!name_speaker(make, scene, &find->voice, &said)) {
        return false;
    }
    pp_i_range quote = pp_i_evidence(scene, find);
    said.cue = pp_i_passage_of(scene, find->cue);
    said.content = pp_i_passage_of(scene, find->content);
    said.quote = pp_i_passage_of(scene, quote);
    said.condition = pp_i_passage_of(scene, find->condition);
    said.marker = said.condition.text.length > 0 ? (pp_i_marker)find->marker : PP_MARKER_NONE;
    size_t firm = only_underlines(scene, find) ? underlined(make, scene, &said) : PP_NONE;
    if (firm != PP_NONE) {
        said.act = make->statements.items[firm].act;
        said.negated = make->statements.items[firm].negated;
    }
    if (!PP_LIST_ADD(make->arena, &make->statements, said)) {
        return false;
    }
    pp_i_said *last = &make->statements.items[make->statements.count - 1];
    pp_i_reference_resolve(make->reports, make->statements.items, make->statements.count);
    if (firm != PP_NONE) { /* it points to that, whatever its own words are */
        last->content_from = (pp_i_antecedent){.said = last->content.text,
                                               .text = make->statements.items[firm].content.text,
                                               .statement = firm,
                                               .actor = PP_NONE,
                                               .certainty = UNDERLINED_CERTAINTY};
    }
    *added = pp_i_answer_resolve(make->reports, make->statements.items, make->statements.count);
    make->statements.count -= !*added;
    if (firm != PP_NONE && *added)
        make->statements.items[firm].strength = PP_STRENGTH_MUST;
    last->confidence = confidence_of(scene, find, last);
    return true;
}

bool pp_i_reading_add_tales(pp_i_reading_maker *make, size_t report, const pp_i_scene *scene)
{
    pp_i_tale tales[READING_TALE_COUNT_MAX];
    size_t count = pp_i_events_find(scene, tales, READING_TALE_COUNT_MAX);
    for (size_t i = 0; i < count; i++) {
        pp_i_told told = {.report = report,
                          .sentence = scene->sentence,
                          .actor = PP_NONE,
                          .party = PP_NONE,
                          .cue = pp_i_passage_of(scene, tales[i].cue),
                          .quote = pp_i_passage_of(scene, tales[i].quote)};
        if (tales[i].is_judgement) {
            if (!PP_LIST_ADD(make->arena, &make->judgements, told)) {
                return false;
            }
            continue;
        }
        pp_i_said named = {.report = report};
        if (!name_speaker(make, scene, &tales[i].voice, &named)) {
            return false;
        }
        told.actor_text = named.speaker;
        told.actor = named.actor;
        told.party = named.party;
        pp_i_said teller = {.report = report};
        if (tales[i].find != PP_NONE &&
            !name_speaker(make, scene, &scene->finds[tales[i].find].voice, &teller)) {
            return false;
        }
        told.told_by = teller.speaker;
        if (!PP_LIST_ADD(make->arena, &make->events, told)) {
            return false;
        }
    }
    return true;
}

bool pp_i_reading_add_conditions(pp_i_reading_maker *make, size_t report, const pp_i_scene *scene,
                                 size_t first)
{
    uint32_t at = 0;
    pp_i_condition_words words;
    while (pp_i_condition_next(scene, &at, &words)) {
        pp_i_conditional made = {.report = report,
                                 .sentence = scene->sentence,
                                 .statement = PP_NONE,
                                 .on = pp_i_passage_of(scene, words.on),
                                 .what = pp_i_passage_of(scene, words.what),
                                 .marker = words.marker};
        for (size_t i = 0; i < scene->find_count && first + i < make->statements.count; i++) {
            if (scene->finds[i].condition.start == words.on.start &&
                !pp_i_range_is_empty(scene->finds[i].condition)) {
                made.statement = first + i;
            }
        }
        if (!PP_LIST_ADD(make->arena, &make->conditions, made)) {
            return false;
        }
    }
    return true;
}
