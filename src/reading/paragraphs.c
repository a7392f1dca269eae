/*
 * paragraphs.c: where the paragraphs of plain text end: see document_parts.h.
 *
 * As in case/evidence.h, a paragraph ends at a blank line; at a single line end too where the text
 * has no blank line, or stands for more than half in lines that nobody has broken to fit a page.
 * Signs of Markdown that people leave in plain text ("# Title", "**Title**", "- item") are known.
 */
#include "reading/document_parts.h"

#include <string.h>

enum {
    LONG_LINE_BYTE_COUNT = 120,
    BROKEN_LINE_BYTE_COUNT_MIN = 40, /* shorter lines were ended on purpose */
    HEADING_BYTE_COUNT_MAX = 160,
    HEADING_WORD_COUNT_MAX = 18
};

/* One line without its end. */
typedef struct line {
    size_t start, end; /* without blanks around */
    size_t next;       /* where the next line starts */
} line;

static line line_at(pp_text words, size_t at)
{
    const char *end = memchr(words.data + at, '\n', words.length - at);
    size_t stop = end == NULL ? words.length : (size_t)(end - words.data);
    line found = {at, stop, end == NULL ? words.length : stop + 1};
    while (found.start < found.end && pp_i_is_blank(words.data[found.start]))
        found.start++;
    while (found.end > found.start && pp_i_is_blank(words.data[found.end - 1]))
        found.end--;
    return found;
}

