/* Checks of links and language codes in prose. */
#include "record/prose-link.h"
#include <glib.h>
#include <string.h>

bool prose_link_is_good(const char *href)
{
  static const char *const starts[] = { "https://", "http://", "mailto:", "#" };
  for (const char *at = href; *at; at++)
    if (g_ascii_isspace(*at) || g_ascii_iscntrl(*at) || strchr("<>\"", *at))
      return false;
  for (guint i = 0; i < G_N_ELEMENTS(starts); i++)
    if (g_str_has_prefix(href, starts[i]))
      return strlen(href) > strlen(starts[i]) && strlen(href) <= 2000;
  return false;
}

bool prose_link_is_beside(const char *path)
{
  const char *below = path;
  while (strncmp(below, "../", strlen("../")) == 0)
    below += strlen("../");
  bool good = below > path && *below && *below != '/' && !strstr(below, "/../");
  for (const char *at = below; good && *at; at++)
    good = !g_ascii_iscntrl(*at) && *at != '\\';
  return good;
}

bool prose_lang_is_good(const char *lang)
{
  gsize part = 0;
  bool first = true;
  if (strlen(lang) > 35)
    return false;
  for (const char *at = lang;; at++) {
    if (*at == '-' || *at == '\0') {
      if (part < (first ? 2 : 1) || part > (first ? 3 : 8))
        return false;
      if (*at == '\0')
        return true;
      first = false;
      part = 0;
    } else if (g_ascii_isalpha(*at) || (!first && g_ascii_isdigit(*at))) {
      part++;
    } else {
      return false;
    }
  }
}

bool prose_lang_is_rtl(const char *lang)
{
  static const char *const languages[] = { "ar",  "arc", "ckb", "dv",  "fa", "he", "iw", "ks",
                                           "nqo", "ps",  "sd",  "syr", "ug", "ur", "yi" };
  static const char *const scripts[] = { "arab", "hebr", "syrc", "thaa", "nkoo" };
  g_autofree char *small = g_ascii_strdown(lang, -1);
  g_auto(GStrv) parts = g_strsplit(small, "-", -1);
  const char *script = parts[0] && parts[1] && strlen(parts[1]) == 4 ? parts[1] : NULL;
  const char *const *known = script ? scripts : languages;
  guint n = script ? G_N_ELEMENTS(scripts) : G_N_ELEMENTS(languages);
  for (guint i = 0; parts[0] && i < n; i++)
    if (strcmp(known[i], script ? script : parts[0]) == 0)
      return true;
  return false;
}
