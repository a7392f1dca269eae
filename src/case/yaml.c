/*
 * yaml.c: libyaml's events become a tree.
 *
 * Open lists and mappings are frames on a stack of PP_YAML_DEPTH_MAX; reading stops as soon as that
 * is passed, so that deep nesting costs nothing. A mapping's pairs are looked at together when it
 * closes: first what a comma has split is joined again, then repeated keys are found.
 */
#include "case/yaml.h"

#include "base/error.h"
#include "base/map.h"
#include "case/yaml_text.h"

/* A node with the bytes of the file that it was read from. */
typedef struct built_node {
    pp_i_yaml_node node; /* first, so that a pointer to it is one to the whole */
    size_t start, end;   /* scalars */
} built_node;

typedef struct built_pair {
    const built_node *key;
    built_node *value;
} built_pair;

/* A list or mapping that is still open. */
typedef struct frame {
    built_node *container;
    PP_LIST(built_node *) items; /* sequence */
    PP_LIST(built_pair) pairs;   /* mapping */
    const built_node *key;       /* mapping: read, and its value not yet; null: refused */
    bool value_next;
} frame;

typedef struct builder {
    pp_i_arena *arena;
    pp_i_diagnostics *diagnostics;
    pp_i_yaml_cursor cursor;
    frame frames[PP_YAML_DEPTH_MAX];
    size_t depth;
    size_t node_count;
    size_t document_count;
    built_node *root;
    bool done;    /* the text has ended */
    bool stopped; /* a limit: what follows is not read */
} builder;

/* Most keys of a mapping among which repeats are found by comparing each with each. */
enum { FEW_PAIRS = 12 };

static pp_i_diagnostic *complain(builder *state, pp_i_place place, const char *message,
                                 const char *hint)
{
    pp_i_diagnostic *note =
        pp_i_diagnose(state->diagnostics, PP_SEVERITY_ERROR, place, 1, "%s", message);
    pp_i_diagnose_hint(state->diagnostics, note, "%s", hint);
    return note;
}

/* A new node at `start`, counted; null where memory or the limit is at its end. */
static built_node *node_make(builder *state, pp_i_yaml_kind kind, const yaml_mark_t *start)
{
    pp_i_yaml_cursor_move(&state->cursor, start->index);
    pp_i_place place = pp_i_yaml_cursor_place(&state->cursor);
    if (state->node_count++ >= PP_YAML_NODE_COUNT_MAX) {
        complain(state, place, "the file has too many entries",
                 "a case within its other limits needs far fewer");
        state->stopped = true;
        return NULL;
    }
    built_node *made = PP_NEW(state->arena, built_node);
    if (made == NULL)
        return NULL;
    made->node.kind = kind;
    made->node.place = place;
    made->start = made->end = state->cursor.byte;
    return made;
}

/* Anchors and tags are refused, and what they stand before is read without them. */
static void refuse_properties(builder *state, pp_i_place place, const void *anchor, const void *tag)
{
    if (anchor != NULL)
        complain(state, place, "an anchor (`&name`) is not read here",
                 "write the value out; a text that starts with `&` goes in quotes");
    if (tag != NULL)
        complain(state, place, "a tag (`!name`) is not read here",
                 "leave it out: every value is text; a text that starts with `!` goes in quotes");
}

/* Takes `key` of the innermost mapping, or refuses it together with its value. */
static void take_key(builder *state, frame *top, const built_node *key)
{
    top->value_next = true;
    top->key = NULL;
    if (key->node.kind != PP_YAML_SCALAR)
        complain(state, key->node.place, "a key cannot be a list or a mapping",
                 "a key is one word before a `:`");
    else if (key->node.broken)
        return; /* an alias */
    else if (key->node.plain && pp_i_text_is(key->node.text, "<<"))
        complain(state, key->node.place, "a merge key (`<<`) is not read here",
                 "write the keys out where they are needed");
    else if (key->node.absent)
        complain(state, key->node.place, "a key is missing before `:`", "write `key: value`");
    else
        top->key = key;
}

/* Puts a node where the file has it; false where memory has run out. */
static bool attach(builder *state, built_node *made)
{
    if (state->depth == 0) {
        if (state->document_count == 1)
            state->root = made;
        return true;
    }
    frame *top = &state->frames[state->depth - 1];
    if (top->container->node.kind == PP_YAML_SEQUENCE)
        return PP_LIST_ADD(state->arena, &top->items, made);
    if (!top->value_next) {
        take_key(state, top, made);
        return true;
    }
    top->value_next = false;
    built_pair pair = {top->key, made};
    return top->key == NULL || PP_LIST_ADD(state->arena, &top->pairs, pair);
}

