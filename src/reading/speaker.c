/*
 * speaker.c: who says it: subjects, owners, agents; see scene.h.
 *
 * A thing never speaks: a subject that names nobody, and belongs to nobody whose words it could be,
 * makes no statement.
 */
#include "reading/scene.h"

enum { SPEAKER_OWNER_DEPTH_MAX = 3 /* "the remarks of the head of the union" */ };

static bool is_silent_name(const pp_i_scene *scene, const pp_i_mention *mention)
{
    const pp_i_sentence *sentence = &scene->report->sentences[mention->sentence];
    return mention->head < sentence->token_count &&
           pp_i_word_in(sentence->tokens[mention->head].lemma, PP_CUE_SILENT_NOUNS) &&
           mention->token_end - mention->token_start > 1;
}

/* Is any form of its name headed by a word for an event or a paper? "the Harbour Conference". */
static bool is_silent(const pp_i_scene *scene, size_t mention)
{
    const pp_i_names *names = scene->report->names;
    const pp_i_mention *at = &names->mentions[mention];
    for (int steps = 0; steps < SPEAKER_OWNER_DEPTH_MAX; steps++) {
        if (is_silent_name(scene, at)) {
            return true;
        }
        if (at->antecedent == PP_NONE || at->antecedent >= names->mention_count) {
            break;
        }
        at = &names->mentions[at->antecedent];
    }
    if (at->entity == PP_NONE) {
        return false;
    }
    pp_text name = names->entities[at->entity].name;
    size_t start = name.length;
    while (start > 0 && name.data[start - 1] != ' ') {
        start--;
    }
    char last[32] = {0};
    for (size_t i = start; i < name.length && i - start < sizeof last - 1; i++) {
        char byte = name.data[i];
        last[i - start] = byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
    }
    return start > 0 && pp_i_word_in(pp_i_text_of(last), PP_CUE_SILENT_NOUNS);
}

static bool can_speak(pp_i_entity_kind kind)
{
    return kind == PP_ENTITY_PERSON || kind == PP_ENTITY_STATE || kind == PP_ENTITY_BODY ||
           kind == PP_ENTITY_GROUP;
}

/* The mention as a voice, where it is somebody. */
static pp_i_voice voice_of_mention(const pp_i_scene *scene, size_t mention, uint32_t token)
{
    const pp_i_names *names = scene->report->names;
    pp_i_voice voice = pp_i_voice_none();
    if (mention == PP_NONE) {
        return voice;
    }
    const pp_i_mention *at = &names->mentions[mention];
    if (at->entity == PP_NONE || !can_speak(names->entities[at->entity].kind) ||
        is_silent(scene, mention)) {
        return voice;
    }
    voice = (pp_i_voice){.token = token,
                         .mention = mention,
                         .entity = at->entity,
                         .principal = PP_NONE,
                         .words = {at->token_start, at->token_end},
                         .named = true};
    if (at->sentence == scene->sentence) {
        voice.text = pp_i_scene_text(scene, voice.words);
    }
    return voice;
}

pp_text pp_i_scene_text(const pp_i_scene *scene, pp_i_range range)
{
    if (pp_i_range_is_empty(range) || range.end > scene->tree.count) {
        return (pp_text){NULL, 0};
    }
    size_t start = scene->tree.tokens[range.start].byte_start;
    size_t end = scene->tree.tokens[range.end - 1].byte_end;
    return (pp_text){scene->report->document->words.data + start, end - start};
}

/* The first entity named below a noun, as its owner or the body it speaks for. */
static size_t principal_below(const pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    for (uint32_t child = tree->first_child[noun]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool owner =
            relation == PP_REL_AMOD || relation == PP_REL_COMPOUND || relation == PP_REL_NMOD;
        size_t mention = pp_i_names_at(scene->report->names, scene->sentence, child);
        if (!owner || mention == PP_NONE) {
            continue;
        }
        size_t entity = scene->report->names->mentions[mention].entity;
        if (entity != PP_NONE && can_speak(scene->report->names->entities[entity].kind)) {
            return entity;
        }
    }
    return PP_NONE;
}

