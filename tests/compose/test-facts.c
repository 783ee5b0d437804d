/* Facts of the model in words: rating rules and projections, in the words of the house and in those of every language.
 */
#include "testing.h"

#include "compose/wording/key.h"
#include "compose/wording/projection.h"
#include "compose/wording/rating-rule.h"
#include "figure.h"
#include "layout/layout.h"
#include "record/record-read.h"
#include <string.h>

enum { GREEN = RATING_GREEN, AMBER = RATING_AMBER, RED = RATING_RED };
static const char *const files[] = { "words-en-GB.xml", "words-cy.xml" };

static Document *language(Arena *arena, const char *file)
{
  g_autofree char *path = g_build_filename(g_getenv("QMR_LAYOUTS"), file, NULL);
  g_autoptr(DiagList) diags = diag_list_new();
  const Words *words = record_read_file(arena, path, &words_spec, diags, NULL);
  assert_non_null(words);
  Document *document = record_new(arena, &document_spec, NULL);
  document->words = words->words;
  return document;
}

static void assert_words(const Document *document, const RatingRule *rule, int rating, const char *expected)
{
  g_autofree char *words = rating_rule_words(document, rule, rating);
  if (expected)
    assert_string_equal(words, expected);
  else
    assert_null(words);
}

static void test_rules(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  const Document *house = language(arena, files[0]), *welsh = language(arena, files[1]);
  const RatingRule plain = { .method = METHOD_TARGET };
  RatingRule percent = { .method = METHOD_TOLERANCE, .tolerance = OPT("5"), .tolerance_of = OF_TARGET_PERCENT };
  RatingRule points = { .method = METHOD_TOLERANCE, .tolerance = OPT("2.50"), .tolerance_of = OF_POINTS };
  const RatingRule both = { .method = METHOD_TARGET, .improving_amber = true, .plan_amber = true };
  const RatingRule floor = { .method = METHOD_FLOOR, .floor = OPT("85.0"), .improving_amber = true };
  assert_words(house, &percent, GREEN, "The target is met or exceeded.");
  assert_words(house, &percent, AMBER, "The target is missed by no more than 5% of it.");
  assert_words(house, &percent, RED, "The target is missed by more than 5% of it.");
  assert_words(house, &points, AMBER, "The target is missed by no more than 2.5 points.");
  assert_words(house, &plain, AMBER, NULL);
  assert_words(house, &plain, RED, "The target is missed.");
  assert_words(house, &both, AMBER,
               "The target is missed but the value is better than before, or corrective action is in hand.");
  assert_words(house, &floor, AMBER,
               "The target is missed but the least standard of 85 is kept, or it is missed but the value is better "
               "than before.");
  assert_words(house, &floor, RED, "The target is missed, and nothing makes it amber.");
  assert_words(welsh, &percent, RED, "Methwyd y targed o fwy na 5% ohono.");
  points.green_within = true; /* a body without amber */
  assert_words(house, &points, GREEN, "The target is met, or missed by no more than 2.5 points.");
  assert_words(house, &points, RED, "The target is missed by more than 2.5 points.");
  assert_words(house, &points, AMBER, NULL);
}

/* Every way of rating has its sentence in every language. */
static void test_every_rule(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  guint said = 0;
  for (guint f = 0; f < G_N_ELEMENTS(files); f++) {
    const Document *document = language(arena, files[f]);
    for (guint i = 0; i < 5 * 3 * 16 * 3; i++) {
      const guint is = i / 15 % 16;
      const RatingRule rule = { .method = METHOD_TARGET + (int)(i % 5),
                                .tolerance = OPT(is & 1 ? "5" : NULL),
                                .tolerance_of = (int)(i / 5 % 3),
                                .floor = OPT(is & 1 ? "85" : NULL),
                                .green_within = is & 2,
                                .improving_amber = is & 4,
                                .plan_amber = is & 8 };
      g_autofree char *words = rating_rule_words(document, &rule, GREEN + (int)(i / 240));
      assert_true(!words || !g_str_has_prefix(words, "rule-"));
      assert_true(!words || (g_str_has_suffix(words, ".") && !strchr(words, '{')));
      said += words != NULL;
    }
  }
  assert_true(said > 1000);
}

static const char model[] =
    "<report xmlns='urn:qmr:1' format='1.0' council='M' framework='P' service='s' service-title='S'"
    " period='2009-10-Q2' year='2009-10'><rating-rule ref='std' method='target'/>"
    "<rating-rule ref='tol' method='tolerance' tolerance='5'/>"
    "<symbol scale='indicator' name='red' word='Red'>Missed. {rule}</symbol>"
    "<symbol scale='travel' name='same' word='Same'>The same.</symbol>"
    "<indicator ref='A' title='A' unit='count' decimals='1' polarity='higher' projection='2' projection-by='profile'"
    " projection-of='2'><measure><value period='2009-10-Q2' number='1'/><target period='2009-10' number='8'/>"
    "<profile period='2009-10-Q2' number='5'/></measure></indicator>"
    "<indicator ref='B' title='B' unit='count' polarity='higher' rule='tol' projection='2' projection-by='mean'"
    " projection-of='1'><measure><value period='2009-10-Q2' number='1'/></measure></indicator>"
    "<indicator ref='C' title='C' unit='count' polarity='higher' projection='2' projection-by='time'"
    " projection-of='5'><measure><value period='2009-10-M5' number='1'/></measure></indicator>"
    "<indicator ref='D' title='D' unit='count' polarity='higher' rule='tol' projection='2' projection-by='service'>"
    "<measure><value period='2009-10-M5' number='1'/></measure></indicator>"
    "<indicator ref='E' title='E' unit='count' polarity='higher' projection='2' projection-by='service'"
    " projection-method='our own'><measure/></indicator></report>";

