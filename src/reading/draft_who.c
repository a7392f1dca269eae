/*
 * draft_who.c: the sources and the parties of a draft; see drafter.h.
 *
 * A source keeps its file where that lies in the draft's folder and its bytes are what was read;
 * else its words stand in the draft. A party is whoever is finally spoken for; who speaks for it is
 * an alias; its role is found by draft_roles.c.
 */
#include "reading/clause.h"
#include "reading/document_parts.h"
#include "reading/drafter.h"

#include <stdio.h>

enum {
    DATE_LINE_BYTE_COUNT_MAX = 48,
    DATELINE_OTHER_COUNT_MAX = 6 /* the place, an agency, a weekday, the dash */
};

/* --- Dates ----------------------------------------------------------------------------------- */

static const char *const months[] = {"january",   "february", "march",    "april",
                                     "may",       "june",     "july",     "august",
                                     "september", "october",  "november", "december"};

/* The number of the month that the letters begin (three at least), or 0. */
static unsigned month_of(pp_text word)
{
    for (unsigned i = 0; i < 12; i++) {
        size_t at = 0, length = strlen(months[i]);
        while (at < word.length && at < length && (word.data[at] | 0x20) == months[i][at])
            at++;
        if (at == word.length && at >= 3)
            return i + 1;
    }
    return 0;
}

typedef struct date_parts {
    unsigned day, month, year, other_count;
    bool was_number;  /* the word before */
    unsigned waiting; /* a month, if a number comes next */
    bool has_two_months;
} date_parts;

static void add_month(date_parts *parts, unsigned month)
{
    parts->has_two_months |= parts->month != 0 && month != 0 && parts->month != month;
    parts->month = month != 0 ? month : parts->month;
}

/* A month stands beside a number: MAR of MAR DEL PLATA is none. */
static void add_date_word(date_parts *parts, pp_text word)
{
    unsigned number = 0;
    size_t digits = 0;
    while (digits < word.length && digits < 5 && word.data[digits] >= '0' &&
           word.data[digits] <= '9')
        number = number * 10 + (unsigned)(word.data[digits++] - '0');
    unsigned month = digits == 0 ? month_of(word) : 0;
    add_month(parts, digits > 0 ? parts->waiting : 0);
    parts->other_count += digits == 0 && parts->waiting != 0;
    parts->waiting = 0;
    if (digits == 4 && word.length == 4 && parts->year == 0)
        parts->year = number;
    else if (digits > 0 && digits <= 2 && parts->day == 0)
        parts->day = number;
    else if (month != 0 && parts->was_number)
        add_month(parts, month);
    else if (month != 0)
        parts->waiting = month;
    else
        parts->other_count++;
    parts->was_number = digits > 0;
}

/* The day of a line that is only a date and so many other words: "14 February 2025", "Friday, Feb
 * 14, 2025", "2025-02-14". */
static pp_i_date date_of_line(pp_text line, unsigned other_count_max)
{
    date_parts parts = {0};
    char text[40]; /* three numbers of any size */
    pp_i_date date = 0;
    line = pp_i_text_trim(line);
    if (line.length == 10 && pp_i_date_parse(line, &date))
        return date;
    for (size_t at = 0; at < line.length;) {
        size_t start = at;
        while (at < line.length && strchr(" ,.\t*_#()", line.data[at]) == NULL)
            at++;
        if (at > start)
            add_date_word(&parts, (pp_text){line.data + start, at - start});
        at += at == start;
    }
    if (parts.day == 0 || parts.month == 0 || parts.year == 0 || parts.day > 31 ||
        parts.has_two_months || parts.other_count > other_count_max)
        return 0;
    snprintf(text, sizeof text, "%04u-%02u-%02u", parts.year, parts.month, parts.day);
    return pp_i_date_parse(pp_i_text_of(text), &date) ? date : 0;
}

/* The day of a line of the paragraph that is nothing but a date: under a title, say. */
static pp_i_date date_among_lines(pp_text words)
{
    pp_i_date date = 0;
    for (size_t at = 0; at < words.length && date == 0;) {
        const char *end = memchr(words.data + at, '\n', words.length - at);
        size_t length = end == NULL ? words.length - at : (size_t)(end - words.data) - at;
        if (length <= DATE_LINE_BYTE_COUNT_MAX)
            date = date_of_line((pp_text){words.data + at, length}, 1); /* a weekday */
        at += length + 1;
    }
    return date;
}

