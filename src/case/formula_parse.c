/*
 * formula_parse.c: the parser of formulas and consent rules; the grammar stands in formula.h.
 *
 * Units go on a stack of values; `and`, `or` and the connectives say where on it the current
 * conjunction, disjunction and side began, and closing one makes a node of what lies above. Open
 * parentheses are frames in an array of PP_FORMULA_DEPTH_MAX. At the end the nodes are copied to
 * the caller's arena in post-order, so that equal formulas are equal node for node however written.
 */
#include "case/formula_parse.h"

#include "base/error.h"
#include "case/yaml.h"

static pp_i_formula_frame *top_frame(pp_i_formula_parser *parser)
{
    return &parser->frames[parser->frame_count - 1];
}

static void next_token(pp_i_formula_parser *parser)
{
    parser->token = pp_i_formula_token(parser->words, pp_i_token_end(parser->token));
}

/* Adds a node; its index goes to *made. */
static bool add_node(pp_i_formula_parser *parser, pp_i_formula_node node, uint32_t *made)
{
    if (parser->nodes.count == PP_FORMULA_NODE_COUNT_MAX)
        return pp_i_formula_fault_limit(parser, "parts", PP_FORMULA_NODE_COUNT_MAX);
    *made = (uint32_t)parser->nodes.count;
    return PP_LIST_ADD(parser->scratch, &parser->nodes, node);
}

/* Makes the values from `start` on the children of one new value. */
static bool gather(pp_i_formula_parser *parser, pp_i_formula_node node, size_t start)
{
    size_t count = parser->values.count - start;
    uint32_t *children = PP_NEW_ARRAY(parser->scratch, uint32_t, count);
    if (children == NULL)
        return false;
    memcpy(children, parser->values.items + start, count * sizeof *children);
    node.children = children;
    node.child_count = (uint32_t)count;
    uint32_t made = 0;
    if (!add_node(parser, node, &made))
        return false;
    parser->values.count = start;
    return PP_LIST_ADD(parser->scratch, &parser->values, made);
}

/* The unit on top of the values is whole: puts the `not`s before it above it. */
static bool apply_nots(pp_i_formula_parser *parser)
{
    pp_i_formula_frame *frame = top_frame(parser);
    for (; frame->not_count > 0; frame->not_count--, parser->depth--)
        if (!gather(parser, (pp_i_formula_node){.kind = PP_FORMULA_NOT}, parser->values.count - 1))
            return false;
    return true;
}

/* Pushes a unit, with the `not`s before it. */
static bool finish_unit(pp_i_formula_parser *parser, pp_i_formula_node node)
{
    uint32_t made = 0;
    return add_node(parser, node, &made) && PP_LIST_ADD(parser->scratch, &parser->values, made) &&
           apply_nots(parser);
}

static bool close_conjunction(pp_i_formula_parser *parser)
{
    const pp_i_formula_frame *frame = top_frame(parser);
    return parser->values.count - frame->and_start < 2 ||
           gather(parser, (pp_i_formula_node){.kind = PP_FORMULA_AND}, frame->and_start);
}

static bool close_disjunction(pp_i_formula_parser *parser)
{
    const pp_i_formula_frame *frame = top_frame(parser);
    return close_conjunction(parser) &&
           (parser->values.count - frame->or_start < 2 ||
            gather(parser, (pp_i_formula_node){.kind = PP_FORMULA_OR}, frame->or_start));
}

static void start_formula(pp_i_formula_parser *parser)
{
    pp_i_formula_frame *frame = top_frame(parser);
    frame->or_start = frame->and_start = parser->values.count;
    frame->connective.kind = PP_TOKEN_END;
}

/* What the innermost frame holds since start_formula becomes one value. */
static bool close_formula(pp_i_formula_parser *parser)
{
    pp_i_formula_frame *frame = top_frame(parser);
    if (!close_disjunction(parser))
        return false;
    if (frame->connective.kind == PP_TOKEN_END)
        return true;
    size_t start = parser->values.count - 2;
    uint32_t *sides = parser->values.items + start;
    if (frame->connective.kind == PP_TOKEN_IF) {
        uint32_t consequence = sides[0];
        sides[0] = sides[1];
        sides[1] = consequence;
    }
    pp_i_formula_kind kind =
        frame->connective.kind == PP_TOKEN_IFF ? PP_FORMULA_IFF : PP_FORMULA_IMPLIES;
    return gather(parser, (pp_i_formula_node){.kind = kind}, start);
}

