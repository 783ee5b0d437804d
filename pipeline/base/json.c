/* Writing JSON: strings with their escapes, keys with their commas. */
#include "base/json.h"
#include <string.h>

static void json_char(GString *out, char c)
{
  switch (c) {
  case '"':
  case '\\':
    g_string_append_c(out, '\\');
    g_string_append_c(out, c);
    return;
  case '\n':
    g_string_append(out, "\\n");
    return;
  case '\t':
    g_string_append(out, "\\t");
    return;
  case '\r':
    g_string_append(out, "\\r");
    return;
  default:
    if ((guchar)c < 0x20)
      g_string_append_printf(out, "\\u%04x", (guint)(guchar)c);
    else
      g_string_append_c(out, c);
  }
}

void json_string(GString *out, const char *text)
{
  if (!text) {
    g_string_append(out, "null");
    return;
  }
  g_autofree char *valid = g_utf8_make_valid(text, -1); /* file names may be any bytes */
  g_string_append_c(out, '"');
  for (const char *at = valid; *at; at++)
    json_char(out, *at);
  g_string_append_c(out, '"');
}

/* A comma is needed unless an object, an array, a value or the document has just begun. */
static gboolean needs_comma(const GString *out)
{
  gsize length = out->len;
  while (length > 0 && g_ascii_isspace(out->str[length - 1]))
    length--;
  return length > 0 && !strchr("{[:,", out->str[length - 1]);
}

void json_key(GString *out, const char *key)
{
  if (needs_comma(out))
    g_string_append(out, ", ");
  if (!key)
    return;
  json_string(out, key);
  g_string_append(out, ": ");
}
