/* Figures of each kind of period, in councils whose years begin in April, January and September: which value, target
 * and last year's figure a report shows and of which period, how they are rated and compared, and where they are
 * charted. periods SOURCE-FOLDER */
#include "cases.h"
#include "stages.h"
#include <stdio.h>
#include <string.h>

typedef struct {
  const char *what, *years, *from; /* attributes of the framework; first year of the plan */
  const char *indicator, *plan;    /* attributes; readings of the plan */
  const char *period, *said;       /* of the return; its readings */
  const char *expected; /* value; last year's; target, each with its period; rating; direction; projection; chart */
} Row;

#define APRIL "from=\"2023-24\" to=\"2029-30\"", "2025-26"
#define JANUARY "from=\"2023\" to=\"2029\" year-begins=\"01\"", "2025"
#define SEPTEMBER "from=\"2023-24\" to=\"2029-30\" year-begins=\"09\"", "2025-26"

#define A(period_, number_) "<actual period=\"" period_ "\" number=\"" number_ "\"/>"
#define T(period_, number_) "<target period=\"" period_ "\" number=\"" number_ "\"/>"
#define V(period_, number_) "<value period=\"" period_ "\" number=\"" number_ "\"/>"
#define NOW(number_) "<value number=\"" number_ "\"/>"
#define DAY(number_, day_) "<value number=\"" number_ "\" as-at=\"" day_ "\"/>"

#define ANNUAL "kind=\"annual\" frequency=\"annual\" unit=\"count\" polarity=\"lower\""
#define ROLLING "kind=\"rolling\" frequency=\"annual\" unit=\"score\" decimals=\"1\" polarity=\"higher\""
#define SNAPSHOT "kind=\"snapshot\" unit=\"percent\" polarity=\"higher\""
#define BAND "kind=\"snapshot\" unit=\"percent\" polarity=\"plan\" band-low=\"65\" band-high=\"70\""
#define FLOW "kind=\"flow\" unit=\"count\" polarity=\"higher\""
#define CUMULATIVE "kind=\"cumulative\" unit=\"count\" polarity=\"higher\""
#define OCCASIONAL "kind=\"snapshot\" frequency=\"occasional\" unit=\"percent\" polarity=\"lower\""

