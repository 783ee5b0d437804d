/* Whatever an officer typed stands in a report or in a message: elements of all kinds, and words, are put where they do
 * not belong, behind each kind of tag of the return and the plan; their words must be found. strays SOURCE-FOLDER */
#include "cases.h"
#include "stages.h"
#include <stdio.h>
#include <string.h>

#define BASE "tests/golden/check/base"
#define WORD "zebra"
#define FIGURE "77771"

static const char *const of_returns[] = {
  "<commentary>zebra</commentary>",
  "<corrective>zebra</corrective>",
  "<activities>zebra</activities>",
  "<data-note>zebra</data-note>",
  "<text>zebra</text>",
  "<reason>zebra</reason>",
  "<comments>zebra</comments>",
  "<milestone rating=\"green\"><commentary>zebra</commentary></milestone>",
  "<treatment ref=\"R1z\" rating=\"green\"><commentary>zebra</commentary></treatment>",
  "<indicator ref=\"H LI 8\"><value number=\"77771\"/><commentary>zebra</commentary></indicator>",
  "<value measure=\"zebra\" number=\"77771\"/>",
  "<section ref=\"x\"><text>zebra</text></section>",
  "<closed ref=\"H1-1\"><reason>zebra</reason></closed>",
  "<line title=\"zebra\" budget=\"77771\"/>",
  "<total title=\"zebra\" budget=\"77771\"/>",
  "<statement ref=\"zz\" kind=\"revenue\" title=\"zebra\"/>",
  "<step ref=\"a\"><commentary>zebra</commentary></step>",
  "<zzqq>zebra</zzqq>",
  "<zzqq ref=\"a\"><commentary>zebra</commentary></zzqq>",
  " zebra ",
};

static const char *const of_plans[] = {
  "<commentary>zebra</commentary>",
  "<text>zebra</text>",
  "<definition>zebra</definition>",
  "<milestone ref=\"H1-9\" year=\"2009-10\" due=\"2010-01\"><text>zebra</text></milestone>",
  "<step ref=\"b\" due=\"2009-09\"><text>zebra</text></step>",
  "<objective ref=\"H 9\" title=\"zebra\"/>",
  "<indicator ref=\"H LI 9\" title=\"zebra\" category=\"quality\"/>",
  "<measure ref=\"m\" title=\"zebra\"/>",
  "<risk ref=\"R9\"><text>zebra</text><treatment ref=\"R9a\"><text>zebra</text></treatment></risk>",
  "<treatment ref=\"R1z\" due=\"2009-09\"><text>zebra</text></treatment>",
  "<equality-action ref=\"E9\"><text>zebra</text></equality-action>",
  "<section ref=\"x\"><text>zebra</text></section>",
  "<log version=\"zebra\" date=\"2009-04-01\">zebra</log>",
  "<statement ref=\"zz\" kind=\"revenue\" title=\"zebra\"/>",
  "<zzqq>zebra</zzqq>",
  "<zzqq ref=\"a\"><text>zebra</text></zzqq>",
  " zebra ",
};

static const char *const layouts[] = { "quarterly-monitoring-report", "service-plan", "mid-year-progress-report",
                                       "improvement-plan" };

typedef enum { FRAMEWORK, PLAN, RETURN, PREVIOUS, FILES } File;

typedef struct {
  const char *root;
  char *texts[FILES], *layouts[G_N_ELEMENTS(layouts)];
  guint tried, faults;
} Run;

static bool tells(const char *text, const char *element)
{
  return (!strstr(element, WORD) || strstr(text, WORD)) && (!strstr(element, FIGURE) || strstr(text, FIGURE));
}

/* In a message, or in one of the reports. */
static bool is_told(const Run *run, const MergeTexts *merge, const char *element)
{
  g_autoptr(GString) messages = stage_messages(merge), complaint = g_string_new(NULL);
  if (!strstr(messages->str, "[S-") || tells(messages->str, element)) /* no message: it may stand there */
    return true;
  g_autoptr(GString) model = stage_merge(merge, complaint), all = g_string_new(messages->str);
  for (guint i = 0; model && i < G_N_ELEMENTS(layouts); i++) {
    g_autoptr(GString) document = stage_compose(run->root, run->layouts[i], "words-en-GB.xml", model, complaint);
    g_string_append(all, document ? document->str : "");
  }
  return tells(all->str, element);
}

static void try(Run *run, File file, gsize at, const char *place, const char *element)
{
  const char *text = run->texts[file];
  g_autofree char *changed = g_strdup_printf("%.*s%s%s", (int)at, text, element, text + at);
  const MergeTexts merge = { run->texts[FRAMEWORK], file == PLAN ? changed : run->texts[PLAN],
                             file == RETURN ? changed : run->texts[RETURN], run->texts[PREVIOUS], NULL };
  run->tried++;
  if (is_told(run, &merge, element))
    return;
  run->faults++;
  printf("%s behind %s: its words stand nowhere\n", element, place);
}

/* "return milestone commentary", with "/" before the last when it has ended; caller frees. */
static char *place_name(const GPtrArray *open, const char *last)
{
  g_autoptr(GString) name = g_string_new(NULL);
  for (guint i = 0; i < open->len; i++)
    g_string_append_printf(name, "%s ", (const char *)g_ptr_array_index(open, i));
  g_string_append_printf(name, "<%s>", last);
  return g_string_free(g_steal_pointer(&name), FALSE);
}

static void try_file(Run *run, File file, const char *const *elements, guint n)
{
  const char *text = run->texts[file];
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const char *at = text; (at = strchr(at, '<')); at++) {
    const char *end = strchr(at, '>');
    bool closes = at[1] == '/', empty = end[-1] == '/';
    g_autofree char *tag = g_strndup(at + 1, strcspn(at + 1, " \n>") - (empty && end[-2] != ' ' && end[-2] != '"'));
    if (at[1] == '?' || at[1] == '!')
      continue;
    if (closes)
      g_ptr_array_set_size(open, (int)open->len - 1);
    else if (!empty)
      g_ptr_array_add(open, g_strdup(tag));
    if (open->len == 0)
      return;
    char *place = place_name(open, tag);
    if (!g_hash_table_add(seen, place))
      continue;
    for (guint i = 0; i < n; i++)
      try(run, file, (gsize)(end + 1 - text), place, elements[i]);
  }
}

int main(int argc, char **argv)
{
  if (argc < 2) {
    fprintf(stderr, "usage: strays SOURCE-FOLDER\n");
    return 2;
  }
  static const char *const names[FILES] = { "framework", "plan", "return", "quarter" };
  Run run = { .root = argv[1] };
  for (guint i = 0; i < FILES; i++)
    run.texts[i] = case_file(argv[1], BASE, names[i]);
  for (guint i = 0; i < G_N_ELEMENTS(layouts); i++)
    run.layouts[i] = case_file(argv[1], "layouts", layouts[i]);
  try_file(&run, RETURN, of_returns, G_N_ELEMENTS(of_returns));
  try_file(&run, PLAN, of_plans, G_N_ELEMENTS(of_plans));
  printf("%u elements put where they do not belong; %u faults\n", run.tried, run.faults);
  for (guint i = 0; i < FILES; i++)
    g_free(run.texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS(layouts); i++)
    g_free(run.layouts[i]);
  return run.faults > 0 || run.tried == 0;
}
