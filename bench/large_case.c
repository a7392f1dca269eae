/* large_case.c: see large_case.h. */
#include "large_case.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"

large_case_options large_case_usual(void)
{
    return (large_case_options){.issue_count = 60,
                                .option_count = 6,
                                .party_count = 12,
                                .red_line_count = 120,
                                .link_count = 12,
                                .width = 8,
                                .dispute_count = 2,
                                .red_lines_per_dispute = 18,
                                .disputed_options = 3,
                                .calm_options = 4,
                                .seed = 6};
}

typedef struct companies {
    unsigned *members; /* [issue * (width + 1)]: the issue first */
    unsigned *counts;
    unsigned stride;
} companies;

/* Issue i joins all but at most one of a random earlier company, up to `width` of them. */
static bool companies_make(const large_case_options *options, pp_i_random *random, companies *c)
{
    c->stride = options->width + 1;
    c->members = calloc((size_t)options->issue_count * c->stride, sizeof *c->members);
    c->counts = calloc(options->issue_count, sizeof *c->counts);
    if (c->members == NULL || c->counts == NULL)
        return false;
    for (unsigned i = 0; i < options->issue_count; i++) {
        unsigned *own = c->members + (size_t)i * c->stride;
        own[0] = i;
        c->counts[i] = 1;
        if (i == 0)
            continue;
        unsigned from = (unsigned)pp_i_random_below(random, i);
        const unsigned *other = c->members + (size_t)from * c->stride;
        unsigned left_out = c->counts[from] > options->width
                                ? (unsigned)pp_i_random_below(random, c->counts[from])
                                : UINT32_MAX;
        for (unsigned j = 0; j < c->counts[from]; j++)
            if (j != left_out)
                own[c->counts[i]++] = other[j];
    }
    return true;
}

static void draw_scope(const companies *c, unsigned company, pp_i_random *random,
                       large_clause *clause)
{
    const unsigned *members = c->members + (size_t)company * c->stride;
    unsigned count = c->counts[company];
    unsigned wanted = 2 + (unsigned)pp_i_random_below(random, 2);
    wanted = wanted > count ? count : wanted;
    while (clause->scope_count < wanted) {
        unsigned issue = members[pp_i_random_below(random, count)], at = clause->scope_count;
        bool known = false;
        for (unsigned j = 0; j < clause->scope_count; j++)
            known = known || clause->issues[j] == issue;
        if (known)
            continue;
        for (; at > 0 && clause->issues[at - 1] > issue; at--)
            clause->issues[at] = clause->issues[at - 1];
        clause->issues[at] = issue;
        clause->scope_count++;
    }
}

/* Draws a clause over a company; where `planted` is not null, one that it satisfies. */
static large_clause draw_clause(const large_case_options *options, const companies *c,
                                unsigned company, unsigned option_count, const unsigned *planted,
                                pp_i_random *random)
{
    large_clause clause = {0};
    draw_scope(c, company, random, &clause);
    for (;;) {
        bool satisfied = false;
        for (unsigned j = 0; j < clause.scope_count; j++) {
            clause.options[j] = 0;
            while ((unsigned)__builtin_popcount(clause.options[j]) < option_count)
                clause.options[j] |= 1u << pp_i_random_below(random, options->option_count);
            if (planted != NULL && (clause.options[j] >> planted[clause.issues[j]]) & 1)
                satisfied = true;
        }
        if (planted == NULL || satisfied)
            return clause;
    }
}

bool large_case_make(large_case_options options, large_case *made)
{
    pp_i_random random;
    pp_i_random_seed(&random, options.seed);
    companies c = {0};
    unsigned *planted = calloc(options.issue_count, sizeof *planted);
    *made = (large_case){.options = options};
    made->red_lines = calloc(options.red_line_count + 1, sizeof *made->red_lines);
    made->links = calloc(options.link_count + 1, sizeof *made->links);
    bool good = planted != NULL && made->red_lines != NULL && made->links != NULL &&
                companies_make(&options, &random, &c);
    for (unsigned i = 0; good && i < options.issue_count; i++)
        planted[i] = (unsigned)pp_i_random_below(&random, options.option_count);
    for (unsigned i = 0; good && i < options.link_count; i++)
        made->links[i] =
            draw_clause(&options, &c, (unsigned)pp_i_random_below(&random, options.issue_count),
                        options.calm_options, planted, &random);
    unsigned disputed = options.dispute_count * options.red_lines_per_dispute;
    unsigned at = 0;
    for (unsigned d = 0; good && d < options.dispute_count; d++) {
        unsigned company = (unsigned)((options.issue_count - 1) -
                                      pp_i_random_below(&random, options.issue_count / 2));
        for (unsigned r = 0; r < options.red_lines_per_dispute && at < options.red_line_count; r++)
            made->red_lines[at++] =
                draw_clause(&options, &c, company, options.disputed_options, NULL, &random);
    }
    (void)disputed;
    for (; good && at < options.red_line_count; at++)
        made->red_lines[at] =
            draw_clause(&options, &c, (unsigned)pp_i_random_below(&random, options.issue_count),
                        options.calm_options, planted, &random);
    for (unsigned i = 0; good && i < options.red_line_count; i++)
        made->red_lines[i].party = (unsigned)pp_i_random_below(&random, options.party_count);
    free(planted);
    free(c.members);
    free(c.counts);
    if (!good)
        large_case_free(made);
    return good;
}