/* A plural that names people by what they do: "carmakers", "ranchers", "guerrillas" does not. */
static bool names_doers(const pp_i_token *noun)
{
    bool doer = pp_i_token_ends(noun, "ers") || pp_i_token_ends(noun, "ors") ||
                pp_i_token_ends(noun, "ists") || pp_i_token_ends(noun, "ians") ||
                pp_i_token_ends(noun, "men");
    return doer && !pp_i_word_in(noun->lemma,
                                 "offer order letter number matter power border water paper river "
                                 "tower corner factor sector tender barrier error winter summer "
                                 "chapter figure quarter centre center other shoulder counter "
                                 "computer error terror door floor minor major color colour favour "
                                 "harbour labour neighbour mirror motor tractor reactor weather "
                                 "disorder shutter answer danger shelter tanker bulldozer copter "
                                 "helicopter container newspaper sewer");
}

/* "a spokesman for the ministry", "residents": a common noun for people. */
static pp_i_voice voice_of_noun(const pp_i_scene *scene, uint32_t token)
{
    const pp_i_tree *tree = &scene->tree;
    pp_i_voice voice = pp_i_voice_none();
    if (!pp_i_tree_tagged(tree, token, PP_TAG_NOUN) ||
        (!pp_i_tree_in(tree, token, PP_CUE_PERSON_NOUNS) && !names_doers(&tree->tokens[token]))) {
        return voice;
    }
    voice.token = token;
    voice.words = pp_i_range_trim(tree, (pp_i_range){tree->start[token], tree->end[token]});
    voice.principal = principal_below(scene, token);
    uint32_t before = pp_i_tree_child(tree, token, PP_REL_CASE);
    if (pp_i_tree_in(tree, before, "according accord") && pp_i_tree_is(tree, before + 1, "to")) {
        voice.words.start = before + 2; /* "According to a neighbour" names a neighbour */
    }
    for (uint32_t i = token; i + 1 < voice.words.end; i++) {
        if (tree->tokens[i + 1].tag == PP_TAG_PUNCT || tree->tokens[i + 1].tag == PP_TAG_VERB ||
            tree->tokens[i + 1].relation == PP_REL_CC) {
            voice.words.end = i + 1;
        }
    }
    voice.text = pp_i_scene_text(scene, voice.words);
    return voice;
}

/* The owner of a noun: possessor, or behind of, from, by; then what modifies it. */
static uint32_t owner_of(const pp_i_tree *tree, uint32_t noun)
{
    for (uint32_t child = tree->first_child[noun]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint32_t mark = pp_i_tree_child(tree, child, PP_REL_CASE);
        bool genitive = pp_i_tree_in(tree, mark, "'s ’s ' ’");
        bool pronoun = tree->tokens[child].tag == PP_TAG_PRON && child < noun &&
                       tree->tokens[child].relation == PP_REL_NMOD;
        if (genitive || pronoun) {
            return child;
        }
    }
    uint32_t found = pp_i_tree_behind(tree, noun, "from by of among for");
    if (found != PP_NO_HEAD) {
        return found;
    }
    uint32_t made = pp_i_tree_child(tree, noun, PP_REL_ACL);
    if (made != PP_NO_HEAD && pp_i_tree_is_passive(tree, made)) {
        return pp_i_tree_agent(tree, made);
    }
    return PP_NO_HEAD;
}

/* "the programme that the council adopted": by whom it was made, or PP_NO_HEAD. */
static uint32_t maker_of(const pp_i_tree *tree, uint32_t noun)
{
    uint32_t made = pp_i_tree_child(tree, noun, PP_REL_ACL);
    bool makes = pp_i_tree_in(tree, made, "adopt issue publish release send present draft write");
    uint32_t maker = makes ? pp_i_tree_child(tree, made, PP_REL_NSUBJ) : PP_NO_HEAD;
    return pp_i_tree_in(tree, maker, "that which") ? PP_NO_HEAD : maker;
}

