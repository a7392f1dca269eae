/* write.c: an answer with what shows it, as JSON; see pourparler/proof.h. */
#include "method/proof/write.h"

#include "base/error.h"
#include "base/file.h"
#include "method/zone/zone.h"

static pp_i_word *set_of(pp_i_proof_writer *writer, const size_t *places, size_t count,
                         size_t word_count)
{
    pp_i_word *set = PP_NEW_ARRAY(&writer->scratch, pp_i_word, word_count);
    for (size_t i = 0; set != NULL && i < count; i++)
        pp_i_bit_set(set, places[i]);
    return set;
}

/* `, "unproved": why`, where there is something to say. */
static void say_unproved(pp_i_proof_writer *writer, const char *why)
{
    if (why == NULL)
        return;
    pp_i_builder_add_string(&writer->text, ", \"unproved\": ");
    pp_i_proof_say_string(writer, pp_i_text_of(why));
}

/* --- Blocking sets ---------------------------------------------------------------------------- */

/* Is one of the refuted sets part of `lines`? */
static bool is_refuted(const pp_i_proof_writer *writer, const pp_i_word *lines)
{
    for (size_t i = 0; i < writer->refuted.count; i++)
        if (pp_i_bits_subset(writer->refuted.items[i], lines, writer->model.word_count))
            return true;
    return false;
}

/* The refutations that stop every minimal coalition; *why: what is missing, or null. */
static pp_status say_refutations(pp_i_proof_writer *writer, const pp_i_word *blocking,
                                 const char **why)
{
    const pp_i_model *model = &writer->model;
    size_t word_count = model->word_count;
    writer->refuted.count = 0;
    *why = NULL;
    if (model->coalitions.count > PP_PROOF_COALITION_COUNT_MAX)
        *why = "more than 10000 minimal coalitions";
    else if (writer->full)
        *why = PP_PROOF_WHY_NODES;
    for (size_t c = 0; c < model->coalitions.count && *why == NULL; c++) {
        pp_i_word *lines = pp_i_model_lines_of(model, &model->coalitions.sets[c], &writer->scratch);
        pp_i_word *used = PP_NEW_ARRAY(&writer->scratch, pp_i_word, word_count);
        if (lines == NULL || used == NULL)
            return pp_i_fail_memory(writer->error);
        for (size_t w = 0; w < word_count; w++)
            lines[w] &= blocking[w];
        if (is_refuted(writer, lines))
            continue;
        const char *before = writer->refuted.count == 0 ? "\n" : ",\n";
        const pp_i_word *rules;
        pp_status status = pp_i_proof_choose_rules(writer, lines, &rules);
        if (status == PP_OK)
            status = pp_i_proof_refute(writer, lines, rules, before, used, why);
        if (status != PP_OK)
            return status;
        if (*why == NULL && !PP_LIST_ADD(&writer->scratch, &writer->refuted, used))
            return pp_i_fail_memory(writer->error);
    }
    return PP_OK;
}

static pp_status say_blocking(pp_i_proof_writer *writer)
{
    const pp_zone *zone = writer->zone;
    pp_i_builder_add_string(&writer->text, "\"blocking\": [");
    for (size_t i = 0; i < zone->blocking_count; i++) {
        pp_i_word *set = set_of(writer, zone->blocking[i].red_lines, zone->blocking[i].count,
                                writer->model.word_count);
        if (set == NULL)
            return pp_i_fail_memory(writer->error);
        pp_i_builder_add_string(&writer->text, i == 0 ? "\n{" : ",\n{");
        pp_i_proof_say_lines(writer, set);
        pp_i_builder_add_string(&writer->text, ", \"refutations\": [");
        const char *why;
        pp_status status = say_refutations(writer, set, &why);
        if (status != PP_OK)
            return status;
        pp_i_builder_add_byte(&writer->text, ']');
        say_unproved(writer, why);
        pp_i_builder_add_byte(&writer->text, '}');
    }
    pp_i_builder_add_byte(&writer->text, ']');
    return PP_OK;
}

/* --- Verdicts --------------------------------------------------------------------------------- */

/* Why the lists of sets are not whole; null: they are. */
static const char *why_incomplete(const pp_zone *zone)
{
    for (size_t i = 0; i < zone->incomplete_count; i++)
        if (strcmp(zone->incomplete[i].part, "concessions") == 0 ||
            strcmp(zone->incomplete[i].part, "blocking") == 0)
            return zone->incomplete[i].why;
    return NULL;
}

static pp_status say_none(pp_i_proof_writer *writer)
{
    const pp_zone *zone = writer->zone;
    pp_i_builder_add_string(&writer->text, "\"verdict\": \"none\",\n\"concessions\": [");
    for (size_t i = 0; i < zone->concession_count; i++) {
        const pp_red_line_set *one = &zone->concessions[i];
        pp_i_word *set = set_of(writer, one->red_lines, one->count, writer->model.word_count);
        if (set == NULL)
            return pp_i_fail_memory(writer->error);
        pp_i_builder_add_string(&writer->text, i == 0 ? "\n{" : ",\n{");
        pp_i_proof_say_lines(writer, set);
        pp_i_builder_add_string(&writer->text, ", ");
        pp_i_proof_say_package(writer, one->package);
        pp_i_builder_add_byte(&writer->text, '}');
    }
    pp_i_builder_add_string(&writer->text, "],\n");
    pp_status status = say_blocking(writer);
    say_unproved(writer, why_incomplete(zone));
    return status;
}

