/*
 * consumer.c: the smallest program that uses the installed library: its headers are found, the
 * version that it was compiled with shows, and a function of the library can be called.
 */
#include <pourparler/error.h>
#include <pourparler/version.h>
#include <stdio.h>

int main(void)
{
    printf("%s %s\n", PP_VERSION, pp_status_text(PP_OK));
    return 0;
}
