/* Year-end projections: profile before time, means for averages, nothing where nothing can be said. */
#include "testing.h"

#include "figure.h"
#include "model/project.h"

static Period quarter(const char *text)
{
  Period period;
  assert_true(period_parse(text, &period));
  return period;
}

/* "740 profile 2" or "none". */
static char *project(ProjectionCase c)
{
  OptAmount projection = { .given = false };
  ProjectedBy by = PROJECTED_NOT;
  int n;
  if (!projection_compute(&c, &projection, &by, &n))
    return g_strdup("none");
  assert_true(projection.given);
  g_autofree char *number = amount_to_string(projection.amount);
  return g_strdup_printf("%s %s %d", number, terms_name(&terms_projected_by, by), n);
}

static void assert_projection(ProjectionCase c, const char *expected)
{
  g_autofree char *is = project(c);
  assert_string_equal(is, expected);
}

static void test_cumulative(void **state)
{
  (void)state;
  ProjectionCase c = { .kind = KIND_CUMULATIVE, .period = quarter("2012-13-Q2"), .value = OPT("3710") };
  assert_projection(c, "7420 time 2");
  c.target = OPT("8000");
  assert_projection(c, "7420 time 2");
  c.profile = OPT("5000");
  assert_projection(c, "5936 profile 2");
  c.profile = OPT("0");
  assert_projection(c, "7420 time 2");
  c.period = quarter("2012-13-M5");
  assert_projection(c, "8904 time 5");
}

static void test_average(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(GPtrArray) points = g_ptr_array_new();
  static const struct {
    const char *period, *number;
  } rows[] = { { "2011-12-Q4", "99" }, { "2012-13-Q1", "4" }, { "2012-13-Q2", "5" }, { "2012-13-Q3", "80" } };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    Reading *point = record_new(arena, &report_point_spec, NULL);
    point->period = quarter(rows[i].period);
    point->number = OPT(rows[i].number);
    g_ptr_array_add(points, point);
  }
  ProjectionCase c = { .kind = KIND_AVERAGE, .period = quarter("2012-13-Q2"), .value = OPT("5"), .points = points };
  assert_projection(c, "4.5 mean 2");
  c.period = quarter("2012-13-Q1");
  assert_projection(c, "4.0 mean 1");
}

static void test_nothing(void **state)
{
  (void)state;
  ProjectionCase c = { .kind = KIND_CUMULATIVE, .period = quarter("2012-13-Q4"), .value = OPT("3710") };
  assert_projection(c, "none");
  c.period = quarter("2012-13");
  assert_projection(c, "none");
  c.period = quarter("2012-13-Q1");
  c.kind = KIND_SNAPSHOT;
  assert_projection(c, "none");
  c.kind = KIND_CUMULATIVE;
  c.value = OPT(NULL);
  assert_projection(c, "none");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_cumulative),
    cmocka_unit_test(test_average),
    cmocka_unit_test(test_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
