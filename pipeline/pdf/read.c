/* Reading a PDF: one process opens it and tells its letters, this one makes words of them. */
#include "pdf/read.h"
#include "pdf/write.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  MEMORY_BYTES = 200 << 20,
  OUTPUT_BYTES = 16 << 20,
  CPU_SECONDS = 60, /* at most; what opens the file is allowed less, by its pages */
};

/* ---- what is told ------------------------------------------------------------------------------------------------ */

static bool take(int from, void *bytes, gsize n_bytes)
{
  for (char *at = bytes; n_bytes > 0;) {
    gssize got = read(from, at, n_bytes);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return false;
    at += got;
    n_bytes -= (gsize)got;
  }
  return true;
}

static bool is_size(float length)
{
  return length >= 0 && length < 1e6F; /* of what is no number neither holds */
}

/* The next page, or NULL: there is none, or it is not as it should be. */
static Page *take_page(int from, guint number, guint *letters_left, GStringChunk *chunk)
{
  StreamPage head;
  if (!take(from, &head, sizeof head) || head.mark != STREAM_MARK || head.number != number ||
      head.letters > STREAM_PAGE_LETTERS || !is_size(head.width) || !is_size(head.height))
    return NULL;
  StreamLetter *letters = g_new(StreamLetter, head.letters + 1);
  head.label[STREAM_LABEL_BYTES - 1] = '\0';
  Page *page = take(from, letters, head.letters * sizeof *letters) ? page_new(&head, letters, chunk) : NULL;
  g_free(letters);
  *letters_left -= MIN(*letters_left, head.letters);
  return page;
}

static void take_pages(int from, PdfWords *words, GStringChunk *chunk)
{
  guint left = STREAM_LETTERS;
  for (guint number = 1; number <= MIN(words->pages, STREAM_PAGES) && left > 0; number++) {
    Page *page = take_page(from, number, &left, chunk);
    if (!page)
      return;
    g_ptr_array_add(words->read, page);
  }
}

/* ---- a process of its own ---------------------------------------------------------------------------------------- */

static pid_t begin(int pdf, int *ret_from)
{
  int ends[2];
  if (pipe(ends) != 0)
    return -1;
  pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    limits_set(MEMORY_BYTES, CPU_SECONDS, 0);
    limits_close_doors();
    door_tell(pdf, ends[1]);
  }
  close(ends[1]);
  *ret_from = ends[0];
  return child;
}

static int wait_for(pid_t child)
{
  int status = 0;
  kill(child, SIGKILL); /* when it goes on after all was told */
  while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;
  return status;
}

/* Why less was told than there is. */
static const char *why_of(const PdfWords *words, const StreamHead *head, bool told, int status)
{
  int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (number == SIGPROF || number == SIGXCPU || number == SIGALRM)
    return "slow";
  if (!told)
    return "broken";
  if (head->state != OPEN_YES || head->pages == 0)
    return head->state == OPEN_LOCKED ? "locked" : "broken";
  if (words->read->len < words->pages)
    return WIFEXITED(status) || number == SIGKILL || number == SIGPIPE ? "much" : "broken";
  return NULL;
}

static void take_all(int from, pid_t child, PdfWords *words, GStringChunk *chunk)
{
  StreamHead head = { 0 };
  bool told = take(from, &head, sizeof head) && head.mark == STREAM_MARK;
  words->pages = told && head.state == OPEN_YES ? MIN(head.pages, 1000 * 1000) : 0;
  take_pages(from, words, chunk);
  close(from); /* the other one ends at its next word */
  words->why = why_of(words, &head, told, wait_for(child));
  words->stopped = words->pages > 0 ? words->read->len + 1 : 0;
}

/* ---- what it makes ------------------------------------------------------------------------------------------------
 */

static bool put(int to, const GString *text)
{
  for (gsize at = 0; at < text->len;) {
    gssize written = write(to, text->str + at, text->len - at);
    if (written <= 0)
      return false;
    at += (gsize)written;
  }
  return true;
}

bool pdf_read(int pdf, int to)
{
  int from;
  limits_set(MEMORY_BYTES, CPU_SECONDS, OUTPUT_BYTES);
  pid_t child = begin(pdf, &from);
  if (child < 0)
    return false;
  close(pdf);
  g_autoptr(GStringChunk) chunk = g_string_chunk_new(1 << 16);
  g_autoptr(GPtrArray) read = g_ptr_array_new_with_free_func(page_free);
  g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  PdfWords words = { .read = read, .blocks = blocks };
  take_all(from, child, &words, chunk);
  limits_close_doors();
  layout_all(words.read, words.blocks);
  g_autoptr(GString) out = g_string_new(NULL);
  pdf_write(&words, out);
  return put(to, out);
}
