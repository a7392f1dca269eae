/*
 * issues_deeds.c: what a title takes of a clause in which somebody says what he will do or will
 * not; see issues.h.
 *
 * Of "the union would accept 6 per cent" the title is "6 per cent", of "Upland would not lend a
 * boat" it is "lend a boat": who is for it and who against stands elsewhere.
 */
#include <string.h>

#include "reading/claim_words.h"
#include "reading/clause.h"
#include "reading/cues.h"
#include "reading/issues_parts.h"

enum { TITLE_BYTE_COUNT_MIN = 8, THING_BYTE_COUNT_MIN = 3, SUBJECT_WORD_COUNT_MAX = 24 };

/* The words of a statement's content. */
typedef struct content_words {
    const pp_i_said *said;
    const pp_i_token *tokens;
    uint32_t start, end;
} content_words;

static bool find_words(const pp_i_issue_maker *state, const pp_i_said *said, content_words *words)
{
    const pp_i_report *report = &state->reading->reports[said->report];
    if (said->sentence >= report->sentence_count)
        return false;
    const pp_i_sentence *sentence = &report->sentences[said->sentence];
    *words =
        (content_words){said, sentence->tokens, said->content.token_start, said->content.token_end};
    return words->start < words->end && words->end <= sentence->token_count;
}

pp_text pp_i_issues_words_between(const pp_i_issue_maker *state, const pp_i_said *said,
                                  const pp_i_token *tokens, uint32_t from, uint32_t to)
{
    if (from >= to)
        return (pp_text){0};
    size_t start = tokens[from].byte_start, end = tokens[to - 1].byte_end;
    if (start < said->content.byte_start || end > said->content.byte_end || end < start ||
        end - said->content.byte_start > said->content.text.length)
        return (pp_text){0};
    return pp_i_on_one_line(
        state->arena,
        (pp_text){said->content.text.data + (start - said->content.byte_start), end - start});
}

/* Without the frame, "accept 300" is 300. */
static pp_text without_frame(pp_text text)
{
    static const char *const frames[] = {
        "recommend ", "want to ",   "want ",       "accept ",     "agree to ", "allow ",
        "support ",   "sign ",      "back ",       "consent to ", "tolerate ", "endorse ",
        "vote for ",  "live with ", "settle for ", "go up to ",   "take the ", "go along with "};
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        size_t length = strlen(frames[i]);
        if (text.length > length && memcmp(text.data, frames[i], length) == 0)
            return (pp_text){text.data + length, text.length - length};
    }
    return text;
}

/* Of "would accept 300" and "had no objection to 300" what is accepted; where no word is of these,
 * the text itself. */
static pp_text accepted(pp_text text)
{
    static const char objection[] = "no objection to ";
    size_t length = sizeof objection - 1;
    for (size_t at = 0; at + length < text.length; at++)
        if (memcmp(text.data + at, objection, length) == 0)
            return (pp_text){text.data + at + length, text.length - at - length};
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && text.data[end] != ' ')
            end++;
        pp_text word = {text.data + at, end - at};
        at = end + 1;
        if (at < text.length && pp_i_text_is(word, "accept"))
            return without_frame((pp_text){text.data + at, text.length - at});
    }
    return text;
}

/* --- His own deeds --------------------------------------------------------------------------- */

/* Is the noun one of the party that speaks? */
static bool is_own_noun(const pp_i_issue_maker *state, const pp_i_said *said, uint32_t noun)
{
    const pp_i_report *report = &state->reading->reports[said->report];
    size_t mention =
        report->names == NULL ? PP_NONE : pp_i_names_at(report->names, said->sentence, noun);
    size_t entity = mention == PP_NONE ? PP_NONE : report->names->mentions[mention].entity;
    if (entity == PP_NONE)
        return false;
    size_t actor = report->actors[entity];
    return actor == said->actor || actor == said->party ||
           state->reading->actors[actor].party == said->party;
}

/* The comma before a word, or the content's start. */
static uint32_t comma_before(const content_words *words, uint32_t at)
{
    while (at > words->start && words->tokens[at].tag != PP_TAG_PUNCT)
        at--;
    return at;
}

/* Does the word stand behind a comma: ", which has 40 boats,"? */
static bool is_set_off(const content_words *words, uint32_t at)
{
    return comma_before(words, at) > words->start + 1;
}

