/* PDFs made to do harm: qmr-pdf-words answers each within its limits, in a document that its parent can read. */
#include "testing.h"
#include <fcntl.h>
#include <gio/gio.h>
#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CPU_MS = 4500, MEMORY_KB = 220 * 1024, OUTPUT_BYTES = 16 << 20 };

static const char *program;

/* ---- writing PDFs ------------------------------------------------------------------------------------------------ */

typedef struct {
  GString *text;
  GArray *places; /* of gsize: of objects from 1 on */
} Pdf;

static Pdf *pdf_new(void)
{
  Pdf *pdf = g_new0(Pdf, 1);
  pdf->text = g_string_new("%PDF-1.5\n");
  pdf->places = g_array_new(FALSE, FALSE, sizeof(gsize));
  return pdf;
}

static void begin(Pdf *pdf)
{
  g_array_append_val(pdf->places, pdf->text->len);
  g_string_append_printf(pdf->text, "%u 0 obj\n", pdf->places->len);
}

G_GNUC_PRINTF(2, 3) static void object(Pdf *pdf, const char *format, ...)
{
  va_list args;
  begin(pdf);
  va_start(args, format);
  g_string_append_vprintf(pdf->text, format, args);
  va_end(args);
  g_string_append(pdf->text, "\nendobj\n");
}

static void stream(Pdf *pdf, const char *entries, const GString *bytes)
{
  begin(pdf);
  g_string_append_printf(pdf->text, "<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", entries, bytes->len);
  g_string_append_len(pdf->text, bytes->str, (gssize)bytes->len);
  g_string_append(pdf->text, "\nendstream\nendobj\n");
}

