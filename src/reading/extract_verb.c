/* extract_verb.c: statements by a verb that says something; see extract_parts.h. */
#include "reading/extract_parts.h"

static size_t verb_entries(const pp_i_scene *scene, uint32_t verb, const pp_i_cue **found)
{
    const pp_i_tree *tree = &scene->tree;
    pp_text lemma = tree->tokens[verb].lemma;
    uint32_t particle = pp_i_particle(tree, verb);
    size_t count = particle == PP_NO_HEAD
                       ? 0
                       : pp_i_cues_find_pair(scene->cues, lemma, tree->tokens[particle].lemma,
                                             found, PP_EXTRACT_ENTRY_COUNT_MAX);
    if (count > 0) {
        return count;
    }
    uint32_t table = pp_i_tree_child_in(tree, verb, "table");
    if (pp_i_tree_is(tree, verb, "put") && table > verb && table < verb + 10) {
        return pp_i_cues_find(scene->cues, PP_CUE_VERB, PP_TEXT("put table"), found,
                              PP_EXTRACT_ENTRY_COUNT_MAX); /* "has put on the table 5 percent" */
    }
    return pp_i_cues_find(scene->cues, PP_CUE_VERB, lemma, found, PP_EXTRACT_ENTRY_COUNT_MAX);
}

/* "considers strikes if talks fail": options weighed on a condition are a warning. */
static bool weighs_options(pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    if (!pp_i_tree_in(tree, find->cue_head,
                      "consider contemplate weigh mull prepare plan examine ready")) {
        return false;
    }
    static const pp_i_cue WEIGH = {PP_CUE_VERB,     PP_ACT_WARNS, PP_STRENGTH_HEDGED,
                                   PP_FRAME_OBJECT, NULL,         ""};
    bool options = pp_i_frame_verb(scene, &WEIGH, find);
    for (uint32_t i = find->cue_head; options && i < tree->end[find->cue_head]; i++) {
        if (pp_i_tree_in(tree, i, "if unless should") && i > find->cue_head) {
            find->act = pp_i_refine_is_forceful(tree, find->content) ? PP_ACT_WARNS : PP_ACT_OFFERS;
            find->strength = PP_STRENGTH_HEDGED;
            return true;
        }
    }
    return false;
}

/* "claims 16 percent of the catch": a share that is claimed is demanded. */
static void take_share(const pp_i_tree *tree, pp_i_find *find)
{
    static const pp_i_cue SHARE = {PP_CUE_VERB,     PP_ACT_DEMANDS, PP_STRENGTH_SHOULD,
                                   PP_FRAME_OBJECT, NULL,           ""};
    bool claims = find->frame == PP_FRAME_OBJECT && pp_i_tree_is(tree, find->cue_head, "claim");
    for (uint32_t i = find->content.start; claims && i < find->content.end; i++) {
        if (tree->tokens[i].tag == PP_TAG_NUM) {
            pp_i_extract_take(find, &SHARE);
        }
    }
}

void pp_i_extract_take(pp_i_find *find, const pp_i_cue *cue)
{
    find->act = cue->act;
    find->strength = cue->strength;
    find->asserting = cue->act == PP_ACT_ASSERTS;
}

