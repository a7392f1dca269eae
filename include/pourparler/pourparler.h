/* pourparler.h: the whole public interface of libpourparler. */
#ifndef POURPARLER_POURPARLER_H
#define POURPARLER_POURPARLER_H

#include "pourparler/ask.h"
#include "pourparler/brief.h"
#include "pourparler/case.h"
#include "pourparler/check.h"
#include "pourparler/control.h"
#include "pourparler/deals.h"
#include "pourparler/error.h"
#include "pourparler/exchange.h"
#include "pourparler/judge.h"
#include "pourparler/proof.h"
#include "pourparler/question.h"
#include "pourparler/read.h"
#include "pourparler/report.h"
#include "pourparler/stable.h"
#include "pourparler/version.h"
#include "pourparler/zone.h"

#endif
