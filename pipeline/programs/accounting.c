/* Accounts, and how the files looked that they tell of. */
#include "programs/accounting.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/look.h"
#include "base/text.h"
#include "manifest/manifest.h"
#include "record/record-write.h"
#include <fcntl.h>
#include <link.h>
#include <string.h>
#include <sys/stat.h>

struct Accounting {
  Arena *arena;
  Account *account;
  const char *out, *account_path;
  bool dated;
  dev_t shared[2];  /* devices of outputs and of sources */
  GPtrArray *files; /* of char *: of which the reports were made */
  GPtrArray *made;  /* of char *: what was made of them */
  GHashTable *seen;
  struct timespec began; /* by the clock of file systems */
  gint64 began_us;
};

/* Of the folder of a file; 0: none. */
static dev_t device_of(const char *path)
{
  struct stat info;
  g_autofree char *folder = path ? g_path_get_dirname(path) : NULL;
  return folder && stat(folder, &info) == 0 ? info.st_dev : 0;
}

Accounting *accounting_new(const char *out, const char *beside, const char *account_path, bool dated)
{
  Accounting *accounting = g_new0(Accounting, 1);
  accounting->arena = arena_new();
  accounting->account = record_new(accounting->arena, &account_spec, NULL);
  accounting->out = out;
  accounting->account_path = account_path;
  accounting->dated = dated;
  accounting->files = arena_list(accounting->arena);
  accounting->made = arena_list(accounting->arena);
  accounting->seen = g_hash_table_new(g_str_hash, g_str_equal);
  accounting->shared[0] = device_of(account_path);
  accounting->shared[1] = device_of(beside);
  accounting->began = clock_of_files();
  accounting->began_us = clock_ticks_us();
  return accounting;
}

void accounting_free(Accounting *accounting)
{
  if (!accounting)
    return;
  g_hash_table_unref(accounting->seen);
  arena_free(accounting->arena);
  g_free(accounting);
}

/* ---- adding ------------------------------------------------------------------------------------------------------ */

void accounting_add_file(Accounting *accounting, const char *path)
{
  if (g_hash_table_contains(accounting->seen, path))
    return;
  char *copy = arena_strdup(accounting->arena, path);
  g_hash_table_add(accounting->seen, copy);
  g_ptr_array_add(accounting->files, copy);
}

/* Models and what was found in them were made by runs, whose accounts tell when they change. */
static bool is_source(const ManifestFile *file)
{
  bool ours = file->as == AS_MODEL || file->as == AS_FINDINGS;
  return (file->role == ROLE_INPUT && !ours) || file->role == ROLE_LAYOUT || file->role == ROLE_STYLE ||
         file->role == ROLE_WORDS || file->role == ROLE_FONT;
}

/* The hashes of the model and of what was found in it, and the files that the folder was made of. */
static void add_manifest(Accounting *accounting, const char *folder, AccountRow *row)
{
  g_autofree char *path = g_build_filename(accounting->out, folder, NULL);
  const Manifest *manifest = manifest_read(accounting->arena, path);
  for (guint i = 0; manifest && i < manifest->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(manifest->files, i);
    g_autofree char *source = is_source(file) ? manifest_path(file) : NULL;
    if (source)
      accounting_add_file(accounting, source);
    g_autofree char *made = file->role == ROLE_OUTPUT || file->role == ROLE_TEAM ? manifest_path(file) : NULL;
    if (made)
      g_ptr_array_add(accounting->made, arena_printf(accounting->arena, "%s/%s", path, made));
    if (file->role == ROLE_TEAM && strcmp(file->path, "team/model.xml") == 0)
      row->model = file->sha256;
    if (file->role == ROLE_TEAM && strcmp(file->path, "team/findings.xml") == 0)
      row->findings = file->sha256;
  }
}

