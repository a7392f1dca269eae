/*
 * speaker.c: who says it: subjects, owners, agents; see scene.h.
 *
 * A thing never speaks: a subject that names nobody, and belongs to nobody whose words it could be,
 * makes no statement.
 */
#include "reading/speaker_parts.h"

enum {
    SPEAKER_OWNER_DEPTH_MAX = 3, /* "the remarks of the head of the union" */
    SPEAKER_CLIMB_MAX = 4,
};

/* "One of them, Unite Power, refused": the name that stands as an aside; or PP_NO_HEAD. */
static uint32_t one_of_them(const pp_i_scene *scene, uint32_t token)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t of =
        pp_i_tree_is(tree, token, "one") ? pp_i_tree_behind(tree, token, "of") : PP_NO_HEAD;
    uint32_t comma = of < tree->count && of > token ? of + 1 : PP_NO_HEAD;
    if (comma >= tree->count || !pp_i_text_is(tree->tokens[comma].form, ",")) {
        return PP_NO_HEAD;
    }
    const pp_i_names *names = scene->report->names;
    for (uint32_t i = comma + 1; i < tree->count && i < comma + 8; i++) {
        size_t mention = pp_i_names_at(names, scene->sentence, i);
        bool name = mention != PP_NONE && names->mentions[mention].kind == PP_MENTION_NAME &&
                    names->mentions[mention].head == i;
        if (name) {
            uint32_t end = names->mentions[mention].token_end;
            return end < tree->count && pp_i_text_is(tree->tokens[end].form, ",") ? i : PP_NO_HEAD;
        }
        if (tree->tokens[i].tag == PP_TAG_PUNCT || tree->tokens[i].tag == PP_TAG_VERB) {
            break;
        }
    }
    return PP_NO_HEAD;
}

/* "Moscow and Beijing, both of which have": the first of those who stand before the comma. */
static uint32_t both_of_which(const pp_i_tree *tree, uint32_t token)
{
    if (token < 2 || token + 2 >= tree->count || !pp_i_tree_in(tree, token, "both all each") ||
        !pp_i_tree_is(tree, token + 1, "of") ||
        !pp_i_word_in(tree->tokens[token + 2].form, "which whom") ||
        !pp_i_text_is(tree->tokens[token - 1].form, ",")) {
        return PP_NO_HEAD;
    }
    uint32_t first = token - 2;
    while (first < tree->count && tree->tokens[first].relation == PP_REL_CONJ &&
           tree->tokens[first].head < first) {
        first = tree->tokens[first].head;
    }
    return first;
}

