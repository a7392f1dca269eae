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

/* With the mark that closes a quotation begun inside: ranges end before marks. */
static pp_i_range close_quotation(const pp_i_tree *tree, pp_i_range range)
{
    size_t open = 0;
    for (uint32_t i = range.start; i < range.end; i++) {
        pp_text form = tree->tokens[i].form;
        if (pp_i_word_in(form, "\" \xE2\x80\x9C ``")) {
            open = pp_i_text_is(form, "\"") && open > 0 ? open - 1 : open + 1;
        } else if (open > 0 && pp_i_word_in(form, "\xE2\x80\x9D ''")) {
            open--;
        }
    }
    uint32_t mark = range.end; /* perhaps behind the comma: "parking," */
    mark += mark < tree->count && pp_i_word_in(tree->tokens[mark].form, ", .");
    bool closes = mark < tree->count &&
                  pp_i_word_in(tree->tokens[mark].form, "\" \xE2\x80\x9D ''");
    range.end = open == 1 && closes ? mark + 1 : range.end;
    return range;
}

pp_i_passage pp_i_passage_of(const pp_i_scene *scene, pp_i_range range)
{
    pp_i_passage made = {.token_start = range.start, .token_end = range.end};
    if (pp_i_range_is_empty(range) || range.end > scene->tree.count) {
        return (pp_i_passage){0};
    }
    range = close_quotation(&scene->tree, range);
    made.text = pp_i_scene_text(scene, range);
    made.byte_start = scene->tree.tokens[range.start].byte_start;
    made.byte_end = scene->tree.tokens[range.end - 1].byte_end;
    return made;
}
