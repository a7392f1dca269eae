/* names_titles.c: titles in capitals, before a name or within a span of them; see names_scan.h. */
#include "reading/names_scan.h"

/* A title behind the field for which it stands: "Fisheries Minister". */
static bool heads_portfolio(const pp_i_scanner *scanner, uint32_t token)
{
    return pp_i_scan_is_form(scanner, token, "Minister") ||
           pp_i_scan_is_form(scanner, token, "Secretary") ||
           pp_i_scan_is_form(scanner, token, "Commissioner");
}

/* What the word is, or what stands behind its hyphen: "Vice-Chancellor". */
static unsigned what_of(const pp_i_scanner *scanner, uint32_t token)
{
    pp_text form = pp_i_scan_form(scanner, token);
    unsigned what = pp_i_name_word(form, NULL);
    for (size_t i = form.length; what == 0 && i-- > 1;)
        if (form.data[i] == '-')
            return pp_i_name_word((pp_text){form.data + i + 1, form.length - i - 1}, NULL) &
                   PP_WORD_TITLE;
    return what;
}

/* How many tokens of a title stand at `at`: "Defense Secretary", "Prime Minister", "Mr". */
uint32_t pp_i_scan_title_length(const pp_i_scanner *scanner, uint32_t at, uint32_t end)
{
    uint32_t titles = at;
    if (pp_i_scan_is_form(scanner, at, "General") && at + 2 == end &&
        (pp_i_name_word(pp_i_scan_form(scanner, at + 1), NULL) & PP_WORD_BODY) != 0)
        return 0; /* "General Motors" is no officer */
    for (uint32_t i = at; i < end; i++) {
        unsigned what = what_of(scanner, i);
        if (pp_i_scan_is_form(scanner, i + 1, "'") ||
            pp_i_scan_is_form(scanner, i + 1, "\xE2\x80\x99"))
            return 0; /* "Junior Doctors' Union" */
        if ((i == at || titles == i) && what == 0 && i + 2 < end && heads_portfolio(scanner, i + 1))
            continue; /* "Fisheries Minister", "Deputy Fisheries Minister" */
        if ((what & (PP_WORD_TITLE | PP_WORD_HONORIFIC)) != 0)
            titles = i + 1;
        else if (i > at && titles > at &&
                 (pp_i_scan_is_form(scanner, i, "of") || (pp_i_scan_is_state_or_so(scanner, i) &&
                                                          pp_i_scan_is_form(scanner, i - 1, "of"))))
            titles = pp_i_scan_is_form(scanner, i, "of") ? titles : i + 1;
        else if ((what & PP_WORD_ROLE) == 0 && !pp_i_scan_is_form(scanner, i, "-") &&
                 !((what & PP_WORD_BODY) != 0 && i + 1 < end))
            break;
    }
    return titles - at;
}

/* Where the title begins in "Alberta Premier Grant Kowalchuk": behind somebody's name, before a
 * person's; `end` where none does. */
uint32_t pp_i_scan_title_within(const pp_i_scanner *scanner, uint32_t at, uint32_t end)
{
    for (uint32_t i = at + 1; i + 2 < end && i <= at + 4; i++) {
        bool plural;
        unsigned what = pp_i_name_word(pp_i_scan_form(scanner, i), &plural);
        bool title =
            (what & PP_WORD_TITLE) != 0 && (what & (PP_WORD_BODY | PP_WORD_PLACE)) == 0 && !plural;
        if (pp_i_scan_is_form(scanner, i, "of") || pp_i_scan_is_form(scanner, i, "for") ||
            pp_i_scan_is_form(scanner, i, "&"))
            break;
        uint32_t name = i + 1;
        while (name < end && (what_of(scanner, name) & (PP_WORD_TITLE | PP_WORD_HONORIFIC)) != 0)
            name++;
        if (title && end - name >= 2 && end - name <= 4 &&
            (pp_i_name_word(pp_i_scan_form(scanner, end - 1), NULL) &
             (PP_WORD_BODY | PP_WORD_PLACE | PP_WORD_OTHER)) == 0)
            return i;
    }
    return end;
}
