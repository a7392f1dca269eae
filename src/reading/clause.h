/*
 * clause.h: asking the parse of one sentence: whose words hang on which, who is subject, what is
 * passive, denied, or made weaker by a modal.
 *
 *     pp_i_tree_make(&sentence, arena, &tree);          // once a sentence
 *     uint32_t subject = pp_i_tree_subject(&tree, verb, &inherited);
 *
 * The parse is trusted only as far as a parser can be: where a word that must be there is missing,
 * some questions fall back on the order of the words, and say so in their comment.
 */
#ifndef PP_READING_CLAUSE_H
#define PP_READING_CLAUSE_H

#include "base/arena.h"
#include "reading/sentence.h"

typedef struct pp_i_tree {
    const pp_i_token *tokens;
    uint32_t count;
    uint32_t *first_child; /* in order of the words; PP_NO_HEAD where there is none */
    uint32_t *next_sibling;
    uint32_t *start; /* of each word's subtree, the leftmost word */
    uint32_t *end;   /* after the rightmost */
} pp_i_tree;

/* False where memory has run out. Linear. */
bool pp_i_tree_make(const pp_i_sentence *sentence, pp_i_arena *arena, pp_i_tree *tree);

/* Is `text` one of the words of `list`, "one two three"? */
bool pp_i_word_in(pp_text text, const char *list);

/* Is any of the words of `text`, as blanks part them, in the list? */
bool pp_i_any_word_in(pp_text text, const char *list);

/* Is the first word of `text` in the list? The first letter's case does not count. */
bool pp_i_first_word_in(pp_text text, const char *list);

static inline bool pp_i_tree_is(const pp_i_tree *tree, uint32_t token, const char *lemma)
{
    return token < tree->count && pp_i_text_is(tree->tokens[token].lemma, lemma);
}

static inline bool pp_i_tree_in(const pp_i_tree *tree, uint32_t token, const char *lemmas)
{
    return token < tree->count && pp_i_word_in(tree->tokens[token].lemma, lemmas);
}

static inline bool pp_i_tree_tagged(const pp_i_tree *tree, uint32_t token, pp_i_tag tag)
{
    return token < tree->count && tree->tokens[token].tag == tag;
}

/* The first child of `head` with the relation, or with one of the lemmas, or PP_NO_HEAD. */
uint32_t pp_i_tree_child(const pp_i_tree *tree, uint32_t head, pp_i_relation relation);
uint32_t pp_i_tree_child_in(const pp_i_tree *tree, uint32_t head, const char *lemmas);

/* The word that introduces `token`: its first case or mark, or PP_NO_HEAD. */
uint32_t pp_i_tree_case(const pp_i_tree *tree, uint32_t token);

/* The first child that is an obl, nmod or the like behind one of these prepositions. */
uint32_t pp_i_tree_behind(const pp_i_tree *tree, uint32_t head, const char *prepositions);

/* Nouns that say when. */
#define PP_TIME_NOUNS                                                                              \
    "monday tuesday wednesday thursday friday saturday sunday today yesterday "                    \
    "tomorrow week month year morning evening night day hour weekend time"

/* Is `below` in the subtree of `above`? */
static inline bool pp_i_tree_holds(const pp_i_tree *tree, uint32_t above, uint32_t below)
{
    return below >= tree->start[above] && below < tree->end[above];
}

/* A verb in the passive voice, or a past participle that modifies a noun ("made by"). */
bool pp_i_tree_is_passive(const pp_i_tree *tree, uint32_t verb);

/* Who did it in the passive: the noun behind "by", or PP_NO_HEAD. */
uint32_t pp_i_tree_agent(const pp_i_tree *tree, uint32_t verb);

/*
 * The subject of a verb, an adjective or a predicate noun: its own, or that of the clause on which
 * it hangs as a participle, an infinitive or a conjunct; for a relative clause the relative
 * pronoun; for a participle behind a noun that noun. PP_NO_HEAD where there is none. `inherited`
 * (may be null) says that it is not its own.
 */
uint32_t pp_i_tree_subject(const pp_i_tree *tree, uint32_t predicate, bool *inherited);

/* Is the word the "no" of "no more than 12", which denies nothing but sets a bound? */
bool pp_i_sets_bound(const pp_i_token *tokens, uint32_t count, uint32_t at);

/* not, never, no longer, hardly, "no" as its object's or subject's article, neither. */
bool pp_i_tree_is_negated(const pp_i_tree *tree, uint32_t predicate);

/* "never", "under no circumstances". */
bool pp_i_tree_is_never(const pp_i_tree *tree, uint32_t predicate);

/* The first of a predicate's auxiliaries that is one of the lemmas, or PP_NO_HEAD; 'll and wo are
 * will, ca is can. */
uint32_t pp_i_tree_modal(const pp_i_tree *tree, uint32_t predicate, const char *modals);

/* Does the token's form end so? ASCII, without case. */
bool pp_i_token_ends(const pp_i_token *token, const char *ending);

#endif