pp_i_voice pp_i_voice_at(const pp_i_scene *scene, uint32_t token)
{
    const pp_i_tree *tree = &scene->tree;
    bool owns = false;
    uint32_t article = token < tree->count ? pp_i_tree_child(tree, token, PP_REL_DET) : PP_NO_HEAD;
    bool neither = pp_i_tree_is(tree, article, "neither") && /* of two sides both */
                   pp_i_tree_in(tree, token, "side government country party leader company");
    if (pp_i_tree_in(tree, article, "no neither") && !neither) {
        return pp_i_voice_none(); /* "no member needs": nobody */
    }
    for (int depth = 0; depth <= SPEAKER_OWNER_DEPTH_MAX && token < tree->count; depth++) {
        size_t mention = pp_i_names_at(scene->report->names, scene->sentence, token);
        if (mention != PP_NONE && scene->report->names->mentions[mention].head != token &&
            tree->tokens[token].tag != PP_TAG_PROPN) {
            mention = PP_NONE; /* only covered by a longer name */
        }
        if (mention != PP_NONE && pp_i_speaker_is_silent(scene, mention)) {
            return pp_i_voice_none();
        }
        uint32_t named = one_of_them(scene, token);
        named = named < tree->count ? named : both_of_which(tree, token);
        if (named < tree->count) {
            token = named;
            continue;
        }
        if (pp_i_tree_in(tree, token,
                         "one several most many some "
                         "group number dozen hundred thousand majority delegation team republic "
                         "kingdom state emirate sultanate principality") &&
            pp_i_tree_behind(tree, token, "of") > token &&
            pp_i_tree_behind(tree, token, "of") < tree->count) {
            pp_i_voice some = pp_i_speaker_voice_within(scene, pp_i_tree_behind(tree, token, "of"));
            if (some.token != PP_NO_HEAD) {
                return some;
            }
        }
        pp_i_voice voice = pp_i_speaker_voice_of_mention(scene, mention, token);
        voice = voice.token == PP_NO_HEAD ? pp_i_speaker_voice_of_noun(scene, token) : voice;
        if (voice.token != PP_NO_HEAD) {
            voice = pp_i_speaker_named_person(scene, voice);
            voice.owns = owns;
            return voice;
        }
        if (pp_i_speaker_is_relative(tree, token)) {
            voice =
                pp_i_tree_is(tree, token, "who") ? pp_i_speaker_voice_beside(scene, token) : voice;
            if (voice.token != PP_NO_HEAD) {
                return voice;
            }
            uint32_t noun = pp_i_speaker_relative_noun(tree, token);
            if (pp_i_tree_is(tree, token, "which") && pp_i_tree_tagged(tree, noun, PP_TAG_NOUN) &&
                pp_i_speaker_voice_of_noun(scene, noun).token == PP_NO_HEAD &&
                pp_i_names_at(scene->report->names, scene->sentence, noun) == PP_NONE &&
                !pp_i_tree_in(tree, noun, PP_CUE_SPEECH_NOUNS)) {
                voice = pp_i_speaker_voice_beside(scene, token);
                if (voice.token != PP_NO_HEAD) {
                    return voice; /* "a rebuttal from X, which insisted" */
                }
            }
            token = noun;
            continue;
        }
        if (!pp_i_tree_in(tree, token, PP_CUE_SPEECH_NOUNS)) {
            return pp_i_voice_none();
        }
        uint32_t owner = pp_i_speaker_owner_of(tree, token);
        uint32_t verb = tree->tokens[token].head;
        bool issued = tree->tokens[token].relation == PP_REL_OBJ && verb < token &&
                      !pp_i_tree_is_passive(tree, verb);
        if (owner == PP_NO_HEAD) {
            voice = pp_i_speaker_modifier_of(scene, token);
            voice.owns = true;
            owner = issued ? pp_i_tree_child(tree, verb, PP_REL_NSUBJ)
                           : pp_i_speaker_maker_of(tree, token);
            if (voice.token != PP_NO_HEAD || owner == PP_NO_HEAD) {
                return voice;
            }
        }
        token = owner; /* "X issued a declaration demanding" */
        owns = true;
    }
    return pp_i_voice_none();
}

/* Where the parse names no subject: the last somebody before the cue, no verb or comma between. */
static pp_i_voice voice_before(const pp_i_scene *scene, uint32_t predicate)
{
    const pp_i_tree *tree = &scene->tree;
    for (uint32_t i = predicate; i-- > 0;) {
        uint8_t tag = tree->tokens[i].tag;
        bool after_name = tag == PP_TAG_PUNCT && i > 0 && tree->tokens[i - 1].tag == PP_TAG_PROPN;
        if (tag == PP_TAG_VERB || tag == PP_TAG_SCONJ || tag == PP_TAG_ADP || tag == PP_TAG_CCONJ ||
            (tag == PP_TAG_PUNCT && !after_name)) {
            break;
        }
        if (pp_i_tree_in(tree, i, PP_TIME_NOUNS)) {
            continue;
        }
        if (tag == PP_TAG_NOUN || tag == PP_TAG_PROPN || tag == PP_TAG_PRON) {
            return pp_i_voice_at(scene, i);
        }
    }
    return pp_i_voice_none();
}

