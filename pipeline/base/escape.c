/* Escaping for XML content and attributes. */
#include "base/escape.h"
#include <stdbool.h>

static bool is_xml_char(gunichar c)
{
  return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

static void escape(GString *out, const char *text, bool attribute)
{
  g_autofree char *valid = g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
  for (const char *at = valid ? valid : text; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
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
    else if (c < 0x80 && is_xml_char(c))
      g_string_append_c(out, (char)c);
    else
      g_string_append_unichar(out, is_xml_char(c) ? c : 0xFFFD);
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
  g_string_append_printf(out, "\n%*s", (int)depth * 2, "");
}
