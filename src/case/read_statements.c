/* read_statements.c: what the parties said, and which statement takes another's place; see read.h.
 */
#include "case/read.h"

enum {
    STATEMENT_ID,
    STATEMENT_PARTY,
    STATEMENT_SPEAKER,
    STATEMENT_ACT,
    STATEMENT_ABOUT,
    STATEMENT_TOPIC,
    STATEMENT_STRENGTH,
    STATEMENT_IF,
    STATEMENT_SOURCE,
    STATEMENT_DATE,
    STATEMENT_QUOTE,
    STATEMENT_REPLACES,
    STATEMENT_CONFIDENCE,
    STATEMENT_FIELD_COUNT
};
static const pp_i_field statement_fields[] = {
    [STATEMENT_ID] = {"id", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [STATEMENT_PARTY] = {"party", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [STATEMENT_SPEAKER] = {"speaker", PP_FIELD_TEXT},
    [STATEMENT_ACT] = {"act", PP_FIELD_TEXT | PP_FIELD_NEEDED},
    [STATEMENT_ABOUT] = {"about", PP_FIELD_TEXT},
    [STATEMENT_TOPIC] = {"topic", PP_FIELD_TEXT},
    [STATEMENT_STRENGTH] = {"strength", PP_FIELD_TEXT},
    [STATEMENT_IF] = {"if", PP_FIELD_TEXT},
    [STATEMENT_SOURCE] = {"source", PP_FIELD_TEXT},
    [STATEMENT_DATE] = {"date", PP_FIELD_TEXT},
    [STATEMENT_QUOTE] = {"quote", PP_FIELD_TEXT},
    [STATEMENT_REPLACES] = {"replaces", PP_FIELD_TEXT},
    [STATEMENT_CONFIDENCE] = {"confidence", PP_FIELD_TEXT},
};

static const char *const act_words[] = {
    [PP_ACT_ASSERTS] = "asserts", [PP_ACT_SUPPORTS] = "supports", [PP_ACT_DEMANDS] = "demands",
    [PP_ACT_REJECTS] = "rejects", [PP_ACT_PROPOSES] = "proposes", [PP_ACT_OFFERS] = "offers",
    [PP_ACT_ACCEPTS] = "accepts", [PP_ACT_DOUBTS] = "doubts",     [PP_ACT_WARNS] = "warns",
    [PP_ACT_COMMITS] = "commits", [PP_ACT_ASKS] = "asks",
};
enum { ACT_COUNT = sizeof act_words / sizeof *act_words };

static const char *const strength_words[] = {"must", "should", "hedged"};
enum { STRENGTH_COUNT = sizeof strength_words / sizeof *strength_words };

const char *pp_i_act_text(pp_i_act act)
{
    return act_words[act];
}

const char *pp_i_strength_text(pp_i_strength strength)
{
    return strength == PP_STRENGTH_NONE ? "" : strength_words[strength - PP_STRENGTH_MUST];
}

/* What later passes need of the statements' nodes: read when all ids are known. */
typedef struct nodes {
    const pp_i_yaml_node **quotes;
    const pp_i_yaml_node **replaces;
} nodes;

/* Its own date, else its source's, else the case's. */
static void set_date(const pp_i_reader *reader, pp_i_statement *statement)
{
    statement->date = statement->date_given;
    if (statement->date == 0 && statement->source != PP_NONE)
        statement->date = reader->made->sources[statement->source].date;
    if (statement->date == 0)
        statement->date = reader->made->as_of;
}

/* A statement is about something, and a quotation stands somewhere. */
static void check_whole(pp_i_reader *reader, const pp_i_yaml_node *node,
                        const pp_i_yaml_node *const *values)
{
    if (node->kind != PP_YAML_MAPPING)
        return;
    pp_i_diagnostic *said;
    if (pp_i_yaml_get(node, "about") == NULL && pp_i_yaml_get(node, "topic") == NULL) {
        said = pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, node->place, 1,
                             "a statement needs `about` or `topic`");
        PP_READ_HINT(reader, said, "`about` has a formula; `topic` has words, where no issue fits");
    }
    if (values[STATEMENT_QUOTE] != NULL && pp_i_yaml_get(node, "source") == NULL) {
        said = PP_READ_ERROR(reader, values[STATEMENT_QUOTE], "a quotation without a source");
        PP_READ_HINT(reader, said, "say with `source` where these words stand");
    }
}

/* How far to trust the reading: a share, as probabilities are. */
static void read_confidence(pp_i_reader *reader, const pp_i_yaml_node *node,
                            pp_i_statement *statement)
{
    const pp_i_number none = {0, 1}, all = {1, 1};
    pp_i_number number;
    if (node == NULL || !pp_i_read_number(reader, node, &number))
        return;
    if (pp_i_number_compare(number, none) < 0 || pp_i_number_compare(number, all) > 0) {
        PP_READ_HINT(reader,
                     PP_READ_ERROR(reader, node, "`%.*s` is no confidence", PP_SHOWN(node->text)),
                     "write a number from 0 to 1, such as 0.8");
        return;
    }
    statement->confidence_given = true;
    statement->confidence = number;
    statement->confidence_words = node->text;
}

static void read_statement(pp_i_reader *reader, const pp_i_yaml_node *node, size_t index,
                           pp_i_statement *statement, const nodes *later)
{
    const pp_i_yaml_node *values[STATEMENT_FIELD_COUNT];
    PP_READ_FIELDS(reader, node, "a statement", statement_fields, values);
    check_whole(reader, node, values);
    statement->place = statement->quote_at = node->place;
    statement->id = pp_i_read_id(reader, &reader->statements, values[STATEMENT_ID], index);
    statement->party = pp_i_read_reference(reader, &reader->parties, values[STATEMENT_PARTY]);
    statement->speaker = pp_i_read_text(values[STATEMENT_SPEAKER]);
    size_t act = pp_i_read_word(reader, values[STATEMENT_ACT], "act", act_words, ACT_COUNT);
    statement->act = act == PP_NONE ? PP_ACT_ASSERTS : (pp_i_act)act;
    pp_i_read_formula(reader, values[STATEMENT_ABOUT], &statement->about);
    statement->topic = pp_i_read_text(values[STATEMENT_TOPIC]);
    size_t strength = pp_i_read_word(reader, values[STATEMENT_STRENGTH], "strength", strength_words,
                                     STRENGTH_COUNT);
    if (strength != PP_NONE)
        statement->strength = (pp_i_strength)(PP_STRENGTH_MUST + strength);
    pp_i_read_formula(reader, values[STATEMENT_IF], &statement->condition);
    statement->source = pp_i_read_reference(reader, &reader->sources, values[STATEMENT_SOURCE]);
    statement->date_given = pp_i_read_date(reader, values[STATEMENT_DATE]);
    set_date(reader, statement);
    statement->quote = pp_i_read_text(values[STATEMENT_QUOTE]);
    if (values[STATEMENT_QUOTE] != NULL)
        statement->quote_at = values[STATEMENT_QUOTE]->place;
    read_confidence(reader, values[STATEMENT_CONFIDENCE], statement);
    statement->replaces = PP_NONE;
    later->quotes[index] = values[STATEMENT_QUOTE];
    later->replaces[index] = values[STATEMENT_REPLACES];
}

/* --- Taking a place -------------------------------------------------------------------------- */

/* A later statement of the same party is what is meant; anything else is doubtful. */
static void check_replacing(pp_i_reader *reader, const pp_i_statement *later,
                            const pp_i_statement *earlier, const pp_i_yaml_node *node)
{
    pp_i_diagnostic *said;
    if (later->party != earlier->party && later->party != PP_NONE && earlier->party != PP_NONE) {
        said = PP_READ_WARNING(reader, node, "`%.*s` replaces `%.*s`, a statement of another party",
                               PP_SHOWN(later->id), PP_SHOWN(earlier->id));
        PP_READ_HINT(reader, said, "a party can only take back its own words");
    }
    char dates[2][PP_DATE_SIZE];
    bool at_once = later->date == earlier->date && later->source == earlier->source &&
                   later->source != PP_NONE;
    if (later->date == 0 || earlier->date == 0 || later->date > earlier->date || at_once)
        return; /* one report may tell what was held before and what is now */
    pp_i_date_print(later->date, dates[0]);
    pp_i_date_print(earlier->date, dates[1]);
    said = PP_READ_WARNING(reader, node, "`%.*s` of %s replaces `%.*s` of %s, which is not earlier",
                           PP_SHOWN(later->id), dates[0], PP_SHOWN(earlier->id), dates[1]);
    PP_READ_HINT(reader, said, "`replaces` names the earlier statement; check both dates");
}

/* Notes in `earlier` that from the date of `later` on it no longer counts. */
static void note_replaced(pp_i_statement *earlier, pp_i_date from)
{
    if (!earlier->replaced || from < earlier->replaced_on)
        earlier->replaced_on = from;
    earlier->replaced = true;
}

/* Reports each cycle once, at the statement in it that stands first. Each statement replaces at
 * most one, so that following from one to the next finds them all in linear time. */
static void find_cycles(pp_i_reader *reader, const pp_i_statement *statements, size_t count,
                        const pp_i_yaml_node *const *nodes_of)
{
    size_t *visit = pp_i_read_have(reader, PP_NEW_ARRAY(&reader->scratch, size_t, count));
    for (size_t i = 0; visit != NULL && i < count; i++) {
        size_t at = i;
        for (; at != PP_NONE && visit[at] == 0; at = statements[at].replaces)
            visit[at] = i + 1;
        if (at == PP_NONE || visit[at] != i + 1)
            continue;
        size_t length = 0, first = at;
        for (size_t next = at; length == 0 || next != at; next = statements[next].replaces) {
            length++;
            if (next < first)
                first = next;
        }
        if (length == 1)
            continue; /* said where it was read */
        pp_i_diagnostic *said = PP_READ_ERROR(
            reader, nodes_of[first], "%zu statements replace each other in a circle", length);
        PP_READ_HINT(reader, said, "`%.*s` replaces `%.*s`, which leads back to it",
                     PP_SHOWN(statements[first].id),
                     PP_SHOWN(statements[statements[first].replaces].id));
    }
}

void pp_i_read_replaces(pp_i_reader *reader, pp_i_statement *statements, size_t count,
                        const pp_i_yaml_node *const *replaces)
{
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++) {
        size_t earlier = pp_i_read_reference(reader, &reader->statements, replaces[i]);
        statements[i].replaces = earlier;
        if (earlier == PP_NONE)
            continue;
        if (earlier == i) {
            pp_i_diagnostic *said = PP_READ_ERROR(reader, replaces[i], "`%.*s` replaces itself",
                                                  PP_SHOWN(statements[i].id));
            PP_READ_HINT(reader, said, "name the earlier statement, or leave `replaces` out");
            continue;
        }
        check_replacing(reader, &statements[i], &statements[earlier], replaces[i]);
        note_replaced(&statements[earlier], statements[i].date);
    }
    if (pp_i_read_going(reader))
        find_cycles(reader, statements, count, replaces);
}

/* --- Statements ------------------------------------------------------------------------------ */

void pp_i_read_statements(pp_i_reader *reader, const pp_i_yaml_node *list)
{
    size_t count = pp_i_read_count(reader, list, PP_CASE_STATEMENT_COUNT_MAX, "statements");
    reader->statements.broken = list != NULL && count < list->item_count;
    pp_i_statement *statements = PP_READ_ARRAY(reader, pp_i_statement, count);
    nodes later = {
        pp_i_read_have(reader, PP_NEW_ARRAY(&reader->scratch, const pp_i_yaml_node *, count)),
        pp_i_read_have(reader, PP_NEW_ARRAY(&reader->scratch, const pp_i_yaml_node *, count))};
    if (!pp_i_read_going(reader))
        return;
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++) {
        read_statement(reader, list->items[i], i, &statements[i], &later);
        pp_i_run_step(&reader->run, 1);
    }
    if (pp_i_read_going(reader))
        pp_i_read_replaces(reader, statements, count, later.replaces);
    if (pp_i_read_going(reader))
        pp_i_read_quotes(reader, statements, count, later.quotes);
    reader->made->statements = statements;
    reader->made->statement_count = count;
}
