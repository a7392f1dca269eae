/* attribution.c: the parse without the words that say who says it; see reparse.h. */
#include "reading/reparse_parts.h"

#include <string.h>

#include "base/error.h"

bool pp_i_attribution_names_somebody(const pp_i_token *token)
{
    return token->tag == PP_TAG_NOUN || token->tag == PP_TAG_PROPN ||
           (token->tag == PP_TAG_PRON && pp_i_word_in(token->form, "he she it they He She"));
}

bool pp_i_attribution_is_of_name(const pp_i_token *token)
{
    uint8_t tag = token->tag;
    return pp_i_attribution_names_somebody(token) || tag == PP_TAG_DET || tag == PP_TAG_ADJ ||
           tag == PP_TAG_PART || tag == PP_TAG_NUM ||
           (tag == PP_TAG_PRON && token->relation == PP_REL_NMOD) ||
           (tag == PP_TAG_PUNCT && pp_i_text_is(token->form, "-"));
}

/* Where the name that ends before `end` begins, behind a comma; `end` where none does. */
static uint32_t name_start(const pp_i_sentence *sentence, uint32_t end)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t at = end;
    bool somebody = false;
    while (at > 0 && at + PP_ATTRIBUTION_LENGTH_MAX > end &&
           (pp_i_attribution_is_of_name(&tokens[at - 1]) || /* "delegates from three states said" */
            (at < end && tokens[at - 1].tag == PP_TAG_ADP &&
             pp_i_word_in(tokens[at - 1].form, "from of")))) {
        at--;
        somebody = somebody || pp_i_attribution_names_somebody(&tokens[at]);
    }
    return somebody && tokens[at].tag != PP_TAG_ADP && at > 0 &&
                   pp_i_reparse_is_comma(sentence, at - 1)
               ? at
               : end;
}

/* Behind the verb only "on Friday", "in a letter", "reporters": where the sentence ends. */
static bool ends_behind(const pp_i_sentence *sentence, uint32_t verb, uint32_t *end)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t at = verb + 1;
    while (at < sentence->token_count && at < verb + 7 &&
           (tokens[at].tag == PP_TAG_ADP || tokens[at].tag == PP_TAG_DET ||
            tokens[at].tag == PP_TAG_NOUN || tokens[at].tag == PP_TAG_PROPN ||
            tokens[at].tag == PP_TAG_ADJ || tokens[at].tag == PP_TAG_NUM ||
            tokens[at].tag == PP_TAG_ADV)) {
        at++;
    }
    *end = at;
    return at + 1 == sentence->token_count && tokens[at].tag == PP_TAG_PUNCT;
}

/* ", the minister said." and ", he has warned,": with its verb at `verb`. */
static bool is_attribution(const pp_i_sentence *sentence, uint32_t verb, pp_i_attribution *found)
{
    const pp_i_token *tokens = sentence->tokens;
    if (tokens[verb].tag != PP_TAG_VERB ||
        !pp_i_word_in(tokens[verb].lemma, PP_ATTRIBUTION_VERBS) ||
        pp_i_token_ends(&tokens[verb], "ing")) {
        return false;
    }
    uint32_t subject_end = verb;
    while (subject_end > 1 && (tokens[subject_end - 1].tag == PP_TAG_AUX ||
                               tokens[subject_end - 1].tag == PP_TAG_ADV)) {
        subject_end--;
    }
    uint32_t start = name_start(sentence, subject_end);
    if (start == subject_end && pp_i_reparse_is_comma(sentence, subject_end - 1)) {
        uint32_t name = name_start(sentence, subject_end - 1); /* "her deputy, X, said" */
        start = name < subject_end - 1 ? name_start(sentence, name - 1) : subject_end;
        start = name < subject_end - 1 && start == name - 1 ? subject_end : start;
    }
    if (start >= subject_end) { /* "as X put it" begins with "as" */
        start = subject_end;
        uint32_t at = subject_end;
        while (at > 1 && pp_i_attribution_is_of_name(&tokens[at - 1])) {
            at--;
        }
        bool as = at > 1 && at < subject_end && pp_i_text_is(tokens[at - 1].form, "as") &&
                  pp_i_reparse_is_comma(sentence, at - 2);
        start = as ? at - 1 : start;
    }
    if (start >= subject_end || start < 2) {
        return false;
    }
    uint32_t end = verb + 1, last = verb + 1;
    bool two = (pp_i_text_is(tokens[verb].lemma, "put") && last < sentence->token_count &&
                pp_i_text_is(tokens[last].form, "it")) ||
               (pp_i_text_is(tokens[verb].lemma, "go") && last < sentence->token_count &&
                pp_i_text_is(tokens[last].form, "on"));
    last += two;
    for (uint32_t k = last; k < sentence->token_count && k < last + 7; k++) {
        uint8_t tag = tokens[k].tag;
        if (k > last && pp_i_reparse_is_comma(sentence, k)) {
            last = k; /* ", he suggested in a message," */
            break;
        }
        bool phrase = tag == PP_TAG_ADP || tag == PP_TAG_DET || tag == PP_TAG_ADJ ||
                      tag == PP_TAG_NOUN || tag == PP_TAG_PROPN || tag == PP_TAG_NUM ||
                      (tag == PP_TAG_VERB && tokens[k].relation == PP_REL_AMOD);
        bool when = tag == PP_TAG_ADP || (tag == PP_TAG_ADJ && k == last) ||
                    tag == PP_TAG_PROPN; /* "in a message", "last week", "Monday" */
        if (!phrase || (k == last && !when)) {
            break;
        }
    }
    if (!two && pp_i_word_in(tokens[verb].lemma, "put go")) {
        return false;
    }
    bool inside = pp_i_reparse_is_comma(sentence, last);
    if (!inside && (start <= PP_SAID_LENGTH_MIN || !ends_behind(sentence, verb, &end))) {
        return false;
    }
    bool fronted = inside && tokens[0].tag == PP_TAG_ADP; /* "Under the truce, (they say,) Bonn" */
    *found = (pp_i_attribution){.whole = {fronted ? start : start - 1, inside ? last + 1 : end},
                                .words = {start, inside ? last : end},
                                .verb = verb};
    return true;
}

