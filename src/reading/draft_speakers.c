/*
 * draft_speakers.c: what a person should look at of the parties of a draft: whose consent counts,
 * who was taken to speak for whom, and who stands alone; see drafter.h.
 */
#include "reading/drafter.h"

enum {
    NAME_SHOWN_COUNT_MAX = 6, /* in one question; one more is shown too */
    SAID_COUNT_MAX = 200      /* statements beside one question */
};

/* --- Lists of names --------------------------------------------------------------------------- */

typedef struct name_list {
    pp_i_builder words;
    size_t count;
    pp_text held; /* the newest, until it is known whether it is the last */
} name_list;

static void add_name(name_list *list, pp_text name)
{
    if (list->count > 0 && list->count <= NAME_SHOWN_COUNT_MAX)
        pp_i_builder_print(&list->words, "%s%.*s", list->count == 1 ? "" : ", ",
                           PP_DRAFT_SHOWN(list->held));
    list->held = name;
    list->count++;
}

/* "A", "A and B", "A, B, ... and 9 others"; null where memory has run out. */
static const char *end_names(name_list *list)
{
    const char *joint = list->count == 1 ? "" : " and ";
    if (list->count <= NAME_SHOWN_COUNT_MAX + 1)
        pp_i_builder_print(&list->words, "%s%.*s", joint, PP_DRAFT_SHOWN(list->held));
    else
        pp_i_builder_print(&list->words, " and %zu others", list->count - NAME_SHOWN_COUNT_MAX);
    return list->words.failed ? NULL : list->words.data;
}

/* The question about those named, where there are any: "A and B" with what is so of one or of
 * several. */
static bool ask_named(pp_i_drafter *drafter, name_list *names, const char *one, const char *several,
                      const char *why)
{
    if (names->count == 0)
        return true;
    bool single = names->count == 1;
    const char *listed = end_names(names), *what = NULL;
    if (listed != NULL)
        what = pp_i_arena_print(drafter->arena, "%s %s", listed, single ? one : several);
    return pp_i_draft_review(drafter, what, why, NULL, 0);
}

/* --- Whose consent ---------------------------------------------------------------------------- */

/* Does anybody ask for something or refuse it? */
static bool takes_position(const pp_i_drafter *drafter)
{
    pp_i_word options[PP_CASE_OPTION_COUNT_MAX / PP_WORD_BITS];
    size_t issue;
    for (size_t i = 0; i < drafter->statements.count; i++)
        if (!drafter->no_position[i] &&
            pp_i_draft_position(drafter, &drafter->statements.items[i], &issue, options))
            return true;
    return false;
}

/* The first question: the reports do not say whose consent an agreement needs. */
static bool ask_consent(pp_i_drafter *drafter)
{
    size_t count = 0, all = drafter->parties.count;
    for (size_t i = 0; i < all; i++)
        count += drafter->parties.items[i].role == PP_ROLE_PRINCIPAL;
    if (drafter->base != NULL)
        return true;
    if (count < 2 && !takes_position(drafter))
        return true; /* which another question says */
    if (count < 2)
        return pp_i_draft_review(
            drafter, "only one party asks for something or refuses it",
            "an agreement is between two at least: look who else speaks in the reports and was not "
            "taken for a party",
            NULL, 0);
    const char *what =
        count == 2 && all == 2
            ? "both parties are principals: an agreement needs the consent of each"
            : pp_i_arena_print(drafter->arena,
                               "%zu parties are principals: an agreement needs the consent of each",
                               count);
    return pp_i_draft_review(drafter, what,
                             "the reports do not say whose it needs; give the others the role "
                             "observer, mediator or guarantor, and make one party of those that "
                             "are the same",
                             NULL, 0);
}

/* Those who were made observers since they neither ask nor refuse, or are nobody in particular. */
static bool ask_bystanders(pp_i_drafter *drafter)
{
    name_list names = {.count = 0}, crowds = {.count = 0};
    pp_i_builder_init(&names.words, drafter->arena);
    pp_i_builder_init(&crowds.words, drafter->arena);
    for (size_t i = 0; i < drafter->parties.count; i++)
        if (drafter->is_bystander[i])
            add_name(drafter->is_crowd[i] ? &crowds : &names, drafter->parties.items[i].name);
    const char *one = "is entered as an observer", *several = "are entered as observers";
    return ask_named(drafter, &names, one, several,
                     "nothing they say asks for an option or refuses one; where an agreement needs "
                     "their consent, give the role principal") &&
           ask_named(drafter, &crowds, one, several,
                     "the reports tell of no more than their number or trade: put the statements "
                     "under those who are meant");
}