/* "..., the biggest of them, the mayor said.": who stands between the last comma and the verb with
 * which the sentence ends, where the parse has a subject from before that comma. */
static pp_i_voice voice_at_end(const pp_i_scene *scene, uint32_t verb, uint32_t subject)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t end = tree->count;
    while (end > verb + 1 && (tree->tokens[end - 1].tag == PP_TAG_PUNCT ||
                              pp_i_tree_in(tree, end - 1, PP_TIME_NOUNS " on last late"))) {
        end--;
    }
    uint32_t comma = verb;
    while (comma > subject && !pp_i_text_is(tree->tokens[comma].form, ",") &&
           tree->tokens[comma].tag != PP_TAG_CCONJ &&
           (comma == verb || tree->tokens[comma].tag != PP_TAG_VERB)) {
        comma--;
    }
    bool last = end == verb + 1 && comma > subject && comma + 1 < verb &&
                pp_i_text_is(tree->tokens[comma].form, ",");
    return last ? voice_before(scene, verb) : pp_i_voice_none();
}

/* Who rejects or backs something in the passive is somebody, whatever noun names him. */
static pp_i_voice voice_of_agent(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t agent = pp_i_tree_agent(tree, verb);
    uint32_t place = pp_i_tree_behind(tree, verb, "in");
    size_t mention = agent == PP_NO_HEAD && place != PP_NO_HEAD
                         ? pp_i_names_at(scene->report->names, scene->sentence, place)
                         : PP_NONE;
    size_t entity = mention == PP_NONE ? PP_NONE : scene->report->names->mentions[mention].entity;
    if (entity != PP_NONE && scene->report->names->entities[entity].kind == PP_ENTITY_STATE) {
        return pp_i_voice_at(scene, place); /* "was condemned in Algiers" */
    }
    pp_i_voice voice = agent == PP_NO_HEAD ? pp_i_voice_none() : pp_i_voice_at(scene, agent);
    if (voice.token == PP_NO_HEAD &&
        (pp_i_tree_tagged(tree, agent, PP_TAG_NOUN) ||
         pp_i_tree_tagged(tree, agent, PP_TAG_PROPN)) &&
        !pp_i_tree_in(tree, agent, PP_CUE_SILENT_NOUNS)) {
        voice.token = agent;
        voice.principal = pp_i_speaker_principal_below(scene, agent);
        uint32_t start = tree->start[agent] > verb + 1 ? tree->start[agent] : verb + 2;
        start += start < agent && tree->tokens[start].relation == PP_REL_CASE;
        voice.words = (pp_i_range){start < agent ? start : agent, agent + 1};
        voice.text = pp_i_scene_text(scene, voice.words);
    }
    return voice;
}

/* "X, who chairs the talks, proposed": the name before the relative clause that the comma ends. */
static pp_i_voice voice_after_relative(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    bool comma = verb > 2 && pp_i_text_is(tree->tokens[verb - 1].form, ",");
    if (!comma || tree->tokens[verb].relation != PP_REL_ACL ||
        pp_i_token_ends(&tree->tokens[verb], "ing")) {
        return pp_i_voice_none();
    }
    for (uint32_t i = verb - 1; i-- > 2;) {
        if (pp_i_text_is(tree->tokens[i].form, ",")) {
            break;
        }
        if (pp_i_tree_in(tree, i, "who which") && pp_i_text_is(tree->tokens[i - 1].form, ",")) {
            return pp_i_voice_at(scene, i - 2);
        }
    }
    return pp_i_voice_none();
}

/* A comma, a bare noun, a participle: what the parse hangs on it as subject is another's. */
static bool cannot_have_subject(const pp_i_tree *tree, uint32_t head)
{
    if (head >= tree->count || tree->tokens[head].tag == PP_TAG_PUNCT) {
        return true;
    }
    bool bare = pp_i_tree_child(tree, head, PP_REL_COP) == PP_NO_HEAD &&
                pp_i_tree_child(tree, head, PP_REL_AUX) == PP_NO_HEAD;
    return bare &&
           (tree->tokens[head].tag == PP_TAG_NOUN || pp_i_token_ends(&tree->tokens[head], "ing"));
}