/* Is what stands before the helping verb at `helper` the speaker or his side: "it", "its members",
 * "the company, which has 40 boats,"? */
static bool is_own_subject(const pp_i_issue_maker *state, const content_words *words,
                           uint32_t helper)
{
    const pp_i_token *tokens = words->tokens;
    uint32_t first = words->start, end = first;
    if (first >= helper)
        return first == helper; /* "would consult others first" */
    for (uint32_t i = first; i < helper; i++)
        if (tokens[i].tag == PP_TAG_VERB ||
            pp_i_word_in(tokens[i].lemma, "what who which that if whether when"))
            return is_set_off(words, i) &&
                   is_own_noun(state, words->said, comma_before(words, i) - 1);
    if (tokens[first].tag == PP_TAG_PRON || tokens[first].tag == PP_TAG_DET) {
        if (pp_i_word_in(tokens[first].lemma, "its their his her our my he she it they we i"))
            return true;
        if (tokens[first].tag == PP_TAG_PRON)
            return false;
    }
    bool side = tokens[first].tag == PP_TAG_DET && first + 2 == helper && /* "the party would" */
                pp_i_word_in(tokens[first].lemma, "the") &&
                pp_i_word_in(tokens[first + 1].lemma, PP_CUE_SIDES) &&
                words->said->party != words->said->actor;
    if (side)
        return true;
    while (end < helper && tokens[end].tag != PP_TAG_PUNCT && tokens[end].tag != PP_TAG_ADP)
        end++;
    return end > first && is_own_noun(state, words->said, end - 1);
}

/* "ready to", "going to" behind a form of "be": where the deed begins, else `at`. */
static uint32_t behind_readiness(const content_words *words, uint32_t at)
{
    const pp_i_token *tokens = words->tokens;
    if (at + 2 < words->end &&
        pp_i_word_in(tokens[at].lemma, "ready prepared prepare willing able go happy open") &&
        pp_i_word_in(tokens[at + 1].lemma, "to"))
        return at + 2;
    return at;
}

/* The first word that helps a verb, or the end. */
static uint32_t helper_of(const content_words *words)
{
    for (uint32_t i = words->start; i < words->end && i < words->start + SUBJECT_WORD_COUNT_MAX;
         i++) {
        bool modal = pp_i_word_in(words->tokens[i].form, "will would could can shall wo ca 'll");
        bool is =
            pp_i_word_in(words->tokens[i].lemma, "be") && behind_readiness(words, i + 1) > i + 1;
        if (modal || is)
            return i;
    }
    return words->end;
}

static uint32_t behind_adverbs(const content_words *words, uint32_t at)
{
    while (at + 1 < words->end && words->tokens[at].tag == PP_TAG_ADV)
        at++;
    return at;
}

static pp_text words_from(const pp_i_issue_maker *state, const content_words *words, uint32_t at)
{
    return pp_i_text_trim(
        pp_i_issues_words_between(state, words->said, words->tokens, at, words->end));
}

/* Of "Baku is seeking 240 dollars", said of himself, "240 dollars"; else the text itself. */
static pp_text sought(const pp_i_issue_maker *state, const content_words *words)
{
    const pp_i_token *tokens = words->tokens;
    pp_text whole = pp_i_on_one_line(state->arena, words->said->content.text);
    uint32_t verb = words->start;
    while (verb < words->end && verb < words->start + SUBJECT_WORD_COUNT_MAX &&
           tokens[verb].tag != PP_TAG_VERB && !pp_i_is_denial(&tokens[verb]))
        verb++;
    uint32_t subject = verb;
    while (subject > words->start &&
           (tokens[subject - 1].tag == PP_TAG_AUX || tokens[subject - 1].tag == PP_TAG_ADV))
        subject--;
    if (verb + 1 >= words->end || subject == words->start || tokens[verb].tag != PP_TAG_VERB ||
        !pp_i_word_in(tokens[verb].lemma,
                      "seek want demand need require offer propose support back "
                      "accept") ||
        !is_own_subject(state, words, subject))
        return whole;
    pp_text thing = words_from(state, words, verb + 1);
    return thing.length < THING_BYTE_COUNT_MIN ? whole : thing;
}

/* What somebody says that he will do, without himself: of "it would keep the bonus", "keep the
 * bonus"; of "it was ready to offer 300", "300". */
