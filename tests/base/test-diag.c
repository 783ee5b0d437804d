/* Diagnostics: order, equals, counts, and both forms of print. */
#include "testing.h"

#include "diag/diag.h"
#include <string.h>

static const Source source = { "b.xml", "one\n\ttwo é three\r\nlast", 23 };

static char *text_of(DiagList *diags)
{
  GString *out = g_string_new(NULL);
  diag_sort(diags);
  diag_print_text(diags, out);
  return g_string_free(out, FALSE);
}

static void test_places(void **state)
{
  (void)state;
  Place place = source_place(&source, 0);
  assert_int_equal(place.line, 1);
  assert_int_equal(place.column, 1);
  place = source_place(&source, 4);
  assert_int_equal(place.line, 2);
  assert_int_equal(place.column, 1);
  place = source_place(&source, 12); /* after the two bytes of é */
  assert_int_equal(place.line, 2);
  assert_int_equal(place.column, 8);
  place = source_place(&source, 1000); /* beyond the end */
  assert_int_equal(place.line, 3);
  assert_int_equal(place.column, 5);
  gsize length_bytes;
  const char *line = source_line(&source, 12, &length_bytes);
  assert_ptr_equal(line, source.text + 4);
  assert_int_equal(length_bytes, strlen("\ttwo é three"));
}

static void test_text(void **state)
{
  (void)state;
  g_autoptr(DiagList) diags = diag_list_new();
  diag_at(diags, "V-DATE", &source, 9, "date '%s' is not a date", "x");
  diag_file(diags, "F-EMPTY", "a\nb.xml", "the file is \033empty");
  diag_at(diags, "S-TEXT", &source, 0, "stray");
  diag_at(diags, "V-DATE", &source, 9, "date '%s' is not a date", "x"); /* an equal */
  diag_file(diags, "F-MORE", NULL, "about the run");
  g_autofree char *text = text_of(diags);
  assert_string_equal(text, "note: about the run [F-MORE]\n"
                            "a b.xml: error: the file is \xEF\xBF\xBD"
                            "empty [F-EMPTY]\n"
                            "b.xml:1:1: error: stray [S-TEXT]\n"
                            "    | one\n"
                            "    | ^\n"
                            "b.xml:2:6: error: date 'x' is not a date [V-DATE]\n"
                            "    |  two é three\n"
                            "    |      ^\n");
  assert_int_equal(diag_count(diags, LEVEL_NOTE), 4);
  assert_int_equal(diag_count(diags, LEVEL_ERROR), 3);
  assert_non_null(diag_get(diags, 3));
  assert_null(diag_get(diags, 4));
}

static void test_json(void **state)
{
  (void)state;
  g_autoptr(DiagList) diags = diag_list_new();
  diag_at(diags, "V-DATE", &source, 9, "date \"x\"\tis \\ not");
  diag_file(diags, "F-MORE", NULL, "about the run");
  diag_sort(diags);
  g_autoptr(GString) out = g_string_new(NULL);
  diag_print_json(diags, out);
  assert_string_equal(out->str,
                      "{\"file\": null, \"line\": 0, \"column\": 0, \"level\": \"note\", \"rule\": \"F-MORE\", "
                      "\"message\": \"about the run\"}\n"
                      "{\"file\": \"b.xml\", \"line\": 2, \"column\": 6, \"level\": \"error\", \"rule\": "
                      "\"V-DATE\", \"message\": \"date \\\"x\\\"\\tis \\\\ not\"}\n");
}

static void test_many(void **state)
{
  (void)state;
  g_autoptr(DiagList) diags = diag_list_new();
  for (guint i = 0; i < 1000; i++)
    diag_file(diags, "F-EMPTY", "a.xml", "number %04u", i);
  diag_file(diags, "F-MORE", "a.xml", "a note");
  diag_file(diags, "F-EMPTY", "b.xml", "another file");
  g_autofree char *text = text_of(diags);
  assert_null(strstr(text, "number 0050"));
  assert_non_null(strstr(text, "a.xml: error: number 0049 [F-EMPTY]\n"
                               "a.xml: note: ... and 950 more errors, 1 more note [F-MORE]\n"
                               "b.xml: error: another file [F-EMPTY]\n"));
  assert_int_equal(diag_count(diags, LEVEL_ERROR), 1001);
  assert_int_equal(diag_count(diags, LEVEL_NOTE), 1002);
}

static void test_long_line(void **state)
{
  (void)state;
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < 500; i++)
    g_string_append(line, "é");
  g_string_overwrite(line, 500, "!!"); /* in place of the 251st character */
  Source whole = { "w.xml", line->str, line->len };
  g_autoptr(DiagList) diags = diag_list_new();
  diag_at(diags, "S-TEXT", &whole, 500, "here");
  const Diag *diag = diag_get(diags, 0);
  assert_int_equal(diag->column, 251);
  assert_int_equal(g_utf8_strlen(diag->excerpt, -1), 162);
  assert_true(g_str_has_prefix(diag->excerpt, "…"));
  assert_true(g_str_has_suffix(diag->excerpt, "…"));
  const char *at = g_utf8_offset_to_pointer(diag->excerpt, (glong)diag->caret - 1);
  assert_int_equal(*at, '!');
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_places), cmocka_unit_test(test_text),      cmocka_unit_test(test_json),
    cmocka_unit_test(test_many),   cmocka_unit_test(test_long_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
