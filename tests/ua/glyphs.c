/* ToUnicode maps: the bfchar and bfrange sections of a CMap. */
#include "glyphs.h"
#include "render/pdf/finish/finish-syntax.h"

/* Hexadecimal digits of "<0041>" as bytes; 0 for what is no such string. */
static guint hex_bytes(Slice token, guint8 *bytes, guint most)
{
  guint n = 0, digits = 0;
  if (!token.at || token.at[0] != '<')
    return 0;
  for (gsize i = 1; i < token.length && n < most; i++) {
    int digit = g_ascii_xdigit_value(token.at[i]);
    if (digit < 0)
      continue;
    bytes[n] = (guint8)(digits % 2 ? bytes[n] << 4 | digit : digit);
    n += digits++ % 2;
  }
  return n;
}

static guint code_of(Slice token)
{
  guint8 bytes[4] = { 0 };
  guint code = 0, n = hex_bytes(token, bytes, 4);
  for (guint i = 0; i < n; i++)
    code = code << 8 | bytes[i];
  return code;
}

/* UTF-16 big-endian, `plus` added to its last unit. */
static char *text_of(Slice token, guint plus)
{
  guint8 bytes[64];
  gunichar2 units[32];
  guint n = hex_bytes(token, bytes, sizeof bytes) / 2;
  for (guint i = 0; i < n; i++)
    units[i] = (gunichar2)(bytes[2 * i] << 8 | bytes[2 * i + 1]);
  if (n)
    units[n - 1] = (gunichar2)(units[n - 1] + plus);
  char *text = g_utf16_to_utf8(units, n, NULL, NULL, NULL);
  return text ? text : g_strdup("");
}

static void put(Glyphs *glyphs, guint code, char *text)
{
  g_hash_table_insert(glyphs->text_by_code, GUINT_TO_POINTER(code), text);
}

static void read_range(Glyphs *glyphs, Slice *rest, guint first, guint last)
{
  Slice to = value_next(rest);
  if (to.at && to.at[0] == '[') {
    Slice inside = { to.at + 1, to.length - 2 };
    for (guint code = first; code <= last; code++) {
      Slice one = value_next(&inside);
      if (one.at)
        put(glyphs, code, text_of(one, 0));
    }
    return;
  }
  for (guint code = first; to.at && code <= last && code - first < 65536; code++)
    put(glyphs, code, text_of(to, code - first));
}

static void read_map(Glyphs *glyphs, Slice rest)
{
  bool in_chars = false, in_ranges = false;
  for (Slice token = value_next(&rest); token.at; token = value_next(&rest)) {
    if (slice_equal(token, "beginbfchar"))
      in_chars = true;
    else if (slice_equal(token, "beginbfrange"))
      in_ranges = true;
    else if (slice_equal(token, "endbfchar") || slice_equal(token, "endbfrange"))
      in_chars = in_ranges = false;
    else if (in_chars) {
      Slice to = value_next(&rest);
      put(glyphs, code_of(token), text_of(to, 0));
    } else if (in_ranges) {
      Slice last = value_next(&rest);
      read_range(glyphs, &rest, code_of(token), code_of(last));
    }
  }
}

Glyphs *glyphs_read(Pdf *pdf, qpdf_oh font)
{
  Glyphs *glyphs = g_new0(Glyphs, 1);
  g_autofree char *subtype = pdf_name(pdf, pdf_get(pdf, font, "/Subtype"));
  glyphs->text_by_code = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  glyphs->code_bytes = g_str_equal(subtype, "Type0") ? 2 : 1;
  g_autoptr(GByteArray) map = pdf_stream(pdf, pdf_get(pdf, font, "/ToUnicode"));
  if (map)
    read_map(glyphs, (Slice){ (const char *)map->data, map->len });
  return glyphs;
}

void glyphs_free(Glyphs *glyphs)
{
  g_hash_table_unref(glyphs->text_by_code);
  g_free(glyphs);
}

guint glyphs_text(const Glyphs *glyphs, const guint8 *bytes, guint length, GString *out, bool *ret_notdef)
{
  guint unknown = 0;
  for (guint i = 0; i + glyphs->code_bytes <= length; i += glyphs->code_bytes) {
    guint code = glyphs->code_bytes == 2 ? (guint)bytes[i] << 8 | bytes[i + 1] : bytes[i];
    const char *text = g_hash_table_lookup(glyphs->text_by_code, GUINT_TO_POINTER(code));
    if (code == 0 && glyphs->code_bytes == 2)
      *ret_notdef = true;
    if (text && *text)
      g_string_append(out, text);
    else
      unknown++;
  }
  return unknown;
}
