/* All reports of a council's period. */
#include "programs/quarter-run.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/text.h"
#include "model/calendar.h"
#include "program/last-words.h"
#include "program/terminal.h"
#include "programs/home.h"
#include "programs/quarter-table.h"
#include "quarter/engine.h"
#include "quarter/outcome.h"
#include "quarter/slurm.h"
#include "quarter/stale.h"
#include "quarter/status.h"
#include "quarter/summary.h"
#include "record/record-read.h"
#include "release/today.h"
#include "validate/validate.h"
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
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
  NinjaRun run;
  const char *jobs; /* name of Slurm's jobs, once they are submitted; else NULL */
} Quarter;

static const void *read_valid(Quarter *q, const char *path, const Spec *spec, GError **error)
{
  g_autoptr(Schemas) schemas = schemas_new(NULL);
  const Record *record = record_read_file(q->arena, path, spec, q->diags, error);
  return record && validate_record(record, schemas, q->diags, error) ? record : NULL;
}

static void tell_shut(Quarter *q, const char *path, const char *fault)
{
  if (fault)
    diag_file(q->diags, "Q-READ", path, "it cannot be opened, and nothing in it is used: %s", fault);
}

/* Layouts in a folder that cannot be opened would be passed over for others of their names. */
static void tell_shut_layouts(Quarter *q)
{
  g_auto(GStrv) folders = home_layouts(NULL, q->holding->framework);
  for (char **folder = folders; *folder; folder++) {
    g_autoptr(GPtrArray) names = file_names(*folder, ".xml");
    tell_shut(q, *folder, file_folder_fault(*folder));
    for (guint i = 0; i < names->len; i++) {
      g_autofree char *path = g_build_filename(*folder, g_ptr_array_index(names, i), NULL);
      if (access(path, R_OK) != 0)
        tell_shut(q, path, g_strerror(errno));
    }
  }
}

