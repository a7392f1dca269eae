/*
 * dateline.c: "LINDHAVEN (AP) - Tram drivers ...": where a report comes from is no part of its
 * first sentence: see document_parts.h.
 *
 * A place in capitals, perhaps with a region, a date, an agency in brackets, then a dash between
 * blanks and a new beginning; or a place with its country, "Bogota, Colombia". Nothing in it is
 * written small but within the brackets, so that a sentence that begins with an acronym is none.
 */
#include "reading/clause.h"
#include "reading/document_parts.h"

#include <string.h>

enum {
    DATELINE_BYTE_COUNT_MAX = 80,
    DATELINE_PLACE_LETTER_COUNT_MIN = 3, /* in capitals */
    PLACE_BYTE_COUNT = 7,                /* a word that is no acronym: "GOTHENBURG - Cabin crew" */
    DATELINE_REST_BYTE_COUNT_MIN = 40,   /* of a sentence behind it */
    DATELINE_REST_BYTE_COUNT_LEAST = 12  /* the same where an agency stands in brackets */
};

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "GOTHENBURG", "SAN JOSE", and no acronym with an office, "UNESCO CHIEF": a place without more. */
static bool is_place_alone(pp_text words, size_t start, size_t end)
{
    size_t most = 0, first = 0;
    for (size_t at = start, from = start; at <= end; at++) {
        if (at < end && words.data[at] != ' ')
            continue;
        first = first == 0 ? at - start : first;
        most = at - from > most ? at - from : most;
        from = at + 1;
    }
    return most >= PLACE_BYTE_COUNT ||
           (first < end - start && pp_i_word_in((pp_text){words.data + start, first},
                                                "THE SAN SANTA LA LE LOS LAS ST EL AL "
                                                "NEW PORT FORT CAPE DEN"));
}

/* The length of a dash between blanks at `at`, with both, or 0. */
static size_t dash_length(pp_text words, size_t at, size_t end)
{
    static const char *const dashes[] = {" - ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t length = strlen(dashes[i]);
        if (at + length < end && memcmp(words.data + at, dashes[i], length) == 0)
            return length;
    }
    return 0;
}

/* Capitals at the start, up to the first blank or comma. */
static bool begins_with_place(pp_text words, size_t start, size_t end)
{
    size_t letters = 0, at = start;
    while (at < end && (is_capital(words.data[at]) || words.data[at] == '-' ||
                        words.data[at] == '.' || (unsigned char)words.data[at] >= 0x80))
        letters += is_capital(words.data[at++]);
    return letters >= DATELINE_PLACE_LETTER_COUNT_MIN && at < end &&
           (words.data[at] == ' ' || words.data[at] == ',' || words.data[at] == '/');
}

/* Two names with a comma between and nothing else before the dash: "Port Helm, Orland - ". */
static bool begins_with_pair(pp_text words, size_t start, size_t end)
{
    size_t commas = 0;
    for (size_t at = start; at < end && at - start < DATELINE_BYTE_COUNT_MAX; at++) {
        bool first = at == start || words.data[at - 1] == ' ';
        if (dash_length(words, at, end) > 0)
            return commas == 1;
        if (first && !is_capital(words.data[at]) && (unsigned char)words.data[at] < 0x80)
            return false;
        if (words.data[at] == ',' && ++commas > 1)
            return false;
        if (strchr(".;:!?()\"'", words.data[at]) != NULL)
            return false;
    }
    return false;
}

size_t pp_i_document_dateline(pp_text words, size_t start, size_t end)
{
    bool bracket = false, more = false, certain = false;
    if (!begins_with_place(words, start, end) && !begins_with_pair(words, start, end))
        return start;
    for (size_t at = start; at < end && at - start < DATELINE_BYTE_COUNT_MAX; at++) {
        char c = words.data[at];
        size_t dash = bracket ? 0 : dash_length(words, at, end);
        if (dash > 0) {
            size_t next = at + dash;
            bool begins = is_capital(words.data[next]) || words.data[next] == '"' ||
                          (unsigned char)words.data[next] >= 0x80;
            bool place = dash > sizeof " - " - 1 || is_place_alone(words, start, at);
            size_t rest = certain ? DATELINE_REST_BYTE_COUNT_LEAST : DATELINE_REST_BYTE_COUNT_MIN;
            return begins && (more || place) && end - next >= rest ? next : start;
        }
        bool small = c >= 'a' && c <= 'z' && at > start && words.data[at - 1] == ' ';
        if (small && !bracket)
            return start;
        bracket = (bracket || c == '(') && c != ')';
        certain = certain || c == '(';
        more = more || certain || c == ',' || (c == '/' && at > start);
    }
    return start;
}
