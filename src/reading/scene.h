/*
 * scene.h: one sentence while its statements are looked for; shared by the parts of the extraction
 * and by nobody else.
 *
 * extract.c walks over the words; frame.c finds what is said, speaker.c who says it, refine.c what
 * the clause says about the act, strength.c how firmly, condition.c on what condition, speech.c
 * which words stand in quotation marks, reference.c what "this proposal" means. All ranges are
 * words of the sentence, [start, end).
 */
#ifndef PP_READING_SCENE_H
#define PP_READING_SCENE_H

#include "reading/clause.h"
#include "reading/cues.h"
#include "reading/statement.h"

enum { PP_SCENE_FIND_COUNT_MAX = 64 /* statements of one sentence; more are left out */ };

typedef struct pp_i_range {
    uint32_t start, end;
} pp_i_range;

/* Somebody who speaks, as the sentence has him. */
typedef struct pp_i_voice {
    uint32_t token;   /* PP_NO_HEAD: nobody */
    size_t mention;   /* of the report's names, or PP_NONE */
    size_t entity;    /* of the report's names, or PP_NONE */
    size_t principal; /* of a common noun, the entity to which it belongs, or PP_NONE */
    pp_i_range words; /* the words that name him */
    pp_text text;     /* the same */
    bool owns;        /* through his words: "X's remarks indicate" */
    bool named;       /* by a name or pronoun, not by a common noun alone */
    uint8_t shared;   /* one of those whom "both sides" means, so certainly; else 0 */
} pp_i_voice;

/* A statement in the making. */
typedef struct pp_i_find {
    uint32_t cue_head;
    pp_i_range cue, content, condition;
    uint8_t marker;        /* of the condition: pp_i_marker */
    pp_i_range judged;     /* the words that judge it, also outside of the content */
    uint32_t content_head; /* PP_NO_HEAD where there is none */
    pp_i_voice voice;
    uint8_t act, strength, pattern;
    bool hedged, negated, quoted;
    bool asserting; /* the cue only says that something is said */
    bool dropped;
    bool turned;     /* behind "but not": the opposite of what was said before */
    bool of_himself; /* what is said has the speaker as its subject */
    uint16_t frame;  /* the place that was filled */
    uint8_t bare;    /* pp_i_bare */
} pp_i_find;

/* The token of a voice that speaks in another sentence. */
#define PP_VOICE_ELSEWHERE (UINT32_MAX - 1)

/* Who speaks while quotation marks are open. */
typedef struct pp_i_open_quote {
    bool open;
    pp_i_voice voice; /* token is PP_NO_HEAD where not known yet */
    size_t voice_sentence;
    size_t paragraph;
    bool runs_on;        /* the paragraph before ended inside the quotation */
    pp_i_voice proposer; /* who proposed something last; token is 0 where nobody did */
    size_t proposed_in;  /* the sentence in which he did */
} pp_i_open_quote;

typedef struct pp_i_scene {
    const pp_i_cues *cues;
    const pp_i_report *report;
    size_t sentence;
    pp_i_tree tree;
    const uint8_t *quoted; /* for each word: 0, or the number of its quotation in the sentence */
    uint32_t quote_count;
    bool starts_inside; /* the first quotation began in a sentence before */
    pp_i_open_quote *open;
    pp_i_arena *scratch;
    bool no_memory;
    pp_i_find finds[PP_SCENE_FIND_COUNT_MAX];
    size_t find_count;
} pp_i_scene;

static inline bool pp_i_range_holds(pp_i_range range, uint32_t token)
{
    return token >= range.start && token < range.end;
}

static inline bool pp_i_range_is_empty(pp_i_range range)
{
    return range.start >= range.end;
}

/* Without punctuation and quotation marks at its ends. */
pp_i_range pp_i_range_trim(const pp_i_tree *tree, pp_i_range range);

/* The first word of a range, no mark or joint, that hangs on none of its words; else its start. */
uint32_t pp_i_range_top(const pp_i_tree *tree, pp_i_range range);

/* The words of a range, as they stand in the document. */
pp_text pp_i_scene_text(const pp_i_scene *scene, pp_i_range range);