/* A name that modifies the noun from the left: "Russian officials", "the union leadership". */
static pp_i_voice modifier_of(const pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    for (uint32_t child = tree->first_child[noun]; child != PP_NO_HEAD && child < noun;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        if (relation != PP_REL_AMOD && relation != PP_REL_COMPOUND && relation != PP_REL_NMOD) {
            continue;
        }
        size_t mention = pp_i_names_at(scene->report->names, scene->sentence, child);
        pp_i_voice voice = voice_of_mention(scene, mention, child);
        if (voice.token == PP_NO_HEAD && relation == PP_REL_COMPOUND) {
            voice = voice_of_noun(scene, child);
        }
        if (voice.token != PP_NO_HEAD) {
            return voice;
        }
    }
    return pp_i_voice_none();
}

/* The somebody that the noun itself names; "a group of farmers" are the farmers. */
static pp_i_voice voice_within(const pp_i_scene *scene, uint32_t noun)
{
    size_t mention = pp_i_names_at(scene->report->names, scene->sentence, noun);
    pp_i_voice voice = voice_of_mention(scene, mention, noun);
    return voice.token == PP_NO_HEAD ? voice_of_noun(scene, noun) : voice;
}

static bool is_relative(const pp_i_tree *tree, uint32_t token)
{
    return pp_i_tree_in(tree, token, "who which that whom");
}

/* The noun that a relative pronoun takes up: the head of the clause in which it stands. */
static uint32_t relative_noun(const pp_i_tree *tree, uint32_t pronoun)
{
    uint32_t at = tree->tokens[pronoun].head;
    for (uint32_t steps = 0; at < tree->count && steps < tree->count; steps++) {
        if (tree->tokens[at].relation == PP_REL_ACL) {
            return tree->tokens[at].head;
        }
        at = tree->tokens[at].head;
    }
    return PP_NO_HEAD;
}

/* The name right before ", who". */
static pp_i_voice voice_beside(const pp_i_scene *scene, uint32_t who)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t at = who > 0 && tree->tokens[who - 1].tag == PP_TAG_PUNCT ? who - 1 : who;
    if (at == 0 || tree->tokens[at - 1].tag != PP_TAG_PROPN) {
        return pp_i_voice_none();
    }
    size_t mention = pp_i_names_at(scene->report->names, scene->sentence, at - 1);
    return voice_of_mention(scene, mention, at - 1);
}

/* "the company, X, ...": the name between commas right behind the noun. */
static pp_i_voice named_body(const pp_i_scene *scene, pp_i_voice voice)
{
    const pp_i_names *names = scene->report->names;
    const pp_i_tree *tree = &scene->tree;
    for (size_t i = names->sentence_mentions[scene->sentence];
         i < names->sentence_mentions[scene->sentence + 1]; i++) {
        const pp_i_mention *mention = &names->mentions[i];
        bool beside = mention->token_start == voice.token + 2 && mention->token_end < tree->count &&
                      pp_i_text_is(tree->tokens[voice.token + 1].form, ",") &&
                      pp_i_text_is(tree->tokens[mention->token_end].form, ",");
        if (!beside || mention->kind != PP_MENTION_NAME || mention->entity == PP_NONE ||
            names->entities[mention->entity].kind == PP_ENTITY_STATE ||
            names->entities[mention->entity].kind == PP_ENTITY_PLACE) {
            continue;
        }
        pp_i_voice found = voice;
        found.mention = i;
        found.entity = mention->entity;
        found.words = (pp_i_range){mention->token_start, mention->token_end};
        found.text = pp_i_scene_text(scene, found.words);
        found.named = true;
        return found;
    }
    return voice;
}

