/* Ids made of text. */
#include "compose/blocks/id.h"
#include <string.h>

enum { ID_LETTERS = 32 }; /* a number may follow, and 40 is the most a code can have */

static GString *joined_words(const char *text, gsize most)
{
  GString *out = g_string_new(NULL);
  for (const char *at = text; *at && out->len < most; at++) {
    if (g_ascii_isalnum(*at))
      g_string_append_c(out, g_ascii_tolower(*at));
    else if (out->len && out->str[out->len - 1] != '-')
      g_string_append_c(out, '-');
  }
  return out;
}

static char *without_dashes(GString *out)
{
  while (out->len && out->str[out->len - 1] == '-')
    g_string_truncate(out, out->len - 1);
  return g_string_free(out, FALSE);
}

char *id_from_text(const char *text)
{
  GString *out = joined_words(text, ID_LETTERS);
  const char *last = strrchr(out->str, '-'); /* a word cut short goes */
  if (out->len == ID_LETTERS && last && last > out->str)
    g_string_truncate(out, (gsize)(last - out->str));
  return without_dashes(out);
}

char *id_whole(const char *text)
{
  return without_dashes(joined_words(text, G_MAXSIZE));
}