/* "insisted that it had paid": a fact that is insisted on is asserted, not demanded. */
static void soften_facts(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t head = find->content_head;
    bool wish = find->act == PP_ACT_DEMANDS || find->act == PP_ACT_PROPOSES;
    bool thing = pp_i_tree_child(tree, find->cue_head, PP_REL_OBJ) != PP_NO_HEAD;
    if (find->frame != PP_FRAME_CLAUSE || !wish || thing || head >= tree->count) {
        return;
    }
    uint32_t subject = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    uint32_t have = pp_i_tree_child_in(tree, head, "have");
    bool perfect = have != PP_NO_HEAD && tree->tokens[have].relation == PP_REL_AUX;
    uint32_t copula = pp_i_tree_child(tree, head, PP_REL_COP);
    bool states = copula != PP_NO_HEAD && !pp_i_text_is(tree->tokens[copula].form, "be");
    bool firm = pp_i_tree_is(tree, find->cue_head, "demand");
    if (states && firm) {
        states =
            pp_i_tree_in(tree, copula, "be") && (pp_i_text_is(tree->tokens[copula].form, "was") ||
                                                 pp_i_text_is(tree->tokens[copula].form, "were"));
    }
    bool built = pp_i_tree_is_passive(tree, head) && /* "suggested that it could be built" */
                 pp_i_tree_modal(tree, head, "could might") != PP_NO_HEAD &&
                 !pp_i_tree_in(tree, head, PP_CUE_HARM_VERBS) &&
                 !pp_i_tree_in(tree, head, "delay postpone break");
    uint32_t was = pp_i_tree_child_in(tree, head, "be");
    bool happened = was < head && pp_i_tree_is_passive(tree, head) && /* "they were never asked" */
                    pp_i_word_in(tree->tokens[was].form, "was were") &&
                    pp_i_tree_is(tree, find->cue_head, "insist");
    states = states || happened;
    bool likely = pp_i_tree_in(tree, find->cue_head, "suggest") && !built &&
                  pp_i_tree_modal(tree, head, "could would may might will can") != PP_NO_HEAD;
    states = states || likely;
    bool past = pp_i_token_ends(&tree->tokens[head], "ed") && !pp_i_tree_is_passive(tree, head);
    if (subject != PP_NO_HEAD && (perfect || states || past)) {
        find->act = PP_ACT_ASSERTS;
        find->strength = PP_STRENGTH_NONE;
        find->asserting = true;
    }
}

/* "our people": within a quotation, the one who is quoted. */
static bool is_ours(const pp_i_tree *tree, uint32_t noun)
{
    return noun < tree->count &&
           (pp_i_tree_child_in(tree, noun, "we I i our my us") < noun ||
            pp_i_word_in(tree->tokens[tree->start[noun]].form, "Our our My my"));
}

static bool tree_is_pronoun(const pp_i_tree *tree, uint32_t token)
{
    return pp_i_tree_tagged(tree, token, PP_TAG_PRON) &&
           pp_i_tree_in(tree, token, "they he she it");
}

/* The act that the subject or the object tells: "foresees heavy losses" warns, "has raised
 * concerns" doubts, "a draft circulated by X calls for a pause" proposes. */
static void turn_by_words(const pp_i_tree *tree, uint32_t verb, pp_i_find *find)
{
    bool object = find->frame == PP_FRAME_OBJECT;
    uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
    uint32_t does = pp_i_tree_child(tree, verb, PP_REL_XCOMP);
    if (object && find->content_head < verb && does > verb &&
        pp_i_tree_in(tree, does,
                     "replace end scrap abolish close cancel drop remove abandon repeal undo stop "
                     "bury kill ban")) {
        find->act = pp_i_refine_denied_act(find->act); /* "the plan, which it wanted to scrap" */
        find->negated = true;
        find->hedged = find->act == PP_ACT_ACCEPTS;
    }
    if (object && pp_i_tree_in(tree, verb, "predict foresee") &&
        pp_i_tree_in(tree, find->content_head, PP_CUE_HARM_NOUNS)) {
        find->act = PP_ACT_WARNS;
        find->strength = PP_STRENGTH_HEDGED;
    }
    if (object && find->act == PP_ACT_PROPOSES && pp_i_tree_is(tree, verb, "raise") &&
        pp_i_tree_in(tree, find->content_head,
                     "concern doubt objection fear alarm worry reservation")) {
        find->act = PP_ACT_DOUBTS;
        find->strength = PP_STRENGTH_HEDGED;
    }
    if (find->act == PP_ACT_DEMANDS && subject < verb &&
        pp_i_tree_in(tree, subject,
                     "draft plan proposal text document blueprint roadmap formula scheme paper "
                     "framework package outline concept")) {
        find->act = PP_ACT_PROPOSES;
    }
}

/* "The economist expects a deal", "expects the two sides to meet": who only foresees it, or what
 * nobody can be asked for alone. */
