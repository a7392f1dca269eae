/*
 * draft_speakers.c: what a person should look at of the parties of a draft: whose consent counts,
 * who was taken to speak for whom, and who stands alone; see drafter.h.
 */
#include "reading/drafter.h"

enum {
    ALONE_SHOWN_COUNT_MAX = 6, /* names in one question */
    SAID_COUNT_MAX = 200       /* statements beside one question */
};

/* Does a new party's name come from this actor, and from no case that is there? */
static bool is_new_party(const pp_i_drafter *drafter, size_t actor)
{
    size_t first = drafter->base == NULL ? 0 : drafter->base->party_count;
    size_t party = drafter->party_of[actor];
    return party != PP_NONE && party >= first;
}

/* The first question: the reports do not say whose consent an agreement needs. */
static bool ask_consent(pp_i_drafter *drafter)
{
    size_t count = 0;
    for (size_t i = 0; i < drafter->parties.count; i++)
        count += drafter->parties.items[i].role == PP_ROLE_PRINCIPAL;
    if (drafter->base != NULL || count < 2)
        return true;
    const char *what =
        count == 2 ? "both parties are principals: an agreement needs the consent of each"
                   : pp_i_arena_print(drafter->arena,
                                      "%zu parties are principals: an agreement needs the consent "
                                      "of each",
                                      count);
    return pp_i_draft_review(drafter, what,
                             "the reports do not say whose it needs; give the others the role "
                             "observer, mediator or guarantor, and make one party of those that "
                             "are the same",
                             NULL, 0);
}

/* "Ann Reed is taken to speak for Meridian", with what she says. */
static bool ask_for_whom(pp_i_drafter *drafter, size_t actor)
{
    const pp_i_reading *reading = drafter->reading;
    size_t said[SAID_COUNT_MAX], count = 0;
    for (size_t i = 0; i < reading->statement_count && count < SAID_COUNT_MAX; i++)
        if (reading->statements[i].actor == actor && drafter->statement_of[i] != PP_NONE)
            said[count++] = drafter->statement_of[i];
    const pp_i_actor *one = &reading->actors[actor];
    const char *what = pp_i_arena_print(drafter->arena, "%.*s is taken to speak for %.*s",
                                        PP_DRAFT_SHOWN(one->name),
                                        PP_DRAFT_SHOWN(reading->actors[one->party].name));
    const char *why = one->role.length == 0
                          ? "no report says so: it is whom the report speaks of around it"
                          : pp_i_arena_print(drafter->arena,
                                             "no report says so: the title is \"%.*s\", and it is "
                                             "whom the report speaks of around it",
                                             PP_DRAFT_SHOWN(one->role));
    return count == 0 || pp_i_draft_review(drafter, what, why, said, count);
}

static bool ask_inferred(pp_i_drafter *drafter)
{
    const pp_i_reading *reading = drafter->reading;
    for (size_t i = 0; i < reading->actor_count; i++) {
        const pp_i_actor *actor = &reading->actors[i];
        if (actor->party_is_inferred && actor->party != i &&
            drafter->party_of[actor->party] != PP_NONE && !ask_for_whom(drafter, i))
            return false;
    }
    return true;
}

/* People who are parties because no report says for whom they speak. */
static bool ask_alone(pp_i_drafter *drafter)
{
    const pp_i_reading *reading = drafter->reading;
    size_t count = 0;
    pp_i_builder names;
    pp_i_builder_init(&names, drafter->arena);
    for (size_t i = 0; i < reading->actor_count; i++) {
        const pp_i_actor *actor = &reading->actors[i];
        if (actor->kind != PP_ENTITY_PERSON || actor->party != i || !is_new_party(drafter, i))
            continue;
        if (count < ALONE_SHOWN_COUNT_MAX)
            pp_i_builder_print(&names, "%s%.*s", count == 0 ? "" : ", ",
                               PP_DRAFT_SHOWN(actor->name));
        count++;
    }
    if (count == 0)
        return true;
    if (count > ALONE_SHOWN_COUNT_MAX)
        pp_i_builder_print(&names, " and %zu others", count - ALONE_SHOWN_COUNT_MAX);
    pp_i_builder_add_string(&names,
                            count == 1 ? " stands alone as a party" : " stand alone as parties");
    return !names.failed &&
           pp_i_draft_review(
               drafter, names.data,
               "no report says for whom: put the statements under another party, or make "
               "it an observer",
               NULL, 0);
}

bool pp_i_draft_speakers(pp_i_drafter *drafter)
{
    return ask_consent(drafter) && ask_inferred(drafter) && ask_alone(drafter);
}
