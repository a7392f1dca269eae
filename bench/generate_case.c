/* generate_case.c: prints a large generated case: generate_case [--issues 60] [--seed 6] ... */
#include "large_case.h"

int main(int count, char **arguments)
{
    large_case_options options = large_case_usual();
    large_case made;
    if (!large_case_arguments(count - 1, arguments + 1, &options))
        return 2;
    if (!large_case_make(options, &made))
        return 4;
    bool good = large_case_write(&made, stdout);
    large_case_free(&made);
    return good ? 0 : 4;
}
