/*
 * statement.h: what a report says, and who says it: statements, events, judgements, conditions,
 * each with the words that show it.
 *
 *     pp_i_reading_make(language, documents, document_count, NULL, control, arena, &reading,
 * error); for (size_t i = 0; i < reading->statement_count; i++) ...
 *
 * Never invented: a statement has a cue, a speaker and words in one place of one report; what a
 * pronoun or "this proposal" stands for is named beside it, never written into the words. A passage
 * that the reports repeat is read once and lists its other places. Events (somebody did something)
 * and judgements (the narrator's own) are apart and are no party's position.
 *
 * Offsets are bytes of the document's words, the end exclusive; an index not known is PP_NONE, a
 * text not known is empty. Everything lies in the arena that was given.
 */
#ifndef PP_READING_STATEMENT_H
#define PP_READING_STATEMENT_H

#include "base/arena.h"
#include "case/case.h"
#include "pourparler/control.h"
#include "pourparler/error.h"
#include "reading/document.h"
#include "reading/language.h"
#include "reading/names.h"
#include "reading/sentence.h"

/* A passage: the words as they stand, and where. `text` borrows from the document's words. */
typedef struct pp_i_passage {
    pp_text text;
    size_t byte_start, byte_end;     /* equal where there is none */
    uint32_t token_start, token_end; /* [start, end) in the sentence */
} pp_i_passage;

/* The same passage elsewhere. */
typedef struct pp_i_elsewhere {
    size_t report;
    size_t byte_start, byte_end;
} pp_i_elsewhere;

/* One report as it was read. Sentences that stood somewhere before have no tokens. */
typedef struct pp_i_report {
    pp_i_document *document;
    pp_i_sentence *sentences;
    size_t sentence_count;
    const pp_i_names *names;
    const size_t *actors; /* for each of names' entities, its index in the reading's actors */
} pp_i_report;

/* Somebody who is named: the entities of all reports, those of one key brought together. */
typedef struct pp_i_actor {
    pp_text name; /* the fullest form */
    const char *key;
    const char *code; /* ISO 3166-1 alpha-2 of a state, or null */
    pp_i_entity_kind kind;
    const pp_text *aliases;
    size_t alias_count;
    pp_text role;
    size_t party; /* the actor for whom this one finally speaks; itself where there is none */
    bool party_is_inferred; /* from a title and what stands around it: no report says so */
} pp_i_actor;

/* What "this proposal", "it", "he" or "which" stands for. */
typedef struct pp_i_antecedent {
    pp_text said;       /* the words that point: "this idea", "it"; empty: nothing points */
    pp_text text;       /* the words pointed to; empty where they are not known */
    size_t statement;   /* the statement pointed to, or PP_NONE */
    size_t actor;       /* the actor pointed to, or PP_NONE */
    unsigned certainty; /* 0 to 100 */
} pp_i_antecedent;

/* By what the words were recognised. */
typedef enum pp_i_pattern {
    PP_PATTERN_SUBJECT,   /* the speaker is a verb's or an adjective's subject */
    PP_PATTERN_BY,        /* "was dismissed by X" */
    PP_PATTERN_NOUN,      /* "X's demand for", "opposition from X" */
    PP_PATTERN_ACCORDING, /* "according to X", "in X's view" */
    PP_PATTERN_QUOTED,    /* words in quotation marks, also over sentences */
    PP_PATTERN_OPEN       /* no cue of the lexicon: somebody is subject of a verb with a clause */
} pp_i_pattern;

/* What binds a statement to its condition. */
typedef enum pp_i_marker {
    PP_MARKER_NONE,
    PP_MARKER_IF,     /* if, once, should: it may come about otherwise too */
    PP_MARKER_NEEDED, /* only if, provided that, contingent on, subject to: not without it */
    PP_MARKER_RETURN, /* in return for, in exchange for */
    PP_MARKER_UNLESS,
    PP_MARKER_UNTIL /* until, before */
} pp_i_marker;

/* What has no words of its own, so that content_from is what it is about: "Iceland accepted". */
typedef enum pp_i_bare {
    PP_BARE_NONE,
    PP_BARE_ANSWER, /* "accepted", "is opposed": the thing that was put forward */
    PP_BARE_VIEW,   /* "agrees": what was asked for, or what another holds */
    PP_BARE_SAME,   /* "neither does Iceland": what another does, or does not */
    PP_BARE_OTHER   /* "Iceland does not": the contrary of what another does */
} pp_i_bare;

