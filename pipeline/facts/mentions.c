/* Finding the codes of indicators and milestones in words. */
#include "facts/mentions.h"
#include <string.h>

/* "HP LI 5" without spaces and in capitals, so that "HPLI5" and "hp li 5" are the same; caller frees. */
static char *squeeze(const char *ref)
{
  GString *out = g_string_new(NULL);
  for (; *ref; ref++)
    if (!g_ascii_isspace(*ref))
      g_string_append_c(out, g_ascii_toupper(*ref));
  return g_string_free(out, FALSE);
}

/* Length of the letters at the start. */
static gsize letters_of(const char *code)
{
  gsize length = 0;
  while (g_ascii_isalpha(code[length]))
    length++;
  return length;
}

/* Squeezed codes to what has them; and, as keys without a value, the words in lower case with which codes begin. */
static void put(GHashTable *refs, const char *ref, gpointer item)
{
  if (!ref)
    return;
  char *code = squeeze(ref);
  g_hash_table_insert(refs, g_ascii_strdown(ref, (gssize)letters_of(ref)), NULL);
  g_hash_table_insert(refs, g_ascii_strdown(code, (gssize)letters_of(code)), NULL);
  g_hash_table_insert(refs, code, item);
}

GHashTable *mentions_of(const GPtrArray *indicators)
{
  GHashTable *refs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < indicators->len; i++) {
    Indicator *indicator = g_ptr_array_index(indicators, i);
    put(refs, indicator->ref, indicator);
  }
  return refs;
}

GHashTable *mentions_of_milestones(const GPtrArray *objectives)
{
  GHashTable *refs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < objectives->len; i++) {
    const GPtrArray *milestones = ((const Objective *)g_ptr_array_index(objectives, i))->milestones;
    for (guint k = 0; k < milestones->len; k++) {
      Milestone *milestone = g_ptr_array_index(milestones, k);
      if (milestone->ref && strpbrk(milestone->ref, "0123456789")) /* "A" is a word, too */
        put(refs, milestone->ref, milestone);
    }
  }
  return refs;
}

GHashTable *mentions_new(const Report *report)
{
  return mentions_of(report->indicators);
}

/* What has the code that the tokens from at on spell, at most four of them; *ret_last is the last. */
static gconstpointer find(GHashTable *refs, const Sentence *sentence, guint at, guint *ret_last)
{
  enum { CODE_TOKENS = 4, CODE_BYTES = 40 };
  gconstpointer found = NULL;
  const Token *head = sentence_token(sentence, at);
  if (head->kind != TOKEN_WORD || !g_ascii_isupper(*head->start) || !g_hash_table_contains(refs, head->word))
    return NULL;
  g_autoptr(GString) code = g_string_new(NULL);
  for (guint i = at; i < at + CODE_TOKENS && sentence_token(sentence, i) && code->len < CODE_BYTES; i++) {
    const Token *token = sentence_token(sentence, i);
    g_string_append_len(code, token->start, token->length_bytes);
    g_autofree char *key = squeeze(code->str);
    gconstpointer longer = g_hash_table_lookup(refs, key);
    if (longer) {
      found = longer;
      *ret_last = i;
    }
  }
  return found;
}

const Indicator *mentions_at(GHashTable *refs, const Sentence *sentence, guint at, guint *ret_last)
{
  return find(refs, sentence, at, ret_last);
}

const Milestone *mentions_milestone_at(GHashTable *refs, const Sentence *sentence, guint at, guint *ret_last)
{
  return find(refs, sentence, at, ret_last);
}
