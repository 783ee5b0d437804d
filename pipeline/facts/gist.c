/* Telling words, and the texts that share them. */
#include "facts/gist.h"
#include "base/text.h"
#include <string.h>

struct Gists {
  GHashTable *texts; /* stem to GArray of guint, in order */
};

#define LETTER(letter) ((letter) - 'a')
enum { LETTERS = 26, LEAST_LETTERS = 4, MOST_BYTES = 6 };

/* Words by their first letter, parted by spaces. */
static bool contains(const char *const *words, const char *word)
{
  const char *list = g_ascii_islower(*word) ? words[LETTER(*word)] : NULL;
  gsize length = strlen(word);
  while (list) {
    if (strncmp(list, word, length) == 0 && (list[length] == ' ' || list[length] == '\0'))
      return true;
    list = strchr(list, ' ');
    list = list ? list + 1 : NULL;
  }
  return false;
}

/* Words that hold sentences together. */
static bool is_small(const char *word)
{
  static const char *const words[LETTERS] = {
    [LETTER('a')] = "about above after again also although among",
    [LETTER('b')] = "been before being below both",
    [LETTER('c')] = "could",
    [LETTER('d')] = "does done down during",
    [LETTER('e')] = "each eight every",
    [LETTER('f')] = "first five four from",
    [LETTER('h')] = "have here",
    [LETTER('i')] = "into",
    [LETTER('j')] = "just",
    [LETTER('l')] = "last least less",
    [LETTER('m')] = "made make many more most much",
    [LETTER('n')] = "nine",
    [LETTER('o')] = "only other others over",
    [LETTER('s')] = "same second seven should since some still such",
    [LETTER('t')] = "than that their them then there these they third this those three through today twice",
    [LETTER('u')] = "under until upon",
    [LETTER('v')] = "very",
    [LETTER('w')] = "well were what when where which while whilst will with within without would",
    [LETTER('y')] = "year years",
  };
  return contains(words, word);
}

/* Words of officers, which tell of any work. */
static bool is_of_office(const char *word)
{
  static const char *const words[LETTERS] = {
    [LETTER('a')] = "achiev achieve action agree agreem amber annual approv area attain averag",
    [LETTER('b')] = "base begin being better board bring",
    [LETTER('c')] = "carr chang compar complet complete consid continu council current",
    [LETTER('d')] = "data date day deliv develop direct",
    [LETTER('e')] = "effect end ensure expect",
    [LETTER('f')] = "fewer figur figure finish follow full further",
    [LETTER('g')] = "going good great green group",
    [LETTER('h')] = "half help high",
    [LETTER('i')] = "identi implem improv includ increa inform issu issue",
    [LETTER('l')] = "late lead level list local long lower",
    [LETTER('m')] = "manag manage measur meet month",
    [LETTER('n')] = "need numb number",
    [LETTER('o')] = "offic outcom",
    [LETTER('p')] = "part peopl percen perfor perform period plac place plan possib prepar probab proces procur progre "
                    "projec provid publis put",
    [LETTER('q')] = "quart quarte",
    [LETTER('r')] = "rat rate record reduc report requir result return review",
    [LETTER('s')] = "servic set staff start strate suppor survey system",
    [LETTER('t')] = "taken target team test tim time total track",
    [LETTER('u')] = "under use",
    [LETTER('w')] = "week work",
  };
  return contains(words, word);
}

/* The stem of a word; false: it has none. */
static bool find_stem(const char *word, char stem[MOST_BYTES + 1])
{
  static const char *const endings[] = { "ing", "ers", "ed", "er", "s" };
  gsize length = strlen(word);
  if (length < LEAST_LETTERS || g_ascii_isdigit(*word) || is_small(word))
    return false;
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
    gsize ending = strlen(endings[i]);
    if (length >= LEAST_LETTERS + ending && memcmp(word + length - ending, endings[i], ending) == 0) {
      length -= ending;
      break;
    }
  }
  length -= length >= LEAST_LETTERS && word[length - 1] == 'e';
  length = MIN(length, MOST_BYTES);
  while ((word[length] & 0xC0) == 0x80) /* whole letters */
    length--;
  memcpy(stem, word, length);
  stem[length] = '\0';
  return true;
}

char *gist_stem(const char *word)
{
  char stem[MOST_BYTES + 1];
  return g_strdup(find_stem(word, stem) ? stem : "");
}

GHashTable *gist_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void add_stem(GHashTable *gist, const char *stem)
{
  if (gist && !g_hash_table_contains(gist, stem))
    g_hash_table_add(gist, g_strdup(stem));
}

static void add_word(GHashTable *telling, GHashTable *any, const char *word)
{
  char stem[MOST_BYTES + 1];
  if (!find_stem(word, stem))
    return;
  add_stem(any, stem);
  if (telling && !is_of_office(stem))
    add_stem(telling, stem);
}

void gist_add_text(GHashTable *telling, GHashTable *any, const char *text)
{
  static const char *const between = " \n\t,.;:()/-'\"%&";
  g_autofree char *lower = g_strdup(text ? text : "");
  if (!text_lower_ascii(lower)) {
    g_autofree char *cased = g_steal_pointer(&lower);
    lower = g_utf8_strdown(cased, -1);
  }
  char *rest = NULL;
  for (char *word = strtok_r(lower, between, &rest); word; word = strtok_r(NULL, between, &rest))
    add_word(telling, any, word);
}

void gist_add_sentences(GHashTable *telling, GHashTable *any, const GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++)
      if (sentence_token(sentence, j)->kind == TOKEN_WORD)
        add_word(telling, any, sentence_token(sentence, j)->word);
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
