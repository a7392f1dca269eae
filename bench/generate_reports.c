/*
 * generate_reports.c: made-up reports for measuring, the same for one seed on every machine.
 *
 *     generate_reports [--reports N] [--paragraphs N] [--pool N] [--seed N] FOLDER
 *
 * Ten disputes have four parties and ten matters each. Of each dispute a pool of so many sentences
 * is made; a report takes one dispute and draws its paragraphs' sentences from the pool, so that
 * reports repeat one another as those of agencies do. FOLDER must be there; files in it of the same
 * name are written over.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"

enum { DISPUTE_COUNT = 10, PARTY_COUNT = 4, MATTER_COUNT = 10, PATH_BYTE_COUNT = 4096 };

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct dispute {
    const char *parties[PARTY_COUNT];
    const char *matters[MATTER_COUNT];
} dispute;

static const dispute disputes[DISPUTE_COUNT] = {
    {{"The Harbour Union", "Varnholt Docks", "the Port Council", "Ingrid Solheim"},
     {"a rise in wages", "the night shift", "the pension fund", "new cranes", "the strike pay",
      "overtime at weekends", "the safety inspection", "temporary workers", "the apprenticeships",
      "a canteen for the crews"}},
    {{"Norland", "Estmark", "the Fisheries Board", "Peter Lund"},
     {"the cod quota", "trawlers inside the bay", "the herring season", "satellite trackers",
      "the landing tax", "a closed spawning ground", "joint patrols", "the mesh size",
      "licences for small boats", "compensation for lost nets"}},
    {{"The Upper Valley", "Lower Mesa", "the River Commission", "Karin Moe"},
     {"the dam at Oster", "water for irrigation", "the spring flow", "a gauge on the border",
      "the reservoir level", "a canal through the marsh", "drought reserves",
      "the hydropower plant", "payment for drinking water", "the pollution tests"}},
    {{"Social Alliance", "the Farmers' Party", "Green List", "Anton Brandt"},
     {"the tax on fuel", "subsidies for cattle", "the finance ministry", "child benefits",
      "a cap on rents", "the retirement age", "motorway tolls", "an inquiry into the bank",
      "the voting age", "cuts in the army budget"}},
    {{"Tenants of Brook Street", "Halden Estates", "the Housing Office", "Maria Kolb"},
     {"the heating bill", "repairs of the roof", "the notice of eviction", "a lift for the tower",
      "parking places", "rent arrears", "the playground", "insulation of the walls",
      "the service charge", "a caretaker"}},
    {{"The Northern Front", "the Government of Kessia", "the Observer Mission", "General Amar"},
     {"a ceasefire along the river", "the prisoners of war", "heavy artillery", "a buffer zone",
      "the airport road", "humanitarian convoys", "elections in the province", "an amnesty",
      "the withdrawal of militias", "control of the oil wells"}},
    {{"Parents of Linden School", "the Teachers' Federation", "the School Board", "Ruth Adler"},
     {"the merger of classes", "a longer school day", "the bus line", "music lessons",
      "the headmaster's contract", "homework clubs", "phones in classrooms", "the sports hall",
      "meals from local farms", "substitute teachers"}},
    {{"Ostrava Steel", "Meridian Holdings", "the Works Council", "Jan Novak"},
     {"the price of shares", "seats on the supervisory board", "the debt of the foundry",
      "job guarantees", "the brand name", "the closing date", "environmental liabilities",
      "a break-up fee", "the research centre", "supply of iron ore"}},
    {{"Tarvania", "the Republic of Sund", "the Trade Secretariat", "Elena Voss"},
     {"tariffs on barley", "customs checks", "the digital services tax", "origin labels for cheese",
      "steel quotas", "a dispute panel", "visas for drivers", "data transfers",
      "safeguards for textiles", "public procurement"}},
    {{"Island States Group", "the Industrial Bloc", "the Climate Secretariat", "Samuel Tong"},
     {"a loss and damage fund", "coal phase-out dates", "emission reports", "forest credits",
      "a tax on shipping", "adaptation finance", "methane limits", "aviation fuel",
      "technology licences", "a review every two years"}}};

static const char *const asking[] = {"%s demanded %s%s.",
                                     "%s rejected %s%s.",
                                     "%s has proposed %s%s.",
                                     "%s offered concessions on %s%s.",
                                     "%s insisted on %s%s.",
                                     "%s warned that talks on %s would fail%s.",
                                     "%s supports %s%s.",
                                     "%s called for %s%s.",
                                     "%s refused to discuss %s%s.",
                                     "%s is ready to accept %s%s.",
                                     "%s said that %s must be settled first%s.",
                                     "%s doubts that %s will be decided soon%s."};

static const char *const telling[] = {"%s published a note on %s%s.",
                                      "%s met experts to look at %s%s.",
                                      "The quarrel between %s and the others over %s went on%s.",
                                      "%s sent a letter on %s to the papers%s."};

static const char *const whose[] = {
    "",           "new rules for ",     "a delay of ",       "an end to ",
    "a vote on ", "a second study of ", "a joint plan for ", "full control of "};

static const char *const tails[] = {"",
                                    " on Monday",
                                    " before the summer",
                                    " in a letter",
                                    " after the meeting",
                                    " if the others agree",
                                    " unless the costs fall",
                                    " during the night session",
                                    " for the third time",
                                    " without conditions"};

typedef struct settings {
    size_t report_count, paragraph_count, pool_count;
    uint64_t seed;
    const char *folder;
} settings;

static size_t draw(pp_i_random *random, size_t count)
{
    return (size_t)pp_i_random_below(random, count);
}

/* Sentence `number` of a dispute's pool: the same whenever it is asked for. */
static void print_sentence(FILE *out, const settings *set, size_t place, size_t number)
{
    pp_i_random random;
    char what[160], tail[64];
    pp_i_random_seed(&random, set->seed + place * 1000003 + number * 7919);
    const dispute *one = &disputes[place];
    bool asks = draw(&random, 10) < 8;
    const char *form =
        asks ? asking[draw(&random, COUNT(asking))] : telling[draw(&random, COUNT(telling))];
    snprintf(what, sizeof what, "%s%s", whose[draw(&random, COUNT(whose))],
             one->matters[draw(&random, MATTER_COUNT)]);
    if (draw(&random, 4) == 0)
        snprintf(tail, sizeof tail, " by %zu percent", draw(&random, 30) + 1);
    else
        snprintf(tail, sizeof tail, "%s", tails[draw(&random, COUNT(tails))]);
    const char *party = one->parties[draw(&random, PARTY_COUNT)];
    char first = party[0];
    char begun[64];
    snprintf(begun, sizeof begun, "%c%s", form[0] == '%' && first == 't' ? 'T' : first, party + 1);
    fprintf(out, form, begun, what, tail);
}