static pp_status say_contradiction(pp_i_proof_writer *writer)
{
    const pp_zone *zone = writer->zone;
    size_t rule_count = writer->model.rule_count, word_count = pp_i_word_count(rule_count);
    pp_i_word *rules = set_of(writer, zone->contradiction, zone->contradiction_count, word_count);
    pp_i_word *none = PP_NEW_ARRAY(&writer->scratch, pp_i_word, writer->model.word_count);
    pp_i_word *used = PP_NEW_ARRAY(&writer->scratch, pp_i_word, writer->model.word_count);
    if (rules == NULL || none == NULL || used == NULL)
        return pp_i_fail_memory(writer->error);
    for (size_t i = 0; zone->contradiction_count == 0 && i < rule_count; i++)
        pp_i_bit_set(rules, i); /* which ones was not found out: all together */
    const char *between = "", *why;
    pp_i_builder_add_string(&writer->text,
                            "\"verdict\": \"none\",\n\"contradiction\": {\"links\": [");
    for (size_t i = 0; (i = pp_i_bits_next(rules, rule_count, i)) < rule_count; i++) {
        pp_i_builder_print(&writer->text, "%s%zu", between, i + 1);
        between = ", ";
    }
    pp_i_builder_add_byte(&writer->text, ']');
    pp_status status = pp_i_proof_refute(writer, none, rules, ",\n\"refutation\": ", used, &why);
    if (status == PP_OK)
        say_unproved(writer, why);
    pp_i_builder_add_byte(&writer->text, '}');
    return status;
}

static pp_status say_verdict(pp_i_proof_writer *writer)
{
    const pp_zone *zone = writer->zone;
    if (zone->verdict == PP_VERDICT_SOME && zone->witness_count > 0) {
        pp_i_builder_add_string(&writer->text, "\"verdict\": \"some\",\n\"witness\": {");
        pp_i_proof_say_package(writer, zone->witnesses[0]);
        pp_i_builder_add_byte(&writer->text, '}');
        return PP_OK;
    }
    if (zone->verdict == PP_VERDICT_NONE)
        return zone->feasible != NULL && strcmp(zone->feasible, "0") == 0
                   ? say_contradiction(writer)
                   : say_none(writer);
    pp_i_builder_add_string(&writer->text, "\"verdict\": \"unknown\"");
    return PP_OK;
}

/* --- The whole -------------------------------------------------------------------------------- */

static pp_status make(pp_i_proof_writer *writer, const pp_question *question)
{
    pp_status status = pp_i_model_make(writer->the_case, question, &writer->scratch, &writer->model,
                                       writer->error);
    if (status == PP_OK)
        status = pp_i_proof_make_factors(writer);
    if (status != PP_OK)
        return status;
    pp_i_proof_say_head(writer, question);
    status = say_verdict(writer);
    pp_i_builder_add_string(&writer->text, "\n}\n");
    return status == PP_OK && writer->text.failed ? pp_i_fail_memory(writer->error) : status;
}

pp_status pp_i_proof_make(const pp_case *the_case, const pp_question *question,
                          const pp_control *control, pp_i_arena *arena, pp_text *proof,
                          pp_error *error)
{
    static const pp_question nothing;
    pp_zone_options options = {.witness_count_max = 1, .without_shares = true};
    options.question = question == NULL ? nothing : *question;
    pp_zone *zone;
    pp_i_run run;
    pp_i_run_init(&run, control); /* before the answer: the time limit is that of the whole call */
    pp_status status = pp_i_zone_solve(the_case, &options, control, &zone, error);
    if (status != PP_OK)
        return status;
    pp_i_proof_writer writer = {.the_case = the_case, .zone = zone, .run = run, .error = error};
    pp_i_arena_init(&writer.scratch, arena->allocator);
    pp_i_builder_init(&writer.text, arena);
    status = make(&writer, &options.question);
    if (status == PP_OK)
        *proof = pp_i_builder_text(&writer.text);
    pp_i_arena_free(&writer.scratch);
    pp_i_zone_free(zone);
    return status;
}

pp_status pp_i_proof_write_file(const pp_case *the_case, const pp_question *question,
                                const pp_control *control, const char *path, bool overwrite,
                                pp_error *error)
{
    pp_i_arena arena;
    pp_text proof;
    pp_i_arena_init(&arena, pp_i_allocator_of(control));
    pp_status status = pp_i_proof_make(the_case, question, control, &arena, &proof, error);
    if (status == PP_OK)
        status = pp_i_file_write(path, proof, overwrite, error);
    pp_i_arena_free(&arena);
    return status;
}
