/* Calendar dates, to the day or only to the month. */
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
/* The one date that words as people print them certainly say: "May 2006", "By end of March 2010", "31 March 2010",
 * "31/03/2010", "May 2006. Assessment"; false where they say more than one, another thing (Spring 2010, from May 2006),
 * or what can be read in two ways (03/04/2010). */
bool date_in_words(const char *words, Date *ret_date);
/* What the typed text should have been: "28/02/2010" gives "2010-02-28"; NULL when no date can be guessed. Caller
 * frees. */
char *date_guess(const char *text);
