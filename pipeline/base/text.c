/* Small services on words: the closest of several, folding of white space, length in characters. */
#include "base/text.h"
#include "base/closest.h"
#include <stdbool.h>
#include <string.h>

const char *text_closest(const char *word, const char *const *candidates)
{
  g_autoptr(Closest) closest = closest_new();
  for (; *candidates; candidates++)
    closest_add(closest, *candidates);
  return closest_find(closest, word);
}

char *did_you_mean(const char *word, const GPtrArray *candidates)
{
  g_autoptr(Closest) closest = closest_new();
  for (guint i = 0; i < candidates->len; i++)
    closest_add(closest, g_ptr_array_index(candidates, i));
  const char *found = closest_find(closest, word);
  return found ? g_strdup_printf(" (did you mean '%s'?)", found) : g_strdup("");
}

char *text_fold(const char *text)
{
  GString *out = g_string_sized_new(strlen(text));
  gboolean pending = FALSE;
  for (const char *at = text; *at; at++) {
    if (g_ascii_isspace(*at)) {
      pending = out->len > 0;
      continue;
    }
    if (pending)
      g_string_append_c(out, ' ');
    pending = FALSE;
    g_string_append_c(out, *at);
  }
  return g_string_free(out, FALSE);
}

bool text_lower_ascii(char *text)
{
  if (!g_str_is_ascii(text))
    return false;
  for (char *at = text; *at; at++)
    *at = g_ascii_tolower(*at);
  return true;
}

glong text_length(const char *text)
{
  return g_utf8_strlen(text, -1);
}

char *text_tame(const char *text)
{
  g_autofree char *valid = g_utf8_make_valid(text, -1); /* file names may be any bytes */
  GString *out = g_string_sized_new(strlen(valid));
  for (const char *at = valid; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    bool wild = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    g_string_append_unichar(out, !wild ? c : c == '\n' || c == '\t' ? ' ' : 0xFFFD);
  }
  return g_string_free(out, FALSE);
}

static bool is_safe(const char *at, const char *text)
{
  guchar c = (guchar)*at;
  if (c == ' ')
    return at > text && at[1] && at[1] != ' '; /* readers of XML fold spaces */
  return c > 0x20 && c != 0x7F && c != '%';
}

char *text_escape(const char *text)
{
  GString *out = g_string_sized_new(strlen(text));
  for (const char *at = text; *at;) {
    gunichar c = g_utf8_get_char_validated(at, -1);
    bool character = c != (gunichar)-1 && c != (gunichar)-2 && c >= 0x80 && g_unichar_isprint(c);
    gsize n = character ? (gsize)(g_utf8_next_char(at) - at) : 1;
    if (character || ((guchar)*at < 0x80 && is_safe(at, text)))
      g_string_append_len(out, at, (gssize)n);
    else
      g_string_append_printf(out, "%%%02X", (guchar)*at);
    at += n;
  }
  return g_string_free(out, FALSE);
}

char *text_unescape(const char *text)
{
  GString *out = g_string_sized_new(strlen(text));
  for (const char *at = text; *at; at++) {
    bool coded = at[0] == '%' && g_ascii_isxdigit(at[1]) && g_ascii_isxdigit(at[2]);
    g_string_append_c(out, coded ? (char)(g_ascii_xdigit_value(at[1]) * 16 + g_ascii_xdigit_value(at[2])) : *at);
    at += coded ? 2 : 0;
  }
  return g_string_free(out, FALSE);
}

/* Numbers by their size: the longer one without leading zeros is the larger. */
static int compare_digits(const char **a, const char **b)
{
  const char *x = *a + strspn(*a, "0"), *y = *b + strspn(*b, "0");
  gsize length_x = strspn(x, "0123456789"), length_y = strspn(y, "0123456789");
  *a = x + length_x;
  *b = y + length_y;
  if (length_x != length_y)
    return length_x > length_y ? 1 : -1;
  return strncmp(x, y, length_x);
}

int text_compare(const char *a, const char *b)
{
  const char *x = a, *y = b;
  while (*x && *y) {
    int order = 0;
    if (g_ascii_isdigit(*x) && g_ascii_isdigit(*y))
      order = compare_digits(&x, &y);
    else
      order = (guchar)*x++ - (guchar)*y++;
    if (order != 0)
      return order;
  }
  int order = (guchar)*x - (guchar)*y;
  return order ? order : strcmp(a, b); /* "7" and "07" are two */
}

/* Letters written from right to left, and signs that ask for it. */
static bool is_rtl(gunichar c)
{
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF) || c == 0x200F || c == 0x202B ||
         c == 0x202E || c == 0x2067;
}

/* Most text has no byte that could begin such a letter. */
bool text_has_rtl(const char *text)
{
  for (const char *p = text; *p; p++) {
    guchar byte = (guchar)*p;
    if (byte >= 0xD6 && byte != 0xE1 && (byte <= 0xE2 || byte >= 0xEF) && is_rtl(g_utf8_get_char(p)))
      return true;
  }
  return false;
}

char *text_called(const char *words)
{
  g_autofree char *folded = text_fold(words), *lower = g_utf8_strdown(folded, -1);
  gsize length = strlen(lower);
  while (length > 0 && strchr(". ", lower[length - 1]))
    length--;
  return g_strndup(lower, length);
}
