/* Accounts without a task. */
#include "quarter/stale.h"
#include "base/file.h"
#include "base/text.h"
#include "manifest/manifest.h"
#include "model/account.h"
#include "record/record-read.h"
#include "report/place.h"
#include <glib/gstdio.h>
#include <string.h>

/* The accounts of all tasks, as a set; caller unrefs. */
static GHashTable *wanted_accounts(const Worklist *list)
{
  GHashTable *wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < list->tasks->len; i++)
    g_hash_table_add(wanted, ninja_account(g_ptr_array_index(list->tasks, i)));
  return wanted;
}

/* The folder that an account tells of, or NULL. */
static const char *folder_told(Arena *arena, const char *path)
{
  g_autoptr(DiagList) unused = diag_list_new();
  const Account *account = record_read_file(arena, path, &account_spec, unused, NULL);
  const AccountRow *row = account && account->rows->len > 0 ? g_ptr_array_index(account->rows, 0) : NULL;
  g_autofree char *folder = row && row->folder ? text_unescape(row->folder) : NULL;
  return arena_strdup(arena, folder);
}

/* The names of all documents of a folder, NULL-terminated. */
static const char *const *documents_of(Arena *arena, const char *folder)
{
  GPtrArray *names = arena_list(arena);
  const Manifest *manifest = manifest_read(arena, folder);
  for (guint i = 0; manifest && i < manifest->documents->len; i++)
    g_ptr_array_add(names, ((const ManifestDocument *)g_ptr_array_index(manifest->documents, i))->name);
  g_ptr_array_add(names, NULL);
  return (const char *const *)names->pdata;
}

static bool withdraw(const NinjaRun *run, const char *account, DiagList *diags, GError **error)
{
  g_autoptr(Arena) arena = arena_new();
  g_autofree char *path = g_build_filename(run->state, account, NULL);
  const char *name = folder_told(arena, path);
  g_autoptr(Folder) folder = name ? folder_open(run->out, name, error) : NULL;
  if (name && !folder)
    return false;
  if (folder && !place_nothing(arena, folder, documents_of(arena, folder_path(folder)), diags, error))
    return false;
  g_unlink(path);
  return true;
}

bool stale_withdraw(const Worklist *list, const NinjaRun *run, DiagList *diags, GError **error)
{
  g_autofree char *tasks = g_build_filename(run->state, "tasks", NULL);
  g_autoptr(GPtrArray) names = file_names(tasks, ".account");
  g_autoptr(GHashTable) wanted = wanted_accounts(list);
  bool done = true;
  for (guint i = 0; i < names->len && done; i++) {
    g_autofree char *account = g_strconcat("tasks/", g_ptr_array_index(names, i), NULL);
    done = g_hash_table_contains(wanted, account) || withdraw(run, account, diags, error);
  }
  return done;
}
