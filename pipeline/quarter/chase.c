/* Letters: one for each officer, with all services that he or she answers for. */
#include "quarter/chase.h"
#include "base/text.h"
#include <string.h>

static bool is_chased(const RunReport *report)
{
  return report->received == RECEIVED_MISSING || report->received == RECEIVED_REFUSED ||
         report->received == RECEIVED_DRAFT;
}

static RunReport *report_at(const RunOfPeriod *run, guint index)
{
  return g_ptr_array_index(run->reports, index);
}

/* Titles of roles by their codes; caller unrefs. */
static GHashTable *titles_of(const RunOfPeriod *run)
{
  GHashTable *titles = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = run->roles->len; i-- > 0;) { /* of two, the first counts */
    const Role *role = g_ptr_array_index(run->roles, i);
    if (role->ref)
      g_hash_table_insert(titles, role->ref, role->title);
  }
  return titles;
}

/* The officer's title; "the officer who answers for it" when nobody is named. */
static const char *title_of(GHashTable *titles, const char *officer)
{
  const char *title = officer ? g_hash_table_lookup(titles, officer) : NULL;
  return title ? title : officer ? officer : "the officer who answers for it";
}

static void append_report(const RunOfPeriod *run, const RunReport *report, GString *text)
{
  g_string_append_printf(text, "- %s: ", report->title);
  if (report->received == RECEIVED_MISSING)
    g_string_append(text, "the return has not been received");
  else if (report->received == RECEIVED_DRAFT)
    g_string_append(text, "the return is marked as a draft; please send the final one");
  else
    g_string_append_printf(text, "the return cannot be used: %s", report->reason);
  if (date_given(run->due) && report->days_late > 0 && report->received == RECEIVED_MISSING)
    g_string_append_printf(text, " (%d %s late)", report->days_late, report->days_late == 1 ? "day" : "days");
  g_string_append(text, ".\n");
}

/* Officer to the list of RunReport that he or she is asked for, in the order of the run; "": nobody is named. */
static GPtrArray *asked_of(GHashTable *letters, const RunReport *report, GPtrArray *order)
{
  const char *officer = report->officer ? report->officer : "";
  GPtrArray *asked = g_hash_table_lookup(letters, officer);
  if (!asked) {
    g_hash_table_insert(letters, (gpointer)officer, asked = g_ptr_array_new());
    g_ptr_array_add(order, asked);
  }
  return asked;
}

static void append_letter(const RunOfPeriod *run, GHashTable *titles, const GPtrArray *asked, GString *text)
{
  const RunReport *addressee = g_ptr_array_index(asked, 0);
  g_autofree char *period = period_to_string(run->period),
                  *due = date_given(run->due) ? date_to_string(run->due) : NULL;
  g_string_append_printf(text, "To: %s\nSubject: Return for %s\n\n", title_of(titles, addressee->officer), period);
  if (due)
    g_string_append_printf(text, "Returns for %s were due on %s. What is still needed:\n\n", period, due);
  else
    g_string_append_printf(text, "For the reports of %s we still need:\n\n", period);
  bool all_drafts = true;
  for (guint i = 0; i < asked->len; i++) {
    const RunReport *report = g_ptr_array_index(asked, i);
    append_report(run, report, text);
    all_drafts &= report->received == RECEIVED_DRAFT;
  }
  g_string_append(text, all_drafts ? "\nUntil then the report says DRAFT on every page.\n\n\n"
                                   : "\nUntil then the report says in its place that it was not available.\n\n\n");
}

char *chase_text(const RunOfPeriod *run)
{
  GString *text = g_string_new(NULL);
  g_autoptr(GHashTable) titles = titles_of(run);
  g_autoptr(GHashTable) letters = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < run->reports->len; i++)
    if (is_chased(report_at(run, i)))
      g_ptr_array_add(asked_of(letters, report_at(run, i), order), report_at(run, i));
  for (guint i = 0; i < order->len; i++)
    append_letter(run, titles, g_ptr_array_index(order, i), text);
  return g_string_free(text, FALSE);
}