static pp_i_date date_of_report(const pp_i_document *document)
{
    for (size_t i = 0; i < document->paragraph_count && i < PP_DOCUMENT_DATE_PARAGRAPH_COUNT_MAX;
         i++) {
        const pp_i_paragraph *one = &document->paragraphs[i];
        size_t length = one->byte_end - one->byte_start;
        pp_text words = {document->words.data + one->byte_start, length};
        size_t behind = pp_i_document_dateline(words, 0, length);
        pp_i_date date = behind > 0
                             ? date_of_line((pp_text){words.data, behind}, DATELINE_OTHER_COUNT_MAX)
                             : date_among_lines(words);
        if (date != 0)
            return date;
    }
    return 0;
}

/* --- Sources --------------------------------------------------------------------------------- */

/* The path of the report as seen from the draft's folder; null where it does not lie in it. */
static const char *path_in_folder(const char *folder, const char *name)
{
    size_t length = folder == NULL ? 0 : strlen(folder);
    if (folder == NULL || strcmp(name, "-") == 0 || strstr(name, "..") != NULL)
        return NULL;
    if (strcmp(folder, ".") == 0 || length == 0)
        return name[0] == '/' ? NULL : strncmp(name, "./", 2) == 0 ? name + 2 : name;
    while (length > 1 && folder[length - 1] == '/')
        length--;
    if (strncmp(name, folder, length) != 0 || name[length] != '/')
        return NULL;
    return name + length + 1;
}

/* The file's name without its folders and its ending. */
static pp_text stem_of(const char *name)
{
    const char *slash = strrchr(name, '/');
    pp_text stem = pp_i_text_of(slash == NULL ? name : slash + 1);
    for (size_t i = stem.length; i > 1; i--)
        if (stem.data[i - 1] == '.') {
            stem.length = i - 1;
            break;
        }
    return stem;
}

/* The words without NUL, which no YAML can have. */
static pp_text words_for_yaml(pp_i_arena *arena, pp_text words)
{
    if (words.length == 0 || memchr(words.data, '\0', words.length) == NULL)
        return words;
    char *copy = pp_i_arena_copy(arena, words.data, words.length);
    for (size_t i = 0; copy != NULL && i < words.length; i++)
        if (copy[i] == '\0')
            copy[i] = ' ';
    return (pp_text){copy, words.length};
}

/* The base's source with the same words, or PP_NONE. */
static size_t known_source(const pp_i_drafter *drafter, pp_text words)
{
    for (size_t i = 0; drafter->base != NULL && i < drafter->base->source_count; i++)
        if (pp_i_text_equal(drafter->base->sources[i].words, words))
            return i;
    return PP_NONE;
}

static bool add_source(pp_i_drafter *drafter, size_t report)
{
    const pp_i_document *document = drafter->reading->reports[report].document;
    pp_text words = words_for_yaml(drafter->arena, document->words);
    if (words.data == NULL && document->words.length > 0)
        return false;
    drafter->source_of[report] = known_source(drafter, words);
    if (drafter->source_of[report] != PP_NONE || drafter->sources.count >= PP_CASE_SOURCE_COUNT_MAX)
        return true;
    const pp_i_draft_options *options = drafter->options;
    const char *path =
        document->words_are_source ? path_in_folder(options->folder, document->name) : NULL;
    pp_text stem = strcmp(document->name, "-") == 0 ? PP_TEXT("report") : stem_of(document->name);
    pp_i_source source = {
        .id = pp_i_draft_id(drafter->arena, &drafter->source_ids, stem, 6, "report",
                            PP_DRAFT_ID_OF_NAME, drafter->sources.count),
        .file = pp_i_text_of(path),
        .words = words,
        .title = document->title == NULL ? PP_TEXT("") : pp_i_text_of(document->title),
        .date = options->dates != NULL ? options->dates[report] : date_of_report(document),
        .grade_source = 'F',
        .grade_information = '6'};
    drafter->source_of[report] = drafter->sources.count;
    return source.id.length > 0 && PP_LIST_ADD(drafter->arena, &drafter->sources, source);
}

