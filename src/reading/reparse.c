/* reparse.c: see reparse.h. Here: the steps, and a plain verb for one that is a noun too. */
#include "reading/lexical.h"
#include "reading/reparse_parts.h"

#include <string.h>

#include "base/error.h"

enum { REWORD_COUNT_MAX = 2 };

/* Verbs whose third person or plain form is a noun as well. */
#define AMBIGUOUS                                                                                  \
    "back bar block call caution claim counter demand desire doubt dispute fear favour favor "     \
    "hail "                                                                                        \
    "hint hold hope object offer permit plan pledge press promise protest push question rebuke "   \
    "regard regret request resent rule seek shun signal support urge value veto view voice vow "   \
    "want warn welcome face query stress note claim back insist expect retort reply counter "      \
    "vouch see amount rest centre center focus worry complain point attribute"

/* What stands for such a verb, by the word behind it. */
static const struct {
    const char *next, *third, *plain, *past;
} STAND_INS[] = {{"that whether if how", "believes", "believe", "believed"},
                 {"to", "wants", "want", "wanted"},
                 {"out off down up", "takes", "take", "took"},
                 {"for on against with upon at", "looks", "look", "looked"},
                 {"being", "avoids", "avoid", "avoided"},
                 {"", "rejects", "reject", "rejected"}};

/* How a verb ends. */
typedef enum ending { PLAIN, THIRD, PAST } ending;

bool pp_i_reparse_is_bound(const pp_i_token *token)
{
    return pp_i_word_in(token->form, "\" \xE2\x80\x9C \xE2\x80\x9D : ;");
}

/* Without the s of the third person. */
static pp_text plain_form(const pp_i_token *word)
{
    pp_text form = word->form;
    form.length -=
        form.length > 3 && form.data[form.length - 1] == 's' && form.data[form.length - 2] != 's';
    return form;
}

/* A noun by its tag that may be a verb. */
static bool is_ambiguous(const pp_i_token *word)
{
    bool noun = word->tag == PP_TAG_NOUN || word->tag == PP_TAG_ADJ;
    return noun && word->form.length > 0 && word->form.data[0] >= 'a' &&
           pp_i_word_in(plain_form(word), AMBIGUOUS);
}

static pp_text stand_in(const pp_i_token *next, ending how)
{
    if (how == PAST && next->tag == PP_TAG_NOUN) {
        return PP_TEXT("had"); /* "voiced concern": what can be no attribute */
    }
    size_t i = next->tag == PP_TAG_DET ? 1 : 0; /* "regards that clause as" */
    while (STAND_INS[i].next[0] != '\0' && !pp_i_word_in(next->form, STAND_INS[i].next)) {
        i++;
    }
    return pp_i_text_of(how == THIRD  ? STAND_INS[i].third
                        : how == PAST ? STAND_INS[i].past
                                      : STAND_INS[i].plain);
}

/* "on 14 May", which the parser may take for the verb. */
static bool is_month(const pp_i_sentence *sentence, size_t at)
{
    const pp_i_token *before = &sentence->tokens[at - 1];
    return pp_i_text_is(sentence->tokens[at].form, "May") &&
           ((before->form.length > 0 && before->form.data[0] >= '0' &&
             before->form.data[0] <= '9') ||
            pp_i_word_in(before->form, "in of by since until last next"));
}

