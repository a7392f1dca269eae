/* speaker_pair.c: "both delegations", "the two sides": the two whom the report named together just
 * before; see scene.h. */
#include "reading/speaker_parts.h"

enum { LOOK_BACK_COUNT_MAX = 4, PAIR_CERTAINTY = 60 };

/* "both leaders", "the two sides"; `people`: persons are meant. */
static bool means_two(const pp_i_tree *tree, uint32_t noun, bool *people)
{
    uint32_t two = pp_i_tree_child_in(tree, noun, "both two");
    if (!pp_i_tree_tagged(tree, noun, PP_TAG_NOUN) || two >= noun ||
        pp_i_tree_behind(tree, noun, "of in from among") != PP_NO_HEAD) {
        return false;
    }
    *people = pp_i_tree_in(tree, noun, "leader president minister man woman premier chief");
    return *people || pp_i_tree_in(tree, noun,
                                   "side delegation government country party team capital union "
                                   "company group nation state neighbour neighbor partner firm");
}

static bool fits(const pp_i_names *names, const pp_i_mention *mention, bool people)
{
    if (mention->kind != PP_MENTION_NAME || mention->entity == PP_NONE) {
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

bool pp_i_voice_pair(const pp_i_scene *scene, const pp_i_voice *voice, pp_i_voice pair[2])
{
    const pp_i_names *names = scene->report->names;
    bool people;
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
            for (int k = 0; k < 2; k++) {
                pair[k] = *voice;
                pair[k].mention = k == 0 ? i - 1 : i;
                pair[k].entity = names->mentions[pair[k].mention].entity;
                pair[k].principal = PP_NONE;
                pair[k].named = true;
                pair[k].shared = PAIR_CERTAINTY;
            }
            return true;
        }
    }
    return false;
}
