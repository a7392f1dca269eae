/* refine_others.c: the act, from what the speaker says of others, and from limits that he sets; see
 * refine_parts.h. */
#include "reading/refine_parts.h"

bool pp_i_refine_is_forceful(const pp_i_tree *tree, pp_i_range range)
{
    for (uint32_t i = range.start; i < range.end; i++) {
        if (pp_i_tree_in(tree, i,
                         "option action force strike sanction measure response retaliation tariff "
                         "withdrawal boycott war attack lawsuit embargo blockade penalty walkout "
                         "abstention suspension expulsion curb duty levy countermeasure exit "
                         "closure shutdown")) {
            return true;
        }
    }
    return false;
}

bool pp_i_refine_is_inability(const pp_i_tree *tree, uint32_t head)
{
    return pp_i_tree_in(tree, head, "compete survive live cope function operate manage prosper") &&
           pp_i_tree_modal(tree, head, "can could") != PP_NO_HEAD &&
           pp_i_tree_child(tree, head, PP_REL_OBJ) >= tree->count &&
           !pp_i_tree_is(tree, head + 1, "with"); /* "could not live with it" refuses it */
}

/* Is the subject another side, by its name? What that would not do is not refused by who says so.
 */
static bool is_of_other_side(const pp_i_scene *scene, const pp_i_find *find, uint32_t subject)
{
    const pp_i_names *names = scene->report->names;
    size_t mention =
        subject >= scene->tree.count ? PP_NONE : pp_i_names_at(names, scene->sentence, subject);
    size_t entity = mention == PP_NONE || names->mentions[mention].kind != PP_MENTION_NAME
                        ? PP_NONE
                        : names->mentions[mention].entity;
    if (entity == PP_NONE || find->voice.entity == PP_NONE)
        return false;
    pp_i_entity_kind kind = names->entities[entity].kind;
    size_t own = find->voice.principal != PP_NONE ? find->voice.principal : find->voice.entity;
    return (kind == PP_ENTITY_STATE || kind == PP_ENTITY_BODY) &&
           pp_i_names_principal(names, entity) != pp_i_names_principal(names, own);
}

