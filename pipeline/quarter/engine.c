/* Files for ninja, and ninja's lines. */
#include "quarter/engine.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/look.h"
#include "base/text.h"
#include "model/account.h"
#include "quarter/batch.h"
#include "quarter/why.h"
#include "record/record-read.h"
#include <errno.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

/* ---- files ------------------------------------------------------------------------------------------------------- */

static bool holds(const char *path, GBytes *bytes)
{
  char *old = NULL;
  gsize old_bytes = 0;
  if (!g_file_get_contents(path, &old, &old_bytes, NULL))
    return false;
  g_autoptr(GBytes) there = g_bytes_new_take(old, old_bytes);
  return g_bytes_equal(there, bytes);
}

/* What is the same stays as it is: its time says whether it changed. */
static bool put(const char *path, GBytes *bytes, GError **error)
{
  gsize length_bytes;
  const char *text = g_bytes_get_data(bytes, &length_bytes);
  return holds(path, bytes) || file_replace(path, text, length_bytes, error);
}

static bool put_all(const Outputs *files, const char *state, GError **error)
{
  bool done = true;
  for (guint i = 0; i < outputs_count(files) && done; i++) {
    g_autofree char *path = g_build_filename(state, outputs_name(files, i), NULL);
    done = put(path, outputs_bytes(files, i), error);
  }
  return done;
}

/* Whether the world was wrong when it was made, and not the data: it may be right now. */
static bool was_cut_short(const char *path)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) unused = diag_list_new();
  const Account *account = record_read_file(arena, path, &account_spec, unused, NULL);
  bool cut = false;
  for (guint i = 0; account && i < account->rows->len; i++)
    cut |= ((const AccountRow *)g_ptr_array_index(account->rows, i))->code > 1;
  return cut;
}

/* What became of the files of an account: the first one that looks otherwise than it did (or NULL); whether one has, or
 * had, a date that is still to come, by which ninja goes; whether one is in a folder that cannot be opened. */
typedef struct {
  char *changed;
  bool ahead, shut, known; /* known: how they looked was written down */
} Looked;

/* Ninja ends at a file of which nobody can tell whether it is there. */
static bool is_shut(const char *path)
{
  struct stat info;
  return stat(path, &info) != 0 && errno != ENOENT && errno != ENOTDIR;
}

/* Its second word is the time of its last change. */
static bool is_ahead(const char *look, gint64 now_seconds)
{
  const char *time = strchr(look, ' ');
  return time && g_ascii_strtoll(time + 1, NULL, 10) > now_seconds;
}

/* Libraries and layouts are those of all: looks (path to look) are taken once. */
static const char *look_once(GHashTable *looks, const char *path)
{
  const char *look = g_hash_table_lookup(looks, path);
  if (!look)
    g_hash_table_insert(looks, g_strdup(path), (char *)(look = look_of_file(path)));
  return look;
}

static Looked look_again(const char *account, GHashTable *looks)
{
  Looked looked = { 0 };
  gint64 now_seconds = clock_of_files().tv_sec;
  g_autofree char *path = g_strconcat(account, ".looks", NULL), *text = NULL;
  g_auto(GStrv) lines = g_file_get_contents(path, &text, NULL, NULL) ? g_strsplit(text, "\n", -1) : NULL;
  looked.known = lines != NULL;
  for (char **line = lines; line && *line; line++) {
    char *tab = strchr(*line, '\t');
    if (!tab)
      continue;
    *tab = '\0';
    g_autofree char *file = text_unescape(tab + 1);
    const char *look = look_once(looks, file);
    looked.ahead |= is_ahead(*line, now_seconds) || is_ahead(look, now_seconds);
    looked.shut |= is_shut(file);
    if (!looked.changed && !look_is(look, *line))
      looked.changed = g_steal_pointer(&file);
  }
  return looked;
}

/* What is made again whatever ninja says: what was made of files that have changed, a folder that somebody took away,
 * and what was cut short; all, when ninja remembers a file that nobody can look at. */
