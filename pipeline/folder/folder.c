/* Locking, staging and exchanging folders. */
#include "folder/folder.h"
#include "base/file.h"
#include "base/lock.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct Folder {
  char *path, *below, *stage, *old, *lock_path;
  int lock;
};

static bool fail(GError **error, const char *what, const char *path, int code)
{
  g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "cannot %s %s: %s", what, path, g_strerror(code));
  return false;
}

/* ---- names ------------------------------------------------------------------------------------------------------ */

/* Names that the tree of outputs has for itself. */
static bool is_taken(const char *text)
{
  static const char *const taken[] = { "boards", "members", "packs", "papers", "preview", "public", "reports", "team" };
  for (guint i = 0; i < G_N_ELEMENTS(taken); i++)
    if (g_ascii_strcasecmp(text, taken[i]) == 0)
      return true;
  return false;
}

static bool is_plain(const char *text, const char *at)
{
  if (g_ascii_isalnum(*at) || strchr("-_()&+=,", *at))
    return true;
  return (*at == '.' || *at == ' ') && at > text && at[1]; /* not at an end: hidden here, lost elsewhere */
}

char *folder_name(const char *text)
{
  GString *name = g_string_new(NULL);
  bool taken = is_taken(text);
  for (const char *at = text; *at; at++)
    if (is_plain(text, at) && !(taken && at == text))
      g_string_append_c(name, *at);
    else
      g_string_append_printf(name, "%%%02X", (guchar)*at);
  if (!*text)
    g_string_append_c(name, '%');
  return g_string_free(name, FALSE);
}

/* ---- what is in a folder ----------------------------------------------------------------------------------------- */

static void list_files(const char *path, const char *below, GPtrArray *names)
{
  g_autofree char *here = below ? g_build_filename(path, below, NULL) : g_strdup(path);
  g_autoptr(GDir) dir = g_dir_open(here, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    g_autofree char *full = g_build_filename(here, name, NULL);
    char *relative = below ? g_build_filename(below, name, NULL) : g_strdup(name);
    bool folder = g_file_test(full, G_FILE_TEST_IS_DIR) && !g_file_test(full, G_FILE_TEST_IS_SYMLINK);
    if (folder)
      list_files(path, relative, names);
    if (folder)
      g_free(relative);
    else
      g_ptr_array_add(names, relative);
  }
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *folder_files(const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  list_files(path, NULL, names);
  g_ptr_array_sort(names, compare_names);
  return names;
}

/* Whether there is something in the folder. */
static bool list_empty(const char *path, const char *below, GPtrArray *names)
{
  g_autofree char *here = below ? g_build_filename(path, below, NULL) : g_strdup(path);
  g_autoptr(GDir) dir = g_dir_open(here, 0, NULL);
  bool any = false;
  for (const char *name; dir && (name = g_dir_read_name(dir)); any = true) {
    g_autofree char *full = g_build_filename(here, name, NULL);
    g_autofree char *relative = below ? g_build_filename(below, name, NULL) : g_strdup(name);
    bool folder = g_file_test(full, G_FILE_TEST_IS_DIR) && !g_file_test(full, G_FILE_TEST_IS_SYMLINK);
    if (folder && !list_empty(path, relative, names))
      g_ptr_array_add(names, g_steal_pointer(&relative));
  }
  return any;
}

GPtrArray *folder_empty_ones(const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  list_empty(path, NULL, names);
  g_ptr_array_sort(names, compare_names);
  return names;
}

bool folder_remove(const char *path)
{
  GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
  if (!dir)
    return g_unlink(path) == 0 || errno == ENOENT;
  bool gone = true;
  for (const char *name; (name = g_dir_read_name(dir));) {
    g_autofree char *full = g_build_filename(path, name, NULL);
    gone &= folder_remove(full);
  }
  g_dir_close(dir);
  return g_rmdir(path) == 0 && gone;
}

/* ---- one run at a time ------------------------------------------------------------------------------------------- */

/* A path beside another: out/2009-10-Q4/.housing.part */
static char *beside(const char *path, const char *suffix)
{
  g_autofree char *parent = g_path_get_dirname(path), *base = g_path_get_basename(path);
  g_autofree char *name = g_strdup_printf(".%s.%s", base, suffix);
  return g_build_filename(parent, name, NULL);
}

/* Of a run that was killed: what was not put in place goes; the old one comes back if nothing is in its place. A run
 * leaves folders, and no links. */
static void recover(const Folder *folder)
{
  struct stat info;
  folder_remove(folder->stage);
  if (!g_file_test(folder->path, G_FILE_TEST_EXISTS) && lstat(folder->old, &info) == 0 && S_ISDIR(info.st_mode))
    g_rename(folder->old, folder->path);
  folder_remove(folder->old);
}

/* Whether all that is in the way can be taken away: the folder and those in it are ours to write. */
static bool check_removable(const char *path, GError **error)
{
  if (g_file_test(path, G_FILE_TEST_IS_SYMLINK) || !g_file_test(path, G_FILE_TEST_IS_DIR))
    return true;
  g_autoptr(GDir) dir = access(path, W_OK | X_OK) == 0 ? g_dir_open(path, 0, NULL) : NULL;
  if (!dir)
    return fail(error, "replace", path, EACCES);
  for (const char *name; (name = g_dir_read_name(dir));) {
    g_autofree char *full = g_build_filename(path, name, NULL);
    if (!check_removable(full, error))
      return false;
  }
  return true;
}

bool folder_reset(Folder *folder, GError **error)
{
  folder_remove(folder->stage);
  return g_mkdir(folder->stage, 0777) == 0 || fail(error, "make the folder", folder->stage, errno);
}

Folder *folder_open(const char *out, const char *name, GError **error)
{
  g_autoptr(Folder) folder = g_new0(Folder, 1);
  folder->lock = -1;
  folder->path = g_build_filename(out, name, NULL);
  folder->below = g_strdup(name);
  folder->stage = beside(folder->path, "part");
  folder->old = beside(folder->path, "old");
  folder->lock_path = beside(folder->path, "lock");
  g_autofree char *parent = g_path_get_dirname(folder->path);
  if (!file_make_folder(parent, error) || (folder->lock = lock_take(folder->lock_path, folder->path, error)) < 0)
    return NULL;
  recover(folder);
  if (!check_removable(folder->path, error))
    return NULL;
  return folder_reset(folder, error) ? g_steal_pointer(&folder) : NULL;
}

void folder_close(Folder *folder)
{
  if (!folder)
    return;
  if (folder->lock >= 0) {
    folder_remove(folder->stage);
    g_unlink(folder->lock_path);
    close(folder->lock);
  }
  g_free(folder->path);
  g_free(folder->below);
  g_free(folder->stage);
  g_free(folder->old);
  g_free(folder->lock_path);
  g_free(folder);
}

const char *folder_path(const Folder *folder)
{
  return folder->path;
}

const char *folder_below(const Folder *folder)
{
  return folder->below;
}

const char *folder_stage(const Folder *folder)
{
  return folder->stage;
}

/* ---- the new one ------------------------------------------------------------------------------------------------- */

static bool make_parent(const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname(path);
  return file_make_folder(parent, error);
}

bool folder_add(Folder *folder, const Outputs *files, GError **error)
{
  for (guint i = 0; i < outputs_count(files); i++) {
    g_autofree char *path = g_build_filename(folder->stage, outputs_name(files, i), NULL);
    gsize length_bytes;
    const char *bytes = g_bytes_get_data(outputs_bytes(files, i), &length_bytes);
    if (!make_parent(path, error) || !file_write_new(path, bytes, length_bytes, error))
      return false;
  }
  return true;
}

static bool copy_file(const char *from, const char *to, GError **error)
{
  enum { LARGEST_BYTES = 1 << 29 };
  gsize length_bytes;
  g_autofree char *bytes = file_read(from, LARGEST_BYTES, &length_bytes, error);
  return bytes && file_write_new(to, bytes, length_bytes, error);
}

bool folder_carry(Folder *folder, const char *from, const char *name, GError **error)
{
  g_autofree char *old = g_build_filename(folder->path, from, NULL);
  g_autofree char *new = g_build_filename(folder->stage, name, NULL);
  if (g_file_test(new, G_FILE_TEST_EXISTS))
    return true;
  if (!make_parent(new, error))
    return false;
  return link(old, new) == 0 || copy_file(old, new, error);
}

static bool sync_path(const char *path, GError **error)
{
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0 && errno == ELOOP) /* a link that came along is written with its folder */
    return true;
  if (fd < 0)
    return fail(error, "open", path, errno);
  int code = fsync(fd) == 0 || errno == EINVAL ? 0 : errno; /* EINVAL: this file system cannot */
  close(fd);
  return code == 0 || fail(error, "write", path, code);
}

