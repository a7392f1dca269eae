/* csv.c: see csv.h. */
#include "base/csv.h"

#include <string.h>

void pp_i_csv_cell(pp_i_builder *out, pp_text text)
{
    bool formula = text.length > 0 && strchr("=+-@\t\r", text.data[0]) != NULL;
    bool quoted = formula;
    for (size_t i = 0; i < text.length; i++)
        quoted = quoted || strchr(",\"\r\n", text.data[i]) != NULL;
    if (!quoted) {
        pp_i_builder_add(out, text);
        return;
    }
    pp_i_builder_add(out, formula ? PP_TEXT("\"'") : PP_TEXT("\""));
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '"')
            pp_i_builder_add(out, PP_TEXT("\""));
        pp_i_builder_add(out, (pp_text){text.data + i, 1});
    }
    pp_i_builder_add(out, PP_TEXT("\""));
}