static void forget(const Worklist *list, const NinjaRun *run, Whys *whys)
{
  g_autoptr(GHashTable) looks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  bool shut = false;
  for (guint i = 0; i < list->tasks->len; i++) {
    const Task *task = g_ptr_array_index(list->tasks, i);
    g_autofree char *folder = g_build_filename(run->out, task->folder, NULL), *name = ninja_account(task);
    g_autofree char *account = g_build_filename(run->state, name, NULL);
    g_autofree char *below = ninja_list(task), *wanted = g_build_filename(run->state, below, NULL);
    Looked looked = look_again(account, looks);
    if (looked.changed) {
      whys_note_changed(whys, account, looked.changed);
      g_utime(wanted, NULL); /* the account stays: when it comes to say the same, nothing else is made again */
    }
    if ((looked.changed && looked.ahead) || !looked.known || !g_file_test(folder, G_FILE_TEST_IS_DIR) ||
        was_cut_short(account))
      g_unlink(account);
    shut |= looked.shut;
    g_free(looked.changed);
  }
  g_autofree char *remembered = g_build_filename(run->state, ".ninja_deps", NULL);
  if (shut)
    g_unlink(remembered);
}

/* ---- ninja's lines ----------------------------------------------------------------------------------------------- */

/* One run of ninja, as its lines tell of it. */
typedef struct {
  const Engine *engine;
  Whys *whys;
  const GPtrArray *steps; /* of those that are described by their places; or NULL */
  GHashTable *stale;      /* where folders are noted; NULL: progress is told */
  guint done;             /* tasks */
  guint said;             /* lines since the last step failed: its command, then what it said; 0: none did */
  char *fault;            /* why ninja made nothing at all; or NULL */
} Watched;

/* Tasks beyond one a step. */
static guint beyond(const GPtrArray *steps)
{
  guint more = 0;
  for (guint i = 0; steps && i < steps->len; i++)
    more += ((const GPtrArray *)g_ptr_array_index(steps, i))->len - 1;
  return more;
}

static void tell_task(Watched *w, guint all, const char *folder)
{
  const Engine *engine = w->engine;
  w->done++;
  if (w->stale)
    g_hash_table_add(w->stale, g_strdup(folder));
  else if (engine->progress)
    engine->progress(w->done, all, folder, NULL, engine->data);
}

static void tell_step(Watched *w, guint all, const char *what)
{
  const GPtrArray *step = NULL;
  if (*what == '@' && w->steps)
    step = g_ptr_array_index(w->steps, g_ascii_strtoull(what + 1, NULL, 10));
  for (guint i = 0; step && i < step->len; i++)
    tell_task(w, all, ((const Task *)g_ptr_array_index(step, i))->folder);
  if (!step)
    tell_task(w, all, what);
}

/* "[3/12] 2009-10-Q4/housing": as NINJA_STATUS asks for it. */
static bool take_status(Watched *w, const char *line)
{
  char *end;
  if (*line != '[' || !g_ascii_isdigit(line[1]))
    return false;
  g_ascii_strtoull(line + 1, &end, 10);
  guint64 all = *end == '/' ? g_ascii_strtoull(end + 1, &end, 10) : 0;
  if (!g_str_has_prefix(end, "] "))
    return false;
  tell_step(w, (guint)all + beyond(w->steps), end + 2);
  return true;
}

static void tell(Watched *w, const char *line)
{
  static const char fault[] = "ninja: error: ";
  whys_take(w->whys, line);
  if (!w->fault && g_str_has_prefix(line, fault))
    w->fault = g_strdup(line + strlen(fault));
  if (take_status(w, line) || g_str_has_prefix(line, "ninja: "))
    w->said = 0;
  else if (g_str_has_prefix(line, "FAILED: "))
    w->said = 1;
  else if (w->said > 0 && w->said++ > 1 && w->engine->failure)
    w->engine->failure(line, w->engine->data);
}

/* A process that runs, and what ends it early. */
typedef struct {
  GPid ninja;
  int out;      /* its lines */
  int asked;    /* signals that ask this process to stop */
  bool stopped; /* one came */
} Running;

/* Waits for a line, or for a signal: then ninja is ended, and what it runs with it. */
static void wait_for_line(Running *running)
{
  struct pollfd fds[] = { { .fd = running->out, .events = POLLIN }, { .fd = running->asked, .events = POLLIN } };
  struct signalfd_siginfo info;
  if (poll(fds, G_N_ELEMENTS(fds), -1) <= 0 || !(fds[1].revents & POLLIN))
    return;
  if (read(running->asked, &info, sizeof info) < 0)
    return;
  running->stopped = true;
  kill(running->ninja, SIGTERM);
}

