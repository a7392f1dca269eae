/*
 * names_offices.c: the side for which the bearer of a title speaks, where the title names none; see
 * names_steps.h.
 *
 * The title tells what kind of side it is: a minister has a state, a finance chief a company, a
 * councillor a council. Of these the one is theirs that the title names within ("council head"),
 * whose capital they speak in, or that was spoken of right before: "Meridian fired back. Chief
 * operating officer Ann Reed said". Nothing is guessed of those whose title binds them to nobody: a
 * senator, an analyst, a resident.
 */
#include "reading/names_steps.h"
#include "reading/pronouns_parts.h"

#include <string.h>

enum {
    SENTENCES_BACK = 2,
    PIECE_COUNT_MAX = 8,  /* of sentences that were cut in pieces, from a side to a title */
    CAPITAL_REACH = 10,   /* tokens from a title to "in Tehran" */
    STEP_COUNT_MAX = 120, /* found things that are looked at for one title */
    SCORE_START = 100,
    SCORE_SENTENCE = 30, /* lost for each sentence back */
    SCORE_PARAGRAPH = 10,
    SCORE_SUBJECT = 24,
    SCORE_OWNER = 12,
    SCORE_MIN = 55,
    SCORE_LEAD_MIN = 10 /* of the nearest side before the next: else none */
};

/* What kind of side a title goes with. */
typedef enum side_kind {
    SIDE_NONE,
    SIDE_HEAD, /* of the state: no ministry's */
    SIDE_STATE,
    SIDE_MINISTRY, /* the ministry's own: a state or its government */
    SIDE_ANY,
    SIDE_COUNCIL,
    SIDE_BODY
} side_kind;

static side_kind side_of_role(pp_text role)
{
    pp_text last = pp_i_names_last_word(role), first = pp_i_names_first_word(role);
    while (role.length > last.length && /* "Vice-Chancellor Professor" */
           (pp_i_text_is(last, "Professor") ||
            (pp_i_name_word(last, NULL) & PP_WORD_HONORIFIC) != 0)) {
        role.length -= last.length + 1;
        last = pp_i_names_last_word(role);
    }
    bool alone = first.length == role.length;
    if (pp_i_first_word_in(first, "former ex late retired community") ||
        pp_i_pronoun_has_word(role, PP_TEXT("opposition")))
        return SIDE_NONE; /* they have their side, and it is none that was named */
    if (pp_i_pronoun_has_word(role, PP_TEXT("ministry")))
        return SIDE_STATE; /* "a defence ministry spokesman" */
    if (pp_i_word_in(last, "general") && pp_i_word_in(first, "attorney"))
        return SIDE_STATE;
    if (pp_i_first_word_in(last, "minister premier ambassador taoiseach undersecretary king queen "
                                 "emir sultan ayatollah vice-minister"))
        return SIDE_STATE;
    if (pp_i_first_word_in(last, "secretary"))
        return alone || pp_i_first_word_in(first, "press general union") ? SIDE_ANY : SIDE_STATE;
    if (pp_i_first_word_in(last, "president"))
        return alone ? SIDE_HEAD : SIDE_ANY;
    if (pp_i_first_word_in(last, "mayor councillor alderman"))
        return SIDE_COUNCIL;
    if (pp_i_first_word_in(last, "executive officer director manager convenor convener organiser "
                                 "organizer registrar superintendent treasurer chairman chairwoman "
                                 "chairperson chair vice-chancellor rector principal steward "
                                 "shop-steward"))
        return SIDE_BODY;
    if (pp_i_first_word_in(last, "spokesman spokeswoman spokesperson negotiator leader head chief "
                                 "representative delegate envoy counsel"))
        return SIDE_ANY;
    return SIDE_NONE;
}

/* The body that a title names within: "council head", "army chief"; or PP_NONE. */
static size_t side_within(pp_i_finder *finder, const pp_i_found *title)
{
    for (uint32_t i = title->role_end; i > title->role_start + 1; i--) {
        pp_text word = pp_i_names_form(finder, title->sentence, i - 2);
        if (!pp_i_pronoun_is_body_noun(word))
            continue;
        size_t body = pp_i_names_get_key(finder, pp_i_names_key(finder, "noun ", word));
        return body != title->entity ? body : PP_NONE;
    }
    return PP_NONE;
}

/* For whom the last one of the same title spoke that the report describes: "The envoy, Ann Reed,"
 * after "the UN's envoy"; or PP_NONE. */
