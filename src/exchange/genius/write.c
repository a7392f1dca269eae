/* write.c: a case as files of GENIUS; see write.h. */
#include "exchange/genius/write.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "base/checked.h"
#include "base/error.h"
#include "exchange/scenario.h"

enum { DECIMAL_SIZE = 64, DECIMAL_DIGIT_COUNT_MAX = 18, ROUNDED_PARTS = 1000000000 };

typedef struct writing {
    const pp_case *the_case;
    pp_i_arena *arena;
    pp_i_diagnostics *diagnostics;
    pp_i_builder out;
    const pp_i_preference *said; /* of the party under way */
    pp_text party;               /* and its id */
} writing;

#define WARN(w, place, ...)                                                                        \
    pp_i_diagnose((w)->diagnostics, PP_SEVERITY_WARNING, (place), 1, __VA_ARGS__)
#define SHOWN(text) (int)((text).length < 60 ? (text).length : 60), (text).data

/* --- Words and numbers ------------------------------------------------------------------------ */

/* An attribute's words; a control character, for which XML has no word, becomes a space. */
static void add_attribute(writing *w, pp_text text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte == '&')
            pp_i_builder_add_string(&w->out, "&amp;");
        else if (byte == '<')
            pp_i_builder_add_string(&w->out, "&lt;");
        else if (byte == '>')
            pp_i_builder_add_string(&w->out, "&gt;");
        else if (byte == '"')
            pp_i_builder_add_string(&w->out, "&quot;");
        else
            pp_i_builder_add_byte(&w->out, byte < 0x20 ? ' ' : text.data[i]);
    }
}

/* The number as a decimal; false where that has no end, or too far away, and it is rounded. */
static bool decimal_of(pp_i_number number, char text[DECIMAL_SIZE])
{
    uint64_t scale = 1;
    uint64_t size = number.numerator < 0 ? -(uint64_t)number.numerator : (uint64_t)number.numerator;
    const char *sign = number.numerator < 0 ? "-" : "";
    for (int digits = 0; digits <= DECIMAL_DIGIT_COUNT_MAX; digits++, scale *= 10) {
        uint64_t whole;
        if (scale % (uint64_t)number.denominator != 0)
            continue;
        if (!pp_i_multiply_u64(size, scale / (uint64_t)number.denominator, &whole) ||
            whole > INT64_MAX)
            break;
        if (digits == 0)
            snprintf(text, DECIMAL_SIZE, "%s%" PRIu64, sign, whole);
        else
            snprintf(text, DECIMAL_SIZE, "%s%" PRIu64 ".%0*" PRIu64, sign, whole / scale,
                     digits & 31 /* which is all of it, and is seen to fit */, whole % scale);
        return true;
    }
    double value = pp_i_number_double(number);
    int before = fabs(value) < 1 ? 0 : (int)floor(log10(fabs(value))) + 1;
    snprintf(text, DECIMAL_SIZE, "%.*f", before > 17 ? 0 : 17 - before, value);
    return false;
}

static void add_decimal(writing *w, pp_i_number number, pp_i_place place, const char *what)
{
    char text[DECIMAL_SIZE];
    if (!decimal_of(number, text))
        WARN(w, place, "%s of `%.*s` has no exact decimal: rounded to %s", what, SHOWN(w->party),
             text);
    pp_i_builder_add_string(&w->out, text);
}

/* An option's title where it tells it from the others and XML has words for it, else its id. */
static pp_text label_of(const pp_i_issue *issue, size_t option)
{
    pp_text title = issue->options[option].title;
    for (size_t i = 0; i < title.length; i++)
        if ((unsigned char)title.data[i] < 0x20)
            return issue->options[option].id;
    for (size_t o = 0; o < issue->option_count; o++)
        if (o != option && (pp_i_text_equal(title, issue->options[o].title) ||
                            pp_i_text_equal(title, issue->options[o].id)))
            return issue->options[option].id;
    return title;
}

