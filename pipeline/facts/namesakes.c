/* The words of items, in order: those that begin alike stand together. */
#include "facts/namesakes.h"
#include "base/text.h"
#include "record/record.h"
#include <string.h>

enum { MOST = 3 }; /* so many are named */

typedef struct {
  char *called, *words;
} Namesake;

struct Namesakes {
  GArray *all; /* of Namesake */
};

static void clear(gpointer at)
{
  Namesake *namesake = at;
  g_free(namesake->called);
  g_free(namesake->words);
}

static gint compare(gconstpointer a, gconstpointer b)
{
  const Namesake *one = a, *other = b;
  int order = strcmp(one->called, other->called);
  return order ? order : strcmp(one->words, other->words);
}

Namesakes *namesakes_new(GHashTable *items)
{
  Namesakes *namesakes = g_new0(Namesakes, 1);
  namesakes->all = g_array_new(FALSE, FALSE, sizeof(Namesake));
  g_array_set_clear_func(namesakes->all, clear);
  GHashTableIter at;
  gpointer item;
  for (g_hash_table_iter_init(&at, items); g_hash_table_iter_next(&at, NULL, &item);) {
    char *words = record_naming_words(item);
    Namesake namesake = { words ? text_called(words) : NULL, words };
    if (words)
      g_array_append_val(namesakes->all, namesake);
  }
  g_array_sort(namesakes->all, compare);
  return namesakes;
}

void namesakes_free(Namesakes *namesakes)
{
  g_array_unref(namesakes->all);
  g_free(namesakes);
}

static const Namesake *at(const Namesakes *namesakes, guint i)
{
  return i < namesakes->all->len ? &g_array_index(namesakes->all, Namesake, i) : NULL;
}

/* The first that is not before the words. */
static guint place_of(const Namesakes *namesakes, const char *called)
{
  guint low = 0, high = namesakes->all->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (strcmp(at(namesakes, middle)->called, called) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

char *namesakes_of(const Namesakes *namesakes, const char *words)
{
  g_autofree char *called = text_called(words);
  guint first = place_of(namesakes, called), n = 0;
  g_autoptr(GString) out = g_string_new(NULL);
  for (const Namesake *one; (one = at(namesakes, first + n)) && g_str_has_prefix(one->called, called) && n <= MOST; n++)
    if (n < MOST)
      g_string_append_printf(out, "%s'%s'", n ? ", " : "", one->words);
  if (n > MOST)
    g_string_append(out, " ...");
  return n ? g_string_free(g_steal_pointer(&out), FALSE) : NULL;
}
