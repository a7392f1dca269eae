/*
 * draft_groupings.c: why statements stand under one issue of a draft, asked of a person, and the
 * questions that the case has no room for; see drafter.h.
 */
#include "reading/drafter.h"

enum { JOIN_COUNT_SHOWN = 12, PART_COUNT_SHOWN = 8 };

#define ID_OF(drafter, statement)                                                                  \
    (int)(drafter)->statements.items[(statement)].id.length,                                       \
        (drafter)->statements.items[(statement)].id.data

static const char *kinship_text(pp_i_kinship kinship)
{
    switch (kinship) {
    case PP_KIN_FAMILY:
        return "the same word or its family";
    case PP_KIN_SYNONYM:
        return "synonyms";
    case PP_KIN_FIELD:
        return "words of one field";
    case PP_KIN_KIND:
        return "one a kind of the other";
    case PP_KIN_NONE:
        break;
    }
    return "unclear";
}

/* "per" alone tells a reader nothing. */
static bool is_percent(pp_text word)
{
    return pp_i_text_is(word, "per") || pp_i_text_is(word, "cent");
}

static void add_reason(pp_i_drafter *drafter, size_t said, pp_i_builder *why)
{
    const pp_i_reason *reason = &drafter->issues->filed[said].reason;
    size_t own = drafter->statement_of[said];
    size_t with = reason->with == PP_NONE ? PP_NONE : drafter->statement_of[reason->with];
    if (own == PP_NONE || with == PP_NONE)
        return;
    bool percent = is_percent(reason->word) && is_percent(reason->other_word);
    pp_text word = percent ? PP_TEXT("per cent") : reason->word;
    pp_text other_word = percent ? PP_TEXT("per cent") : reason->other_word;
    pp_i_builder_add_string(why, why->length > 0 ? "; " : "");
    if (reason->kind == PP_BOND_ANTECEDENT)
        pp_i_builder_print(why, "%.*s points to %.*s", ID_OF(drafter, own), ID_OF(drafter, with));
    else if (reason->kind == PP_BOND_NEAR)
        pp_i_builder_print(why, "%.*s stands near %.*s, in the same paragraph", ID_OF(drafter, own),
                           ID_OF(drafter, with));
    else
        pp_i_builder_print(why, "%.*s and %.*s: \"%.*s\", \"%.*s\" (%s)", ID_OF(drafter, own),
                           ID_OF(drafter, with), PP_DRAFT_SHOWN(word), PP_DRAFT_SHOWN(other_word),
                           kinship_text(reason->kinship));
}

/* Of one matter that is one issue, at `place` of the case. */
static const char *ask_for_whole(const pp_i_drafter *drafter, size_t place)
{
    pp_text id = drafter->case_issues.items[place].id;
    return pp_i_arena_print(
        drafter->arena, "are these statements about one issue, %.*s%s? if not, give each its own",
        (int)id.length, id.data,
        drafter->case_issues.items[place].option_count > 2
            ? ", and do its options exclude each other"
            : "");
}

/* The issues of the case that one matter became, each once; how many. */
static size_t places_of(const pp_i_drafter *drafter, size_t found, size_t *places)
{
    const pp_i_issue_found *issue = &drafter->issues->issues[found];
    size_t count = 0;
    for (size_t i = 0; i < issue->option_count; i++) {
        size_t place = drafter->placed[found].options[i].issue, at = 0;
        if (issue->options[i].part != i || place == PP_NONE)
            continue;
        while (at < count && places[at] != place)
            at++;
        if (at == count && count <= PART_COUNT_SHOWN)
            places[count++] = place;
    }
    return count;
}

/* Of one matter that became several issues. */
static const char *ask_for_parts(const pp_i_drafter *drafter, const size_t *places, size_t count)
{
    pp_i_builder ids;
    pp_i_builder_init(&ids, drafter->arena);
    for (size_t i = 0; i < count && i < PART_COUNT_SHOWN; i++) {
        pp_text id = drafter->case_issues.items[places[i]].id;
        pp_i_builder_print(&ids, "%s%.*s", ids.length > 0 ? ", " : "", (int)id.length, id.data);
    }
    pp_i_builder_add_string(&ids, count > PART_COUNT_SHOWN ? ", ..." : "");
    return ids.failed ? NULL
                      : pp_i_arena_print(
                            drafter->arena,
                            "do some of these exclude each other: %.*s? then make them "
                            "options of one issue; here each may come about beside the others",
                            (int)ids.length, ids.data);
}

static bool note_grouping(pp_i_drafter *drafter, size_t found)
{
    const pp_i_issue_found *issue = &drafter->issues->issues[found];
    pp_i_builder why;
    pp_i_builder_init(&why, drafter->arena);
    pp_i_builder_add_string(&why, "");
    size_t *statements = PP_NEW_ARRAY(drafter->arena, size_t, issue->statement_count), count = 0;
    if (statements == NULL)
        return false;
    for (size_t i = 0; i < issue->statement_count; i++) {
        size_t own = drafter->statement_of[issue->statements[i]];
        if (own != PP_NONE)
            statements[count++] = own;
        if (i < JOIN_COUNT_SHOWN)
            add_reason(drafter, issue->statements[i], &why);
    }
    if (issue->statement_count > JOIN_COUNT_SHOWN)
        pp_i_builder_add_string(&why, "; ...");
    if (count < 2)
        return true;
    size_t places[PART_COUNT_SHOWN + 1], place_count = places_of(drafter, found, places);
    if (place_count == 0)
        return true; /* no room for it in the case, of which another entry tells */
    const char *what = place_count > 1 ? ask_for_parts(drafter, places, place_count)
                                       : ask_for_whole(drafter, places[0]);
    if (why.failed)
        return false;
    if (why.length == 0)
        pp_i_builder_add_string(&why, "they share words");
    return !why.failed && pp_i_draft_review(drafter, what, why.data, statements, count);
}

/* Options of the reading that are in no issue of the case, as it is full. */
static bool note_unplaced(pp_i_drafter *drafter)
{
    size_t count = 0;
    for (size_t i = 0; i < drafter->issues->issue_count; i++)
        for (size_t k = 0; k < drafter->issues->issues[i].option_count; k++)
            count += drafter->placed[i].options[k].issue == PP_NONE &&
                     !drafter->placed[i].options[k].is_fact;
    return count == 0 ||
           pp_i_draft_review(drafter,
                             pp_i_arena_print(drafter->arena,
                                              "%zu of the things asked for are in no issue", count),
                             "a case has at most 256 issues: those of which most is said are here",
                             NULL, 0);
}

bool pp_i_draft_groupings(pp_i_drafter *drafter)
{
    for (size_t i = 0; i < drafter->issues->issue_count; i++)
        if (drafter->issues->issues[i].statement_count > 1 && !note_grouping(drafter, i))
            return false;
    return note_unplaced(drafter);
}
