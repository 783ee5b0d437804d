/* Jobs, and the claim that they hold. */
#include "quarter/slurm.h"
#include "base/file.h"
#include "base/text.h"
#include "quarter/batch.h"
#include "quarter/engine.h"
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

enum { PARTS_MAX = 1000, PARTS_CHOSEN = 200 }; /* of an array: Slurm takes 1,000 unless it is told otherwise */

/* What every job runs: the words that it is given. The first says where its streams go; in an array the number of the
 * part ends the last one. */
static const char script[] = "#!/bin/sh\n"
                             "streams=$1${SLURM_ARRAY_TASK_ID-}\n"
                             "shift\n"
                             "exec \"$@${SLURM_ARRAY_TASK_ID-}\" >\"$streams.out\" 2>\"$streams.err\"\n";

/* A file of the folder of the jobs; caller frees. */
static char *path_of(const NinjaRun *run, const char *name)
{
  return g_build_filename(run->state, "slurm", name, NULL);
}

static bool put_text(const NinjaRun *run, const char *name, const GString *text, GError **error)
{
  g_autofree char *path = path_of(run, name);
  return file_replace(path, text->str, text->len, error);
}

/* ---- Slurm's commands -------------------------------------------------------------------------------------------- */

/* Runs one of them; what it printed, without the end of the line. NULL: it could not be run, or it failed, which is
 * told in its words. Caller frees. */
static char *call(GPtrArray *words, GError **error)
{
  g_autofree char *out = NULL, *said = NULL;
  int status;
  const char *name = g_ptr_array_index(words, 0);
  g_auto(GStrv) environment = g_environ_unsetenv(g_get_environ(), "SLURM_ARRAY_TASK_ID");
  g_ptr_array_add(words, NULL);
  if (!g_spawn_sync(NULL, (char **)words->pdata, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &said, &status,
                    error)) {
    g_prefix_error(error, "Slurm's %s (Debian package slurm-client) cannot be run: ", name);
    return NULL;
  }
  if (g_spawn_check_wait_status(status, NULL))
    return g_strchomp(g_steal_pointer(&out));
  g_autofree char *shown = text_tame(g_strstrip(said));
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s failed: %s", name, shown);
  return NULL;
}

static void add_word(GPtrArray *words, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void add_word(GPtrArray *words, const char *format, ...)
{
  va_list values;
  va_start(values, format);
  g_ptr_array_add(words, g_strdup_vprintf(format, values));
  va_end(values);
}

static GPtrArray *words_new(const char *command)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  add_word(words, "%s", command);
  return words;
}

/* The jobs of that name that have not ended, as squeue lists them; NULL: nobody can tell. Caller frees. */
static char *jobs_of(const char *name, GError **error)
{
  g_autoptr(GPtrArray) words = words_new("squeue");
  add_word(words, "--noheader");
  add_word(words, "--format=%%A");
  add_word(words, "--states=PENDING,RUNNING,SUSPENDED,CONFIGURING,COMPLETING");
  add_word(words, "--name=%s", name);
  return call(words, error);
}

static void cancel(const char *name)
{
  g_autoptr(GPtrArray) words = words_new("scancel");
  add_word(words, "--name=%s", name);
  g_free(call(words, NULL));
}

/* ---- the claim --------------------------------------------------------------------------------------------------- */

/* The name of the jobs, and a line for each task that they make: its account and its folder. */
static GString *claim_text(const GPtrArray *steps, const char *name)
{
  GString *text = g_string_new(name);
  g_string_append_c(text, '\n');
  for (guint i = 0; i < steps->len; i++) {
    const GPtrArray *step = g_ptr_array_index(steps, i);
    for (guint k = 0; k < step->len; k++) {
      const Task *task = g_ptr_array_index(step, k);
      g_autofree char *account = ninja_account(task), *folder = text_escape(task->folder);
      g_string_append_printf(text, "%s\t%s\n", account, folder);
    }
  }
  return text;
}

static bool is_over(const NinjaRun *run, const char *name, GError **error)
{
  g_autofree char *claim = path_of(run, "claim"), *jobs = jobs_of(name, error);
  if (!jobs)
    g_prefix_error(error, "whether the jobs %s have ended cannot be asked here; when they have, take %s away: ", name,
                   claim);
  else if (*jobs)
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_BUSY,
                "another run's jobs of Slurm have not ended: wait, or stop them ('scancel --name=%s')", name);
  return jobs && !*jobs;
}

