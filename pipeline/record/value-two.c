/* Figures with something beside them that has a place of its own: a second figure, the mark of a note, a word. */
#include "base/amount.h"
#include "record/value-guess.h"
#include "record/value-spell.h"
#include <string.h>

/* The number as it is written or meant; NULL: it is none. Caller frees. */
static char *number_of(const char *text)
{
  g_autofree char *bare = g_strstrip(g_strdup(text));
  Amount amount;
  return amount_parse(bare, &amount) ? g_steal_pointer(&bare) : value_guess_amount(bare);
}

bool value_guess_two(const char *text, char **ret_first, char **ret_second)
{
  static const char *const between[] = { " and ", "&", ";", " / ", "|", " then ", " \\ " };
  for (guint i = 0; i < G_N_ELEMENTS(between); i++) {
    const char *at = strstr(text, between[i]);
    g_autofree char *head = at ? g_strndup(text, (gsize)(at - text)) : NULL;
    g_autofree char *first = head ? number_of(head) : NULL;
    g_autofree char *second = first ? number_of(at + strlen(between[i])) : NULL;
    if (!second)
      continue;
    *ret_first = g_steal_pointer(&first);
    *ret_second = g_steal_pointer(&second);
    return true;
  }
  return false;
}

static bool is_mark(gunichar c)
{
  return c == '*' || c == '#' || c == '^' || c == 0x2020 || c == 0x2021 || c == 0xA7 || c == 0xB9 || c == 0xB2 ||
         c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

char *value_guess_marked(const char *text)
{
  const char *end = text + strlen(text);
  while (end > text && is_mark(g_utf8_get_char(g_utf8_prev_char(end))))
    end = g_utf8_prev_char(end);
  g_autofree char *head = g_strndup(text, (gsize)(end - text));
  return *end && end > text ? number_of(head) : NULL;
}

/* "or more" and "+" say how near the number is, and no unit. */
static bool says_bound(const char *word)
{
  static const char *const begins[] = { "or ", "and ", "+", "max", "min", "to ", "-" };
  for (guint i = 0; i < G_N_ELEMENTS(begins); i++)
    if (g_str_has_prefix(word, begins[i]))
      return true;
  return false;
}

char *value_guess_counted(const char *text, const char **ret_word)
{
  gsize n = strspn(text, "0123456789.,-");
  const char *word = text + n + strspn(text + n, " ");
  g_autofree char *head = g_strndup(text, n);
  bool wordy = n > 0 && *word && !strpbrk(word, "0123456789") && !says_bound(word);
  *ret_word = word;
  return wordy && (word > text + n || (guchar)*word >= 0x80) ? number_of(head) : NULL;
}

/* "2009/10", "2009-2010". */
bool value_is_year(const char *text)
{
  gsize n = strspn(text, "0123456789"), m = text[n] ? strspn(text + n + 1, "0123456789") : 0;
  return n == 4 && (text[0] == '1' || text[0] == '2') && strchr("/-", text[n]) && (m == 2 || m == 4) &&
         text[n + 1 + m] == '\0';
}

char *value_guess_power(const char *text)
{
  char *end;
  bool form = strpbrk(text, "eE") && text[strspn(text, "-0123456789.eE+")] == '\0' && g_ascii_isdigit(*text);
  double value = form ? g_ascii_strtod(text, &end) : 0;
  if (!form || *end || !(value < 1e15) || !(value >= 1e-6))
    return NULL;
  g_autofree char *number = g_strdup_printf("%.6f", value);
  char *last = number + strlen(number);
  while (last[-1] == '0')
    *--last = '\0';
  if (last[-1] == '.')
    last[-1] = '\0';
  return g_steal_pointer(&number);
}
