/*
 * brief_page.c: the page: the bundle of web/ with a policy and the answers in it.
 *
 * The answers stand in a data block that no browser runs. Within it `<` is written as an escape, so
 * that no text of a case can end the block or begin another.
 */
#include "report/brief.h"
#include "report/bundle.h"

static void add_escaped(pp_i_builder *out, const char *json)
{
    for (;;) {
        size_t length = strcspn(json, "<");
        pp_i_builder_add(out, (pp_text){json, length});
        json += length;
        if (*json == '\0')
            return;
        pp_i_builder_add_string(out, "\\u003c");
        json++;
    }
}

void pp_i_brief_page(pp_i_builder *out, const char *json, bool workbench)
{
    const pp_i_bundle *bundle = &pp_i_bundle_page;
    pp_i_builder_add_string(out, bundle->before);
    pp_i_builder_add_string(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"");
    pp_i_builder_add_string(out, bundle->policy);
    pp_i_builder_add_string(out, workbench ? "; connect-src 'self'\">\n" : "\">\n");
    pp_i_builder_add_string(out, bundle->middle);
    add_escaped(out, json);
    pp_i_builder_add_string(out, bundle->after);
}
