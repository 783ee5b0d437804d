/* Items in other words: the one that shares most words is looked for among those that share the rarest. */
#include "facts/reworded.h"
#include "base/text.h"

enum { SHORT = 3 };       /* words of so many letters say nothing */
enum { CANDIDATES = 64 }; /* so many items are held against each thread: more would take time for each of each */

typedef struct {
  const Record *item;
  guint order;
  GHashTable *words; /* set */
} Worded;

struct Reworded {
  GHashTable *of_word[ENTRY_CLOSED + 1]; /* by kind: a word to its list of Worded, in the order of the plan */
};

/* The words of an item that say something, as often as they stand there; none when it has no words. Caller frees. */
static GPtrArray *words_of(const Record *item)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *naming = record_naming_words(item), *called = naming ? text_called(naming) : NULL;
  g_auto(GStrv) all = g_strsplit_set(called ? called : "", " ,;:()/", -1);
  for (char **word = all; *word; word++)
    if (g_utf8_strlen(*word, -1) > SHORT)
      g_ptr_array_add(words, g_strdup(*word));
  return words;
}

static void free_lists(gpointer lists)
{
  g_ptr_array_unref(lists);
}

static void add_item(Arena *arena, Reworded *reworded, const Record *item, guint order)
{
  GHashTable *of_word = reworded->of_word[thread_kind(item)];
  g_autoptr(GPtrArray) words = words_of(item);
  Worded *worded = arena_alloc(arena, sizeof *worded);
  *worded = (Worded){ item, order, g_hash_table_new(g_str_hash, g_str_equal) };
  arena_own(arena, worded->words, (GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; i < words->len; i++) {
    char *word = arena_strdup(arena, g_ptr_array_index(words, i));
    if (!g_hash_table_add(worded->words, word))
      continue;
    GPtrArray *list = g_hash_table_lookup(of_word, word);
    if (!list)
      g_hash_table_insert(of_word, word, list = g_ptr_array_new());
    g_ptr_array_add(list, worded);
  }
}

Reworded *reworded_new(Arena *arena, const GPtrArray *items)
{
  Reworded *reworded = arena_alloc(arena, sizeof *reworded);
  for (guint kind = 0; kind < G_N_ELEMENTS(reworded->of_word); kind++) {
    reworded->of_word[kind] = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_lists);
    arena_own(arena, reworded->of_word[kind], (GDestroyNotify)g_hash_table_unref);
  }
  for (guint i = 0; i < items->len; i++)
    add_item(arena, reworded, g_ptr_array_index(items, i), i);
  return reworded;
}

static gint by_length(gconstpointer a, gconstpointer b)
{
  const GPtrArray *one = *(GPtrArray *const *)a, *other = *(GPtrArray *const *)b;
  return (one->len > other->len) - (one->len < other->len);
}

/* The items that share a word, those of the rarest words first. Caller frees. */
static GHashTable *candidates_of(GHashTable *of_word, const GPtrArray *words)
{
  GHashTable *candidates = g_hash_table_new(NULL, NULL);
  g_autoptr(GPtrArray) lists = g_ptr_array_new();
  for (guint i = 0; i < words->len; i++) {
    GPtrArray *list = g_hash_table_lookup(of_word, g_ptr_array_index(words, i));
    if (list)
      g_ptr_array_add(lists, list);
  }
  g_ptr_array_sort(lists, by_length);
  for (guint i = 0; i < lists->len; i++) {
    const GPtrArray *list = g_ptr_array_index(lists, i);
    for (guint k = 0; k < list->len && g_hash_table_size(candidates) < CANDIDATES; k++)
      g_hash_table_add(candidates, g_ptr_array_index(list, k));
  }
  return candidates;
}

/* How many of the words the item has. */
static guint count_shared(const Worded *worded, const GPtrArray *words)
{
  guint n = 0;
  for (guint i = 0; i < words->len; i++)
    n += g_hash_table_contains(worded->words, g_ptr_array_index(words, i));
  return n;
}

const Record *reworded_find(const Reworded *reworded, const Thread *thread)
{
  g_autoptr(GPtrArray) words = words_of(thread->before);
  g_autoptr(GHashTable) candidates = candidates_of(reworded->of_word[thread->kind], words);
  const Worded *best = NULL;
  guint most = 0;
  GHashTableIter each;
  gpointer at;
  g_hash_table_iter_init(&each, candidates);
  while (g_hash_table_iter_next(&each, &at, NULL)) {
    const Worded *worded = at;
    guint shared = count_shared(worded, words);
    if (shared > most || (best && shared == most && worded->order < best->order)) {
      most = shared;
      best = worded;
    }
  }
  return best ? best->item : NULL;
}
