/* Letters: one for each officer, with all services that he or she answers for. */
#include "quarter/chase.h"
#include "base/text.h"
#include <string.h>

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

/* What stands in the place of what is asked for. */
static void append_consequences(const GPtrArray *asked, GString *text)
{
  bool absent = false, draft = false, errors = false;
  for (guint i = 0; i < asked->len; i++) {
    const RunReport *report = g_ptr_array_index(asked, i);
    absent |= report->made == MADE_PAGE;
    draft |= report->received == RECEIVED_DRAFT;
    errors |= report->made == MADE_WITH_ERRORS;
  }
  g_string_append(text, "\nUntil then:\n");
  if (absent)
    g_string_append(text, "- in place of what cannot be made a page says that it was not available;\n");
  if (draft)
    g_string_append(text, "- what is made of a draft says DRAFT on every page, and is not published;\n");
  if (errors)
    g_string_append(text, "- what has errors is not published;\n");
  if (!absent && !draft && !errors)
    g_string_append(text, "- nothing is made of it;\n");
  text->str[text->len - 2] = '.';
  g_string_append(text, "\n\n");
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
  for (guint i = 0; i < asked->len; i++) {
    const RunReport *report = g_ptr_array_index(asked, i);
    bool ended = strchr(".?!", report->ask[strlen(report->ask) - 1]);
    g_string_append_printf(text, "- %s: %s%s\n", report->title, report->ask, ended ? "" : ".");
  }
  append_consequences(asked, text);
}

char *chase_text(const RunOfPeriod *run)
{
  GString *text = g_string_new(NULL);
  g_autoptr(GHashTable) titles = titles_of(run);
  g_autoptr(GHashTable) letters = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < run->reports->len; i++)
    if (report_at(run, i)->ask)
      g_ptr_array_add(asked_of(letters, report_at(run, i), order), report_at(run, i));
  for (guint i = 0; i < order->len; i++)
    append_letter(run, titles, g_ptr_array_index(order, i), text);
  return g_string_free(text, FALSE);
}
