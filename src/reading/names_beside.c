/* names_beside.c: what stands beside a name tells what it is: "X, the chief executive", "X, an
 * environmental group"; see names_scan.h. */
#include "reading/names_scan.h"

enum { OFFICE_TOKEN_COUNT_MAX = 6 /* of an office behind a name */ };

static bool is_office(const pp_i_scanner *scanner, uint32_t token)
{
    bool plural;
    unsigned what = pp_i_name_word(pp_i_scan_form(scanner, token), &plural);
    return (what & PP_WORD_TITLE) != 0 && !plural && /* companies are these too: */
           !pp_i_word_in(pp_i_scan_form(scanner, token),
                         "landlord owner member tenant partner rival");
}

bool pp_i_scan_has_role_beside(const pp_i_scanner *scanner, uint32_t start, uint32_t end)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    if (!pp_i_scan_is_form(scanner, end, ","))
        return false;
    if (start > 1 && pp_i_scan_is_form(scanner, start - 1, ",") && is_office(scanner, start - 2) &&
        !pp_i_scan_is_capital(tokens[start - 2].form))
        return true;
    for (uint32_t i = end + 1;
         i < scanner->sentence->token_count && i <= end + OFFICE_TOKEN_COUNT_MAX; i++) {
        uint8_t tag = tokens[i].tag;
        bool goes_on = tag == PP_TAG_DET || tag == PP_TAG_PRON || tag == PP_TAG_ADJ ||
                       tag == PP_TAG_NOUN || tag == PP_TAG_PROPN || tag == PP_TAG_PART;
        if (!goes_on)
            break;
        bool closes =
            pp_i_scan_is_form(scanner, i + 1, ",") || pp_i_scan_is_form(scanner, i + 1, "of") ||
            pp_i_scan_is_form(scanner, i + 1, "for") || pp_i_scan_is_form(scanner, i + 1, "at");
        if (is_office(scanner, i) && closes && !pp_i_scan_is_capital(tokens[i].form))
            return true;
    }
    return false;
}

/* Is it a body that the word names: "group", "charity"? */
static bool names_body(const pp_i_scanner *scanner, uint32_t token)
{
    return pp_i_word_in(pp_i_scan_form(scanner, token),
                        "group union charity body organisation organization association company "
                        "firm federation alliance network coalition watchdog institute body "
                        "movement party syndicate lobby consortium trust club cooperative "
                        "co-operative collective foundation") &&
           !pp_i_scan_is_form(scanner, token + 1, "leader") &&
           !pp_i_scan_is_form(scanner, token + 1, "'s");
}

/* Is the name said to be one of a body: "Ocean Watch, an environmental group,", "A rival body,
 * Families First,", "Unite, which represents the drivers,"? */
bool pp_i_scan_is_called_body(const pp_i_scanner *scanner, pp_i_found_kind kind, uint32_t start,
                              uint32_t end)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    size_t count = scanner->sentence->token_count;
    if (!pp_i_scan_is_form(scanner, end, ","))
        return false;
    if (kind != PP_FOUND_PERSON && start > 1 && pp_i_scan_is_form(scanner, start - 1, ",") &&
        names_body(scanner, start - 2))
        return true; /* "For the union, Priya Shah, its secretary," is somebody */
    if (pp_i_scan_is_form(scanner, end + 1, "which") && end + 2 < count)
        return pp_i_word_in(tokens[end + 2].lemma, "represent run organise organize speak");
    if (!pp_i_scan_is_form(scanner, end + 1, "a") && !pp_i_scan_is_form(scanner, end + 1, "an") &&
        !pp_i_scan_is_form(scanner, end + 1, "the"))
        return false;
    for (uint32_t i = end + 2; i < count && i <= end + OFFICE_TOKEN_COUNT_MAX; i++) {
        uint8_t tag = tokens[i].tag;
        bool goes_on = tag == PP_TAG_ADJ || tag == PP_TAG_NOUN || tag == PP_TAG_PROPN ||
                       tag == PP_TAG_PART || pp_i_scan_is_form(scanner, i, "-") ||
                       pp_i_scan_is_form(scanner, i, "'");
        if (!goes_on)
            break;
        bool closes = i + 1 < count &&
                      (pp_i_scan_is_form(scanner, i + 1, ",") || tokens[i + 1].tag == PP_TAG_ADP ||
                       pp_i_word_in(tokens[i + 1].form, "that which whose representing based"));
        if (names_body(scanner, i) && closes)
            return true;
    }
    return false;
}