static const Row rows[] = {
  /* calendar years */
  { "calendar year: its own target, the calendar year before", APRIL, ANNUAL,
    A("2023", "47") A("2024", "41") T("2025", "40") T("2026", "38"), "2026-27-Q2", V("2025", "38"),
    "38@2025; 41@2024; 40@2025; green; better; -; calendar year 2023=47, calendar year 2024=41, calendar year 2025=38 "
    "[40:2-2]" },
  { "calendar year: the target of the year in which it ends", APRIL, ANNUAL, A("2024", "41") T("2025-26", "35"),
    "2026-27-Q2", V("2025", "38"),
    "38@2025; 41@2024; 35@2025-26; red; better; -; calendar year 2024=41, calendar year 2025=38 [35:1-1]" },
  { "calendar year: a target of another year rates nothing", APRIL, ANNUAL, A("2024", "41") T("2026-27", "35"),
    "2026-27-Q2", V("2025", "38"),
    "38@2025; 41@2024; 35@2026-27; not-rated; better; -; calendar year 2024=41, calendar year 2025=38" },
  { "calendar year after a financial one: not compared", APRIL, ANNUAL, A("2025-26", "41") T("2025", "40"),
    "2026-27-Q2", V("2025", "38"), "38@2025; 41@2025-26; 40@2025; green; not-comparable; -; none" },
  { "calendar year two years later: not compared", APRIL, ANNUAL, A("2023", "41") T("2025", "40"), "2026-27-Q2",
    V("2025", "38"),
    "38@2025; -; 40@2025; green; not-comparable; -; calendar year 2023=41, calendar year 2024=-, calendar year 2025=38 "
    "[40:2-2]" },
  { "an earlier calendar year is history", APRIL, ANNUAL, A("2024", "41") A("2025", "38") T("2026", "40"), "2026-27-Q2",
    V("2024", "42"),
    "!annual@2026-27-Q2; 38@2025; 40@2026; not-due; -; -; calendar year 2024=42, calendar year 2025=38" },
  { "nothing new at the year's end", APRIL, ANNUAL, A("2024", "41") A("2025", "38") T("2026", "40"), "2026-27-Q4", "",
    "!annual@2026-27-Q4; 38@2025; 40@2026; not-due; -; -; calendar year 2024=41, calendar year 2025=38" },
  { "calendar quarters are the council's", APRIL, FLOW,
    A("2025-Q2", "10") A("2025-Q3", "12") A("2025-Q4", "14") A("2026-Q1", "16") T("2026-27", "60"), "2026-27-Q1",
    V("2026-Q2", "15"),
    "15@2026-27-Q1; 52@2025-26; 60@2026-27; not-rated; worse; 60; Quarter 1 2025/26=10, Quarter 2 2025/26=12, Quarter "
    "3 2025/26=14, Quarter 4 2025/26=16, Quarter 1 2026/27=15" },
  { "a calendar year is made of its quarters", APRIL, FLOW,
    A("2024-25-Q4", "10") A("2025-26-Q1", "12") A("2025-26-Q2", "14") A("2025-26-Q3", "16") T("2026", "60"),
    "2026-27-Q4", V("2026", "61"), "61@2026; 52@2025; 60@2026; green; better; -; none" },
  /* academic years and terms */
  { "academic year: the target of the year in which it ends", APRIL, ANNUAL,
    A("2023-24-AY", "64") A("2024-25-AY", "61") T("2026-27", "60"), "2026-27-Q3", V("2025-26-AY", "63"),
    "63@2025-26-AY; 61@2024-25-AY; 60@2026-27; red; worse; -; academic year 2023/24=64, academic year 2024/25=61, "
    "academic year 2025/26=63 [60:2-2]" },
  { "term: the target of its academic year, the term before", APRIL, OCCASIONAL,
    A("2024-25-AY-T3", "5") A("2025-26-AY-T1", "6") A("2025-26-AY-T2", "7") T("2025-26-AY", "6"), "2026-27-Q2",
    V("2025-26-AY-T3", "5"),
    "5@2025-26-AY-T3; 5@2024-25-AY-T3; 6@2025-26-AY; green; better; -; summer term 2024/25=5, autumn term 2025/26=6, "
    "spring term 2025/26=7, summer term 2025/26=5 [6:1-3]" },
  { "a term is not the quarter's figure", APRIL, SNAPSHOT, A("2025-26-AY-T1", "6") T("2026-27", "7"), "2026-27-Q1", "",
    "!not-supplied@2026-27-Q1; -; 7@2026-27; not-supplied; -; -; none" },
  /* spans */
  { "span: the span a year before, the target of the year in which it ends", APRIL, ROLLING,
    A("2020/2022", "77.9") A("2021/2023", "78.2") T("2024-25", "78.5"), "2026-27-Q2", V("2022/2024", "78.4"),
    "78.4@2022/2024; 78.2@2021/2023; 78.5@2024-25; red; better; -; 2020 to 2022=77.9, 2021 to 2023=78.2, 2022 to "
    "2024=78.4 [78.5:2-2]" },
  { "span: its own target", APRIL, ROLLING, A("2021/2023", "78.2") T("2022/2024", "78.3"), "2026-27-Q2",
    V("2022/2024", "78.4"),
    "78.4@2022/2024; 78.2@2021/2023; 78.3@2022/2024; green; better; -; 2021 to 2023=78.2, 2022 to 2024=78.4 "
    "[78.3:1-1]" },
  { "span: another length is not compared", APRIL, ROLLING,
    A("2023", "78.2") A("2021-Q1/2022-Q4", "78") T("2024-25", "78"), "2026-27-Q2", V("2022/2024", "78.4"),
    "78.4@2022/2024; -; 78@2024-25; green; not-comparable; -; none" },
  { "span of counts: a year's target says nothing of it", APRIL, ANNUAL, A("2021/2023", "120") T("2024-25", "35"),
    "2026-27-Q2", V("2022/2024", "110"),
    "110@2022/2024; 120@2021/2023; 35@2024-25; not-rated; better; -; 2021 to 2023=120, 2022 to 2024=110" },
  { "span of financial years", APRIL, ROLLING, A("2022-23/2024-25", "78.2") T("2025-26", "78"), "2026-27-Q2",
    V("2023-24/2025-26", "78.4"),
    "78.4@2023-24/2025-26; 78.2@2022-23/2024-25; 78@2025-26; green; better; -; 2022/23 to 2024/25=78.2, 2023/24 to "
    "2025/26=78.4 [78:1-1]" },
  { "span of counts: its own target is said", APRIL, ANNUAL, A("2021/2023", "120") T("2022/2024", "115"), "2026-27-Q2",
    V("2022/2024", "110"),
    "110@2022/2024; 120@2021/2023; 115@2022/2024; green; better; -; 2021 to 2023=120, 2022 to 2024=110 [115:1-1]" },
  { "what is planned as a band is drawn and said", APRIL, BAND, A("2025-26-Q1", "71") A("2025-26-Q2", "66"),
    "2026-27-Q2", NOW("64"),
    "64@2026-27-Q2; -; -; red; not-comparable; -; Quarter 1 2025/26=71, Quarter 2 2025/26=66, Quarter 3 2025/26=-, "
    "Quarter 4 "
    "2025/26=-, Quarter 1 2026/27=-, Quarter 2 2026/27=64 [65:first-last] [70:first-last]" },
  { "rolling twelve months that are a year", APRIL, ROLLING, A("2024-25", "70") T("2025-26", "72"), "2025-26-Q4",
    V("2025-Q2/2026-Q1", "73"),
    "73@2025-26-Q4; 70@2024-25; 72@2025-26; green; better; -; 2024/25=70, 2025/26=73 [72:1-1]" },
  /* days */
  { "as at a day of another quarter", APRIL, SNAPSHOT, A("2025-26-Q3", "70") A("2025-26-Q4", "71") T("2026-27", "75"),
    "2026-27-Q2", DAY("72", "2026-05-31"),
    "72@2026-27-Q2 of 2026-05-31; 71@2025-26-Q4; 75@2026-27; red; not-comparable; -; Quarter 3 2025/26=70, Quarter 4 "
    "2025/26=71, 31 May 2026=72 [75:2-2]" },
  { "as at a day of the quarter", APRIL, SNAPSHOT, A("2025-26-Q3", "70") A("2025-26-Q4", "71") T("2026-27", "75"),
    "2026-27-Q1", DAY("72", "2026-05-31"),
    "72@2026-27-Q1 of 2026-05-31; 71@2025-26-Q4; 75@2026-27; red; better; -; Quarter 3 2025/26=70, Quarter 4 "
    "2025/26=71, Quarter 1 2026/27=72 [75:2-2]" },
  { "read in the month after its quarter", APRIL, SNAPSHOT,
    A("2025-26-Q3", "70") A("2025-26-Q4", "71") T("2026-27", "75"), "2026-27-Q1", DAY("72", "2026-07-07"),
    "72@2026-27-Q1 of 2026-07-07; 71@2025-26-Q4; 75@2026-27; red; better; -; Quarter 3 2025/26=70, Quarter 4 "
    "2025/26=71, "
    "Quarter 1 2026/27=72 [75:2-2]" },
  { "as at another year", APRIL, ANNUAL, A("2024-25", "41") T("2026-27", "40"), "2026-27-Q2", DAY("38", "2025-12-31"),
    "38@2026-27-Q2 of 2025-12-31; -; 40@2026-27; green; not-comparable; -; 2024/25=41, 31 December 2025=38" },
  { "as at the day of what it is compared with", APRIL, ANNUAL,
    "<actual period=\"2025-26\" number=\"41\" as-at=\"2025-12-31\"/>" T("2026-27", "40"), "2026-27-Q2",
    DAY("38", "2025-12-31"),
    "38@2026-27-Q2 of 2025-12-31; 41@2025-26 of 2025-12-31; 40@2026-27; green; not-comparable; -; none" },
  { "another day is no quarter of a sum", APRIL, FLOW,
    A("2025-26-Q1", "10") A("2025-26-Q2", "12")
        A("2025-26-Q3", "14") "<actual period=\"2025-26-Q4\" number=\"16\" as-at=\"2025-12-31\"/>" T("2026-27", "60"),
    "2026-27-Q1", NOW("15"),
    "15@2026-27-Q1; -; 60@2026-27; not-rated; not-comparable; 60; Quarter 1 2025/26=10, Quarter 2 2025/26=12, Quarter "
    "3 2025/26=14, 31 December 2025=16, Quarter 4 2025/26=-, Quarter 1 2026/27=15" },
  { "a running total up to another day: the target of that day", APRIL, CUMULATIVE,
    T("2026-27-Q1", "110") T("2026-27-Q2", "220") T("2026-27-Q3", "330") T("2026-27", "440"), "2026-27-Q3",
    V("2026-27-Q1", "115") DAY("230", "2026-09-30"),
    "230@2026-27-Q3 of 2026-09-30; -; 440@2026-27; green; not-comparable; 460; Quarter 1 2026/27=115, 30 September "
    "2026=230 [110:0-0]" },
  { "a running total up to no quarter's end", APRIL, CUMULATIVE,
    T("2026-27-Q2", "220") T("2026-27-Q3", "330") T("2026-27", "440"), "2026-27-Q3",
    V("2026-27-Q1", "115") DAY("230", "2026-08-31"),
    "230@2026-27-Q3 of 2026-08-31; -; 440@2026-27; not-rated; not-comparable; -; Quarter 1 2026/27=115, 31 August "
    "2026=230 [440:0-1]" },
  /* the council's year */
  { "year from January: running total, its profile, projection", JANUARY, CUMULATIVE,
    A("2025", "160") T("2026-Q1", "40") T("2026-Q2", "80") T("2026", "150"), "2026-Q2", V("2026-Q1", "45") NOW("85"),
    "85@2026-Q2; 160@2025; 150@2026; green; worse; 159; Quarter 1 2026=45, Quarter 2 2026=85 [40:0-0] [80:1-1]" },
  { "year from January: a new year begins from nothing", JANUARY, CUMULATIVE, A("2025-Q4", "160") T("2026", "150"),
    "2026-Q1", NOW("20"),
    "20@2026-Q1; 160@2025-Q4; 150@2026; not-rated; not-comparable; 80; Quarter 4 2025=160, Quarter 1 2026=20 "
    "[150:1-1]" },
  { "year from January: months make the quarter", JANUARY, FLOW, T("2026-Q1", "300") T("2026", "1300"), "2026-Q1",
    V("2026-M1", "90") V("2026-M2", "100") V("2026-M3", "105"),
    "295@2026-Q1; -; 1300@2026; red; not-comparable; 1180; January 2026=90, February 2026=100, March 2026=105" },
  { "year from January: a financial year is another", JANUARY, ANNUAL, A("2024-25", "41") T("2025-26", "40"), "2026-Q2",
    V("2025-26", "38"),
    "38@2025-26; 41@2024-25; 40@2025-26; green; better; -; financial year 2024/25=41, financial year 2025/26=38 "
    "[40:1-1]" },
  { "year from September: quarters are counted from it", SEPTEMBER, CUMULATIVE,
    A("2025-26", "160") T("2026-27-Q1", "40") T("2026-27", "150"), "2026-27-Q1", NOW("45"),
    "45@2026-27-Q1; 160@2025-26; 150@2026-27; green; not-comparable; 169; Quarter 1 2026/27=45 [40:0-0]" },
  { "year from September: the academic year is the council's", SEPTEMBER, ANNUAL,
    A("2024-25-AY", "61") A("2025-26-AY", "60") T("2026-27", "58"), "2026-27-Q4", NOW("59"),
    "59@2026-27-Q4; 60@2025-26; 58@2026-27; red; better; -; 2024/25=61, 2025/26=60, 2026/27=59 [58:2-2]" },
  { "year from September: calendar quarters are others", SEPTEMBER, SNAPSHOT,
    A("2025-Q4", "70") A("2026-Q1", "71") T("2025-26", "72"), "2025-26-Q4", V("2026-Q2", "73"),
    "73@2026-Q2; -; 72@2025-26; green; better; -; October to December 2025=70, January to March 2026=71, April to June "
    "2026=73 [72:0-2]" },
};