/* What stands on the lines of a claim after its first. */
static bool note_made(const NinjaRun *run, char *const *lines, GHashTable *fresh, GError **error)
{
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func(g_free);
  for (; *lines; lines++) {
    const char *tab = strchr(*lines, '\t');
    if (!tab)
      continue;
    g_ptr_array_add(accounts, g_strndup(*lines, (gsize)(tab - *lines)));
    g_hash_table_add(fresh, text_unescape(tab + 1));
  }
  g_ptr_array_add(accounts, NULL);
  return engine_note_made(run, (char **)accounts->pdata, error);
}

bool slurm_settle(const NinjaRun *run, const char *name, GHashTable *fresh, GError **error)
{
  g_autofree char *path = path_of(run, "claim"), *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    return true;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  bool own = g_strcmp0(lines[0], name) == 0;
  if (!own && !is_over(run, lines[0], error))
    return false;
  if (!note_made(run, lines + 1, fresh, error))
    return false;
  if (!own) {
    g_hash_table_remove_all(fresh);
    g_unlink(path);
  }
  return true;
}

bool slurm_end(const NinjaRun *run, int code, GError **error)
{
  g_autofree char *path = path_of(run, "claim");
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_append_printf(text, "%d\n", code);
  bool done = put_text(run, "code", text, error);
  g_unlink(path);
  return done;
}

/* ---- submitting -------------------------------------------------------------------------------------------------- */

/* An array: its steps, what its files are called, and the job after which it runs ("": none). */
typedef struct {
  const char *name;
  GPtrArray *steps;
  const char *after;
} Array;

/* What part N makes stands in the file NAME-N. */
static bool put_parts(const NinjaRun *run, const Array *array, GError **error)
{
  bool done = true;
  for (guint i = 0; i < array->steps->len && done; i++) {
    const GPtrArray *step = g_ptr_array_index(array->steps, i);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *name = g_strdup_printf("%s-%u", array->name, i + 1);
    for (guint k = 0; k < step->len; k++) {
      g_autofree char *below = ninja_list(g_ptr_array_index(step, k));
      g_autofree char *path = g_build_filename(run->state, below, NULL), *line = text_escape(path);
      g_string_append_printf(text, "%s\n", line);
    }
    done = put_text(run, name, text, error);
  }
  return done;
}

/* What was asked for comes first: what the run needs is not changed by it. NULL: it cannot be read. */
static GPtrArray *sbatch_words(const SlurmRun *slurm, const char *after, GError **error)
{
  g_auto(GStrv) more = NULL;
  if (slurm->options && !g_shell_parse_argv(slurm->options, NULL, &more, error)) {
    g_prefix_error(error, "the options for Slurm '%s' cannot be read: ", slurm->options);
    return NULL;
  }
  GPtrArray *words = words_new("sbatch");
  for (char **word = more; word && *word; word++)
    add_word(words, "%s", *word);
  add_word(words, "--parsable");
  add_word(words, "--job-name=%s", slurm->name);
  add_word(words, "--output=/dev/null");
  if (*after)
    add_word(words, "--dependency=afterany:%s", after);
  return words;
}

/* The number of the job; "" when it has nothing to do, NULL when it was not submitted. Caller frees. */
static char *number_of(GPtrArray *words, GError **error)
{
  char *number = call(words, error);
  if (number)
    number[strcspn(number, ";\n")] = '\0';
  return number;
}

static void add_paths(GPtrArray *words, const NinjaRun *run, const char *name)
{
  g_ptr_array_add(words, path_of(run, "job"));
  g_ptr_array_add(words, path_of(run, name));
}

static char *submit_array(const Array *array, const Holding *holding, const NinjaRun *run, const SlurmRun *slurm,
                          GError **error)
{
  if (array->steps->len == 0)
    return g_strdup(array->after);
  g_autoptr(GPtrArray) words = put_parts(run, array, error) ? sbatch_words(slurm, array->after, error) : NULL;
  if (!words)
    return NULL;
  g_autofree char *prefix = g_strconcat(array->name, "-", NULL);
  g_autoptr(GPtrArray) command = ninja_command(holding, run);
  if (slurm->jobs > 0)
    add_word(words, "--array=1-%u%%%u", array->steps->len, slurm->jobs);
  else
    add_word(words, "--array=1-%u", array->steps->len);
  add_paths(words, run, prefix);
  for (guint i = 0; i < command->len; i++)
    add_word(words, "%s", (const char *)g_ptr_array_index(command, i));
  add_word(words, "--lists");
  g_ptr_array_add(words, path_of(run, prefix));
  return number_of(words, error);
}

