/*
 * methods.c: what is implemented, after which source: one table for `pourparler methods`, its JSON
 * and the manual. The sources are keys of docs/references.bib.
 */
#include "report/answers.h"
#include "report/json.h"
#include "report/words.h"

typedef struct method {
    const char *name;
    const char *command;
    const char *what;
    const char *sources; /* keys, separated by blanks */
} method;

static const method methods[] = {
    {"zone", "zone",
     "Whether an agreement is possible, and how many packages are agreements, exactly: bucket "
     "elimination over one factor graph, one algebra for each question",
     "dechter1999 aji2000 bistarelli1997 shenoy1990"},
    {"search", "zone",
     "The same answers where the graph is too wide for elimination: depth-first search with arc "
     "consistency, counting part by part",
     "boussemart2004 mackworth1977 bessiere2006 bayardo2000"},
    {"wide formulas", "zone",
     "Formulas over many issues, split by auxiliary variables that change no count", "tseitin1968"},
    {"concession sets", "zone",
     "All minimal sets of red lines without which an agreement exists: elimination over antichains "
     "of sets",
     "dechter1999 liffiton2008"},
    {"blocking sets", "zone",
     "All minimal sets of red lines that together rule out every agreement: the minimal hitting "
     "sets of the concession sets",
     "reiter1987 liffiton2008 murakami2014"},
    {"readings", "zone",
     "In how many readings of the unclear red lines an agreement exists, and how often each line "
     "is decisive: the raw Banzhaf count",
     "banzhaf1965"},
    {"shares", "zone",
     "How often each option occurs in the agreements: marginals of the exact count", "aji2000"},
    {"proofs", "zone, check",
     "Decision diagrams that refute, and a checker that shares no code with what computes answers",
     "reiter1987 fredman1996 prosser1993"},
    {"judging", "judge",
     "Who consents to a package, which red lines it breaks, and the agreement with fewest changes: "
     "elimination over sums",
     "dechter1999"},
    {"frontier", "deals",
     "Every efficient package with its values, exactly, for any number of parties: elimination "
     "over "
     "fronts; staircases in the plane, a sweep in space, bit sets beyond",
     "aji2000 rollon2006 kung1975 fenwick1994 tan2001 freuder1991"},
    {"approximate frontier", "deals",
     "With --epsilon: a point within the given share of each range for every package",
     "laumanns2002"},
    {"hyper-rectangles", "deals",
     "Efficient packages where parties are paid for boxes of issues' values: branch and bound over "
     "sets of boxes that meet",
     "helly1923 tomita2003"},
    {"bargaining solutions", "deals",
     "Nash, Kalai-Smorodinsky, egalitarian and utilitarian, all ties, compared in whole numbers; "
     "as "
     "their authors, NegMAS or GENIUS define them",
     "nash1950 kalai1975 kalai1977"},
    {"fronts in bands", "deals",
     "The efficient packages of two parties where links are too entangled to eliminate: bounds in "
     "many directions, and a walk through what they leave",
     "ulungu1995 ehrgott2007 kolmogorov2015 aneja1979"},
    {"stability", "stable",
     "Nash, general and symmetric metarationality, sequential and symmetric sequential stability, "
     "for any number of parties: reverse searches over the closure of the others' moves where "
     "moves are transitive, over state and last mover where they are not",
     "nash1951 howard1971 fraser1979 fang1993 rego2017"},
    {"simultaneous stability", "stable",
     "SIM: others take steps of their own at the same time, in sets of any size", "fraser1979"},
    {"unknown preferences", "stable",
     "Four modes of what an open pair does: tempt, deter, both, neither", "li2004"},
    {"robust stability", "stable",
     "In which rankings that a case admits a state holds: bounds from pairs, linear extensions "
     "tried "
     "one by one, draws where they are too many",
     "greco2008ordinal deloof2006ideals"},
    {"limited foresight", "stable",
     "What two parties that take turns hold on to when they look so many steps ahead; non-myopic: "
     "from some number on",
     "kilgour1985"},
    {"coalitions", "stable",
     "Moves that several parties make together and all gain by; jumps from one equilibrium to "
     "another",
     "kilgour2001"},
    {"inverse analysis", "stable",
     "How many strict rankings of one party make a state an equilibrium", "fang1993"},
    {"quotations", "check", "Where a quotation stands in its source, by words and by characters",
     "w3c2017annotation knuth1977fast"},
    {"preferences", "ask, check",
     "What orders, importance, comparisons and no deal admit, without a number: linear programs, "
     "and a flow where orders and importance are all that is known",
     "greco2008ordinal picard1976maximal"},
    {"random profiles", "ask",
     "Uniform linear extensions, sorted uniform values, weights uniform on the ordered simplex; a "
     "hit-and-run chain where comparisons leave little",
     "lahdelma1998smaa lahdelma2003ordinal deloof2006ideals renyi1953order smith1984hitandrun"},
    {"random numbers", "all", "xoshiro256** started by splitmix64, for what is sampled",
     "blackman2021scrambled steele2014fast"},
};

enum { METHOD_COUNT = sizeof methods / sizeof *methods };

void pp_i_methods_text(pp_i_page *page)
{
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        pp_i_page_say(page, 0, 2, PP_RICH_BOLD "%s" PP_RICH_PLAIN " (%s)", methods[i].name,
                      methods[i].command);
        pp_i_page_say(page, 2, 0, "%s.", methods[i].what);
        pp_i_page_say(page, 2, 0, "After: " PP_RICH_DIM "%s" PP_RICH_PLAIN, methods[i].sources);
        pp_i_page_blank(page);
    }
    pp_i_page_say(page, 0, 0,
                  "In parentheses the commands. The sources are entries of references.bib in the "
                  "documentation.");
}

static json_t *sources_of(pp_i_json *json, const char *keys)
{
    json_t *array = json_array();
    while (*keys != '\0') {
        size_t length = strcspn(keys, " ");
        pp_i_json_add(json, array, json_stringn(keys, length));
        keys += length + strspn(keys + length, " ");
    }
    return array;
}

char *pp_i_methods_json(const pp_report_options *options)
{
    pp_i_json json;
    pp_i_json_begin(&json, options);
    json_t *array = json_array();
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        json_t *one = json_object();
        pp_i_json_set(&json, one, "name", json_string(methods[i].name));
        pp_i_json_set(&json, one, "command", json_string(methods[i].command));
        pp_i_json_set(&json, one, "what", json_string(methods[i].what));
        pp_i_json_set(&json, one, "sources", sources_of(&json, methods[i].sources));
        pp_i_json_add(&json, array, one);
    }
    pp_i_json_set(&json, json.root, "methods", array);
    pp_i_json_incomplete(&json, NULL, 0);
    return pp_i_json_end(&json);
}
