/* Looking at a folder again and again; each run in a process of its own. */
#include "programs/quarter-watch.h"
#include "base/file.h"
#include "base/look.h"
#include "program/last-words.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DEPTH_MAX = 16 }; /* of folders: links may lead round */

static void look(const char *path, int depth, const struct stat *out, GChecksum *seen);

static void look_into(const char *folder, int depth, const struct stat *out, GChecksum *seen)
{
  g_autoptr(GPtrArray) names = file_names(folder, NULL);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename(folder, g_ptr_array_index(names, i), NULL);
    look(path, depth + 1, out, seen);
  }
}

/* Adds what can be seen of a file or folder from outside. The outputs are none of what is looked at. */
static void look(const char *path, int depth, const struct stat *out, GChecksum *seen)
{
  struct stat now;
  if (depth > DEPTH_MAX || stat(path, &now) != 0 || (now.st_dev == out->st_dev && now.st_ino == out->st_ino))
    return;
  if (S_ISDIR(now.st_mode)) {
    look_into(path, depth, out, seen);
    return;
  }
  g_autofree char *shown = look_of_stat(&now), *line = g_strdup_printf("%s %s\n", shown, path);
  g_checksum_update(seen, (const guchar *)line, -1);
}

/* What the folder looks like; caller frees. */
static char *look_at(const QuarterRun *asked)
{
  g_autoptr(GChecksum) seen = g_checksum_new(G_CHECKSUM_SHA256);
  struct stat out;
  if (stat(asked->out, &out) != 0)
    out = (struct stat){ 0 };
  look(asked->root, 0, &out, seen);
  return g_strdup(g_checksum_get_string(seen));
}

/* Waits until it looks otherwise than it did (NULL: nothing is waited for), and twice the same; how it looks then.
 * Caller frees. */
static char *wait_for_change(const QuarterRun *asked, const char *before, int every_seconds)
{
  g_autofree char *last = look_at(asked);
  if (!before)
    return g_steal_pointer(&last);
  for (;;) {
    g_usleep((gulong)every_seconds * G_USEC_PER_SEC);
    g_autofree char *now = look_at(asked);
    if (strcmp(now, before) != 0 && strcmp(now, last) == 0)
      return g_steal_pointer(&now);
    g_free(last);
    last = g_steal_pointer(&now);
  }
}

/* In a process of its own, which ends with this one, and has its own limits: waits, and makes what changed. Tells how
 * the folder looked through fd. */
static int wait_and_run(const QuarterRun *asked, const char *before, int every_seconds, pid_t parent, int fd)
{
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent)
    return EXIT_WORLD;
  last_words_leave(); /* Ctrl+C reaches both: one of them tells it */
  g_autofree char *now = wait_for_change(asked, before, every_seconds);
  last_words_prepare(asked->program->name);
  if (write(fd, now, strlen(now) + 1) < 0)
    return EXIT_WORLD;
  close(fd);
  int code = quarter_run(asked);
  fprintf(stderr, "%s: waiting for changes in %s (Ctrl+C ends it)\n", asked->program->name, asked->root);
  return code;
}

/* One wait and one run; how the folder looked when it began, or NULL: it could not be run. Caller frees. */
static char *turn(const QuarterRun *asked, const char *before, int every_seconds)
{
  int pipe_fds[2], status;
  char seen[128] = "";
  if (pipe2(pipe_fds, O_CLOEXEC) != 0)
    return NULL;
  fflush(NULL);
  pid_t parent = getpid(), child = fork();
  if (child == 0) {
    close(pipe_fds[0]);
    exit(wait_and_run(asked, before, every_seconds, parent, pipe_fds[1]));
  }
  close(pipe_fds[1]);
  gssize length_bytes = child > 0 ? read(pipe_fds[0], seen, sizeof seen - 1) : -1;
  close(pipe_fds[0]);
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;
  return length_bytes > 0 ? g_strdup(seen) : NULL;
}

int quarter_watch(const QuarterRun *asked, int every_seconds)
{
  g_autofree char *seen = NULL;
  for (;;) {
    char *now = turn(asked, seen, every_seconds);
    if (!now)
      break;
    g_free(seen);
    seen = now;
  }
  program_say(asked->program, "the watch cannot go on: no run could be begun");
  return EXIT_WORLD;
}
