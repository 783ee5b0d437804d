/* Telling words, and the texts that share them. */
#include "facts/gist.h"
#include <string.h>

struct Gists {
  GHashTable *texts; /* stem to GArray of guint, in order */
};

/* Most differ in their first letter. */
static bool contains(const char *const *words, const char *word)
{
  for (; *words; words++)
    if (**words == *word && strcmp(*words, word) == 0)
      return true;
  return false;
}

/* Words that hold sentences together. */
static bool is_small(const char *word)
{
  static const char *const words[] = {
    "about", "above",  "after",  "again",   "also",  "although", "among", "been",    "before", "being", "below",
    "both",  "could",  "does",   "done",    "down",  "during",   "each",  "eight",   "every",  "first", "five",
    "four",  "from",   "have",   "here",    "into",  "just",     "last",  "least",   "less",   "made",  "make",
    "many",  "more",   "most",   "much",    "nine",  "only",     "other", "others",  "over",   "same",  "second",
    "seven", "should", "since",  "some",    "still", "such",     "than",  "that",    "their",  "them",  "then",
    "there", "these",  "they",   "third",   "this",  "those",    "three", "through", "today",  "twice", "under",
    "until", "upon",   "very",   "well",    "were",  "what",     "when",  "where",   "which",  "while", "whilst",
    "will",  "with",   "within", "without", "would", "year",     "years", "their",   NULL
  };
  return contains(words, word);
}

/* Words of officers, which tell of any work. */
static bool is_of_office(const char *word)
{
  static const char *const words[] = {
    "achieve", "action", "agree",  "amber",  "annual",  "approv",   "attain",  "base",    "begin",   "being",
    "better",  "board",  "bring",  "carr",   "chang",   "complet",  "consid",  "continu", "council", "current",
    "data",    "date",   "day",    "deliv",  "develop", "direct",   "effect",  "end",     "ensure",  "expect",
    "fewer",   "figure", "figur",  "finish", "follow",  "full",     "further", "going",   "good",    "great",
    "green",   "group",  "half",   "high",   "help",    "identi",   "implem",  "improv",  "includ",  "increa",
    "issue",   "issu",   "late",   "lead",   "level",   "list",     "long",    "lower",   "manage",  "manag",
    "measur",  "meet",   "month",  "need",   "number",  "numb",     "offic",   "outcom",  "part",    "peopl",
    "percen",  "perfor", "period", "place",  "plac",    "plan",     "possib",  "prepar",  "probab",  "proces",
    "procur",  "progre", "projec", "provid", "put",     "quarte",   "rate",    "rat",     "reduc",   "report",
    "requir",  "result", "review", "servic", "set",     "staff",    "start",   "strate",  "suppor",  "system",
    "taken",   "target", "team",   "test",   "tim",     "time",     "total",   "track",   "under",   "use",
    "week",    "work",   "achiev", "compar", "perform", "agreem",   "averag",  "publis",  "inform",  "local",
    "area",    "record", "survey", "return", "quart",   "complete", NULL
  };
  return contains(words, word);
}

char *gist_stem(const char *word, GistWords wanted)
{
  enum { LEAST = 4, MOST = 6 };
  static const char *const endings[] = { "ing", "ers", "ed", "er", "s" };
  Token token = { .kind = TOKEN_WORD, .word = (char *)word };
  gsize length = strlen(word);
  if (length < LEAST || is_small(word) || sentence_month(&token) || g_ascii_isdigit(*word))
    return g_strdup("");
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
    gsize ending = strlen(endings[i]);
    if (length >= LEAST + ending && g_str_has_suffix(word, endings[i])) {
      length -= ending;
      break;
    }
  }
  length -= length >= LEAST && word[length - 1] == 'e';
  length = MIN(length, MOST);
  while ((word[length] & 0xC0) == 0x80) /* whole letters */
    length--;
  char *stem = g_strndup(word, length);
  if (wanted == GIST_TELLING && is_of_office(stem))
    *stem = '\0';
  return stem;
}

