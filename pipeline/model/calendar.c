/* The calendar: its rows, and looking up a day. */
#include "model/calendar.h"
#include <string.h>

static const char *const whose_names[] = {
  "", "services", "plans", "boards", "directorates", "council", "papers", NULL
};
const Terms terms_whose = { "readers of a report", G_N_ELEMENTS(whose_names) - 1, whose_names };

SPEC(release_day_spec, ReleaseDay, "release", "release",
     FIELD(ReleaseDay, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(ReleaseDay, day, NULL, IN_ATTRIBUTE, FIELD_DATE, FIELD_REQUIRED, NULL));
SPEC(meeting_spec, Meeting, "meeting", "meeting",
     FIELD(Meeting, date, NULL, IN_ATTRIBUTE, FIELD_DATE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(Meeting, papers, "day of the papers", IN_ATTRIBUTE, FIELD_DATE, FIELD_REQUIRED, NULL));
SPEC(due_day_spec, DueDay, "due", "day by which returns are due",
     FIELD(DueDay, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(DueDay, day, NULL, IN_ATTRIBUTE, FIELD_DATE, FIELD_REQUIRED, NULL));
SPEC(calendar_setting_spec, CalendarSetting, "set", "setting",
     FIELD(CalendarSetting, text, NULL, IN_CONTENT, FIELD_TEXT, FIELD_REQUIRED, NULL));
SPEC(calendar_report_spec, CalendarReport, "report", "report",
     FIELD_AS("for", CalendarReport, whose, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED | FIELD_KEY, &terms_whose),
     FIELD_AS("of", CalendarReport, refs, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD(CalendarReport, layouts, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD_AS("periods", CalendarReport, parts, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD(CalendarReport, formats, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD_AS("set", CalendarReport, settings, NULL, IN_ELEMENT, FIELD_MANY, 0, &calendar_setting_spec));
SPEC(calendar_spec, Calendar, "calendar", "calendar",
     FIELD_AS("report", Calendar, reports, NULL, IN_ELEMENT, FIELD_MANY, 0, &calendar_report_spec),
     FIELD_AS("due", Calendar, dues, NULL, IN_ELEMENT, FIELD_MANY, 0, &due_day_spec),
     FIELD_AS("release", Calendar, releases, NULL, IN_ELEMENT, FIELD_MANY, 0, &release_day_spec),
     FIELD_AS("meeting", Calendar, meetings, NULL, IN_ELEMENT, FIELD_MANY, 0, &meeting_spec));

Date calendar_release_day(const Calendar *calendar, Period period)
{
  for (guint i = 0; i < calendar->releases->len; i++) {
    const ReleaseDay *release = g_ptr_array_index(calendar->releases, i);
    if (period_given(release->period) && period_equal(release->period, period))
      return release->day;
  }
  return (Date){ 0 };
}

Date calendar_papers_day(const Calendar *calendar, Date meeting)
{
  for (guint i = 0; i < calendar->meetings->len; i++) {
    const Meeting *row = g_ptr_array_index(calendar->meetings, i);
    if (date_given(row->date) && row->date.day && date_compare(row->date, meeting) == 0)
      return row->papers;
  }
  return (Date){ 0 };
}

Date calendar_due_day(const Calendar *calendar, Period period)
{
  for (guint i = 0; i < calendar->dues->len; i++) {
    const DueDay *due = g_ptr_array_index(calendar->dues, i);
    if (period_given(due->period) && period_equal(due->period, period))
      return due->day;
  }
  return (Date){ 0 };
}

/* What a period is of its year: "Q4", "M12", "year"; "" of all others. */
static void name_part(Period period, char *ret, gsize size)
{
  *ret = '\0';
  if (period.kind == PERIOD_YEAR)
    g_strlcpy(ret, "year", size);
  else if (period.kind == PERIOD_QUARTER || period.kind == PERIOD_MONTH)
    g_snprintf(ret, size, "%c%d", period.kind == PERIOD_QUARTER ? 'Q' : 'M', period.part);
}

bool calendar_report_is_of(const CalendarReport *report, Period period)
{
  char part[8];
  name_part(period, part, sizeof part);
  return report->parts->len == 0 || g_ptr_array_find_with_equal_func(report->parts, part, g_str_equal, NULL);
}

bool calendar_part_is_known(const char *part)
{
  static const char *const known[] = { "Q1", "Q2", "Q3", "Q4", "M1",  "M2",  "M3",  "M4",   "M5",
                                       "M6", "M7", "M8", "M9", "M10", "M11", "M12", "year", NULL };
  return g_strv_contains(known, part);
}
