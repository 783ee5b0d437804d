/* No target vanishes: of every kind of value, a target of each kind of period is on the page of the service plan; one
 * whose period holds that of the value is on the quarterly page, too; and a row that is not rated says why. targets
 * SOURCE-FOLDER */
#include "cases.h"
#include "stages.h"
#include <stdio.h>
#include <string.h>

static const char *const kinds[] = { "",        "cumulative", "cumulative-over-plan",
                                     "flow",    "snapshot",   "rolling",
                                     "average", "annual",     "survey",
                                     "grade",   "rank",       NULL };
/* A target's period, and how many quarters of 2026-27, as bits, are parts of it. */
typedef struct {
  const char *period;
  guint holds;
} Aim;
static const Aim aims[] = {
  { "2026-27-Q1", 1 },
  { "2026-27-Q2", 2 },
  { "2026-27-Q4", 8 },
  { "2026-27-Q1/2026-27-Q2", 3 },
  { "2026-27-Q3/2026-27-Q4", 12 },
  { "2026-27", 15 },
  { "2025-26/2026-27", 15 },
  { "2026-27/2028-29", 15 },
  { "2025-26/2027-28", 15 },
  { "2027-28/2028-29", 0 },
  { "2026-27-M2", 0 },
  { "2026-27-M6", 0 },
  { "2026", 7 },
  { "2027", 8 },
  { "2026-27-AY", 0 },
  { "2026-27-AY-T1", 0 },
  { "2027-28", 0 },
  { "2027-28-Q1", 0 },
  { "2025-26-Q4", 0 },
};
static const char *const directions[] = { "higher", "lower", NULL };
static const char *const rules[] = { "", " use-profile=\"yes\"", NULL };

typedef struct {
  const char *root;
  char *plan_layout, *report_layout;
  guint cases, faults;
} Test;

typedef struct {
  const char *kind, *direction, *rule;
  const Aim *aim;
  int quarter;
} Case;

static void complain(Test *test, const Case *c, const char *what)
{
  printf("kind '%s', %s,%s target of %s, quarter %d: %s\n", c->kind, c->direction, c->rule, c->aim->period, c->quarter,
         what);
  test->faults++;
}

static char *make_framework(const Case *c)
{
  return g_strdup_printf(
      "<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Council\" title=\"Plan\" from=\"2023-24\" "
      "to=\"2029-30\">"
      "<directorate ref=\"d\" title=\"D\"><department ref=\"svc\" title=\"Service\"/></directorate>"
      "<rating-rule ref=\"std\" method=\"target\"%s stand-in=\"yes\"/><travel-rule comparator=\"last-period\" "
      "stand-in=\"yes\"/></framework>",
      c->rule);
}

static char *make_plan(const Case *c)
{
  bool grade = strcmp(c->kind, "grade") == 0;
  g_autofree char *kind = *c->kind ? g_strdup_printf(" kind=\"%s\"", c->kind) : g_strdup("");
  return g_strdup_printf(
      "<plan xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" title=\"P\" from=\"2025-26\" years=\"4\" "
      "status=\"final\"><indicator ref=\"I1\" title=\"I\" category=\"quality\" key=\"yes\" "
      "unit=\"%s\" polarity=\"%s\"%s%s><target period=\"%s\" %s/></indicator></plan>",
      grade ? "text" : "count", c->direction, kind, grade ? " order=\"G7341; Mid; Low\"" : "", c->aim->period,
      grade ? "text=\"G7341\"" : "number=\"7341\"");
}

static char *make_return(const Case *c)
{
  const char *value = strcmp(c->kind, "grade") == 0 ? "text=\"Mid\"" : "number=\"7200\"";
  return g_strdup_printf("<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" period=\"2026-27-Q%d\" "
                         "status=\"final\"><indicator ref=\"I1\"><value %s/><commentary>Words.</commentary></indicator>"
                         "</return>",
                         c->quarter, value);
}

static bool is_on_page(const Test *test, const char *layout, const MergeTexts *texts, const char *word)
{
  g_autoptr(GString) complaint = g_string_new(NULL);
  GString *model = stage_merge(texts, complaint);
  GString *page = model ? stage_compose(test->root, layout, "words-en-GB.xml", model, complaint) : NULL;
  if (!page)
    printf("%s\n", complaint->str);
  bool there = page && strstr(page->str, word) != NULL;
  if (page)
    g_string_free(page, TRUE);
  if (model)
    g_string_free(model, TRUE);
  return there;
}

static void check_rated(Test *test, const Case *c, const MergeTexts *texts)
{
  g_autoptr(GString) complaint = g_string_new(NULL);
  GString *model = stage_merge(texts, complaint), *said = stage_messages(texts);
  g_autofree char *rating = model ? case_attribute(strstr(model->str, "<indicator "), "rating") : NULL;
  bool rated = rating && (strcmp(rating, "green") == 0 || strcmp(rating, "red") == 0);
  bool why = strstr(said->str, "[C-UNRATED]") != NULL || strstr(said->str, "[R-PERIOD]") != NULL;
  bool year = strcmp(c->aim->period, "2026-27") == 0 || strcmp(c->aim->period, "2027-28") == 0; /* who sees it knows */
  if (!rated && !why && !year)
    complain(test, c, "the row is not rated, and nothing says why");
  if (rated && why)
    complain(test, c, "the row is rated, and a message says that it is not");
  if (model)
    g_string_free(model, TRUE);
  g_string_free(said, TRUE);
}

static void check_case(Test *test, const Case *c)
{
  g_autofree char *framework = make_framework(c), *plan = make_plan(c), *current = make_return(c);
  const MergeTexts plan_alone = { framework, plan, NULL, NULL, "2025-26" };
  const MergeTexts all = { framework, plan, current, NULL, NULL };
  test->cases++;
  if (!is_on_page(test, test->plan_layout, &plan_alone, "7341"))
    complain(test, c, "the service plan does not show the target");
  bool holds = c->aim->holds & 1u << (c->quarter - 1);
  if (holds && !is_on_page(test, test->report_layout, &all, "7341"))
    complain(test, c, "the quarterly report does not show the target");
  check_rated(test, c, &all);
}

int main(int argc, char **argv)
{
  if (argc < 2) {
    fprintf(stderr, "usage: targets SOURCE-FOLDER\n");
    return 2;
  }
  Test test = { argv[1], case_file(argv[1], "layouts", "service-plan"),
                case_file(argv[1], "layouts", "quarterly-monitoring-report"), 0, 0 };
  for (guint kind = 0; kinds[kind]; kind++)
    for (guint aim = 0; aim < G_N_ELEMENTS(aims); aim++)
      for (guint way = 0; directions[way]; way++)
        for (guint rule = 0; rules[rule]; rule++)
          for (int quarter = 2; quarter <= 4; quarter += 2) {
            const Case c = { kinds[kind], directions[way], rules[rule], &aims[aim], quarter };
            check_case(&test, &c);
          }
  g_free(test.plan_layout);
  g_free(test.report_layout);
  return case_end(test.cases, test.faults);
}