static size_t after_byte_order_mark(pp_text words)
{
    return words.length >= 3 && memcmp(words.data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

static bool line_is_paragraph(pp_text words)
{
    size_t in_long = 0, all = 0;
    bool pending = false, blank_line = false;
    for (size_t at = after_byte_order_mark(words); at < words.length;) {
        line here = line_at(words, at);
        at = here.next;
        size_t length = here.end - here.start;
        if (length == 0) {
            pending = all > 0;
            continue;
        }
        blank_line = blank_line || pending;
        all += length;
        if (length > LONG_LINE_BYTE_COUNT)
            in_long += length;
    }
    return !blank_line || in_long > all / 2;
}

/* The last byte that is no closing quote, bracket or star. */
static char last_mark(pp_text text)
{
    for (size_t at = text.length; at > 0;) {
        char c = text.data[at - 1];
        if (strchr("\"')]*_", c) != NULL && c != '\0') {
            at--;
        } else if (at >= 3 && (memcmp(text.data + at - 3, "\xE2\x80\x9D", 3) == 0 ||
                               memcmp(text.data + at - 3, "\xE2\x80\x99", 3) == 0)) {
            at -= 3;
        } else {
            return at >= 3 && memcmp(text.data + at - 3, "\xE2\x80\xA6", 3) == 0 ? '.' : c;
        }
    }
    return '\0';
}

static bool is_end_mark(char c)
{
    return c != '\0' && strchr(".!?:;,", c) != NULL;
}

bool pp_i_document_is_heading(pp_text text)
{
    if (text.length == 0 || text.length > HEADING_BYTE_COUNT_MAX)
        return false;
    char last = last_mark(text);
    bool is_question = last == '?';
    if ((is_end_mark(last) && !is_question) || (text.data[0] >= 'a' && text.data[0] <= 'z') ||
        text.data[0] == '"' || (text.length >= 3 && memcmp(text.data, "\xE2\x80\x9C", 3) == 0))
        return false;
    size_t word_count = 0;
    bool has_letter = false;
    for (size_t i = 0; i < text.length; i++) {
        word_count += !pp_i_is_blank(text.data[i]) && (i == 0 || pp_i_is_blank(text.data[i - 1]));
        has_letter = has_letter || pp_i_is_letter_or_more(text.data[i]);
    }
    return has_letter &&
           word_count <= (is_question ? HEADING_WORD_COUNT_MAX / 2 : HEADING_WORD_COUNT_MAX);
}

/* Takes "# ", "**" and the like off a line that is a paragraph; says whether they made it a
 * heading. */
static bool strip_marks(pp_text words, line *here)
{
    const char *data = words.data;
    size_t start = here->start, end = here->end;
    size_t sharps = 0;
    while (start + sharps < end && data[start + sharps] == '#')
        sharps++;
    if (sharps > 0 && sharps <= 6 && start + sharps < end && data[start + sharps] == ' ') {
        here->start = start + sharps + 1;
        while (here->end > here->start &&
               (data[here->end - 1] == '#' || data[here->end - 1] == ' '))
            here->end--;
        return here->start < here->end;
    }
    if (end - start > 4 && memcmp(data + start, "**", 2) == 0 &&
        memcmp(data + end - 2, "**", 2) == 0) {
        bool inside = false; /* "**a** and **b**" is no heading */
        for (size_t i = start + 2; i + 3 < end; i++)
            inside = inside || (data[i] == '*' && data[i + 1] == '*');
        if (inside)
            return false;
        here->start = start + 2;
        here->end = end - 2;
        char last = last_mark((pp_text){data + here->start, here->end - here->start});
        return last != '.' && last != ',' && last != ';';
    }
    return false;
}

/* The length of a list's mark: "- ", "* ", "12. ", or 0. */
static size_t item_mark(pp_text line_text)
{
    const char *data = line_text.data;
    size_t length = line_text.length, at = 0;
    if (length > 2 && (data[0] == '-' || data[0] == '*' || data[0] == '+') && data[1] == ' ')
        return 2;
    if (length > 4 && memcmp(data, "\xE2\x80\xA2", 3) == 0) /* a bullet */
        return data[3] == ' ' ? 4 : 3;
    while (at < length && at < 3 && data[at] >= '0' && data[at] <= '9')
        at++;
    bool marked =
        at > 0 && at + 2 < length && (data[at] == '.' || data[at] == ')') && data[at + 1] == ' ';
    return marked ? at + 2 : 0;
}

static bool is_rule(pp_text line_text)
{
    for (size_t i = 0; i < line_text.length; i++)
        if (strchr("-=*_~ #", line_text.data[i]) == NULL || line_text.data[i] == '\0')
            return false;
    return true;
}

/* Whether a line that stands in a text of one-line paragraphs goes on in the next one. */
static bool goes_on(pp_text words, line here, line next)
{
    size_t length = here.end - here.start;
    return next.start < next.end && length >= BROKEN_LINE_BYTE_COUNT_MIN &&
           length <= LONG_LINE_BYTE_COUNT &&
           !is_end_mark(last_mark((pp_text){words.data + here.start, length})) &&
           words.data[next.start] >= 'a' && words.data[next.start] <= 'z';
}

static bool starts_anew(pp_text words, line here)
{
    line stripped = here;
    pp_text text = {words.data + here.start, here.end - here.start};
    return item_mark(text) > 0 || is_rule(text) || strip_marks(words, &stripped);
}

/* The lines from `first` that are one paragraph; where the next one starts. */
static pp_i_block gather(pp_text words, line first, bool one_line, size_t *next_at)
{
    pp_text text = {words.data + first.start, first.end - first.start};
    *next_at = first.next;
    if (is_rule(text))
        return (pp_i_block){0};
    line stripped = first;
    bool marked = strip_marks(words, &stripped);
    if (marked || stripped.start != first.start)
        return (pp_i_block){stripped.start, stripped.end, marked};
    pp_i_block block = {first.start + item_mark(text), first.end, false};
    size_t line_count = 1;
    for (line here = first; here.next < words.length; line_count++) {
        line next = line_at(words, here.next);
        if (next.start == next.end || starts_anew(words, next) ||
            (one_line && !goes_on(words, here, next)))
            break;
        block.byte_end = next.end;
        *next_at = next.next;
        here = next;
    }
    block.is_heading = line_count == 1 && item_mark(text) == 0 &&
                       pp_i_document_is_heading((pp_text){words.data + block.byte_start,
                                                          block.byte_end - block.byte_start});
    return block;
}

pp_status pp_i_document_paragraphs(pp_text words, pp_i_arena *arena, pp_i_blocks *blocks,
                                   pp_error *error)
{
    bool one_line = line_is_paragraph(words);
    for (size_t at = after_byte_order_mark(words); at < words.length;) {
        line here = line_at(words, at);
        if (here.start == here.end) {
            at = here.next;
            continue;
        }
        pp_i_block block = gather(words, here, one_line, &at);
        pp_status status = pp_i_document_add_block(arena, blocks, block, error);
        if (status != PP_OK)
            return status;
    }
    return PP_OK;
}
