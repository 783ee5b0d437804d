/* What a figure means in time: each kind of value through the quarters, a new year, a missing quarter, targets of zero
 * and below, a revision, months in a quarter; the value shown, last year's, the target that decided, rating, direction,
 * projection and chart. kinds SOURCE-FOLDER */
#include "cases.h"
#include "stages.h"
#include <stdio.h>
#include <string.h>

typedef struct {
  const char *what, *indicator; /* attributes of the indicator: kind, polarity, unit */
  const char *plan;             /* "A 2025-26 160; T 2026-27 150": actuals and targets */
  const char *said;     /* "2026-27-Q1 40; 2026-27-Q2 60": by the last return, whose last value is of the period */
  const char *expected; /* value; last year's; goal; rating; direction; projection; chart: figures, target lines */
} Row;

#define CUMULATIVE "kind=\"cumulative\" unit=\"count\" polarity=\"higher\""
#define CUMULATIVE_LOW "kind=\"cumulative\" unit=\"count\" polarity=\"lower\""
#define OVER_PLAN "kind=\"cumulative-over-plan\" unit=\"count\" polarity=\"higher\""
#define FLOW "kind=\"flow\" unit=\"count\" polarity=\"higher\""
#define SNAPSHOT "kind=\"snapshot\" unit=\"percent\" polarity=\"higher\""
#define SNAPSHOT_LOW "kind=\"snapshot\" unit=\"count\" polarity=\"lower\""
#define AVERAGE "kind=\"average\" unit=\"percent\" polarity=\"higher\""
#define ROLLING "kind=\"rolling\" unit=\"percent\" polarity=\"higher\""
#define ANNUAL "kind=\"annual\" frequency=\"annual\" unit=\"percent\" polarity=\"higher\""
#define SURVEY "kind=\"survey\" unit=\"percent\" polarity=\"higher\""
#define GRADE                                                                                                          \
  "kind=\"grade\" unit=\"text\" polarity=\"higher\" order=\"Outstanding; Good; Requires improvement; Inadequate\""
#define WORDS "kind=\"snapshot\" unit=\"text\" polarity=\"higher\""
#define ANSWER "kind=\"snapshot\" unit=\"yes-no\" polarity=\"higher\""
#define BAND "unit=\"count\" polarity=\"plan\" band-low=\"100\" band-high=\"120\" "
#define RANK "kind=\"rank\" unit=\"count\" polarity=\"lower\""
#define UNSTATED "unit=\"count\" polarity=\"higher\""
#define UNSTATED_SHARE "unit=\"percent\" polarity=\"higher\""

#define YEAR "A 2025-26 160; T 2026-27 150"
#define PROFILE "A 2025-26 160; T 2026-27-Q1 40; T 2026-27-Q2 80; T 2026-27 150"