/* speaker.c */
static inline pp_i_voice pp_i_voice_none(void)
{
    return (pp_i_voice){
        .token = PP_NO_HEAD, .mention = PP_NONE, .entity = PP_NONE, .principal = PP_NONE};
}
/* Whoever the noun or pronoun is, or to whom it belongs; nobody where it is a thing. */
pp_i_voice pp_i_voice_at(const pp_i_scene *scene, uint32_t token);
/* The speaker of a verb or adjective: its subject, in the passive the one behind "by". */
pp_i_voice pp_i_voice_of(const pp_i_scene *scene, uint32_t predicate);
/* Of a noun such as "demand": its owner, the one from whom it comes, or the subject of the verb
 * that carries it; `carrier` is that verb or PP_NO_HEAD. */
pp_i_voice pp_i_voice_of_noun(const pp_i_scene *scene, uint32_t noun, uint32_t *carrier);
/* The same, and where a thing acts, whose it is: "the army's tanks", "X-made". For events alone. */
pp_i_voice pp_i_voice_near(const pp_i_scene *scene, uint32_t token);
/* "the union", "the group": a side without its name, which may be the speaker's own. */
bool pp_i_voice_is_side(const pp_i_scene *scene, const pp_i_voice *voice);
/* "both delegations": the two who are meant; false where the report does not tell. */
bool pp_i_voice_pair(const pp_i_scene *scene, const pp_i_voice *voice, pp_i_voice pair[2]);
/* speaker_pair.c: the voice of one of several whom a description means, with such certainty. */
pp_i_voice pp_i_voice_of_several(const pp_i_names *names, const pp_i_voice *voice, size_t mention,
                                 uint8_t certainty);

/* speaker_several.c: "all three parties": as many as were named in one list; how many, or 0. */
enum { PP_VOICE_SEVERAL_MAX = 6 };
size_t pp_i_voice_several(const pp_i_scene *scene, const pp_i_voice *voice,
                          pp_i_voice several[PP_VOICE_SEVERAL_MAX]);
bool pp_i_voice_same(const pp_i_scene *scene, const pp_i_voice *a, const pp_i_voice *b);
/* "The chief executive said that the union wants": does `one` speak for another than `side`, as the
 * report tells? */
bool pp_i_voice_is_adversary(const pp_i_scene *scene, const pp_i_voice *one,
                             const pp_i_voice *side);
/* "The programme that it adopted calls for": where the sentence's verb was taken for the object of
 * the relative clause, the noun that is its subject, else PP_NO_HEAD. */
uint32_t pp_i_lost_verb_subject(const pp_i_tree *tree, uint32_t noun);
/* The verb to whose phrase the noun belongs as object, or as subject where it is intransitive. */
uint32_t pp_i_carrier(const pp_i_scene *scene, uint32_t noun);

/* "drew criticism from X": the word behind from, with, by or among; PP_NO_HEAD where the carrier
 * provokes nothing. */
uint32_t pp_i_provoker(const pp_i_tree *tree, uint32_t noun, uint32_t carrier);

/* frame.c: fills find->content, content_head, cue and frame; false where no place is filled. */
bool pp_i_frame_verb(const pp_i_scene *scene, const pp_i_cue *cue, pp_i_find *find);
bool pp_i_frame_noun(const pp_i_scene *scene, const pp_i_cue *cue, uint32_t carrier,
                     pp_i_find *find);
bool pp_i_frame_adjective(const pp_i_scene *scene, const pp_i_cue *cue, pp_i_find *find);
/* What the word judges, an adjective or a participle; null where it does not. */
const pp_i_judging *pp_i_frame_judging(const pp_i_scene *scene, uint32_t token);
/* The verb's particle ("out"), or PP_NO_HEAD. */
uint32_t pp_i_particle(const pp_i_tree *tree, uint32_t verb);
/* The words of a verb with its auxiliaries and negations. */
pp_i_range pp_i_verb_words(const pp_i_tree *tree, uint32_t verb);

/* The noun of "a step that it has vowed to block", or PP_NO_HEAD. */
uint32_t pp_i_relative_noun(const pp_i_tree *tree, uint32_t verb);

/* refine.c: the act, from what the content says; also turns the act of a denied cue. */
void pp_i_refine(const pp_i_scene *scene, pp_i_find *find);
void pp_i_refine_denied(const pp_i_scene *scene, pp_i_find *find);
/* Is it of force: strikes, sanctions, a boycott? Who weighs it, or does not rule it out, warns. */
bool pp_i_refine_is_forceful(const pp_i_tree *tree, pp_i_range range);
/* refine_thing.c: leaves of a clause that refuses or demands the thing itself: of "a delay would be
 * unacceptable" the delay. */