/* The key's word for green of a report with these rules and these indicators. */
static char *green_key(const char *rules, const char *indicators)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autofree char *text =
      g_strconcat("<report xmlns='urn:qmr:1' format='1.0' council='M' framework='P' service='s' service-title='S'"
                  " period='2009-10-Q2' year='2009-10'>",
                  rules, "<symbol scale='indicator' name='green' word='Green'><i>Met.</i> {rule}</symbol>", indicators,
                  "</report>", NULL);
  const Spec *const specs[] = { &report_spec, NULL };
  Report *report = record_read_memory(arena, "model.xml", text, strlen(text), specs, diags);
  assert_non_null(report);
  key_fill(arena, language(arena, files[0]), report);
  return runs_to_text(((const KeyEntry *)g_ptr_array_index(report->key, 0))->text);
}

static void assert_key(const char *rules, const char *indicators, const char *expected)
{
  g_autofree char *key = green_key(rules, indicators);
  assert_string_equal(key, expected);
}

#define RULE "<rating-rule ref='std' method='target'/>"
#define ROW(ref_, more_)                                                                                               \
  "<indicator ref='" ref_ "' title='T' unit='count' polarity='higher'" more_ "><measure/></indicator>"

static void test_rules_unknown(void **state)
{
  (void)state;
  assert_key("", ROW("A", ""), "Met.");
  assert_key(RULE, ROW("A", "") ROW("B", " rule='other'"),
             "Met. The target is met or exceeded. For B: the framework does not have the rule for this.");
  assert_key("<rating-rule ref='std' method='manual' unread='method'/>", ROW("A", ""),
             "Met. The rule for this cannot be read.");
  assert_key(RULE, ROW("A", "") ROW("B", "") ROW("C", " unread='rule'"),
             "Met. The target is met or exceeded. For C: the rule for this cannot be read.");
  assert_key(RULE "<rating-rule ref='man' method='manual'/>",
             ROW("1", "") ROW("2", "") ROW("3", "") ROW("4", "") ROW("5", "") ROW("6", "") ROW("7", "") ROW("8", "")
                 ROW("9", "") ROW("A", " rule='man'") ROW("B", " rule='man'") ROW("C", " rule='man'"),
             "Met. The target is met or exceeded. For A, B and C: judged by the responsible officer, who gives the "
             "reason.");
  assert_key(RULE "<rating-rule ref='man' method='manual'/>",
             ROW("1", " rule='man'") ROW("2", " rule='man'") ROW("3", " rule='man'") ROW("4", " rule='man'")
                 ROW("5", " rule='man'") ROW("6", " rule='man'") ROW("7", " rule='man'") ROW("8", " rule='man'")
                     ROW("9", " rule='man'") ROW("A", "") ROW("B", "") ROW("C", "") ROW("D", "") ROW("E", "")
                         ROW("F", "") ROW("G", "") ROW("H", "") ROW("I", "") ROW("J", ""),
             "Met. The target is met or exceeded. For 9 indicators: judged by the responsible officer, who gives the "
             "reason.");
}

static void assert_method(const Report *report, guint at, const char *expected)
{
  assert_string_equal(((const Indicator *)g_ptr_array_index(report->indicators, at))->projection_method, expected);
}

static void test_report(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  const Document *house = language(arena, files[0]);
  const Spec *const specs[] = { &report_spec, NULL };
  Report *report = record_read_memory(arena, "model.xml", model, strlen(model), specs, diags);
  assert_non_null(report);
  assert_int_equal(diag_count(diags, LEVEL_NOTE), 0);
  key_fill(arena, house, report);
  projection_fill(arena, house, report);
  g_autofree char *red = runs_to_text(((const KeyEntry *)g_ptr_array_index(report->key, 0))->text);
  assert_string_equal(red, "Missed. The target is missed. For B and D: the target is missed by more than 5% of it.");
  assert_method(report, 0, "by the profile: 5.0 of the year's 8.0 were planned by now");
  assert_method(report, 1, "mean of 1 quarter");
  assert_method(report, 2, "in proportion to time: 5 of 12 months");
  assert_method(report, 3, "the service's own");
  assert_method(report, 4, "our own");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_rules),
    cmocka_unit_test(test_every_rule),
    cmocka_unit_test(test_report),
    cmocka_unit_test(test_rules_unknown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
