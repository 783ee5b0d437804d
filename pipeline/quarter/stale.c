/* Accounts without a task. */
#include "quarter/stale.h"
#include "base/text.h"
#include "manifest/manifest.h"
#include "model/account.h"
#include "record/record-read.h"
#include "report/place.h"
#include <glib/gstdio.h>
#include <string.h>

static gint compare(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of all accounts of former runs, sorted; caller unrefs. */
static GPtrArray *old_accounts(const char *state)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *folder = g_build_filename(state, "tasks", NULL);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));)
    if (g_str_has_suffix(name, ".account"))
      g_ptr_array_add(names, g_strconcat("tasks/", name, NULL));
  g_ptr_array_sort(names, compare);
  return names;
}

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
  g_autoptr(GPtrArray) accounts = old_accounts(run->state);
  g_autoptr(GHashTable) wanted = wanted_accounts(list);
  bool done = true;
  for (guint i = 0; i < accounts->len && done; i++) {
    const char *account = g_ptr_array_index(accounts, i);
    done = g_hash_table_contains(wanted, account) || withdraw(run, account, diags, error);
  }
  return done;
}
