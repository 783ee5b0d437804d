/* Calendar dates, to the day or only to the month, and periods of the financial year (April to March). */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* day 0: the whole month (due "2010-03"). year 0: not given. */
typedef struct {
  gint16 year;
  gint8 month;
  gint8 day;
} Date;

/* "2010-03-31" or "2010-03"; years 2000 to 2099; false if it is not such a date. */
bool date_parse(const char *text, Date *ret_date);
bool date_given(Date date);
char *date_to_string(Date date);             /* ISO form; caller frees */
int date_compare(Date a, Date b);            /* a whole month counts as its last day */
int date_days_in_month(int year, int month); /* month 1 to 12 */
Date date_last_day(Date date);               /* the month's last day when only the month is given */
/* What the typed text should have been: "28/02/2010" gives "2010-02-28"; NULL when no date can be guessed. Caller
 * frees. */
char *date_guess(const char *text);

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
