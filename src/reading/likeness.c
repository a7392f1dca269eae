/*
 * likeness.c: the terms of claims and their weights; see likeness.h.
 */
#include "reading/likeness.h"

#include <math.h>
#include <string.h>

#include "reading/claim_words.h"
#include "reading/clause.h"

enum { NAME_KEY_BYTE_COUNT_MAX = PP_LEXEME_BYTE_COUNT_MAX - 1 };

/* A place tells where something is, rarely what: a valley has troops, a bridge and a school. */
static const double noun_weight = 1.0, verb_weight = 0.8, adjective_weight = 0.6,
                    place_weight = 0.4;

/* --- Roots ----------------------------------------------------------------------------------- */

/* The index of `root` under its text, made where it is new; PP_NONE where memory has run out. */
static size_t add_root(pp_i_vocabulary_of_claims *words, const pp_i_root *root)
{
    size_t known = pp_i_map_get(&words->by_root, pp_i_text_of(root->lexeme.root));
    if (known != PP_NONE)
        return known;
    size_t length = strlen(root->lexeme.root);
    const char *key = pp_i_arena_copy(words->arena, root->lexeme.root, length);
    size_t index = words->roots.count;
    if (key == NULL || !PP_LIST_ADD(words->arena, &words->roots, *root) ||
        !pp_i_map_set(&words->by_root, (pp_text){key, length}, index))
        return PP_NONE;
    return index;
}

static size_t root_of_lemma(pp_i_vocabulary_of_claims *words, pp_text lemma)
{
    size_t known = pp_i_map_get(&words->by_lemma, lemma);
    if (known != PP_NONE)
        return known;
    pp_i_root root = {.sentence_last = PP_NONE};
    pp_i_lexical_find(lemma, &root.lexeme);
    root.is_frame = pp_i_lexical_is_frame(&root.lexeme);
    root.is_reversing = pp_i_lexical_is_reversing(&root.lexeme);
    size_t index = add_root(words, &root);
    const char *key = pp_i_arena_copy(words->arena, lemma.data, lemma.length);
    if (index == PP_NONE || key == NULL ||
        !pp_i_map_set(&words->by_lemma, (pp_text){key, lemma.length}, index))
        return PP_NONE;
    return index;
}

static size_t root_of_name(pp_i_vocabulary_of_claims *words, const char *key)
{
    pp_i_root root = {.is_name = true, .sentence_last = PP_NONE};
    size_t length = strlen(key);
    length = length > NAME_KEY_BYTE_COUNT_MAX ? NAME_KEY_BYTE_COUNT_MAX : length;
    root.lexeme.root[0] = '@';
    memcpy(root.lexeme.root + 1, key, length);
    return add_root(words, &root);
}

/* --- Terms ----------------------------------------------------------------------------------- */

/* Where a token stands. */
typedef struct token_place {
    const pp_i_report *report;
    size_t sentence;
    uint32_t token;
} token_place;

static double weight_of_tag(uint8_t tag)
{
    switch (tag) {
    case PP_TAG_NOUN:
    case PP_TAG_PROPN:
        return noun_weight;
    case PP_TAG_VERB:
        return verb_weight;
    case PP_TAG_ADJ:
    case PP_TAG_NUM:
        return adjective_weight;
    default:
        return 0;
    }
}

/* The actor that the token names, pronouns apart, or PP_NONE. */
static size_t actor_at(const token_place *at)
{
    if (at->report->names == NULL)
        return PP_NONE;
    size_t mention = pp_i_names_at(at->report->names, at->sentence, at->token);
    if (mention == PP_NONE)
        return PP_NONE;
    const pp_i_mention *one = &at->report->names->mentions[mention];
    /* A long description covers many words; only its head names somebody. */
    if (one->kind == PP_MENTION_PRONOUN || one->entity == PP_NONE ||
        (one->kind == PP_MENTION_DESCRIPTION && one->head != at->token))
        return PP_NONE;
    return at->report->actors[one->entity];
}

