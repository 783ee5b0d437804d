/* Rules of a calendar: periods of reports are parts of a year. */
#include "document/document.h"
#include "model/calendar.h"
#include "validate/check.h"
#include "validate/fault.h"

static void check_formats(const CalendarReport *report, DiagList *diags)
{
  for (guint k = 0; k < report->formats->len; k++) {
    const char *format = g_ptr_array_index(report->formats, k);
    if (!g_strv_contains(document_formats, format))
      fault_at_code(diags, "V-ENUM", &report->record, "formats", format,
                    "'%s' is no format: write pdf, xlsx, html or csv, with commas between several", format);
  }
}

void file_check_calendar(const Record *root, DiagList *diags)
{
  const Calendar *calendar = (const Calendar *)root;
  for (guint i = 0; i < calendar->reports->len; i++) {
    const CalendarReport *report = g_ptr_array_index(calendar->reports, i);
    for (guint k = 0; k < report->parts->len; k++) {
      const char *part = g_ptr_array_index(report->parts, k);
      if (!calendar_part_is_known(part))
        fault_at_code(diags, "V-ENUM", &report->record, "periods", part,
                      "'%s' is no part of a year: write Q1 to Q4, M1 to M12, or year", part);
    }
    check_formats(report, diags);
  }
}