static bool follow(Watched *w, Running *running, GError **error)
{
  g_autoptr(GIOChannel) channel = g_io_channel_unix_new(running->out);
  g_io_channel_set_flags(channel, G_IO_FLAG_NONBLOCK, NULL);
  g_io_channel_set_encoding(channel, NULL, NULL);
  g_io_channel_set_close_on_unref(channel, TRUE);
  for (;;) {
    g_autofree char *line = NULL;
    gsize end;
    GIOStatus status = g_io_channel_read_line(channel, &line, NULL, &end, error);
    if (status == G_IO_STATUS_AGAIN) {
      wait_for_line(running);
      continue;
    }
    if (status != G_IO_STATUS_NORMAL)
      return status == G_IO_STATUS_EOF;
    line[end] = '\0';
    tell(w, line);
  }
}

/* ---- ninja ------------------------------------------------------------------------------------------------------- */

static void add_limit(GPtrArray *words, double seconds)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ptr_array_add(words, g_strdup("timeout"));
  g_ptr_array_add(words, g_strdup(g_ascii_formatd(text, sizeof text, "%.3f", seconds)));
}

static GPtrArray *command_of(const Engine *engine, const char *build)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  if (engine->limit_seconds > 0)
    add_limit(words, engine->limit_seconds);
  g_ptr_array_add(words, g_strdup("ninja"));
  g_ptr_array_add(words, g_strdup("-f"));
  g_ptr_array_add(words, g_strdup(build));
  g_ptr_array_add(words, g_strdup("-k0"));
  if (engine->jobs > 0)
    g_ptr_array_add(words, g_strdup_printf("-j%d", engine->jobs));
  if (engine->dry) {
    g_ptr_array_add(words, g_strdup("-n"));
    g_ptr_array_add(words, g_strdup("-d"));
    g_ptr_array_add(words, g_strdup("explain"));
  }
  g_ptr_array_add(words, NULL);
  return words;
}

/* In ninja's process: it, and what it runs, end when this one does; its explanations come with its lines. */
static void begin_ninja(gpointer mask)
{
  sigprocmask(SIG_SETMASK, mask, NULL);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  dup2(STDOUT_FILENO, STDERR_FILENO);
}

static GPid start(const GPtrArray *words, const Engine *engine, sigset_t *mask, int *ret_out, GError **error)
{
  g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "NINJA_STATUS", "[%f/%t] ", TRUE);
  GPid ninja;
  bool started = g_spawn_async_with_pipes_and_fds(
      NULL, (const char *const *)words->pdata, (const char *const *)environment,
      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, begin_ninja, mask, -1, -1, -1, &engine->lock, &engine->lock,
      engine->lock >= 0, &ninja, NULL, ret_out, NULL, error);
  return started ? ninja : 0;
}

/* Signals that ask this process to stop are waited for together with the lines of ninja. */
static bool run_to_end(const GPtrArray *words, Watched *w, int *ret_code, bool *ret_stopped, GError **error)
{
  sigset_t before;
  int status = 0;
  sigprocmask(SIG_BLOCK, &w->engine->endings, &before);
  Running running = { .asked = signalfd(-1, &w->engine->endings, SFD_CLOEXEC | SFD_NONBLOCK) };
  running.ninja = start(words, w->engine, &before, &running.out, error);
  bool read = running.ninja && follow(w, &running, error);
  if (running.ninja)
    waitpid(running.ninja, &status, 0);
  close(running.asked);
  sigprocmask(SIG_SETMASK, &before, NULL);
  *ret_code = running.ninja && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  *ret_stopped = running.stopped;
  return read;
}

static bool run_ninja(const char *build, Watched *w, bool *ret_whole, GError **error)
{
  enum { TIME_IS_UP = 124 }; /* says timeout(1) */
  const Engine *engine = w->engine;
  g_autoptr(GPtrArray) words = command_of(engine, build);
  int code = -1;
  bool stopped = false, read = run_to_end(words, w, &code, &stopped, error);
  *ret_whole = code == 0;
  if (read && stopped) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "it was asked to stop: what was not made yet is as it was");
    return false;
  }
  g_autofree char *fault = g_steal_pointer(&w->fault);
  if (read && fault) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "nothing could be made: ninja says '%s'", fault);
    return false;
  }
  if (!read || engine->limit_seconds <= 0 || code != TIME_IS_UP)
    return read;
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
              "the time was up after %g minutes: what was not made yet is as it was", engine->limit_seconds / 60);
  return false;
}

/* ---- runs -------------------------------------------------------------------------------------------------------- */

static bool prepare(const Worklist *list, const Holding *holding, const NinjaRun *run, Whys *whys, GError **error)
{
  g_autoptr(Outputs) files = ninja_files(list, holding, run);
  if (!put_all(files, run->state, error))
    return false;
  forget(list, run, whys);
  return true;
}