static void add_item(writing *w, const pp_i_issue *issue, size_t option)
{
    pp_i_builder_print(&w->out, "      <item index=\"%zu\" value=\"", option + 1);
    add_attribute(w, label_of(issue, option));
    pp_i_builder_add_string(&w->out, "\"");
}

static void write_head(writing *w)
{
    pp_i_builder_print(&w->out,
                       "<utility_space type=\"any\" number_of_issues=\"%zu\">\n"
                       "  <objective index=\"0\" etype=\"objective\" type=\"objective\" name=\"",
                       w->the_case->issue_count);
    add_attribute(w, w->the_case->title);
    pp_i_builder_add_string(&w->out, "\">\n");
}

static void write_issue_start(writing *w, size_t issue)
{
    pp_i_builder_print(&w->out,
                       "    <issue index=\"%zu\" etype=\"discrete\" type=\"discrete\" "
                       "vtype=\"discrete\" name=\"",
                       issue + 1);
    add_attribute(w, w->the_case->issues[issue].title);
    pp_i_builder_add_string(&w->out, "\">\n");
}

/* --- What the case says ----------------------------------------------------------------------- */

static const pp_i_option_values *values_of(const pp_i_preference *said, size_t issue)
{
    for (size_t i = 0; i < said->value_count; i++)
        if (said->values[i].issue == issue)
            return &said->values[i];
    return NULL;
}

static const pp_i_weight *weight_of(const pp_i_preference *said, size_t issue)
{
    for (size_t i = 0; i < said->weight_count; i++)
        if (said->weights[i].issue == issue)
            return &said->weights[i];
    return NULL;
}

/* Is there a weight for every issue, what is left out counting 0 where the others reach 1, and a
 * value for every option that weighs? `*missing` is an issue of which something is open. */
static bool is_exact(const pp_case *the_case, const pp_i_preference *said, size_t *missing)
{
    double sum = 0;
    for (size_t i = 0; said != NULL && i < said->weight_count; i++)
        sum += pp_i_number_double(said->weights[i].weight);
    for (*missing = 0; *missing < the_case->issue_count; ++*missing) {
        if (said == NULL)
            return false;
        const pp_i_weight *weight = weight_of(said, *missing);
        if (weight == NULL && sum < 1 - 1e-9)
            return false;
        if (weight != NULL && weight->weight.numerator != 0 && values_of(said, *missing) == NULL)
            return false;
    }
    return true;
}

/* --- A profile -------------------------------------------------------------------------------- */

static pp_i_number greatest_of(writing *w, const pp_i_issue *issue,
                               const pp_i_option_values *values)
{
    pp_i_number most = {0, 1};
    for (size_t o = 0; values != NULL && o < issue->option_count; o++) {
        if (values->values[o].numerator < 0) {
            pp_i_diagnostic *said =
                pp_i_diagnose(w->diagnostics, PP_SEVERITY_ERROR, values->place, 1,
                              "`%.*s` values `%.*s` of `%.*s` below 0, which GENIUS cannot",
                              SHOWN(w->party), SHOWN(issue->options[o].id), SHOWN(issue->id));
            pp_i_diagnose_hint(
                w->diagnostics, said,
                "raise all values of the issue, and no deal by that times the weight");
            return most;
        }
        if (pp_i_number_compare(values->values[o], most) > 0)
            most = values->values[o];
    }
    return most;
}

