/* The calendar: its rows, and looking up a day. */
#include "model/calendar.h"

SPEC(release_day_spec, ReleaseDay, "release", "release",
     FIELD(ReleaseDay, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(ReleaseDay, day, NULL, IN_ATTRIBUTE, FIELD_DATE, FIELD_REQUIRED, NULL));
SPEC(meeting_spec, Meeting, "meeting", "meeting",
     FIELD(Meeting, date, NULL, IN_ATTRIBUTE, FIELD_DATE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(Meeting, papers, "day of the papers", IN_ATTRIBUTE, FIELD_DATE, FIELD_REQUIRED, NULL));
SPEC(calendar_spec, Calendar, "calendar", "calendar",
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
