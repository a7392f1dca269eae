/*
 * words_formula.c: formulas in words. A formula's nodes stand children first, so each node's words
 * are made from its children's in one pass.
 */
#include "report/words.h"

#include <inttypes.h>

/* Titles in sentences are cut beyond this, so that words stay within what memory and eyes hold. */
enum { TITLE_COLUMN_COUNT_MAX = 120 };

static const char *title_of(pp_i_page *page, pp_text title)
{
    size_t fit = pp_i_text_fit(title, TITLE_COLUMN_COUNT_MAX);
    if (fit == title.length)
        return pp_i_page_safe(page, title);
    return pp_i_page_format(page, "%s…", pp_i_page_safe(page, (pp_text){title.data, fit}));
}

const char *pp_i_words_option(pp_i_page *page, const pp_i_issue *issue, size_t option, bool quoted)
{
    const char *title = title_of(page, issue->options[option].title);
    return quoted ? pp_i_page_format(page, "“%s”", title) : title;
}

/* The options of an atom: quoted and joined by "or". */
static const char *options_of(pp_i_page *page, const pp_i_issue *issue, const pp_i_word *set)
{
    const char **items = PP_NEW_ARRAY(page->arena, const char *, issue->option_count);
    if (items == NULL) {
        pp_i_page_fail(page);
        return "";
    }
    size_t count = 0;
    for (size_t i = 0; i < issue->option_count; i++)
        if (pp_i_bit_get(set, i))
            items[count++] = pp_i_words_option(page, issue, i, true);
    return pp_i_words_list(page, items, count, "or");
}

static const char *comparison_words(pp_i_comparison comparison)
{
    switch (comparison) {
    case PP_COMPARE_LESS:
        return "less than ";
    case PP_COMPARE_LESS_EQUAL:
        return "at most ";
    case PP_COMPARE_GREATER:
        return "more than ";
    case PP_COMPARE_GREATER_EQUAL:
        return "at least ";
    case PP_COMPARE_NOT_EQUAL:
        return "anything but ";
    default:
        return "";
    }
}

/* `negated`: the words for "not" this atom. */
static const char *atom_words(pp_i_page *page, const pp_i_issue *issue,
                              const pp_i_formula_node *node, bool negated)
{
    const char *title = title_of(page, issue->title);
    if (node->comparison == PP_COMPARE_IN)
        return pp_i_page_format(page, "%s: %s%s", title, negated ? "anything but " : "",
                                options_of(page, issue, node->options));
    pp_i_comparison comparison = node->comparison;
    if (negated && comparison == PP_COMPARE_EQUAL)
        comparison = PP_COMPARE_NOT_EQUAL;
    else if (negated && comparison == PP_COMPARE_NOT_EQUAL)
        comparison = PP_COMPARE_EQUAL;
    else if (negated)
        return pp_i_page_format(page, "%s: not %s%.*s", title, comparison_words(comparison),
                                (int)node->number_words.length, node->number_words.data);
    if (comparison >= PP_COMPARE_LESS)
        return pp_i_page_format(page, "%s: %s%.*s", title, comparison_words(comparison),
                                (int)node->number_words.length, node->number_words.data);
    bool quoted = comparison == PP_COMPARE_NOT_EQUAL;
    return pp_i_page_format(page, "%s: %s%s", title, comparison_words(comparison),
                            pp_i_words_option(page, issue, node->operand, quoted));
}

/* Does the child need brackets inside its parent's words? */
static const char *bracketed(pp_i_page *page, const pp_i_formula_node *child, const char *words)
{
    bool simple = child->kind == PP_FORMULA_ATOM || child->kind == PP_FORMULA_PARTY ||
                  child->kind == PP_FORMULA_TRUE || child->kind == PP_FORMULA_FALSE ||
                  child->kind == PP_FORMULA_AT_LEAST || child->kind == PP_FORMULA_NOT;
    return simple ? words : pp_i_page_format(page, "(%s)", words);
}

static const char *join(pp_i_page *page, const pp_i_formula *formula, const pp_i_formula_node *node,
                        const char *const *words, const char *between)
{
    pp_i_builder builder;
    pp_i_builder_init(&builder, page->arena);
    for (uint32_t i = 0; i < node->child_count; i++) {
        if (i > 0)
            pp_i_builder_add_string(&builder, between);
        uint32_t child = node->children[i];
        pp_i_builder_add_string(&builder, bracketed(page, &formula->nodes[child], words[child]));
    }
    return pp_i_page_take(page, &builder);
}

static const char *node_words(pp_i_page *page, const pp_case *the_case, const pp_i_formula *formula,
                              const pp_i_formula_node *node, const char *const *words,
                              bool about_parties)
{
    const char *first = node->child_count > 0 ? words[node->children[0]] : "";
    const pp_i_formula_node *child =
        node->child_count > 0 ? &formula->nodes[node->children[0]] : NULL;
    switch (node->kind) {
    case PP_FORMULA_TRUE:
        return about_parties ? "true" : "always";
    case PP_FORMULA_FALSE:
        return about_parties ? "false" : "never";
    case PP_FORMULA_ATOM:
        return atom_words(page, &the_case->issues[node->subject], node, false);
    case PP_FORMULA_PARTY:
        return pp_i_page_safe(page, the_case->parties[node->subject].name);
    case PP_FORMULA_NOT:
        if (child->kind == PP_FORMULA_ATOM)
            return atom_words(page, &the_case->issues[child->subject], child, true);
        return pp_i_page_format(page, "not (%s)", first);
    case PP_FORMULA_AND:
        return join(page, formula, node, words, about_parties ? " and " : "; and ");
    case PP_FORMULA_OR:
        return join(page, formula, node, words, about_parties ? " or " : "; or ");
    case PP_FORMULA_IMPLIES:
        return pp_i_page_format(
            page, "if %s, then %s", bracketed(page, child, first),
            bracketed(page, &formula->nodes[node->children[1]], words[node->children[1]]));
    case PP_FORMULA_IFF:
        return join(page, formula, node, words, " exactly when ");
    case PP_FORMULA_AT_LEAST:
        return pp_i_page_format(page, "%" PRIu32 " of (%s)", node->threshold,
                                join(page, formula, node, words, ", "));
    }
    return "";
}