static bool read_all(Quarter *q, const char *root, GError **error)
{
  q->holding = holding_look(q->arena, root, q->diags, error);
  if (q->holding)
    tell_shut_layouts(q);
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
  q->list = worklist_make(q->arena, q->holding, q->framework, q->calendar, period, today_by_clock(), q->diags);
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

/* Takes away the tables of former runs that this one does not have: nobody is late any more. */
static void forget_tables(const char *folder, const Outputs *files)
{
  static const char below[] = "team/status-tables";
  g_autofree char *tables = g_build_filename(folder, below, NULL);
  g_autoptr(GPtrArray) names = file_names(tables, ".csv");
  g_autoptr(GHashTable) made = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < outputs_count(files); i++)
    g_hash_table_add(made, (gpointer)outputs_name(files, i));
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    g_autofree char *path = g_build_filename(tables, name, NULL), *output = g_build_filename(below, name, NULL);
    if (!g_hash_table_contains(made, output))
      g_unlink(path);
  }
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
  g_autofree char *folder = g_build_filename(q->asked->out, period, NULL);
  if (done)
    forget_tables(folder, files);
  for (guint i = 0; done && i < outputs_count(files); i++) {
    g_autofree char *path = g_build_filename(folder, outputs_name(files, i), NULL);
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

static void failure(const char *line, void *data)
{
  program_say(((const Progress *)data)->asked->program, line);
}

/* Where the run is made, and with what. */
static bool set_up(Quarter *q, GError **error)
{
  const QuarterRun *asked = q->asked;
  g_autofree char *period = period_to_string(q->list->period), *exe = g_file_read_link("/proc/self/exe", error);
  if (!exe)
    return false;
  g_autofree char *state = g_build_filename(asked->out, ".quarter", period, NULL);
  g_autofree char *there = layouts_there(q->holding->framework);
  q->run = (NinjaRun){ arena_strdup(q->arena, exe), asked->out, arena_strdup(q->arena, state),
                       arena_strdup(q->arena, there), asked->launch };
  return asked->dry || file_make_folder(q->run.state, error);
}

/* This machine, since it was started: a number that no other has. Caller frees. */
static char *machine_of(void)
{
  char *text = NULL;
  return g_file_get_contents("/proc/sys/kernel/random/boot_id", &text, NULL, NULL) ? g_strchomp(text) : g_strdup("?");
}

/* Whether who took the lock was killed, on this machine: what it had begun holds it still. */
static bool was_killed(const char *lock_path)
{
  g_autofree char *text = NULL, *machine = machine_of();
  if (!g_file_get_contents(lock_path, &text, NULL, NULL))
    return false;
  g_auto(GStrv) words = g_strsplit(text, " ", 2);
  bool here = words[0] && words[1] && strcmp(g_strchomp(words[1]), machine) == 0;
  pid_t owner = here ? (pid_t)g_ascii_strtoll(words[0], NULL, 10) : 0;
  return owner > 0 && kill(owner, 0) != 0 && errno == ESRCH;
}

static void sign_lock(int lock)
{
  g_autofree char *machine = machine_of(), *text = g_strdup_printf("%d %s\n", (int)getpid(), machine);
  if (ftruncate(lock, 0) == 0 && write(lock, text, strlen(text)) < 0)
    return; /* nobody can tell who has it, which does no harm */
}

/* The last job of Slurm's may begin before the run that submitted it has given up the lock; what a run that was killed
 * had begun is waited for, too, and another run is not. */
static int take_lock(const Quarter *q, GError **error)
{
  enum { TRIES = 600, TRY_US = 200000 };
  g_autofree char *path = g_build_filename(q->run.state, "lock", NULL), *period = period_to_string(q->list->period);
  for (int i = 0;; i++) {
    g_autoptr(GError) busy = NULL;
    int lock = lock_take(path, period, &busy);
    bool killed = lock < 0 && was_killed(path);
    if (lock >= 0)
      sign_lock(lock);
    if (lock >= 0 || !g_error_matches(busy, G_IO_ERROR, G_IO_ERROR_BUSY) || (!killed && !q->asked->last_of) ||
        i >= TRIES)
      return lock < 0 ? (g_propagate_error(error, g_steal_pointer(&busy)), -1) : lock;
    if (i == 0 && killed)
      program_say(q->asked->program, "the run before was killed: waiting until what it had begun has ended");
    g_usleep(TRY_US);
  }
}

/* Jobs are submitted for what is stale; nothing is, and all is done here that is left to do: q->jobs stays NULL. */
static bool submit(Quarter *q, const Engine *engine, GError **error)
{
  const QuarterRun *asked = q->asked;
  g_autoptr(GHashTable) stale = engine_stale(q->list, q->holding, &q->run, engine, error);
  if (!stale || g_hash_table_size(stale) == 0)
    return stale != NULL;
  g_autofree char *stamp = clock_stamp(), *said = NULL, *period = period_to_string(q->list->period);
  const char *name = arena_printf(q->arena, "qmr-%s-%d", stamp, (int)getpid());
  const char *const last[] = { q->run.program, "quarter",  asked->quiet ? "--unattended" : "--jobs=1",
                               "--out",        asked->out, "--last-of",
                               name,           "--",       asked->root,
                               period,         NULL };
  const SlurmRun slurm = { name, asked->options, (guint)asked->batch, (guint)asked->jobs, last };
  if (!slurm_submit(q->list, stale, q->holding, &q->run, &slurm, &said, error))
    return false;
  program_say(asked->program, said);
  q->jobs = name;
  return true;
}

/* What was made is told, also of a run that came too late to its end. */
static bool tell_made(Quarter *q, bool done, GHashTable *fresh, GPtrArray **ret_outcomes, GError **error)
{
  bool cut = !done && (g_error_matches(*error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
                       g_error_matches(*error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  if (terminal_is(STDERR_FILENO) && !q->asked->dry)
    fputs("\r\033[K", stderr);
  *ret_outcomes = done || cut ? outcomes_read(q->arena, q->list, &q->run) : NULL;
  if (cut && !q->asked->dry) /* what was made until then is told all the same */
    return tell_status(q, *ret_outcomes, fresh, (*error)->message, NULL) && false;
  return done && (q->asked->dry || tell_status(q, *ret_outcomes, fresh, NULL, error));
}

static bool make_or_submit(Quarter *q, int lock, GPtrArray **ret_outcomes, bool *ret_whole, GError **error)
{
  const QuarterRun *asked = q->asked;
  g_autoptr(GHashTable) fresh = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Progress making = { asked, fresh, clock_ticks_us() };
  Engine engine = { .jobs = asked->jobs,
                    .batch = asked->batch,
                    .dry = asked->dry,
                    .limit_seconds = asked->limit_seconds,
                    .lock = lock,
                    .progress = progress,
                    .failure = failure,
                    .data = &making };
  sigemptyset(&engine.endings);
  last_words_add_endings(&engine.endings);
  if (!asked->dry &&
      (!slurm_settle(&q->run, asked->last_of, fresh, error) || !stale_withdraw(q->list, &q->run, q->diags, error)))
    return false;
  if (asked->slurm && (!submit(q, &engine, error) || q->jobs))
    return q->jobs != NULL;
  bool done = engine_run(q->list, q->holding, &q->run, &engine, ret_whole, error);
  return tell_made(q, done, fresh, ret_outcomes, error);
}

/* The lock is held until the program ends, or jobs hold a claim. A dry run writes nothing, and needs none. */
static bool make(Quarter *q, GPtrArray **ret_outcomes, bool *ret_whole, GError **error)
{
  bool dry = q->asked->dry, ready = set_up(q, error);
  int lock = ready && !dry ? take_lock(q, error) : -1;
  bool done = ready && (dry || lock >= 0) && make_or_submit(q, lock, ret_outcomes, ret_whole, error);
  if (done && q->jobs)
    close(lock);
  return done;
}

/* Jobs were submitted; the exit code. */
static int wait_for(const Quarter *q)
{
  const Program *program = q->asked->program;
  g_autoptr(GError) error = NULL;
  if (!q->asked->wait)
    return program_end(program, q->diags, NULL);
  int code = slurm_wait(&q->run, q->jobs, &error);
  return code < 0 ? program_end(program, NULL, error) : program_finish(program, code);
}

static void print_summary(const Quarter *q)
{
  g_autofree char *text = q->told ? summary_text(q->told) : NULL;
  fputs(text ? text : "", stdout);
}

static int run(Quarter *q)
{
  const QuarterRun *asked = q->asked;
  g_autoptr(GError) error = NULL;
  if (!read_all(q, asked->root, &error))
    return MAX(program_end(asked->program, q->diags, error), (int)EXIT_FAULTS);
  g_autofree char *fault = plan_period(q, asked->period);
  if (fault)
    return program_usage(asked->program, fault);
  GPtrArray *outcomes = NULL;
  bool whole = false;
  if (!make(q, &outcomes, &whole, &error))
    return program_end(asked->program, q->diags, error);
  if (q->jobs)
    return wait_for(q);
  int found = program_end(asked->program, q->diags, NULL), code = asked->dry ? EXIT_CLEAN : quarter_code(outcomes);
  if (asked->quiet)
    print_summary(q);
  else if (!asked->dry)
    quarter_table(q->told, outcomes);
  return program_finish(asked->program, whole ? MAX(code, found) : (int)EXIT_WORLD);
}

int quarter_run(const QuarterRun *asked)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  Quarter q = { .asked = asked, .arena = arena, .diags = diags };
  int code = run(&q);
  if (asked->last_of && q.run.state && !slurm_end(&q.run, code, &error))
    return program_end(asked->program, NULL, error);
  return code;
}