static GString *finish(Pdf *pdf, const char *more)
{
  gsize xref = pdf->text->len;
  g_string_append_printf(pdf->text, "xref\n0 %u\n0000000000 65535 f \n", pdf->places->len + 1);
  for (guint i = 0; i < pdf->places->len; i++)
    g_string_append_printf(pdf->text, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index(pdf->places, gsize, i));
  g_string_append_printf(pdf->text, "trailer\n<< /Size %u /Root 1 0 R %s >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                         pdf->places->len + 1, more, xref);
  GString *text = pdf->text;
  g_array_unref(pdf->places);
  g_free(pdf);
  return text;
}

/* Objects 1 to 4: catalogue, pages, a page whose words are object 5, a font. */
static Pdf *page_of(const char *page, const char *resources)
{
  Pdf *pdf = pdf_new();
  object(pdf, "<< /Type /Catalog /Pages 2 0 R >>");
  object(pdf, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  object(pdf, "<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources << /Font << /F 4 0 R >> %s >> /Contents 5 0 R >>",
         page, resources);
  object(pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  return pdf;
}

static const char a4[] = "[0 0 595 842]";

static GString *with_content(const char *content, const char *resources)
{
  Pdf *pdf = page_of(a4, resources);
  g_autoptr(GString) bytes = g_string_new(content);
  stream(pdf, "", bytes);
  return finish(pdf, "");
}

static GString *again(const char *text, guint times)
{
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < times; i++)
    g_string_append(all, text);
  return all;
}

static GString *packed(const GString *bytes)
{
  g_autoptr(GConverter) packer = G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr(GInputStream) from = g_memory_input_stream_new_from_data(bytes->str, (gssize)bytes->len, NULL);
  g_autoptr(GInputStream) stream = g_converter_input_stream_new(from, packer);
  GString *all = g_string_new(NULL);
  char part[1 << 15];
  for (gssize n; (n = g_input_stream_read(stream, part, sizeof part, NULL, NULL)) > 0;)
    g_string_append_len(all, part, n);
  return all;
}

static GString *plain(void)
{
  return with_content("BT /F 12 Tf 72 700 Td (Lamps burn in 98 of 100 streets.) Tj 0 -14 Td (More will.) Tj ET", "");
}

/* ---- harm -------------------------------------------------------------------------------------------------------- */

static GString *cycle(guint n)
{
  (void)n;
  Pdf *pdf = pdf_new();
  object(pdf, "<< /Type /Catalog /Pages 2 0 R >>");
  object(pdf, "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 /Parent 3 0 R >>");
  object(pdf, "<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>");
  return finish(pdf, "");
}

static GString *deep(guint levels)
{
  Pdf *pdf = pdf_new();
  object(pdf, "<< /Type /Catalog /Pages 2 0 R >>");
  for (guint i = 0; i < levels; i++)
    object(pdf, "<< /Type /Pages /Kids [%u 0 R] /Count 1 /Parent %u 0 R >>", i + 3, i + 1);
  object(pdf, "<< /Type /Page /MediaBox [0 0 9 9] >>");
  return finish(pdf, "");
}

static GString *many_pages(guint pages)
{
  Pdf *pdf = page_of(a4, "");
  g_autoptr(GString) bytes = g_string_new("BT /F 12 Tf 72 700 Td (A page like all others.) Tj ET"),
                     kids = g_string_new("");
  stream(pdf, "", bytes);
  for (guint i = 0; i < pages; i++) {
    object(pdf,
           "<< /Type /Page /Parent %u 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 "
           "R >>",
           pages + 6);
    g_string_append_printf(kids, "%u 0 R ", i + 6);
  }
  object(pdf, "<< /Type /Pages /Kids [%s] /Count %u >>", kids->str, pages);
  g_autofree char *root = g_strdup_printf("/Pages %u 0 R >>", pages + 6);
  object(pdf, "<< /Type /Catalog %s", root);
  GString *text = finish(pdf, "");
  g_autofree char *other = g_strdup_printf("/Root %u 0 R", pages + 7);
  g_string_replace(text, "/Root 1 0 R", other, 1);
  return text;
}

static GString *false_count(guint n)
{
  GString *text = plain();
  (void)n;
  memcpy(strstr(text->str, "/Count 1 "), "/Count 9e", 9);
  return text;
}

static GString *boxes(guint n)
{
  static const char *const all[] = {
    "[0 0 1000000000 1000000000]", "[0 0 -5 -5]", "[0 0 0 0]", "[1e38 1e38 -1e38 -1e38]", "[nan 0 inf 9]",
    "[7 0 R 7 0 R 7 0 R 7 0 R]",   "3 0 R"
  };
  Pdf *pdf = page_of(all[n], "");
  g_autoptr(GString) bytes = g_string_new("BT /F 12 Tf 72 700 Td (Words on a strange page) Tj ET");
  stream(pdf, "", bytes);
  return finish(pdf, "");
}

static GString *operators(guint n)
{
  static const char *const all[] = {
    "(a) Tj ", "q ", "1 0 0 1 0 1 cm (a) Tj ", "BT ET ", "[(a) -9000 (b)] TJ ", "/F 9 Tf ", "1 1 m 2 2 l ", "/S BMC "
  };
  g_autoptr(GString) bytes = again(all[n], 1000 * 1000);
  g_string_prepend(bytes, "BT /F 12 Tf 72 700 Td ");
  return with_content(bytes->str, "");
}

/* Zeros, or words, packed once or twice. */
static GString *bomb(guint n)
{
  g_autoptr(GString) bytes = n < 2 ? g_string_new(NULL) : again("BT /F 9 Tf (bomb) Tj ET ", 2 * 1000 * 1000);
  if (n < 2)
    g_string_set_size(bytes, 100 * 1000 * 1000), memset(bytes->str, n ? '%' : ' ', bytes->len);
  g_autoptr(GString) once = packed(bytes), twice = packed(once);
  Pdf *pdf = page_of(a4, "");
  stream(pdf, "/Filter [/FlateDecode /FlateDecode]", twice);
  return finish(pdf, "");
}

static GString *forms(guint n)
{
  enum { LEVELS = 12 };
  Pdf *pdf = page_of(a4, "/XObject << /X 6 0 R >>");
  g_autoptr(GString) content = g_string_new("/X Do"),
                     more = g_string_new("/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do");
  stream(pdf, "", content);
  for (guint level = 0; level < LEVELS; level++) { /* each calls the next; the last itself, or nothing */
    guint next = level + 1 < LEVELS ? 7 + level : n == 0 ? 6 : 7 + level - 1;
    g_autofree char *entries = g_strdup_printf(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %u 0 R >> >>", next);
    stream(pdf, entries, more);
  }
  return finish(pdf, "");
}

static GString *own_length(guint n)
{
  (void)n;
  Pdf *pdf = page_of(a4, "");
  object(pdf, "<< /Length 5 0 R >>\nstream\nBT /F 12 Tf (x) Tj ET\nendstream");
  return finish(pdf, "");
}

static GString *own_contents(guint n)
{
  (void)n;
  Pdf *pdf = page_of(a4, "");
  object(pdf, "[5 0 R 5 0 R 3 0 R]");
  return finish(pdf, "");
}

static GString *own_xref(guint n)
{
  (void)n;
  Pdf *pdf = page_of(a4, "");
  g_autoptr(GString) bytes = g_string_new("BT /F 12 Tf 72 700 Td (Words) Tj ET");
  stream(pdf, "", bytes);
  g_autofree char *more = g_strdup_printf("/Prev %" G_GSIZE_FORMAT, pdf->text->len);
  return finish(pdf, more);
}

static GString *places_far(guint n)
{
  static const char *const all[] = { "BT /F 12 Tf 1e38 0 0 1e38 1e38 1e38 Tm (far away) Tj ET",
                                     "BT /F 1e30 Tf 5 5 Td (large) Tj ET", "BT /F 0 Tf 5 5 Td (nothing) Tj ET",
                                     "BT /F -12 Tf 72 700 Td (upside down) Tj ET",
                                     "1e-38 0 0 1e-38 0 0 cm BT /F 12 Tf 72 700 Td (small) Tj ET" };
  return with_content(all[n], "");
}

static GString *glyphs(guint n)
{
  (void)n;
  Pdf *pdf = page_of(a4, "");
  g_autoptr(GString) content = g_string_new("BT /F 12 Tf 72 700 Td (aaaa) Tj ET"),
                     glyph = g_string_new("9 0 d0 BT /F 1 Tf (aaaa) Tj ET");
  stream(pdf, "", content);
  stream(pdf, "", glyph);
  object(pdf,
         "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 "
         "/Widths [9] "
         "/Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F 7 0 R >> >> >>");
  GString *text = finish(pdf, "");
  memcpy(strstr(text->str, "/F 4 0 R"), "/F 7 0 R", 8);
  return text;
}

static GString *to_unicode(guint n)
{
  (void)n;
  Pdf *pdf = page_of(a4, "");
  g_autoptr(GString) content = g_string_new("BT /F 12 Tf 72 700 Td (aaaa) Tj ET"),
                     map = g_string_new("1 begincodespacerange <00> <FF> endcodespacerange ");
  for (guint i = 0; i < 20000; i++)
    g_string_append(
        map, "1 beginbfrange <00> <FF> <0001> endbfrange 1 beginbfrange <61> <61> <D800DFFFFFFE0000202E> endbfrange ");
  stream(pdf, "", content);
  stream(pdf, "", map);
  GString *text = finish(pdf, "");
  char *at = strstr(text->str, "/BaseFont /Helvetica");
  memcpy(at, "/ToUnicode 6 0 R    ", strlen("/BaseFont /Helvetica"));
  return text;
}

static GString *nested(guint n)
{
  g_autoptr(GString) open = again(n == 0 ? "[" : n == 1 ? "<< /A " : "(", 3 * 1000 * 1000);
  Pdf *pdf = page_of(a4, "");
  object(pdf, "%s", open->str);
  return finish(pdf, "");
}

static GString *locked(guint n)
{
  (void)n;
  GString *text = plain();
  char *at = strstr(text->str, "/Root 1 0 R");
  g_string_insert(text, at - text->str,
                  "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O "
                  "<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A> "
                  "/U <28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697B> >> ");
  return text;
}

static GString *words_only(guint n)
{
  static const char *const all[] = { "", "%PDF-1.7", "%PDF-1.4\nnothing else", "GIF89a no PDF at all",
                                     "PK\003\004 a zip" };
  return g_string_new(all[n]);
}

static GString *cut(guint percent)
{
  GString *text = plain();
  g_string_truncate(text, text->len * percent / 100);
  return text;
}

static GString *flipped(guint seed)
{
  GString *text = plain();
  g_autoptr(GRand) chance = g_rand_new_with_seed(seed);
  for (guint i = 0; i < 1 + seed * 3; i++)
    text->str[g_rand_int_range(chance, 8, (gint32)text->len)] = (char)g_rand_int_range(chance, 1, 256);
  return text;
}

typedef GString *(*Make)(guint n);
static const struct {
  const char *name;
  Make make;
  guint from, end, step;
} kinds[] = {
  { "words only", words_only, 0, 5, 1 },
  { "cut", cut, 5, 100, 9 },
  { "flipped", flipped, 1, 25, 1 },
  { "cycle of pages", cycle, 0, 1, 1 },
  { "deep tree", deep, 20000, 20001, 1 },
  { "many pages", many_pages, 10000, 10001, 1 },
  { "count", false_count, 0, 1, 1 },
  { "box", boxes, 0, 7, 1 },
  { "operators", operators, 0, 8, 1 },
  { "bomb", bomb, 0, 3, 1 },
  { "forms", forms, 0, 2, 1 },
  { "own length", own_length, 0, 1, 1 },
  { "own contents", own_contents, 0, 1, 1 },
  { "own xref", own_xref, 0, 1, 1 },
  { "places", places_far, 0, 5, 1 },
  { "glyphs", glyphs, 0, 1, 1 },
  { "to unicode", to_unicode, 0, 1, 1 },
  { "nested", nested, 0, 3, 1 },
  { "locked", locked, 0, 1, 1 },
};

/* ---- running ----------------------------------------------------------------------------------------------------- */

typedef struct {
  GString *said;
  int status;
  glong cpu_ms, memory_kb;
} Answer;

static void run(int pdf, Answer *answer)
{
  int ends[2];
  struct rusage used;
  char part[1 << 15];
  assert_int_equal(pipe(ends), 0);
  pid_t child = fork();
  if (child == 0) {
    dup2(pdf, STDIN_FILENO);
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    execl(program, program, NULL);
    _exit(127);
  }
  close(ends[1]);
  answer->said = g_string_new(NULL);
  for (gssize n; (n = read(ends[0], part, sizeof part)) > 0;)
    g_string_append_len(answer->said, part, n);
  close(ends[0]);
  assert_int_equal(wait4(child, &answer->status, 0, &used), child); /* with those that it has waited for */
  answer->cpu_ms =
      (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
  answer->memory_kb = used.ru_maxrss;
}

static void try_one(const char *name, guint n, const GString *pdf)
{
  char path[] = "/tmp/qmr-hostile-XXXXXX";
  int fd = g_mkstemp(path);
  Answer answer;
  unlink(path);
  assert_int_equal(write(fd, pdf->str, pdf->len), (gssize)pdf->len);
  lseek(fd, 0, SEEK_SET);
  run(fd, &answer);
  close(fd);
  g_autofree char *why =
      g_strdup_printf("%s %u: status %d, %ld ms, %ld KB, %" G_GSIZE_FORMAT " bytes: %.120s", name, n, answer.status,
                      answer.cpu_ms, answer.memory_kb, answer.said->len, answer.said->str);
  bool good = answer.status == 0 && answer.said->len <= OUTPUT_BYTES && strstr(answer.said->str, "<supplied ") &&
              g_str_has_suffix(answer.said->str, "</supplied>\n") && g_utf8_validate(answer.said->str, -1, NULL);
#ifndef __SANITIZE_ADDRESS__
  bool pages = strcmp(name, "many pages") == 0; /* more time for more pages */
  good = good && answer.cpu_ms <= (pages ? 8 : 1) * CPU_MS && answer.memory_kb <= MEMORY_KB;
#endif
  g_string_free(answer.said, TRUE);
  if (!good)
    fail_msg("%s", why);
  if (g_getenv("QMR_SHOW"))
    print_message("%s\n", why);
}

static void answers_all(void **state)
{
  guint n_tried = 0;
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    for (guint n = kinds[i].from; n < kinds[i].end; n += kinds[i].step, n_tried++) {
      g_autoptr(GString) pdf = kinds[i].make(n);
      try_one(kinds[i].name, n, pdf);
    }
  assert_true(n_tried >= 30);
  (void)state;
}

int main(int argc, char **argv)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(answers_all) };
  assert_int_equal(argc, 2);
  program = argv[1];
  return cmocka_run_group_tests(tests, NULL, NULL);
}
