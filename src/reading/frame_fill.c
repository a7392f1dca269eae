/* frame_fill.c: what is said, in a clause, an infinitive or an object; see frame_parts.h. */
#include "reading/frame_parts.h"

bool pp_i_frame_fill(pp_i_find *find, pp_i_range content, uint32_t head, uint16_t frame)
{
    if (pp_i_range_is_empty(content)) {
        return false;
    }
    find->content = content;
    find->content_head = head;
    find->frame = frame;
    return true;
}

/* "warned in his report that stocks were low": where the parse lost the clause's beginning. */
static pp_i_range from_that(const pp_i_tree *tree, uint32_t verb, uint32_t clause,
                            pp_i_range content)
{
    bool whole = pp_i_tree_child(tree, clause, PP_REL_NSUBJ) != PP_NO_HEAD ||
                 pp_i_tree_child(tree, clause, PP_REL_MARK) != PP_NO_HEAD;
    for (uint32_t i = clause; !whole && i-- > verb + 1;) {
        if (pp_i_tree_is(tree, i, "that")) {
            content.start = i + 1 < content.start ? i + 1 : content.start;
            break;
        }
    }
    return content;
}

static bool has_to(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t to = pp_i_tree_child_in(tree, verb, "to");
    return to != PP_NO_HEAD && to < verb && tree->tokens[to].relation != PP_REL_CASE;
}

uint32_t pp_i_frame_infinitive_of(const pp_i_tree *tree, uint32_t head, bool also_purpose)
{
    for (uint32_t child = tree->first_child[head]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool clause = relation == PP_REL_XCOMP || relation == PP_REL_CCOMP ||
                      relation == PP_REL_ACL || relation == PP_REL_OBJ ||
                      (also_purpose && relation == PP_REL_ADVCL);
        if (child > head && clause && has_to(tree, child)) {
            return child;
        }
    }
    return PP_NO_HEAD;
}

bool pp_i_frame_fill_bare_infinitive(const pp_i_tree *tree, uint32_t head, pp_i_find *find)
{
    bool infinitive = pp_i_tree_in(tree, head,
                                   "offer refuse decline threaten promise vow plan intend decide "
                                   "willing unwilling reluctant prepared eager");
    uint32_t verb = head + 2;
    if (!infinitive || !pp_i_tree_is(tree, head + 1, "to") || verb + 1 >= tree->count ||
        (tree->tokens[verb].tag != PP_TAG_NOUN && tree->tokens[verb].tag != PP_TAG_VERB &&
         tree->tokens[verb].tag != PP_TAG_PROPN) ||
        !pp_i_text_equal(tree->tokens[verb].form, tree->tokens[verb].lemma)) {
        return false;
    }
    uint32_t end = verb + 1;
    while (end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT &&
           !pp_i_tree_in(tree, end, "but")) {
        end++;
    }
    return pp_i_frame_fill(find, pp_i_range_trim(tree, (pp_i_range){head + 1, end}), verb,
                           PP_FRAME_INFINITIVE);
}

uint32_t pp_i_frame_gerund_of(const pp_i_tree *tree, uint32_t verb)
{
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool clause = relation == PP_REL_XCOMP || relation == PP_REL_CCOMP ||
                      relation == PP_REL_ADVCL || relation == PP_REL_OBJ;
        uint32_t start = tree->start[child];
        bool counted = pp_i_tree_child(tree, child, PP_REL_NUMMOD) != PP_NO_HEAD ||
                       pp_i_tree_child(tree, child, PP_REL_DET) != PP_NO_HEAD; /* "one crossing" */
        bool under = tree->tokens[start].tag == PP_TAG_ADP ||
                     tree->tokens[start].tag == PP_TAG_SCONJ; /* "a role in keeping peace" */
        if (child > verb && clause && start > verb && !counted && !under &&
            tree->tokens[start].tag != PP_TAG_PUNCT &&
            !pp_i_text_is(tree->tokens[start - 1].form, ",") && /* "refused, saying that" */
            pp_i_token_ends(&tree->tokens[child], "ing")) {
            return child;
        }
    }
    return PP_NO_HEAD;
}

