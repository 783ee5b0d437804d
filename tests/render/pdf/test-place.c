/* Placing: widows and orphans, what stays together, cells of a row side by side, what is taller than a page. */
#include "render/pdf/flow/place.h"
#include "testing.h"

enum { LINE_PT = 10 };

/* Paragraphs of so many lines each (0 ends the list), gap of 4 above each but the first. */
static guint make_steps(Step *steps, const guint *paragraphs)
{
  guint n = 0;
  for (guint p = 0; paragraphs[p]; p++) {
    for (guint i = 0; i < paragraphs[p]; i++)
      steps[n + i] = (Step){ .gap_pt = i == 0 && p > 0 ? 4 : 0, .height_pt = LINE_PT };
    place_paragraph(steps, n, paragraphs[p]);
    n += paragraphs[p];
  }
  return n;
}

#define STEPS(...)                                                                                                     \
  Step steps[64] = { 0 };                                                                                              \
  guint n = make_steps(steps, (const guint[]){ __VA_ARGS__, 0 })

static void all_fits(void **state)
{
  (void)state;
  STEPS(3, 2);
  assert_int_equal(place_fit(steps, n, 0, 54, false), 5);
  assert_float_equal(place_height_pt(steps, 0, 5), 54, 1e-9);
  assert_int_equal(place_fit(steps, n, 0, 53.995, false), 5); /* a hair is not counted */
}

static void two_lines_stay_and_go(void **state)
{
  (void)state;
  STEPS(6);
  assert_int_equal(place_fit(steps, n, 0, 50, false), 4); /* five fit, but one would go alone */
  assert_int_equal(place_fit(steps, n, 0, 30, false), 3);
  assert_int_equal(place_fit(steps, n, 0, 20, false), 2);
  assert_int_equal(place_fit(steps, n, 0, 19, false), 0); /* one would stay alone */
}

static void three_lines_are_not_parted(void **state)
{
  (void)state;
  STEPS(3, 3);
  assert_int_equal(place_fit(steps, n, 0, 29, false), 0);
  assert_int_equal(place_fit(steps, n, 0, 60, false), 3);
}

static void gap_falls_away_at_the_top(void **state)
{
  (void)state;
  STEPS(2, 2);
  assert_int_equal(place_fit(steps, n, 2, 20, false), 2);
  assert_float_equal(place_least_pt(steps, n, 2), 20, 1e-9);
}

static void heading_stays_with_two_lines_below(void **state)
{
  (void)state;
  STEPS(1, 5);
  steps[1].keep = true; /* as strip_keep_next does */
  assert_int_equal(place_fit(steps, n, 0, 24, false), 0);
  assert_int_equal(place_fit(steps, n, 0, 34, false), 3);
  assert_float_equal(place_least_pt(steps, n, 0), 34, 1e-9);
}

static void forced_on_an_empty_page(void **state)
{
  (void)state;
  STEPS(3);
  assert_int_equal(place_fit(steps, n, 0, 25, true), 2); /* may not be parted, but has to */
  assert_int_equal(place_fit(steps, n, 0, 5, true), 1);  /* a line taller than the page */
  assert_int_equal(place_fit(steps, n, 3, 5, true), 0);  /* nothing left */
}

static void row_moves_when_a_cell_cannot_begin(void **state)
{
  (void)state;
  Step title[3], text[12];
  PlaceCell cells[] = { { title, make_steps(title, (const guint[]){ 3, 0 }), 0, 0 },
                        { text, make_steps(text, (const guint[]){ 12, 0 }), 0, 0 } };
  assert_false(place_row(cells, 2, 25, false));
  assert_true(place_row(cells, 2, 30, false));
  assert_int_equal(cells[0].take, 3);
  assert_int_equal(cells[1].take, 3);
}

static void row_goes_on_where_it_stopped(void **state)
{
  (void)state;
  Step title[2], text[12];
  PlaceCell cells[] = { { title, make_steps(title, (const guint[]){ 2, 0 }), 0, 0 },
                        { text, make_steps(text, (const guint[]){ 12, 0 }), 0, 0 },
                        { NULL, 0, 0, 0 } };
  assert_true(place_row(cells, 3, 65, false));
  assert_int_equal(cells[1].take, 6);
  for (guint i = 0; i < 3; i++)
    cells[i].done += cells[i].take;
  assert_true(place_row(cells, 3, 200, false));
  assert_int_equal(cells[0].take, 0);
  assert_int_equal(cells[1].take, 6);
}

/* Whatever the heights: every step is placed once, in order, and pages come to an end. */
static void every_step_is_placed_once(void **state)
{
  (void)state;
  for (guint seed = 1; seed < 400; seed++) {
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
    Step steps[40] = { 0 };
    guint n = (guint)g_rand_int_range(rand, 1, 40), done = 0, pages = 0;
    for (guint i = 0; i < n; i++)
      steps[i] =
          (Step){ g_rand_int_range(rand, 0, 9), g_rand_int_range(rand, 1, 60), g_rand_int_range(rand, 0, 3) == 0 };
    for (; done < n; pages++) {
      guint take = place_fit(steps, n, done, 50, true);
      assert_in_range(take, 1, n - done);
      assert_true(take == 1 || place_height_pt(steps, done, take) <= 50.02);
      done += take;
    }
    assert_int_equal(done, n);
    assert_true(pages <= n);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(all_fits),
    cmocka_unit_test(two_lines_stay_and_go),
    cmocka_unit_test(three_lines_are_not_parted),
    cmocka_unit_test(gap_falls_away_at_the_top),
    cmocka_unit_test(heading_stays_with_two_lines_below),
    cmocka_unit_test(forced_on_an_empty_page),
    cmocka_unit_test(row_moves_when_a_cell_cannot_begin),
    cmocka_unit_test(row_goes_on_where_it_stopped),
    cmocka_unit_test(every_step_is_placed_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
