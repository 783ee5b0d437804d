/* Ids made of text. */
#include "compose/blocks/id.h"
#include <string.h>

enum { ID_LETTERS = 32 }; /* a number may follow, and 40 is the most a code can have */

char *id_from_text(const char *text)
{
  GString *out = g_string_new(NULL);
  for (const char *at = text; *at && out->len < ID_LETTERS; at++) {
    if (g_ascii_isalnum(*at))
      g_string_append_c(out, g_ascii_tolower(*at));
    else if (out->len && out->str[out->len - 1] != '-')
      g_string_append_c(out, '-');
  }
  const char *last = strrchr(out->str, '-'); /* a word cut short goes */
  if (out->len == ID_LETTERS && last && last > out->str)
    g_string_truncate(out, (gsize)(last - out->str));
  while (out->len && out->str[out->len - 1] == '-')
    g_string_truncate(out, out->len - 1);
  return g_string_free(out, FALSE);
}