/* Do the words inside [start, end) and those outside hang together by one word each? */
static bool is_consistent(const pp_i_sentence *sentence, const pp_i_attribution *said)
{
    uint32_t count = (uint32_t)sentence->token_count;
    size_t out_of_words = 0, into_words = 0, out_of_rest = 0;
    uint32_t on = sentence->tokens[said->verb].head; /* of what is said, its predicate */
    if (on != PP_NO_HEAD && (on < said->words.start || on >= said->words.end) &&
        sentence->tokens[said->verb].relation == PP_REL_PARATAXIS &&
        sentence->tokens[on].head != PP_NO_HEAD) {
        return false;
    }
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        const pp_i_token *token = &sentence->tokens[i];
        bool inside = i >= said->words.start && i < said->words.end;
        bool under = token->head != PP_NO_HEAD && token->head >= said->words.start &&
                     token->head < said->words.end;
        if (token->tag == PP_TAG_PUNCT) {
            continue;
        }
        out_of_words += inside && !under;
        into_words += !inside && under && token->head != said->verb;
        out_of_rest += !inside && (under || token->head == PP_NO_HEAD);
        bool thing = !inside && token->head == PP_NO_HEAD && token->tag == PP_TAG_NOUN;
        if (thing && !pp_i_sentence_has_before(sentence, i, PP_REL_COP, count)) {
            return false; /* "Under the truce, officials say, Bonn promised": no verb on top */
        }
    }
    return out_of_words == 1 && into_words == 0 && out_of_rest == 1;
}

/* The tokens of both parses in one tree: who says it hangs on what is said. */
static void graft(pp_i_sentence *sentence, const pp_i_sentence *rest, const pp_i_sentence *who,
                  const pp_i_attribution *said)
{
    uint32_t cut = said->whole.end - said->whole.start, root = 0;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        pp_i_token *token = &sentence->tokens[i];
        bool name = i >= said->words.start && i < said->words.end;
        if (name) {
            *token = who->tokens[i - said->words.start];
            token->head += token->head == PP_NO_HEAD ? 0 : said->words.start;
        } else if (i < said->whole.start || i >= said->whole.end) {
            *token = rest->tokens[i < said->whole.start ? i : i - cut];
            token->head += token->head != PP_NO_HEAD && token->head >= said->whole.start ? cut : 0;
            root = token->head == PP_NO_HEAD ? i : root;
        }
    }
    for (uint32_t i = said->whole.start; i < said->whole.end; i++) {
        pp_i_token *token = &sentence->tokens[i];
        bool name = i >= said->words.start && i < said->words.end;
        if (!name || token->head == PP_NO_HEAD) {
            token->head = root;
            token->relation = name ? PP_REL_PARATAXIS : PP_REL_PUNCT;
        }
        if (i == said->words.start && pp_i_text_is(token->form, "as")) {
            token->relation = PP_REL_DISCOURSE;
        }
    }
}

