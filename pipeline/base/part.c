/* Locking, writing, syncing and renaming one file. */
#include "base/part.h"
#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_BYTES = 255, CUT_BYTES = 200 };

struct Part {
  char *path, *beside;
  int fd;          /* locked; -1: put in place, or given up */
  sigset_t before; /* signals that were held when it began */
};

static bool fail(const Part *part, GError **error, const char *what, int code)
{
  g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "cannot %s %s: %s", what, part->path,
              g_strerror(code));
  return false;
}

/* ".NAME.part"; a name too long for more is cut, and told from others by its checksum. */
static char *beside(const char *path)
{
  g_autofree char *folder = g_path_get_dirname(path), *base = g_path_get_basename(path);
  g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, base, -1);
  bool fits = strlen(base) + strlen("..part") <= NAME_BYTES;
  g_autofree char *name =
      fits ? g_strdup_printf(".%s.part", base) : g_strdup_printf(".%.*s.%.16s.part", CUT_BYTES, base, sum);
  return g_build_filename(folder, name, NULL);
}

/* Who is asked to end does so when the file is whole, or taken away. */
static void hold_signals(Part *part)
{
  sigset_t endings;
  sigemptyset(&endings);
  sigaddset(&endings, SIGTERM);
  sigaddset(&endings, SIGINT);
  sigaddset(&endings, SIGHUP);
  sigprocmask(SIG_BLOCK, &endings, &part->before);
}

/* Whether the name still leads to the file that was opened: its last owner may have renamed it meanwhile. */
static bool is_current(const Part *part)
{
  struct stat mine, named;
  return fstat(part->fd, &mine) == 0 && lstat(part->beside, &named) == 0 && mine.st_dev == named.st_dev &&
         mine.st_ino == named.st_ino;
}

static bool open_locked(Part *part, GError **error)
{
  for (;;) {
    part->fd = open(part->beside, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
    if (part->fd < 0)
      return fail(part, error, "write", errno);
    if (flock(part->fd, LOCK_EX | LOCK_NB) != 0) {
      g_set_error(error, G_IO_ERROR, G_IO_ERROR_BUSY, "another run is writing %s: wait until it has ended", part->path);
      close(part->fd);
      part->fd = -1;
      return false;
    }
    if (is_current(part))
      return ftruncate(part->fd, 0) == 0 || fail(part, error, "write", errno);
    close(part->fd);
  }
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
  part->beside = beside(path);
  hold_signals(part);
  if (check_replaceable(part, error) && file_make_folder(folder, error) && open_locked(part, error))
    return part;
  part_free(part);
  return NULL;
}

const char *part_path(const Part *part)
{
  return part->beside;
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
    close(part->fd);
    part->fd = -1;
    code = sync_folder(part->path);
  }
  return code == 0 || fail(part, error, "write", code);
}

void part_free(Part *part)
{
  if (!part)
    return;
  if (part->fd >= 0) {
    unlink(part->beside);
    close(part->fd);
  }
  sigprocmask(SIG_SETMASK, &part->before, NULL);
  g_free(part->path);
  g_free(part->beside);
  g_free(part);
}