void pp_i_refine_thing(const pp_i_scene *scene, pp_i_find *find);
/* The act of "X is a red line": most things so called are refused. */
void pp_i_refine_red_line(const pp_i_tree *tree, pp_i_find *find, uint32_t thing);
/* Is what is said of it somebody, and nothing else: "supports Iceland", "praised him"? */
bool pp_i_refine_is_somebody(const pp_i_scene *scene, const pp_i_find *find);
/* What the denial of an act comes to: not to accept is to reject. */
uint8_t pp_i_refine_denied_act(uint8_t act);

/* past.c: is it what was demanded, refused, ... before: "had originally sought", "initially
 * refused"?
 */
bool pp_i_says_former(const pp_i_scene *scene, const pp_i_find *find);
/* Is it what somebody lets go himself: "no longer seeks", "dropped its claim for"? */
bool pp_i_says_dropped(const pp_i_scene *scene, const pp_i_find *find);
/* Is something denied that is said to have been done or to be so? It is no refusal of anything. */
bool pp_i_denies_fact(const pp_i_scene *scene, const pp_i_find *find);

/* strength.c */
void pp_i_strengthen(const pp_i_scene *scene, pp_i_find *find);

/* condition.c: the next condition in the sentence from word `*at` on. */
typedef struct pp_i_condition_words {
    pp_i_range on;    /* "talks falter" */
    pp_i_range whole; /* "if talks falter" */
    pp_i_range what;  /* what hangs on it; may be empty */
    pp_i_marker marker;
} pp_i_condition_words;
bool pp_i_condition_next(const pp_i_scene *scene, uint32_t *at, pp_i_condition_words *found);
/* Does the condition begin with somebody of these kinds, who then is to do something: "if Orvex
 * builds a dam", "if the union agrees"? `kind_max`: PP_ENTITY_BODY, or PP_ENTITY_GROUP too. */
bool pp_i_condition_begins_with(const pp_i_scene *scene, pp_i_range on, pp_i_entity_kind kind_max);

/* speech.c: which words are in quotation marks; false: no memory. Assigning keeps `scene->open` up
 * to date. */
bool pp_i_speech_mark(pp_i_scene *scene);
/* Gives quoted words to their speakers: changes finds, adds new ones. */
void pp_i_speech_assign(pp_i_scene *scene);

/* cut.c: takes off the content what belongs to other clauses. */
void pp_i_cut(const pp_i_scene *scene, pp_i_find *find);

/* Does "on the ground that" begin there? */
bool pp_i_says_ground(const pp_i_tree *tree, uint32_t on);

/* split.c: what is said with one cue, in parts where it is several things; at least one. */
enum { PP_SPLIT_COUNT_MAX = 6 };
size_t pp_i_split(const pp_i_tree *tree, const pp_i_find *find,
                  pp_i_find parts[PP_SPLIT_COUNT_MAX]);

/* split_things.c: the same for things, by their articles; 0 where there is one thing. */
size_t pp_i_split_things(const pp_i_tree *tree, const pp_i_find *find,
                         pp_i_find parts[PP_SPLIT_COUNT_MAX]);

/* The word of the range on which its others hang, a predicate first. */
uint32_t pp_i_split_head(const pp_i_tree *tree, pp_i_range range);

/* split_clause.c: "It can help, but it cannot replace it", "would lend but would not cancel": the
 * clause behind the joint, if it has a modal of its own; `first` then ends before it. False where
 * there is none. */
bool pp_i_split_clause(const pp_i_scene *scene, pp_i_find *first, pp_i_find *second);

/* "accepts a freeze but not redundancies", of a find whose act is known: what is not wanted is
 * `second`, and `first` ends before it. False where there is none. */
bool pp_i_split_but_not(const pp_i_tree *tree, pp_i_find *first, pp_i_find *second);

/* condition_bind.c: each condition finds its statement, which changes what that says and does. */
void pp_i_bind_conditions(pp_i_scene *scene);

/* merge.c: drops what is said twice, binds conditions. */
void pp_i_merge(pp_i_scene *scene);

/* extract.c: all statements of the sentence into scene->finds. */
void pp_i_extract(pp_i_scene *scene);
/* Completes a find (act, strength, where the content ends) and adds it; false where it says
 * nothing. */
bool pp_i_extract_finish(pp_i_scene *scene, pp_i_find *find);
/* The same for each of several speakers. */
void pp_i_extract_finish_all(pp_i_scene *scene, const pp_i_find *find);
/* Does the predicate stand under if, unless, until, whether: is it only thought? */
bool pp_i_extract_is_hypothetical(const pp_i_tree *tree, uint32_t predicate);

