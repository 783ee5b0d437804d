/* The council's calendar: what is due when. It stands beside or above the framework. */
#pragma once
#include "record/record.h"

/* The first day on which the reports of a period may be published. */
typedef struct {
  Record record;
  Period period;
  Date day; /* of a whole month its last day counts */
} ReleaseDay;
extern const Spec release_day_spec; /* <release> */

/* A day on which boards meet. */
typedef struct {
  Record record;
  Date date;
  Date papers; /* the first day on which its papers may be published; of a whole month its last day counts */
} Meeting;
extern const Spec meeting_spec; /* <meeting> */

typedef struct {
  Record record;
  GPtrArray *releases; /* of ReleaseDay, one for each period */
  GPtrArray *meetings; /* of Meeting, one for each date */
} Calendar;
extern const Spec calendar_spec; /* root <calendar> */

/* The first day for a period's reports, for a meeting's papers; not given when the calendar does not name it. */
Date calendar_release_day(const Calendar *calendar, Period period);
Date calendar_papers_day(const Calendar *calendar, Date meeting);
