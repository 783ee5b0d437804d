/* The clock: nothing else in these programs looks at it, and nothing that is made depends on it. */
#include "release/today.h"

Date today_by_clock(void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc();
  int year, month, day;
  g_date_time_get_ymd(now, &year, &month, &day);
  return (Date){ (gint16)year, (gint8)month, (gint8)day };
}
