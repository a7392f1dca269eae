/* evidence_words.c: the words of the report that bear a statement; see scene.h. */
#include "reading/scene.h"

static pp_i_range join(pp_i_range a, pp_i_range b)
{
    if (pp_i_range_is_empty(b)) {
        return a;
    }
    if (pp_i_range_is_empty(a)) {
        return b;
    }
    return (pp_i_range){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

/* The evidence goes on to the end of its clause, where that is near and nobody else's words begin.
 */
static pp_i_range to_clause_end(const pp_i_scene *scene, const pp_i_find *find, pp_i_range quote)
{
    enum { CLAUSE_REST_COUNT_MAX = 8 };
    const pp_i_tree *tree = &scene->tree;
    uint32_t end = quote.end;
    if (find->quoted || quote.end == 0) {
        return quote;
    }
    for (; end < tree->count && end < quote.end + CLAUSE_REST_COUNT_MAX; end++) {
        if (pp_i_word_in(tree->tokens[end].form, ", ; : . ? ! \xE2\x80\x94 \xE2\x80\x93") ||
            pp_i_tree_in(tree, end, "but while although whereas") || scene->quoted[end] != 0) {
            break;
        }
        for (size_t i = 0; i < scene->find_count; i++) {
            const pp_i_find *other = &scene->finds[i];
            if (other->cue_head != find->cue_head && pp_i_range_holds(other->cue, end)) {
                return quote;
            }
        }
    }
    bool ends =
        end == tree->count || (end < tree->count && end < quote.end + CLAUSE_REST_COUNT_MAX);
    return ends && (end == tree->count || scene->quoted[end] == 0) ? (pp_i_range){quote.start, end}
                                                                   : quote;
}

pp_i_range pp_i_evidence(const pp_i_scene *scene, const pp_i_find *find)
{
    pp_i_range quote = join(join(find->content, find->cue), find->judged);
    if (find->voice.token < scene->tree.count) {
        quote = join(quote, find->voice.words);
    }
    if (!pp_i_range_is_empty(find->condition)) {
        quote = join(quote, find->condition); /* "provided that" belongs to the evidence */
    }
    return to_clause_end(scene, find, quote);
}