static bool write_report(const settings *set, size_t index)
{
    char path[PATH_BYTE_COUNT];
    pp_i_random random;
    pp_i_random_seed(&random, set->seed + index);
    snprintf(path, sizeof path, "%s/report-%05zu.txt", set->folder, index);
    FILE *out = fopen(path, "w");
    if (out == NULL)
        return false;
    size_t place = draw(&random, DISPUTE_COUNT);
    fprintf(out, "Report %zu\n", index);
    for (size_t i = 0; i < set->paragraph_count; i++) {
        size_t count = 3 + draw(&random, 4);
        fputs("\n", out);
        for (size_t j = 0; j < count; j++) {
            print_sentence(out, set, place, draw(&random, set->pool_count));
            fputs(j + 1 < count ? " " : "\n", out);
        }
    }
    return fclose(out) == 0;
}

static bool take_option(const char *name, const char *value, settings *set)
{
    size_t number = strtoul(value, NULL, 10);
    if (strcmp(name, "--reports") == 0)
        set->report_count = number;
    else if (strcmp(name, "--paragraphs") == 0)
        set->paragraph_count = number;
    else if (strcmp(name, "--pool") == 0)
        set->pool_count = number;
    else if (strcmp(name, "--seed") == 0)
        set->seed = number;
    else
        return false;
    return number > 0;
}

int main(int argument_count, char **arguments)
{
    settings set = {.report_count = 10000, .paragraph_count = 12, .pool_count = 2500, .seed = 1};
    int at = 1;
    bool good = true;
    for (; good && at + 1 < argument_count && arguments[at][0] == '-'; at += 2)
        good = take_option(arguments[at], arguments[at + 1], &set);
    if (!good || at + 1 != argument_count) {
        fputs("usage: generate_reports [--reports N] [--paragraphs N] [--pool N] [--seed N] "
              "FOLDER\n",
              stderr);
        return 2;
    }
    set.folder = arguments[at];
    for (size_t i = 0; i < set.report_count; i++)
        if (!write_report(&set, i)) {
            fprintf(stderr, "generate_reports: cannot write into '%s'\n", set.folder);
            return 3;
        }
    return 0;
}
