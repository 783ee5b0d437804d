/* Reading one figure in words. */
#include "facts/figure-scan.h"
#include <string.h>

enum { NUMBER_BYTES = 24 };
static const char digits[] = "0123456789";

gsize figure_blank(const char *at)
{
  static const char *const blanks[] = { " ", "\u00a0", "\u202f", "\u2009", "\u2007" };
  for (guint i = 0; i < G_N_ELEMENTS(blanks); i++)
    if (g_str_has_prefix(at, blanks[i]))
      return strlen(blanks[i]);
  return 0;
}

/* What parts thousands elsewhere, three digits and no more behind it; its bytes, or 0. */
static gsize foreign_sign(const char *at)
{
  gsize n = *at == ' ' ? 0 : figure_blank(at);
  if (*at == '\'' || *at == '.')
    n = 1;
  else if (g_str_has_prefix(at, "\u2019"))
    n = strlen("\u2019");
  return n > 0 && strspn(at + n, digits) == 3 ? n : 0;
}

/* "1'234'567", "1.234,5": the end; NULL: it is written in no such way. A point alone stands before decimals. */
static const char *scan_foreign(const char *at, char *plain)
{
  gsize first = strspn(at, digits), n, groups = 0;
  const char *sign = at + first, *end = sign;
  if (first > 3 || *at == '0')
    return NULL;
  memcpy(plain, at, first);
  char *out = plain + first;
  while ((n = foreign_sign(end)) && strncmp(end, sign, n) == 0 && out + 3 < plain + NUMBER_BYTES) {
    memcpy(out, end + n, 3);
    out += 3;
    end += n + 3;
    groups++;
  }
  bool comma = groups > 0 && *end == ',' && strspn(end + 1, digits) > 0 && strspn(end + 1, digits) != 3;
  bool point = groups > 0 && *sign != '.' && *end == '.' && strspn(end + 1, digits) > 0;
  *out = '\0';
  if (comma || point) {
    gsize decimals = strspn(end + 1, digits);
    if (out + 1 + decimals >= plain + NUMBER_BYTES)
      return NULL;
    *out++ = '.';
    memcpy(out, end + 1, decimals);
    out[decimals] = '\0';
    end += 1 + decimals;
  }
  return groups > 1 || (groups == 1 && (*sign != '.' || comma)) ? end : NULL;
}

/* Digits with commas between thousands and one decimal point; the end. */
static const char *scan_english(const char *at, char *plain)
{
  const char *start = at;
  guint n = 0;
  bool point = false;
  while (n < NUMBER_BYTES) {
    bool separator = !point && amount_is_thousands(start, at);
    bool starts_decimals = *at == '.' && !point && g_ascii_isdigit(at[1]);
    if (!g_ascii_isdigit(*at) && !separator && !starts_decimals)
      break;
    if (!separator)
      plain[n++] = *at;
    point |= starts_decimals;
    at++;
  }
  plain[n] = '\0';
  return n > 0 && !g_ascii_isdigit(*at) ? at : NULL;
}

/* "2½" */
static const char *scan_fraction(const char *at, char *plain)
{
  static const char *const signs[][2] = { { "½", ".5" }, { "¼", ".25" }, { "¾", ".75" }, { "⅛", ".125" } };
  for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
    if (g_str_has_prefix(at, signs[i][0]) && !strchr(plain, '.') && strlen(plain) + 4 < NUMBER_BYTES) {
      strcat(plain, signs[i][1]);
      return at + strlen(signs[i][0]);
    }
  return at;
}

/* Raised digits: the mark of a note, or a power. */
static const char *skip_raised(const char *at)
{
  for (gunichar c = g_utf8_get_char(at); c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
       c = g_utf8_get_char(at))
    at = g_utf8_next_char(at);
  return at;
}

/* "12,5 %": a comma before decimals, for what it counts follows; the end, or NULL. */
static const char *scan_comma(const char *at, char *plain)
{
  gsize n = strspn(at, digits), decimals = at[n] == ',' ? strspn(at + n + 1, digits) : 0;
  const char *end = at + n + 1 + decimals;
  if (n > 12 || decimals < 1 || decimals > 2 || end[figure_blank(end)] != '%')
    return NULL;
  g_snprintf(plain, NUMBER_BYTES, "%.*s.%.*s", (int)n, at, (int)decimals, at + n + 1);
  return end;
}

const char *figure_blanks(const char *at)
{
  gsize n = strspn(at, digits), groups = 0;
  const char *end = at + n;
  for (; n >= 1 && n <= 3 && *at != '0' && *end == ' ' && strspn(end + 1, digits) == 3; groups++)
    end += 4;
  bool more = (*end == '.' || *end == ',' || *end == '/' || *end == '-') && g_ascii_isdigit(end[1]);
  return groups > 0 && !more ? end : NULL;
}

static const char *skip_all(const char *at)
{
  while (g_ascii_isdigit(*at) || *at == '.' || *at == ',')
    at++;
  return at;
}

Scan figure_scan(const char *at, Amount *ret_number, const char **ret_end)
{
  char plain[NUMBER_BYTES + 8];
  if (!g_ascii_isdigit(*at))
    return SCAN_NONE;
  const char *end = scan_foreign(at, plain);
  end = end ? end : scan_comma(at, plain);
  end = end ? end : scan_english(at, plain);
  if (!end) {
    *ret_end = skip_all(at);
    return SCAN_DOUBTFUL;
  }
  const char *behind = scan_fraction(end, plain), *raised = skip_raised(behind);
  bool power = raised > behind && strcmp(plain, "10") == 0;
  *ret_end = raised;
  return !power && amount_parse(plain, ret_number) ? SCAN_FIGURE : SCAN_DOUBTFUL;
}
