/* Looking words up in the lists. */
#include "facts/phrases.h"
#include "facts/phrases-en.h"
#include <string.h>

enum { BITS = 64, PARTS = (PHRASES_ALL + BITS - 1) / BITS };

/* The lists that have a word: bits by PhraseList. */
typedef struct {
  guint64 bits[PARTS];
} ListSet;

struct Phrases {
  GHashTable *words; /* in lower case, to ListSet */
};

static void add(const Phrases *phrases, int list, const char *words)
{
  g_autofree char *lower = g_utf8_strdown(words, -1);
  g_auto(GStrv) parts = g_strsplit(lower, " ", -1);
  for (char **word = parts; *word; word++) {
    ListSet *set = g_hash_table_lookup(phrases->words, *word);
    if (!set)
      g_hash_table_insert(phrases->words, g_strdup(*word), set = g_new0(ListSet, 1));
    set->bits[list / BITS] |= (guint64)1 << list % BITS;
  }
  g_hash_table_remove(phrases->words, "");
}

const Phrases *phrases_new(Arena *arena, const Framework *framework)
{
  Phrases *phrases = arena_alloc(arena, sizeof *phrases);
  phrases->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  arena_own(arena, phrases->words, (GDestroyNotify)g_hash_table_unref);
  for (int list = PHRASES_TARGET; list < PHRASES_ALL; list++)
    add(phrases, list, phrases_en[list]);
  for (guint i = 0; framework && i < framework->phrases->len; i++) {
    const OwnPhrase *own = g_ptr_array_index(framework->phrases, i);
    if (own->means && own->text)
      add(phrases, own->means, own->text);
  }
  return phrases;
}

bool phrase_is(const Phrases *phrases, PhraseList list, const Token *token)
{
  const ListSet *set = token && token->word ? g_hash_table_lookup(phrases->words, token->word) : NULL;
  return set && (set->bits[list / BITS] >> list % BITS & 1) != 0;
}

bool phrase_at(const Phrases *phrases, PhraseList list, const Sentence *sentence, guint index)
{
  return phrase_is(phrases, list, sentence_token(sentence, index));
}

bool phrase_between(const Phrases *phrases, PhraseList list, const Sentence *sentence, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    if (phrase_at(phrases, list, sentence, i))
      return true;
  return false;
}

int phrase_number(const Token *token)
{
  enum { LONGEST = 6 };
  if (!token || !token->word || token->length_bytes > LONGEST)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS(numbers_en); i++)
    if (*token->word == *numbers_en[i] && strcmp(token->word, numbers_en[i]) == 0)
      return (int)i;
  return -1;
}
