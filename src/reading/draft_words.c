/* draft_words.c: ids, formulas and review entries of a draft; see drafter.h. */
#include <stdio.h>

#include <utf8proc.h>

#include "reading/drafter.h"

pp_text pp_i_draft_cut(pp_text text, size_t byte_count_max)
{
    if (text.length > byte_count_max) {
        text.length = byte_count_max;
        while (text.length > 0 && ((unsigned char)text.data[text.length] & 0xC0) == 0x80)
            text.length--;
    }
    return text;
}

/* --- Ids ------------------------------------------------------------------------------------- */

static bool is_id_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The point of "4.5": one word. */
static bool is_point(pp_text text, size_t at)
{
    return at > 0 && at + 1 < text.length && text.data[at] == '.' &&
           pp_i_is_digit(text.data[at - 1]) && pp_i_is_digit(text.data[at + 1]);
}

/* Words that an id is clearer without. */
static bool is_small_word(const char *word)
{
    static const char list[] =
        " the a an of to in on at for and or any its his her their this that "
        "it as be by with from is are was were has have had will would "
        "must should may might can could s against as if than more these those despite which who ";
    char padded[PP_DRAFT_ID_BYTE_COUNT_MAX + 3];
    snprintf(padded, sizeof padded, " %s ", word);
    return strstr(list, padded) != NULL;
}

/* Does the word say too little to name anything by it? */
static bool is_weak_word(const char *word)
{
    pp_i_lexeme lexeme;
    if (is_small_word(word))
        return true;
    if (strcmp(word, "no") == 0 || strcmp(word, "not") == 0)
        return false;
    pp_i_lexical_find(pp_i_text_of(word), &lexeme);
    return pp_i_lexical_is_frame(&lexeme);
}

/* Which words of a text an id leaves out. */
typedef enum leaving { LEAVE_WEAK, LEAVE_SMALL, LEAVE_NONE } leaving;

static bool is_left_out(const char *word, leaving what)
{
    return what == LEAVE_WEAK ? is_weak_word(word) : what == LEAVE_SMALL && is_small_word(word);
}

/* The words of `text` in small letters, joined by "-". */
static void make_slug(pp_text text, size_t word_count_max, leaving what,
                      char slug[PP_DRAFT_ID_BYTE_COUNT_MAX + 1])
{
    size_t length = 0, word_count = 0;
    slug[0] = '\0';
    for (size_t at = 0; at < text.length && word_count < word_count_max;) {
        char word[PP_DRAFT_ID_BYTE_COUNT_MAX + 1];
        size_t count = 0;
        while (at < text.length && (is_id_byte(text.data[at]) || is_point(text, at))) {
            char c = text.data[at++];
            if (count < PP_DRAFT_ID_BYTE_COUNT_MAX)
                word[count++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c == '.' ? '-' : c;
        }
        word[count] = '\0';
        at += count == 0;
        if (count == 0 || is_left_out(word, what))
            continue;
        if (length + count + 1 > PP_DRAFT_ID_BYTE_COUNT_MAX)
            break;
        if (length > 0)
            slug[length++] = '-';
        memcpy(slug + length, word, count + 1);
        length += count;
        word_count++;
    }
}

/* "Vučić" as "Vucic": letters without their marks; what has no such letter becomes a blank. The
 * text itself where it is ASCII, or where memory has run out. */
static pp_text without_marks(pp_i_arena *arena, pp_text text)
{
    char *plain = NULL;
    size_t length = 0;
    for (size_t at = 0; at < text.length;) {
        utf8proc_int32_t letter, parts[8];
        utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text.data + at,
                                                 (utf8proc_ssize_t)(text.length - at), &letter);
        if (used > 1 && plain == NULL) {
            plain = pp_i_arena_alloc(arena, text.length);
            if (plain == NULL)
                return text;
            memcpy(plain, text.data, at);
            length = at;
        }
        int bounds = UTF8PROC_BOUNDCLASS_START;
        utf8proc_ssize_t count =
            used < 1 ? 0
                     : utf8proc_decompose_char(letter, parts, 8,
                                               UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, &bounds);
        bool ascii = count >= 1 && count <= 8 && parts[0] < 0x80;
        if (plain != NULL)
            plain[length++] = ascii ? (char)parts[0] : ' ';
        at += used < 1 ? 1 : (size_t)used;
    }
    return plain == NULL ? text : (pp_text){plain, length};
}

/* Does the slug tell how many, and not of what? */
static bool is_number(const char *slug)
{
    pp_i_amount amount;
    pp_text word = pp_i_text_of(slug);
    return strchr(slug, '-') == NULL && slug[0] != '\0' && pp_i_amount_at(&word, 1, 0, &amount);
}