static bool only_foresees(const pp_i_scene *scene, const pp_i_find *find)
{
    static const char *const scholars = "analyst economist professor scientist expert researcher "
                                        "historian lawyer academic consultant observer";
    const pp_i_tree *tree = &scene->tree;
    const pp_i_names *names = scene->report->names;
    if (!pp_i_tree_is(tree, find->cue_head, "expect") || find->act != PP_ACT_DEMANDS)
        return false;
    uint32_t thing = pp_i_tree_child(tree, find->cue_head, PP_REL_OBJ);
    if (pp_i_tree_in(tree, thing,
                     "deal agreement treaty accord settlement breakthrough result "
                     "outcome verdict fighting progress"))
        return true;
    size_t entity = find->voice.entity;
    static const char *const counsel = "lawyer consultant"; /* "the lawyer for the union" */
    bool sided = find->voice.principal != PP_NONE ||
                 (entity != PP_NONE && names->entities[entity].affiliation != PP_NONE);
    if (sided && (pp_i_tree_in(tree, find->voice.token, counsel) ||
                  (entity != PP_NONE && pp_i_any_word_in(names->entities[entity].role, counsel))))
        return false;
    return pp_i_tree_in(tree, find->voice.token, scholars) ||
           (entity != PP_NONE &&
            (pp_i_any_word_in(names->entities[entity].role, scholars) ||
             pp_i_any_word_in(names->entities[entity].role, "Professor Prof")));
}

bool pp_i_extract_is_no_stand(const pp_i_tree *tree, uint32_t verb)
{
    enum { REACH = 5 };
    for (uint32_t i = verb; i > 0 && i + REACH > verb && pp_i_tree_is(tree, verb - 1, "to"); i--)
        if (pp_i_tree_in(tree, i - 1, "fail struggle") && pp_i_tree_is(tree, verb, "agree") &&
            pp_i_tree_is(tree, verb + 1, "on"))
            return true;
    if (pp_i_tree_is(tree, verb, "agree") && verb > 0 && /* "could barely agree on what" */
        pp_i_tree_in(tree, verb - 1, "barely hardly scarcely"))
        return true;
    static const char *const enemies =
        "troop troops army soldier rebel militia war battle fire insurgent insurgency force";
    return pp_i_tree_is(tree, verb, "fight") &&
           (pp_i_tree_in(tree, pp_i_tree_child(tree, verb, PP_REL_OBJ), enemies) ||
            pp_i_tree_in(tree, pp_i_tree_behind(tree, verb, "against with in"), enemies));
}