pp_status pp_i_reparse_without(const pp_i_language *language, pp_i_arena *arena,
                               const pp_i_sentence *sentence, pp_i_stretch out, pp_i_sentence *rest,
                               pp_error *error)
{
    size_t count = sentence->token_count - (out.end - out.start);
    pp_i_token *tokens = PP_NEW_ARRAY(arena, pp_i_token, count);
    if (tokens == NULL) {
        return pp_i_fail_memory(error);
    }
    memcpy(tokens, sentence->tokens, out.start * sizeof *tokens);
    memcpy(tokens + out.start, sentence->tokens + out.end, (count - out.start) * sizeof *tokens);
    *rest =
        (pp_i_sentence){.tokens = tokens, .token_count = count, .paragraph = sentence->paragraph};
    uint64_t months = 0; /* a bit for each of the first words that is one */
    for (size_t i = 1; i < count && i < 64; i++) {
        if (is_month(rest, i)) {
            tokens[i].form = PP_TEXT("June");
            months |= (uint64_t)1 << i;
        }
    }
    pp_i_token word = {0};
    bool behind = out.end > out.start && out.start > 0 && out.start + 2 < count &&
                  is_ambiguous(&tokens[out.start]);
    if (behind) { /* "The council, whose members ..., favors" */
        word = tokens[out.start];
        bool third = plain_form(&word).length < word.form.length;
        tokens[out.start].form = stand_in(&tokens[out.start + 1], third ? THIRD : PLAIN);
    }
    pp_status status = pp_i_sentence_parse(language, arena, rest, error);
    if (behind) {
        tokens[out.start].form = word.form;
        tokens[out.start].lemma = plain_form(&word);
    }
    for (size_t i = 1; i < count && i < 64 && status == PP_OK; i++) {
        if ((months >> i & 1) != 0) {
            tokens[i].form = PP_TEXT("May");
            tokens[i].lemma = PP_TEXT("may");
        }
    }
    return status;
}

/* Is the sentence's root no verb: "Gulf states, fearful of it, favor a deal"? */
static bool has_no_verb(const pp_i_sentence *sentence)
{
    uint32_t root = pp_i_sentence_root(sentence);
    return root >= sentence->token_count || sentence->tokens[root].tag != PP_TAG_VERB;
}

static bool is_taken_for_noun(const pp_i_token *word)
{
    return word->tag == PP_TAG_NOUN || word->tag == PP_TAG_ADJ || word->tag == PP_TAG_PROPN ||
           (word->tag == PP_TAG_ADV && pp_i_word_in(word->form, "back doubt"));
}

/* Stands the word where a verb would, behind what could be its subject? */
static bool follows_noun(const pp_i_sentence *sentence, uint32_t at)
{
    uint8_t before = sentence->tokens[at - 1].tag;
    bool no_longer = at > 2 && pp_i_text_is(sentence->tokens[at - 1].form, "longer") &&
                     pp_i_text_is(sentence->tokens[at - 2].form, "no");
    return no_longer || before == PP_TAG_NOUN || before == PP_TAG_PROPN || before == PP_TAG_PRON ||
           before == PP_TAG_ADV || pp_i_reparse_is_comma(sentence, at - 1);
}

