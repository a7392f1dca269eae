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
#include "reading/names_offices_parts.h"
#include "reading/pronouns_parts.h"

/* Titles of those who run a firm. */
#define OF_COMPANY "executive officer director manager"

pp_i_side_kind pp_i_names_side_kind(pp_text role)
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
        return PP_SIDE_NONE; /* they have their side, and it is none that was named */
    if (pp_i_pronoun_has_word(role, PP_TEXT("ministry")))
        return PP_SIDE_STATE; /* "a defence ministry spokesman" */
    if (pp_i_word_in(last, "general") && pp_i_word_in(first, "attorney"))
        return PP_SIDE_STATE;
    if (pp_i_first_word_in(last, "minister premier ambassador taoiseach undersecretary king queen "
                                 "emir sultan ayatollah vice-minister"))
        return PP_SIDE_STATE;
    if (pp_i_first_word_in(last, "secretary"))
        return alone || pp_i_first_word_in(first, "press general union") ? PP_SIDE_ANY
                                                                         : PP_SIDE_STATE;
    if (pp_i_first_word_in(last, "president"))
        return alone ? PP_SIDE_HEAD : PP_SIDE_ANY;
    if (pp_i_first_word_in(last, "mayor councillor alderman"))
        return PP_SIDE_COUNCIL;
    if (pp_i_first_word_in(last, OF_COMPANY))
        return PP_SIDE_FIRM;
    if (pp_i_first_word_in(last, "convenor convener organiser "
                                 "organizer registrar superintendent treasurer chairman chairwoman "
                                 "chairperson chair vice-chancellor rector principal steward "
                                 "shop-steward"))
        return PP_SIDE_BODY;
    if (pp_i_first_word_in(last, "spokesman spokeswoman spokesperson negotiator leader head chief "
                                 "representative delegate envoy counsel"))
        return PP_SIDE_ANY;
    return PP_SIDE_NONE;
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
    for (size_t i = index; i > 0 && index - i < PP_OFFICES_STEP_COUNT_MAX; i--) {
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

/* The company of a director, the union of a convenor: `side`, unless there is none or it is the
 * other kind; then the one that the words beside the names tell, or PP_NONE. */
static size_t side_beside(const pp_i_finder *finder, size_t index, pp_text role, size_t side)
{
    pp_text last = pp_i_names_last_word(role);
    bool of_union = pp_i_first_word_in(last, "convenor convener organiser organizer steward");
    bool of_company = pp_i_first_word_in(last, OF_COMPANY);
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
static size_t side_of_report(const pp_i_finder *finder, pp_text role, pp_i_side_kind kind,
                             size_t government)
{
    pp_text last = pp_i_names_last_word(role);
    size_t council = pp_i_first_word_in(last, "councillor")
                         ? pp_i_names_get_key(finder, "noun council")
                         : PP_NONE;
    if (council != PP_NONE && pp_i_offices_is_town_council(&finder->entities.items[council]))
        return council;
    return kind == PP_SIDE_STATE && pp_i_first_word_in(last, "minister secretary") ? government
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

/* The school district, schools or police that a superintendent leads: the nearest before, else the
 * first behind; or PP_NONE. */
static size_t side_of_superintendent(const pp_i_finder *finder, size_t index)
{
    size_t behind = PP_NONE,
           least = index < PP_OFFICES_STEP_COUNT_MAX ? index : (size_t)PP_OFFICES_STEP_COUNT_MAX;
    size_t most = least + PP_OFFICES_STEP_COUNT_MAX; /* as many behind as before */
    for (size_t i = 0; i < most && index - least + i < finder->found.count && behind == PP_NONE;
         i++) {
        size_t at = i < least ? index - 1 - i : index - least + i;
        const pp_i_found *found = &finder->found.items[at];
        if (found->entity == PP_NONE || found->kind == PP_FOUND_PRONOUN)
            continue;
        const pp_i_entity *entity = &finder->entities.items[found->entity].entity;
        if (entity->kind != PP_ENTITY_BODY ||
            !pp_i_first_word_in(pp_i_names_last_word(entity->name),
                                "district schools school police department prison board"))
            continue;
        if (at < index)
            return found->entity;
        behind = found->entity;
    }
    return behind;
}

size_t pp_i_names_side_of_title(pp_i_finder *finder, size_t index, size_t government)
{
    const pp_i_found *title = &finder->found.items[index];
    pp_text role = pp_i_names_words(finder, title->sentence, title->role_start, title->role_end);
    pp_i_side_kind kind = pp_i_names_side_kind(role);
    if (kind == PP_SIDE_NONE || is_of_talks(finder, title))
        return PP_NONE;
    size_t side = side_within(finder, title);
    if (side == PP_NONE && pp_i_first_word_in(pp_i_names_last_word(role), "superintendent"))
        return side_of_superintendent(finder, index);
    bool of_group = false; /* "militia leader": of his own, whoever was spoken of before */
    for (uint32_t i = title->role_start; i + 1 < title->role_end; i++)
        of_group =
            of_group ||
            pp_i_word_in(pp_i_names_form(finder, title->sentence, i),
                         "militia rebel guerrilla separatist tribal opposition faction "
                         "insurgent protest gang clan business industry") ||
            (kind == PP_SIDE_ANY && /* "Labour leader", and no "Labour Minister" */
             pp_i_word_in(pp_i_names_form(finder, title->sentence, i),
                          "Labour Liberal Conservative Green Democratic Republican Socialist "
                          "Communist Nationalist Unionist Centrist Tory"));
    if (side == PP_NONE && of_group)
        return PP_NONE;
    if (side == PP_NONE)
        side = side_of_same_title(finder, index);
    if (side == PP_NONE)
        side = ministry_of(finder, role);
    if (side == PP_NONE && (kind == PP_SIDE_HEAD || kind == PP_SIDE_STATE || kind == PP_SIDE_ANY))
        side = pp_i_offices_side_of_capital(finder, index);
    if (side == PP_NONE && (kind == PP_SIDE_HEAD || kind == PP_SIDE_STATE || kind == PP_SIDE_ANY))
        side = pp_i_offices_side_of_heading(finder, index, kind);
    if (side == PP_NONE)
        side = pp_i_offices_side_before(finder, index, kind, pp_i_word_in(role, "Chief Elder"));
    if (kind == PP_SIDE_HEAD && side != PP_NONE && is_department(&finder->entities.items[side]))
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
    size_t side = pp_i_offices_side_of_capital(finder, index);
    if (side != PP_NONE)
        return side;
    side = pp_i_offices_side_before(finder, index, PP_SIDE_MINISTRY, false);
    return side != PP_NONE && !is_bystander(finder, side) ? side : PP_NONE;
}
