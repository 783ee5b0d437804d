/* From outcomes to a record, and from the record to a page. */
#include "quarter/status.h"
#include "base/text.h"
#include "manifest/manifest.h"
#include "model/council-year.h"
#include "quarter/ask.h"
#include "quarter/chase.h"
#include "quarter/summary.h"
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
  bool of_others = task->whose == WHOSE_BOARDS || task->whose == WHOSE_DIRECTORATES || task->whose == WHOSE_COUNCIL;
  return of_others ? RECEIVED_NOT_EXPECTED : states[task->state];
}

static int made_of(const AccountRow *row)
{
  if (!row || (!row->made && !row->absent))
    return MADE_NOTHING;
  return row->absent ? MADE_PAGE : row->errors > 0 ? MADE_WITH_ERRORS : MADE_CLEAN;
}

/* Why it was refused, or not made; of one with errors the first. */
static char *reason_of(Arena *arena, const Outcome *outcome, const RunReport *report)
{
  if (outcome->task->why)
    return (char *)outcome->task->why;
  if (outcome_was_cut(outcome))
    return "the program that makes its report did not come to its end; see the messages";
  if (outcome->row && outcome->row->reason)
    return outcome->row->reason;
  if (report->made == MADE_NOTHING && outcome->said)
    return arena_printf(arena, "its run did not come to its end: %s", outcome->said);
  return report->made == MADE_NOTHING ? "it was not reached" : NULL;
}

/* How late what was received is; what was not is late until today. Of a day that is still to come nobody can tell
 * when it was received. */
static void fill_days(const Task *task, const Worklist *list, Date today, RunReport *report)
{
  bool ahead = date_given(task->submitted) && date_compare(task->submitted, today) > 0;
  report->submitted = task->submitted;
  report->days_late = ahead ? -1 : days_after(list->due, task->state == TASK_MISSING ? today : task->submitted);
}

/* A return that was received, and could not be used, is refused, and not what it says of itself. */
static void fill_received(Arena *arena, const Outcome *outcome, const Worklist *list, Date today, RunReport *report)
{
  const Task *task = outcome->task;
  report->whose = (int)task->whose;
  report->received = received_of(task);
  report->no_plan = task->no_plan;
  report->reason = reason_of(arena, outcome, report);
  if (task->form && task->whose == WHOSE_SERVICES && report->made == MADE_PAGE && !outcome_was_cut(outcome))
    report->received = RECEIVED_REFUSED;
  if (task->whose == WHOSE_SERVICES)
    fill_days(task, list, today, report);
  else if (task->whose == WHOSE_PAPERS && task->state != TASK_FINAL) /* a final one does not say when it came */
    report->days_late = days_after(task->due, today);
  report->ask = ask_of(arena, task, report);
}

/* ---- its files --------------------------------------------------------------------------------------------------- */

/* Appends the file, given by its path below OUT, as it is seen from team/ of the period. */
static void add_file(Arena *arena, RunReport *report, GPtrArray *files, const char *name, const char *path)
{
  RunFile *file = record_new(arena, &run_file_spec, &report->record);
  gsize period_bytes = strcspn(report->folder, "/") + 1;
  bool beside = !g_str_has_prefix(report->folder, "papers/") && strncmp(path, report->folder, period_bytes) == 0;
  file->name = (char *)name;
  file->path = beside ? arena_printf(arena, "../%s", path + period_bytes) : arena_printf(arena, "../../%s", path);
  g_ptr_array_add(files, file);
}

/* Of what may be published each document; of what is the team's its assurance report, as a page, and what was said. */
static bool is_shown(const ManifestFile *file, const char *path)
{
  if (file->role == ROLE_OUTPUT)
    return !strchr(path, '/');
  return file->role == ROLE_TEAM &&
         (g_str_equal(path, "team/messages.txt") || (file->document && g_str_has_suffix(path, ".html")));
}

