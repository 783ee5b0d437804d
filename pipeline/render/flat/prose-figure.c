/* Figures in tables of prose: columns of them are data. */
#include "render/flat/prose-figure.h"
#include "base/amount.h"
#include "vocabulary/vocabulary.h"
#include <string.h>

/* The words of the cell without the places of its notes; caller frees. */
static char *words_of(const GPtrArray *runs)
{
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    if (run->style & (RUN_ABOVE | RUN_BELOW))
      g_string_append_c(words, '?'); /* a power is no plain figure */
    if (!(run->style & RUN_NOTE) && run->text)
      g_string_append(words, run->text);
  }
  return g_strstrip(g_string_free(g_steal_pointer(&words), FALSE));
}

/* Digits and a point of "1,204.5"; false: it is no such thing, or begins with a nought, as codes do. */
static bool plain_number(const char *text, Amount *ret_number)
{
  g_autoptr(GString) plain = g_string_new(NULL);
  for (const char *at = text; *at; at++)
    if (!amount_is_thousands(text, at))
      g_string_append_c(plain, *at);
  const char *digits = plain->str + (plain->str[0] == '-');
  bool code = digits[0] == '0' && g_ascii_isdigit(digits[1]);
  return !code && amount_parse(plain->str, ret_number);
}

bool prose_figure(const GPtrArray *runs, Amount *ret_number, int *ret_unit)
{
  g_autofree char *words = words_of(runs);
  const char *at = words;
  bool negative = g_str_has_prefix(at, "\u2212") || *at == '-';
  at += g_str_has_prefix(at, "\u2212") ? strlen("\u2212") : *at == '-';
  bool pounds = g_str_has_prefix(at, "£");
  at += pounds ? strlen("£") : 0;
  g_autofree char *rest = g_strdup(at);
  bool percent = !pounds && g_str_has_suffix(rest, "%");
  if (percent)
    rest[strlen(rest) - 1] = '\0';
  g_strchomp(rest);
  *ret_unit = pounds ? UNIT_POUNDS : percent ? UNIT_PERCENT : UNIT_COUNT;
  if (!g_ascii_isdigit(rest[0]) || !plain_number(rest, ret_number))
    return false;
  ret_number->units = negative ? -ret_number->units : ret_number->units;
  return true;
}

bool prose_figure_may_be_year(const GPtrArray *runs)
{
  g_autofree char *words = words_of(runs);
  return strlen(words) == 4 && strspn(words, "0123456789") == 4 && (words[0] == '1' || words[0] == '2');
}