/* One level deeper, for a parenthesis or a `not`. */
static bool go_deeper(pp_i_formula_parser *parser)
{
    if (parser->depth == PP_FORMULA_DEPTH_MAX)
        return pp_i_formula_fault_limit(parser, "nested parentheses", PP_FORMULA_DEPTH_MAX);
    parser->depth++;
    return true;
}

/* Opens a frame at the "(" that is the next token. */
static bool open_frame(pp_i_formula_parser *parser, pp_i_formula_frame frame)
{
    if (!go_deeper(parser))
        return false;
    frame.open = parser->token;
    frame.base = parser->values.count;
    parser->frames[parser->frame_count++] = frame;
    start_formula(parser);
    next_token(parser);
    return true;
}

/* Reads `2 of (`. */
static bool open_count(pp_i_formula_parser *parser)
{
    pp_i_formula_frame frame = {.counts = true, .count = parser->token};
    pp_text digits = parser->token.text;
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return pp_i_formula_fault_count(parser, parser->token, 0);
        if (frame.threshold < PP_FORMULA_NODE_COUNT_MAX)
            frame.threshold = frame.threshold * 10 + (uint32_t)(digits.data[i] - '0');
    }
    next_token(parser);
    next_token(parser);
    if (parser->token.kind != PP_TOKEN_OPEN)
        return pp_i_formula_fault_list(parser, NULL);
    return open_frame(parser, frame);
}

/* Takes the ")" that closes the innermost frame. */
static bool close_frame(pp_i_formula_parser *parser)
{
    if (parser->frame_count == 1)
        return pp_i_formula_fault_joint(parser);
    if (!close_formula(parser))
        return false;
    const pp_i_formula_frame *frame = top_frame(parser);
    size_t count = parser->values.count - frame->base;
    if (frame->counts) {
        if (frame->threshold < 1 || frame->threshold > count)
            return pp_i_formula_fault_count(parser, frame->count, count);
        pp_i_formula_node node = {.kind = PP_FORMULA_AT_LEAST, .threshold = frame->threshold};
        if (!gather(parser, node, frame->base))
            return false;
    }
    parser->frame_count--;
    parser->depth--;
    next_token(parser);
    return apply_nots(parser);
}

static bool take_party(pp_i_formula_parser *parser)
{
    pp_i_token behind = pp_i_formula_token(parser->words, pp_i_token_end(parser->token));
    if (behind.kind == PP_TOKEN_OF)
        return open_count(parser);
    size_t party = pp_i_map_get(parser->vocabulary->party_ids, parser->token.text);
    if (party == PP_NONE)
        return pp_i_formula_fault_subject(parser);
    next_token(parser);
    return finish_unit(parser,
                       (pp_i_formula_node){.kind = PP_FORMULA_PARTY, .subject = (uint32_t)party});
}

/* Takes an option of `issue`; its index goes to *option. */
static bool take_option(pp_i_formula_parser *parser, const pp_i_issue *issue, uint32_t *option)
{
    for (size_t i = 0; parser->token.kind == PP_TOKEN_WORD && i < issue->option_count; i++)
        if (pp_i_text_equal(issue->options[i].id, parser->token.text)) {
            *option = (uint32_t)i;
            next_token(parser);
            return true;
        }
    return pp_i_formula_fault_option(parser, issue);
}

/* Takes the number behind `<` and its kin; it need not be one of the options. */
static bool take_number(pp_i_formula_parser *parser, const pp_i_issue *issue,
                        pp_i_formula_node *node)
{
    if (parser->token.kind != PP_TOKEN_WORD ||
        pp_i_number_parse(parser->token.text, &node->number) != PP_NUMBER_GOOD)
        return pp_i_formula_fault_number(parser, issue);
    node->number_words = parser->token.text;
    next_token(parser);
    return true;
}

