/*
 * reparse_clauses.c: where a sentence is cut before it is parsed: at semicolons and colons between
 * clauses, and before what goes on about something that was said ("..., an idea that X rejects");
 * see reparse.h.
 */
#include "reading/mend.h"
#include "reading/reparse_parts.h"

#include <string.h>

#include "reading/cues.h"

enum { CLAUSE_BYTE_COUNT_MIN = 24, JOINED_WORD_COUNT_MAX = 14, JOINT_TRY_COUNT_MAX = 2 };

/* Behind such a word a colon leads to what it announces. */
#define ANNOUNCING                                                                                 \
    "said says say saying added adds wrote writes asked asks warned told put clear simple plain "  \
    "this these following same demand demands condition conditions question questions thing "      \
    "things point points answer message view position reason option options way ways issue "       \
    "issues matter matters proposal proposals request line request problem third second first"

/* Where a colon stands between two stretches that could be clauses, how long the first is with it;
 * else 0. */
static size_t colon_length(pp_text text)
{
    size_t at = 0;
    while (at < text.length && text.data[at] != ':' && text.data[at] != '(' &&
           text.data[at] != '"' && text.data[at] != ';') {
        at++;
    }
    if (at < CLAUSE_BYTE_COUNT_MIN || at + CLAUSE_BYTE_COUNT_MIN > text.length ||
        text.data[at] != ':' || text.data[at + 1] != ' ') {
        return 0;
    }
    size_t start = at;
    while (start > 0 && text.data[start - 1] != ' ') {
        start--;
    }
    bool letter = (text.data[at + 2] | 32) >= 'a' && (text.data[at + 2] | 32) <= 'z';
    bool announces = pp_i_first_word_in((pp_text){text.data + start, at - start}, ANNOUNCING);
    return letter && !announces ? at + 1 : 0;
}

/* What ", an idea that nobody backs" begins with, besides PP_CUE_POINTERS: something said, called
 * by what it is. */
#define NAMED_SO                                                                                   \
    "figure date something answer linkage sequence label contention timetable clause target"

/* What may stand behind such a noun where more is said about it. */
static bool goes_on_about(pp_text rest)
{
    size_t length = 0;
    while (length < rest.length && rest.data[length] != ' ' && rest.data[length] != ',') {
        length++;
    }
    pp_text word = {rest.data, length};
    bool capital = length > 1 && pp_i_has_capital(word);
    bool participle = length > 4 && memcmp(word.data + length - 2, "ed", 2) == 0;
    return capital || participle ||
           pp_i_word_in(word, "that which both to from on about with by the it they he she its his "
                              "her their many few "
                              "several some no one neither also first last long quickly swiftly "
                              "promptly immediately widely later now still");
}

/* Where ", a demand that X has refused" stands behind what could be a clause, how long that is with
 * the comma; else 0. */
static size_t comment_length(pp_text text)
{
    for (size_t i = CLAUSE_BYTE_COUNT_MIN; i + CLAUSE_BYTE_COUNT_MIN < text.length; i++) {
        if (text.data[i] == '"' || text.data[i] == '(' || text.data[i] == ';') {
            return 0;
        }
        bool article = text.data[i] == ',' && memcmp(text.data + i, ", a", 3) == 0;
        size_t start = i + 3 + (article && text.data[i + 3] == 'n');
        if (!article || text.data[start] != ' ') {
            continue;
        }
        size_t end = ++start;
        while (end < text.length && text.data[end] >= 'a' && text.data[end] <= 'z') {
            end++;
        }
        pp_text noun = {text.data + start, end - start};
        bool names = pp_i_word_in(noun, PP_CUE_POINTERS) || pp_i_word_in(noun, NAMED_SO);
        if (names && end + 4 < text.length && memcmp(text.data + end, " of ", 4) == 0) {
            end += 4; /* "a hint of flexibility" */
            while (end < text.length && text.data[end] != ' ') {
                end++;
            }
        }
        if (names && end + 1 < text.length && text.data[end] == ' ' &&
            goes_on_about((pp_text){text.data + end + 1, text.length - end - 1})) {
            return i + 1;
        }
    }
    return 0;
}

/* A clause with a subject of its own. */
static bool is_clause(const pp_i_sentence *sentence)
{
    uint32_t root = pp_i_sentence_root(sentence);
    return root < sentence->token_count &&
           pp_i_sentence_has_before(sentence, root, PP_REL_NSUBJ, root) &&
           (sentence->tokens[root].tag == PP_TAG_VERB ||
            pp_i_sentence_has_before(sentence, root, PP_REL_COP, root));
}

/* --- Clauses joined by a word ---------------------------------------------------------------- */

static const char *const joints[] = {", while ", ", whereas ", ", although ", ", though ",
                                     ", but ",   ", and ",     ", yet "};

/* The length of a joint at the text's start, or 0; ", but only if" goes on with what was said. */
static size_t joint_at(pp_text text)
{
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t length = strlen(joints[i]);
        if (text.length > length && memcmp(text.data, joints[i], length) == 0) {
            pp_text rest = {text.data + length, text.length - length};
            return pp_i_first_word_in(rest, "only if unless provided until once") ? 0 : length;
        }
    }
    return 0;
}

