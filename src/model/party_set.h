/* party_set.h: a set of parties, by their places in the case. */
#ifndef PP_MODEL_PARTY_SET_H
#define PP_MODEL_PARTY_SET_H

#include <assert.h>

#include "base/set256.h"
#include "case/case.h"

typedef pp_i_set256 pp_i_party_set;
static_assert((int)PP_CASE_PARTY_COUNT_MAX <= (int)PP_SET256_MEMBER_COUNT_MAX,
              "a set of parties fits four words");

#endif
