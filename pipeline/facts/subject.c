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

static bool is_small(const char *word)
{
  static const char *const small[] = { "that",   "with",    "from",   "this",  "were",   "been",    "have",
                                       "which",  "their",   "than",   "year",  "years",  "number",  "percent",
                                       "rate",   "average", "time",   "total", "people", "quarter", "month",
                                       "months", "target",  "figure", "into",  "will",   "last",    "during",
                                       "made",   "within",  "under",  "over",  NULL };
  return strlen(word) < LEAST_BYTES || g_strv_contains(small, word);
}

char *subject_stem(const char *word)
{
  return is_small(word) ? g_strdup("") : g_strndup(word, STEM_BYTES);
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

/* The titles that have the word, which may be NULL; NULL: none, or so many that it tells nothing. */
static const GArray *titles_of(const Subjects *subjects, const Token *token)
{
  enum { COMMON = 30 };
  char stem[STEM_BYTES + 1] = "";
  if (!token || token->kind != TOKEN_WORD)
    return NULL;
  g_strlcpy(stem, token->word, sizeof stem);
  const GArray *list = g_hash_table_lookup(subjects->stems, stem);
  return list && list->len <= COMMON && !is_small(token->word) ? list : NULL;
}

/* How many words of a title were seen, and how many of them no other title has. */
typedef struct {
  guint title, words, only;
} Count;

enum { MOST = 64 }; /* titles, or words, of one sentence: what is more tells nothing */

static guint count_word(Count *counts, guint n, const GArray *list)
{
  for (guint j = 0; j < list->len; j++) {
    guint title = g_array_index(list, guint, j), k = 0;
    while (k < n && counts[k].title != title)
      k++;
    if (k == MOST)
      continue;
    if (k == n)
      counts[n++] = (Count){ title, 0, 0 };
    counts[k].words++;
    counts[k].only += list->len == 1;
  }
  return n;
}

/* Counts the words of some tokens, each once, by the titles that have them; how many titles. */
static guint count_words(const Subjects *subjects, const Sentence *sentence, guint first, guint end, Count *counts)
{
  const GArray *seen[MOST];
  guint n = 0, n_seen = 0;
  for (guint i = first; i < end && n_seen < MOST; i++) {
    const GArray *list = titles_of(subjects, sentence_token(sentence, i));
    guint k = 0;
    while (k < n_seen && seen[k] != list)
      k++;
    if (!list || k < n_seen)
      continue;
    seen[n_seen++] = list;
    n = count_word(counts, n, list);
  }
  return n;
}

const Indicator *subject_of(const Subjects *subjects, const Sentence *sentence)
{
  return subject_between(subjects, sentence, 0, sentence->tokens->len);
}

bool subject_has(const Subjects *subjects, const Indicator *indicator, const Token *token)
{
  const GArray *list = titles_of(subjects, token);
  for (guint i = 0; list && i < list->len; i++)
    if (g_array_index(subjects->titles, Titled, g_array_index(list, guint, i)).indicator == indicator)
      return true;
  return false;
}

const Indicator *subject_between(const Subjects *subjects, const Sentence *sentence, guint first, guint end)
{
  Count counts[MOST];
  guint n = count_words(subjects, sentence, first, end, counts), most = 1;
  const Titled *best = NULL;
  bool several = false;
  for (guint i = 0; i < n; i++) {
    const Titled *titled = &g_array_index(subjects->titles, Titled, counts[i].title);
    guint words = counts[i].words;
    if (words < most || (2 * words < titled->words && counts[i].only < 2))
      continue;
    bool fewer = best && titled->words < best->words; /* more of its title is said */
    several = best && words == most && (several || titled->words == best->words) && !fewer;
    if (words > most || !best || fewer)
      best = titled;
    most = words;
  }
  return best && most >= 2 && !several ? best->indicator : NULL;
}
