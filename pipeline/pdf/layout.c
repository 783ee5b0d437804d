/* The blocks of a page, in the order in which they are read; and what stands on every page. */
#include "pdf/layout.h"
#include <string.h>

/* A line, or a table. */
typedef struct {
  Fragment fragment;
  Block *table; /* or NULL */
} Unit;

static void add_line(const Page *page, const Line *line, GArray *units)
{
  Unit unit = { fragment_of(page, line->first, line->end), NULL };
  g_array_append_val(units, unit);
}

/* The parts of lines that stand in columns beside each other. */
static void add_columns(const Page *page, guint from, guint end, const GArray *gutters, GArray *units)
{
  for (guint column = 0; column <= gutters->len; column++) {
    float left = column ? g_array_index(gutters, Gap, column - 1).left : -G_MAXFLOAT;
    float right = column < gutters->len ? g_array_index(gutters, Gap, column).left + 1 : G_MAXFLOAT;
    for (guint i = from; i < end; i++) {
      const Line *line = page_line(page, i);
      guint first = line->first, last;
      while (first < line->end && page_word(page, first)->left < left)
        first++;
      for (last = first; last < line->end && page_word(page, last)->left < right;)
        last++;
      Unit unit = { { 0 }, NULL };
      if (last > first) {
        unit.fragment = fragment_of(page, first, last);
        g_array_append_val(units, unit);
      }
    }
  }
}

static gint compare_orders(gconstpointer a, gconstpointer b)
{
  const Line *x = a, *y = b;
  return (x->order > y->order) - (x->order < y->order);
}

/* Columns whose lines stand between those of each other: then the file knows better in which order they are read. */
static bool is_staggered(const Page *page)
{
  enum { LEAST = 8 };
  guint n = 0;
  for (guint i = 1; i < page->lines->len; i++) {
    const Line *a = page_line(page, i - 1), *b = page_line(page, i);
    bool apart = a->box.right < b->box.left || b->box.right < a->box.left;
    n += apart && a->box.bottom - b->box.top > 0.25F * b->size;
  }
  return n >= LEAST && n * 2 > page->lines->len;
}

static GArray *units_of(const Page *page, const Vocabulary *vocabulary)
{
  if (is_staggered(page))
    g_array_sort(page->lines, compare_orders);
  GArray *units = g_array_new(FALSE, FALSE, sizeof(Unit));
  g_autoptr(GArray) gutters = g_array_new(FALSE, FALSE, sizeof(Gap));
  for (guint i = 0; i < page->lines->len;) {
    guint end = table_end(page, i, gutters);
    if (end == 0) {
      add_line(page, page_line(page, i++), units);
      continue;
    }
    if (table_is_columns(page, i, end, gutters)) {
      add_columns(page, i, end, gutters, units);
    } else {
      Unit unit = { { 0 }, table_of(page, i, end, gutters, vocabulary) };
      g_array_append_val(units, unit);
    }
    i = end;
  }
  return units;
}

/* Larger than the words around it, or bold, and short. */
static bool is_heading(const Block *block, float usual_size)
{
  enum { LONGEST = 160 };
  bool ended = strchr(".;,", block->text->str[block->text->len - 1]) != NULL;
  return block->text->len < LONGEST && !ended && (block->bold || block->size > 1.12F * usual_size);
}

static void add_paragraphs(const Page *page, const GArray *fragments, const Vocabulary *vocabulary, float usual_size,
                           GPtrArray *blocks)
{
  GPtrArray *paragraphs = paragraphs_of(page, fragments, vocabulary);
  g_ptr_array_set_free_func(paragraphs, NULL);
  for (guint i = 0; i < paragraphs->len; i++) {
    Block *block = g_ptr_array_index(paragraphs, i);
    if (block->text->len == 0) {
      block_free(block);
      continue;
    }
    block->kind = is_heading(block, usual_size) ? BLOCK_HEADING : BLOCK_PARA;
    g_ptr_array_add(blocks, block);
  }
  g_ptr_array_unref(paragraphs);
}

static GPtrArray *layout_page(Page *page, const Vocabulary *vocabulary, float usual_size)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func(block_free);
  g_autoptr(GArray) units = units_of(page, vocabulary);
  g_autoptr(GArray) fragments = g_array_new(FALSE, FALSE, sizeof(Fragment));
  for (guint i = 0; i <= units->len; i++) {
    const Unit *unit = i < units->len ? &g_array_index(units, Unit, i) : NULL;
    if (unit && !unit->table) {
      g_array_append_val(fragments, unit->fragment);
      continue;
    }
    add_paragraphs(page, fragments, vocabulary, usual_size, blocks);
    g_array_set_size(fragments, 0);
    if (unit)
      g_ptr_array_add(blocks, unit->table);
  }
  return blocks;
}

/* ---- what stands on every page ----------------------------------------------------------------------------------- */