typedef struct pp_i_said {
    size_t report, sentence;
    pp_text speaker;        /* as the text has it where it is a name; else the antecedent's name */
    size_t actor;           /* the speaker */
    size_t party;           /* the actor spoken for; the speaker where there is no other */
    bool party_is_inferred; /* this report does not say that the speaker speaks for it */
    pp_i_act act;
    pp_i_passage cue;       /* the words that say the act: "has already been dismissed by" */
    pp_i_passage content;   /* the words said */
    pp_i_passage quote;     /* the passage that shows who says what */
    pp_i_passage condition; /* "if talks falter", without the comma */
    pp_i_marker marker;     /* of the condition; NONE where there is none */
    pp_i_strength strength;
    bool hedged;      /* may, might, reportedly; strength is then never must */
    bool negated;     /* what is said is denied: "will not accept"; the act has taken it in */
    bool quoted;      /* the content is in quotation marks */
    bool former;      /* what was demanded, refused, ... before: "had originally sought" */
    bool dropped;     /* what the speaker lets go himself: "no longer seeks" */
    bool denies_fact; /* refuses nothing: "denied that it had broken the truce" */
    bool accuses;     /* asserted as somebody's fault: "accused them of walking away" */
    pp_i_bare bare;   /* content_from says all of what is said */
    pp_i_pattern pattern;
    pp_i_antecedent speaker_from; /* where the speaker is a pronoun or a description */
    pp_i_antecedent content_from; /* where the content points back */
    double confidence; /* in (0, 1): the share of such statements that are right (confidence.h) */
    const pp_i_elsewhere *also;
    size_t also_count;
} pp_i_said;

/* Something done, or judged by the narrator: no position. */
typedef struct pp_i_told {
    size_t report, sentence;
    pp_text actor_text; /* who did it; empty in a judgement */
    pp_text told_by;    /* who asserts it; empty where the report tells it itself */
    size_t actor, party;
    pp_i_passage cue; /* the words that say it: "launched", "remains precarious" */
    pp_i_passage quote;
} pp_i_told;

/* A condition that the text states, whoever states it: "support ... contingent upon X". */
typedef struct pp_i_conditional {
    size_t report, sentence;
    size_t statement;  /* the statement that it binds, or PP_NONE: the narrator's */
    pp_i_passage on;   /* what must hold: "broader peacekeeping developments" */
    pp_i_passage what; /* what depends on it; empty where the parse does not say */
    pp_i_marker marker;
} pp_i_conditional;

/* Does it hold unless, until or before, so that the contrary is its condition? */
static inline bool pp_i_marker_is_negative(pp_i_marker marker)
{
    return marker == PP_MARKER_UNLESS || marker == PP_MARKER_UNTIL;
}

/* As a person would say it. */
static inline const char *pp_i_marker_words(pp_i_marker marker)
{
    return pp_i_marker_is_negative(marker) ? "unless" : marker == PP_MARKER_IF ? "if" : "only if";
}

typedef struct pp_i_reading {
    const pp_i_report *reports;
    size_t report_count;
    const pp_i_actor *actors;
    size_t actor_count;
    const pp_i_said *statements; /* by report, then place */
    size_t statement_count;
    const pp_i_told *events;
    size_t event_count;
    const pp_i_told *judgements;
    size_t judgement_count;
    const pp_i_conditional *conditions;
    size_t condition_count;
    size_t sentence_count; /* of all reports, each once */
} pp_i_reading;

/*
 * Reads `documents` (as pp_i_document_read gives them; they must outlive the reading) together:
 * repeats are marked in this order, actors of one key are one. `repeats` may be null: then only
 * these documents are compared with one another; else document i is marked as `number_first` + i.
 * `control` may be null; cancel and the time limit are heard between sentences. Time linear in the
 * words. Errors: MEMORY, CANCELLED, LIMIT.
 */
pp_status pp_i_reading_make(const pp_i_language *language, pp_i_document *const *documents,
                            size_t document_count, pp_i_repeats *repeats, size_t number_first,
                            const pp_control *control, pp_i_arena *arena,
                            const pp_i_reading **reading, pp_error *error);

/* The same for documents that were marked before, document i as `number_first` + i: so that threads
 * may read documents that were marked together, in order. */
pp_status pp_i_reading_make_marked(const pp_i_language *language, pp_i_document *const *documents,
                                   size_t document_count, size_t number_first,
                                   const pp_control *control, pp_i_arena *arena,
                                   const pp_i_reading **reading, pp_error *error);

#endif
