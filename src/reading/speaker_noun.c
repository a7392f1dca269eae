/* speaker_noun.c: whose a demand, a doubt or a proposal is: its owner, the verb that carries it,
 * the place where it is felt; see scene.h. */
#include "reading/speaker_parts.h"

enum { SPEAKER_OWNER_DEPTH_MAX = 3 };

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
        bool much = relation == PP_REL_NMOD && head < at && /* "a degree of openness" */
                    pp_i_tree_in(tree, head, "degree measure level note sign hint air word");
        if (relation == PP_REL_CONJ || relation == PP_REL_APPOS || much) {
            at = head;
            continue;
        }
        if (at > 0 && tree->tokens[at - 1].head == at && tree->tokens[at - 1].tag == PP_TAG_VERB &&
            tree->tokens[at - 1].relation == PP_REL_AMOD) {
            return at - 1; /* "expressed disappointment", taken for a participle */
        }
        bool bare = relation == PP_REL_COMPOUND && head + 1 == at; /* "expressed doubt that" */
        bool place = bare || relation == PP_REL_OBJ || relation == PP_REL_NSUBJ ||
                     relation == PP_REL_OBL || relation == PP_REL_XCOMP || relation == PP_REL_CCOMP;
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

static bool is_feeling(const pp_i_tree *tree, uint32_t noun)
{
    if (tree->tokens[noun].relation == PP_REL_NSUBJ &&
        pp_i_tree_in(tree, noun, "opposition resistance")) {
        return false; /* "the opposition in Rome has threatened" is somebody */
    }
    return pp_i_tree_in(tree, noun,
                        "concern unease reserve anger worry doubt scepticism skepticism opposition "
                        "support disquiet alarm resistance anxiety criticism dismay irritation "
                        "relief enthusiasm reluctance reservation misgiving objection hostility "
                        "approval welcome interest");
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
        if (from == PP_NO_HEAD && is_feeling(tree, noun)) {
            from = pp_i_tree_behind(tree, carrier, "in within"); /* "has been voiced in Rome" */
            pp_i_voice there = from == PP_NO_HEAD ? pp_i_voice_none() : pp_i_voice_at(scene, from);
            return there.named ? there : pp_i_voice_none();
        }
        return from == PP_NO_HEAD ? pp_i_voice_none() : pp_i_voice_at(scene, from);
    }
    return pp_i_voice_of(scene, carrier);
}

uint32_t pp_i_provoker(const pp_i_tree *tree, uint32_t noun, uint32_t carrier)
{
    bool has = carrier < noun &&
               pp_i_tree_in(tree, carrier, "have enjoy command carry secure obtain win gain") &&
               pp_i_tree_in(tree, noun, "backing support blessing approval endorsement consent");
    if (carrier >= noun || (!has && !pp_i_tree_in(tree, carrier, PP_CUE_PROVOKE_VERBS))) {
        return PP_NO_HEAD;
    }
    uint32_t who = pp_i_tree_behind(tree, noun, "from with among by");
    uint32_t of = pp_i_tree_behind(tree, noun, "of");
    if (who == PP_NO_HEAD && of > noun && of < tree->count) { /* "threats of duties from X" */
        who = has ? of : pp_i_tree_behind(tree, of, "from");  /* "enjoys the backing of X" */
    }
    if (who == PP_NO_HEAD && pp_i_tree_in(tree, noun,
                                          "backing support blessing approval "
                                          "endorsement consent")) {
        uint32_t owner = pp_i_speaker_owner_of(tree, noun); /* "has X's blessing" */
        bool to = pp_i_tree_behind(tree, noun, "for to") != PP_NO_HEAD;
        who = to || (owner < tree->count && pp_i_tree_tagged(tree, owner, PP_TAG_PRON)) ? PP_NO_HEAD
                                                                                        : owner;
    }
    bool taken =
        pp_i_tree_in(tree, noun, "favour favor acceptance sympathy") || is_feeling(tree, noun);
    if (who == PP_NO_HEAD && taken) {
        who = pp_i_tree_behind(tree, noun, "in"); /* "found little favour in Rome" */
    }
    bool met = pp_i_tree_is_passive(tree, carrier) ||
               pp_i_tree_in(tree, carrier, "meet find draw win gain earn attract");
    if (who == PP_NO_HEAD && taken && met) {
        who = pp_i_tree_behind(tree, carrier, "in"); /* "was met with scepticism in Rome" */
    }
    return who != PP_NO_HEAD ? who : pp_i_tree_behind(tree, carrier, "from among by");
}