/* pattern.c: each looks at one word; the last says whether it found something. */
void pp_i_pattern_according(pp_i_scene *scene, uint32_t at);
void pp_i_pattern_will(pp_i_scene *scene, uint32_t verb);
/* "will boycott", "will cut aid", but not "will cut tariffs", which relieves. */
bool pp_i_is_hostile(const pp_i_tree *tree, uint32_t verb);
void pp_i_pattern_received(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_against(pp_i_scene *scene, uint32_t at);
bool pp_i_pattern_judged_to(pp_i_scene *scene, uint32_t adjective);

/* pattern_clauses.c: the same. */
void pp_i_pattern_view(pp_i_scene *scene, uint32_t noun);
void pp_i_pattern_cleft(pp_i_scene *scene, uint32_t what);
void pp_i_pattern_contingent(pp_i_scene *scene, uint32_t word);
void pp_i_pattern_under(pp_i_scene *scene);
void pp_i_pattern_ground(pp_i_scene *scene, uint32_t on);
void pp_i_pattern_would(pp_i_scene *scene, uint32_t verb);

/* pattern_others.c: the same. */
void pp_i_pattern_gave(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_for(pp_i_scene *scene);
void pp_i_pattern_for_which(pp_i_scene *scene, uint32_t at);
void pp_i_pattern_as_do(pp_i_scene *scene);
void pp_i_pattern_put_at(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_reached(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_is_to(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_as_demanded(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_aside(pp_i_scene *scene, uint32_t noun);

/* pattern_answers.c: the same. */
void pp_i_pattern_answer(pp_i_scene *scene, uint32_t colon);
void pp_i_pattern_response(pp_i_scene *scene, uint32_t noun);
void pp_i_pattern_put(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_what_called(pp_i_scene *scene, uint32_t what);

/* pattern_bare.c: the same. */
void pp_i_pattern_bare(pp_i_scene *scene, uint32_t word);
/* Takes it off what others say: "demanded a pause and Iceland agreed". */
void pp_i_pattern_bare_cut(pp_i_scene *scene);
/* What a verb says that has nothing behind it: "agreed", "it would accept"; pp_i_bare. */
uint8_t pp_i_bare_of(const pp_i_scene *scene, const pp_i_find *find);

/* pattern_felt.c: the same. */
void pp_i_pattern_felt(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_term_of(pp_i_scene *scene, uint32_t noun);
void pp_i_pattern_one_of(pp_i_scene *scene, uint32_t noun);
void pp_i_pattern_greeted(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_tied(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_sees_in(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_notice(pp_i_scene *scene, uint32_t notice);

/* pattern_idioms.c: the same. */
void pp_i_pattern_on_table(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_hear_of(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_no_objection(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_added(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_parted(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_none_of(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_word_given(pp_i_scene *scene, uint32_t verb);

/* pattern_terms.c: the same. */
void pp_i_pattern_terms(pp_i_scene *scene, uint32_t noun);
void pp_i_pattern_made_term(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_ultimatum(pp_i_scene *scene, uint32_t verb);
void pp_i_pattern_includes(pp_i_scene *scene, uint32_t verb);

/* pattern_shallow.c: the same, without the parse. */
void pp_i_pattern_shallow(pp_i_scene *scene, uint32_t verb);

/* Adds one; null where there is no room. */
pp_i_find *pp_i_scene_add(pp_i_scene *scene, const pp_i_find *find);

/* Is the word the head of a cue that was found already? */
bool pp_i_scene_has_cue(const pp_i_scene *scene, uint32_t head);

/* evidence_words.c: who says it, the cue, what is said and on what condition, to the clause's end.
 */
pp_i_range pp_i_evidence(const pp_i_scene *scene, const pp_i_find *find);
/* The words of a range with their place; empty where the range is. */
pp_i_passage pp_i_passage_of(const pp_i_scene *scene, pp_i_range range);

/* events.c: what was done, and what the narrator judges, where the sentence says no statement. */
typedef struct pp_i_tale {
    bool is_judgement;
    pp_i_voice voice;
    size_t find; /* of scene->finds, the statement that asserts it; PP_NONE: the report itself */
    pp_i_range cue;
    pp_i_range quote;
} pp_i_tale;
size_t pp_i_events_find(const pp_i_scene *scene, pp_i_tale *tales, size_t most);

#endif