static const char layout[] =
    "<layout xmlns=\"urn:qmr:1\" format=\"1.0\" name=\"c\" about=\"A.\" title=\"T\" lang=\"en-GB\" "
    "style=\"house-style.xml\" words=\"words-en-GB.xml\"><section id=\"s\" page=\"portrait\">"
    "<each rows=\"indicator\"><chart id=\"c\" kind=\"lines\" points=\"measure/point\" targets=\"measure/planned\" "
    "years=\"3\"/></each></section></layout>";

static char *make_framework(const Row *row)
{
  return g_strdup_printf("<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Council\" title=\"Plan\" %s>"
                         "<directorate ref=\"d\" title=\"D\"><department ref=\"svc\" title=\"Service\"/></directorate>"
                         "<rating-rule ref=\"std\" method=\"target\" use-profile=\"yes\" stand-in=\"yes\"/>"
                         "<travel-rule comparator=\"last-period\" stand-in=\"yes\"/></framework>",
                         row->years);
}

static char *make_plan(const Row *row)
{
  return g_strdup_printf("<plan xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" title=\"P\" from=\"%s\" years=\"3\" "
                         "status=\"final\"><indicator ref=\"I1\" title=\"I\" category=\"quality\" key=\"yes\" %s>%s"
                         "</indicator></plan>",
                         row->from, row->indicator, row->plan);
}

