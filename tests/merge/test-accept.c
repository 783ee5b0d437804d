/* Accepting findings: what is added to accepted.xml, what is refused and in which words; texts that say the same. */
#include "testing.h"

#include "check/accept.h"
#include "check/alike.h"
#include <string.h>

typedef struct {
  Arena *arena;
  Framework *framework;
  GPtrArray *findings;
  AcceptWish wish;
} Desk;

static void add_finding(Desk *desk, const char *rule, const char *item, const char *text)
{
  Finding *finding = record_new(desk->arena, &finding_spec, NULL);
  finding->rule = arena_strdup(desk->arena, rule);
  finding->item = arena_strdup(desk->arena, item);
  finding->text = arena_strdup(desk->arena, text);
  g_ptr_array_add(desk->findings, finding);
}

static int setup(void **state)
{
  Arena *arena = arena_new();
  Desk *desk = arena_alloc(arena, sizeof *desk);
  *desk = (Desk){
    .arena = arena,
    .framework = record_new(arena, &framework_spec, NULL),
    .findings = arena_list(arena),
    .wish = { "G-BETTER", "indicator H 5", "OD", "Agreed with the auditor.", "housing", { PERIOD_QUARTER, 2009, 4 } }
  };
  Role *role = record_new(arena, &role_spec, NULL);
  role->ref = arena_strdup(arena, "OD");
  g_ptr_array_add(desk->framework->roles, role);
  add_finding(desk, "G-BETTER", "indicator H 5", "stated green, but 192,870 is red");
  add_finding(desk, "G-BETTER", "indicator H 6", "stated green, but 7 is red");
  add_finding(desk, "C-RETURN", NULL, "there is no return");
  *state = desk;
  return 0;
}

static int teardown(void **state)
{
  arena_free(((Desk *)*state)->arena);
  return 0;
}

static Accepted *add(const Desk *desk, const Accepted *old)
{
  g_autofree char *fault = NULL;
  Accepted *accepted = accept_add(desk->arena, old, desk->framework, desk->findings, &desk->wish, &fault);
  if (fault)
    print_error("%s\n", fault);
  assert_non_null(accepted);
  return accepted;
}

static void refused(const Desk *desk, const Accepted *old, const char *why)
{
  g_autofree char *fault = NULL;
  assert_null(accept_add(desk->arena, old, desk->framework, desk->findings, &desk->wish, &fault));
  assert_string_equal(fault, why);
}

static void test_added(void **state)
{
  Desk *desk = *state;
  const Accepted *accepted = add(desk, NULL);
  assert_string_equal(accepted->service, "housing");
  assert_int_equal(accepted->exceptions->len, 1);
  const Acceptance *exception = g_ptr_array_index(accepted->exceptions, 0);
  assert_string_equal(exception->rule, "G-BETTER");
  assert_string_equal(exception->item, "indicator H 5");
  assert_string_equal(exception->by, "OD");
  assert_string_equal(exception->text, "stated green, but 192,870 is red");
  assert_string_equal(exception->reason, "Agreed with the auditor.");
  assert_true(period_equal(exception->period, desk->wish.period));
  desk->wish.item = "H 6"; /* its code alone; the rule in any case */
  desk->wish.rule = "g-better";
  assert_int_equal(add(desk, accepted)->exceptions->len, 2);
  desk->wish.rule = "C-RETURN";
  desk->wish.item = NULL;
  assert_null(((Acceptance *)g_ptr_array_index(add(desk, accepted)->exceptions, 1))->item);
}

static void test_never_twice(void **state)
{
  Desk *desk = *state;
  Accepted *accepted = add(desk, NULL);
  Acceptance *exception = g_ptr_array_index(accepted->exceptions, 0);
  exception->text = arena_strdup(desk->arena, "stated  green, but 192870 is red");
  refused(desk, accepted, "it has been accepted already, by OD");
  exception->period = period_year(exception->period);
  refused(desk, accepted, "it has been accepted already, by OD");
}

