/* speaker_several.c: "all three parties", "the four countries": those whom the report named as
 * "A, B and C", where they are so many; see scene.h. */
#include "reading/speaker_parts.h"

enum { LOOK_BACK_COUNT_MAX = 24, LIST_CERTAINTY = 55, JOINT_TOKEN_COUNT_MAX = 2 };

/* How many are meant: 3 for "the three sides", "all three parties"; 0 where it is no side of
 * several. */
static size_t number_meant(const pp_i_tree *tree, uint32_t noun)
{
    static const char *const numbers[] = {"three 3", "four 4", "five 5", "six 6"};
    if (!pp_i_tree_tagged(tree, noun, PP_TAG_NOUN) ||
        pp_i_tree_behind(tree, noun, "of in from among") != PP_NO_HEAD ||
        !pp_i_tree_in(tree, noun,
                      "side delegation government country party team capital union company "
                      "airline carrier group nation state neighbour neighbor partner firm "
                      "member")) {
        return 0;
    }
    uint32_t known = pp_i_tree_child_in(tree, noun, "the all these"); /* and not any three */
    for (size_t i = 0; known < noun && i < sizeof numbers / sizeof *numbers; i++) {
        if (pp_i_tree_child_in(tree, noun, numbers[i]) < noun) {
            return i + 3;
        }
    }
    return 0;
}

static bool can_be_side(const pp_i_names *names, const pp_i_mention *mention)
{
    if (mention->kind != PP_MENTION_NAME && mention->kind != PP_MENTION_METONYM) {
        return false;
    }
    pp_i_entity_kind kind =
        mention->entity == PP_NONE ? PP_ENTITY_OTHER : names->entities[mention->entity].kind;
    return kind == PP_ENTITY_STATE || kind == PP_ENTITY_BODY || kind == PP_ENTITY_GROUP;
}

/* Do only a comma, "and", or both stand between two mentions? */
static bool are_joined(const pp_i_sentence *sentence, const pp_i_mention *a, const pp_i_mention *b,
                       bool *and)
{
    if (b->token_start <= a->token_end || b->token_start > a->token_end + JOINT_TOKEN_COUNT_MAX) {
        return false;
    }
    *and = false;
    for (uint32_t i = a->token_end; i < b->token_start; i++) {
        bool joint = pp_i_text_is(sentence->tokens[i].form, "and");
        *and = *and || joint;
        if (!joint && !pp_i_text_is(sentence->tokens[i].form, ",")) {
            return false;
        }
    }
    return true;
}

/* The mentions of a list that begins with the one at `first`: "A, B and C"; how many, 0 where it
 * does not end with "and". The next that does not belong to it is `*next`. */
static size_t read_list(const pp_i_scene *scene, size_t sentence, size_t first, size_t *members,
                        size_t *next)
{
    const pp_i_names *names = scene->report->names;
    const pp_i_sentence *words = &scene->report->sentences[sentence];
    size_t count = 1, last = first;
    bool and = false;
    members[0] = first;
    *next = first + 1;
    for (size_t i = first + 1; i < names->sentence_mentions[sentence + 1] && !and; i++) {
        const pp_i_mention *a = &names->mentions[last], *b = &names->mentions[i];
        if (b->token_start < a->token_end) {
            continue; /* within the one before */
        }
        if (!can_be_side(names, b) || !are_joined(words, a, b, &and)) {
            break;
        }
        if (count < PP_VOICE_SEVERAL_MAX) {
            members[count] = i;
        }
        count++;
        last = i;
        *next = i + 1;
    }
    return and&&count <= PP_VOICE_SEVERAL_MAX ? count : 0;
}

size_t pp_i_voice_several(const pp_i_scene *scene, const pp_i_voice *voice,
                          pp_i_voice several[PP_VOICE_SEVERAL_MAX])
{
    const pp_i_names *names = scene->report->names;
    bool name =
        voice->mention != PP_NONE && names->mentions[voice->mention].kind != PP_MENTION_DESCRIPTION;
    size_t number =
        voice->token < scene->tree.count && !name ? number_meant(&scene->tree, voice->token) : 0;
    for (size_t back = 1; number > 0 && back <= LOOK_BACK_COUNT_MAX && back <= scene->sentence;
         back++) {
        size_t at = scene->sentence - back, members[PP_VOICE_SEVERAL_MAX], next;
        for (size_t i = names->sentence_mentions[at]; i < names->sentence_mentions[at + 1];
             i = next) {
            next = i + 1;
            if (!can_be_side(names, &names->mentions[i]) ||
                read_list(scene, at, i, members, &next) != number) {
                continue;
            }
            for (size_t k = 0; k < number; k++) {
                several[k] = pp_i_voice_of_several(names, voice, members[k], LIST_CERTAINTY);
            }
            return number;
        }
    }
    return 0;
}
