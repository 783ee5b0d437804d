/* Rules: every row is whole, ids are unique, and every rule of reading is provoked by a test. */
#include "testing.h"

#include "record/record-read.h"
#include <string.h>

static bool is_sentence(const char *text)
{
  return !g_ascii_islower(text[0]) && strchr(".?", text[strlen(text) - 1]);
}

static void test_rows(void **state)
{
  (void)state;
  guint n;
  const Rule *const *rules = rule_all(&n);
  assert_true(n > 40);
  for (guint i = 0; i < n; i++) {
    const Rule *rule = rules[i];
    if (i > 0 && g_ascii_strcasecmp(rules[i - 1]->id, rule->id) >= 0)
      fail_msg("%s is not unique or not in order", rule->id);
    assert_true(rule->family && rule->family[0]);
    assert_true(rule->title && rule->title[0]);
    assert_true(rule->explanation && rule->explanation[0]);
    assert_true(rule->remedy && rule->remedy[0]);
    if (g_str_has_suffix(rule->title, "."))
      fail_msg("the title of %s ends in a full stop", rule->id);
    if (!is_sentence(rule->explanation) || !is_sentence(rule->remedy))
      fail_msg("%s is not explained in sentences, from a capital to a full stop or a question mark", rule->id);
    assert_ptr_equal(rule_find(rule->id), rule);
  }
}

static void test_find(void **state)
{
  (void)state;
  assert_string_equal(rule_find("v-date")->id, "V-DATE");
  assert_null(rule_find("V-DAT"));
  assert_null(rule_find(""));
  g_autofree char *page = rule_explain(rule_find("F-EMPTY"));
  assert_string_equal(page,
                      "F-EMPTY (error, file)\n"
                      "  the file is empty\n"
                      "\n"
                      "  Why it matters: Nothing can be reported from an empty file; it may have been cut off while "
                      "it was copied.\n"
                      "  What to do: Send the file again.\n");
}

/* A message nobody has seen is a message nobody has checked. */
static void test_provoked(void **state)
{
  (void)state;
  g_autofree char *tests = NULL;
  assert_true(g_file_get_contents(INTAKE_TESTS, &tests, NULL, NULL));
  for (const Rule *rule = rules_intake; rule->id; rule++) {
    g_autofree char *mark = g_strdup_printf("[%s]", rule->id);
    if (!strstr(tests, mark))
      fail_msg("no test provokes %s", rule->id);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_rows),
    cmocka_unit_test(test_find),
    cmocka_unit_test(test_provoked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
