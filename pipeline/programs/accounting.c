/* Accounts, and lists of files as make and ninja read them. */
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
  const char *out, *account_path, *depfile_path;
  GPtrArray *files; /* of char *: of which the reports were made */
  GPtrArray *made;  /* of char *: what was made of them */
  GHashTable *seen;
  struct timespec began; /* by the clock of file systems */
};

Accounting *accounting_new(const char *out, const char *account_path, const char *depfile_path)
{
  Accounting *accounting = g_new0(Accounting, 1);
  accounting->arena = arena_new();
  accounting->account = record_new(accounting->arena, &account_spec, NULL);
  accounting->out = out;
  accounting->account_path = account_path;
  accounting->depfile_path = depfile_path;
  accounting->files = arena_list(accounting->arena);
  accounting->made = arena_list(accounting->arena);
  accounting->seen = g_hash_table_new(g_str_hash, g_str_equal);
  accounting->began = clock_of_files();
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

static void add_file(Accounting *accounting, const char *path)
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
      add_file(accounting, source);
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
      add_file(accounting, path);
  }
}

/* ---- writing ----------------------------------------------------------------------------------------------------- */

/* Libraries draw, too: their files, as they are loaded. */
static int add_library(struct dl_phdr_info *info, size_t size, void *data)
{
  (void)size;
  if (info->dlpi_name && *info->dlpi_name == '/')
    add_file(data, info->dlpi_name);
  return 0;
}

static void append_path(GString *out, const char *path)
{
  for (; *path; path++) {
    if (strchr(" #\\", *path))
      g_string_append_c(out, '\\');
    else if (*path == '$')
      g_string_append_c(out, '$');
    g_string_append_c(out, *path);
  }
}

static bool write_depfile(const Accounting *accounting, GError **error)
{
  g_autoptr(GString) text = g_string_new(NULL);
  append_path(text, accounting->account_path);
  g_string_append_c(text, ':');
  for (guint i = 0; i < accounting->files->len; i++) {
    g_string_append(text, " \\\n ");
    append_path(text, g_ptr_array_index(accounting->files, i));
  }
  g_string_append_c(text, '\n');
  return file_replace(accounting->depfile_path, text->str, text->len, error);
}

static void append_looks(const GPtrArray *files, GString *text)
{
  for (guint i = 0; i < files->len; i++) {
    g_autofree char *look = look_of_file(g_ptr_array_index(files, i));
    g_autofree char *name = text_escape(g_ptr_array_index(files, i));
    g_string_append_printf(text, "%s\t%s\n", look, name);
  }
}

/* How each file looks from outside, a line each: what ninja cannot see is that it became another one with an older
 * date, and that what was made is there no more. */
static bool write_looks(const Accounting *accounting, GError **error)
{
  g_autoptr(GString) text = g_string_new(NULL);
  g_autofree char *path = g_strconcat(accounting->account_path, ".looks", NULL);
  append_looks(accounting->files, text);
  append_looks(accounting->made, text);
  return file_replace(path, text->str, text->len, error);
}

/* Its time is that of the beginning: what changes while reports are made is newer. */
static bool put_account(const Accounting *accounting, const GString *text, GError **error)
{
  const struct timespec times[] = { accounting->began, accounting->began };
  if (!file_replace(accounting->account_path, text->str, text->len, error))
    return false;
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
  return same || put_account(accounting, text, error);
}

bool accounting_write(const Accounting *accounting, GError **error)
{
  dl_iterate_phdr(add_library, (void *)accounting);
  return (!accounting->depfile_path || (write_depfile(accounting, error) && write_looks(accounting, error))) &&
         (!accounting->account_path || write_account(accounting, error));
}
