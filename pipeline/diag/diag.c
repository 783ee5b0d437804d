/* The list of diagnostics: gathering with places and source lines, sorting, counting. */
#include "diag/diag.h"
#include "diag/diag-list.h"
#include <stdarg.h>
#include <string.h>

enum { EXCERPT_CHARS = 160 }; /* longer source lines are cut to a window around the place */

static void diag_free(gpointer data)
{
  Diag *diag = data;
  g_free(diag->file);
  g_free(diag->text);
  g_free(diag->excerpt);
  g_free(diag);
}

DiagList *diag_list_new(void)
{
  DiagList *list = g_new0(DiagList, 1);
  list->diags = g_ptr_array_new_with_free_func(diag_free);
  list->tallies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return list;
}

void diag_list_free(DiagList *list)
{
  if (!list)
    return;
  g_ptr_array_unref(list->diags);
  g_hash_table_unref(list->tallies);
  g_free(list);
}

static const char *tally_key(const char *file)
{
  return file ? file : "";
}

const DiagTally *diag_tally(const DiagList *list, const char *file)
{
  return g_hash_table_lookup(list->tallies, tally_key(file));
}

/* Counts one more message of a file; false when only the count is kept. */
static bool count_one(DiagList *list, const char *file, Level level)
{
  DiagTally *tally = g_hash_table_lookup(list->tallies, tally_key(file));
  if (!tally) {
    tally = g_new0(DiagTally, 1);
    g_hash_table_insert(list->tallies, g_strdup(tally_key(file)), tally);
  }
  if (tally->kept[level] == DIAG_KEPT) {
    tally->dropped[level]++;
    list->dropped[level]++;
    return false;
  }
  tally->kept[level]++;
  return true;
}

/* A message in valid UTF-8, cut when a hostile file makes it very long; caller frees. */
static char *cut_text(const char *raw)
{
  enum { TEXT_CHARS = 1000 };
  g_autofree char *text = g_utf8_make_valid(raw, -1);
  if (g_utf8_strlen(text, -1) <= TEXT_CHARS)
    return g_steal_pointer(&text);
  g_autofree char *start = g_utf8_substring(text, 0, TEXT_CHARS);
  return g_strconcat(start, "…", NULL);
}

static char *format_text(const char *format, va_list args)
{
  g_autofree char *raw = g_strdup_vprintf(format, args);
  return cut_text(raw);
}

static const Rule *find_rule(const char *id)
{
  const Rule *rule = rule_find(id);
  if (!rule)
    g_error("no rule %s", id); /* a bug: aborts */
  return rule;
}

/* Steps over at most n characters towards stop; counts them in *ret_n. */
static const char *step(const char *at, const char *stop, guint n, guint *ret_n)
{
  for (*ret_n = 0; *ret_n < n && at != stop; (*ret_n)++)
    at = at < stop ? g_utf8_next_char(at) : g_utf8_prev_char(at);
  return at;
}

/* The line; of a very long one, a window around the place. */
static void set_window(Diag *diag, const char *begin, const char *at, const char *end)
{
  guint before, after;
  const char *first = step(at, begin, EXCERPT_CHARS / 2, &before);
  const char *last = step(at, end, EXCERPT_CHARS - before, &after);
  if (last == end)
    first = step(at, begin, EXCERPT_CHARS - after, &before);
  diag->caret = before + 1 + (first > begin ? 1 : 0);
  diag->excerpt =
      g_strdup_printf("%s%.*s%s", first > begin ? "…" : "", (int)(last - first), first, last < end ? "…" : "");
}

static void set_excerpt(Diag *diag, const Source *source, gsize offset)
{
  gsize length_bytes;
  const char *begin = source_line(source, offset, &length_bytes);
  const char *at = source->text + MIN(offset, source->length_bytes);
  if (!source->n_pages) {
    set_window(diag, begin, at, begin + length_bytes);
    return;
  }
  gsize place;
  g_autofree char *words = source_words(begin, length_bytes, (gsize)(at - begin), &place);
  set_window(diag, words, words + place, words + strlen(words));
}

/* Adds a message whose text is in list's hands from now on. */
static void add_at(DiagList *list, const Rule *rule, Level level, const Source *source, gsize offset, char *text)
{
  Diag *diag = g_new0(Diag, 1);
  *diag = (Diag){ .rule = rule, .level = level, .text = text };
  g_ptr_array_add(list->diags, diag);
  if (!source)
    return;
  Place place = source_place(source, offset);
  diag->file = g_strdup(source->path);
  diag->line = place.line;
  diag->column = place.column;
  diag->page = place.page;
  diag->offset = offset;
  set_excerpt(diag, source, offset);
}

