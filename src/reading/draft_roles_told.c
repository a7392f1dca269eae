/*
 * draft_roles_told.c: whom a report calls in so many words the one who leads the talks, or none of
 * those who hold them: "who presides over the conference", "the chair of the talks", "which is not
 * a party to the dialogue", "was not invited to the session"; see drafter.h.
 */
#include "reading/clause.h"
#include "reading/drafter.h"

#define TALKS                                                                                      \
    "talk negotiation conference summit dialogue round session meeting conversation process "      \
    "forum conciliation mediation arbitration "                                                    \
    "table"

/* Do "the talks" end at `token`, of which the report speaks: "the peace talks", "this round"? */
static bool are_the_talks(const pp_i_tree *tree, uint32_t token)
{
    return pp_i_tree_in(tree, token, TALKS) &&
           pp_i_tree_child_in(tree, token, "the this these current") < token;
}

/* Do the talks stand behind one of the prepositions under `head`, or under its object or clause? */
static bool is_of_talks(const pp_i_tree *tree, uint32_t head, const char *prepositions)
{
    uint32_t noun = pp_i_tree_behind(tree, head, prepositions);
    return noun < tree->count && noun > head && are_the_talks(tree, noun);
}

/* "Carries papers between the delegations", "from floor to floor": who goes from one to the other.
 */
static bool goes_between(const pp_i_tree *tree, uint32_t token)
{
    enum { REACH = 6 };
    for (uint32_t i = token + 1; i + 2 < tree->count && i < token + REACH; i++) {
        bool between = pp_i_tree_is(tree, i, "between");
        bool floors = pp_i_tree_is(tree, i, "from") && i + 3 < tree->count &&
                      pp_i_tree_is(tree, i + 2, "to") &&
                      pp_i_text_equal(tree->tokens[i + 1].lemma, tree->tokens[i + 3].lemma);
        if (between || floors)
            return true;
    }
    return false;
}

/* "Chairs the talks", "presides over the conference": of nobody but who leads them. */
static bool leads_talks(const pp_i_tree *tree, uint32_t token)
{
    if (!pp_i_tree_tagged(tree, token, PP_TAG_VERB))
        return false;
    uint32_t object = pp_i_tree_child(tree, token, PP_REL_OBJ);
    bool chairs = pp_i_tree_in(tree, token, "chair facilitate moderate steer host broker") &&
                  object > token && object < tree->count && are_the_talks(tree, object);
    chairs = chairs || (pp_i_tree_is(tree, token, "lead") && object > token && /* no delegation */
                        pp_i_tree_in(tree, object, "conciliation mediation arbitration") &&
                        are_the_talks(tree, object));
    chairs = chairs || (pp_i_tree_in(tree, token, "shuttle carry ferry mediate") &&
                        goes_between(tree, token));
    return (chairs || (pp_i_tree_is(tree, token, "preside") && is_of_talks(tree, token, "over"))) &&
           !pp_i_tree_is_passive(tree, token) && !pp_i_tree_is_negated(tree, token) &&
           pp_i_tree_modal(tree, token, "will would can could may might should") == PP_NO_HEAD;
}

/* "The chair of the talks". */
static bool is_chair(const pp_i_tree *tree, uint32_t token)
{
    return pp_i_tree_tagged(tree, token, PP_TAG_NOUN) &&
           pp_i_tree_in(tree, token,
                        "chair chairman chairwoman chairperson co-chair president moderator") &&
           is_of_talks(tree, token, "of");
}

/* "Not a party to the talks", "is not taking part in", "was not invited to", "has no seat at". */
static bool stays_out(const pp_i_tree *tree, uint32_t token)
{
    uint32_t verb = tree->tokens[token].head;
    bool part = pp_i_tree_is(tree, token, "part") && verb < token &&
                pp_i_tree_is(tree, verb, "take") &&
                (is_of_talks(tree, token, "in") || is_of_talks(tree, verb, "in"));
    bool seat = pp_i_tree_is(tree, token, "seat") && verb < token &&
                pp_i_tree_is(tree, verb, "have") &&
                (is_of_talks(tree, token, "at in") || is_of_talks(tree, verb, "at in"));
    if (part || seat)
        return pp_i_tree_is_negated(tree, verb) || pp_i_tree_child_in(tree, token, "no") < token;
    bool party =
        pp_i_tree_in(tree, token, "party participant") && is_of_talks(tree, token, "to in of");
    bool invited = pp_i_tree_in(tree, token, "invite") && pp_i_tree_is_passive(tree, token) &&
                   is_of_talks(tree, token, "to");
    bool joins = pp_i_tree_in(tree, token, "participate") && is_of_talks(tree, token, "in");
    return (party || invited || joins) &&
           (pp_i_tree_is_negated(tree, token) || pp_i_tree_child_in(tree, token, "not") < token);
}

/* Of whom it is said: the subject, or the noun beside which it stands. */
static uint32_t told_of(const pp_i_tree *tree, uint32_t token)
{
    const pp_i_token *at = &tree->tokens[token];
    if (at->relation == PP_REL_APPOS)
        return at->head;
    uint32_t verb = at->relation == PP_REL_XCOMP ? at->head : token; /* "appointed to steer" */
    if (verb < tree->count && tree->tokens[verb].relation == PP_REL_ACL &&
        tree->tokens[verb].head < tree->count && tree->tokens[verb].head < verb &&
        pp_i_tree_tagged(tree, verb, PP_TAG_VERB)) {
        uint32_t noun = tree->tokens[verb].head; /* "X, the diplomat steering the talks" */
        return tree->tokens[noun].relation == PP_REL_APPOS ? tree->tokens[noun].head : noun;
    }
    uint32_t first = token; /* "X, not a party to the talks, demanded" */
    while (first > 0 && pp_i_word_in(tree->tokens[first - 1].form, "a an not"))
        first--;
    if (first > 1 && first < token && pp_i_text_is(tree->tokens[first].form, "not") &&
        pp_i_text_is(tree->tokens[first - 1].form, ","))
        return first - 2;
    if (at->relation == PP_REL_OBJ && at->head < token)
        return pp_i_tree_subject(tree, at->head, NULL);
    return pp_i_tree_subject(tree, token, NULL);
}

static bool has_talks(const pp_i_sentence *sentence)
{
    for (size_t i = 0; i < sentence->token_count; i++)
        if (pp_i_word_in(sentence->tokens[i].lemma, TALKS " between from"))
            return true;
    return false;
}

bool pp_i_draft_told_roles(const pp_i_drafter *drafter, const pp_i_report *report, size_t sentence,
                           pp_i_role *roles)
{
    pp_i_tree tree;
    if (!has_talks(&report->sentences[sentence]))
        return true;
    if (!pp_i_tree_make(&report->sentences[sentence], drafter->arena, &tree))
        return false;
    for (uint32_t i = 0; i < tree.count; i++) {
        bool chair = is_chair(&tree, i);
        if (chair)
            pp_i_draft_note_role(drafter, report, sentence, i, PP_ROLE_MEDIATOR, roles);
        else if (leads_talks(&tree, i))
            pp_i_draft_note_role(drafter, report, sentence, told_of(&tree, i), PP_ROLE_MEDIATOR,
                                 roles);
        else if (stays_out(&tree, i))
            pp_i_draft_note_role(drafter, report, sentence, told_of(&tree, i), PP_ROLE_OBSERVER,
                                 roles);
    }
    return true;
}
