/* Files for ninja, and ninja's lines. */
#include "quarter/engine.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/look.h"
#include "base/text.h"
#include "model/account.h"
#include "quarter/why.h"
#include "record/record-read.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

/* ---- files ------------------------------------------------------------------------------------------------------- */

/* What is the same stays as it is: its time says whether it changed. */
static bool put(const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *old = NULL;
  gsize old_bytes = 0, length_bytes;
  const char *text = g_bytes_get_data(bytes, &length_bytes);
  bool same = g_file_get_contents(path, &old, &old_bytes, NULL) && old_bytes == length_bytes &&
              memcmp(old, text, length_bytes) == 0;
  return same || file_replace(path, text, length_bytes, error);
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

/* What became of the files of an account: the first one that looks otherwise than it did (or NULL), and whether one
 * has, or had, a date that is still to come, by which ninja goes. */
typedef struct {
  char *changed;
  bool ahead;
} Looked;

/* Its second word is the time of its last change. */
static bool is_ahead(const char *look, gint64 now_seconds)
{
  const char *time = strchr(look, ' ');
  return time && g_ascii_strtoll(time + 1, NULL, 10) > now_seconds;
}

static Looked look_again(const char *account)
{
  Looked looked = { NULL, false };
  gint64 now_seconds = clock_of_files().tv_sec;
  g_autofree char *path = g_strconcat(account, ".looks", NULL), *text = NULL;
  g_auto(GStrv) lines = g_file_get_contents(path, &text, NULL, NULL) ? g_strsplit(text, "\n", -1) : NULL;
  for (char **line = lines; line && *line; line++) {
    char *tab = strchr(*line, '\t');
    if (!tab)
      continue;
    *tab = '\0';
    g_autofree char *file = text_unescape(tab + 1), *look = look_of_file(file);
    looked.ahead |= is_ahead(*line, now_seconds) || is_ahead(look, now_seconds);
    if (!looked.changed && strcmp(look, *line) != 0)
      looked.changed = g_steal_pointer(&file);
  }
  return looked;
}

/* What is made again whatever ninja says: what was made of files that have changed, a folder that somebody took away,
 * and what was cut short. */
static void forget(const Worklist *list, const NinjaRun *run, Whys *whys)
{
  for (guint i = 0; i < list->tasks->len; i++) {
    const Task *task = g_ptr_array_index(list->tasks, i);
    g_autofree char *folder = g_build_filename(run->out, task->folder, NULL), *name = ninja_account(task);
    g_autofree char *account = g_build_filename(run->state, name, NULL);
    g_autofree char *below = ninja_list(task), *wanted = g_build_filename(run->state, below, NULL);
    Looked looked = look_again(account);
    if (looked.changed) {
      whys_note_changed(whys, account, looked.changed);
      g_utime(wanted, NULL); /* the account stays: when it comes to say the same, nothing else is made again */
    }
    if ((looked.changed && looked.ahead) || !g_file_test(folder, G_FILE_TEST_IS_DIR) || was_cut_short(account))
      g_unlink(account);
    g_free(looked.changed);
  }
}

/* ---- ninja ------------------------------------------------------------------------------------------------------- */

/* "[3/12] 2009-10-Q4/housing": as NINJA_STATUS asks for it. */
static void tell(const Engine *engine, Whys *whys, const char *line)
{
  whys_take(whys, line);
  char *end;
  guint64 done = *line == '[' ? g_ascii_strtoull(line + 1, &end, 10) : 0;
  if (*line != '[' || *end != '/')
    return;
  guint64 all = g_ascii_strtoull(end + 1, &end, 10);
  g_autofree char *why = engine->dry ? whys_of(whys, end + 2) : NULL;
  if (g_str_has_prefix(end, "] ") && engine->progress)
    engine->progress((guint)done, (guint)all, end + 2, why, engine->data);
}

static bool follow(const Engine *engine, Whys *whys, int fd, GError **error)
{
  g_autoptr(GIOChannel) channel = g_io_channel_unix_new(fd);
  g_io_channel_set_encoding(channel, NULL, NULL);
  g_io_channel_set_close_on_unref(channel, TRUE);
  for (;;) {
    g_autofree char *line = NULL;
    gsize end;
    GIOStatus status = g_io_channel_read_line(channel, &line, NULL, &end, error);
    if (status != G_IO_STATUS_NORMAL)
      return status == G_IO_STATUS_EOF;
    line[end] = '\0';
    tell(engine, whys, line);
  }
}

static GPtrArray *command_of(const NinjaRun *run, const Engine *engine)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  if (engine->limit_seconds > 0) {
    char seconds[G_ASCII_DTOSTR_BUF_SIZE];
    g_ptr_array_add(words, g_strdup("timeout"));
    g_ptr_array_add(words, g_strdup(g_ascii_formatd(seconds, sizeof seconds, "%.3f", engine->limit_seconds)));
  }
  g_ptr_array_add(words, g_strdup("ninja"));
  g_ptr_array_add(words, g_strdup("-f"));
  g_ptr_array_add(words, g_build_filename(run->state, "build.ninja", NULL));
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
static void begin_ninja(gpointer unused)
{
  (void)unused;
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  dup2(STDOUT_FILENO, STDERR_FILENO);
}

static GPid start(const NinjaRun *run, const Engine *engine, int *ret_out, GError **error)
{
  g_autoptr(GPtrArray) words = command_of(run, engine);
  g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "NINJA_STATUS", "[%f/%t] ", TRUE);
  GPid ninja;
  bool started =
      g_spawn_async_with_pipes_and_fds(NULL, (const char *const *)words->pdata, (const char *const *)environment,
                                       G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, begin_ninja, NULL, -1, -1, -1,
                                       &engine->lock, &engine->lock, 1, &ninja, NULL, ret_out, NULL, error);
  return started ? ninja : 0;
}

static bool run_ninja(const NinjaRun *run, const Engine *engine, Whys *whys, bool *ret_whole, GError **error)
{
  enum { TIME_IS_UP = 124 }; /* says timeout(1) */
  int out, status = 0;
  GPid ninja = start(run, engine, &out, error);
  if (!ninja)
    return false;
  bool read = follow(engine, whys, out, error);
  waitpid(ninja, &status, 0);
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  *ret_whole = code == 0;
  if (!read || engine->limit_seconds <= 0 || code != TIME_IS_UP)
    return read;
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
              "the time was up after %g minutes: what was not made yet is as it was", engine->limit_seconds / 60);
  return false;
}

bool engine_run(const Worklist *list, const Holding *holding, const NinjaRun *run, const Engine *engine,
                bool *ret_whole, GError **error)
{
  g_autoptr(Outputs) files = ninja_files(list, holding, run);
  if (!put_all(files, run->state, error))
    return false;
  g_autoptr(Whys) whys = whys_new(list, run);
  forget(list, run, whys);
  return run_ninja(run, engine, whys, ret_whole, error);
}
