/* brief_about.c: what a brief says of the case itself; see docs/json.md, `report`. */
#include "report/brief.h"
#include "report/words.h"

enum { HEX_SIZE = 2 * PP_SHA256_SIZE + 1 };

json_t *pp_i_brief_plain(const char *rich)
{
    pp_i_arena arena;
    pp_i_builder out;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_builder_init(&out, &arena);
    for (const char *c = rich; *c != '\0'; c++)
        if (*c < PP_RICH_PLAIN[0] || *c > PP_RICH_CYAN[0])
            pp_i_builder_add_byte(&out, *c);
    json_t *value = out.failed ? NULL : pp_i_json_text(pp_i_builder_text(&out));
    pp_i_arena_free(&arena);
    return value;
}

static json_t *formula_json(pp_i_page *page, const pp_case *the_case, const pp_i_formula *formula)
{
    if (formula->node_count == 0)
        return json_null();
    return pp_i_brief_plain(pp_i_words_formula(page, the_case, formula));
}

static json_t *sources(pp_i_json *json, const pp_case *the_case)
{
    json_t *array = json_array();
    for (size_t i = 0; i < the_case->source_count; i++) {
        const pp_i_source *source = &the_case->sources[i];
        char hex[HEX_SIZE];
        for (size_t j = 0; j < PP_SHA256_SIZE; j++)
            for (int half = 0; half < 2; half++)
                hex[2 * j + (size_t)half] =
                    "0123456789abcdef"[half == 0 ? source->sha256[j] >> 4 : source->sha256[j] & 15];
        hex[HEX_SIZE - 1] = '\0';
        json_t *one = json_object();
        pp_i_json_set(json, one, "id", pp_i_json_text(source->id));
        pp_i_json_set(json, one, "file",
                      source->file.length == 0 ? json_null() : pp_i_json_text(source->file));
        pp_i_json_set(json, one, "grade_given", json_boolean(source->grade_given));
        pp_i_json_set(json, one, "sha256", json_string(hex));
        pp_i_json_set(json, one, "words", pp_i_brief_words(json, the_case, i));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *links(pp_i_json *json, pp_i_page *page, const pp_case *the_case)
{
    json_t *array = json_array();
    for (size_t i = 0; i < the_case->link_count; i++) {
        const pp_i_link *link = &the_case->links[i];
        json_t *one = json_object();
        pp_i_json_set(json, one, "rule", pp_i_json_text(link->rule.words));
        pp_i_json_set(json, one, "says", formula_json(page, the_case, &link->rule));
        pp_i_json_set(json, one, "why",
                      link->why.length == 0 ? json_null() : pp_i_json_text(link->why));
        pp_i_json_add(json, array, one);
    }
    return array;
}

/* Formulas in words, by the ids of their red lines and statements. */
static json_t *said_in_words(pp_i_json *json, pp_i_page *page, const pp_case *the_case)
{
    json_t *object = json_object(), *lines = json_object(), *said = json_object();
    for (size_t i = 0; i < the_case->red_line_count; i++)
        pp_i_json_set_id(json, lines, the_case->red_lines[i].id,
                         formula_json(page, the_case, &the_case->red_lines[i].holds));
    for (size_t i = 0; i < the_case->statement_count; i++) {
        json_t *one = json_object();
        pp_i_json_set(json, one, "about",
                      formula_json(page, the_case, &the_case->statements[i].about));
        pp_i_json_set(json, one, "if",
                      formula_json(page, the_case, &the_case->statements[i].condition));
        pp_i_json_set_id(json, said, the_case->statements[i].id, one);
    }
    pp_i_json_set(json, object, "red_lines", lines);
    pp_i_json_set(json, object, "statements", said);
    return object;
}

/* A chain as ranks, best first, each a list of ids that are alike. */
static json_t *chain_json(pp_i_json *json, const pp_case *the_case, const pp_i_chain *chain,
                          const pp_i_issue *issue)
{
    json_t *ranks = json_array();
    for (size_t i = 0; i < chain->count; i++) {
        uint32_t subject = chain->subjects[i];
        pp_text id = issue != NULL ? issue->options[subject].id : the_case->issues[subject].id;
        if (i == 0 || !chain->tied[i])
            pp_i_json_add(json, ranks, json_array());
        pp_i_json_add(json, json_array_get(ranks, json_array_size(ranks) - 1), pp_i_json_text(id));
    }
    return ranks;
}

static json_t *chains_json(pp_i_json *json, const pp_case *the_case, const pp_i_chain *chains,
                           size_t count, const pp_i_issue *issue)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        pp_i_json_add(json, array, chain_json(json, the_case, &chains[i], issue));
    return array;
}

static json_t *values_json(pp_i_json *json, const pp_case *the_case, const pp_i_preference *wish)
{
    json_t *object = json_object();
    for (size_t i = 0; i < wish->value_count; i++) {
        const pp_i_issue *issue = &the_case->issues[wish->values[i].issue];
        json_t *options = json_object();
        for (size_t j = 0; j < issue->option_count; j++)
            pp_i_json_set_id(json, options, issue->options[j].id,
                             pp_i_json_text(wish->values[i].words[j]));
        pp_i_json_set_id(json, object, issue->id, options);
    }
    return object;
}

static json_t *preference_json(pp_i_json *json, pp_i_page *page, const pp_case *the_case,
                               const pp_i_preference *wish)
{
    json_t *one = json_object(), *orders = json_object(), *priorities = json_array();
    for (size_t i = 0; i < wish->order_count; i++) {
        const pp_i_order *order = &wish->orders[i];
        const pp_i_issue *issue = &the_case->issues[order->issue];
        pp_i_json_set_id(json, orders, issue->id,
                         chains_json(json, the_case, order->chains, order->chain_count, issue));
    }
    for (size_t i = 0; i < wish->priority_count; i++)
        pp_i_json_add(json, priorities, formula_json(page, the_case, &wish->priorities[i]));
    pp_i_json_set(json, one, "party", pp_i_json_text(the_case->parties[wish->party].id));
    pp_i_json_set(json, one, "importance",
                  chains_json(json, the_case, wish->importance, wish->importance_count, NULL));
    pp_i_json_set(json, one, "orders", orders);
    pp_i_json_set(json, one, "values", values_json(json, the_case, wish));
    pp_i_json_set(json, one, "priorities", priorities);
    pp_i_json_set(json, one, "ranked", json_boolean(wish->rank_count > 0));
    return one;
}

static json_t *preferences(pp_i_json *json, pp_i_page *page, const pp_case *the_case)
{
    json_t *array = json_array();
    for (size_t i = 0; i < the_case->preference_count; i++)
        pp_i_json_add(json, array,
                      preference_json(json, page, the_case, &the_case->preferences[i]));
    return array;
}

static json_t *assumptions(pp_i_json *json, const pp_case *the_case)
{
    json_t *array = json_array();
    for (size_t i = 0; i < the_case->assumption_count; i++) {
        json_t *one = json_object();
        pp_i_json_set(json, one, "id", pp_i_json_text(the_case->assumptions[i].id));
        pp_i_json_set(json, one, "says", pp_i_json_text(the_case->assumptions[i].says));
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *reviews(pp_i_json *json, const pp_case *the_case)
{
    json_t *array = json_array();
    for (size_t i = 0; i < the_case->review_count; i++) {
        const pp_i_review *review = &the_case->reviews[i];
        json_t *one = json_object(), *said = json_array();
        for (size_t j = 0; j < review->statement_count; j++)
            pp_i_json_add(json, said,
                          pp_i_json_text(the_case->statements[review->statements[j]].id));
        pp_i_json_set(json, one, "what", pp_i_json_text(review->what));
        pp_i_json_set(json, one, "why", pp_i_json_text(review->why));
        pp_i_json_set(json, one, "statements", said);
        pp_i_json_add(json, array, one);
    }
    return array;
}

static json_t *consenting(pp_i_json *json, const pp_brief *brief)
{
    json_t *array = json_array();
    for (size_t i = 0; i < brief->the_case->party_count; i++)
        if (brief->zone->consents_needed[i])
            pp_i_json_add(json, array, pp_i_json_text(brief->the_case->parties[i].id));
    return array;
}

json_t *pp_i_brief_about(pp_i_json *json, const pp_brief *brief)
{
    const pp_case *the_case = brief->the_case;
    pp_i_arena arena;
    pp_i_page page;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_page_init(&page, &arena, NULL);
    json_t *about = json_object(), *opens = json_array();
    for (size_t i = 0; i < brief->zone->concession_count; i++) {
        const uint16_t *package = brief->zone->concessions[i].package;
        pp_i_json_add(json, opens,
                      package == NULL ? json_null() : pp_i_json_package(json, the_case, package));
    }
    pp_i_json_set(json, about, "as_of", pp_i_json_date(the_case->as_of));
    pp_i_json_set(json, about, "consent", pp_i_brief_plain(pp_i_words_consent(&page, the_case)));
    pp_i_json_set(json, about, "consenting", consenting(json, brief));
    pp_i_json_set(json, about, "says", said_in_words(json, &page, the_case));
    pp_i_json_set(json, about, "opens", opens);
    pp_i_json_set(json, about, "links", links(json, &page, the_case));
    pp_i_json_set(json, about, "preferences", preferences(json, &page, the_case));
    pp_i_json_set(json, about, "assumptions", assumptions(json, the_case));
    pp_i_json_set(json, about, "review", reviews(json, the_case));
    pp_i_json_set(json, about, "sources", sources(json, the_case));
    json->failed = json->failed || page.out.failed;
    pp_i_arena_free(&arena);
    return about;
}