static char *make_return(const Row *row)
{
  return g_strdup_printf("<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"svc\" period=\"%s\" status=\"final\">"
                         "<indicator ref=\"I1\">%s<commentary>Words.</commentary></indicator></return>",
                         row->period, row->said);
}

/* ---- what came out ---------------------------------------------------------------------------------------------- */

/* "38@2025", "!annual@2026-27-Q2", "-". */
static char *figure(const char *model, const char *element)
{
  g_autofree char *begin = g_strdup_printf("<%s ", element);
  const char *tag = strstr(model, begin);
  if (!tag)
    return g_strdup("-");
  g_autofree char *number = case_attribute(tag, "number"), *state = case_attribute(tag, "state"),
                  *day = case_attribute(tag, "as-at");
  g_autofree char *period = case_attribute(tag, "period");
  return g_strdup_printf("%s%s@%s%s%s", number ? "" : "!",
                         number  ? number
                         : state ? state
                                 : "",
                         period, day ? " of " : "", day ? day : "");
}

static char *of_indicator(const char *model, const char *name)
{
  char *value = case_attribute(strstr(model, "<indicator "), name);
  return value ? value : g_strdup("-");
}

/* What decided a symbol is in the words that stand for the chart. */
static void check_words(const char *chart, const GString *model, GString *said)
{
  g_autofree char *alt = case_attribute(chart, "alt"), *rating = of_indicator(model->str, "rating");
  bool rated = g_str_equal(rating, "green") || g_str_equal(rating, "amber") || g_str_equal(rating, "red");
  if (rated && !strstr(alt, "target ") && !strstr(alt, "on plan"))
    g_string_append_printf(said, ", %s by nothing: %s", rating, alt);
}

