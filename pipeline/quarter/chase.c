/* Letters: one for each officer, with all services that he or she answers for. */
#include "quarter/chase.h"
#include "base/text.h"
#include <string.h>

static bool is_chased(const RunReport *report)
{
  return report->received == RECEIVED_MISSING || report->received == RECEIVED_REFUSED ||
         report->received == RECEIVED_DRAFT;
}

static const RunReport *report_at(const RunOfPeriod *run, guint index)
{
  return g_ptr_array_index(run->reports, index);
}

/* The officer's title; "the officer who answers for it" when nobody is named. */
static const char *title_of(const RunOfPeriod *run, const char *officer)
{
  for (guint i = 0; officer && i < run->roles->len; i++) {
    const Role *role = g_ptr_array_index(run->roles, i);
    if (g_strcmp0(role->ref, officer) == 0)
      return role->title;
  }
  return officer ? officer : "the officer who answers for it";
}

static void append_report(const RunOfPeriod *run, const RunReport *report, GString *text)
{
  g_string_append_printf(text, "- %s: ", report->title);
  if (report->received == RECEIVED_MISSING)
    g_string_append(text, "the return has not been received");
  else if (report->received == RECEIVED_DRAFT)
    g_string_append(text, "the return is marked as a draft; please send the final one");
  else
    g_string_append_printf(text, "the return cannot be used: %s", report->reason ? report->reason : "see the messages");
  if (date_given(run->due) && report->days_late > 0 && report->received == RECEIVED_MISSING)
    g_string_append_printf(text, " (%d %s late)", report->days_late, report->days_late == 1 ? "day" : "days");
  g_string_append(text, ".\n");
}

static bool is_same_officer(const RunReport *a, const RunReport *b)
{
  return g_strcmp0(a->officer, b->officer) == 0;
}

static bool has_letter(const RunOfPeriod *run, guint index)
{
  for (guint i = 0; i < index; i++)
    if (is_chased(report_at(run, i)) && is_same_officer(report_at(run, i), report_at(run, index)))
      return true;
  return false;
}

static void append_letter(const RunOfPeriod *run, guint first, GString *text)
{
  const RunReport *addressee = report_at(run, first);
  g_autofree char *period = period_to_string(run->period),
                  *due = date_given(run->due) ? date_to_string(run->due) : NULL;
  g_string_append_printf(text, "To: %s\nSubject: Return for %s\n\n", title_of(run, addressee->officer), period);
  if (due)
    g_string_append_printf(text, "Returns for %s were due on %s. What is still needed:\n\n", period, due);
  else
    g_string_append_printf(text, "For the reports of %s we still need:\n\n", period);
  for (guint i = first; i < run->reports->len; i++)
    if (is_chased(report_at(run, i)) && is_same_officer(report_at(run, i), addressee))
      append_report(run, report_at(run, i), text);
  g_string_append(text, "\nUntil then the report says in its place that it was not available.\n\n\n");
}

char *chase_text(const RunOfPeriod *run)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < run->reports->len; i++)
    if (is_chased(report_at(run, i)) && !has_letter(run, i))
      append_letter(run, i, text);
  return g_string_free(text, FALSE);
}
