/* mutation: changes one thing at a time in documents whose faults are known, and counts what the checks find.
 *
 * mutation ROOT [--quick] [--missed] [--kind TEXT] [--sample NAME]: ROOT holds the sources; --quick takes an even
 * choice of the mutants; --missed prints what was not found. Exit 1: a false alarm, or too little found. */
#include "assess.h"
#include "tally.h"
#include <stdio.h>
#include <string.h>

enum { QUICK_PER_KIND = 25 }; /* mutants of a kind and sample in a quick run */

typedef struct {
  const Sample *sample;
  Hits *baseline;
  Tally *tally;
  guint seen[MUTANT_KINDS], stride[MUTANT_KINDS];
  bool counting; /* first walk: only count */
} Trial;

static gboolean quick, missed, beyond;
static char *only_kind, *only_sample;

static const GOptionEntry options[] = {
  { "quick", 'q', 0, G_OPTION_ARG_NONE, &quick, "An even choice of the mutants", NULL },
  { "missed", 'm', 0, G_OPTION_ARG_NONE, &missed, "Print what was not found", NULL },
  { "beyond", 'b', 0, G_OPTION_ARG_NONE, &beyond, "Print what was found though nothing was thought to tell", NULL },
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &only_kind, "Only kinds with these words in their title", "TEXT" },
  { "sample", 's', 0, G_OPTION_ARG_STRING, &only_sample, "Only this sample", "NAME" },
  { NULL },
};

static guint line_of(const char *text, gsize offset)
{
  guint line = 1;
  for (gsize i = 0; i < offset && text[i]; i++)
    line += text[i] == '\n';
  return line;
}

/* The code stands in the text as a word. */
static bool names(const char *text, const char *code)
{
  gsize length = code ? strlen(code) : 0;
  for (const char *at = text; length > 0 && (at = strstr(at, code)); at++)
    if ((at == text || !g_ascii_isalnum(at[-1])) && !g_ascii_isalnum(at[length]))
      return true;
  return false;
}

/* At the item, or about it: its lines, its code or what was put in its place. */
static bool is_about(const Trial *run, const Mutant *mutant, const char *changed, const Hit *hit)
{
  const Record *item = mutant_item(mutant->record);
  const Source *source = item->source;
  gsize end = mutant_end(item) + strlen(mutant->text) - (mutant->to - mutant->from);
  guint first = line_of(changed, item->offset), last = line_of(changed, end);
  bool here = g_strcmp0(hit->file, source->path) == 0 && hit->line >= first && hit->line <= last;
  bool there = g_strcmp0(hit->other_file, source->path) == 0 && hit->other_line >= first && hit->other_line <= last;
  (void)run;
  return here || there || !item->parent || names(hit->text, mutant_code(item)) || names(hit->text, mutant->name);
}

static bool is_found(const Trial *run, const Mutant *mutant, const char *changed, const Hits *hits)
{
  for (guint i = 0; i < hits->hits->len; i++) {
    const Hit *hit = &g_array_index(hits->hits, Hit, i);
    if (strchr(tally_families(mutant->kind), hit->rule[0]) && hits_like(hits, hit) > hits_like(run->baseline, hit) &&
        is_about(run, mutant, changed, hit))
      return true;
  }
  return false;
}

/* The unchanged sample has a finding of that rule on the item, and it now speaks of the changed figure. */
static bool was_faulty(const Trial *run, const Mutant *mutant, const char *changed, const Hits *hits)
{
  for (guint i = 0; i < hits->hits->len; i++) {
    const Hit *hit = &g_array_index(hits->hits, Hit, i);
    bool told = false;
    for (guint j = 0; j < run->baseline->hits->len; j++)
      told |= strcmp(g_array_index(run->baseline->hits, Hit, j).text, hit->text) == 0;
    if (!told && hits_like(run->baseline, hit) > 0 && strchr(tally_families(mutant->kind), hit->rule[0]) &&
        is_about(run, mutant, changed, hit))
      return true;
  }
  return false;
}

static void print_mutant(const char *verdict, const Trial *run, const Mutant *mutant, const Hits *hits)
{
  const Record *item = mutant_item(mutant->record);
  const Source *source = item->source;
  g_autofree char *name = record_name(item);
  g_autofree char *was = g_strndup(source->text + mutant->from, MIN(mutant->to - mutant->from, 60));
  g_autofree char *is = g_strndup(mutant->text, 60);
  printf("%s: %s: %s:%u: %s, %s: '%s' -> '%s' (%s)\n", verdict, tally_title(mutant->kind), run->sample->name,
         line_of(source->text, mutant->from), name, mutant->detail, was, is,
         mutant->covered ? mutant->covered : mutant->why);
  for (guint i = 0; i < hits->hits->len; i++) {
    const Hit *hit = &g_array_index(hits->hits, Hit, i);
    if (hits_like(hits, hit) > hits_like(run->baseline, hit))
      printf("    new: %s %s\n", hit->rule, hit->text);
  }
}