/* "2024=41 2025=38 [40:1]": the categories with their figures, the target lines with those that they span. */
static char *charted(const char *root, const GString *model, GString *complaint)
{
  GString *document = stage_compose(root, layout, "words-en-GB.xml", model, complaint);
  const char *chart = document ? strstr(document->str, "<chart") : NULL;
  g_autoptr(GString) said = g_string_new(chart ? NULL : "none");
  const char *point = chart ? strstr(chart, "<point") : NULL;
  for (const char *at = chart; at && (at = strstr(at, "<category ")); at++, point = strstr(point + 1, "<point")) {
    g_autofree char *label = case_attribute(at, "label"), *number = case_attribute(point, "number");
    g_string_append_printf(said, "%s%s=%s", said->len ? ", " : "", label, number ? number : "-");
  }
  for (const char *at = chart; at && (at = strstr(at, "<target ")); at++) {
    g_autofree char *number = case_attribute(at, "number"), *from = case_attribute(at, "from"),
                    *to = case_attribute(at, "to");
    g_string_append_printf(said, " [%s:%s-%s]", number, from ? from : "first", to ? to : "last");
  }
  if (chart)
    check_words(chart, model, said);
  if (document)
    g_string_free(document, TRUE);
  return g_strdup(said->str);
}

static char *told(const char *root, const Row *row)
{
  g_autofree char *framework = make_framework(row), *plan = make_plan(row), *current = make_return(row);
  const MergeTexts texts = { framework, plan, current, NULL, NULL };
  g_autoptr(GString) complaint = g_string_new(NULL);
  GString *model = stage_merge(&texts, complaint);
  if (!model)
    return g_strdup_printf("no model: %s", complaint->str);
  g_autofree char *value = figure(model->str, "value"), *last = figure(model->str, "actual");
  g_autofree char *target = figure(model->str, "target"), *rating = of_indicator(model->str, "rating");
  g_autofree char *travel = of_indicator(model->str, "travel"), *ahead = of_indicator(model->str, "projection");
  g_autofree char *chart = charted(root, model, complaint);
  char *all = g_strdup_printf("%s; %s; %s; %s; %s; %s; %s", value, last, target, rating, travel, ahead, chart);
  g_string_free(model, TRUE);
  return all;
}

int main(int argc, char **argv)
{
  if (argc < 2) {
    fprintf(stderr, "usage: periods SOURCE-FOLDER\n");
    return 2;
  }
  guint faults = 0;
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *is = told(argv[1], &rows[i]);
    faults += !case_holds(rows[i].what, rows[i].indicator, is, rows[i].expected);
  }
  return case_end(G_N_ELEMENTS(rows), faults);
}