/* What the speaker denies of others: "the islands cannot wait", "cannot enter before". */
static bool refine_by_denying(const pp_i_scene *scene, pp_i_find *find, uint32_t head)
{
    const pp_i_tree *tree = &scene->tree;
    bool quoted = scene->quoted[head] != 0;
    if (pp_i_refine_is_inability(tree, head)) {
        return false;
    }
    bool can = pp_i_tree_modal(tree, head, "can could") != PP_NO_HEAD;
    if (can && pp_i_tree_is(tree, head, "wait")) {
        return pp_i_refine_deny(find, PP_ACT_DEMANDS, PP_STRENGTH_SHOULD);
    }
    bool barred = pp_i_tree_modal(tree, head, "can could may") != PP_NO_HEAD;
    for (uint32_t i = head + 1; barred && i < find->content.end; i++) {
        if (pp_i_tree_in(tree, i, "before until unless without")) {
            return pp_i_refine_deny(find, PP_ACT_DEMANDS, PP_STRENGTH_MUST);
        }
    }
    bool future = pp_i_tree_modal(tree, head, "will would could might may can") != PP_NO_HEAD;
    uint32_t subject = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    bool generic = quoted && pp_i_tree_is(tree, subject, "you") &&
                   (future || pp_i_tree_child_in(tree, head, "do") < head);
    if (generic && pp_i_tree_child(tree, head, PP_REL_OBJ) > head) {
        return pp_i_refine_deny(find, PP_ACT_REJECTS,
                                PP_STRENGTH_SHOULD); /* "you don't buy that" */
    }
    if (future && pp_i_tree_in(tree, head, "work help succeed happen solve suffice")) {
        return pp_i_refine_deny(find, PP_ACT_DOUBTS, PP_STRENGTH_SHOULD);
    }
    bool passive = pp_i_tree_is_passive(tree, head) ||
                   pp_i_tree_in(tree, head, "stay remain continue exist") || /* "cannot stay" */
                   pp_i_tree_in(tree, pp_i_tree_child(tree, head, PP_REL_NSUBJ),
                                "nobody nothing none"); /* "nobody will sign" */
    bool shut = pp_i_tree_modal(tree, head, "can could will would") != PP_NO_HEAD;
    passive = passive || (pp_i_tree_in(tree, head, "part member party option partner") &&
                          pp_i_tree_child(tree, head, PP_REL_COP) < head);
    passive = passive || (pp_i_tree_is(tree, head, "do") && /* "guidelines would not do" */
                          pp_i_tree_child(tree, head, PP_REL_OBJ) == PP_NO_HEAD &&
                          pp_i_tree_modal(tree, head, "will would") != PP_NO_HEAD);
    uint32_t thing = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    if (passive && shut && pp_i_tree_is(tree, head, "do") && thing < head &&
        pp_i_tree_in(tree, thing, "that this it") && pp_i_range_holds(find->content, thing)) {
        find->judged = find->content;
        find->content = (pp_i_range){thing, thing + 1}; /* "that will not do" */
        find->content_head = thing;
        return pp_i_refine_deny(find, PP_ACT_REJECTS, PP_STRENGTH_SHOULD);
    }
    if (passive && shut) { /* "cannot be accepted" */
        return pp_i_refine_deny(find, PP_ACT_REJECTS, PP_STRENGTH_MUST);
    }
    bool neither = pp_i_tree_child_in(tree, subject, "neither") < subject; /* "neither army will" */
    bool people =
        subject < head && !neither &&
        (tree->tokens[subject].tag == PP_TAG_NOUN || tree->tokens[subject].tag == PP_TAG_PROPN);
    bool will =
        pp_i_tree_modal(tree, head, "will would") != PP_NO_HEAD &&
        tree->tokens[head].tag == PP_TAG_VERB &&
        !(pp_i_tree_is(tree, head, "come") && pp_i_tree_is(tree, head + 1, "to")) &&
        !pp_i_tree_in(tree, head, "be have affect change mean matter cost comment") &&
        (pp_i_tree_tagged(tree, subject, PP_TAG_PROPN) || !pp_i_tree_is(tree, head, "allow"));
    return people && will &&
           !is_of_other_side(scene, find, subject) && /* "taxpayers would not bail out investors" */
           pp_i_refine_deny(find, PP_ACT_REJECTS, PP_STRENGTH_SHOULD);
}

/* "could have no role in": nobody's denial stands at the verb. */
static bool has_no_part(const pp_i_tree *tree, uint32_t head)
{
    uint32_t part = pp_i_tree_child(tree, head, PP_REL_OBJ);
    return pp_i_tree_in(tree, head, "have play take") && part > head && part < tree->count &&
           pp_i_tree_in(tree, part, "role part place say future seat business") &&
           pp_i_tree_child_in(tree, part, "no") < part &&
           pp_i_tree_modal(tree, head, "can could will would must should") != PP_NO_HEAD;
}

