/* All reports of a council's period. */
#include "programs/quarter-run.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/text.h"
#include "model/calendar.h"
#include "program/terminal.h"
#include "programs/home.h"
#include "programs/quarter-table.h"
#include "quarter/engine.h"
#include "quarter/outcome.h"
#include "quarter/stale.h"
#include "quarter/status.h"
#include "quarter/summary.h"
#include "record/record-read.h"
#include "release/today.h"
#include "validate/validate.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What the run knows. */
typedef struct {
  const QuarterRun *asked;
  Arena *arena;
  DiagList *diags;
  const Holding *holding;
  const Framework *framework;
  const Calendar *calendar;
  const Worklist *list;
  const RunOfPeriod *told; /* NULL: it has no status */
} Quarter;

static const void *read_valid(Quarter *q, const char *path, const Spec *spec, GError **error)
{
  g_autoptr(Schemas) schemas = schemas_new(NULL);
  const Record *record = record_read_file(q->arena, path, spec, q->diags, error);
  return record && validate_record(record, schemas, q->diags, error) ? record : NULL;
}

static bool read_all(Quarter *q, const char *root, GError **error)
{
  q->holding = holding_look(q->arena, root, q->diags, error);
  q->framework = q->holding ? read_valid(q, q->holding->framework, &framework_spec, error) : NULL;
  guint before = diag_count(q->diags, LEVEL_ERROR);
  q->calendar = q->framework ? read_valid(q, q->holding->calendar, &calendar_spec, error) : NULL;
  return q->calendar && diag_count(q->diags, LEVEL_ERROR) == before; /* nobody can tell what it wants to be made */
}

/* What keeps the period from being made, or NULL; caller frees. */
static char *plan_period(Quarter *q, const char *named)
{
  Period period = { 0 };
  if (named && !period_parse(named, &period))
    return g_strdup_printf("the period '%s' must look like 2009-10, 2009-10-Q4 or 2009-10-M12", named);
  if (!named)
    period = worklist_last_period(q->holding, q->calendar, today_by_clock());
  if (!period_given(period))
    return g_strdup("there are no returns of a period in which reports are made: name one");
  q->list = worklist_make(q->arena, q->holding, q->framework, q->calendar, period, q->diags);
  if (worklist_is_of_nothing(q->list))
    return g_strdup_printf("no plan is in force in %s, and there is no return for it: is it the period that you mean?",
                           named ? named : "the last period");
  if (q->list->tasks->len > 0)
    return NULL;
  return g_strdup_printf("%s makes no report in this period", q->holding->calendar);
}

/* What progress is told with. */
typedef struct {
  const QuarterRun *asked;
  GHashTable *fresh; /* set of char *: folders that were made */
  gint64 began;      /* in microseconds */
} Progress;

/* "; about 3 minutes left": as long as those before took. "" while nobody can know. Caller frees. */
static char *time_left(const Progress *making, guint done, guint all)
{
  double took_seconds = (double)(clock_ticks_us() - making->began) / G_TIME_SPAN_SECOND;
  double left_seconds = done > 0 ? took_seconds / done * (all - done) : 0;
  if (took_seconds < 2 || left_seconds < 5)
    return g_strdup("");
  if (left_seconds < 100)
    return g_strdup_printf("; about %.0f seconds left", left_seconds);
  return g_strdup_printf("; about %.0f minutes left", left_seconds / 60);
}

static void progress(guint done, guint all, const char *folder, const char *why, void *data)
{
  const Progress *making = data;
  g_hash_table_add(making->fresh, g_strdup(folder));
  g_autofree char *shown = text_tame(folder), *left = time_left(making, done, all);
  if (making->asked->dry)
    printf("would be made: %s (%s)\n", shown, why);
  else if (terminal_is(STDERR_FILENO))
    fprintf(stderr, "\r\033[K%u of %u%s: %s", done, all, left, shown);
  else
    fprintf(stderr, "%s: %u of %u: %s\n", making->asked->program->name, done, all, shown);
}

