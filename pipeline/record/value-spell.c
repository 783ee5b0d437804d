/* Figures as people write them: signs of other kinds, groups of thousands, and the sign before decimals. */
#include "record/value-spell.h"
#include "base/amount.h"
#include <string.h>

/* ---- signs ----------------------------------------------------------------------------------------------------- */

static bool is_minus(gunichar c)
{
  return c == 0x2212 || (c >= 0x2010 && c <= 0x2015) || c == 0xFE63 || c == 0xFF0D;
}

/* Halves, quarters and eighths; decimals of the others never end. */
static const char *fraction(gunichar c)
{
  static const struct {
    gunichar c;
    const char *decimals;
  } rows[] = { { 0xBD, ".5" },     { 0xBC, ".25" },    { 0xBE, ".75" },    { 0x2155, ".2" },
               { 0x2156, ".4" },   { 0x2157, ".6" },   { 0x2158, ".8" },   { 0x215B, ".125" },
               { 0x215C, ".375" }, { 0x215D, ".625" }, { 0x215E, ".875" }, { 0x2152, ".1" } };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].c == c)
      return rows[i].decimals;
  return NULL;
}

/* "½" is ".5" behind digits ("2½", "2 ½"), else "0.5". */
static void add_sign(GString *plain, gunichar c)
{
  const char *part = fraction(c);
  gsize n = plain->len;
  if (part && n > 1 && plain->str[n - 1] == ' ' && g_ascii_isdigit(plain->str[n - 2]))
    g_string_truncate(plain, --n);
  if (part)
    g_string_append_printf(plain, "%s%s", n > 0 && g_ascii_isdigit(plain->str[n - 1]) ? "" : "0", part);
  else if (is_minus(c))
    g_string_append_c(plain, '-');
  else if (g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR)
    g_string_append_c(plain, ' ');
  else if (g_unichar_digit_value(c) >= 0 && g_unichar_type(c) == G_UNICODE_DECIMAL_NUMBER)
    g_string_append_c(plain, (char)('0' + g_unichar_digit_value(c)));
  else if (c >= 0xFF01 && c <= 0xFF5E) /* of full width */
    g_string_append_c(plain, (char)(c - 0xFF01 + '!'));
  else if (c == 0xFE6A || c == 0x66A)
    g_string_append_c(plain, '%');
  else if (c == 0x2044)
    g_string_append_c(plain, '/');
  else if (c == 0x66C)
    g_string_append_c(plain, ',');
  else if (c == 0x66B)
    g_string_append_c(plain, '.');
  else
    g_string_append_unichar(plain, c);
}

char *value_spell(const char *written)
{
  g_autoptr(GString) plain = g_string_new(NULL);
  for (const char *at = written; *at; at = g_utf8_next_char(at))
    add_sign(plain, g_utf8_get_char(at));
  return g_strstrip(g_string_free(g_steal_pointer(&plain), FALSE));
}

/* ---- groups and decimals --------------------------------------------------------------------------------------- */

/* What parts thousands: a comma, a point, a blank, or an apostrophe of either kind; its length, or 0. */
static gsize parting(const char *at)
{
  if (g_str_has_prefix(at, "\u2019") || g_str_has_prefix(at, "\u02bc"))
    return strlen("\u2019");
  return *at && strchr(",. '", *at) ? 1 : 0;
}

/* The digits of groups of three behind a first one of one to three, all parted by the same sign; NULL: they are none,
 * or there is but one group. n: length. */
static char *ungrouped(const char *text, gsize n)
{
  g_autoptr(GString) digits = g_string_new(NULL);
  const char *at = text, *end = text + n, *sign = NULL;
  for (gsize size = 0;; at += size) {
    gsize run = strspn(at, "0123456789");
    if (sign ? run != 3 : run < 1 || run > 3)
      return NULL;
    g_string_append_len(digits, at, (gssize)run);
    at += run;
    if (at >= end)
      return sign && at == end ? g_string_free(g_steal_pointer(&digits), FALSE) : NULL;
    size = parting(at);
    if (size == 0 || (sign && (parting(sign) != size || strncmp(sign, at, size) != 0)))
      return NULL;
    sign = at;
  }
}

/* The last point or comma of the text where it stands once; NULL: there is none. */
static const char *decimal_sign(const char *text)
{
  const char *point = strrchr(text, '.'), *comma = strrchr(text, ',');
  const char *last = point > comma ? point : comma;
  return last && strchr(text, *last) == last && g_ascii_isdigit(last[1]) ? last : NULL;
}

char *value_ungroup(const char *text)
{
  gsize n = strlen(text);
  const char *last = decimal_sign(text);
  bool one = last && strspn(text, "0123456789") == (gsize)(last - text); /* no other sign before it */
  if (one && *last == ',' && (text[0] == '0' || !amount_is_thousands(text, last)))
    return NULL;
  if (one && *last == '.')
    return g_strdup(text);
  char *whole = ungrouped(text, n);
  if (whole || !last)
    return whole ? whole : (n > 0 && strspn(text, "0123456789") == n ? g_strdup(text) : NULL);
  g_autofree char *groups = ungrouped(text, (gsize)(last - text));
  bool alike = groups && strchr(text, *last) != last;
  bool decimals = last[1 + strspn(last + 1, "0123456789")] == '\0';
  return groups && !alike && decimals ? g_strdup_printf("%s.%s", groups, last + 1) : NULL;
}