/* Takes `(a, b)`, the list behind `in`. */
static bool take_list(pp_i_formula_parser *parser, const pp_i_issue *issue, pp_i_word *options)
{
    if (parser->token.kind != PP_TOKEN_OPEN)
        return pp_i_formula_fault_list(parser, issue);
    pp_i_token open = parser->token;
    do {
        next_token(parser);
        uint32_t option = 0;
        if (!take_option(parser, issue, &option))
            return false;
        pp_i_bit_set(options, option);
    } while (parser->token.kind == PP_TOKEN_COMMA);
    if (parser->token.kind == PP_TOKEN_END)
        return pp_i_formula_fault_open(parser, open);
    if (parser->token.kind != PP_TOKEN_CLOSE)
        return pp_i_formula_fault_list(parser, issue);
    next_token(parser);
    return true;
}

/* Does an option that compares with the operand as `order` says satisfy the comparison? */
static bool order_holds(pp_i_comparison comparison, int order)
{
    switch (comparison) {
    case PP_COMPARE_LESS:
        return order < 0;
    case PP_COMPARE_LESS_EQUAL:
        return order <= 0;
    case PP_COMPARE_GREATER:
        return order > 0;
    case PP_COMPARE_GREATER_EQUAL:
        return order >= 0;
    case PP_COMPARE_EQUAL:
    case PP_COMPARE_NOT_EQUAL:
    case PP_COMPARE_IN:
        break;
    }
    return false;
}

static void set_options(const pp_i_issue *issue, const pp_i_formula_node *node, pp_i_word *options)
{
    for (size_t i = 0; i < issue->option_count; i++) {
        bool holds = i == node->operand;
        if (node->comparison == PP_COMPARE_NOT_EQUAL)
            holds = i != node->operand;
        else if (node->comparison != PP_COMPARE_EQUAL)
            holds = order_holds(node->comparison,
                                pp_i_number_compare(issue->options[i].number, node->number));
        if (holds)
            pp_i_bit_set(options, i);
    }
}

static bool comparison_of(pp_i_token_kind kind, pp_i_comparison *comparison)
{
    switch ((int)kind) {
    case PP_TOKEN_EQUAL:
        *comparison = PP_COMPARE_EQUAL;
        return true;
    case PP_TOKEN_NOT_EQUAL:
        *comparison = PP_COMPARE_NOT_EQUAL;
        return true;
    case PP_TOKEN_LESS:
        *comparison = PP_COMPARE_LESS;
        return true;
    case PP_TOKEN_LESS_EQUAL:
        *comparison = PP_COMPARE_LESS_EQUAL;
        return true;
    case PP_TOKEN_GREATER:
        *comparison = PP_COMPARE_GREATER;
        return true;
    case PP_TOKEN_GREATER_EQUAL:
        *comparison = PP_COMPARE_GREATER_EQUAL;
        return true;
    case PP_TOKEN_IN:
        *comparison = PP_COMPARE_IN;
        return true;
    }
    return false;
}

/* Reports `<` and its kin on an issue that has an option which is no number. */
static bool check_order(pp_i_formula_parser *parser, const pp_i_issue *issue, pp_i_token sign)
{
    for (size_t i = 0; i < issue->option_count; i++)
        if (!issue->options[i].is_number)
            return pp_i_formula_fault_order(parser, sign, issue, i);
    return true;
}

static bool take_comparison(pp_i_formula_parser *parser)
{
    size_t subject = pp_i_map_get(parser->vocabulary->issue_ids, parser->token.text);
    if (subject == PP_NONE)
        return pp_i_formula_fault_subject(parser);
    const pp_i_issue *issue = &parser->vocabulary->issues[subject];
    next_token(parser);
    pp_i_formula_node node = {.kind = PP_FORMULA_ATOM, .subject = (uint32_t)subject};
    pp_i_token sign = parser->token;
    if (!comparison_of(sign.kind, &node.comparison))
        return pp_i_formula_fault_operator(parser, issue);
    pp_i_word *options =
        PP_NEW_ARRAY(parser->scratch, pp_i_word, pp_i_word_count(issue->option_count));
    if (options == NULL)
        return false;
    node.options = options;
    next_token(parser);
    if (node.comparison == PP_COMPARE_IN) {
        if (!take_list(parser, issue, options))
            return false;
    } else {
        bool orders = node.comparison >= PP_COMPARE_LESS;
        if (orders ? !check_order(parser, issue, sign) || !take_number(parser, issue, &node)
                   : !take_option(parser, issue, &node.operand))
            return false;
        set_options(issue, &node, options);
    }
    return finish_unit(parser, node);
}

