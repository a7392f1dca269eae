/* genius.c: a domain and its profiles become a scenario; see genius.h. */
#include "exchange/genius/genius.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/error.h"
#include "exchange/genius/parts.h"
#include "exchange/nodes.h"

static void read_domain(pp_i_genius *reader, const pp_i_exchange_file *file)
{
    xmlDoc *document = pp_i_genius_parse(reader, file);
    xmlNode *root = document == NULL ? NULL : xmlDocGetRootElement(document);
    if (root != NULL)
        pp_i_genius_domain(reader, root);
    xmlFreeDoc(document);
}

static void read_profile(pp_i_genius *reader, const pp_i_exchange_file *file,
                         pp_i_scenario_profile *profile)
{
    xmlDoc *document = pp_i_genius_parse(reader, file);
    xmlNode *root = document == NULL ? NULL : xmlDocGetRootElement(document);
    profile->name = pp_i_path_name(file->path, reader->arena, &reader->no_memory);
    if (root != NULL && strcmp((const char *)root->name, "utility_space") != 0)
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, root,
                        "<%s> where a profile has <utility_space>: the domain comes first, then the "
                        "profiles",
                        (const char *)root->name);
    else if (root != NULL)
        pp_i_genius_profile(reader, root, profile);
    xmlFreeDoc(document);
}

pp_status pp_i_genius_read(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                           pp_i_diagnostics *diagnostics, pp_i_scenario *scenario, pp_error *error)
{
    pp_i_scenario made = {0};
    pp_i_genius reader = {.arena = arena, .diagnostics = diagnostics, .scenario = &made};
    if (count < 2 || count > PP_CASE_PARTY_COUNT_MAX + 1)
        return pp_i_fail(error, PP_ERROR_ARGUMENT,
                         "a domain and 1 to %d profiles, not %zu files",
                         (int)PP_CASE_PARTY_COUNT_MAX, count);
    pp_i_scenario_profile *profiles = PP_NEW_ARRAY(arena, pp_i_scenario_profile, count - 1);
    if (profiles == NULL)
        return pp_i_fail_memory(error);
    made.title = pp_i_path_name(files[0].path, arena, &reader.no_memory);
    read_domain(&reader, &files[0]);
    if (diagnostics->error_count == 0 && !reader.no_memory)
        for (size_t k = 1; k < count; k++)
            read_profile(&reader, &files[k], &profiles[k - 1]);
    made.profiles = profiles;
    made.profile_count = count - 1;
    if (reader.no_memory || diagnostics->failed)
        return pp_i_fail_memory(error);
    if (diagnostics->error_count > 0)
        return pp_i_fail(error, PP_ERROR_INPUT, "%zu error%s in the files",
                         diagnostics->error_count, diagnostics->error_count == 1 ? "" : "s");
    *scenario = made;
    return PP_OK;
}