static char *submit_last(const NinjaRun *run, const SlurmRun *slurm, const char *after, GError **error)
{
  g_autoptr(GPtrArray) words = sbatch_words(slurm, after, error);
  if (!words)
    return NULL;
  add_paths(words, run, "last");
  for (const char *const *word = slurm->last; *word; word++)
    add_word(words, "%s", *word);
  return number_of(words, error);
}

/* What is stale, in parts; free: of those that need no other, or else the others. Caller unrefs. */
static GPtrArray *parts_of(const Worklist *list, GHashTable *stale, guint batch, bool free)
{
  Worklist some = { .tasks = g_ptr_array_new() };
  for (guint i = 0; i < list->tasks->len; i++) {
    Task *task = g_ptr_array_index(list->tasks, i);
    if (batch_is_free(task) == free && g_hash_table_contains(stale, task->folder))
      g_ptr_array_add(some.tasks, task);
  }
  guint least = some.tasks->len / (batch > 0 ? PARTS_MAX : PARTS_CHOSEN) + 1;
  GPtrArray *steps = batch_steps(&some, stale, MAX(free ? batch : 1, least));
  g_ptr_array_unref(some.tasks);
  return steps;
}

/* The script and the claim, before the first job is submitted: a run that ends here leaves no job that nobody claims.
 */
static bool put_claim(const NinjaRun *run, const SlurmRun *slurm, GPtrArray *const *steps, GError **error)
{
  g_autoptr(GString) job = g_string_new(script);
  g_autoptr(GString) claim = claim_text(steps[0], slurm->name);
  g_autoptr(GString) rest = claim_text(steps[1], "");
  g_autofree char *code = path_of(run, "code");
  g_unlink(code);
  g_string_append(claim, rest->str + 1);
  return put_text(run, "job", job, error) && put_text(run, "claim", claim, error);
}

/* The jobs' numbers are kept for what is said. */
static bool submit_all(const Array *arrays, const Holding *holding, const NinjaRun *run, const SlurmRun *slurm,
                       char **ret_said, GError **error)
{
  Array groups = arrays[1];
  g_autofree char *first = submit_array(&arrays[0], holding, run, slurm, error);
  groups.after = first;
  g_autofree char *second = first ? submit_array(&groups, holding, run, slurm, error) : NULL;
  g_autofree char *last = second ? submit_last(run, slurm, second, error) : NULL;
  if (last)
    *ret_said =
        g_strdup_printf("submitted to Slurm as %s: jobs for services (%u) and what is made of them (%u), and job "
                        "%s, which tells how it ended",
                        slurm->name, arrays[0].steps->len, groups.steps->len, last);
  return last != NULL;
}

bool slurm_submit(const Worklist *list, GHashTable *stale, const Holding *holding, const NinjaRun *run,
                  const SlurmRun *slurm, char **ret_said, GError **error)
{
  g_autoptr(GPtrArray) services = parts_of(list, stale, slurm->batch, true);
  g_autoptr(GPtrArray) groups = parts_of(list, stale, slurm->batch, false);
  GPtrArray *const steps[] = { services, groups };
  const Array arrays[] = { { "services", services, "" }, { "groups", groups, "" } };
  if (put_claim(run, slurm, steps, error) && submit_all(arrays, holding, run, slurm, ret_said, error))
    return true;
  g_autofree char *claim = path_of(run, "claim");
  cancel(slurm->name);
  g_unlink(claim);
  return false;
}

/* ---- waiting ----------------------------------------------------------------------------------------------------- */

static void print_file(const NinjaRun *run, const char *name, FILE *stream)
{
  g_autofree char *path = path_of(run, name), *text = NULL;
  if (g_file_get_contents(path, &text, NULL, NULL))
    fputs(text, stream);
}

int slurm_wait(const NinjaRun *run, const char *name, GError **error)
{
  enum { LONGEST_SECONDS = 20 };
  for (guint seconds = 1;; seconds = MIN(seconds * 2, LONGEST_SECONDS)) {
    g_autofree char *jobs = jobs_of(name, error);
    if (!jobs)
      return -1;
    if (!*jobs)
      break;
    g_usleep(seconds * G_USEC_PER_SEC);
  }
  g_autofree char *path = path_of(run, "code"), *code = NULL;
  print_file(run, "last.err", stderr);
  print_file(run, "last.out", stdout);
  if (g_file_get_contents(path, &code, NULL, NULL))
    return (int)g_ascii_strtoll(code, NULL, 10);
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED,
              "the jobs %s have ended, and the last one did not tell how: run it again, and what was made stays made",
              name);
  return -1;
}
