/* An entry for an item that the plan does not have says the same of progress and travel as one that it has: of each
 * figure and state, with each symbol that may be stated, under frameworks with rules and without. unplaced
 * SOURCE-FOLDER */
#include "cases.h"
#include "stages.h"
#include <stdio.h>
#include <string.h>

static const char *const rules[] = { "", "<rating-rule ref=\"std\" method=\"target\"/>", NULL };
static const char *const symbols[] = { "",
                                       " rating=\"green\"",
                                       " rating=\"gren\"",
                                       " rating=\"not-supplied\"",
                                       " travel=\"better\"",
                                       " travel=\"bettr\"",
                                       " rating=\"red\" travel=\"worse\"",
                                       NULL };
static const char *const values[] = { "",
                                      "<value number=\"13\"/>",
                                      "<value text=\"Most\"/>",
                                      "<value number=\"thirteen\"/>",
                                      "<value state=\"not-available\"/>",
                                      "<value state=\"not-applicable\"/>",
                                      "<value state=\"to-be-confirmed\"/>",
                                      "<value state=\"annual\"/>",
                                      "<value state=\"see-comment\"/>",
                                      "<value state=\"new-measure\"/>",
                                      "<value state=\"suppressed\"/>",
                                      "<value state=\"not-due\"/>",
                                      "<value state=\"not-supplied\"/>",
                                      "<value state=\"nobody knows\"/>",
                                      "<value period=\"2026-27-Q1\" number=\"7\"/>",
                                      "<value period=\"2026-27-Q1\" number=\"7\"/><value number=\"13\"/>",
                                      NULL };

static const char *const last_words = "<commentary>Words.</commentary>";

/* What the first such tag of the model says of progress and travel; caller frees. */
static char *said_of(const GString *model, const char *tag)
{
  const char *at = strstr(model->str, tag);
  g_autofree char *rating = at ? case_attribute(at, "rating") : NULL;
  g_autofree char *travel = at ? case_attribute(at, "travel") : NULL;
  return g_strdup_printf("%s, %s", rating ? rating : at ? "nothing" : "not there", travel ? travel : "nothing");
}

static bool check_entry(const char *rule, const char *symbol, const char *value)
{
  g_autofree char *framework = g_strdup_printf(
      "<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Council\" title=\"Plan\" from=\"2025-26\" "
      "to=\"2029-30\"><directorate ref=\"d\" title=\"D\"><department ref=\"svc\" title=\"Service\"/></directorate>%s"
      "</framework>",
      rule);
  static const char *const plan =
      "<plan xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" title=\"P\" from=\"2026-27\" years=\"1\" "
      "status=\"final\"><indicator ref=\"I1\" title=\"I\" category=\"quality\" unit=\"count\" polarity=\"higher\"/>"
      "</plan>";
  g_autofree char *current = g_strdup_printf(
      "<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" period=\"2026-27-Q2\" status=\"final\">"
      "<indicator ref=\"I1\"%s>%s%s</indicator><indicator ref=\"J7\"%s>%s%s</indicator></return>",
      symbol, value, last_words, symbol, value, last_words);
  const MergeTexts texts = { framework, plan, current, NULL, NULL };
  g_autoptr(GString) complaint = g_string_new(NULL);
  g_autoptr(GString) model = stage_merge(&texts, complaint);
  g_autofree char *placed = said_of(model, "<indicator "), *unplaced = said_of(model, "<unplanned ");
  g_autofree char *what = g_strdup_printf("<indicator%s>%s", symbol, value);
  return case_holds(what, *rule ? "with a rule" : "without rules", unplaced, placed);
}

int main(void)
{
  guint n = 0, faults = 0;
  for (guint rule = 0; rules[rule]; rule++)
    for (guint symbol = 0; symbols[symbol]; symbol++)
      for (guint value = 0; values[value]; value++, n++)
        faults += !check_entry(rules[rule], symbols[symbol], values[value]);
  return case_end(n, faults);
}
