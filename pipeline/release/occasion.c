/* Occasions and their folders, and their rows in the calendar. */
#include "release/occasion.h"
#include <string.h>

#define PAPERS "papers/"

bool occasion_parse(const char *text, Occasion *ret_occasion)
{
  *ret_occasion = (Occasion){ 0 };
  if (!g_str_has_prefix(text, PAPERS)) /* reports are of a council's year, or of a part of it */
    return period_parse(text, &ret_occasion->period) && ret_occasion->period.begins != BEGINS_ACADEMIC &&
           ret_occasion->period.kind != PERIOD_SPAN;
  return date_parse(text + strlen(PAPERS), &ret_occasion->meeting) && ret_occasion->meeting.day;
}

char *occasion_folder(const Occasion *occasion)
{
  if (period_given(occasion->period))
    return period_to_string(occasion->period);
  g_autofree char *date = date_to_string(occasion->meeting);
  return g_strconcat(PAPERS, date, NULL);
}

bool occasion_equal(const Occasion *a, const Occasion *b)
{
  g_autofree char *one = occasion_folder(a), *other = occasion_folder(b);
  return strcmp(one, other) == 0;
}

bool occasion_of(const char *folder, Occasion *ret_occasion)
{
  const char *from = g_str_has_prefix(folder, PAPERS) ? folder + strlen(PAPERS) : folder;
  const char *slash = strchr(from, '/');
  g_autofree char *text = slash ? g_strndup(folder, (gsize)(slash - folder)) : NULL;
  return text && slash[1] && occasion_parse(text, ret_occasion);
}

Date occasion_day(const Occasion *occasion, const Calendar *calendar)
{
  return period_given(occasion->period) ? calendar_release_day(calendar, occasion->period)
                                        : calendar_papers_day(calendar, occasion->meeting);
}

char *occasion_row(const Occasion *occasion)
{
  g_autofree char *of = occasion_folder(occasion);
  return period_given(occasion->period) ? g_strdup_printf("<release period=\"%s\" day=\"...\"/>", of)
                                        : g_strdup_printf("<meeting date=\"%s\" papers=\"...\"/>", of + strlen(PAPERS));
}