static size_t side_of_same_title(const pp_i_finder *finder, size_t index)
{
    const pp_i_found *title = &finder->found.items[index];
    if (title->kind != PP_FOUND_ROLE || !title->is_definite || title->owner != PP_NONE)
        return PP_NONE;
    pp_text noun = pp_i_names_form(finder, title->sentence, title->name_start);
    for (size_t i = index; i > 0 && index - i < STEP_COUNT_MAX; i--) {
        const pp_i_found *found = &finder->found.items[i - 1];
        if (found->kind != PP_FOUND_ROLE || found->entity == PP_NONE ||
            found->entity == title->entity ||
            !pp_i_text_equal(pp_i_names_form(finder, found->sentence, found->name_start), noun))
            continue;
        const pp_i_draft_entity *draft = &finder->entities.items[found->entity];
        return draft->made_of == PP_FOUND_ROLE ? draft->entity.affiliation : PP_NONE;
    }
    return PP_NONE;
}

/* The state whose capital a place is, where the report speaks of that state; or PP_NONE. */
static size_t state_of_place(const pp_i_finder *finder, const pp_i_found *found)
{
    char key[16] = "iso ";
    if (found->known == NULL || !found->known->is_state ||
        strlen(found->known->code) >= sizeof key - strlen(key))
        return PP_NONE;
    strcat(key, found->known->code);
    return pp_i_names_get_key(finder, key);
}

static bool is_town_council(const pp_i_draft_entity *draft)
{
    return draft->made_of != PP_FOUND_KNOWN &&
           pp_i_first_word_in(pp_i_names_last_word(draft->entity.name),
                              "council authority municipality") &&
           !pp_i_pronoun_has_word(draft->entity.name, PP_TEXT("security"));
}

/* The side as which something found can be meant, or PP_NONE. */
static size_t side_meant(const pp_i_finder *finder, const pp_i_found *found, side_kind kind)
{
    bool adjective = found->kind == PP_FOUND_KNOWN && found->known_kind == PP_KNOWN_DEMONYM &&
                     !found->is_plural; /* "the American text" */
    const pp_i_token *noun = pp_i_names_token(finder, found->sentence, found->head);
    uint32_t of = noun->head;
    if (adjective && noun->relation == PP_REL_AMOD && of != PP_NO_HEAD)
        adjective = pp_i_names_token(finder, found->sentence, of)->relation != PP_REL_NSUBJ ||
                    !pp_i_word_in(pp_i_names_token(finder, found->sentence, of)->lemma,
                                  "position stance view side government delegation response "
                                  "answer line"); /* "The Indian position is that" */
    adjective =
        adjective || /* "the Washington round" */
        (found->kind == PP_FOUND_KNOWN && found->known_kind == PP_KNOWN_CAPITAL &&
         pp_i_names_token(finder, found->sentence, found->head)->relation == PP_REL_COMPOUND);
    if (found->entity == PP_NONE || adjective)
        return PP_NONE;
    const pp_i_draft_entity *draft = &finder->entities.items[found->entity];
    if (kind == SIDE_BODY && found->kind == PP_FOUND_KNOWN)
        return PP_NONE; /* Europe has no chief executive */
    if (draft->entity.kind == PP_ENTITY_PLACE)
        return kind >= SIDE_COUNCIL ? PP_NONE : state_of_place(finder, found);
    if (draft->entity.kind == PP_ENTITY_STATE)
        return kind >= SIDE_COUNCIL ? PP_NONE : found->entity;
    bool described = found->kind == PP_FOUND_THE_BODY && !found->is_definite; /* "a battalion" */
    if (draft->entity.kind != PP_ENTITY_BODY || described)
        return PP_NONE;
    if (kind <= SIDE_MINISTRY && draft->governs)
        return found->entity;
    if (kind == SIDE_COUNCIL)
        return is_town_council(draft) ? found->entity : PP_NONE;
    if (kind == SIDE_MINISTRY)
        return pp_i_text_is(draft->entity.name, "government") ? found->entity : PP_NONE;
    if (kind == SIDE_STATE || kind == SIDE_HEAD)
        return pp_i_first_word_in(pp_i_names_last_word(draft->entity.name),
                                  "government ministry department administration commission")
                   ? found->entity
                   : PP_NONE;
    return found->entity;
}

/* Does the sentence end as one, and not where a clause was cut off the next? */
static bool is_ended(const pp_i_sentence *sentence)
{
    return sentence->token_count == 0 ||
           pp_i_word_in(sentence->tokens[sentence->token_count - 1].form, ". ! ? \" \xE2\x80\x9D");
}

