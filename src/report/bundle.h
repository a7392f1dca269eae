/*
 * bundle.h: the page of web/, as the build embedded it, in the pieces between which a document is
 * put together: before, the policy (a meta element), middle, the answers as JSON, after.
 */
#ifndef PP_REPORT_BUNDLE_H
#define PP_REPORT_BUNDLE_H

#include <stdbool.h>

typedef struct pp_i_bundle {
    bool present;       /* false: the build had no Node.js or npm; then `policy` says why */
    const char *before; /* to inside <head> */
    const char *middle; /* from there to where the answers go */
    const char *after;  /* the script, and the end */
    const char *policy; /* the content security policy, without connect-src */
} pp_i_bundle;

extern const pp_i_bundle pp_i_bundle_page;

#endif
