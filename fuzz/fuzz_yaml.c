/* fuzz_yaml.c: any bytes as a case file's YAML: no crash, no leak, places inside the text. */
#include <stdint.h>
#include <stdlib.h>

#include "case/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIZE_MAX_FUZZED = 1 << 16 };

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_node(const pp_i_yaml_node *node, size_t line_count)
{
    check(node->place.line >= 1 && node->place.line <= line_count && node->place.column >= 1);
    if (node->kind == PP_YAML_SCALAR) {
        check(pp_i_utf8_check(node->text) == node->text.length);
        check(node->text.data[node->text.length] == '\0');
        check(pp_i_yaml_place_at(node, node->text.length).line == node->place.line);
    }
}

/* Walks the tree; its depth is bounded, so that a small stack is enough. */
static void check_tree(const pp_i_yaml_node *root, size_t line_count)
{
    struct {
        const pp_i_yaml_node *node;
        size_t next;
    } stack[PP_YAML_DEPTH_MAX + 1] = {{root, 0}};
    size_t depth = 1;
    while (depth > 0) {
        const pp_i_yaml_node *node = stack[depth - 1].node;
        size_t next = stack[depth - 1].next++;
        if (next == 0)
            check_node(node, line_count);
        if (next >= node->item_count + node->pair_count) {
            depth--;
            continue;
        }
        if (node->kind == PP_YAML_MAPPING)
            for (size_t i = 0; i < next; i++)
                check(!pp_i_text_equal(node->pairs[i].key, node->pairs[next].key));
        check(depth <= PP_YAML_DEPTH_MAX);
        stack[depth].next = 0;
        stack[depth++].node =
            node->kind == PP_YAML_MAPPING ? node->pairs[next].value : node->items[next];
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > SIZE_MAX_FUZZED)
        return 0;
    pp_text text = {(const char *)data, size};
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_diagnostics diagnostics;
    pp_i_diagnostics_init(&diagnostics, &arena);
    pp_i_diagnostics_set_file(&diagnostics, "case.yaml", text);
    size_t line_count = 1;
    for (size_t i = 0; i < size; i++)
        line_count += data[i] == '\n';
    const pp_i_yaml_node *root = NULL;
    check(pp_i_yaml_read(text, &arena, &diagnostics, &root, NULL) == PP_OK);
    check(root != NULL || diagnostics.error_count > 0);
    if (root != NULL)
        check_tree(root, line_count);
    for (size_t i = 0; i < diagnostics.list.count; i++) {
        const pp_i_diagnostic *found = &diagnostics.list.items[i];
        check(found->place.line >= 1 && found->place.line <= line_count);
        check(found->source_column >= 1 && found->source_column <= found->place.column);
        check(found->place.column - found->source_column <= found->source_line.length + 1);
    }
    pp_i_arena_free(&arena);
    return 0;
}