pp_i_voice pp_i_voice_of_noun(const pp_i_scene *scene, uint32_t noun, uint32_t *carrier)
{
    const pp_i_tree *tree = &scene->tree;
    *carrier = pp_i_carrier(scene, noun);
    uint32_t provoker = pp_i_provoker(tree, noun, *carrier);
    if (provoker != PP_NO_HEAD) {
        return pp_i_voice_at(scene, provoker);
    }
    uint32_t holder = pp_i_tree_child(tree, noun, PP_REL_NSUBJ);
    if (holder < noun && pp_i_tree_in(tree, noun, "favour favor agreement") &&
        pp_i_tree_child(tree, noun, PP_REL_COP) < noun &&
        pp_i_tree_in(tree, pp_i_tree_case(tree, noun), "in")) {
        return pp_i_voice_at(scene, holder); /* "are in favour of a pause" */
    }
    uint32_t owner = pp_i_speaker_owner_of(tree, noun);
    if (owner != PP_NO_HEAD && owner != noun &&
        !pp_i_tree_in(tree, pp_i_tree_case(tree, owner), "of for")) {
        pp_i_voice voice = pp_i_voice_at(scene, owner);
        if (pp_i_tree_tagged(tree, owner, PP_TAG_PRON) && *carrier != PP_NO_HEAD) {
            pp_i_voice subject = voice_of_carrier(scene, noun, *carrier);
            voice = subject.token != PP_NO_HEAD ? subject : voice; /* "expressed their support" */
        }
        if (voice.token == PP_NO_HEAD && pp_i_tree_tagged(tree, owner, PP_TAG_PROPN)) {
            voice.token = owner; /* whoever that is, the demand is his and nobody else's */
            uint32_t first = tree->start[owner];
            first += first < owner && tree->tokens[first].relation == PP_REL_CASE; /* "by" */
            voice.words = (pp_i_range){first, owner + 1};
            voice.text = pp_i_scene_text(scene, voice.words);
        }
        if (voice.token != PP_NO_HEAD) {
            return voice;
        }
    }
    pp_i_voice voice = pp_i_speaker_modifier_of(scene, noun);
    uint32_t place = pp_i_tree_behind(tree, noun, "in within");
    uint32_t quality = tree->tokens[noun].head;
    if (place == PP_NO_HEAD && tree->tokens[noun].relation == PP_REL_NSUBJ &&
        pp_i_tree_tagged(tree, quality, PP_TAG_ADJ) && quality > noun) {
        place = pp_i_tree_behind(tree, quality, "in among within"); /* "is strongest in Rome" */
    }
    if (place == PP_NO_HEAD && pp_i_tree_is(tree, noun + 1, "in") && noun + 2 < tree->count &&
        tree->tokens[noun + 2].tag == PP_TAG_PROPN) {
        place = noun + 2; /* "little support in Rome for", hung on the verb */
    }
    if (voice.token == PP_NO_HEAD && place > noun && place < tree->count &&
        is_feeling(tree, noun)) {
        voice = pp_i_voice_at(scene, place); /* "concern in the Treasury about" */
        if (voice.named) {
            return voice;
        }
        voice = pp_i_voice_none();
    }
    if (voice.token == PP_NO_HEAD && *carrier != PP_NO_HEAD) {
        voice = voice_of_carrier(scene, noun, *carrier);
    }
    return voice;
}