static pp_text deed(const pp_i_issue_maker *state, const content_words *words)
{
    uint32_t helper = helper_of(words), at = behind_adverbs(words, helper + 1);
    if (helper == words->end)
        return sought(state, words);
    if (at >= words->end || pp_i_is_denial(&words->tokens[at]) ||
        pp_i_is_denial(&words->tokens[helper + 1]) || !is_own_subject(state, words, helper))
        return pp_i_on_one_line(state->arena, words->said->content.text);
    if (pp_i_word_in(words->tokens[at].lemma, "have") ||
        (pp_i_word_in(words->tokens[at].lemma, "be") && behind_readiness(words, at + 1) == at + 1))
        return pp_i_on_one_line(state->arena, words->said->content.text);
    at += pp_i_word_in(words->tokens[at].lemma, "be");
    at = behind_readiness(words, at);
    bool gives = at + 1 < words->end && pp_i_word_in(words->tokens[at].lemma, "offer propose pay");
    pp_text own = words_from(state, words, at + gives);
    if (own.length < TITLE_BYTE_COUNT_MIN)
        own = words_from(state, words, at); /* "pay a bonus" */
    pp_text thing = without_frame(own);
    return thing.length < TITLE_BYTE_COUNT_MIN ? own : thing;
}

/* The same of words without a clause: of "to pay 300", "300"; of "even provide a boat", "provide a
 * boat". */
static pp_text bare_deed(pp_text text)
{
    static const char *const before[] = {"to ", "even ", "also ", "offer ", "propose ", "pay "};
    bool infinitive = text.length > 3 && memcmp(text.data, "to ", 3) == 0;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        size_t length = strlen(before[i]);
        if (text.length > length && memcmp(text.data, before[i], length) == 0 &&
            (infinitive || i == 1 || i == 2))
            text = (pp_text){text.data + length, text.length - length};
    }
    return infinitive ? without_frame(text) : text;
}

/* --- What is refused ------------------------------------------------------------------------- */

