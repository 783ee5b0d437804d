/* Standard error goes to a file while the run lasts. */
#include "programs/quarter-log.h"
#include "base/clock.h"
#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Takes away the oldest logs, whose names are their times; one more is to come. */
static void forget_old(const char *folder, guint keep)
{
  g_autoptr(GPtrArray) names = file_names(folder, ".log");
  for (guint i = 0; i + keep <= names->len; i++) {
    g_autofree char *path = g_build_filename(folder, g_ptr_array_index(names, i), NULL);
    g_unlink(path);
  }
}

/* A new log; caller frees. NULL: there can be none. */
static char *open_log(const char *out, guint keep, int *ret_fd, GError **error)
{
  g_autofree char *folder = g_build_filename(out, ".quarter", "logs", NULL);
  if (!file_make_folder(folder, error))
    return NULL;
  forget_old(folder, keep);
  g_autofree char *time = clock_stamp();
  g_autofree char *name = g_strconcat(time, ".log", NULL), *path = g_build_filename(folder, name, NULL);
  *ret_fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0666);
  if (*ret_fd >= 0)
    return g_steal_pointer(&path);
  int fault = errno;
  g_set_error(error, G_IO_ERROR, (int)g_io_error_from_errno(fault), "cannot write %s: %s", path, g_strerror(fault));
  return NULL;
}

/* What a run that did not come to its end said last. */
static void print_end(const char *log)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents(log, &text, NULL, NULL))
    return;
  g_auto(GStrv) lines = g_strsplit(g_strchomp(text), "\n", -1);
  guint n = g_strv_length(lines);
  puts("The run did not come to its end. What it said last:");
  for (guint i = n > 5 ? n - 5 : 0; i < n; i++)
    printf("    %s\n", lines[i]);
}

int quarter_logged(const QuarterRun *asked, guint keep)
{
  g_autoptr(GError) error = NULL;
  int fd;
  g_autofree char *log = open_log(asked->out, keep, &fd, &error);
  if (!log) {
    program_say(asked->program, error->message);
    return EXIT_WORLD;
  }
  dup2(fd, STDERR_FILENO);
  close(fd);
  int code = quarter_run(asked);
  if (code == EXIT_USAGE || code == EXIT_WORLD)
    print_end(log);
  printf("Log: %s\n", log);
  return program_finish(asked->program, code);
}
