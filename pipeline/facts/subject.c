/* Finding what a sentence is about. */
#include "facts/subject.h"
#include <string.h>

enum { STEM_BYTES = 5, LEAST_BYTES = 4 };

typedef struct {
  const Indicator *indicator;
  guint words;
} Titled;

struct Subjects {
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

static void add_title(Subjects *subjects, const Indicator *indicator)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *lower = g_utf8_strdown(indicator->title ? indicator->title : "", -1);
  g_auto(GStrv) words = g_strsplit_set(lower, " ,.;:()/-'\"%&", -1);
  guint index = subjects->titles->len;
  for (char **word = words; *word; word++) {
    char *stem = subject_stem(*word);
    if (!*stem || !g_hash_table_add(seen, g_strdup(stem))) {
      g_free(stem);
      continue;
    }
    GArray *list = g_hash_table_lookup(subjects->stems, stem);
    if (!list)
      g_hash_table_insert(subjects->stems, g_strdup(stem), list = g_array_new(FALSE, FALSE, sizeof(guint)));
    g_array_append_val(list, index);
    g_free(stem);
  }
  Titled titled = { indicator, g_hash_table_size(seen) };
  g_array_append_val(subjects->titles, titled);
}

Subjects *subjects_new(const Report *report)
{
  Subjects *subjects = g_new0(Subjects, 1);
  subjects->titles = g_array_new(FALSE, FALSE, sizeof(Titled));
  subjects->stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < report->indicators->len; i++)
    add_title(subjects, g_ptr_array_index(report->indicators, i));
  return subjects;
}

void subjects_free(Subjects *subjects)
{
  if (!subjects)
    return;
  g_array_unref(subjects->titles);
  g_hash_table_unref(subjects->stems);
  g_free(subjects);
}

/* Counts the words of a sentence by the titles that have them. */
static GHashTable *count_words(const Subjects *subjects, const Sentence *sentence)
{
  enum { COMMON = 30 }; /* a word of so many titles tells nothing */
  GHashTable *counts = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; sentence_token(sentence, i); i++) {
    const Token *token = sentence_token(sentence, i);
    g_autofree char *stem = token->kind == TOKEN_WORD ? subject_stem(token->word) : g_strdup("");
    const GArray *list = *stem ? g_hash_table_lookup(subjects->stems, stem) : NULL;
    if (!list || list->len > COMMON || !g_hash_table_add(seen, g_strdup(stem)))
      continue;
    for (guint j = 0; j < list->len; j++) {
      gpointer key = GUINT_TO_POINTER(g_array_index(list, guint, j) + 1);
      g_hash_table_insert(counts, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1));
    }
  }
  return counts;
}

const Indicator *subject_of(const Subjects *subjects, const Sentence *sentence)
{
  g_autoptr(GHashTable) counts = count_words(subjects, sentence);
  const Titled *best = NULL;
  guint most = 1;
  bool several = false;
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, counts);
  while (g_hash_table_iter_next(&iter, &key, &value)) {
    guint n = GPOINTER_TO_UINT(value);
    const Titled *titled = &g_array_index(subjects->titles, Titled, GPOINTER_TO_UINT(key) - 1);
    if (n < most || 2 * n < titled->words)
      continue;
    several = n == most && best != NULL;
    if (n > most || !best)
      best = titled;
    most = n;
  }
  return best && most >= 2 && !several ? best->indicator : NULL;
}