static const Row rows[] = {
  { "first quarter, profile", CUMULATIVE, PROFILE, "2026-27-Q1 45", "45; 160; 40; green; not-comparable; 169; 1/1" },
  { "second quarter, profile", CUMULATIVE, PROFILE, "2026-27-Q1 45; 2026-27-Q2 75",
    "75; 160; 80; red; worse; 141; 2/2" },
  { "second quarter, no profile: open", CUMULATIVE, YEAR, "2026-27-Q1 40; 2026-27-Q2 90",
    "90; 160; -; not-rated; better; 180; 2/1" },
  { "met before the year's end: sure", CUMULATIVE, YEAR, "2026-27-Q1 70; 2026-27-Q2 150",
    "150; 160; -; green; better; 300; 2/1" },
  { "last quarter", CUMULATIVE, YEAR, "2026-27-Q3 100; 2026-27-Q2 60; 2026-27-Q4 149",
    "149; 160; -; red; better; -; 3/1" },
  { "a missing quarter", CUMULATIVE, YEAR, "2026-27-Q1 40; 2026-27-Q3 100",
    "100; 160; -; not-rated; not-comparable; 133; 2/1" },
  { "complaints within bounds", CUMULATIVE_LOW, YEAR, "2026-27-Q1 40; 2026-27-Q2 60",
    "60; 160; -; not-rated; better; 120; 2/1" },
  { "complaints beyond the year's bound: sure", CUMULATIVE_LOW, YEAR, "2026-27-Q1 40; 2026-27-Q2 151",
    "151; 160; -; red; worse; 302; 2/1" },
  { "a new year begins from nothing", CUMULATIVE_LOW, "A 2025-26-Q4 160; T 2026-27 150", "2026-27-Q1 20",
    "20; 160; -; not-rated; not-comparable; 80; 2/1" },
  { "a target of zero, missed for sure", CUMULATIVE_LOW, "T 2026-27 0", "2026-27-Q1 1; 2026-27-Q2 1",
    "1; -; -; red; better; 2; 2/1" },
  { "runs over the plan, increments across the year", OVER_PLAN, "A 2025-26-Q3 100; A 2025-26-Q4 140; T 2026-27 300",
    "2026-27-Q1 190", "190; 140; -; not-rated; better; -; 3/1" },
  { "over the plan, at its year's end", OVER_PLAN, "T 2026-27 300", "2026-27-Q2 190; 2026-27-Q3 250; 2026-27-Q4 290",
    "290; -; -; red; worse; -; 3/1" },
  { "flow: the quarters make the year", FLOW,
    "A 2025-26-Q1 301; A 2025-26-Q2 302; A 2025-26-Q3 303; A 2025-26-Q4 304; T 2026-27 1300",
    "2026-27-Q1 325; 2026-27-Q2 330", "330; 1210; -; not-rated; better; 1310; 6/0" },
  { "flow: its own target", FLOW, "T 2026-27-Q2 340; T 2026-27 1300", "2026-27-Q1 325; 2026-27-Q2 330",
    "330; -; 340; red; better; 1310; 2/1" },
  { "flow: a quarter missing, no year", FLOW, "A 2025-26-Q1 301; A 2025-26-Q2 302; A 2025-26-Q4 304; T 2026-27 1300",
    "2026-27-Q2 330", "330; -; -; not-rated; not-comparable; -; 4/0" },
  { "flow: a withheld quarter withholds the year", FLOW,
    "A 2025-26-Q1 301; A 2025-26-Q2 !suppressed; A 2025-26-Q3 303; A 2025-26-Q4 304; T 2026-27 1300", "2026-27-Q1 330",
    "330; !suppressed; -; not-rated; better; 1320; 4/0" },
  { "flow: months make the quarter", FLOW, "T 2026-27-Q1 300; T 2026-27 1300",
    "2026-27-M1 90; 2026-27-M2 100; 2026-27-M3 105; 2026-27-Q1 -", "295; -; 300; red; not-comparable; 1180; 3/0" },
  { "snapshot: the quarter's target", SNAPSHOT, "A 2025-26 40; T 2026-27-Q2 48; T 2026-27 60",
    "2026-27-Q1 47; 2026-27-Q2 50", "50; 40; 48; green; better; -; 2/1" },
  { "snapshot: the year's target", SNAPSHOT, "A 2025-26-Q4 62; T 2026-27 60", "2026-27-Q1 59",
    "59; 62; -; red; worse; -; 2/1" },
  { "snapshot: the quarter is its last month", SNAPSHOT, "T 2026-27 60",
    "2026-27-M1 57; 2026-27-M2 70; 2026-27-M3 61; 2026-27-Q1 -", "61; -; -; green; not-comparable; -; 3/1" },
  { "snapshot: last month missing", SNAPSHOT, "T 2026-27 60", "2026-27-M1 57; 2026-27-M2 70; 2026-27-Q1 -",
    "!parts-only; -; -; not-rated; -; -; 2/1" },
  { "snapshot: a target of zero", SNAPSHOT_LOW, "T 2026-27 0", "2026-27-Q1 2; 2026-27-Q2 2",
    "2; -; -; red; same; -; 2/1" },
  { "snapshot: a target below zero", SNAPSHOT_LOW, "T 2026-27 -10", "2026-27-Q1 -12; 2026-27-Q2 -4",
    "-4; -; -; red; worse; -; 2/1" },
  { "average: parts are not the year", AVERAGE,
    "A 2025-26-Q1 90; A 2025-26-Q2 50; A 2025-26-Q3 60; A 2025-26-Q4 70; T 2026-27 75", "2026-27-Q1 80",
    "80; -; -; green; better; 80.0; 5/1" },
  { "average: the quarter does not follow from its months", AVERAGE, "T 2026-27 75",
    "2026-27-M1 80; 2026-27-M2 70; 2026-27-M3 60; 2026-27-Q1 -", "!parts-only; -; -; not-rated; -; -; 3/1" },
  { "average: through the counts", AVERAGE,
    "A 2025-26-Q1 90.0=900/1000; A 2025-26-Q2 50.0=5/10; A 2025-26-Q3 90.0=90/100; A 2025-26-Q4 50.0=5/10; T 2026-27 "
    "75",
    "2026-27-Q1 80", "80; 89.3; -; green; better; 80.0; 5/1" },
  { "average: the year's own", AVERAGE, "A 2025-26-Q4 50; A 2025-26 70; T 2026-27 75", "2026-27-Q1 80; 2026-27-Q2 60",
    "60; 70; -; red; worse; 70.0; 3/1" },
  { "rolling: the last is the year's", ROLLING, "A 2025-26-Q3 50; A 2025-26-Q4 70; T 2026-27 75", "2026-27-Q1 74",
    "74; 70; -; red; better; -; 3/1" },
  { "annual: not due before the year's end", ANNUAL, "A 2023-24 50; A 2024-25 52; A 2025-26 55; T 2026-27 58",
    "2026-27-Q2 -", "!annual; 55; -; not-due; -; -; 3/1" },
  { "annual: at the year's end, against last year's", ANNUAL, "A 2023-24 50; A 2024-25 52; A 2025-26 55; T 2026-27 58",
    "2026-27-Q4 59", "59; 55; -; green; better; -; 4/1" },
  { "survey: told in any quarter of its year", SURVEY, "A 2023-24 50; A 2025-26-Q2 55; T 2026-27 58", "2026-27-Q2 57",
    "57; 55; -; red; better; -; 3/1" },
  { "grade: better than the target", GRADE, "A 2025-26 'Good'; T 2026-27 'Good'",
    "2026-27-Q1 'Good'; 2026-27-Q2 'Outstanding'", "'Outstanding'; 'Good'; -; green; better; -; none" },
  { "grade: worse", GRADE, "A 2025-26 'Good'; T 2026-27 'Good'", "2026-27-Q1 'Good'; 2026-27-Q2 'Requires improvement'",
    "'Requires improvement'; 'Good'; -; red; worse; -; none" },
  { "grade: not one of them", GRADE, "A 2025-26 'Good'; T 2026-27 'Good'", "2026-27-Q1 'Good'; 2026-27-Q2 'Fine'",
    "'Fine'; 'Good'; -; not-rated; not-comparable; -; none" },
  { "rank: the lower the better", RANK, "A 2025-26 12; T 2026-27 10", "2026-27-Q1 12; 2026-27-Q2 9",
    "9; 12; -; green; better; -; 2/1" },
  { "on plan: the year's band says nothing of a quarter's own target", BAND "kind=\"cumulative\"",
    "T 2026-27-Q2 50; T 2026-27 110", "2026-27-Q1 20; 2026-27-Q2 50", "50; -; 50; green; not-comparable; 110; 2/3" },
  { "on plan: below the year's band, the year goes on", BAND "kind=\"cumulative\"", "T 2026-27 110", "2026-27-Q2 50",
    "50; -; -; not-rated; not-comparable; 100; none" },
  { "on plan: above the year's band for sure", BAND "kind=\"cumulative\"", "T 2026-27 110", "2026-27-Q2 121",
    "121; -; -; red; not-comparable; 242; none" },
  { "on plan: the year's end", BAND "kind=\"cumulative\"", "T 2026-27 110", "2026-27-Q4 101",
    "101; -; -; green; not-comparable; -; none" },
  { "on plan: a quarter of a flow is not the year", BAND "kind=\"flow\"", "T 2026-27 110", "2026-27-Q2 30",
    "30; -; -; not-rated; not-comparable; -; none" },
  { "on plan: a snapshot stays within it", BAND "kind=\"snapshot\"", "T 2026-27 110", "2026-27-Q1 90; 2026-27-Q2 101",
    "101; -; -; green; better; -; 2/3" },
  { "words: the same meet the target", WORDS, "A 2025-26 'Draft'; T 2026-27 'Agreed by Council'",
    "2026-27-Q1 'agreed by council'", "'agreed by council'; 'Draft'; -; green; not-comparable; -; none" },
  { "words: whether others do nobody can tell", WORDS, "A 2025-26 'Draft'; T 2026-27 'Agreed by Council'",
    "2026-27-Q1 'Agreed in part'", "'Agreed in part'; 'Draft'; -; not-rated; not-comparable; -; none" },
  { "yes or no: the other answer misses it", ANSWER, "T 2026-27 'Yes'", "2026-27-Q1 'No'",
    "'No'; -; -; red; not-comparable; -; none" },
  { "a percentage with a target in words", UNSTATED_SHARE, "A 2025-26 60; T 2026-27 'AAA rating kept'",
    "2026-27-Q1 70; 2026-27-Q2 74", "74; 60; -; not-rated; better; -; 2/0" },
  { "unstated: a part is not the whole", UNSTATED, "A 2025-26-Q3 303; A 2025-26-Q4 304; T 2026-27 1300",
    "2026-27-Q1 325; 2026-27-Q2 330", "330; -; -; not-rated; better; -; 4/1" },
  { "unstated: shares do not add up", UNSTATED_SHARE, "A 2025-26 60; T 2026-27 75", "2026-27-Q1 70; 2026-27-Q2 74",
    "74; 60; -; red; better; -; 2/1" },
  { "a revision of an earlier quarter counts", CUMULATIVE, YEAR, "2026-27-Q1 !revised 30; 2026-27-Q2 50",
    "50; 160; -; not-rated; worse; 100; 2/1" },
};