/* How many sentences end from one to another; more than counts where they lie far apart. */
static size_t ends_between(const pp_i_finder *finder, size_t from, size_t to)
{
    size_t count = to - from > PIECE_COUNT_MAX ? to - from : 0;
    for (size_t i = from; count <= SENTENCES_BACK && i < to; i++)
        count += is_ended(&finder->sentences[i]) ||
                 finder->sentences[i].paragraph != finder->sentences[i + 1].paragraph;
    return count;
}

/* How near a side is to the title behind it. */
static int score_of(const pp_i_finder *finder, const pp_i_found *side, const pp_i_found *title,
                    size_t steps)
{
    const pp_i_sentence *there = &finder->sentences[side->sentence];
    size_t ends = ends_between(finder, side->sentence, title->sentence);
    int score = SCORE_START - (int)ends * SCORE_SENTENCE - (int)steps;
    bool goes_on = side->sentence > 0 && side->sentence < title->sentence &&
                   !is_ended(&finder->sentences[side->sentence - 1]);
    if (there->paragraph != finder->sentences[title->sentence].paragraph)
        score -= SCORE_PARAGRAPH;
    const pp_i_token *head = &there->tokens[side->head];
    if (head->relation == PP_REL_NSUBJ && !goes_on && head->head != PP_NO_HEAD &&
        there->tokens[head->head].relation == PP_REL_ROOT)
        score += SCORE_SUBJECT;
    else if ((head->relation == PP_REL_NMOD || head->relation == PP_REL_AMOD) &&
             head->head != PP_NO_HEAD && there->tokens[head->head].relation == PP_REL_NSUBJ)
        score += SCORE_OWNER; /* "Ankara's position complicates matters" */
    return score;
}

/* The verb of saying under which a place stands: "said in Tehran", "told reporters in Tehran"; or
 * PP_NO_HEAD. */
static uint32_t saying_over(const pp_i_finder *finder, const pp_i_found *place)
{
    const pp_i_token *tokens = finder->sentences[place->sentence].tokens;
    uint32_t at = tokens[place->head].head;
    for (int i = 0; i < 2 && at != PP_NO_HEAD; i++, at = tokens[at].head)
        if (tokens[at].tag == PP_TAG_VERB)
            return (pp_i_name_word(tokens[at].lemma, NULL) & PP_WORD_SPEECH) != 0 ? at : PP_NO_HEAD;
    return PP_NO_HEAD;
}

/* The state in whose capital the bearer of the title says something; or PP_NONE. */
static size_t side_of_capital(const pp_i_finder *finder, size_t index)
{
    const pp_i_found *title = &finder->found.items[index];
    const pp_i_token *head = pp_i_names_token(finder, title->sentence, title->head);
    for (size_t i = index + 1;
         i < finder->found.count && finder->found.items[i].sentence == title->sentence; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->start > title->end + CAPITAL_REACH)
            break;
        bool within =
            found->kind == PP_FOUND_KNOWN && found->known_kind == PP_KNOWN_CAPITAL &&
            found->start > title->end &&
            pp_i_word_in(pp_i_names_form(finder, found->sentence, found->start - 1), "in");
        uint32_t verb = within ? saying_over(finder, found) : PP_NO_HEAD;
        if (verb != PP_NO_HEAD && head->relation == PP_REL_NSUBJ && head->head == verb)
            return state_of_place(finder, found);
    }
    return PP_NONE;
}

/* A firm has no chief that is called by this title alone. */
static bool is_firm(pp_i_finder *finder, size_t side)
{
    const char *key = pp_i_names_key(finder, "firm ", finder->entities.items[side].entity.name);
    return key != NULL && pp_i_names_get_key(finder, key) != PP_NONE;
}

/* The side of the title at `index` that was spoken of right before it; or PP_NONE; `of_people`
 * where it is the head of a people, and of no firm. */