void large_case_free(large_case *the_case)
{
    free(the_case->red_lines);
    free(the_case->links);
    *the_case = (large_case){0};
}

static void write_clause(const large_clause *clause, unsigned option_count, FILE *file)
{
    for (unsigned j = 0; j < clause->scope_count; j++) {
        fprintf(file, "%si%u in (", j == 0 ? "" : " or ", clause->issues[j]);
        const char *between = "";
        for (unsigned o = 0; o < option_count; o++) {
            if ((clause->options[j] >> o) & 1) {
                fprintf(file, "%so%u", between, o);
                between = ", ";
            }
        }
        fprintf(file, ")");
    }
}

bool large_case_write(const large_case *the_case, FILE *file)
{
    const large_case_options *options = &the_case->options;
    fprintf(file, "pourparler: 1\ntitle: A generated negotiation, seed %llu\nparties:\n",
            (unsigned long long)options->seed);
    for (unsigned p = 0; p < options->party_count; p++)
        fprintf(file, "  - {id: p%u, name: Party %u}\n", p, p);
    if (options->consent_count > 0) {
        fprintf(file, "consent: %u of (", options->consent_count);
        for (unsigned p = 0; p < options->party_count; p++)
            fprintf(file, "%sp%u", p == 0 ? "" : ", ", p);
        fprintf(file, ")\n");
    }
    fprintf(file, "issues:\n");
    for (unsigned i = 0; i < options->issue_count; i++) {
        fprintf(file, "  - {id: i%u, options: [", i);
        for (unsigned o = 0; o < options->option_count; o++)
            fprintf(file, "%so%u", o == 0 ? "" : ", ", o);
        fprintf(file, "]}\n");
    }
    fprintf(file, options->link_count > 0 ? "links:\n" : "");
    for (unsigned i = 0; i < options->link_count; i++) {
        fprintf(file, "  - rule: \"");
        write_clause(&the_case->links[i], options->option_count, file);
        fprintf(file, "\"\n    why: generated\n");
    }
    fprintf(file, "red_lines:\n");
    for (unsigned i = 0; i < options->red_line_count; i++) {
        fprintf(file, "  - id: r%u\n    party: p%u\n    holds: \"", i,
                the_case->red_lines[i].party);
        write_clause(&the_case->red_lines[i], options->option_count, file);
        fprintf(file, "\"\n    firmness: %s\n", i % 2 == 0 ? "firm" : "unclear");
    }
    return !ferror(file);
}

bool large_case_arguments(int count, char **arguments, large_case_options *options)
{
    struct {
        const char *name;
        unsigned *value;
    } known[] = {{"--issues", &options->issue_count},
                 {"--options", &options->option_count},
                 {"--parties", &options->party_count},
                 {"--red-lines", &options->red_line_count},
                 {"--links", &options->link_count},
                 {"--company", &options->width},
                 {"--disputes", &options->dispute_count},
                 {"--red-lines-per-dispute", &options->red_lines_per_dispute},
                 {"--disputed-options", &options->disputed_options},
                 {"--calm-options", &options->calm_options},
                 {"--consent", &options->consent_count}};
    for (int i = 0; i + 1 < count; i += 2) {
        unsigned long long value = strtoull(arguments[i + 1], NULL, 10);
        bool found = strcmp(arguments[i], "--seed") == 0;
        if (found)
            options->seed = value;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            if (strcmp(arguments[i], known[k].name) == 0) {
                *known[k].value = (unsigned)value;
                found = true;
            }
        if (!found) {
            fprintf(stderr, "unknown option %s\n", arguments[i]);
            return false;
        }
    }
    return true;
}
