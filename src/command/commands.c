/* commands.c: the table of commands; help, manual and completion come from it and from options.h.
 */
#include <string.h>

#include "command/command.h"

static const pp_command commands[] = {
    {"read",
     PP_FOR_READ,
     "REPORT...",
     1,
     SIZE_MAX,
     "what reports say: statements with the words behind them, or a draft case",
     "Reads reports in English (text, Markdown, HTML; folders of them; `-`: standard input) and "
     "lists who demands, offers, rejects what, with the words and where they stand. With -o it "
     "writes the draft of a case, to be looked through: its `review` says where to begin.\n"
     "What the reports do not say is not in the answer; what they say may be missed or "
     "misread, and each statement says how far to trust it. A passage that is repeated counts "
     "once. With --merge the reports are read into a case that is there, in which nothing "
     "changes.",
     {"pourparler read report.txt", "pourparler read report.txt -o draft.yaml",
      "pourparler read reports/ news.html --merge case.yaml -o new.yaml",
      "pourparler read report.txt -o - | pourparler zone -"},
     pp_run_read,
     false},
    {"check",
     PP_FOR_CHECK,
     "CASE",
     1,
     1,
     "what is wrong or doubtful in a case",
     "Reads the case file with its sources and says everything that is wrong or doubtful in it: "
     "syntax, references, quotations that do not stand in their source, contradictions, and parts "
     "that do nothing.\n"
     "Each remark names its place in the file and what to do about it. A case with errors gives "
     "exit status 3. With --proof only the proof is checked, for the question that it names: exit "
     "status 3 where it is wrong, 5 where it leaves something unproved.",
     {"pourparler check case.yaml", "pourparler check case.yaml --json",
      "pourparler check case.yaml --proof proof.json"},
     pp_run_check,
     false},
    {"show",
     PP_FOR_SHOW,
     "CASE",
     1,
     1,
     "the position matrix: who says what on which issue",
     "Prints parties by issues: red lines, firm and unclear, and statements. A cell where nothing "
     "is known stays empty.",
     {"pourparler show case.yaml", "pourparler show case.yaml --timeline",
      "pourparler show case.yaml --as-of 2024-04-29"},
     pp_run_show,
     false},
    {"zone",
     PP_FOR_ZONE,
     "CASE",
     1,
     1,
     "is any agreement possible, and if not, what blocks it",
     "Says whether any package satisfies every link and every red line of the parties whose "
     "consent "
     "is needed; with an agreement: how many there are, which, and how often each option occurs in "
     "them; without one: what each side would have to give, and which red lines block it, with the "
     "words behind them.\n"
     "Unclear red lines count as real; a closing part says in how many readings of them an "
     "agreement exists, and which of them decides.",
     {"pourparler zone case.yaml", "pourparler zone case.yaml --table upland,commission",
      "pourparler zone case.yaml --proof proof.json",
      "pourparler zone case.yaml --drop lowland-flow --assume 'dam != build'"},
     pp_run_zone,
     false},
    {"judge",
     PP_FOR_JUDGE,
     "CASE DRAFT",
     2,
     2,
     "who consents to one proposed package",
     "Judges one package: who consents, which red lines break and in whose words, and the "
     "agreement "
     "that is nearest.\n"
     "DRAFT is `issue=option,issue=option`, a YAML file of the same, or a package's code. What it "
     "leaves open is judged at its best for an agreement, and marked.",
     {"pourparler judge case.yaml flow=half,dam=pause", "pourparler judge case.yaml draft.yaml"},
     pp_run_judge,
     false},
    {"deals",
     PP_FOR_DEALS,
     "CASE | DOMAIN.xml PROFILE.xml... | FILE FILE...",
     1,
     65,
     "which agreements are efficient, and which the bargaining solutions pick",
     "Finds every efficient package, however many packages there are: those that leave nobody room "
     "to have more without another having less. Then what the Nash, Kalai-Smorodinsky, egalitarian "
     "and utilitarian solutions pick among them, what that gives whom against no deal, and what it "
     "rests on, issue by issue.\n"
     "Where no agreement is possible, the packages that break the fewest red lines are considered "
     "instead. Exact values are used as given. Where the case gives orders alone, no number is "
     "invented: the answer says what holds for all values that the orders admit, and marks "
     "estimates as such.\n"
     "GENIUS domains and profiles are read directly: the domain first, then a profile a party. So "
     "are the files of a NegMAS scenario and GeniusWeb's profiles, two or more at a time.",
     {"pourparler deals case.yaml --plot frontier.svg",
      "pourparler deals case.yaml --convention negmas --json",
      "pourparler deals lease.yml owner.json tenant.yml",
      "pourparler deals domain.xml buyer.xml seller.xml --convention genius"},
     pp_run_deals,
     false},
    {"stable",
     PP_FOR_STABLE,
     "CASE",
     1,
     1,
     "which outcomes would hold, who would leave the others, and what stops them",
     "Takes every package that the links allow as a state, and the moves that parties can make alone "
     "(`decided_by`, `moves`). Says which states hold, under six notions of how far a party looks "
     "ahead; who would leave each of the others, to where, and which answer stops it or fails to.\n"
     "STATE is issue=option,issue=option, a file, the code that stands beside each state, or "
     "status_quo where the case says how things stand. "
     "Orders come from a party's `ranking`, `priorities` or `values`; of a party of which nothing is "
     "said every state is taken as alike, and the answer says so. A conflict of gmcr-py (.gmcr) is "
     "read directly.",
     {"pourparler stable case.yaml", "pourparler stable case.yaml --why 5",
      "pourparler stable case.yaml --from flow=none,dam=build --coalitions",
      "pourparler stable case.yaml --plot states.svg --csv states.csv"},
     pp_run_stable,
     false},
    {"report",
     PP_FOR_REPORT,
     "CASE",
     1,
     1,
     "the whole analysis as one page to hand out, or as Markdown",
     "Writes what `show`, `zone`, `deals` and `check` find into one file: a page (.html) that opens "
     "without a network, on any screen and on paper, with each position one click from the sentence "
     "behind it; Markdown (.md), for editors and for pandoc; or the answers alone (.json).\n"
     "Parts that the case has no data for are left out.",
     {"pourparler report case.yaml -o brief.html", "pourparler report case.yaml -o brief.md",
      "pourparler report case.yaml -o brief.html --as-of 2024-04-29"},
     pp_run_report,
     false},
    {"ask",
     PP_FOR_ASK,
     "CASE",
     1,
     1,
     "what to find out next: which unknown changes the answer most",
     "Lists what the case leaves open (unclear red lines, options and issues that a party does not "
     "compare, packages against no deal) by what an answer is expected to change: whether an "
     "agreement is possible, which packages are efficient whatever else is unknown, which package "
     "each bargaining solution picks.\n"
     "The two answers of a question count as equally likely, unless the case gives a confidence. "
     "No values or weights are asked of the case: its orders are used as they are.",
     {"pourparler ask case.yaml", "pourparler ask case.yaml --json",
      "pourparler ask case.yaml --drop lowland-flow"},
     pp_run_ask,
     false},
    {"import",
     PP_FOR_IMPORT,
     "FORMAT FILE...",
     2,
     66,
     "other programs' files as a case",
     "Reads files of another program and prints them as a case file, or writes it with -o.\n"
     "FORMAT is `genius`: a domain, then a profile a party, as GENIUS 10.4 reads them; values and "
     "weights stay exact. Or `geniusweb`: a JSON profile a party, linear additive. Or `negmas`: the "
     "files of a scenario's folder, YAML or JSON, in any order. Or `sheets`: tables as "
     "comma-separated values, as `export sheets` writes them or a matrix of positions filled in by "
     "hand. Or `gmcr`: a conflict as gmcr-py saves it; options become issues with the options no "
     "and yes, so that codes of states stay what they were. What the files say that a case cannot is a warning.",
     {"pourparler import genius domain.xml buyer.xml seller.xml -o case.yaml",
      "pourparler import negmas scenario/*.yml -o case.yaml",
      "pourparler import gmcr conflict.gmcr -o case.yaml",
      "pourparler deals domain.xml buyer.xml seller.xml"},
     pp_run_import,
     false},
    {"export",
     PP_FOR_EXPORT,
     "FORMAT CASE",
     2,
     2,
     "a case as other programs' files",
     "Writes a case as files of another program into the folder that -o names.\n"
     "FORMAT is `genius`: domain.xml, and a profile for each party, called after its id. Values stay "
     "exact; a weight or no deal without a finite decimal is rounded, with a warning, as there is one "
     "for links and red lines, which GENIUS does not have. Every principal needs exact values and "
     "weights. Or `gmcr`: conflict.gmcr, as gmcr-py reads it: yes/no options, infeasible patterns, "
     "directions of moves, priorities, or rankings where a party has none. Or `sheets`: case.xlsx "
     "with a sheet for each table of the case, the matrix of positions first, and each table as "
     "comma-separated values.",
     {"pourparler export genius case.yaml -o folder", "pourparler export gmcr case.yaml -o folder",
      "pourparler export sheets case.yaml -o folder"},
     pp_run_export,
     false},
    {"serve",
     PP_FOR_SERVE,
     "CASE",
     1,
     1,
     "the page as a workbench: try a concession or a draft and see the answer change",
     "Serves the page on this machine's loopback, and prints its address. There red lines can be "
     "made firm, unclear or dropped, a draft put together, the day moved; every change is answered "
     "at once, the address keeps it, and the result can be saved as a new case file. The case "
     "itself is never written.\n"
     "Nobody gets an answer without the token in the address. An interrupt (Ctrl-C) ends it.",
     {"pourparler serve case.yaml", "pourparler serve case.yaml --port 8080"},
     pp_run_serve,
     false},
    {"methods",
     PP_FOR_METHODS,
     "",
     0,
     0,
     "what is implemented, after which source",
     "Lists the methods with the literature that they follow.",
     {"pourparler methods"},
     pp_run_methods,
     false},
    {"help",
     PP_FOR_HELP,
     "[COMMAND]",
     0,
     1,
     "what the commands do and which options they take",
     "Prints an overview, or the help of one command.",
     {"pourparler help zone"},
     pp_run_help,
     false},
    {"version",
     PP_FOR_HELP,
     "",
     0,
     0,
     "the version of this program",
     "Prints the version.",
     {"pourparler version"},
     pp_run_version,
     false},
    {"generate",
     PP_FOR_HELP,
     "man [COMMAND] | bash | zsh | fish",
     1,
     2,
     "the manual pages and completions that are installed",
     "Prints a manual page, or the completion for a shell, made from the tables of commands and "
     "options.",
     {"pourparler generate man zone", "pourparler generate bash"},
     pp_run_generate,
     true},
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

const pp_command *pp_commands(size_t *count)
{
    *count = COMMAND_COUNT;
    return commands;
}

const pp_command *pp_command_find(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

int pp_command_unknown(const char *name)
{
    size_t count, named = 0;
    const pp_command *rows = pp_commands(&count);
    const char *names[16];
    for (size_t i = 0; i < count && named < sizeof names / sizeof *names; i++)
        if (!rows[i].hidden)
            names[named++] = rows[i].name;
    pp_output_usage_error(NULL, pp_suggest(name, names, named), "there is no command '%s'", name);
    return PP_EXIT_USAGE;
}