bool pp_i_draft_sources(pp_i_drafter *drafter)
{
    for (size_t i = 0; i < drafter->reading->report_count; i++)
        if (!add_source(drafter, i))
            return false;
    return true;
}

/* --- Parties --------------------------------------------------------------------------------- */

static bool equal_fold(pp_text a, pp_text b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++) {
        char x = a.data[i], y = b.data[i];
        x = x >= 'A' && x <= 'Z' ? (char)(x + 0x20) : x;
        y = y >= 'A' && y <= 'Z' ? (char)(y + 0x20) : y;
        if (x != y)
            return false;
    }
    return true;
}

static bool party_has_name(const pp_i_party *party, pp_text name)
{
    if (equal_fold(party->name, name) || equal_fold(party->id, name))
        return true;
    for (size_t i = 0; i < party->alias_count; i++)
        if (equal_fold(party->aliases[i], name))
            return true;
    return false;
}

/* The base's party that has the actor's name, or one of its other names; PP_NONE where none has. */
static size_t known_party(const pp_i_drafter *drafter, const pp_i_actor *actor)
{
    size_t count = drafter->base == NULL ? 0 : drafter->base->party_count;
    for (size_t i = 0; i < count; i++)
        if (party_has_name(&drafter->parties.items[i], actor->name))
            return i;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < actor->alias_count; j++)
            if (party_has_name(&drafter->parties.items[i], actor->aliases[j]))
                return i;
    return PP_NONE;
}

static bool add_party(pp_i_drafter *drafter, size_t actor, const pp_i_role *roles)
{
    const pp_i_actor *named = &drafter->reading->actors[actor];
    drafter->party_of[actor] = known_party(drafter, named);
    if (drafter->party_of[actor] != PP_NONE || drafter->parties.count >= PP_CASE_PARTY_COUNT_MAX)
        return true;
    pp_text *aliases = PP_NEW_ARRAY(drafter->arena, pp_text, PP_DRAFT_ALIAS_COUNT_MAX);
    pp_i_party party = {.id = pp_i_draft_id(drafter->arena, &drafter->party_ids, named->name, 4,
                                            "party", PP_DRAFT_ID_OF_NAME, drafter->parties.count),
                        .name = named->name,
                        .aliases = aliases,
                        .role = drafter->base == NULL ? roles[actor] : PP_ROLE_OBSERVER};
    drafter->party_of[actor] = drafter->parties.count;
    return aliases != NULL && party.id.length > 0 &&
           PP_LIST_ADD(drafter->arena, &drafter->parties, party);
}

static void add_alias(pp_i_party *party, pp_text alias)
{
    if (alias.length == 0 || party->alias_count == PP_DRAFT_ALIAS_COUNT_MAX ||
        party_has_name(party, alias))
        return;
    ((pp_text *)party->aliases)[party->alias_count++] = alias;
}

/* Other names of new parties, and who speaks for them. */
static void add_aliases(pp_i_drafter *drafter, const bool *speaks)
{
    const pp_i_reading *reading = drafter->reading;
    size_t old_count = drafter->base == NULL ? 0 : drafter->base->party_count;
    for (size_t i = 0; i < reading->actor_count; i++) {
        const pp_i_actor *actor = &reading->actors[i];
        size_t party = drafter->party_of[actor->party];
        if (!speaks[i] || party == PP_NONE || party < old_count)
            continue;
        pp_i_party *to = &drafter->parties.items[party];
        add_alias(to, actor->name);
        for (size_t j = 0; j < actor->alias_count; j++)
            add_alias(to, actor->aliases[j]);
    }
}

bool pp_i_draft_parties(pp_i_drafter *drafter)
{
    const pp_i_reading *reading = drafter->reading;
    bool *speaks = PP_NEW_ARRAY(drafter->arena, bool, reading->actor_count);
    const pp_i_role *roles = pp_i_draft_roles(drafter);
    if (speaks == NULL || roles == NULL)
        return false;
    for (size_t i = 0; i < reading->statement_count; i++) {
        const pp_i_said *said = &reading->statements[i];
        if (drafter->party_of[said->party] == PP_NONE && !add_party(drafter, said->party, roles))
            return false;
        speaks[said->actor] = speaks[said->party] = true;
    }
    add_aliases(drafter, speaks);
    return true;
}