/* "marched in the city calling for": a participle that hangs on a thing is of the clause's subject.
 */
static pp_i_voice voice_above(const pp_i_scene *scene, uint32_t participle)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t at = participle;
    if (tree->tokens[at].relation != PP_REL_ACL || !pp_i_token_ends(&tree->tokens[at], "ing")) {
        return pp_i_voice_none();
    }
    for (int steps = 0; steps < SPEAKER_CLIMB_MAX && at < tree->count; steps++) {
        at = tree->tokens[at].head;
        uint8_t relation = at < tree->count ? tree->tokens[at].relation : PP_REL_ROOT;
        if (relation == PP_REL_NSUBJ) {
            break; /* "a report calling for" is what it is */
        }
        if (pp_i_tree_tagged(tree, at, PP_TAG_VERB) && !pp_i_tree_is_passive(tree, at)) {
            uint32_t subject = pp_i_tree_child(tree, at, PP_REL_NSUBJ);
            return subject < at ? pp_i_voice_at(scene, subject) : pp_i_voice_none();
        }
    }
    return pp_i_voice_none();
}

pp_i_voice pp_i_voice_of(const pp_i_scene *scene, uint32_t predicate)
{
    const pp_i_tree *tree = &scene->tree;
    bool passive =
        tree->tokens[predicate].tag == PP_TAG_VERB && pp_i_tree_is_passive(tree, predicate);
    pp_i_voice voice = voice_after_relative(scene, predicate);
    if (voice.token != PP_NO_HEAD) {
        return voice;
    }
    uint32_t head = tree->tokens[predicate].head;
    if (pp_i_tree_in(tree, predicate, "know understand") && pp_i_tree_is(tree, head, "let") &&
        tree->tokens[predicate].relation == PP_REL_XCOMP) {
        return pp_i_voice_of(scene, head); /* "has let it be known that" */
    }
    if (passive) {
        return voice_of_agent(scene, predicate);
    }
    uint32_t subject = pp_i_lost_verb_subject(tree, predicate);
    subject = subject != PP_NO_HEAD ? subject : pp_i_tree_subject(tree, predicate, NULL);
    if (subject == PP_NO_HEAD || pp_i_tree_in(tree, subject, PP_TIME_NOUNS)) {
        voice = voice_before(scene, predicate);
        for (uint32_t i = predicate; i-- > 0 && voice.token == PP_NO_HEAD;) {
            bool lost = tree->tokens[i].relation == PP_REL_NSUBJ &&
                        cannot_have_subject(tree, tree->tokens[i].head);
            voice = lost ? pp_i_voice_at(scene, i) : voice; /* its verb was lost on a comma */
        }
        return voice;
    }
    voice = voice_at_end(scene, predicate, subject);
    if (voice.token != PP_NO_HEAD) {
        return voice;
    }
    voice = pp_i_voice_at(scene, subject);
    uint32_t name = pp_i_tree_child(tree, subject, PP_REL_APPOS);
    if (voice.token == PP_NO_HEAD && pp_i_tree_tagged(tree, name, PP_TAG_PROPN) &&
        !pp_i_tree_tagged(tree, subject, PP_TAG_NOUN)) {
        voice = pp_i_voice_at(scene, name); /* "its chief executive, X": an adjective */
    }
    for (uint32_t child = subject; child != PP_NO_HEAD && voice.token == PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        if (child != subject && tree->tokens[child].head == predicate &&
            tree->tokens[child].relation == PP_REL_NSUBJ) {
            voice = pp_i_voice_at(scene, child); /* a second subject: a title before the name */
        }
    }
    bool nobody = voice.token == PP_NO_HEAD;
    for (uint32_t child = tree->first_child[subject]; child != PP_NO_HEAD && nobody;
         child = tree->next_sibling[child]) {
        pp_i_voice other = tree->tokens[child].relation == PP_REL_CONJ && child > subject
                               ? pp_i_voice_at(scene, child)
                               : pp_i_voice_none();
        voice = other.token != PP_NO_HEAD ? other : voice; /* "Fishing and farming groups" */
    }
    return voice.token != PP_NO_HEAD ? voice : voice_above(scene, predicate);
}