/* Takes what may stand where a unit is due; *unit_next stays true behind `not` and "(". */
static bool take_unit(pp_i_formula_parser *parser, bool *unit_next)
{
    const pp_i_token_kind kind = parser->token.kind;
    if (kind == PP_TOKEN_OPEN)
        return open_frame(parser, (pp_i_formula_frame){0});
    if (kind == PP_TOKEN_NOT && !parser->consent) {
        if (!go_deeper(parser))
            return false;
        top_frame(parser)->not_count++;
        next_token(parser);
        return true;
    }
    if (kind == PP_TOKEN_TRUE || kind == PP_TOKEN_FALSE) {
        *unit_next = false;
        next_token(parser);
        pp_i_formula_node node = {.kind =
                                      kind == PP_TOKEN_TRUE ? PP_FORMULA_TRUE : PP_FORMULA_FALSE};
        return finish_unit(parser, node);
    }
    if (kind != PP_TOKEN_WORD)
        return pp_i_formula_fault_unit(parser);
    if (!parser->consent) {
        *unit_next = false;
        return take_comparison(parser);
    }
    size_t frame_count = parser->frame_count;
    if (!take_party(parser))
        return false;
    *unit_next = parser->frame_count != frame_count; /* behind `2 of (` */
    return true;
}

static bool take_connective(pp_i_formula_parser *parser)
{
    pp_i_formula_frame *frame = top_frame(parser);
    if (parser->consent)
        return pp_i_formula_fault_joint(parser);
    if (frame->connective.kind != PP_TOKEN_END)
        return pp_i_formula_fault_chain(parser, frame->connective);
    if (!close_disjunction(parser))
        return false;
    frame->connective = parser->token;
    frame->or_start = frame->and_start = parser->values.count;
    next_token(parser);
    return true;
}

/* Takes what may stand behind a unit. */
static bool take_joint(pp_i_formula_parser *parser, bool *unit_next)
{
    pp_i_formula_frame *frame = top_frame(parser);
    *unit_next = true;
    switch ((int)parser->token.kind) {
    case PP_TOKEN_AND:
        next_token(parser);
        return true;
    case PP_TOKEN_OR:
        if (!close_conjunction(parser))
            return false;
        frame->and_start = parser->values.count;
        next_token(parser);
        return true;
    case PP_TOKEN_IMPLIES:
    case PP_TOKEN_IF:
    case PP_TOKEN_IFF:
        return take_connective(parser);
    case PP_TOKEN_COMMA:
        if (!frame->counts)
            return pp_i_formula_fault_joint(parser);
        if (!close_formula(parser))
            return false;
        start_formula(parser);
        next_token(parser);
        return true;
    case PP_TOKEN_CLOSE:
        *unit_next = false;
        return close_frame(parser);
    case PP_TOKEN_END:
        if (parser->frame_count > 1)
            return pp_i_formula_fault_open(parser, frame->open);
        parser->done = true;
        return close_formula(parser);
    }
    return pp_i_formula_fault_joint(parser);
}

/* Reads the whole formula: its nodes, the root among them being the only value left. */
static bool read_formula(pp_i_formula_parser *parser)
{
    parser->frames[parser->frame_count++] = (pp_i_formula_frame){0};
    start_formula(parser);
    parser->token = pp_i_formula_token(parser->words, 0);
    if (parser->words.length > PP_FORMULA_BYTE_COUNT_MAX)
        return pp_i_formula_fault_limit(parser, "bytes", PP_FORMULA_BYTE_COUNT_MAX);
    bool unit_next = true;
    while (!parser->done)
        if (unit_next ? !take_unit(parser, &unit_next) : !take_joint(parser, &unit_next))
            return false;
    return true;
}

/* A node whose first `next` children are copied. */
typedef struct copy_step {
    uint32_t node, next;
    uint32_t *children; /* in the result */
} copy_step;

/* Copies one node, its children being copied already. */
static bool copy_node(const pp_i_formula_parser *parser, const copy_step *step, pp_i_arena *arena,
                      pp_i_formula_node *copy)
{
    *copy = parser->nodes.items[step->node];
    copy->children = step->children;
    if (copy->kind != PP_FORMULA_ATOM)
        return true;
    size_t words = pp_i_word_count(parser->vocabulary->issues[copy->subject].option_count);
    pp_i_word *options = PP_NEW_ARRAY(arena, pp_i_word, words);
    if (options == NULL)
        return false;
    memcpy(options, copy->options, words * sizeof *options);
    copy->options = options;
    if (copy->number_words.length > 0) {
        copy->number_words.data =
            pp_i_arena_copy(arena, copy->number_words.data, copy->number_words.length);
        if (copy->number_words.data == NULL)
            return false;
    }
    return true;
}

