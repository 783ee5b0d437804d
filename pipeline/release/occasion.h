/* An occasion: what is published together - the reports of a period, or the papers of a meeting. */
#pragma once
#include "model/calendar.h"

/* One of both is given. */
typedef struct {
  Period period;
  Date meeting; /* papers of this day */
} Occasion;

/* "2009-10-Q4" or "papers/2013-01-15": the folder that its reports stand in, below that of all outputs. */
bool occasion_parse(const char *text, Occasion *ret_occasion);
char *occasion_folder(const Occasion *occasion); /* caller frees */
bool occasion_equal(const Occasion *a, const Occasion *b);
/* The occasion that a report in "2009-10-Q4/housing" or "papers/2013-01-15/REF" belongs to; false: to none. */
bool occasion_of(const char *folder, Occasion *ret_occasion);
/* The first day of its publication; not given when the calendar does not name it. */
Date occasion_day(const Occasion *occasion, const Calendar *calendar);
/* The row that a calendar lacks: <release period="2009-10-Q4" day="..."/>. Caller frees. */
char *occasion_row(const Occasion *occasion);
