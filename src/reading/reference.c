/*
 * reference.c: see reference.h.
 *
 * A noun that points ("this offer") takes up the last statement of a fitting act; a noun with an
 * article ("the fund") the last one that names such a thing; a bare pronoun the last one by
 * another.
 */
#include "reading/clause.h"
#include "reading/cues.h"
#include "reading/reference.h"

enum { REFERENCE_LOOK_BACK_COUNT_MAX = 12, REFERENCE_SENTENCE_DISTANCE_MAX = 8 };

/* Which acts a noun takes up; a noun of none of these takes up any. */
static const struct {
    const char *nouns;
    uint16_t acts;
} TAKES[] = {
    {"proposal suggestion idea notion plan scheme concept compromise initiative formula option "
     "solution approach draft model deal arrangement step move measure goal",
     1u << PP_ACT_PROPOSES | 1u << PP_ACT_OFFERS | 1u << PP_ACT_DEMANDS | 1u << PP_ACT_ASKS},
    {"offer overture gesture invitation", 1u << PP_ACT_OFFERS | 1u << PP_ACT_PROPOSES},
    {"demand requirement condition request call appeal ultimatum claim stipulation plea wish "
     "insistence precondition",
     1u << PP_ACT_DEMANDS | 1u << PP_ACT_ASKS | 1u << PP_ACT_PROPOSES},
    {"accusation allegation charge", 1u << PP_ACT_DOUBTS | 1u << PP_ACT_ASSERTS},
    {"claim view argument assertion statement description characterisation characterization "
     "assessment reading interpretation",
     1u << PP_ACT_ASSERTS | 1u << PP_ACT_DOUBTS},
    {"warning threat", 1u << PP_ACT_WARNS},
    {"view position stance opinion line attitude sentiment assessment argument",
     1u << PP_ACT_REJECTS | 1u << PP_ACT_DEMANDS | 1u << PP_ACT_PROPOSES | 1u << PP_ACT_SUPPORTS |
         1u << PP_ACT_ACCEPTS | 1u << PP_ACT_WARNS | 1u << PP_ACT_DOUBTS | 1u << PP_ACT_ASSERTS},
    {"promise pledge", 1u << PP_ACT_COMMITS},
    {"concern worry doubt misgiving reservation scepticism skepticism unease fear",
     1u << PP_ACT_DOUBTS}};

static const pp_i_token *tokens_of(const pp_i_report *reports, const pp_i_said *said)
{
    return reports[said->report].sentences[said->sentence].tokens;
}

/* The noun that heads the first phrase of the content. */
static uint32_t first_noun(const pp_i_token *tokens, const pp_i_passage *content)
{
    for (uint32_t i = content->token_start; i < content->token_end; i++) {
        uint8_t tag = tokens[i].tag;
        bool last = i + 1 >= content->token_end ||
                    (tokens[i + 1].tag != PP_TAG_NOUN && tokens[i + 1].tag != PP_TAG_PROPN);
        if (tag == PP_TAG_NOUN && last) {
            return i;
        }
        if (tag == PP_TAG_VERB || tag == PP_TAG_ADP || tag == PP_TAG_AUX) {
            break;
        }
    }
    return PP_NO_HEAD;
}

static bool names_it(const pp_i_report *reports, const pp_i_said *said, pp_text lemma)
{
    const pp_i_token *tokens = tokens_of(reports, said);
    for (uint32_t i = said->content.token_start; i < said->content.token_end; i++) {
        if (tokens[i].tag == PP_TAG_NOUN && pp_i_text_equal(tokens[i].lemma, lemma)) {
            return true;
        }
    }
    return false;
}

static uint16_t acts_of(pp_text noun)
{
    uint16_t acts = 0;
    for (size_t i = 0; i < sizeof TAKES / sizeof TAKES[0]; i++) {
        acts |= pp_i_word_in(noun, TAKES[i].nouns) ? TAKES[i].acts : 0;
    }
    return acts;
}

typedef struct pointer {
    uint32_t start, end; /* the words that point */
    pp_text noun;        /* empty: a pronoun */
    bool demonstrative;
    bool beside; /* "..., an idea that": what was said just before */
} pointer;

