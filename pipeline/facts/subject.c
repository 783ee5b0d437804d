/* Finding what a sentence is about. */
#include "facts/subject.h"
#include <string.h>

enum { STEM_BYTES = 5, LEAST_BYTES = 4 };

typedef struct {
  const Indicator *indicator;
  guint words;
} Titled;

struct Subjects {
  Arena *arena;
  GArray *titles;    /* of Titled */
  GHashTable *stems; /* stem to GArray of guint: titles that have it */
};

char *subject_stem(const char *word)
{
  static const char *const small[] = { "that",   "with",    "from",   "this",  "were",   "been",    "have",
                                       "which",  "their",   "than",   "year",  "years",  "number",  "percent",
                                       "rate",   "average", "time",   "total", "people", "quarter", "month",
                                       "months", "target",  "figure", "into",  "will",   "last",    "during",
                                       "made",   "within",  "under",  "over",  NULL };
  if (strlen(word) < LEAST_BYTES || g_strv_contains(small, word))
    return g_strdup("");
  return g_strndup(word, STEM_BYTES);
}

/* Once for each title. */
static void add_word(Subjects *subjects, GHashTable *seen, const Token *token, guint index)
{
  char *stem = token->kind == TOKEN_WORD ? subject_stem(token->word) : g_strdup("");
  if (!*stem || !g_hash_table_add(seen, g_strdup(stem))) {
    g_free(stem);
    return;
  }
  GArray *list = g_hash_table_lookup(subjects->stems, stem);
  if (!list)
    g_hash_table_insert(subjects->stems, g_strdup(stem), list = g_array_new(FALSE, FALSE, sizeof(guint)));
  g_array_append_val(list, index);
  g_free(stem);
}

/* Cut as sentences are. */
static void add_title(Subjects *subjects, const Indicator *indicator)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *parts = sentences_of_text(subjects->arena, indicator->title ? indicator->title : "");
  for (guint i = 0; i < parts->len; i++)
    for (guint j = 0; sentence_token(g_ptr_array_index(parts, i), j); j++)
      add_word(subjects, seen, sentence_token(g_ptr_array_index(parts, i), j), subjects->titles->len);
  Titled titled = { indicator, g_hash_table_size(seen) };
  g_array_append_val(subjects->titles, titled);
}

Subjects *subjects_new(const GPtrArray *indicators)
{
  Subjects *subjects = g_new0(Subjects, 1);
  subjects->arena = arena_new();
  subjects->titles = g_array_new(FALSE, FALSE, sizeof(Titled));
  subjects->stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < indicators->len; i++)
    add_title(subjects, g_ptr_array_index(indicators, i));
  return subjects;
}

void subjects_free(Subjects *subjects)
{
  if (!subjects)
    return;
  g_array_unref(subjects->titles);
  g_hash_table_unref(subjects->stems);
  arena_free(subjects->arena);
  g_free(subjects);
}

enum { ONLY = 1 << 16 }; /* a word that no other title has is counted here, too */

/* Counts the words of some tokens by the titles that have them. */
static GHashTable *count_words(const Subjects *subjects, const Sentence *sentence, guint first, guint end)
{
  enum { COMMON = 30 }; /* a word of so many titles tells nothing */
  GHashTable *counts = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = first; i < end; i++) {
    const Token *token = sentence_token(sentence, i);
    g_autofree char *stem = token->kind == TOKEN_WORD ? subject_stem(token->word) : g_strdup("");
    const GArray *list = *stem ? g_hash_table_lookup(subjects->stems, stem) : NULL;
    if (!list || list->len > COMMON || !g_hash_table_add(seen, g_strdup(stem)))
      continue;
    for (guint j = 0; j < list->len; j++) {
      gpointer key = GUINT_TO_POINTER(g_array_index(list, guint, j) + 1);
      guint only = list->len == 1 ? ONLY : 0;
      g_hash_table_insert(counts, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1 + only));
    }
  }
  return counts;
}

const Indicator *subject_of(const Subjects *subjects, const Sentence *sentence)
{
  return subject_between(subjects, sentence, 0, sentence->tokens->len);
}

bool subject_has(const Subjects *subjects, const Indicator *indicator, const Token *token)
{
  g_autofree char *stem = token && token->kind == TOKEN_WORD ? subject_stem(token->word) : g_strdup("");
  const GArray *list = *stem ? g_hash_table_lookup(subjects->stems, stem) : NULL;
  for (guint i = 0; list && i < list->len; i++)
    if (g_array_index(subjects->titles, Titled, g_array_index(list, guint, i)).indicator == indicator)
      return true;
  return false;
}

const Indicator *subject_between(const Subjects *subjects, const Sentence *sentence, guint first, guint end)
{
  g_autoptr(GHashTable) counts = count_words(subjects, sentence, first, end);
  const Titled *best = NULL;
  guint most = 1;
  bool several = false;
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, counts);
  while (g_hash_table_iter_next(&iter, &key, &value)) {
    guint n = GPOINTER_TO_UINT(value) % ONLY, only = GPOINTER_TO_UINT(value) / ONLY;
    const Titled *titled = &g_array_index(subjects->titles, Titled, GPOINTER_TO_UINT(key) - 1);
    if (n < most || (2 * n < titled->words && only < 2))
      continue;
    bool fewer = best && titled->words < best->words; /* more of its title is said */
    several = best && n == most && (several || titled->words == best->words) && !fewer;
    if (n > most || !best || fewer)
      best = titled;
    most = n;
  }
  return best && most >= 2 && !several ? best->indicator : NULL;
}
