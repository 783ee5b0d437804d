/* Counts, and the names of what wants somebody's attention. */
#include "quarter/summary.h"
#include "base/text.h"

typedef bool (*IsOne)(const RunReport *report);

static bool is_clean(const RunReport *report)
{
  return report->made == MADE_CLEAN;
}

static bool is_with_errors(const RunReport *report)
{
  return report->made == MADE_WITH_ERRORS;
}

static bool is_page(const RunReport *report)
{
  return report->made == MADE_PAGE;
}

static bool is_nothing(const RunReport *report)
{
  return report->made == MADE_NOTHING;
}

static bool is_fresh(const RunReport *report)
{
  return report->fresh;
}

static bool is_return(const RunReport *report, Received received)
{
  return report->whose == WHOSE_SERVICES && report->received == (int)received;
}

static bool is_missing(const RunReport *report)
{
  return is_return(report, RECEIVED_MISSING);
}

static bool is_refused(const RunReport *report)
{
  return is_return(report, RECEIVED_REFUSED);
}

static bool is_draft(const RunReport *report)
{
  return is_return(report, RECEIVED_DRAFT);
}

/* What was received after its day; what was not stands among the missing. */
static bool is_late(const RunReport *report)
{
  return report->whose == WHOSE_SERVICES && report->received != RECEIVED_MISSING && report->days_late > 0;
}

static bool is_without_plan(const RunReport *report)
{
  return report->no_plan;
}

/* Lines of a summary: what is counted, whether names follow. */
typedef struct {
  const char *label;
  IsOne is_one;
  bool names;
} Line;

static const Line lines[] = {
  { "Reports made of data without errors", is_clean, false },
  { "Reports made of data with errors", is_with_errors, true },
  { "Pages that say that a report is not available", is_page, true },
  { "Not made", is_nothing, true },
  { "Made or looked at again by this run", is_fresh, false },
  { "Returns missing", is_missing, true },
  { "Returns refused", is_refused, true },
  { "Returns still marked as drafts", is_draft, true },
  { "Returns received late", is_late, true },
  { "Services without a plan in force", is_without_plan, true },
};

static void append_name(const RunReport *report, GString *text)
{
  g_autofree char *title = text_tame(report->title);
  g_string_append_printf(text, "    %s", title);
  if (report->errors > 0)
    g_string_append_printf(text, ": %d %s", report->errors, report->errors == 1 ? "error" : "errors");
  if (report->days_late > 0)
    g_string_append_printf(text, ": %d %s late", report->days_late, report->days_late == 1 ? "day" : "days");
  if (report->reason)
    g_string_append_printf(text, ": %s", report->reason);
  g_string_append_c(text, '\n');
}

static void append_line(const RunOfPeriod *run, const Line *line, GString *text)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  for (guint i = 0; i < run->reports->len; i++)
    if (line->is_one(g_ptr_array_index(run->reports, i)))
      g_ptr_array_add(found, g_ptr_array_index(run->reports, i));
  g_string_append_printf(text, "%s: %u\n", line->label, found->len);
  for (guint i = 0; line->names && i < found->len; i++)
    append_name(g_ptr_array_index(found, i), text);
}

/* What was said of the council's folder. */
static void append_messages(const RunOfPeriod *run, GString *text)
{
  enum { MOST = 20 };
  if (run->messages->len == 0)
    return;
  g_string_append_printf(text, "Files that want a look: %u\n", run->messages->len);
  for (guint i = 0; i < run->messages->len && i < MOST; i++)
    g_string_append_printf(text, "    %s\n", ((const RunMessage *)g_ptr_array_index(run->messages, i))->text);
  if (run->messages->len > MOST)
    g_string_append_printf(text, "    and %u more\n", run->messages->len - MOST);
}

char *summary_text(const RunOfPeriod *run)
{
  GString *text = g_string_new(NULL);
  g_autofree char *period = period_to_string(run->period), *council = text_tame(run->council);
  g_string_append_printf(text, "%s, %s: %u %s asked for\n\n", council, period, run->reports->len,
                         run->reports->len == 1 ? "report" : "reports");
  if (run->cut_short)
    g_string_append_printf(text, "This run did not come to its end: %s. What follows is true of what is there now.\n\n",
                           run->cut_short);
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
    append_line(run, &lines[i], text);
  append_messages(run, text);
  g_string_append_printf(text, "\nMore: %s/team/status.html; letters to send: %s/team/chase.txt\n", period, period);
  return g_string_free(text, FALSE);
}