/* "Talks had failed, the minister said": the clause from which the verb of saying hangs. */
static bool fill_inverted(const pp_i_tree *tree, uint32_t verb, pp_i_find *find)
{
    uint32_t head = tree->tokens[verb].head;
    uint8_t relation = tree->tokens[verb].relation;
    if (relation == PP_REL_ACL && verb + 2 >= tree->count && head < verb && head > 1) {
        uint32_t clause = tree->tokens[head].head; /* "..., the governor announced." */
        uint32_t end = tree->start[head];
        return clause < head && end > 0 && tree->tokens[end - 1].tag == PP_TAG_PUNCT &&
               pp_i_frame_fill(find, pp_i_range_trim(tree, (pp_i_range){tree->start[clause], end}),
                               clause, PP_FRAME_CLAUSE);
    }
    uint32_t first = tree->start[verb]; /* ", down from the eight it had demanded": no aside */
    first += first < verb && pp_i_text_is(tree->tokens[first].form, ",");
    if (pp_i_tree_in(tree, first, "down up instead") && pp_i_tree_in(tree, first + 1, "from of")) {
        return false;
    }
    uint32_t behind = verb + 1 + (pp_i_particle(tree, verb) == verb + 1); /* "as X put it," */
    bool last = behind >= tree->count || tree->tokens[behind].tag == PP_TAG_PUNCT ||
                (tree->end[verb] < tree->count && /* "he suggested in a message," */
                 tree->tokens[tree->end[verb]].tag == PP_TAG_PUNCT &&
                 pp_i_tree_child(tree, verb, PP_REL_CCOMP) == PP_NO_HEAD);
    if (relation == PP_REL_PARATAXIS && head < tree->count && head > verb && last &&
        tree->start[verb] > 0 && tree->tokens[tree->start[verb] - 1].tag == PP_TAG_PUNCT &&
        pp_i_tree_child(tree, verb, PP_REL_NSUBJ) != PP_NO_HEAD) {
        return pp_i_frame_fill(
            find, pp_i_range_trim(tree, (pp_i_range){tree->start[head], tree->end[head]}), head,
            PP_FRAME_CLAUSE); /* "The dam, he warned, would burst" */
    }
    bool aside =
        relation == PP_REL_PARATAXIS || relation == PP_REL_DEP ||
        (relation == PP_REL_CONJ && last && pp_i_tree_child(tree, verb, PP_REL_CC) == PP_NO_HEAD &&
         pp_i_tree_child(tree, verb, PP_REL_NSUBJ) != PP_NO_HEAD) ||
        relation == PP_REL_ADVCL || relation == PP_REL_DISCOURSE;
    bool trails = pp_i_token_ends(&tree->tokens[verb], "ing") ||
                  pp_i_tree_child_in(tree, verb, "whereas while although though") < verb ||
                  pp_i_tree_child(tree, verb, PP_REL_MARK) != PP_NO_HEAD;
    uint32_t own = pp_i_tree_child(tree, verb, PP_REL_XCOMP); /* "after X refused to pay" */
    if (!aside || head >= tree->count || head > verb || trails ||
        (own > verb && own < tree->count && has_to(tree, own))) {
        return false;
    }
    uint32_t before = tree->start[verb];
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    bool colon = before > 0 && (pp_i_text_is(tree->tokens[before - 1].form, ":") ||
                                pp_i_text_is(tree->tokens[before].form, ":"));
    if (before == 0 || pp_i_text_is(tree->tokens[before - 1].form, ";") ||
        pp_i_text_is(tree->tokens[before].form, ";") ||
        (colon && object > verb && object < tree->count) || /* "are uneasy: one has accused X" */
        tree->tokens[before - (tree->tokens[before].tag != PP_TAG_PUNCT)].tag != PP_TAG_PUNCT) {
        return false;
    }
    pp_i_range content = pp_i_range_trim(tree, (pp_i_range){tree->start[head], before});
    return pp_i_frame_fill(find, content, head, PP_FRAME_CLAUSE);
}

