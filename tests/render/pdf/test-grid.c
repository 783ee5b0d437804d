/* Column widths: shares, longest words, too little room. */
#include "render/pdf/table/table-grid.h"
#include "testing.h"

static void shares_divide_the_width(void **state)
{
  (void)state;
  double width[2], min[2] = { 0, 0 }, share[2] = { 1, 3 };
  grid_share(share, min, 2, 400, width);
  assert_float_equal(width[0], (float)(100), 1e-4);
  assert_float_equal(width[1], (float)(300), 1e-4);
}

static void a_long_word_takes_from_the_others(void **state)
{
  (void)state;
  double width[3], min[3] = { 120, 10, 10 }, share[3] = { 1, 2, 1 };
  grid_share(share, min, 3, 400, width);
  assert_float_equal(width[0], (float)(120), 1e-4);
  assert_float_equal(width[1], (float)(280 * 2 / 3.0), 1e-4);
  assert_float_equal(width[2], (float)(280 / 3.0), 1e-4);
}

static void shrinking_one_may_reach_another(void **state)
{
  (void)state;
  double width[3], min[3] = { 200, 95, 10 }, share[3] = { 1, 1, 2 };
  grid_share(share, min, 3, 400, width);
  assert_float_equal(width[0], (float)(200), 1e-4);
  assert_float_equal(width[1], (float)(95), 1e-4);
  assert_float_equal(width[2], (float)(105), 1e-4);
}

static void too_little_room_breaks_the_longest_words_only(void **state)
{
  (void)state;
  double width[4], min[4] = { 600, 30, 900, 70 }, share[4] = { 1, 1, 1, 1 };
  grid_share(share, min, 4, 400, width);
  assert_float_equal(width[0], (float)(150), 1e-4);
  assert_float_equal(width[1], (float)(30), 1e-4);
  assert_float_equal(width[2], (float)(150), 1e-4);
  assert_float_equal(width[3], (float)(70), 1e-4);
  double all[2] = { 300, 100 };
  grid_share(share, all, 2, 150, width);
  assert_float_equal(width[0], (float)(75), 1e-4);
  assert_float_equal(width[1], (float)(75), 1e-4);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(shares_divide_the_width),
    cmocka_unit_test(a_long_word_takes_from_the_others),
    cmocka_unit_test(shrinking_one_may_reach_another),
    cmocka_unit_test(too_little_room_breaks_the_longest_words_only),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
