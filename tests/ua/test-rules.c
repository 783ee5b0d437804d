/* The sample is without fault; every rule has a seeded defect, and finds it. */
#include "testing.h"

#include "defects.h"
#include "sample.h"
#include <string.h>

static GByteArray *good;

static int setup(void **state)
{
  (void)state;
  good = sample_pdf();
  return 0;
}

static int teardown(void **state)
{
  (void)state;
  g_byte_array_unref(good);
  return 0;
}

static bool is_of_rule(const char *finding, const char *rule)
{
  return g_str_has_prefix(finding, rule) && finding[strlen(rule)] == ':';
}

static void test_good(void **state)
{
  (void)state;
  g_autoptr(GPtrArray) findings = check_pdf(good);
  for (guint i = 0; i < findings->len; i++)
    print_message("%s\n", (const char *)g_ptr_array_index(findings, i));
  assert_int_equal(findings->len, 0);
}

static bool finds(const Defect *defect)
{
  g_autoptr(Pdf) pdf = pdf_open(good, NULL);
  defect->make(pdf);
  g_autoptr(GByteArray) bad = pdf_write(pdf);
  g_autoptr(GPtrArray) findings = check_pdf(bad);
  for (guint i = 0; i < findings->len; i++)
    if (is_of_rule(g_ptr_array_index(findings, i), defect->rule))
      return true;
  print_message("%s is not found by %s; found were %u:\n", defect->name, defect->rule, findings->len);
  for (guint i = 0; i < findings->len; i++)
    print_message("  %s\n", (const char *)g_ptr_array_index(findings, i));
  return false;
}

static void test_defects(void **state)
{
  (void)state;
  guint missed = 0;
  for (guint i = 0; i < n_defects; i++)
    missed += !finds(&defects[i]);
  assert_int_equal(missed, 0);
}

static void test_every_rule_has_a_defect(void **state)
{
  (void)state;
  for (const UaRule *const *family = ua_rules; *family; family++)
    for (const UaRule *rule = *family; rule->id; rule++) {
      guint n = 0;
      for (guint i = 0; i < n_defects; i++)
        n += g_str_equal(defects[i].rule, rule->id);
      if (!n)
        print_message("no defect for %s\n", rule->id);
      assert_true(n > 0);
    }
}

static void test_damaged_file(void **state)
{
  (void)state;
  g_autoptr(GByteArray) half = g_byte_array_append(g_byte_array_new(), good->data, good->len / 2);
  g_autoptr(GPtrArray) findings = check_pdf(half);
  assert_int_equal(findings->len, 1);
  assert_true(is_of_rule(g_ptr_array_index(findings, 0), "syntax"));
}

static void test_reading_order(void **state)
{
  (void)state;
  g_autofree char *text = check_tree_text(good, (const char *const[]){ "Figure", NULL });
  assert_string_equal(text, sample_words);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_good),
    cmocka_unit_test(test_defects),
    cmocka_unit_test(test_every_rule_has_a_defect),
    cmocka_unit_test(test_damaged_file),
    cmocka_unit_test(test_reading_order),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