/* "X wants a toll, an idea that Y rejects": the noun takes up the clause before the comma. */
static bool find_beside(const pp_i_sentence *sentence, const pp_i_passage *content, pointer *found)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t at = content->token_start;
    bool behind = at > 0 ? pp_i_text_is(tokens[at - 1].form, ",") : sentence->goes_on;
    uint32_t noun = first_noun(tokens, content);
    if (!behind || noun == PP_NO_HEAD || !pp_i_word_in(tokens[at].lemma, "a an") || noun > at + 2 ||
        !pp_i_word_in(tokens[noun].lemma, PP_CUE_POINTERS)) {
        return false;
    }
    *found = (pointer){at, noun + 1, tokens[noun].lemma, true, true};
    return true;
}

/* "Them in any form", "it unanimously", "that at all": a pronoun and how it is meant. */
static bool is_only_qualified(const pp_i_token *tokens, uint32_t at, uint32_t end)
{
    enum { WORD_COUNT_MAX = 6 };
    if (at + 1 >= end || end - at > WORD_COUNT_MAX || tokens[at].tag != PP_TAG_PRON ||
        (tokens[at + 1].tag != PP_TAG_ADP && tokens[at + 1].tag != PP_TAG_ADV &&
         !pp_i_word_in(tokens[at + 1].form, "\" \xE2\x80\x9C a an")))
        return false;
    for (uint32_t i = at + 1; i < end; i++)
        if (tokens[i].tag == PP_TAG_VERB || tokens[i].tag == PP_TAG_AUX ||
            tokens[i].tag == PP_TAG_PROPN)
            return false;
    return true;
}

static bool find_pointer(const pp_i_token *tokens, const pp_i_passage *content, pointer *found)
{
    uint32_t at = content->token_start;
    while (at < content->token_end &&
           (tokens[at].tag == PP_TAG_PUNCT || tokens[at].tag == PP_TAG_ADP ||
            tokens[at].tag == PP_TAG_SCONJ ||
            pp_i_word_in(tokens[at].lemma, "to study back join"))) {
        at++;
    }
    if (at >= content->token_end) {
        return false;
    }
    uint32_t words = content->token_end - at;
    pp_text first = tokens[at].lemma;
    bool bare = tokens[at].tag == PP_TAG_PRON || tokens[at].tag == PP_TAG_DET;
    bool alone = words == 1 || (words == 2 && tokens[at + 1].tag != PP_TAG_NOUN) ||
                 is_only_qualified(tokens, at, content->token_end);
    if (alone && bare && pp_i_word_in(first, "it this that they them these those both so")) {
        *found = (pointer){at, at + 1, {NULL, 0}, true, false};
        return true;
    }
    bool points = pp_i_word_in(first, "this that these those such both");
    if (!points && !pp_i_word_in(first, "the its their his her")) {
        return false;
    }
    pp_i_passage rest = *content;
    rest.token_start = at;
    uint32_t noun = first_noun(tokens, &rest);
    if (noun == PP_NO_HEAD) {
        return false;
    }
    *found = (pointer){at, noun + 1, tokens[noun].lemma, points, false};
    bool short_phrase = content->token_end - at <= 4;
    bool people = pp_i_word_in(tokens[noun].lemma, PP_CUE_PERSON_NOUNS) ||
                  pp_i_word_in(tokens[noun].lemma, "side people country");
    return !people &&
           (points || (pp_i_word_in(first, "the") &&
                       (short_phrase || pp_i_word_in(tokens[noun].lemma, PP_CUE_POINTERS))));
}

/* Does the earlier statement have every word that describes the noun: "the automation plan" is not
 * "a one-time bonus"? Words such as "latest" describe nothing. */
static bool is_described_by(const pp_i_report *reports, const pp_i_said *said,
                            const pp_i_said *before, const pointer *at)
{
    const pp_i_token *tokens = tokens_of(reports, said), *others = tokens_of(reports, before);
    for (uint32_t i = at->start + 1; i + 1 < at->end; i++) {
        bool found = (tokens[i].tag != PP_TAG_NOUN && tokens[i].tag != PP_TAG_ADJ) ||
                     pp_i_word_in(tokens[i].lemma,
                                  "same latest new original draft current whole entire first "
                                  "second third last other previous earlier initial revised very "
                                  "own recent proposed controversial so-called");
        for (uint32_t k = before->content.token_start; k < before->content.token_end; k++)
            found = found || pp_i_text_equal(others[k].lemma, tokens[i].lemma);
        if (!found)
            return false;
    }
    return true;
}

static bool has_amount(const pp_i_report *reports, const pp_i_said *said)
{
    const pp_i_token *tokens = tokens_of(reports, said);
    for (uint32_t i = said->content.token_start; i < said->content.token_end; i++)
        if (tokens[i].tag == PP_TAG_NUM)
            return true;
    return false;
}