void pp_i_extract_try_verb(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_cue *found[PP_EXTRACT_ENTRY_COUNT_MAX];
    size_t count = verb_entries(scene, verb, found);
    bool purpose = verb == 0 &&
                   pp_i_tree_is(tree, verb, "seek") && /* "Seeking to end it, X said" */
                   tree->tokens[verb].relation == PP_REL_ADVCL;
    bool petition = pp_i_tree_is(tree, verb, "sign") && /* what it says is said by its own verb */
                    pp_i_tree_in(tree, pp_i_tree_child(tree, verb, PP_REL_OBJ), "petition letter");
    bool unraised = pp_i_tree_in(tree, verb, "raise table float moot submit present") &&
                    pp_i_tree_child_in(tree, verb, "not never") < verb; /* refuses nothing */
    bool elects = pp_i_tree_in(tree, verb, "elect choose") &&           /* "Voters elected us to" */
                  pp_i_tree_in(tree, pp_i_tree_child(tree, verb, PP_REL_OBJ), "we us i me he they");
    if (pp_i_extract_is_hypothetical(tree, verb) || pp_i_extract_is_ordered(tree, verb) ||
        purpose || petition || unraised || elects || pp_i_extract_is_no_stand(tree, verb)) {
        return;
    }
    pp_i_find find = {.cue_head = verb, .content_head = PP_NO_HEAD, .pattern = PP_PATTERN_SUBJECT};
    bool said = weighs_options(scene, &find);
    for (size_t i = 0; i < count && !said; i++) {
        if ((found[i]->frames & (PP_FRAME_CARRY | PP_FRAME_BARE)) != PP_FRAME_CARRY &&
            pp_i_frame_verb(scene, found[i], &find)) {
            pp_i_extract_take(&find, found[i]);
            soften_facts(scene, &find);
            take_share(tree, &find);
            if (pp_i_tree_in(tree, verb, "vow swear") &&
                (pp_i_tree_in(tree, find.content_head, PP_CUE_HOSTILE_VERBS) ||
                 pp_i_tree_in(tree, find.content_head,
                              "defy disrupt topple overthrow sabotage occupy"))) {
                find.act = PP_ACT_WARNS;
            }
            said = true;
        }
    }
    if (said && find.frame == PP_FRAME_OBJECT && find.act == PP_ACT_PROPOSES &&
        pp_i_tree_is(tree, verb, "consider") && !pp_i_token_ends(&tree->tokens[verb], "ing") &&
        pp_i_tree_child(tree, verb, PP_REL_AUX) == PP_NO_HEAD &&
        tree->tokens[verb].relation != PP_REL_XCOMP) {
        find.act = PP_ACT_ASSERTS; /* "considers prosecco a grape" weighs nothing */
    }
    if (said && find.frame == PP_FRAME_OBJECT && find.act == PP_ACT_DEMANDS &&
        pp_i_tree_in(tree, verb, "emphasize emphasise stress underline underscore highlight") &&
        pp_i_tree_in(tree, find.content_head,
                     "benefit advantage progress success achievement difficulty complexity danger "
                     "risk fact difference challenge strength")) {
        find.act = PP_ACT_ASSERTS; /* "stressed the benefits" */
        find.strength = PP_STRENGTH_NONE;
    }
    if (said && find.act == PP_ACT_PROPOSES && find.frame == PP_FRAME_OBJECT &&
        pp_i_tree_in(tree, verb, "raise evoke conjure") &&
        (pp_i_tree_in(tree, find.content_head, "spectre specter threat") ||
         (pp_i_tree_in(tree, find.content_head, "prospect possibility") &&
          pp_i_refine_is_forceful(tree, find.content)))) {
        find.act = PP_ACT_WARNS; /* "raised the prospect of a boycott" */
    }
    if (said && find.act == PP_ACT_OFFERS && pp_i_tree_is(tree, verb, "hint") &&
        pp_i_refine_is_forceful(tree, find.content)) {
        find.act = PP_ACT_WARNS; /* "hinted at curbs on exports" */
    }
    if (pp_i_tree_is(tree, verb, "clear") && verb > 0 && pp_i_tree_is(tree, verb - 1, "make")) {
        return; /* "made clear its displeasure" */
    }
    if (pp_i_tree_is(tree, verb, "back") && pp_i_token_ends(&tree->tokens[verb], "ing") &&
        pp_i_tree_in(tree, tree->tokens[verb].head, PP_CUE_PROVOKE_VERBS)) {
        return; /* "has gained backing from X" */
    }
    uint32_t moved = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    if (said && find.act == PP_ACT_REJECTS && find.frame == PP_FRAME_BEHIND && moved > verb &&
        moved < tree->count && moved != find.content_head &&
        pp_i_tree_in(tree, verb, "pull walk back")) {
        return; /* "pull its artillery back from the river" */
    }
    if (verb > 0 && pp_i_tree_is(tree, verb - 1, "without")) {
        return; /* "without agreeing how to divide it" */
    }
    if (verb > 1 && pp_i_tree_is(tree, verb - 1, "nor") &&
        (pp_i_tree_is(tree, verb - 2, "neither") || pp_i_tree_is(tree, verb - 3, "neither"))) {
        return; /* "neither claimed nor denied" */
    }
    uint32_t shared = find.content_head < tree->count &&
                              pp_i_tree_in(tree, find.content_head, "some many most much part all")
                          ? pp_i_tree_behind(tree, find.content_head, "of")
                          : find.content_head;
    if (said && find.act == PP_ACT_SUPPORTS && pp_i_tree_in(tree, verb, "share echo") &&
        pp_i_tree_in(tree, shared,
                     "concern worry doubt unease scepticism skepticism "
                     "reservation fear misgiving anxiety")) {
        find.act = PP_ACT_DOUBTS; /* "shares some of those concerns" */
    }
    if (said && find.act == PP_ACT_SUPPORTS && pp_i_refine_is_somebody(scene, &find)) {
        find.act = PP_ACT_ASSERTS; /* "defended her": of no plan */
        find.strength = PP_STRENGTH_NONE;
    }
    if (said) {
        turn_by_words(tree, verb, &find);
    }
    if (said && !find.negated && pp_i_extract_is_short_of(tree, verb)) { /* has not endorsed */
        find.act = pp_i_refine_denied_act(find.act);
        find.negated = find.hedged = true;
        find.cue.start = verb - 2;
    }
    bool named = scene->find_count > 0 && scene->finds[0].cue.start == 0 && /* "Under a plan" */
                 scene->finds[0].pattern == PP_PATTERN_NOUN &&
                 verb < scene->finds[0].content.start && verb > scene->finds[0].cue_head;
    if (!said || named || pp_i_extract_is_deed(tree, &find)) {
        return;
    }
    uint32_t prompted = pp_i_extract_prompted(tree, verb);
    find.voice = prompted < verb ? pp_i_voice_at(scene, prompted)
                                 : pp_i_extract_trailing_voice(scene, verb, false);
    if (find.voice.token == PP_NO_HEAD) {
        find.voice = pp_i_extract_attendant_voice(scene, verb);
    }
    if (find.voice.token == PP_NO_HEAD) {
        find.voice = pp_i_voice_of(scene, verb);
    }
    if (find.voice.token == PP_NO_HEAD) {
        find.voice = pp_i_extract_trailing_voice(scene, verb, true);
    }
    if (find.voice.token == PP_NO_HEAD || pp_i_tree_in(tree, find.voice.token, "i we you") ||
        (scene->quoted[verb] != 0 &&
         (is_ours(tree, find.voice.token) || tree_is_pronoun(tree, find.voice.token)))) {
        return; /* "They want us to work longer," she said: her words, not theirs */
    }
    find.pattern = pp_i_tree_is_passive(tree, verb) ? PP_PATTERN_BY : PP_PATTERN_SUBJECT;
    if (only_foresees(scene, &find)) {
        find.act = PP_ACT_ASSERTS;
        find.strength = PP_STRENGTH_NONE;
    }
    pp_i_extract_finish_all(scene, &find);
}

