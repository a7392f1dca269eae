/* speaker_pair.c: "both delegations", "the two sides": the two whom the report named together just
 * before; see scene.h. */
#include "reading/speaker_parts.h"

enum { LOOK_BACK_COUNT_MAX = 4, PAIR_CERTAINTY = 60, GUESS_CERTAINTY = 40 };

/* "both leaders", "the two sides", "neither side"; `people`: persons are meant. */
static bool means_two(const pp_i_tree *tree, uint32_t noun, bool *people)
{
    uint32_t two = pp_i_tree_child_in(tree, noun, "both two neither");
    if (!pp_i_tree_tagged(tree, noun, PP_TAG_NOUN) || two >= noun ||
        pp_i_tree_behind(tree, noun, "of in from among") != PP_NO_HEAD) {
        return false;
    }
    *people = pp_i_tree_in(tree, noun, "leader president minister man woman premier chief");
    return *people ||
           pp_i_tree_in(
               tree, noun,
               "side delegation government country party team capital union "
               "company airline carrier group nation state neighbour neighbor partner firm camp "
               "chamber house club council ministry faction movement");
}

static bool fits(const pp_i_names *names, const pp_i_mention *mention, bool people)
{
    bool named = mention->kind == PP_MENTION_NAME || /* "US and Brazilian negotiators" */
                 (mention->kind == PP_MENTION_DEMONYM && !people);
    if (!named || mention->entity == PP_NONE) {
        return false;
    }
    pp_i_entity_kind kind = names->entities[mention->entity].kind;
    return people ? kind == PP_ENTITY_PERSON : kind == PP_ENTITY_STATE || kind == PP_ENTITY_BODY;
}

/* Do the two stand as "A and B", without a third? */
static bool stand_together(const pp_i_sentence *sentence, const pp_i_mention *a,
                           const pp_i_mention *b)
{
    uint32_t and = a->token_end;
    if (b->token_start != and+1 || b->token_end + 1 >= sentence->token_count ||
        !pp_i_text_is(sentence->tokens[and].form, "and")) {
        return false;
    }
    bool before = a->token_start > 0 &&
                  pp_i_text_is(sentence->tokens[a->token_start - 1].form, ",") &&
                  a->token_start > 1 &&
                  sentence->tokens[a->token_start - 2].tag == PP_TAG_PROPN; /* "C, A and B" */
    return !before && !pp_i_text_is(sentence->tokens[b->token_end].form, "and");
}

/* The two sides, or people, named most often, where no third comes near; each a few times. */
static bool most_named(const pp_i_names *names, bool people, size_t mention_of[2])
{
    enum { SIDE_COUNT_MAX = 24, NAMED_COUNT_MIN = 3 };
    struct {
        size_t entity, mention, count;
    } sides[SIDE_COUNT_MAX];
    size_t count = 0;
    for (size_t i = 0; i < names->mention_count; i++) {
        const pp_i_mention *mention = &names->mentions[i];
        if (mention->entity == PP_NONE) {
            continue;
        }
        size_t entity = people ? mention->entity : pp_i_names_principal(names, mention->entity);
        size_t at = 0;
        pp_i_entity_kind kind = names->entities[entity].kind;
        if (people ? kind != PP_ENTITY_PERSON : kind != PP_ENTITY_STATE && kind != PP_ENTITY_BODY) {
            continue;
        }
        while (at < count && sides[at].entity != entity) {
            at++;
        }
        if (at == count && count < SIDE_COUNT_MAX) {
            sides[count].entity = entity;
            sides[count].mention = PP_NONE;
            sides[count++].count = 0;
        }
        if (at < count) {
            sides[at].count++;
            bool name = mention->kind == PP_MENTION_NAME && mention->entity == entity;
            sides[at].mention = name && sides[at].mention == PP_NONE ? i : sides[at].mention;
        }
    }
    size_t best[3] = {PP_NONE, PP_NONE, PP_NONE};
    for (size_t i = 0; i < count; i++) {
        size_t put = i;
        for (int k = 0; k < 3; k++) {
            bool more = best[k] == PP_NONE || sides[put].count > sides[best[k]].count;
            if (more) {
                size_t down = best[k];
                best[k] = put;
                put = down;
            }
            if (put == PP_NONE) {
                break;
            }
        }
    }
    if (best[1] == PP_NONE || sides[best[1]].count < NAMED_COUNT_MIN ||
        (best[2] != PP_NONE && 4 * sides[best[2]].count > 3 * sides[best[1]].count) ||
        sides[best[0]].mention == PP_NONE || sides[best[1]].mention == PP_NONE) {
        return false;
    }
    mention_of[0] = sides[best[0]].mention;
    mention_of[1] = sides[best[1]].mention;
    return true;
}

