/* Texts that say the same, however their figures are grouped and their words spaced. */
#include "check/alike.h"

static bool is_space(gunichar c)
{
  return g_unichar_isspace(c) || c == 0x202F;
}

static guint count_digits(const char *at)
{
  guint n = 0;
  while (g_ascii_isdigit(at[n]))
    n++;
  return n;
}

/* What follows a comma or a space between thousands, or NULL: three digits and no more. */
static const char *after_separator(const char *at)
{
  gunichar c = g_utf8_get_char(at);
  if (c != ',' && !is_space(c))
    return NULL;
  const char *digits = g_utf8_next_char(at);
  return count_digits(digits) == 3 ? digits : NULL;
}

/* Appends the digits at text, of all groups when the first has one to three of them; returns what follows. */
static const char *take_figure(const char *text, GString *out)
{
  guint n = count_digits(text);
  g_string_append_len(out, text, n);
  text += n;
  for (const char *group; n <= 3 && *text && (group = after_separator(text)); text = group + 3)
    g_string_append_len(out, group, 3);
  return text;
}

char *alike_key(const char *text)
{
  GString *out = g_string_new(NULL);
  for (const char *at = text; *at;) {
    bool in_word = out->len > 0 && (g_ascii_isalnum(out->str[out->len - 1]) || out->str[out->len - 1] == '.');
    if (g_ascii_isdigit(*at) && !in_word) {
      at = take_figure(at, out);
      continue;
    }
    gunichar c = g_utf8_get_char(at);
    if (!is_space(c))
      g_string_append_unichar(out, c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c(out, ' ');
    at = g_utf8_next_char(at);
  }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate(out, out->len - 1);
  return g_string_free(out, FALSE);
}