/* The folders of what ninja would make by a build file; caller unrefs. */
static GHashTable *ask_ninja(const char *build, const Engine *engine, Whys *whys, GError **error)
{
  Engine asking = *engine;
  bool whole;
  asking.dry = true;
  g_autoptr(GHashTable) stale = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Watched w = { .engine = &asking, .whys = whys, .stale = stale };
  return run_ninja(build, &w, &whole, error) ? g_steal_pointer(&stale) : NULL;
}

GHashTable *engine_stale(const Worklist *list, const Holding *holding, const NinjaRun *run, const Engine *engine,
                         GError **error)
{
  g_autoptr(Whys) whys = whys_new(list, run);
  g_autofree char *build = g_build_filename(run->state, "build.ninja", NULL);
  return prepare(list, holding, run, whys, error) ? ask_ninja(build, engine, whys, error) : NULL;
}

/* How many tasks there are to put together; of a few nobody needs to ask which. */
static bool is_for_batches(const Worklist *list, const Engine *engine)
{
  guint workers = engine->jobs > 0 ? (guint)engine->jobs : g_get_num_processors(), free = 0;
  for (guint i = 0; i < list->tasks->len; i++)
    free += batch_is_free(g_ptr_array_index(list->tasks, i));
  return engine->batch > 1 || (engine->batch == 0 && batch_size(free, workers) > 1);
}

/* Puts the build file of batches in place, and gives its steps; caller unrefs. */
static GPtrArray *put_batches(const Worklist *list, const Holding *holding, const NinjaRun *run, const Engine *engine,
                              Whys *whys, GError **error)
{
  guint workers = engine->jobs > 0 ? (guint)engine->jobs : g_get_num_processors();
  g_autofree char *all = g_build_filename(run->state, "build.ninja", NULL);
  g_autoptr(GHashTable) stale = ask_ninja(all, engine, whys, error);
  if (!stale)
    return NULL;
  guint size = engine->batch > 0 ? (guint)engine->batch : batch_size(g_hash_table_size(stale), workers);
  g_autoptr(GPtrArray) steps = batch_steps(list, stale, size);
  g_autoptr(GBytes) build = g_string_free_to_bytes(ninja_build(steps, holding, run));
  g_autofree char *path = g_build_filename(run->state, "batches.ninja", NULL);
  return put(path, build, error) ? g_steal_pointer(&steps) : NULL;
}

/* ---- dry runs ---------------------------------------------------------------------------------------------------- */

/* The names of the files that a run would write below state; caller unrefs. */
static GHashTable *would_write(const Outputs *files, const NinjaRun *run)
{
  GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < outputs_count(files); i++) {
    g_autofree char *path = g_build_filename(run->state, outputs_name(files, i), NULL);
    if (!holds(path, outputs_bytes(files, i)))
      g_hash_table_add(names, g_strdup(outputs_name(files, i)));
  }
  return names;
}

/* Whether a task is to be made whatever ninja says, as forget() has it; why is noted. */
static bool is_known(const Task *task, const NinjaRun *run, GHashTable *written, GHashTable *looks, Whys *whys)
{
  g_autofree char *name = ninja_account(task), *below = ninja_list(task);
  g_autofree char *account = g_build_filename(run->state, name, NULL);
  g_autofree char *folder = g_build_filename(run->out, task->folder, NULL);
  Looked looked = look_again(account, looks);
  g_autofree char *changed = looked.changed;
  bool there = looked.known && g_file_test(account, G_FILE_TEST_EXISTS) && g_file_test(folder, G_FILE_TEST_IS_DIR);
  bool anew = g_hash_table_contains(written, below) || g_hash_table_contains(written, "layouts") ||
              g_hash_table_contains(written, "command");
  if (!there || was_cut_short(account))
    whys_note(whys, account, "it is not there yet, or was cut short");
  else if (changed)
    whys_note_changed(whys, account, changed);
  else if (anew)
    whys_note(whys, account, "what is to be made of it changed");
  else
    return false;
  return true;
}

/* Asks ninja by a build file elsewhere: nothing in OUT is touched. *ret_stale: the folders of what it would make;
 * caller unrefs. */
