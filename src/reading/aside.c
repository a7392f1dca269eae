/* aside.c: the parse without an aside; see reparse.h. */
#include "reading/reparse_parts.h"

#include "base/error.h"

enum {
    ASIDE_COUNT_MAX = 3,
    ASIDE_LENGTH_MAX = 12, /* words between the commas */
    ASIDE_REACH = 4,       /* words behind the second comma among which the verb stands */
};

/* The subject before `end` of a verb within reach behind `from`, or PP_NO_HEAD. */
static uint32_t subject_across(const pp_i_sentence *sentence, uint32_t end, uint32_t from,
                               uint32_t *verb)
{
    const pp_i_token *tokens = sentence->tokens;
    for (uint32_t i = from; i < sentence->token_count && i < from + ASIDE_REACH; i++) {
        bool predicate = tokens[i].tag == PP_TAG_VERB || tokens[i].tag == PP_TAG_AUX ||
                         tokens[i].tag == PP_TAG_ADJ || tokens[i].tag == PP_TAG_NOUN;
        for (uint32_t k = 0; predicate && k < end; k++) {
            if (tokens[k].head == i && tokens[k].relation == PP_REL_NSUBJ) {
                *verb = i;
                return k;
            }
        }
        if (tokens[i].tag == PP_TAG_PUNCT) {
            break;
        }
    }
    return PP_NO_HEAD;
}

/* ", he warned,": who says it is no aside. */
static bool is_attribution(const pp_i_sentence *sentence, uint32_t start, uint32_t end)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t first = start + (tokens[start].tag == PP_TAG_ADP); /* "on whose votes it depends" */
    bool relative = (tokens[first].tag == PP_TAG_PRON &&
                     (tokens[first].form.data[0] | 0x20) == 'w') || /* who, which, whose */
                    pp_i_word_in(tokens[first].form, "where when asked pressed questioned");
    for (uint32_t i = start; i < end && !relative; i++) {
        if (tokens[i].relation == PP_REL_NSUBJ && tokens[i].head < end && tokens[i].head >= start) {
            return true;
        }
    }
    return false;
}

/* The next aside from word `from` on that stands behind a noun and before anything but a noun. */
static bool find_aside(const pp_i_sentence *sentence, uint32_t from, pp_i_stretch *found)
{
    const pp_i_token *tokens = sentence->tokens;
    for (uint32_t i = from < 1 ? 1 : from; i + 3 < sentence->token_count; i++) {
        uint8_t before = tokens[i - 1].tag;
        bool noun = before == PP_TAG_NOUN || before == PP_TAG_PROPN || before == PP_TAG_PRON ||
                    before == PP_TAG_X;
        if (!pp_i_reparse_is_comma(sentence, i) || !noun) {
            continue;
        }
        for (uint32_t k = i + 1; k < sentence->token_count && k <= i + 1 + ASIDE_LENGTH_MAX; k++) {
            if (pp_i_reparse_is_bound(&tokens[k])) {
                break;
            }
            if (pp_i_reparse_is_comma(sentence, k) && k > i + 1 && k + 2 < sentence->token_count) {
                if (tokens[i + 1].tag == PP_TAG_AUX || is_attribution(sentence, i + 1, k)) {
                    break; /* ", should be extended," goes on with the clause */
                }
                *found = (pp_i_stretch){i, k + 1};
                return true;
            }
        }
    }
    return false;
}

/* Hangs the aside, as the first parse had it, on `noun` or `verb`; all else is as in `rest`. */
static void put_together(pp_i_sentence *sentence, const pp_i_token *rest, pp_i_stretch out,
                         uint32_t noun, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t cut = out.end - out.start;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        bool inside = i >= out.start && i < out.end;
        if (!inside) {
            pp_i_token token = rest[i < out.start ? i : i - cut];
            token.head += token.head != PP_NO_HEAD && token.head >= out.start ? cut : 0;
            tokens[i] = token;
            continue;
        }
        bool held = tokens[i].head != PP_NO_HEAD && tokens[i].head >= out.start &&
                    tokens[i].head < out.end && tokens[i].tag != PP_TAG_PUNCT;
        if (held && tokens[tokens[i].head].tag != PP_TAG_PUNCT) {
            continue;
        }
        uint8_t tag = tokens[i].tag;
        bool name = tag == PP_TAG_NOUN || tag == PP_TAG_PROPN || tag == PP_TAG_VERB;
        bool phrase = tokens[i].relation == PP_REL_OBL || tokens[i].relation == PP_REL_NMOD;
        tokens[i].head = name && !phrase ? noun : verb;
        tokens[i].relation = tag == PP_TAG_PUNCT  ? PP_REL_PUNCT
                             : phrase             ? PP_REL_OBL
                             : tag == PP_TAG_VERB ? PP_REL_ACL
                             : name               ? PP_REL_APPOS
                                                  : PP_REL_ADVMOD;
    }
}

