/* names_parts.h: what the parts that find names share: see names.h. */
#ifndef PP_READING_NAMES_PARTS_H
#define PP_READING_NAMES_PARTS_H

#include "reading/clause.h"
#include "reading/gazetteer.h"
#include "reading/name_words.h"
#include "reading/names.h"

/* What a stretch of words seems to name, by its own form. */
typedef enum pp_i_found_kind {
    PP_FOUND_KNOWN,  /* in the gazetteer */
    PP_FOUND_PERSON, /* several names, or a title before */
    PP_FOUND_BODY,
    PP_FOUND_PLACE,
    PP_FOUND_OTHER,
    PP_FOUND_UNSURE,   /* one capitalised word */
    PP_FOUND_ROLE,     /* "the president", "a spokesman for the union" */
    PP_FOUND_THE_BODY, /* "the union": a common noun */
    PP_FOUND_GROUP,
    PP_FOUND_PRONOUN
} pp_i_found_kind;

/* A mention before its entity is known. Token ranges are [start, end) in the sentence. */
typedef struct pp_i_found {
    size_t sentence;
    uint32_t start, end, head;
    uint32_t name_start, name_end; /* the name alone, or the noun of a description */
    uint32_t role_start, role_end; /* the title in front, or empty */
    pp_i_found_kind kind;
    pp_i_known_kind known_kind; /* of PP_FOUND_KNOWN */
    const pp_i_known *known;
    size_t owner;      /* index of the found thing for which it speaks, or PP_NONE */
    size_t same;       /* index of the found thing that apposition says it is, or PP_NONE */
    size_t antecedent; /* index, or PP_NONE */
    size_t entity;     /* index, or PP_NONE */
    pp_i_gender gender;
    bool is_voice; /* officials, a government: what it says its owner says */
    bool is_plural;
    bool is_definite; /* "the", "this", or owned */
    uint8_t certainty;
} pp_i_found;

typedef struct pp_i_draft_entity {
    pp_i_entity entity;
    PP_LIST(pp_text) aliases;
    pp_i_found_kind made_of;
    size_t last_found; /* its newest mention so far */
    bool governs;      /* a name of no known kind that has a minister or a parliament */
} pp_i_draft_entity;

typedef struct pp_i_finder {
    pp_i_arena *arena;
    const pp_i_sentence *sentences;
    size_t sentence_count;
    PP_LIST(pp_i_found) found; /* in the order of the text */
    PP_LIST(pp_i_draft_entity) entities;
    pp_i_map keys; /* from an entity's key to its index */
    pp_i_speaking speaking;
    bool no_memory;
} pp_i_finder;

/* Adds what the sentence names, in order; sets no_memory where memory has run out. */
void pp_i_names_scan(pp_i_finder *finder, size_t sentence);

/* Sets the entity of descriptions and pronouns, in order; the named ones have theirs. */
void pp_i_names_resolve(pp_i_finder *finder);

/* An entity with this key, made where there is none; PP_NONE where memory has run out. */
size_t pp_i_names_entity(pp_i_finder *finder, pp_i_entity_kind kind, const char *key, pp_text name,
                         pp_i_found_kind made_of);

/* The words of a range, parted by one blank where the text has one; in `arena`, NUL-terminated. */
pp_text pp_i_names_words(pp_i_finder *finder, size_t sentence, uint32_t start, uint32_t end);

/* The same in lower case, without full stops, with `prefix` in front; null where memory has run
 * out. */
const char *pp_i_names_key(pp_i_finder *finder, const char *prefix, pp_text words);

/* names_peoples.c: the entity of the land that a word for its people means, of a name that stands
 * in the text: "Tavrian" after "Tavria"; or PP_NONE. */
size_t pp_i_names_land_of(pp_i_finder *finder, pp_text word);

/* The party whose people the words name, of those that the report names: "Liberal" of the Liberals,
 * "Social Democratic" of the Social Democrats, "Green" of the Green Party; or PP_NONE. */
size_t pp_i_names_party_of(pp_i_finder *finder, pp_text words);

/* names_firms.c: "carmaker", "lender": what a firm does. */
bool pp_i_names_is_trade(pp_text word);

/* "union", "company", "party": a body of people that is no voice of its state. */
bool pp_i_names_is_private(pp_text noun);

/* "Norwegian fishermen", "a French analyst": people of a state or land (the entity `owner`) that do
 * not speak for it, as its officials and lawmakers do. */
bool pp_i_names_is_own_people(const pp_i_finder *finder, const pp_i_found *found, size_t owner);

/* "Her colleague", "his critics": who is somebody's, and speaks for others. */
bool pp_i_names_is_of_others(const pp_i_finder *finder, const pp_i_found *found);

static inline const pp_i_token *pp_i_names_token(const pp_i_finder *finder, size_t sentence,
                                                 uint32_t token)
{
    return &finder->sentences[sentence].tokens[token];
}

static inline const pp_i_entity *pp_i_names_entity_at(const pp_i_finder *finder, size_t entity)
{
    return &finder->entities.items[entity].entity;
}

/* Is the word the subject of a verb of saying, "claims", "rejected"? */
bool pp_i_names_says(const pp_i_sentence *sentence, uint32_t token);

static inline pp_text pp_i_names_form(const pp_i_finder *finder, size_t sentence, uint32_t token)
{
    return finder->sentences[sentence].tokens[token].form;
}

#endif
