/* Starting qmr-pdf-words, and taking what it says. */
#include "facts/pdf-run.h"
#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  LARGEST_PDF_BYTES = 256 << 20,
  MOST_BYTES = 16 << 20, /* of what it says */
  SILENT_MS = 120 * 1000,
  HEAD_BYTES = 1024, /* in which a PDF says that it is one */
};

/* Where it stands: beside the program, or where it was installed with it. NULL: nowhere; caller frees. */
static char *find_program(void)
{
  static const char *const places[] = { "qmr-pdf-words", QMR_STAGES "/qmr-pdf-words",
                                        "../../pipeline/programs/qmr-pdf-words" };
  g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname(program) : NULL;
  for (guint i = 0; folder && i < G_N_ELEMENTS(places); i++) {
    g_autofree char *path = g_canonicalize_filename(places[i], folder);
    if (g_file_test(path, G_FILE_TEST_IS_EXECUTABLE))
      return g_steal_pointer(&path);
  }
  return NULL;
}

/* -1: it is none that is read, or there is none. */
static int open_pdf(const char *path, PdfKind *ret_kind, GError **error)
{
  char head[HEAD_BYTES];
  struct stat found;
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0 || fstat(fd, &found) != 0) {
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "cannot open %s: %s", path, g_strerror(errno));
    return -1;
  }
  gssize n = S_ISREG(found.st_mode) ? pread(fd, head, sizeof head, 0) : 0;
  *ret_kind = n > 4 && memmem(head, (gsize)n, "%PDF-", 5) ? PDF_IS_ONE : PDF_IS_NONE;
  if (found.st_size > LARGEST_PDF_BYTES)
    *ret_kind = PDF_IS_TOO_LARGE;
  if (*ret_kind == PDF_IS_ONE)
    return fd;
  close(fd);
  return -1;
}

/* Nothing of ours goes along but the file and the pipe. */
static int start(const char *program, int pdf, int to, pid_t *ret_child)
{
  char *const words[] = { (char *)program, NULL }, *const surroundings[] = { NULL };
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, pdf, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, to, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int code = posix_spawn(ret_child, program, &files, &attributes, words, surroundings);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return code;
}

/* All that comes; NULL: it is too much, or nothing comes for long. */
static GString *take(int from)
{
  g_autoptr(GString) text = g_string_new(NULL);
  char bytes[1 << 16];
  for (;;) {
    struct pollfd waiting = { from, POLLIN, 0 };
    int ready = poll(&waiting, 1, SILENT_MS);
    gssize n = ready > 0 ? read(from, bytes, sizeof bytes) : 0;
    if ((ready < 0 || n < 0) && errno == EINTR)
      continue;
    if (ready <= 0 || n < 0)
      return NULL;
    if (n == 0)
      return g_steal_pointer(&text);
    if (text->len + (gsize)n > MOST_BYTES)
      return NULL;
    g_string_append_len(text, bytes, n);
  }
}

static bool end(pid_t child, bool whole)
{
  int status = 0;
  if (!whole)
    kill(child, SIGKILL);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static GString *run(const char *program, int pdf, GError **error)
{
  int ends[2], code;
  pid_t child = -1;
  code = pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
  if (code == 0 && (code = start(program, pdf, ends[1], &child)) != 0)
    close(ends[0]), close(ends[1]);
  if (code != 0) {
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "cannot start %s: %s", program, g_strerror(code));
    return NULL;
  }
  close(ends[1]);
  g_autoptr(GString) text = take(ends[0]);
  close(ends[0]);
  return end(child, text != NULL) ? g_steal_pointer(&text) : NULL;
}

GString *pdf_run(const char *path, PdfKind *ret_kind, GError **error)
{
  g_autofree char *program = find_program();
  if (!program) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                "cannot read %s: the program that reads PDFs, qmr-pdf-words, is not beside this one", path);
    return NULL;
  }
  int pdf = open_pdf(path, ret_kind, error);
  if (pdf < 0)
    return NULL;
  GString *text = run(program, pdf, error);
  close(pdf);
  return text;
}