static void visit(const Mutant *mutant, void *data)
{
  Trial *run = data;
  if (only_kind && !strstr(tally_title(mutant->kind), only_kind))
    return;
  guint number = run->seen[mutant->kind]++;
  if (run->counting || number % run->stride[mutant->kind] != 0)
    return;
  const char *text = run->sample->roots[mutant->document]->source->text;
  g_autofree char *changed = g_strdup_printf("%.*s%s%s", (int)mutant->from, text, mutant->text, text + mutant->to);
  g_autoptr(Hits) hits = assess(run->sample, mutant->document, changed);
  bool found = is_found(run, mutant, changed, hits);
  if (!found && was_faulty(run, mutant, changed, hits))
    return; /* that item's fault was there before */
  tally_add(run->tally, mutant, found);
  if (missed && mutant->covered && !found)
    print_mutant("missed", run, mutant, hits);
  if (beyond && !mutant->covered && found)
    print_mutant("beyond", run, mutant, hits);
}

static void make_all(Trial *run)
{
  static void (*const makers[])(const Maker *) = { make_figures,    make_values, make_symbols, make_dates,
                                                   make_references, make_words,  make_items };
  Maker maker = { run->sample, visit, run };
  for (guint i = 0; i < G_N_ELEMENTS(makers); i++)
    makers[i](&maker);
}

/* Findings of the unchanged sample that nobody knows; known ones that are no longer found. */
static guint check_baseline(const Trial *run)
{
  guint wrong = 0;
  for (guint i = 0; i < run->baseline->hits->len; i++) {
    const Hit *hit = &g_array_index(run->baseline->hits, Hit, i);
    g_autofree char *key = g_strdup_printf("%s %s", hit->rule, hit->item ? hit->item : "");
    if (g_strv_contains(run->sample->known, key))
      continue;
    printf("false alarm in %s: %s: %s\n", run->sample->name, key, hit->text);
    wrong++;
  }
  for (const char *const *known = run->sample->known; *known; known++) {
    bool there = false;
    for (guint i = 0; i < run->baseline->hits->len; i++) {
      const Hit *hit = &g_array_index(run->baseline->hits, Hit, i);
      g_autofree char *key = g_strdup_printf("%s %s", hit->rule, hit->item ? hit->item : "");
      there |= strcmp(key, *known) == 0;
    }
    if (!there)
      printf("no longer found in %s: %s\n", run->sample->name, *known);
    wrong += !there;
  }
  return wrong;
}

static guint run_sample(const Sample *sample, Tally *tally)
{
  Trial run = { .sample = sample, .tally = tally, .counting = true };
  run.baseline = assess(sample, RETURN, NULL);
  guint wrong = check_baseline(&run);
  make_all(&run);
  run.counting = false;
  for (guint i = 0; i < MUTANT_KINDS; i++) {
    run.stride[i] = quick ? MAX(1, (run.seen[i] + QUICK_PER_KIND - 1) / QUICK_PER_KIND) : 1;
    run.seen[i] = 0;
  }
  make_all(&run);
  hits_free(run.baseline);
  return wrong;
}

int main(int argc, char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new("ROOT");
  g_autoptr(GError) error = NULL;
  g_option_context_add_main_entries(context, options, NULL);
  if (!g_option_context_parse(context, &argc, &argv, &error) || argc != 2) {
    fprintf(stderr, "mutation: %s\n", error ? error->message : "give the root of the sources");
    return 2;
  }
  g_autoptr(Arena) arena = arena_new();
  guint n, wrong = 0;
  const char *longer = g_getenv("QMR_LONG"); /* ./run.sh test long */
  quick &= !(longer && *longer);
  const Sample *samples = samples_read(arena, argv[1], &n);
  Tally tally;
  tally_init(&tally);
  for (guint i = 0; i < n; i++)
    if (!only_sample || strcmp(only_sample, samples[i].name) == 0)
      wrong += run_sample(&samples[i], &tally);
  tally_print(&tally);
  printf("False alarms on the unchanged samples: %u\n", wrong);
  bool good = tally_is_good(&tally) && wrong == 0;
  tally_clear(&tally);
  return good ? 0 : 1;
}
