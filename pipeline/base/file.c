/* Files: whole reads with limits, writes. */
#include "base/file.h"
#include "base/part.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail_errno(GError **error, const char *what, const char *path, int code)
{
  g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "cannot %s %s: %s", what, path, g_strerror(code));
  return false;
}

const char *file_kind(mode_t mode)
{
  return S_ISDIR(mode) ? "it is a folder" : "it is a pipe or a device";
}

int file_write_all(int fd, const char *bytes, gsize length_bytes)
{
  while (length_bytes > 0) {
    gssize n = write(fd, bytes, length_bytes);
    if (n < 0 && errno != EINTR)
      return errno;
    if (n > 0) {
      bytes += n;
      length_bytes -= (gsize)n;
    }
  }
  return 0;
}

bool file_write_new(const char *path, const void *bytes, gsize length_bytes, GError **error)
{
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (fd < 0)
    return fail_errno(error, "write", path, errno);
  int code = file_write_all(fd, bytes, length_bytes);
  if (close(fd) != 0 && code == 0)
    code = errno;
  if (code == 0)
    return true;
  unlink(path);
  return fail_errno(error, "write", path, code);
}

bool file_make_folder(const char *folder, GError **error)
{
  return g_mkdir_with_parents(folder, 0777) == 0 || fail_errno(error, "make the folder", folder, errno);
}

bool file_replace(const char *path, const void *bytes, gsize length_bytes, GError **error)
{
  g_autoptr(Part) part = part_new(path, error);
  return part && part_write(part, bytes, length_bytes, error) && part_commit(part, error);
}

/* Reads until the end or one byte over the limit: the file may grow while it is read. */
static char *read_open(int fd, const char *path, gsize limit_bytes, gsize size_bytes, gsize *ret_length_bytes,
                       GError **error)
{
  gsize room = MIN(size_bytes, limit_bytes) + 1, length = 0;
  g_autofree char *bytes = g_malloc(room + 1);
  for (;;) {
    gssize n = read(fd, bytes + length, room - length);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      fail_errno(error, "read", path, errno);
      return NULL;
    }
    length += (gsize)n;
    if (n == 0 || length > limit_bytes)
      break;
    if (length == room) {
      room = MIN(room * 2, limit_bytes + 1);
      bytes = g_realloc(bytes, room + 1);
    }
  }
  bytes[length] = '\0';
  *ret_length_bytes = length;
  return g_steal_pointer(&bytes);
}

static bool check_kind(const struct stat *info, const char *path, gsize limit_bytes, GError **error)
{
  if (!S_ISREG(info->st_mode)) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s: is not an ordinary file (%s)", path,
                file_kind(info->st_mode));
    return false;
  }
  if ((guint64)info->st_size > limit_bytes) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "%s: is %.1f MB; the largest file accepted is %.0f MB",
                path, (double)info->st_size / 1e6, (double)limit_bytes / (1024 * 1024));
    return false;
  }
  return true;
}

char *file_read(const char *path, gsize limit_bytes, gsize *ret_length_bytes, GError **error)
{
  int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) {
    fail_errno(error, "read", path, errno);
    return NULL;
  }
  struct stat info;
  char *bytes = NULL;
  if (fstat(fd, &info) != 0)
    fail_errno(error, "read", path, errno);
  else if (check_kind(&info, path, limit_bytes, error))
    bytes = read_open(fd, path, limit_bytes, (gsize)info.st_size, ret_length_bytes, error);
  close(fd);
  if (bytes && *ret_length_bytes > limit_bytes) {
    info.st_size = (off_t)*ret_length_bytes;
    check_kind(&info, path, limit_bytes, error);
    g_clear_pointer(&bytes, g_free);
  }
  return bytes;
}

/* Length of the names that two paths begin with. */
static gsize common_names(const char *a, const char *b)
{
  gsize common = 0;
  for (gsize i = 0;; i++) {
    if ((!a[i] || a[i] == '/') && (!b[i] || b[i] == '/'))
      common = i;
    if (a[i] != b[i] || !a[i])
      return common;
  }
}

char *file_relative(const char *path, const char *from)
{
  gsize common = common_names(path, from);
  const char *rest = path + common + (path[common] == '/');
  GString *out = g_string_new(NULL);
  for (const char *at = from + common; *at; at = strchrnul(at + 1, '/'))
    g_string_append(out, *at == '/' && at[1] ? "../" : "");
  g_string_append(out, rest);
  if (!*rest && out->len > 0)
    g_string_truncate(out, out->len - 1);
  return g_string_free(out, FALSE);
}

char *file_real(const char *path)
{
  g_autofree char *here = g_get_current_dir();
  g_autofree char *named = g_path_is_absolute(path) ? g_strdup(path) : g_build_filename(here, path, NULL);
  g_autofree char *above = g_strdup(named);
  for (char *slash; (slash = strrchr(above, '/'));) {
    g_autofree char *real = realpath(*above ? above : "/", NULL);
    const char *rest = named + strlen(above);
    if (real)
      return g_canonicalize_filename(rest + strspn(rest, "/"), real);
    *slash = '\0';
  }
  return g_canonicalize_filename(named, NULL);
}

bool file_is_same(const char *a, const char *b)
{
  struct stat x, y;
  bool has_a = stat(a, &x) == 0, has_b = stat(b, &y) == 0;
  if (has_a || has_b)
    return has_a && has_b && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
  g_autofree char *base_a = g_path_get_basename(a), *base_b = g_path_get_basename(b);
  g_autofree char *folder_a = g_path_get_dirname(a), *folder_b = g_path_get_dirname(b);
  if (strcmp(base_a, base_b) != 0 || strcmp(folder_a, a) == 0 || strcmp(folder_b, b) == 0)
    return false;
  return file_is_same(folder_a, folder_b);
}

const char *file_folder_fault(const char *folder)
{
  int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), code = errno;
  if (fd >= 0)
    close(fd);
  return fd >= 0 || code == ENOENT || code == ENOTDIR ? NULL : g_strerror(code);
}

char *file_brief(const char *path)
{
  const char *at = strrchr(path, '/');
  while (at && at > path && at[-1] != '/')
    at--;
  return g_strdup(at && *at != '/' ? at : path);
}

char *file_above(const char *path, const char *name)
{
  g_autofree char *here = g_get_current_dir(), *full = g_canonicalize_filename(path, here);
  for (char *slash; (slash = strrchr(full, '/'));) {
    *slash = '\0';
    g_autofree char *found = g_strconcat(full, "/", name, NULL);
    if (g_file_test(found, G_FILE_TEST_IS_REGULAR))
      return g_path_is_absolute(path) ? g_steal_pointer(&found) : file_relative(found, here);
  }
  return NULL;
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

static gint compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *file_names(const char *folder, const char *suffix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));)
    if (!suffix || g_str_has_suffix(name, suffix))
      g_ptr_array_add(names, g_strdup(name));
  g_ptr_array_sort(names, compare_names);
  return names;
}
