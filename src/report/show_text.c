/* show_text.c: `show` in text: a title, what was asked, and one of three views. */
#include "report/answers.h"
#include "report/show_text.h"
#include "report/words.h"

void pp_i_show_text(pp_i_page *page, const pp_i_position *position, pp_show_view view)
{
    const pp_case *the_case = position->the_case;
    pp_i_words_title(page, the_case, position->date);
    for (size_t i = 0; i < position->assumed_count; i++)
        pp_i_page_say(page, 2, 2, "Assumed: %s",
                      pp_i_page_safe(page, pp_i_text_of(position->assumed[i])));
    if (view == PP_SHOW_STATEMENTS) {
        pp_i_show_text_statements(page, position);
    } else if (view == PP_SHOW_TIMELINE) {
        pp_i_show_text_timeline(page, position);
    } else {
        pp_i_page_blank(page);
        pp_i_show_text_matrix(page, position);
    }
    if (the_case->assumption_count > 0 && view == PP_SHOW_MATRIX) {
        pp_i_page_heading(page, "Assumptions of the case");
        pp_i_words_assumptions(page, the_case);
    }
}
