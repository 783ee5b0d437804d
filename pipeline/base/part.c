/* Locking, writing, syncing, renaming, and renaming back. */
#include "base/part.h"
#include "base/file.h"
#include "base/lock.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_BYTES = 255, CUT_BYTES = 200 };

/* Where the two files are. */
typedef enum {
  BESIDE,    /* the new one beside the old one, or beside nothing */
  NEW,       /* the new one in place; there was none, or it is gone */
  EXCHANGED, /* the new one in place, the old one beside it */
  KEPT       /* the new one in place, the old one kept by another name */
} Stand;

struct Part {
  char *path, *beside, *kept;
  int fd; /* locked */
  Stand stand;
};

static bool fail(const Part *part, GError **error, const char *what, int code)
{
  g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "cannot %s %s: %s", what, part->path,
              g_strerror(code));
  return false;
}

/* ".NAME.part" or ".NAME.old"; a name too long for more is cut, and told from others by its checksum. */
static char *beside(const char *path, const char *suffix)
{
  g_autofree char *folder = g_path_get_dirname(path), *base = g_path_get_basename(path);
  g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, base, -1);
  bool fits = strlen(base) + strlen("..part") <= NAME_BYTES;
  g_autofree char *name =
      fits ? g_strdup_printf(".%s.%s", base, suffix) : g_strdup_printf(".%.*s.%.16s.%s", CUT_BYTES, base, sum, suffix);
  return g_build_filename(folder, name, NULL);
}

/* Who is asked to end does so when all files are whole, or taken away. */
static sigset_t held_before;
static guint holders;

static void hold_signals(void)
{
  sigset_t endings;
  sigemptyset(&endings);
  sigaddset(&endings, SIGTERM);
  sigaddset(&endings, SIGINT);
  sigaddset(&endings, SIGHUP);
  sigaddset(&endings, SIGQUIT);
  if (holders++ == 0)
    sigprocmask(SIG_BLOCK, &endings, &held_before);
}

static void release_signals(void)
{
  if (--holders == 0)
    sigprocmask(SIG_SETMASK, &held_before, NULL);
}

/* Only an ordinary file may be replaced: for root a rename would put a file in the place of /dev/null. */
static bool check_replaceable(const Part *part, GError **error)
{
  struct stat info;
  if (stat(part->path, &info) != 0 || S_ISREG(info.st_mode))
    return true;
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "cannot replace %s: %s", part->path,
              file_kind(info.st_mode));
  return false;
}

Part *part_new(const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(path);
  Part *part = g_new0(Part, 1);
  part->fd = -1;
  part->path = g_strdup(path);
  part->beside = beside(path, "part");
  part->kept = beside(path, "old");
  hold_signals();
  if (check_replaceable(part, error) && file_make_folder(folder, error) &&
      (part->fd = lock_take(part->beside, path, error)) >= 0 &&
      (ftruncate(part->fd, 0) == 0 || fail(part, error, "write", errno))) {
    unlink(part->kept); /* of one that was killed */
    return part;
  }
  part_free(part);
  return NULL;
}

bool part_write(Part *part, const void *bytes, gsize length_bytes, GError **error)
{
  int code = file_write_all(part->fd, bytes, length_bytes);
  return code == 0 || fail(part, error, "write", code);
}

/* 0, or errno. EINVAL: this file system cannot. */
static int sync_file(int fd)
{
  return fsync(fd) == 0 || errno == EINVAL ? 0 : errno;
}

static int sync_folder(const char *path)
{
  g_autofree char *folder = g_path_get_dirname(path);
  int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int code = fd < 0 ? 0 : sync_file(fd); /* a folder that may be written but not listed cannot be synced */
  if (fd >= 0)
    close(fd);
  return code;
}

bool part_commit(Part *part, GError **error)
{
  int code = sync_file(part->fd);
  if (code == 0 && rename(part->beside, part->path) != 0)
    return fail(part, error, "replace", errno);
  if (code == 0) {
    part->stand = NEW;
    code = sync_folder(part->path);
  }
  return code == 0 || fail(part, error, "write", code);
}

void part_free(Part *part)
{
  if (!part)
    return;
  if (part->fd >= 0 && part->stand != NEW)
    unlink(part->beside);
  if (part->fd >= 0 && part->stand == KEPT)
    unlink(part->kept);
  if (part->fd >= 0)
    close(part->fd);
  release_signals();
  g_free(part->path);
  g_free(part->beside);
  g_free(part->kept);
  g_free(part);
}

/* ---- several ---------------------------------------------------------------------------------------------------- */

/* A file is open, for its lock, until all are in place. */
static void allow_open_files(void)
{
  struct rlimit files;
  if (getrlimit(RLIMIT_NOFILE, &files) != 0)
    return;
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
}

static void part_clear(gpointer part)
{
  part_free(part);
}

GPtrArray *parts_new(void)
{
  allow_open_files();
  return g_ptr_array_new_with_free_func(part_clear);
}

bool parts_add(GPtrArray *parts, const char *path, const void *bytes, gsize length_bytes, GError **error)
{
  Part *part = part_new(path, error);
  if (!part)
    return false;
  g_ptr_array_add(parts, part);
  return part_write(part, bytes, length_bytes, error);
}

static bool rename_with(const Part *part, unsigned flags)
{
  return renameat2(AT_FDCWD, part->beside, AT_FDCWD, part->path, flags) == 0;
}

/* Puts it in place, and keeps the old one: beside, or by another name where two files cannot be exchanged; where there
 * are no links either, it is lost. */
static int place(Part *part)
{
  if (rename_with(part, RENAME_EXCHANGE)) {
    part->stand = EXCHANGED;
    return 0;
  }
  if (errno != ENOENT && errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return errno;
  bool kept = errno != ENOENT && link(part->path, part->kept) == 0;
  if (rename(part->beside, part->path) != 0) {
    int code = errno;
    if (kept)
      unlink(part->kept);
    return code;
  }
  part->stand = kept ? KEPT : NEW;
  return 0;
}

/* Back to how it stood before. */
static void put_back(Part *part)
{
  bool done = part->stand == EXCHANGED ? rename_with(part, RENAME_EXCHANGE)
              : part->stand == KEPT    ? rename(part->kept, part->path) == 0
              : part->stand == NEW     ? rename(part->path, part->beside) == 0
                                       : true;
  if (done)
    part->stand = part->stand == KEPT ? NEW : BESIDE; /* nothing is beside any more, or what is there can go */
}

static Part *part_at(const GPtrArray *parts, guint index)
{
  return g_ptr_array_index(parts, index);
}

/* What cannot be done to one of them, or NULL. */
static const char *place_all(const GPtrArray *parts, guint *ret_index, int *ret_code)
{
  for (*ret_index = 0; *ret_index < parts->len; ++*ret_index)
    if ((*ret_code = sync_file(part_at(parts, *ret_index)->fd)) != 0)
      return "write";
  for (*ret_index = 0; *ret_index < parts->len; ++*ret_index)
    if ((*ret_code = place(part_at(parts, *ret_index))) != 0)
      return "replace";
  for (*ret_index = 0; *ret_index < parts->len; ++*ret_index)
    if ((*ret_code = sync_folder(part_at(parts, *ret_index)->path)) != 0)
      return "write";
  return NULL;
}

bool parts_commit(const GPtrArray *parts, GError **error)
{
  guint index;
  int code;
  const char *what = place_all(parts, &index, &code);
  if (!what)
    return true;
  for (guint i = 0; i < parts->len; i++)
    put_back(part_at(parts, i));
  return fail(part_at(parts, index), error, what, code);
}