pp_i_voice pp_i_voice_of_several(const pp_i_names *names, const pp_i_voice *voice, size_t mention,
                                 uint8_t certainty)
{
    pp_i_voice one = *voice;
    one.mention = mention;
    one.entity = names->mentions[mention].entity;
    one.principal = PP_NONE;
    one.named = true;
    one.shared = certainty;
    return one;
}

static void set_pair(const pp_i_names *names, const pp_i_voice *voice, const size_t mention_of[2],
                     uint8_t certainty, pp_i_voice pair[2])
{
    for (int k = 0; k < 2; k++) {
        pair[k] = pp_i_voice_of_several(names, voice, mention_of[k], certainty);
    }
}

/* "they", who were named as "A and B": one of the two is the antecedent. */
static bool takes_up_two(const pp_i_scene *scene, const pp_i_voice *voice, size_t mention_of[2])
{
    const pp_i_names *names = scene->report->names;
    size_t taken = voice->mention == PP_NONE ? PP_NONE : names->mentions[voice->mention].antecedent;
    if (taken == PP_NONE || voice->token >= scene->tree.count ||
        !pp_i_tree_is(&scene->tree, voice->token, "they")) {
        return false;
    }
    size_t at = names->mentions[taken].sentence;
    const pp_i_sentence *sentence = &scene->report->sentences[at];
    for (size_t i = names->sentence_mentions[at] + 1; i < names->sentence_mentions[at + 1]; i++) {
        const pp_i_mention *a = &names->mentions[i - 1], *b = &names->mentions[i];
        bool one = i - 1 == taken || i == taken;
        bool kinds = fits(names, a, false) && fits(names, b, false);
        bool people = fits(names, a, true) && fits(names, b, true);
        if (one && (kinds || people) && a->entity != b->entity && stand_together(sentence, a, b)) {
            mention_of[0] = i - 1;
            mention_of[1] = i;
            return true;
        }
    }
    return false;
}

bool pp_i_voice_pair(const pp_i_scene *scene, const pp_i_voice *voice, pp_i_voice pair[2])
{
    const pp_i_names *names = scene->report->names;
    size_t mention_of[2];
    bool people;
    if (takes_up_two(scene, voice, mention_of)) {
        set_pair(names, voice, mention_of, PAIR_CERTAINTY, pair);
        return true;
    }
    bool name =
        voice->mention != PP_NONE && names->mentions[voice->mention].kind != PP_MENTION_DESCRIPTION;
    if (voice->token >= scene->tree.count || name ||
        !means_two(&scene->tree, voice->token, &people)) {
        return false;
    }
    for (size_t back = 0; back <= LOOK_BACK_COUNT_MAX && back <= scene->sentence; back++) {
        size_t at = scene->sentence - back;
        const pp_i_sentence *sentence = &scene->report->sentences[at];
        for (size_t i = names->sentence_mentions[at + 1]; i-- > names->sentence_mentions[at] + 1;) {
            const pp_i_mention *a = &names->mentions[i - 1], *b = &names->mentions[i];
            bool ahead = back == 0 && b->token_end > voice->token;
            if (ahead || !fits(names, a, people) || !fits(names, b, people) ||
                a->entity == b->entity || !stand_together(sentence, a, b)) {
                continue;
            }
            set_pair(names, voice, (size_t[]){i - 1, i}, PAIR_CERTAINTY, pair);
            return true;
        }
    }
    if (!most_named(names, people, mention_of)) {
        return false;
    }
    set_pair(names, voice, mention_of, GUESS_CERTAINTY, pair);
    return true;
}