static const char *words_of(pp_i_page *page, const pp_case *the_case, const pp_i_formula *formula,
                            bool about_parties)
{
    const char **words = PP_NEW_ARRAY(page->arena, const char *, formula->node_count);
    if (formula->node_count == 0)
        return "";
    if (words == NULL) {
        pp_i_page_fail(page);
        return "";
    }
    for (size_t i = 0; i < formula->node_count; i++)
        words[i] = node_words(page, the_case, formula, &formula->nodes[i], words, about_parties);
    return words[formula->node_count - 1];
}

const char *pp_i_words_formula(pp_i_page *page, const pp_case *the_case,
                               const pp_i_formula *formula)
{
    const char *words = words_of(page, the_case, formula, false);
    if (words[0] == '\0')
        return words;
    const pp_i_formula_node *root = &formula->nodes[formula->node_count - 1];
    bool own =
        root->kind == PP_FORMULA_IMPLIES || root->kind == PP_FORMULA_TRUE ||
        root->kind == PP_FORMULA_FALSE ||
        (root->kind == PP_FORMULA_NOT && formula->nodes[root->children[0]].kind != PP_FORMULA_ATOM);
    bool small = own && words[0] >= 'a' && words[0] <= 'z';
    return small ? pp_i_page_format(page, "%c%s", words[0] - 'a' + 'A', words + 1) : words;
}

/* Option ids joined by "or": those in the set, or with `complement` the others. */
static const char *ids_of(pp_i_page *page, const pp_i_issue *issue, const pp_i_word *set,
                          bool complement, bool negated)
{
    pp_i_builder builder;
    pp_i_builder_init(&builder, page->arena);
    size_t count = 0;
    for (size_t i = 0; i < issue->option_count; i++) {
        if (pp_i_bit_get(set, i) == complement)
            continue;
        if (count++ > 0)
            pp_i_builder_add_string(&builder, negated ? " nor " : " or ");
        pp_i_builder_add_printable(&builder, issue->options[i].id);
    }
    const char *ids = pp_i_page_take(page, &builder);
    if (!negated)
        return ids;
    return pp_i_page_format(page, "%s %s", count > 1 ? "neither" : "not", ids);
}

const char *pp_i_words_formula_short(pp_i_page *page, const pp_case *the_case,
                                     const pp_i_formula *formula)
{
    const pp_i_formula_node *root = &formula->nodes[formula->node_count - 1];
    bool negated = root->kind == PP_FORMULA_NOT;
    if (negated)
        root = &formula->nodes[root->children[0]];
    bool other = root->kind != PP_FORMULA_ATOM || root->comparison > PP_COMPARE_IN;
    if (other) {
        pp_i_vocabulary vocabulary = pp_i_case_vocabulary(the_case);
        const char *text = pp_i_formula_print(formula, &vocabulary, page->arena);
        if (text == NULL)
            pp_i_page_fail(page);
        return text == NULL ? "" : text;
    }
    const pp_i_issue *issue = &the_case->issues[root->subject];
    if (root->comparison == PP_COMPARE_NOT_EQUAL)
        negated = !negated;
    bool complement = root->comparison == PP_COMPARE_NOT_EQUAL; /* its set holds all but one */
    return ids_of(page, issue, root->options, complement, negated);
}

/* Whom the rule names; where the case has none, all principals, or else all parties. */
static const char *consenting(pp_i_page *page, const pp_case *the_case)
{
    if (the_case->consent.node_count > 0)
        return words_of(page, the_case, &the_case->consent, true);
    size_t *parties = PP_NEW_ARRAY(page->arena, size_t, the_case->party_count);
    if (parties == NULL) {
        pp_i_page_fail(page);
        return "";
    }
    size_t count = 0;
    for (size_t i = 0; i < the_case->party_count; i++)
        if (the_case->parties[i].role == PP_ROLE_PRINCIPAL)
            parties[count++] = i;
    for (size_t i = 0; count == 0 && i < the_case->party_count; i++)
        parties[i] = i;
    return pp_i_words_parties(page, the_case, parties, count == 0 ? the_case->party_count : count);
}

const char *pp_i_words_consent(pp_i_page *page, const pp_case *the_case)
{
    const pp_i_formula *rule = &the_case->consent;
    pp_i_formula_kind root =
        rule->node_count > 0 ? rule->nodes[rule->node_count - 1].kind : PP_FORMULA_AND;
    if (root == PP_FORMULA_TRUE)
        return "An agreement needs nobody's consent";
    if (root == PP_FORMULA_FALSE)
        return "No consent makes an agreement";
    return pp_i_page_format(page, "An agreement needs the consent of %s",
                            consenting(page, the_case));
}