/* --- Who for whom ----------------------------------------------------------------------------- */

/* The statements whose speaker was only inferred to speak for the party, from the first on. */
typedef struct inferred {
    size_t *first;    /* for each actor, or PP_NONE */
    size_t *next;     /* for each statement, or PP_NONE */
    bool *is_counted; /* for each actor: its name stands in the question */
} inferred;

static bool find_inferred(const pp_i_drafter *drafter, inferred *found)
{
    const pp_i_reading *reading = drafter->reading;
    found->first = PP_NEW_ARRAY(drafter->arena, size_t, reading->actor_count);
    found->next = PP_NEW_ARRAY(drafter->arena, size_t, reading->statement_count);
    found->is_counted = PP_NEW_ARRAY(drafter->arena, bool, reading->actor_count);
    if (found->first == NULL || found->next == NULL || found->is_counted == NULL)
        return false;
    for (size_t i = 0; i < reading->actor_count; i++)
        found->first[i] = PP_NONE;
    for (size_t i = reading->statement_count; i-- > 0;) {
        const pp_i_said *said = &reading->statements[i];
        if (!said->party_is_inferred || drafter->statement_of[i] == PP_NONE ||
            said->party == said->actor || drafter->party_of[said->party] == PP_NONE)
            continue;
        found->next[i] = found->first[said->party];
        found->first[said->party] = i;
    }
    return true;
}

/* "Meridian is taken to speak through Ann Reed and Bob Hall", with what these say. */
static bool ask_for_whom(pp_i_drafter *drafter, const inferred *found, size_t party)
{
    const pp_i_reading *reading = drafter->reading;
    size_t said[SAID_COUNT_MAX], count = 0;
    name_list names = {.count = 0};
    pp_i_builder_init(&names.words, drafter->arena);
    for (size_t i = found->first[party]; i != PP_NONE; i = found->next[i]) {
        size_t actor = reading->statements[i].actor;
        if (!found->is_counted[actor])
            add_name(&names, reading->actors[actor].name);
        found->is_counted[actor] = true;
        if (count < SAID_COUNT_MAX)
            said[count++] = drafter->statement_of[i];
    }
    for (size_t i = found->first[party]; i != PP_NONE; i = found->next[i])
        found->is_counted[reading->statements[i].actor] = false;
    const char *listed = end_names(&names);
    return listed != NULL &&
           pp_i_draft_review(drafter,
                             pp_i_arena_print(drafter->arena, "%.*s is taken to speak through %s",
                                              PP_DRAFT_SHOWN(reading->actors[party].name), listed),
                             "no report says so: their titles fit it, and the report speaks of it "
                             "around them",
                             said, count);
}

static bool ask_inferred(pp_i_drafter *drafter)
{
    inferred found;
    if (!find_inferred(drafter, &found))
        return false;
    for (size_t i = 0; i < drafter->reading->actor_count; i++)
        if (found.first[i] != PP_NONE && !ask_for_whom(drafter, &found, i))
            return false;
    return true;
}

/* --- Who stands alone ------------------------------------------------------------------------- */

/* Is the actor somebody whose own name a new party has, that must consent? */
static bool stands_alone(const pp_i_drafter *drafter, size_t actor)
{
    const pp_i_actor *one = &drafter->reading->actors[actor];
    size_t old_count = drafter->base == NULL ? 0 : drafter->base->party_count;
    size_t party = drafter->party_of[actor];
    return one->kind == PP_ENTITY_PERSON && one->party == actor && party != PP_NONE &&
           party >= old_count && drafter->parties.items[party].role == PP_ROLE_PRINCIPAL;
}

/* People who are parties because no report says for whom they speak. */
static bool ask_alone(pp_i_drafter *drafter)
{
    name_list names = {.count = 0};
    pp_i_builder_init(&names.words, drafter->arena);
    for (size_t i = 0; i < drafter->reading->actor_count; i++)
        if (stands_alone(drafter, i))
            add_name(&names, drafter->reading->actors[i].name);
    return ask_named(drafter, &names, "stands alone as a party", "stand alone as parties",
                     "no report says for whom they speak: put the statements under another party, "
                     "or give the role observer");
}

bool pp_i_draft_speakers(pp_i_drafter *drafter)
{
    return ask_consent(drafter) && ask_bystanders(drafter) && ask_inferred(drafter) &&
           ask_alone(drafter);
}
