/* Periods of the financial year, April to March: a year, a quarter, a month. */
#pragma once
#include "base/date.h"

typedef enum { PERIOD_NONE, PERIOD_YEAR, PERIOD_QUARTER, PERIOD_MONTH } PeriodKind;

/* A financial year "2009-10", a quarter "2009-10-Q4", a month of it "2009-10-M12" (M1 is April). */
typedef struct {
  PeriodKind kind;
  gint16 year; /* first calendar year: 2009 for 2009-10 */
  gint8 part;  /* quarter 1-4 or month 1-12; 0 for a year */
} Period;

bool period_parse(const char *text, Period *ret_period);
char *period_to_string(Period period); /* caller frees */
bool period_given(Period period);
int period_compare(Period a, Period b); /* by last day, then by length (shorter first) */
bool period_equal(Period a, Period b);
Date period_first_day(Period period);
Date period_last_day(Period period);
Period period_year(Period period); /* the year it belongs to */
Period period_back(Period period, int years,
                   int parts); /* years earlier, then parts (quarters, months; of a year: years) earlier;
                                * negative: later; not given beyond 2000-01 and 2098-99 */

/* The quarters of a year, the months of a quarter, in order; returns how many, 0 for a month. */
enum { PERIOD_PARTS = 4 };
guint period_parts(Period period, Period ret_parts[PERIOD_PARTS]);
/* Whether every day of the part is one of the whole, which may be the part itself; false when one is not given. */
bool period_holds(Period whole, Period part);
/* The quarter it is, or that its month is in; 0 for a year. */
int period_quarter(Period period);
/* The last quarter or month of a year, or the year itself: its figures are the outturn. */
bool period_ends_year(Period period);
