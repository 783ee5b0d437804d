/* From outcomes to a record, and from the record to a page. */
#include "quarter/status.h"
#include "model/council-year.h"
#include "quarter/chase.h"
#include "report/documents.h"
#include <string.h>

/* ---- the record -------------------------------------------------------------------------------------------------- */

static guint32 day_number(Date date)
{
  Date day = date_last_day(date);
  g_autoptr(GDate) gregorian = g_date_new_dmy((GDateDay)day.day, (GDateMonth)day.month, (GDateYear)day.year);
  return g_date_get_julian(gregorian);
}

/* Days from one to the other; -1 when one is not given, or there are none. */
static int days_after(Date due, Date day)
{
  if (!date_given(due) || !date_given(day) || date_compare(day, due) <= 0)
    return -1;
  return (int)(day_number(day) - day_number(due));
}

static int received_of(const Task *task)
{
  static const Received states[] = { [TASK_FINAL] = RECEIVED_FINAL,
                                     [TASK_DRAFT] = RECEIVED_DRAFT,
                                     [TASK_MISSING] = RECEIVED_MISSING,
                                     [TASK_REFUSED] = RECEIVED_REFUSED };
  return task->whose == WHOSE_SERVICES ? states[task->state] : RECEIVED_NOT_EXPECTED;
}

static int made_of(const AccountRow *row)
{
  if (!row || (!row->made && !row->absent))
    return MADE_NOTHING;
  return row->absent ? MADE_PAGE : row->errors > 0 ? MADE_WITH_ERRORS : MADE_CLEAN;
}

/* A return that was received, and could not be used, is refused, and not what it says of itself. */
static void fill_received(const Outcome *outcome, const Worklist *list, Date today, RunReport *report)
{
  const Task *task = outcome->task;
  report->received = received_of(task);
  report->reason = (char *)task->why;
  if (task->form && report->made == MADE_PAGE) {
    report->received = RECEIVED_REFUSED;
    report->reason = "it cannot be used: see the messages";
  }
  if (task->whose != WHOSE_SERVICES)
    return;
  report->submitted = task->form ? task->form->date : (Date){ 0 };
  report->days_late = days_after(list->due, task->form ? report->submitted : today);
}

/* Where it stands what was said of it; of a return that made no report, what its run said. */
static char *messages_of(Arena *arena, const Task *task, const RunReport *report)
{
  if (report->made == MADE_CLEAN || report->made == MADE_WITH_ERRORS)
    return arena_printf(arena, "%s/team/messages.txt", task->folder);
  if (report->received != RECEIVED_REFUSED || task->why)
    return NULL;
  g_autofree char *account = ninja_account(task), *period = g_strndup(task->folder, strcspn(task->folder, "/"));
  return arena_printf(arena, ".quarter/%s/%s.log", period, account);
}

static RunReport *report_of(Arena *arena, const Outcome *outcome, const Worklist *list, GHashTable *fresh, Date today,
                            Record *parent)
{
  const Task *task = outcome->task;
  const AccountRow *row = outcome->row;
  RunReport *report = record_new(arena, &run_report_spec, parent);
  report->folder = (char *)task->folder;
  report->title = (char *)(task->title ? task->title : task->ref);
  report->officer = (char *)task->officer;
  report->made = made_of(row);
  report->fresh = g_hash_table_contains(fresh, task->folder);
  if (row && row->made) {
    report->errors = row->errors;
    report->warnings = row->warnings;
    report->notes = row->notes;
    report->pages = row->pages;
  }
  fill_received(outcome, list, today, report);
  report->messages = messages_of(arena, task, report);
  return report;
}

RunOfPeriod *status_of(Arena *arena, const Framework *framework, const Worklist *list, const GPtrArray *outcomes,
                       GHashTable *fresh, Date today)
{
  RunOfPeriod *run = record_new(arena, &run_spec, NULL);
  run->council = framework->council;
  run->period = list->period;
  run->year_begins = council_year_begins(framework);
  run->date = today;
  run->due = list->due;
  run->roles = framework->roles;
  for (guint i = 0; i < outcomes->len; i++)
    g_ptr_array_add(run->reports, report_of(arena, g_ptr_array_index(outcomes, i), list, fresh, today, &run->record));
  return run;
}

/* ---- the page ---------------------------------------------------------------------------------------------------- */

Outputs *status_render(Arena *arena, const RunOfPeriod *run, const GPtrArray *layouts, const char *shelf,
                       DiagList *diags, GError **error)
{
  static char *const formats[] = { "html", "csv", NULL };
  g_autoptr(Outputs) files = outputs_new();
  const LayoutEntry *layout = layout_list_of(layouts, LAYOUT_OF_RUN);
  g_autoptr(GHashTable) fonts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *models = arena_list(arena);
  g_ptr_array_add(models, (gpointer)run);
  const Sources sources = { .models = models };
  const Making making = { .arena = arena,
                          .sources = &sources,
                          .manifest = manifest_new(arena),
                          .diags = diags,
                          .unmade = diags,
                          .files = files,
                          .fonts = fonts };
  char *letters = chase_text(run);
  documents_add_record(&making, NULL, "team/run.xml", &run->record);
  documents_add_file(&making, ROLE_TEAM, NULL, "team/chase.txt", g_bytes_new_take(letters, strlen(letters)));
  if (!layout)
    return g_steal_pointer(&files);
  const ReportDocument wanted = { .layout = layout->path, .shelf = shelf, .formats = formats };
  g_autofree char *fault = NULL;
  bool made = documents_make(&making, models, &wanted, &fault, error);
  return made || !*error ? g_steal_pointer(&files) : NULL;
}
