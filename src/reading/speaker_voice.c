/* speaker_voice.c: who a noun or a name stands for; see speaker_parts.h. */
#include "reading/lexical.h"
#include "reading/name_words.h"
#include "reading/speaker_parts.h"

enum {
    SPEAKER_OWNER_DEPTH_MAX = 3 /* "the remarks of the head of the union" */,
};

static bool is_silent_name(const pp_i_scene *scene, const pp_i_mention *mention)
{
    const pp_i_sentence *sentence = &scene->report->sentences[mention->sentence];
    return mention->head < sentence->token_count &&
           pp_i_word_in(sentence->tokens[mention->head].lemma, PP_CUE_SILENT_NOUNS) &&
           mention->token_end - mention->token_start > 1;
}

bool pp_i_speaker_is_silent(const pp_i_scene *scene, size_t mention)
{
    const pp_i_names *names = scene->report->names;
    const pp_i_mention *at = &names->mentions[mention];
    if (at->kind == PP_MENTION_NAME && at->entity != PP_NONE &&
        names->entities[at->entity].kind == PP_ENTITY_PERSON) {
        return false; /* "Bill Sutton" */
    }
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

pp_i_voice pp_i_speaker_voice_of_mention(const pp_i_scene *scene, size_t mention, uint32_t token)
{
    const pp_i_names *names = scene->report->names;
    pp_i_voice voice = pp_i_voice_none();
    if (mention == PP_NONE) {
        return voice;
    }
    const pp_i_mention *at = &names->mentions[mention];
    if (at->entity == PP_NONE || !can_speak(names->entities[at->entity].kind) ||
        pp_i_speaker_is_silent(scene, mention)) {
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

size_t pp_i_speaker_principal_below(const pp_i_scene *scene, uint32_t noun)
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
        if (entity == PP_NONE || !can_speak(scene->report->names->entities[entity].kind)) {
            continue;
        }
        pp_i_entity_kind kind = scene->report->names->entities[entity].kind;
        bool people = kind == PP_ENTITY_STATE && names_doers(&tree->tokens[noun]);
        bool body = kind == PP_ENTITY_GROUP &&
                    (pp_i_name_word(tree->tokens[noun].lemma, NULL) & PP_WORD_BODY) != 0;
        return people || body ? PP_NONE : entity; /* "American carmakers", "Employers' unions" */
    }
    return PP_NONE;
}

static bool names_somebody(const pp_i_scene *scene, const pp_i_token *noun)
{
    return pp_i_word_in(noun->lemma, PP_CUE_PERSON_NOUNS) || names_doers(noun) ||
           pp_i_text_is(noun->form, "capitals") || pp_i_lexical_is_person(noun->lemma) ||
           pp_i_speaking_has(&scene->report->names->speaking, noun->lemma);
}

pp_i_voice pp_i_speaker_voice_of_noun(const pp_i_scene *scene, uint32_t token)
{
    const pp_i_tree *tree = &scene->tree;
    pp_i_voice voice = pp_i_voice_none();
    if (!pp_i_tree_tagged(tree, token, PP_TAG_NOUN) ||
        !names_somebody(scene, &tree->tokens[token])) {
        return voice;
    }
    voice.token = token;
    voice.words = pp_i_range_trim(tree, (pp_i_range){tree->start[token], tree->end[token]});
    voice.principal = pp_i_speaker_principal_below(scene, token);
    voice.words.start +=
        voice.words.start < token && tree->tokens[voice.words.start].tag == PP_TAG_CCONJ;
    voice.words.start += voice.words.start < token && /* "by the exporters" */
                         tree->tokens[voice.words.start].relation == PP_REL_CASE;
    uint32_t before = pp_i_tree_child(tree, token, PP_REL_CASE);
    if (pp_i_tree_in(tree, before, "according accord") && pp_i_tree_is(tree, before + 1, "to")) {
        voice.words.start = before + 2; /* "According to a neighbour" names a neighbour */
    }
    for (uint32_t i = token; i + 1 < voice.words.end; i++) {
        bool at = pp_i_tree_is(tree, i + 1, "at") || pp_i_tree_is(tree, i + 1, "outside");
        if (at || tree->tokens[i + 1].tag == PP_TAG_PUNCT ||
            tree->tokens[i + 1].tag == PP_TAG_VERB || tree->tokens[i + 1].relation == PP_REL_CC) {
            voice.words.end = i + 1;
        }
    }
    voice.text = pp_i_scene_text(scene, voice.words);
    return voice;
}

uint32_t pp_i_speaker_owner_of(const pp_i_tree *tree, uint32_t noun)
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
    uint32_t found = pp_i_tree_behind(tree, noun, "from by");
    uint32_t what = pp_i_tree_behind(tree, noun, "for");
    if (found == PP_NO_HEAD && what > noun && what != PP_NO_HEAD) {
        found = pp_i_tree_behind(tree, what, "from"); /* "appeals for calm from X" */
    }
    uint32_t of = pp_i_tree_behind(tree, noun, "of");
    if (found == PP_NO_HEAD && of > noun && of < tree->count &&
        pp_i_tree_in(tree, noun, "offer promise threat demand proposal")) {
        found = pp_i_tree_behind(tree, of, "from"); /* "an offer of help from X" */
    }
    found = found != PP_NO_HEAD ? found : pp_i_tree_behind(tree, noun, "of among for");
    if (found != PP_NO_HEAD) {
        return found;
    }
    uint32_t made = pp_i_tree_child(tree, noun, PP_REL_ACL);
    if (made != PP_NO_HEAD && pp_i_tree_is_passive(tree, made)) {
        return pp_i_tree_agent(tree, made);
    }
    return PP_NO_HEAD;
}