/* An escape can bring in what the file itself may not hold; C programs would read half the text. */
static void refuse_nul(builder *state, pp_i_yaml_node *node)
{
    if (node->text.length == 0 || memchr(node->text.data, '\0', node->text.length) == NULL)
        return;
    complain(state, node->place, "a NUL (`\\0`) stands in this text", "leave it out");
    node->text = PP_TEXT("");
    node->broken = true;
    node->verbatim = false;
}

static bool on_scalar(builder *state, const yaml_event_t *event)
{
    built_node *made = node_make(state, PP_YAML_SCALAR, &event->start_mark);
    if (made == NULL)
        return false;
    pp_i_yaml_node *node = &made->node;
    const char *bytes = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    const char *copy = pp_i_arena_copy(state->arena, bytes, length);
    if (copy == NULL)
        return false;
    pp_i_yaml_cursor_move(&state->cursor, event->end_mark.index);
    made->end = state->cursor.byte;
    const yaml_scalar_style_t style = event->data.scalar.style;
    const bool bare = event->data.scalar.anchor == NULL && event->data.scalar.tag == NULL;
    node->text = (pp_text){copy, length};
    node->quoted =
        style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    node->plain = style == YAML_PLAIN_SCALAR_STYLE && bare;
    node->one_line = bare && state->cursor.line == node->place.line;
    node->absent = style == YAML_PLAIN_SCALAR_STYLE && length == 0;
    size_t lead = node->quoted ? 1 : 0;
    node->verbatim = node->one_line && (node->plain || node->quoted) &&
                     made->end - made->start == length + 2 * lead &&
                     memcmp(state->cursor.text.data + made->start + lead, bytes, length) == 0;
    refuse_properties(state, node->place, event->data.scalar.anchor, event->data.scalar.tag);
    refuse_nul(state, node);
    return attach(state, made);
}

static bool on_alias(builder *state, const yaml_event_t *event)
{
    built_node *made = node_make(state, PP_YAML_SCALAR, &event->start_mark);
    if (made == NULL)
        return false;
    made->node.text = PP_TEXT("");
    made->node.broken = true;
    complain(state, made->node.place, "an alias (`*name`) is not read here",
             "write the value out; a text that starts with `*` goes in quotes");
    return attach(state, made);
}

static bool on_open(builder *state, const yaml_event_t *event)
{
    const bool list = event->type == YAML_SEQUENCE_START_EVENT;
    built_node *made =
        node_make(state, list ? PP_YAML_SEQUENCE : PP_YAML_MAPPING, &event->start_mark);
    if (made == NULL)
        return false;
    if (state->depth == PP_YAML_DEPTH_MAX) {
        complain(state, made->node.place, "lists and mappings are nested too deep",
                 "a case needs only a few levels");
        state->stopped = true;
        return false;
    }
    if (list) {
        made->node.flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        refuse_properties(state, made->node.place, event->data.sequence_start.anchor,
                          event->data.sequence_start.tag);
    } else {
        made->node.flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        refuse_properties(state, made->node.place, event->data.mapping_start.anchor,
                          event->data.mapping_start.tag);
    }
    if (!attach(state, made))
        return false;
    state->frames[state->depth++] = (frame){.container = made};
    return true;
}

/* How many "(" of the text are not closed; less than 0 where more are closed than opened. */
static ptrdiff_t open_count(pp_text text)
{
    ptrdiff_t open = 0;
    for (size_t i = 0; i < text.length; i++)
        open += (text.data[i] == '(') - (text.data[i] == ')');
    return open;
}

static bool is_plain_text(const built_node *node)
{
    return node->node.kind == PP_YAML_SCALAR && node->node.plain && !node->node.absent;
}

/* Makes `value` the text up to the end of `last` again, with the commas between; says once that a
 * comma has split it. The pieces between the two are pieces[0..count). */
static bool join_pieces(builder *state, built_node *value, const built_node *const *pieces,
                        size_t count, bool list)
{
    const built_node *last = pieces[count - 1];
    pp_i_yaml_node *node = &value->node;
    if (last->node.one_line && last->node.place.line == node->place.line) {
        size_t length = last->end - value->start;
        const char *copy =
            pp_i_arena_copy(state->arena, state->cursor.text.data + value->start, length);
        if (copy == NULL)
            return false;
        node->text = (pp_text){copy, length};
        value->end = last->end;
    } else {
        pp_i_builder words;
        pp_i_builder_init(&words, state->arena);
        pp_i_builder_add(&words, node->text);
        for (size_t i = 0; i < count; i++) {
            pp_i_builder_add_string(&words, ", ");
            pp_i_builder_add(&words, pieces[i]->node.text);
        }
        if (words.failed)
            return false;
        node->text = pp_i_builder_text(&words);
        node->one_line = node->verbatim = false;
    }
    node->broken = open_count(node->text) != 0;
    complain(state, last->node.place,
             list ? "a list in [ ] splits at a comma, inside parentheses too"
                  : "a mapping in { } splits at a comma, inside parentheses too",
             "put the whole formula or text in quotes");
    return true;
}