static pp_status try_without(const pp_i_language *language, pp_i_arena *arena,
                             pp_i_sentence *sentence, pp_i_stretch out, pp_error *error)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(arena);
    pp_i_sentence rest;
    uint32_t verb = PP_NO_HEAD;
    pp_status status = pp_i_reparse_without(language, arena, sentence, out, &rest, error);
    uint32_t noun =
        status == PP_OK ? subject_across(&rest, out.start, out.start, &verb) : PP_NO_HEAD;
    if (noun != PP_NO_HEAD) {
        put_together(sentence, rest.tokens, out, noun, verb + (out.end - out.start));
    } else {
        pp_i_arena_rewind(arena, mark);
    }
    return status;
}

/* ", however,", ", for its part,": words between commas that only join sentences. */
static bool find_comment(const pp_i_sentence *sentence, pp_i_stretch *found)
{
    const pp_i_token *tokens = sentence->tokens;
    for (uint32_t i = 1; i + 3 < sentence->token_count; i++) {
        if (!pp_i_reparse_is_comma(sentence, i)) {
            continue;
        }
        uint32_t end = i + 1;
        bool joins = pp_i_word_in(tokens[end].form,
                                  "however though meanwhile nevertheless nonetheless moreover "
                                  "instead therefore furthermore too likewise similarly "
                                  "predictably unsurprisingly");
        bool turn =
            pp_i_word_in(tokens[end].form, "by in for") &&
            (pp_i_word_in(tokens[end + 1].form, "contrast turn example instance") ||
             (end + 2 < sentence->token_count && pp_i_text_is(tokens[end + 2].form, "part")));
        end += joins                                                     ? 1
               : !turn                                                   ? 0
               : pp_i_word_in(tokens[end + 1].form, "its his her their") ? 3
                                                                         : 2;
        if (end > i + 1 && pp_i_reparse_is_comma(sentence, end) &&
            end + 2 < sentence->token_count) {
            *found = (pp_i_stretch){i, end + 1};
            return true;
        }
    }
    return false;
}

/* "has by contrast expressed", "believes on the contrary that": the same without commas. */
static bool find_bare_comment(const pp_i_sentence *sentence, pp_i_stretch *found)
{
    static const char *const comments[][4] = {{"by", "contrast"},
                                              {"in", "turn"},
                                              {"for", "now"},
                                              {"in", "addition"},
                                              {"on", "the", "contrary"},
                                              {"for", "his", "part"},
                                              {"for", "its", "part"},
                                              {"for", "the", "moment"},
                                              {"at", "the", "same", "time"}};
    const pp_i_token *tokens = sentence->tokens;
    for (uint32_t i = 1; i + 4 < sentence->token_count; i++) {
        uint8_t before = tokens[i - 1].tag;
        bool inside = before == PP_TAG_AUX || before == PP_TAG_VERB || before == PP_TAG_CCONJ;
        for (size_t k = 0; inside && k < sizeof comments / sizeof *comments; k++) {
            uint32_t length = 0;
            while (length < 4 && comments[k][length] != NULL &&
                   pp_i_text_is(tokens[i + length].form, comments[k][length])) {
                length++;
            }
            bool whole = length == 4 || (length > 0 && comments[k][length] == NULL);
            if (whole && i + length < sentence->token_count &&
                tokens[i + length].tag != PP_TAG_PUNCT && tokens[i + length].tag != PP_TAG_ADP) {
                *found = (pp_i_stretch){i, i + length};
                return true;
            }
        }
    }
    return false;
}

/* The parse without a comment, which then hangs on the root. */
static pp_status without_comment(const pp_i_language *language, pp_i_arena *arena,
                                 pp_i_sentence *sentence, pp_error *error)
{
    pp_i_stretch out;
    pp_i_sentence rest;
    if (!find_comment(sentence, &out) && !find_bare_comment(sentence, &out)) {
        return PP_OK;
    }
    pp_status status = pp_i_reparse_without(language, arena, sentence, out, &rest, error);
    if (status != PP_OK) {
        return status;
    }
    uint32_t root = pp_i_sentence_root(&rest), cut = out.end - out.start;
    if (root < rest.token_count) {
        root += root >= out.start ? cut : 0;
        put_together(sentence, rest.tokens, out, root, root);
    }
    return PP_OK;
}

pp_status pp_i_reparse_asides(const pp_i_language *language, pp_i_arena *arena,
                              pp_i_sentence *sentence, pp_error *error)
{
    pp_i_stretch out;
    uint32_t from = 0, verb;
    pp_status comment = without_comment(language, arena, sentence, error);
    if (comment != PP_OK) {
        return comment;
    }
    for (int tries = 0; tries < ASIDE_COUNT_MAX && find_aside(sentence, from, &out); tries++) {
        from = out.start + 1;
        if (subject_across(sentence, out.start, out.end, &verb) != PP_NO_HEAD) {
            continue;
        }
        pp_status status = try_without(language, arena, sentence, out, error);
        if (status != PP_OK) {
            return status;
        }
    }
    return PP_OK;
}
