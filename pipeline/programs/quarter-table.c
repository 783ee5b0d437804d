/* Lines of the table. */
#include "programs/quarter-table.h"
#include "base/text.h"
#include "program/program.h"
#include <stdio.h>

static int code_of(const Outcome *outcome)
{
  const AccountRow *row = outcome->row;
  return row && row->made && row->code == EXIT_CLEAN ? EXIT_CLEAN : EXIT_FAULTS;
}

int quarter_code(const GPtrArray *outcomes)
{
  int worst = EXIT_CLEAN;
  for (guint i = 0; i < outcomes->len; i++)
    worst = MAX(worst, code_of(g_ptr_array_index(outcomes, i)));
  return worst;
}

static const char *received(const RunReport *report)
{
  return report->received == RECEIVED_NOT_EXPECTED ? "" : terms_name(&terms_received, report->received);
}

/* What stands at the end of the line of a report that was not made, and why. Caller frees. */
static char *end_of(const RunReport *report)
{
  const char *made = report->made == MADE_PAGE ? "a page says that it is not available" : "not made";
  g_autofree char *reason = report->reason ? text_tame(report->reason) : NULL;
  return reason ? g_strdup_printf("%s: %s", made, reason) : g_strdup(made);
}

static void print_row(const RunReport *report, double seconds)
{
  g_autofree char *shown = text_tame(report->folder);
  g_autofree char *late = report->days_late > 0 ? g_strdup_printf("%d", report->days_late) : g_strdup("");
  printf("%-44s %-8s %5s", shown, received(report), late);
  if (report->made == MADE_CLEAN || report->made == MADE_WITH_ERRORS) {
    printf(" %6d %8d %6d %6d %8.2f\n", report->errors, report->warnings, report->notes, report->pages, seconds);
    return;
  }
  g_autofree char *end = end_of(report);
  printf(" %s\n", end);
}

void quarter_table(const RunOfPeriod *run, const GPtrArray *outcomes)
{
  g_autofree char *name = period_to_string(run->period);
  printf("%-44s %-8s %5s %6s %8s %6s %6s %8s\n", name, "return", "late", "errors", "warnings", "notes", "pages",
         "seconds");
  for (guint i = 0; i < outcomes->len; i++)
    print_row(g_ptr_array_index(run->reports, i), ((const Outcome *)g_ptr_array_index(outcomes, i))->seconds);
}
