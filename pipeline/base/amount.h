/* Exact decimal numbers: a value is units / 10^scale. Never a double, never 0 for missing. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { AMOUNT_MAX_SCALE = 9, AMOUNT_MAX_DIGITS = 15 };

typedef struct {
  gint64 units;
  guint8 scale; /* number of decimals as written: 8.50 has 2 */
} Amount;

/* Parses "-1234.50" (no thousands separators, no exponent); false if it is not such a number or is too long. */
bool amount_parse(const char *text, Amount *ret_amount);
/* Whether a comma of the text stands between thousands: one to three digits before the first, three between two and
 * after the last. */
bool amount_is_thousands(const char *text, const char *comma);
Amount amount_from_int(gint64 value);
int amount_compare(Amount a, Amount b);
bool amount_is_zero(Amount a);

/* The four below give results of at most AMOUNT_MAX_DIGITS digits, so that they can be read again; products and
 * quotients that would be longer are rounded to fewer decimals, once, from the exact value. */
bool amount_add(Amount a, Amount b, Amount *ret_sum); /* false: too large */
bool amount_subtract(Amount a, Amount b, Amount *ret_difference);
bool amount_multiply(Amount a, Amount b, Amount *ret_product); /* rounded to AMOUNT_MAX_SCALE decimals */
/* a / b rounded half away from zero to scale decimals; false when b is zero or the result is too large. */
bool amount_divide(Amount a, Amount b, guint scale, Amount *ret_quotient);
Amount amount_round(Amount a, guint scale); /* half away from zero; keeps a when it has fewer decimals */
Amount amount_negate(Amount a);
double amount_to_double(Amount a); /* only for drawing charts and for Excel */

/* "6:35", minutes and seconds, as 395; false if it is no such time. */
bool amount_parse_time(const char *text, Amount *ret_seconds);
/* The same back, rounded to whole seconds; caller frees. */
char *amount_format_time(Amount seconds);
char *amount_time_to_string(Amount seconds); /* "-1206:35", as it is written; caller frees */

/* Plain form for XML and CSV: "-1234.50", as written. Caller frees. */
char *amount_to_string(Amount a);
/* For people: rounded or padded to decimals (-1: as written), thousands separated by ','. "-" is U+2212 minus. Caller
 * frees. */
char *amount_format(Amount a, int decimals);
