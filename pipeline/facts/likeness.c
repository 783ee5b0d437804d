/* Likeness of texts, by runs of words that both have. */
#include "facts/likeness.h"
#include "base/text.h"
#include <string.h>

enum { SHINGLE = 4 };

/* Overlapping runs of four words, as a set of their hashes. */
static GHashTable *shingles_of(const Prose *prose, guint *ret_words)
{
  GHashTable *shingles = g_hash_table_new(NULL, NULL);
  g_autofree char *text = prose_to_text(prose);
  if (!text_lower_ascii(text)) {
    g_autofree char *cased = g_steal_pointer(&text);
    text = g_utf8_strdown(cased, -1);
  }
  guint hashes[SHINGLE] = { 0 }, n = 0;
  char *rest = NULL;
  for (char *word = strtok_r(text, " \n\t.,;:()", &rest); word; word = strtok_r(NULL, " \n\t.,;:()", &rest)) {
    hashes[n++ % SHINGLE] = g_str_hash(word);
    guint hash = 0;
    for (guint i = 0; i < SHINGLE; i++)
      hash = hash * 1000003u + hashes[(n + i) % SHINGLE];
    if (n >= SHINGLE)
      g_hash_table_add(shingles, GUINT_TO_POINTER(hash));
  }
  *ret_words = n;
  return shingles;
}

/* Share of the runs of the new words that the old ones have too, in percent. */
guint likeness(const Prose *now, const Prose *before, guint *ret_words)
{
  guint words_before, common = 0;
  g_autoptr(GHashTable) new = shingles_of(now, ret_words);
  g_autoptr(GHashTable) old = shingles_of(before, &words_before);
  guint all = g_hash_table_size(new);
  GHashTableIter iter;
  gpointer hash;
  g_hash_table_iter_init(&iter, new);
  while (g_hash_table_iter_next(&iter, &hash, NULL))
    common += g_hash_table_contains(old, hash);
  return all > 0 ? common * 100 / all : 0;
}
