/*
 * names.h: who is named in a report: people, states, bodies, groups; under which other names; who
 * speaks for whom; and whom a pronoun stands for.
 *
 *     pp_i_names_find(sentences, sentence_count, arena, &names, error);
 *     size_t mention = pp_i_names_at(names, sentence, token);       // of the subject, say
 *     if (mention != PP_NONE) entity = names->mentions[mention].entity;
 *
 * Names come from the text itself (capitals, titles, apposition, nouns that name organisations);
 * the gazetteer alone knows states, their peoples, capitals and seats of government, and
 * international organisations. Nothing is guessed from a first name: "he" and "she" mean a person,
 * and which of the two is only held against a "Mr" or "Ms" or an earlier pronoun in the text.
 */
#ifndef PP_READING_NAMES_H
#define PP_READING_NAMES_H

#include "base/arena.h"
#include "base/map.h"
#include "pourparler/error.h"
#include "reading/sentence.h"
#include "reading/speaking.h"

typedef enum pp_i_entity_kind {
    PP_ENTITY_PERSON,
    PP_ENTITY_STATE, /* and what speaks as one: "Washington", "US officials", "the Kremlin" */
    PP_ENTITY_BODY,  /* an organisation: a union, a ministry, a company, a council, a party */
    PP_ENTITY_GROUP, /* people without a name: "residents", "European allies", "both sides" */
    PP_ENTITY_PLACE, /* a name that is no state and does nothing but be a place */
    PP_ENTITY_OTHER  /* a name of none of these: a treaty, a month, a product */
} pp_i_entity_kind;

typedef enum pp_i_gender { PP_GENDER_OPEN, PP_GENDER_HE, PP_GENDER_SHE } pp_i_gender;

typedef struct pp_i_entity {
    pp_text name;     /* the fullest, without title; a state as the gazetteer has it */
    pp_text usual;    /* the acronym where the report uses it more often than the name; or empty */
    const char *key;  /* the same in every report that means the same: "iso UA", "jane doe" */
    const char *code; /* ISO 3166-1 alpha-2 of a state, or null */
    pp_i_entity_kind kind;
    pp_i_gender gender;     /* of a person, from "Mr" and "Ms", or from a sure pronoun */
    bool is_plural;         /* "they" rather than "it" */
    const pp_text *aliases; /* other forms in the text, each once, in order; not the name */
    size_t alias_count;
    size_t affiliation;           /* the entity for which this one speaks, or PP_NONE */
    size_t affiliation_mention;   /* the mention (of this entity) whose words say so, or PP_NONE */
    bool affiliation_is_inferred; /* the report does not say so: from a title and what is around */
    pp_text role;                 /* title: "Defense Secretary", "chief negotiator"; or empty */
    size_t mention_first;         /* index of its first mention */
    size_t mention_count;         /* pronouns included */
} pp_i_entity;

typedef enum pp_i_mention_kind {
    PP_MENTION_NAME,        /* a name or part of one */
    PP_MENTION_METONYM,     /* "the Kremlin", "Kyiv" as a speaker */
    PP_MENTION_DEMONYM,     /* "Russian officials", "the Ukrainians" */
    PP_MENTION_DESCRIPTION, /* "the president", "the union", "both sides" */
    PP_MENTION_PRONOUN      /* he, she, it, they, his, its, who, which ... */
} pp_i_mention_kind;

typedef struct pp_i_mention {
    size_t sentence;                 /* index in the sentences given */
    uint32_t token_start, token_end; /* [start, end) in the sentence, with title and article */
    uint32_t head;                   /* the token on which the parse hangs it */
    size_t entity;     /* PP_NONE: a pronoun that stands for nothing known ("it rains") */
    size_t antecedent; /* of a pronoun or description: the mention it takes up, or PP_NONE */
    uint8_t kind;      /* pp_i_mention_kind */
    uint8_t certainty; /* 0 to 100: for a pronoun, how far the antecedent is ahead of the next */
} pp_i_mention;

typedef struct pp_i_names {
    const pp_i_entity *entities; /* in order of first mention */
    size_t entity_count;
    const pp_i_mention *mentions; /* by sentence and start, longer first; they may nest */
    size_t mention_count;
    const size_t *sentence_mentions; /* sentence_count + 1: sentence i has [i] to before [i + 1] */
    size_t sentence_count;
    pp_i_speaking speaking; /* bodies and places that say something */
} pp_i_names;

/* The names of one report, in `arena`; texts are borrowed from the tokens or lie in `arena`.
 * MEMORY alone. Time linear in the tokens times the names near them (bounded). */
pp_status pp_i_names_find(const pp_i_sentence *sentences, size_t sentence_count, pp_i_arena *arena,
                          const pp_i_names **names, pp_error *error);

/* The mention that hangs on this token (the longest whose head it is), else the shortest that
 * covers it, or PP_NONE. */
size_t pp_i_names_at(const pp_i_names *names, size_t sentence, uint32_t token);

/* For whom an entity finally speaks: follows affiliations (bounded) to the last one; itself where
 * there is none. */
size_t pp_i_names_principal(const pp_i_names *names, size_t entity);

/* Is one of the steps to the one for whom it finally speaks inferred? */
bool pp_i_names_is_inferred(const pp_i_names *names, size_t entity);

/* "person", "state", "body", "group", "place", "other". */
const char *pp_i_entity_kind_text(pp_i_entity_kind kind);

#endif