static void add_made(Arena *arena, const char *out, RunReport *report)
{
  g_autofree char *folder = g_build_filename(out, report->folder, NULL);
  const Manifest *manifest = manifest_read(arena, folder);
  for (guint i = 0; manifest && i < manifest->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(manifest->files, i);
    g_autofree char *path = manifest_path(file);
    if (!is_shown(file, path))
      continue;
    const char *name = arena_strdup(arena, file->role == ROLE_TEAM ? path + strlen("team/") : path);
    add_file(arena, report, file->role == ROLE_TEAM ? report->team_files : report->files, name,
             arena_printf(arena, "%s/%s", report->folder, path));
  }
}

/* A return that made no report but a page: what its run said. */
static void add_said(Arena *arena, const Task *task, RunReport *report)
{
  g_autofree char *account = ninja_account(task), *period = g_strndup(task->folder, strcspn(task->folder, "/"));
  add_file(arena, report, report->team_files, "messages.txt",
           arena_printf(arena, ".quarter/%s/%s.log", period, account));
}

static void add_files(Arena *arena, const char *out, const Task *task, RunReport *report)
{
  if (report->made != MADE_NOTHING)
    add_made(arena, out, report);
  if (report->made == MADE_PAGE && task->form && !task->why) {
    g_ptr_array_set_size(report->team_files, 0);
    add_said(arena, task, report);
  }
}

static RunReport *report_of(Arena *arena, const Outcome *outcome, const Worklist *list, const RunNow *now,
                            Record *parent)
{
  const Task *task = outcome->task;
  const AccountRow *row = outcome->row;
  RunReport *report = record_new(arena, &run_report_spec, parent);
  report->folder = (char *)task->folder;
  report->title = (char *)(task->title ? task->title : task->ref);
  report->officer = (char *)task->officer;
  report->made = made_of(row);
  report->fresh = g_hash_table_contains(now->fresh, task->folder);
  if (row && row->made) {
    report->errors = row->errors;
    report->warnings = row->warnings;
    report->notes = row->notes;
    report->pages = row->pages;
  }
  fill_received(arena, outcome, list, now->today, report);
  add_files(arena, now->out, task, report);
  return report;
}

static void add_messages(Arena *arena, const DiagList *diags, RunOfPeriod *run)
{
  for (guint i = 0; diags && diag_get(diags, i); i++) {
    const Diag *diag = diag_get(diags, i);
    g_autofree char *file = text_tame(diag->file ? diag->file : ""), *text = text_tame(diag->text);
    RunMessage *message = record_new(arena, &run_message_spec, &run->record);
    message->text = arena_printf(arena, "%s%s%s [%s]", file, *file ? ": " : "", text, diag->rule->id);
    if (diag->level >= LEVEL_WARNING)
      g_ptr_array_add(run->messages, message);
  }
}

RunOfPeriod *status_of(Arena *arena, const Framework *framework, const Worklist *list, const GPtrArray *outcomes,
                       const RunNow *now)
{
  RunOfPeriod *run = record_new(arena, &run_spec, NULL);
  run->council = framework->council;
  run->period = list->period;
  run->year_begins = council_year_begins(framework);
  run->date = now->today;
  run->due = list->due;
  run->cut_short = (char *)now->cut_short;
  run->roles = framework->roles;
  add_messages(arena, now->diags, run);
  for (guint i = 0; i < outcomes->len; i++)
    g_ptr_array_add(run->reports, report_of(arena, g_ptr_array_index(outcomes, i), list, now, &run->record));
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
  char *letters = chase_text(run), *summary = summary_text(run);
  documents_add_record(&making, NULL, "team/run.xml", &run->record);
  documents_add_file(&making, ROLE_TEAM, NULL, "team/chase.txt", g_bytes_new_take(letters, strlen(letters)));
  documents_add_file(&making, ROLE_TEAM, NULL, "team/summary.txt", g_bytes_new_take(summary, strlen(summary)));
  if (!layout)
    return g_steal_pointer(&files);
  const ReportDocument wanted = { .layout = layout->path, .shelf = shelf, .formats = formats };
  g_autofree char *fault = NULL;
  bool made = documents_make(&making, models, &wanted, &fault, error);
  return made || !*error ? g_steal_pointer(&files) : NULL;
}