/* What said something else then has lapsed and makes room; what was accepted for another quarter stays. */
static void test_lapsed(void **state)
{
  Desk *desk = *state;
  Accepted *accepted = add(desk, NULL);
  Acceptance *exception = g_ptr_array_index(accepted->exceptions, 0);
  exception->text = arena_strdup(desk->arena, "stated green, but 5 is red");
  assert_int_equal(add(desk, accepted)->exceptions->len, 1);
  exception->period.part = 3;
  assert_int_equal(add(desk, accepted)->exceptions->len, 2);
}

static void test_refused(void **state)
{
  Desk *desk = *state;
  Accepted *other = record_new(desk->arena, &accepted_spec, NULL);
  other->service = arena_strdup(desk->arena, "planning");
  refused(desk, other, "the accepted findings are of service 'planning', not of 'housing'");
  desk->wish.item = "indicator H 55";
  refused(desk, NULL, "there is no finding G-BETTER on indicator H 55 (did you mean 'indicator H 5'?)");
  desk->wish.rule = "C-RETURN"; /* which has no item */
  refused(desk, NULL, "there is no finding C-RETURN on indicator H 55: it is on no item, leave that out");
  desk->wish.rule = "G-BETER";
  refused(desk, NULL, "there is no finding of rule G-BETER (did you mean 'G-BETTER'?)");
  desk->wish.role = "ODD";
  refused(desk, NULL, "'ODD' is no role of the framework (did you mean 'OD'?)");
  desk->wish.role = "";
  refused(desk, NULL, "say which role accepts it");
  desk->wish.role = "OD";
  desk->wish.reason = " . ";
  refused(desk, NULL, "say why it is accepted");
  desk->wish.reason = "a\x1b[31m";
  refused(desk, NULL, "the reason holds a control character");
  desk->wish.reason = "\xff";
  refused(desk, NULL, "the reason is not UTF-8");
}

/* Two items of one code: neither is guessed. */
static void test_ambiguous_code(void **state)
{
  Desk *desk = *state;
  add_finding(desk, "G-BETTER", "milestone H 5", "stated green");
  desk->wish.item = "H 5";
  refused(desk, NULL,
          "there is no finding G-BETTER on H 5: name what it is on: 'indicator H 5', 'indicator H 6', 'milestone H 5'");
}

static void test_alike(void **state)
{
  (void)state;
  static const struct {
    const char *a, *b;
    bool same;
  } cases[] = {
    { "192,870", "192870", true },        { "192 870", "192870", true },        { "192\u00A0870", "192,870", true },
    { "192\u202F870", "192870", true },   { "1,234,567.5", "1234567.5", true }, { " a  b\n", "a b", true },
    { "192,87", "19287", false },         { "192,8700", "1928700", false },     { "0.192,870", "0.192870", false },
    { "1928,701", "1928701", false },     { "HP1 200", "HP1200", false },       { "192,870", "192,871", false },
    { "4, 5 and 6", "4,5 and 6", false }, { "19,2870", "192870", false },       { "19,2870", "192,870", false },
    { "1,92,870", "192870", false },      { "1,9287,0", "192870", false },      { "1,234,5678", "12345678", false },
    { "19 2870", "192870", false },       { "192870,", "192870", false },       { "1234,567", "1234567", false },
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *a = alike_key(cases[i].a), *b = alike_key(cases[i].b);
    if ((strcmp(a, b) == 0) != cases[i].same)
      fail_msg("'%s' and '%s' are %s", cases[i].a, cases[i].b, cases[i].same ? "not the same" : "the same");
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(test_added, setup, teardown),
    cmocka_unit_test_setup_teardown(test_never_twice, setup, teardown),
    cmocka_unit_test_setup_teardown(test_lapsed, setup, teardown),
    cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
    cmocka_unit_test_setup_teardown(test_ambiguous_code, setup, teardown),
    cmocka_unit_test(test_alike),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