/* What the speaker says of others: harm that would follow, what will not work. */
bool pp_i_refine_by_others(const pp_i_scene *scene, pp_i_find *find, uint32_t head)
{
    const pp_i_tree *tree = &scene->tree;
    if (has_no_part(tree, head)) {
        return pp_i_refine_deny(find, PP_ACT_REJECTS, PP_STRENGTH_MUST);
    }
    if (pp_i_tree_is_negated(tree, head)) {
        return refine_by_denying(scene, find, head);
    }
    uint32_t thing = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    bool stays = pp_i_tree_is(tree, head, "stay") && scene->quoted[head] != 0 &&
                 pp_i_word_in(tree->tokens[head].form, "stay stays") && thing < head &&
                 pp_i_tree_tagged(tree, thing, PP_TAG_NOUN) && find->content.end <= head + 3 &&
                 pp_i_tree_child(tree, head, PP_REL_AUX) >= head;
    if (stays) {
        pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_SHOULD); /* "The checks stay," he said */
        return true;
    }
    bool hints = pp_i_tree_in(tree, find->cue_head, "hint signal indicate") &&
                 pp_i_tree_modal(tree, head, "could might may would") != PP_NO_HEAD;
    bool harms = pp_i_tree_in(tree, head, PP_CUE_HARM_VERBS);
    bool if_so = false; /* "would be suspended should it be revoked" */
    for (uint32_t i = head + 1; i < find->content.end; i++) {
        if_so = if_so || pp_i_tree_in(tree, i, "if should unless");
    }
    if_so = if_so && pp_i_tree_modal(tree, head, "will would") != PP_NO_HEAD;
    bool ends =
        (hints || if_so) && pp_i_tree_is_passive(tree, head) &&
        pp_i_tree_in(tree, head, "suspend withdraw end halt cancel terminate freeze revoke");
    uint32_t out = head + 1;
    while (out + 2 < find->content.end && !pp_i_tree_is(tree, out, "out")) {
        out++;
    }
    bool ruins = pp_i_tree_is(tree, head, "put") && pp_i_tree_is(tree, out, "out") &&
                 pp_i_tree_in(tree, out + 2, "business work job") &&
                 pp_i_tree_modal(tree, head, "will would could") != PP_NO_HEAD;
    if (ends || ruins) { /* "hinted that its help could be suspended", "put them out of business" */
        pp_i_refine_set(find, PP_ACT_WARNS, PP_STRENGTH_HEDGED);
        return true;
    }
    if (hints && !harms && !pp_i_tree_in(tree, head, PP_CUE_HOSTILE_VERBS)) {
        pp_i_refine_set(find, PP_ACT_OFFERS, PP_STRENGTH_HEDGED); /* "a truce could come" */
        return true;
    }
    bool future = pp_i_tree_modal(tree, head, "will would could might may can") != PP_NO_HEAD;
    bool walks = pp_i_tree_modal(tree, head, "will would") != PP_NO_HEAD &&
                 pp_i_tree_in(tree, head, "walk strike boycott resign quit retaliate");
    bool faces = future && pp_i_tree_in(tree, head, "face have bring carry") &&
                 pp_i_tree_in(tree, pp_i_tree_child(tree, head, PP_REL_OBJ),
                              "consequence sanction retaliation repercussion");
    uint32_t only = pp_i_tree_child_in(tree, head, "only merely simply");
    bool merely = future && only < head && /* "would only mean fewer buses" */
                  pp_i_tree_in(tree, head,
                               "mean move shift postpone delay turn make reopen worsen serve lead "
                               "deepen prolong harden encourage add strengthen benefit");
    bool back = future && pp_i_tree_is(tree, head, "set") && /* "would set the work back" */
                pp_i_tree_in(tree, pp_i_particle(tree, head), "back");
    if (walks || (future && harms) || faces || merely || back) {
        pp_i_refine_set(find, PP_ACT_WARNS, PP_STRENGTH_SHOULD); /* "members would walk out" */
        return true;
    }
    bool slights =
        pp_i_tree_in(tree, head,
                     "undervalue ignore overlook neglect underestimate overestimate breach violate "
                     "contradict infringe undermine contravene");
    if (slights) {
        pp_i_refine_set(find, PP_ACT_DOUBTS, PP_STRENGTH_SHOULD); /* "the offer undervalues it" */
    }
    return slights;
}

/* "that can be discussed only once X has left": what comes first is demanded. */
bool pp_i_refine_by_only(const pp_i_tree *tree, pp_i_find *find, uint32_t head)
{
    bool may = pp_i_tree_modal(tree, head, "can could will would may might") != PP_NO_HEAD;
    for (uint32_t i = find->content.start; may && i + 2 < find->content.end; i++) {
        bool only = pp_i_tree_is(tree, i, "only") && !pp_i_tree_is_negated(tree, head);
        for (uint32_t k = i + 1; only && k < find->content.end && k <= i + 4; k++) {
            if (pp_i_tree_is(tree, k, "if") && k > head && !pp_i_tree_is_passive(tree, head) &&
                pp_i_tree_modal(tree, head, "will would") != PP_NO_HEAD &&
                pp_i_tree_in(
                    tree, head,
                    "lease sell buy lend pay give grant fund build hand "
                    "release open lift drop share reopen add raise extend cut reduce provide "
                    "supply send transfer withdraw end stop")) {
                pp_i_refine_set(find, PP_ACT_OFFERS, PP_STRENGTH_SHOULD);
                return true; /* "would lease the quay only if" */
            }
            if (pp_i_tree_in(tree, k, "once after if when") && k > head) {
                pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_MUST);
                return true; /* "would only come if" */
            }
        }
    }
    return false;
}

