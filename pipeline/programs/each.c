/* One list after the other, each with streams of its own. */
#include "programs/each.h"
#include "base/file.h"
#include "base/text.h"
#include "program/supervise.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LIST_BYTES_MAX = 1 << 24 };

/* "tasks/north.xml" gives "tasks/north.account"; caller frees. */
static char *account_of(const char *list)
{
  gsize bytes = strlen(list) - (g_str_has_suffix(list, ".xml") ? strlen(".xml") : 0);
  return g_strdup_printf("%.*s.account", (int)bytes, list);
}

/* Both streams say the rest to a file. */
static bool speak_to(const char *path)
{
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);
  fflush(NULL);
  bool done = fd >= 0 && dup2(fd, STDOUT_FILENO) >= 0 && dup2(fd, STDERR_FILENO) >= 0;
  if (fd >= 0)
    close(fd);
  return done;
}

/* The streams of the process, while they say something else. */
typedef struct {
  int out, error;
} Streams;

static void speak_again(const Streams *streams)
{
  fflush(NULL);
  dup2(streams->out, STDOUT_FILENO);
  dup2(streams->error, STDERR_FILENO);
}

static int make_one(const Program *program, const Streams *streams, const char *list, EachFunc make)
{
  g_autofree char *account = account_of(list), *log = g_strconcat(account, ".log", NULL);
  if (!speak_to(log)) {
    g_autofree char *said = g_strdup_printf("cannot write %s: %s", log, g_strerror(errno));
    speak_again(streams);
    program_say(program, said);
    return EXIT_WORLD;
  }
  int code = make(program, list, account);
  speak_again(streams);
  return code == EXIT_CLEAN || code == EXIT_FAULTS ? EXIT_CLEAN : EXIT_WORLD;
}

int each_list(const Program *program, char *const *lists, EachFunc make)
{
  const Streams streams = { fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0), fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0) };
  int worst = EXIT_CLEAN;
  for (; *lists && !supervise_was_stopped(); lists++) {
    int code = make_one(program, &streams, *lists, make);
    worst = MAX(worst, code);
  }
  close(streams.out);
  close(streams.error);
  return supervise_was_stopped() ? (int)EXIT_WORLD : worst;
}

char **each_named(const char *path, GError **error)
{
  gsize bytes;
  g_autofree char *text = file_read(path, LIST_BYTES_MAX, &bytes, error);
  if (!text)
    return NULL;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  GPtrArray *named = g_ptr_array_new();
  for (char **line = lines; *line; line++)
    if (**line)
      g_ptr_array_add(named, text_unescape(*line));
  g_ptr_array_add(named, NULL);
  return (char **)g_ptr_array_free(named, FALSE);
}
