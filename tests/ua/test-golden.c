/* Every golden document as a PDF: without fault, its words whole and in order, as seen by our reader and by poppler's.
 */
#include "testing.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "check.h"
#include "record/record-read.h"
#include "render/renderers.h"
#include "rendered.h"
#include "words.h"
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  Arena *arena;
  const Document *document;
  char *path;
  GByteArray *bytes;
} Golden;

static char *golden_path; /* the document.xml of the case, set by main */

static int setup(void **state)
{
  Golden *golden = g_new0(Golden, 1);
  GError *error = NULL;
  DiagList *diags = diag_list_new();
  golden->arena = arena_new();
  const Spec *const specs[] = { &document_spec, NULL };
  golden->document = record_read_own(golden->arena, golden_path, specs, diags, &error);
  g_assert_no_error(error);
  g_assert(golden->document);
  int fd = g_file_open_tmp("qmr-ua-XXXXXX.pdf", &golden->path, &error);
  g_assert_no_error(error);
  g_close(fd, NULL);
  rendered_save(&renderer_pdf, golden->document, golden->path, &(RenderOptions){ 0 }, &error);
  g_assert_no_error(error);
  char *text;
  gsize length;
  g_file_get_contents(golden->path, &text, &length, &error);
  g_assert_no_error(error);
  golden->bytes = g_byte_array_new_take((guint8 *)text, length);
  diag_list_free(diags);
  *state = golden;
  return 0;
}

static int teardown(void **state)
{
  Golden *golden = *state;
  g_unlink(golden->path);
  g_free(golden->path);
  g_byte_array_unref(golden->bytes);
  arena_free(golden->arena);
  g_free(golden);
  return 0;
}

static void test_rules(void **state)
{
  const Golden *golden = *state;
  g_autoptr(GPtrArray) findings = check_pdf(golden->bytes);
  for (guint i = 0; i < findings->len; i++)
    print_message("%s\n", (const char *)g_ptr_array_index(findings, i));
  assert_int_equal(findings->len, 0);
}

/* The first place where two texts part, with what stands around it. */
static void assert_same_words(const char *expected, const char *actual)
{
  gsize at = 0;
  while (expected[at] && expected[at] == actual[at])
    at++;
  if (expected[at] || actual[at]) {
    gsize from = at > 60 ? at - 60 : 0;
    print_message("expected: ...%.120s\nactual:   ...%.120s\n", expected + from, actual + from);
  }
  assert_true(!expected[at] && !actual[at]);
}

static void test_tree_has_the_words_of_the_document(void **state)
{
  static const char *const skip[] = { "Figure", "Lbl", "TOCI", NULL };
  const Golden *golden = *state;
  g_autofree char *expected = words_of_document(golden->document);
  g_autofree char *actual = check_tree_text(golden->bytes, skip);
  assert_same_words(expected, actual);
}

/* pdftotext parts a word at a line's end after its hyphen, and takes words written from right to left to pieces when it
 * reads in the order of drawing; those are left to the tree's test. */
static char **poppler_words(const char *text)
{
  g_autoptr(GRegex) leftward =
      g_regex_new("\\S*[\\x{590}-\\x{8FF}\\x{FB1D}-\\x{FDFF}\\x{FE70}-\\x{FEFC}]\\S*", 0, 0, NULL);
  g_autoptr(GRegex) hyphen = g_regex_new("-\\s+", 0, 0, NULL);
  g_autofree char *joined = g_regex_replace_literal(hyphen, text, -1, 0, "-", 0, NULL);
  g_autofree char *rightward = g_regex_replace_literal(leftward, joined, -1, 0, " ", 0, NULL);
  g_autoptr(GRegex) han = g_regex_new("(?<=\\p{Han})\\s+(?=\\p{Han})", 0, 0, NULL); /* a line may end within a name */
  g_autofree char *whole = g_regex_replace_literal(han, rightward, -1, 0, "", 0, NULL);
  g_autofree char *folded = text_fold(whole);
  return g_strsplit(folded, " ", -1);
}

static void test_poppler_reads_the_words(void **state)
{
  const Golden *golden = *state;
  g_autofree char *program = g_find_program_in_path("pdftotext");
  if (!program)
    skip();
  g_autoptr(GPtrArray) texts = check_page_texts(golden->bytes);
  for (guint page = 0; page < texts->len; page++) {
    g_autofree char *number = g_strdup_printf("%u", page + 1), *out = NULL;
    const char *argv[] = { program, "-raw", "-f", number, "-l", number, golden->path, "-", NULL };
    assert_true(
        g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL, NULL));
    g_auto(GStrv) part = poppler_words(g_ptr_array_index(texts, page));
    g_auto(GStrv) whole = poppler_words(out);
    const char *missing = NULL;
    bool all = words_within(part, whole, &missing);
    if (!all)
      print_message("page %u: poppler does not read '%s' in its place\n%s\n", page + 1, missing, out);
    assert_true(all);
  }
}

int main(int argc, char **argv)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_rules),
    cmocka_unit_test(test_tree_has_the_words_of_the_document),
    cmocka_unit_test(test_poppler_reads_the_words),
  };
  golden_path = argc > 1 ? argv[1] : NULL;
  g_assert(golden_path);
  return cmocka_run_group_tests(tests, setup, teardown);
}
