/* Looks at the clock. */
#include "base/clock.h"

gint64 clock_ticks_us(void)
{
  return g_get_monotonic_time();
}

struct timespec clock_of_files(void)
{
  struct timespec now = { 0 };
  clock_gettime(CLOCK_REALTIME_COARSE, &now);
  return now;
}

char *clock_stamp(void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc();
  return g_date_time_format(now, "%Y-%m-%dT%H-%M-%S.%fZ");
}
