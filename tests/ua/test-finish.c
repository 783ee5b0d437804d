/* Finishing: the same bytes again; broken drawing rules are refused in words. */
#include "testing.h"

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

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_same_bytes_again) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