/* "the mediator, retired judge X, ...", "its spokesman X": the person whom the noun introduces. */
static pp_i_voice named_person(const pp_i_scene *scene, pp_i_voice voice)
{
    const pp_i_names *names = scene->report->names;
    bool named = voice.mention != PP_NONE && names->mentions[voice.mention].kind == PP_MENTION_NAME;
    if (!pp_i_tree_tagged(&scene->tree, voice.token, PP_TAG_NOUN) ||
        (named && !pp_i_tree_in(&scene->tree, voice.token, PP_CUE_ROLE_NOUNS))) {
        return voice;
    }
    if (!pp_i_tree_in(&scene->tree, voice.token, PP_CUE_ROLE_NOUNS)) {
        return named_body(scene, voice);
    }
    size_t first = names->sentence_mentions[scene->sentence];
    size_t last = names->sentence_mentions[scene->sentence + 1];
    for (size_t i = first; i < last; i++) {
        const pp_i_mention *mention = &names->mentions[i];
        bool around = mention->token_start <= voice.token && mention->token_end > voice.token + 1 &&
                      mention->kind == PP_MENTION_NAME && mention->entity != PP_NONE &&
                      names->entities[mention->entity].kind == PP_ENTITY_PERSON;
        if (around) {
            return voice_of_mention(scene, i, mention->head);
        }
        bool near = mention->token_start > voice.token && mention->token_start <= voice.token + 7;
        if (!near || mention->kind != PP_MENTION_NAME || mention->entity == PP_NONE ||
            names->entities[mention->entity].kind != PP_ENTITY_PERSON) {
            continue;
        }
        for (uint32_t k = voice.token + 1; k < mention->token_start; k++) {
            if (scene->tree.tokens[k].tag == PP_TAG_VERB ||
                scene->tree.tokens[k].tag == PP_TAG_AUX ||
                scene->tree.tokens[k].tag == PP_TAG_CCONJ ||
                scene->tree.tokens[k].tag == PP_TAG_SCONJ) {
                return voice;
            }
        }
        pp_i_voice found = voice_of_mention(scene, i, mention->head);
        found.principal = voice.principal != PP_NONE ? voice.principal : voice.entity;
        return found.token == PP_NO_HEAD ? voice : found;
    }
    return voice;
}