/* What was written lasts through a power cut before it takes the old one's place: every file, then the folders. */
static bool sync_stage(const Folder *folder, GError **error)
{
  g_autoptr(GPtrArray) names = folder_files(folder->stage);
  g_autoptr(GHashTable) folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename(folder->stage, g_ptr_array_index(names, i), NULL);
    g_hash_table_add(folders, g_path_get_dirname(path));
    if (!sync_path(path, error))
      return false;
  }
  GHashTableIter each;
  gpointer path;
  g_hash_table_iter_init(&each, folders);
  while (g_hash_table_iter_next(&each, &path, NULL))
    if (!sync_path(path, error))
      return false;
  return true;
}

/* In one step where the file system can; else in two, between which folder_open knows what to do. */
static bool exchange(const Folder *folder)
{
  if (!g_file_test(folder->path, G_FILE_TEST_EXISTS))
    return rename(folder->stage, folder->path) == 0;
  if (renameat2(AT_FDCWD, folder->stage, AT_FDCWD, folder->path, RENAME_EXCHANGE) == 0)
    return true;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return false;
  return rename(folder->path, folder->old) == 0 && rename(folder->stage, folder->path) == 0;
}

bool folder_commit(Folder *folder, GError **error)
{
  struct stat info;
  if (lstat(folder->path, &info) == 0 && !S_ISDIR(info.st_mode)) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY, "cannot replace %s: it is not a folder", folder->path);
    return false;
  }
  if (!sync_stage(folder, error))
    return false;
  if (!exchange(folder))
    return fail(error, "replace", folder->path, errno);
  folder_remove(folder->stage); /* now the old one */
  folder_remove(folder->old);
  return true;
}
