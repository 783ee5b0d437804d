/* Taking apart codes that were joined by a sign or by "and", and codes that carry the name of their kind. */
#include "base/joined.h"
#include <string.h>

/* The code itself, or what is left without the word before it: "AOF 36", "AoF36", "No. 6". NULL: neither is known. */
static const char *known_code(const char *part, GHashTable *known)
{
  if (g_hash_table_contains(known, part))
    return part;
  const char *at = part;
  while (g_ascii_isalpha(*at) || *at == '.')
    at++;
  at += strspn(at, " ");
  return at > part && g_hash_table_contains(known, at) ? at : NULL;
}

/* All signs that join codes made commas. */
static char *with_commas(const char *code)
{
  g_autofree char *commas = g_strdelimit(g_strdup(code), "&;/+", ',');
  g_auto(GStrv) parts = g_strsplit(commas, " and ", -1);
  return g_strjoinv(",", parts);
}

char *joined_codes(const char *code, GHashTable *known)
{
  g_autofree char *commas = with_commas(code);
  g_auto(GStrv) parts = g_strsplit(commas, ",", -1);
  g_autoptr(GString) list = g_string_new(NULL);
  for (char **part = parts; *part; part++) {
    const char *found = known_code(g_strstrip(*part), known);
    if (!found)
      return NULL;
    g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", found);
  }
  return g_string_free(g_steal_pointer(&list), FALSE);
}