static bool ask_elsewhere(const Worklist *list, const Holding *holding, const NinjaRun *run, const Engine *engine,
                          Whys *whys, GHashTable **ret_stale, GError **error)
{
  g_autofree char *scratch = g_dir_make_tmp("qmr-quarter-XXXXXX", error);
  if (!scratch)
    return false;
  g_autoptr(GPtrArray) steps = batch_steps(list, NULL, 1);
  g_autoptr(GBytes) build = g_string_free_to_bytes(ninja_build(steps, holding, run));
  g_autofree char *path = g_build_filename(scratch, "build.ninja", NULL);
  *ret_stale = put(path, build, error) ? ask_ninja(path, engine, whys, error) : NULL;
  g_unlink(path);
  g_rmdir(scratch);
  return *ret_stale != NULL;
}

/* What would be made, in the order of the list: what is known, what ninja found, and what is made of them. */
static void tell_all(const Worklist *list, const NinjaRun *run, const Engine *engine, Whys *whys, GHashTable *stale)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new();
  g_autoptr(GHashTable) set = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < list->tasks->len; i++) {
    const Task *task = g_ptr_array_index(list->tasks, i);
    bool is_wanted = g_hash_table_contains(run->known, task) || (stale && g_hash_table_contains(stale, task->folder));
    for (guint k = 0; k < task->needs->len && !is_wanted; k++)
      is_wanted = g_hash_table_contains(set, g_ptr_array_index(task->needs, k));
    if (!is_wanted || !task->report)
      continue;
    g_hash_table_add(set, (gpointer)task);
    g_ptr_array_add(wanted, (gpointer)task);
  }
  for (guint i = 0; i < wanted->len; i++) {
    const char *folder = ((const Task *)g_ptr_array_index(wanted, i))->folder;
    g_autofree char *why = whys_of(whys, folder);
    engine->progress(i + 1, wanted->len, folder, why, engine->data);
  }
}

static bool look_only(const Worklist *list, const Holding *holding, const NinjaRun *run, const Engine *engine,
                      bool *ret_whole, GError **error)
{
  g_autoptr(Whys) whys = whys_new(list, run);
  g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL), stale = NULL;
  g_autoptr(GHashTable) looks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(Outputs) files = ninja_files(list, holding, run);
  g_autoptr(GHashTable) written = would_write(files, run);
  bool ask = false;
  for (guint i = 0; i < list->tasks->len; i++) {
    Task *task = g_ptr_array_index(list->tasks, i);
    bool is = task->report && is_known(task, run, written, looks, whys);
    if (is)
      g_hash_table_add(known, task);
    ask |= task->report && !is;
  }
  NinjaRun asked = *run;
  asked.known = known;
  *ret_whole = true;
  if (ask && !ask_elsewhere(list, holding, &asked, engine, whys, &stale, error))
    return false;
  tell_all(list, &asked, engine, whys, stale);
  return true;
}

/* ---- runs, as they are asked for -----------------------------------------------------------------------------------
 */

bool engine_run(const Worklist *list, const Holding *holding, const NinjaRun *run, const Engine *engine,
                bool *ret_whole, GError **error)
{
  if (engine->dry)
    return look_only(list, holding, run, engine, ret_whole, error);
  g_autoptr(Whys) whys = whys_new(list, run);
  if (!prepare(list, holding, run, whys, error))
    return false;
  bool batches = is_for_batches(list, engine);
  g_autoptr(GPtrArray) steps = batches ? put_batches(list, holding, run, engine, whys, error) : NULL;
  Watched w = { .engine = engine, .whys = whys, .steps = steps };
  g_autofree char *build = g_build_filename(run->state, batches ? "batches.ninja" : "build.ninja", NULL);
  return (steps || !batches) && run_ninja(build, &w, ret_whole, error);
}

/* "START END TIME OUTPUT HASH" of an output of the set: what ninja does not remember it judges by its date. */
static bool is_of(const char *line, GHashTable *outputs)
{
  g_auto(GStrv) words = g_strsplit(line, "\t", -1);
  return g_strv_length(words) > 3 && g_hash_table_contains(outputs, words[3]);
}

bool engine_note_made(const NinjaRun *run, char *const *accounts, GError **error)
{
  g_autoptr(GHashTable) outputs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *path = g_build_filename(run->state, ".ninja_log", NULL), *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    return true;
  for (; *accounts; accounts++)
    g_hash_table_add(outputs, g_build_filename(run->state, *accounts, NULL));
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autoptr(GString) kept = g_string_new(NULL);
  for (char **line = lines; *line; line++)
    if (**line && !is_of(*line, outputs))
      g_string_append_printf(kept, "%s\n", *line);
  return file_replace(path, kept->str, kept->len, error);
}
