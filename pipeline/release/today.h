/* Today: the one thing in which a release depends on when it is run. */
#pragma once
#include "base/date.h"

/* The day by UTC, which no day in Britain begins before. */
Date today_by_clock(void);
