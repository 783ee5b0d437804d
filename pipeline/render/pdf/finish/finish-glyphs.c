/* Maps from glyphs to text: cairo knows one character a glyph; where a glyph stands for several, they are put in here.
 */
#include "render/pdf/finish/finish-parts.h"
#include <string.h>

/* The text of a stand-in written as "<DB80DC00>", or NULL. */
static const char *stand_in_text(const char *at, const char *end, const GPtrArray *stand_ins)
{
  guint32 unit = 0;
  if (end - at < 10 || at[9] != '>' || g_ascii_strncasecmp(at, "<db", 3) != 0)
    return NULL;
  for (guint i = 1; i < 9; i++) {
    int digit = g_ascii_xdigit_value(at[i]);
    if (digit < 0)
      return NULL;
    unit = unit << 4 | (guint32)digit;
  }
  guint32 character = 0x10000 + ((unit >> 16 & 0x3FF) << 10 | (unit & 0x3FF));
  if (unit >> 26 != 0xD800 >> 10 || (unit >> 10 & 0x3F) != 0xDC00 >> 10 || character < 0xF0000 ||
      character - 0xF0000 >= stand_ins->len)
    return NULL;
  return g_ptr_array_index(stand_ins, character - 0xF0000);
}

GString *finish_glyph_map(Slice data, Slice filter, const GPtrArray *stand_ins)
{
  gsize length = 0;
  g_autofree char *plain = finish_inflate(data, filter, &length);
  if (!plain)
    return NULL;
  GString *map = g_string_sized_new(length);
  for (const char *at = plain, *end = plain + length; at < end;) {
    const char *open = memchr(at, '<', (gsize)(end - at));
    g_string_append_len(map, at, (open ? open : end) - at);
    if (!open)
      break;
    const char *text = stand_in_text(open, end, stand_ins);
    if (text) {
      g_string_append_c(map, '<');
      put_utf16(map, text);
      g_string_append_c(map, '>');
    } else
      g_string_append_c(map, '<');
    at = text ? open + 10 : open + 1;
  }
  return map;
}
