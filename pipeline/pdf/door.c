/* The door to poppler: it alone opens a PDF, in a process that can do nothing but tell. */
#include "pdf/stream.h"
#include <poppler.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

/* CPU time: to open, and more for each page; not more than that for one page than for opening. */
enum { OPEN_MS = 2000, PAGE_MS = 10 };

static void tell(int to, const void *bytes, gsize n_bytes)
{
  for (const char *at = bytes; n_bytes > 0;) {
    gssize written = write(to, at, n_bytes);
    if (written <= 0)
      _exit(1);
    at += written;
    n_bytes -= (gsize)written;
  }
}

static glong used_ms(void)
{
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
}

/* The process is ended when page n takes until then. */
static void allow_time(guint page)
{
  glong left = MIN(OPEN_MS, OPEN_MS + (glong)page * PAGE_MS - used_ms());
#ifdef QMR_SANITIZED
  left *= 10;
#endif
  left = MAX(left, 1);
  const struct itimerval until = { { 0, 0 }, { left / 1000, left % 1000 * 1000 } };
  setitimer(ITIMER_PROF, &until, NULL);
}

static OpenState state_of(const GError *error)
{
  if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return OPEN_LOCKED;
  return OPEN_BROKEN;
}

static PopplerDocument *open_pdf(int pdf, int to)
{
  StreamHead head = { .mark = STREAM_MARK };
  GError *error = NULL;
  PopplerDocument *document = poppler_document_new_from_fd(pdf, NULL, &error);
  head.state = document ? OPEN_YES : state_of(error);
  if (document) {
    int pages = poppler_document_get_n_pages(document);
    head.pages = (guint32)MAX(pages, 0);
  }
  tell(to, &head, sizeof head);
  return document;
}

static guint pictures_on(PopplerPage *page)
{
  GList *pictures = poppler_page_get_image_mapping(page);
  guint n = g_list_length(pictures);
  poppler_page_free_image_mapping(pictures);
  return n;
}

/* Sizes and weights of runs of letters. */
static void set_styles(PopplerPage *page, StreamLetter *letters, guint n)
{
  GList *runs = poppler_page_get_text_attributes(page);
  for (const GList *at = runs; at; at = at->next) {
    const PopplerTextAttributes *run = at->data;
    bool bold = run->font_name && (strstr(run->font_name, "Bold") || strstr(run->font_name, "bold") ||
                                   strstr(run->font_name, "Black") || strstr(run->font_name, "Heavy"));
    for (guint i = (guint)MAX(run->start_index, 0); i < n && (gint)i <= run->end_index; i++) {
      letters[i].size = (float)run->font_size;
      letters[i].style = bold ? LETTER_BOLD : 0;
    }
  }
  poppler_page_free_text_attributes(runs);
}

static void tell_page(PopplerDocument *document, guint number, int to)
{
  StreamPage head = { .mark = STREAM_MARK, .number = number };
  PopplerPage *page = poppler_document_get_page(document, (int)number - 1);
  char *text = page ? poppler_page_get_text(page) : NULL, *label = NULL;
  PopplerRectangle *places = NULL;
  guint n = 0;
  double width = 0, height = 0;
  if (page) {
    poppler_page_get_size(page, &width, &height);
    poppler_page_get_text_layout(page, &places, &n);
    label = poppler_page_get_label(page);
    g_strlcpy(head.label, label ? label : "", sizeof head.label);
  }
  n = MIN(n, text ? (guint)g_utf8_strlen(text, -1) : 0);
  head.crowded = n > STREAM_PAGE_LETTERS;
  head.letters = MIN(n, STREAM_PAGE_LETTERS);
  head.pictures = page && n == 0 ? pictures_on(page) : 0;
  head.width = (float)width;
  head.height = (float)height;
  StreamLetter *letters = g_new0(StreamLetter, head.letters + 1);
  const char *at = text;
  for (guint i = 0; i < head.letters; i++, at = g_utf8_next_char(at))
    letters[i] = (StreamLetter){ (float)places[i].x1,
                                 (float)places[i].y1,
                                 (float)places[i].x2,
                                 (float)places[i].y2,
                                 (float)(places[i].y2 - places[i].y1),
                                 g_utf8_get_char(at),
                                 0 };
  if (head.letters > 0)
    set_styles(page, letters, head.letters);
  tell(to, &head, sizeof head);
  tell(to, letters, head.letters * sizeof *letters);
  g_free(letters);
  g_free(places);
  g_free(text);
  g_free(label);
  g_clear_object(&page);
}

void door_tell(int pdf, int to)
{
  allow_time(0);
  PopplerDocument *document = open_pdf(pdf, to);
  guint pages = document ? MIN((guint)MAX(poppler_document_get_n_pages(document), 0), STREAM_PAGES) : 0;
  for (guint number = 1; number <= pages; number++) {
    allow_time(number);
    tell_page(document, number, to);
  }
  _exit(0);
}