/* Can the word, taken for a noun, be the verb of what stands before and behind it? */
static bool may_be_verb(const pp_i_sentence *sentence, uint32_t at, bool *third)
{
    const pp_i_token *tokens = sentence->tokens, *word = &tokens[at];
    uint8_t before = tokens[at - 1].tag, behind = tokens[at + 1].tag;
    pp_text plain = plain_form(word);
    if (!is_taken_for_noun(word) || !pp_i_word_in(plain, AMBIGUOUS)) {
        return false;
    }
    *third = plain.length < word->form.length;
    if (!*third && before == PP_TAG_AUX &&
        pp_i_word_in(tokens[at - 1].form, "will would can could should must may might") &&
        behind != PP_TAG_PUNCT) {
        return true; /* "would amount to" */
    }
    bool lead = pp_i_reparse_is_comma(sentence, at - 1) && has_no_verb(sentence);
    bool only = before == PP_TAG_ADV && has_no_verb(sentence); /* "A and B now back it" */
    bool phrase = at > 3 &&
                  pp_i_token_ends(&tokens[at - 3], "s") && /* "villagers in Batken worry" */
                  tokens[at - 2].tag == PP_TAG_ADP && tokens[at - 3].tag == PP_TAG_NOUN &&
                  pp_i_text_is(tokens[at + 1].form, "that");
    bool several = !*third && (pp_i_token_ends(&tokens[at - 1], "s") || lead || only || phrase);
    bool doubts =
        before == PP_TAG_CCONJ && ((pp_i_text_is(word->form, "doubt") &&
                                    pp_i_word_in(tokens[at + 1].form, "whether that if")) ||
                                   (pp_i_text_is(word->form, "sees") &&
                                    pp_i_word_in(tokens[at + 1].form, "in it the no little")));
    bool follows = follows_noun(sentence, at) || doubts; /* "support it but doubt whether" */
    several = several || doubts;
    bool takes = behind == PP_TAG_DET || behind == PP_TAG_PRON || behind == PP_TAG_PROPN ||
                 behind == PP_TAG_NUM || behind == PP_TAG_ADJ || behind == PP_TAG_SCONJ ||
                 behind == PP_TAG_ADP || behind == PP_TAG_PART || behind == PP_TAG_ADV;
    bool owned =
        before == PP_TAG_PRON && tokens[at - 1].relation == PP_REL_NMOD; /* "its demands" */
    uint32_t head = word->head;
    bool place = head != PP_NO_HEAD && tokens[head].tag == PP_TAG_VERB && head != at - 1 &&
                 (word->relation == PP_REL_NSUBJ || word->relation == PP_REL_OBJ);
    bool thing =
        behind == PP_TAG_NOUN || (behind == PP_TAG_VERB && pp_i_token_ends(&tokens[at + 1], "ing"));
    bool keeps = behind == PP_TAG_VERB &&
                 pp_i_token_ends(&tokens[at + 1], "ing") && /* "favor keeping" */
                 pp_i_word_in(plain, "favour favor support back oppose suggest");
    takes = takes || keeps || (thing && *third && pp_i_reparse_is_comma(sentence, at - 1));
    if (pp_i_text_is(tokens[at + 1].form, "being") && *third && before != PP_TAG_PUNCT) {
        return follows; /* "fears being left out" */
    }
    return (*third || several) && follows && takes && !owned && !place;
}

/* "That condition drew criticism": a word that can only be a verb, and one of the past, but was
 * taken for a noun. */
static bool must_be_verb(const pp_i_language *language, const pp_i_sentence *sentence, uint32_t at)
{
    const pp_i_token *word = &sentence->tokens[at];
    bool attribute = word->tag == PP_TAG_VERB && word->relation == PP_REL_AMOD && at > 1 &&
                     sentence->tokens[at - 1].tag != PP_TAG_DET &&
                     (has_no_verb(sentence) || pp_i_word_in(word->form, "voiced aired"));
    bool follows = follows_noun(sentence, at) || /* "an official voiced concern" */
                   (attribute && sentence->tokens[at - 1].tag == PP_TAG_ADJ) ||
                   (word->relation == PP_REL_AMOD && /* "has voiced concern" */
                    pp_i_word_in(sentence->tokens[at - 1].lemma, "have"));
    bool joined = word->relation == PP_REL_AMOD && /* "credited it and expressed doubt about" */
                  sentence->tokens[at - 1].tag == PP_TAG_CCONJ &&
                  pp_i_word_in(word->form, "voiced expressed raised reiterated renewed repeated");
    follows = follows || joined;
    attribute = attribute || joined;
    if (!(is_taken_for_noun(word) || attribute) || !follows || word->form.length < 3 ||
        word->form.data[0] < 'a' || word->form.data[0] > 'z' ||
        word->form.data[word->form.length - 1] == 's' || pp_i_token_ends(word, "ing")) {
        return false;
    }
    return pp_i_word_in(word->form, "voiced expressed raised labelled labeled") ||
           pp_i_language_is_bent_verb(language, word->form);
}