/*
 * The root of a token that carries meaning: a word's, or the name's where it names somebody who
 * makes no statement; `*root` is PP_NONE for all others. False where memory has run out.
 */
static bool root_of_token(pp_i_vocabulary_of_claims *words, const token_place *at, size_t *root)
{
    const pp_i_token *token = &at->report->sentences[at->sentence].tokens[at->token];
    *root = PP_NONE;
    if (weight_of_tag(token->tag) == 0)
        return true;
    size_t actor = actor_at(at);
    if (actor != PP_NONE && words->is_party[actor])
        return true;
    pp_i_entity_kind kind = actor == PP_NONE ? PP_ENTITY_GROUP : words->reading->actors[actor].kind;
    if (kind == PP_ENTITY_GROUP)
        *root = root_of_lemma(words, token->lemma.length > 0 ? token->lemma : token->form);
    else
        *root = root_of_name(words, words->reading->actors[actor].key);
    return *root != PP_NONE;
}

static double rarity(const pp_i_vocabulary_of_claims *words, size_t root)
{
    double all = (double)words->sentence_count + 1;
    double with = (double)words->roots.items[root].sentence_count;
    return log(1 + all / (with < 1 ? 1 : with)) / log(1 + all);
}

bool pp_i_claim_add_term(pp_i_vocabulary_of_claims *words, pp_i_claim *claim, const pp_i_term *term)
{
    if (claim->term_count == PP_CLAIM_TERM_COUNT_MAX)
        return true;
    for (size_t i = 0; i < claim->term_count; i++)
        if (claim->terms[i].root == term->root)
            return true;
    if (!pp_i_arena_reserve(words->arena, &claim->terms, &claim->term_capacity, claim->term_count,
                            sizeof *claim->terms))
        return false;
    claim->terms[claim->term_count++] = *term;
    claim->weight += term->weight;
    return true;
}

static bool add_term(pp_i_vocabulary_of_claims *words, pp_i_claim *claim, size_t root,
                     double weight, pp_text form)
{
    const pp_i_root *known = &words->roots.items[root];
    if (known->is_reversing)
        claim->is_reversed = !claim->is_reversed;
    if (known->is_reversing || (known->is_frame && !words->frames_too))
        return true;
    pp_i_term term = {.root = root,
                      .weight = weight * rarity(words, root),
                      .form = form,
                      .is_noun = weight >= noun_weight};
    return pp_i_claim_add_term(words, claim, &term);
}

static bool add_token(pp_i_vocabulary_of_claims *words, const token_place *at, pp_i_claim *claim)
{
    const pp_i_token *token = &at->report->sentences[at->sentence].tokens[at->token];
    size_t root;
    if (pp_i_is_number(token->form) || pp_i_says_when(at->report, at->sentence, at->token))
        return true;
    const pp_i_sentence *sentence = &at->report->sentences[at->sentence];
    if (pp_i_is_denial(token) &&
        !pp_i_sets_bound(sentence->tokens, (uint32_t)sentence->token_count, at->token))
        claim->is_denied = !claim->is_denied;
    if (!root_of_token(words, at, &root))
        return false;
    if (root == PP_NONE)
        return true;
    size_t actor = words->roots.items[root].is_name ? actor_at(at) : PP_NONE;
    bool is_place = actor != PP_NONE && words->reading->actors[actor].kind == PP_ENTITY_PLACE;
    return add_term(words, claim, root, is_place ? place_weight : weight_of_tag(token->tag),
                    token->form);
}