void diag_at(DiagList *list, const char *id, const Source *source, gsize offset, const char *format, ...)
{
  const Rule *rule = find_rule(id);
  if (!count_one(list, source->path, rule->level))
    return;
  va_list args;
  va_start(args, format);
  add_at(list, rule, rule->level, source, offset, format_text(format, args));
  va_end(args);
}

void diag_leveled(DiagList *list, const char *id, Level level, const Source *source, gsize offset, const char *text)
{
  const Rule *rule = find_rule(id);
  if (count_one(list, source ? source->path : NULL, level))
    add_at(list, rule, level, source, offset, cut_text(text));
}

void diag_file(DiagList *list, const char *id, const char *file, const char *format, ...)
{
  const Rule *rule = find_rule(id);
  if (!count_one(list, file, rule->level))
    return;
  Diag *diag = g_new0(Diag, 1);
  *diag = (Diag){ .rule = rule, .level = rule->level, .file = g_strdup(file) };
  va_list args;
  va_start(args, format);
  diag->text = format_text(format, args);
  va_end(args);
  g_ptr_array_add(list->diags, diag);
}

void diag_list_add(DiagList *list, const DiagList *more)
{
  for (guint i = 0; i < more->diags->len; i++) {
    const Diag *diag = g_ptr_array_index(more->diags, i);
    if (!count_one(list, diag->file, diag->level))
      continue;
    Diag *copy = g_new(Diag, 1);
    *copy = *diag;
    copy->file = g_strdup(diag->file);
    copy->text = g_strdup(diag->text);
    copy->excerpt = g_strdup(diag->excerpt);
    g_ptr_array_add(list->diags, copy);
  }
}

static void forget(DiagList *list, const Diag *diag)
{
  DiagTally *tally = g_hash_table_lookup(list->tallies, tally_key(diag->file));
  if (tally)
    tally->kept[diag->level]--;
}

void diag_take_back(DiagList *list, bool (*goes)(const Diag *diag, const void *data), const void *data)
{
  guint kept = 0;
  for (guint i = 0; i < list->diags->len; i++) {
    Diag *diag = g_ptr_array_index(list->diags, i);
    if (diag->line && goes(diag, data)) {
      forget(list, diag);
      continue;
    }
    list->diags->pdata[i] = list->diags->pdata[kept];
    list->diags->pdata[kept++] = diag;
  }
  g_ptr_array_set_size(list->diags, (gint)kept);
}

static int compare_numbers(guint a, guint b)
{
  return (a > b) - (a < b);
}

static gint compare(gconstpointer a, gconstpointer b)
{
  const Diag *x = *(Diag *const *)a, *y = *(Diag *const *)b;
  int order = g_strcmp0(x->file, y->file);
  if (order == 0)
    order = compare_numbers(x->page, y->page);
  if (order == 0)
    order = compare_numbers(x->line, y->line);
  if (order == 0)
    order = compare_numbers(x->column, y->column);
  if (order == 0)
    order = strcmp(x->rule->id, y->rule->id);
  if (order == 0)
    order = strcmp(x->text, y->text);
  return order;
}

void diag_sort(DiagList *list)
{
  if (list->diags->len == 0)
    return;
  g_ptr_array_sort(list->diags, compare);
  guint kept = 0;
  for (guint i = 0; i < list->diags->len; i++) {
    Diag *diag = g_ptr_array_index(list->diags, i);
    if (kept > 0 && compare(&list->diags->pdata[i], &list->diags->pdata[kept - 1]) == 0) {
      DiagTally *tally = g_hash_table_lookup(list->tallies, tally_key(diag->file));
      tally->kept[diag->level]--;
      diag_free(diag);
    } else {
      list->diags->pdata[kept++] = diag;
    }
  }
  g_ptr_array_set_free_func(list->diags, NULL);
  g_ptr_array_set_size(list->diags, (gint)kept);
  g_ptr_array_set_free_func(list->diags, diag_free);
}

guint diag_count(const DiagList *list, Level at_least)
{
  guint n = 0;
  for (guint i = 0; i < list->diags->len; i++)
    n += diag_get(list, i)->level >= at_least;
  for (guint level = at_least; level <= LEVEL_ERROR; level++)
    n += list->dropped[level];
  return n;
}

guint diag_count_files(const DiagList *list, Level at_least)
{
  guint n = 0;
  GHashTableIter tallies;
  gpointer tally;
  g_hash_table_iter_init(&tallies, list->tallies);
  while (g_hash_table_iter_next(&tallies, NULL, &tally)) {
    guint told = 0;
    for (guint level = at_least; level <= LEVEL_ERROR; level++)
      told += ((const DiagTally *)tally)->kept[level] + ((const DiagTally *)tally)->dropped[level];
    n += told > 0;
  }
  return n;
}

const Diag *diag_get(const DiagList *list, guint index)
{
  return index < list->diags->len ? g_ptr_array_index(list->diags, index) : NULL;
}