/* Behind "that", or behind a colon, or whatever hangs on the verb and holds a verb. */
static bool fill_loose(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t verb, pp_i_find *find)
{
    uint32_t end = tree->end[verb];
    bool told = pp_i_tree_in(tree, verb, "tell complain inform write remind assure warn argue");
    for (uint32_t i = verb + 1; i < end && i <= verb + (told ? 14 : 6); i++) {
        bool aside = i + 3 < end && pp_i_text_is(tree->tokens[i].form, ",") &&
                     pp_i_tree_in(tree, i + 1, "however though meanwhile moreover") &&
                     pp_i_text_is(tree->tokens[i + 2].form, ",");
        if (aside) { /* "signalled on Monday, however, that" */
            i += 2;
            continue;
        }
        if (pp_i_word_in(tree->tokens[i].form, ", ; :") ||
            (i > verb + 1 && tree->tokens[i].tag == PP_TAG_VERB)) {
            break; /* "played down the risk, promising that" */
        }
        bool marks =
            tree->tokens[i].tag == PP_TAG_SCONJ || i == verb + 1 ||
            tree->tokens[i].relation == PP_REL_MARK ||
            (tree->tokens[verb + 1].tag == PP_TAG_ADP &&           /* "warned in his report that" */
             tree->tokens[verb + 1].relation != PP_REL_COMPOUND && /* "ruled out a text that" */
             tree->tokens[i].tag == PP_TAG_PRON && tree->tokens[i].relation == PP_REL_NSUBJ &&
             tree->tokens[i - 1].tag == PP_TAG_NOUN) ||
            (told && tree->tokens[i].tag == PP_TAG_PRON && /* "told farmers in the hall that" */
             (tree->tokens[i].relation == PP_REL_OBJ || tree->tokens[i].relation == PP_REL_MARK));
        bool joined = tree->tokens[i - 1].tag == PP_TAG_CCONJ; /* "and that Y has refused" */
        bool whether = pp_i_tree_is(tree, i, "whether") &&
                       pp_i_tree_in(tree, verb, "question doubt ask wonder query challenge");
        bool bare = pp_i_tree_is(tree, verb, "tell") && i > verb + 1 && /* "told them he would" */
                    pp_i_tree_in(tree, i, "he she it they") &&
                    tree->tokens[i].relation == PP_REL_NSUBJ && tree->tokens[i].head > i &&
                    tree->tokens[i].head < tree->count;
        if (bare) {
            return pp_i_frame_fill(
                find, pp_i_range_trim(tree, (pp_i_range){i, tree->end[tree->tokens[i].head]}),
                tree->tokens[i].head, PP_FRAME_CLAUSE);
        }
        if (whether && i + 3 < end) {
            return pp_i_frame_fill(
                find, pp_i_range_trim(tree, (pp_i_range){i + 1, end}),
                tree->tokens[i].head < tree->count ? tree->tokens[i].head : i + 1, PP_FRAME_CLAUSE);
        }
        uint32_t above = tree->tokens[i].head;
        bool relative = tree->tokens[i - 1].head == verb && /* "ruled out a text that names them" */
                        tree->tokens[i - 1].relation == PP_REL_OBJ && above < tree->count &&
                        tree->tokens[above].relation == PP_REL_ACL &&
                        tree->tokens[above].head == i - 1 && !told &&
                        tree->tokens[i].relation != PP_REL_MARK;
        if (pp_i_text_is(tree->tokens[i].lemma, "that") && i + 3 < end && marks && !joined &&
            !relative) {
            return pp_i_frame_fill(
                find, pp_i_range_trim(tree, (pp_i_range){i + 1, end}),
                tree->tokens[i].head < tree->count ? tree->tokens[i].head : i + 1, PP_FRAME_CLAUSE);
        }
    }
    if ((cue->frames & PP_FRAME_REFINE) == 0 ||
        !pp_i_tree_in(tree, verb, "say add announce declare tell claim report note warn")) {
        return false;
    }
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t tag = tree->tokens[child].tag;
        uint8_t relation = tree->tokens[child].relation;
        bool clause = relation == PP_REL_ADVCL || relation == PP_REL_XCOMP ||
                      relation == PP_REL_PARATAXIS || relation == PP_REL_OBJ ||
                      relation == PP_REL_DEP || relation == PP_REL_ACL;
        if (child > verb && clause &&
            (tag == PP_TAG_VERB || pp_i_tree_child(tree, child, PP_REL_COP) != PP_NO_HEAD)) {
            return pp_i_frame_fill(find, pp_i_frame_phrase(tree, verb, child), child,
                                   PP_FRAME_CLAUSE);
        }
    }
    return false;
}

