/* scale: what the checks cost and how that grows. Makes a service of K times the items of the clean sample, joins it
 * once and runs all checks TIMES times.
 *
 * scale ROOT SAMPLE K TIMES [PAPERS] prints the number of items and the CPU seconds that the checks of one service
 * take, so many papers of the sample council beside it; scale.sh counts instructions instead, which no other program
 * disturbs. */
#include "check/checks.h"
#include "merge/merge.h"
#include "record/record-read.h"
#include "sample.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Elements that are repeated, with the document they stand in. */
static const char *const repeated[] = { "objective", "indicator", "risk",      "equality-action",
                                        "milestone", "treatment", "statement", NULL };

static bool is_repeated(const char *at)
{
  for (guint i = 0; repeated[i]; i++) {
    gsize length = strlen(repeated[i]);
    if (strncmp(at, repeated[i], length) == 0 && strchr(" >", at[length]))
      return true;
  }
  return false;
}

/* The attributes that hold codes of the service itself. */
static bool holds_codes(const char *name, gsize length)
{
  static const char *const names[] = { "ref",       "previously", "also",    "objective",
                                       "milestone", "indicators", "measure", "step" };
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (strlen(names[i]) == length && strncmp(name, names[i], length) == 0)
      return true;
  return false;
}

/* Appends the element with every code of the service made another one: "WS LI 1" becomes "WS LI 1-K3". */
static void append_copy(GString *out, const char *from, const char *to, guint copy)
{
  const char *name = from;
  bool inside = false, codes = false;
  for (const char *at = from; at < to; at++) {
    if (*at == ' ' && !inside)
      name = at + 1;
    if (codes && (*at == '"' || *at == ','))
      g_string_append_printf(out, "-K%u", copy);
    if (*at == '"') {
      inside = !inside;
      codes = inside && holds_codes(name, (gsize)(at - 1 - name));
    }
    g_string_append_c(out, *at);
  }
}

static const char *element_end(const char *at)
{
  gsize length = strcspn(at, " >");
  g_autofree char *close = g_strdup_printf("</%.*s>", (int)length, at);
  return strstr(at, close) + strlen(close);
}

/* The text with every repeated element K times. */
static char *multiply(const char *text, guint k)
{
  GString *out = g_string_new(NULL);
  for (const char *at = text; *at;) {
    if (*at != '<' || !is_repeated(at + 1)) {
      g_string_append_c(out, *at++);
      continue;
    }
    const char *end = element_end(at + 1);
    g_string_append_len(out, at, end - at);
    for (guint copy = 2; copy <= k; copy++)
      append_copy(out, at, end, copy);
    at = end;
  }
  return g_string_free(out, FALSE);
}

static const Record *read_multiplied(Arena *arena, const Record *root, guint k)
{
  g_autoptr(DiagList) diags = diag_list_new();
  g_autofree char *text = multiply(root->source->text, k);
  const Spec *specs[] = { root->spec, NULL };
  const Record *record = record_read_memory(arena, root->source->path, text, strlen(text), specs, diags);
  if (!record || diag_count(diags, LEVEL_WARNING) > 0)
    g_error("%s: %s", root->source->path, record ? diag_get(diags, 0)->text : "cannot be read");
  return record;
}

static double cpu_seconds(void)
{
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static guint count_items(const Plan *plan)
{
  guint n = plan->indicators->len + plan->risks->len + plan->equality_actions->len;
  for (guint i = 0; i < plan->objectives->len; i++)
    n += ((const Objective *)g_ptr_array_index(plan->objectives, i))->milestones->len;
  return n;
}

/* So many papers, each of the sample council's in its turn. */
static GPtrArray *read_papers(Arena *arena, const char *root, guint n)
{
  static const char *const names[] = { "business-planning", "community-strategy-mid-year", "performance-monitoring-q2",
                                       "support-centre" };
  GPtrArray *papers = arena_list(arena);
  for (guint i = 0; i < n; i++) {
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *path =
        g_strdup_printf("%s/fixtures/council-2012/papers/%s.xml", root, names[i % G_N_ELEMENTS(names)]);
    const Record *paper = record_read_file(arena, path, &paper_spec, diags, &error);
    if (!paper)
      g_error("%s: %s", path, error ? error->message : "cannot be read");
    g_ptr_array_add(papers, (gpointer)paper);
  }
  return papers;
}

int main(int argc, char **argv)
{
  bool right = argc == 5 || argc == 6;
  guint n, which = right ? (guint)atoi(argv[2]) : 0, k = right ? (guint)atoi(argv[3]) : 0,
           times = right ? (guint)atoi(argv[4]) : 0;
  if (k == 0 || times == 0) {
    fprintf(stderr, "usage: scale ROOT SAMPLE K TIMES [PAPERS]\n");
    return 2;
  }
  g_autoptr(Arena) arena = arena_new();
  const Sample *sample = samples_read(arena, argv[1], &n) + MIN(which, 3);
  Inputs inputs = sample->inputs;
  inputs.plan = (const Plan *)read_multiplied(arena, sample->roots[PLAN], k);
  inputs.current = (const Return *)read_multiplied(arena, sample->roots[RETURN], k);
  inputs.previous = arena_list(arena);
  for (guint i = 0; i < sample->inputs.previous->len; i++)
    g_ptr_array_add(inputs.previous,
                    (gpointer)read_multiplied(arena, g_ptr_array_index(sample->inputs.previous, i), k));
  inputs.also = read_papers(arena, argv[1], argc == 6 ? (guint)atoi(argv[5]) : 0);
  double spent = 0;
  guint found = 0;
  for (guint i = 0; i < times; i++) {
    g_autoptr(Arena) own = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    inputs.arena = own;
    const Report *report = merge_report(&inputs);
    double start = cpu_seconds();
    const FindingList *list = check_report(&inputs, report, diags);
    spent += cpu_seconds() - start;
    found = list->findings->len;
  }
  printf("%u items, %.6f s CPU for the checks, %u findings\n", count_items(inputs.plan), spent / times, found);
  return 0;
}
