/* Finishing the list: places become lines, the order is the reader's, and one fault is one finding. */
#include "base/text.h"
#include "check/findings-parts.h"
#include <string.h>

/* One place that is to become a line; all of a file are found in one walk through it. */
typedef struct {
  const Source *source;
  gsize offset;
  char **file;
  int *line, *column, *page;
} Wanted;

static gint compare_wanted(gconstpointer a, gconstpointer b)
{
  const Wanted *x = a, *y = b;
  int order = strcmp(x->source->path, y->source->path);
  if (order == 0 && x->source != y->source)
    order = x->source < y->source ? -1 : 1; /* the same file read twice: either order gives the same lines */
  return order ? order : (x->offset > y->offset) - (x->offset < y->offset);
}

static void find_lines(Arena *arena, GArray *wanted)
{
  const Source *source = NULL;
  char *path = NULL; /* of source, as text */
  gsize at = 0;
  int line = 1, column = 1;
  g_array_sort(wanted, compare_wanted);
  for (guint i = 0; i < wanted->len; i++) {
    const Wanted *want = &g_array_index(wanted, Wanted, i);
    if (want->source != source) {
      g_autofree char *escaped = text_escape(want->source->path);
      source = want->source;
      path = arena_strdup(arena, escaped);
      at = 0;
      line = column = 1;
    }
    *want->file = path;
    if (source->n_pages > 0) {
      *want->page = (int)source_page(source, want->offset);
      continue;
    }
    for (; at < want->offset && at < source->length_bytes; at++) {
      bool newline = source->text[at] == '\n';
      line += newline;
      column = newline ? 1 : column + ((source->text[at] & 0xC0) != 0x80);
    }
    *want->line = line;
    if (want->column)
      *want->column = column;
  }
}

static void place_all(Findings *findings)
{
  g_autoptr(GArray) wanted = g_array_new(FALSE, FALSE, sizeof(Wanted));
  for (guint i = 0; i < findings->entries->len; i++) {
    const Entry *entry = &g_array_index(findings->entries, Entry, i);
    Finding *f = entry->finding;
    Wanted here = { entry->source, entry->offset, &f->file, &f->line, &f->column, &f->page };
    Wanted there = { entry->other, entry->other_offset, &f->other_file, &f->other_line, NULL, &f->other_page };
    if (entry->source)
      g_array_append_val(wanted, here);
    if (entry->other)
      g_array_append_val(wanted, there);
  }
  find_lines(findings->arena, wanted);
}

static int compare_numbers(int a, int b)
{
  return (a > b) - (a < b);
}

static gint compare_entries(gconstpointer a, gconstpointer b)
{
  const Finding *x = ((const Entry *)a)->finding, *y = ((const Entry *)b)->finding;
  int order = compare_numbers(y->severity, x->severity);
  if (order == 0)
    order = g_strcmp0(x->file, y->file);
  if (order == 0)
    order = compare_numbers(x->page, y->page);
  if (order == 0)
    order = compare_numbers(x->line, y->line);
  if (order == 0)
    order = compare_numbers(x->column, y->column);
  if (order == 0)
    order = strcmp(x->rule, y->rule);
  return order ? order : strcmp(x->text, y->text);
}

/* Whether a finding is about words, and says which. */
static bool quotes_words(const Entry *entry)
{
  static const char *const families[] = { "wording", "agreement", NULL };
  return entry->length > 0 && g_strv_contains(families, entry->finding->family);
}

static gint compare_places(gconstpointer a, gconstpointer b)
{
  const Entry *x = *(Entry *const *)a, *y = *(Entry *const *)b;
  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  return x->offset != y->offset ? (x->offset > y->offset) - (x->offset < y->offset) : (x > y) - (x < y);
}

/* Of two that share words the graver is told, then the one with two places, then the one that comes first. */
static Entry *stronger(Entry *a, Entry *b)
{
  if (a->finding->severity != b->finding->severity)
    return a->finding->severity > b->finding->severity ? a : b;
  if ((a->other != NULL) != (b->other != NULL))
    return a->other ? a : b;
  return a < b ? a : b;
}

/* Rules about the same words tell of one fault: of those that overlap one is told. */
static void gather_words(GArray *entries)
{
  g_autoptr(GPtrArray) order = g_ptr_array_new();
  for (guint i = 0; i < entries->len; i++)
    if (quotes_words(&g_array_index(entries, Entry, i)) && !g_array_index(entries, Entry, i).gathered)
      g_ptr_array_add(order, &g_array_index(entries, Entry, i));
  g_ptr_array_sort(order, compare_places);
  Entry *told = NULL;
  for (guint i = 0; i < order->len; i++) {
    Entry *entry = g_ptr_array_index(order, i);
    if (!told || told->source != entry->source || entry->offset >= told->offset + told->length) {
      told = entry;
      continue;
    }
    Entry *both = stronger(told, entry);
    (both == told ? entry : told)->gathered = true;
    told = both;
  }
}

static char *key_of(const Finding *finding, const char *rule)
{
  return g_strdup_printf("%s\n%s\n%s", finding->file, finding->item, rule);
}

/* The finding of the same item of which this one is a consequence, or NULL. */
static Finding *cause_of(GHashTable *told, const Finding *finding)
{
  const Rule *rule = rule_find(finding->rule);
  g_auto(GStrv) causes = g_strsplit(rule && rule->follows ? rule->follows : "", " ", -1);
  for (char **cause = causes; *cause && finding->item && finding->file; cause++) {
    g_autofree char *key = key_of(finding, *cause);
    Finding *found = g_hash_table_lookup(told, key);
    if (found)
      return found;
  }
  return NULL;
}

/* A figure that is wrong makes the symbol of its item, and what is said of it, look wrong, too. */
static void gather_consequences(Arena *arena, GArray *entries)
{
  g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < entries->len; i++) {
    Finding *finding = g_array_index(entries, Entry, i).finding;
    if (finding->item && finding->file)
      g_hash_table_insert(told, key_of(finding, finding->rule), finding);
  }
  for (guint i = 0; i < entries->len; i++) {
    Entry *entry = &g_array_index(entries, Entry, i);
    Finding *cause = cause_of(told, entry->finding);
    entry->gathered |= cause != NULL;
    if (cause)
      cause->text = arena_printf(arena, "%s (%s follows from it)", cause->text, entry->finding->rule);
  }
}

/* One fault, one finding. */
static void gather(Findings *findings)
{
  GArray *entries = findings->entries, *kept = g_array_new(FALSE, FALSE, sizeof(Entry));
  gather_consequences(findings->arena, entries);
  gather_words(entries); /* of what is left: a cause is not gathered in what follows from it */
  for (guint i = 0; i < entries->len; i++)
    if (!g_array_index(entries, Entry, i).gathered)
      g_array_append_val(kept, g_array_index(entries, Entry, i));
  g_array_unref(entries);
  findings->entries = kept;
}

GPtrArray *findings_finish(Findings *findings, Record *parent)
{
  GPtrArray *list = arena_list(findings->arena);
  place_all(findings);
  g_array_sort(findings->entries, compare_entries);
  gather(findings);
  for (guint i = 0; i < findings->entries->len; i++) {
    const Entry *entry = &g_array_index(findings->entries, Entry, i);
    if (i > 0 && compare_entries(entry, entry - 1) == 0)
      continue;
    entry->finding->record.parent = parent;
    g_ptr_array_add(list, entry->finding);
  }
  return list;
}
