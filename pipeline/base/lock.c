/* Locking a file that its last owner may have renamed or taken away meanwhile. */
#include "base/lock.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether the name still leads to the file that was opened. */
static bool is_current(int fd, const char *path)
{
  struct stat mine, named;
  return fstat(fd, &mine) == 0 && lstat(path, &named) == 0 && mine.st_dev == named.st_dev &&
         mine.st_ino == named.st_ino;
}

static int fail(GError **error, const char *path, const char *written, int code)
{
  if (code == EWOULDBLOCK)
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_BUSY, "another run is writing %s: wait until it has ended", written);
  else if (code == ELOOP || code == EISDIR)
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code),
                "cannot write %s: %s is in the way, and is a %s; remove it", written, path,
                code == ELOOP ? "link" : "folder");
  else
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "cannot write %s: %s", written, g_strerror(code));
  return -1;
}

int lock_take(const char *path, const char *written, GError **error)
{
  for (;;) {
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
    if (fd < 0)
      return fail(error, path, written, errno);
    int code = flock(fd, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    if (code == 0 && is_current(fd, path))
      return fd;
    close(fd);
    if (code != 0)
      return fail(error, path, written, code);
  }
}
