/* xml.c: see xml.h. */
#include "report/xml.h"

void pp_i_xml_text(pp_i_builder *out, pp_text text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte == '<')
            pp_i_builder_add_string(out, "&lt;");
        else if (byte == '>')
            pp_i_builder_add_string(out, "&gt;");
        else if (byte == '&')
            pp_i_builder_add_string(out, "&amp;");
        else if (byte == '"')
            pp_i_builder_add_string(out, "&quot;");
        else if (byte < 0x20 || byte == 0x7f)
            pp_i_builder_add_string(out, " ");
        else
            pp_i_builder_add_byte(out, text.data[i]);
    }
}
