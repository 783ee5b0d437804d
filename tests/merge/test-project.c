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

/* "740 by the profile ..." or "none". */
static char *project(ProjectionCase c)
{
  OptAmount projection = { .given = false };
  g_autofree char *method = NULL;
  if (!projection_compute(&c, &projection, &method))
    return g_strdup("none");
  assert_true(projection.given);
  g_autofree char *number = amount_to_string(projection.amount);
  return g_strdup_printf("%s %s", number, method);
}

static void assert_projection(ProjectionCase c, const char *expected)
{
  g_autofree char *is = project(c);
  assert_string_equal(is, expected);
}

static void test_cumulative(void **state)
{
  (void)state;
  ProjectionCase c = { .kind = KIND_CUMULATIVE, .period = quarter("2012-13-Q2"), .value = OPT("3710"), .decimals = -1 };
  assert_projection(c, "7420 in proportion to time: 2 of 4 quarters");
  c.target = OPT("8000");
  assert_projection(c, "7420 in proportion to time: 2 of 4 quarters");
  c.profile = OPT("5000");
  assert_projection(c, "5936 by the profile: 5,000 of the year's 8,000 were planned by now");
  c.profile = OPT("5000.04");
  c.decimals = 1;
  assert_projection(c, "5936 by the profile: 5,000.0 of the year's 8,000.0 were planned by now");
  c.profile = OPT("5000");
  c.decimals = -1;
  c.profile = OPT("0");
  assert_projection(c, "7420 in proportion to time: 2 of 4 quarters");
  c.period = quarter("2012-13-M5");
  assert_projection(c, "8904 in proportion to time: 5 of 12 months");
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
  assert_projection(c, "4.5 mean of 2 quarters");
  c.period = quarter("2012-13-Q1");
  assert_projection(c, "4.0 mean of 1 quarter");
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
