/* Exact decimal numbers: parsing, arithmetic that notices overflow, rounding half away from zero, and writing. */
#include "base/amount.h"
#include <string.h>

__extension__ typedef __int128 Wide; /* holds any product of two units, and any units times 10^18 */

#define MINUS "\xe2\x88\x92" /* U+2212 */

/* 10^AMOUNT_MAX_DIGITS: results stay below it, so that what is written can be read again. */
#define LIMIT G_GINT64_CONSTANT(1000000000000000)

static Wide power_of_10(guint exponent)
{
  Wide power = 1;
  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* numerator / denominator, half away from zero. */
static Wide divide_rounded(Wide numerator, Wide denominator)
{
  Wide quotient = numerator / denominator;
  Wide rest = numerator % denominator;
  Wide rest_size = rest < 0 ? -rest : rest;
  Wide size = denominator < 0 ? -denominator : denominator;
  if (rest_size >= size - rest_size)
    quotient += (numerator < 0) == (denominator < 0) ? 1 : -1;
  return quotient;
}

static bool fits(Wide units)
{
  return units > -LIMIT && units < LIMIT;
}

bool amount_parse(const char *text, Amount *ret_amount)
{
  const char *at = text;
  bool negative = *at == '-';
  gint64 units = 0;
  int scale = -1; /* -1: no point yet */
  if (negative)
    at++;
  if (!g_ascii_isdigit(*at))
    return false;
  for (; *at; at++) {
    if (*at == '.' && scale < 0 && g_ascii_isdigit(at[1])) {
      scale = 0;
      continue;
    }
    if (!g_ascii_isdigit(*at) || scale == AMOUNT_MAX_SCALE)
      return false;
    units = units * 10 + (*at - '0');
    if (units >= LIMIT)
      return false;
    if (scale >= 0)
      scale++;
  }
  *ret_amount = (Amount){ negative ? -units : units, (guint8)MAX(scale, 0) };
  return true;
}

static gsize digits_before(const char *text, const char *at)
{
  const char *from = at;
  while (from > text && g_ascii_isdigit(from[-1]))
    from--;
  return (gsize)(at - from);
}

bool amount_is_thousands(const char *text, const char *comma)
{
  if (*comma != ',' || strspn(comma + 1, "0123456789") != 3)
    return false;
  for (const char *at = comma;;) {
    gsize n = digits_before(text, at);
    const char *first = at - n;
    bool grouped = first > text && first[-1] == ',';
    if (n == 0 || n > 3 || (first > text && first[-1] == '.'))
      return false;
    if (n < 3 || !grouped || digits_before(text, first - 1) == 0)
      return true;
    at = first - 1;
  }
}

Amount amount_from_int(gint64 value)
{
  return (Amount){ value, 0 };
}

/* The units a would have at a scale that is not smaller than its own. */
static Wide units_at(Amount a, guint scale)
{
  return a.units * power_of_10(scale - a.scale);
}

int amount_compare(Amount a, Amount b)
{
  guint scale = MAX(a.scale, b.scale);
  Wide left = units_at(a, scale), right = units_at(b, scale);
  return (left > right) - (left < right);
}

bool amount_is_zero(Amount a)
{
  return a.units == 0;
}

/* a + b, or a - b with sign -1. */
static bool sum_of(Amount a, Amount b, int sign, Amount *ret_sum)
{
  guint scale = MAX(a.scale, b.scale);
  Wide sum = units_at(a, scale) + sign * units_at(b, scale);
  if (!fits(sum))
    return false;
  *ret_sum = (Amount){ (gint64)sum, (guint8)scale };
  return true;
}

bool amount_add(Amount a, Amount b, Amount *ret_sum)
{
  return sum_of(a, b, 1, ret_sum);
}

bool amount_subtract(Amount a, Amount b, Amount *ret_difference)
{
  return sum_of(a, b, -1, ret_difference);
}

bool amount_multiply(Amount a, Amount b, Amount *ret_product)
{
  Wide product = (Wide)a.units * b.units;
  guint product_scale = a.scale + b.scale;
  for (int scale = (int)MIN(product_scale, AMOUNT_MAX_SCALE); scale >= 0; scale--) {
    Wide units = divide_rounded(product, power_of_10(product_scale - (guint)scale));
    if (fits(units)) {
      *ret_product = (Amount){ (gint64)units, (guint8)scale };
      return true;
    }
  }
  return false;
}

bool amount_divide(Amount a, Amount b, guint scale, Amount *ret_quotient)
{
  if (b.units == 0)
    return false;
  for (int at = (int)MIN(scale, AMOUNT_MAX_SCALE); at >= 0; at--) {
    int shift = at + b.scale - a.scale; /* -9 to 18 */
    Wide numerator = a.units * power_of_10(shift > 0 ? (guint)shift : 0);
    Wide denominator = b.units * power_of_10(shift < 0 ? (guint)-shift : 0);
    Wide units = divide_rounded(numerator, denominator);
    if (fits(units)) {
      *ret_quotient = (Amount){ (gint64)units, (guint8)at };
      return true;
    }
  }
  return false;
}

Amount amount_round(Amount a, guint scale)
{
  if (scale >= a.scale)
    return a;
  return (Amount){ (gint64)divide_rounded(a.units, power_of_10(a.scale - scale)), (guint8)scale };
}

Amount amount_negate(Amount a)
{
  return (Amount){ a.units == G_MININT64 ? G_MAXINT64 : -a.units, a.scale };
}

double amount_to_double(Amount a)
{
  return (double)a.units / (double)power_of_10(a.scale); /* both exact, so the nearest double */
}

/* The whole part and, after a point, the decimals; sign and separator are put before and between. */
static char *amount_write(Amount a, const char *minus, const char *separator)
{
  guint64 size = a.units < 0 ? -(guint64)a.units : (guint64)a.units;
  guint64 unit = (guint64)power_of_10(a.scale);
  g_autofree char *whole = g_strdup_printf("%" G_GUINT64_FORMAT, size / unit);
  GString *out = g_string_new(a.units < 0 ? minus : "");
  for (gsize left = strlen(whole), i = 0; left > 0; left--, i++) {
    if (i > 0 && left % 3 == 0)
      g_string_append(out, separator);
    g_string_append_c(out, whole[i]);
  }
  if (a.scale > 0)
    g_string_append_printf(out, ".%0*" G_GINT64_MODIFIER "u", (int)a.scale, size % unit);
  return g_string_free(out, FALSE);
}

char *amount_to_string(Amount a)
{
  return amount_write(a, "-", "");
}

char *amount_format(Amount a, int decimals)
{
  guint scale = decimals < 0 ? a.scale : MIN((guint)decimals, AMOUNT_MAX_SCALE);
  g_autofree char *text = amount_write(amount_round(a, scale), MINUS, ",");
  guint missing = scale > a.scale ? scale - a.scale : 0;
  if (missing == 0)
    return g_steal_pointer(&text);
  return g_strdup_printf("%s%s%.*s", text, a.scale == 0 ? "." : "", (int)missing, "000000000");
}

bool amount_parse_time(const char *text, Amount *ret_seconds)
{
  enum { MINUTE = 60, LONGEST = 9 };
  const char *at = text + (text[0] == '-');
  gsize digits = strspn(at, "0123456789");
  const char *colon = at + digits;
  bool form = digits > 0 && digits <= LONGEST && colon[0] == ':' && colon[1] >= '0' && colon[1] <= '5' &&
              g_ascii_isdigit(colon[2]) && colon[3] == '\0';
  if (!form)
    return false;
  gint64 seconds = g_ascii_strtoll(at, NULL, 10) * MINUTE + g_ascii_strtoll(colon + 1, NULL, 10);
  *ret_seconds = amount_from_int(at > text ? -seconds : seconds);
  return true;
}

char *amount_time_to_string(Amount seconds)
{
  Amount whole = amount_round(seconds, 0);
  gint64 n = ABS(whole.units);
  return g_strdup_printf("%s%" G_GINT64_FORMAT ":%02d", whole.units < 0 ? "-" : "", n / 60, (int)(n % 60));
}

char *amount_format_time(Amount seconds)
{
  Amount whole = amount_round(seconds, 0);
  gint64 n = ABS(whole.units);
  g_autofree char *minutes = amount_format(amount_from_int(n / 60), 0);
  return g_strdup_printf("%s%s:%02d", whole.units < 0 ? "\u2212" : "", minutes, (int)(n % 60));
}
