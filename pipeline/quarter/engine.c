/* Files for ninja, and ninja's lines. */
#include "quarter/engine.h"
#include "base/file.h"
#include "model/account.h"
#include "record/record-read.h"
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

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

/* A folder that somebody took away is made again, and so is what was cut short. */
static void forget_missing(const Worklist *list, const NinjaRun *run)
{
  for (guint i = 0; i < list->tasks->len; i++) {
    const Task *task = g_ptr_array_index(list->tasks, i);
    g_autofree char *folder = g_build_filename(run->out, task->folder, NULL), *name = ninja_account(task);
    g_autofree char *account = g_build_filename(run->state, name, NULL);
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR) || was_cut_short(account))
      g_unlink(account);
  }
}

/* ---- ninja ------------------------------------------------------------------------------------------------------- */

/* "[3/12] 2009-10-Q4/housing": as NINJA_STATUS asks for it. */
static void tell(const Engine *engine, const char *line)
{
  char *end;
  guint64 done = *line == '[' ? g_ascii_strtoull(line + 1, &end, 10) : 0;
  if (*line != '[' || *end != '/')
    return;
  guint64 all = g_ascii_strtoull(end + 1, &end, 10);
  if (g_str_has_prefix(end, "] ") && engine->progress)
    engine->progress((guint)done, (guint)all, end + 2, engine->data);
}

static bool follow(const Engine *engine, int fd, GError **error)
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
    tell(engine, line);
  }
}

static GPtrArray *command_of(const NinjaRun *run, const Engine *engine)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(words, g_strdup("ninja"));
  g_ptr_array_add(words, g_strdup("-f"));
  g_ptr_array_add(words, g_build_filename(run->state, "build.ninja", NULL));
  g_ptr_array_add(words, g_strdup("-k0"));
  if (engine->jobs > 0)
    g_ptr_array_add(words, g_strdup_printf("-j%d", engine->jobs));
  if (engine->dry)
    g_ptr_array_add(words, g_strdup("-n"));
  g_ptr_array_add(words, NULL);
  return words;
}

static bool run_ninja(const NinjaRun *run, const Engine *engine, bool *ret_whole, GError **error)
{
  g_autoptr(GPtrArray) words = command_of(run, engine);
  g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "NINJA_STATUS", "[%f/%t] ", TRUE);
  GPid ninja;
  int out, status = 0;
  if (!g_spawn_async_with_pipes(NULL, (char **)words->pdata, environment,
                                G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &ninja, NULL, &out, NULL,
                                error))
    return false;
  bool read = follow(engine, out, error);
  waitpid(ninja, &status, 0);
  *ret_whole = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return read;
}

bool engine_run(const Worklist *list, const Holding *holding, const NinjaRun *run, const Engine *engine,
                bool *ret_whole, GError **error)
{
  g_autoptr(Outputs) files = ninja_files(list, holding, run);
  if (!put_all(files, run->state, error))
    return false;
  forget_missing(list, run);
  return run_ninja(run, engine, ret_whole, error);
}
