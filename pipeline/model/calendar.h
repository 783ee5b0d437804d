/* The council's calendar: what is made for whom, and what is due when. It stands beside or above the framework. */
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

/* The day by which the returns of a period are due. */
typedef struct {
  Record record;
  Period period;
  Date day; /* of a whole month its last day counts */
} DueDay;
extern const Spec due_day_spec; /* <due> */

/* Whose reports: each service's of its own return; a board's, directorate's or the council's of the models of services;
 * each plan's of itself, once a year; each paper's of itself. */
typedef enum {
  WHOSE_NONE,
  WHOSE_SERVICES,
  WHOSE_PLANS,
  WHOSE_BOARDS,
  WHOSE_DIRECTORATES,
  WHOSE_COUNCIL,
  WHOSE_PAPERS
} Whose;
extern const Terms terms_whose;

/* A parameter of the layouts: NAME=VALUE; {ref} in it is the board, directorate, service or paper. */
typedef struct {
  Record record;
  char *text;
} CalendarSetting;
extern const Spec calendar_setting_spec; /* <set> */

/* A kind of report that is made over and over. */
typedef struct {
  Record record;
  int whose;           /* Whose */
  GPtrArray *refs;     /* of char *: only of these services, boards, directorates or papers; none: of all */
  GPtrArray *layouts;  /* of char *: names; none: the standard one */
  GPtrArray *parts;    /* of char *: "Q1" ... "Q4", "M1" ... "M12", "year"; none: of every period that is asked for */
  GPtrArray *formats;  /* of char *; none: all */
  GPtrArray *settings; /* of CalendarSetting */
} CalendarReport;
extern const Spec calendar_report_spec; /* <report> */

typedef struct {
  Record record;
  GPtrArray *reports;  /* of CalendarReport, in the order of their making */
  GPtrArray *dues;     /* of DueDay, one for each period */
  GPtrArray *releases; /* of ReleaseDay, one for each period */
  GPtrArray *meetings; /* of Meeting, one for each date */
} Calendar;
extern const Spec calendar_spec; /* root <calendar> */

/* Whether it is what periods of reports are called by: "Q1" to "Q4", "M1" to "M12", "year". */
bool calendar_part_is_known(const char *part);
/* Whether a report is made in the period. */
bool calendar_report_is_of(const CalendarReport *report, Period period);
/* The day by which a period's returns are due; not given when the calendar does not name it. */
Date calendar_due_day(const Calendar *calendar, Period period);
/* The first day for a period's reports, for a meeting's papers; not given when the calendar does not name it. */
Date calendar_release_day(const Calendar *calendar, Period period);
Date calendar_papers_day(const Calendar *calendar, Date meeting);