static const char framework[] =
    "<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Council\" title=\"Plan\" from=\"2023-24\" to=\"2029-30\">"
    "<directorate ref=\"d\" title=\"Directorate\"><department ref=\"svc\" title=\"Service\"/></directorate>"
    "<rating-rule ref=\"std\" method=\"target\" use-profile=\"yes\" stand-in=\"yes\"/><travel-rule "
    "comparator=\"last-period\" stand-in=\"yes\"/></framework>";

static const char layout[] =
    "<layout xmlns=\"urn:qmr:1\" format=\"1.0\" name=\"c\" about=\"A.\" title=\"T\" lang=\"en-GB\" "
    "style=\"house-style.xml\" "
    "words=\"words-en-GB.xml\"><section id=\"s\" page=\"portrait\"><each rows=\"indicator\"><chart id=\"c\" "
    "kind=\"lines\" "
    "points=\"measure/point\" targets=\"measure/planned\" years=\"3\"/></each></section></layout>";

/* "2026-27-Q1 40", "2026-27-Q1 90.0=900/1000", "... 'Good'", "... !suppressed", "... -": an element of the name. */
static void add_reading(GString *out, const char *name, const char *text)
{
  g_auto(GStrv) words = g_strsplit(g_strstrip((char *)text), " ", 2);
  const char *said = words[1];
  if (g_str_equal(said, "-"))
    return;
  g_string_append_printf(out, "<%s period=\"%s\"", name, words[0]);
  if (g_str_has_prefix(said, "!revised ")) {
    g_string_append(out, " flags=\"revised\"");
    said += strlen("!revised ");
  }
  g_auto(GStrv) parts = g_strsplit_set(said, "=/", 3);
  if (said[0] == '!')
    g_string_append_printf(out, " state=\"%s\"", said + 1);
  else if (said[0] == '\'')
    g_string_append_printf(out, " text=\"%.*s\"", (int)strlen(said) - 2, said + 1);
  else
    g_string_append_printf(out, " number=\"%s\"", parts[0]);
  if (parts[1])
    g_string_append_printf(out, " numerator=\"%s\" denominator=\"%s\"", parts[1], parts[2]);
  g_string_append(out, "/>");
}