pp_i_voice pp_i_voice_at(const pp_i_scene *scene, uint32_t token)
{
    const pp_i_tree *tree = &scene->tree;
    bool owns = false;
    for (int depth = 0; depth <= SPEAKER_OWNER_DEPTH_MAX && token < tree->count; depth++) {
        size_t mention = pp_i_names_at(scene->report->names, scene->sentence, token);
        if (mention != PP_NONE && scene->report->names->mentions[mention].head != token &&
            tree->tokens[token].tag != PP_TAG_PROPN) {
            mention = PP_NONE; /* only covered by a longer name */
        }
        if (mention != PP_NONE && is_silent(scene, mention)) {
            return pp_i_voice_none();
        }
        if (pp_i_tree_in(tree, token,
                         "group number dozen hundred thousand majority delegation team") &&
            pp_i_tree_behind(tree, token, "of") > token &&
            pp_i_tree_behind(tree, token, "of") < tree->count) {
            pp_i_voice some = voice_within(scene, pp_i_tree_behind(tree, token, "of"));
            if (some.token != PP_NO_HEAD) {
                return some;
            }
        }
        pp_i_voice voice = voice_of_mention(scene, mention, token);
        voice = voice.token == PP_NO_HEAD ? voice_of_noun(scene, token) : voice;
        if (voice.token != PP_NO_HEAD) {
            voice = named_person(scene, voice);
            voice.owns = owns;
            return voice;
        }
        if (is_relative(tree, token)) {
            voice = pp_i_tree_is(tree, token, "who") ? voice_beside(scene, token) : voice;
            if (voice.token != PP_NO_HEAD) {
                return voice;
            }
            token = relative_noun(tree, token);
            continue;
        }
        if (!pp_i_tree_in(tree, token, PP_CUE_SPEECH_NOUNS)) {
            return pp_i_voice_none();
        }
        uint32_t owner = owner_of(tree, token);
        uint32_t verb = tree->tokens[token].head;
        bool issued = tree->tokens[token].relation == PP_REL_OBJ && verb < token &&
                      !pp_i_tree_is_passive(tree, verb);
        if (owner == PP_NO_HEAD) {
            voice = modifier_of(scene, token);
            voice.owns = true;
            owner = issued ? pp_i_tree_child(tree, verb, PP_REL_NSUBJ) : maker_of(tree, token);
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

/* Who rejects or backs something in the passive is somebody, whatever noun names him. */
static pp_i_voice voice_of_agent(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t agent = pp_i_tree_agent(tree, verb);
    pp_i_voice voice = agent == PP_NO_HEAD ? pp_i_voice_none() : pp_i_voice_at(scene, agent);
    if (voice.token == PP_NO_HEAD && pp_i_tree_tagged(tree, agent, PP_TAG_NOUN) &&
        !pp_i_tree_in(tree, agent, PP_CUE_SILENT_NOUNS)) {
        voice.token = agent;
        voice.principal = principal_below(scene, agent);
        uint32_t start = tree->start[agent] > verb + 1 ? tree->start[agent] : verb + 2;
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

pp_i_voice pp_i_voice_of(const pp_i_scene *scene, uint32_t predicate)
{
    const pp_i_tree *tree = &scene->tree;
    bool passive =
        tree->tokens[predicate].tag == PP_TAG_VERB && pp_i_tree_is_passive(tree, predicate);
    pp_i_voice voice = voice_after_relative(scene, predicate);
    if (voice.token != PP_NO_HEAD) {
        return voice;
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
    voice = pp_i_voice_at(scene, subject);
    for (uint32_t child = subject; child != PP_NO_HEAD && voice.token == PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        if (child != subject && tree->tokens[child].head == predicate &&
            tree->tokens[child].relation == PP_REL_NSUBJ) {
            voice = pp_i_voice_at(scene, child); /* a second subject: a title before the name */
        }
    }
    return voice;
}

pp_i_voice pp_i_voice_near(const pp_i_scene *scene, uint32_t token)
{
    pp_i_voice voice = pp_i_voice_at(scene, token);
    if (voice.token == PP_NO_HEAD && token < scene->tree.count) {
        voice = modifier_of(scene, token);
    }
    if (voice.token == PP_NO_HEAD && token < scene->tree.count) {
        uint32_t owner = owner_of(&scene->tree, token);
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
                maker_of(tree, subject) != PP_NO_HEAD &&
                pp_i_token_ends(&tree->tokens[noun], "s") && pp_i_tree_in(tree, noun + 1, "for on");
    return lost ? subject : PP_NO_HEAD;
}

uint32_t pp_i_carrier(const pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t at = noun;
    for (int steps = 0; steps < SPEAKER_OWNER_DEPTH_MAX && at < tree->count; steps++) {
        uint8_t relation = tree->tokens[at].relation;
        uint32_t head = tree->tokens[at].head;
        if (head >= tree->count) {
            return PP_NO_HEAD;
        }
        if (pp_i_tree_tagged(tree, head, PP_TAG_NOUN) && relation == PP_REL_CONJ && at > 0 &&
            tree->tokens[at - 1].tag == PP_TAG_VERB && tree->tokens[at - 1].head == at) {
            return at - 1;
        }
        if (relation == PP_REL_CONJ || relation == PP_REL_APPOS) {
            at = head;
            continue;
        }
        if (at > 0 && tree->tokens[at - 1].head == at && tree->tokens[at - 1].tag == PP_TAG_VERB &&
            tree->tokens[at - 1].relation == PP_REL_AMOD) {
            return at - 1; /* "expressed disappointment", taken for a participle */
        }
        bool place = relation == PP_REL_OBJ || relation == PP_REL_NSUBJ || relation == PP_REL_OBL ||
                     relation == PP_REL_XCOMP || relation == PP_REL_CCOMP;
        return place && pp_i_tree_tagged(tree, head, PP_TAG_VERB) ? head : PP_NO_HEAD;
    }
    return PP_NO_HEAD;
}

static bool is_carry_verb(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_cue *found[12];
    size_t count = pp_i_cues_find(scene->cues, PP_CUE_VERB, scene->tree.tokens[verb].lemma, found,
                                  sizeof found / sizeof found[0]);
    for (size_t i = 0; i < count; i++) {
        if ((found[i]->frames & PP_FRAME_CARRY) != 0) {
            return true;
        }
    }
    return false;
}

/* From whom: "concerns have emerged from X", "was voiced by X", or the verb's subject. */
static pp_i_voice voice_of_carrier(const pp_i_scene *scene, uint32_t noun, uint32_t carrier)
{
    const pp_i_tree *tree = &scene->tree;
    if (!is_carry_verb(scene, carrier)) {
        return pp_i_voice_none();
    }
    uint32_t subject = pp_i_tree_child(tree, carrier, PP_REL_NSUBJ);
    if (subject != PP_NO_HEAD && pp_i_tree_holds(tree, subject, noun)) {
        uint32_t from = pp_i_tree_behind(tree, carrier, "from by among with");
        return from == PP_NO_HEAD ? pp_i_voice_none() : pp_i_voice_at(scene, from);
    }
    return pp_i_voice_of(scene, carrier);
}

pp_i_voice pp_i_voice_of_noun(const pp_i_scene *scene, uint32_t noun, uint32_t *carrier)
{
    const pp_i_tree *tree = &scene->tree;
    *carrier = pp_i_carrier(scene, noun);
    uint32_t owner = owner_of(tree, noun);
    if (owner != PP_NO_HEAD && owner != noun &&
        !pp_i_tree_in(tree, pp_i_tree_case(tree, owner), "of for")) {
        pp_i_voice voice = pp_i_voice_at(scene, owner);
        if (pp_i_tree_tagged(tree, owner, PP_TAG_PRON) && *carrier != PP_NO_HEAD) {
            pp_i_voice subject = voice_of_carrier(scene, noun, *carrier);
            voice = subject.token != PP_NO_HEAD ? subject : voice; /* "expressed their support" */
        }
        if (voice.token == PP_NO_HEAD && pp_i_tree_tagged(tree, owner, PP_TAG_PROPN)) {
            voice.token = owner; /* whoever that is, the demand is his and nobody else's */
            voice.words = (pp_i_range){tree->start[owner], owner + 1};
            voice.text = pp_i_scene_text(scene, voice.words);
        }
        if (voice.token != PP_NO_HEAD) {
            return voice;
        }
    }
    pp_i_voice voice = modifier_of(scene, noun);
    if (voice.token == PP_NO_HEAD && *carrier != PP_NO_HEAD) {
        voice = voice_of_carrier(scene, noun, *carrier);
    }
    return voice;
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
           pp_i_tree_in(&scene->tree, voice->token,
                        "union group company party government side team "
                        "council league movement firm association "
                        "ministry coalition country delegation");
}

bool pp_i_voice_same(const pp_i_scene *scene, const pp_i_voice *a, const pp_i_voice *b)
{
    if (a->token == PP_NO_HEAD || b->token == PP_NO_HEAD) {
        return false;
    }
    if ((a->token == b->token && a->token < scene->tree.count) ||
        (a->entity != PP_NONE && a->entity == b->entity)) {
        return true;
    }
    const pp_i_names *names = scene->report->names;
    return a->entity != PP_NONE && b->entity != PP_NONE &&
           pp_i_names_principal(names, a->entity) == pp_i_names_principal(names, b->entity);
}
