/* The phrases in English; the document's words (another language, a council's own wording) go before them. */
#include "render/flat/phrase.h"
#include "document/english.h"
#include <string.h>

const char *phrase(const Document *document, const char *name)
{
  const char *own = document_word(document, name);
  if (own != name)
    return own;
  const char *text = english_word(name);
  return text ? text : name;
}

const char *phrase_known(const Document *document, const char *name)
{
  const char *own = document_find_word(document, name), *text = own ? own : english_word(name);
  return text ? text : "";
}

char *phrase_with(const Document *document, const char *name, const char *text)
{
  return word_fill(phrase(document, name), (const char *const[]){ "n", NULL }, &text);
}

/* The pattern that says a figure with its unit ("{n} days", "£{n}"), or NULL. */
static const char *unit_pattern(const Document *document, const char *unit)
{
  static const char *const prefixes[] = { "unit-", "said-", NULL };
  if (g_str_equal(unit, "thousand-pounds"))
    return phrase(document, "thousands");
  for (guint i = 0; prefixes[i]; i++) {
    g_autofree char *name = g_strconcat(prefixes[i], unit, NULL);
    const char *pattern = phrase(document, name);
    if (pattern != name)
      return pattern;
  }
  return NULL;
}

char *phrase_unit(const Document *document, int unit)
{
  const char *pattern =
      unit > UNIT_NONE && unit != UNIT_COUNT ? unit_pattern(document, terms_name(&terms_unit, unit)) : NULL;
  if (!pattern)
    return g_strdup(
        phrase(document, unit == UNIT_NONE || unit == UNIT_COUNT ? "unit-number" : terms_name(&terms_unit, unit)));
  GString *words = g_string_new(pattern);
  g_string_replace(words, "{n}", "", 0);
  char *word = g_strstrip(g_string_free(words, FALSE));
  gsize length = strlen(word);
  if (word[0] != '(' || word[length - 1] != ')')
    return word;
  memmove(word, word + 1, length - 2);
  word[length - 2] = '\0';
  return word;
}

const char *phrase_symbol(const Document *document, const char *name)
{
  static const char *const prefixes[] = { "rating-", "travel-", NULL };
  for (guint i = 0; prefixes[i]; i++) {
    g_autofree char *word = g_strconcat(prefixes[i], name, NULL);
    const char *text = phrase(document, word);
    if (text != word)
      return text;
  }
  return phrase(document, name);
}