static bool add_content(pp_i_vocabulary_of_claims *words, const pp_i_said *said, pp_i_claim *claim)
{
    const pp_i_report *report = &words->reading->reports[said->report];
    uint32_t end = said->content.token_end;
    if (end <= said->content.token_start || said->sentence >= report->sentence_count)
        return pp_i_claim_add_text(words, said->content.text, claim);
    const pp_i_sentence *sentence = &report->sentences[said->sentence];
    uint32_t denial = pp_i_said_denial(words->reading, said);
    claim->amount =
        pp_i_amount_of_tokens(sentence, said->content.token_start, end, &said->condition);
    if (said->act == PP_ACT_REJECTS && said->negated)
        pp_i_amount_affirm(&claim->amount); /* "would pay no more than 5" refuses more */
    for (uint32_t i = said->content.token_start; i < end && i < sentence->token_count; i++) {
        token_place at = {report, said->sentence, i};
        bool in_condition = i >= said->condition.token_start && i < said->condition.token_end;
        if (!in_condition && i != denial && !add_token(words, &at, claim))
            return false;
    }
    return true;
}

/* Do the words that point do so by themselves: "this idea", "it"? "The notion of a ferry" does not:
 * it says what the notion is. */
static bool points_alone(const pp_i_antecedent *from)
{
    return pp_i_first_word_in(from->said,
                              "this that these those it its they such both which so them "
                              "a an"); /* "..., a promise that" */
}

bool pp_i_claim_of_said(pp_i_vocabulary_of_claims *words, size_t statement, pp_i_claim *claim)
{
    const pp_i_said *said = &words->reading->statements[statement];
    *claim = (pp_i_claim){0};
    bool verdict = pp_i_said_points_with_verdict(said);
    bool bare = said->bare != PP_BARE_NONE; /* "Iceland accepted" */
    if (!verdict && !bare && !add_content(words, said, claim))
        return false;
    /* Of "will never accept" the act is to reject: the denial is in it already. */
    if (claim->is_denied)
        claim->is_reversed = !claim->is_reversed;
    claim->points = bare || points_alone(&said->content_from) ||
                    (claim->term_count == 0 && said->content_from.said.length > 0);
    if (claim->points && !pp_i_claim_add_text(words, said->content_from.text, claim))
        return false;
    if (claim->term_count > 0 || said->content_from.said.length > 0)
        return true;
    /* Nothing but words that frame: then these are what it is about. */
    *claim = (pp_i_claim){0};
    words->frames_too = true;
    bool good = add_content(words, said, claim);
    words->frames_too = false;
    return good;
}

bool pp_i_claim_of_condition(pp_i_vocabulary_of_claims *words, size_t statement, pp_i_claim *claim)
{
    const pp_i_said *said = &words->reading->statements[statement];
    const pp_i_report *report = &words->reading->reports[said->report];
    *claim = (pp_i_claim){0};
    if (said->sentence >= report->sentence_count)
        return true;
    const pp_i_sentence *sentence = &report->sentences[said->sentence];
    claim->amount = pp_i_amount_of_tokens(sentence, said->condition.token_start,
                                          said->condition.token_end, NULL);
    bool inner = false;
    for (uint32_t i = said->condition.token_start;
         i < said->condition.token_end && i < sentence->token_count; i++) {
        token_place at = {report, said->sentence, i};
        bool denied = claim->is_denied;
        if (!add_token(words, &at, claim))
            return false;
        if (sentence->tokens[i].tag == PP_TAG_VERB &&
            pp_i_word_in(sentence->tokens[i].lemma, "reject refuse oppose decline dismiss"))
            claim->is_reversed = !claim->is_reversed; /* "only if Kenya rejects the toll" */
        inner = inner || pp_i_text_is(sentence->tokens[i].lemma, "that");
        if (inner) /* "if Kenya guarantees that no depot closes" asks for the guarantee */
            claim->is_denied = denied;
    }
    if (claim->is_denied)
        claim->is_reversed = !claim->is_reversed;
    return true;
}

/* --- Words of a text without a parse --------------------------------------------------------- */