pp_text pp_i_draft_id(pp_i_arena *arena, pp_i_map *ids, pp_text words, size_t word_count_max,
                      const char *otherwise, pp_i_draft_id_kind kind, size_t index)
{
    char slug[PP_DRAFT_ID_BYTE_COUNT_MAX + 1];
    bool is_name = kind != PP_DRAFT_ID_OF_PHRASE;
    words = without_marks(arena, words);
    make_slug(words, word_count_max, is_name ? LEAVE_SMALL : LEAVE_WEAK, slug);
    if (is_number(slug)) /* "two", of "a two-year deal" */
        make_slug(words, word_count_max, LEAVE_SMALL, slug);
    if (slug[0] == '\0')
        make_slug(words, word_count_max, LEAVE_NONE, slug);
    if (slug[0] == '\0')
        snprintf(slug, sizeof slug, "%s", otherwise);
    bool bad_start = slug[0] >= '0' && slug[0] <= '9'; /* it would be taken for a number */
    const char *id = pp_i_arena_print(arena, "%s%s", bad_start ? "n" : "", slug);
    for (size_t count = 2; id != NULL; count++) {
        pp_text made = pp_i_text_of(id);
        if (!pp_i_formula_is_reserved(made) && pp_i_map_get(ids, made) == PP_NONE)
            return pp_i_map_set(ids, made, index) ? made : PP_TEXT("");
        id = pp_i_arena_print(arena, "%s%s-%zu", bad_start ? "n" : "", slug, count);
    }
    return PP_TEXT("");
}

/* --- Formulas -------------------------------------------------------------------------------- */

bool pp_i_draft_formula(pp_i_drafter *drafter, size_t issue, const pp_i_word *options,
                        pp_i_formula *formula)
{
    size_t option_count = drafter->case_issues.items[issue].option_count;
    size_t word_count = pp_i_word_count(option_count);
    size_t count = pp_i_bits_count(options, word_count);
    pp_i_formula_node *node = PP_NEW(drafter->arena, pp_i_formula_node);
    pp_i_word *words = PP_NEW_ARRAY(drafter->arena, pp_i_word, word_count);
    if (node == NULL || words == NULL)
        return false;
    memcpy(words, options, word_count * sizeof *words);
    *node = (pp_i_formula_node){.kind = PP_FORMULA_ATOM,
                                .subject = (uint32_t)issue,
                                .options = words,
                                .comparison = PP_COMPARE_IN};
    bool all_but_one = count + 1 == option_count && option_count > 2;
    for (size_t i = 0; i < option_count && (count == 1 || all_but_one); i++)
        if (pp_i_bit_get(words, i) != all_but_one) {
            node->operand = (uint32_t)i;
            node->comparison = all_but_one ? PP_COMPARE_NOT_EQUAL : PP_COMPARE_EQUAL;
        }
    *formula = (pp_i_formula){.nodes = node, .node_count = 1};
    return true;
}

/* The one issue of an atom or of an atom denied, and its options. */
static bool read_atom(const pp_i_formula *formula, size_t *issue, const pp_i_word **options,
                      bool *denied)
{
    if (formula->node_count == 0 || formula->node_count > 2)
        return false;
    const pp_i_formula_node *root = &formula->nodes[formula->node_count - 1];
    *denied = root->kind == PP_FORMULA_NOT;
    const pp_i_formula_node *atom = *denied ? &formula->nodes[0] : root;
    if (atom->kind != PP_FORMULA_ATOM || (formula->node_count == 2) != *denied)
        return false;
    *issue = atom->subject;
    *options = atom->options;
    return true;
}

bool pp_i_draft_position(const pp_i_drafter *drafter, const pp_i_statement *statement,
                         size_t *issue, pp_i_word *options)
{
    const pp_i_word *words;
    bool denied;
    int direction = pp_i_act_direction(statement->act);
    if (direction == 0 || !read_atom(&statement->about, issue, &words, &denied))
        return false;
    size_t option_count = drafter->case_issues.items[*issue].option_count;
    memset(options, 0, pp_i_word_count(PP_CASE_OPTION_COUNT_MAX) * sizeof *options);
    bool turned = denied != (direction < 0);
    for (size_t i = 0; i < option_count; i++)
        if (pp_i_bit_get(words, i) != turned)
            pp_i_bit_set(options, i);
    return true;
}

/* --- Review ---------------------------------------------------------------------------------- */

bool pp_i_draft_review(pp_i_drafter *drafter, const char *what, const char *why,
                       const size_t *statements, size_t statement_count)
{
    if (what == NULL || why == NULL)
        return false;
    if (drafter->reviews.count >= PP_CASE_REVIEW_COUNT_MAX)
        return true;
    size_t *copy = PP_NEW_ARRAY(drafter->arena, size_t, statement_count);
    if (copy == NULL)
        return false;
    if (statement_count > 0)
        memcpy(copy, statements, statement_count * sizeof *copy);
    pp_i_review review = {.what = pp_i_text_of(what),
                          .why = pp_i_text_of(why),
                          .statements = copy,
                          .statement_count = statement_count};
    return PP_LIST_ADD(drafter->arena, &drafter->reviews, review);
}