static char *make_plan(const Row *row)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_string_append_printf(
      out,
      "<plan xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" title=\"P\" from=\"2025-26\" years=\"3\" "
      "status=\"final\"><indicator ref=\"I1\" title=\"I\" category=\"quality\" key=\"yes\" %s>",
      row->indicator);
  g_auto(GStrv) readings = g_strsplit(row->plan, ";", -1);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; readings[i]; i++) {
      g_autofree char *copy = g_strdup(g_strstrip(readings[i]));
      if ((copy[0] == 'A') == (pass == 0))
        add_reading(out, pass == 0 ? "actual" : "target", copy + 2);
    }
  g_string_append(out, "</indicator></plan>");
  return g_strdup(out->str);
}

/* The return of the last period said, which holds all; of a period that says nothing the entry is there all the same.
 */
static char *make_return(const Row *row)
{
  g_auto(GStrv) readings = g_strsplit(row->said, ";", -1);
  g_autofree char *last = g_strdup(g_strstrip(readings[g_strv_length(readings) - 1]));
  g_auto(GStrv) words = g_strsplit(last, " ", 2);
  g_autoptr(GString) out = g_string_new(NULL);
  g_string_append_printf(out,
                         "<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" period=\"%s\" status=\"final\">"
                         "<indicator ref=\"I1\">",
                         words[0]);
  for (guint i = 0; readings[i]; i++) {
    g_autofree char *copy = g_strdup(readings[i]);
    add_reading(out, "value", copy);
  }
  g_string_append(out, "<commentary>Words.</commentary></indicator></return>");
  return g_strdup(out->str);
}