bool pp_i_claim_add_text(pp_i_vocabulary_of_claims *words, pp_text text, pp_i_claim *claim)
{
    if (claim->amount.number.length == 0)
        claim->amount = pp_i_amount_of_text(text);
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        at = pp_i_word_end(text, start);
        pp_text word = {text.data + start, at - start};
        at += at == start;
        bool number = word.length > 0 && pp_i_is_number(word);
        bool denies = pp_i_text_is(word, "not") || pp_i_text_is(word, "no");
        if (denies)
            claim->is_denied = !claim->is_denied;
        size_t actor = word.length == 0 ? PP_NONE : pp_i_map_get(&words->by_name, word);
        if (denies || number || word.length == 0 || !pp_i_is_letter(word.data[0]) ||
            pp_i_is_function_word(word) || (actor != PP_NONE && words->is_party[actor]))
            continue;
        size_t root = actor == PP_NONE ? root_of_lemma(words, word)
                                       : root_of_name(words, words->reading->actors[actor].key);
        if (root == PP_NONE || !add_term(words, claim, root, verb_weight, word))
            return false;
    }
    return true;
}

/* --- Counting -------------------------------------------------------------------------------- */

static bool count_sentence(pp_i_vocabulary_of_claims *words, const pp_i_report *report,
                           size_t sentence)
{
    const pp_i_sentence *one = &report->sentences[sentence];
    for (uint32_t i = 0; i < one->token_count; i++) {
        token_place at = {report, sentence, i};
        size_t root;
        if (!root_of_token(words, &at, &root))
            return false;
        if (root == PP_NONE || words->roots.items[root].sentence_last == words->sentence_count)
            continue;
        words->roots.items[root].sentence_last = words->sentence_count;
        words->roots.items[root].sentence_count++;
    }
    words->sentence_count += one->token_count > 0;
    return true;
}

/* Notes each word of a name with a capital; one that is there already stays. */
static bool add_name(pp_i_vocabulary_of_claims *words, pp_text name, size_t actor)
{
    for (size_t at = 0; at < name.length;) {
        size_t start = at;
        while (at < name.length && pp_i_is_word_byte(name.data[at]))
            at++;
        pp_text word = {name.data + start, at - start};
        at += at == start;
        bool capital = word.length > 1 && pp_i_has_capital(word);
        if (capital && pp_i_map_get(&words->by_name, word) == PP_NONE &&
            !pp_i_map_set(&words->by_name, word, actor))
            return false;
    }
    return true;
}

/* All words of the parties' names; of the others those names that are one word. */
static bool add_names(pp_i_vocabulary_of_claims *words)
{
    const pp_i_reading *reading = words->reading;
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < reading->actor_count; i++) {
            const pp_i_actor *actor = &reading->actors[i];
            bool is_party = words->is_party[i];
            if (is_party != (pass == 0) || (!is_party && actor->kind == PP_ENTITY_GROUP))
                continue;
            if ((is_party || memchr(actor->name.data, ' ', actor->name.length) == NULL) &&
                !add_name(words, actor->name, i))
                return false;
            for (size_t j = 0; j < actor->alias_count; j++)
                if (memchr(actor->aliases[j].data, ' ', actor->aliases[j].length) == NULL &&
                    !add_name(words, actor->aliases[j], i))
                    return false;
        }
    return true;
}

bool pp_i_likeness_init(pp_i_vocabulary_of_claims *words, const pp_i_reading *reading,
                        pp_i_arena *arena)
{
    *words = (pp_i_vocabulary_of_claims){.reading = reading, .arena = arena};
    pp_i_map_init(&words->by_lemma, arena);
    pp_i_map_init(&words->by_root, arena);
    bool *is_party = PP_NEW_ARRAY(arena, bool, reading->actor_count);
    if (is_party == NULL)
        return false;
    for (size_t i = 0; i < reading->statement_count; i++) {
        const pp_i_said *said = &reading->statements[i];
        is_party[said->actor] = is_party[said->party] = true;
    }
    words->is_party = is_party;
    pp_i_map_init(&words->by_name, arena);
    if (!add_names(words))
        return false;
    for (size_t i = 0; i < reading->report_count; i++)
        for (size_t j = 0; j < reading->reports[i].sentence_count; j++)
            if (!count_sentence(words, &reading->reports[i], j))
                return false;
    return true;
}