/* "refused, saying that": the clause is that of the verb behind the comma. */
static bool says_on(const pp_i_tree *tree, uint32_t verb)
{
    return verb + 3 < tree->count && pp_i_text_is(tree->tokens[verb + 1].form, ",") &&
           tree->tokens[verb + 2].tag == PP_TAG_VERB &&
           pp_i_token_ends(&tree->tokens[verb + 2], "ing");
}

bool pp_i_frame_fill_clause(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t verb,
                            pp_i_find *find)
{
    if ((cue->frames & PP_FRAME_BARE) != 0 && says_on(tree, verb)) {
        return false;
    }
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        bool stray = child < verb && tree->tokens[child].tag != PP_TAG_VERB &&
                     pp_i_tree_child(tree, child, PP_REL_NSUBJ) == PP_NO_HEAD &&
                     pp_i_tree_child(tree, child, PP_REL_COP) == PP_NO_HEAD;
        stray = stray || (child < verb && pp_i_token_ends(&tree->tokens[child], "ing") &&
                          pp_i_tree_child(tree, child, PP_REL_AUX) == PP_NO_HEAD);
        stray = stray || (child == 0 && pp_i_token_ends(&tree->tokens[child], "ed") &&
                          pp_i_tree_child(tree, child, PP_REL_NSUBJ) == PP_NO_HEAD);
        stray = stray || (child < verb && /* "Cyprus, where claims are many, said" */
                          pp_i_word_in(tree->tokens[tree->start[child]].form, "where when"));
        stray =
            stray || (child > verb && pp_i_tree_in(tree, pp_i_tree_child(tree, child, PP_REL_MARK),
                                                   "because although")); /* a reason */
        if (tree->tokens[child].relation == PP_REL_CCOMP && !stray &&
            (child < verb || !has_to(tree, child) ||
             pp_i_tree_child(tree, child, PP_REL_NSUBJ) != PP_NO_HEAD)) {
            pp_i_range content = pp_i_frame_phrase(tree, verb, child);
            content = child > verb ? from_that(tree, verb, child, content) : content;
            bool only = pp_i_tree_is(tree, content.start, "only") &&
                        pp_i_tree_is(tree, content.start + 1, "that");
            content.start += only ? 2 : 0; /* "said only that it was" */
            content.start += child > verb && pp_i_tree_is(tree, content.start, "that") &&
                             content.start + 3 < content.end && content.start + 1 < child &&
                             tree->tokens[content.start + 1].tag != PP_TAG_NOUN &&
                             tree->tokens[content.start].relation == PP_REL_OBJ;
            return pp_i_frame_fill(find, content, child, PP_FRAME_CLAUSE);
        }
    }
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    if (object != PP_NO_HEAD && tree->tokens[object].tag == PP_TAG_VERB) {
        return pp_i_frame_fill(find, pp_i_frame_phrase(tree, verb, object), object,
                               PP_FRAME_CLAUSE);
    }
    if (fill_inverted(tree, verb, find)) {
        return true;
    }
    uint32_t aside = pp_i_tree_child(tree, verb, PP_REL_PARATAXIS);
    bool another = pp_i_tree_in(tree, aside, "say add write tell warn report announce") &&
                   pp_i_tree_child(tree, aside, PP_REL_NSUBJ) != PP_NO_HEAD;
    if ((cue->frames & PP_FRAME_REFINE) != 0 && aside != PP_NO_HEAD && !another) {
        return pp_i_frame_fill(find, pp_i_frame_phrase(tree, verb, aside), aside, PP_FRAME_CLAUSE);
    }
    return fill_loose(tree, cue, verb, find);
}