/* What stands in the place of a word that denies: "nobody may fish" denies that anybody may. */
static const char *affirmed(pp_text denial)
{
    static const char *const pairs[][2] = {
        {"nobody", "anybody"},   {"Nobody", "Anybody"}, {"nothing", "anything"},
        {"Nothing", "Anything"}, {"none", "any"},       {"None", "Any"},
        {"neither", "either"},   {"Neither", "Either"}, {"without", "with"},
        {"no", "any"},           {"nor", "or"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pp_i_text_is(denial, pairs[i][0]))
            return pairs[i][1];
    return "";
}

/* The full form of what is left of "won't" without its denial. */
static pp_text full_form(pp_text form)
{
    return pp_i_text_is(form, "wo")    ? PP_TEXT("will")
           : pp_i_text_is(form, "ca")  ? PP_TEXT("can")
           : pp_i_text_is(form, "sha") ? PP_TEXT("shall")
                                       : form;
}

static void add_words(pp_i_builder *title, pp_text words)
{
    words = pp_i_text_trim(words);
    if (words.length > 0 && title->length > 0)
        pp_i_builder_add_byte(title, ' ');
    pp_i_builder_add(title, words);
}

/* Does nothing stand before the denial but the speaker and what helps a verb: "it would (never)"?
 */
static bool denies_own_act(const pp_i_issue_maker *state, const content_words *words,
                           uint32_t denial)
{
    const pp_i_token *tokens = words->tokens;
    uint32_t helper = helper_of(words);
    if (helper < denial && denial <= helper + 2 && is_own_subject(state, words, helper))
        return true;
    for (uint32_t i = words->start; i < denial; i++)
        if (tokens[i].tag != PP_TAG_AUX && tokens[i].tag != PP_TAG_PRON &&
            tokens[i].tag != PP_TAG_SCONJ)
            return false;
    return !pp_i_word_in(tokens[words->start].lemma,
                         "there this that these those nobody nothing none neither");
}

/* "there would be no lorries on the bridge" */
static bool denies_there(const content_words *words, uint32_t denial)
{
    return pp_i_word_in(words->tokens[words->start].lemma, "there") && denial <= words->start + 3 &&
           pp_i_word_in(words->tokens[denial].lemma, "no");
}

static uint32_t denial_of(const pp_i_issue_maker *state, const content_words *words)
{
    const pp_i_token *tokens = words->tokens;
    uint32_t first = words->start;
    if (pp_i_word_in(tokens[first].lemma, "nobody nothing none"))
        return first; /* "nobody lends for land that we do not own" */
    uint32_t denial = pp_i_said_denial(state->reading, words->said);
    for (uint32_t i = words->start; denial == PP_NO_HEAD && i < words->end; i++)
        if (pp_i_word_in(tokens[i].lemma, "nobody nothing none"))
            denial = i;
    return denial;
}

/* What is refused, where the words that refuse it stand in the content: of "it could never accept
 * more than 200" it is "more than 200"; of "the ships would not return", "the ships would return":
 * a refusal of "would not return" would be its opposite. */
static pp_text refused(const pp_i_issue_maker *state, const content_words *words)
{
    const pp_i_said *said = words->said;
    const pp_i_token *tokens = words->tokens;
    pp_text whole = pp_i_on_one_line(state->arena, said->content.text);
    uint32_t denial = denial_of(state, words);
    if (denial == PP_NO_HEAD)
        return whole;
    uint32_t rest = denial + 1;
    if (rest < words->end && pp_i_word_in(tokens[rest].form, "longer circumstances circumstance"))
        rest++;
    pp_text own = pp_i_text_trim(pp_i_issues_words_between(state, said, tokens, rest, words->end));
    bool pronoun = tokens[words->start].tag == PP_TAG_PRON;
    bool own_act = denies_own_act(state, words, denial) &&
                   (pronoun || !pp_i_first_word_in(own, "be been")) &&
                   !pp_i_word_in(tokens[denial].lemma, "nothing nobody none neither");
    pp_text bare = own_act || denies_there(words, denial) ? own : (pp_text){0};
    pp_text thing = without_frame(bare);
    if (bare.length >= TITLE_BYTE_COUNT_MIN && !pp_i_first_word_in(thing, "it them this that"))
        return thing;
    if (bare.length >= TITLE_BYTE_COUNT_MIN)
        return bare;
    uint32_t helper = denial > words->start ? denial - 1 : denial;
    pp_i_builder title;
    pp_i_builder_init(&title, state->arena);
    add_words(&title, pp_i_issues_words_between(state, said, tokens, words->start, helper));
    if (helper < denial)
        add_words(&title, full_form(tokens[helper].form));
    add_words(&title, pp_i_text_of(affirmed(tokens[denial].form)));
    add_words(&title, own);
    return title.failed || title.length == 0 ? whole : (pp_text){title.data, title.length};
}

/* Where the denial stands in "no work would begin", "there will be no agreement"; else PP_NO_HEAD.
 */
static uint32_t leading_denial(const content_words *words)
{
    uint32_t at = words->start;
    if (pp_i_word_in(words->tokens[at].lemma, "there"))
        for (at++; at < words->end && (words->tokens[at].tag == PP_TAG_AUX ||
                                       pp_i_word_in(words->tokens[at].lemma, "be"));)
            at++;
    bool denies = at + 1 < words->end && pp_i_word_in(words->tokens[at].lemma, "no") &&
                  !pp_i_sets_bound(words->tokens, words->end, at);
    return denies ? at : PP_NO_HEAD;
}

bool pp_i_issues_is_turned(const pp_i_issue_maker *state, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    content_words words;
    return pp_i_act_direction(said->act) > 0 && find_words(state, said, &words) &&
           leading_denial(&words) != PP_NO_HEAD;
}

pp_text pp_i_issues_deed(const pp_i_issue_maker *state, const pp_i_said *said)
{
    content_words words;
    pp_text text = pp_i_on_one_line(state->arena, said->content.text);
    bool known = find_words(state, said, &words);
    bool denied = said->negated || pp_i_first_word_in(text, "there");
    if (said->act == PP_ACT_REJECTS && denied)
        return known ? refused(state, &words) : text;
    pp_text judged = pp_i_issues_judged(state, said);
    if (pp_i_act_direction(said->act) <= 0 || judged.length < text.length)
        return judged;
    uint32_t denial = known ? leading_denial(&words) : PP_NO_HEAD;
    if (denial != PP_NO_HEAD)
        return pp_i_text_trim(
            pp_i_issues_words_between(state, said, words.tokens, denial + 1, words.end));
    if (known)
        text = deed(state, &words);
    bool grants = said->act == PP_ACT_OFFERS || said->act == PP_ACT_COMMITS;
    return grants ? bare_deed(text) : said->act == PP_ACT_ACCEPTS ? accepted(text) : text;
}
