/* All reports of a council's period. */
#include "base/file.h"
#include "base/lock.h"
#include "base/text.h"
#include "model/calendar.h"
#include "program/program.h"
#include "program/terminal.h"
#include "programs/commands.h"
#include "programs/home.h"
#include "programs/quarter-table.h"
#include "quarter/engine.h"
#include "quarter/outcome.h"
#include "quarter/stale.h"
#include "quarter/status.h"
#include "record/record-read.h"
#include "release/today.h"
#include "validate/validate.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char *out, *launch;
static int jobs;
static gboolean dry;

static const GOptionEntry options[] = {
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, "Folder of all outputs (out)", "FOLDER" },
  { "jobs", 'j', 0, G_OPTION_ARG_INT, &jobs,
    "How many reports are made at a time; else as many as there are processors", "NUMBER" },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry, "Say what would be made, and make nothing", NULL },
  { "launch", 0, 0, G_OPTION_ARG_STRING, &launch, "What starts the making of each report, such as 'nice -n 10'",
    "COMMAND" },
  { NULL },
};

static const char *const needed[] = { "the council's folder" };

static const Program quarter_program = {
  .usage = "DATA [PERIOD]",
  .summary =
      "Makes every report of a period: DATA/calendar.xml says what is made for whom, DATA/framework.xml who there is;\n"
      "plans are found in DATA/plans/, returns in DATA/returns/, papers in DATA/papers/, accepted findings in\n"
      "DATA/accepted/, whatever their names. A second run makes only what changed. One report that cannot be made "
      "stops\n"
      "no other; what is missing, late, draft or refused is told at the end. Without PERIOD it is the last one of "
      "which\n"
      "there are returns.\n\n"
      "  qmr quarter council 2009-10-Q4\n"
      "  qmr quarter --dry-run council\n\n"
      "Exit codes: 0 all were made of files without errors, 1 some were not, 2 usage, 3 environment.",
  .options = options,
  .min_files = 1,
  .max_files = 2,
  .needed = needed,
  .example = "council 2009-10-Q4",
};

/* What the run knows. */
typedef struct {
  Arena *arena;
  DiagList *diags;
  const Holding *holding;
  const Framework *framework;
  const Calendar *calendar;
  const Worklist *list;
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
  q->calendar = q->framework ? read_valid(q, q->holding->calendar, &calendar_spec, error) : NULL;
  return q->calendar != NULL;
}

/* What keeps the period from being made, or NULL; caller frees. */
static char *plan_period(Quarter *q, const char *named)
{
  Period period = { 0 };
  if (named && !period_parse(named, &period))
    return g_strdup_printf("the period '%s' must look like 2009-10, 2009-10-Q4 or 2009-10-M12", named);
  if (!named)
    period = worklist_last_period(q->holding, q->calendar);
  if (!period_given(period))
    return g_strdup("there are no returns of a period in which reports are made: name one");
  q->list = worklist_make(q->arena, q->holding, q->framework, q->calendar, period, q->diags);
  if (q->list->tasks->len > 0)
    return NULL;
  return g_strdup_printf("%s makes no report in this period", q->holding->calendar);
}

/* What progress is told with. */
typedef struct {
  const Program *program;
  GHashTable *fresh; /* set of char *: folders that were made */
} Progress;

static void progress(guint done, guint all, const char *folder, void *data)
{
  const Progress *making = data;
  g_hash_table_add(making->fresh, g_strdup(folder));
  g_autofree char *shown = text_tame(folder);
  if (dry)
    printf("would be made: %s\n", shown);
  else if (terminal_is(STDERR_FILENO))
    fprintf(stderr, "\r\033[K%u of %u: %s", done, all, shown);
  else
    fprintf(stderr, "%s: %u of %u: %s\n", making->program->name, done, all, shown);
}

/* Writes the status of the run beside the reports. */
static bool tell_status(const Quarter *q, const GPtrArray *outcomes, GHashTable *fresh, GError **error)
{
  g_auto(GStrv) folders = home_layouts(NULL, q->holding->framework);
  g_autoptr(GPtrArray) layouts = layout_list((const char *const *)folders);
  g_autofree char *shipped = home_shipped(), *period = period_to_string(q->list->period);
  const RunNow now = { out ? out : "out", fresh, today_by_clock() };
  const RunOfPeriod *run = status_of(q->arena, q->framework, q->list, outcomes, &now);
  g_autoptr(Outputs) files = status_render(q->arena, run, layouts, shipped, q->diags, error);
  bool done = files != NULL;
  for (guint i = 0; done && i < outputs_count(files); i++) {
    g_autofree char *path = g_build_filename(out ? out : "out", period, outputs_name(files, i), NULL);
    gsize length_bytes;
    const void *bytes = g_bytes_get_data(outputs_bytes(files, i), &length_bytes);
    done = file_replace(path, bytes, length_bytes, error);
  }
  return done;
}

static bool make(const Program *program, const Quarter *q, GPtrArray **ret_outcomes, bool *ret_whole, GError **error)
{
  g_autofree char *period = period_to_string(q->list->period), *exe = g_file_read_link("/proc/self/exe", error);
  if (!exe)
    return false;
  g_autofree char *state = g_build_filename(out ? out : "out", ".quarter", period, NULL);
  const NinjaRun run = { exe, out ? out : "out", state, launch };
  g_autoptr(GHashTable) fresh = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Progress making = { program, fresh };
  const Engine engine = { jobs, dry, progress, &making };
  g_autofree char *lock_path = g_build_filename(state, "lock", NULL);
  if (!file_make_folder(state, error))
    return false;
  int lock = lock_take(lock_path, period, error); /* until the program ends */
  if (lock < 0 || (!dry && !stale_withdraw(q->list, &run, q->diags, error)))
    return false;
  bool done = engine_run(q->list, q->holding, &run, &engine, ret_whole, error);
  if (terminal_is(STDERR_FILENO) && !dry)
    fputs("\r\033[K", stderr);
  *ret_outcomes = done ? outcomes_read(q->arena, q->list, &run) : NULL;
  return done && (dry || tell_status(q, *ret_outcomes, fresh, error));
}

int command_quarter(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = quarter_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  Quarter q = { arena, diags };
  if (!read_all(&q, files[0], &error))
    return MAX(program_end(&program, diags, error), (int)EXIT_FAULTS);
  g_autofree char *fault = plan_period(&q, files[1]);
  if (fault)
    return program_usage(&program, fault);
  GPtrArray *outcomes = NULL;
  bool whole = false;
  if (!make(&program, &q, &outcomes, &whole, &error))
    return program_end(&program, diags, error);
  int found = program_end(&program, diags, NULL);
  if (!dry)
    code = quarter_table(&q.list->period, outcomes);
  return program_finish(&program, whole ? MAX(code, found) : (int)EXIT_WORLD);
}