pp_i_voice pp_i_voice_near(const pp_i_scene *scene, uint32_t token)
{
    pp_i_voice voice = pp_i_voice_at(scene, token);
    if (voice.token == PP_NO_HEAD && token < scene->tree.count) {
        voice = pp_i_speaker_modifier_of(scene, token);
    }
    if (voice.token == PP_NO_HEAD && token < scene->tree.count) {
        uint32_t owner = pp_i_speaker_owner_of(&scene->tree, token);
        voice = owner == PP_NO_HEAD ? voice : pp_i_voice_at(scene, owner);
    }
    return voice;
}

uint32_t pp_i_lost_verb_subject(const pp_i_tree *tree, uint32_t noun)
{
    uint32_t made = tree->tokens[noun].head;
    uint32_t subject = made < tree->count ? tree->tokens[made].head : PP_NO_HEAD;
    bool lost = tree->tokens[noun].relation == PP_REL_OBJ && noun > 0 && made == noun - 1 &&
                tree->tokens[made].relation == PP_REL_ACL && subject < made &&
                tree->tokens[subject].relation == PP_REL_ROOT &&
                pp_i_speaker_maker_of(tree, subject) != PP_NO_HEAD &&
                pp_i_token_ends(&tree->tokens[noun], "s") && pp_i_tree_in(tree, noun + 1, "for on");
    return lost ? subject : PP_NO_HEAD;
}

bool pp_i_voice_is_side(const pp_i_scene *scene, const pp_i_voice *voice)
{
    const pp_i_names *names = scene->report->names;
    bool name = voice->mention != PP_NONE &&
                names->mentions[voice->mention].kind != PP_MENTION_DESCRIPTION &&
                names->mentions[voice->mention].kind != PP_MENTION_PRONOUN;
    uint32_t article = pp_i_tree_child(&scene->tree, voice->token, PP_REL_DET);
    bool several = pp_i_tree_in(&scene->tree, article, "both all each neither either");
    return !name && !several && voice->token < scene->tree.count &&
           pp_i_tree_in(&scene->tree, voice->token, PP_CUE_SIDES);
}

bool pp_i_voice_same(const pp_i_scene *scene, const pp_i_voice *a, const pp_i_voice *b)
{
    if (a->token == PP_NO_HEAD || b->token == PP_NO_HEAD) {
        return false;
    }
    if (a->shared > 0 && b->shared > 0) {
        return a->entity == b->entity; /* of "both sides" each */
    }
    if ((a->token == b->token && a->token < scene->tree.count) ||
        (a->entity != PP_NONE && a->entity == b->entity)) {
        return true;
    }
    const pp_i_names *names = scene->report->names;
    return a->entity != PP_NONE && b->entity != PP_NONE &&
           pp_i_names_principal(names, a->entity) == pp_i_names_principal(names, b->entity);
}

bool pp_i_voice_is_adversary(const pp_i_scene *scene, const pp_i_voice *one, const pp_i_voice *side)
{
    const pp_i_names *names = scene->report->names;
    if (one->entity == PP_NONE || side->entity == PP_NONE ||
        names->entities[one->entity].affiliation == PP_NONE) {
        return false;
    }
    size_t own = pp_i_names_principal(names, one->entity);
    size_t other = pp_i_names_principal(names, side->entity);
    pp_text name = names->entities[other].name;
    bool named = pp_i_has_capital(name);
    return own != other && (named || pp_i_tree_is(&scene->tree, side->token, "union"));
}