uint32_t pp_i_speaker_maker_of(const pp_i_tree *tree, uint32_t noun)
{
    uint32_t made = pp_i_tree_child(tree, noun, PP_REL_ACL);
    bool by = pp_i_tree_in(tree, made,
                           "put draft propose table float suggest present circulate "
                           "seek demand") &&
              (pp_i_tree_is_passive(tree, made) || pp_i_tree_agent(tree, made) != PP_NO_HEAD);
    if (by) {
        return pp_i_tree_agent(tree, made); /* "a compromise put forward by X envisages" */
    }
    bool makes = pp_i_tree_in(tree, made, "adopt issue publish release send present draft write");
    uint32_t maker = makes ? pp_i_tree_child(tree, made, PP_REL_NSUBJ) : PP_NO_HEAD;
    return pp_i_tree_in(tree, maker, "that which") ? PP_NO_HEAD : maker;
}

pp_i_voice pp_i_speaker_modifier_of(const pp_i_scene *scene, uint32_t noun)
{
    const pp_i_tree *tree = &scene->tree;
    for (uint32_t child = tree->first_child[noun]; child != PP_NO_HEAD && child < noun;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        if (relation != PP_REL_AMOD && relation != PP_REL_COMPOUND && relation != PP_REL_NMOD) {
            continue;
        }
        size_t mention = pp_i_names_at(scene->report->names, scene->sentence, child);
        pp_i_voice voice = pp_i_speaker_voice_of_mention(scene, mention, child);
        bool kind = pp_i_tree_is(tree, child, "state"); /* "state support" is help, and nobody's */
        if (voice.token == PP_NO_HEAD && relation == PP_REL_COMPOUND && !kind) {
            voice = pp_i_speaker_voice_of_noun(scene, child);
        }
        if (voice.token != PP_NO_HEAD) {
            return voice;
        }
    }
    return pp_i_voice_none();
}

pp_i_voice pp_i_speaker_voice_within(const pp_i_scene *scene, uint32_t noun)
{
    size_t mention = pp_i_names_at(scene->report->names, scene->sentence, noun);
    pp_i_voice voice = pp_i_speaker_voice_of_mention(scene, mention, noun);
    return voice.token == PP_NO_HEAD ? pp_i_speaker_voice_of_noun(scene, noun) : voice;
}

bool pp_i_speaker_is_relative(const pp_i_tree *tree, uint32_t token)
{
    return pp_i_tree_in(tree, token, "who which that whom");
}

uint32_t pp_i_speaker_relative_noun(const pp_i_tree *tree, uint32_t pronoun)
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

pp_i_voice pp_i_speaker_voice_beside(const pp_i_scene *scene, uint32_t who)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t at = who > 0 && tree->tokens[who - 1].tag == PP_TAG_PUNCT ? who - 1 : who;
    if (at == 0 || tree->tokens[at - 1].tag != PP_TAG_PROPN) {
        return pp_i_voice_none();
    }
    size_t mention = pp_i_names_at(scene->report->names, scene->sentence, at - 1);
    return pp_i_speaker_voice_of_mention(scene, mention, at - 1);
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

pp_i_voice pp_i_speaker_named_person(const pp_i_scene *scene, pp_i_voice voice)
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
            return pp_i_speaker_voice_of_mention(scene, i, mention->head);
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
        pp_i_voice found = pp_i_speaker_voice_of_mention(scene, i, mention->head);
        found.principal = voice.principal != PP_NONE ? voice.principal : voice.entity;
        return found.token == PP_NO_HEAD ? voice : found;
    }
    return voice;
}
