/* read_parties.c: who takes part, and the assumptions, which are as simple; see read.h. */
#include "case/read.h"

enum { PARTY_ID, PARTY_NAME, PARTY_ALIASES, PARTY_ROLE, PARTY_FIELD_COUNT };
static const pp_i_field party_fields[] = {
    [PARTY_ID] = {"id", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [PARTY_NAME] = {"name", PP_FIELD_TEXT},
    [PARTY_ALIASES] = {"aliases", PP_FIELD_LIST},
    [PARTY_ROLE] = {"role", PP_FIELD_TEXT},
};

static const char *const role_words[] = {
    [PP_ROLE_PRINCIPAL] = "principal",
    [PP_ROLE_MEDIATOR] = "mediator",
    [PP_ROLE_GUARANTOR] = "guarantor",
    [PP_ROLE_OBSERVER] = "observer",
};
enum { ROLE_COUNT = sizeof role_words / sizeof *role_words };

const char *pp_i_role_text(pp_i_role role)
{
    return role_words[role];
}

static void read_aliases(pp_i_reader *reader, const pp_i_yaml_node *list, pp_i_party *party)
{
    if (list == NULL)
        return;
    pp_text *aliases = PP_READ_ARRAY(reader, pp_text, list->item_count);
    size_t count = 0;
    for (size_t i = 0; i < list->item_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_node *item = list->items[i];
        if (!pp_i_read_kind(reader, item, PP_FIELD_TEXT))
            continue;
        if (item->text.length == 0)
            PP_READ_ERROR(reader, item, "an empty alias");
        else
            aliases[count++] = item->text;
    }
    party->aliases = aliases;
    party->alias_count = count;
}

static void read_party(pp_i_reader *reader, const pp_i_yaml_node *node, size_t index,
                       pp_i_party *party)
{
    const pp_i_yaml_node *values[PARTY_FIELD_COUNT];
    PP_READ_FIELDS(reader, node, "a party", party_fields, values);
    party->place = node->place;
    party->id = pp_i_read_id(reader, &reader->parties, values[PARTY_ID], index);
    party->name = values[PARTY_NAME] == NULL ? party->id : values[PARTY_NAME]->text;
    read_aliases(reader, values[PARTY_ALIASES], party);
    size_t role = pp_i_read_word(reader, values[PARTY_ROLE], "role", role_words, ROLE_COUNT);
    party->role = role == PP_NONE ? PP_ROLE_PRINCIPAL : (pp_i_role)role;
}

void pp_i_read_parties(pp_i_reader *reader, const pp_i_yaml_node *list)
{
    if (list == NULL || list->item_count == 0) {
        if (list != NULL)
            PP_READ_ERROR(reader, list, "a case needs at least one party");
        reader->parties.broken = true;
        return;
    }
    size_t count = pp_i_read_count(reader, list, PP_CASE_PARTY_COUNT_MAX, "parties");
    reader->parties.broken = count < list->item_count;
    pp_i_party *parties = PP_READ_ARRAY(reader, pp_i_party, count);
    if (parties == NULL)
        return;
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++)
        read_party(reader, list->items[i], i, &parties[i]);
    reader->made->parties = parties;
    reader->made->party_count = count;
}

/* --- Assumptions ----------------------------------------------------------------------------- */

enum { ASSUMPTION_ID, ASSUMPTION_SAYS, ASSUMPTION_FIELD_COUNT };
static const pp_i_field assumption_fields[] = {
    [ASSUMPTION_ID] = {"id", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [ASSUMPTION_SAYS] = {"says", PP_FIELD_TEXT | PP_FIELD_NEEDED},
};

void pp_i_read_assumptions(pp_i_reader *reader, const pp_i_yaml_node *list)
{
    size_t count = pp_i_read_count(reader, list, PP_CASE_ASSUMPTION_COUNT_MAX, "assumptions");
    pp_i_assumption *assumptions = PP_READ_ARRAY(reader, pp_i_assumption, count);
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_node *values[ASSUMPTION_FIELD_COUNT];
        PP_READ_FIELDS(reader, list->items[i], "an assumption", assumption_fields, values);
        assumptions[i].place = list->items[i]->place;
        assumptions[i].id = pp_i_read_id(reader, &reader->assumptions, values[ASSUMPTION_ID], i);
        assumptions[i].says = pp_i_read_text(values[ASSUMPTION_SAYS]);
    }
    reader->made->assumptions = assumptions;
    reader->made->assumption_count = count;
}
