/* Makes a service of any size for the benchmarks, or a council of services of all sizes: plans and returns with
 * milestones and indicators in council prose. The same size, or seed, always gives the same files. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
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

static void add_plan(GString *out, const char *service, const char *code, guint n)
{
  g_string_append_printf(
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plan xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"%s\" "
      "title=\"Bench\" from=\"2009-10\" years=\"3\" status=\"final\">\n",
      service);
  for (guint i = 0; i < n; i++) {
    if (i % 8 == 0)
      g_string_append_printf(out, "%s  <objective ref=\"%s %u\" title=\"", i ? "  </objective>\n" : "", code,
                             i / 8 + 1);
    if (i % 8 == 0) {
      add_words(out, 18);
      g_string_append(out, "\">\n");
    }
    g_string_append_printf(out, "    <milestone ref=\"%s%u-%u\" year=\"2009-10\" due=\"2010-03\"><text>", code,
                           i / 8 + 1, i % 8 + 1);
    add_words(out, 16);
    g_string_append(out, "</text></milestone>\n");
  }
  g_string_append(out, "  </objective>\n");
  for (guint i = 0; i < n; i++) {
    g_string_append_printf(out, "  <indicator ref=\"%s LI %u\" title=\"", code, i + 1);
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

static void add_return(GString *out, const char *service, const char *code, guint n)
{
  static const char *const ratings[] = { "green", "amber", "red" };
  g_string_append_printf(
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"%s\" "
      "period=\"2009-10-Q4\" status=\"final\" submitted=\"2010-04-20\">\n",
      service);
  for (guint i = 0; i < n; i++) {
    g_string_append_printf(out, "  <milestone ref=\"%s%u-%u\" rating=\"%s\"><commentary>", code, i / 8 + 1, i % 8 + 1,
                           ratings[random_below(3)]);
    add_words(out, 20 + random_below(70));
    g_string_append(out, "</commentary></milestone>\n");
  }
  for (guint i = 0; i < n; i++) {
    g_string_append_printf(out, "  <indicator ref=\"%s LI %u\" rating=\"%s\"><value number=\"%u.%02u\"/><commentary>",
                           code, i + 1, ratings[random_below(3)], random_below(100), random_below(100));
    add_words(out, 20 + random_below(70));
    g_string_append(out, "</commentary></indicator>\n");
  }
  g_string_append(out, "</return>\n");
}

static const char framework_begins[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Bench "
    "Council\" "
    "title=\"Plan\" from=\"2006-07\" to=\"2010-11\">\n  <priority ref=\"CP1\" title=\"All\"/>\n  <directorate "
    "ref=\"D\" "
    "title=\"Directorate\">";
static const char framework_ends[] = "</directorate>\n  <rating-rule ref=\"standard\" "
                                     "method=\"target\"/>\n</framework>\n";
static const char calendar[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<calendar xmlns=\"urn:qmr:1\" format=\"1.0\">\n  <report "
    "for=\"services\"/>\n  <report for=\"council\" layouts=\"improvement-plan-exceptions\"/>\n</calendar>\n";

static bool put(const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename(folder, name, NULL), *above = g_path_get_dirname(path);
  return g_mkdir_with_parents(above, 0777) == 0 && g_file_set_contents(path, text, -1, NULL);
}

static bool put_service(const char *folder, const char *service, const char *code, guint items, const char *plan_name,
                        const char *return_name)
{
  g_autoptr(GString) plan = g_string_new(NULL);
  g_autoptr(GString) back = g_string_new(NULL);
  add_plan(plan, service, code, items);
  add_return(back, service, code, items);
  return put(folder, plan_name, plan->str) && put(folder, return_name, back->str);
}

/* From 3 to 60 milestones and as many indicators; small services are more than large ones. */
static guint size_of_service(void)
{
  guint one = random_below(58), other = random_below(58);
  return 3 + MIN(one, other);
}

static bool put_council(const char *folder, guint seed, guint services)
{
  g_autoptr(GString) framework = g_string_new(framework_begins);
  bool done = true;
  state += seed * 2654435761u;
  for (guint i = 1; i <= services && done; i++) {
    g_autofree char *service = g_strdup_printf("service-%u", i), *code = g_strdup_printf("S%u", i);
    g_autofree char *plan = g_strdup_printf("plans/2009-10/%s.xml", service);
    g_autofree char *back = g_strdup_printf("returns/2009-10-Q4/%s.xml", service);
    g_string_append_printf(framework, "<department ref=\"%s\" title=\"Service %u\"/>", service, i);
    done = put_service(folder, service, code, size_of_service(), plan, back);
  }
  g_string_append(framework, framework_ends);
  return done && put(folder, "framework.xml", framework->str) && put(folder, "calendar.xml", calendar);
}

static bool put_bench(const char *folder, guint items)
{
  g_autofree char *framework =
      g_strconcat(framework_begins, "<department ref=\"bench\" title=\"Bench\"/>", framework_ends, NULL);
  return put_service(folder, "bench", "B", items, "plan.xml", "return.xml") && put(folder, "framework.xml", framework);
}

int main(int argc, char **argv)
{
  if (argc != 3 && argc != 4) {
    fprintf(stderr, "usage: generate ITEMS FOLDER, or for a council: generate SEED FOLDER SERVICES\n");
    return 2;
  }
  guint n = (guint)g_ascii_strtoull(argv[1], NULL, 10);
  bool done = argc == 3 ? put_bench(argv[2], n) : put_council(argv[2], n, (guint)g_ascii_strtoull(argv[3], NULL, 10));
  return done ? 0 : 3;
}
