/* xml.h: text of a case inside XML. */
#ifndef PP_REPORT_XML_H
#define PP_REPORT_XML_H

#include "base/text.h"

/* Text that cannot end an element or an attribute; control characters become blanks. */
void pp_i_xml_text(pp_i_builder *out, pp_text text);

#endif
