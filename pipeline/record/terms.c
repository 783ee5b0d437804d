/* Looking up the words of a vocabulary. */
#include "record/terms.h"
#include "base/text.h"
#include <string.h>

static guint n_own(const Terms *terms)
{
  return terms->own && terms->own->words ? terms->own->words->len : 0;
}

int terms_find(const Terms *terms, const char *word)
{
  for (guint i = 1; i < terms->n; i++)
    if (g_str_equal(terms->names[i], word))
      return (int)i;
  for (guint i = 0; i < n_own(terms); i++)
    if (g_str_equal(g_ptr_array_index(terms->own->words, i), word))
      return (int)(terms->n + i);
  return -1;
}

int terms_spoken(const Terms *terms, const char *word)
{
  g_autofree char *small = g_utf8_strdown(word, -1);
  for (const Meant *meant = terms->meant; meant && meant->written; meant++)
    if (strcmp(meant->written, small) == 0)
      return meant->value;
  return 0;
}

int terms_meant(const Terms *terms, const char *word)
{
  int spoken = terms_spoken(terms, word);
  if (spoken > 0)
    return spoken;
  const char *closest = text_closest(word, terms->names + 1);
  return closest ? terms_find(terms, closest) : 0;
}

char *terms_hint(const Terms *terms, const char *word)
{
  int meant = terms_meant(terms, word);
  return meant > 0 ? g_strdup_printf(" (did you mean '%s'?)", terms_name(terms, meant)) : g_strdup("");
}

int terms_take(const Terms *terms, const char *word)
{
  int value = terms_find(terms, word);
  if (value > 0 || !terms->own)
    return value;
  if (!terms->own->words)
    terms->own->words = g_ptr_array_new();
  g_ptr_array_add(terms->own->words, (gpointer)g_intern_string(word));
  return (int)terms_count(terms) - 1;
}

bool terms_is_own(const Terms *terms, int value)
{
  return value >= (int)terms->n;
}

int terms_compare(const Terms *terms, int a, int b)
{
  if (terms_is_own(terms, a) && terms_is_own(terms, b)) /* their numbers tell only which was read first */
    return text_compare(terms_name(terms, a), terms_name(terms, b));
  return (a > b) - (a < b);
}

guint terms_count(const Terms *terms)
{
  return terms->n + n_own(terms);
}

const char *terms_name(const Terms *terms, int value)
{
  if (value >= (int)terms->n && (guint)value < terms_count(terms))
    return g_ptr_array_index(terms->own->words, (guint)value - terms->n);
  return value > 0 && (guint)value < terms->n ? terms->names[value] : "";
}