static uint64_t common_divisor(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The whole number that stands for the greatest value; 0: none is small enough. */
static uint64_t whole_of(const pp_i_issue *issue, const pp_i_option_values *values,
                         pp_i_number most)
{
    uint64_t whole = 1;
    for (size_t o = 0; o < issue->option_count; o++) {
        pp_i_number share;
        if (!pp_i_number_divide(values->values[o], most, &share))
            return 0;
        uint64_t below = (uint64_t)share.denominator;
        if (!pp_i_multiply_u64(whole, below / common_divisor(whole, below), &whole) ||
            whole > UINT64_C(1) << PP_GENIUS_WHOLE_BIT_COUNT)
            return 0;
    }
    return whole;
}

static void write_evaluations(writing *w, const pp_i_issue *issue, const pp_i_option_values *values,
                              pp_i_number most)
{
    uint64_t whole = most.numerator == 0 ? 1 : whole_of(issue, values, most);
    bool rounded = whole == 0;
    if (rounded)
        WARN(w, values->place,
             "the values of `%.*s` for `%.*s` are rounded: no whole numbers of %d "
             "bits stand for them",
             SHOWN(issue->id), SHOWN(w->party), (int)PP_GENIUS_WHOLE_BIT_COUNT);
    for (size_t o = 0; o < issue->option_count; o++) {
        uint64_t evaluation = 0;
        pp_i_number share = {0, 1};
        if (rounded)
            evaluation = (uint64_t)llround(ROUNDED_PARTS * pp_i_number_double(values->values[o]) /
                                           pp_i_number_double(most));
        else if (most.numerator != 0 && pp_i_number_divide(values->values[o], most, &share))
            evaluation = (uint64_t)share.numerator * (whole / (uint64_t)share.denominator);
        add_item(w, issue, o);
        pp_i_builder_print(&w->out, " evaluation=\"%" PRIu64 "\"/>\n", evaluation);
    }
}

/* The greatest value goes into the weight; where all values are 0 the weight stays as it is. */
static void write_weight(writing *w, size_t issue, pp_i_number most, double *sum)
{
    const pp_i_weight *given = weight_of(w->said, issue);
    pp_i_number weight = given == NULL ? (pp_i_number){0, 1} : given->weight;
    pp_i_place place = given == NULL ? w->said->place : given->place;
    pp_i_builder_print(&w->out, "    <weight index=\"%zu\" value=\"", issue + 1);
    if (most.numerator == 0 || pp_i_number_multiply(weight, most, &weight)) {
        *sum += most.numerator == 0 ? 0 : pp_i_number_double(weight);
        add_decimal(w, weight, place, "a weight");
    } else {
        double product = pp_i_number_double(weight) * pp_i_number_double(most);
        *sum += product;
        WARN(w, place, "a weight of `%.*s` times its greatest value is rounded to %.17f",
             SHOWN(w->party), product);
        pp_i_builder_print(&w->out, "%.17f", product);
    }
    pp_i_builder_add_string(&w->out, "\"/>\n");
}

static void write_no_deal(writing *w)
{
    for (size_t i = 0; i < w->said->no_deal_count; i++) {
        const pp_i_no_deal *said = &w->said->no_deal[i];
        if (said->kind != PP_NO_DEAL_NUMBER) {
            WARN(w, said->place,
                 "GENIUS knows no deal as a number only: what `%.*s` compares it "
                 "with is left out",
                 SHOWN(w->party));
            continue;
        }
        pp_i_builder_add_string(&w->out, "  <reservation value=\"");
        add_decimal(w, said->number, said->place, "no deal");
        pp_i_builder_add_string(&w->out, "\"/>\n");
    }
}

static void write_profile(writing *w)
{
    double sum = 0;
    write_head(w);
    for (size_t i = 0; i < w->the_case->issue_count; i++) {
        const pp_i_issue *issue = &w->the_case->issues[i];
        const pp_i_option_values *values = values_of(w->said, i);
        pp_i_number most = greatest_of(w, issue, values);
        write_issue_start(w, i);
        write_evaluations(w, issue, values, most);
        pp_i_builder_add_string(&w->out, "    </issue>\n");
        write_weight(w, i, most, &sum);
    }
    pp_i_builder_add_string(&w->out, "  </objective>\n");
    write_no_deal(w);
    pp_i_builder_add_string(&w->out, "</utility_space>\n");
    if (sum > 1 + 1e-9)
        WARN(w, w->said->place, "the values of `%.*s` reach %.6g: GENIUS counts what passes 1 as 1",
             SHOWN(w->party), sum);
}

/* --- The files -------------------------------------------------------------------------------- */

static void write_domain(writing *w)
{
    pp_i_builder_add_string(&w->out, "<negotiation_template>\n");
    write_head(w);
    for (size_t i = 0; i < w->the_case->issue_count; i++) {
        write_issue_start(w, i);
        for (size_t o = 0; o < w->the_case->issues[i].option_count; o++) {
            add_item(w, &w->the_case->issues[i], o);
            pp_i_builder_add_string(&w->out, "/>\n");
        }
        pp_i_builder_add_string(&w->out, "    </issue>\n");
    }
    pp_i_builder_add_string(&w->out, "  </objective>\n</utility_space>\n</negotiation_template>\n");
}

/* Once each, where the first of them stands. */
static void say_what_is_left_out(writing *w)
{
    const pp_case *c = w->the_case;
    if (c->link_count > 0)
        WARN(w, c->links[0].place,
             "GENIUS has no links: %zu left out, so that packages become "
             "possible that are not",
             c->link_count);
    if (c->red_line_count > 0)
        WARN(w, c->red_lines[0].place, "GENIUS has no red lines: %zu left out", c->red_line_count);
    if (c->consent.node_count > 0)
        WARN(w, ((pp_i_place){0, 0}),
             "GENIUS has no rule of consent: all parties must agree there");
}

static bool finish_file(writing *w, pp_export_file *file, const char *name)
{
    *file = (pp_export_file){name, w->out.data, w->out.length};
    return !w->out.failed && name != NULL;
}

static void start_file(writing *w)
{
    pp_i_builder_init(&w->out, w->arena);
    pp_i_builder_add_string(&w->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

/* The profile of a party, if it has one; a principal must. */
static bool add_party(writing *w, size_t party, pp_export_file *files, size_t *count)
{
    const pp_case *c = w->the_case;
    size_t missing;
    w->party = c->parties[party].id;
    w->said = NULL;
    for (size_t i = 0; i < c->preference_count; i++)
        if (c->preferences[i].party == party)
            w->said = &c->preferences[i];
    if (!is_exact(c, w->said, &missing)) {
        if (c->parties[party].role != PP_ROLE_PRINCIPAL)
            return true;
        pp_i_diagnostic *said =
            pp_i_diagnose(w->diagnostics, PP_SEVERITY_ERROR,
                          w->said == NULL ? c->parties[party].place : w->said->place, 1,
                          "`%.*s` has no exact values: its weight or values for `%.*s` are open",
                          SHOWN(w->party), SHOWN(c->issues[missing].id));
        pp_i_diagnose_hint(w->diagnostics, said,
                           "GENIUS knows numbers only: give `values` and "
                           "`weights` under preferences");
        return true;
    }
    bool taken = pp_i_text_is(w->party, "domain");
    start_file(w);
    write_profile(w);
    return finish_file(w, &files[(*count)++],
                       pp_i_arena_print(w->arena, "%.*s%s.xml", (int)w->party.length, w->party.data,
                                        taken ? "-profile" : ""));
}

pp_status pp_i_genius_write(const pp_case *the_case, pp_i_arena *arena,
                            pp_i_diagnostics *diagnostics, const pp_export_file **files,
                            size_t *count, pp_error *error)
{
    writing w = {.the_case = the_case, .arena = arena, .diagnostics = diagnostics};
    pp_export_file *made = PP_NEW_ARRAY(arena, pp_export_file, the_case->party_count + 1);
    size_t made_count = 1;
    if (made == NULL)
        return pp_i_fail_memory(error);
    start_file(&w);
    write_domain(&w);
    bool good = finish_file(&w, &made[0], "domain.xml");
    for (size_t p = 0; p < the_case->party_count && good; p++)
        good = add_party(&w, p, made, &made_count);
    say_what_is_left_out(&w);
    if (!good || diagnostics->failed)
        return pp_i_fail_memory(error);
    if (diagnostics->error_count == 0 && made_count == 1)
        pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR, (pp_i_place){0, 0}, 1,
                      "no party has exact values");
    pp_i_diagnostics_sort(diagnostics);
    if (diagnostics->error_count > 0)
        return pp_i_fail(error, PP_ERROR_INPUT, "the case cannot be said in files of GENIUS");
    *files = made;
    *count = made_count;
    return PP_OK;
}