static pp_status try_apart(const pp_i_language *language, pp_i_arena *arena,
                           pp_i_sentence *sentence, const pp_i_attribution *said, pp_error *error)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(arena);
    pp_i_sentence rest, who = {.paragraph = sentence->paragraph};
    pp_status status = pp_i_reparse_without(language, arena, sentence, said->whole, &rest, error);
    if (status != PP_OK) {
        return status;
    }
    size_t count = said->words.end - said->words.start;
    who.token_count = count + 1;
    who.tokens = PP_NEW_ARRAY(arena, pp_i_token, who.token_count);
    if (who.tokens == NULL) {
        return pp_i_fail_memory(error);
    }
    memcpy(who.tokens, sentence->tokens + said->words.start, count * sizeof *who.tokens);
    who.tokens[count] = (pp_i_token){.form = PP_TEXT(".")};
    status = pp_i_sentence_parse(language, arena, &who, error);
    if (status != PP_OK) {
        return status;
    }
    uint32_t verb = said->verb - said->words.start;
    bool own = who.tokens[verb].head == PP_NO_HEAD && who.tokens[verb].tag == PP_TAG_VERB;
    if (own) {
        graft(sentence, &rest, &who, said);
    } else {
        pp_i_arena_rewind(arena, mark);
    }
    return PP_OK;
}

/* "which it says would allow": who says it stands inside a relative clause, without commas. */
static bool is_within_relative(const pp_i_sentence *sentence, uint32_t verb,
                               pp_i_attribution *found)
{
    const pp_i_token *tokens = sentence->tokens;
    if (verb < 3 || verb + 2 >= sentence->token_count ||
        !pp_i_word_in(tokens[verb].form, "says say said believes believe claims claim argues argue "
                                         "insists maintains fears hopes") ||
        (tokens[verb + 1].tag != PP_TAG_AUX && tokens[verb + 1].tag != PP_TAG_VERB)) {
        return false;
    }
    uint32_t start = verb;
    while (start > 1 && start + 4 > verb && pp_i_attribution_is_of_name(&tokens[start - 1]) &&
           !pp_i_word_in(tokens[start - 1].form, "which that who")) {
        start--;
    }
    if (start >= verb || !pp_i_word_in(tokens[start - 1].form, "which that") ||
        tokens[start - 1].tag == PP_TAG_DET || start < 3) {
        return false;
    }
    *found =
        (pp_i_attribution){.whole = {start, verb + 1}, .words = {start, verb + 1}, .verb = verb};
    return true;
}

pp_status pp_i_reparse_attribution(const pp_i_language *language, pp_i_arena *arena,
                                   pp_i_sentence *sentence, pp_error *error)
{
    pp_i_attribution said;
    pp_status inverted = pp_i_reparse_inverted(language, arena, sentence, error);
    if (inverted != PP_OK) {
        return inverted;
    }
    for (uint32_t i = PP_SAID_LENGTH_MIN; i < sentence->token_count; i++) {
        bool stray = is_within_relative(sentence, i, &said) &&
                     (sentence->tokens[i].relation == PP_REL_REPARANDUM ||
                      sentence->tokens[i].tag != PP_TAG_VERB);
        if (stray) {
            pp_status status = try_apart(language, arena, sentence, &said, error);
            uint32_t clause =
                sentence->tokens[i + 1].tag == PP_TAG_VERB ? i + 1 : sentence->tokens[i + 1].head;
            if (status == PP_OK && sentence->tokens[i].relation == PP_REL_PARATAXIS &&
                clause < sentence->token_count) {
                sentence->tokens[i].head = clause; /* what is said is in the relative clause */
            }
            return status;
        }
    }
    uint32_t end = 0; /* quotations have ways of their own */
    while (end + 1 < sentence->token_count && !pp_i_reparse_is_bound(&sentence->tokens[end])) {
        end++;
    }
    end = end + 1 < sentence->token_count ? end : (uint32_t)sentence->token_count;
    for (uint32_t i = PP_SAID_LENGTH_MIN; i < end; i++) {
        if (is_attribution(sentence, i, &said) && said.whole.end <= end) {
            return is_consistent(sentence, &said)
                       ? PP_OK
                       : try_apart(language, arena, sentence, &said, error);
        }
    }
    return PP_OK;
}
