/* Periods: years, their quarters, months and terms, and spans of them; of the council's own year, which begins in April
 * unless its framework says otherwise, of calendar years and of academic years. */
#pragma once
#include "base/date.h"

typedef enum { PERIOD_NONE, PERIOD_YEAR, PERIOD_QUARTER, PERIOD_MONTH, PERIOD_TERM, PERIOD_SPAN } PeriodKind;

/* Of which years it is one: those that begin in April, in January, in another month of the council's own (2 to 12), or
 * academic years, September to August. */
enum { BEGINS_APRIL = 0, BEGINS_JANUARY = 1, BEGINS_ACADEMIC = 13 };

/* A year "2009-10", a quarter "2009-10-Q4", a month of it "2009-10-M12" (M1 is the first of its year); the same of a
 * calendar year: "2009", "2009-Q4", "2009-M12"; an academic year "2009-10-AY", a term of it "2009-10-AY-T1" (autumn,
 * spring and summer: four months each); from one of them to another of its kind "2007/2009", "2009-10-Q2/2010-11-Q1".
 */
typedef struct {
  PeriodKind kind;
  gint16 year;   /* first calendar year: 2009 for 2009-10 */
  gint8 part;    /* quarter 1-4, month 1-12 or term 1-3; 0 for a year; of a span in which month of its year it begins */
  gint8 begins;  /* the month in which its year begins, or one of the above */
  gint16 months; /* how many a span has; 0 of all others */
} Period;

/* As it is written, its year beginning in April where that is not written. */
bool period_parse(const char *text, Period *ret_period);
char *period_to_string(Period period); /* caller frees */
/* How typed text that is no period should have been written: "2025/26 Q2" gives "2025-26-Q2"; where it could be two
 * things both, with words between. NULL when nothing can be guessed. Caller frees. */
char *period_advice(const char *text);
bool period_given(Period period);
int period_compare(Period a, Period b); /* by last day, then by length (shorter first); 0: the same days */
bool period_equal(Period a, Period b);  /* the same days, however they are told */
/* Whether both are of the same kind and length in years of the same kind, so that one could be years before the other.
 */
bool period_alike(Period a, Period b);
/* Whether figures of both can be held against each other: they are alike, or years, quarters and months of one kind of
 * year. */
bool period_related(Period a, Period b);
Date period_first_day(Period period);
Date period_last_day(Period period);
Period period_year(Period period); /* the year it belongs to; of a span the last one */
Period period_back(Period period, int years,
                   int parts); /* years earlier, then parts (quarters, months, terms; of a year or span: years) earlier;
                                * negative: later; not given beyond 2000-01 and the last year that ends in 2099 */

/* The same where the council's year begins in that month: a year of which the month was not written, and its parts, are
 * the council's; what has the same days as a year, quarter or month of the council's is that one. */
Period period_settle(Period period, int begins);
/* Whether it is a year that begins so, a quarter or a month of one. */
bool period_is_own(Period period, int begins);
/* The year, of those that begin so, in which the day lies. */
Period period_year_of(Date day, int begins);
/* The year, of those that begin so, to which a period of another kind belongs: in which it ends, unless no more than a
 * quarter of it (of spans: of their last year) lies there: an academic year belongs to the year before where a college's begins in August. */
Period period_belongs(Period period, int begins);
/* The first and last of a span in which every year, quarter or month counts: 2007 and 2009; the period itself of all
 * others. */
void period_ends(Period period, Period *ret_first, Period *ret_last);

/* How many periods of the kind a year has; of spans 0. */
int period_parts_in_year(PeriodKind kind);
/* The quarters or terms of a year, the months of a quarter, in order; returns how many, 0 for all others. */
enum { PERIOD_PARTS = 4 };
guint period_parts(Period period, Period ret_parts[PERIOD_PARTS]);
/* Whether every day of the part is one of the whole, which may be the part itself; false when one is not given. */
bool period_holds(Period whole, Period part);
/* Whether the day lies in it; a whole month counts as its last day. */
bool period_has_day(Period period, Date day);
/* The quarter it is, or that its month is in; 0 for all others. */
int period_quarter(Period period);
/* The last quarter, month or term of a year, or the year itself: its figures are the outturn. So are those of a span
 * that ends with a year. */
bool period_ends_year(Period period);