/* Where `values[at]` is a text with an open "(", how many of the pieces behind it close it. */
static size_t split_length(const built_node *value, const built_node *const *pieces, size_t count)
{
    if (!is_plain_text(value))
        return 0;
    ptrdiff_t open = open_count(value->node.text);
    size_t length = 0;
    while (open > 0 && length < count && pieces[length] != NULL && is_plain_text(pieces[length]))
        open += open_count(pieces[length++]->node.text);
    return length;
}

/* Joins what a comma has split in a flow mapping: `{holds: flow in (half, full)}`. */
static bool join_pairs(builder *state, frame *closed)
{
    const size_t count = closed->pairs.count;
    built_pair *pairs = closed->pairs.items;
    const built_node **pieces = PP_NEW_ARRAY(state->arena, const built_node *, count);
    if (pieces == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        pieces[i] = pairs[i].value->node.absent ? pairs[i].key : NULL;
    size_t kept = 0;
    for (size_t i = 0; i < count;) {
        built_pair pair = pairs[i++];
        size_t length = split_length(pair.value, pieces + i, count - i);
        if (length > 0 && !join_pieces(state, pair.value, pieces + i, length, false))
            return false;
        pairs[kept++] = pair;
        i += length;
    }
    closed->pairs.count = kept;
    return true;
}

/* The same in a flow sequence: `[not flow in (half, full)]`. */
static bool join_items(builder *state, frame *closed)
{
    const size_t count = closed->items.count;
    built_node **items = closed->items.items;
    const built_node **pieces = PP_NEW_ARRAY(state->arena, const built_node *, count);
    if (pieces == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        pieces[i] = items[i];
    size_t kept = 0;
    for (size_t i = 0; i < count;) {
        built_node *item = items[i++];
        size_t length = split_length(item, pieces + i, count - i);
        if (length > 0 && !join_pieces(state, item, pieces + i, length, true))
            return false;
        items[kept++] = item;
        i += length;
    }
    closed->items.count = kept;
    return true;
}

/* Which earlier pair has the key of pairs[at], or PP_NONE. */
static size_t find_repeated(const built_pair *pairs, size_t at, const pp_i_map *map)
{
    if (map != NULL)
        return pp_i_map_get(map, pairs[at].key->node.text);
    for (size_t i = 0; i < at; i++)
        if (pp_i_text_equal(pairs[i].key->node.text, pairs[at].key->node.text))
            return i;
    return PP_NONE;
}

/* Drops the pairs whose key stands above already, and says so. */
static bool drop_repeated(builder *state, frame *closed)
{
    built_pair *pairs = closed->pairs.items;
    pp_i_map map;
    pp_i_map_init(&map, state->arena);
    const bool many = closed->pairs.count > FEW_PAIRS;
    size_t kept = 0;
    for (size_t i = 0; i < closed->pairs.count; i++) {
        pairs[kept] = pairs[i];
        const pp_i_yaml_node *key = &pairs[kept].key->node;
        size_t first = find_repeated(pairs, kept, many ? &map : NULL);
        if (first != PP_NONE) {
            pp_i_diagnostic *note =
                pp_i_diagnose(state->diagnostics, PP_SEVERITY_ERROR, key->place,
                              pp_i_utf8_count(key->text, key->text.length),
                              "the key `%.*s` stands twice in this mapping",
                              (int)(key->text.length < 64 ? key->text.length : 64), key->text.data);
            pp_i_diagnose_hint(state->diagnostics, note, "it stands first on line %zu; keep one",
                               pairs[first].key->node.place.line);
            continue;
        }
        if (many && !pp_i_map_set(&map, key->text, kept))
            return false;
        kept++;
    }
    closed->pairs.count = kept;
    return true;
}

static bool close_mapping(builder *state, frame *closed)
{
    pp_i_yaml_node *node = &closed->container->node;
    if (node->flow && !join_pairs(state, closed))
        return false;
    if (!drop_repeated(state, closed))
        return false;
    pp_i_yaml_pair *pairs = PP_NEW_ARRAY(state->arena, pp_i_yaml_pair, closed->pairs.count);
    if (pairs == NULL)
        return false;
    for (size_t i = 0; i < closed->pairs.count; i++) {
        const built_pair *pair = &closed->pairs.items[i];
        pairs[i] =
            (pp_i_yaml_pair){pair->key->node.text, pair->key->node.place, &pair->value->node};
    }
    node->pairs = pairs;
    node->pair_count = closed->pairs.count;
    return true;
}

static bool close_sequence(builder *state, frame *closed)
{
    pp_i_yaml_node *node = &closed->container->node;
    if (node->flow && !join_items(state, closed))
        return false;
    const pp_i_yaml_node **items =
        PP_NEW_ARRAY(state->arena, const pp_i_yaml_node *, closed->items.count);
    if (items == NULL)
        return false;
    for (size_t i = 0; i < closed->items.count; i++)
        items[i] = &closed->items.items[i]->node;
    node->items = items;
    node->item_count = closed->items.count;
    return true;
}

static bool on_close(builder *state)
{
    frame *closed = &state->frames[--state->depth];
    return closed->container->node.kind == PP_YAML_MAPPING ? close_mapping(state, closed)
                                                           : close_sequence(state, closed);
}

static bool on_document(builder *state, const yaml_event_t *event)
{
    if (++state->document_count == 1)
        return true;
    pp_i_yaml_cursor_move(&state->cursor, event->start_mark.index);
    complain(state, pp_i_yaml_cursor_place(&state->cursor), "a second document starts here",
             "a case is one document: leave out `---` and what follows");
    state->done = true; /* the first one is whole */
    return true;
}

/* Takes one event; false where reading is to stop: state->stopped, or memory has run out. */
static bool take_event(builder *state, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return on_scalar(state, event);
    case YAML_ALIAS_EVENT:
        return on_alias(state, event);
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return on_open(state, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return on_close(state);
    case YAML_DOCUMENT_START_EVENT:
        return on_document(state, event);
    case YAML_STREAM_END_EVENT:
        state->done = true;
        return true;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        return true;
    }
    return true;
}

/* Reads events to the end; false where memory has run out. */
static bool read_events(builder *state, yaml_parser_t *parser)
{
    while (!state->done && !state->stopped) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            if (parser->error == YAML_MEMORY_ERROR)
                return false;
            pp_i_yaml_syntax_error(parser, state->cursor.text, state->diagnostics);
            state->stopped = true;
            return true;
        }
        bool good = take_event(state, &event);
        yaml_event_delete(&event);
        if (!good && !state->stopped)
            return false;
    }
    return true;
}

