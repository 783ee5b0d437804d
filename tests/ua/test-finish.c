/* Finishing: the same bytes again; other forms of cairo's file are read; broken drawing rules are refused in words. */
#include "testing.h"

#include "check.h"
#include "sample.h"
#include <string.h>

static void test_same_bytes_again(void **state)
{
  (void)state;
  g_autoptr(GByteArray) a = sample_pdf();
  g_autoptr(GByteArray) b = sample_pdf();
  assert_int_equal(a->len, b->len);
  assert_memory_equal(a->data, b->data, a->len);
}

static void assert_good(SampleKind kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) bytes = sample_try(kind, &error);
  g_assert_no_error(error);
  g_autoptr(GPtrArray) findings = check_pdf(bytes);
  for (guint i = 0; i < findings->len; i++)
    print_message("%s\n", (const char *)g_ptr_array_index(findings, i));
  assert_int_equal(findings->len, 0);
  g_autofree char *text = check_tree_text(bytes, (const char *const[]){ "Figure", NULL });
  assert_string_equal(text, sample_words);
}

static void test_compressed_pages(void **state)
{
  (void)state;
  assert_good(SAMPLE_COMPRESSED);
}

static void test_packed_objects(void **state)
{
  (void)state;
  assert_good(SAMPLE_PACKED);
}

static void assert_refused(SampleKind kind, const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) bytes = sample_try(kind, &error);
  assert_null(bytes);
  assert_non_null(error);
  if (!strstr(error->message, words))
    print_message("%s\n", error->message);
  assert_non_null(strstr(error->message, words));
}

static void test_refusals(void **state)
{
  (void)state;
  assert_refused(SAMPLE_LEAF_LOST, "page 3: 12 leaves were drawn, but cairo marked 11");
  assert_refused(SAMPLE_LEAF_NESTED, "page 3: a leaf begins within another");
  assert_refused(SAMPLE_GLYPH_SHARED, "page 3: a glyph stands for several texts");
  assert_refused(SAMPLE_LINK_DEAD, "a link leads to 'nowhere'");
  assert_refused(SAMPLE_BOOKMARK_DEAD, "a bookmark leads to 'nowhere'");
  assert_refused(SAMPLE_PAGE_LOST, "4 pages were drawn, but cairo wrote 7");
  assert_refused(SAMPLE_ORDER_WRONG, "4 pages were drawn");
  assert_refused(SAMPLE_DAMAGED, "libqpdf cannot read what cairo wrote");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_same_bytes_again),
    cmocka_unit_test(test_compressed_pages),
    cmocka_unit_test(test_packed_objects),
    cmocka_unit_test(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