static size_t side_before(pp_i_finder *finder, size_t index, side_kind kind, bool of_people)
{
    const pp_i_found *title = &finder->found.items[index];
    size_t best = PP_NONE, steps = 0;
    int best_score = 0, next_score = 0;
    for (size_t i = index; i > 0 && steps < STEP_COUNT_MAX; i--, steps++) {
        const pp_i_found *found = &finder->found.items[i - 1];
        if (ends_between(finder, found->sentence, title->sentence) > SENTENCES_BACK)
            break;
        if ((found->sentence == title->sentence && found->end > title->start) ||
            pp_i_pronoun_is_quoted_away(finder, found, title))
            continue;
        size_t side = side_meant(finder, found, kind);
        if (side == PP_NONE || side == title->entity || (of_people && is_firm(finder, side)))
            continue;
        int score = score_of(finder, found, title, steps);
        if (side == best) {
            best_score = score > best_score ? score : best_score;
        } else if (best == PP_NONE || score > best_score) {
            next_score = best == PP_NONE ? 0 : best_score;
            best_score = score;
            best = side;
        } else if (score > next_score) {
            next_score = score;
        }
    }
    return best != PP_NONE && best_score >= SCORE_MIN && best_score - next_score >= SCORE_LEAD_MIN
               ? best
               : PP_NONE;
}

/* The company of a director, the union of a convenor: `side`, unless there is none or it is the
 * other kind; then the one that the words beside the names tell, or PP_NONE. */
static size_t side_beside(const pp_i_finder *finder, size_t index, pp_text role, size_t side)
{
    pp_text last = pp_i_names_last_word(role);
    bool of_union = pp_i_first_word_in(last, "convenor convener organiser organizer steward");
    bool of_company = pp_i_first_word_in(last, "executive officer director manager");
    if (!of_union && !of_company)
        return side;
    size_t other = pp_i_pronoun_body_beside(finder, index, !of_union);
    if (side != PP_NONE && (other == PP_NONE || finder->found.items[other].entity != side))
        return side;
    size_t found = pp_i_pronoun_body_beside(finder, index, of_union);
    if (found != PP_NONE && found < index)
        return finder->found.items[found].entity;
    bool firm =
        side != PP_NONE && of_company && /* "Halvorsen Brewing", whose workers strike */
        (pp_i_name_word(pp_i_names_last_word(finder->entities.items[side].entity.name), NULL) &
         PP_WORD_BODY_STRONG) != 0;
    return firm ? side : PP_NONE;
}

/* Where none was named near: a councillor's council; a minister's `government`, or PP_NONE. */
static size_t side_of_report(const pp_i_finder *finder, pp_text role, side_kind kind,
                             size_t government)
{
    pp_text last = pp_i_names_last_word(role);
    size_t council = pp_i_first_word_in(last, "councillor")
                         ? pp_i_names_get_key(finder, "noun council")
                         : PP_NONE;
    if (council != PP_NONE && is_town_council(&finder->entities.items[council]))
        return council;
    return kind == SIDE_STATE && pp_i_first_word_in(last, "minister secretary") ? government
                                                                                : PP_NONE;
}

static bool is_department(const pp_i_draft_entity *draft)
{
    return draft->entity.kind == PP_ENTITY_BODY &&
           pp_i_first_word_in(pp_i_names_last_word(draft->entity.name),
                              "ministry department commission administration");
}

/* The ministry of a minister: "Health Minister Ann Reed" beside "the Health Ministry"; or PP_NONE.
 */
static size_t ministry_of(pp_i_finder *finder, pp_text role)
{
    pp_text last = pp_i_names_last_word(role), first = pp_i_names_first_word(role);
    if (!pp_i_word_in(last, "minister Minister") || first.length + last.length + 1 != role.length)
        return PP_NONE;
    for (size_t i = 0; i < finder->entities.count; i++) {
        const pp_i_entity *entity = &finder->entities.items[i].entity;
        bool ministry = entity->kind == PP_ENTITY_BODY &&
                        pp_i_pronoun_has_word(entity->name, PP_TEXT("ministry")) &&
                        pp_i_pronoun_has_word(entity->name, first);
        if (ministry)
            return i;
    }
    return PP_NONE;
}

/* Where a heading names one alone, of a part of the report: "Israel" above what its people say. */
static size_t side_of_heading(const pp_i_finder *finder, size_t index, side_kind kind)
{
    enum { HEADING_WORD_COUNT_MAX = 3, SENTENCES_BELOW = 12 };
    size_t here = finder->found.items[index].sentence;
    for (size_t at = here; at > 0 && here - at < SENTENCES_BELOW; at--) {
        const pp_i_sentence *sentence = &finder->sentences[at - 1];
        bool alone = sentence->token_count <= HEADING_WORD_COUNT_MAX &&
                     sentence->paragraph != finder->sentences[at].paragraph &&
                     (at == 1 || finder->sentences[at - 2].paragraph != sentence->paragraph);
        for (size_t i = 0; alone && i < sentence->token_count; i++)
            alone = sentence->tokens[i].tag != PP_TAG_VERB && sentence->tokens[i].tag != PP_TAG_AUX;
        if (!alone)
            continue;
        for (size_t i = index; i > 0; i--) {
            const pp_i_found *found = &finder->found.items[i - 1];
            if (found->sentence < at - 1)
                break;
            if (found->sentence == at - 1 && found->kind == PP_FOUND_KNOWN)
                return side_meant(finder, found, kind);
        }
        return PP_NONE;
    }
    return PP_NONE;
}