/* "it can go no higher": that is its last word. */
bool pp_i_refine_by_limit(const pp_i_tree *tree, pp_i_find *find, uint32_t head)
{
    bool limit = pp_i_tree_in(tree, head, "go move") && pp_i_tree_is(tree, head + 1, "no") &&
                 pp_i_tree_in(tree, head + 2, "high higher far further low lower beyond") &&
                 pp_i_tree_modal(tree, head, "can could will would") != PP_NO_HEAD;
    bool amount = false; /* "could afford no more than 5.5 percent" */
    for (uint32_t i = head + 1; i + 3 < find->content.end && i <= head + 3; i++) {
        amount = amount ||
                 (pp_i_tree_is(tree, i, "no") && pp_i_sets_bound(tree->tokens, tree->count, i));
    }
    amount = amount && pp_i_tree_modal(tree, head, "can could will would") != PP_NO_HEAD &&
             pp_i_tree_in(tree, head,
                          "pay offer afford accept give go lend spend contribute take "
                          "add grant raise cut buy sell provide support allow");
    return (limit || amount) &&
           pp_i_refine_deny(find, PP_ACT_REJECTS, limit ? PP_STRENGTH_MUST : PP_STRENGTH_SHOULD);
}

/* Where "without" stands in "nothing without a guarantee", "anything that leaves us without one";
 * `at` is where either begins; PP_NO_HEAD where it does not. */
static uint32_t without_of(const pp_i_tree *tree, const pp_i_find *find, uint32_t at)
{
    enum { CLAUSE_COUNT_MAX = 8 };
    if (pp_i_tree_is(tree, at, "nothing") && pp_i_tree_is(tree, at + 1, "without")) {
        return at + 1;
    }
    uint32_t verb = tree->tokens[at].head;
    bool denied = (find->negated && at == find->content.start) ||
                  (verb < at && pp_i_tree_is_negated(tree, verb));
    if (!denied || !pp_i_tree_in(tree, at, "anything any") ||
        !(pp_i_tree_is(tree, at + 1, "that") || pp_i_tree_is(tree, at + 2, "that"))) {
        return PP_NO_HEAD;
    }
    for (uint32_t i = at + 2; i < find->content.end && i < at + CLAUSE_COUNT_MAX; i++) {
        if (pp_i_tree_is(tree, i, "without")) {
            return i;
        }
    }
    return PP_NO_HEAD;
}

/* "will sign nothing without a guarantee": the guarantee is demanded; only what it is for is
 * refused. */
bool pp_i_refine_by_nothing(const pp_i_tree *tree, pp_i_find *find)
{
    bool agrees =
        pp_i_tree_in(tree, find->cue_head, "sign accept agree do give concede offer") ||
        pp_i_tree_in(tree, find->content_head, "sign accept agree do give concede offer nothing");
    for (uint32_t i = find->content.start; agrees && i + 2 < find->content.end; i++) {
        uint32_t without = without_of(tree, find, i);
        uint32_t thing = without < tree->count ? tree->tokens[without].head : PP_NO_HEAD;
        if (!pp_i_range_holds(find->content, thing) || thing < without + 1) {
            continue;
        }
        pp_i_refine_set(find, PP_ACT_DEMANDS, PP_STRENGTH_MUST);
        find->negated = false;
        find->content.start = without + 1;
        find->content_head = thing;
        return true;
    }
    return false;
}