/* Copies the nodes to `arena` in post-order; null where memory has run out. */
static const pp_i_formula_node *copy_nodes(pp_i_formula_parser *parser, pp_i_arena *arena)
{
    const size_t count = parser->nodes.count;
    pp_i_formula_node *copies = PP_NEW_ARRAY(arena, pp_i_formula_node, count);
    copy_step *steps = PP_NEW_ARRAY(parser->scratch, copy_step, count);
    if (copies == NULL || steps == NULL)
        return NULL;
    size_t made = 0, depth = 0;
    steps[depth++] = (copy_step){.node = parser->values.items[0]};
    while (depth > 0) {
        copy_step *step = &steps[depth - 1];
        const pp_i_formula_node *node = &parser->nodes.items[step->node];
        if (step->next == 0 && node->child_count > 0) {
            step->children = PP_NEW_ARRAY(arena, uint32_t, node->child_count);
            if (step->children == NULL)
                return NULL;
        }
        if (step->next < node->child_count) {
            steps[depth++] = (copy_step){.node = node->children[step->next]};
            continue;
        }
        if (!copy_node(parser, step, arena, &copies[made]))
            return NULL;
        made++;
        if (--depth > 0) {
            copy_step *parent = &steps[depth - 1];
            parent->children[parent->next++] = (uint32_t)(made - 1);
        }
    }
    return copies;
}

static pp_status parse_with(pp_i_formula_parser *parser, pp_i_arena *arena, pp_i_formula *formula,
                            pp_error *error)
{
    if (!read_formula(parser)) {
        if (!parser->faulty || parser->diagnostics->failed)
            return pp_i_fail_memory(error);
        return pp_i_fail(error, PP_ERROR_INPUT, "a formula is not valid");
    }
    const char *words = pp_i_arena_copy(arena, parser->words.data, parser->words.length);
    const pp_i_formula_node *nodes = words == NULL ? NULL : copy_nodes(parser, arena);
    if (nodes == NULL)
        return pp_i_fail_memory(error);
    *formula = (pp_i_formula){
        .nodes = nodes,
        .node_count = parser->nodes.count,
        .words = {words, parser->words.length},
        .place = parser->at == NULL ? (pp_i_place){1, 1} : parser->at->place,
    };
    return PP_OK;
}

static pp_status parse(pp_text words, const struct pp_i_yaml_node *at, bool consent,
                       const pp_i_vocabulary *vocabulary, pp_i_arena *arena,
                       pp_i_diagnostics *diagnostics, pp_i_formula *formula, pp_error *error)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, arena->allocator);
    pp_i_formula_parser *parser = PP_NEW(&scratch, pp_i_formula_parser);
    pp_status status;
    if (parser == NULL) {
        status = pp_i_fail_memory(error);
    } else {
        parser->words = pp_i_text_trim(words.data == NULL ? PP_TEXT("") : words);
        parser->at = at;
        parser->vocabulary = vocabulary;
        parser->consent = consent;
        parser->scratch = &scratch;
        parser->diagnostics = diagnostics;
        status = parse_with(parser, arena, formula, error);
    }
    pp_i_arena_free(&scratch);
    return status;
}

pp_status pp_i_formula_parse(pp_text words, const struct pp_i_yaml_node *at,
                             const pp_i_vocabulary *vocabulary, pp_i_arena *arena,
                             pp_i_diagnostics *diagnostics, pp_i_formula *formula, pp_error *error)
{
    return parse(words, at, false, vocabulary, arena, diagnostics, formula, error);
}

pp_status pp_i_consent_parse(pp_text words, const struct pp_i_yaml_node *at,
                             const pp_i_vocabulary *vocabulary, pp_i_arena *arena,
                             pp_i_diagnostics *diagnostics, pp_i_formula *formula, pp_error *error)
{
    return parse(words, at, true, vocabulary, arena, diagnostics, formula, error);
}