/* Writes the status of the run beside the reports; cut_short: why it did not come to its end, or NULL. */
static bool tell_status(Quarter *q, const GPtrArray *outcomes, GHashTable *fresh, const char *cut_short, GError **error)
{
  g_auto(GStrv) folders = home_layouts(NULL, q->holding->framework);
  g_autoptr(GPtrArray) layouts = layout_list((const char *const *)folders);
  g_autofree char *shipped = home_shipped(), *period = period_to_string(q->list->period);
  diag_sort(q->diags);
  const RunNow now = { q->asked->out, fresh, today_by_clock(), cut_short, q->diags };
  q->told = status_of(q->arena, q->framework, q->list, outcomes, &now);
  g_autoptr(Outputs) files = status_render(q->arena, q->told, layouts, shipped, q->diags, error);
  bool done = files != NULL;
  for (guint i = 0; done && i < outputs_count(files); i++) {
    g_autofree char *path = g_build_filename(q->asked->out, period, outputs_name(files, i), NULL);
    gsize length_bytes;
    const void *bytes = g_bytes_get_data(outputs_bytes(files, i), &length_bytes);
    done = file_replace(path, bytes, length_bytes, error);
  }
  return done;
}

static void append_names(const char *folder, GString *text)
{
  g_autoptr(GPtrArray) names = file_names(folder, ".xml");
  g_string_append_printf(text, "%s\n", folder);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf(text, "  %s\n", (char *)g_ptr_array_index(names, i));
}

/* The layouts, words and styles that there are: one that is added may be found before another. Caller frees. */
static char *layouts_there(const char *framework)
{
  g_auto(GStrv) folders = home_layouts(NULL, framework);
  GString *text = g_string_new(NULL);
  for (char **folder = folders; *folder; folder++)
    append_names(*folder, text);
  return g_string_free(text, FALSE);
}

static bool make(Quarter *q, GPtrArray **ret_outcomes, bool *ret_whole, GError **error)
{
  g_autofree char *period = period_to_string(q->list->period), *exe = g_file_read_link("/proc/self/exe", error);
  if (!exe)
    return false;
  g_autofree char *state = g_build_filename(q->asked->out, ".quarter", period, NULL);
  g_autofree char *there = layouts_there(q->holding->framework);
  const NinjaRun run = { exe, q->asked->out, state, there, q->asked->launch };
  g_autoptr(GHashTable) fresh = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Progress making = { q->asked, fresh, clock_ticks_us() };
  g_autofree char *lock_path = g_build_filename(state, "lock", NULL);
  if (!file_make_folder(state, error))
    return false;
  int lock = lock_take(lock_path, period, error); /* until the program ends */
  if (lock < 0 || (!q->asked->dry && !stale_withdraw(q->list, &run, q->diags, error)))
    return false;
  const Engine engine = { q->asked->jobs, q->asked->dry, q->asked->limit_seconds, lock, progress, &making };
  bool done = engine_run(q->list, q->holding, &run, &engine, ret_whole, error);
  bool late = !done && g_error_matches(*error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  if (terminal_is(STDERR_FILENO) && !q->asked->dry)
    fputs("\r\033[K", stderr);
  *ret_outcomes = done || late ? outcomes_read(q->arena, q->list, &run) : NULL;
  if (late) /* what was made until then is told all the same */
    return tell_status(q, *ret_outcomes, fresh, (*error)->message, NULL) && false;
  return done && (q->asked->dry || tell_status(q, *ret_outcomes, fresh, NULL, error));
}

static void print_summary(const Quarter *q)
{
  g_autofree char *text = q->told ? summary_text(q->told) : NULL;
  fputs(text ? text : "", stdout);
}

int quarter_run(const QuarterRun *asked)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  Quarter q = { asked, arena, diags };
  if (!read_all(&q, asked->root, &error))
    return MAX(program_end(asked->program, diags, error), (int)EXIT_FAULTS);
  g_autofree char *fault = plan_period(&q, asked->period);
  if (fault)
    return program_usage(asked->program, fault);
  GPtrArray *outcomes = NULL;
  bool whole = false;
  if (!make(&q, &outcomes, &whole, &error))
    return program_end(asked->program, diags, error);
  int found = program_end(asked->program, diags, NULL), code = asked->dry ? EXIT_CLEAN : quarter_code(outcomes);
  if (asked->quiet)
    print_summary(&q);
  else if (!asked->dry)
    quarter_table(q.told, outcomes);
  return program_finish(asked->program, whole ? MAX(code, found) : (int)EXIT_WORLD);
}