void accounting_add(Accounting *accounting, int code, const ReportingEnd *end)
{
  AccountRow *row = record_new(accounting->arena, &account_row_spec, &accounting->account->record);
  g_autofree char *folder = *end->folder ? text_escape(end->folder) : NULL;
  row->folder = arena_strdup(accounting->arena, folder);
  row->made = end->made && !end->absent;
  row->absent = end->made && end->absent;
  row->code = code;
  row->errors = (int)end->errors;
  row->warnings = (int)end->warnings;
  row->notes = (int)end->notes;
  row->pages = (int)end->pages;
  row->reason = *end->fault ? arena_strdup(accounting->arena, end->fault) : NULL;
  if (end->made)
    add_manifest(accounting, end->folder, row);
  g_ptr_array_add(accounting->account->rows, row);
}

void accounting_add_folder(Accounting *accounting, const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_str_has_suffix(name, ".xml"))
      accounting_add_file(accounting, path);
  }
}

/* ---- writing ----------------------------------------------------------------------------------------------------- */

/* Libraries draw, too: their files, as they are loaded. */
static int add_library(struct dl_phdr_info *info, size_t size, void *data)
{
  (void)size;
  if (info->dlpi_name && *info->dlpi_name == '/')
    accounting_add_file(data, info->dlpi_name);
  return 0;
}

static bool is_after(const struct timespec *a, const struct timespec *b)
{
  return a->tv_sec != b->tv_sec ? a->tv_sec > b->tv_sec : a->tv_nsec > b->tv_nsec;
}

/* How it looks. Of one that changed since the reports were begun nobody knows how it looked then. What stands on other
 * disks than sources and outputs may be another copy on each machine: of that size and date are told. */
static char *look_since(const Accounting *accounting, const char *path)
{
  struct stat info;
  struct timespec now = clock_of_files();
  if (stat(path, &info) != 0)
    return look_of_file(path);
  if (is_after(&info.st_mtim, &accounting->began) && !is_after(&info.st_mtim, &now))
    return g_strdup("changed meanwhile");
  bool shared = info.st_dev == accounting->shared[0] || info.st_dev == accounting->shared[1];
  return shared ? look_of_stat(&info) : look_of_copy(&info);
}

static void append_look(GString *text, const char *look, const char *path)
{
  g_autofree char *name = text_escape(path);
  g_string_append_printf(text, "%s\t%s\n", look, name);
}

/* What no date tells: that a file became another one with an older date, and that what was made is there no more. */
static bool write_looks(const Accounting *accounting, GError **error)
{
  double seconds = (double)(clock_ticks_us() - accounting->began_us) / G_TIME_SPAN_SECOND;
  g_autoptr(GString) text = g_string_new(NULL);
  g_autofree char *path = g_strconcat(accounting->account_path, ".looks", NULL);
  g_string_append_printf(text, "%.3f seconds\n", seconds);
  for (guint i = 0; i < accounting->files->len; i++) {
    g_autofree char *look = look_since(accounting, g_ptr_array_index(accounting->files, i));
    append_look(text, look, g_ptr_array_index(accounting->files, i));
  }
  for (guint i = 0; i < accounting->made->len; i++) {
    g_autofree char *look = look_of_file(g_ptr_array_index(accounting->made, i));
    append_look(text, look, g_ptr_array_index(accounting->made, i));
  }
  return file_replace(path, text->str, text->len, error);
}

/* Its time is that of the beginning: what changes while reports are made is newer. */
static bool date_account(const Accounting *accounting)
{
  const struct timespec times[] = { accounting->began, accounting->began };
  utimensat(AT_FDCWD, accounting->account_path, times, 0);
  return true;
}

static bool write_account(const Accounting *accounting, GError **error)
{
  g_autoptr(GString) text = g_string_new(NULL);
  g_autofree char *old = NULL;
  gsize length_bytes = 0;
  record_write(&accounting->account->record, text);
  bool same = g_file_get_contents(accounting->account_path, &old, &length_bytes, NULL) && length_bytes == text->len &&
              memcmp(old, text->str, length_bytes) == 0;
  if (!same && !file_replace(accounting->account_path, text->str, text->len, error))
    return false;
  return (same && !accounting->dated) || date_account(accounting);
}

bool accounting_write(const Accounting *accounting, GError **error)
{
  if (!accounting->account_path)
    return true;
  dl_iterate_phdr(add_library, (void *)accounting);
  return write_looks(accounting, error) && write_account(accounting, error);
}