static bool puts_up(pp_i_act act)
{
    return act == PP_ACT_PROPOSES || act == PP_ACT_OFFERS || act == PP_ACT_DEMANDS ||
           act == PP_ACT_ASKS;
}

/* Said in the same sentence or the one before it? */
static bool is_close(const pp_i_said *said, const pp_i_said *before)
{
    return before->sentence + 1 >= said->sentence;
}

/* How well `before` fits what is pointed at; 0 where it does not. */
static int fit(const pp_i_report *reports, const pp_i_said *said, const pp_i_said *before,
               const pointer *at)
{
    bool other = before->party != said->party;
    if (before->bare != PP_BARE_NONE) {
        return 0; /* it only answers what was said before it */
    }
    if (at->noun.length == 0) {
        return other ? 2 : 1;
    }
    if (!at->demonstrative && !is_described_by(reports, said, before, at)) {
        return 0;
    }
    if (names_it(reports, before, at->noun)) {
        return 4;
    }
    if (pp_i_word_in(at->noun, "figure sum amount number percentage offer") && other &&
        has_amount(reports, before) && puts_up(before->act)) {
        return 3; /* "turned the figure down" */
    }
    if (!at->demonstrative && pp_i_word_in(at->noun, "move goal step")) {
        return 0; /* "the move" to another town is no proposal */
    }
    uint16_t acts = acts_of(at->noun);
    const pp_i_token *noun = &tokens_of(reports, said)[at->end - 1];
    bool several = pp_i_token_ends(noun, "s") && !pp_i_text_equal(noun->form, noun->lemma);
    if (several && !at->demonstrative) {
        return 0; /* "the measures", of whatever was said, are not one of them */
    }
    if ((acts & 1u << before->act) != 0) {
        return other ? 3 : 2;
    }
    if (at->demonstrative && (acts & 1u << PP_ACT_PROPOSES) != 0 && is_close(said, before) &&
        (before->act == PP_ACT_ACCEPTS || before->act == PP_ACT_SUPPORTS)) {
        return other ? 3 : 2; /* what somebody is for is put up by that */
    }
    return at->demonstrative && pp_i_word_in(at->noun, PP_CUE_POINTERS) && other ? 1 : 0;
}

size_t pp_i_reference_first(const pp_i_said *statements, size_t at)
{
    const pp_i_antecedent *from = &statements[at].content_from;
    pp_text content = statements[at].content.text;
    bool whole = from->said.length == content.length ||
                 (from->said.data == content.data && /* "them in any form" */
                  pp_i_word_in(from->said, "it this that they them these those"));
    return from->statement < at && whole ? from->statement : at;
}

void pp_i_reference_resolve(const pp_i_report *reports, pp_i_said *statements, size_t count)
{
    pp_i_said *said = &statements[count - 1];
    const pp_i_token *tokens = tokens_of(reports, said);
    pointer at;
    said->content_from = (pp_i_antecedent){.statement = PP_NONE, .actor = PP_NONE};
    const pp_i_sentence *sentence = &reports[said->report].sentences[said->sentence];
    if (!find_beside(sentence, &said->content, &at) && !find_pointer(tokens, &said->content, &at)) {
        return;
    }
    int best = 0;
    size_t chosen = PP_NONE;
    for (size_t back = 2; back <= count && back < 2 + REFERENCE_LOOK_BACK_COUNT_MAX; back++) {
        const pp_i_said *before = &statements[count - back];
        if (before->report != said->report ||
            before->sentence + (at.beside ? 1 : REFERENCE_SENTENCE_DISTANCE_MAX) < said->sentence) {
            break;
        }
        int score = fit(reports, said, before, &at);
        if (score > best) {
            best = score;
            chosen = count - back;
        }
    }
    if (chosen == PP_NONE && !at.demonstrative) {
        return; /* "the treaty" need not point at what somebody said */
    }
    const char *words = reports[said->report].document->words.data;
    said->content_from.said = (pp_text){words + tokens[at.start].byte_start,
                                        tokens[at.end - 1].byte_end - tokens[at.start].byte_start};
    if (chosen != PP_NONE) {
        chosen = pp_i_reference_first(statements, chosen);
        said->content_from.statement = chosen;
        said->content_from.text = statements[chosen].content.text;
        said->content_from.certainty = (unsigned)best * 20;
    }
}