/* Could the word be a verb of the lexicon, by its letters? */
static bool may_say(const pp_i_cues *cues, pp_text word)
{
    static const size_t ends[] = {0, 1, 2};
    const pp_i_cue *found[1];
    if (pp_i_word_in(word, "said told sought held found saw made put left")) {
        return true;
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        bool bent = i == 0 || (word.length > 3 && (word.data[word.length - 1] == 's' ||
                                                   word.data[word.length - 1] == 'd'));
        if (bent && word.length > ends[i] &&
            pp_i_cues_find(cues, PP_CUE_VERB, (pp_text){word.data, word.length - ends[i]}, found,
                           1) > 0) {
            return true;
        }
    }
    return false;
}

/* Does one of the next words look like a verb of the lexicon? */
static bool may_have_cue(const pp_i_cues *cues, pp_text text)
{
    size_t at = 0;
    for (int words = 0; words < JOINED_WORD_COUNT_MAX && at < text.length; words++) {
        size_t end = at;
        while (end < text.length && text.data[end] != ' ') {
            end++;
        }
        if (words > 0 && may_say(cues, (pp_text){text.data + at, end - at})) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

/* Is it a clause in which somebody named by a noun says something? */
static bool says_something(const pp_i_cues *cues, const pp_i_sentence *sentence)
{
    uint32_t root = pp_i_sentence_root(sentence);
    const pp_i_cue *found[1];
    if (root >= sentence->token_count ||
        pp_i_cues_find(cues, PP_CUE_VERB, sentence->tokens[root].lemma, found, 1) == 0) {
        return false;
    }
    for (uint32_t i = 0; i < root; i++) {
        const pp_i_token *token = &sentence->tokens[i];
        if (token->head == root && token->relation == PP_REL_NSUBJ &&
            (token->tag == PP_TAG_PROPN || token->tag == PP_TAG_NOUN)) {
            return true;
        }
    }
    return false;
}

/* Whether the text is a clause; with `cues`, one in which somebody says something. */
static pp_status stands_alone(const pp_i_language *language, const pp_i_cues *cues, pp_text text,
                              pp_i_arena *arena, bool *alone, pp_error *error)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(arena);
    pp_i_sentence sentence = {0};
    pp_status status = pp_i_sentence_analyse(language, text, 0, 0, arena, &sentence, NULL, error);
    status = status == PP_OK ? pp_i_reparse(language, arena, &sentence, error) : status;
    if (status == PP_OK) {
        pp_i_mend(&sentence);
    }
    *alone = status == PP_OK && is_clause(&sentence) &&
             (cues == NULL || says_something(cues, &sentence));
    pp_i_arena_rewind(arena, mark);
    return status;
}

static size_t semicolon_length(pp_text text)
{
    for (size_t i = 0; i < text.length && text.data[i] != ':' && text.data[i] != '('; i++) {
        if (text.data[i] == ';' && i >= CLAUSE_BYTE_COUNT_MIN &&
            text.length - i > CLAUSE_BYTE_COUNT_MIN && text.data[i + 1] == ' ') {
            return i + 1;
        }
    }
    return text.length;
}

/* Shortens `*length` to the first clause, where another speaker's follows with a joint, which fills
 * the `*gap`. */
static pp_status cut_at_joint(const pp_i_language *language, pp_text text, pp_i_arena *arena,
                              size_t *length, size_t *gap, pp_error *error)
{
    const pp_i_cues *cues = pp_i_language_cues(language);
    pp_status status = PP_OK;
    int tries = 0;
    for (size_t i = 1; i + CLAUSE_BYTE_COUNT_MIN < *length && status == PP_OK; i++) {
        bool opens = i + 3 < *length && (memcmp(text.data + i, "\xE2\x80\x9C", 3) == 0 ||
                                         memcmp(text.data + i, "\xE2\x80\x98", 3) == 0);
        if (text.data[i] == '"' || text.data[i] == '(' || text.data[i] == ':' || opens) {
            return PP_OK; /* quotations and brackets are left whole */
        }
        size_t joint = joint_at((pp_text){text.data + i, *length - i});
        if (joint == 0 || i < CLAUSE_BYTE_COUNT_MIN || tries == JOINT_TRY_COUNT_MAX) {
            continue;
        }
        pp_text rest = {text.data + i + joint, *length - i - joint};
        bool says = false, alone = false;
        if (may_have_cue(cues, rest)) {
            status = stands_alone(language, cues, rest, arena, &says, error);
            tries++;
        }
        if (says && status == PP_OK) {
            status = stands_alone(language, NULL, (pp_text){text.data, i}, arena, &alone, error);
        }
        if (alone) {
            *length = i + 1;
            *gap = joint - 1;
        }
    }
    return status;
}

pp_status pp_i_reparse_clause_length(const pp_i_language *language, pp_text text, pp_i_arena *arena,
                                     size_t *length, size_t *gap, pp_error *error)
{
    bool alone = false;
    pp_status status = PP_OK;
    *gap = 0;
    size_t colon = colon_length(text);
    *length = semicolon_length(text);
    if (colon > 0) {
        pp_text rest = {text.data + colon, text.length - colon};
        rest.length = semicolon_length(rest);
        status = stands_alone(language, NULL, rest, arena, &alone, error);
        *length = alone ? colon : *length;
    }
    size_t comment = comment_length((pp_text){text.data, *length});
    if (comment > 0 && status == PP_OK) {
        status = stands_alone(language, NULL, (pp_text){text.data, comment}, arena, &alone, error);
        *length = alone ? comment : *length;
    }
    return status == PP_OK ? cut_at_joint(language, text, arena, length, gap, error) : status;
}
