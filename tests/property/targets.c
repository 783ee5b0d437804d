/* No target vanishes: of every kind of value, a target of each kind of period is on the page of the service plan; one
 * whose period holds that of the value is on the quarterly page, too; and a row that is not rated says why. What a
 * value is compared with and what the year has come to stand there as well, minutes and seconds as such. targets
 * SOURCE-FOLDER */
#include "cases.h"
#include "stages.h"
#include <glib/gstdio.h>
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

/* ---- what the value is compared with, and what the year has come to --------------------------------------------- */

/* Last year 6101, 6102, 6103, 6104 and in all 24410; this year 7201, 7202, 7203, 7204. */
typedef struct {
  const char *kind, *comparator, *target;
  int quarter;
  const char *expected; /* direction; the figure before, if it is told apart from last year's; the year */
} Row;

static const Row rows[] = {
  { "cumulative", "last-year-outturn", "number=\"7000\"", 2, "not-comparable; -; -" },
  { "cumulative", "last-year-outturn", "number=\"7000\"", 4, "better; -; -" },
  { "cumulative", "last-year-outturn", "number=\"7000\" to=\"8000\"", 4, "better; -; -" },
  { "cumulative", "last-year-outturn", "number=\"6000\" to=\"8000\"", 4, "better; -; -" },
  { "cumulative", "last-year-outturn", "number=\"6000\" to=\"7000\"", 4, "not-comparable; -; -" },
  { "cumulative", "last-year-outturn", "number=\"7000\" bound=\"below\"", 4, "not-comparable; -; -" },
  { "cumulative", "same-period-last-year", "number=\"7000\"", 2, "better; 6102; -" },
  { "cumulative", "same-period-last-year", "number=\"7000\"", 4, "better; -; -" },
  { "snapshot", "last-period", "number=\"7000\"", 2, "better; 7201; -" },
  { "snapshot", "same-period-last-year", "number=\"7000\"", 2, "better; 6102; -" },
  { "snapshot", "last-year-outturn", "number=\"7000\"", 2, "better; -; -" },
  { "flow", "same-period-last-year", "number=\"7000\"", 2, "better; 6102; -" },
  { "flow", "same-period-last-year", "number=\"7000\"", 4, "better; 6104; 28810" },
  { "flow", "last-period", "number=\"7000\"", 4, "better; 7203; 28810" },
  { "flow", "last-year-outturn", "number=\"7000\"", 4, "not-comparable; -; 28810" },
  { "average", "same-period-last-year", "number=\"7000\"", 4, "better; 6104; -" },
  { "rank", "same-period-last-year", "number=\"7000\"", 2, "worse; 6102; -" },
};

static char *plan_of(const Row *row)
{
  const char *direction = strcmp(row->kind, "rank") == 0 ? "lower" : "higher";
  g_autoptr(GString) actuals = g_string_new(NULL);
  for (int quarter = 1; quarter <= 4; quarter++)
    g_string_append_printf(actuals, "<actual period=\"2025-26-Q%d\" number=\"%d\"/>", quarter, 6100 + quarter);
  for (int quarter = 1; quarter < row->quarter; quarter++)
    g_string_append_printf(actuals, "<actual period=\"2026-27-Q%d\" number=\"%d\"/>", quarter, 7200 + quarter);
  return g_strdup_printf(
      "<plan xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" title=\"P\" from=\"2025-26\" years=\"4\" "
      "status=\"final\"><indicator ref=\"I1\" title=\"I\" category=\"quality\" key=\"yes\" "
      "unit=\"count\" polarity=\"%s\" kind=\"%s\">%s<target period=\"2026-27\" %s/></indicator></plan>",
      direction, row->kind, actuals->str, row->target);
}

static char *number_of(const char *model, const char *element)
{
  g_autofree char *begin = g_strdup_printf("<%s ", element);
  const char *tag = strstr(model, begin);
  char *number = tag ? case_attribute(tag, "number") : NULL;
  return number ? number : g_strdup("-");
}

