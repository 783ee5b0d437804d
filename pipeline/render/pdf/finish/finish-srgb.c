/* An ICC profile of sRGB (version 4: three primaries, one curve), made here so that no file has to be found. */
#include "render/pdf/finish/finish-parts.h"
#include <string.h>

static void put32(GByteArray *out, guint32 value)
{
  const guint8 bytes[4] = { (guint8)(value >> 24), (guint8)(value >> 16), (guint8)(value >> 8), (guint8)value };
  g_byte_array_append(out, bytes, 4);
}

static void put_name(GByteArray *out, const char *name)
{
  g_byte_array_append(out, (const guint8 *)name, 4);
}

/* Text of a 'mluc' tag, in English. */
static void put_words(GByteArray *out, const char *ascii)
{
  gsize n = strlen(ascii);
  put_name(out, "mluc");
  put32(out, 0);
  put32(out, 1); /* one record of 12 bytes */
  put32(out, 12);
  put_name(out, "enUS");
  put32(out, (guint32)(2 * n));
  put32(out, 28); /* where the text begins */
  for (gsize i = 0; i < n; i++) {
    const guint8 unit[2] = { 0, (guint8)ascii[i] };
    g_byte_array_append(out, unit, 2);
  }
}

/* Numbers as 16.16 fixed point, after a type and four zero bytes. */
static void put_fixed(GByteArray *out, const char *type, const double *numbers, guint n)
{
  put_name(out, type);
  put32(out, 0);
  for (guint i = 0; i < n; i++)
    put32(out, (guint32)(gint32)(numbers[i] * 65536 + (numbers[i] < 0 ? -0.5 : 0.5)));
}

static void put_curve(GByteArray *out)
{
  static const double numbers[5] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };
  put_name(out, "para");
  put32(out, 0);
  put32(out, 3u << 16); /* function 3: a power with a straight foot */
  for (guint i = 0; i < 5; i++)
    put32(out, (guint32)(numbers[i] * 65536 + 0.5));
}

/* Data of one tag; those of the same data follow each other. Primaries are adapted to D50. */
static void put_tag(GByteArray *out, const char *name)
{
  static const double white[] = { 0.9642, 1, 0.8249 }, red[] = { 0.4360, 0.2225, 0.0139 };
  static const double green[] = { 0.3851, 0.7169, 0.0971 }, blue[] = { 0.1431, 0.0606, 0.7139 };
  static const double adaptation[] = { 1.0479, 0.0229, -0.0502, 0.0296, 0.9904, -0.0171, -0.0092, 0.0151, 0.7519 };
  if (g_str_equal(name, "desc"))
    put_words(out, "sRGB");
  else if (g_str_equal(name, "cprt"))
    put_words(out, "No copyright, use freely");
  else if (g_str_equal(name, "chad"))
    put_fixed(out, "sf32", adaptation, 9);
  else if (name[1] == 'T')
    put_curve(out);
  else
    put_fixed(out, "XYZ ", name[0] == 'w' ? white : name[0] == 'r' ? red : name[0] == 'g' ? green : blue, 3);
  while (out->len % 4)
    g_byte_array_append(out, (const guint8 *)"", 1);
}

static void put_head(GByteArray *out)
{
  static const guint16 made[6] = { 2010, 1, 1, 0, 0, 0 };
  static const double white[] = { 0.9642, 1, 0.8249 };
  put32(out, 0); /* size: set at the end */
  put32(out, 0);
  put32(out, 0x04200000);
  put_name(out, "mntr");
  put_name(out, "RGB ");
  put_name(out, "XYZ ");
  for (guint i = 0; i < 6; i += 2)
    put32(out, (guint32)made[i] << 16 | made[i + 1]);
  put_name(out, "acsp");
  for (guint i = 0; i < 7; i++) /* platform, flags, maker, model, attributes, intent */
    put32(out, 0);
  for (guint i = 0; i < 3; i++)
    put32(out, (guint32)(white[i] * 65536 + 0.5));
  for (guint i = 0; i < 12; i++) /* creator, id, reserved */
    put32(out, 0);
}

GByteArray *finish_srgb(void)
{
  static const char *const tags[] = { "desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
  GByteArray *out = g_byte_array_new();
  g_autoptr(GByteArray) data = g_byte_array_new();
  guint32 at = 0, length = 0, base = 128 + 4 + 12 * G_N_ELEMENTS(tags);
  put_head(out);
  put32(out, G_N_ELEMENTS(tags));
  for (guint i = 0; i < G_N_ELEMENTS(tags); i++) {
    bool same = i > 0 && tags[i][1] == 'T' && tags[i - 1][1] == 'T'; /* the three curves are one */
    if (!same) {
      at = data->len;
      put_tag(data, tags[i]);
      length = data->len - at;
    }
    put_name(out, tags[i]);
    put32(out, base + at);
    put32(out, length);
  }
  g_byte_array_append(out, data->data, data->len);
  for (guint i = 0; i < 4; i++)
    out->data[i] = (guint8)(out->len >> (24 - 8 * i));
  return out;
}