/* The value of an attribute in the first tag of the name, or NULL. */
static char *attribute(const char *xml, const char *element, const char *name)
{
  g_autofree char *begin = g_strdup_printf("<%s ", element);
  const char *tag = strstr(xml, begin);
  return tag ? case_attribute(tag, name) : NULL;
}

static char *figure(const char *model, const char *element)
{
  g_autofree char *number = attribute(model, element, "number"), *text = attribute(model, element, "text");
  g_autofree char *state = attribute(model, element, "state");
  return number  ? g_steal_pointer(&number)
         : text  ? g_strdup_printf("'%s'", text)
         : state ? g_strdup_printf("!%s", state)
                 : g_strdup("-");
}

static char *or_none(char *word, const char *none)
{
  return word ? word : g_strdup(none);
}

static guint count(const char *text, const char *what)
{
  guint n = 0;
  for (const char *at = text; at && (at = strstr(at, what)); at += strlen(what))
    n++;
  return n;
}

static char *charted(const char *root, const GString *model, GString *complaint)
{
  GString *document = stage_compose(root, layout, "words-en-GB.xml", model, complaint);
  const char *chart = document ? strstr(document->str, "<chart") : NULL;
  char *said =
      chart ? g_strdup_printf("%u/%u", count(chart, "<point number="), count(chart, "<target ")) : g_strdup("none");
  if (document)
    g_string_free(document, TRUE);
  return said;
}

static char *told(const char *root, const Row *row)
{
  g_autofree char *plan = make_plan(row), *current = make_return(row);
  const MergeTexts texts = { framework, plan, current, NULL, NULL };
  g_autoptr(GString) complaint = g_string_new(NULL);
  GString *model = stage_merge(&texts, complaint);
  if (!model)
    return g_strdup_printf("no model: %s", complaint->str);
  g_autofree char *value = figure(model->str, "value"), *last = figure(model->str, "actual");
  g_autofree char *goal = figure(model->str, "goal");
  g_autofree char *rating = or_none(attribute(model->str, "indicator", "computed"), "");
  g_autofree char *instead = or_none(attribute(model->str, "indicator", "rating"), "-");
  g_autofree char *travel = or_none(attribute(model->str, "indicator", "travel"), "-");
  g_autofree char *projection = or_none(attribute(model->str, "indicator", "projection"), "-");
  g_autofree char *chart = charted(root, model, complaint);
  char *all = g_strdup_printf("%s; %s; %s; %s; %s; %s; %s", value, last, goal, *rating ? rating : instead, travel,
                              projection, chart);
  g_string_free(model, TRUE);
  return all;
}

int main(int argc, char **argv)
{
  if (argc < 2) {
    fprintf(stderr, "usage: kinds SOURCE-FOLDER\n");
    return 2;
  }
  guint faults = 0;
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *is = told(argv[1], &rows[i]);
    faults += !case_holds(rows[i].what, rows[i].indicator, is, rows[i].expected);
  }
  return case_end(G_N_ELEMENTS(rows), faults);
}
