/* Looking up the words of a vocabulary. */
#include "record/terms.h"
#include "base/text.h"
#include <string.h>

int terms_find(const Terms *terms, const char *word)
{
  for (guint i = 1; i < terms->n; i++)
    if (g_str_equal(terms->names[i], word))
      return (int)i;
  return -1;
}

int terms_meant(const Terms *terms, const char *word)
{
  g_autofree char *small = g_utf8_strdown(word, -1);
  for (const Meant *meant = terms->meant; meant && meant->written; meant++)
    if (strcmp(meant->written, small) == 0)
      return meant->value;
  const char *closest = text_closest(word, terms->names + 1);
  return closest ? terms_find(terms, closest) : 0;
}

char *terms_hint(const Terms *terms, const char *word)
{
  int meant = terms_meant(terms, word);
  return meant > 0 ? g_strdup_printf(" (did you mean '%s'?)", terms_name(terms, meant)) : g_strdup("");
}

const char *terms_name(const Terms *terms, int value)
{
  return value > 0 && (guint)value < terms->n ? terms->names[value] : "";
}