bool pp_i_extract_is_surname(const pp_i_scene *scene, uint32_t token)
{
    const pp_i_names *names = scene->report->names;
    size_t mention = pp_i_names_at(names, scene->sentence, token);
    char first = scene->tree.tokens[token].form.data[0];
    return mention != PP_NONE && first >= 'A' && first <= 'Z' &&
           names->mentions[mention].kind == PP_MENTION_NAME &&
           names->mentions[mention].entity != PP_NONE &&
           names->entities[names->mentions[mention].entity].kind == PP_ENTITY_PERSON;
}

void pp_i_extract_try_open(pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    const pp_i_cue *found[PP_EXTRACT_ENTRY_COUNT_MAX];
    uint32_t clause = pp_i_tree_child(tree, verb, PP_REL_CCOMP);
    if (verb > 0 && tree->tokens[verb - 1].tag == PP_TAG_ADP) {
        return; /* "for restoring them should X cheat" */
    }
    if (verb > 0 && tree->tokens[verb - 1].tag == PP_TAG_SCONJ &&
        pp_i_token_ends(&tree->tokens[verb], "ing")) {
        return;
    }
    if (clause == PP_NO_HEAD || pp_i_extract_is_surname(scene, clause) ||
        verb_entries(scene, verb, found) > 0 || pp_i_extract_is_hypothetical(tree, verb) ||
        pp_i_extract_is_ordered(tree, verb) ||
        pp_i_tree_in(tree, verb,
                     "be have do make let get help see hear watch ensure mean "
                     "cause prove keep provide")) {
        return;
    }
    static const pp_i_cue OPEN = {
        PP_CUE_VERB, PP_ACT_ASSERTS, PP_STRENGTH_NONE, PP_FRAME_CLAUSE | PP_FRAME_REFINE, NULL, ""};
    pp_i_find find = {.cue_head = verb,
                      .content_head = PP_NO_HEAD,
                      .pattern = PP_PATTERN_OPEN,
                      .asserting = true,
                      .act = PP_ACT_ASSERTS};
    find.voice = pp_i_voice_of(scene, verb);
    if (find.voice.entity != PP_NONE && !find.voice.owns && pp_i_frame_verb(scene, &OPEN, &find)) {
        (void)pp_i_extract_finish(scene, &find);
    }
}
