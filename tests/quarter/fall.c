/* Loaded before a program: it falls when it opens a file whose path ends as FALL_AT says, in the way that FALL_BY says:
 * "crash", "abort", "killed" as for lack of memory, or "time". */
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static void fall(const char *how)
{
  const struct rlimit soon = { 1, 2 };
  if (strcmp(how, "crash") == 0)
    raise(SIGSEGV);
  if (strcmp(how, "abort") == 0)
    abort();
  if (strcmp(how, "killed") == 0)
    raise(SIGKILL);
  setrlimit(RLIMIT_CPU, &soon);
  for (;;)
    continue;
}

int open(const char *path, int flags, ...)
{
  const char *at = getenv("FALL_AT"), *how = getenv("FALL_BY");
  size_t bytes = strlen(path), at_bytes = at ? strlen(at) : 0;
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (at && how && bytes >= at_bytes && strcmp(path + bytes - at_bytes, at) == 0)
    fall(how);
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
