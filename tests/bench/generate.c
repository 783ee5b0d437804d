/* Makes a service of any size for the benchmarks: a plan and a return with milestones and indicators in council prose.
 * The same size always gives the same files. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static guint32 state = 2463534242u;

static guint32 random_below(guint32 n)
{
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state % n;
}

static const char *const stems[] = {
  "service",  "review",  "support", "partner",  "contract", "home",    "care",     "target",   "training",  "assess",
  "plan",     "consult", "report",  "manage",   "deliver",  "provide", "improve",  "monitor",  "record",    "respond",
  "school",   "library", "park",    "housing",  "benefit",  "invoice", "employ",   "business", "transport", "highway",
  "resident", "council", "officer", "director", "board",    "member",  "group",    "project",  "strategy",  "policy",
  "safety",   "health",  "income",  "budget",   "spend",    "saving",  "property", "building", "network",   "system",
};
static const char *const endings[] = { "",     "s",    "ing",   "ed",    "er",    "ers",   "ment", "able",
                                       "ful",  "ly",   "less",  "ness",  "wide",  "based", "like", "ready",
                                       "side", "hood", "work",  "works", "time",  "ward",  "wise", "day",
                                       "days", "line", "lines", "team",  "teams", "head" };
static const char *const small[] = { "the", "of",   "and", "to", "in", "a",   "for", "is",
                                     "on",  "with", "by",  "at", "be", "has", "from" };

/* About 1,500 long words and some small ones between them, as in real reports. */
static void add_words(GString *out, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (i)
      g_string_append_c(out, ' ');
    if (random_below(5) < 2)
      g_string_append(out, small[random_below(G_N_ELEMENTS(small))]);
    else
      g_string_append_printf(out, "%s%s", stems[random_below(G_N_ELEMENTS(stems))],
                             endings[random_below(G_N_ELEMENTS(endings))]);
    if (i + 1 < n && random_below(14) == 0)
      g_string_append_c(out, i % 2 ? ',' : '.');
  }
  g_string_append_c(out, '.');
}

static void add_plan(GString *out, guint n)
{
  g_string_append(
      out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plan xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"bench\" "
           "title=\"Bench\" from=\"2009-10\" years=\"3\" status=\"final\">\n");
  for (guint i = 0; i < n; i++) {
    if (i % 8 == 0)
      g_string_append_printf(out, "%s  <objective ref=\"B %u\" title=\"", i ? "  </objective>\n" : "", i / 8 + 1);
    if (i % 8 == 0) {
      add_words(out, 18);
      g_string_append(out, "\">\n");
    }
    g_string_append_printf(out, "    <milestone ref=\"B%u-%u\" year=\"2009-10\" due=\"2010-03\"><text>", i / 8 + 1,
                           i % 8 + 1);
    add_words(out, 16);
    g_string_append(out, "</text></milestone>\n");
  }
  g_string_append(out, "  </objective>\n");
  for (guint i = 0; i < n; i++) {
    g_string_append_printf(out, "  <indicator ref=\"B LI %u\" title=\"", i + 1);
    add_words(out, 14);
    g_string_append_printf(
        out,
        "\" category=\"service-delivery\" unit=\"percent\" decimals=\"2\" polarity=\"higher\" kind=\"snapshot\" "
        "frequency=\"quarterly\">\n    <actual period=\"2008-09\" number=\"%u.%02u\"/>\n    <target period=\"2009-10\" "
        "number=\"%u\"/>\n  </indicator>\n",
        random_below(100), random_below(100), random_below(100));
  }
  g_string_append(out, "</plan>\n");
}

static void add_return(GString *out, guint n)
{
  static const char *const ratings[] = { "green", "amber", "red" };
  g_string_append(
      out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"bench\" "
           "period=\"2009-10-Q4\" status=\"final\" submitted=\"2010-04-20\">\n");
  for (guint i = 0; i < n; i++) {
    g_string_append_printf(out, "  <milestone ref=\"B%u-%u\" rating=\"%s\"><commentary>", i / 8 + 1, i % 8 + 1,
                           ratings[random_below(3)]);
    add_words(out, 20 + random_below(70));
    g_string_append(out, "</commentary></milestone>\n");
  }
  for (guint i = 0; i < n; i++) {
    g_string_append_printf(out, "  <indicator ref=\"B LI %u\" rating=\"%s\"><value number=\"%u.%02u\"/><commentary>",
                           i + 1, ratings[random_below(3)], random_below(100), random_below(100));
    add_words(out, 20 + random_below(70));
    g_string_append(out, "</commentary></indicator>\n");
  }
  g_string_append(out, "</return>\n");
}

static const char framework[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Bench "
    "Council\" "
    "title=\"Plan\" from=\"2006-07\" to=\"2010-11\">\n  <priority ref=\"CP1\" title=\"All\"/>\n  <directorate "
    "ref=\"D\" "
    "title=\"Directorate\"><department ref=\"bench\" title=\"Bench\"/></directorate>\n  <rating-rule ref=\"standard\" "
    "method=\"target\"/>\n</framework>\n";

int main(int argc, char **argv)
{
  if (argc != 3) {
    fprintf(stderr, "usage: generate ITEMS DIRECTORY\n");
    return 2;
  }
  guint n = (guint)g_ascii_strtoull(argv[1], NULL, 10);
  g_autoptr(GString) plan = g_string_new(NULL);
  g_autoptr(GString) back = g_string_new(NULL);
  add_plan(plan, n);
  add_return(back, n);
  g_mkdir_with_parents(argv[2], 0777);
  g_autofree char *plan_path = g_build_filename(argv[2], "plan.xml", NULL);
  g_autofree char *return_path = g_build_filename(argv[2], "return.xml", NULL);
  g_autofree char *framework_path = g_build_filename(argv[2], "framework.xml", NULL);
  return g_file_set_contents(plan_path, plan->str, -1, NULL) && g_file_set_contents(return_path, back->str, -1, NULL) &&
                 g_file_set_contents(framework_path, framework, -1, NULL)
             ? 0
             : 3;
}