/* Of lines in the margins: their words without figures, and their height. NULL: the line is none. Caller frees. */
static char *margin_key(const Page *page, const Line *line)
{
  float middle = (line->box.top + line->box.bottom) / 2;
  if (middle > 0.1F * page->height && middle < 0.9F * page->height)
    return NULL;
  GString *key = g_string_new(NULL);
  bool figure = false;
  g_string_append_printf(key, "%d", (int)(middle / 6));
  for (guint i = line->first; i < line->end; i++) {
    g_string_append_c(key, ' ');
    for (const char *at = page_word(page, i)->text; *at; at++) {
      if (!g_ascii_isdigit(*at) || !figure)
        g_string_append_c(key, g_ascii_isdigit(*at) ? '#' : *at);
      figure = g_ascii_isdigit(*at);
    }
    figure = false;
  }
  return g_string_free(key, FALSE);
}

static void count_margins(const Page *page, GHashTable *counts)
{
  for (guint i = 0; i < page->lines->len; i++) {
    char *key = margin_key(page, page_line(page, i));
    if (key)
      g_hash_table_insert(counts, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1));
  }
}

static void remove_margins(Page *page, GHashTable *counts, guint pages)
{
  GArray *kept = g_array_new(FALSE, FALSE, sizeof(Word));
  for (guint i = 0; i < page->lines->len; i++) {
    const Line *line = page_line(page, i);
    g_autofree char *key = margin_key(page, line);
    guint n = key ? GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) : 0;
    if (n < 2 || (n < 3 && n * 10 < pages * 3))
      g_array_append_vals(kept, page_word(page, line->first), line->end - line->first);
  }
  g_array_unref(page->words);
  page->words = kept;
  page_find_lines(page);
}

static void running_remove(const GPtrArray *pages)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < pages->len; i++)
    count_margins(g_ptr_array_index(pages, i), counts);
  for (guint i = 0; i < pages->len; i++)
    remove_margins(g_ptr_array_index(pages, i), counts, pages->len);
}

/* ---- all pages --------------------------------------------------------------------------------------------------- */

/* The words of the document without what stands around them. */
static Vocabulary *vocabulary_of(const GPtrArray *pages)
{
  GHashTable *vocabulary = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < pages->len; i++) {
    const Page *page = g_ptr_array_index(pages, i);
    for (guint k = 0; k < page->words->len; k++) {
      char *word = g_utf8_strdown(page_word(page, k)->text, -1);
      gsize n = strlen(word);
      while (n > 0 && strchr(".,;:!?)'\"", word[n - 1]))
        word[--n] = '\0';
      g_hash_table_add(vocabulary, word);
    }
  }
  return vocabulary;
}

/* The size that most letters have. */
static float usual_size(const GPtrArray *pages)
{
  enum { SIZES = 200 };
  guint counts[SIZES] = { 0 }, most = 0;
  for (guint i = 0; i < pages->len; i++) {
    const Page *page = g_ptr_array_index(pages, i);
    for (guint k = 0; k < page->words->len; k++) {
      const Word *word = page_word(page, k);
      counts[MIN((guint)(word->size * 2), SIZES - 1)] += (guint)strlen(word->text);
    }
  }
  for (guint i = 1; i < SIZES; i++)
    most = counts[i] > counts[most] ? i : most;
  return (float)(most + 1) / 2;
}

/* Whether the words of a page go on with the next one's. */
static bool goes_over(const Block *last, const Block *first)
{
  const char *ends = ".!?:;";
  gunichar begin = g_utf8_get_char(first->text->str);
  return last->full && !strchr(ends, last->text->str[last->text->len - 1]) && last->bold == first->bold &&
         first->size > 0.9F * last->size && first->size < 1.1F * last->size &&
         (g_unichar_islower(begin) || g_unichar_isdigit(begin));
}

static void join_pages(GPtrArray *before, GPtrArray *after, const Vocabulary *vocabulary)
{
  Block *last = before->len ? g_ptr_array_index(before, before->len - 1) : NULL;
  Block *first = after->len ? g_ptr_array_index(after, 0) : NULL;
  if (!last || !first || last->kind != BLOCK_PARA || first->kind != BLOCK_PARA || last->over || !goes_over(last, first))
    return;
  last->over = last->text->len;
  paragraph_go_on(last->text, first->text->str, vocabulary);
  last->over = MIN(last->over, last->text->len);
  g_ptr_array_remove_index(after, 0);
}

void layout_all(const GPtrArray *pages, GPtrArray *ret_blocks)
{
  for (guint i = 0; i < pages->len; i++)
    page_find_lines(g_ptr_array_index(pages, i));
  running_remove(pages);
  Vocabulary *vocabulary = vocabulary_of(pages);
  float size = usual_size(pages);
  for (guint i = 0; i < pages->len; i++) {
    GPtrArray *blocks = layout_page(g_ptr_array_index(pages, i), vocabulary, size);
    if (i > 0)
      join_pages(g_ptr_array_index(ret_blocks, i - 1), blocks, vocabulary);
    g_ptr_array_add(ret_blocks, blocks);
  }
  g_hash_table_unref(vocabulary);
}
