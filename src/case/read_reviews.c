/* read_reviews.c: what a person should look at first: a draft's list for its reader; see read.h. */
#include "case/read.h"

enum { REVIEW_WHAT, REVIEW_WHY, REVIEW_STATEMENTS, REVIEW_FIELD_COUNT };
static const pp_i_field review_fields[] = {
    [REVIEW_WHAT] = {"what", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [REVIEW_WHY] = {"why", PP_FIELD_TEXT},
    [REVIEW_STATEMENTS] = {"statements", PP_FIELD_LIST},
};

static void read_named(pp_i_reader *reader, const pp_i_yaml_node *list, pp_i_review *review)
{
    if (list == NULL)
        return;
    size_t *statements = PP_READ_ARRAY(reader, size_t, list->item_count);
    size_t count = 0;
    for (size_t i = 0; i < list->item_count && pp_i_read_going(reader); i++) {
        if (!pp_i_read_kind(reader, list->items[i], PP_FIELD_TEXT))
            continue;
        size_t statement = pp_i_read_reference(reader, &reader->statements, list->items[i]);
        if (statement != PP_NONE)
            statements[count++] = statement;
    }
    review->statements = statements;
    review->statement_count = count;
}

void pp_i_read_reviews(pp_i_reader *reader, const pp_i_yaml_node *list)
{
    size_t count = pp_i_read_count(reader, list, PP_CASE_REVIEW_COUNT_MAX, "entries of `review`");
    pp_i_review *reviews = PP_READ_ARRAY(reader, pp_i_review, count);
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_node *values[REVIEW_FIELD_COUNT];
        PP_READ_FIELDS(reader, list->items[i], "an entry of `review`", review_fields, values);
        reviews[i].place = list->items[i]->place;
        reviews[i].what = pp_i_read_text(values[REVIEW_WHAT]);
        reviews[i].why = pp_i_read_text(values[REVIEW_WHY]);
        read_named(reader, values[REVIEW_STATEMENTS], &reviews[i]);
    }
    reader->made->reviews = reviews;
    reader->made->review_count = count;
}