static void check_row(Test *test, const Row *row)
{
  g_autofree char *framework =
      g_strdup_printf("<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Council\" title=\"Plan\" "
                      "from=\"2023-24\" to=\"2029-30\">"
                      "<directorate ref=\"d\" title=\"D\"><department ref=\"svc\" title=\"Service\"/></directorate>"
                      "<rating-rule ref=\"std\" method=\"target\" stand-in=\"yes\"/><travel-rule comparator=\"%s\" "
                      "stand-in=\"yes\"/></framework>",
                      row->comparator);
  g_autofree char *plan = plan_of(row);
  g_autofree char *current = g_strdup_printf(
      "<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" period=\"2026-27-Q%d\" status=\"final\"><indicator "
      "ref=\"I1\"><value number=\"%d\"/><commentary>Words.</commentary></indicator></return>",
      row->quarter, 7200 + row->quarter);
  const MergeTexts texts = { framework, plan, current, NULL, NULL };
  g_autoptr(GString) complaint = g_string_new(NULL);
  GString *model = stage_merge(&texts, complaint);
  g_autofree char *travel = case_attribute(strstr(model->str, "<indicator "), "travel");
  g_autofree char *before = number_of(model->str, "before"), *year = number_of(model->str, "full-year");
  g_autofree char *is = g_strdup_printf("%s; %s; %s", travel, before, year);
  g_autofree char *of =
      g_strdup_printf("%s, %s, quarter %d, target %s", row->kind, row->comparator, row->quarter, row->target);
  test->cases++;
  test->faults += !case_holds("what is compared", of, is, row->expected);
  if (strcmp(before, "-") != 0 && !is_on_page(test, test->report_layout, &texts, before))
    test->faults += !case_holds("what is compared", of, "not on the page", before);
  if (strcmp(year, "-") != 0 && !is_on_page(test, test->report_layout, &texts, year))
    test->faults += !case_holds("the year", of, "not on the page", year);
  g_string_free(model, TRUE);
}

/* ---- minutes and seconds ---------------------------------------------------------------------------------------- */

/* Wherever a figure can be a time, it is on the page, in the document that the next stage reads, and in CSV, as it was
 * written. */
static void check_times(Test *test)
{
  static const char *const written[] = { "8:31", "8:32", "8:33", "8:34", "8:35", "8:36", "8:37", NULL };
  static const char framework[] =
      "<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Council\" title=\"Plan\" from=\"2023-24\" "
      "to=\"2029-30\">"
      "<directorate ref=\"d\" title=\"D\"><department ref=\"svc\" title=\"Service\"/></directorate>"
      "<rating-rule ref=\"std\" method=\"target\" stand-in=\"yes\"/><travel-rule comparator=\"same-period-last-year\" "
      "stand-in=\"yes\"/></framework>";
  static const char plan[] =
      "<plan xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" title=\"P\" from=\"2025-26\" years=\"4\" "
      "status=\"final\">"
      "<indicator ref=\"I1\" title=\"I\" category=\"quality\" key=\"yes\" unit=\"minutes-seconds\" polarity=\"lower\" "
      "kind=\"snapshot\"><actual period=\"2025-26-Q2\" number=\"8:31\"/><actual period=\"2025-26\" "
      "number=\"8:32\"/><target "
      "period=\"2026-27\" number=\"8:33\" to=\"8:34\"/></indicator></plan>";
  static const char current[] =
      "<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" period=\"2026-27-Q2\" status=\"final\"><indicator "
      "ref=\"I1\" projection=\"8:38\"><value number=\"8:36\" lower=\"8:35\" upper=\"8:37\"/><commentary>It took 8m 36s."
      "</commentary></indicator></return>";
  const MergeTexts texts = { framework, plan, current, NULL, NULL };
  g_autoptr(GString) complaint = g_string_new(NULL), all = g_string_new(NULL);
  g_autofree char *folder = g_dir_make_tmp("qmr-targets-XXXXXX", NULL), *path = g_build_filename(folder, "t", NULL);
  GString *model = stage_merge(&texts, complaint);
  GString *page = model ? stage_compose(test->root, test->report_layout, "words-en-GB.xml", model, complaint) : NULL;
  test->cases++;
  if (!page || !stage_render(page, "html", path, complaint)) {
    printf("minutes and seconds: %s\n", complaint->str);
    test->faults++;
    return;
  }
  char *html = NULL;
  g_file_get_contents(path, &html, NULL, NULL);
  for (guint i = 0; written[i]; i++)
    if (!html || !strstr(html, written[i]))
      test->faults += !case_holds("minutes and seconds", "on the page", "missing", written[i]);
  GString *said = stage_messages(&texts);
  if (strstr(said->str, "error") || strstr(said->str, "W-VALUE"))
    test->faults += !case_holds("minutes and seconds", "messages", said->str, "");
  g_string_free(said, TRUE);
  g_string_free(model, TRUE);
  g_string_free(page, TRUE);
  g_remove(path);
  g_rmdir(folder);
  g_free(html);
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
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    check_row(&test, &rows[i]);
  check_times(&test);
  g_free(test.plan_layout);
  g_free(test.report_layout);
  return case_end(test.cases, test.faults);
}