static bool build(builder *state, pp_text text)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return false;
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text.data, text.length);
    pp_i_yaml_cursor_init(&state->cursor, text);
    bool good = read_events(state, &parser);
    yaml_parser_delete(&parser);
    if (good && state->done && state->root == NULL)
        complain(state, (pp_i_place){1, 1}, "there is nothing in this file",
                 "a case starts with `pourparler: 1`");
    return good && !state->diagnostics->failed;
}

pp_status pp_i_yaml_read(pp_text text, pp_i_arena *arena, pp_i_diagnostics *diagnostics,
                         const pp_i_yaml_node **root, pp_error *error)
{
    pp_text body = text.length == 0 ? PP_TEXT("") : pp_i_yaml_without_mark(text);
    if (text.length > 0 && diagnostics->text.data == text.data)
        diagnostics->text = body;
    if (!pp_i_yaml_text_check(body, diagnostics)) {
        if (diagnostics->failed)
            return pp_i_fail_memory(error);
        *root = NULL;
        return PP_OK;
    }
    builder *state = PP_NEW(arena, builder);
    if (state == NULL)
        return pp_i_fail_memory(error);
    state->arena = arena;
    state->diagnostics = diagnostics;
    if (!pp_i_yaml_join_surrogates(body, arena, &body) || !build(state, body))
        return pp_i_fail_memory(error);
    *root = state->stopped || state->root == NULL ? NULL : &state->root->node;
    return PP_OK;
}

const pp_i_yaml_node *pp_i_yaml_get(const pp_i_yaml_node *mapping, const char *key)
{
    for (size_t i = 0; i < mapping->pair_count; i++)
        if (pp_i_text_is(mapping->pairs[i].key, key))
            return mapping->pairs[i].value;
    return NULL;
}

pp_i_place pp_i_yaml_place_at(const pp_i_yaml_node *scalar, size_t at)
{
    pp_i_place place = scalar->place;
    if (scalar->kind != PP_YAML_SCALAR || !scalar->verbatim)
        return place;
    place.column += pp_i_utf8_count(scalar->text, at) + (scalar->quoted ? 1 : 0);
    return place;
}

const char *pp_i_yaml_kind_text(pp_i_yaml_kind kind)
{
    switch (kind) {
    case PP_YAML_SCALAR:
        return "text";
    case PP_YAML_SEQUENCE:
        return "list";
    case PP_YAML_MAPPING:
        return "mapping";
    }
    return "";
}
