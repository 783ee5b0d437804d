/* Numbers, changed digit by digit. */
#include "number.h"
#include <stdbool.h>
#include <string.h>

enum { DIGITS = 32 };

/* A written number taken apart. */
typedef struct {
  bool minus, commas;
  char digits[DIGITS];
  guint decimals;
} Parts;

static bool take_apart(const char *written, Parts *parts)
{
  const char *at = written + (*written == '-');
  *parts = (Parts){ .minus = *written == '-', .commas = strchr(written, ',') };
  guint n = 0;
  bool point = false;
  for (; *at && n < DIGITS - 2; at++) {
    if (g_ascii_isdigit(*at)) {
      parts->digits[n++] = *at;
      parts->decimals += point;
    } else if (*at == '.')
      point = true;
    else if (*at != ',')
      return false;
  }
  return n > 0;
}

static char *put_together(const Parts *parts)
{
  GString *out = g_string_new(parts->digits);
  while (out->len <= parts->decimals)
    g_string_prepend_c(out, '0');
  while (out->len > parts->decimals + 1 && out->str[0] == '0')
    g_string_erase(out, 0, 1);
  gssize whole = (gssize)(out->len - parts->decimals);
  if (parts->decimals > 0)
    g_string_insert_c(out, whole, '.');
  for (gssize i = whole - 3; parts->commas && i > 0; i -= 3)
    g_string_insert_c(out, i, ',');
  if (parts->minus)
    g_string_prepend_c(out, '-');
  return g_string_free(out, FALSE);
}

static void step(Parts *parts, int by)
{
  gint64 units = g_ascii_strtoll(parts->digits, NULL, 10) * (parts->minus ? -1 : 1) + by;
  parts->minus = units < 0;
  g_snprintf(parts->digits, DIGITS, "%" G_GINT64_FORMAT, ABS(units));
}

static void swap(Parts *parts)
{
  char *d = parts->digits;
  for (guint i = 0; d[i] && d[i + 1]; i++)
    if (d[i] != d[i + 1] && !(i == 0 && d[1] == '0')) {
      char first = d[i];
      d[i] = d[i + 1];
      d[i + 1] = first;
      return;
    }
}

double number_value(const char *written)
{
  g_autofree char *plain = g_strdup(written);
  char *to = plain;
  for (const char *at = written; *at; at++)
    if (*at != ',')
      *to++ = *at;
  *to = '\0';
  return g_ascii_strtod(plain, NULL);
}

guint number_decimals(const char *written)
{
  const char *point = strchr(written, '.');
  return point ? (guint)strlen(point + 1) : 0;
}

char *number_slip(const char *written, Slip slip)
{
  Parts parts;
  if (!take_apart(written, &parts))
    return NULL;
  switch (slip) {
  case SLIP_UP:
    step(&parts, 1);
    break;
  case SLIP_DOWN:
    step(&parts, -1);
    break;
  case SLIP_SWAPPED:
    swap(&parts);
    break;
  case SLIP_TENFOLD:
    if (parts.decimals > 0)
      parts.decimals--;
    else
      strcat(parts.digits, "0");
    break;
  case SLIP_TENTH:
    parts.decimals++;
    break;
  case SLIP_SIGN:
    parts.minus = !parts.minus;
    break;
  case N_SLIPS:
    return NULL;
  }
  char *changed = put_together(&parts);
  if (number_value(changed) != number_value(written) && parts.decimals <= 6)
    return changed;
  g_free(changed);
  return NULL;
}