GHashTable *gist_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void add_word(GHashTable *gist, const char *word, GistWords wanted)
{
  char *stem = gist_stem(word, wanted);
  if (*stem)
    g_hash_table_add(gist, stem);
  else
    g_free(stem);
}

void gist_add_text(GHashTable *gist, const char *text, GistWords wanted)
{
  g_autofree char *lower = g_utf8_strdown(text ? text : "", -1);
  g_auto(GStrv) words = g_strsplit_set(lower, " \n\t,.;:()/-'\"%&", -1);
  for (char **word = words; *word; word++)
    add_word(gist, *word, wanted);
}

void gist_add_sentences(GHashTable *gist, const GPtrArray *sentences, GistWords wanted)
{
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++)
      if (sentence_token(sentence, j)->kind == TOKEN_WORD)
        add_word(gist, sentence_token(sentence, j)->word, wanted);
  }
}

void gist_add_wording(GHashTable *gist, const GPtrArray *sentences)
{
  enum { LEAST = 3, MOST = 6 };
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++) {
      const Token *token = sentence_token(sentence, j);
      if (token->kind == TOKEN_WORD && token->length_bytes >= LEAST)
        g_hash_table_add(gist, g_utf8_substring(token->word, 0, MIN(MOST, g_utf8_strlen(token->word, -1))));
      else if (token->kind == TOKEN_NUMBER)
        g_hash_table_add(gist, amount_format(token->number, -1));
    }
  }
}

guint gist_shared(GHashTable *a, GHashTable *b)
{
  guint shared = 0;
  GHashTableIter iter;
  gpointer stem;
  g_hash_table_iter_init(&iter, a);
  while (g_hash_table_iter_next(&iter, &stem, NULL))
    shared += g_hash_table_contains(b, stem);
  return shared;
}

Gists *gists_new(void)
{
  Gists *gists = g_new0(Gists, 1);
  gists->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  return gists;
}

void gists_free(Gists *gists)
{
  if (!gists)
    return;
  g_hash_table_unref(gists->texts);
  g_free(gists);
}

void gists_add(Gists *gists, guint text, GHashTable *gist)
{
  GHashTableIter iter;
  gpointer stem;
  g_hash_table_iter_init(&iter, gist);
  while (g_hash_table_iter_next(&iter, &stem, NULL)) {
    GArray *list = g_hash_table_lookup(gists->texts, stem);
    if (!list)
      g_hash_table_insert(gists->texts, g_strdup(stem), list = g_array_new(FALSE, FALSE, sizeof text));
    if (list->len == 0 || g_array_index(list, guint, list->len - 1) != text)
      g_array_append_val(list, text);
  }
}

guint gists_count(const Gists *gists, const char *stem, guint beside)
{
  const GArray *list = g_hash_table_lookup(gists->texts, stem);
  guint n = 0;
  for (guint i = 0; list && i < list->len; i++)
    n += g_array_index(list, guint, i) != beside;
  return n;
}

guint gists_nearest(const Gists *gists, GHashTable *gist, guint beside, guint most, guint *ret_text, guint *ret_ties)
{
  g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
  GHashTableIter iter;
  gpointer stem, key, value;
  g_hash_table_iter_init(&iter, gist);
  while (g_hash_table_iter_next(&iter, &stem, NULL)) {
    const GArray *list = g_hash_table_lookup(gists->texts, stem);
    if (!list || list->len > most + 1 || gists_count(gists, stem, beside) > most)
      continue;
    for (guint i = 0; i < list->len; i++) {
      gpointer text = GUINT_TO_POINTER(g_array_index(list, guint, i));
      g_hash_table_insert(counts, text, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, text)) + 1));
    }
  }
  guint best = 0;
  *ret_ties = 0;
  g_hash_table_iter_init(&iter, counts);
  while (g_hash_table_iter_next(&iter, &key, &value)) {
    guint n = GPOINTER_TO_UINT(value), text = GPOINTER_TO_UINT(key);
    if (text == beside || n < best)
      continue;
    *ret_ties = n == best ? *ret_ties + 1 : 1;
    *ret_text = n > best || text < *ret_text ? text : *ret_text;
    best = n;
  }
  return best;
}
