/* Widths of the letters of Arial (and of Liberation Sans, which shares them), in thousandths of the type size. */
#include "render/xlsx/measure.h"

enum { DIGIT = 556, WIDE = 1000 };

/* clang-format off */
static const guint16 ascii[95] = {
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, /* space to / */
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, /* 0 to ? */
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, /* @ to O */
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, /* P to _ */
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, /* ` to o */
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, /* p to ~ */
};
/* clang-format on */

static guint width_of(gunichar c)
{
  if (c >= 0x20 && c < 0x7F)
    return ascii[c - 0x20];
  if (c == 0x2014 || g_unichar_iswide(c))
    return WIDE;
  return g_unichar_isupper(c) ? 722 : DIGIT;
}

double measure_line(const char *text)
{
  guint most = 0, width = 0;
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    width = *p == '\n' ? 0 : width + width_of(g_utf8_get_char(p));
    most = MAX(most, width);
  }
  return (double)most / DIGIT;
}

double measure_word(const char *text)
{
  guint most = 0, width = 0;
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    width = *p == '\n' || *p == ' ' ? 0 : width + width_of(g_utf8_get_char(p));
    most = MAX(most, width);
  }
  return (double)most / DIGIT;
}

/* Lines of a paragraph that ends at '\n' or the end; *ret_end is set there. */
static guint paragraph_lines(const char *text, guint room, const char **ret_end)
{
  guint lines = 1, line = 0, word = 0;
  const char *p = text;
  for (; *p && *p != '\n'; p = g_utf8_next_char(p)) {
    guint width = width_of(g_utf8_get_char(p));
    if (*p == ' ') {
      line += word + width;
      word = 0;
      continue;
    }
    word += width;
    if (word > room) { /* a word longer than the line is broken */
      lines += line > 0 ? 2 : 1;
      line = 0;
      word = width;
    } else if (line + word > room) {
      lines++;
      line = 0;
    }
  }
  *ret_end = p;
  return lines;
}

guint measure_lines(const char *text, double width_digits)
{
  guint room = (guint)(MAX(width_digits, 2.0) * DIGIT);
  guint lines = 0;
  const char *p = text;
  while (true) {
    lines += paragraph_lines(p, room, &p);
    if (!*p)
      return lines;
    p++;
  }
}
