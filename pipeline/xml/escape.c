/* Escaping for XML content and attributes. */
#include "xml/escape.h"
#include <stdbool.h>

/* Bytes that are copied as they are; 0xEF begins U+FFFE and U+FFFF. */
static bool is_plain(guchar c)
{
  return c >= 0x20 && c != '&' && c != '<' && c != '>' && c != '"' && c != 0xEF;
}

static void escape_char(GString *out, gunichar c, bool attribute)
{
  if (c == '&')
    g_string_append(out, "&amp;");
  else if (c == '<')
    g_string_append(out, "&lt;");
  else if (c == '>')
    g_string_append(out, "&gt;");
  else if (c == '"' && attribute)
    g_string_append(out, "&quot;");
  else if (c == '\r' || (attribute && (c == '\n' || c == '\t')))
    g_string_append_printf(out, "&#%u;", c);
  else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF)
    g_string_append_unichar(out, 0xFFFD);
  else
    g_string_append_unichar(out, c);
}

static void escape(GString *out, const char *text, bool attribute)
{
  g_autofree char *valid = g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
  for (const char *at = valid ? valid : text; *at;) {
    const char *start = at;
    while (is_plain((guchar)*at))
      at++;
    g_string_append_len(out, start, at - start);
    if (!*at)
      return;
    escape_char(out, g_utf8_get_char(at), attribute);
    at = g_utf8_next_char(at);
  }
}

void escape_content(GString *out, const char *text)
{
  escape(out, text, false);
}

void escape_attribute(GString *out, const char *text)
{
  escape(out, text, true);
}

void escape_indent(GString *out, guint depth)
{
  g_string_append_c(out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append_len(out, "  ", 2);
}
