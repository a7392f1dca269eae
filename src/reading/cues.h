/*
 * cues.h: the words by which English says that somebody demands, rejects, offers ...: verbs, nouns
 * and adjectives with the act that they say and the places where what is said stands.
 *
 *     pp_i_cues_new(arena, &cues);
 *     size_t count = pp_i_cues_find(cues, PP_CUE_VERB, PP_TEXT("call"), found, most);
 *
 * A lemma has an entry for each way in which it is used: "call for" demands, "call X unacceptable"
 * evaluates. No name stands in here.
 */
#ifndef PP_READING_CUES_H
#define PP_READING_CUES_H

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"

typedef enum pp_i_cue_class { PP_CUE_VERB, PP_CUE_NOUN, PP_CUE_ADJECTIVE } pp_i_cue_class;

/* Where what is said may stand. */
enum {
    PP_FRAME_CLAUSE = 1,     /* says that ..., "...," says */
    PP_FRAME_INFINITIVE = 2, /* agrees to ... */
    PP_FRAME_OBJECT = 4,     /* rejects ... */
    PP_FRAME_BEHIND = 8,     /* calls for ...: behind one of the prepositions */
    PP_FRAME_GERUND = 16,    /* suggests holding ..., rules out joining ... */
    PP_FRAME_URGE = 32,      /* urges Y to ...: object and infinitive together */
    PP_FRAME_JUDGE = 64,     /* describes Y as ...: the act is that of the judging word */
    PP_FRAME_CARRY = 128,    /* voices, reiterates: only together with a noun that is a cue */
    PP_FRAME_SHOW = 256,     /* indicates: only of somebody or his words, never of a thing */
    PP_FRAME_BARE = 512,     /* needs nothing behind it: "agreed" */
    PP_FRAME_REFINE = 1024,  /* says: the act is that of the clause, where it shows one */
    PP_FRAME_SAME = 2048,    /* needs the infinitive's own meaning: "wants to", "plans to" */
    PP_FRAME_ABOUT = 4096    /* says: of a noun behind about, of: too weak alone */
};

typedef struct pp_i_cue {
    uint8_t kind;     /* pp_i_cue_class */
    uint8_t act;      /* pp_i_act */
    uint8_t strength; /* pp_i_strength */
    uint16_t frames;
    const char *prepositions; /* of PP_FRAME_BEHIND */
    const char *lemmas;       /* of one row of the table; "rule+out" is a verb with its particle */
} pp_i_cue;

typedef struct pp_i_cues pp_i_cues;

/* Null where memory has run out. */
const pp_i_cues *pp_i_cues_new(pp_i_arena *arena);

/* The entries of a lemma, one after another in the table's order; at most `most` are given. */
size_t pp_i_cues_find(const pp_i_cues *cues, pp_i_cue_class kind, pp_text lemma,
                      const pp_i_cue **found, size_t most);

/* The same of a verb with its particle, "rule" and "out". */
size_t pp_i_cues_find_pair(const pp_i_cues *cues, pp_text verb, pp_text particle,
                           const pp_i_cue **found, size_t most);

/* What a word says about that of which it is said: "unacceptable" rejects, "vital" demands. */
typedef struct pp_i_judging {
    uint8_t act;
    uint8_t denied; /* the act of "not unacceptable" */
    uint8_t strength;
    const char *lemmas;
} pp_i_judging;

/* Null where the word does not judge. */
const pp_i_judging *pp_i_cues_judging(const pp_i_cues *cues, pp_text lemma);

/* Lists of lemmas that the rules ask for; each is said in cues.c. */
extern const char
    *const PP_CUE_SPEECH_NOUNS; /* remarks, statement: speak for whom they belong to */
extern const char *const PP_CUE_PERSON_NOUNS;  /* spokesman, minister: somebody, without a name */
extern const char *const PP_CUE_ROLE_NOUNS;    /* those of them who are one person */
#define PP_CUE_ACCUSING "accuse blame"
extern const char *const PP_CUE_SIDES;         /* union, country: "the union" is a side's name */
extern const char *const PP_CUE_SILENT_NOUNS;  /* conference, report: never speakers */
extern const char *const PP_CUE_HOSTILE_VERBS; /* "will boycott" warns */
extern const char *const PP_CUE_HARM_VERBS;    /* "would endanger" warns */
extern const char *const PP_CUE_HARM_NOUNS;    /* "foresees losses" warns */
extern const char *const PP_CUE_PROVOKE_VERBS; /* "drew criticism from": it was criticised by */
extern const char *const PP_CUE_HEDGES;        /* reportedly, perhaps */
extern const char *const PP_CUE_POINTERS;      /* proposal, idea: "this proposal" points back */

#endif