static pp_status try_reworded(const pp_i_language *language, pp_i_arena *arena,
                              pp_i_sentence *sentence, uint32_t at, ending how, pp_error *error)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(arena);
    pp_i_sentence other;
    pp_i_token word = sentence->tokens[at];
    sentence->tokens[at].form = stand_in(&sentence->tokens[at + 1], how);
    pp_status status =
        pp_i_reparse_without(language, arena, sentence, (pp_i_stretch){0, 0}, &other, error);
    sentence->tokens[at] = word;
    bool joined = sentence->tokens[at - 1].tag == PP_TAG_CCONJ && status == PP_OK &&
                  other.tokens[at].relation == PP_REL_CONJ; /* "but doubt whether" */
    if (status == PP_OK && other.tokens[at].tag == PP_TAG_VERB &&
        (joined || pp_i_sentence_has_before(&other, at, PP_REL_NSUBJ, at))) {
        other.tokens[at].form = word.form;
        other.tokens[at].lemma =
            how == PAST ? pp_i_language_past_lemma(language, word.form, arena) : plain_form(&word);
        memcpy(sentence->tokens, other.tokens, other.token_count * sizeof *other.tokens);
    } else {
        pp_i_arena_rewind(arena, mark);
    }
    return status;
}

/* "Delegates from 43 countries lined up": people at the start, taken for the verb. */
static pp_status try_people(const pp_i_language *language, pp_i_arena *arena,
                            pp_i_sentence *sentence, pp_error *error)
{
    pp_i_token word = sentence->tokens[0];
    pp_i_sentence other;
    pp_text lemma = plain_form(&word);
    char small[32];
    if (sentence->token_count < 5 || word.tag != PP_TAG_VERB || lemma.length >= sizeof small ||
        lemma.length == word.form.length || sentence->tokens[1].tag != PP_TAG_ADP) {
        return PP_OK;
    }
    memcpy(small, lemma.data, lemma.length);
    small[0] = (char)(small[0] | 0x20);
    if (!pp_i_lexical_is_person((pp_text){small, lemma.length})) {
        return PP_OK;
    }
    sentence->tokens[0].form = PP_TEXT("Ministers");
    pp_status status =
        pp_i_reparse_without(language, arena, sentence, (pp_i_stretch){0, 0}, &other, error);
    sentence->tokens[0] = word;
    if (status == PP_OK && other.tokens[0].tag == PP_TAG_NOUN) {
        other.tokens[0].form = word.form;
        other.tokens[0].lemma = lemma;
        memcpy(sentence->tokens, other.tokens, other.token_count * sizeof *other.tokens);
    }
    return status;
}

/* Where the month was taken for the verb. */
static pp_status try_month(const pp_i_language *language, pp_i_arena *arena,
                           pp_i_sentence *sentence, pp_error *error)
{
    pp_i_sentence other;
    pp_status status =
        pp_i_reparse_without(language, arena, sentence, (pp_i_stretch){0, 0}, &other, error);
    if (status == PP_OK) {
        memcpy(sentence->tokens, other.tokens, other.token_count * sizeof *other.tokens);
    }
    return status;
}

static pp_status reword(const pp_i_language *language, pp_i_arena *arena, pp_i_sentence *sentence,
                        pp_error *error)
{
    pp_status status = PP_OK;
    int tries = 0;
    bool third;
    for (uint32_t i = 1; i + 2 < sentence->token_count && tries < REWORD_COUNT_MAX; i++) {
        if (sentence->tokens[i].tag == PP_TAG_AUX && is_month(sentence, i) && status == PP_OK) {
            status = try_month(language, arena, sentence, error);
            tries++;
        }
        if (may_be_verb(sentence, i, &third) && status == PP_OK) {
            status = try_reworded(language, arena, sentence, i, third ? THIRD : PLAIN, error);
            tries++;
        } else if (must_be_verb(language, sentence, i) && status == PP_OK) {
            status = try_reworded(language, arena, sentence, i, PAST, error);
            tries++;
        }
    }
    return status;
}

pp_status pp_i_reparse(const pp_i_language *language, pp_i_arena *arena, pp_i_sentence *sentence,
                       pp_error *error)
{
    pp_status status = pp_i_reparse_names(language, arena, sentence, error);
    status = status == PP_OK ? try_people(language, arena, sentence, error) : status;
    status = status == PP_OK ? reword(language, arena, sentence, error) : status;
    status = status == PP_OK ? pp_i_reparse_attribution(language, arena, sentence, error) : status;
    return status == PP_OK ? pp_i_reparse_asides(language, arena, sentence, error) : status;
}