/* "The chair of the talks": nobody's who is at them. */
static bool is_of_talks(const pp_i_finder *finder, const pp_i_found *title)
{
    enum { REACH = 4 };
    const pp_i_sentence *sentence = &finder->sentences[title->sentence];
    if (title->end >= sentence->token_count ||
        !pp_i_text_is(sentence->tokens[title->end].form, "of"))
        return false;
    for (uint32_t i = title->end + 1; i < sentence->token_count && i <= title->end + REACH; i++) {
        uint8_t tag = sentence->tokens[i].tag;
        if (pp_i_word_in(sentence->tokens[i].lemma,
                         "talk negotiation conference summit dialogue round session meeting "
                         "process"))
            return true;
        if (tag != PP_TAG_DET && tag != PP_TAG_ADJ && tag != PP_TAG_NOUN && tag != PP_TAG_PROPN)
            return false;
    }
    return false;
}

size_t pp_i_names_side_of_title(pp_i_finder *finder, size_t index, size_t government)
{
    const pp_i_found *title = &finder->found.items[index];
    pp_text role = pp_i_names_words(finder, title->sentence, title->role_start, title->role_end);
    side_kind kind = side_of_role(role);
    if (kind == SIDE_NONE || is_of_talks(finder, title))
        return PP_NONE;
    size_t side = side_within(finder, title);
    bool of_group = false; /* "militia leader": of his own, whoever was spoken of before */
    for (uint32_t i = title->role_start; i + 1 < title->role_end; i++)
        of_group =
            of_group ||
            pp_i_word_in(pp_i_names_form(finder, title->sentence, i),
                         "militia rebel guerrilla separatist tribal opposition faction "
                         "insurgent protest gang clan") ||
            (kind == SIDE_ANY && /* "Labour leader", and no "Labour Minister" */
             pp_i_word_in(pp_i_names_form(finder, title->sentence, i),
                          "Labour Liberal Conservative Green Democratic Republican Socialist "
                          "Communist Nationalist Unionist Centrist Tory"));
    if (side == PP_NONE && of_group)
        return PP_NONE;
    if (side == PP_NONE)
        side = side_of_same_title(finder, index);
    if (side == PP_NONE)
        side = ministry_of(finder, role);
    if (side == PP_NONE && (kind == SIDE_HEAD || kind == SIDE_STATE || kind == SIDE_ANY))
        side = side_of_capital(finder, index);
    if (side == PP_NONE && (kind == SIDE_HEAD || kind == SIDE_STATE || kind == SIDE_ANY))
        side = side_of_heading(finder, index, kind);
    if (side == PP_NONE)
        side = side_before(finder, index, kind, pp_i_word_in(role, "Chief Elder"));
    if (kind == SIDE_HEAD && side != PP_NONE && is_department(&finder->entities.items[side]))
        return finder->entities.items[side].entity.affiliation; /* a president heads no ministry */
    side = side_beside(finder, index, role, side);
    return side != PP_NONE ? side : side_of_report(finder, role, kind, government);
}

/* Is the report hardly about the state: is another named far more often? */
static bool is_bystander(const pp_i_finder *finder, size_t state)
{
    enum { TIMES_MORE = 3 };
    size_t most = 0, own = finder->entities.items[state].entity.mention_count;
    for (size_t i = 0; i < finder->entities.count; i++) {
        const pp_i_entity *entity = &finder->entities.items[i].entity;
        if (entity->kind == PP_ENTITY_STATE && entity->mention_count > most)
            most = entity->mention_count;
    }
    return finder->entities.items[state].entity.kind == PP_ENTITY_STATE && own * TIMES_MORE < most;
}

size_t pp_i_names_side_of_ministry(pp_i_finder *finder, size_t index)
{
    size_t side = side_of_capital(finder, index);
    if (side != PP_NONE)
        return side;
    side = side_before(finder, index, SIDE_MINISTRY, false);
    return side != PP_NONE && !is_bystander(finder, side) ? side : PP_NONE;
}
