/* Claims: what each sentence says of its row, and sentences that say nothing of it. */
#include "testing.h"

#include "facts/claim.h"

static const char *const kinds[] = { "figure", "target", "over", "under", "apart", "from-target", "moved" };

static void show_claim(GString *out, const Sentence *sentence, const Claim *claim)
{
  static const char *const whens[] = { "now", "quarter", "last-quarter", "last-year" };
  g_autofree char *figure = sentence_quote(sentence, claim->at, claim->at);
  g_string_append_printf(out, "%s%s %s", out->len > 0 ? "; " : "", kinds[claim->kind], figure);
  if (claim->when == WHEN_QUARTER)
    g_string_append_printf(out, " Q%d", claim->quarter);
  else if (claim->when != WHEN_NOW)
    g_string_append_printf(out, " %s", whens[claim->when]);
  if (claim->direction != 0)
    g_string_append_printf(out, " %s",
                           claim->better_or_worse ? (claim->direction > 0 ? "better" : "worse")
                           : claim->direction > 0 ? "more"
                                                  : "less");
  g_string_append(out, claim->of_row && claim->kind == CLAIM_FIGURE ? " own" : "");
  g_string_append(out, claim->hedged ? " about" : "");
}

static void assert_claims(const char *text, const char *expected)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(GString) out = g_string_new(NULL);
  const GPtrArray *sentences = sentences_of_text(arena, text);
  for (guint i = 0; i < sentences->len; i++) {
    g_autoptr(GArray) claims = claims_of(g_ptr_array_index(sentences, i));
    for (guint k = 0; k < claims->len; k++)
      show_claim(out, g_ptr_array_index(sentences, i), &g_array_index(claims, Claim, k));
  }
  assert_string_equal(out->str, expected);
}

static void figures_of_a_time(void **state)
{
  (void)state;
  assert_claims("In Quarter 1 it was 92.8%.", "figure 92.8% Q1 own");
  assert_claims("In quarter 1, 92.8% of calls were answered.", "figure 92.8% Q1");
  assert_claims("94.6% of calls were answered, up from 92.8% in Quarter 1.", "figure 92.8% Q1 own");
  assert_claims("Last year the figure was 94.4%.", "figure 94.4% last-year own");
  assert_claims("The rate stood at about 12 in the previous quarter.", "figure 12 last-quarter own about");
  assert_claims("Compared with 71 a year ago, this is good.", "figure 71 last-year own");
}

static void other_times_and_figures_are_none(void **state)
{
  (void)state;
  assert_claims("In 2008/09 it was 92.8%.", "");
  assert_claims("In the same quarter last year it was 92.8%.", "");
  assert_claims("In May it was 92.8% and in June 91%.", "");
  assert_claims("Over the half year it was 94.2%.", "");
  assert_claims("The national figure was 71% last year.", "");
  assert_claims("Of the 40 calls 12 came in quarter 1.", "");
  assert_claims("It rose by 12 in quarter 1.", "");
}

static void bounds(void **state)
{
  (void)state;
  assert_claims("Over 95% of calls were answered.", "over 95%");
  assert_claims("More than 61,000 visits were made.", "over 61,000");
  assert_claims("Almost 95% of calls were answered.", "under 95%");
  assert_claims("Fewer than 12 complaints came.", "under 12");
  assert_claims("Cases open for more than 30 days are reviewed.", "");
  assert_claims("We aim at more than 95%.", "");
  assert_claims("It should be more than 95%.", "");
}

static void distances(void **state)
{
  (void)state;
  assert_claims("This is 1.8 percentage points better than in Quarter 1.", "apart 1.8 Q1 better");
  assert_claims("There were 12 fewer than last year.", "apart 12 last-year less");
  assert_claims("We missed the target by 1.4 points.", "from-target 1.4");
  assert_claims("The result is 0.4 points below target.", "from-target 0.4");
  assert_claims("Half a day better than target.", "");
}

static void targets_and_movement(void **state)
{
  (void)state;
  assert_claims("The target of 96% was missed.", "target 96%");
  assert_claims("A target of 96% was set for the year.", "target 96%");
  assert_claims("Performance fell compared with Quarter 1.", "moved fell Q1 less");
  assert_claims("The rate has improved since last quarter.", "moved improved last-quarter better");
  assert_claims("Demand fell compared with Quarter 1.", "");
  assert_claims("Performance may have fallen since quarter 1.", "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(figures_of_a_time),
    cmocka_unit_test(other_times_and_figures_are_none),
    cmocka_unit_test(bounds),
    cmocka_unit_test(distances),
    cmocka_unit_test(targets_and_movement),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
