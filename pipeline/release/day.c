/* A day looked up in the council's calendar. */
#include "release/day.h"
#include "record/record-read.h"
#include "validate/validate.h"

/* NULL: it cannot be read without fault; *ret_fault says so. */
static const Calendar *read_calendar(Arena *arena, const char *path, DiagList *diags, char **ret_fault)
{
  g_autoptr(DiagList) own = diag_list_new();
  g_autoptr(Schemas) schemas = schemas_new(NULL);
  g_autoptr(GError) error = NULL;
  const Calendar *calendar = record_read_file(arena, path, &calendar_spec, own, &error);
  bool read = calendar && validate_record(&calendar->record, schemas, own, &error);
  diag_list_add(diags, own);
  if (read && diag_count(own, LEVEL_ERROR) == 0)
    return calendar;
  *ret_fault = error ? g_strdup(error->message) : g_strdup_printf("the calendar %s has faults, see above", path);
  return NULL;
}

char *day_fault(Arena *arena, const Occasion *occasion, Date today, const char *path, DiagList *diags)
{
  char *fault = NULL;
  const Calendar *calendar = read_calendar(arena, path, diags, &fault);
  if (!calendar)
    return fault;
  Date day = occasion_day(occasion, calendar);
  if (!date_given(day)) {
    g_autofree char *row = occasion_row(occasion);
    return g_strdup_printf("%s does not say from which day: write %s into it", path, row);
  }
  if (date_compare(today, day) >= 0)
    return NULL;
  g_autofree char *first = date_to_string(date_last_day(day)), *now = date_to_string(today);
  return g_strdup_printf("not before %s, says %s; today is %s", first, path, now);
}
