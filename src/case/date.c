/* date.c: see date.h. */
#include "case/date.h"

static bool read_digits(pp_text text, size_t at, size_t count, int32_t *value)
{
    *value = 0;
    for (size_t i = at; i < at + count; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        *value = *value * 10 + (text.data[i] - '0');
    }
    return true;
}

static int32_t day_count(int32_t year, int32_t month)
{
    static const int32_t counts[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return counts[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool pp_i_date_parse(pp_text text, pp_i_date *date)
{
    int32_t year, month, day;
    if (text.length != PP_DATE_SIZE - 1 || text.data[4] != '-' || text.data[7] != '-' ||
        !read_digits(text, 0, 4, &year) || !read_digits(text, 5, 2, &month) ||
        !read_digits(text, 8, 2, &day))
        return false;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > day_count(year, month))
        return false;
    *date = year * 10000 + month * 100 + day;
    return true;
}

void pp_i_date_print(pp_i_date date, char text[PP_DATE_SIZE])
{
    static const char pattern[] = "yyyy-mm-dd";
    int32_t rest = date < 0 ? 0 : date;
    text[PP_DATE_SIZE - 1] = '\0';
    for (size_t i = PP_DATE_SIZE - 1; i-- > 0;) {
        text[i] = '-';
        if (pattern[i] == '-')
            continue;
        text[i] = (char)('0' + rest % 10);
        rest /= 10;
    }
}
